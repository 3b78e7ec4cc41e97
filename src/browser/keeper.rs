//! What waits to be kept: numbers events as they come and writes them, one transaction at a time. Only when a
//! transaction has completed does it say *saved*.

use super::broadcast::Broadcast;
use super::journal::{Journal, JournalError};
use crate::world::port::{HostError, Listener, Notice};
use crate::world::{Record, Stamped, snapshot};
use gloo::timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// A failed write is tried again after so long.
const RETRY_MILLIS: u32 = 3_000;
/// A snapshot is made when the page has been quiet for so long …
const QUIET_MILLIS: u32 = 400;
/// … and at least so many events, and a sixteenth of all, came after the last one.
const SNAPSHOT_EVERY: u64 = 1_000;

/// The queue in front of the journal.
pub(super) struct Keeper {
    /// `None` when this browser keeps nothing: blobs then live in `memory`.
    journal: Option<Rc<Journal>>,
    listener: Rc<dyn Listener>,
    broadcast: Rc<Broadcast>,
    next_seq: Cell<u64>,
    snapshot_seq: Cell<u64>,
    events: RefCell<Vec<Record>>,
    blobs: RefCell<Vec<(String, Vec<u8>)>>,
    memory: RefCell<BTreeMap<String, Vec<u8>>>,
    writing: Cell<bool>,
}

impl Keeper {
    pub(super) fn new(
        journal: Option<Rc<Journal>>,
        listener: Rc<dyn Listener>,
        broadcast: Rc<Broadcast>,
        next_seq: u64,
        snapshot_seq: u64,
    ) -> Rc<Self> {
        Rc::new(Self {
            journal,
            listener,
            broadcast,
            next_seq: Cell::new(next_seq),
            snapshot_seq: Cell::new(snapshot_seq),
            events: RefCell::default(),
            blobs: RefCell::default(),
            memory: RefCell::default(),
            writing: Cell::new(false),
        })
    }

    /// Numbers the events, tells the listener, and begins to write.
    pub(super) fn accept(self: &Rc<Self>, events: Vec<Stamped>, blobs: Vec<(String, Vec<u8>)>) {
        let first = self.next_seq.get();
        let records: Vec<_> =
            events.into_iter().zip(first..).map(|(stamped, seq)| Record { seq, stamped }).collect();
        self.next_seq.set(first + records.len() as u64);
        if self.journal.is_some() {
            self.blobs.borrow_mut().extend(blobs);
            self.events.borrow_mut().extend(records.iter().cloned());
        } else {
            self.memory.borrow_mut().extend(blobs);
        }
        self.listener.notify(Notice::Events(records));
        self.begin_writing();
    }

    /// The content of that hash, whether it is written yet or not.
    pub(super) async fn blob(&self, hash: &str) -> Result<Vec<u8>, HostError> {
        let waiting =
            self.blobs.borrow().iter().find(|(name, _)| name == hash).map(|(_, bytes)| bytes.clone());
        let here = waiting.or_else(|| self.memory.borrow().get(hash).cloned());
        let missing = || HostError::NoSuchContent(hash.into());
        match (here, &self.journal) {
            (Some(bytes), _) => Ok(bytes),
            (None, Some(journal)) => {
                let found =
                    journal.blob(hash).await.map_err(|error| HostError::Storage(error.to_string()))?;
                found.ok_or_else(missing)
            }
            (None, None) => Err(missing()),
        }
    }

    /// Waits until all that was accepted is kept.
    ///
    /// # Errors
    /// When the browser keeps nothing or a write fails.
    pub(super) async fn settle(&self) -> Result<(), HostError> {
        while self.writing.get() {
            TimeoutFuture::new(5).await;
        }
        if self.events.borrow().is_empty() {
            return Ok(());
        }
        Err(HostError::Storage("what was done last could not be kept".into()))
    }

    /// Lets go of what could not be written: a later try would write it into another world.
    pub(super) fn forget(&self) {
        self.events.borrow_mut().clear();
        self.blobs.borrow_mut().clear();
    }

    fn begin_writing(self: &Rc<Self>) {
        if let Some(journal) = self.journal.clone()
            && !self.writing.replace(true)
        {
            let keeper = Rc::clone(self);
            spawn_local(async move { keeper.write_all(&journal).await });
        }
    }

    async fn write_all(self: &Rc<Self>, journal: &Journal) {
        while !self.events.borrow().is_empty() {
            let events = self.events.borrow().clone();
            let blobs = self.blobs.borrow().clone();
            match journal.append(&events, &blobs).await {
                Ok(()) => self.written(events.len(), blobs.len()),
                Err(error) => {
                    self.failed(error);
                    break;
                }
            }
        }
        self.writing.set(false);
        self.snapshot_when_quiet(journal).await;
    }

    fn written(&self, events: usize, blobs: usize) {
        self.blobs.borrow_mut().drain(..blobs);
        let last = self.events.borrow_mut().drain(..events).next_back();
        if let Some(record) = last {
            self.broadcast.saved(record.seq + 1);
            self.listener.notify(Notice::Saved(record.seq + 1));
        }
    }

    /// Nothing is lost: what could not be written stays in the queue.
    fn failed(self: &Rc<Self>, error: JournalError) {
        self.listener.notify(Notice::Trouble(error.into()));
        let keeper = Rc::clone(self);
        spawn_local(async move {
            TimeoutFuture::new(RETRY_MILLIS).await;
            keeper.begin_writing();
        });
    }

    async fn snapshot_when_quiet(&self, journal: &Journal) {
        let seq = self.next_seq.get();
        let behind = seq - self.snapshot_seq.get();
        if behind < SNAPSHOT_EVERY.max(seq / 16) {
            return;
        }
        TimeoutFuture::new(QUIET_MILLIS).await;
        let quiet = self.next_seq.get() == seq && !self.writing.get() && self.events.borrow().is_empty();
        if !quiet {
            return;
        }
        let mut bytes = None;
        self.listener.with_state(&mut |state| {
            bytes = (state.next_seq() == seq).then(|| snapshot::encode(state).ok()).flatten();
        });
        if let Some(bytes) = bytes
            && journal.keep_snapshot(seq, &bytes).await.is_ok()
        {
            self.snapshot_seq.set(seq);
        }
    }
}
