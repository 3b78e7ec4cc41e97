//! The scripts of `tests/fidelity` print here what CPython printed when it was recorded (`tests/record/fidelity.py`).
//!
//! A difference that must be lived with stands in the script's header: `# known N: why`, where N is the line of the
//! record. A difference that is gone must be taken out of the header.

use crate::python::run_with;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn scripts() -> Vec<PathBuf> {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fidelity")).unwrap();
    let mut found: Vec<_> = folder
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    found.sort();
    found
}

/// The lines that may differ, and why.
fn known(source: &str) -> BTreeMap<usize, String> {
    source
        .lines()
        .filter_map(|line| line.strip_prefix("# known ")?.split_once(':'))
        .map(|(line, why)| (line.parse().unwrap(), why.trim().to_owned()))
        .collect()
}

/// What the record of a run says, written as `tests/record/fidelity.py` does.
fn ours(source: &str) -> String {
    let ran = run_with(source, &[]);
    let mut end = vec![format!("exit {}", ran.outcome.exit_code)];
    if let Some(line) = ran.outcome.problem.as_ref().and_then(|problem| problem.line) {
        end.push(format!("line {line}"));
    }
    end.extend(ran.stderr.lines().last().map(str::to_owned));
    format!("{}-----\n{}\n", ran.stdout, end.join("\n"))
}

#[test]
fn scripts_print_what_cpython_prints() {
    let mut wrong = Vec::new();
    let scripts = scripts();
    assert!(scripts.len() >= 30);
    for script in scripts {
        let name = script.file_stem().unwrap().to_string_lossy().into_owned();
        let source = fs::read_to_string(&script).unwrap();
        let recorded = fs::read_to_string(script.with_extension("out")).unwrap();
        let known = known(&source);
        let got = ours(&source);
        let (recorded, got): (Vec<_>, Vec<_>) = (recorded.lines().collect(), got.lines().collect());
        for at in 0..recorded.len().max(got.len()) {
            let same = recorded.get(at) == got.get(at);
            if same == known.contains_key(&(at + 1)) {
                let (was, is) =
                    (recorded.get(at).unwrap_or(&"(nothing)"), got.get(at).unwrap_or(&"(nothing)"));
                wrong.push(format!("{name}:{}\n  CPython {was}\n  ours    {is}", at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
