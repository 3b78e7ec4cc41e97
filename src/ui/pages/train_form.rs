//! What the training form holds. It lives above the pages: a change of page or language loses nothing.

use crate::data::builtin::{self, BUILTIN};
use crate::ml::spec::{self, ESTIMATORS, EstimatorSpec, ParamSpec, ParamValue, Task};
use crate::tracking::{ExperimentId, RunId};
use crate::ui::i18n::Msg;
use crate::ui::session::Session;
use crate::world::command::{Missing, TrainRequest};
use crate::world::{Dataset, DatasetId, Source};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The form's fields. Numbers are kept as they were typed.
#[derive(Clone, Copy)]
pub struct TrainForm {
    pub dataset: RwSignal<Option<DatasetId>>,
    pub task: RwSignal<Task>,
    pub target: RwSignal<String>,
    /// The columns that are *not* used: a new data set uses all.
    pub left_out: RwSignal<BTreeSet<String>>,
    /// The estimator that was chosen for each task.
    pub estimators: RwSignal<BTreeMap<Task, &'static str>>,
    /// What was typed for a parameter, by estimator and name.
    pub typed: RwSignal<BTreeMap<(&'static str, &'static str), String>>,
    pub test_size: RwSignal<String>,
    pub seed: RwSignal<String>,
    pub stratify: RwSignal<bool>,
    pub scaler: RwSignal<String>,
    pub missing: RwSignal<Missing>,
    pub run_name: RwSignal<String>,
    /// The run that was trained last.
    pub result: RwSignal<Option<RunId>>,
}

/// What is wrong with what was typed, in the visitor's language.
pub struct FormProblem {
    /// The element id of the field.
    pub field: String,
    /// What is wrong.
    pub text: String,
}

impl TrainForm {
    /// The form before anything was typed.
    pub fn new() -> Self {
        Self {
            dataset: RwSignal::new(None),
            task: RwSignal::new(Task::Regression),
            target: RwSignal::new(String::new()),
            left_out: RwSignal::default(),
            estimators: RwSignal::default(),
            typed: RwSignal::default(),
            test_size: RwSignal::new("0.2".into()),
            seed: RwSignal::new("42".into()),
            stratify: RwSignal::new(false),
            scaler: RwSignal::new(String::new()),
            missing: RwSignal::new(Missing::Drop),
            run_name: RwSignal::default(),
            result: RwSignal::default(),
        }
    }

    /// The form of the page that is being drawn.
    pub fn get() -> Self {
        expect_context()
    }

    /// Takes another data set and suggests what to learn from it.
    pub fn choose_dataset(self, dataset: &Dataset) {
        let suggestion = match &dataset.source {
            Source::Builtin(id) => BUILTIN.iter().find(|builtin| builtin.id == id),
            Source::File(_) => None,
        };
        let names = || dataset.schema.fields.iter().map(|field| field.name.as_str());
        let (target, task) = match suggestion {
            Some(builtin) => (builtin.target.to_owned(), task_of(builtin.task)),
            // A table's last column is what most people want to know.
            None => {
                let last = dataset.schema.fields.last();
                let is_number = last.is_some_and(|field| field.kind == crate::data::Kind::Float);
                let task = if is_number { Task::Regression } else { Task::Classification };
                (names().next_back().unwrap_or_default().to_owned(), task)
            }
        };
        let changed = self.dataset.with_untracked(|chosen| chosen.as_ref() != Some(&dataset.id));
        if changed {
            self.dataset.set(Some(dataset.id.clone()));
            self.left_out.set(BTreeSet::new());
            self.target.set(target);
            self.task.set(task);
        }
    }

