//! What an address shows that leads nowhere.

use crate::ui::i18n::Msg;
use crate::ui::routes::Page;
use crate::ui::session::Session;
use leptos::prelude::*;

#[component]
pub fn NotFound() -> impl IntoView {
    let session = Session::get();
    view! {
        <section class="page">
            <h1>{session.t(Msg::NotFoundTitle)}</h1>
            <p><a class="button" href=session.to(Page::Home)>{session.t(Msg::NotFoundBack)}</a></p>
        </section>
    }
}
