//! The event core: what commands tell, and that the same events always fold to the same state.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::sequences::{self, Sequence};
use mlops_dojo::base::time::Timestamp;
use mlops_dojo::cli::Terminal;
use mlops_dojo::tracking::{ExperimentId, RunId, RunStatus};
use mlops_dojo::workspace::{Call, MemoryOutbox, Workspace};
use mlops_dojo::world::command::MetricValue;
use mlops_dojo::world::program::Output;
use mlops_dojo::world::{Command, CommandError, Reply, Source, Stamped, State, archive, snapshot};
use std::cell::RefCell;
use std::rc::Rc;

/// A workspace over a world that has just begun, and what happened so far.
struct Bench {
    workspace: Workspace,
    out: Rc<RefCell<MemoryOutbox>>,
    at: i64,
}

impl Bench {
    fn new() -> Self {
        let (state, first) = State::begin("seed", Timestamp(0));
        let out = MemoryOutbox::shared(vec![first]);
        Self { workspace: Workspace::within(state, Rc::new(Terminal::new(None))), out, at: 0 }
    }

    fn execute(&mut self, command: Command) -> Result<Reply, CommandError> {
        self.upload(command, None)
    }

    fn upload(&mut self, command: Command, upload: Option<&[u8]>) -> Result<Reply, CommandError> {
        self.at += 1000;
        let call = Call { upload: upload.map(<[u8]>::to_vec), ..Call::plain(Timestamp(self.at), command) };
        self.workspace.execute(call, &self.out)
    }

    fn start_run(&mut self) -> RunId {
        let reply = self.execute(Command::StartRun { experiment: ExperimentId("0".into()), name: None });
        match reply {
            Ok(Reply::Run(run)) => run,
            other => panic!("{other:?}"),
        }
    }
}

fn fold(events: &[Stamped]) -> State {
    let mut state = State::default();
    for event in events {
        state.apply(event).unwrap();
    }
    state
}

fn exported(bench: &Bench) -> Vec<u8> {
    let batches: Vec<String> =
        bench.out.borrow().events.chunks(2).map(|batch| serde_json::to_string(batch).unwrap()).collect();
    let blobs: Vec<_> = bench.out.borrow().blobs.clone().into_iter().collect();
    archive::write(&batches, bench.out.borrow().events.len() as u64, &blobs).unwrap()
}

#[test]
fn a_run_by_hand_is_what_was_logged() {
    let mut bench = Bench::new();
    let run = bench.start_run();
    let metric = |value, step| MetricValue { key: "loss".into(), value, step, at: None };
    bench.execute(Command::LogParams { run: run.clone(), params: vec![("C".into(), "0.1".into())] }).unwrap();
    let metrics = vec![metric(0.5, 0), metric(f64::NAN, 1), metric(0.25, 2)];
    bench.execute(Command::LogMetrics { run: run.clone(), metrics }).unwrap();
    bench.execute(Command::EndRun { run: run.clone(), status: RunStatus::Finished }).unwrap();
    let state = fold(&bench.out.borrow().events);
    let logged = state.tracking().run(&run).unwrap();
    assert_eq!(logged.status, RunStatus::Finished);
    assert_eq!(logged.latest("loss"), Some(0.25));
    assert!(logged.metrics["loss"][1].value.is_nan());
    assert_eq!(logged.params["C"], "0.1");
    assert_eq!((logged.started, logged.ended), (Timestamp(1000), Some(Timestamp(4000))));
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut bench = Bench::new();
    let run = bench.start_run();
    bench.execute(Command::LogParams { run: run.clone(), params: vec![("a".into(), "1".into())] }).unwrap();
    let (state, events) = (bench.workspace.state().clone(), bench.out.borrow().events.len());
    let ghost = RunId("0".repeat(32));
    let refused = [
        Command::LogParams { run: run.clone(), params: vec![("a".into(), "2".into())] },
        Command::LogParams { run: run.clone(), params: vec![("a=b".into(), "2".into())] },
        Command::EndRun { run: ghost.clone(), status: RunStatus::Finished },
        Command::DeleteRuns { runs: vec![run.clone(), ghost.clone()] },
        Command::DeleteRuns { runs: vec![run.clone(), run.clone()] },
        Command::RestoreRuns { runs: vec![run.clone()] },
        Command::StartRun { experiment: ExperimentId("7".into()), name: None },
        Command::CreateExperiment { name: "Default".into() },
        Command::CreateExperiment { name: "  ".into() },
        Command::RenameRun { run, name: String::new() },
        Command::AddDataset { name: "broken".into(), source: Source::File("broken.csv".into()) },
    ];
    for command in refused {
        assert!(bench.execute(command.clone()).is_err(), "{command:?}");
        assert_eq!(bench.workspace.state(), &state, "{command:?}");
        assert_eq!(bench.out.borrow().events.len(), events, "{command:?}");
    }
}

