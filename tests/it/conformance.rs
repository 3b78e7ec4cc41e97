//! Cases recorded from the real tools that do not come with the project: where the variable `DOJO_CASES` names a
//! folder of them, we answer as the tools did.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::cli::conformance::SUITES;
use std::io::{self, Write as _};
use std::path::Path;

#[test]
fn recorded_cases_are_answered_as_the_real_tools_did() {
    let Some(folder) = std::env::var_os("DOJO_CASES") else {
        // Not `eprintln`, which a test that passes holds back.
        writeln!(io::stderr(), "conformance: DOJO_CASES is not set, no recorded cases are run").unwrap();
        return;
    };
    let mut wrong = Vec::new();
    for suite in SUITES {
        let file = Path::new(&folder).join(suite.file);
        let verdicts = suite.verdicts(&file).unwrap();
        assert!(!verdicts.is_empty(), "{}", file.display());
        let failed = verdicts.iter().filter(|verdict| !verdict.ok);
        wrong.extend(
            failed.map(|v| format!("{}: {}\n  real {}\n  ours {}", suite.name, v.case, v.expected, v.got)),
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
