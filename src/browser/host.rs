//! The browser as `ui` sees it: journal, worker and tabs behind the trait `world::port::Host`.

use super::broadcast::{Broadcast, Word};
use super::client::{Client, Said, StartError};
use super::download::fetch_counted;
use super::journal::{self, Journal, JournalError};
use super::keeper::Keeper;
use super::locks::{self, Lock};
use super::{address, document, files, site};
use crate::base::time::Timestamp;
use crate::world::archive;
use crate::world::command::{Command, Failure, Reply};
use crate::world::port::{
    EngineState, Host, HostError, Listener, Local, Look, Notice, PickedFile, Role, StorageUse, Trouble,
};
use crate::world::protocol::{CallId, FromEngine};
use crate::world::{State, snapshot};
use futures_channel::mpsc::{self, UnboundedReceiver, UnboundedSender};
use gloo::timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How often the engine's coming is told.
const STEP_BYTES: u64 = 500_000;

const DATABASE: &str = "mlops-dojo";

type Answer = Box<dyn FnOnce(Result<Reply, Failure>)>;

/// A command on its way to the engine.
struct Order {
    id: CallId,
    command: Command,
    upload: Option<Vec<u8>>,
}

/// The browser. Cheap to clone: all clones are one.
#[derive(Clone)]
pub struct BrowserHost(Rc<Inner>);

struct Inner {
    listener: Rc<dyn Listener>,
    broadcast: Rc<Broadcast>,
    keeper: RefCell<Option<Rc<Keeper>>>,
    journal: RefCell<Option<Rc<Journal>>>,
    role: Cell<Role>,
    client: RefCell<Option<Rc<Client>>>,
    starting: Cell<bool>,
    /// How many ends of a worker are under way: the next one needs all that it had said.
    ending: Cell<u32>,
    /// Raised with every stop, so that a worker that was on its way then is not used.
    generation: Cell<u64>,
    next_call: Cell<u64>,
    answers: RefCell<BTreeMap<CallId, Answer>>,
    orders: UnboundedSender<Order>,
}

impl BrowserHost {
    /// Opens the journal; all that follows is told to `listener`.
    pub fn open(listener: Rc<dyn Listener>) -> Self {
        let (orders, waiting) = mpsc::unbounded();
        let host = Self(Rc::new(Inner {
            listener,
            broadcast: Rc::new(Broadcast::open()),
            keeper: RefCell::default(),
            journal: RefCell::default(),
            role: Cell::new(Role::Reader),
            client: RefCell::default(),
            starting: Cell::new(false),
            ending: Cell::new(0),
            generation: Cell::new(0),
            next_call: Cell::new(1),
            answers: RefCell::default(),
            orders,
        }));
        address::watch(&host.0.listener);
        files::watch_drops(Rc::clone(&host.0.listener));
        let (opening, sending) = (host.clone(), host.clone());
        spawn_local(async move { opening.begin().await });
        spawn_local(async move { sending.send_all(waiting).await });
        host
    }

    fn tell(&self, notice: Notice) {
        self.0.listener.notify(notice);
    }

    async fn begin(&self) {
        match Journal::open(DATABASE).await {
            Ok(journal) => {
                *self.0.journal.borrow_mut() = Some(Rc::new(journal));
                match locks::try_become_writer().await {
                    lock @ Lock::Held => self.become_writer(lock).await,
                    lock @ Lock::Unsupported => {
                        self.tell(Notice::Trouble(Trouble::NoLocks));
                        self.become_writer(lock).await;
                    }
                    Lock::Taken => self.become_reader().await,
                }
            }
            Err(JournalError::Newer(found)) => {
                self.tell(Notice::Trouble(Trouble::NewerJournal { found, known: journal::SCHEMA }));
            }
            Err(error) => {
                self.tell(Notice::Trouble(Trouble::NoStorage(error.to_string())));
                self.keep_from(None, State::default(), 0);
            }
        }
    }

    fn journal(&self) -> Option<Rc<Journal>> {
        self.0.journal.borrow().clone()
    }

    /// `lock` is the writer's; where there are none, another tab may be writing too.
    async fn become_writer(&self, lock: Lock) {
        let Some(journal) = self.journal() else { return };
        match journal.load().await {
            Ok(opened) => {
                if lock == Lock::Held {
                    // What is left over takes room and harms nobody.
                    let _ = journal.collect_blobs(&opened.state.blobs()).await;
                }
                self.keep_from(Some(journal), opened.state, opened.snapshot_seq);
                site::ask_to_persist().await;
            }
            Err(error) => self.tell(Notice::Trouble(error.into())),
        }
    }