#[test]
fn a_data_set_is_added_once_and_can_be_removed() {
    let mut bench = Bench::new();
    let add = || Command::AddDataset { name: "mine".into(), source: Source::File("mine.csv".into()) };
    let first = bench.upload(add(), Some(b"a,b\n1,x\n2,y\n")).unwrap();
    let events = bench.out.borrow().events.len();
    assert_eq!(bench.upload(add(), Some(b"a,b\n1,x\n2,y\n")).unwrap(), first);
    assert_eq!(bench.out.borrow().events.len(), events);
    let Reply::Dataset(id) = first else { panic!("{first:?}") };
    let set = bench.workspace.state().dataset(&id).unwrap().clone();
    assert_eq!(set.rows, 2);
    assert!(
        bench.out.borrow().blobs.contains_key(&set.table)
            && bench.out.borrow().blobs.contains_key(&set.profile)
    );
    bench.execute(Command::RemoveDataset { dataset: id.clone() }).unwrap();
    assert!(bench.workspace.state().dataset(&id).is_none());
    assert!(bench.execute(Command::RemoveDataset { dataset: id }).is_err());
}

#[test]
fn interrupted_runs_are_ended_as_killed() {
    let mut bench = Bench::new();
    let (open, ended) = (bench.start_run(), bench.start_run());
    bench.execute(Command::EndRun { run: ended.clone(), status: RunStatus::Failed }).unwrap();
    let mut state = bench.workspace.state().clone();
    for event in state.close_interrupted(Timestamp(9)) {
        state.apply(&event).unwrap();
    }
    assert_eq!(state.tracking().run(&open).unwrap().status, RunStatus::Killed);
    assert_eq!(state.tracking().run(&ended).unwrap().status, RunStatus::Failed);
    assert!(state.close_interrupted(Timestamp(10)).is_empty());
}

#[test]
fn random_sequences_replay_to_the_same_state() {
    for seed in 0..sequences::COUNT {
        let Sequence { events, state } = sequences::run(seed);
        let text = serde_json::to_string(&events).unwrap();
        let replayed: Vec<Stamped> = serde_json::from_str(&text).unwrap();
        // NaN is not equal to itself: states are compared by their bytes.
        let bytes = |state: &State| snapshot::encode(state).unwrap();
        assert_eq!(bytes(&fold(&replayed)), bytes(&state), "seed {seed}");
        let middle = events.len() / 2;
        let mut resumed = snapshot::decode(&bytes(&fold(&events[..middle]))).unwrap();
        for event in &events[middle..] {
            resumed.apply(event).unwrap();
        }
        assert_eq!(bytes(&resumed), bytes(&state), "seed {seed}, from a snapshot");
    }
}

#[test]
fn all_sequences_together_have_the_digest_that_the_browser_gets_too() {
    assert_eq!(sequences::digest(), sequences::DIGEST);
}

#[test]
fn an_archive_comes_back_whole() {
    let mut bench = Bench::new();
    let add = Command::AddDataset { name: "mine".into(), source: Source::File("mine.csv".into()) };
    bench.upload(add, Some(b"a,b\n1,x\n2,y\n")).unwrap();
    let run = bench.start_run();
    let metrics = vec![MetricValue { key: "m".into(), value: f64::INFINITY, step: 0, at: None }];
    bench.execute(Command::LogMetrics { run, metrics }).unwrap();
    let file = exported(&bench);
    let read = archive::read(&file).unwrap();
    assert_eq!(read.events, bench.out.borrow().events);
    assert_eq!(read.blobs, bench.out.borrow().blobs);

    let (other, _) = State::begin("another", Timestamp(0));
    let (news, report) = archive::news(&other, &read);
    assert_eq!((report.runs, report.datasets, report.known), (1, 1, 0));
    archive::rehearse(&other, &news).unwrap();
    let (nothing, report) = archive::news(bench.workspace.state(), &read);
    assert!(nothing.is_empty());
    assert_eq!((report.runs, report.datasets, report.known), (0, 0, 2));
}

