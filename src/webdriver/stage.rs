//! Where a browser is driven: the site on a free port, and a folder of its own for both.

use super::{Named, Result, StepError};
use crate::site::{answer::Site, rebase, serve};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The browsers that the site is driven in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Its name, as `DOJO_BROWSERS` has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// Its driver's program.
    pub(super) fn driver(self) -> String {
        let (variable, usual) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
        };
        std::env::var(variable).unwrap_or_else(|_| usual.into())
    }

    /// Whether this machine has a driver for it.
    pub fn is_here(self) -> bool {
        Command::new(self.driver()).arg("--version").output().is_ok()
    }

    /// Those that `DOJO_BROWSERS` names; both when it is not set.
    ///
    /// # Errors
    /// When it names another one or none.
    pub fn wanted() -> Result<Vec<Self>> {
        let names = std::env::var("DOJO_BROWSERS").unwrap_or_else(|_| "chromium firefox".into());
        let known =
            |name: &str| [Self::Chromium, Self::Firefox].into_iter().find(|browser| browser.name() == name);
        let wanted: Option<Vec<_>> = names.split_whitespace().map(known).collect();
        let problem =
            || StepError::new("DOJO_BROWSERS", format_args!("{names:?} names others than chromium, firefox"));
        wanted.filter(|wanted| !wanted.is_empty()).ok_or_else(problem)
    }
}

/// A browser's surroundings. Clones share the folder, which goes with the last of them.
#[derive(Clone)]
pub struct Stage {
    /// Which browser.
    pub browser: Browser,
    /// The site's root, with a slash at the end.
    pub url: String,
    dist: PathBuf,
    folder: Arc<Folder>,
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is still going may hold a file: what is left in the system's folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Stage {
    /// Serves a copy of the built site that `DOJO_DIST` names. WebDriver cannot put a script before a page's own
    /// in every browser, so the first script of the copy begins with `prelude`.
    ///
    /// # Errors
    /// When there is no such site, or no room for the copy.
    pub fn new(browser: Browser, prelude: &str) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let dist = std::env::var_os("DOJO_DIST").map(PathBuf::from);
        let dist = dist.ok_or_else(|| StepError::new("DOJO_DIST", "it does not say where the site is"))?;
        let folder = std::env::temp_dir().join(format!("mlops-dojo-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).named(folder.display())?;
        let folder = folder.canonicalize().named(folder.display())?;
        let mut stage = Self { browser, url: String::new(), dist, folder: Arc::new(Folder(folder)) };
        let site = stage.copy_site("site")?;
        begin_with(&site, prelude)?;
        stage.url = serve_site(&site)?;
        Ok(stage)
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.0.join(name)
    }

    /// Writes a file into the folder; what is called `site/…` is served.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<PathBuf> {
        let path = self.path(name);
        std::fs::write(&path, bytes).named(path.display())?;
        Ok(path)
    }

    /// A copy of the built site that may be changed.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn copy_site(&self, name: &str) -> Result<PathBuf> {
        let copy = self.path(name);
        copy_folder(&self.dist, &copy).named(self.dist.display())?;
        Ok(copy)
    }

    /// Puts the files of a folder beside those that are served, below `name`.
    ///
    /// # Errors
    /// When it cannot be read or there is no room for it.
    pub fn add_to_site(&self, name: &str, folder: &Path) -> Result<()> {
        copy_folder(folder, &self.path("site").join(name)).named(folder.display())
    }

    /// The same stage with another site.
    ///
    /// # Errors
    /// When it is no site or there is no free port.
    pub fn with_site(&self, site: &Path) -> Result<Self> {
        Ok(Self { url: serve_site(site)?, ..self.clone() })
    }

    /// The same site below a path of the host.
    ///
    /// # Errors
    /// When there is no room for the copy or the path cannot be one.
    pub fn below(&self, base: &str) -> Result<Self> {
        let below = self.path("below");
        copy_folder(&self.path("site"), &below).named(below.display())?;
        rebase::rebase(&below, base).named(base)?;
        self.with_site(&below)
    }

    /// Where the browser puts downloads.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn downloads(&self) -> Result<PathBuf> {
        let downloads = self.path("downloads");
        std::fs::create_dir_all(&downloads).named(downloads.display())?;
        Ok(downloads)
    }
}

fn serve_site(folder: &Path) -> Result<String> {
    let site = Site::open(folder, None).named(folder.display())?;
    Ok(serve::start(site, 0).named("serve the site")?.url)
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

fn begin_with(site: &Path, prelude: &str) -> Result<()> {
    let is_first = |name: &str| name.starts_with("theme-") && name.ends_with(".js");
    let first = std::fs::read_dir(site)
        .named(site.display())?
        .flatten()
        .find(|entry| is_first(&entry.file_name().to_string_lossy()))
        .ok_or_else(|| StepError::new(site.display(), "the site's first script is missing"))?
        .path();
    let own = std::fs::read_to_string(&first).named(first.display())?;
    std::fs::write(&first, format!("{prelude}\n{own}")).named(first.display())
}