    /// From here on this tab writes: after `state`, into `journal`.
    fn keep_from(&self, journal: Option<Rc<Journal>>, state: State, snapshot_seq: u64) {
        let inner = &self.0;
        let (listener, broadcast) = (Rc::clone(&inner.listener), Rc::clone(&inner.broadcast));
        let keeper = Keeper::new(journal, listener, broadcast, state.next_seq(), snapshot_seq);
        *inner.keeper.borrow_mut() = Some(Rc::clone(&keeper));
        inner.role.set(Role::Writer);
        let first = if state.has_begun() {
            // Runs that the last tab left open when it was closed.
            state.close_interrupted(now())
        } else {
            vec![State::begin(&new_seed(), now()).1]
        };
        self.tell(Notice::Opened { state: Box::new(state), role: Role::Writer });
        if !first.is_empty() {
            keeper.accept(first, Vec::new());
        }
    }

    async fn become_reader(&self) {
        if !self.read_anew().await {
            return;
        }
        let following = self.clone();
        self.0.broadcast.listen(move |word| {
            let following = following.clone();
            spawn_local(async move {
                if word == Word::Erased {
                    following.read_anew().await;
                }
                following.read_on().await;
            });
        });
        let lock = locks::wait_to_become_writer().await;
        if lock == Lock::Held {
            self.become_writer(lock).await;
        }
    }

    /// Reads the journal from the beginning and shows it; whether that went well.
    async fn read_anew(&self) -> bool {
        let Some(journal) = self.journal() else { return false };
        match journal.load().await {
            // This tab may have become the writer while it was reading; it has read the journal itself then.
            Ok(_) if self.0.role.get() == Role::Writer => true,
            Ok(opened) => {
                self.tell(Notice::Opened { state: Box::new(opened.state), role: Role::Reader });
                true
            }
            Err(error) => {
                self.tell(Notice::Trouble(error.into()));
                false
            }
        }
    }

    /// Reads what the writing tab has added.
    async fn read_on(&self) {
        let (Some(journal), Role::Reader) = (self.journal(), self.0.role.get()) else { return };
        let mut next = 0;
        self.0.listener.with_state(&mut |state| next = state.next_seq());
        if let Ok(records) = journal.records_from(next).await {
            // Another call of this function may have told some of them while this one was reading.
            self.0.listener.with_state(&mut |state| next = state.next_seq());
            let fresh: Vec<_> = records.into_iter().filter(|record| record.seq >= next).collect();
            let saved = fresh.last().map(|record| record.seq + 1);
            self.tell(Notice::Events(fresh));
            if let Some(saved) = saved {
                self.tell(Notice::Saved(saved));
            }
        }
    }

    /// The running worker, which is started when there is none.
    async fn client(&self) -> Result<Rc<Client>, Failure> {
        loop {
            if let Some(client) = self.0.client.borrow().clone() {
                return Ok(client);
            }
            if self.0.ending.get() > 0 || self.0.starting.replace(true) {
                // Somebody else is at it, or the one before is not done.
                TimeoutFuture::new(10).await;
                continue;
            }
            let generation = self.0.generation.get();
            let started = self.start_client().await;
            self.0.starting.set(false);
            let client = started?;
            if self.0.generation.get() != generation {
                client.terminate().await;
                return Err(Failure::Stopped);
            }
            *self.0.client.borrow_mut() = Some(Rc::clone(&client));
            return Ok(client);
        }
    }

    async fn start_client(&self) -> Result<Rc<Client>, Failure> {
        self.fetch_engine().await;
        let mut bytes = None;
        self.0.listener.with_state(&mut |state| bytes = snapshot::encode(state).ok());
        let hearing = self.clone();
        let started = Client::start(&bytes.unwrap_or_default(), move |said| hearing.hear(said)).await;
        self.tell(Notice::Engine(if started.is_ok() { EngineState::Idle } else { EngineState::Absent }));
        started.map_err(|error| {
            if matches!(error, StartError::Stale) {
                self.tell(Notice::Trouble(Trouble::StaleEngine));
            }
            Failure::NoEngine(error.to_string())
        })
    }

    /// Brings the worker's wasm into the cache, from which the worker takes it.
    async fn fetch_engine(&self) {
        let total = site::engine_bytes();
        let told = std::cell::Cell::new(0);
        let tell = |done: u64| self.tell(Notice::Engine(EngineState::Loading { done, total }));
        tell(0);
        // What fails here fails again when the worker starts, and is told then.
        let _ = fetch_counted(&site::engine_wasm_url(), |done| {
            // Each step redraws the status line.
            if done.saturating_sub(told.get()) >= STEP_BYTES {
                told.set(done);
                tell(done);
            }
        })
        .await;
    }

