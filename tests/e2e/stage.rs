//! Walks a journey in each browser.

use std::io::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

pub use mlops_dojo::webdriver::{Browser, Stage};

/// What the policy forbids is written down where `watch` finds it.
const LISTEN_FOR_VIOLATIONS: &str = "addEventListener('securitypolicyviolation',e=>sessionStorage.setItem('violations',\
    (sessionStorage.getItem('violations')||'')+e.violatedDirective+' '+e.blockedURI+' '+e.sourceFile+'\\n'));";

/// Walks a journey in each browser, one journey at a time: two browsers at once would measure each other.
pub fn walk(name: &str, journey: impl AsyncFn(Stage)) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    for browser in Browser::wanted().expect("browsers") {
        say(&format!("{name} {} ...", browser.name()));
        let began = Instant::now();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let limit = Duration::from_secs(300);
        let stage = Stage::new(browser, LISTEN_FOR_VIOLATIONS).expect("`./dev test e2e` builds the site");
        let walked = runtime.block_on(async { tokio::time::timeout(limit, journey(stage)).await.is_ok() });
        assert!(walked, "{name} {}: not done within {limit:?}", browser.name());
        say(&format!("{name} {} ok ({:.1} s)", browser.name(), began.elapsed().as_secs_f64()));
    }
}

/// Says how far the journeys are. The test runner would swallow what `println` prints.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
