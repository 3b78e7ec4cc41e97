//! A whole world as one file: JSON lines, a head, batches of events as the journal has them, then the blobs. Reading one is all or nothing,
//! and the file is taken for hostile.

use super::event::{Event, Stamped, Subject};
use super::state::{State, WorldError};
use crate::base::hash::sha256_hex;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The form of the file; raised with every change.
pub const VERSION: u32 = 3;
const FORMAT: &str = "mlops-dojo";
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 512 << 20;

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
    events: u64,
    blobs: u64,
    /// See [`fingerprint`].
    sha256: String,
}

#[derive(Serialize, Deserialize)]
struct BlobLine {
    blob: String,
    base64: String,
}

/// What an archive holds, checked.
#[derive(Debug)]
pub struct Archive {
    /// The events from the beginning.
    pub events: Vec<Stamped>,
    /// The blobs by hash.
    pub blobs: BTreeMap<String, Vec<u8>>,
    /// What the events fold to.
    pub state: State,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Runs that are new here.
    pub runs: usize,
    /// Data sets that are new here.
    pub datasets: usize,
    /// Files whose paths are new here.
    pub files: usize,
    /// Runs, data sets and files that were here already and stay as they are.
    pub known: usize,
}

/// Why a file is not taken. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ArchiveError {
    /// Not a file of ours.
    #[error("this is not a file that MLOps Dojo exported")]
    NotOurs,
    /// Written by a newer version.
    #[error("the file has version {found}, this page knows up to {known}")]
    Newer {
        /// Its version.
        found: u32,
        /// The newest that is known.
        known: u32,
    },
    /// Too large.
    #[error("the file has {bytes} bytes, {limit} are allowed")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Not complete or changed on its way.
    #[error("the file is damaged: its content does not match its fingerprint")]
    Damaged,
    /// A line that cannot be read.
    #[error("line {line} cannot be read: {detail}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong.
        detail: String,
    },
    /// An event that does not fit those before it.
    #[error("line {line} does not fit what comes before it: {detail}")]
    Misfit {
        /// Its number, from 1.
        line: usize,
        /// What is wrong.
        detail: String,
    },
    /// A blob that the world needs is missing.
    #[error("the content {0} is missing")]
    MissingBlob(String),
}

/// Writes a world: `batches` are JSON arrays of events in order, as the journal has them, `events` in all.
///
/// # Errors
/// Those of JSON.
pub fn write(
    batches: &[String],
    events: u64,
    blobs: &[(String, Vec<u8>)],
) -> Result<Vec<u8>, serde_json::Error> {
    let mut body = Vec::new();
    for batch in batches {
        body.extend_from_slice(batch.as_bytes());
        body.push(b'\n');
    }
    for (hash, bytes) in blobs {
        let line = BlobLine { blob: hash.clone(), base64: STANDARD.encode(bytes) };
        body.extend_from_slice(serde_json::to_string(&line)?.as_bytes());
        body.push(b'\n');
    }
    let head = Head {
        format: FORMAT.into(),
        version: VERSION,
        events,
        blobs: blobs.len() as u64,
        sha256: fingerprint(VERSION, &body),
    };
    let mut file = serde_json::to_string(&head)?.into_bytes();
    file.push(b'\n');
    file.append(&mut body);
    Ok(file)
}

