//! The scripts of `tests/fidelity` print and log here what they do with the real tools.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::fidelity::{Ran, Script, scripts};
use crate::python::in_room;
use mlops_dojo::base::time::Timestamp;
use mlops_dojo::cli::Terminal;
use mlops_dojo::workspace::{Call, MemoryOutbox, Workspace};
use mlops_dojo::world::program::{Output, Stream};
use mlops_dojo::world::{Command, Reply, State};
use std::rc::Rc;

/// The packages as they stand in the source: a change there needs no build.
const PACKAGES: &str = "src/python/packages";

fn run(script: &Script) -> Ran {
    let (state, _) = State::begin("fidelity", Timestamp(0));
    let out = MemoryOutbox::shared(Vec::new());
    let mut workspace = Workspace::within(state, Rc::new(Terminal::new(Some(PACKAGES.into()))));
    let at = Timestamp(1_767_323_045_000);
    let write = Command::WriteFile { path: "main.py".into() };
    let call = Call { upload: Some(script.source.clone().into_bytes()), ..Call::plain(at, write) };
    workspace.execute(call, &out).unwrap();
    let run = Command::RunProgram { file: "main.py".into(), arguments: Vec::new() };
    let Ok(Reply::Program(outcome)) = workspace.execute(Call::plain(at, run), &out) else {
        panic!("{} did not run", script.name)
    };
    let printed = |wanted| -> String {
        let texts = out.borrow().printed.clone().into_iter();
        let texts = texts.filter_map(|output| match output {
            Output::Text { stream, text } if stream == wanted => Some(text),
            _ => None,
        });
        texts.collect()
    };
    Ran {
        outcome: *outcome,
        stdout: printed(Stream::Stdout),
        stderr: printed(Stream::Stderr),
        state: workspace.state().clone(),
    }
}

#[test]
fn scripts_do_what_they_do_with_the_real_tools() {
    let wrong: Vec<String> = in_room(|| {
        // One script, or all whose names begin so.
        let only = std::env::var("DOJO_SCRIPT").unwrap_or_default();
        let chosen = scripts().into_iter().filter(|script| script.name.starts_with(&only));
        chosen.flat_map(|script| script.differences(&run(&script))).collect()
    });
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
