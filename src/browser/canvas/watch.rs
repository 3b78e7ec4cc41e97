//! Says when a canvas must be drawn anew: its size, the pixel ratio or the theme changed. Knows no drawing.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    AddEventListenerOptions, Element, EventTarget, HtmlCanvasElement, MediaQueryList, MutationObserver,
    MutationObserverInit, ResizeObserver, Window,
};

/// A target with the callback that listens to it.
type Listening<T> = (T, Rc<Closure<dyn FnMut()>>);
/// The media query for the present pixel ratio.
type RatioSlot = Rc<RefCell<Option<Listening<MediaQueryList>>>>;

/// Watches as long as it lives.
pub struct Watch {
    resized: Option<ResizeObserver>,
    themed: Option<MutationObserver>,
    listeners: Vec<Listening<EventTarget>>,
    ratio: RatioSlot,
    /// Observers call these; they must live as long.
    _callbacks: Vec<Closure<dyn FnMut()>>,
}

/// Calls `changed` whenever `canvas` must be drawn anew, and once at the start for its first size; at most once
/// a frame, and never from within the observer, where a new size would make it observe without end.
pub fn watch(canvas: &HtmlCanvasElement, changed: Rc<dyn Fn()>) -> Watch {
    let changed = once_a_frame(changed);
    let call = |changed: &Rc<dyn Fn()>| {
        let changed = Rc::clone(changed);
        Closure::<dyn FnMut()>::new(move || changed())
    };
    let (on_resize, on_theme) = (call(&changed), call(&changed));
    let resized = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &resized {
        observer.observe(canvas);
    }
    let window = web_sys::window();
    let root = window.as_ref().and_then(Window::document).and_then(|document| document.document_element());
    let themed = root.and_then(|root| watch_theme(&root, &on_theme));
    let mut listeners = Vec::new();
    if let Some(dark) = window.as_ref().and_then(|window| query(window, "(prefers-color-scheme: dark)")) {
        let listener = Rc::new(call(&changed));
        listen(&dark, &listener, false);
        listeners.push((dark.unchecked_into(), listener));
    }
    let ratio = Rc::new(RefCell::new(None));
    if let Some(window) = window {
        watch_ratio(&window, &ratio, &changed);
    }
    Watch { resized, themed, listeners, ratio, _callbacks: vec![on_resize, on_theme] }
}

fn once_a_frame(changed: Rc<dyn Fn()>) -> Rc<dyn Fn()> {
    let waiting = Rc::new(Cell::new(false));
    Rc::new(move || {
        if waiting.replace(true) {
            return;
        }
        let (waiting, changed) = (Rc::clone(&waiting), Rc::clone(&changed));
        let frame = Closure::once_into_js(move || {
            waiting.set(false);
            changed();
        });
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(frame.unchecked_ref());
        }
    })
}

/// The theme is chosen by an attribute of the root element.
fn watch_theme(root: &Element, callback: &Closure<dyn FnMut()>) -> Option<MutationObserver> {
    let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    let options = MutationObserverInit::new();
    options.set_attributes(true);
    options.set_attribute_filter(
        &[JsValue::from_str("data-theme"), JsValue::from_str("class")].into_iter().collect::<js_sys::Array>(),
    );
    observer.observe_with_options(root, &options).ok()?;
    Some(observer)
}

/// A media query for the present pixel ratio matches no longer when the ratio changes; then the next is asked.
fn watch_ratio(window: &Window, slot: &RatioSlot, changed: &Rc<dyn Fn()>) {
    let Some(list) = query(window, &format!("(resolution: {}dppx)", window.device_pixel_ratio())) else {
        return;
    };
    let (again, weak, changed) = (window.clone(), Rc::downgrade(slot), Rc::clone(changed));
    let listener = Rc::new(Closure::<dyn FnMut()>::new(move || {
        changed();
        let Some(slot) = weak.upgrade() else { return };
        // This closure is running: it may only be dropped later, by the slot of the one after.
        let running = slot.borrow_mut().take();
        watch_ratio(&again, &slot, &changed);
        drop_later(&again, running);
    }));
    listen(&list, &listener, true);
    *slot.borrow_mut() = Some((list, listener));
}

fn drop_later(window: &Window, running: Option<Listening<MediaQueryList>>) {
    let drop = Closure::once_into_js(move || drop(running));
    let _ = window.set_timeout_with_callback(drop.unchecked_ref());
}

fn query(window: &Window, text: &str) -> Option<MediaQueryList> {
    window.match_media(text).ok().flatten()
}

fn listen(target: &EventTarget, listener: &Closure<dyn FnMut()>, once: bool) {
    let options = AddEventListenerOptions::new();
    options.set_once(once);
    let callback = listener.as_ref().unchecked_ref();
    let _ =
        target.add_event_listener_with_callback_and_add_event_listener_options("change", callback, &options);
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.resized {
            observer.disconnect();
        }
        if let Some(observer) = &self.themed {
            observer.disconnect();
        }
        let ratio = self.ratio.borrow_mut().take().map(|(list, listener)| (list.unchecked_into(), listener));
        for (target, listener) in self.listeners.drain(..).chain(ratio) {
            let _ =
                target.remove_event_listener_with_callback("change", (*listener).as_ref().unchecked_ref());
        }
    }
}
