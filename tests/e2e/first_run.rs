//! The visitor's first minute: one click, a finished run with numbers and a drawn chart, and all of it still
//! there after a reload.

use super::page::{Page, id};
use super::stage::{Stage, walk};
use super::watch::check_clean;
use std::time::{Duration, Instant};

/// Whether the first chart has more than one colour on it.
const DRAWN: &str = "const canvas = document.querySelector('.run__charts canvas');
    if (!canvas || !canvas.width) return false;
    const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    const seen = new Set();
    for (let i = 0; i < pixels.length; i += 4) seen.add(pixels.slice(i, i + 4).join());
    return seen.size > 3";

#[test]
fn first_run() {
    walk("first_run", async |stage: Stage| {
        for lang in ["ja", "en"] {
            let page = Page::reopen(&stage, lang, &format!("{lang}/")).await;
            one_click(&page, lang).await;
            language_keeps_the_form(&page, lang).await;
            check_clean(&page).await;
        }
    });
}

async fn one_click(page: &Page, lang: &str) {
    let began = Instant::now();
    page.click(&id("start")).await;
    page.shown(".run-head .badge--passed").await;
    let metrics = page.text(&id("metrics")).await;
    assert!(metrics.contains("test_"), "no metrics on the test rows: {metrics}");
    page.wait("a chart that is not blank", DRAWN).await;
    page.at_rest().await;
    assert!(began.elapsed() < Duration::from_secs(60), "more than a minute");
    let name = page.text(&id("run-name")).await;
    assert_eq!(page.js("return document.documentElement.lang").await, lang);
    page.reload().await;
    page.shown(".run-head .badge--passed").await;
    assert_eq!(page.text(&id("metrics")).await, metrics, "other numbers after the reload");
    assert_eq!(page.text(&id("run-name")).await, name);
    page.wait("the chart again", DRAWN).await;
    page.visit("runs").await;
    page.shown("tr[data-run]").await;
    assert_eq!(page.runs().await, [(name, "passed".to_owned())]);
}

async fn language_keeps_the_form(page: &Page, lang: &str) {
    page.visit("train").await;
    page.type_in("#train-run-name", "kept over the switch").await;
    page.type_in("#param-n_estimators", "17").await;
    let title = page.text("h1").await;
    let other = if lang == "ja" { "en" } else { "ja" };
    page.click(&format!(".segments__item[lang=\"{other}\"]")).await;
    page.wait(other, &format!("return location.pathname === '/{other}/train/'")).await;
    page.wait(other, &format!("return document.documentElement.lang === '{other}'")).await;
    assert_ne!(page.text("h1").await, title, "the title is not translated");
    let typed =
        "return ['train-run-name', 'param-n_estimators'].map(id => document.getElementById(id).value)";
    assert_eq!(page.js(typed).await, serde_json::json!(["kept over the switch", "17"]));
}
