//! The addresses of the site: pure data, shared by the page's router and by the native step that writes one
//! HTML file per address. It knows nothing of how a page looks.

/// The languages of the site, the first one being that of an address without a language.
pub const LANGUAGES: &[&str] = &["en", "ja"];

/// The places below a language (`/en/runs/` is `runs`); the empty one is the home page.
pub const ROUTES: &[&str] = &["", "data", "train", "runs", "run", "settings"];
