//! The table of runs: columns for what runs have in common, and the metrics that most of them logged.

use super::runs::RunsView;
use crate::tracking::{Run, RunId, RunStatus};
use crate::ui::format;
use crate::ui::i18n::Msg;
use crate::ui::routes::Page;
use crate::ui::session::Session;
use crate::ui::widgets::{Icon, VirtualRows};
use crate::world::State;
use leptos::prelude::*;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The height of a row in CSS pixels, as `.runs__row` has it.
const ROW_HEIGHT: f64 = 40.0;
/// How many metrics get a column.
const METRIC_COLUMNS: usize = 4;

/// What the table shows of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: RunId,
    pub name: String,
    pub status: RunStatus,
    pub started: i64,
    pub data: String,
    pub model: String,
    pub metrics: BTreeMap<String, f64>,
    /// All that the filter looks at, in lower case.
    pub search: String,
}

/// What rows are sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SortKey {
    Name,
    Started,
    Status,
    Data,
    Model,
    Metric(String),
}

impl SortKey {
    /// Rows without the metric come last either way.
    pub fn compare(&self, a: &Row, b: &Row, descending: bool) -> Ordering {
        let turned = |order: Ordering| if descending { order.reverse() } else { order };
        let order = match self {
            Self::Name => turned(a.name.cmp(&b.name)),
            Self::Started => turned(a.started.cmp(&b.started)),
            Self::Status => turned(a.status.cmp(&b.status)),
            Self::Data => turned(a.data.cmp(&b.data)),
            Self::Model => turned(a.model.cmp(&b.model)),
            Self::Metric(key) => match (a.metrics.get(key), b.metrics.get(key)) {
                (Some(a), Some(b)) => turned(a.total_cmp(b)),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            },
        };
        order.then_with(|| b.started.cmp(&a.started)).then_with(|| a.id.cmp(&b.id))
    }
}

/// The rows of the runs that are shown, or of those in the bin.
pub fn rows_of(state: &State, deleted: bool) -> Vec<Row> {
    state.tracking().runs().iter().filter(|run| run.is_active() != deleted).map(row_of).collect()
}

fn row_of(run: &Run) -> Row {
    let data = run.inputs.first().map(|input| input.name.clone()).unwrap_or_default();
    let model = run.tags.get("estimator_name").cloned().unwrap_or_default();
    let mut metrics = BTreeMap::new();
    // Not collected: that would sort, and a sort for this type alone is 3 KB of the page.
    metrics.extend(run.metrics.keys().filter_map(|key| Some((key.clone(), run.latest(key)?))));
    let mut search = format!("{}\n{data}\n{model}\n{}\n", run.name, run.id).to_lowercase();
    for (key, value) in &run.params {
        search.push_str(&key.to_lowercase());
        search.push('=');
        search.push_str(&value.to_lowercase());
        search.push('\n');
    }
    Row {
        id: run.id.clone(),
        name: run.name.clone(),
        status: run.status,
        started: run.started.0,
        data,
        model,
        metrics,
        search,
    }
}

/// The metrics that most rows have, best known first: those on the test rows before the others.
fn common_metrics(rows: &[Row]) -> Vec<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for key in rows.iter().flat_map(|row| row.metrics.keys()) {
        *counts.entry(key.as_str()).or_default() += 1;
    }
    let mut keys: Vec<_> = counts.into_iter().collect();
    keys.sort_unstable_by_key(|(key, count)| (rank(key), std::cmp::Reverse(*count), *key));
    keys.into_iter().take(METRIC_COLUMNS).map(|(key, _)| key.to_owned()).collect()
}

/// Well-known metrics come first, then those on the test rows, then the others.
fn rank(key: &str) -> usize {
    const WELL_KNOWN: [&str; 5] = ["test_accuracy", "test_r2", "test_rmse", "test_f1_macro", "silhouette"];
    let others = WELL_KNOWN.len() + usize::from(!key.starts_with("test_"));
    WELL_KNOWN.iter().position(|name| *name == key).unwrap_or(others)
}

#[component]
pub fn RunsTable(rows: Memo<Arc<Vec<Row>>>, shown: Memo<Arc<Vec<usize>>>) -> impl IntoView {
    let session = Session::get();
    let metrics = Memo::new(move |_| rows.with(|rows| common_metrics(rows)));
    let count = Signal::derive(move || shown.with(|shown| shown.len()));
    let label = Signal::derive(move || session.text(Msg::RunsTitle).to_owned());
    view! {
        <VirtualRows rows=count row_height=ROW_HEIGHT label render=move |window, above, below| {
            let visible = move || {
                let window = window.get();
                rows.with(|rows| shown.with(|shown| {
                    let places = shown.get(window.first..window.end).unwrap_or_default();
                    places.iter().filter_map(|&place| rows.get(place).cloned()).collect::<Vec<_>>()
                }))
            };
            view! {
                <table class="runs" aria-rowcount=move || count.get() + 1>
                    <Head metrics rows shown/>
                    <tbody>
                        <tr class="runs__spacer" aria-hidden="true" style:height=move || format!("{}px", above.get())/>
                        {move || visible().into_iter().map(|row| view! { <BodyRow row metrics/> }).collect_view()}
                        <tr class="runs__spacer" aria-hidden="true" style:height=move || format!("{}px", below.get())/>
                    </tbody>
                </table>
            }
        }/>
    }
}

