//! The document as a whole: its language, title, theme, focus, and the notice that stands when the page itself
//! has failed.

use crate::world::port::Look;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What stands in for the page until it is drawn.
const SHELL: &str = "shell";
/// The notice in `index.html` that is hidden until the page fails.
const PANIC_NOTICE: &str = "page-failed";

pub(super) fn present(look: &Look) {
    let Some(document) = document() else { return };
    if document.title() != look.title {
        document.set_title(&look.title);
    }
    let Some(root) = document.document_element() else { return };
    let _ = root.set_attribute("lang", look.lang);
    let _ = match look.theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

pub(super) fn focus(element: &str) {
    if let Some(element) = html_element(element) {
        let _ = element.focus();
    }
}

/// Takes away what stood in for the page.
pub fn remove_shell() {
    if let Some(shell) = html_element(SHELL) {
        shell.remove();
    }
}

/// After a panic the page cannot go on: a notice says so, and that what was saved is safe.
pub fn install_panic_notice() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(notice) = html_element(PANIC_NOTICE) {
            notice.set_hidden(false);
            let _ = notice.focus();
        }
    }));
}

/// The languages that the visitor's browser asks for, best first.
pub fn wanted_languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages.map(|list| list.iter().filter_map(|tag| tag.as_string()).collect()).unwrap_or_default()
}

pub(super) fn minutes_east(millis: i64) -> i64 {
    #[expect(clippy::cast_precision_loss)]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(millis as f64));
    #[expect(clippy::cast_possible_truncation)]
    let minutes = -date.get_timezone_offset() as i64;
    minutes
}

pub(super) fn stopwatch() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

pub(super) fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

fn html_element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
