//! Data sets: a file read, measured and kept.

use super::Desk;
use crate::data::statistics::Profile;
use crate::data::{Table, csv};
use crate::world::command::{Phase, Progress};
use crate::world::{CommandError, Dataset, DatasetId, Event, Reply, Source};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Reads `bytes` as CSV and adds the data set; the same content under the same name is added once.
pub(super) fn add(
    desk: &mut Desk<'_>,
    tables: &mut BTreeMap<String, Rc<Table>>,
    name: &str,
    source: Source,
    bytes: &[u8],
) -> Result<Reply, CommandError> {
    let parsed = csv::read(bytes, &mut |read| {
        desk.out.progress(Progress { phase: Phase::Reading, done: read.done_bytes, total: read.total_bytes });
    })?;
    let table = parsed.table;
    let fingerprint = table.fingerprint();
    let id = DatasetId::of(name, &fingerprint);
    if desk.state.dataset(&id).is_some() {
        return Ok(Reply::Dataset(id));
    }
    let rows = table.rows() as u64;
    desk.out.progress(Progress { phase: Phase::Profiling, done: 0, total: rows });
    let damaged = |error: &dyn std::fmt::Display| CommandError::Content(error.to_string());
    let profile = postcard::to_stdvec(&Profile::of(&table)).map_err(|error| damaged(&error))?;
    let stored = table.to_bytes().map_err(|error| damaged(&error))?;
    let schema = table.schema();
    let (profile, hash) = (desk.keep(profile), desk.keep(stored));
    tables.insert(hash.clone(), Rc::new(table));
    let dataset = Dataset {
        id: id.clone(),
        name: name.into(),
        source,
        fingerprint,
        table: hash,
        profile,
        rows,
        schema,
    };
    desk.tell(Event::DatasetAdded { dataset: Box::new(dataset) })?;
    Ok(Reply::Dataset(id))
}
