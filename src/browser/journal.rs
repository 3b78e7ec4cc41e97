//! The journal in IndexedDB, through rexie: batches of events in order, snapshots, blobs by their hash, and the
//! version of all that.
//!
//! The database's own version stays 1 for good (rexie would delete stores on an upgrade); `meta` holds the
//! version of what is stored, and migrations start there.

use crate::world::port::Trouble;
use crate::world::{Record, Stamped, State, snapshot};
use js_sys::{Object, Reflect, Uint8Array};
use rexie::{KeyRange, ObjectStore, Rexie, Transaction, TransactionMode};
use std::collections::BTreeSet;
use wasm_bindgen::{JsCast, JsValue};

/// The version of what is stored. A journal with a greater one is left alone; one with a smaller one is brought
/// up to date when it is opened.
pub const SCHEMA: u32 = 3;

const EVENTS: &str = "events";
const SNAPSHOTS: &str = "snapshots";
const BLOBS: &str = "blobs";
const META: &str = "meta";
const SCHEMA_KEY: &str = "schema";

/// The database of this site.
pub struct Journal {
    database: Rexie,
}

/// What could be read of a journal.
pub struct Opened {
    /// The state that all readable events fold to.
    pub state: State,
    /// The number of the event after the newest snapshot: how much had to be folded.
    pub snapshot_seq: u64,
}

/// Why the journal could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The browser refused.
    #[error("{0}")]
    Storage(String),
    /// There is no room.
    #[error("the storage is full")]
    Full,
    /// A newer version of the site wrote it.
    #[error("the journal has version {0}")]
    Newer(u32),
    /// An event that cannot be read or does not fit.
    #[error("event {seq}: {detail}")]
    Damaged {
        /// Its number.
        seq: u64,
        /// What is wrong.
        detail: String,
    },
}

impl From<rexie::Error> for JournalError {
    fn from(error: rexie::Error) -> Self {
        let text = error.to_string();
        if text.contains("QuotaExceeded") { Self::Full } else { Self::Storage(text) }
    }
}

impl From<JournalError> for Trouble {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::Storage(detail) => Self::WriteFailed(detail),
            JournalError::Full => Self::Full,
            JournalError::Newer(found) => Self::NewerJournal { found, known: SCHEMA },
            JournalError::Damaged { seq, detail } => Self::DamagedJournal { seq, detail },
        }
    }
}

impl Journal {
    /// Opens the database `name`, and makes it when it is not there.
    ///
    /// # Errors
    /// When the browser refuses or a newer version of the site wrote it; it is unharmed then.
    pub async fn open(name: &str) -> Result<Self, JournalError> {
        let stores = [EVENTS, SNAPSHOTS, BLOBS, META];
        let builder = stores.iter().fold(Rexie::builder(name).version(1), |builder, store| {
            builder.add_object_store(ObjectStore::new(store))
        });
        let journal = Self { database: builder.build().await? };
        journal.check_schema().await?;
        Ok(journal)
    }

    async fn check_schema(&self) -> Result<(), JournalError> {
        let transaction = self.begin(&[META], TransactionMode::ReadWrite)?;
        let meta = transaction.store(META)?;
        match meta.get(SCHEMA_KEY.into()).await?.and_then(|value| value.as_f64()) {
            None => {
                meta.put(&JsValue::from(SCHEMA), Some(&SCHEMA_KEY.into())).await?;
            }
            Some(found) if found > f64::from(SCHEMA) => return Err(JournalError::Newer(whole(found) as u32)),
            Some(found) if found < f64::from(SCHEMA) => {
                // From 1 to 2 only kinds of events were added, those about files, and from 2 to 3 those about their
                // bin: what is stored stays as it is. A page of an older version could not read the new ones, and
                // refuses from here on.
                meta.put(&JsValue::from(SCHEMA), Some(&SCHEMA_KEY.into())).await?;
            }
            Some(_) => {}
        }
        transaction.done().await?;
        Ok(())
    }

    /// The newest snapshot and the events after it, folded.
    ///
    /// # Errors
    /// When the browser refuses, or an event cannot be read or does not fit.
    pub async fn load(&self) -> Result<Opened, JournalError> {
        let mut state = self.newest_snapshot().await?.unwrap_or_default();
        let snapshot_seq = state.next_seq();
        for record in self.records_from(snapshot_seq).await? {
            fold(&mut state, &record)?;
        }
        Ok(Opened { state, snapshot_seq })
    }

