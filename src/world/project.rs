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
    /// What is in the bin would come back where something else is now.
    #[error("something else is at {0} now")]
    Taken(String),
    /// Nothing in the bin has this number.
    #[error("the bin holds nothing of the number {0}")]
    NotInBin(BinId),
}

/// A file's content, and when it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// SHA-256 of the content, the name of its blob.
    pub hash: String,
    /// Bytes.
    pub size: u64,
    /// Whether it may be run as a program.
    #[serde(default)]
    pub executable: bool,
}

/// The number of what was put into the bin together: 0 for the first, then one more each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BinId(pub u64);

impl std::fmt::Display for BinId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// What was put into the bin together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binned {
    /// The paths that were named, in their order.
    pub paths: Vec<String>,
    /// When.
    pub at: Timestamp,
    /// The files with the paths that they had.
    pub files: BTreeMap<String, ProjectFile>,
    /// The folders.
    pub folders: BTreeSet<String>,
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
    bin: BTreeMap<BinId, Binned>,
    /// How often something was put into the bin.
    binned: u64,
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

    /// What can be brought back.
    pub fn bin(&self) -> &BTreeMap<BinId, Binned> {
        &self.bin
    }

    /// The number that is given next in the bin.
    pub fn next_bin(&self) -> BinId {
        BinId(self.binned)
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

    /// Puts files and folders, with all that is in them, into the bin.
    ///
    /// # Errors
    /// When nothing is at one of the paths, or one lies below another; nothing moves then.
    pub fn put_into_bin(&mut self, paths: &[String], at: Timestamp) -> Result<BinId, ProjectError> {
        for (index, path) in paths.iter().enumerate() {
            check(path)?;
            let named_before = paths[..index].iter().any(|other| is_at_or_below(path, other));
            let holds_another = paths[..index].iter().any(|other| is_at_or_below(other, path));
            if !self.holds(path) || named_before || holds_another {
                return Err(ProjectError::Missing(path.clone()));
            }
        }
        let goes = |path: &String| paths.iter().any(|named| is_at_or_below(path, named));
        let id = self.next_bin();
        let binned = Binned {
            paths: paths.to_vec(),
            at,
            files: self
                .files
                .iter()
                .filter(|(path, _)| goes(path))
                .map(|(p, f)| (p.clone(), f.clone()))
                .collect(),
            folders: self.folders.iter().filter(|path| goes(path)).cloned().collect(),
        };
        self.files.retain(|path, _| !goes(path));
        self.folders.retain(|path| !goes(path));
        self.bin.insert(id, binned);
        self.binned += 1;
        Ok(id)
    }

    /// Brings back what was put into the bin together, with the folders above it.
    ///
    /// # Errors
    /// When the bin does not hold it, or something else has one of its paths; nothing comes back then.
    pub fn restore(&mut self, id: BinId) -> Result<(), ProjectError> {
        let binned = self.bin.get(&id).ok_or(ProjectError::NotInBin(id))?;
        for path in &binned.paths {
            if self.holds(path) {
                return Err(ProjectError::Taken(path.clone()));
            }
            self.check_above(path)?;
        }
        if let Some(binned) = self.bin.remove(&id) {
            for path in &binned.paths {
                self.make_above(path);
            }
            self.files.extend(binned.files);
            self.folders.extend(binned.folders);
        }
        Ok(())
    }

    /// Takes something out of the bin for good.
    ///
    /// # Errors
    /// When the bin does not hold it.
    pub fn empty_bin(&mut self, id: BinId) -> Result<(), ProjectError> {
        self.bin.remove(&id).map(drop).ok_or(ProjectError::NotInBin(id))
    }

    /// The hashes of all contents that are here or can be brought back.
    pub fn contents(&self) -> impl Iterator<Item = &String> {
        let binned = self.bin.values().flat_map(|binned| binned.files.values());
        self.files.values().chain(binned).map(|file| &file.content.hash)
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
