//! A worker of another build, as a stale cache would give it: the page says so and offers to load anew.

use super::page::{Page, id};
use super::stage::{Stage, walk};

#[test]
fn stale_engine() {
    walk("stale_engine", async |stage: Stage| {
        let site = stage.copy_site("stale").expect("a copy");
        let folders = std::fs::read_dir(&site).expect("the copy").flatten();
        let engine = folders
            .map(|entry| entry.path().join("engine_loader.js"))
            .find(|loader| loader.is_file())
            .expect("the worker's first script");
        let other = "postMessage(JSON.stringify({ protocol: 1, build: '0000' }));";
        std::fs::write(engine, other).expect("another worker");
        let stage = stage.with_site(&site).expect("another site");
        let page = Page::open(&stage, "en/").await;
        page.click(&id("start")).await;
        page.shown(&format!("{} button", id("trouble"))).await;
        let time = page.js("return performance.timeOrigin").await;
        page.click(&format!("{} button", id("trouble"))).await;
        page.wait("the page anew", &format!("return performance.timeOrigin !== {time}")).await;
        page.opened().await;
    });
}
