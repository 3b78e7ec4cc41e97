//! Python on its page: a sample runs and leaves files, an error gets its hint, an endless loop is stopped, and all
//! of it is there after a reload.

use super::page::{Page, id};
use super::stage::{Stage, walk};
use super::watch::check_clean;

#[test]
fn python() {
    walk("python", async |stage: Stage| {
        let page = Page::open(&stage, "ja/python/").await;
        sample_leaves_files(&page).await;
        error_gets_its_hint(&page).await;
        mlflow_logs_runs(&page).await;
        a_model_is_trained_kept_and_drawn(&page).await;
        endless_loop_is_stopped(&page).await;
        typing_outruns_the_engine(&page).await;
        page.reload().await;
        expect_files(
            &page,
            &[
                "data/measurements.csv",
                "find_the_error.py",
                "iris_classifier.py",
                "log_runs.py",
                "loop.py",
                "quick.py",
                "report.json",
            ],
        )
        .await;
        page.visit("runs").await;
        let runs = page.runs().await;
        assert_eq!(runs.len(), 4, "{runs:?}");
        check_clean(&page).await;
    });
}

async fn expect_files(page: &Page, wanted: &[&str]) {
    let script = format!(
        "const shown = [...document.querySelectorAll('{} .files__open')].map(button => button.innerText);
        return {}.every(name => shown.includes(name))",
        id("files"),
        serde_json::to_string(wanted).expect("names"),
    );
    page.wait("the files", &script).await;
}

async fn open_sample(page: &Page, file: &str) {
    page.click(&format!("[data-sample=\"{file}\"]")).await;
    let opened = format!(
        "const name = document.querySelector('{}'); return name && name.innerText === '{file}'
            && document.querySelector('#editor').value.length > 0",
        id("file-name")
    );
    page.wait(file, &opened).await;
}

/// Runs what is on the desk and waits for its end; gives what it printed.
async fn run(page: &Page, ended: &str) -> String {
    page.click(&id("run")).await;
    page.wait(
        "the end of the program",
        &format!("return document.querySelector('[data-ended=\"{ended}\"]') !== null"),
    )
    .await;
    let said = page.js(&format!("return document.querySelector('{}').innerText", id("output"))).await;
    said.as_str().unwrap_or_default().to_owned()
}

async fn sample_leaves_files(page: &Page) {
    open_sample(page, "read_and_report.py").await;
    let printed = run(page, "0").await;
    assert!(printed.contains("\"temperature\"") && printed.contains("\"stdev\""), "{printed}");
    expect_files(page, &["data/measurements.csv", "read_and_report.py", "report.json"]).await;
    let changes = page.js(&format!("return document.querySelector('{}').innerText", id("changes"))).await;
    let changes = changes.as_str().unwrap_or_default();
    assert!(changes.contains("report.json") && changes.contains("data/measurements.csv"), "{changes}");
}

/// A program's runs are told beside its output, and stand in the table of runs.
async fn mlflow_logs_runs(page: &Page) {
    open_sample(page, "log_runs.py").await;
    let printed = run(page, "0").await;
    assert!(printed.ends_with("best: rate 0.1\n"), "{printed}");
    let links = format!("return document.querySelectorAll('{} a').length", id("changes"));
    assert_eq!(page.js(&links).await, 3);
}

/// scikit-learn trains, MLflow keeps the model, and the figure that matplotlib shows is on the page.
async fn a_model_is_trained_kept_and_drawn(page: &Page) {
    open_sample(page, "iris_classifier.py").await;
    let printed = run(page, "0").await;
    assert!(printed.contains("logistic regression  0.981 ± 0.023"), "{printed}");
    assert!(printed.contains("weighted avg       0.92      0.91      0.91        45"), "{printed}");
    let colours = "const canvas = document.querySelector('canvas.plot');
        if (!canvas || !canvas.width) return false;
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size > 8";
    page.wait("a figure in several colours", colours).await;
    let said = page.js("return document.querySelector('canvas.plot').getAttribute('aria-label')").await;
    assert!(said.as_str().is_some_and(|said| said.starts_with("図 1：")), "{said}");
    page.click(&format!("{} a", id("changes"))).await;
    page.shown(&id("metrics")).await;
    page.visit("python").await;
}

async fn error_gets_its_hint(page: &Page) {
    open_sample(page, "find_the_error.py").await;
    let printed = run(page, "1").await;
    assert!(
        printed.contains("line 8, in describe") && printed.ends_with("KeyError: 'learning_rate'\n"),
        "{printed}"
    );
    page.shown(&id("hint")).await;
}

async fn endless_loop_is_stopped(page: &Page) {
    page.js("document.querySelector('#new-file').focus()").await;
    page.type_in("#new-file", "loop.py").await;
    page.enter("#new-file").await;
    page.wait(
        "the new file",
        &format!("return document.querySelector('{}').innerText === 'loop.py'", id("file-name")),
    )
    .await;
    page.type_in("#editor", "open('before.txt', 'w').write('kept')\nprint('begun')\nwhile True: pass\n")
        .await;
    page.click(&id("run")).await;
    page.wait(
        "its first line",
        &format!("return document.querySelector('{}').innerText.includes('begun')", id("output")),
    )
    .await;
    page.click(&id("stop")).await;
    page.wait("the stop", "return document.querySelector('[data-ended=\"stopped\"]') !== null").await;
    expect_files(page, &["before.txt", "loop.py"]).await;
}

/// Who makes a file, writes into it and runs it while the engine is on its way runs what was written last.
async fn typing_outruns_the_engine(page: &Page) {
    page.click(&id("run")).await;
    page.wait(
        "its first line",
        &format!("return document.querySelector('{}').innerText.includes('begun')", id("output")),
    )
    .await;
    page.js(&format!(
        "const fill = (field, text) => {{
            field.value = text;
            field.dispatchEvent(new Event('input', {{ bubbles: true }}));
        }};
        const when = (condition, act) => {{
            const asked = setInterval(() => condition() && (clearInterval(asked), act()), 1);
        }};
        const run = () => document.querySelector('{run}');
        document.querySelector('{stop}').click();
        when(run, () => {{
            fill(document.querySelector('#new-file'), 'quick.py');
            document.querySelector('#new-file').form.requestSubmit();
            when(() => document.querySelector('{name}').innerText === 'quick.py', () => {{
                fill(document.querySelector('#editor'), \"print('quick', 6 * 7)\");
                run().click();
            }});
        }})",
        stop = id("stop"),
        name = id("file-name"),
        run = id("run"),
    ))
    .await;
    let printed = format!(
        "return document.querySelector('[data-ended=\"0\"]') !== null
            && document.querySelector('{}').innerText",
        id("output")
    );
    assert_eq!(page.wait("the end of the program", &printed).await, "quick 42\n");
}
