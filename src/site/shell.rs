//! The part of a page that is text before any script runs: title, description and body per address.
//! It knows the addresses, not how the files are written.

use crate::ui::i18n::{Lang, Msg};
use crate::ui::icons::MARK;
use crate::ui::routes::{Page, Route, lead_of, title_of, title_of_nav};
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

/// The first paint of an address, without any script: the same frame and the same words as the page draws, so
/// that nothing moves when it takes over.
pub fn shell(address: Address<'_>) -> Shell {
    let lang = Lang::from_code(address.lang()).unwrap_or(Lang::En);
    let page = match address {
        Address::Place { route, .. } => Page::ALL.into_iter().find(|page| page.slug() == route),
        Address::Root => Some(Page::Home),
        Address::NotFound => None,
    };
    let site = Msg::SiteName.text(lang);
    let title = match page {
        Some(Page::Home) => format!("{site}: {}", Msg::HomeTitle.text(lang)),
        Some(page) => format!("{} · {site}", title_of(page).text(lang)),
        None => site.to_owned(),
    };
    let main = match (address, page) {
        // The page goes on to a language at once: nothing that would flash by.
        (Address::Root, _) | (_, None) => String::new(),
        (_, Some(page)) => main_of(page, lang),
    };
    let description = Msg::MetaDescription.text(lang).into();
    Shell {
        title,
        description,
        body_html: format!("{}<main class=\"main\">{main}</main>", header(lang, page)),
    }
}

fn header(lang: Lang, current: Option<Page>) -> String {
    let link = |page: Page| {
        let here = if Some(page) == current { " aria-current=\"page\"" } else { "" };
        let (path, name) = (Route { lang, page }.path(), title_of_nav(page).text(lang));
        format!("<li><a class=\"nav__link\" href=\"{path}\"{here}>{name}</a></li>")
    };
    let links: String =
        [Page::Home, Page::Data, Page::Train, Page::Python, Page::Runs, Page::Settings].map(link).concat();
    format!(
        "<header class=\"header\"><a class=\"brand\" href=\"{home}\"><svg class=\"icon\" viewBox=\"0 0 20 20\" \
         width=\"20\" height=\"20\" aria-hidden=\"true\"><path d=\"{MARK}\"/></svg><span>{site}</span></a>\
         <nav class=\"nav\" aria-label=\"{label}\"><ul class=\"nav__list\">{links}</ul></nav></header>",
        home = Route { lang, page: Page::Home }.path(),
        site = Msg::SiteName.text(lang),
        label = Msg::NavMain.text(lang),
    )
}

fn main_of(page: Page, lang: Lang) -> String {
    if page == Page::Home {
        return format!(
            "<section class=\"hero\"><h1 class=\"hero__title\">{}</h1><p class=\"hero__lead\">{}</p>\
             <div class=\"hero__actions\"><button type=\"button\" class=\"button button--primary button--large\" \
             disabled>{}</button><a class=\"button\" href=\"{}\">{}</a></div><p class=\"hero__hint\">{}</p></section>",
            Msg::HomeTitle.text(lang),
            Msg::HomeLead.text(lang),
            Msg::HomeStart.text(lang),
            Route { lang, page: Page::Data }.path(),
            Msg::HomeOwn.text(lang),
            Msg::HomeStartHint.text(lang),
        );
    }
    let title = title_of(page).text(lang);
    let lead = lead_of(page).map(|lead| format!("<p class=\"lead\">{}</p>", lead.text(lang)));
    format!("<section class=\"page\"><h1>{title}</h1>{}</section>", lead.unwrap_or_default())
}
