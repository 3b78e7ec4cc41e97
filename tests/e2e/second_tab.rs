//! Two windows of one visitor: the second reads along, empties itself when the first erases everything, and writes
//! when the first is closed.

use super::page::{Page, id};
use super::stage::{Stage, walk};
use super::watch::check_clean;

#[test]
fn second_tab() {
    walk("second_tab", async |stage: Stage| {
        let page = Page::open(&stage, "en/").await;
        let first = page.client.window().await.expect("the first window");
        let second = page.client.new_window(false).await.expect("a second window").handle;
        page.client.switch_to_window(second.clone()).await.expect("the second window");
        page.goto("en/train/").await;
        page.shown(&id("reader")).await;
        page.shown(&format!("{}:disabled", id("train"))).await;
        page.visit("runs").await;
        assert_eq!(page.count("tr[data-run]").await, 0);

        page.client.switch_to_window(first.clone()).await.expect("the first window");
        page.fill_form("iris", "of the first", "gaussian_nb", &[]).await;
        page.train("of the first").await;

        page.client.switch_to_window(second.clone()).await.expect("the second window");
        page.shown("tr[data-run] .badge--passed").await;
        assert_eq!(page.runs().await, [("of the first".to_owned(), "passed".to_owned())]);
        check_clean(&page).await;

        page.client.switch_to_window(first.clone()).await.expect("the first window");
        page.visit("settings").await;
        page.click(&id("erase")).await;
        page.click(&format!("dialog[open] {}", id("confirm-yes"))).await;
        page.client.switch_to_window(second.clone()).await.expect("the second window");
        page.gone("tr[data-run]").await;
        page.shown(&id("reader")).await;
        check_clean(&page).await;

        page.client.switch_to_window(first.clone()).await.expect("the first window");
        page.fill_form("iris", "of the new world", "gaussian_nb", &[]).await;
        page.train("of the new world").await;
        page.client.switch_to_window(second.clone()).await.expect("the second window");
        page.shown("tr[data-run] .badge--passed").await;
        assert_eq!(page.runs().await, [("of the new world".to_owned(), "passed".to_owned())]);

        page.client.switch_to_window(first).await.expect("the first window");
        page.client.close_window().await.expect("the first window closed");
        page.client.switch_to_window(second).await.expect("the second window");
        page.gone(&id("reader")).await;
        page.fill_form("iris", "of the second", "gaussian_nb", &[]).await;
        page.train("of the second").await;
        page.visit("runs").await;
        page.wait(
            "both runs",
            "return document.querySelectorAll('tr[data-run] .badge--passed').length === 2",
        )
        .await;
        check_clean(&page).await;
    });
}
