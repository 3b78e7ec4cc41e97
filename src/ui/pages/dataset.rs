//! One data set: what each column is like, and every row.

use super::actions::{dataset_title, size_text};
use crate::data::statistics::{Detail, NumberSummary, Profile, Summary};
use crate::data::{Cell, Kind, Table};
use crate::ui::charts::{Chart, figures};
use crate::ui::format;
use crate::ui::i18n::Msg;
use crate::ui::routes::Page;
use crate::ui::session::Session;
use crate::ui::widgets::{Confirm, Icon, VirtualRows};
use crate::world::{Command, Dataset, DatasetId, Source};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The height of a row in CSS pixels, as `.rows__row` has it.
const ROW_HEIGHT: f64 = 32.0;

#[component]
pub fn DatasetView(id: DatasetId) -> impl IntoView {
    let session = Session::get();
    let set = Memo::new(move |_| session.state.with(|state| state.dataset(&id).cloned()));
    view! {
        <section class="page page--wide">
            <p><a class="back" href=session.to(Page::Data)><Icon name="back"/>{session.t(Msg::DataBack)}</a></p>
            {move || match (set.get(), session.opened.get()) {
                (Some(set), _) => view! { <Opened set/> }.into_any(),
                (None, true) => view! { <p class="empty">{session.text(Msg::DataMissingSet)}</p> }.into_any(),
                (None, false) => view! { <p class="empty">{session.text(Msg::OpeningWorld)}</p> }.into_any(),
            }}
        </section>
    }
}

/// What is read from the data set's blobs.
fn use_blob<T: Send + Sync + 'static>(
    session: Session,
    hash: &str,
    read: fn(&[u8]) -> Option<T>,
) -> RwSignal<Option<Arc<T>>> {
    let content = RwSignal::new(None);
    if let Some(asked) = session.host(|host| host.read_blob(hash)) {
        spawn_local(async move {
            match asked.await {
                Ok(bytes) => content.set(read(&bytes).map(Arc::new)),
                Err(error) => {
                    session.say_failed(crate::ui::i18n::host_error(session.lang.get_untracked(), &error))
                }
            }
        });
    }
    content
}

#[component]
fn Opened(set: Dataset) -> impl IntoView {
    let session = Session::get();
    let profile = use_blob(session, &set.profile, |bytes| postcard::from_bytes::<Profile>(bytes).ok());
    let table = use_blob(session, &set.table, |bytes| Table::from_bytes(bytes).ok());
    let rows = usize::try_from(set.rows).unwrap_or(usize::MAX);
    view! {
        <SetHead set/>
        <h2>{session.t(Msg::DataColumns)}</h2>
        <div class="columns">
            {move || profile.get().map(|profile| {
                let columns = profile.columns.iter().cloned().map(|summary| view! { <ColumnCard summary/> });
                columns.collect_view()
            })}
        </div>
        <h2>{session.t(Msg::DataRows)}</h2>
        {move || table.get().map(|table| view! { <Rows table rows/> })}
    }
}

#[component]
fn SetHead(set: Dataset) -> impl IntoView {
    let session = Session::get();
    let asking = RwSignal::new(false);
    let (id, name, source) = (set.id.clone(), set.name.clone(), set.source.clone());
    let title = {
        let (name, source) = (name.clone(), source.clone());
        move || dataset_title(session, &name, &source)
    };
    let origin = move || match &source {
        Source::Builtin(_) => session.text(Msg::DataFromSite).to_owned(),
        Source::File(file) => session.filled(Msg::DataFromFile, &[("name", file)]),
    };
    let remove = {
        let id = id.clone();
        Callback::new(move |()| {
            let done = session.filled(Msg::DataRemoved, &[("name", &name)]);
            session.perform(Command::RemoveDataset { dataset: id.clone() }, done, None);
            session.go(&session.href(Page::Data));
        })
    };
    view! {
        <header class="run-head">
            <h1>{title}</h1>
            <p class="run-head__facts">
                <span>{move || size_text(session, set.rows, set.schema.fields.len())}</span>
                <span class="soft">{origin}</span>
                <span class="soft">
                    {session.t(Msg::DataFingerprint)}" "
                    <code title=set.fingerprint.clone()>{set.fingerprint.chars().take(16).collect::<String>()}</code>
                </span>
            </p>
            <div class="run-head__actions">
                <a class="button button--primary" href=move || session.href_of(Page::Train, "data", &id.0)>
                    {session.t(Msg::DataTrainOn)}
                </a>
                <button type="button" class="button" disabled=session.read_only() on:click=move |_| asking.set(true)>
                    {session.t(Msg::DataRemove)}
                </button>
            </div>
            <Confirm
                open=asking
                question=Signal::derive(move || session.text(Msg::DataRemoveAsk).to_owned())
                yes=Msg::DataRemove
                on_yes=remove
            />
        </header>
    }
}

/// The message that names a kind of column.
fn kind_text(kind: Kind) -> Msg {
    match kind {
        Kind::Float => Msg::KindFloat,
        Kind::Integer => Msg::KindInteger,
        Kind::Boolean => Msg::KindBoolean,
        Kind::Date => Msg::KindDate,
        Kind::Text => Msg::KindText,
    }
}

