//! Files of the visitor's: chosen in a file input or dropped anywhere on the page.

use crate::world::port::{HostError, Listener, Notice, PickedFile};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File, HtmlInputElement};

/// The file chosen in the input of that id, which is emptied so that the same file can be chosen again.
pub(super) async fn take(element: String) -> Option<Result<PickedFile, HostError>> {
    let found = web_sys::window()?.document()?.get_element_by_id(&element)?;
    let input: HtmlInputElement = found.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    let read = read(file).await;
    input.set_value("");
    Some(read)
}

/// Tells `listener` of files dragged over the page and dropped on it.
pub(super) fn watch_drops(listener: Rc<dyn Listener>) {
    let Some(window) = web_sys::window() else { return };
    // Enter and leave come for every element on the way: only their balance tells whether the file is still here.
    let depth = Rc::new(Cell::new(0_i32));
    for kind in ["dragenter", "dragover", "dragleave", "drop"] {
        let (listener, depth) = (Rc::clone(&listener), Rc::clone(&depth));
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, kind, options, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>().filter(|event| carries_files(event)) {
                event.prevent_default();
                on_drag(event, kind, &depth, &listener);
            }
        })
        .forget();
    }
}

fn on_drag(event: &DragEvent, kind: &str, depth: &Cell<i32>, listener: &Rc<dyn Listener>) {
    let before = depth.get();
    depth.set(match kind {
        "dragenter" => before + 1,
        "dragleave" => (before - 1).max(0),
        "drop" => 0,
        _ => before,
    });
    if (before > 0) != (depth.get() > 0) {
        listener.notify(Notice::Dragging(depth.get() > 0));
    }
    let dropped = event.data_transfer().and_then(|transfer| transfer.files()).and_then(|files| files.get(0));
    if let (Some(file), "drop") = (dropped, kind) {
        let listener = Rc::clone(listener);
        spawn_local(async move { listener.notify(Notice::Dropped(read(file).await)) });
    }
}

fn carries_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

async fn read(file: File) -> Result<PickedFile, HostError> {
    let name = file.name();
    let bytes = gloo::file::futures::read_as_bytes(&gloo::file::Blob::from(file)).await;
    let failed =
        |error: gloo::file::FileReadError| HostError::Fetch { path: name.clone(), detail: error.to_string() };
    Ok(PickedFile { bytes: bytes.map_err(failed)?, name })
}