/// Reads a world and checks all of it: form, fingerprint, that the events fold, that the blobs that the
/// world needs are there and are what their names say.
///
/// # Errors
/// Says what is wrong with the file.
pub fn read(bytes: &[u8]) -> Result<Archive, ArchiveError> {
    if bytes.len() > MAX_BYTES {
        return Err(ArchiveError::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    let (head, body) = split_head(bytes)?;
    if fingerprint(head.version, body) != head.sha256 {
        return Err(ArchiveError::Damaged);
    }
    let body = std::str::from_utf8(body).map_err(|_| ArchiveError::Damaged)?;
    let mut state = State::default();
    let (mut events, mut blobs) = (Vec::new(), BTreeMap::new());
    for (index, line) in body.split('\n').enumerate().filter(|(_, line)| !line.is_empty()) {
        if line.starts_with('[') {
            let batch: Vec<Stamped> = parse(index, line)?;
            for stamped in batch {
                let misfit =
                    |error: WorldError| ArchiveError::Misfit { line: index + 2, detail: error.to_string() };
                state.apply(&stamped).map_err(misfit)?;
                events.push(stamped);
            }
        } else {
            let (hash, content) = read_blob(index, line)?;
            blobs.insert(hash, content);
        }
    }
    if events.len() as u64 != head.events || blobs.len() as u64 != head.blobs {
        return Err(ArchiveError::Damaged);
    }
    // What was removed and cannot come back need not be there any more.
    if let Some(missing) = state.blobs().into_iter().find(|hash| !blobs.contains_key(*hash)) {
        return Err(ArchiveError::MissingBlob(missing.into()));
    }
    Ok(Archive { events, blobs, state })
}

/// The events of an archive that are new to `state`: those of runs, experiments and data sets that are not
/// here. Whatever is here already stays as it is. Of files it is not their history that comes but what they hold.
pub fn news(state: &State, archive: &Archive) -> (Vec<Stamped>, ImportReport) {
    let mut fresh = BTreeSet::new();
    let mut known = BTreeSet::new();
    for stamped in &archive.events {
        let subject = stamped.event.subject();
        if matches!(subject, Subject::Path(_) | Subject::Bin) {
            continue;
        }
        let set = if state.knows(&subject) { &mut known } else { &mut fresh };
        set.insert(subject);
    }
    let events = archive.events.iter().filter(|stamped| fresh.contains(&stamped.event.subject())).cloned();
    let (known_files, new_files): (Vec<_>, Vec<_>) =
        archive.state.project().files().iter().partition(|(path, _)| state.project().holds(path));
    let written = new_files.iter().map(|(path, file)| Stamped {
        at: file.modified,
        event: Event::FileWritten { path: (*path).clone(), file: file.content.clone() },
    });
    let count = |set: &BTreeSet<Subject>, is: fn(&Subject) -> bool| set.iter().filter(|s| is(s)).count();
    let is_run = |subject: &Subject| matches!(subject, Subject::Run(_));
    let is_dataset = |subject: &Subject| matches!(subject, Subject::Dataset(_));
    let report = ImportReport {
        runs: count(&fresh, is_run),
        datasets: count(&fresh, is_dataset),
        files: new_files.len(),
        known: count(&known, is_run) + count(&known, is_dataset) + known_files.len(),
    };
    (events.chain(written).collect(), report)
}

/// Folds `events` into a copy of `state`, so that nothing is taken of which a part does not fit.
///
/// # Errors
/// Names the first event that does not fit.
pub fn rehearse(state: &State, events: &[Stamped]) -> Result<(), ArchiveError> {
    let mut copy = state.clone();
    for (index, stamped) in events.iter().enumerate() {
        let misfit = |error: WorldError| ArchiveError::Misfit { line: index + 2, detail: error.to_string() };
        copy.apply(stamped).map_err(misfit)?;
    }
    Ok(())
}

fn read_blob(index: usize, line: &str) -> Result<(String, Vec<u8>), ArchiveError> {
    let written: BlobLine = parse(index, line)?;
    let content = STANDARD
        .decode(&written.base64)
        .map_err(|_| ArchiveError::Line { line: index + 2, detail: "not base64".into() })?;
    if sha256_hex(&content) == written.blob {
        Ok((written.blob, content))
    } else {
        Err(ArchiveError::Damaged)
    }
}

/// What `body`, every byte after the head's line, is known by: its SHA-256, since version 3 with the version, so that
/// a changed version is noticed too.
fn fingerprint(version: u32, body: &[u8]) -> String {
    let body = sha256_hex(body);
    if version < 3 { body } else { sha256_hex(format!("{version} {body}").as_bytes()) }
}

fn split_head(bytes: &[u8]) -> Result<(Head, &[u8]), ArchiveError> {
    let end = bytes.iter().position(|&byte| byte == b'\n').ok_or(ArchiveError::NotOurs)?;
    let (line, body) = bytes.split_at(end);
    let line = std::str::from_utf8(line).map_err(|_| ArchiveError::NotOurs)?;
    let head: Head = serde_json::from_str(line).map_err(|_| ArchiveError::NotOurs)?;
    if head.format != FORMAT || head.version == 0 {
        return Err(ArchiveError::NotOurs);
    }
    if head.version > VERSION {
        return Err(ArchiveError::Newer { found: head.version, known: VERSION });
    }
    Ok((head, body.get(1..).unwrap_or_default()))
}

fn parse<'a, T: Deserialize<'a>>(index: usize, line: &'a str) -> Result<T, ArchiveError> {
    serde_json::from_str(line)
        .map_err(|error| ArchiveError::Line { line: index + 2, detail: error.to_string() })
}
