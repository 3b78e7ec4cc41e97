//! The worker's side: hands commands to the workspace and posts what happens, as it happens.

use super::wire;
use crate::workspace::{Call, Outbox, Surroundings, Workspace};
use crate::world::command::{CommandError, Progress, Worded};
use crate::world::program::Output;
use crate::world::protocol::{CallId, FromEngine, Ready, ToEngine};
use crate::world::{Stamped, snapshot};
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{
    DedicatedWorkerGlobalScope, MessageEvent, MessagePort, Url, WorkerGlobalScope, XmlHttpRequest,
    XmlHttpRequestResponseType,
};

/// Events are posted when so many wait …
const BATCH_EVENTS: usize = 256;
/// … or when the first of them has waited so long.
const BATCH_MILLIS: f64 = 16.0;

thread_local! {
    /// Where the panic hook says its last word.
    static LAST_WORD: RefCell<Option<MessagePort>> = const { RefCell::new(None) };
}

/// Puts an error into words.
pub type Wording = fn(&CommandError) -> Worded;

/// Says that the worker is there and waits for the page; `word` words what goes wrong.
pub fn serve(word: Wording) {
    install_panic_hook();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let on_first = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(port) = event.ports().get(0).dyn_into::<MessagePort>() {
            open(port, &event.data(), word);
        }
    });
    scope.set_onmessage(Some(on_first.as_ref().unchecked_ref()));
    on_first.forget();
    if let Ok(text) = serde_json::to_string(&Ready::this_build()) {
        let _ = scope.post_message(&JsValue::from_str(&text));
    }
}

#[wasm_bindgen]
extern "C" {
    /// Brings the functions that were cut off, at once: `site::engine::cut` has them call it. The loader has it.
    #[wasm_bindgen(js_name = bringRest)]
    fn bring_rest();
}

/// Brings what was cut off before anybody calls it.
#[wasm_bindgen(js_name = hasten)]
pub fn hasten() {
    bring_rest();
}

/// Starts Python before there is anybody to run a program: the build keeps what memory holds after it.
#[cfg(feature = "python")]
#[wasm_bindgen]
pub fn prepare() {
    crate::workspace::prepare();
    clean();
}

/// Overwrites what was freed with zeros, so that it takes no room in a file: fills the memory that there is, in pieces
/// that become smaller, and frees them.
#[cfg(feature = "python")]
fn clean() {
    let mut held = Vec::with_capacity(1 << 12);
    for size in (6..=16).rev().map(|power| 1usize << power) {
        let before = core::arch::wasm32::memory_size::<0>();
        while core::arch::wasm32::memory_size::<0>() == before && held.len() < held.capacity() {
            held.push(vec![0_u8; size]);
        }
    }
    std::hint::black_box(held);
}

/// Begins from the state that the page sends with its first message.
fn open(port: MessagePort, first: &JsValue, word: Wording) {
    LAST_WORD.with(|last| last.replace(Some(port.clone())));
    let state = match wire::unpack::<ToEngine>(first) {
        Ok((ToEngine::Start, bytes)) => bytes.first().and_then(|bytes| snapshot::decode(bytes).ok()),
        _ => None,
    };
    let Some(state) = state else {
        post(&port, &FromEngine::BadState, &[]);
        return;
    };
    let workspace = Rc::new(RefCell::new(Workspace::within(state, Rc::new(Worker))));
    let answering = port.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok((ToEngine::Execute { id, at, command, upload, blobs }, bytes)) = wire::unpack(&event.data())
        {
            let mut bytes = bytes.into_iter();
            let upload = if upload { bytes.next() } else { None };
            let call = Call { at, command, upload, blobs: blobs.into_iter().zip(bytes).collect() };
            execute(&mut workspace.borrow_mut(), id, call, &answering, word);
        }
    });
    port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn execute(workspace: &mut Workspace, id: CallId, call: Call, port: &MessagePort, word: Wording) {
    let out = Rc::new(RefCell::new(PortOutbox::new(port.clone(), id)));
    let result = workspace.execute(call, &out).map_err(|error| word(&error));
    out.borrow_mut().flush();
    post(port, &FromEngine::Reply { id, result }, &[]);
}

