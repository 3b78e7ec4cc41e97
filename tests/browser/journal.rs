//! The journal in a real IndexedDB: what was appended comes back, whatever lies between.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::sequences;
use mlops_dojo::base::time::Timestamp;
use mlops_dojo::browser::journal::{Journal, JournalError, SCHEMA};
use mlops_dojo::tracking::{ExperimentId, RunId};
use mlops_dojo::workspace::{Call, MemoryOutbox, Workspace};
use mlops_dojo::world::command::{Missing, TrainRequest};
use mlops_dojo::world::{Command, Record, Reply, Source, Stamped, State, archive, snapshot};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// An empty journal of its own for each test.
async fn fresh(name: &str) -> Journal {
    rexie::Rexie::delete(name).await.unwrap();
    Journal::open(name).await.unwrap()
}

fn records(events: &[Stamped]) -> Vec<Record> {
    events.iter().cloned().zip(0..).map(|(stamped, seq)| Record { seq, stamped }).collect()
}

/// A world with a few dozen events, and its bytes.
fn world() -> (Vec<Record>, Vec<u8>) {
    let longest = (0..60).map(sequences::run).max_by_key(|sequence| sequence.events.len()).unwrap();
    (records(&longest.events), snapshot::encode(&longest.state).unwrap())
}

async fn check_loads_as(journal: &Journal, bytes: &[u8]) {
    let opened = journal.load().await.unwrap();
    assert_eq!(snapshot::encode(&opened.state).unwrap(), bytes);
}

#[wasm_bindgen_test]
async fn an_empty_journal_is_an_empty_world() {
    let journal = fresh("empty").await;
    check_loads_as(&journal, &snapshot::encode(&State::default()).unwrap()).await;
}

#[wasm_bindgen_test]
async fn batches_come_back_in_order_after_reopening() {
    let (records, bytes) = world();
    let journal = fresh("batches").await;
    for batch in records.chunks(3) {
        journal.append(batch, &[]).await.unwrap();
    }
    check_loads_as(&journal, &bytes).await;
    journal.close();
    check_loads_as(&Journal::open("batches").await.unwrap(), &bytes).await;
}

#[wasm_bindgen_test]
async fn a_snapshot_shortens_the_way_and_changes_nothing() {
    let (records, bytes) = world();
    let journal = fresh("snapshots").await;
    // One batch, so that the snapshots lie in its middle.
    journal.append(&records, &[]).await.unwrap();
    for seq in [5, 9, 14] {
        let mut state = State::default();
        for record in &records[..seq] {
            state.apply(&record.stamped).unwrap();
        }
        journal.keep_snapshot(seq as u64, &snapshot::encode(&state).unwrap()).await.unwrap();
        let opened = journal.load().await.unwrap();
        assert_eq!(opened.snapshot_seq, seq as u64);
        assert_eq!(snapshot::encode(&opened.state).unwrap(), bytes);
    }
    // A snapshot that cannot be read is passed over.
    journal.keep_snapshot(20, b"not a snapshot").await.unwrap();
    assert_eq!(journal.load().await.unwrap().snapshot_seq, 14);
}

#[wasm_bindgen_test]
async fn blobs_are_kept_by_their_hash() {
    let journal = fresh("blobs").await;
    let blob = (String::from("abc"), vec![1, 2, 3]);
    journal.append(&[], std::slice::from_ref(&blob)).await.unwrap();
    assert_eq!(journal.blob("abc").await.unwrap(), Some(vec![1, 2, 3]));
    assert_eq!(journal.blob("abd").await.unwrap(), None);
}

/// A world with a data set that was removed, one that is there, and a run on it in the bin.
fn world_with_leavings() -> (Workspace, Rc<RefCell<MemoryOutbox>>, RunId) {
    let (state, first) = State::begin("seed", Timestamp(0));
    let mut workspace = Workspace::new(state);
    let out = MemoryOutbox::shared(vec![first]);
    let mut execute = |command, upload: Option<&str>| {
        let upload = upload.map(|text| text.as_bytes().to_vec());
        workspace.execute(Call { upload, ..Call::plain(Timestamp(1), command) }, &out).unwrap()
    };
    let add = |name: &str| Command::AddDataset { name: name.into(), source: Source::File("a.csv".into()) };
    let Reply::Dataset(gone) = execute(add("gone"), Some("x,y\n1,2\n3,4\n")) else { panic!() };
    let Reply::Dataset(here) = execute(add("here"), Some("x,y\n1,2\n2,4\n3,6\n4,8\n")) else { panic!() };
    let request = TrainRequest {
        experiment: ExperimentId("0".into()),
        run_name: None,
        dataset: here,
        target: Some("y".into()),
        features: vec!["x".into()],
        missing: Missing::Drop,
        estimator: "linear_regression".into(),
        params: BTreeMap::new(),
        scaler: None,
        test_size: 0.5,
        seed: 0,
        stratify: false,
    };
    let Reply::Run(run) = execute(Command::Train(Box::new(request)), None) else { panic!() };
    execute(Command::DeleteRuns { runs: vec![run.clone()] }, None);
    execute(Command::RemoveDataset { dataset: gone }, None);
    (workspace, out, run)
}

