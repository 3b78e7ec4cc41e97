//! The frame of every page: header, navigation, status line, notices, and the page that the address names.

use super::i18n::{Lang, Msg};
use super::pages;
use super::routes::{Found, Page, Route, find, title_of, title_of_nav};
use super::session::Session;
use super::widgets::{Icon, StatusLine, ToastLine, Troubles};
use crate::world::port::Look;
use leptos::prelude::*;

/// The whole site.
#[component]
pub fn App(
    /// What all pages share, joined to the browser.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    pages::provide_forms();
    pages::fetch_rest(session);
    view! { <Frame/> }
}

#[component]
fn Frame() -> impl IntoView {
    let session = Session::get();
    let found = Memo::new(move |_| session.path.with(|path| find(&session.base(), path)));
    follow_address(session, found);
    // The page stays as it is when only the language changes: nothing that was typed is lost.
    let page = Memo::new(move |_| match found.get() {
        Found::Route(route) => Some(route.page),
        Found::Root => Some(Page::Home),
        Found::Nothing(_) => None,
    });
    present_document(session, page);
    view! {
        <a class="skip-link" href="#main">{session.t(Msg::SkipToContent)}</a>
        <Header page/>
        <Troubles/>
        <main id="main" class="main" tabindex="-1">
            {move || page_view(session, page.get())}
        </main>
        <footer class="footer"><p>{session.t(Msg::FooterLine)}</p></footer>
        <ToastLine/>
        <StatusLine/>
        <DropVeil/>
    }
}

fn page_view(session: Session, page: Option<Page>) -> AnyView {
    match page {
        Some(Page::Home) => pages::Home().into_any(),
        Some(page) => pages::later(session, page),
        None => pages::NotFound().into_any(),
    }
}

/// The language follows the address; an address without one is completed.
fn follow_address(session: Session, found: Memo<Found>) {
    Effect::new(move |_| match found.get() {
        Found::Route(Route { lang, .. }) | Found::Nothing(Some(lang)) => {
            if session.lang.get_untracked() != lang {
                session.lang.set(lang);
            }
            session.host(|host| host.keep_setting("language", lang.code()));
        }
        Found::Root => {
            let home = Route { lang: session.lang.get_untracked(), page: Page::Home };
            let address = format!("{}{}", session.base(), home.path());
            session.host(|host| host.go(&address, true));
        }
        Found::Nothing(None) => {}
    });
}

fn present_document(session: Session, page: Memo<Option<Page>>) {
    let theme = use_theme(session);
    Effect::new(move |_| {
        let site = session.text(Msg::SiteName);
        let title = match page.get() {
            Some(Page::Home) => format!("{site}: {}", session.text(Msg::HomeTitle)),
            Some(page) => format!("{} · {site}", session.text(title_of(page))),
            None => site.to_owned(),
        };
        let look = Look { lang: session.lang.get().code(), title, theme: theme.get().attribute() };
        session.host(|host| host.present(&look));
    });
    // A reader of the screen is taken to the new page, but not away from the address bar on the first one.
    Effect::new(move |before: Option<Option<Page>>| {
        let now = page.get();
        if before.is_some_and(|before| before != now) {
            session.host(|host| host.focus("main"));
        }
        now
    });
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    fn name(self) -> Msg {
        match self {
            Self::System => Msg::ThemeSystem,
            Self::Light => Msg::ThemeLight,
            Self::Dark => Msg::ThemeDark,
        }
    }
}

#[derive(Clone, Copy)]
struct ThemeChoice(RwSignal<Theme>);

fn use_theme(session: Session) -> RwSignal<Theme> {
    if let Some(ThemeChoice(choice)) = use_context() {
        return choice;
    }
    let kept = session.host(|host| host.setting("theme")).flatten();
    let theme = Theme::ALL.into_iter().find(|theme| theme.attribute() == kept.as_deref());
    let choice = RwSignal::new(theme.unwrap_or(Theme::System));
    provide_context(ThemeChoice(choice));
    choice
}

#[component]
fn Header(page: Memo<Option<Page>>) -> impl IntoView {
    let session = Session::get();
    view! {
        <header class="header">
            <a class="brand" href=session.to(Page::Home)>
                <Icon name="mark"/>
                <span>{session.t(Msg::SiteName)}</span>
            </a>
            <nav class="nav" aria-label=session.t(Msg::NavMain)>
                <ul class="nav__list">
                    {[Page::Home, Page::Data, Page::Train, Page::Python, Page::Runs, Page::Settings]
                        .map(|target| view! { <NavLink target page/> }.into_any())
                        .into_iter()
                        .collect_view()}
                </ul>
            </nav>
            <div class="header__tools">
                <LanguageSwitch page/>
                <ThemeSwitch/>
            </div>
        </header>
    }
}

#[component]
fn NavLink(target: Page, page: Memo<Option<Page>>) -> impl IntoView {
    let session = Session::get();
    let current = move || {
        let shown = match page.get() {
            Some(Page::Run) => Some(Page::Runs),
            other => other,
        };
        (shown == Some(target)).then_some("page")
    };
    view! {
        <li>
            <a class="nav__link" href=session.to(target) aria-current=current>
                {session.t(title_of_nav(target))}
            </a>
        </li>
    }
}

#[component]
fn LanguageSwitch(page: Memo<Option<Page>>) -> impl IntoView {
    let session = Session::get();
    let switch = move |lang: Lang| {
        let page = page.get_untracked().unwrap_or(Page::Home);
        let query = session.query.get_untracked();
        let query = if query.is_empty() { query } else { format!("?{query}") };
        session.go(&format!("{}{}{query}", session.base(), Route { lang, page }.path()));
    };
    view! {
        <div class="segments" role="group" aria-label=session.t(Msg::LanguageSwitch)>
            {Lang::ALL
                .into_iter()
                .map(|lang| {
                    view! {
                        <button
                            type="button"
                            class="segments__item"
                            lang=lang.code()
                            aria-pressed=move || (session.lang.get() == lang).to_string()
                            on:click=move |_| switch(lang)
                        >
                            {match lang { Lang::Ja => "日本語", Lang::En => "EN" }}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

#[component]
fn ThemeSwitch() -> impl IntoView {
    let session = Session::get();
    let theme = use_theme(session);
    let next = move |_| {
        let now = theme.get_untracked();
        let place = Theme::ALL.iter().position(|other| *other == now).unwrap_or(0);
        let chosen = Theme::ALL.into_iter().cycle().nth(place + 1).unwrap_or(Theme::System);
        theme.set(chosen);
        session.host(|host| host.keep_setting("theme", chosen.attribute().unwrap_or("system")));
    };
    let label = move || format!("{}: {}", session.text(Msg::ThemeSwitch), session.text(theme.get().name()));
    view! {
        <button type="button" class="icon-button" aria-label=label title=label on:click=next>
            {move || match theme.get() {
                Theme::System => view! { <Icon name="contrast"/> },
                Theme::Light => view! { <Icon name="sun"/> },
                Theme::Dark => view! { <Icon name="moon"/> },
            }}
        </button>
    }
}

/// Shown while a file is dragged over the page.
#[component]
fn DropVeil() -> impl IntoView {
    let session = Session::get();
    // A file dropped elsewhere is read on the data page.
    Effect::new(move |_| {
        if session.dropped.with(Option::is_some) {
            session.go(&session.href(Page::Data));
        }
    });
    view! {
        <div class="drop-veil" class:drop-veil--on=move || session.dragging.get() aria-hidden="true">
            <p>{session.t(Msg::DataDropNow)}</p>
        </div>
    }
}
