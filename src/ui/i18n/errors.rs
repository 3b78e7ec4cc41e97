//! Errors of commands in words: what was found, what was expected, what to do. The engines give data; the words
//! are here. Compiled into the worker alone.

use super::Lang;
use crate::data::csv::{Content, CsvError, Encoding, Limit};
use crate::files::FileError;
use crate::ml::error::{FeatureError, FitError, SplitError};
use crate::ml::spec::{Allowed, ParamError};
use crate::world::WorldError;
use crate::world::archive::ArchiveError;
use crate::world::command::{CommandError, Worded};
use crate::world::project::ProjectError;

/// An error in each language of the site.
pub fn worded(error: &CommandError) -> Worded {
    Worded { en: command_error(Lang::En, error), ja: command_error(Lang::Ja, error) }
}

/// Why a command was not carried out, one line a problem.
fn command_error(lang: Lang, error: &CommandError) -> Vec<String> {
    let line = match (error, lang) {
        (CommandError::Params(problems), _) => {
            return problems.iter().map(|p| param_error(lang, p)).collect();
        }
        (CommandError::Csv(error), _) => csv_error(lang, error),
        (CommandError::Archive(error), _) => archive_error(lang, error),
        (CommandError::Features(error), _) => feature_error(lang, error),
        (CommandError::Split(error), _) => split_error(lang, error),
        (CommandError::Fit(error), _) => fit_error(lang, error),
        (CommandError::World(WorldError::Project(ProjectError::Taken(path))), Lang::En) => {
            format!("Something else is at “{path}” now. Rename it first; what is in the bin stays there.")
        }
        (CommandError::World(WorldError::Project(ProjectError::Taken(path))), Lang::Ja) => {
            format!("「{path}」には今、別のものがあります。先に名前を変えてください。ごみ箱の中身はそのままです。")
        }
        (CommandError::World(WorldError::Project(ProjectError::NotInBin(_))), Lang::En) => {
            "The bin does not hold this any more: it was brought back already, or the bin was emptied.".into()
        }
        (CommandError::World(WorldError::Project(ProjectError::NotInBin(_))), Lang::Ja) => {
            "ごみ箱にはもうありません。すでに元に戻したか、ごみ箱が空にされています。".into()
        }
        (CommandError::World(error), Lang::En) => format!("Refused: {error}."),
        (CommandError::World(error), Lang::Ja) => format!("実行できませんでした：{error}"),
        (CommandError::NoSuchEstimator(id), Lang::En) => format!("There is no estimator “{id}”."),
        (CommandError::NoSuchEstimator(id), Lang::Ja) => format!("推定器「{id}」はありません。"),
        (CommandError::Evaluation(detail), Lang::En) => {
            format!("The model could not be evaluated: {detail}.")
        }
        (CommandError::Evaluation(detail), Lang::Ja) => format!("モデルを評価できませんでした：{detail}"),
        (CommandError::File { path, error }, _) => file_error(lang, path, *error),
        (CommandError::Python(detail), Lang::En) => format!("Python does not start, by a mistake of ours: {detail}."),
        (CommandError::Python(detail), Lang::Ja) => {
            format!("Python を起動できませんでした（このサイトの不具合です）：{detail}")
        }
        (CommandError::Content(_), Lang::En) => {
            "Content that this needs is missing or damaged: the rows of a data set or a file. Remove it and add it again.".into()
        }
        (CommandError::Content(_), Lang::Ja) => {
            "必要な中身（データセットの行かファイル）が見つからないか、壊れています。取り除いて、もう一度追加してください。"
                .into()
        }
    };
    vec![line]
}

