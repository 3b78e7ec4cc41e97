//! The words of the site in both languages, side by side: a message without its twin does not compile.

mod datasets;
#[cfg(feature = "compute")]
mod errors;
mod estimators;
mod figures;
mod hints;
mod messages;
mod notices;

pub use datasets::builtin_texts;
#[cfg(feature = "compute")]
pub use errors::worded;
pub use estimators::{estimator_name, param_help};
pub use figures::figure;
pub use hints::hint;
pub use messages::Msg;
pub use notices::{failure, failure_lines, host_error, reader, trouble};

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// Its code in addresses and in `lang`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// What it calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",
            Self::En => "English",
        }
    }

    /// The language of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language for a visitor whose browser asks for `wanted` (tags as `ja-JP`, best first).
    pub fn choose<'a>(mut wanted: impl Iterator<Item = &'a str>) -> Self {
        wanted.find_map(|tag| Self::from_code(tag.split('-').next().unwrap_or_default())).unwrap_or(Self::En)
    }
}

/// Fills `{name}` in `template` with the value of that name.
pub fn fill(template: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), &value.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn holes(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
    }

    #[test]
    fn both_languages_have_the_same_holes() {
        for msg in Msg::ALL {
            assert_eq!(holes(msg.text(Lang::En)), holes(msg.text(Lang::Ja)), "{msg:?}");
            assert!(!msg.text(Lang::En).is_empty() && !msg.text(Lang::Ja).is_empty(), "{msg:?}");
        }
    }

    #[test]
    fn the_browser_chooses_the_language() {
        assert_eq!(Lang::choose(["ja-JP", "en"].into_iter()), Lang::Ja);
        assert_eq!(Lang::choose(["fr", "en-GB", "ja"].into_iter()), Lang::En);
        assert_eq!(Lang::choose(["fr"].into_iter()), Lang::En);
    }
}
