//! Programs: what they print, what they leave, how they end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::python::{Recorder, check, in_room, run_with, start};
use mlops_dojo::files::{Change, Files, HOME};
use mlops_dojo::world::program::Hint;
use std::rc::Rc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn exit_codes_are_the_programs() {
    let cases = [
        ("print(1)", "1\n", 0),
        ("import sys; sys.exit(3)", "", 3),
        ("import sys; sys.exit()", "", 0),
        ("import sys; sys.exit('no')", "", 1),
        ("exit(4)", "", 4),
        ("raise ValueError('x')", "", 1),
        ("import atexit; atexit.register(print, 'bye'); print('hi')", "hi\nbye\n", 0),
        ("def f(:\n  pass", "", 1),
        ("raise KeyboardInterrupt", "", 130),
    ];
    for (source, stdout, exit_code) in cases {
        check(source, stdout, exit_code);
    }
}

#[test]
fn the_program_knows_where_it_is() {
    check(
        "import sys, os\nprint(__name__, __file__, sys.argv, os.getcwd(), sys.path[0])",
        "__main__ /home/dojo/main.py ['/home/dojo/main.py'] /home/dojo /home/dojo\n",
        0,
    );
}

#[test]
fn a_traceback_points_at_the_learners_lines() {
    let source = "import helper\n\ndef outer():\n    return helper.inner(0)\n\nouter()\n";
    let ran = run_with(source, &[("helper.py", "def inner(x):\n    return 1 / x\n")]);
    let expected = "Traceback (most recent call last):\n  \
        File \"/home/dojo/main.py\", line 6, in <module>\n    outer()\n    ~~~~~^^\n  \
        File \"/home/dojo/main.py\", line 4, in outer\n    return helper.inner(0)\n           ~~~~~~~~~~~~^^^\n  \
        File \"/home/dojo/helper.py\", line 2, in inner\n    return 1 / x\n           ~~^~~\n\
        ZeroDivisionError: division by zero\n";
    assert_eq!(ran.stderr, expected);
    let problem = ran.outcome.problem.unwrap();
    assert_eq!((problem.kind.as_str(), problem.line), ("ZeroDivisionError", Some(4)));
    assert_eq!(problem.hint, Some(Hint::DivisionByZero));
}

#[test]
fn an_error_comes_with_the_hint_that_helps() {
    let name = |name: &str| name.to_owned();
    let cases = [
        ("print(lenght)", Hint::UnknownName { name: name("lenght"), similar: None }),
        ("if 1\n  pass", Hint::MissingColon),
        ("print((1, 2)", Hint::NotClosed),
        ("if True:\nprint(1)", Hint::Indentation),
        ("'a' + 1", Hint::TextPlusNumber),
        ("float('n/a')", Hint::NotANumber { text: name("'n/a'") }),
        ("{'a': 1}['b']", Hint::NoSuchKey { key: name("'b'") }),
        ("[1][2]", Hint::IndexTooLarge),
        ("None.x", Hint::NothingThere { attribute: Some(name("x")) }),
        ("[].push(1)", Hint::NoSuchAttribute { of: name("list"), attribute: name("push") }),
        ("(lambda x: x)()", Hint::WrongArguments),
        ("x = 3\nx()", Hint::NotCallable { of: name("int") }),
        ("open('data.csv')", Hint::NoSuchFile { path: name("data.csv"), present: vec![name("main.py")] }),
        ("def f(): f()\nf()", Hint::EndlessRecursion),
        ("input('? ')", Hint::NoInput),
        ("bytearray(10**10)", Hint::OutOfMemory),
    ];
    for (source, expected) in cases {
        let ran = run_with(source, &[]);
        let problem = ran.outcome.problem.unwrap_or_else(|| panic!("{source} raises nothing"));
        assert_eq!(problem.hint, Some(expected), "{source}\n{}", ran.stderr);
    }
}

#[test]
fn a_missing_module_names_what_is_there() {
    let problem = run_with("import torch", &[]).outcome.problem.unwrap();
    assert_eq!((problem.kind.as_str(), problem.line), ("ModuleNotFoundError", Some(1)));
    let Some(Hint::UnknownModule { name, known }) = problem.hint else { panic!("{:?}", problem.hint) };
    assert_eq!(name, "torch");
    assert!(known.contains(&"dojo".to_owned()), "{known:?}");
}

#[test]
fn time_is_virtual_and_sleep_passes_at_once() {
    let began = Instant::now();
    check(
        "import time, datetime\n\
         a = time.time(); time.sleep(3600); b = time.time()\n\
         print(round(b - a))\n\
         print(datetime.datetime.now().isoformat(timespec='seconds'))\n\
         print(datetime.datetime.now(datetime.timezone.utc).isoformat(timespec='minutes'))\n\
         print(datetime.date.today(), time.strftime('%H:%M'), time.localtime().tm_hour)\n\
         print(time.perf_counter() - time.perf_counter() < 0.1)\n\
         print(datetime.datetime.fromtimestamp(time.mktime((2026, 1, 2, 3, 4, 5, 0, 0, 0))))\n",
        "3600\n2026-01-02T04:04:05\n2026-01-02T04:04+00:00\n2026-01-02 04:04 4\nTrue\n2026-01-02 03:04:05\n",
        0,
    );
    assert!(began.elapsed() < Duration::from_secs(600), "an hour was really waited for");
}

