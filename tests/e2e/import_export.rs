//! Export, erase, import: everything is back. A damaged file changes nothing, and the same file twice adds nothing.

use super::page::{Page, id};
use super::stage::{Stage, walk};
use super::watch::check_clean;
use std::path::Path;
use std::time::{Duration, Instant};

#[test]
fn import_export() {
    walk("import_export", async |stage: Stage| {
        let page = Page::open(&stage, "en/").await;
        for name in ["first", "second"] {
            page.fill_form("iris", name, "gaussian_nb", &[]).await;
            page.train(name).await;
        }
        page.visit("settings").await;
        page.click(&id("export")).await;
        let exported = downloaded(&stage.downloads().expect("a folder")).await;
        erase(&page).await;
        refuse_damaged(&page, &stage, &exported).await;
        let file = stage.file("kept.dojo", &exported).expect("a file");
        import(&page, &file).await;
        expect_runs(&page, &["first", "second"]).await;
        let saved = page.saved().await;
        import(&page, &file).await;
        assert_eq!(page.saved().await, saved, "the second import added something");
        expect_runs(&page, &["first", "second"]).await;
        page.reload().await;
        expect_runs(&page, &["first", "second"]).await;
        page.fill_form("iris", "after", "gaussian_nb", &[]).await;
        page.train("after").await;
        check_clean(&page).await;
    });
}

/// Waits for the one download to be complete.
async fn downloaded(folder: &Path) -> Vec<u8> {
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        let file = folder.join("mlops-dojo.dojo");
        let first = std::fs::read(&file).unwrap_or_default();
        tokio::time::sleep(Duration::from_millis(150)).await;
        let parts = std::fs::read_dir(folder).expect("the downloads").flatten();
        let going = parts.map(|entry| entry.file_name()).any(|name| {
            let name = name.to_string_lossy();
            name.ends_with(".part") || name.ends_with(".crdownload")
        });
        if !going && !first.is_empty() && std::fs::read(&file).is_ok_and(|now| now == first) {
            return first;
        }
        assert!(Instant::now() < end, "no download in {}", folder.display());
    }
}

async fn erase(page: &Page) {
    page.click(&id("erase")).await;
    page.click(&format!("dialog[open] {}", id("confirm-yes"))).await;
    page.shown(&format!("{} .toast__text", id("toast"))).await;
    page.settled().await;
    expect_runs(page, &[]).await;
}

async fn refuse_damaged(page: &Page, stage: &Stage, exported: &[u8]) {
    let mut changed = exported.to_vec();
    let middle = changed.len() / 2;
    if let Some(byte) = changed.get_mut(middle) {
        *byte ^= 0x10;
    }
    let half = exported.get(..middle).expect("a half").to_vec();
    for (name, bytes) in [("changed.dojo", changed), ("half.dojo", half)] {
        let saved = page.saved().await;
        page.visit("settings").await;
        page.give_file("#import-file", &stage.file(name, bytes).expect("a file")).await;
        page.failure().await;
        assert_eq!(page.saved().await, saved, "{name} changed the world");
        expect_runs(page, &[]).await;
        page.click(".toast--failed .icon-button").await;
        page.gone(".toast--failed").await;
    }
}

async fn import(page: &Page, file: &Path) {
    page.visit("settings").await;
    page.js("const old = document.querySelector('.toast .icon-button'); if (old) old.click()").await;
    page.gone(".toast").await;
    page.give_file("#import-file", file).await;
    page.shown(&format!("{} .toast__text", id("toast"))).await;
    assert_eq!(page.count(".toast--failed").await, 0, "{}", page.text(".toast").await);
    page.settled().await;
}

async fn expect_runs(page: &Page, names: &[&str]) {
    page.visit("runs").await;
    let names = serde_json::to_string(names).expect("names");
    let script = format!(
        "const rows = [...document.querySelectorAll('tr[data-run] a')].map(a => a.innerText).sort();
        return JSON.stringify(rows) === '{names}'"
    );
    page.wait(&format!("the runs {names}"), &script).await;
}
