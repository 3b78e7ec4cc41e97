//! Lays out what Python imports as tables of sources: the modules that `src/python/library/carried.txt` lists, from
//! RustPython's library; our own beside them, which take their place; and the packages. In the engine is little of it:
//! the rest are files of the site that are fetched when they are needed.

use super::strip::strip;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Our own modules and the list of carried ones.
const OWN: &str = "src/python/library";
const PACKAGES: &str = "src/python/packages";

/// Sources by their path below a folder.
type Sources = BTreeMap<String, String>;

/// The part of the standard library that is in the engine.
const IN_ENGINE: &str = "engine";
/// The part that modules of our own belong to if no line of the list names them.
const LAST: &str = "more";

/// Writes `library.rs` for `python::library` to include.
pub fn write() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut parts = carried()?;
    let inside = parts.remove(IN_ENGINE).unwrap_or_default();
    let mut code = String::from("/// The standard library in the engine: path and source.\n");
    code += &format!("static LIBRARY_SOURCES: &[(&str, &str)] = {};\n", table(&inside));
    code += "/// The parts of the standard library that are fetched: their names, and the files' paths and bytes.\n";
    code += "static LIBRARY_PARTS: &[(&str, &[(&str, usize)])] = &[\n";
    for (part, sources) in &parts {
        let rows: String =
            sources.iter().map(|(name, source)| format!("    ({name:?}, {}),\n", source.len())).collect();
        code += &format!("    ({:?}, &[\n{rows}]),\n", format!("library_{part}"));
    }
    code += "];\n";
    let mut names = Vec::new();
    let mut fetched = String::new();
    for (part, sources) in &parts {
        fetched += &format!("    ({:?}, {}),\n", format!("library_{part}"), table(sources));
    }
    for package in folders(Path::new(PACKAGES))? {
        let mut sources = Sources::new();
        add_folder(&Path::new(PACKAGES).join(&package), "", &mut sources)?;
        fetched += &format!("    ({package:?}, {}),\n", table(&sources));
        names.push(package);
    }
    code += &format!("/// The packages.\nstatic PACKAGE_NAMES: &[&str] = &{names:?};\n");
    code += "/// The files of what is fetched: parts of the standard library, and the packages.\n";
    code += "#[cfg(not(target_arch = \"wasm32\"))]\n";
    code += &format!("static FETCHED_SOURCES: &[(&str, &[(&str, &str)])] = &[\n{fetched}];\n");
    fs::write(out.join("library.rs"), code)
}

/// The standard library by its parts: what the list names, with our own modules in their places.
fn carried() -> io::Result<BTreeMap<String, Sources>> {
    let list = fs::read_to_string(Path::new(OWN).join("carried.txt"))?;
    let library = Path::new(rustpython_pylib::LIB_PATH);
    let mut parts = BTreeMap::<String, Sources>::new();
    let mut part = LAST.to_owned();
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            name.clone_into(&mut part);
            continue;
        }
        let sources = parts.entry(part.clone()).or_default();
        match line.strip_suffix('/') {
            Some(folder) => add_folder(&library.join(folder), line, sources)?,
            None => add_file(&library.join(line), line, sources)?,
        }
    }
    let mut own = Sources::new();
    add_folder(Path::new(OWN), "", &mut own)?;
    for (path, source) in own {
        let named =
            parts.iter().find(|(_, sources)| sources.contains_key(&path)).map(|(part, _)| part.clone());
        parts.entry(named.unwrap_or_else(|| LAST.into())).or_default().insert(path, source);
    }
    Ok(parts)
}

fn add_folder(folder: &Path, prefix: &str, sources: &mut Sources) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if path.is_dir() && name != "__pycache__" {
            add_folder(&path, &format!("{prefix}{name}/"), sources)?;
        } else if name.ends_with(".py") {
            add_file(&path, &format!("{prefix}{name}"), sources)?;
        }
    }
    Ok(())
}

fn add_file(path: &Path, name: &str, sources: &mut Sources) -> io::Result<()> {
    let source = fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    sources.insert(name.into(), strip(&source));
    Ok(())
}

fn folders(path: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.path().is_dir()
            && let Ok(name) = entry.file_name().into_string()
        {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

fn table(sources: &Sources) -> String {
    let rows: String =
        sources.iter().map(|(name, source)| format!("    ({name:?}, {source:?}),\n")).collect();
    format!("&[\n{rows}]")
}
