//! A first place for Python: files at the left, one of them in an editor, what it prints below.

use super::python_files::Files;
use super::python_output::Output;
use crate::files::HOME;
use crate::ui::format;
use crate::ui::i18n::{self, Msg};
use crate::ui::session::Session;
use crate::ui::widgets::Icon;
use crate::world::command::Failure;
use crate::world::program::Outcome;
use crate::world::project::Project;
use crate::world::{Command, Reply};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Typing is kept when it has paused for so long.
const PAUSE_MILLIS: u32 = 800;

/// What lies on the desk; lives above the pages.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The absolute path of the file in the editor.
    pub file: RwSignal<Option<String>>,
    /// The text in the editor; `None` for a file that is not text.
    pub text: RwSignal<Option<String>>,
    /// The text as it was last written to the file.
    pub written: RwSignal<String>,
    /// Whether a program is at work.
    pub running: RwSignal<bool>,
    /// How the last program ended.
    pub ended: RwSignal<Option<Ended>>,
    /// Files and the number of runs as they were before the last program.
    pub before: RwSignal<Option<(Project, usize)>>,
}

/// How a program ended.
#[derive(Clone, PartialEq)]
pub enum Ended {
    /// By itself.
    Program(Outcome),
    /// It was stopped.
    Stopped,
    /// It could not be run.
    Refused(Failure),
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Self {
        Self {
            file: RwSignal::new(None),
            text: RwSignal::new(None),
            written: RwSignal::default(),
            running: RwSignal::new(false),
            ended: RwSignal::new(None),
            before: RwSignal::new(None),
        }
    }

    /// Puts a file of the world on the desk; what was being edited is written first.
    pub fn open(self, session: Session, path: String) {
        spawn_local(async move {
            self.write(session).await;
            self.load(session, path).await;
        });
    }

    /// Puts a file with this text on the desk.
    pub fn show(self, path: String, text: Option<String>) {
        self.written.set(text.clone().unwrap_or_default());
        self.text.set(text);
        self.file.set(Some(path));
    }

    async fn load(self, session: Session, path: String) {
        let hash = session
            .state
            .with_untracked(|state| state.project().files().get(&path).map(|file| file.content.hash.clone()));
        let Some(asked) = hash.and_then(|hash| session.host(|host| host.read_blob(&hash))) else { return };
        match asked.await {
            Ok(bytes) => self.show(path, String::from_utf8(bytes).ok()),
            Err(error) => session.say_failed(i18n::host_error(session.lang.get_untracked(), &error)),
        }
    }

    /// Writes what was typed; whether it is written now.
    pub async fn write(self, session: Session) -> bool {
        let (Some(path), Some(text)) = (self.file.get_untracked(), self.text.get_untracked()) else {
            return false;
        };
        if self.written.with_untracked(|written| *written == text) {
            return true;
        }
        match session.execute(Command::WriteFile { path }, Some(text.clone().into_bytes())).await {
            Ok(_) => {
                self.written.set(text);
                true
            }
            Err(error) => {
                session.say_failed(i18n::failure(session.lang.get_untracked(), &error));
                false
            }
        }
    }

    fn run(self, session: Session) {
        if self.running.get_untracked() || !session.can_write() {
            return;
        }
        let Some(file) = self.file.get_untracked() else { return };
        self.running.set(true);
        self.ended.set(None);
        session.console.clear();
        spawn_local(async move {
            if self.text.with_untracked(Option::is_some) && !self.write(session).await {
                self.running.set(false);
                return;
            }
            let before = session
                .state
                .with_untracked(|state| (state.project().clone(), state.tracking().runs().len()));
            let hash_before = before.0.files().get(&file).map(|file| file.content.hash.clone());
            self.before.set(Some(before));
            let command = Command::RunProgram { file: file.clone(), arguments: Vec::new() };
            let ended = match session.execute(command, None).await {
                Ok(Reply::Program(outcome)) => Some(Ended::Program(*outcome)),
                Ok(_) => None,
                Err(Failure::Stopped) => Some(Ended::Stopped),
                Err(failure) => Some(Ended::Refused(failure)),
            };
            self.ended.set(ended);
            self.running.set(false);
            let hash_after = session.state.with_untracked(|state| {
                state.project().files().get(&file).map(|file| file.content.hash.clone())
            });
            // A program may write the very file that is in the editor.
            if hash_after.is_some()
                && hash_after != hash_before
                && self.file.get_untracked().as_ref() == Some(&file)
            {
                self.load(session, file).await;
            }
        });
    }
}

