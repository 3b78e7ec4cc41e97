//! What happened to files, so that whoever keeps them can turn it into events.

/// One change of what is at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A file is new, has other content, or became a program or ceased to be one.
    Written {
        /// Where.
        path: String,
    },
    /// A folder is new.
    FolderMade {
        /// Where.
        path: String,
    },
    /// A file or an empty folder is gone.
    Removed {
        /// Where it was.
        path: String,
    },
    /// A file or a folder with all that is in it has another path.
    Renamed {
        /// Where it was.
        from: String,
        /// Where it is.
        to: String,
    },
}

/// Changes in order, each told once: writing a file a thousand times in a row is one change.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes(Vec<Change>);

impl Changes {
    pub(super) fn add(&mut self, change: Change) {
        if self.0.last() != Some(&change) {
            self.0.push(change);
        }
    }

    pub(super) fn take(&mut self) -> Vec<Change> {
        let mut told = std::mem::take(&mut self.0);
        // Only the last of several writes to one path counts, unless it was moved or removed between them.
        let mut later: Vec<&str> = Vec::new();
        let keep: Vec<bool> = told
            .iter()
            .rev()
            .map(|change| match change {
                Change::Written { path } if later.contains(&path.as_str()) => false,
                Change::Written { path } => {
                    later.push(path);
                    true
                }
                _ => {
                    later.clear();
                    true
                }
            })
            .collect();
        let mut keep = keep.into_iter().rev();
        told.retain(|_| keep.next().unwrap_or(true));
        told
    }
}
