//! The site's own worker, spoken to as the page does: the same first message, the same bytes, the same channel.
//! A command's time runs from its posting to the arrival of its reply.

use crate::cli::messages;
pub(super) use crate::cli::messages::AT;
use crate::webdriver::{Page, Result, StepError};
use crate::world::program::Output;
use crate::world::protocol::{FromEngine, PROTOCOL, Ready};
use crate::world::{Command, Reply, State};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

/// Numbers of commands that no page reaches.
const FIRST_CALL: u64 = 1 << 40;

const START: &str = "const [parts, done] = arguments;
    const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const engine = document.querySelector('meta[name=dojo-engine]').content;
    const worker = new Worker(new URL(engine, document.baseURI), { type: 'module' });
    worker.onerror = (error) => done(error.message);
    worker.onmessage = ({ data }) => {
        const { port1, port2 } = new MessageChannel();
        const message = parts.map(bytes);
        worker.postMessage(message, [...message.map((part) => part.buffer), port2]);
        self.bench = { worker, port: port1 };
        done(data);
    };";

/// Of what the worker says, only a reply or worse ends a call: events, progress and output come before it.
const CALL: &str = "const [head, file, done] = arguments;
    const port = self.bench.port;
    const printed = [];
    const message = [Uint8Array.from(atob(head), (c) => c.charCodeAt(0))];
    const call = () => {
        const hear = ({ data }) => {
            const millis = performance.now() - began;
            if (data[0][0] === 2) printed.push(btoa(String.fromCharCode(...data[0])));
            if (data[0][0] <= 2) return;
            port.removeEventListener('message', hear);
            done({ millis, printed, reply: btoa(String.fromCharCode(...data[0])) });
        };
        port.addEventListener('message', hear);
        port.start();
        const began = performance.now();
        port.postMessage(message, message.map((part) => part.buffer));
    };
    if (!file) call();
    else fetch(file).then((answer) => answer.arrayBuffer()).then((buffer) => {
        message.push(new Uint8Array(buffer));
        call();
    });";

/// A worker and the page that holds it.
pub(super) struct Engine<'a> {
    page: &'a Page,
    calls: u64,
}

impl<'a> Engine<'a> {
    /// Starts another worker beside the page's own, from `state`.
    pub(super) async fn start(page: &'a Page, state: &State) -> Result<Self> {
        let start = messages::start(state).map_err(unsent)?;
        let said = ask(page, START, vec![json!(start)]).await?;
        let ready: Ready = serde_json::from_str(said.as_str().unwrap_or_default())
            .map_err(|_| StepError::new("start a worker", &said))?;
        if ready.protocol != PROTOCOL {
            return Err(StepError::new("start a worker", "it is of another version than this command"));
        }
        Ok(Self { page, calls: FIRST_CALL })
    }

    /// The worker that the page itself has started.
    pub(super) async fn of(page: &'a Page) -> Result<Self> {
        page.js("self.bench = { port: self.benchChannels.at(-1).port1 }").await?;
        Ok(Self { page, calls: FIRST_CALL })
    }

    /// Has a command carried out; `upload` is an address of the site. The reply, and how long it took.
    pub(super) async fn call(&mut self, command: Command, upload: Option<&str>) -> Result<(Reply, f64)> {
        let head = self.parcel(command, upload.is_some())?;
        let said = ask(self.page, CALL, vec![json!(head), json!(upload)]).await?;
        let wrong = |problem: &dyn std::fmt::Display| StepError::new("a worker's reply", problem);
        let bytes =
            STANDARD.decode(said["reply"].as_str().unwrap_or_default()).map_err(|problem| wrong(&problem))?;
        match postcard::from_bytes(&bytes).map_err(|problem| wrong(&problem))? {
            FromEngine::Reply { result: Ok(reply), .. } => {
                Ok((reply, said["millis"].as_f64().unwrap_or(f64::NAN)))
            }
            FromEngine::Reply { result: Err(refused), .. } => Err(wrong(&refused.en.join(" "))),
            other => Err(wrong(&format_args!("{other:?}"))),
        }
    }

    /// Runs a Python program. What it printed, and how long it took.
    pub(super) async fn run(&mut self, program: &str) -> Result<(String, f64)> {
        let path = "bench.py".to_owned();
        let write = self.parcel(Command::WriteFile { path: path.clone() }, true)?;
        // Another name each time: no cache may answer with the program before.
        let file = format!("program-{}.txt", self.calls);
        self.page.stage.file(&format!("site/{file}"), program)?;
        ask(self.page, CALL, vec![json!(write), json!(format!("/{file}"))]).await?;
        let run = self.parcel(Command::RunProgram { file: path, arguments: Vec::new() }, false)?;
        let said = ask(self.page, CALL, vec![json!(run), Value::Null]).await?;
        let mut printed = String::new();
        for part in said["printed"].as_array().into_iter().flatten() {
            let bytes = STANDARD.decode(part.as_str().unwrap_or_default()).unwrap_or_default();
            if let Ok(FromEngine::Output { output: Output::Text { text, .. }, .. }) =
                postcard::from_bytes(&bytes)
            {
                printed.push_str(&text);
            }
        }
        Ok((printed, said["millis"].as_f64().unwrap_or(f64::NAN)))
    }

    /// What a page says to a new worker that is to run a program: the start with an empty world, the writing of the
    /// program's file, and its run, in base64; and the program itself.
    pub(super) fn first_words(program: &str) -> Result<(Vec<String>, String)> {
        let (state, _) = State::begin("bench", AT);
        let path = "bench.py".to_owned();
        let write = Command::WriteFile { path: path.clone() };
        let mut write = messages::execute(FIRST_CALL, write, Some(program.as_bytes())).map_err(unsent)?;
        let program = write.pop().unwrap_or_default();
        let run = Command::RunProgram { file: path, arguments: Vec::new() };
        let run = messages::execute(FIRST_CALL + 1, run, None).map_err(unsent)?;
        let start = messages::start(&state).map_err(unsent)?;
        Ok(([start, write, run].concat(), program))
    }

    /// A command as the bytes that the page would post, in base64.
    pub(super) fn parcel(&mut self, command: Command, upload: bool) -> Result<String> {
        self.calls += 1;
        let message = messages::execute(self.calls, command, upload.then_some(&[][..])).map_err(unsent)?;
        message.into_iter().next().ok_or_else(|| unsent("it has no head".into()))
    }
}

fn unsent(problem: String) -> StepError {
    StepError::new("encode a message", problem)
}

async fn ask(page: &Page, script: &str, arguments: Vec<Value>) -> Result<Value> {
    let said = page.client.execute_async(script, arguments).await;
    said.map_err(|problem| StepError::new("a worker in the page", problem))
}
