//! What the page itself must tell: why a command has no reply, why the browser could not do something, troubles
//! with the place where things are kept.

use super::Lang;
use crate::world::command::Failure;
use crate::world::port::{HostError, Trouble};

/// Why a command has no reply, in one paragraph.
pub fn failure(lang: Lang, failure: &Failure) -> String {
    failure_lines(lang, failure).join(" ")
}

/// The same, one line a problem.
pub fn failure_lines(lang: Lang, failure: &Failure) -> Vec<String> {
    let line = match (failure, lang) {
        (Failure::Refused(worded), Lang::En) => return worded.en.clone(),
        (Failure::Refused(worded), Lang::Ja) => return worded.ja.clone(),
        (Failure::Content, Lang::En) => {
            "The rows of this data set are missing from this browser. Remove it and add it again.".into()
        }
        (Failure::Content, Lang::Ja) => {
            "このデータセットの中身がこのブラウザーに見つかりません。取り除いて、もう一度追加してください。".into()
        }
        (Failure::Stopped, Lang::En) => "Stopped. What was logged before is kept.".into(),
        (Failure::Stopped, Lang::Ja) => "停止しました。それまでに記録された内容は残っています。".into(),
        (Failure::ReadOnly, Lang::En) => {
            "Another tab of this site is writing. Use that one, or close it: this one then takes over.".into()
        }
        (Failure::ReadOnly, Lang::Ja) => {
            "このサイトの別のタブが書き込み中です。そちらを使うか閉じてください。閉じるとこのタブが引き継ぎます。".into()
        }
        (Failure::Crashed(detail), Lang::En) => {
            format!("The engine ended by an error of its own; nothing that was saved is lost, and it has been started again. ({detail})")
        }
        (Failure::Crashed(detail), Lang::Ja) => {
            format!("エンジンが内部エラーで終了しました。保存済みの内容は失われていません。エンジンは再起動しました。（{detail}）")
        }
        (Failure::NoEngine(detail), Lang::En) => {
            format!("The engine could not be loaded. Check the connection and try again. ({detail})")
        }
        (Failure::NoEngine(detail), Lang::Ja) => {
            format!("エンジンを読み込めませんでした。接続を確認して、もう一度試してください。（{detail}）")
        }
    };
    vec![line]
}

/// Why the browser could not do it.
pub fn host_error(lang: Lang, error: &HostError) -> String {
    match (error, lang) {
        (HostError::ReadOnly, _) => failure(lang, &Failure::ReadOnly),
        (HostError::NoSuchContent(_), Lang::En) => "This content is not kept in this browser.".into(),
        (HostError::NoSuchContent(_), Lang::Ja) => "この内容はこのブラウザーに保存されていません。".into(),
        (HostError::Fetch { path, detail }, Lang::En) => {
            format!("{path} could not be read: {detail}. Check the connection and try again.")
        }
        (HostError::Fetch { path, detail }, Lang::Ja) => {
            format!("{path} を読み込めませんでした（{detail}）。接続を確認して、もう一度試してください。")
        }
        (HostError::Storage(detail), Lang::En) => format!("The browser's storage refused: {detail}."),
        (HostError::Storage(detail), Lang::Ja) => {
            format!("ブラウザーの保存領域でエラーが起きました：{detail}")
        }
    }
}

/// What the visitor must know.
pub fn trouble(lang: Lang, trouble: &Trouble) -> String {
    match (trouble, lang) {
        (Trouble::NoStorage(_), Lang::En) => {
            "This browser keeps nothing here (a private window?). You can work, but it is gone with the tab: export what you want to keep.".into()
        }
        (Trouble::NoStorage(_), Lang::Ja) => {
            "このブラウザーでは内容を保存できません（プライベートウィンドウなど）。作業はできますが、タブを閉じると失われます。残したい内容は書き出してください。".into()
        }
        (Trouble::NewerJournal { found, known }, Lang::En) => {
            format!("What this browser kept was written by a newer version of this site (version {found}, this page knows {known}). It is left as it is. Reload to get the newest page.")
        }
        (Trouble::NewerJournal { found, known }, Lang::Ja) => {
            format!("保存された内容は、より新しいバージョンのサイトで書かれています（バージョン {found}、このページは {known} まで）。内容には手を加えていません。再読み込みして最新のページを使ってください。")
        }
        (Trouble::DamagedJournal { seq, detail }, Lang::En) => {
            format!("What this browser kept cannot be read from event {seq} on ({detail}). It is left as it is.")
        }
        (Trouble::DamagedJournal { seq, detail }, Lang::Ja) => {
            format!("保存された内容のうち、イベント {seq} 以降が読み込めません（{detail}）。内容には手を加えていません。")
        }
        (Trouble::Full, Lang::En) => {
            "There is no room left in this browser's storage. Export what you want to keep, then erase what you do not need (Settings).".into()
        }
        (Trouble::Full, Lang::Ja) => {
            "ブラウザーの保存領域がいっぱいです。設定ページで、残したい内容を書き出してから、不要な内容を消去してください。".into()
        }
        (Trouble::WriteFailed(detail), Lang::En) => {
            format!("The last changes could not be kept ({detail}). They are tried again; leave this tab open.")
        }
        (Trouble::WriteFailed(detail), Lang::Ja) => {
            format!("直前の変更を保存できませんでした（{detail}）。再試行します。このタブを閉じないでください。")
        }
        (Trouble::StaleEngine, Lang::En) => {
            "The engine in this browser's cache is older than the page. Reload to get the matching one.".into()
        }
        (Trouble::StaleEngine, Lang::Ja) => {
            "キャッシュにあるエンジンがページと合っていません。再読み込みしてください。".into()
        }
        (Trouble::NoLocks, Lang::En) => {
            "Served this way (plain http), the browser cannot tell tabs apart: use only one tab of this site at a time.".into()
        }
        (Trouble::NoLocks, Lang::Ja) => {
            "この配信方法（http）では、ブラウザーがタブを区別できません。このサイトは 1 つのタブだけで使ってください。".into()
        }
    }
}

/// What a tab says that only reads along.
pub fn reader(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Another tab of this site is writing. This one reads along; close the other and it takes over."
        }
        Lang::Ja => {
            "このサイトの別のタブが書き込み中です。このタブは閲覧のみです。もう一方を閉じると、こちらで操作できるようになります。"
        }
    }
}
