//! All runs: filter, sort, select, delete and restore.

use super::runs_table::{Row, RunsTable, SortKey, rows_of};
use crate::tracking::RunId;
use crate::ui::format::count;
use crate::ui::i18n::Msg;
use crate::ui::session::Session;
use crate::world::Command;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How the visitor looks at the runs; lives above the pages.
#[derive(Clone, Copy)]
pub struct RunsView {
    pub filter: RwSignal<String>,
    pub sort: RwSignal<(SortKey, bool)>,
    pub deleted: RwSignal<bool>,
    pub selected: RwSignal<BTreeSet<RunId>>,
}

impl RunsView {
    /// Newest first, nothing filtered.
    pub fn new() -> Self {
        Self {
            filter: RwSignal::default(),
            sort: RwSignal::new((SortKey::Started, true)),
            deleted: RwSignal::new(false),
            selected: RwSignal::default(),
        }
    }
}

#[component]
pub fn Runs() -> impl IntoView {
    let session = Session::get();
    let look: RunsView = expect_context();
    let rows = Memo::new(move |_| {
        let deleted = look.deleted.get();
        session.state.with(|state| Arc::new(rows_of(state, deleted)))
    });
    let shown = Memo::new(move |_| {
        let (filter, (key, descending)) = (look.filter.get(), look.sort.get());
        rows.with(|rows| Arc::new(arrange(rows, &filter, &key, descending)))
    });
    let any = Memo::new(move |_| session.state.with(|state| !state.tracking().runs().is_empty()));
    view! {
        <section class="page page--wide">
            <h1>{session.t(Msg::RunsTitle)}</h1>
            {move || if any.get() {
                view! {
                    <Toolbar rows shown/>
                    <RunsTable rows shown/>
                }.into_any()
            } else {
                view! { <Empty/> }.into_any()
            }}
        </section>
    }
}

/// The places of the rows that match, in the wanted order.
fn arrange(rows: &[Row], filter: &str, key: &SortKey, descending: bool) -> Vec<usize> {
    let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    let matches = |row: &Row| words.iter().all(|word| row.search.contains(word.as_str()));
    let mut places: Vec<usize> =
        (0..rows.len()).filter(|&place| rows.get(place).is_some_and(matches)).collect();
    places.sort_unstable_by(|&a, &b| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => key.compare(a, b, descending),
        _ => std::cmp::Ordering::Equal,
    });
    places
}

#[component]
fn Empty() -> impl IntoView {
    let session = Session::get();
    view! {
        <div class="empty">
            <p>{session.t(Msg::RunsNone)}</p>
            <a class="button button--primary" href=session.to(crate::ui::routes::Page::Train)>
                {session.t(Msg::TrainTitle)}
            </a>
        </div>
    }
}

#[component]
fn Toolbar(rows: Memo<Arc<Vec<Row>>>, shown: Memo<Arc<Vec<usize>>>) -> impl IntoView {
    let session = Session::get();
    let look: RunsView = expect_context();
    let (all, visible) = (move || rows.with(|rows| rows.len()), move || shown.with(|shown| shown.len()));
    view! {
        <div class="toolbar">
            <label class="search">
                <span class="visually-hidden">{session.t(Msg::RunsFilter)}</span>
                <input
                    type="search"
                    id="runs-filter"
                    placeholder=session.t(Msg::RunsFilterHint)
                    prop:value=move || look.filter.get()
                    on:input=move |event| look.filter.set(event_target_value(&event))
                />
            </label>
            <label class="check">
                <input
                    type="checkbox"
                    data-testid="show-deleted"
                    prop:checked=move || look.deleted.get()
                    on:change=move |event| {
                        look.selected.set(BTreeSet::new());
                        look.deleted.set(event_target_checked(&event));
                    }
                />
                <span>{session.t(Msg::RunsShowDeleted)}</span>
            </label>
            <span class="toolbar__count" role="status" data-testid="runs-count">
                {move || session.filled(Msg::RunsShown, &[("shown", &count(visible() as u64)), ("all", &count(all() as u64))])}
            </span>
            <SelectionActions/>
        </div>
        {move || (visible() == 0 && !look.filter.with(String::is_empty)).then(|| view! {
            <div class="empty">
                <p>{session.filled(Msg::RunsNoMatch, &[("text", &look.filter.get())])}</p>
                <button type="button" class="button" on:click=move |_| look.filter.set(String::new())>
                    {session.text(Msg::RunsClearFilter)}
                </button>
            </div>
        })}
    }
}

#[component]
fn SelectionActions() -> impl IntoView {
    let session = Session::get();
    let look: RunsView = expect_context();
    let act = move |_| {
        let runs: Vec<RunId> = look.selected.get_untracked().into_iter().collect();
        look.selected.set(BTreeSet::new());
        if look.deleted.get_untracked() {
            restore(session, runs);
        } else {
            delete(session, runs);
        }
    };
    move || {
        let chosen = look.selected.with(BTreeSet::len);
        (chosen > 0).then(|| {
            let action = if look.deleted.get() { Msg::RunsRestore } else { Msg::RunsDelete };
            view! {
                <span class="toolbar__selection">
                    {session.filled(Msg::RunsSelected, &[("count", &chosen)])}
                    <button type="button" class="button" data-testid="act-on-selected" disabled=!session.can_write() on:click=act>
                        {session.text(action)}
                    </button>
                </span>
            }
        })
    }
}

/// Puts runs in the bin, with a way back.
pub(super) fn delete(session: Session, runs: Vec<RunId>) {
    let done = session.filled(Msg::RunsDeletedNote, &[("count", &runs.len())]);
    let undo = Command::RestoreRuns { runs: runs.clone() };
    session.perform(Command::DeleteRuns { runs }, done, Some(undo));
}

/// Takes runs out of the bin, with a way back.
pub(super) fn restore(session: Session, runs: Vec<RunId>) {
    let done = session.filled(Msg::RunsRestoredNote, &[("count", &runs.len())]);
    let undo = Command::DeleteRuns { runs: runs.clone() };
    session.perform(Command::RestoreRuns { runs }, done, Some(undo));
}
