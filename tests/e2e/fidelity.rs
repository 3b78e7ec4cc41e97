//! The scripts of `tests/fidelity` in the site's own worker: what they print and log there is what the real tools do.

use super::fidelity_scripts::{Ran, Script, scripts};
use super::page::Page;
use super::stage::{Stage, walk};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use mlops_dojo::base::time::Timestamp;
use mlops_dojo::world::program::{Output, Stream};
use mlops_dojo::world::protocol::{CallId, FromEngine, ToEngine};
use mlops_dojo::world::{Command, Reply, State, snapshot};
use serde_json::json;

const AT: Timestamp = Timestamp(1_767_323_045_000);

/// A worker of its own for each script, spoken to as the page does; what it says comes back as it was sent. The first
/// byte of a message is its kind: events, progress and output come before the reply that ends a command.
const RUN: &str = "const [start, calls, done] = arguments;
    const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const text = (array) => btoa(Array.from(array, (byte) => String.fromCharCode(byte)).join(''));
    const engine = document.querySelector('meta[name=dojo-engine]').content;
    const worker = new Worker(new URL(engine, document.baseURI), { type: 'module' });
    const said = [];
    const end = () => { worker.terminate(); done(said); };
    worker.onerror = end;
    worker.onmessage = () => {
        const { port1, port2 } = new MessageChannel();
        const first = start.map(bytes);
        worker.postMessage(first, [...first.map((part) => part.buffer), port2]);
        const next = () => {
            if (calls.length === 0) return end();
            const message = calls.shift().map(bytes);
            port1.postMessage(message, message.map((part) => part.buffer));
        };
        port1.onmessage = ({ data }) => {
            said.push(text(data[0]));
            if (data[0][0] > 2) next();
        };
        next();
    };";

#[test]
fn fidelity() {
    walk("fidelity", async |stage: Stage| {
        let page = Page::open(&stage, "en/settings/").await;
        let mut wrong = Vec::new();
        // One script, or all whose names begin so.
        let only = std::env::var("DOJO_SCRIPT").unwrap_or_default();
        for script in scripts().into_iter().filter(|script| script.name.starts_with(&only)) {
            let ran = run(&page, &script).await;
            wrong.extend(script.differences(&ran));
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    });
}

async fn run(page: &Page, script: &Script) -> Ran {
    let (mut state, _) = State::begin("fidelity", Timestamp(0));
    let encode = |message: &ToEngine| STANDARD.encode(postcard::to_stdvec(message).unwrap());
    let call = |id, command, upload| {
        encode(&ToEngine::Execute { id: CallId(id), at: AT, command, upload, blobs: Vec::new() })
    };
    let start = [encode(&ToEngine::Start), STANDARD.encode(snapshot::encode(&state).unwrap())];
    let write = call(1, Command::WriteFile { path: "main.py".into() }, true);
    let run = call(2, Command::RunProgram { file: "main.py".into(), arguments: Vec::new() }, false);
    let calls = json!([[write, STANDARD.encode(&script.source)], [run]]);
    let said = page.client.execute_async(RUN, vec![json!(start), calls]).await.unwrap();
    let (mut stdout, mut stderr, mut outcome) = (String::new(), String::new(), None);
    for message in said.as_array().unwrap() {
        let bytes = STANDARD.decode(message.as_str().unwrap()).unwrap();
        match postcard::from_bytes(&bytes).unwrap() {
            FromEngine::Events { events, .. } => {
                for event in events {
                    state.apply(&event).unwrap();
                }
            }
            FromEngine::Output { output: Output::Text { stream: Stream::Stdout, text }, .. } => {
                stdout.push_str(&text);
            }
            FromEngine::Output { output: Output::Text { text, .. }, .. } => stderr.push_str(&text),
            FromEngine::Reply { result: Ok(Reply::Program(ended)), .. } => outcome = Some(*ended),
            FromEngine::Panicked { message } => panic!("{}: {message}", script.name),
            _ => {}
        }
    }
    let outcome =
        outcome.unwrap_or_else(|| panic!("{} did not come to its end: {stdout}{stderr}", script.name));
    Ran { outcome, stdout, stderr, state }
}
