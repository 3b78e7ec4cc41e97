//! The seam between what is shown and the browser: `ui` calls a [`Host`], the browser tells a [`Listener`].
//! The binary joins the two.

use super::command::{Command, Failure, Progress, Reply};
use super::event::Record;
use super::program::Output;
use super::protocol::CallId;
use super::state::State;
use std::future::Future;
use std::pin::Pin;

/// A future of the page's one thread.
pub type Local<T> = Pin<Box<dyn Future<Output = T>>>;

/// What the page can ask of the browser.
pub trait Host {
    /// Has a command carried out by the engine, which is started when there is none.
    fn execute(&self, command: Command, upload: Option<Vec<u8>>) -> (CallId, Local<Result<Reply, Failure>>);
    /// Ends the engine at once. What it had said before is kept; runs that were open are ended as killed.
    fn stop(&self);
    /// Loads the engine now, so that the first command need not wait.
    fn warm_up(&self);
    /// The content of that hash.
    fn read_blob(&self, hash: &str) -> Local<Result<Vec<u8>, HostError>>;
    /// A file of this site, by its path below the site's root.
    fn fetch(&self, path: &str) -> Local<Result<Vec<u8>, HostError>>;
    /// Lets the visitor save a file.
    fn save_file(&self, name: &str, media_type: &str, bytes: &[u8]) -> Result<(), HostError>;
    /// The whole world as one file (see [`super::archive`]).
    fn export(&self) -> Local<Result<Vec<u8>, HostError>>;
    /// How much is stored and how much may be.
    fn storage(&self) -> Local<Option<StorageUse>>;
    /// Removes all that is stored, for good.
    fn erase(&self) -> Local<Result<(), HostError>>;
    /// A setting that was kept.
    fn setting(&self, key: &str) -> Option<String>;
    /// Keeps a setting.
    fn keep_setting(&self, key: &str, value: &str);
    /// The file that was chosen in the file input of that element id; the input is empty afterwards.
    fn take_file(&self, element: &str) -> Local<Option<Result<PickedFile, HostError>>>;
    /// Language, title and theme of the document.
    fn present(&self, look: &Look);
    /// Moves the focus to the element of that id.
    fn focus(&self, element: &str);
    /// How many minutes the visitor's clock is ahead of UTC at that time (milliseconds since 1970).
    fn minutes_east(&self, millis: i64) -> i64;
    /// A monotonic clock in milliseconds, to tell how long something took; never for a result.
    fn stopwatch(&self) -> f64;
    /// Loads the page anew.
    fn reload(&self);
    /// Goes to an address of this site; `replace` leaves no way back to the present one.
    fn go(&self, address: &str, replace: bool);
}

/// A file of the visitor's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What the document as a whole shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The language's code.
    pub lang: &'static str,
    /// The title.
    pub title: String,
    /// `light`, `dark`, or nothing for the system's.
    pub theme: Option<&'static str>,
}

/// What the browser tells.
pub trait Listener {
    /// Something happened. Called in order, never while another call is under way.
    fn notify(&self, notice: Notice);
    /// Lends the state that the listener has folded.
    fn with_state(&self, look: &mut dyn FnMut(&State));
}

/// News from the browser.
#[derive(Debug)]
pub enum Notice {
    /// The journal is open, or open anew in another role; this is the state.
    Opened {
        /// The fold of the journal.
        state: Box<State>,
        /// Whether this tab writes.
        role: Role,
    },
    /// The visitor is at this address now.
    Moved {
        /// The path, that of the site included.
        path: String,
        /// The query without its question mark.
        query: String,
    },
    /// These happened.
    Events(Vec<Record>),
    /// All events before this number are kept: their transaction has completed.
    Saved(u64),
    /// How the engine stands.
    Engine(EngineState),
    /// A command has come so far.
    Progress(CallId, Progress),
    /// The program at work prints.
    Output(CallId, Output),
    /// Something is wrong that the visitor must know.
    Trouble(Trouble),
    /// A file is being dragged over the page, or no longer.
    Dragging(bool),
    /// A file was dropped on the page.
    Dropped(Result<PickedFile, HostError>),
}

/// What a tab may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Writes the journal.
    Writer,
    /// Reads along while another tab writes.
    Reader,
}

/// How the engine stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum EngineState {
    /// Not loaded.
    #[default]
    Absent,
    /// On its way: so many bytes of so many have arrived; 0 when that is not known.
    Loading {
        /// What has arrived.
        done: u64,
        /// Of how much.
        total: u64,
    },
    /// Waits for a command.
    Idle,
    /// Carries one out.
    Busy,
}

/// What can go wrong with the place where things are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// This browser keeps nothing (private mode, storage switched off); the world lives as long as the tab.
    NoStorage(String),
    /// The journal was written by a newer version of this site. It is left as it is.
    NewerJournal {
        /// Its version.
        found: u32,
        /// The newest that this page knows.
        known: u32,
    },
    /// The journal cannot be folded from this event on. It is left as it is.
    DamagedJournal {
        /// The event's number.
        seq: u64,
        /// What is wrong with it.
        detail: String,
    },
    /// There is no room for more.
    Full,
    /// A write failed; it is tried again with the next one.
    WriteFailed(String),
    /// The worker is of another build than the page.
    StaleEngine,
    /// This browser has no locks between tabs here: two tabs could write at once.
    NoLocks,
}

/// Space in the browser's storage, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StorageUse {
    /// How much this site uses.
    pub used: f64,
    /// How much it may use.
    pub quota: f64,
    /// Whether the browser promised not to clear it by itself.
    pub persistent: bool,
}

/// Why the browser could not do it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum HostError {
    /// The content is not there.
    #[error("the content {0} is not kept here")]
    NoSuchContent(String),
    /// A file of the site could not be fetched.
    #[error("{path} could not be fetched: {detail}")]
    Fetch {
        /// Its path.
        path: String,
        /// What the browser says.
        detail: String,
    },
    /// The storage refused.
    #[error("the browser's storage refused: {0}")]
    Storage(String),
    /// This tab only reads along.
    #[error("another tab is writing")]
    ReadOnly,
}