/// A path as the learner calls it: without the folder that everything is in.
pub fn short(path: &str) -> &str {
    crate::files::path::below(HOME, path).unwrap_or(path)
}

#[component]
pub fn Python() -> impl IntoView {
    let session = Session::get();
    let desk: Desk = expect_context();
    // Who comes here runs something soon.
    Effect::new(move |_| {
        if session.opened.get() && session.can_write() {
            session.host(|host| host.warm_up());
        }
    });
    // Who comes back finds a file on the desk.
    Effect::new(move |_| {
        if session.opened.get() && desk.file.with_untracked(Option::is_none) {
            let program = session.state.with_untracked(|state| {
                let mut programs = state.project().files().keys().filter(|path| path.ends_with(".py"));
                programs.next().cloned()
            });
            if let Some(path) = program {
                desk.open(session, path);
            }
        }
    });
    view! {
        <section class="page page--wide">
            <h1>{session.t(Msg::PythonTitle)}</h1>
            <p class="lead">{session.t(Msg::PythonLead)}</p>
            <div class="desk">
                <Files/>
                <div class="desk__work">
                    <Editor/>
                    <Output/>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Editor() -> impl IntoView {
    let session = Session::get();
    let desk: Desk = expect_context();
    let pause = StoredValue::new_local(None::<Timeout>);
    let typed = move |event: leptos::ev::Event| {
        desk.text.set(Some(event_target_value(&event)));
        let later = Timeout::new(PAUSE_MILLIS, move || {
            spawn_local(async move {
                desk.write(session).await;
            });
        });
        // The timer of the letter before is dropped, and so stopped.
        pause.set_value(Some(later));
    };
    // An Enter that confirms what an input method offers runs nothing.
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            event.prevent_default();
            desk.run(session);
        }
    };
    let name = move || desk.file.get().map(|path| short(&path).to_owned()).unwrap_or_default();
    let size = move || {
        let file = desk.file.get().unwrap_or_default();
        let bytes = session
            .state
            .with(|state| state.project().files().get(&file).map_or(0, |file| file.content.size));
        #[expect(clippy::cast_precision_loss)]
        format::bytes(bytes as f64)
    };
    let is_program = move || desk.file.with(|file| file.as_ref().is_some_and(|path| path.ends_with(".py")));
    let has_text = Memo::new(move |_| desk.text.with(Option::is_some));
    move || {
        desk.file.with(Option::is_some).then(|| {
            view! {
                <div class="editor">
                    <div class="editor__head">
                        <code class="editor__name" data-testid="file-name">{name}</code>
                        <RunButtons is_program=Signal::derive(is_program)/>
                    </div>
                    {move || if has_text.get() {
                        view! {
                            <textarea
                                id="editor"
                                class="editor__text"
                                rows="18"
                                spellcheck="false"
                                autocapitalize="off"
                                autocomplete="off"
                                wrap="off"
                                lang="en"
                                aria-label=move || session.filled(Msg::PythonEditor, &[("name", &name())])
                                prop:value=move || desk.text.get().unwrap_or_default()
                                readonly=session.read_only()
                                on:input=typed
                                on:keydown=pressed
                            ></textarea>
                        }.into_any()
                    } else {
                        view! { <p class="empty">{move || session.filled(Msg::PythonNotText, &[("size", &size())])}</p> }.into_any()
                    }}
                    <p class="soft editor__hint">{session.t(Msg::PythonRunHint)}</p>
                </div>
            }
        })
    }
}

#[component]
fn RunButtons(is_program: Signal<bool>) -> impl IntoView {
    let session = Session::get();
    let desk: Desk = expect_context();
    move || {
        if desk.running.get() {
            view! {
                <button type="button" class="button" data-testid="stop" on:click=move |_| { session.host(|host| host.stop()); }>
                    <Icon name="stopped"/>
                    {session.t(Msg::PythonStop)}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button
                    type="button"
                    class="button button--primary"
                    data-testid="run"
                    disabled=move || !is_program.get() || !session.can_write()
                    on:click=move |_| desk.run(session)
                >
                    {session.t(Msg::PythonRun)}
                </button>
            }
            .into_any()
        }
    }
}
