//! The page's side of the worker: starts it, checks that it is of the same build, sends commands, and ends it
//! without losing what it had said.

use super::{site, wire};
use crate::base::time::Timestamp;
use crate::world::protocol::{CallId, FromEngine, Ready, ToEngine};
use crate::world::{Command, Stamped};
use gloo::timers::future::TimeoutFuture;
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, MessageChannel, MessageEvent, MessagePort, Worker, WorkerOptions, WorkerType};

/// After the worker's end its channel is read until it was silent for so long …
const SILENCE_MILLIS: u32 = 12;
/// … but not longer than this.
const DRAIN_MILLIS: u32 = 72;

/// What the worker said.
pub(super) enum Said {
    Events(Vec<Stamped>, Vec<(String, Vec<u8>)>),
    Other(FromEngine),
}

/// Why there is no worker.
#[derive(Debug, thiserror::Error)]
pub(super) enum StartError {
    #[error("the engine in this browser's cache is of another build")]
    Stale,
    #[error("{0}")]
    Failed(String),
}

/// A running worker.
pub(super) struct Client {
    worker: Worker,
    port: MessagePort,
    heard: Rc<Cell<u32>>,
    /// The blobs that this worker has been given or has made.
    known_blobs: RefCell<BTreeSet<String>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Client {
    /// Starts a worker from the state in `snapshot`; `hear` gets all that it says.
    pub(super) async fn start(
        snapshot: &[u8],
        hear: impl Fn(Said) + 'static,
    ) -> Result<Rc<Self>, StartError> {
        let failed = |error: JsValue| StartError::Failed(describe(&error));
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&site::engine_url(), &options).map_err(failed)?;
        if let Err(error) = await_ready(&worker).await {
            worker.terminate();
            return Err(error);
        }
        let channel = MessageChannel::new().map_err(failed)?;
        let parcel = wire::pack(&ToEngine::Start, &[snapshot])
            .map_err(|error| StartError::Failed(error.to_string()))?;
        parcel.transfer.push(&channel.port2());
        let (heard, hear) = (Rc::new(Cell::new(0)), Rc::new(Once::new(hear)));
        let on_message = listen(&channel.port1(), Rc::clone(&heard), Rc::clone(&hear));
        let on_error = watch(&worker, hear);
        worker.post_message_with_transfer(&parcel.message, &parcel.transfer).map_err(failed)?;
        Ok(Rc::new(Self {
            worker,
            port: channel.port1(),
            heard,
            known_blobs: RefCell::default(),
            _on_message: on_message,
            _on_error: on_error,
        }))
    }

    /// Which of these blobs the worker has not seen yet.
    pub(super) fn unknown<'a>(&self, blobs: impl Iterator<Item = &'a str>) -> Vec<String> {
        let known = self.known_blobs.borrow();
        blobs.filter(|hash| !known.contains(*hash)).map(str::to_owned).collect()
    }

    /// The worker made these blobs itself.
    pub(super) fn knows<'a>(&self, blobs: impl Iterator<Item = &'a String>) {
        self.known_blobs.borrow_mut().extend(blobs.cloned());
    }

    /// Sends a command with its upload and the blobs that it needs.
    pub(super) fn execute(
        &self,
        id: CallId,
        at: Timestamp,
        command: Command,
        upload: Option<&[u8]>,
        blobs: &[(String, Vec<u8>)],
    ) {
        let names: Vec<String> = blobs.iter().map(|(hash, _)| hash.clone()).collect();
        self.known_blobs.borrow_mut().extend(names.iter().cloned());
        let head = ToEngine::Execute { id, at, command, upload: upload.is_some(), blobs: names };
        let parts: Vec<&[u8]> =
            upload.into_iter().chain(blobs.iter().map(|(_, bytes)| bytes.as_slice())).collect();
        if let Ok(parcel) = wire::pack(&head, &parts) {
            let _ = self.port.post_message_with_transferable(&parcel.message, &parcel.transfer);
        }
    }

    /// Ends the worker at once and hears what its channel still holds.
    ///
    /// Messages that wait on a worker's own port die with it; those on a channel of ours do not.
    pub(super) async fn terminate(&self) {
        self.worker.terminate();
        let mut waited = 0;
        loop {
            let before = self.heard.get();
            TimeoutFuture::new(SILENCE_MILLIS).await;
            waited += SILENCE_MILLIS;
            if self.heard.get() == before || waited >= DRAIN_MILLIS {
                break;
            }
        }
        self.port.close();
    }
}

/// Who hears what the worker says; of its end, only once.
struct Once<F> {
    hear: F,
    ended: Cell<bool>,
}

impl<F: Fn(Said)> Once<F> {
    fn new(hear: F) -> Self {
        Self { hear, ended: Cell::new(false) }
    }

    fn hear(&self, said: Said) {
        let end = matches!(said, Said::Other(FromEngine::Panicked { .. }));
        if !(end && self.ended.replace(true)) {
            (self.hear)(said);
        }
    }
}

/// What ends a worker without its last word: a stack that is full, a file that could not be brought.
fn watch(worker: &Worker, hear: Rc<Once<impl Fn(Said) + 'static>>) -> Closure<dyn FnMut(ErrorEvent)> {
    let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
        let (hear, message) = (Rc::clone(&hear), event.message());
        spawn_local(async move {
            // A last word says more, and may be on its way.
            TimeoutFuture::new(SILENCE_MILLIS).await;
            hear.hear(Said::Other(FromEngine::Panicked { message }));
        });
    });
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    on_error
}

fn listen(
    port: &MessagePort,
    heard: Rc<Cell<u32>>,
    hear: Rc<Once<impl Fn(Said) + 'static>>,
) -> Closure<dyn FnMut(MessageEvent)> {
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        heard.set(heard.get().wrapping_add(1));
        match wire::unpack::<FromEngine>(&event.data()) {
            Ok((FromEngine::Events { events, blobs }, bytes)) => {
                hear.hear(Said::Events(events, blobs.into_iter().zip(bytes).collect()));
            }
            Ok((other, _)) => hear.hear(Said::Other(other)),
            Err(error) => hear.hear(Said::Other(FromEngine::Panicked { message: error.to_string() })),
        }
    });
    port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message
}

/// Waits for the worker's first word.
async fn await_ready(worker: &Worker) -> Result<(), StartError> {
    let first = Promise::new(&mut |resolve, reject| {
        let on_message = Closure::once_into_js(move |event: MessageEvent| {
            let _ = resolve.call1(&JsValue::NULL, &event.data());
        });
        worker.set_onmessage(Some(on_message.unchecked_ref()));
        let on_error = Closure::once_into_js(move |event: ErrorEvent| {
            let _ = reject.call1(&JsValue::NULL, &event.message().into());
        });
        worker.set_onerror(Some(on_error.unchecked_ref()));
    });
    let word = JsFuture::from(first).await.map_err(|error| StartError::Failed(describe(&error)))?;
    worker.set_onmessage(None);
    let text = word.as_string().unwrap_or_default();
    let ready: Ready = serde_json::from_str(&text).map_err(|_| StartError::Stale)?;
    if ready == Ready::this_build() { Ok(()) } else { Err(StartError::Stale) }
}

/// What a JavaScript error says.
pub(super) fn describe(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into()).ok().and_then(|text| text.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "the browser gave no reason".into())
}
