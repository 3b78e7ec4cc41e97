//! The first page: what this is, in one screen, and the one click that starts.

use super::actions::train_first_model;
use super::train_form::TrainForm;
use crate::ml::spec::ESTIMATORS;
use crate::ui::format::count;
use crate::ui::i18n::Msg;
use crate::ui::routes::Page;
use crate::ui::session::Session;
use crate::ui::widgets::Meter;
use leptos::prelude::*;

#[component]
pub fn Home() -> impl IntoView {
    let session = Session::get();
    let runs = Memo::new(move |_| {
        session.state.with(|state| state.tracking().runs().iter().filter(|run| run.is_active()).count())
    });
    view! {
        <section class="hero">
            <h1 class="hero__title">{session.t(Msg::HomeTitle)}</h1>
            <p class="hero__lead">{session.t(Msg::HomeLead)}</p>
            <div class="hero__actions">
                <StartButton/>
                <a class="button" href=session.to(Page::Data)>{session.t(Msg::HomeOwn)}</a>
                {move || {
                    (runs.get() > 0).then(|| view! {
                        <a class="button button--quiet" href=session.href(Page::Runs)>
                            {session.filled(Msg::HomeContinue, &[("count", &count(runs.get() as u64))])}
                        </a>
                    })
                }}
            </div>
            <p class="hero__hint">{session.t(Msg::HomeStartHint)}</p>
            <Meter/>
        </section>
        <ol class="steps">
            <Step page=Page::Data title=Msg::HomeStepData text=Msg::HomeStepDataText/>
            <Step page=Page::Train title=Msg::HomeStepTrain text=Msg::HomeStepTrainText/>
            <Step page=Page::Runs title=Msg::HomeStepRuns text=Msg::HomeStepRunsText/>
        </ol>
    }
}

#[component]
fn StartButton() -> impl IntoView {
    let session = Session::get();
    let form = TrainForm::get();
    let busy = RwSignal::new(false);
    let start = move |_| {
        busy.set(true);
        train_first_model(session, form, move |run| session.go(&session.href_of(Page::Run, "id", &run)));
    };
    // Whatever came of it, the button is there again when the engine rests.
    Effect::new(move |_| {
        if session.toast.with(|toast| toast.as_ref().is_some_and(|toast| toast.failed)) {
            busy.set(false);
        }
    });
    view! {
        <button
            type="button"
            class="button button--primary button--large"
            data-testid="start"
            disabled=move || busy.get() || !session.can_write()
            on:click=start
        >
            {move || session.text(if busy.get() { Msg::Working } else { Msg::HomeStart })}
        </button>
    }
}

#[component]
fn Step(page: Page, title: Msg, text: Msg) -> impl IntoView {
    let session = Session::get();
    // Scalers prepare data; they are no models.
    let models = ESTIMATORS.iter().filter(|estimator| estimator.module != "sklearn.preprocessing").count();
    let words = move || session.filled(text, &[("count", &models)]);
    view! {
        <li class="steps__item">
            <h2 class="steps__title"><a href=session.to(page)>{session.t(title)}</a></h2>
            <p>{words}</p>
        </li>
    }
}
