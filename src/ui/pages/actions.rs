//! What several pages do: add a data set, train the first model.

use super::train_form::TrainForm;
use crate::data::builtin::{BUILTIN, Builtin};
use crate::ui::i18n::{self, Msg};
use crate::ui::session::Session;
use crate::world::port::PickedFile;
use crate::world::{Command, DatasetId, Reply, Source};
use leptos::prelude::*;

/// Adds one of the site's data sets; the id if that worked, otherwise the visitor is told why not.
pub(super) async fn add_builtin(session: Session, id: &'static str) -> Option<DatasetId> {
    let builtin = BUILTIN.iter().find(|builtin| builtin.id == id)?;
    if let Some(here) = already_here(session, builtin) {
        return Some(here);
    }
    let bytes = session.host(|host| host.fetch(&format!("data/{}", builtin.file)))?.await;
    match bytes {
        Ok(bytes) => add(session, id.into(), Source::Builtin(id.into()), bytes).await,
        Err(error) => {
            session.say_failed(i18n::host_error(session.lang.get_untracked(), &error));
            None
        }
    }
}

/// The data set of the world that is `builtin`.
pub(super) fn already_here(session: Session, builtin: &Builtin) -> Option<DatasetId> {
    session.state.with(|state| {
        let same = |source: &Source| matches!(source, Source::Builtin(id) if id == builtin.id);
        state.datasets().iter().find(|dataset| same(&dataset.source)).map(|dataset| dataset.id.clone())
    })
}

/// Adds a file of the visitor's.
pub(super) async fn add_file(session: Session, file: PickedFile) -> Option<DatasetId> {
    let name = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem).to_owned();
    add(session, name, Source::File(file.name), file.bytes).await
}

async fn add(session: Session, name: String, source: Source, bytes: Vec<u8>) -> Option<DatasetId> {
    match session.execute(Command::AddDataset { name, source }, Some(bytes)).await {
        Ok(Reply::Dataset(id)) => Some(id),
        Ok(_) => None,
        Err(error) => {
            session.say_failed(i18n::failure(session.lang.get_untracked(), &error));
            None
        }
    }
}

/// The visitor's one click: wine quality, a random forest, and the run's page as soon as it has begun.
pub(super) fn train_first_model(session: Session, form: TrainForm, shown: impl Fn(String) + 'static) {
    leptos::task::spawn_local(async move {
        let Some(dataset) = add_builtin(session, "wine_quality").await else { return };
        let set = session.state.with_untracked(|state| state.dataset(&dataset).cloned());
        let Some(set) = set else { return };
        form.choose_dataset(&set);
        if let Ok(request) = form.request(session) {
            match session.execute(Command::Train(Box::new(request)), None).await {
                Ok(Reply::Run(run)) => shown(run.0),
                Ok(_) => {}
                Err(error) => session.say_failed(i18n::failure(session.lang.get_untracked(), &error)),
            }
        }
    });
}

/// The title of one of the site's data sets.
pub(super) fn builtin_title(session: Session, id: &str) -> &'static str {
    session.text(i18n::builtin_texts(id).0)
}

/// How a data set is called: the title of ours, the name of the visitor's.
pub(super) fn dataset_title(session: Session, name: &str, source: &Source) -> String {
    match source {
        Source::Builtin(id) => builtin_title(session, id).to_owned(),
        Source::File(_) => name.to_owned(),
    }
}

/// Rows and columns in words.
pub(super) fn size_text(session: Session, rows: u64, columns: usize) -> String {
    use crate::ui::format::count;
    session.filled(Msg::DataSize, &[("rows", &count(rows)), ("columns", &count(columns as u64))])
}
