//! The shell against bash and the programs on its path: the lines of `tests/shell`, as `tests/record/shell.py` recorded
//! what they print on both streams and how they end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::time::Timestamp;
use mlops_dojo::files::{Files, HOME};
use mlops_dojo::shell::{Ended, Host, Launch, Screen, Shell, System};
use serde::Deserialize;
use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::thread;

/// When the files were made, and when the lines run.
const BEFORE: Timestamp = Timestamp(1_700_000_000_000);
const NOW: Timestamp = Timestamp(1_700_000_100_000);
/// As much as a page would show.
const SHOWN_BYTES: usize = 8 << 20;
/// Where calls may be as deep as the shell allows: its worker has as much.
const ROOM_BYTES: usize = 256 << 20;

#[derive(Deserialize)]
struct Record {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    script: String,
    stdout: String,
    stderr: String,
    code: i32,
}

/// A host that has one program, `shout`, which prints its arguments and its input in capitals and leaves a file.
#[derive(Default)]
struct Page {
    out: RefCell<Vec<u8>>,
    err: RefCell<Vec<u8>>,
}

impl Host for Page {
    fn print(&self, screen: Screen, bytes: &[u8]) -> bool {
        let mut shown = if screen == Screen::Out { self.out.borrow_mut() } else { self.err.borrow_mut() };
        shown.extend_from_slice(bytes);
        shown.len() < SHOWN_BYTES
    }

    fn programs(&self) -> &[&'static str] {
        &["shout"]
    }

    fn run(
        &self,
        launch: Launch<'_>,
        mut files: Files,
        now: Timestamp,
        print: &mut dyn FnMut(Screen, &[u8]) -> bool,
    ) -> Ended {
        let said = format!("{}{}", launch.words[1..].join(" "), String::from_utf8_lossy(&launch.input));
        let all = print(Screen::Out, said.to_uppercase().as_bytes());
        files.write(&format!("{}/shouted", launch.folder), said.into_bytes(), now).unwrap();
        Ended { files, now: Timestamp(now.0 + 1000), code: if all { 7 } else { 141 } }
    }
}

struct Ran {
    out: String,
    err: String,
    code: i32,
    /// Whether `here` is still there.
    here: bool,
}

/// The files that each line finds.
fn files() -> Files {
    fn add(files: &mut Files, folder: &Path, inside: &str) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{inside}/{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                add(files, &entry.path(), &path);
            } else {
                files.write(&path, fs::read(entry.path()).unwrap(), BEFORE).unwrap();
            }
        }
    }
    let mut files = Files::default();
    add(&mut files, Path::new("tests/shell/files"), HOME);
    files
}

fn run(script: &str) -> Ran {
    run_over(files(), script)
}

fn run_over(files: Files, script: &str) -> Ran {
    let page = Page::default();
    let mut system = System::new(files, NOW, &page);
    let code = Shell::default().run_text(script, &mut system);
    let text = |bytes: &RefCell<Vec<u8>>| String::from_utf8_lossy(&bytes.borrow()).into_owned();
    Ran {
        out: text(&page.out),
        err: text(&page.err),
        code,
        here: system.files.entry(&format!("{HOME}/here")).is_ok(),
    }
}

fn check_recorded(name: &str) {
    let record = fs::read_to_string(format!("tests/shell/{name}.json")).unwrap();
    let Record { cases } = serde_json::from_str(&record).unwrap();
    let mut other = Vec::new();
    for Case { script, stdout, stderr, code } in &cases {
        let ran = run(script);
        if (&ran.out, &ran.err, ran.code) != (stdout, stderr, *code) {
            other.push(format!(
                "$ {script}\n-- recorded, exit {code}\n{stdout}{stderr}-- here, exit {}\n{}{}",
                ran.code, ran.out, ran.err
            ));
        }
    }
    assert!(other.is_empty(), "{} of {} differ:\n{}", other.len(), cases.len(), other.join("\n"));
}

#[test]
fn lines_do_what_bash_does() {
    check_recorded("lines");
}

#[test]
fn awk_and_jq_do_what_gawk_and_jq_do() {
    check_recorded("awk_jq");
}

