//! Every address by itself and after a reload, an address that leads nowhere, the theme, and the keyboard alone.

use super::page::{Page, id};
use super::stage::{Stage, walk};
use super::watch::check_clean;
use fantoccini::key::Key;
use mlops_dojo::ui::routes::{LANGUAGES, ROUTES};

#[test]
fn deep_links() {
    walk("deep_links", async |stage: Stage| {
        let page = Page::open(&stage, "").await;
        page.wait("a language", "return /^\\/(en|ja)\\/$/.test(location.pathname)").await;
        every_address(&page).await;
        nowhere(&page).await;
        theme(&page).await;
        check_clean(&page).await;
        back_and_forth(&page).await;
        keyboard(&page).await;
        check_clean(&page).await;
        the_watch_is_awake(&page).await;
    });
}

async fn every_address(page: &Page) {
    for lang in LANGUAGES {
        for slug in ROUTES {
            let path = if slug.is_empty() { format!("{lang}/") } else { format!("{lang}/{slug}/") };
            page.goto(&path).await;
            expect(page, &path, lang, slug).await;
            page.reload().await;
            expect(page, &path, lang, slug).await;
        }
    }
}

/// The address stayed, the language is right, and the navigation says where one is.
async fn expect(page: &Page, path: &str, lang: &str, slug: &str) {
    let at =
        format!("return location.pathname.endsWith('/{path}') && document.documentElement.lang === '{lang}'");
    page.wait(path, &at).await;
    let shown = if slug == "run" { "runs" } else { slug };
    let current = format!(
        "const link = document.querySelector('.nav__link[aria-current=page]');
        return link && link.getAttribute('href').endsWith('/{lang}/{shown}{}')",
        if shown.is_empty() { "" } else { "/" }
    );
    page.wait(&format!("{path} in the navigation"), &current).await;
    page.shown("main > *").await;
}

async fn nowhere(page: &Page) {
    page.goto("ja/nowhere/").await;
    page.wait("the language of the address", "return document.documentElement.lang === 'ja'").await;
    page.shown("main a.button[href$=\"/ja/\"]").await;
    assert_eq!(page.count(".nav__link[aria-current]").await, 0);
    let status = "const asked = new XMLHttpRequest(); asked.open('GET', location.href, false); asked.send();
        return asked.status";
    assert_eq!(page.js(status).await, 404);
}

async fn theme(page: &Page) {
    page.goto("en/").await;
    for theme in ["light", "dark"] {
        page.click(".header__tools > .icon-button").await;
        let chosen = format!("return document.documentElement.dataset.theme === '{theme}'");
        page.wait(theme, &chosen).await;
        page.reload().await;
        page.wait(&format!("{theme} after the reload"), &chosen).await;
    }
}

/// Followed links stand in the address bar and in the history.
async fn back_and_forth(page: &Page) {
    page.goto("en/").await;
    for slug in ["data", "runs"] {
        page.visit(slug).await;
    }
    page.client.back().await.expect("the page before");
    expect(page, "en/data/", "en", "data").await;
    page.reload().await;
    expect(page, "en/data/", "en", "data").await;
    page.client.forward().await.expect("the page after");
    expect(page, "en/runs/", "en", "runs").await;
}

/// `check_clean` would see what the policy forbids.
async fn the_watch_is_awake(page: &Page) {
    page.js("const image = new Image(); image.src = 'http://elsewhere.invalid/x.png'; document.body.append(image)").await;
    page.wait("the violation", "return sessionStorage.getItem('violations')?.includes('elsewhere')").await;
}

async fn press(page: &Page, key: Key) {
    let element = page.client.active_element().await.expect("a focused element");
    element.send_keys(&char::from(key).to_string()).await.expect("a key");
}

/// From the top of the page to a trained model without a pointer.
async fn keyboard(page: &Page) {
    page.goto("en/").await;
    page.wait("the start button", "return !document.querySelector('[data-testid=\"start\"]').disabled").await;
    let mut seen = Vec::new();
    let mut reached = false;
    for _ in 0..40 {
        press(page, Key::Tab).await;
        let focused =
            page.js("const e = document.activeElement; return e.dataset.testid || e.className").await;
        let focused = focused.as_str().unwrap_or_default().to_owned();
        reached = focused == "start";
        seen.push(focused);
        if reached {
            break;
        }
    }
    assert!(reached, "Tab does not reach the start button: {seen:?}");
    assert_eq!(seen.first().map(String::as_str), Some("skip-link"), "{seen:?}");
    assert!(seen.iter().any(|name| name == "nav__link"), "{seen:?}");
    press(page, Key::Enter).await;
    page.shown(".run-head .badge--passed").await;
    page.at_rest().await;
    assert_eq!(page.count(&format!("{} dt", id("metrics"))).await.min(1), 1, "no metrics");
}