    /// The estimator that is chosen for the task; follows both.
    pub fn estimator(self) -> &'static EstimatorSpec {
        let task = self.task.get();
        let id = self.estimators.with(|chosen| chosen.get(&task).copied());
        spec::find(id.unwrap_or_else(|| first_choice(task))).unwrap_or(&ESTIMATORS[0])
    }

    /// What is typed for a parameter: its default until something else is.
    pub fn typed_value(self, estimator: &EstimatorSpec, param: &ParamSpec) -> String {
        let typed = self.typed.with(|typed| typed.get(&(estimator.id, param.name)).cloned());
        typed.unwrap_or_else(|| ParamValue::from(param.default).to_string())
    }

    /// The training that the form asks for.
    ///
    /// # Errors
    /// Everything that keeps it from being one.
    pub fn request(self, session: Session) -> Result<TrainRequest, Vec<FormProblem>> {
        let mut problems = Vec::new();
        let mut miss = |field: &str, text: String| problems.push(FormProblem { field: field.into(), text });
        let lang = session.lang.get_untracked();
        let dataset = self.dataset.get_untracked();
        let set =
            dataset.as_ref().and_then(|id| session.state.with_untracked(|state| state.dataset(id).cloned()));
        if set.is_none() {
            miss("train-data", Msg::TrainNeedsData.text(lang).into());
        }
        let task = self.task.get_untracked();
        let target = has_target(task).then(|| self.target.get_untracked());
        if target.as_ref().is_some_and(String::is_empty) && set.is_some() {
            miss("train-target", Msg::TrainNeedsTarget.text(lang).into());
        }
        let features = set.as_ref().map(|set| self.features(set, target.as_deref())).unwrap_or_default();
        if features.is_empty() && set.is_some() {
            miss("train-features", Msg::TrainNeedsFeatures.text(lang).into());
        }
        let not_number = |found: &str| Msg::FieldWrongNumber.with(lang, &[("found", &found)]);
        let test_size = self.test_size.get_untracked();
        let test_share = test_size.trim().parse::<f64>();
        if test_share.is_err() {
            miss("train-test-size", not_number(&test_size));
        }
        let seed = self.seed.get_untracked();
        let seed_number = seed.trim().parse::<u32>();
        if seed_number.is_err() {
            miss("train-seed", not_number(&seed));
        }
        match (dataset, test_share, seed_number) {
            (Some(dataset), Ok(test_size), Ok(seed)) if problems.is_empty() => Ok(TrainRequest {
                experiment: ExperimentId("0".into()),
                run_name: Some(self.run_name.get_untracked().trim().to_owned())
                    .filter(|name| !name.is_empty()),
                dataset,
                target,
                features,
                missing: self.missing.get_untracked(),
                estimator: untrack(|| self.estimator()).id.into(),
                params: untrack(|| self.params()),
                scaler: Some(self.scaler.get_untracked()).filter(|scaler| !scaler.is_empty()),
                test_size,
                seed,
                stratify: self.stratify.get_untracked() && task == Task::Classification,
            }),
            _ => Err(problems),
        }
    }

    fn features(self, set: &Dataset, target: Option<&str>) -> Vec<String> {
        self.left_out.with_untracked(|left_out| {
            let names = set.schema.fields.iter().map(|field| &field.name);
            names.filter(|name| Some(name.as_str()) != target && !left_out.contains(*name)).cloned().collect()
        })
    }

    /// The parameters as typed; the engine checks them and says what is wrong.
    fn params(self) -> BTreeMap<String, ParamValue> {
        let estimator = self.estimator();
        let value = |param: &ParamSpec| read_value(&self.typed_value(estimator, param));
        estimator.params.iter().map(|param| (param.name.to_owned(), value(param))).collect()
    }
}

/// The estimator that is offered first for a task.
fn first_choice(task: Task) -> &'static str {
    match task {
        Task::Classification => "random_forest_classifier",
        Task::Regression => "random_forest_regressor",
        Task::Clustering => "k_means",
        Task::Reduction => "pca",
    }
}

/// Whether models of the task have something to predict.
pub fn has_target(task: Task) -> bool {
    matches!(task, Task::Classification | Task::Regression)
}

fn task_of(task: builtin::Task) -> Task {
    match task {
        builtin::Task::Classification => Task::Classification,
        builtin::Task::Regression => Task::Regression,
    }
}

/// A value as Python would read it.
fn read_value(typed: &str) -> ParamValue {
    let typed = typed.trim();
    match typed {
        "None" | "" => ParamValue::Null,
        "True" => ParamValue::Boolean(true),
        "False" => ParamValue::Boolean(false),
        _ => typed
            .parse()
            .map(ParamValue::Integer)
            .or_else(|_| typed.parse().map(ParamValue::Float))
            .unwrap_or_else(|_| ParamValue::Text(typed.to_owned())),
    }
}
