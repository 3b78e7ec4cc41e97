//! The files of the world as a list, samples to begin with, and a way to make a new file.

use super::python::{Desk, short};
use crate::files::{HOME, path};
use crate::ui::i18n::{self, Msg};
use crate::ui::session::Session;
use crate::ui::widgets::Icon;
use crate::world::Command;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The site's samples: file and title.
const SAMPLES: [(&str, Msg); 8] = [
    ("first_steps.py", Msg::SampleFirstSteps),
    ("read_and_report.py", Msg::SampleReadAndReport),
    ("gradient_descent.py", Msg::SampleGradientDescent),
    ("explore_wine.py", Msg::SampleExploreWine),
    ("iris_classifier.py", Msg::SampleIris),
    ("log_runs.py", Msg::SampleLogRuns),
    ("retry_with_backoff.py", Msg::SampleRetry),
    ("find_the_error.py", Msg::SampleError),
];

#[component]
pub fn Files() -> impl IntoView {
    let session = Session::get();
    let paths = Memo::new(move |_| {
        session.state.with(|state| state.project().files().keys().cloned().collect::<Vec<_>>())
    });
    view! {
        <nav class="files" aria-label=session.t(Msg::PythonFiles)>
            <h2 class="files__title">{session.t(Msg::PythonFiles)}</h2>
            {move || paths.with(Vec::is_empty).then(|| view! { <p class="soft">{session.text(Msg::PythonNoFiles)}</p> })}
            <ul class="files__list" data-testid="files">
                {move || paths.get().into_iter().map(|path| view! { <FileLine path/> }).collect_view()}
            </ul>
            <NewFile/>
            <h2 class="files__title">{session.t(Msg::PythonSamples)}</h2>
            <ul class="files__list">
                {SAMPLES.into_iter().map(|(file, title)| view! { <SampleLine file title/> }).collect_view()}
            </ul>
        </nav>
    }
}

#[component]
fn FileLine(path: String) -> impl IntoView {
    let session = Session::get();
    let desk: Desk = expect_context();
    let name = short(&path).to_owned();
    let path = StoredValue::new(path);
    let current = move || desk.file.with(|file| file.as_ref() == Some(&path.get_value())).then_some("true");
    let label = {
        let name = name.clone();
        move || session.filled(Msg::PythonRemove, &[("name", &name)])
    };
    view! {
        <li class="files__item">
            <button
                type="button"
                class="files__open"
                aria-current=current
                on:click=move |_| desk.open(session, path.get_value())
            >
                {name}
            </button>
            <button
                type="button"
                class="icon-button files__remove"
                aria-label=label.clone()
                title=label
                disabled=session.read_only()
                on:click=move |_| remove(session, desk, path.get_value())
            >
                <Icon name="close"/>
            </button>
        </li>
    }
}

/// Removes a file. The word on it brings the file back, with what it held.
fn remove(session: Session, desk: Desk, path: String) {
    spawn_local(async move {
        let name = short(&path).to_owned();
        if desk.file.with_untracked(|file| file.as_ref() == Some(&path)) {
            desk.file.set(None);
            desk.text.set(None);
        }
        let done = session.filled(Msg::PythonRemoved, &[("name", &name)]);
        session.perform(Command::RemovePath { path }, done, None);
    });
}

#[component]
fn NewFile() -> impl IntoView {
    let session = Session::get();
    let desk: Desk = expect_context();
    let name = RwSignal::new(String::new());
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wanted = name.with_untracked(|name| name.trim().to_owned());
        if wanted.is_empty() {
            session.host(|host| host.focus("new-file"));
            return;
        }
        name.set(String::new());
        write_and_open(session, desk, wanted, Vec::new());
    };
    view! {
        <form class="files__new" on:submit=make>
            <label class="field">
                <span class="field__head">{session.t(Msg::PythonNewName)}</span>
                <input
                    type="text"
                    id="new-file"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                />
                <span class="field__help">{session.t(Msg::PythonNewHint)}</span>
            </label>
            <button type="submit" class="button" disabled=session.read_only()>{session.t(Msg::PythonMake)}</button>
        </form>
    }
}

#[component]
fn SampleLine(file: &'static str, title: Msg) -> impl IntoView {
    let session = Session::get();
    let desk: Desk = expect_context();
    let copy = move |_| {
        let Some(asked) = session.host(|host| host.fetch(&format!("samples/{file}"))) else { return };
        spawn_local(async move {
            match asked.await {
                Ok(bytes) => write_and_open(session, desk, file.into(), bytes),
                Err(error) => session.say_failed(i18n::host_error(session.lang.get_untracked(), &error)),
            }
        });
    };
    view! {
        <li class="files__item">
            <button
                type="button"
                class="files__open"
                data-sample=file
                disabled=session.read_only()
                on:click=copy
            >
                {session.t(title)}
            </button>
        </li>
    }
}

/// Writes a new file and puts it on the desk; one that is there is only opened.
fn write_and_open(session: Session, desk: Desk, name: String, bytes: Vec<u8>) {
    spawn_local(async move {
        let path = path::absolute(HOME, &name);
        let here = session.state.with_untracked(|state| state.project().holds(&path));
        if here {
            desk.open(session, path);
            return;
        }
        desk.write(session).await;
        // Shown at once: the first write waits until the engine is there.
        let text = String::from_utf8(bytes.clone()).ok();
        desk.show(path.clone(), text.clone());
        // Not written yet: who runs it now waits until it is.
        desk.written.set(String::new());
        let written = session.execute(Command::WriteFile { path: name }, Some(bytes)).await;
        let still_here = desk.file.with_untracked(|file| file.as_ref() == Some(&path));
        match written {
            Ok(_) if still_here => desk.written.set(text.unwrap_or_default()),
            Ok(_) => {}
            Err(error) => session.say_failed(i18n::failure(session.lang.get_untracked(), &error)),
        }
    });
}
