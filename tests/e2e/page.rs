//! The site in a browser, as a visitor uses it. Elements are found by test id or id, never by their words, which
//! depend on the language.

use super::driver::Driver;
use super::stage::Stage;
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long anything that is waited for may take.
const PATIENCE: Duration = Duration::from_secs(40);

/// A browser with the site in it.
pub struct Page {
    pub stage: Stage,
    pub client: Client,
    driver: Driver,
}

/// The selector of a test id.
pub fn id(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

impl Page {
    /// A fresh profile and the page at `path`.
    pub async fn open(stage: &Stage, path: &str) -> Self {
        Self::reopen(stage, "profile", path).await
    }

    /// A profile that may have been used before.
    pub async fn reopen(stage: &Stage, profile: &str, path: &str) -> Self {
        let (driver, client) = Driver::open(stage, profile).await;
        let page = Self { stage: stage.clone(), client, driver };
        page.goto(path).await;
        page
    }

    /// Loads an address of the site anew and waits until the world is open.
    pub async fn goto(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.stage.url)).await.expect("a page");
        self.opened().await;
    }

    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page again");
        self.opened().await;
    }

    /// Waits until the page runs and the journal has been read.
    pub async fn opened(&self) {
        let script = "const kept = document.querySelector('[data-testid=\"kept\"]');
            return document.documentElement.dataset.boot === 'started' && kept && Number(kept.dataset.saved) > 0";
        self.wait("the world to open", script).await;
    }

    /// Kills the browser with all its processes, as a crash or a power cut would.
    pub async fn kill(mut self) {
        self.driver.kill();
        self.driver.wait_until_gone().await;
    }

    /// What a script says.
    pub async fn js(&self, script: &str) -> Value {
        let result = self.client.execute(script, Vec::new()).await;
        result.unwrap_or_else(|error| panic!("{script}\n{error}"))
    }

    /// Waits until a script says something true, and gives that.
    pub async fn wait(&self, what: &str, script: &str) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            // A page that is being left has no answer.
            let said = self.client.execute(script, Vec::new()).await.unwrap_or_default();
            if !matches!(said, Value::Null | Value::Bool(false)) && said != 0 && said != "" {
                return said;
            }
            if Instant::now() > end {
                let seen = self.client.execute(
                    "return location.href + '\\n' + document.body.innerText.slice(-1500)",
                    Vec::new(),
                );
                let seen = seen.await.unwrap_or_default();
                panic!(
                    "{:?}: waited for {what}; the page shows:\n{}",
                    self.stage.browser,
                    seen.as_str().unwrap_or("nothing")
                );
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits for an element.
    pub async fn shown(&self, selector: &str) {
        self.wait(selector, &format!("return !!document.querySelector('{selector}')")).await;
    }

    /// Waits until there is no such element.
    pub async fn gone(&self, selector: &str) {
        self.wait(&format!("{selector} to go"), &format!("return !document.querySelector('{selector}')"))
            .await;
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

    pub async fn element(&self, selector: &str) -> Element {
        self.shown(selector).await;
        self.client.find(Locator::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// Clicks as soon as the element can be clicked.
    pub async fn click(&self, selector: &str) {
        let script = format!(
            "const e = document.querySelector('{selector}');
            if (!e || e.disabled) return false;
            e.scrollIntoView({{ block: 'center' }}); return true"
        );
        self.wait(&format!("{selector} to be clickable"), &script).await;
        self.element(selector)
            .await
            .click()
            .await
            .unwrap_or_else(|error| panic!("click {selector}: {error}"));
    }

    /// Replaces what stands in a field.
    pub async fn type_in(&self, selector: &str, text: &str) {
        let field = self.element(selector).await;
        // Emptied by a script: the keys that would do it are others in each browser.
        self.js(&format!(
            "const e = document.querySelector('{selector}'); e.focus(); e.value = '';
            e.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ))
        .await;
        field.send_keys(text).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.wait(
            &format!("{text} in {selector}"),
            &format!("return document.querySelector('{selector}').value === '{text}'"),
        )
        .await;
    }

    /// Chooses from a list by the value.
    pub async fn choose(&self, selector: &str, value: &str) {
        self.wait(
            &format!("{value} in {selector}"),
            &format!(
                "const option = document.querySelector('{selector} option[value=\"{value}\"]');
                if (option) option.parentElement.scrollIntoView({{ block: 'center' }});
                return !!option"
            ),
        )
        .await;
        let list = self.element(selector).await;
        list.select_by_value(value).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Gives a file to a file field, once it takes one.
    pub async fn give_file(&self, selector: &str, file: &Path) {
        self.wait(
            selector,
            &format!("const e = document.querySelector('{selector}'); return e && !e.disabled"),
        )
        .await;
        let field = self.element(selector).await;
        field
            .send_keys(&file.display().to_string())
            .await
            .unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// The number below which all events are kept.
    pub async fn saved(&self) -> u64 {
        let script = "return Number(document.querySelector('[data-testid=\"kept\"]').dataset.saved)";
        self.wait("the number of kept events", script).await.as_u64().unwrap_or_default()
    }

    /// Waits until all is kept.
    pub async fn settled(&self) {
        self.shown(&format!("{}.status__item--passed", id("kept"))).await;
    }

    /// Waits until the engine has nothing to do and all is kept.
    pub async fn at_rest(&self) {
        self.gone(&format!("{}[data-engine=\"Busy\"]", id("engine"))).await;
        self.settled().await;
    }

    /// Waits for the toast that tells of a failure, and gives its words.
    pub async fn failure(&self) -> String {
        self.text(&format!(".toast--failed{} .toast__text", id("toast"))).await
    }

    /// Follows a link of the navigation; the page is not loaded anew.
    pub async fn visit(&self, slug: &str) {
        self.click(&format!(".nav__link[href$=\"/{slug}/\"]")).await;
        self.wait(slug, &format!("return location.pathname.endsWith('/{slug}/')")).await;
    }

    /// The badges of the runs that the table of runs shows: (name, last part of the badge's class).
    pub async fn runs(&self) -> Vec<(String, String)> {
        let script = "return [...document.querySelectorAll('tr[data-run]')].map(row =>
            [row.querySelector('a').innerText, row.querySelector('.badge').className.split('--')[1]])";
        let rows = self.js(script).await;
        serde_json::from_value(rows).expect("rows of the table")
    }

    /// Fills in the training page for one of the site's data sets, which is added if the world lacks it. The page
    /// is not loaded anew: what a tab holds, it keeps.
    pub async fn fill_form(&self, data: &str, run_name: &str, estimator: &str, params: &[(&str, &str)]) {
        self.visit("data").await;
        self.wait(
            "the way to the training page",
            &format!(
                "const add = document.querySelector('[data-testid=\"add-{data}\"]');
                if (!add) return !!document.querySelector('.run-head__actions a[href*=\"/train/\"]');
                if (!add.disabled) {{ add.click(); return false; }}
                const title = add.closest('.card').querySelector('h3').innerText;
                const cards = [...document.querySelectorAll('[data-testid=\"datasets\"] .card')];
                const card = cards.find(card => card.querySelector('h3').innerText === title);
                if (card) card.id = 'chosen-card';
                return !!card"
            ),
        )
        .await;
        self.click("#chosen-card a[href*=\"/train/\"], .run-head__actions a[href*=\"/train/\"]").await;
        self.shown("#train-target").await;
        self.at_rest().await;
        self.choose("#train-estimator", estimator).await;
        for (name, value) in params {
            self.type_in(&format!("#param-{name}"), value).await;
        }
        self.type_in("#train-run-name", run_name).await;
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