    fn hear(&self, said: Said) {
        match said {
            Said::Events(events, blobs) => {
                if let Some(client) = self.0.client.borrow().as_ref() {
                    client.knows(blobs.iter().map(|(hash, _)| hash));
                }
                if let Some(keeper) = self.0.keeper.borrow().clone() {
                    keeper.accept(events, blobs);
                }
            }
            Said::Other(FromEngine::Progress { id, progress }) => self.tell(Notice::Progress(id, progress)),
            Said::Other(FromEngine::Output { id, output }) => self.tell(Notice::Output(id, output)),
            Said::Other(FromEngine::Reply { id, result }) => {
                self.answer(id, result.map_err(Failure::Refused))
            }
            Said::Other(FromEngine::Panicked { message }) => self.replace_engine(Failure::Crashed(message)),
            Said::Other(FromEngine::BadState) => {
                self.replace_engine(Failure::Crashed("it could not read the state".into()));
            }
            Said::Other(FromEngine::Events { .. }) => {}
        }
    }

    fn answer(&self, id: CallId, result: Result<Reply, Failure>) {
        let answer = self.0.answers.borrow_mut().remove(&id);
        if self.0.answers.borrow().is_empty() {
            self.tell(Notice::Engine(EngineState::Idle));
        }
        if let Some(answer) = answer {
            answer(result);
        }
    }

    /// Ends the worker, keeps what it had said, closes what it left open and answers all that wait by now. What is
    /// asked for meanwhile goes to the next worker.
    async fn end_engine(&self, reason: Failure) {
        let inner = &self.0;
        inner.generation.set(inner.generation.get() + 1);
        inner.ending.set(inner.ending.get() + 1);
        let asked: Vec<CallId> = inner.answers.borrow().keys().copied().collect();
        let client = inner.client.borrow_mut().take();
        if let Some(client) = client {
            client.terminate().await;
        }
        self.close_interrupted();
        inner.ending.set(inner.ending.get() - 1);
        self.tell(Notice::Engine(EngineState::Absent));
        for id in asked {
            let answer = inner.answers.borrow_mut().remove(&id);
            if let Some(answer) = answer {
                answer(Err(reason.clone()));
            }
        }
    }

    /// The same, with another engine on its way at once.
    fn replace_engine(&self, reason: Failure) {
        let host = self.clone();
        spawn_local(async move {
            host.end_engine(reason).await;
            host.warm_up();
        });
    }

    fn close_interrupted(&self) {
        let mut events = Vec::new();
        self.0.listener.with_state(&mut |state| events = state.close_interrupted(now()));
        if let (Some(keeper), false) = (self.0.keeper.borrow().clone(), events.is_empty()) {
            keeper.accept(events, Vec::new());
        }
    }

    /// Sends the commands in the order in which they were given, whatever each of them waits for: a file that is
    /// written twice while the engine starts must hold the second text.
    async fn send_all(&self, mut waiting: UnboundedReceiver<Order>) {
        while let Ok(order) = waiting.recv().await {
            let id = order.id;
            if let Err(error) = self.send(order).await {
                self.answer(id, Err(error));
            }
        }
    }

    async fn send(&self, Order { id, command, upload }: Order) -> Result<(), Failure> {
        if self.0.role.get() == Role::Reader {
            return Err(Failure::ReadOnly);
        }
        let client = self.client().await?;
        let (mut needed, mut again) = (Vec::new(), Vec::new());
        self.0.listener.with_state(&mut |state| {
            needed = command.blobs(state);
            again = command.blobs_again(state);
        });
        let keeper = self.0.keeper.borrow().clone().ok_or(Failure::ReadOnly)?;
        let mut wanted = client.unknown(needed.iter().map(String::as_str));
        again.retain(|hash| !wanted.contains(hash));
        wanted.append(&mut again);
        let mut blobs = Vec::new();
        for hash in wanted {
            let bytes = keeper.blob(&hash).await.map_err(|_| Failure::Content)?;
            blobs.push((hash, bytes));
        }
        // A Stop has answered all that was waiting.
        if !self.0.answers.borrow().contains_key(&id) {
            return Err(Failure::Stopped);
        }
        self.tell(Notice::Engine(EngineState::Busy));
        client.execute(id, now(), command, upload.as_deref(), &blobs);
        Ok(())
    }

    async fn export_all(&self) -> Result<Vec<u8>, HostError> {
        let journal = self.journal().ok_or_else(|| HostError::Storage("nothing is kept here".into()))?;
        let keeper = self.0.keeper.borrow().clone();
        if let Some(keeper) = keeper {
            keeper.settle().await?;
        }
        let storage = |error: JournalError| HostError::Storage(error.to_string());
        let (batches, events) = journal.batches().await.map_err(storage)?;
        let blobs = journal.blobs().await.map_err(storage)?;
        archive::write(&batches, events, &blobs).map_err(|error| HostError::Storage(error.to_string()))
    }

