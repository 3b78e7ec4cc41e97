//! The addresses of the site: `/LANGUAGE/PAGE/`, each of them a file of the built site. What a page shows (a
//! run, a data set) is in the query, so that the address stays a file.

use super::i18n::{Lang, Msg};

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// What this is, and the one click.
    Home,
    /// Data sets: `?set=ID` shows one.
    Data,
    /// The training form.
    Train,
    /// Python programs and their files.
    Python,
    /// All runs.
    Runs,
    /// One run: `?id=ID`.
    Run,
    /// Storage, export and import.
    Settings,
}

impl Page {
    /// All pages.
    pub const ALL: [Self; 7] =
        [Self::Home, Self::Data, Self::Train, Self::Python, Self::Runs, Self::Run, Self::Settings];

    /// Its part of the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Home => "",
            Self::Data => "data",
            Self::Train => "train",
            Self::Python => "python",
            Self::Runs => "runs",
            Self::Run => "run",
            Self::Settings => "settings",
        }
    }
}

/// The message that names a page.
pub const fn title_of(page: Page) -> Msg {
    match page {
        Page::Home => Msg::NavHome,
        Page::Data => Msg::DataTitle,
        Page::Train => Msg::TrainTitle,
        Page::Python => Msg::PythonTitle,
        Page::Runs | Page::Run => Msg::RunsTitle,
        Page::Settings => Msg::SettingsTitle,
    }
}

/// The message that names a page in the navigation, where room is short.
pub const fn title_of_nav(page: Page) -> Msg {
    match page {
        Page::Home => Msg::NavHome,
        Page::Data => Msg::NavData,
        Page::Train => Msg::NavTrain,
        Page::Python => Msg::PythonTitle,
        Page::Runs | Page::Run => Msg::NavRuns,
        Page::Settings => Msg::NavSettings,
    }
}

/// The message below the title of a page, for those that have one before anything else is known.
pub const fn lead_of(page: Page) -> Option<Msg> {
    match page {
        Page::Data => Some(Msg::DataLead),
        Page::Train => Some(Msg::TrainLead),
        Page::Python => Some(Msg::PythonLead),
        Page::Home | Page::Runs | Page::Run | Page::Settings => None,
    }
}

/// The codes of the languages, for the step that writes one HTML file per address.
pub const LANGUAGES: &[&str] = &[Lang::En.code(), Lang::Ja.code()];

/// The slugs of the pages, for the same step.
pub const ROUTES: &[&str] = &[
    Page::Home.slug(),
    Page::Data.slug(),
    Page::Train.slug(),
    Page::Python.slug(),
    Page::Runs.slug(),
    Page::Run.slug(),
    Page::Settings.slug(),
];

/// An address of the site, without the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The language.
    pub lang: Lang,
    /// The page.
    pub page: Page,
}

impl Route {
    /// The path below the site's root: `ja/runs/`.
    pub fn path(self) -> String {
        match self.page.slug() {
            "" => format!("{}/", self.lang.code()),
            slug => format!("{}/{slug}/", self.lang.code()),
        }
    }
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A page.
    Route(Route),
    /// The root: the language is still to be chosen.
    Root,
    /// Nothing; the language if the path names one.
    Nothing(Option<Lang>),
}

/// Reads `path` on a site that lies below `base` (`/` or `/dojo/`).
pub fn find(base: &str, path: &str) -> Found {
    let rest = path.strip_prefix(base.trim_end_matches('/')).unwrap_or(path);
    let mut parts = rest.split('/').filter(|part| !part.is_empty() && *part != "index.html");
    let Some(first) = parts.next() else { return Found::Root };
    let Some(lang) = Lang::from_code(first) else { return Found::Nothing(None) };
    let slug = parts.next().unwrap_or_default();
    let page = Page::ALL.into_iter().find(|page| page.slug() == slug);
    match (page, parts.next()) {
        (Some(page), None) => Found::Route(Route { lang, page }),
        _ => Found::Nothing(Some(lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(base: &str, path: &str, expected: Found) {
        assert_eq!(find(base, path), expected, "{base} {path}");
    }

    #[test]
    fn paths_lead_to_pages() {
        let route = |lang, page| Found::Route(Route { lang, page });
        check("/", "/", Found::Root);
        check("/", "/index.html", Found::Root);
        check("/", "/ja/", route(Lang::Ja, Page::Home));
        check("/", "/en", route(Lang::En, Page::Home));
        check("/", "/en/runs/", route(Lang::En, Page::Runs));
        check("/", "/en/runs/index.html", route(Lang::En, Page::Runs));
        check("/", "/fr/runs/", Found::Nothing(None));
        check("/", "/ja/nowhere/", Found::Nothing(Some(Lang::Ja)));
        check("/", "/ja/runs/more/", Found::Nothing(Some(Lang::Ja)));
        check("/dojo/", "/dojo/", Found::Root);
        check("/dojo/", "/dojo/ja/data/", route(Lang::Ja, Page::Data));
    }

    #[test]
    fn every_route_finds_itself() {
        for lang in Lang::ALL {
            for page in Page::ALL {
                let route = Route { lang, page };
                check("/x/", &format!("/x/{}", route.path()), Found::Route(route));
            }
        }
    }
}
