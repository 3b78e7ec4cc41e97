//! The table twin of a figure, behind a switch. Built when it is opened: a curve can have thousands of rows.

use crate::base::figure::{Figure, Twin};
use crate::ui::charts::ChartTexts;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// More rows than this are counted, not shown.
const MOST_ROWS: usize = 500;

/// The switch "as a table" with the table under it.
#[component]
pub fn TwinTable(
    /// What is shown.
    figure: Signal<Figure>,
    /// The name of the table.
    caption: Signal<String>,
    /// The words around it.
    texts: Signal<ChartTexts>,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_: ev::Event| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let table = move || open.get().then(|| table(&figure.with(Figure::twin), &caption.get(), texts.get()));
    view! {
        <details class="chart__twin" node_ref=details on:toggle=toggled>
            <summary>{move || texts.get().as_table}</summary>
            {table}
        </details>
    }
}

fn table(twin: &Twin, caption: &str, texts: ChartTexts) -> AnyView {
    let class = |numeric: bool| if numeric { "chart__number" } else { "" };
    let numeric: Vec<bool> = twin.columns.iter().map(|column| column.numeric).collect();
    let head = twin.columns.iter().map(|column| {
        view! { <th scope="col" class=class(column.numeric)>{column.name.clone()}</th> }
    });
    let body = twin.rows.iter().take(MOST_ROWS).map(|row| {
        let cells = row.iter().enumerate().map(|(index, text)| {
            let class = class(numeric.get(index).copied().unwrap_or(false));
            match index {
                0 => view! { <th scope="row" class=class>{text.clone()}</th> }.into_any(),
                _ => view! { <td class=class>{text.clone()}</td> }.into_any(),
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let left_out = twin.rows.len().saturating_sub(MOST_ROWS);
    let notes = twin.notes.iter().map(|(name, value)| view! { <p>{format!("{name} {value}")}</p> });
    view! {
        <div class="chart__scroll" tabindex="0">
            <table class="chart__table" aria-label=caption.to_string()>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{body.collect_view()}</tbody>
            </table>
        </div>
        {notes.collect_view()}
        {(left_out > 0).then(|| view! { <p>{(texts.rows_left_out)(left_out)}</p> })}
    }
    .into_any()
}
