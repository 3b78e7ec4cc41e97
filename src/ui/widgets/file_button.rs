//! A button that asks for a file of the visitor's.

use crate::ui::i18n::{self, Msg};
use crate::ui::session::Session;
use crate::ui::widgets::Icon;
use crate::world::port::PickedFile;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A file input that looks like a button. What cannot be read is told in a toast.
#[component]
pub fn FileButton(
    /// The element id of the input.
    id: &'static str,
    /// What stands on it.
    label: Msg,
    /// The endings that it takes.
    accept: &'static str,
    /// Whether it is what the page is for.
    #[prop(optional)]
    primary: bool,
    /// Gets the file.
    on_file: fn(Session, PickedFile),
) -> impl IntoView {
    let session = Session::get();
    let chosen = move |_| {
        let Some(taken) = session.host(|host| host.take_file(id)) else { return };
        spawn_local(async move {
            match taken.await {
                Some(Ok(file)) => on_file(session, file),
                Some(Err(error)) => {
                    session.say_failed(i18n::host_error(session.lang.get_untracked(), &error));
                }
                None => {}
            }
        });
    };
    view! {
        <label
            class="button file-button"
            class:button--primary=primary
            class:file-button--off=session.read_only()
        >
            <Icon name="upload"/>
            {session.t(label)}
            <input
                type="file"
                id=id
                class="file-button__input"
                accept=accept
                disabled=session.read_only()
                on:change=chosen
            />
        </label>
    }
}
