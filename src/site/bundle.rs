//! Moves the files of the page and of the worker each into a folder that is named by their content: no browser
//! can then pair a new file with an old one from its cache.

use super::{Result, SiteError, files};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The files of one wasm binary; they name one another relative to themselves.
pub struct Bundle {
    /// The folder's name before the hash.
    name: &'static str,
    /// What must be there; the first one starts the binary.
    needed: &'static [&'static str],
    /// What else belongs to it: files at the site's root whose names begin so.
    prefix: Option<&'static str>,
}

/// The page: wasm-bindgen's script and wasm, and what [`super::split`] cut off.
pub const PAGE: Bundle =
    Bundle { name: "page", needed: &["app.js", "app_bg.wasm", "split.js"], prefix: Some("split_") };

/// How the file of a Python package begins; the worker looks for it beside itself.
pub const PACKAGE_PREFIX: &str = "python_";

/// The worker, as Trunk leaves it, with the Python packages that it fetches when they are imported.
pub const ENGINE: Bundle = Bundle {
    name: "engine",
    needed: &["engine_loader.js", "engine.js", "engine_bg.wasm", "engine_rest.wasm"],
    prefix: Some(PACKAGE_PREFIX),
};

/// Whether the worker fetches a path in the finished site when a program imports of it.
fn is_fetched(path: &str) -> bool {
    ENGINE.holds(path) && path.rsplit('/').next().is_some_and(|name| name.starts_with(PACKAGE_PREFIX))
}

impl Bundle {
    /// Moves the files and returns the folder, relative to the site's root.
    ///
    /// # Errors
    /// A file that is missing.
    pub fn name_by_content(&self, site: &Path) -> Result<String> {
        let names = self.files(site)?;
        let mut hash = Sha256::new();
        for name in &names {
            hash.update(name);
            hash.update(files::read(&site.join(name))?);
        }
        let digest: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let folder = format!("{}-{digest}", self.name);
        for name in &names {
            files::rename(&site.join(name), &site.join(&folder).join(name))?;
        }
        Ok(folder)
    }

    /// The script that starts the binary, in a folder that [`Bundle::name_by_content`] gave.
    pub fn entry(&self, folder: &str) -> String {
        format!("{folder}/{}", self.needed[0])
    }

    /// Whether a path in the finished site is one of the moved files.
    pub fn holds(&self, path: &str) -> bool {
        let rest = path.strip_prefix(self.name).and_then(|rest| rest.strip_prefix('-'));
        rest.is_some_and(|rest| rest.contains('/'))
    }

    /// Whether a path in the finished site is a Python package.
    pub fn is_package(path: &str) -> bool {
        is_fetched(path) && !Self::is_library(path)
    }

    /// Whether a path in the finished site is a part of Python's standard library.
    pub fn is_library(path: &str) -> bool {
        is_fetched(path) && path.contains(&format!("/{PACKAGE_PREFIX}library_"))
    }

    fn files(&self, site: &Path) -> Result<Vec<String>> {
        let at_root = files::walk(site)?.into_iter().filter(|path| !path.contains('/'));
        let is_part = |name: &str| {
            self.needed.contains(&name) || self.prefix.is_some_and(|prefix| name.starts_with(prefix))
        };
        let found: Vec<String> = at_root.filter(|name| is_part(name)).collect();
        match self.needed.iter().find(|name| !found.iter().any(|known| known == *name)) {
            Some(name) => Err(SiteError::MissingPart { name: (*name).into() }),
            None => Ok(found),
        }
    }
}
