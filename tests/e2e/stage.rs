//! Where a journey takes place: the site on a free port, a browser, and a folder of its own for both.

use mlops_dojo::site::{answer::Site, rebase, serve};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The browsers that the site is walked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    fn wanted() -> Vec<Self> {
        let names = std::env::var("DOJO_BROWSERS").unwrap_or_else(|_| "chromium firefox".into());
        let known =
            |name: &str| [Self::Chromium, Self::Firefox].into_iter().find(|browser| browser.name() == name);
        let wanted: Vec<_> = names
            .split_whitespace()
            .map(|name| known(name).unwrap_or_else(|| panic!("DOJO_BROWSERS: {name} is not one of them")))
            .collect();
        assert!(!wanted.is_empty(), "DOJO_BROWSERS names no browser");
        wanted
    }
}

/// A journey's surroundings. Clones share the folder, which goes with the last of them.
#[derive(Clone)]
pub struct Stage {
    pub browser: Browser,
    /// The site's root, with a slash at the end.
    pub url: String,
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
    fn new(browser: Browser) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("mlops-dojo-e2e-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the journey");
        let folder = folder.canonicalize().expect("its real path");
        let mut stage = Self { browser, url: String::new(), folder: Arc::new(Folder(folder)) };
        let site = stage.copy_site("site");
        listen_for_violations(&site);
        stage.url = serve_site(&site);
        stage
    }

    /// A path in the journey's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.0.join(name)
    }

    /// Writes a file into the journey's folder.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("a file in the journey's folder");
        path
    }

    /// A copy of the built site that a journey may change.
    pub fn copy_site(&self, name: &str) -> PathBuf {
        let copy = self.path(name);
        copy_folder(&built_site(), &copy);
        copy
    }

    /// The same stage with another site.
    pub fn with_site(&self, site: &Path) -> Self {
        Self { url: serve_site(site), ..self.clone() }
    }

    /// The same site below a path of the host.
    pub fn below(&self, base: &str) -> Self {
        let site = self.copy_site("below");
        listen_for_violations(&site);
        rebase::rebase(&site, base).expect("the site below a path");
        self.with_site(&site)
    }

    /// Where the browser puts downloads.
    pub fn downloads(&self) -> PathBuf {
        let downloads = self.path("downloads");
        std::fs::create_dir_all(&downloads).expect("a folder for downloads");
        downloads
    }
}

fn built_site() -> PathBuf {
    std::env::var_os("DOJO_DIST").map(PathBuf::from).expect("DOJO_DIST: `./dev test e2e` sets it")
}

fn serve_site(folder: &Path) -> String {
    serve::start(Site::open(folder, None).expect("a built site"), 0).expect("a free port").url
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder of the copy");
    for entry in std::fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("its type").is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).expect("a copied file");
        }
    }
}

/// WebDriver cannot put a script before a page's own in every browser, so the first script of the copy begins
/// with one: what the policy forbids is written down where `watch` finds it.
fn listen_for_violations(site: &Path) {
    let first = std::fs::read_dir(site)
        .expect("the site")
        .flatten()
        .map(|entry| entry.path())
        .find(|path| {
            path.file_name().is_some_and(|name| {
                let name = name.to_string_lossy();
                name.starts_with("theme-") && name.ends_with(".js")
            })
        })
        .expect("the site's first script");
    let listener = "addEventListener('securitypolicyviolation',e=>sessionStorage.setItem('violations',\
        (sessionStorage.getItem('violations')||'')+e.violatedDirective+' '+e.blockedURI+' '+e.sourceFile+'\\n'));\n";
    let own = std::fs::read_to_string(&first).expect("a script");
    std::fs::write(first, format!("{listener}{own}")).expect("the script of the copy");
}

/// Walks a journey in each browser, one journey at a time: two browsers at once would measure each other.
pub fn walk(name: &str, journey: impl AsyncFn(Stage)) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    for browser in Browser::wanted() {
        say(&format!("{name} {} ...", browser.name()));
        let began = Instant::now();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let limit = Duration::from_secs(300);
        let walked = runtime
            .block_on(async { tokio::time::timeout(limit, journey(Stage::new(browser))).await.is_ok() });
        assert!(walked, "{name} {}: not done within {limit:?}", browser.name());
        say(&format!("{name} {} ok ({:.1} s)", browser.name(), began.elapsed().as_secs_f64()));
    }
}

/// Says how far the journeys are. The test runner would swallow what `println` prints.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
