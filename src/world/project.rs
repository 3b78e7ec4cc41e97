//! The learner's files as the page knows them: a tree of paths, the contents as hashes. The engine has the bytes.

use crate::base::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Why an event does not fit the files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ProjectError {
    /// Not an absolute path in its shortest form.
    #[error("{0:?} is not an absolute path")]
    NotAbsolute(String),
    /// Nothing is there.
    #[error("there is no {0}")]
    Missing(String),
    /// A file stands where a folder is needed.
    #[error("{0} is a file")]
    NotAFolder(String),
    /// A folder stands where a file is to be.
    #[error("{0} is a folder")]
    IsAFolder(String),
    /// A folder cannot move into itself.
    #[error("{0} cannot move into itself")]
    IntoItself(String),
}

/// A file's content, and when it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// SHA-256 of the content, the name of its blob.
    pub hash: String,
    /// Bytes.
    pub size: u64,
}

/// A file of the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectFile {
    /// Its content.
    pub content: StoredFile,
    /// When it was written.
    pub modified: Timestamp,
}

/// Files and folders by absolute path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    files: BTreeMap<String, ProjectFile>,
    folders: BTreeSet<String>,
}

impl Project {
    /// All files in the order of their paths.
    pub fn files(&self) -> &BTreeMap<String, ProjectFile> {
        &self.files
    }

    /// All folders but the root.
    pub fn folders(&self) -> &BTreeSet<String> {
        &self.folders
    }

    /// Whether a file or a folder is at `path`.
    pub fn holds(&self, path: &str) -> bool {
        path == "/" || self.files.contains_key(path) || self.folders.contains(path)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// When a folder is at `path` or a file is above it.
    pub fn write(&mut self, path: &str, content: StoredFile, at: Timestamp) -> Result<(), ProjectError> {
        check(path)?;
        if self.folders.contains(path) {
            return Err(ProjectError::IsAFolder(path.into()));
        }
        self.check_above(path)?;
        self.make_above(path);
        self.files.insert(path.into(), ProjectFile { content, modified: at });
        Ok(())
    }

    /// Makes a folder; one that is there stays as it is.
    ///
    /// # Errors
    /// When a file is at `path` or above it.
    pub fn make_folder(&mut self, path: &str) -> Result<(), ProjectError> {
        check(path)?;
        if self.files.contains_key(path) {
            return Err(ProjectError::NotAFolder(path.into()));
        }
        self.check_above(path)?;
        self.make_above(path);
        self.folders.insert(path.into());
        Ok(())
    }

    /// Removes a file, or a folder with all that is in it.
    ///
    /// # Errors
    /// When nothing is there.
    pub fn remove(&mut self, path: &str) -> Result<(), ProjectError> {
        check(path)?;
        if !self.holds(path) {
            return Err(ProjectError::Missing(path.into()));
        }
        self.files.retain(|file, _| !is_at_or_below(file, path));
        self.folders.retain(|folder| !is_at_or_below(folder, path));
        Ok(())
    }

    /// Moves a file or a folder; what was at the new path is replaced.
    ///
    /// # Errors
    /// When nothing is there, when a folder would move into itself, or a file is above the new path.
    pub fn rename(&mut self, from: &str, to: &str) -> Result<(), ProjectError> {
        check(from)?;
        check(to)?;
        if !self.holds(from) {
            return Err(ProjectError::Missing(from.into()));
        }
        if from == to {
            return Ok(());
        }
        if is_at_or_below(to, from) {
            return Err(ProjectError::IntoItself(from.into()));
        }
        self.check_above(to)?;
        let (files, folders) = (std::mem::take(&mut self.files), std::mem::take(&mut self.folders));
        let renamed = |path: String| match path.strip_prefix(from) {
            Some(rest) if is_at_or_below(&path, from) => format!("{to}{rest}"),
            _ => path,
        };
        let replaced = |path: &str| is_at_or_below(path, to);
        self.files = files
            .into_iter()
            .filter(|(path, _)| !replaced(path))
            .map(|(path, file)| (renamed(path), file))
            .collect();
        self.folders = folders.into_iter().filter(|path| !replaced(path)).map(renamed).collect();
        self.make_above(to);
        Ok(())
    }

    fn check_above(&self, path: &str) -> Result<(), ProjectError> {
        match above(path).find(|folder| self.files.contains_key(*folder)) {
            Some(file) => Err(ProjectError::NotAFolder(file.into())),
            None => Ok(()),
        }
    }

    fn make_above(&mut self, path: &str) {
        self.folders.extend(above(path).map(str::to_owned));
    }
}

/// Paths begin at the root, end without a slash and have no empty, `.` or `..` part.
fn check(path: &str) -> Result<(), ProjectError> {
    let parts = path.strip_prefix('/').map(|rest| rest.split('/'));
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains('\0');
    if parts.is_some_and(|mut parts| parts.all(plain)) {
        Ok(())
    } else {
        Err(ProjectError::NotAbsolute(path.into()))
    }
}

fn is_at_or_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The folders above a path, the nearest first, without the root.
fn above(path: &str) -> impl Iterator<Item = &str> {
    let nearest = |path: &str| path.rfind('/').filter(|at| *at > 0);
    std::iter::successors(nearest(path).map(|at| &path[..at]), move |folder| {
        nearest(folder).map(|at| &folder[..at])
    })
}
