//! The address bar: which page is shown, links within the site without loading it anew, back and forward.

use crate::browser::site;
use crate::world::port::{Listener, Notice};
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Window};

/// Tells `listener` where the visitor is, now and after every move.
pub(super) fn watch(listener: &Rc<dyn Listener>) {
    let Some(window) = web_sys::window() else { return };
    tell(&window, listener);
    let listening = Rc::clone(listener);
    EventListener::new(&window, "popstate", move |_| with_window(|window| tell(window, &listening))).forget();
    let listening = Rc::clone(listener);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "click", options, move |event| {
        let clicked = event.dyn_ref::<MouseEvent>().filter(|event| is_plain(event)).and_then(link_of);
        if let Some(link) = clicked {
            event.prevent_default();
            go(&listening, &link.href(), false);
        }
    })
    .forget();
}

/// Goes to an address of this site.
pub(super) fn go(listener: &Rc<dyn Listener>, address: &str, replace: bool) {
    with_window(|window| {
        let moved = window.history().and_then(|history| {
            if replace {
                return history.replace_state_with_url(&JsValue::NULL, "", Some(address));
            }
            history.push_state_with_url(&JsValue::NULL, "", Some(address))
        });
        if moved.is_ok() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
            tell(window, listener);
        }
    });
}

fn tell(window: &Window, listener: &Rc<dyn Listener>) {
    let location = window.location();
    let (path, query) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    listener.notify(Notice::Moved { path, query: query.trim_start_matches('?').to_owned() });
}

/// Whether the click asks for nothing but going there: no new tab, no new window, no download.
fn is_plain(event: &MouseEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !modified && !event.default_prevented()
}

/// The link of this site that was clicked, if it leads to a page.
fn link_of(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let here = web_sys::window()?.location();
    let within = Some(link.origin()) == here.origin().ok() && link.pathname().starts_with(&site::base_path());
    let elsewhere = link.has_attribute("download") || !link.target().is_empty() || !link.hash().is_empty();
    (within && !elsewhere).then_some(link)
}

fn with_window(act: impl FnOnce(&Window)) {
    if let Some(window) = web_sys::window() {
        act(&window);
    }
}