#[test]
fn an_import_adds_what_is_new_once_and_a_damaged_file_nothing() {
    let mut from = Bench::new();
    from.start_run();
    let file = exported(&from);
    let (state, _) = State::begin("another", Timestamp(0));
    let mut to = Bench { workspace: Workspace::new(state), out: MemoryOutbox::shared(Vec::new()), at: 0 };
    let before = to.workspace.state().clone();
    assert!(to.upload(Command::Import, Some(&file[..file.len() - 9])).is_err());
    assert_eq!(to.workspace.state(), &before);
    let Reply::Imported(first) = to.upload(Command::Import, Some(&file)).unwrap() else { panic!() };
    let Reply::Imported(second) = to.upload(Command::Import, Some(&file)).unwrap() else { panic!() };
    assert_eq!((first.runs, first.known, second.runs, second.known), (1, 0, 0, 1));
    assert_eq!(to.workspace.state().tracking().runs().len(), 1);
}

#[test]
fn a_damaged_archive_is_refused_wherever_it_is_damaged() {
    let mut bench = Bench::new();
    let add = Command::AddDataset { name: "mine".into(), source: Source::File("mine.csv".into()) };
    bench.upload(add, Some(b"a,b\n1,x\n2,y\n")).unwrap();
    bench.start_run();
    let file = exported(&bench);
    for place in 0..file.len() {
        let mut damaged = file.clone();
        damaged[place] ^= 0x01;
        assert!(archive::read(&damaged).is_err(), "byte {place}");
        assert!(archive::read(&file[..place]).is_err(), "cut at {place}");
    }
    assert!(archive::read(b"").is_err());
    let version = |number: u32| format!("\"version\":{number}");
    let (ours, next) = (version(archive::VERSION), version(archive::VERSION + 1));
    let newer = String::from_utf8(file).unwrap().replacen(&ours, &next, 1);
    assert!(matches!(archive::read(newer.as_bytes()), Err(archive::ArchiveError::Newer { .. })));
}

#[test]
fn a_snapshot_of_another_version_is_not_read() {
    let bytes = snapshot::encode(&State::begin("s", Timestamp(1)).0).unwrap();
    assert!(snapshot::decode(&bytes).is_ok());
    for place in 0..12.min(bytes.len()) {
        let mut other = bytes.clone();
        other[place] ^= 0xff;
        assert!(snapshot::decode(&other).is_err(), "byte {place}");
    }
    assert!(snapshot::decode(&bytes[..bytes.len() - 1]).is_err());
}

/// The files of a world: path below the learner's folder and content.
fn files(bench: &Bench) -> Vec<(String, String)> {
    let out = bench.out.borrow();
    let state = bench.workspace.state();
    let read = |hash: &String| String::from_utf8(out.blobs[hash].clone()).unwrap();
    let project = state.project().files().iter();
    project.map(|(path, file)| (path.replace("/home/dojo/", ""), read(&file.content.hash))).collect()
}

#[test]
fn files_are_written_moved_and_removed() {
    #[track_caller]
    fn check(bench: &mut Bench, command: Command, upload: Option<&str>, expected: &[(&str, &str)]) {
        bench.upload(command.clone(), upload.map(str::as_bytes)).unwrap();
        let expected: Vec<_> =
            expected.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect();
        assert_eq!(files(bench), expected, "{command:?}");
        assert_eq!(&fold(&bench.out.borrow().events), bench.workspace.state(), "{command:?}");
    }
    let mut bench = Bench::new();
    let write = |path: &str| Command::WriteFile { path: path.into() };
    check(&mut bench, write("a.txt"), Some("1"), &[("a.txt", "1")]);
    check(&mut bench, write("b/c.txt"), Some("2"), &[("a.txt", "1"), ("b/c.txt", "2")]);
    check(&mut bench, write("b/../a.txt"), Some("3"), &[("a.txt", "3"), ("b/c.txt", "2")]);
    let moved = Command::MovePath { from: "b".into(), to: "d".into() };
    check(&mut bench, moved, None, &[("a.txt", "3"), ("d/c.txt", "2")]);
    check(&mut bench, Command::RemovePath { path: "d".into() }, None, &[("a.txt", "3")]);
    let events = bench.out.borrow().events.len();
    for refused in
        [write("../x"), write(""), Command::RemovePath { path: "nowhere".into() }, write("a.txt/b")]
    {
        assert!(matches!(bench.execute(refused.clone()), Err(CommandError::File { .. })), "{refused:?}");
        assert_eq!(bench.out.borrow().events.len(), events, "{refused:?}");
    }
}

