//! The file with all pages but the first cannot be fetched: the page says so, and a second try finds it.

use super::page::{Page, id};
use super::stage::{Stage, walk};

#[test]
fn second_file() {
    walk("second_file", async |stage: Stage| {
        let site = stage.copy_site("cut").expect("a copy");
        let folders = std::fs::read_dir(&site).expect("the copy").flatten();
        let file = folders
            .map(|entry| entry.path().join("split_rest.wasm"))
            .find(|file| file.is_file())
            .expect("the second file");
        let bytes = std::fs::read(&file).expect("its bytes");
        std::fs::remove_file(&file).expect("a site without it");
        let page = Page::open(&stage.with_site(&site).expect("another site"), "ja/").await;
        page.visit("runs").await;
        page.shown(&id("not-fetched")).await;
        std::fs::write(&file, bytes).expect("the file again");
        page.click(&id("fetch-again")).await;
        page.shown("main .empty").await;
        assert_eq!(page.count(&id("not-fetched")).await, 0);
    });
}
