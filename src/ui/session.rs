//! What all pages share: the world as folded so far, how the engine and the journal stand, the visitor's
//! language, and the way to the browser.

use super::charts::ChartTexts;
use super::console::Console;
use super::i18n::{self, Lang, Msg};
use super::pages::Rest;
use super::routes::{Page, Route};
use crate::world::command::{Failure, Progress, Reply};
use crate::world::port::{EngineState, Host, HostError, Listener, Notice, PickedFile, Role, Trouble};
use crate::world::protocol::CallId;
use crate::world::{Command, State};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// The shared signals. Cheap to copy; there is one of it.
#[derive(Clone, Copy)]
pub struct Session {
    /// The world.
    pub state: RwSignal<State>,
    /// Whether the journal has been read.
    pub opened: RwSignal<bool>,
    /// Whether this tab writes.
    pub role: RwSignal<Role>,
    /// All events before this number are kept.
    pub saved: RwSignal<u64>,
    /// Whether this browser keeps anything.
    pub keeps: RwSignal<bool>,
    /// How the engine stands.
    pub engine: RwSignal<EngineState>,
    /// How far the command at work has come.
    pub progress: RwSignal<Option<(CallId, Progress)>>,
    /// What the program has printed.
    pub console: Console,
    /// What the visitor must know.
    pub troubles: RwSignal<Vec<Trouble>>,
    /// A word on what was just done, and what undoes it.
    pub toast: RwSignal<Option<Toast>>,
    /// Whether a file is being dragged over the page.
    pub dragging: RwSignal<bool>,
    /// A file that was dropped and not yet taken.
    pub dropped: RwSignal<Option<Result<PickedFile, HostError>>>,
    /// The pages that are not part of the first file.
    pub rest: RwSignal<Rest>,
    /// The path of the address.
    pub path: RwSignal<String>,
    /// The query of the address, without its question mark.
    pub query: RwSignal<String>,
    /// The language.
    pub lang: RwSignal<Lang>,
    base: StoredValue<Arc<str>>,
    host: StoredValue<Option<Rc<dyn Host>>, LocalStorage>,
}

/// A short word on what was just done.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What it says.
    pub text: String,
    /// What takes it back.
    pub undo: Option<Command>,
    /// Whether it tells of a failure.
    pub failed: bool,
}

impl Session {
    /// A session of a site that lies below `base`, before the journal has been opened.
    pub fn new(base: &str, lang: Lang) -> Self {
        Self {
            state: RwSignal::new(State::default()),
            opened: RwSignal::new(false),
            role: RwSignal::new(Role::Reader),
            saved: RwSignal::new(0),
            keeps: RwSignal::new(true),
            engine: RwSignal::new(EngineState::Absent),
            progress: RwSignal::new(None),
            console: Console::new(),
            troubles: RwSignal::new(Vec::new()),
            toast: RwSignal::new(None),
            dragging: RwSignal::new(false),
            dropped: RwSignal::new(None),
            rest: RwSignal::new(Rest::Coming),
            path: RwSignal::default(),
            query: RwSignal::default(),
            lang: RwSignal::new(lang),
            base: StoredValue::new(base.into()),
            host: StoredValue::new_local(None),
        }
    }

    /// The session of the page that is being drawn.
    pub fn get() -> Self {
        expect_context()
    }

    /// Joins the session to the browser.
    pub fn connect(self, host: Rc<dyn Host>) {
        self.host.set_value(Some(host));
    }

    /// Calls the browser; `None` before it is joined.
    pub fn host<T>(self, call: impl FnOnce(&dyn Host) -> T) -> Option<T> {
        self.host.with_value(|host| host.as_deref().map(call))
    }