/// What is put into the bin comes back as it was, also into an engine that never had it, unless something else took
/// its place.
#[test]
fn what_is_in_the_bin_can_be_brought_back() {
    let mut bench = Bench::new();
    for (path, text) in [("a.txt", "1"), ("d/b.txt", "2"), ("d/e/c.sh", "3"), ("f.txt", "4")] {
        bench.upload(Command::WriteFile { path: path.into() }, Some(text.as_bytes())).unwrap();
    }
    bench.execute(Command::SetExecutable { path: "d/e/c.sh".into(), executable: true }).unwrap();
    let before = bench.workspace.state().project().clone();
    let bin = |bench: &mut Bench, paths: &[&str]| {
        let paths = paths.iter().map(ToString::to_string).collect();
        bench.execute(Command::BinPaths { paths })
    };
    for refused in [&["d", "d/b.txt"][..], &["nowhere"], &["a.txt", "a.txt"], &["../x"], &["."]] {
        assert!(bin(&mut bench, refused).is_err(), "{refused:?}");
        assert_eq!(bench.workspace.state().project(), &before, "{refused:?}");
    }
    let Ok(Reply::Binned(id)) = bin(&mut bench, &["d", "a.txt"]) else { panic!() };
    assert_eq!(files(&bench), [("f.txt".into(), "4".into())]);
    let kept = bench.out.borrow().blobs.clone();
    assert!(bench.workspace.state().blobs().iter().all(|hash| kept.contains_key(*hash)));
    let restore = |bench: &mut Bench, id| {
        let command = Command::RestoreBin { bin: id };
        let state = bench.workspace.state();
        let hashes = [command.blobs(state), command.blobs_again(state)].concat();
        let blobs =
            hashes.into_iter().map(|hash| (hash.clone(), bench.out.borrow().blobs[&hash].clone())).collect();
        let call = Call { blobs, ..Call::plain(Timestamp(bench.at), command) };
        bench.workspace.execute(call, &bench.out)
    };
    // Another engine, which begins from the state alone.
    let state = bench.workspace.state().clone();
    bench.workspace = Workspace::within(state, Rc::new(Terminal::new(None)));
    restore(&mut bench, id).unwrap();
    let now = bench.workspace.state().project();
    assert_eq!((now.files(), now.folders()), (before.files(), before.folders()));
    assert!(matches!(restore(&mut bench, id), Err(CommandError::World(_))), "it is not there twice");
    // A program finds them, and may run what could be run.
    let program = b"import os\nassert open('a.txt').read() == '1'\nassert os.access('d/e/c.sh', os.X_OK)\n";
    bench.upload(Command::WriteFile { path: "p.py".into() }, Some(program)).unwrap();
    let reply = bench.execute(Command::RunProgram { file: "p.py".into(), arguments: Vec::new() });
    assert!(matches!(&reply, Ok(Reply::Program(outcome)) if outcome.exit_code == 0), "{reply:?}");
    let Ok(Reply::Binned(id)) = bin(&mut bench, &["a.txt"]) else { panic!() };
    bench.upload(Command::WriteFile { path: "a.txt".into() }, Some(b"other")).unwrap();
    assert!(restore(&mut bench, id).is_err(), "something else is there");
    bench.execute(Command::EmptyBin { bin: id }).unwrap();
    assert!(bench.workspace.state().project().bin().is_empty());
    assert_eq!(&fold(&bench.out.borrow().events), bench.workspace.state());
}

#[test]
fn a_copy_is_whole_and_replaces_nothing() {
    let mut bench = Bench::new();
    for path in ["d/a.sh", "d/e/b.txt"] {
        bench.upload(Command::WriteFile { path: path.into() }, Some(path.as_bytes())).unwrap();
    }
    bench.execute(Command::SetExecutable { path: "d/a.sh".into(), executable: true }).unwrap();
    let copy = |from: &str, to: &str| Command::CopyPath { from: from.into(), to: to.into() };
    bench.execute(copy("d", "d copy")).unwrap();
    let names: Vec<String> = files(&bench).into_iter().map(|(path, _)| path).collect();
    assert_eq!(names, ["d copy/a.sh", "d copy/e/b.txt", "d/a.sh", "d/e/b.txt"]);
    let project = bench.workspace.state().project();
    assert!(project.files()["/home/dojo/d copy/a.sh"].content.executable);
    for refused in [copy("d", "d/e"), copy("d", "d/x"), copy("nowhere", "x"), copy("d", "../x")] {
        assert!(bench.execute(refused.clone()).is_err(), "{refused:?}");
    }
    assert_eq!(files(&bench).len(), 4);
}

