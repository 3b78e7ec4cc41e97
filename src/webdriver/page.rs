//! The site in a browser, as a visitor uses it. Elements are found by test id or id, never by their words, which
//! depend on the language.

use super::{Driver, Named, Result, Stage, StepError};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long anything that is waited for may take.
const PATIENCE: Duration = Duration::from_secs(40);

/// A browser with the site in it.
pub struct Page {
    /// Where it is.
    pub stage: Stage,
    /// The way to the browser.
    pub client: Client,
    driver: Driver,
}

/// The selector of a test id.
pub fn id(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

// Every step fails in the same way: the browser refused it, or what it waits for did not come.
#[allow(clippy::missing_errors_doc)]
impl Page {
    /// A browser with a profile that may have been used before, and the page at `path`.
    pub async fn open(stage: &Stage, profile: &str, path: &str) -> Result<Self> {
        let (driver, client) = Driver::open(stage, profile).await?;
        let page = Self { stage: stage.clone(), client, driver };
        page.goto(path).await?;
        Ok(page)
    }

    /// Loads an address of the site anew and waits until the world is open.
    pub async fn goto(&self, path: &str) -> Result<()> {
        self.client.goto(&format!("{}{path}", self.stage.url)).await.named(path)?;
        self.opened().await
    }

    /// Loads the page anew.
    pub async fn reload(&self) -> Result<()> {
        self.client.refresh().await.named("reload")?;
        self.opened().await
    }

    /// Waits until the page runs and the journal has been read.
    pub async fn opened(&self) -> Result<()> {
        let script = "const kept = document.querySelector('[data-testid=\"kept\"]');
            return document.documentElement.dataset.boot === 'started' && kept && Number(kept.dataset.saved) > 0";
        self.wait("the world to open", script).await.map(drop)
    }

    /// Kills the browser with all its processes, as a crash or a power cut would.
    pub async fn kill(mut self) -> Result<()> {
        self.driver.kill();
        self.driver.wait_until_gone().await
    }

    /// What a script says.
    pub async fn js(&self, script: &str) -> Result<Value> {
        self.client.execute(script, Vec::new()).await.named(script)
    }

    /// Waits until a script says something true, and gives that.
    pub async fn wait(&self, what: &str, script: &str) -> Result<Value> {
        let end = Instant::now() + PATIENCE;
        loop {
            // A page that is being left has no answer.
            let said = self.client.execute(script, Vec::new()).await.unwrap_or_default();
            if !matches!(said, Value::Null | Value::Bool(false)) && said != 0 && said != "" {
                return Ok(said);
            }
            if Instant::now() > end {
                return Err(self.missed(what).await);
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    async fn missed(&self, what: &str) -> StepError {
        let script = "return location.href + '\\n' + document.body.innerText.slice(-1500)";
        let seen = self.client.execute(script, Vec::new()).await.unwrap_or_default();
        StepError::new(
            format_args!("{}: waited for {what}", self.stage.browser.name()),
            format_args!("the page shows:\n{}", seen.as_str().unwrap_or("nothing")),
        )
    }

    /// Waits for an element.
    pub async fn shown(&self, selector: &str) -> Result<()> {
        let script = format!("return !!document.querySelector('{selector}')");
        self.wait(selector, &script).await.map(drop)
    }

    /// Waits until there is no such element.
    pub async fn gone(&self, selector: &str) -> Result<()> {
        let script = format!("return !document.querySelector('{selector}')");
        self.wait(&format!("{selector} to go"), &script).await.map(drop)
    }

    /// Waits for an element and gives it.
    pub async fn element(&self, selector: &str) -> Result<Element> {
        self.shown(selector).await?;
        self.client.find(Locator::Css(selector)).await.named(selector)
    }

    /// Clicks as soon as the element can be clicked.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let script = format!(
            "const e = document.querySelector('{selector}');
            if (!e || e.disabled) return false;
            e.scrollIntoView({{ block: 'center' }}); return true"
        );
        self.wait(&format!("{selector} to be clickable"), &script).await?;
        self.element(selector).await?.click().await.named(format_args!("click {selector}"))
    }

    /// Replaces what stands in a field.
    pub async fn type_in(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.element(selector).await?;
        // Emptied by a script: the keys that would do it are others in each browser.
        self.js(&format!(
            "const e = document.querySelector('{selector}'); e.focus(); e.value = '';
            e.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ))
        .await?;
        field.send_keys(text).await.named(selector)?;
        let typed = format!("return document.querySelector('{selector}').value === {}", Value::from(text));
        self.wait(&format!("{text} in {selector}"), &typed).await.map(drop)
    }

    /// Confirms what stands in a field.
    pub async fn enter(&self, selector: &str) -> Result<()> {
        self.element(selector).await?.send_keys(&char::from(Key::Enter).to_string()).await.named(selector)
    }

    /// Chooses from a list by the value.
    pub async fn choose(&self, selector: &str, value: &str) -> Result<()> {
        self.wait(
            &format!("{value} in {selector}"),
            &format!(
                "const option = document.querySelector('{selector} option[value=\"{value}\"]');
                if (option) option.parentElement.scrollIntoView({{ block: 'center' }});
                return !!option"
            ),
        )
        .await?;
        self.element(selector).await?.select_by_value(value).await.named(selector)
    }

    /// Gives a file to a file field, once it takes one.
    pub async fn give_file(&self, selector: &str, file: &Path) -> Result<()> {
        let free = format!("const e = document.querySelector('{selector}'); return e && !e.disabled");
        self.wait(selector, &free).await?;
        self.element(selector).await?.send_keys(&file.display().to_string()).await.named(selector)
    }

    /// Waits until all is kept.
    pub async fn settled(&self) -> Result<()> {
        self.shown(&format!("{}.status__item--passed", id("kept"))).await
    }

    /// Waits until the engine has nothing to do and all is kept.
    pub async fn at_rest(&self) -> Result<()> {
        self.gone(&format!("{}[data-engine=\"Busy\"]", id("engine"))).await?;
        self.settled().await
    }

    /// Follows a link of the navigation; the page is not loaded anew.
    pub async fn visit(&self, slug: &str) -> Result<()> {
        self.click(&format!(".nav__link[href$=\"/{slug}/\"]")).await?;
        self.wait(slug, &format!("return location.pathname.endsWith('/{slug}/')")).await.map(drop)
    }

    /// Fills in the training page for one of the site's data sets, which is added if the world lacks it. The page
    /// is not loaded anew: what a tab holds, it keeps.
    pub async fn fill_form(
        &self,
        data: &str,
        run_name: &str,
        estimator: &str,
        params: &[(&str, &str)],
    ) -> Result<()> {
        self.visit("data").await?;
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
        .await?;
        self.click("#chosen-card a[href*=\"/train/\"], .run-head__actions a[href*=\"/train/\"]").await?;
        self.shown("#train-target").await?;
        self.at_rest().await?;
        self.choose("#train-estimator", estimator).await?;
        for (name, value) in params {
            self.type_in(&format!("#param-{name}"), value).await?;
        }
        self.type_in("#train-run-name", run_name).await
    }
}
