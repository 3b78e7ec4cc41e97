//! The browser is killed in the middle of a training, again and again. Whatever the page had called kept is there
//! afterwards, and no run stays open.

use super::page::{Page, id};
use super::stage::{Browser, Stage, say, walk};
use super::watch::check_clean;
use std::path::Path;
use std::time::{Duration, Instant};

/// How often.
const DEATHS: u32 = 20;
/// Firefox takes longer to come up: on a machine where it has had this long, five deaths are enough.
const LONG: Duration = Duration::from_secs(240);

#[test]
fn kill() {
    walk("kill", async |stage: Stage| {
        let began = Instant::now();
        let mut finished = 0;
        let mut page = Page::open(&stage, "en/").await;
        let mut deaths = 0;
        while deaths < DEATHS {
            page.fill_form("iris", "quick", "gaussian_nb", &[]).await;
            page.train("quick").await;
            finished += 1;
            let kept = die(page, deaths).await;
            deaths += 1;
            let left = what_is_left(&stage.path("profile"));
            page = Page::open(&stage, "en/runs/").await;
            check_world(&page, kept, finished, deaths, &left).await;
            if stage.browser == Browser::Firefox && deaths >= 5 && began.elapsed() > LONG {
                break;
            }
        }
        say(&format!("    {:?}: killed {deaths} times, {finished} finished runs kept", stage.browser));
        check_clean(&page).await;
    });
}

/// Begins a long training and kills the browser while it goes; how many events had been called kept.
async fn die(page: Page, turn: u32) -> u64 {
    let trees = [("n_estimators", "10000"), ("max_depth", "4")];
    page.fill_form("digits", "long", "random_forest_classifier", &trees).await;
    let before = page.saved().await;
    page.click(&id("train")).await;
    let growing = "return Number(document.querySelector('[data-testid=\"kept\"]').dataset.saved)";
    page.wait("metrics to be kept", &format!("{growing} > {}", before + 10)).await;
    // Another moment each time: in the middle of a write, between two, while the page draws.
    tokio::time::sleep(Duration::from_millis(u64::from(turn * 37 % 200))).await;
    let kept = page.saved().await;
    page.kill().await;
    kept
}

async fn check_world(page: &Page, kept: u64, finished: u32, deaths: u32, left: &str) {
    page.settled().await;
    let now = page.saved().await;
    assert!(
        now >= kept,
        "{:?}, death {deaths}: {kept} events were called kept, {now} are here. The dead browser left {left}",
        page.stage.browser
    );
    assert_eq!(page.count(&id("trouble")).await, 0, "{}", page.text("main").await);
    expect_runs(page, "gaussian", finished, "passed").await;
    expect_runs(page, "long", deaths, "stopped").await;
}

/// The files of the databases that a dead browser left, and what it wrote about them: should a world ever be missing,
/// this says whether the browser lost it or the page did not find it.
fn what_is_left(profile: &Path) -> String {
    let mut said = String::new();
    let mut folders = vec![profile.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if ["indexeddb", "/storage/", "QuotaManager"].iter().any(|part| name.contains(part)) {
                let bytes = entry.metadata().map(|metadata| metadata.len()).unwrap_or_default();
                said.push_str(&format!("\n{name} {bytes}"));
                if name.ends_with("LOG")
                    || name.ends_with("LOG.old")
                    || name.ends_with("corruption_info.json")
                {
                    said.push_str(&format!("\n{}", std::fs::read_to_string(&path).unwrap_or_default()));
                }
            }
        }
    }
    said
}

/// Waits until the filter leaves so many runs, all of which stand like that.
async fn expect_runs(page: &Page, filter: &str, count: u32, badge: &str) {
    page.type_in("#runs-filter", filter).await;
    page.wait(
        &format!("{count} runs: {filter}, {badge}"),
        &format!(
            "const rows = [...document.querySelectorAll('tr[data-run]')];
            const shown = document.querySelector('[data-testid=\"runs-count\"]').innerText.match(/\\d+/);
            return rows.length > 0 && rows.every(row => row.querySelector('.badge--{badge}'))
                && shown[0] === '{count}'"
        ),
    )
    .await;
}
