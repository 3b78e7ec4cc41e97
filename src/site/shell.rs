//! The part of a page that is text before any script runs: title, description and body per address.
//! It knows the addresses, not how the files are written.

use serde::{Deserialize, Serialize};

/// One HTML file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address<'a> {
    /// The site's root, where the page itself chooses the language.
    Root,
    /// What a host answers when there is no such file.
    NotFound,
    /// A place in a language.
    Place {
        /// One of [`crate::ui::routes::LANGUAGES`].
        lang: &'a str,
        /// One of [`crate::ui::routes::ROUTES`].
        route: &'a str,
    },
}

impl Address<'_> {
    /// The language of the file, English where the address names none.
    pub fn lang(&self) -> &str {
        match self {
            Self::Place { lang, .. } => lang,
            Self::Root | Self::NotFound => "en",
        }
    }

    /// The file's path in the site.
    pub fn file(&self) -> String {
        match self {
            Self::Root => "index.html".into(),
            Self::NotFound => "404.html".into(),
            Self::Place { lang, route: "" } => format!("{lang}/index.html"),
            Self::Place { lang, route } => format!("{lang}/{route}/index.html"),
        }
    }
}

/// What fills the template's placeholders at one address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shell {
    /// Plain text; it is escaped when it is written.
    pub title: String,
    /// Plain text; it is escaped when it is written.
    pub description: String,
    /// HTML of our own making, set as it is into `<div id="shell">`.
    pub body_html: String,
}

/// The first paint of an address, without any script.
pub fn shell(address: Address<'_>) -> Shell {
    let (title, description) = match address.lang() {
        "ja" => ("MLOps Dojo", "ブラウザだけで動く小さな MLOps 環境で、実際のツールのコードを学ぶ。"),
        _ => ("MLOps Dojo", "Learn MLOps with the real tools' own code, in the browser alone."),
    };
    Shell { title: title.into(), description: description.into(), body_html: String::new() }
}
