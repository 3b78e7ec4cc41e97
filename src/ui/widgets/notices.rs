//! What the page tells by itself: the status line, short words on what was done, and troubles.

use super::Icon;
use crate::ui::format;
use crate::ui::i18n::{self, Msg};
use crate::ui::session::{Session, Toast};
use crate::world::port::{EngineState, Role, Trouble};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long a word on something done stays.
const TOAST_MILLIS: u32 = 8_000;

/// The line at the foot of the window: is everything kept, how does the engine stand.
#[component]
pub fn StatusLine() -> impl IntoView {
    let session = Session::get();
    let all_kept = Memo::new(move |_| session.state.with(|state| state.next_seq() <= session.saved.get()));
    let (kept, class) = keeping(session, all_kept);
    let count = move || session.saved.get();
    view! {
        <div class="status" role="status" data-testid="status">
            <span
                class=class
                data-testid="kept"
                data-saved=count
                title=move || session.filled(Msg::SavedTitle, &[("count", &count())])
            >
                {kept}
            </span>
            <span class="status__item" data-testid="engine" data-engine=move || engine_name(session.engine.get())>
                {move || engine_text(session, session.engine.get())}
            </span>
        </div>
    }
}

fn keeping(session: Session, all_kept: Memo<bool>) -> (impl Fn() -> &'static str, impl Fn() -> &'static str) {
    let text = move || {
        session.text(match (session.opened.get(), session.role.get()) {
            (false, _) => Msg::Saving,
            (true, Role::Reader) => Msg::ReadingAlong,
            (true, Role::Writer) if !session.keeps.get() => Msg::NotKept,
            (true, Role::Writer) if all_kept.get() => Msg::SavedAll,
            (true, Role::Writer) => Msg::Saving,
        })
    };
    let class = move || match (session.keeps.get(), session.role.get(), all_kept.get()) {
        (false, ..) => "status__item status__item--failed",
        (true, Role::Reader, _) => "status__item status__item--info",
        (true, Role::Writer, true) => "status__item status__item--passed",
        (true, Role::Writer, false) => "status__item status__item--waiting",
    };
    (text, class)
}

/// What journeys and styles know the state by.
fn engine_name(state: EngineState) -> &'static str {
    match state {
        EngineState::Absent => "Absent",
        EngineState::Loading { .. } => "Loading",
        EngineState::Idle => "Idle",
        EngineState::Busy => "Busy",
    }
}

fn engine_text(session: Session, state: EngineState) -> String {
    match state {
        EngineState::Absent => session.text(Msg::EngineAbsent).into(),
        EngineState::Loading { done: 0, .. } => session.text(Msg::EngineComing).into(),
        EngineState::Loading { done, total } => {
            let parts = [
                ("done", &format::megabytes(done) as &dyn std::fmt::Display),
                ("total", &format::megabytes(total.max(done))),
            ];
            session.filled(Msg::EngineLoading, &parts)
        }
        EngineState::Idle => session.text(Msg::EngineIdle).into(),
        EngineState::Busy => session.text(Msg::EngineBusy).into(),
    }
}

/// A short word on what was done, with the way back.
#[component]
pub fn ToastLine() -> impl IntoView {
    let session = Session::get();
    let timer = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let lasting = session.toast.with(|toast| toast.as_ref().is_none_or(|toast| toast.failed));
        let gone = (!lasting).then(|| Timeout::new(TOAST_MILLIS, move || session.toast.set(None)));
        // The timer of the word before is dropped, and so stopped.
        timer.set_value(gone);
    });
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || session.toast.get().map(|toast| toast_view(session, toast))}
        </div>
    }
}

fn toast_view(session: Session, toast: Toast) -> impl IntoView {
    let class = if toast.failed { "toast toast--failed" } else { "toast" };
    let undo = toast.undo.map(|command| {
        let undo = move |_| {
            session.toast.set(None);
            session.perform(command.clone(), String::new(), None);
        };
        view! { <button type="button" class="button button--quiet" on:click=undo>{session.text(Msg::Undo)}</button> }
    });
    (!toast.text.is_empty()).then(|| {
        view! {
            <div class=class data-testid="toast">
                <span class="toast__text">{toast.text}</span>
                {undo}
                <button
                    type="button"
                    class="icon-button"
                    aria-label=session.text(Msg::Close)
                    on:click=move |_| session.toast.set(None)
                >
                    <Icon name="close"/>
                </button>
            </div>
        }
    })
}

/// What the visitor must know: no room, another tab, a stale cache.
#[component]
pub fn Troubles() -> impl IntoView {
    let session = Session::get();
    let reading = move || {
        (session.opened.get() && session.role.get() == Role::Reader).then(|| {
            view! { <p class="notice notice--info" data-testid="reader"><Icon name="info"/>{i18n::reader(session.lang.get())}</p> }
        })
    };
    let troubles = move || {
        let lang = session.lang.get();
        let show = move |trouble: Trouble| {
            let reload = matches!(trouble, Trouble::StaleEngine | Trouble::NewerJournal { .. });
            let button = reload.then(|| {
                let reload = move |_| {
                    session.host(|host| host.reload());
                };
                view! { <button type="button" class="button" on:click=reload>{session.text(Msg::Reload)}</button> }
            });
            view! {
                <div class="notice notice--failed" role="alert" data-testid="trouble">
                    <Icon name="warning"/>
                    <span>{i18n::trouble(lang, &trouble)}</span>
                    {button}
                </div>
            }
        };
        session.troubles.get().into_iter().map(show).collect_view()
    };
    view! { <div class="notices">{reading}{troubles}</div> }
}
