//! How far a command has come.

use crate::ui::format;
use crate::ui::i18n::Msg;
use crate::ui::session::Session;
use crate::world::command::{Phase, Progress};
use leptos::prelude::*;

/// The progress of the command at work; takes no room when there is none.
#[component]
pub fn Meter() -> impl IntoView {
    let session = Session::get();
    let progress = Memo::new(move |_| session.progress.get().map(|(_, progress)| progress));
    move || {
        progress.get().map(|progress| {
            let text = describe(session, &progress);
            view! {
                <div class="meter">
                    <progress class="meter__bar" max=progress.total.max(1) value=progress.done aria-label=text.clone()/>
                    <span class="meter__text">{text}</span>
                </div>
            }
        })
    }
}

fn describe(session: Session, progress: &Progress) -> String {
    let phase = session.text(match progress.phase {
        Phase::Reading => Msg::PhaseReading,
        Phase::Profiling => Msg::PhaseProfiling,
        Phase::Fitting => Msg::PhaseFitting,
        Phase::Evaluating => Msg::PhaseEvaluating,
    });
    #[expect(clippy::cast_precision_loss)]
    let size = |count: u64| match progress.phase {
        Phase::Reading => format::bytes(count as f64),
        _ => format::count(count),
    };
    if progress.total == 0 {
        return format!("{phase} {}", size(progress.done));
    }
    format!("{phase} {} / {}", size(progress.done), size(progress.total))
}
