//! The table of messages: name, English, Japanese. `{name}` is a hole that `Msg::with` fills.

use super::{Lang, fill};

macro_rules! messages {
    ($($name:ident: $en:literal, $ja:literal;)*) => {
        /// A message of the site.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Msg { $(#[doc = $en] $name,)* }

        impl Msg {
            /// All messages.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its text in a language.
            pub const fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$name, Lang::En) => $en, (Self::$name, Lang::Ja) => $ja,)*
                }
            }
        }
    };
}

impl Msg {
    /// Its text with the holes filled.
    pub fn with(self, lang: Lang, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        fill(self.text(lang), values)
    }
}

messages! {
    SiteName: "MLOps Dojo", "MLOps 道場";
    SkipToContent: "Skip to content", "本文へ移動";
    NavHome: "Home", "ホーム";
    NavData: "Data", "データ";
    NavTrain: "Train", "学習";
    NavRuns: "Runs", "ラン";
    NavSettings: "Settings", "設定";
    NavMain: "Main", "メイン";
    LanguageSwitch: "Language", "言語";
    ThemeSwitch: "Theme", "テーマ";
    ThemeSystem: "System", "システム";
    ThemeLight: "Light", "ライト";
    ThemeDark: "Dark", "ダーク";
    FooterLine: "Everything runs in this browser. Nothing you do here leaves it.",
        "すべてこのブラウザーの中で動きます。操作の内容が外へ送られることはありません。";

    SavedAll: "Saved", "保存済み";
    Saving: "Saving…", "保存中…";
    SavedTitle: "{count} events are kept in this browser", "このブラウザーに {count} 件のイベントが保存されています";
    NotKept: "Not kept", "保存されません";
    ReadingAlong: "Reading along", "閲覧のみ";
    EngineAbsent: "Engine: not loaded", "エンジン：未読み込み";
    EngineComing: "Engine: loading…", "エンジン：読み込み中…";
    EngineLoading: "Engine: loading {done} of {total} MB", "エンジン：読み込み中 {done} / {total} MB";
    EngineIdle: "Engine: ready", "エンジン：準備完了";
    EngineBusy: "Engine: working…", "エンジン：実行中…";
    OpeningWorld: "Opening what this browser kept…", "このブラウザーに保存された内容を開いています…";

    HomeTitle: "Learn MLOps by doing it.", "手を動かして学ぶ MLOps";
    HomeLead: "Train real models on real data, right here in your browser. Every run is recorded, charted and kept. No account, no server, nothing to install.",
        "本物のデータで本物のモデルを、このブラウザーの中で学習させます。ランはすべて記録され、グラフになり、次に開いたときも残っています。アカウントもサーバーもインストールも要りません。";
    HomeStart: "Train a model on 1,599 wines", "1,599 本のワインでモデルを学習する";
    HomeStartHint: "One click: loads the data, fits a random forest and opens the recorded run.",
        "ワンクリックで、データの読み込み、ランダムフォレストの学習、記録されたランの表示まで進みます。";
    HomeOwn: "Use my own CSV", "自分の CSV を使う";
    HomeContinue: "Go on with my runs ({count})", "ランの続きから（{count} 件）";
    HomeStepData: "Data", "データ";
    HomeStepDataText: "Seven classic data sets, or your own CSV. See every column before you trust it.",
        "定番のデータセットが 7 つ。自分の CSV も使えます。信頼する前に、すべての列を確かめましょう。";
    HomeStepTrain: "Train", "学習";
    HomeStepTrainText: "{count} estimators with scikit-learn's names and defaults. Same seed, same split, same numbers.",
        "scikit-learn と同じ名前、同じ既定値の推定器が {count} 種類。シードが同じなら、分割も数値も同じです。";
    HomeStepRuns: "Track", "追跡";
    HomeStepRunsText: "Parameters, metrics, charts and the data's fingerprint, recorded as MLflow does.",
        "パラメーター、メトリクス、グラフ、データのフィンガープリントを MLflow と同じ形で記録します。";

    DataTitle: "Data", "データ";
    DataLead: "Choose a data set, or bring your own. A file is read in this browser and stays here.",
        "データセットを選ぶか、手元のファイルを使いましょう。ファイルはこのブラウザーの中だけで読み込まれます。";
    DataYours: "In your world", "使えるデータ";
    DataNone: "No data set yet. Add one below, or drop a CSV file here: it will appear with its columns, types and statistics.",
        "まだデータセットがありません。下から追加するか、CSV ファイルをここにドロップしてください。列、型、統計量がすぐに表示されます。";
    DataBuiltin: "Ready to use", "すぐに使えるデータ";
    DataAdd: "Add", "追加";
    DataAdded: "Added", "追加済み";
    DataOpen: "Open", "開く";
    DataRemove: "Remove", "取り除く";
    DataRemoved: "Removed “{name}”. Runs that used it keep its fingerprint.", "「{name}」を取り除きました。このデータを使ったランにはフィンガープリントが残ります。";
    DataRemoveAsk: "Remove this data set? Runs that used it keep its name and fingerprint; the rows are needed to train on it again.",
        "このデータセットを取り除きますか。使ったランには名前とフィンガープリントが残りますが、もう一度学習するには追加し直す必要があります。";
    DataUpload: "Choose a CSV file", "CSV ファイルを選ぶ";
    DataDrop: "or drop it anywhere on this page", "またはこのページのどこかにドロップ";
    DataDropNow: "Drop the file to read it", "ドロップすると読み込みます";
    DataUploadHint: "Comma, semicolon, tab or pipe; with or without a header; up to 64 MB.",
        "区切りはカンマ、セミコロン、タブ、縦棒。ヘッダーはあってもなくても構いません。64 MB まで。";
    DataReading: "Reading {name}…", "{name} を読み込んでいます…";
    DataSize: "{rows} rows × {columns} columns", "{rows} 行 × {columns} 列";
    DataLicence: "Licence: {licence}", "ライセンス：{licence}";
    DataTrainOn: "Train on this data", "このデータで学習する";
    DataBack: "All data sets", "データセット一覧";
    DataColumns: "Columns", "列";
    DataRows: "Rows", "行";
    DataFingerprint: "Fingerprint", "フィンガープリント";
    DataFromFile: "From the file {name}", "ファイル {name} から";
    DataFromSite: "Comes with this site", "このサイトに付属";
    DataMissingSet: "This data set is not in your world. It may have been removed.", "このデータセットはありません。取り除かれたのかもしれません。";
    KindFloat: "decimal", "小数";
    KindInteger: "integer", "整数";
    KindBoolean: "true / false", "真偽値";
    KindDate: "date", "日付";
    KindText: "text", "テキスト";
    StatMissing: "missing", "欠損";
    StatDistinct: "distinct", "種類";
    StatMean: "mean", "平均";
    StatStd: "std", "標準偏差";
    StatMin: "min", "最小";
    StatQ1: "25%", "25%";
    StatMedian: "50%", "50%";
    StatQ3: "75%", "75%";
    StatMax: "max", "最大";
    StatCount: "count", "個数";
    StatTop: "most frequent", "最頻値";
    HistogramOf: "Distribution of {name}", "{name} の分布";
    ValueAxis: "value", "値";
    RowsAxis: "rows", "行数";
    OtherValues: "other", "その他";
    CellMissing: "missing", "欠損";

    TrainTitle: "Train a model", "モデルを学習する";
    TrainLead: "Fill in what you want to try. Every training becomes a run that you can look up later.",
        "試したい条件を選んでください。学習はすべてランとして記録され、あとで見返せます。";
    TrainData: "Data set", "データセット";
    TrainChooseData: "Choose a data set…", "データセットを選択…";
    TrainNotAdded: "{name} (will be added)", "{name}（追加されます）";
    TrainTask: "What to learn", "学習の種類";
    TaskClassification: "Classification: which class?", "分類：どのクラス？";
    TaskRegression: "Regression: how much?", "回帰：いくつ？";
    TaskClustering: "Clustering: which rows are alike?", "クラスタリング：似た行は？";
    TaskReduction: "Reduction: fewer dimensions", "次元削減";
    TrainTarget: "Column to predict (target)", "予測する列（ターゲット）";
    TrainFeatures: "Columns to predict from (features)", "予測に使う列（特徴量）";
    TrainAll: "All", "すべて選択";
    TrainNone: "None", "すべて解除";
    TrainModel: "Estimator", "推定器";
    TrainParams: "Parameters", "パラメーター";
    TrainNoParams: "This estimator has no parameters.", "この推定器にパラメーターはありません。";
    TrainDefault: "default: {value}", "既定値：{value}";
    TrainSplit: "Split and preparation", "分割と前処理";
    TrainTestSize: "Test share", "テストの割合";
    TrainSeed: "Seed (random_state)", "シード（random_state）";
    TrainStratify: "Same class shares in both parts (stratify)", "クラスの比率を保って分割（stratify）";
    TrainScaler: "Scaler", "スケーラー";
    TrainNoScaler: "none", "なし";
    TrainMissing: "Missing values", "欠損値";
    MissingDrop: "drop the rows", "行を除く";
    MissingFill: "fill in (mean, most frequent)", "補う（平均・最頻値）";
    TrainRunName: "Run name", "ラン名";
    TrainRunNameHint: "left empty: one is made up", "空欄なら自動で付きます";
    TrainGo: "Train", "学習する";
    TrainStop: "Stop", "停止";
    TrainStopped: "Stopped. What was logged before is kept.", "停止しました。それまでに記録された内容は残っています。";
    TrainAgain: "Train again with changes", "条件を変えて学習する";
    TrainResultHere: "The run will appear here: its progress, its metrics and its charts.",
        "ここにランが表示されます。進み具合、メトリクス、グラフを確認できます。";
    TrainNeedsData: "Choose a data set first.", "先にデータセットを選んでください。";
    TrainNeedsTarget: "Choose the column to predict.", "予測する列を選んでください。";
    TrainNeedsFeatures: "Choose at least one column to predict from.", "予測に使う列を 1 つ以上選んでください。";
    TrainDone: "Done in {ms} ms", "{ms} ミリ秒で完了";
    PhaseReading: "Reading", "読み込み";
    PhaseProfiling: "Measuring columns", "列の集計";
    PhaseFitting: "Fitting", "学習";
    PhaseEvaluating: "Evaluating", "評価";
    FieldWrongNumber: "“{found}” is not a number", "「{found}」は数値ではありません";

    PythonTitle: "Python", "Python";
    PythonLead: "Write a program and run it here, in this browser. What it prints and every file that it writes stays in your world.",
        "プログラムを書いて、このブラウザーの中で実行できます。出力はその場に表示され、書き出したファイルはこのブラウザーに残ります。";
    PythonFiles: "Files", "ファイル";
    PythonNoFiles: "No file yet. Begin with a sample, or make a file of your own.",
        "まだファイルがありません。サンプルから始めるか、新しいファイルを作りましょう。";
    PythonSamples: "Samples", "サンプル";
    PythonNew: "New file", "新しいファイル";
    PythonNewName: "Name of the new file", "新しいファイルの名前";
    PythonMake: "Make", "作成";
    PythonNewHint: "For example train.py, or data/notes.txt.", "例：train.py、data/notes.txt";
    PythonRemove: "Remove {name}", "{name} を取り除く";
    PythonRemoved: "Removed {name}.", "{name} を取り除きました。";
    PythonEditor: "Content of {name}", "{name} の内容";
    PythonNotText: "This file is not text. It has {size}.", "このファイルはテキストではありません（{size}）。";
    PythonRun: "Run", "実行";
    PythonStop: "Stop", "停止";
    PythonRunHint: "Ctrl + Enter runs the file. Escape, then Tab leaves the editor.",
        "Ctrl + Enter で実行。Esc のあと Tab でエディターから抜けます。";
    PythonOutput: "Output", "出力";
    PythonNoOutput: "What the program prints appears here.", "プログラムの出力がここに表示されます。";
    PythonRunning: "Running…", "実行中…";
    PythonFinished: "Finished", "終了しました";
    PythonFailed: "Ended with exit code {code}", "終了コード {code} で終わりました";
    PythonStopped: "Stopped. What it had written before is kept.", "停止しました。それまでに書き出したものは残っています。";
    PythonCut: "The program printed more than is shown here; the rest is left out.",
        "出力が多すぎるため、残りは表示していません。";
    PythonFigures: "Figures", "図";
    PythonFigure: "Figure {number}: {what}", "図 {number}：{what}";
    PythonChanges: "What changed in your world", "変わったこと";
    PythonNoChanges: "Nothing.", "ありません。";
    PythonChangeWritten: "written", "書き出し";
    PythonChangeRemoved: "removed", "削除";
    PythonChangeFolder: "folder made", "フォルダー作成";
    PythonChangeRun: "run {name}", "ラン {name}";
    SampleFirstSteps: "First steps", "はじめの一歩";
    SampleReadAndReport: "Read a table, write a report", "表を読んでレポートを書く";
    SampleGradientDescent: "Gradient descent by hand", "勾配降下法を自分で書く";
    SampleExploreWine: "Explore a table with pandas", "pandas で表を調べる";
    SampleIris: "Compare two classifiers", "二つの分類器を比べる";
    SampleLogRuns: "Log runs with MLflow", "MLflow でランを記録する";
    SampleRetry: "Retry with growing delays", "間隔を延ばしながら再試行";
    SampleError: "Find the error", "エラーを見つける";

    RunsTitle: "Runs", "ラン";
    RunsNone: "No run yet. Train a model: its parameters, metrics and charts will be listed here, and still be there tomorrow.",
        "まだランがありません。モデルを学習すると、パラメーター、メトリクス、グラフがここに並び、明日も残っています。";
    RunsFilter: "Filter", "絞り込み";
    RunsFilterHint: "name, data, estimator, alpha=0.5 …", "名前、データ、推定器、alpha=0.5 など";
    RunsShown: "{shown} of {all} runs", "{all} 件中 {shown} 件";
    RunsNoMatch: "No run matches “{text}”.", "「{text}」に一致するランはありません。";
    RunsClearFilter: "Clear the filter", "絞り込みを解除";
    RunsShowDeleted: "Deleted runs", "削除したラン";
    RunsSelected: "{count} selected", "{count} 件選択中";
    RunsSelectAll: "Select all shown", "表示中のランをすべて選択";
    RunsSelectOne: "Select {name}", "{name} を選択";
    RunsDelete: "Delete", "削除";
    RunsRestore: "Restore", "元に戻す";
    RunsDeletedNote: "Deleted {count} runs.", "{count} 件のランを削除しました。";
    RunsRestoredNote: "Restored {count} runs.", "{count} 件のランを元に戻しました。";
    Undo: "Undo", "取り消す";
    ColName: "Name", "名前";
    ColStarted: "Started", "開始";
    ColStatus: "Status", "状態";
    ColData: "Data", "データ";
    ColModel: "Estimator", "推定器";
    SortBy: "Sort by {column}", "{column} で並べ替え";
    StatusRunning: "running", "実行中";
    StatusFinished: "finished", "完了";
    StatusFailed: "failed", "失敗";
    StatusKilled: "stopped", "停止";
    StatusScheduled: "scheduled", "待機中";

    RunMissing: "There is no run of this id in this browser.", "このブラウザーにこの ID のランはありません。";
    RunBack: "All runs", "ラン一覧";
    RunParams: "Parameters", "パラメーター";
    RunMetrics: "Metrics", "メトリクス";
    RunTags: "Tags", "タグ";
    RunInputs: "Data", "データ";
    RunArtifacts: "Artifacts", "アーティファクト";
    RunNoParams: "No parameter was logged.", "パラメーターは記録されていません。";
    RunNoMetrics: "No metric was logged yet.", "メトリクスはまだ記録されていません。";
    RunDeletedNote: "This run is deleted. Restore it to change it or to list it again.", "このランは削除されています。元に戻すと、再び一覧に表示されます。";
    RunDownload: "Download", "ダウンロード";
    ChartCurve: "{metric} by step", "ステップごとの {metric}";
    ChartConfusion: "Confusion matrix (test rows)", "混同行列（テスト行）";
    ChartResiduals: "Residuals (test rows)", "残差（テスト行）";
    ChartPredicted: "predicted", "予測値";
    ChartActual: "actual", "実際の値";
    ChartResidual: "actual − predicted", "実際の値 − 予測値";
    ChartStep: "step", "ステップ";
    ErrorDetail: "What went wrong", "うまくいかなかった理由";

    SettingsTitle: "Settings", "設定";
    SettingsStorage: "What is kept here", "保存されている内容";
    SettingsStorageText: "{used} used of {quota} that this browser allows.", "このブラウザーで使える {quota} のうち {used} を使用しています。";
    SettingsPersistent: "The browser has promised not to clear it by itself.", "ブラウザーが自動で消去しない設定になっています。";
    SettingsNotPersistent: "The browser may clear it when space is short. An export is a safe copy.", "空き容量が少なくなると、ブラウザーが消去することがあります。書き出しておくと安心です。";
    SettingsExport: "Export all", "すべて書き出す";
    SettingsExportText: "One file with every run, data set and event. It can be imported in any browser.",
        "ラン、データセット、イベントをすべて 1 つのファイルにまとめます。どのブラウザーでも読み込めます。";
    SettingsImport: "Import a file", "ファイルを読み込む";
    SettingsImportText: "Adds what the file holds and is not here yet. A damaged file changes nothing.",
        "ファイルの内容のうち、まだここにないものを追加します。壊れたファイルでは何も変わりません。";
    SettingsImported: "Added {runs} runs and {datasets} data sets; {known} were here already.",
        "ラン {runs} 件、データセット {datasets} 件を追加しました（{known} 件はすでにありました）。";
    SettingsErase: "Erase everything", "すべて消去する";
    SettingsEraseText: "Removes all runs and data sets from this browser, for good.", "このブラウザーからすべてのランとデータセットを完全に消去します。";
    SettingsEraseAsk: "Erase {runs} runs and {datasets} data sets for good? Export them first if you may want them again.",
        "ラン {runs} 件、データセット {datasets} 件を完全に消去しますか。あとで必要になるかもしれない場合は、先に書き出してください。";
    SettingsErased: "Everything was erased.", "すべて消去しました。";
    Cancel: "Cancel", "キャンセル";
    Close: "Close", "閉じる";
    Working: "Working…", "処理中…";

    NotFoundTitle: "There is no page at this address.", "このアドレスにページはありません。";
    NotFoundBack: "Back to the start", "最初のページへ";
    Reload: "Reload", "再読み込み";
    TryAgain: "Try again", "もう一度試す";
    PageNotFetched: "This page could not be fetched. Check the connection and try again; if the site was updated meanwhile, reload. What was saved is safe.",
        "ページを取得できませんでした。接続を確認して、もう一度お試しください。サイトが更新されたあとなら、再読み込みしてください。保存済みの内容は無事です。";
    MetaDescription: "Learn MLOps in your browser: train real models, track every run, nothing to install.",
        "ブラウザーだけで学ぶ MLOps。本物のモデルを学習させ、すべてのランを記録。インストールは不要です。";

    SetWineQuality: "Red wine quality", "赤ワインの品質";
    SetWineQualityText: "Predict a taster's score from eleven chemical measurements.", "11 の化学的な測定値から、品質の評点を予測します。";
    SetIris: "Iris", "アヤメ";
    SetIrisText: "Tell three species apart by four measurements of the flower.", "花の 4 つの寸法から、3 つの品種を見分けます。";
    SetWine: "Wine cultivars", "ワインの品種";
    SetWineText: "Tell three cultivars apart by thirteen constituents.", "13 の成分から、3 つの品種を見分けます。";
    SetBreastCancer: "Breast cancer diagnosis", "乳がんの診断";
    SetBreastCancerText: "Malignant or benign, from thirty features of cell nuclei.", "細胞核の 30 の特徴から、悪性か良性かを判定します。";
    SetDiabetes: "Diabetes progression", "糖尿病の進行";
    SetDiabetesText: "Predict the progression after a year from ten scaled measurements.", "標準化された 10 の検査値から、1 年後の進行度を予測します。";
    SetDigits: "Handwritten digits", "手書き数字";
    SetDigitsText: "Read 0 to 9 from images of 8 × 8 pixels.", "8 × 8 画素の画像から、0〜9 の数字を読み取ります。";
    SetWeather: "Seattle weather", "シアトルの天気";
    SetWeatherText: "Predict the day's high from the daily weather of 2012 to 2015. Dated, so that drift can be seen.",
        "2012〜2015 年の毎日の気象から最高気温を予測します。日付つきなので、ドリフトの観察にも使えます。";
    SetUnknown: "Data set", "データセット";
    SetUnknownText: "This version of the site does not know it.", "このバージョンのサイトにはないデータセットです。";
}