    /// A message in the visitor's language; follows the language when read in a view.
    pub fn text(self, msg: Msg) -> &'static str {
        msg.text(self.lang.get())
    }

    /// The same as a view that follows the language. All messages share this one closure: a closure written
    /// out in a view would be compiled for each place by itself.
    pub fn t(self, msg: Msg) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || self.text(msg)
    }

    /// The address of a page as an attribute that follows the language.
    pub fn to(self, page: Page) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || self.href(page)
    }

    /// Whether commands cannot be given, as an attribute.
    pub fn read_only(self) -> impl Fn() -> bool + Copy + Send + Sync + 'static {
        move || !self.can_write()
    }

    /// A message with its holes filled.
    pub fn filled(self, msg: Msg, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        msg.with(self.lang.get(), values)
    }

    /// The words around charts.
    pub fn chart_texts(self) -> Signal<ChartTexts> {
        Signal::derive(move || match self.lang.get() {
            Lang::Ja => ChartTexts::JAPANESE,
            Lang::En => ChartTexts::ENGLISH,
        })
    }

    /// The words around small charts that stand side by side: the hint under each would be said too often.
    pub fn small_chart_texts(self) -> Signal<ChartTexts> {
        let texts = self.chart_texts();
        Signal::derive(move || ChartTexts { hint: "", ..texts.get() })
    }

    /// The path below which the site lies.
    pub fn base(self) -> Arc<str> {
        self.base.get_value()
    }

    /// The address of a page in the visitor's language.
    pub fn href(self, page: Page) -> String {
        format!("{}{}", self.base(), Route { lang: self.lang.get(), page }.path())
    }

    /// The address of a page that shows one thing.
    pub fn href_of(self, page: Page, key: &str, id: &str) -> String {
        format!("{}?{key}={id}", self.href(page))
    }

    /// What the address says of `key`; ours are plain letters and digits.
    pub fn param(self, key: &str) -> Option<String> {
        self.query.with(|query| {
            let pair =
                query.split('&').filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == key);
            pair.map(|(_, value)| value.to_owned())
        })
    }

    /// Goes to an address of this site.
    pub fn go(self, address: &str) {
        self.host(|host| host.go(address, false));
    }

    /// Whether commands can be given: the journal is open and this tab writes.
    pub fn can_write(self) -> bool {
        self.opened.get() && self.role.get() == Role::Writer
    }

    /// Gives a command and waits for its end.
    pub async fn execute(self, command: Command, upload: Option<Vec<u8>>) -> Result<Reply, Failure> {
        match self.host(|host| host.execute(command, upload)) {
            Some((_, answer)) => {
                let result = answer.await;
                self.progress.set(None);
                result
            }
            None => Err(Failure::NoEngine("the page is not ready".into())),
        }
    }

    /// Gives a command whose outcome is told in a toast.
    pub fn perform(self, command: Command, done: String, undo: Option<Command>) {
        leptos::task::spawn_local(async move {
            match self.execute(command, None).await {
                Ok(_) => self.toast.set(Some(Toast { text: done, undo, failed: false })),
                Err(error) => self.say_failed(i18n::failure(self.lang.get_untracked(), &error)),
            }
        });
    }

    /// Tells of a failure.
    pub fn say_failed(self, text: String) {
        self.toast.set(Some(Toast { text, undo: None, failed: true }));
    }

    /// Tells of something done.
    pub fn say(self, text: String) {
        self.toast.set(Some(Toast { text, undo: None, failed: false }));
    }

    fn note_trouble(self, trouble: Trouble) {
        if matches!(trouble, Trouble::NoStorage(_)) {
            self.keeps.set(false);
        }
        self.troubles.update(|troubles| {
            if !troubles.contains(&trouble) {
                troubles.push(trouble);
            }
        });
    }

    fn fold(self, records: &[crate::world::Record]) {
        let mut misfit = None;
        self.state.update(|state| {
            for record in records {
                // A state that was just read holds the first of them already.
                if record.seq < state.next_seq() {
                    continue;
                }
                if let Err(error) = state.apply(&record.stamped) {
                    misfit = Some(Trouble::DamagedJournal { seq: record.seq, detail: error.to_string() });
                    return;
                }
            }
        });
        if let Some(trouble) = misfit {
            self.note_trouble(trouble);
        }
    }
}

/// The session's ear for the browser.
pub struct SessionListener(pub Session);

impl Listener for SessionListener {
    fn notify(&self, notice: Notice) {
        let session = self.0;
        match notice {
            Notice::Opened { state, role } => {
                session.saved.set(state.next_seq());
                session.state.set(*state);
                session.role.set(role);
                session.opened.set(true);
            }
            Notice::Moved { path, query } => {
                session.query.set(query);
                session.path.set(path);
            }
            Notice::Events(records) => session.fold(&records),
            Notice::Saved(seq) => {
                session.saved.set(seq);
                session.troubles.update(|troubles| {
                    troubles.retain(|trouble| !matches!(trouble, Trouble::WriteFailed(_) | Trouble::Full));
                });
            }
            Notice::Engine(state) => session.engine.set(state),
            Notice::Progress(id, progress) => session.progress.set(Some((id, progress))),
            Notice::Output(_, output) => session.console.print(output),
            Notice::Trouble(trouble) => session.note_trouble(trouble),
            Notice::Dragging(over) => session.dragging.set(over),
            Notice::Dropped(file) => session.dropped.set(Some(file)),
        }
    }

    fn with_state(&self, look: &mut dyn FnMut(&State)) {
        self.0.state.with_untracked(|state| look(state));
    }
}
