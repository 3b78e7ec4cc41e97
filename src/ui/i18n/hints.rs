//! Hints after an error of a program, in words.

use super::Lang;
use crate::world::program::Hint;

/// One line that says what to look at next.
pub fn hint(lang: Lang, hint: &Hint) -> String {
    let words = words(hint);
    match lang {
        Lang::En => format!("Hint: {}", words.en),
        Lang::Ja => format!("ヒント：{}", words.ja),
    }
}

/// A text in both languages.
struct Words {
    en: String,
    ja: String,
}

fn both(en: impl Into<String>, ja: impl Into<String>) -> Words {
    Words { en: en.into(), ja: ja.into() }
}

fn words(hint: &Hint) -> Words {
    match hint {
        Hint::UnknownName { name, similar: Some(similar) } => both(
            format!("“{name}” has no value yet. Is “{similar}” meant?"),
            format!("「{name}」にはまだ値がありません。「{similar}」のことですか。"),
        ),
        Hint::UnknownName { name, similar: None } => both(
            format!(
                "“{name}” has no value yet: assign or import it above this line, or put quotes around text."
            ),
            format!(
                "「{name}」にはまだ値がありません。この行より上で代入するか import してください。文字列なら引用符で囲みます。"
            ),
        ),
        Hint::UnknownModule { name, known } => both(
            format!(
                "There is no module “{name}” here. Besides the standard library there are: {}.",
                known.join(", ")
            ),
            format!(
                "モジュール「{name}」はここにはありません。標準ライブラリのほかに使えるのは {} です。",
                known.join("、")
            ),
        ),
        Hint::Indentation => both(
            "Lines of one block begin in the same column; use four spaces and no tabs.",
            "同じブロックの行は、同じ桁から始めます。タブは使わず、空白 4 つでそろえてください。",
        ),
        Hint::MissingColon => both(
            "A line that opens a block (if, for, while, def, class, with) ends with a colon.",
            "ブロックを始める行（if、for、while、def、class、with）の末尾にはコロン「:」が必要です。",
        ),
        Hint::NotClosed => both(
            "A bracket or a quotation mark is opened and not closed.",
            "括弧か引用符が、開いたまま閉じられていません。",
        ),
        Hint::AssignmentAsTest => {
            both("“=” assigns; to compare, write “==”.", "「=」は代入です。比べるときは「==」と書きます。")
        }
        Hint::PrintWithoutBrackets => both(
            "print is a function: print(\"text\").",
            "print は関数です。print(\"文字列\") のように括弧を付けます。",
        ),
        Hint::TextPlusNumber => both(
            "Text and a number cannot be added: use str(number), or an f-string such as f\"{number}\".",
            "文字列と数値は足せません。str(数値) か、f\"{数値}\" のような f 文字列を使います。",
        ),
        Hint::NotANumber { text } => both(
            format!("{text} cannot be read as a number. Look for empty cells, units or commas in it."),
            format!("{text} は数値として読めません。空欄、単位、桁区切りのコンマがないか確かめてください。"),
        ),
        Hint::NoSuchKey { key } => both(
            format!("There is no key {key}. Print the keys with list(d), or use d.get({key})."),
            format!("キー {key} はありません。list(d) でキーを表示するか、d.get({key}) を使ってください。"),
        ),
        Hint::IndexTooLarge => both(
            "The position is beyond the end: the first is 0, the last is len(x) - 1.",
            "位置が終わりを越えています。最初は 0、最後は len(x) - 1 です。",
        ),
        Hint::NothingThere { attribute: Some(attribute) } => both(
            format!("What stands before “.{attribute}” is None: did a function forget to return it?"),
            format!("「.{attribute}」の左側が None です。関数の return を忘れていませんか。"),
        ),
        Hint::NothingThere { attribute: None } => both(
            "One of the values is None: did a function forget to return it?",
            "値の一つが None です。関数の return を忘れていませんか。",
        ),
        Hint::NoSuchAttribute { of, attribute } => both(
            format!("“{of}” has no “{attribute}”. dir(x) shows what it has."),
            format!("「{of}」に「{attribute}」はありません。dir(x) で、使えるものを確かめられます。"),
        ),
        Hint::NotCallable { of } => both(
            format!(
                "Brackets after a value call it, and a value of type {of} is no function. Was a name overwritten?"
            ),
            format!(
                "値の後ろの括弧は呼び出しを表しますが、{of} 型の値は関数ではありません。名前を上書きしていませんか。"
            ),
        ),
        Hint::WrongArguments => both(
            "Compare the call with the function's definition: what does it take, and what must be given?.",
            "呼び出しの引数を、関数の定義と見比べてください。",
        ),
        Hint::NoSuchFile { path, present } if present.is_empty() => both(
            format!("There is no file “{path}”, and its folder is empty."),
            format!("ファイル「{path}」はありません。フォルダーは空です。"),
        ),
        Hint::NoSuchFile { path, present } => both(
            format!("There is no file “{path}”. The folder holds: {}.", present.join(", ")),
            format!("ファイル「{path}」はありません。フォルダーにあるのは {} です。", present.join("、")),
        ),
        Hint::DivisionByZero => both(
            "The divisor is 0 here. Check for an empty list or a missing value before dividing.",
            "割る数が 0 です。割る前に、空のリストや欠けた値がないか確かめてください。",
        ),
        Hint::EndlessRecursion => both(
            "A function calls itself without end: does it have a case that returns at once?",
            "関数が自分を呼び続けています。呼び出しをやめて return する場合はありますか。",
        ),
        Hint::OutOfMemory => both(
            "That needs more memory than there is here: work on a smaller part.",
            "ここで使えるメモリーを越えています。小さく分けて処理してください。",
        ),
        Hint::NoInput => both(
            "Nothing can be typed while a program runs here: put the value into a variable instead of input().",
            "ここでは実行中に入力できません。input() の代わりに、値を変数に入れてください。",
        ),
    }
}
