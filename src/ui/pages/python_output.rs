//! What the program prints and shows, how it ended, and what it changed in the world.

use super::python::{Desk, Ended, short};
use crate::ui::charts::PlotView;
use crate::ui::i18n::{self, Msg};
use crate::ui::routes::Page;
use crate::ui::session::Session;
use crate::world::program::{Outcome, Stream};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Output() -> impl IntoView {
    let session = Session::get();
    let desk: Desk = expect_context();
    let console = session.console;
    let silent = Memo::new(move |_| {
        console.blocks.with(Vec::is_empty) && !desk.running.get() && desk.ended.with(Option::is_none)
    });
    let count = move || 0..console.blocks.with(Vec::len);
    let block = move |at: usize| console.blocks.with_untracked(|blocks| blocks.get(at).copied());
    view! {
        <section class="output" aria-label=session.t(Msg::PythonOutput)>
            <h2 class="files__title">{session.t(Msg::PythonOutput)}</h2>
            {move || silent.get().then(|| view! { <p class="soft">{session.text(Msg::PythonNoOutput)}</p> })}
            // Turned round, so that the end stays in view while it grows.
            <div class="console" class:console--empty=move || silent.get() tabindex="0" role="log" data-testid="output">
                <pre class="console__text" lang="en">
                    <For each=count key=|at| *at let:at>
                        {block(at).map(|block| {
                            view! {
                                <span class:console__error=block.stream == Stream::Stderr>
                                    {move || block.text.get()}
                                </span>
                            }
                        })}
                    </For>
                </pre>
            </div>
            {move || console.cut.get().then(|| view! { <p class="notice notice--info">{session.text(Msg::PythonCut)}</p> })}
            <div role="status" data-testid="ended">
                {move || desk.running.get().then(|| view! { <p class="soft">{session.text(Msg::PythonRunning)}</p> })}
                {move || desk.ended.get().map(|ended| ended_view(session, &ended))}
            </div>
            <Figures/>
            <Changes/>
        </section>
    }
}

/// What the program has shown, in the order of showing.
#[component]
fn Figures() -> impl IntoView {
    let session = Session::get();
    let figures = session.console.figures;
    let none = Memo::new(move |_| figures.with(Vec::is_empty));
    let count = move || 0..figures.with(Vec::len);
    let figure = move |at: usize| {
        let picture = figures.with_untracked(|figures| figures.get(at).cloned())?;
        let shown = Arc::clone(&picture);
        let described = Signal::derive(move || {
            let what = i18n::figure(session.lang.get(), &shown.twin);
            session.filled(Msg::PythonFigure, &[("number", &(at + 1)), ("what", &what)])
        });
        Some(view! { <PlotView picture described/> })
    };
    view! {
        {move || (!none.get()).then(|| view! { <h2 class="files__title">{session.text(Msg::PythonFigures)}</h2> })}
        <div class="plots" data-testid="figures">
            <For each=count key=|at| *at let:at>{figure(at)}</For>
        </div>
    }
}

fn ended_view(session: Session, ended: &Ended) -> AnyView {
    match ended {
        Ended::Program(Outcome { exit_code: 0, .. }) => {
            view! { <p class="badge badge--passed" data-ended="0">{session.text(Msg::PythonFinished)}</p> }.into_any()
        }
        Ended::Program(Outcome { exit_code, problem }) => {
            let hint = problem.as_ref().and_then(|problem| problem.hint.as_ref());
            let hint = hint.map(|hint| i18n::hint(session.lang.get(), hint));
            view! {
                <p class="badge badge--failed" data-ended=*exit_code>
                    {session.filled(Msg::PythonFailed, &[("code", exit_code)])}
                </p>
                {hint.map(|hint| view! { <p class="notice notice--info" data-testid="hint">{hint}</p> })}
            }
            .into_any()
        }
        Ended::Stopped => {
            view! { <p class="badge badge--stopped" data-ended="stopped">{session.text(Msg::PythonStopped)}</p> }.into_any()
        }
        Ended::Refused(failure) => {
            let text = i18n::failure(session.lang.get(), failure);
            view! { <p class="notice notice--failed" data-ended="refused">{text}</p> }.into_any()
        }
    }
}

/// Files and runs that are not as they were before the program.
#[component]
fn Changes() -> impl IntoView {
    let session = Session::get();
    let desk: Desk = expect_context();
    let changes = Memo::new(move |_| {
        desk.before.with(|before| {
            let (project, runs) = before.as_ref()?;
            session.state.with(|state| {
                let now = state.project();
                let written = now
                    .files()
                    .iter()
                    .filter(|(path, file)| {
                        project.files().get(*path).is_none_or(|old| old.content != file.content)
                    })
                    .map(|(path, _)| (short(path).to_owned(), Msg::PythonChangeWritten));
                let removed = project
                    .files()
                    .keys()
                    .filter(|path| !now.files().contains_key(*path))
                    .map(|path| (short(path).to_owned(), Msg::PythonChangeRemoved));
                let folders = now
                    .folders()
                    .difference(project.folders())
                    .filter(|path| short(path) != path.as_str())
                    .map(|path| (short(path).to_owned(), Msg::PythonChangeFolder));
                let files: Vec<_> = written.chain(removed).chain(folders).collect();
                let new_runs = state.tracking().runs().get(*runs..).unwrap_or_default();
                let runs: Vec<_> = new_runs.iter().map(|run| (run.id.0.clone(), run.name.clone())).collect();
                Some((files, runs))
            })
        })
    });
    move || {
        changes.get().map(|(files, runs)| {
            let none = files.is_empty() && runs.is_empty();
            view! {
                <h2 class="files__title">{session.text(Msg::PythonChanges)}</h2>
                {none.then(|| view! { <p class="soft">{session.text(Msg::PythonNoChanges)}</p> })}
                <ul class="changes" data-testid="changes">
                    {files.into_iter().map(|(path, what)| view! {
                        <li><code>{path}</code>" "<span class="soft">{session.text(what)}</span></li>
                    }).collect_view()}
                    {runs.into_iter().map(|(id, name)| view! {
                        <li><a href=session.href_of(Page::Run, "id", &id)>
                            {session.filled(Msg::PythonChangeRun, &[("name", &name)])}
                        </a></li>
                    }).collect_view()}
                </ul>
            }
        })
    }
}
