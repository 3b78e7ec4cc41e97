//! A question before something that cannot be taken back, in a modal dialog.

use crate::ui::i18n::Msg;
use crate::ui::session::Session;
use leptos::html::Dialog;
use leptos::prelude::*;

/// Asks `question` while `open`; `on_yes` runs when the visitor says yes.
#[component]
pub fn Confirm(
    /// Whether the question is being asked.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    question: Signal<String>,
    /// What the button that goes ahead says.
    yes: Msg,
    /// What to do then.
    #[prop(into)]
    on_yes: Callback<()>,
) -> impl IntoView {
    let session = Session::get();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            if open.get() && !dialog.open() {
                // Fails only when the dialog is open or has left the page.
                let _ = dialog.show_modal();
            } else if !open.get() && dialog.open() {
                dialog.close();
            }
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog on:close=move |_| open.set(false)>
            <p class="dialog__text">{question}</p>
            <div class="dialog__actions">
                <button type="button" class="button" on:click=move |_| open.set(false)>
                    {session.t(Msg::Cancel)}
                </button>
                <button
                    type="button"
                    class="button button--danger"
                    data-testid="confirm-yes"
                    on:click=move |_| {
                        open.set(false);
                        on_yes.run(());
                    }
                >
                    {session.t(yes)}
                </button>
            </div>
        </dialog>
    }
}