    async fn newest_snapshot(&self) -> Result<Option<State>, JournalError> {
        let transaction = self.begin(&[SNAPSHOTS], TransactionMode::ReadOnly)?;
        let store = transaction.store(SNAPSHOTS)?;
        let mut keys = store.get_all_keys(None, None).await?;
        // Keys come in ascending order; a snapshot that cannot be read is passed over.
        while let Some(key) = keys.pop() {
            let bytes = store.get(key).await?.and_then(|value| value.dyn_into::<Uint8Array>().ok());
            if let Some(state) = bytes.and_then(|bytes| snapshot::decode(&bytes.to_vec()).ok()) {
                return Ok(Some(state));
            }
        }
        Ok(None)
    }

    /// The events from number `seq` on.
    ///
    /// # Errors
    /// When the browser refuses or an event cannot be read.
    pub async fn records_from(&self, seq: u64) -> Result<Vec<Record>, JournalError> {
        let transaction = self.begin(&[EVENTS], TransactionMode::ReadOnly)?;
        let store = transaction.store(EVENTS)?;
        // A batch that begins before `seq` may reach beyond it: snapshots and batches need not end together.
        let range = KeyRange::lower_bound(&number(seq.saturating_sub(MAX_BATCH)), Some(false))
            .map_err(|error| JournalError::Storage(error.to_string()))?;
        let mut records = Vec::new();
        for batch in store.get_all(Some(range), None).await? {
            read_batch(&batch, seq, &mut records)?;
        }
        Ok(records)
    }

    /// Appends events with the blobs that they need, and a snapshot if one is given, in one transaction.
    /// When this returns, they are kept.
    ///
    /// # Errors
    /// When the browser refuses; nothing is written then.
    pub async fn append(&self, records: &[Record], blobs: &[(String, Vec<u8>)]) -> Result<(), JournalError> {
        let transaction = self.begin(&[EVENTS, BLOBS], TransactionMode::ReadWrite)?;
        let kept =
            blobs.iter().map(|(hash, bytes)| (Uint8Array::from(bytes.as_slice()).into(), Some(hash.into())));
        transaction.store(BLOBS)?.put_all(kept).await?;
        let batches = records
            .chunks(usize::try_from(MAX_BATCH).unwrap_or(usize::MAX))
            .map(batch)
            .collect::<Result<Vec<_>, _>>()?;
        transaction.store(EVENTS)?.put_all(batches.into_iter()).await?;
        transaction.done().await?;
        Ok(())
    }

    /// Keeps a snapshot and lets go of all but the one before it.
    ///
    /// # Errors
    /// When the browser refuses; the older snapshots are there then.
    pub async fn keep_snapshot(&self, seq: u64, bytes: &[u8]) -> Result<(), JournalError> {
        let transaction = self.begin(&[SNAPSHOTS], TransactionMode::ReadWrite)?;
        let store = transaction.store(SNAPSHOTS)?;
        let older = store.get_all_keys(None, None).await?;
        for key in older.iter().rev().skip(1) {
            store.delete(key.clone()).await?;
        }
        store.put(&Uint8Array::from(bytes), Some(&number(seq))).await?;
        transaction.done().await?;
        Ok(())
    }

    /// The blob of that hash.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn blob(&self, hash: &str) -> Result<Option<Vec<u8>>, JournalError> {
        let transaction = self.begin(&[BLOBS], TransactionMode::ReadOnly)?;
        let value = transaction.store(BLOBS)?.get(hash.into()).await?;
        Ok(value.and_then(|value| value.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
    }

    /// All batches of events as they are kept, JSON arrays, and how many events they hold.
    ///
    /// # Errors
    /// When the browser refuses or a batch cannot be read.
    pub async fn batches(&self) -> Result<(Vec<String>, u64), JournalError> {
        let transaction = self.begin(&[EVENTS], TransactionMode::ReadOnly)?;
        let (mut batches, mut events) = (Vec::new(), 0);
        for batch in transaction.store(EVENTS)?.get_all(None, None).await? {
            let get = |key: &str| Reflect::get(&batch, &key.into()).unwrap_or(JsValue::UNDEFINED);
            let damaged = || JournalError::Damaged { seq: events, detail: "no events in the record".into() };
            batches.push(get("events").as_string().ok_or_else(damaged)?);
            events += whole(get("count").as_f64().unwrap_or_default());
        }
        Ok((batches, events))
    }

    /// All blobs with their hashes.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn blobs(&self) -> Result<Vec<(String, Vec<u8>)>, JournalError> {
        let transaction = self.begin(&[BLOBS], TransactionMode::ReadOnly)?;
        let store = transaction.store(BLOBS)?;
        let (keys, values) = (store.get_all_keys(None, None).await?, store.get_all(None, None).await?);
        let pairs = keys.into_iter().zip(values).filter_map(|(key, value)| {
            Some((key.as_string()?, value.dyn_into::<Uint8Array>().ok()?.to_vec()))
        });
        Ok(pairs.collect())
    }

