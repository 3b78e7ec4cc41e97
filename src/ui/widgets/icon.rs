//! Icons as inline SVG, 20 × 20, drawn with strokes of the text's colour. Decorative: the text beside one (or
//! the button's label) says what it means.

use crate::ui::icons::MARK;
use leptos::prelude::*;

/// The icon of that name.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=path(name)></path>
        </svg>
    }
}

fn path(name: &str) -> &'static str {
    match name {
        "mark" => MARK,
        "sun" => {
            "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1"
        }
        "moon" => "M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3",
        "contrast" => "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 3v14M10 6.5l5.5 2M10 10.5h6.7M10 14l4.6.5",
        "check" => "M4 10.5l4 4 8-9",
        "running" => "M10 3a7 7 0 1 1-6.6 4.7",
        "failed" => "M5 5l10 10M15 5L5 15",
        "stopped" => "M5.5 5.5h9v9h-9z",
        "warning" => "M10 3.5l7 12.5H3zM10 8.5v3.5M10 14.2v.1",
        "info" => "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 9v5M10 6.4v.1",
        "upload" => "M10 13V4M6.5 7.5L10 4l3.5 3.5M4 13v3h12v-3",
        "download" => "M10 4v9M6.5 9.5L10 13l3.5-3.5M4 13v3h12v-3",
        "table" => "M3 4.5h14v11H3zM3 8h14M3 11.7h14M8 4.5v11",
        "back" => "M12 4.5L6.5 10l5.5 5.5",
        "sort-up" => "M10 5v10M6 9l4-4 4 4",
        "sort-down" => "M10 5v10M6 11l4 4 4-4",
        "close" => "M6 6l8 8M14 6l-8 8",
        _ => "",
    }
}