fn csv_error(lang: Lang, error: &CsvError) -> String {
    match (error, lang) {
        (CsvError::Empty, Lang::En) => {
            "The file is empty. A CSV has a line of names and one line a row.".into()
        }
        (CsvError::Empty, Lang::Ja) => "ファイルが空です。CSV には列名の行とデータの行が必要です。".into(),
        (CsvError::NotText { found }, Lang::En) => {
            format!(
                "This is not a text file but {}. Save it as CSV (UTF-8) and try again.",
                content(lang, *found)
            )
        }
        (CsvError::NotText { found }, Lang::Ja) => {
            format!(
                "テキストファイルではなく、{}のようです。CSV（UTF-8）として保存し直してください。",
                content(lang, *found)
            )
        }
        (CsvError::BadEncoding { expected, line, column, byte }, Lang::En) => format!(
            "Line {line}, column {column}: the byte 0x{byte:02X} is not valid {}. Save the file as “CSV UTF-8” and try again.",
            encoding(*expected)
        ),
        (CsvError::BadEncoding { expected, line, column, byte }, Lang::Ja) => format!(
            "{line} 行 {column} 文字目：バイト 0x{byte:02X} は {} として読めません。「CSV UTF-8」で保存し直してください。",
            encoding(*expected)
        ),
        (CsvError::HeaderOnly { columns }, Lang::En) => {
            format!("The file has {columns} column names but no row below them.")
        }
        (CsvError::HeaderOnly { columns }, Lang::Ja) => {
            format!("列名が {columns} 個あるだけで、データの行がありません。")
        }
        (CsvError::TooFewFields { line, column, expected, found }, Lang::En) => {
            format!(
                "Line {line}, column {column}: the row ends after {found} fields; the first row has {expected}."
            )
        }
        (CsvError::TooFewFields { line, column, expected, found }, Lang::Ja) => {
            format!(
                "{line} 行 {column} 文字目：この行の項目は {found} 個で終わっています（最初の行は {expected} 個）。"
            )
        }
        (CsvError::TooManyFields { line, column, expected, found }, Lang::En) => {
            format!(
                "Line {line}, column {column}: the row has {found} fields; the first row has {expected}. Put a text that holds the delimiter in quotes."
            )
        }
        (CsvError::TooManyFields { line, column, expected, found }, Lang::Ja) => {
            format!(
                "{line} 行 {column} 文字目：この行の項目は {found} 個です（最初の行は {expected} 個）。区切り文字を含むテキストは引用符で囲んでください。"
            )
        }
        (CsvError::UnclosedQuote { line, column, field }, Lang::En) => {
            format!("Line {line}, column {column}: the quote that opens field {field} is never closed.")
        }
        (CsvError::UnclosedQuote { line, column, field }, Lang::Ja) => {
            format!("{line} 行 {column} 文字目：{field} 番目の項目を開く引用符が閉じられていません。")
        }
        (CsvError::TextAfterQuote { line, column, field, found }, Lang::En) => {
            format!(
                "Line {line}, column {column}: “{found}” follows the closing quote of field {field}; a delimiter or the end of the line was expected."
            )
        }
        (CsvError::TextAfterQuote { line, column, field, found }, Lang::Ja) => {
            format!(
                "{line} 行 {column} 文字目：{field} 番目の項目の閉じ引用符のあとに「{found}」があります。区切り文字か行末が必要です。"
            )
        }
        (CsvError::TooLarge { limit, allowed, found }, Lang::En) => {
            format!(
                "The file is too large: {found} {}, at most {allowed} are read.",
                limit_name(lang, *limit)
            )
        }
        (CsvError::TooLarge { limit, allowed, found }, Lang::Ja) => {
            format!("ファイルが大きすぎます：{}が {found}、上限は {allowed} です。", limit_name(lang, *limit))
        }
    }
}

fn content(lang: Lang, content: Content) -> &'static str {
    match (content, lang) {
        (Content::Workbook, Lang::En) => "a spreadsheet workbook",
        (Content::Workbook, Lang::Ja) => "表計算ソフトのブック",
        (Content::Pdf, Lang::En) => "a PDF document",
        (Content::Pdf, Lang::Ja) => "PDF 文書",
        (Content::Picture, Lang::En) => "a picture",
        (Content::Picture, Lang::Ja) => "画像",
        (Content::Compressed, Lang::En) => "a compressed file",
        (Content::Compressed, Lang::Ja) => "圧縮ファイル",
        (Content::Parquet, Lang::En) => "a Parquet file",
        (Content::Parquet, Lang::Ja) => "Parquet ファイル",
        (Content::Binary, Lang::En) => "a binary file",
        (Content::Binary, Lang::Ja) => "バイナリーファイル",
    }
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::ShiftJis => "Shift_JIS",
    }
}

fn limit_name(lang: Lang, limit: Limit) -> &'static str {
    match (limit, lang) {
        (Limit::Bytes, Lang::En) => "bytes",
        (Limit::Bytes, Lang::Ja) => "バイト数",
        (Limit::Rows, Lang::En) => "rows",
        (Limit::Rows, Lang::Ja) => "行数",
        (Limit::Columns, Lang::En) => "columns",
        (Limit::Columns, Lang::Ja) => "列数",
        (Limit::Fields, Lang::En) => "fields",
        (Limit::Fields, Lang::Ja) => "項目数",
    }
}