    /// Removes all blobs but those that are `needed`.
    ///
    /// # Errors
    /// When the browser refuses; nothing is removed then.
    pub async fn collect_blobs(&self, needed: &BTreeSet<&str>) -> Result<(), JournalError> {
        let transaction = self.begin(&[BLOBS], TransactionMode::ReadWrite)?;
        let store = transaction.store(BLOBS)?;
        for key in store.get_all_keys(None, None).await? {
            if !key.as_string().is_some_and(|hash| needed.contains(hash.as_str())) {
                store.delete(key).await?;
            }
        }
        transaction.done().await?;
        Ok(())
    }

    /// Removes everything.
    ///
    /// # Errors
    /// When the browser refuses; nothing is removed then.
    pub async fn erase(&self) -> Result<(), JournalError> {
        let transaction = self.begin(&[EVENTS, SNAPSHOTS, BLOBS], TransactionMode::ReadWrite)?;
        for store in [EVENTS, SNAPSHOTS, BLOBS] {
            transaction.store(store)?.clear().await?;
        }
        transaction.done().await?;
        Ok(())
    }

    /// Writes another version into `meta`: for tests of what a newer version leaves behind.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn mark_schema(&self, version: u32) -> Result<(), JournalError> {
        let transaction = self.begin(&[META], TransactionMode::ReadWrite)?;
        transaction.store(META)?.put(&JsValue::from(version), Some(&SCHEMA_KEY.into())).await?;
        transaction.done().await?;
        Ok(())
    }

    /// Closes the database.
    pub fn close(self) {
        self.database.close();
    }

    fn begin(&self, stores: &[&str], mode: TransactionMode) -> Result<Transaction, JournalError> {
        Ok(self.database.transaction(stores, mode)?)
    }
}

/// How many events one record holds at the most.
const MAX_BATCH: u64 = 4096;

/// Folds a record into `state`; those that it holds already are passed over.
///
/// # Errors
/// When a number is missing or the event does not fit.
pub(super) fn fold(state: &mut State, record: &Record) -> Result<(), JournalError> {
    let damaged = |detail: String| JournalError::Damaged { seq: record.seq, detail };
    match record.seq.cmp(&state.next_seq()) {
        std::cmp::Ordering::Less => Ok(()),
        std::cmp::Ordering::Greater => Err(damaged(format!("event {} is missing", state.next_seq()))),
        std::cmp::Ordering::Equal => state.apply(&record.stamped).map_err(|error| damaged(error.to_string())),
    }
}

type KeyedValue = (JsValue, Option<JsValue>);

fn batch(records: &[Record]) -> Result<KeyedValue, JournalError> {
    let events: Vec<&Stamped> = records.iter().map(|record| &record.stamped).collect();
    let text = serde_json::to_string(&events).map_err(|error| JournalError::Storage(error.to_string()))?;
    let value = Object::new();
    let set = |key: &str, part: JsValue| {
        Reflect::set(&value, &key.into(), &part)
            .map_err(|_| JournalError::Storage("cannot build a record".into()))
    };
    let first = number(records.first().map_or(0, |record| record.seq));
    set("v", JsValue::from(SCHEMA))?;
    set("first", first.clone())?;
    set("count", number(records.len() as u64))?;
    set("events", JsValue::from_str(&text))?;
    Ok((value.into(), Some(first)))
}

fn read_batch(value: &JsValue, from: u64, records: &mut Vec<Record>) -> Result<(), JournalError> {
    let get = |key: &str| Reflect::get(value, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let first = whole(get("first").as_f64().unwrap_or_default());
    let damaged = |detail: String| JournalError::Damaged { seq: first, detail };
    let text = get("events").as_string().ok_or_else(|| damaged("no events in the record".into()))?;
    let events: Vec<Stamped> = serde_json::from_str(&text).map_err(|error| damaged(error.to_string()))?;
    let numbered = events.into_iter().zip(first..).map(|(stamped, seq)| Record { seq, stamped });
    records.extend(numbered.filter(|record| record.seq >= from));
    Ok(())
}

/// Sequence numbers as JavaScript has them: they stay far below 2^53.
#[expect(clippy::cast_precision_loss)]
fn number(seq: u64) -> JsValue {
    JsValue::from_f64(seq as f64)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> u64 {
    number as u64
}