#[component]
fn ColumnCard(summary: Summary) -> impl IntoView {
    let session = Session::get();
    let summary = Arc::new(summary);
    let drawn = Arc::clone(&summary);
    let figure = Signal::derive(move || {
        let (value, rows, other) =
            (session.text(Msg::ValueAxis), session.text(Msg::RowsAxis), session.text(Msg::OtherValues));
        match &drawn.detail {
            Detail::Number(number) => {
                figures::histogram(value, rows, &number.histogram.edges, &number.histogram.counts)
            }
            Detail::Date { histogram, .. } => {
                figures::date_histogram(value, rows, &histogram.edges, &histogram.counts)
            }
            Detail::Boolean { yes, no } => {
                figures::category_counts(value, rows, &[("true".into(), *yes), ("false".into(), *no)])
            }
            Detail::Text { top, other: rest } => {
                let mut counts: Vec<(String, u64)> = top.iter().map(|t| (t.value.clone(), t.count)).collect();
                if *rest > 0 {
                    counts.push((other.to_owned(), *rest));
                }
                figures::category_counts(value, rows, &counts)
            }
        }
    });
    let name = summary.name.clone();
    let caption = Signal::derive(move || session.filled(Msg::HistogramOf, &[("name", &name)]));
    let kind = summary.kind;
    let facts = move || facts_of(session, &summary);
    view! {
        <article class="column">
            <Chart figure caption texts=session.small_chart_texts()/>
            <p class="soft column__kind">{session.t(kind_text(kind))}</p>
            <dl class="facts">
                {move || facts().into_iter().map(|(name, value)| view! {
                    <div class="facts__item"><dt>{name}</dt><dd>{value}</dd></div>
                }).collect_view()}
            </dl>
        </article>
    }
}

fn facts_of(session: Session, summary: &Summary) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        (session.text(Msg::StatMissing), format::count(summary.missing)),
        (session.text(Msg::StatDistinct), format::count(summary.distinct)),
    ];
    match &summary.detail {
        Detail::Number(number) => facts.extend(number_facts(session, number)),
        Detail::Date { min, max, .. } => {
            let day = |days: &Option<i32>| days.map(|days| crate::base::date::Day(days).to_string());
            let ends = [(Msg::StatMin, day(min)), (Msg::StatMax, day(max))];
            facts.extend(ends.into_iter().filter_map(|(msg, day)| Some((session.text(msg), day?))));
        }
        Detail::Text { top, .. } => {
            facts.extend(top.first().map(|first| (session.text(Msg::StatTop), first.value.clone())));
        }
        Detail::Boolean { .. } => {}
    }
    facts
}

fn number_facts(session: Session, number: &NumberSummary) -> Vec<(&'static str, String)> {
    [
        (Msg::StatMean, number.mean),
        (Msg::StatStd, number.std),
        (Msg::StatMin, number.min),
        (Msg::StatQ1, number.lower_quartile),
        (Msg::StatMedian, number.median),
        (Msg::StatQ3, number.upper_quartile),
        (Msg::StatMax, number.max),
    ]
    .into_iter()
    .filter_map(|(msg, value)| Some((session.text(msg), format::number(value?))))
    .collect()
}

#[component]
fn Rows(table: Arc<Table>, rows: usize) -> impl IntoView {
    let session = Session::get();
    let names: Vec<(String, bool)> = table
        .columns()
        .iter()
        .map(|column| (column.name.clone(), column.values.kind().is_number()))
        .collect();
    let label = Signal::derive(move || session.text(Msg::DataRows).to_owned());
    view! {
        <VirtualRows rows=Signal::stored(rows) row_height=ROW_HEIGHT label render=move |window, above, below| {
            let table = Arc::clone(&table);
            let heads = names.iter().cloned().map(|(name, number)| view! {
                <th scope="col" class:rows__number=number>{name}</th>
            });
            view! {
                <table class="rows" aria-rowcount=rows + 1>
                    <thead><tr><th class="rows__index" scope="col">"#"</th>{heads.collect_view()}</tr></thead>
                    <tbody>
                        <tr aria-hidden="true" style:height=move || format!("{}px", above.get())/>
                        {move || {
                            let window = window.get();
                            (window.first..window.end).map(|row| row_view(&table, row)).collect_view()
                        }}
                        <tr aria-hidden="true" style:height=move || format!("{}px", below.get())/>
                    </tbody>
                </table>
            }
        }/>
    }
}

fn row_view(table: &Table, row: usize) -> impl IntoView + use<> {
    let cells: Vec<_> = (0..table.columns().len())
        .map(|column| {
            let cell = table.cell(row, column);
            let class = match cell {
                Cell::Missing => "rows__missing",
                Cell::Integer(_) | Cell::Float(_) => "rows__number",
                _ => "",
            };
            let text = if cell == Cell::Missing { "–".to_owned() } else { cell.to_string() };
            view! { <td class=class>{text}</td> }
        })
        .collect();
    view! { <tr class="rows__row"><th scope="row" class="rows__index">{row + 1}</th>{cells}</tr> }
}
