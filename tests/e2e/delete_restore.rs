//! Runs go to the bin and come back: by the toast that says so, and out of the bin.

use super::page::{Page, id};
use super::stage::{Stage, walk};
use super::watch::check_clean;

#[test]
fn delete_restore() {
    walk("delete_restore", async |stage: Stage| {
        let page = Page::open(&stage, "en/").await;
        for name in ["first", "second"] {
            page.fill_form("iris", name, "gaussian_nb", &[]).await;
            page.train(name).await;
        }
        page.visit("runs").await;
        expect(&page, &["first", "second"]).await;
        delete(&page, "first").await;
        expect(&page, &["second"]).await;
        page.click(&format!("{} .button--quiet", id("toast"))).await;
        expect(&page, &["first", "second"]).await;
        delete(&page, "first").await;
        expect(&page, &["second"]).await;
        page.click(&id("show-deleted")).await;
        expect(&page, &["first"]).await;
        select(&page, "first").await;
        page.click(&id("act-on-selected")).await;
        expect(&page, &[]).await;
        page.click(&id("show-deleted")).await;
        expect(&page, &["first", "second"]).await;
        page.at_rest().await;
        page.reload().await;
        expect(&page, &["first", "second"]).await;
        check_clean(&page).await;
    });
}

async fn expect(page: &Page, names: &[&str]) {
    let names = serde_json::to_string(names).expect("names");
    let script = format!(
        "const rows = [...document.querySelectorAll('tr[data-run] a')].map(a => a.innerText).sort();
        return !!document.querySelector('.toolbar') && JSON.stringify(rows) === '{names}'"
    );
    page.wait(&format!("the runs {names}"), &script).await;
}

async fn select(page: &Page, name: &str) {
    let script = format!(
        "const row = [...document.querySelectorAll('tr[data-run]')].find(row => row.querySelector('a').innerText === '{name}');
        return row && row.dataset.run"
    );
    let run = page.wait(name, &script).await;
    page.click(&format!("tr[data-run=\"{}\"] input", run.as_str().unwrap_or_default())).await;
}

async fn delete(page: &Page, name: &str) {
    select(page, name).await;
    page.click(&id("act-on-selected")).await;
}