#[test]
fn a_loop_that_waits_for_the_clock_ends() {
    check("import time\nend = time.time() + 0.05\nwhile time.time() < end: pass\nprint('ok')", "ok\n", 0);
}

#[test]
fn what_nobody_seeds_follows_from_the_workspace() {
    let source = "import random, uuid, os, secrets\n\
        print(random.random(), uuid.uuid4(), os.urandom(4).hex(), secrets.token_hex(4), hash('a'))";
    let (first, second) = (run_with(source, &[]), run_with(source, &[]));
    assert_eq!(first.outcome.exit_code, 0, "{}", first.stderr);
    assert_eq!(first.stdout, second.stdout);
}

#[test]
fn files_are_the_learners() {
    let ran = check(
        "with open('a.txt', 'w') as f:\n    f.write('one\\n')\n\
         with open('a.txt', 'a') as f:\n    print('two', file=f)\n\
         print(open('a.txt').read().split())\n\
         f = open('left_open.txt', 'w'); f.write('kept')\n\
         import os; os.makedirs('d/e'); os.rename('a.txt', 'd/e/b.txt'); print(sorted(os.listdir('d')))\n",
        "['one', 'two']\n['e']\n",
        0,
    );
    let text =
        |path: &str| ran.files.iter().find(|(at, _)| at.ends_with(path)).map(|(_, text)| text.as_str());
    assert_eq!(text("/d/e/b.txt"), Some("one\ntwo\n"));
    assert_eq!(text("/left_open.txt"), Some("kept"));
    assert_eq!(text("/a.txt"), None);
}

#[test]
fn changes_are_told_once() {
    let changes = in_room(|| {
        let mut files = Files::default();
        let source = "for i in range(3): print(i, file=open('log.txt', 'a'))\nimport os; os.mkdir('m'); os.remove('main.py')";
        files.write(&format!("{HOME}/main.py"), source.into(), Default::default()).unwrap();
        files.take_changes();
        let python = start(files, Rc::new(Recorder::default()));
        assert_eq!(python.run_file("main.py", &[]).exit_code, 0);
        python.machine().disk.borrow_mut().files.take_changes()
    });
    let path = |name: &str| format!("{HOME}/{name}");
    let expected = [
        Change::Written { path: path("log.txt") },
        Change::FolderMade { path: path("m") },
        Change::Removed { path: path("main.py") },
    ];
    assert_eq!(changes, expected);
}

#[test]
fn printing_is_batched_and_bounded() {
    let ran = run_with("for i in range(1_000_000): print(i)", &[]);
    assert_eq!(ran.outcome.exit_code, 0);
    assert!(ran.cut);
    assert!(ran.stdout.starts_with("0\n1\n2\n"));
    assert!(ran.stdout.lines().count() <= 50_000 && ran.stdout.len() <= 1_000_000);
    assert!(ran.handed_on < 2_000, "{} messages", ran.handed_on);
}

#[test]
fn what_is_too_large_is_an_error_of_the_program() {
    let sources = [
        "bytearray(10**10)",
        "bytes(10**10)",
        "[0] * 10**10",
        "(0,) * 10**10",
        "'x' * 10**10",
        "b'x' * 10**10",
        "x = [1, 2]; x *= 10**10",
        "list(range(10**10))",
        "f'{1:>{10**10}}'",
        "1 << 10**11",
    ];
    for source in sources {
        let program = format!(
            "try:\n    {source}\nexcept (MemoryError, OverflowError, ValueError) as error: print('caught')\n"
        );
        check(&program, "caught\n", 0);
    }
}

#[test]
fn recursion_has_an_end() {
    check(
        "def depth(n):\n    try:\n        return depth(n + 1)\n    except RecursionError as error:\n        print(str(error)[:32])\n        return n\n\
         print(900 < depth(0) < 1000)",
        "maximum recursion depth exceeded\nTrue\n",
        0,
    );
    check(
        "x = []\nfor _ in range(100_000): x = [x]\ntry:\n    repr(x)\nexcept RecursionError: pass\nprint('on')",
        "on\n",
        0,
    );
}

#[test]
fn a_program_can_be_stopped() {
    let (exit_code, stdout) = in_room(|| {
        let mut files = Files::default();
        files
            .write(
                &format!("{HOME}/main.py"),
                b"print('on')\nwhile True: pass\n".to_vec(),
                Default::default(),
            )
            .unwrap();
        let host = Rc::new(Recorder::default());
        let python = start(files, host.clone());
        let stopper = python.stopper();
        let (over, is_over) = mpsc::channel::<()>();
        // Again and again: on a busy machine the first one may come before the program does.
        let waiting = thread::spawn(move || {
            while is_over.recv_timeout(Duration::from_millis(200)) == Err(RecvTimeoutError::Timeout) {
                assert!(stopper.stop());
            }
        });
        let outcome = python.run_file("main.py", &[]);
        drop(over);
        waiting.join().unwrap();
        (outcome.exit_code, host.stdout.borrow().clone())
    });
    assert_eq!((exit_code, stdout.as_str()), (130, "on\n"));
}