/// A line, what it prints on both streams together, and its exit code.
fn check(script: &str, printed: &str, code: i32) {
    let ran = run(script);
    assert_eq!((format!("{}{}", ran.out, ran.err).as_str(), ran.code), (printed, code), "{script}");
}

#[test]
fn programs_of_the_host_take_part() {
    check("echo some input | shout a b | tr A-Z a-z", "a bsome input\n", 0);
    check("shout once >loud; echo $?; cat loud shouted", "7\nONCEonce", 0);
    check("cd data && shout there && echo never; ls", "THEREnames.txt\nscores.csv\nshouted\n", 0);
    check("type shout; which shout", "shout is /usr/bin/shout\n/usr/bin/shout\n", 0);
}

#[test]
fn what_has_no_end_is_ended() {
    check("yes | head -2", "y\ny\n", 0);
    check("while true; do echo on; done | head -1", "on\n", 0);
    check("seq inf | sed 2q", "1\n2\n", 0);
    check(
        "yes | grep -m2 y; yes | grep -q y; yes | awk 'NR == 2 { exit 3 } { print }'; echo $?",
        "y\ny\ny\n3\n",
        0,
    );
    let ran = run("yes | grep n");
    assert!(ran.err.contains("no end"), "{}", ran.err);
    let ran = run("yes | sort");
    assert!(ran.err.contains("no end"), "{}", ran.err);
    assert_ne!(ran.code, 0);
    let ran = run("yes");
    assert!(ran.out.len() < 2 * SHOWN_BYTES, "what is shown is bounded");
    assert_eq!(ran.code, 141);
}

#[test]
fn recursion_has_an_end() {
    for script in [
        "f() { f; }; f",
        "f() { echo $(f); }; f",
        "echo '. ./again' >again; . ./again",
        "eval_again() { eval eval_again; }; eval_again",
        "printf '#!/bin/bash\\n./me\\n' >me; chmod +x me; ./me",
        "a='${a}'; x=a; y='x[$y]'; echo $((y))",
    ] {
        let ran =
            thread::Builder::new().stack_size(ROOM_BYTES).spawn(|| run(script)).unwrap().join().unwrap();
        assert!(!ran.err.is_empty() && ran.err.len() < 1 << 20, "{script}: {}", ran.err.len());
    }
}

#[test]
fn what_is_not_here_is_said() {
    let ran = run("sleep 100 & echo on");
    assert!(ran.err.contains("background"), "{}", ran.err);
    let at_terminal = |line: &str| {
        let page = Page::default();
        let mut shell = Shell::default();
        shell.interactive = true;
        let code = shell.run_text(line, &mut System::new(files(), NOW, &page));
        (String::from_utf8(page.err.into_inner()).unwrap(), code)
    };
    assert_eq!(
        at_terminal("grpe x poem.txt"),
        ("bash: grpe: command not found\nDid you mean: grep?\n".into(), 127)
    );
    let (said, code) = at_terminal("kubernetes");
    assert!(said.contains("Here are: ") && said.contains(" awk ") && said.contains(" shout "), "{said}");
    assert_eq!(code, 127);
}

#[test]
fn the_folder_that_one_stands_in_may_go() {
    let ran = run("mkdir -p here/deep; cd here/deep; rm -rf ../../here; ls; pwd; cd ..; echo $?; cd; pwd");
    assert!(ran.out.ends_with("/home/dojo\n"), "{}", ran.out);
    assert!(!ran.err.is_empty());
    assert!(!ran.here);
}

#[test]
fn nothing_that_is_typed_breaks_the_shell() {
    let record = fs::read_to_string("tests/shell/lines.json").unwrap();
    let Record { cases } = serde_json::from_str(&record).unwrap();
    // Every line cut off at each of its places, as it stands in a terminal while one types.
    for Case { script, .. } in &cases {
        for (at, _) in script.char_indices().step_by(3) {
            run_over(Files::default(), &script[..at]);
        }
    }
    for script in
        ["\0", "\u{feff}echo", "echo \u{202e}x", "${", "$((", "`", "[[", "a[", "cat <<", "{ (", "))", ";;"]
    {
        run(script);
    }
}