/// Offline before the first import: the program ends with an error that names the file, and the next one tries again.
#[test]
fn what_cannot_be_fetched_is_an_error_and_no_empty_module() {
    let (state, first) = State::begin("seed", Timestamp(0));
    let mut bench = Bench { workspace: Workspace::new(state), out: MemoryOutbox::shared(vec![first]), at: 0 };
    for (module, file) in [("json", "json/__init__.py"), ("numpy", "site-packages/numpy/__init__.py")] {
        bench.out.borrow_mut().printed.clear();
        let source = format!("import {module}\n");
        bench.upload(Command::WriteFile { path: "main.py".into() }, Some(source.as_bytes())).unwrap();
        let run = Command::RunProgram { file: "main.py".into(), arguments: Vec::new() };
        let Ok(Reply::Program(outcome)) = bench.execute(run) else { panic!("{module}") };
        let problem = outcome.problem.unwrap();
        assert_eq!(problem.kind, "OSError", "{}", problem.message);
        let wanted = format!("[Errno 101] Network is unreachable: '/usr/lib/python3.14/{file}'");
        assert_eq!(problem.message, wanted);
    }
}

#[test]
fn a_program_prints_and_changes_files_and_its_end_is_told() {
    #[track_caller]
    fn run(bench: &mut Bench, source: &str) -> (i32, String) {
        bench.out.borrow_mut().printed.clear();
        bench.upload(Command::WriteFile { path: "main.py".into() }, Some(source.as_bytes())).unwrap();
        let reply =
            bench.execute(Command::RunProgram { file: "main.py".into(), arguments: vec!["x".into()] });
        let Ok(Reply::Program(outcome)) = reply else { panic!("{reply:?}") };
        let text = |output: &Output| match output {
            Output::Text { text, .. } => text.clone(),
            Output::Figure(_) | Output::Cut => "…".into(),
        };
        (outcome.exit_code, bench.out.borrow().printed.iter().map(text).collect())
    }
    let mut bench = Bench::new();
    let (code, text) =
        run(&mut bench, "import sys\nprint('argument', sys.argv[1])\nopen('out.txt', 'w').write('kept')\n");
    assert_eq!((code, text.as_str()), (0, "argument x\n"));
    assert!(files(&bench).contains(&("out.txt".into(), "kept".into())));
    let (code, text) =
        run(&mut bench, "import os\nprint(open('out.txt').read())\nos.remove('out.txt')\n1 / 0\n");
    assert_eq!(code, 1);
    assert!(text.starts_with("kept\n") && text.ends_with("ZeroDivisionError: division by zero\n"), "{text}");
    assert!(!files(&bench).iter().any(|(path, _)| path == "out.txt"));
    let (code, _) = run(
        &mut bench,
        "import time\nfrom pathlib import Path\nPath('d').mkdir()\nPath('d/f').write_text('1')\ntime.sleep(3600)\nPath('d').rename('e')\n",
    );
    assert_eq!(code, 0);
    assert!(
        files(&bench).contains(&("e/f".into(), "1".into()))
            && !bench.workspace.state().project().holds("/home/dojo/d")
    );
    assert!(bench.workspace.state().now().0 >= 3_600_000, "sleep passes virtual time");
    assert_eq!(&fold(&bench.out.borrow().events), bench.workspace.state());
}

#[test]
fn an_import_brings_the_files_that_are_not_here() {
    let mut from = Bench::new();
    for (path, text) in [("a.txt", "old"), ("a.txt", "new"), ("b.txt", "theirs")] {
        from.upload(Command::WriteFile { path: path.into() }, Some(text.as_bytes())).unwrap();
    }
    let mut to = Bench::new();
    to.upload(Command::WriteFile { path: "b.txt".into() }, Some(b"mine")).unwrap();
    let Ok(Reply::Imported(report)) = to.upload(Command::Import, Some(&exported(&from))) else { panic!() };
    assert_eq!((report.files, report.known), (1, 1));
    assert_eq!(files(&to), [("a.txt".into(), "new".into()), ("b.txt".into(), "mine".into())]);
    // Programs see them too.
    to.upload(Command::WriteFile { path: "p.py".into() }, Some(b"assert open('a.txt').read() == 'new'"))
        .unwrap();
    let reply = to.execute(Command::RunProgram { file: "p.py".into(), arguments: Vec::new() });
    assert!(matches!(reply, Ok(Reply::Program(outcome)) if outcome.exit_code == 0));
}
