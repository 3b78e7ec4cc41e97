//! All pages but the first come in a second file, which is fetched as soon as the first one stands: the home
//! page is there after half the bytes, and a click finds the rest ready.

use super::{data::Data, python::Python, run::RunPage, runs::Runs, settings::Settings, train::Train};
use crate::ui::i18n::Msg;
use crate::ui::routes::{Page, lead_of, title_of};
use crate::ui::session::Session;
use leptos::prelude::*;

/// How the second file stands.
#[derive(Clone, Copy)]
pub enum Rest {
    /// It is on its way.
    Coming,
    /// It is here, and this draws a page of it.
    Here(fn(Page) -> AnyView),
    /// It could not be had.
    Missing,
}

/// Fetches the second file.
pub fn fetch_rest(session: Session) {
    session.rest.set(Rest::Coming);
    leptos::task::spawn_local(async move {
        session.rest.set(second::draw().await.map_or(Rest::Missing, Rest::Here));
    });
}

/// A page of the second file, or how that file stands.
pub fn later(session: Session, page: Page) -> AnyView {
    match session.rest.get() {
        Rest::Here(draw) => draw(page),
        // The same words as in the file's first paint: nothing moves.
        Rest::Coming => view! {
            <section class="page" aria-busy="true">
                <h1>{session.t(title_of(page))}</h1>
                {lead_of(page).map(|lead| view! { <p class="lead">{session.t(lead)}</p> })}
            </section>
        }
        .into_any(),
        Rest::Missing => view! {
            <section class="page">
                <h1>{session.t(title_of(page))}</h1>
                <p role="alert" data-testid="not-fetched">{session.t(Msg::PageNotFetched)}</p>
                <p>
                    <button type="button" class="button" data-testid="fetch-again" on:click=move |_| fetch_rest(session)>
                        {session.t(Msg::TryAgain)}
                    </button>
                </p>
            </section>
        }
        .into_any(),
    }
}

/// Where the page is cut: what only `draw` reaches is in the second file.
// The cut is an imported function in one file and an exported one in the other, which Rust calls unsafe.
#[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions, missing_docs)]
mod second {
    use super::{AnyView, Page};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(rest, fallible)]
    pub fn draw() -> Result<fn(Page) -> AnyView, SplitLoaderError> {
        Ok(super::draw_page)
    }
}

fn draw_page(page: Page) -> AnyView {
    match page {
        Page::Data => Data().into_any(),
        Page::Train => Train().into_any(),
        Page::Python => Python().into_any(),
        Page::Runs => Runs().into_any(),
        Page::Run => RunPage().into_any(),
        Page::Settings => Settings().into_any(),
        Page::Home => ().into_any(),
    }
}