    async fn erase_all(&self) -> Result<(), HostError> {
        if self.0.role.get() == Role::Reader {
            return Err(HostError::ReadOnly);
        }
        self.end_engine(Failure::Stopped).await;
        let keeper = self.0.keeper.borrow().clone();
        if let Some(keeper) = &keeper {
            // What still waits to be written must not come after the erasure; a failed write is no obstacle.
            let _ = keeper.settle().await;
        }
        if let Some(journal) = self.journal() {
            journal.erase().await.map_err(|error| HostError::Storage(error.to_string()))?;
            self.0.broadcast.erased();
        }
        if let Some(keeper) = keeper {
            keeper.forget();
        }
        self.keep_from(self.journal(), State::default(), 0);
        Ok(())
    }
}

impl Host for BrowserHost {
    fn execute(&self, command: Command, upload: Option<Vec<u8>>) -> (CallId, Local<Result<Reply, Failure>>) {
        let id = CallId(self.0.next_call.get());
        self.0.next_call.set(id.0 + 1);
        let (answer, answered) = oneshot();
        self.0.answers.borrow_mut().insert(id, answer);
        // The receiver lives as long as the page.
        let _ = self.0.orders.unbounded_send(Order { id, command, upload });
        (id, answered)
    }

    fn stop(&self) {
        self.replace_engine(Failure::Stopped);
    }

    fn warm_up(&self) {
        if self.0.role.get() == Role::Writer {
            let host = self.clone();
            // A failure is told by `start_client`, and again by the command that needs the engine.
            spawn_local(async move { drop(host.client().await) });
        }
    }

    fn read_blob(&self, hash: &str) -> Local<Result<Vec<u8>, HostError>> {
        let (host, hash) = (self.clone(), hash.to_owned());
        Box::pin(async move {
            let keeper = host.0.keeper.borrow().clone();
            if let Some(keeper) = keeper {
                return keeper.blob(&hash).await;
            }
            let journal = host.journal().ok_or_else(|| HostError::NoSuchContent(hash.clone()))?;
            let found = journal.blob(&hash).await.map_err(|error| HostError::Storage(error.to_string()))?;
            found.ok_or(HostError::NoSuchContent(hash))
        })
    }

    fn fetch(&self, path: &str) -> Local<Result<Vec<u8>, HostError>> {
        Box::pin(site::fetch(path.to_owned()))
    }

    fn save_file(&self, name: &str, media_type: &str, bytes: &[u8]) -> Result<(), HostError> {
        site::save_file(name, media_type, bytes)
    }

    fn export(&self) -> Local<Result<Vec<u8>, HostError>> {
        let host = self.clone();
        Box::pin(async move { host.export_all().await })
    }

    fn storage(&self) -> Local<Option<StorageUse>> {
        Box::pin(site::storage_use())
    }

    fn erase(&self) -> Local<Result<(), HostError>> {
        let host = self.clone();
        Box::pin(async move { host.erase_all().await })
    }

    fn setting(&self, key: &str) -> Option<String> {
        site::setting(key)
    }

    fn keep_setting(&self, key: &str, value: &str) {
        site::keep_setting(key, value);
    }

    fn take_file(&self, element: &str) -> Local<Option<Result<PickedFile, HostError>>> {
        Box::pin(files::take(element.to_owned()))
    }

    fn present(&self, look: &Look) {
        document::present(look);
    }

    fn focus(&self, element: &str) {
        document::focus(element);
    }

    fn minutes_east(&self, millis: i64) -> i64 {
        document::minutes_east(millis)
    }

    fn stopwatch(&self) -> f64 {
        document::stopwatch()
    }

    fn reload(&self) {
        document::reload();
    }

    fn go(&self, address: &str, replace: bool) {
        address::go(&self.0.listener, address, replace);
    }
}

/// An answer that comes once, for this thread.
fn oneshot() -> (Answer, Local<Result<Reply, Failure>>) {
    let (sender, receiver) = futures_channel::oneshot::channel();
    let answer = Box::new(move |result| drop(sender.send(result)));
    (answer, Box::pin(async move { receiver.await.unwrap_or(Err(Failure::Stopped)) }))
}

/// The browser's wall clock: the only place where the world's time comes from.
#[expect(clippy::cast_possible_truncation)]
fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

/// What makes this world's ids differ from those of every other.
fn new_seed() -> String {
    let mut bytes = [0; 16];
    // Without a source of randomness the time still tells worlds apart.
    if getrandom03::fill(&mut bytes).is_err() {
        bytes[..8].copy_from_slice(&js_sys::Date::now().to_le_bytes());
    }
    crate::base::hash::sha256_hex(&bytes)
}