#[wasm_bindgen_test]
async fn content_that_nothing_brings_back_is_collected() {
    let (mut workspace, out, run) = world_with_leavings();
    let journal = fresh("collected").await;
    let mut blobs: Vec<_> = out.borrow().blobs.clone().into_iter().collect();
    blobs.push(("of an interrupted write".into(), vec![1]));
    let events = records(&out.borrow().events);
    journal.append(&events, &blobs).await.unwrap();
    let opened = journal.load().await.unwrap();
    journal.collect_blobs(&opened.state.blobs()).await.unwrap();
    let left: Vec<String> = journal.blobs().await.unwrap().into_iter().map(|(hash, _)| hash).collect();
    // All but the two of the data set that was removed, and the stray one.
    assert_eq!(left.len(), blobs.len() - 3);
    // The run comes back with all its files, and the data set on which it was trained is whole.
    workspace
        .execute(Call::plain(Timestamp(2), Command::RestoreRuns { runs: vec![run.clone()] }), &out)
        .unwrap();
    let state = workspace.state();
    let artifacts = &state.tracking().run(&run).unwrap().artifacts;
    assert!(artifacts.len() >= 2, "{artifacts:?}");
    for artifact in artifacts.values() {
        let kept = journal.blob(&artifact.hash).await.unwrap();
        assert_eq!(kept.as_ref(), out.borrow().blobs.get(&artifact.hash));
    }
    let set = &state.datasets()[0];
    assert!(
        journal.blob(&set.table).await.unwrap().is_some()
            && journal.blob(&set.profile).await.unwrap().is_some()
    );
    // What is exported after that can be read.
    let (batches, events) = journal.batches().await.unwrap();
    let file = archive::write(&batches, events, &journal.blobs().await.unwrap()).unwrap();
    assert_eq!(archive::read(&file).unwrap().blobs.len(), left.len());
}

#[wasm_bindgen_test]
async fn a_newer_journal_is_refused_and_unharmed() {
    let (records, bytes) = world();
    let journal = fresh("newer").await;
    journal.append(&records, &[]).await.unwrap();
    journal.mark_schema(SCHEMA + 1).await.unwrap();
    journal.close();
    assert!(matches!(Journal::open("newer").await, Err(JournalError::Newer(found)) if found == SCHEMA + 1));
    // The newer page finds everything as it was.
    let database = rexie::Rexie::builder("newer").build().await.unwrap();
    let store = |name: &str| database.transaction(&[name], rexie::TransactionMode::ReadOnly).unwrap();
    let transaction = store("events");
    assert_eq!(transaction.store("events").unwrap().count(None).await.unwrap(), 1);
    let transaction = database.transaction(&["meta"], rexie::TransactionMode::ReadWrite).unwrap();
    let meta = transaction.store("meta").unwrap();
    meta.put(&SCHEMA.into(), Some(&"schema".into())).await.unwrap();
    transaction.done().await.unwrap();
    database.close();
    check_loads_as(&Journal::open("newer").await.unwrap(), &bytes).await;
}

#[wasm_bindgen_test]
async fn a_gap_is_found_and_named() {
    let (records, _) = world();
    let journal = fresh("gap").await;
    journal.append(&records[..4], &[]).await.unwrap();
    journal.append(&records[6..], &[]).await.unwrap();
    let error = journal.load().await.err().unwrap();
    assert!(matches!(error, JournalError::Damaged { seq: 6, .. }), "{error}");
}

#[wasm_bindgen_test]
async fn erasing_leaves_an_empty_world() {
    let (records, bytes) = world();
    let journal = fresh("erase").await;
    journal.append(&records, &[("abc".into(), vec![1])]).await.unwrap();
    journal.keep_snapshot(records.len() as u64, &bytes).await.unwrap();
    journal.erase().await.unwrap();
    check_loads_as(&journal, &snapshot::encode(&State::default()).unwrap()).await;
    assert_eq!(journal.blob("abc").await.unwrap(), None);
}
