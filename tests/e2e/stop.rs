//! Stop: a long training ends at once, what it had logged stays, and the next one works.

use super::page::{Page, id};
use super::stage::say;
use super::stage::{Stage, walk};
use super::watch::check_clean;
use serde_json::Value;

/// Clicks in the page itself and measures there until the run is no longer running.
const STOP: &str = "const done = arguments[arguments.length - 1];
    const button = document.querySelector('.run-head [data-testid=\"stop\"]');
    const began = performance.now();
    button.click();
    const look = () => document.querySelector('.run-head .badge--stopped')
        ? done(performance.now() - began) : setTimeout(look, 2);
    look();";

#[test]
fn stop() {
    walk("stop", async |stage: Stage| {
        let page = Page::open(&stage, "en/").await;
        let long = [("n_estimators", "10000")];
        page.fill_form("digits", "long", "random_forest_classifier", &long).await;
        page.click(&id("train")).await;
        page.wait("the run's link", "return document.querySelector('.result__title a')").await;
        page.click(".result__title a").await;
        page.shown(&format!(".run-head {}", id("stop"))).await;
        page.shown(&format!("{} dd", id("metrics"))).await;
        let before = logged(&page).await;
        let millis = page.client.execute_async(STOP, Vec::new()).await.expect("a stopped run");
        let millis = millis.as_f64().expect("milliseconds");
        say(&format!("    stopped within {millis:.0} ms"));
        assert!(millis < 1000.0, "stopping took {millis} ms");
        page.at_rest().await;
        assert_eq!(logged(&page).await, before, "the metrics of the stopped run are gone");
        page.reload().await;
        page.shown(".run-head .badge--stopped").await;
        assert_eq!(logged(&page).await, before, "they are gone after a reload");
        page.fill_form("iris", "next", "gaussian_nb", &[]).await;
        page.train("next").await;
        check_clean(&page).await;
    });
}

/// Which metrics the run has.
async fn logged(page: &Page) -> Value {
    page.shown(&format!("{} dt", id("metrics"))).await;
    page.js("return [...document.querySelectorAll('[data-testid=\"metrics\"] dt')].map(e => e.innerText)")
        .await
}
