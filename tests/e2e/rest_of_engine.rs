//! The worker's second file cannot be fetched when a program calls into it: that is said, and the next try finds it.

use super::page::{Page, id};
use super::stage::{Stage, walk};

/// Calls what no sample calls.
const PROGRAM: &str = "import zlib\nprint(len(zlib.decompress(zlib.compress(b'a' * 1000))))\n";

#[test]
fn rest_of_engine() {
    walk("rest_of_engine", async |stage: Stage| {
        let site = stage.copy_site("cut").expect("a copy");
        let folders = std::fs::read_dir(&site).expect("the copy").flatten();
        let file = folders
            .map(|entry| entry.path().join("engine_rest.wasm"))
            .find(|file| file.is_file())
            .expect("the second file");
        let bytes = std::fs::read(&file).expect("its bytes");
        std::fs::remove_file(&file).expect("a site without it");
        let page = Page::open(&stage.with_site(&site).expect("another site"), "en/python/").await;
        page.shown("#new-file").await;
        page.js("document.querySelector('#new-file').focus()").await;
        page.type_in("#new-file", "rest.py").await;
        page.enter("#new-file").await;
        let opened = format!("return document.querySelector('{}').innerText === 'rest.py'", id("file-name"));
        page.wait("the new file", &opened).await;
        page.type_in("#editor", PROGRAM).await;
        page.click(&id("run")).await;
        page.shown("[data-ended=\"refused\"]").await;
        let said = page.js("return document.querySelector('[data-ended=\"refused\"]').innerText").await;
        assert!(said.as_str().unwrap_or_default().contains("engine_rest.wasm"), "{said}");
        std::fs::write(&file, bytes).expect("the file again");
        page.click(&id("run")).await;
        page.wait("the end of the program", "return document.querySelector('[data-ended=\"0\"]') !== null")
            .await;
        let said = page.js(&format!("return document.querySelector('{}').innerText", id("output"))).await;
        assert!(said.as_str().unwrap_or_default().contains("1000"), "{said}");
    });
}