/// Collects events for a moment and posts them in batches.
struct PortOutbox {
    port: MessagePort,
    id: CallId,
    events: Vec<Stamped>,
    blobs: Vec<(String, Vec<u8>)>,
    waiting_since: f64,
    last_progress: f64,
    /// Whether what is told now must go in one message.
    held: bool,
}

impl PortOutbox {
    fn new(port: MessagePort, id: CallId) -> Self {
        let (events, blobs) = (Vec::new(), Vec::new());
        // The first event of a command is posted at once.
        Self {
            port,
            id,
            events,
            blobs,
            waiting_since: f64::NEG_INFINITY,
            last_progress: f64::NEG_INFINITY,
            held: false,
        }
    }

    fn flush(&mut self) {
        if self.events.is_empty() {
            return;
        }
        let events = std::mem::take(&mut self.events);
        let (names, contents): (Vec<_>, Vec<_>) = std::mem::take(&mut self.blobs).into_iter().unzip();
        let parts: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
        post(&self.port, &FromEngine::Events { events, blobs: names }, &parts);
        self.waiting_since = now_millis();
    }
}

impl Outbox for PortOutbox {
    fn event(&mut self, stamped: &Stamped) {
        self.events.push(stamped.clone());
        if self.held {
            return;
        }
        if self.events.len() >= BATCH_EVENTS || now_millis() - self.waiting_since >= BATCH_MILLIS {
            self.flush();
        }
    }

    fn blob(&mut self, hash: &str, bytes: Vec<u8>) {
        self.blobs.push((hash.into(), bytes));
    }

    fn progress(&mut self, progress: Progress) {
        let now = now_millis();
        if now - self.last_progress >= BATCH_MILLIS {
            self.last_progress = now;
            self.flush();
            post(&self.port, &FromEngine::Progress { id: self.id, progress }, &[]);
        }
    }

    /// The program has waited long enough before it hands something on.
    fn print(&mut self, output: Output) {
        self.flush();
        post(&self.port, &FromEngine::Output { id: self.id, output }, &[]);
    }

    /// One message, which the page keeps in one transaction.
    fn together(&mut self, tell: &mut dyn FnMut(&mut dyn Outbox)) {
        self.flush();
        self.held = true;
        tell(self);
        self.held = false;
        self.flush();
    }
}

/// The worker as programs need it.
#[derive(Debug)]
struct Worker;

impl Surroundings for Worker {
    fn elapsed(&self) -> Duration {
        Duration::from_secs_f64(now_millis() / 1_000.0)
    }

    /// Packages lie beside the worker's own files.
    fn package(&self, name: &str) -> Option<Vec<u8>> {
        fetch(&format!("python_{name}.json"))
    }

    fn dataset(&self, file: &str) -> Option<Vec<u8>> {
        fetch(&format!("../data/{file}"))
    }
}

/// Fetches a file of the site while the program waits: it cannot wait in another way.
fn fetch(path: &str) -> Option<Vec<u8>> {
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let address = Url::new_with_base(path, &scope.location().href()).ok()?.href();
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("GET", &address, false).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
    request.send().ok()?;
    (request.status() == Ok(200))
        .then(|| request.response().ok().map(|body| Uint8Array::new(&body).to_vec()))?
}

fn post(port: &MessagePort, head: &FromEngine, bytes: &[&[u8]]) {
    if let Ok(parcel) = wire::pack(head, bytes) {
        let _ = port.post_message_with_transferable(&parcel.message, &parcel.transfer);
    }
}

fn install_panic_hook() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        LAST_WORD.with(|last| {
            if let Ok(last) = last.try_borrow()
                && let Some(port) = last.as_ref()
            {
                post(port, &FromEngine::Panicked { message: info.to_string() }, &[]);
            }
        });
    }));
}

/// Milliseconds of the machine's monotonic clock: for batching and `perf_counter`, never for a result.
fn now_millis() -> f64 {
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    scope.performance().map_or(0.0, |clock| clock.now())
}
