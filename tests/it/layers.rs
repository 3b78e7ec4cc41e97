//! The direction of the imports, and other rules of the repository, as tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may import of this crate. A layer is a folder or file right below `src/`.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    let below = |layers: &[&'static str]| layers.to_vec();
    BTreeMap::from([
        ("base", below(&[])),
        ("files", below(&["base"])),
        ("array", below(&["base"])),
        ("data", below(&["base"])),
        ("plot", below(&["base"])),
        ("frame", below(&[])),
        ("ml", below(&["base", "array", "data"])),
        ("tracking", below(&["base"])),
        ("world", below(&["base", "files", "data", "plot", "ml", "tracking"])),
        ("python", below(&["base", "files", "array", "frame", "data", "plot", "ml", "tracking", "world"])),
        ("shell", below(&["base", "files"])),
        ("workspace", below(&["base", "files", "data", "plot", "ml", "tracking", "world", "python"])),
        // The worker's side of the browser hands commands to the workspace.
        ("browser", below(&["base", "world", "workspace"])),
        ("ui", below(&["base", "files", "data", "plot", "ml", "tracking", "world"])),
        ("site", below(&["ui"])),
        ("webdriver", below(&["site"])),
        (
            "cli",
            below(&[
                "base",
                "array",
                "data",
                "ml",
                "tracking",
                "world",
                "python",
                "shell",
                "workspace",
                "site",
                "webdriver",
                "ui",
                "files",
            ]),
        ),
        // The build script's parts.
        ("build", below(&[])),
    ])
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn layer_of(path: &Path) -> Option<String> {
    let mut parts = path.strip_prefix("src").ok()?.components();
    let first = parts.next()?.as_os_str().to_str()?.to_owned();
    parts.next().map(|_| first)
}

/// The layers that a source names in code, comments aside.
fn imports(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in code {
        for part in line.split("crate::").skip(1) {
            // `use crate::{base, data}` names several.
            let names = part.strip_prefix('{').map_or(part, |group| group.split('}').next().unwrap());
            let first_names = if part.starts_with('{') { names.split(',').collect() } else { vec![names] };
            for name in first_names {
                let word: String =
                    name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.push(word);
            }
        }
    }
    found
}

#[test]
fn imports_run_downward_only() {
    let allowed = allowed();
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        let Some(layer) = layer_of(&path) else { continue };
        if layer == "bin" {
            continue;
        }
        let may = allowed.get(layer.as_str()).unwrap_or_else(|| panic!("{layer} is no known layer"));
        for import in imports(&fs::read_to_string(&path).unwrap()) {
            if allowed.contains_key(import.as_str()) && import != layer && !may.contains(&import.as_str()) {
                wrong.push(format!("{}: {layer} may not import {import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_browser_layer_knows_a_browser() {
    let browser_crates = ["web_sys", "js_sys", "wasm_bindgen", "rexie"];
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        let layer = layer_of(&path).unwrap_or_default();
        if layer == "browser" || layer == "bin" {
            continue;
        }
        for line in
            fs::read_to_string(&path).unwrap().lines().filter(|line| !line.trim_start().starts_with("//"))
        {
            for name in browser_crates.iter().filter(|name| line.contains(&format!("{name}::"))) {
                wrong.push(format!("{}: {name}", path.display()));
            }
            if line.contains("leptos") && layer != "ui" {
                wrong.push(format!("{}: leptos", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_source_says_what_it_is_for() {
    let silent: Vec<_> = ["src", "tests"]
        .into_iter()
        .flat_map(|folder| sources(Path::new(folder)))
        .filter(|path| !fs::read_to_string(path).unwrap().starts_with("//!"))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn no_test_is_switched_off() {
    let marks = [concat!("#[ign", "ore"), concat!("#[should_", "panic")];
    for path in sources(Path::new("src")).into_iter().chain(sources(Path::new("tests"))) {
        let source = fs::read_to_string(&path).unwrap();
        assert!(!marks.iter().any(|mark| source.contains(mark)), "{}", path.display());
    }
}

#[test]
fn binaries_are_short() {
    for path in sources(Path::new("src/bin")) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 40, "{} has {lines} lines", path.display());
    }
}

/// A file that no `mod` names is not compiled, and its tests pass by never running.
#[test]
fn every_test_file_is_compiled() {
    let mut forgotten = Vec::new();
    for folder in ["tests/it", "tests/browser", "tests/e2e"].map(Path::new) {
        let main = fs::read_to_string(folder.join("main.rs")).unwrap();
        for path in sources(folder) {
            let name = path.file_stem().unwrap().to_str().unwrap();
            let named = main.lines().any(|line| line.trim() == format!("mod {name};"));
            if name != "main" && !named {
                forgotten.push(path);
            }
        }
    }
    assert!(forgotten.is_empty(), "{forgotten:?}");
}
