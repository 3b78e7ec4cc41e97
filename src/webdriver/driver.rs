//! A browser under WebDriver: started with a profile, ended or killed with all of its processes.

use super::{Browser, Named, Result, Stage, StepError};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a script that answers later may take.
const SCRIPT_MILLIS: u32 = 120_000;

/// A driver with its browser. Both end with it.
pub struct Driver {
    process: Child,
    profile: String,
}

impl Driver {
    /// Starts a driver and, through it, a browser with the profile of that name. A browser that falls over
    /// while it starts has seen nothing of the site yet: it is started once more.
    ///
    /// # Errors
    /// When one of the two does not start.
    pub async fn open(stage: &Stage, profile: &str) -> Result<(Self, Client)> {
        match Self::start(stage, profile).await {
            Err(_) => Self::start(stage, profile).await,
            started => started,
        }
    }

    async fn start(stage: &Stage, profile: &str) -> Result<(Self, Client)> {
        let profile = stage.path(profile);
        std::fs::create_dir_all(&profile).named(profile.display())?;
        // Firefox killed leaves the port of its last life here, where geckodriver would look for the next one.
        let _ = std::fs::remove_file(profile.join("MarionetteActivePort"));
        let port = free_port()?;
        let process = start_driver(stage, port)?;
        let driver = Self { process, profile: profile.display().to_string() };
        await_port(port).await?;
        let capabilities = match stage.browser {
            Browser::Chromium => chromium(&profile, &stage.downloads()?),
            Browser::Firefox => firefox(&profile, &stage.downloads()?),
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().cloned().unwrap_or_default())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .named(format_args!("start {}", stage.browser.name()))?;
        Ok((driver, client))
    }

    /// Kills browser and driver, all processes at once, without a word.
    pub fn kill(&mut self) {
        let family = family(self.process.id(), &self.profile);
        let mut kill = Command::new("kill");
        kill.arg("-9").args(family.iter().map(u32::to_string)).stderr(Stdio::null());
        // One that has ended by itself in between is dead as well.
        let _ = kill.status();
        let _ = self.process.wait();
    }

    /// Waits until nobody uses the profile any more.
    ///
    /// # Errors
    /// When somebody still does after ten seconds.
    pub async fn wait_until_gone(&self) -> Result<()> {
        let end = Instant::now() + Duration::from_secs(10);
        while !family(0, &self.profile).is_empty() {
            if Instant::now() > end {
                return Err(StepError::new("kill the browser", "it outlives its death"));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The process, those that name the profile, and the children of all of these.
fn family(root: u32, profile: &str) -> BTreeSet<u32> {
    let listed = Command::new("ps").args(["-axww", "-o", "pid=,ppid=,stat=,args="]).output();
    let text = listed.map(|listed| String::from_utf8_lossy(&listed.stdout).into_owned()).unwrap_or_default();
    let number = |word: Option<&str>| word.and_then(|word| word.parse::<u32>().ok()).unwrap_or_default();
    let processes: Vec<(u32, u32, bool)> = text
        .lines()
        .map(|line| {
            let mut words = line.split_whitespace();
            let (pid, parent) = (number(words.next()), number(words.next()));
            let dead = words.next().is_some_and(|state| state.starts_with('Z'));
            (pid, parent, !dead && line.contains(profile))
        })
        .collect();
    let mut family: BTreeSet<u32> =
        processes.iter().filter(|(_, _, named)| *named).map(|(pid, ..)| *pid).collect();
    if root != 0 {
        family.insert(root);
    }
    loop {
        let before = family.len();
        let children: Vec<u32> =
            processes.iter().filter(|(_, parent, _)| family.contains(parent)).map(|(pid, ..)| *pid).collect();
        family.extend(children);
        if family.len() == before {
            return family;
        }
    }
}

fn program(variable: &str, usual: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| usual.into())
}

fn start_driver(stage: &Stage, port: u16) -> Result<Child> {
    let name = stage.browser.driver();
    let mut command = Command::new(&name);
    command.arg(format!("--port={port}"));
    if stage.browser == Browser::Firefox {
        command.arg(format!("--websocket-port={}", free_port()?));
    }
    let log = std::fs::File::create(stage.path("driver.log")).named("the driver's log")?;
    let same_log = log.try_clone().named("the driver's log")?;
    command.stdin(Stdio::null()).stdout(same_log).stderr(log).spawn().named(name)
}

fn chromium(profile: &Path, downloads: &Path) -> Value {
    json!({
        "goog:chromeOptions": {
            "binary": program("DOJO_CHROMIUM", "chromium"),
            "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                "--no-first-run", "--disable-component-update", "--disable-background-networking",
                "--window-size=1280,900", "--lang=en",
                // Whatever asks for another host gets none.
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                format!("--user-data-dir={}", profile.display()),
            ],
            "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
        },
        "timeouts": { "script": SCRIPT_MILLIS },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(profile: &Path, downloads: &Path) -> Value {
    json!({
        "timeouts": { "script": SCRIPT_MILLIS },
        "moz:firefoxOptions": {
            "binary": program("DOJO_FIREFOX", "firefox"),
            "args": ["-headless", "-width", "1280", "-height", "900", "-profile", profile],
            "prefs": {
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
                "toolkit.startup.max_resumed_crashes": -1,
                "browser.sessionstore.resume_from_crash": false,
                "browser.shell.checkDefaultBrowser": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "intl.accept_languages": "en",
            },
        },
    })
}

fn free_port() -> Result<u16> {
    let bound = TcpListener::bind("127.0.0.1:0").and_then(|bound| bound.local_addr());
    Ok(bound.named("find a free port")?.port())
}

async fn await_port(port: u16) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(20);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if Instant::now() > end {
            return Err(StepError::new("start the driver", "it does not listen"));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}
