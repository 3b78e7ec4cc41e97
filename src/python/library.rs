//! What Python imports besides the learner's own files: the standard library and the packages, read-only.
//!
//! A core of the standard library is in the engine. Its other parts and the packages come from the host: a part when a
//! file of it is first read, a package when it is first looked into. To Python both are folders of files like any other, so importing, tracebacks and `inspect` need nothing
//! special.

use super::host::Host;
use crate::files::path;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// Where the standard library lies.
pub const LIBRARY: &str = "/usr/lib/python3.14";
/// Where the packages lie.
pub const PACKAGES: &str = "/usr/lib/python3.14/site-packages";

/// The file that a package begins with.
const INIT: &str = "__init__.py";

/// The names of all packages that can be imported.
pub fn package_names() -> &'static [&'static str] {
    PACKAGE_NAMES
}

/// The names of all modules of the standard library that are carried as source.
pub fn carried_modules() -> impl Iterator<Item = String> {
    let fetched = LIBRARY_PARTS.iter().flat_map(|(_, files)| files.iter().map(|(path, _)| path));
    LIBRARY_SOURCES.iter().map(|(path, _)| path).chain(fetched).map(|path| {
        let path = path.trim_end_matches(".py");
        path.strip_suffix("/__init__").unwrap_or(path).replace('/', ".")
    })
}

/// The names of all that is fetched: the packages, and the parts of the standard library that are not in the engine.
pub fn fetched_names() -> impl Iterator<Item = &'static str> {
    LIBRARY_PARTS.iter().map(|(name, _)| *name).chain(PACKAGE_NAMES.iter().copied())
}

/// The files of a package, or of a part of the standard library, as they are carried by the native build.
#[cfg(not(target_arch = "wasm32"))]
pub fn carried_package(name: &str) -> Option<Vec<u8>> {
    let (_, files) = FETCHED_SOURCES.iter().find(|(known, _)| *known == name)?;
    pack(files).ok()
}

/// One package's files, by path below its folder, as one string of bytes: JSON, which every static host compresses.
///
/// # Errors
/// Never for texts: only other keys and values can be wrong.
pub fn pack<T: serde::Serialize>(files: &[(T, T)]) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(files)
}

/// A file of the library.
#[derive(Clone, Debug)]
enum Source {
    Carried(&'static str),
    /// Of so many bytes, in this part of the standard library, which nobody has read yet.
    Waiting(&'static str, usize),
    Fetched(Rc<Vec<u8>>),
}

/// What is at a path of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A folder.
    Folder,
    /// A file of so many bytes.
    File(usize),
}

/// The read-only part of what Python sees.
#[derive(Debug)]
pub struct Library {
    files: BTreeMap<String, Source>,
    folders: BTreeMap<String, BTreeSet<String>>,
    /// Packages that nobody has looked into.
    waiting: BTreeSet<&'static str>,
}

impl Default for Library {
    fn default() -> Self {
        let mut library = Self {
            files: BTreeMap::new(),
            folders: BTreeMap::new(),
            waiting: PACKAGE_NAMES.iter().copied().collect(),
        };
        library.add_folder(PACKAGES);
        for (name, source) in LIBRARY_SOURCES {
            library.add(format!("{LIBRARY}/{name}"), Source::Carried(source));
        }
        for (part, files) in LIBRARY_PARTS {
            for (name, bytes) in *files {
                library.add(format!("{LIBRARY}/{name}"), Source::Waiting(part, *bytes));
            }
        }
        for name in PACKAGE_NAMES {
            library.add_folder(&format!("{PACKAGES}/{name}"));
        }
        library
    }
}

impl Library {
    /// Whether `path` is the library's to answer.
    pub fn has(&self, path: &str) -> bool {
        path == LIBRARY || path::below(LIBRARY, path).is_some() || self.folders.contains_key(path)
    }

    /// What is at `path`; a package's files are asked of `host` the first time.
    pub fn entry(&mut self, path: &str, host: &dyn Host) -> Option<Entry> {
        if !self.fetch(path, host) && path::name(path) == INIT {
            // Without this the import would find a package without content.
            return Some(Entry::File(0));
        }
        if self.folders.contains_key(path) {
            return Some(Entry::Folder);
        }
        self.files.get(path).map(|source| Entry::File(source.len()))
    }

    /// The names in a folder, sorted.
    pub fn list(&mut self, folder: &str, host: &dyn Host) -> Option<Vec<String>> {
        self.fetch(folder, host);
        Some(self.folders.get(folder)?.iter().cloned().collect())
    }

    /// The content of a file that [`Library::entry`] found; none if it cannot be fetched.
    pub fn bytes(&mut self, path: &str, host: &dyn Host) -> Option<Rc<Vec<u8>>> {
        self.fetch(path, host);
        if let Some(Source::Waiting(part, _)) = self.files.get(path) {
            self.unpack(part, LIBRARY, host);
        }
        match self.files.get(path)? {
            Source::Carried(text) => Some(Rc::new(text.as_bytes().to_vec())),
            Source::Fetched(bytes) => Some(bytes.clone()),
            Source::Waiting(..) => None,
        }
    }

    /// Brings the package that `path` is in, if it is not here yet; whether that went well.
    fn fetch(&mut self, path: &str, host: &dyn Host) -> bool {
        let name = path::below(PACKAGES, path).and_then(|below| below.split('/').next());
        let Some(name) = name.and_then(|name| self.waiting.get(name).copied()) else { return true };
        let is_here = self.unpack(name, &format!("{PACKAGES}/{name}"), host);
        if is_here {
            self.waiting.remove(name);
        }
        is_here
    }

    fn unpack(&mut self, name: &str, folder: &str, host: &dyn Host) -> bool {
        let Some(packed) = host.package(name) else { return false };
        let files: Vec<(String, String)> = serde_json::from_slice(&packed).unwrap_or_default();
        for (file, source) in files {
            self.add(format!("{folder}/{file}"), Source::Fetched(Rc::new(source.into_bytes())));
        }
        true
    }

    fn add(&mut self, path: String, source: Source) {
        let folder = path::parent(&path).to_owned();
        self.add_folder(&folder);
        if let Some(names) = self.folders.get_mut(&folder) {
            names.insert(path::name(&path).to_owned());
        }
        self.files.insert(path, source);
    }

    fn add_folder(&mut self, path: &str) {
        if self.folders.contains_key(path) {
            return;
        }
        self.folders.insert(path.into(), BTreeSet::new());
        let above = path::parent(path).to_owned();
        if above != "/" {
            self.add_folder(&above);
            if let Some(names) = self.folders.get_mut(&above) {
                names.insert(path::name(path).to_owned());
            }
        }
    }
}

impl Source {
    fn len(&self) -> usize {
        match self {
            Self::Carried(text) => text.len(),
            Self::Waiting(_, bytes) => *bytes,
            Self::Fetched(bytes) => bytes.len(),
        }
    }
}