fn param_error(lang: Lang, error: &ParamError) -> String {
    match (error, lang) {
        (ParamError::Unknown { estimator, name, known }, Lang::En) => {
            format!("{estimator} has no parameter {name}; it has {}.", known.join(", "))
        }
        (ParamError::Unknown { estimator, name, known }, Lang::Ja) => {
            format!(
                "{estimator} に {name} というパラメーターはありません。使えるのは {} です。",
                known.join("、")
            )
        }
        (
            ParamError::WrongKind { name, value, allowed } | ParamError::OutOfRange { name, value, allowed },
            Lang::En,
        ) => {
            format!("{name} cannot be {value}; it takes {}.", list(lang, allowed))
        }
        (
            ParamError::WrongKind { name, value, allowed } | ParamError::OutOfRange { name, value, allowed },
            Lang::Ja,
        ) => {
            format!("{name} に {value} は使えません。指定できるのは {} です。", list(lang, allowed))
        }
        (ParamError::Missing { name }, Lang::En) => format!("The parameter {name} is missing."),
        (ParamError::Missing { name }, Lang::Ja) => format!("パラメーター {name} がありません。"),
    }
}

fn list(lang: Lang, allowed: &[Allowed]) -> String {
    let word = |allowed: &Allowed| match (allowed, lang) {
        (Allowed::Float(range), Lang::En) => format!("a number in {range}"),
        (Allowed::Float(range), Lang::Ja) => format!("{range} の数値"),
        (Allowed::Integer(min, max), Lang::En) => format!("a whole number from {min} to {max}"),
        (Allowed::Integer(min, max), Lang::Ja) => format!("{min}〜{max} の整数"),
        (Allowed::Choice(words), _) => words.join(" / "),
        (Allowed::Boolean, _) => "True / False".into(),
        (Allowed::Null, _) => "None".into(),
    };
    allowed.iter().map(word).collect::<Vec<_>>().join(if lang == Lang::Ja { "、" } else { ", or " })
}

fn feature_error(lang: Lang, error: &FeatureError) -> String {
    match (error, lang) {
        (FeatureError::NoFeatures, Lang::Ja) => "予測に使う列を 1 つ以上選んでください。".into(),
        (FeatureError::UnknownColumn { column, known }, Lang::Ja) => {
            format!("列「{column}」はありません。あるのは {} です。", known.join("、"))
        }
        (FeatureError::TargetAmongFeatures { column }, Lang::Ja) => {
            format!("「{column}」は予測する列なので、予測に使う列からは外してください。")
        }
        (FeatureError::DuplicateFeature { column }, Lang::Ja) => {
            format!("「{column}」が 2 回選ばれています。")
        }
        (FeatureError::EmptyColumn { column }, Lang::Ja) => {
            format!("「{column}」には値が 1 つもありません。外してください。")
        }
        (FeatureError::EmptyInTraining { column }, Lang::Ja) => {
            format!("「{column}」は学習用の行に値が 1 つもありません。外すか、シードを変えてください。")
        }
        (FeatureError::NoCompleteRow { rows }, Lang::Ja) => {
            format!("{rows} 行すべてに欠損値があります。欠損値を「補う」にするか、列を減らしてください。")
        }
        (FeatureError::Infinite { column, row }, Lang::Ja) => {
            format!("「{column}」の {} 行目が無限大です。", row + 1)
        }
        (FeatureError::TooManyCategories { column, found, limit }, Lang::Ja) => {
            format!(
                "「{column}」には {found} 種類のテキストがあります（上限 {limit}）。この列は外してください。"
            )
        }
        (FeatureError::TargetNotNumeric { column }, Lang::Ja) => {
            format!("「{column}」はテキストなので、数値として予測できません。「分類」を選んでください。")
        }
        (FeatureError::TargetContinuous { column }, Lang::Ja) => {
            format!("「{column}」はクラスではなく測定値です。「回帰」を選んでください。")
        }
        (FeatureError::EmptyInTraining { column }, Lang::En) => {
            format!("“{column}” has no value in the training rows. Leave it out or choose another seed.")
        }
        (FeatureError::NoCompleteRow { rows }, Lang::En) => {
            format!("Every one of the {rows} rows has a missing value. Choose “fill in”, or fewer columns.")
        }
        (FeatureError::Infinite { column, row }, Lang::En) => {
            format!("“{column}” is infinite in row {}.", row + 1)
        }
        (FeatureError::TargetNotNumeric { column }, Lang::En) => {
            format!("“{column}” is text and cannot be predicted as a number. Choose classification.")
        }
        (FeatureError::TargetContinuous { column }, Lang::En) => {
            format!("“{column}” holds measurements, not classes. Choose regression.")
        }
        (other, Lang::En) => sentence(&other.to_string()),
    }
}

