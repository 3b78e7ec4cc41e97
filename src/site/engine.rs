//! Moves the worker's files, which Trunk does not hash, into a folder that is named by their content: a
//! browser can then never pair a new page with an old cached worker.

use super::{Result, SiteError, files};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The script that starts the worker; it names the others relative to itself.
const LOADER: &str = "engine_loader.js";
/// All of the worker's files.
const FILES: [&str; 3] = ["engine.js", "engine_bg.wasm", LOADER];

/// Moves the files and returns the loader's new path, relative to the site's root.
///
/// # Errors
/// A file of the worker that is missing.
pub fn name_by_content(site: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for name in FILES {
        if !site.join(name).is_file() {
            return Err(SiteError::NoEngine { name: name.into() });
        }
        hash.update(files::read(&site.join(name))?);
    }
    let digest: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let folder = format!("engine-{digest}");
    for name in FILES {
        files::rename(&site.join(name), &site.join(&folder).join(name))?;
    }
    Ok(format!("{folder}/{LOADER}"))
}

/// Whether a path in the site is one of the moved files.
pub fn is_engine(path: &str) -> bool {
    path.strip_prefix("engine-").and_then(|rest| rest.split_once('/')).is_some()
}
