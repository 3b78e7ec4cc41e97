//! What no journey may leave behind: something that the Content-Security-Policy forbade, or a request to another
//! host.

use super::page::Page;
use super::stage::Browser;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// Chromium's logs: not in the standard, but the only place where the worker's violations are told too.
#[derive(Debug)]
struct Log(&'static str);

impl WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": self.0 }).to_string()))
    }
}

/// Fails if the page did what it may not since this was last asked.
pub async fn check_clean(page: &Page) {
    let violations = page.js("return sessionStorage.getItem('violations')").await;
    assert!(violations.is_null(), "the Content-Security-Policy forbade: {violations}");
    if page.stage.browser == Browser::Chromium {
        for entry in log(page, "browser").await {
            let message = entry["message"].as_str().unwrap_or_default();
            assert!(!message.contains("Content Security Policy"), "{message}");
            assert!(!message.contains("Uncaught"), "{message}");
        }
        for entry in log(page, "performance").await {
            check_request(page, entry["message"].as_str().unwrap_or_default());
        }
    }
}

async fn log(page: &Page, kind: &'static str) -> Vec<Value> {
    let entries = page.client.issue_cmd(Log(kind)).await.expect("a log of the browser");
    entries.as_array().cloned().unwrap_or_default()
}

fn check_request(page: &Page, message: &str) {
    let message: Value = serde_json::from_str(message).unwrap_or_default();
    if message["message"]["method"] == "Network.requestWillBeSent" {
        let request = &message["message"]["params"];
        let asked = request["request"]["url"].as_str().unwrap_or_default();
        // The page that a new tab shows is the browser's own; some versions log what it asks for.
        let asker = request["documentURL"].as_str().unwrap_or_default();
        let browsers_own = ["chrome:", "chrome-untrusted:"].iter().any(|scheme| asker.starts_with(scheme));
        let local = ["data:", "blob:", "about:", "chrome:"].iter().any(|scheme| asked.starts_with(scheme));
        assert!(
            browsers_own || local || asked.starts_with(&page.stage.url),
            "a request to another host: {asked} by {asker}"
        );
    }
}
