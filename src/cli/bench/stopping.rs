//! Stop: how soon the page shows that a long training has been stopped, and how soon the next run has begun.

use super::report::{Figure, median};
use crate::webdriver::{Page, Result, Stage, StepError, id};
use serde_json::Value;

const ROUNDS: usize = 5;
const STOPPED_BAR_MILLIS: f64 = 200.0;
const NEXT_BAR_MILLIS: f64 = 1000.0;

/// Presses Stop on the run's page, and Train on the training page as soon as it can be pressed.
const STOP: &str = "const done = arguments[arguments.length - 1];
    const find = (selector) => document.querySelector(selector);
    const until = (look, then) => { const now = look(); now ? then(now) : setTimeout(until, 2, look, then); };
    const old = new URLSearchParams(location.search).get('id');
    const began = performance.now();
    find('.run-head [data-testid=\"stop\"]').click();
    until(() => find('.run-head .badge--stopped'), () => {
        const stopped = performance.now() - began;
        find('.nav__link[href$=\"/train/\"]').click();
        until(() => find('[data-testid=\"train\"]:enabled'), (train) => {
            train.click();
            const begun = () => { const run = find('.result__title a'); return run && !run.href.includes(old); };
            until(begun, () => done({ stopped, next: performance.now() - began }));
        });
    });";

pub(super) async fn measure(stage: &Stage, figures: &mut Vec<Figure>) -> Result<()> {
    let page = Page::open(stage, "profile", "en/").await?;
    page.fill_form("digits", "long", "random_forest_classifier", &[("n_estimators", "10000")]).await?;
    page.click(&id("train")).await?;
    let (mut stopped, mut next) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        page.wait("the run's link", "return document.querySelector('.result__title a')").await?;
        page.click(".result__title a").await?;
        page.shown(&format!(".run-head {}", id("stop"))).await?;
        page.shown(&format!("{} dd", id("metrics"))).await?;
        let said = page.client.execute_async(STOP, Vec::new()).await;
        let said: Value = said.map_err(|problem| StepError::new("stop", problem))?;
        stopped.push(said["stopped"].as_f64().unwrap_or(f64::NAN));
        next.push(said["next"].as_f64().unwrap_or(f64::NAN));
    }
    figures.push(Figure::new("until the page shows it", median(stopped), "ms").bar(STOPPED_BAR_MILLIS));
    figures.push(Figure::new("until the next run has begun", median(next), "ms").bar(NEXT_BAR_MILLIS));
    Ok(())
}
