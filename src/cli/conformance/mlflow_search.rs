//! The suite `mlflow-search`: what MLflow's SQLite store found among a few runs, and how it read the filters.

use super::case::Verdict;
use crate::base::float;
use crate::base::time::Timestamp;
use crate::tracking::search::{self, SearchError, Value as Compared, View};
use crate::tracking::{DatasetUse, ExperimentId, Lifecycle, Point, Run, RunId, RunStatus};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A file of cases.
#[derive(Deserialize)]
struct Cases {
    runs: Vec<RecordedRun>,
    #[serde(default)]
    parse: Vec<ParseCase>,
    #[serde(default)]
    search: Vec<SearchCase>,
    #[serde(default)]
    order: Vec<OrderCase>,
    #[serde(default)]
    view: Vec<ViewCase>,
}

#[derive(Deserialize)]
struct RecordedRun {
    name: String,
    status: RunStatus,
    start: i64,
    end: Option<i64>,
    #[serde(default)]
    metrics: BTreeMap<String, Vec<(Number, i64, i64)>>,
    #[serde(default)]
    params: BTreeMap<String, String>,
    #[serde(default)]
    tags: BTreeMap<String, String>,
    #[serde(default)]
    datasets: Vec<(String, String, String)>,
    #[serde(default)]
    deleted: bool,
}

/// A number of any value; NaN and the infinities are written as text.
#[derive(Deserialize)]
#[serde(transparent)]
struct Number(#[serde(with = "float")] f64);

#[derive(Deserialize)]
struct ParseCase {
    filter: String,
    #[serde(flatten)]
    answer: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
struct SearchCase {
    filter: String,
    sqlite: Value,
}

#[derive(Deserialize)]
struct OrderCase {
    order_by: Vec<String>,
    sqlite: Value,
}

#[derive(Deserialize)]
struct ViewCase {
    view: String,
    sqlite: Value,
}

/// Answers the cases of one file.
///
/// # Errors
/// When it holds no cases of this kind.
pub fn run(file: &str) -> Result<Vec<Verdict>, serde_json::Error> {
    let cases: Cases = serde_json::from_str(file)?;
    let runs: Vec<Run> = cases.runs.into_iter().map(RecordedRun::run).collect();
    let found =
        |filter: &str, order_by: &[String], view: View| match search::search(&runs, filter, order_by, view) {
            Ok(found) => json!(found.iter().map(|run| &run.name).collect::<Vec<_>>()),
            Err(error) => refused(&error),
        };
    let parsed = cases.parse.iter().map(|case| {
        let expected = case.answer.iter().filter(|(key, _)| matches!(key.as_str(), "ok" | "error" | "code"));
        let expected = expected.map(|(key, value)| (key.clone(), value.clone())).collect();
        Verdict::new(format!("parse: {}", case.filter), &Value::Object(expected), parse(&case.filter))
    });
    let searched = cases.search.iter().map(|case| {
        Verdict::new(format!("search: {}", case.filter), &case.sqlite, found(&case.filter, &[], View::Active))
    });
    let ordered = cases.order.iter().map(|case| {
        let got = found("", &case.order_by, View::Active);
        Verdict::new(format!("order: {}", case.order_by.join("; ")), &case.sqlite, got)
    });
    let viewed = cases.view.iter().map(|case| {
        let view = match case.view.as_str() {
            "deleted_only" => View::Deleted,
            "all" => View::All,
            _ => View::Active,
        };
        Verdict::new(format!("view: {}", case.view), &case.sqlite, found("", &[], view))
    });
    Ok(parsed.chain(searched).chain(ordered).chain(viewed).collect())
}

fn refused(error: &SearchError) -> Value {
    json!({"error": error.to_string(), "code": error.code()})
}

/// How a filter is read, as MLflow's parser tells it: a metric is compared with what was written, a time with the
/// number that it is.
fn parse(filter: &str) -> Value {
    let comparisons = match search::parse_filter(filter) {
        Ok(comparisons) => comparisons,
        Err(error) => return refused(&error),
    };
    let told = comparisons.into_iter().map(|comparison| {
        let value = match comparison.value {
            Compared::None => Value::Null,
            Compared::Text(text) => json!(text),
            Compared::List(texts) => json!(texts),
            Compared::Number(written) if comparison.entity == search::Entity::Metric => json!(written),
            Compared::Number(written) => match written.parse::<i64>() {
                Ok(whole) => json!(whole),
                Err(_) => json!(written.parse::<f64>().ok()),
            },
        };
        let entity = comparison.entity.to_string();
        json!({"type": entity, "key": comparison.key, "comparator": comparison.comparator, "value": value})
    });
    json!({"ok": told.collect::<Vec<_>>()})
}

impl RecordedRun {
    fn run(self) -> Run {
        let points = |points: Vec<(Number, i64, i64)>| {
            points
                .into_iter()
                .map(|(value, at, step)| Point { step, value: value.0, at: Timestamp(at) })
                .collect()
        };
        let inputs =
            self.datasets.into_iter().map(|(name, digest, context)| DatasetUse { name, digest, context });
        let end = self.end.map(Timestamp);
        let ended = end.unwrap_or_default();
        Run {
            id: RunId(self.name.clone()),
            experiment: ExperimentId("1".into()),
            name: self.name,
            status: self.status,
            started: Timestamp(self.start),
            ended: end,
            lifecycle: if self.deleted { Lifecycle::Deleted(ended) } else { Lifecycle::Active },
            params: self.params,
            metrics: self.metrics.into_iter().map(|(key, history)| (key, points(history))).collect(),
            tags: self.tags,
            inputs: inputs.collect(),
            artifacts: BTreeMap::new(),
        }
    }
}