fn split_error(lang: Lang, error: &SplitError) -> String {
    match (error, lang) {
        (SplitError::NoRows, Lang::Ja) => "分割する行がありません。".into(),
        (SplitError::SizeOutOfRange { size, .. }, Lang::Ja) => {
            format!("テストの割合 {size} は使えません。0 より大きく 1 より小さい数にしてください。")
        }
        (SplitError::SizeOutOfRange { size, .. }, Lang::En) => {
            format!("The test share cannot be {size}. Take a number between 0 and 1.")
        }
        (SplitError::SizesTooLarge { train, test, rows }, Lang::Ja) => {
            format!("学習 {train} 行とテスト {test} 行の合計が、全体の {rows} 行を超えています。")
        }
        (SplitError::EmptyTrain { rows }, Lang::Ja) => {
            format!("{rows} 行のうち、学習に使える行が残りません。テストの割合を小さくしてください。")
        }
        (SplitError::LengthMismatch { rows, labels }, Lang::Ja) => {
            format!("{rows} 行に対してラベルが {labels} 個です。")
        }
        (SplitError::StratifyNeedsShuffle, Lang::Ja) => "層化分割にはシャッフルが必要です。".into(),
        (SplitError::ClassTooSmall { members, .. }, Lang::Ja) => {
            format!("{members} 行しかないクラスがあります。層化分割では各クラスに 2 行以上必要です。")
        }
        (SplitError::ClassTooSmall { members, .. }, Lang::En) => {
            format!("A class has only {members} row; a stratified split needs at least 2 of each.")
        }
        (SplitError::PartTooSmall { rows, classes }, Lang::Ja) => {
            format!("{rows} 行では {classes} クラスを 1 つずつ含められません。テストの割合を変えてください。")
        }
        (SplitError::TooFewFolds { folds }, Lang::Ja) => {
            format!("分割数 {folds} は使えません。2 以上にしてください。")
        }
        (SplitError::TooManyFolds { folds, rows }, Lang::Ja) => {
            format!("{rows} 行を {folds} 個には分けられません。")
        }
        (other, Lang::En) => sentence(&other.to_string()),
    }
}

fn fit_error(lang: Lang, error: &FitError) -> String {
    match (error, lang) {
        (FitError::Parameter(problem), _) => param_error(lang, problem),
        (FitError::NoFeatures, Lang::Ja) => "学習に使う特徴量がありません。".into(),
        (FitError::TooFewRows { found, needed }, Lang::Ja) => {
            format!("行が {found} 行しかありません。{needed} 行以上必要です。")
        }
        (FitError::TooLarge { found, limit, .. }, Lang::Ja) => {
            format!("この推定器には大きすぎます（{found}、上限 {limit}）。行か列を減らしてください。")
        }
        (FitError::NotFinite { column, row }, Lang::Ja) => {
            format!("{} 行目、{} 番目の特徴量が有限の数値ではありません。", row + 1, column + 1)
        }
        (FitError::TargetNotFinite { row }, Lang::Ja) => {
            format!("{} 行目のターゲットが有限の数値ではありません。", row + 1)
        }
        (FitError::TargetMissing, Lang::Ja) => "この推定器には予測する列が必要です。".into(),
        (FitError::TargetNotNumeric, Lang::Ja) => {
            "ターゲットが数値ではありません。「分類」を選んでください。".into()
        }
        (FitError::TargetContinuous, Lang::Ja) => {
            "ターゲットはクラスではなく測定値です。「回帰」を選んでください。".into()
        }
        (FitError::LengthMismatch { rows, targets }, Lang::Ja) => {
            format!("{rows} 行に対してターゲットが {targets} 個です。")
        }
        (FitError::UnknownClass { code, labels }, Lang::Ja) => {
            format!("クラス番号 {code} に対してラベルが {labels} 個です。")
        }
        (FitError::OneClass { .. }, Lang::Ja) => {
            "学習に使う行がすべて同じクラスです。2 つ以上のクラスが必要です。".into()
        }
        (FitError::OneClass { .. }, Lang::En) => {
            "All rows to learn from are of one class; at least two are needed.".into()
        }
        (FitError::TooManyComponents { asked, most }, Lang::Ja) => {
            format!("成分数 {asked} は多すぎます。上限は {most} です。")
        }
        (FitError::Overflow, Lang::Ja) => "計算が桁あふれしました。スケーラーを使ってください。".into(),
        (other, Lang::En) => sentence(&other.to_string()),
    }
}

