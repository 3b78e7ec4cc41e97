//! What the worker is asked in its rehearsal: a model by hand, and the site's own sample programs.

use super::Failure;
use super::messages::{self, AT, Message};
use crate::site::files;
use crate::tracking::ExperimentId;
use crate::workspace::{Call, MemoryOutbox, Workspace};
use crate::world::command::{Missing, TrainRequest};
use crate::world::dataset::Source;
use crate::world::{Command, Reply, State};
use std::collections::BTreeMap;
use std::path::Path;

/// Beside the samples: a program that is refused, and one that fails, since learners' programs do.
const MISTAKES: [(&str, &str); 2] = [
    ("refused.py", "for x in range(3)\n    print(x)\n"),
    ("fails.py", "def f(x):\n    return x['a']\n\nf({})\n"),
];

/// The messages, with the samples and data sets of the site in `site`.
///
/// # Errors
/// A file that cannot be read; a command that the native twin refuses.
pub(super) fn messages(site: &Path) -> Result<Vec<Message>, Failure> {
    let failed = Failure::Failed;
    let (state, _) = State::begin("rehearsal", AT);
    let mut messages = vec![messages::start(&state).map_err(failed)?];
    for (command, upload) in commands(site, state)? {
        let id = messages.len() as u64;
        messages.push(messages::execute(id, command, upload.as_deref()).map_err(failed)?);
    }
    Ok(messages)
}

type Step = (Command, Option<Vec<u8>>);

fn commands(site: &Path, state: State) -> Result<Vec<Step>, Failure> {
    let mut steps = model(site, state)?;
    let samples = site.join("samples");
    let mut programs: Vec<_> =
        MISTAKES.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into();
    for name in files::walk(&samples)? {
        let text = files::read(&samples.join(&name))?;
        programs.push((name, text));
    }
    for (name, text) in programs {
        steps.push((Command::WriteFile { path: name.clone() }, Some(text)));
        steps.push((Command::RunProgram { file: name, arguments: Vec::new() }, None));
    }
    Ok(steps)
}

/// A data set is added and a model trained on it, as the first form of the site suggests.
fn model(site: &Path, state: State) -> Result<Vec<Step>, Failure> {
    let table = files::read(&site.join("data/wine.csv"))?;
    let add = Command::AddDataset { name: "wine".into(), source: Source::Builtin("wine".into()) };
    // The twin says which id the data set gets.
    let mut twin = Workspace::new(state);
    let call = Call { upload: Some(table.clone()), ..Call::plain(AT, add.clone()) };
    let Reply::Dataset(dataset) = twin.execute(call, &MemoryOutbox::shared(Vec::new()))? else {
        return Err(Failure::Failed("no data set was added".into()));
    };
    let fields =
        twin.state().dataset(&dataset).map(|dataset| dataset.schema.fields.clone()).unwrap_or_default();
    let names: Vec<String> = fields.into_iter().map(|field| field.name).collect();
    let (target, features) =
        names.split_last().ok_or_else(|| Failure::Failed("wine has no columns".into()))?;
    let train = |estimator: &str, scaler: Option<&str>| {
        Command::Train(Box::new(TrainRequest {
            experiment: ExperimentId("0".into()),
            run_name: None,
            dataset: dataset.clone(),
            target: Some(target.clone()),
            features: features.to_vec(),
            missing: Missing::Drop,
            estimator: estimator.into(),
            params: BTreeMap::new(),
            scaler: scaler.map(Into::into),
            test_size: 0.25,
            seed: 0,
            stratify: true,
        }))
    };
    let trainings =
        [train("logistic_regression", Some("standard_scaler")), train("random_forest_classifier", None)];
    Ok(std::iter::once((add, Some(table))).chain(trainings.map(|command| (command, None))).collect())
}
