//! The site below a path of a host: a deep link, a training and a reload there, and nothing asked for outside it.

use super::page::Page;
use super::stage::{Stage, walk};
use super::watch::check_clean;

/// Whatever the page has asked for since it was loaded, but what lies in the page itself.
const ASKED: &str = "return performance.getEntriesByType('resource').map(entry => entry.name)
    .filter(name => !/^(data|blob):/.test(name))";

#[test]
fn sub_path() {
    walk("sub_path", async |stage: Stage| {
        let stage = stage.below("/x/").expect("the site below a path");
        assert!(stage.url.ends_with("/x/"), "{}", stage.url);
        let page = Page::open(&stage, "ja/runs/").await;
        expect_at(&page, "/x/ja/runs/").await;
        page.fill_form("iris", "below a path", "gaussian_nb", &[]).await;
        page.train("below a path").await;
        check_inside(&page).await;
        page.visit("runs").await;
        expect_at(&page, "/x/ja/runs/").await;
        page.reload().await;
        expect_at(&page, "/x/ja/runs/").await;
        page.shown("tr[data-run] .badge--passed").await;
        assert_eq!(page.runs().await, [("below a path".to_owned(), "passed".to_owned())]);
        check_inside(&page).await;
        // The root chooses a language and stays below the path.
        page.goto("").await;
        page.wait("a language", "return /^\\/x\\/(en|ja)\\/$/.test(location.pathname)").await;
        check_inside(&page).await;
        check_clean(&page).await;
    });
}

async fn expect_at(page: &Page, path: &str) {
    page.wait(path, &format!("return location.pathname === '{path}'")).await;
}

/// In Firefox the worker's requests are not among these; `check_clean` sees them in Chromium.
async fn check_inside(page: &Page) {
    let asked: Vec<String> = serde_json::from_value(page.js(ASKED).await).expect("addresses");
    assert!(asked.iter().any(|address| address.ends_with(".wasm")), "{asked:?}");
    let outside: Vec<_> = asked.iter().filter(|address| !address.starts_with(&page.stage.url)).collect();
    assert!(outside.is_empty(), "asked for outside {}: {outside:?}", page.stage.url);
}