fn archive_error(lang: Lang, error: &ArchiveError) -> String {
    match (error, lang) {
        (ArchiveError::NotOurs, Lang::En) => {
            "This is not a file that MLOps Dojo exported. Nothing has changed.".into()
        }
        (ArchiveError::NotOurs, Lang::Ja) => {
            "MLOps 道場が書き出したファイルではありません。何も変更していません。".into()
        }
        (ArchiveError::Newer { found, known }, Lang::En) => {
            format!(
                "The file has version {found}; this page reads up to {known}. Reload the page to get the newest version. Nothing has changed."
            )
        }
        (ArchiveError::Newer { found, known }, Lang::Ja) => {
            format!(
                "ファイルのバージョンは {found} で、このページが読めるのは {known} までです。ページを再読み込みしてください。何も変更していません。"
            )
        }
        (ArchiveError::TooLarge { bytes, limit }, Lang::En) => {
            format!("The file has {bytes} bytes, at most {limit} are read. Nothing has changed.")
        }
        (ArchiveError::TooLarge { bytes, limit }, Lang::Ja) => {
            format!("ファイルが大きすぎます（{bytes} バイト、上限 {limit} バイト）。何も変更していません。")
        }
        (ArchiveError::Damaged, Lang::En) => {
            "The file is damaged: it is not what was exported. Nothing has changed.".into()
        }
        (ArchiveError::Damaged, Lang::Ja) => {
            "ファイルが壊れています。書き出したときの内容と一致しません。何も変更していません。".into()
        }
        (ArchiveError::Line { line, detail } | ArchiveError::Misfit { line, detail }, Lang::En) => {
            format!("Line {line} of the file cannot be used: {detail}. Nothing has changed.")
        }
        (ArchiveError::Line { line, detail } | ArchiveError::Misfit { line, detail }, Lang::Ja) => {
            format!("ファイルの {line} 行目が使えません（{detail}）。何も変更していません。")
        }
        (ArchiveError::MissingBlob(hash), Lang::En) => {
            format!("The content {hash} is missing from the file. Nothing has changed.")
        }
        (ArchiveError::MissingBlob(hash), Lang::Ja) => {
            format!("ファイルに内容 {hash} が含まれていません。何も変更していません。")
        }
    }
}

/// An error of an engine as a sentence.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn file_error(lang: Lang, path: &str, error: FileError) -> String {
    let (en, ja) = match error {
        FileError::NotFound => ("is not there", "が見つかりません"),
        FileError::Exists => ("is there already", "はすでにあります"),
        FileError::NotAFolder => {
            ("needs a folder where a file is", "の途中にフォルダーではなくファイルがあります")
        }
        FileError::IsAFolder => ("is a folder", "はフォルダーです"),
        FileError::NotEmpty => ("is a folder that is not empty", "は空ではないフォルダーです"),
        FileError::TooLarge => {
            ("would be larger than a file may be here (64 MB)", "は大きすぎます（1 ファイル 64 MB まで）")
        }
        FileError::NoSpace => (
            "does not fit: all files together may have 256 MB, 20,000 of them",
            "を置く余裕がありません（合計 256 MB、2 万個まで）",
        ),
        FileError::Unreachable => {
            ("could not be fetched; check the connection", "を取得できません。接続を確認してください")
        }
        FileError::NameTooLong => ("is too long a name", "は名前が長すぎます"),
        FileError::Denied | FileError::ReadOnly | FileError::Busy => {
            ("is outside your folder", "はあなたのフォルダーの外にあります")
        }
        FileError::BadDescriptor | FileError::Invalid | FileError::TooManyOpen => {
            ("cannot be used so", "はこのようには使えません")
        }
    };
    match lang {
        Lang::En => format!("“{path}” {en}."),
        Lang::Ja => format!("「{path}」{ja}。"),
    }
}
