//! Lays out what Python imports as a table of sources: the modules that `src/python/library/carried.txt` lists,
//! from RustPython's library; our own beside them, which take their place; and the packages.

use super::strip::strip;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Our own modules and the list of carried ones.
const OWN: &str = "src/python/library";
const PACKAGES: &str = "src/python/packages";

/// Sources by their path below a folder.
type Sources = BTreeMap<String, String>;

/// Writes `library.rs` for `python::library` to include.
pub fn write() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut library = carried()?;
    add_folder(Path::new(OWN), "", &mut library)?;
    let mut code = String::from("/// The standard library: path and source.\n");
    code += &format!("static LIBRARY_SOURCES: &[(&str, &str)] = {};\n", table(&library));
    let mut names = Vec::new();
    let mut packages = String::new();
    for package in folders(Path::new(PACKAGES))? {
        let mut sources = Sources::new();
        add_folder(&Path::new(PACKAGES).join(&package), "", &mut sources)?;
        packages += &format!("    ({package:?}, {}),\n", table(&sources));
        names.push(package);
    }
    code += &format!("/// The packages.\nstatic PACKAGE_NAMES: &[&str] = &{names:?};\n");
    code += "/// The packages' files.\n#[cfg(not(target_arch = \"wasm32\"))]\n";
    code += &format!("static PACKAGE_SOURCES: &[(&str, &[(&str, &str)])] = &[\n{packages}];\n");
    fs::write(out.join("library.rs"), code)
}

fn carried() -> io::Result<Sources> {
    let list = fs::read_to_string(Path::new(OWN).join("carried.txt"))?;
    let library = Path::new(rustpython_pylib::LIB_PATH);
    let mut sources = Sources::new();
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_suffix('/') {
            Some(folder) => add_folder(&library.join(folder), line, &mut sources)?,
            None => add_file(&library.join(line), line, &mut sources)?,
        }
    }
    Ok(sources)
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
