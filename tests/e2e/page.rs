//! A page whose steps must succeed: the shared one, with a failed step as the journey's end, and what only
//! journeys look at.

use super::stage::Stage;
use mlops_dojo::webdriver;
use serde_json::Value;
use std::ops::Deref;
use std::path::Path;

pub use webdriver::id;

/// A browser with the site in it.
pub struct Page(webdriver::Page);

impl Deref for Page {
    type Target = webdriver::Page;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// The steps of `webdriver::Page` under their own names.
macro_rules! steps {
    ($($name:ident($($given:ident: $kind:ty),*) -> $out:ty;)*) => {
        impl Page {
            $(pub async fn $name(&self, $($given: $kind),*) -> $out {
                self.0.$name($($given),*).await.unwrap_or_else(|error| panic!("{error}"))
            })*
        }
    };
}

steps! {
    goto(path: &str) -> ();
    reload() -> ();
    opened() -> ();
    js(script: &str) -> Value;
    wait(what: &str, script: &str) -> Value;
    shown(selector: &str) -> ();
    gone(selector: &str) -> ();
    click(selector: &str) -> ();
    type_in(selector: &str, text: &str) -> ();
    enter(selector: &str) -> ();
    choose(selector: &str, value: &str) -> ();
    give_file(selector: &str, file: &Path) -> ();
    settled() -> ();
    at_rest() -> ();
    visit(slug: &str) -> ();
    fill_form(data: &str, run_name: &str, estimator: &str, params: &[(&str, &str)]) -> ();
}

impl Page {
    /// A fresh profile and the page at `path`.
    pub async fn open(stage: &Stage, path: &str) -> Self {
        Self::reopen(stage, "profile", path).await
    }

    /// A profile that may have been used before.
    pub async fn reopen(stage: &Stage, profile: &str, path: &str) -> Self {
        let opened = webdriver::Page::open(stage, profile, path).await;
        Self(opened.unwrap_or_else(|error| panic!("{error}")))
    }

    /// Kills the browser with all its processes, as a crash or a power cut would.
    pub async fn kill(self) {
        self.0.kill().await.expect("a dead browser");
    }

    /// The text of an element.
    pub async fn text(&self, selector: &str) -> String {
        let script =
            format!("const e = document.querySelector('{selector}'); return e && e.innerText.trim()");
        self.wait(&format!("words in {selector}"), &script).await.as_str().unwrap_or_default().to_owned()
    }

    /// How many elements there are.
    pub async fn count(&self, selector: &str) -> u64 {
        self.js(&format!("return document.querySelectorAll('{selector}').length"))
            .await
            .as_u64()
            .unwrap_or_default()
    }

    /// The number below which all events are kept.
    pub async fn saved(&self) -> u64 {
        let script = "return Number(document.querySelector('[data-testid=\"kept\"]').dataset.saved)";
        self.wait("the number of kept events", script).await.as_u64().unwrap_or_default()
    }

    /// Waits for the toast that tells of a failure, and gives its words.
    pub async fn failure(&self) -> String {
        self.text(&format!(".toast--failed{} .toast__text", id("toast"))).await
    }

    /// The badges of the runs that the table of runs shows: (name, last part of the badge's class).
    pub async fn runs(&self) -> Vec<(String, String)> {
        let script = "return [...document.querySelectorAll('tr[data-run]')].map(row =>
            [row.querySelector('a').innerText, row.querySelector('.badge').className.split('--')[1]])";
        let rows = self.js(script).await;
        serde_json::from_value(rows).expect("rows of the table")
    }

    /// Trains what the form says and waits for the end.
    pub async fn train(&self, run_name: &str) {
        self.click(&id("train")).await;
        self.wait(
            run_name,
            &format!(
                "const title = document.querySelector('[data-testid=\"result\"] .result__title');
                return title && title.innerText === '{run_name}'
                    && !document.querySelector('[data-testid=\"train\"]').disabled
                    && !!document.querySelector('[data-testid=\"metrics\"]')"
            ),
        )
        .await;
        self.at_rest().await;
    }
}
