//! Reading and writing the files of a site, with errors that name the file.

use super::{Result, SiteError};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|problem| SiteError::io(path, problem))
}

/// The text of a file in UTF-8.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|problem| SiteError::io(path, problem))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|problem| SiteError::io(folder, problem))?;
    }
    fs::write(path, bytes).map_err(|problem| SiteError::io(path, problem))
}

/// Moves a file within a site and makes the folder it goes to.
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|problem| SiteError::io(folder, problem))?;
    }
    fs::rename(from, to).map_err(|problem| SiteError::io(from, problem))
}

/// Removes a file.
pub fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).map_err(|problem| SiteError::io(path, problem))
}

/// Removes a folder with all that is in it.
pub fn remove_folder(path: &Path) -> Result<()> {
    fs::remove_dir_all(path).map_err(|problem| SiteError::io(path, problem))
}

/// Every file below `folder` as a relative path with `/`, in the order of the names.
pub fn walk(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut waiting = vec![(folder.to_path_buf(), String::new())];
    while let Some((path, prefix)) = waiting.pop() {
        for (name, entry) in entries(&path)? {
            let relative = format!("{prefix}{name}");
            if entry.is_dir() {
                waiting.push((entry, format!("{relative}/")));
            } else {
                found.push(relative);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let wrong = |problem| SiteError::io(folder, problem);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        entries.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    Ok(entries)
}