#[component]
fn Head(
    metrics: Memo<Vec<String>>,
    rows: Memo<Arc<Vec<Row>>>,
    shown: Memo<Arc<Vec<usize>>>,
) -> impl IntoView {
    let session = Session::get();
    let look: RunsView = expect_context();
    let all_ids = move || {
        rows.with(|rows| {
            shown.with(|shown| {
                let mut ids = BTreeSet::new();
                ids.extend(shown.iter().filter_map(|&place| rows.get(place).map(|row| row.id.clone())));
                ids
            })
        })
    };
    let plain = [
        (SortKey::Name, Msg::ColName),
        (SortKey::Status, Msg::ColStatus),
        (SortKey::Started, Msg::ColStarted),
        (SortKey::Data, Msg::ColData),
        (SortKey::Model, Msg::ColModel),
    ];
    view! {
        <thead>
            <tr>
                <th class="runs__select">
                    <input
                        type="checkbox"
                        aria-label=session.t(Msg::RunsSelectAll)
                        prop:checked=move || look.selected.with(|chosen| !chosen.is_empty() && chosen.len() == shown.with(|s| s.len()))
                        on:change=move |event| {
                            let all = if event_target_checked(&event) { all_ids() } else { BTreeSet::new() };
                            look.selected.set(all);
                        }
                    />
                </th>
                {plain.into_iter().map(|(key, msg)| {
                    let title = Signal::derive(move || session.text(msg).to_owned());
                    view! { <SortHead key title number=false/> }
                }).collect_view()}
                {move || metrics.get().into_iter().map(|metric| view! {
                    <SortHead key=SortKey::Metric(metric.clone()) title=Signal::stored(metric) number=true/>
                }).collect_view()}
            </tr>
        </thead>
    }
}

#[component]
fn SortHead(key: SortKey, title: Signal<String>, number: bool) -> impl IntoView {
    let session = Session::get();
    let look: RunsView = expect_context();
    let sorted = {
        let key = key.clone();
        Memo::new(move |_| look.sort.with(|(by, descending)| (*by == key).then_some(*descending)))
    };
    let choose = move |_| {
        // A second click turns the order; numbers and times begin with the greatest.
        let greatest_first = matches!(key, SortKey::Metric(_) | SortKey::Started);
        let descending = sorted.get_untracked().map_or(greatest_first, |descending| !descending);
        look.sort.set((key.clone(), descending));
    };
    let aria = move || match sorted.get() {
        Some(true) => "descending",
        Some(false) => "ascending",
        None => "none",
    };
    view! {
        <th class:runs__number=number aria-sort=aria scope="col">
            <button
                type="button"
                class="runs__sort"
                title=move || session.filled(Msg::SortBy, &[("column", &title.get())])
                on:click=choose
            >
                <span>{title}</span>
                {move || sorted.get().map(|descending| view! {
                    <Icon name=if descending { "sort-down" } else { "sort-up" }/>
                })}
            </button>
        </th>
    }
}

#[component]
fn BodyRow(row: Row, metrics: Memo<Vec<String>>) -> impl IntoView {
    let session = Session::get();
    let look: RunsView = expect_context();
    let id = row.id.clone();
    let chosen = {
        let id = id.clone();
        move || look.selected.with(|chosen| chosen.contains(&id))
    };
    let select = {
        let id = id.clone();
        move |event| {
            let (id, on) = (id.clone(), event_target_checked(&event));
            look.selected.update(|chosen| {
                if on {
                    chosen.insert(id)
                } else {
                    chosen.remove(&id)
                };
            });
        }
    };
    let name = row.name.clone();
    let zone = session.host(|host| host.minutes_east(row.started)).unwrap_or_default();
    view! {
        <tr class="runs__row" data-run=id.0.clone()>
            <td class="runs__select">
                <input
                    type="checkbox"
                    aria-label=move || session.filled(Msg::RunsSelectOne, &[("name", &name)])
                    prop:checked=chosen
                    on:change=select
                />
            </td>
            <td><a href={let id = id.0.clone(); move || session.href_of(Page::Run, "id", &id)}>{row.name.clone()}</a></td>
            <td><StatusBadge status=row.status/></td>
            <td class="runs__time">{format::moment(row.started, zone)}</td>
            <td>{row.data.clone()}</td>
            <td>{row.model.clone()}</td>
            {move || metrics.get().iter().map(|key| {
                view! { <td class="runs__number">{row.metrics.get(key).map(|value| format::number(*value))}</td> }
            }).collect_view()}
        </tr>
    }
}

/// How a run stands: a sign and a word.
#[component]
pub fn StatusBadge(status: RunStatus) -> impl IntoView {
    let session = Session::get();
    let (class, icon, msg) = match status {
        RunStatus::Running => ("badge badge--waiting", "running", Msg::StatusRunning),
        RunStatus::Finished => ("badge badge--passed", "check", Msg::StatusFinished),
        RunStatus::Failed => ("badge badge--failed", "failed", Msg::StatusFailed),
        RunStatus::Killed => ("badge badge--stopped", "stopped", Msg::StatusKilled),
        RunStatus::Scheduled => ("badge badge--waiting", "running", Msg::StatusScheduled),
    };
    view! { <span class=class><Icon name=icon/>{session.t(msg)}</span> }
}
