//! A file of the visitor's own: read, shown and learned from; a broken one is refused with its place.

use super::page::{Page, id};
use super::stage::{Stage, walk};
use super::watch::check_clean;

fn flowers() -> String {
    let row = |number: u32| {
        let kind = if number.is_multiple_of(2) { "long" } else { "short" };
        let length = if number.is_multiple_of(2) { 6.0 } else { 2.0 } + f64::from(number % 7) / 10.0;
        format!("{length},{},{kind}\n", number % 5)
    };
    format!("length,leaves,kind\n{}", (0..60).map(row).collect::<String>())
}

#[test]
fn own_csv() {
    walk("own_csv", async |stage: Stage| {
        let page = Page::open(&stage, "en/data/").await;
        page.give_file("#csv-file", &stage.file("flowers.csv", flowers()).expect("a file")).await;
        page.wait("the data set's page", "return location.search.startsWith('?set=')").await;
        page.wait("three columns", "return document.querySelectorAll('article.column').length === 3").await;
        page.shown("tr.rows__row").await;
        train_on_it(&page).await;
        refuse_broken(&page, &stage).await;
        check_clean(&page).await;
    });
}

async fn train_on_it(page: &Page) {
    page.click(".run-head__actions a[href*=\"/train/\"]").await;
    page.wait(
        "the target",
        "const t = document.getElementById('train-target'); return t && t.value === 'kind'",
    )
    .await;
    page.choose("#train-estimator", "decision_tree_classifier").await;
    page.type_in("#train-run-name", "my flowers").await;
    page.train("my flowers").await;
    let metrics = page.text(&id("metrics")).await;
    assert!(metrics.contains("accuracy"), "no accuracy: {metrics}");
    page.visit("runs").await;
    page.shown("tr[data-run]").await;
    assert_eq!(page.runs().await, [("my flowers".to_owned(), "passed".to_owned())]);
}

async fn refuse_broken(page: &Page, stage: &Stage) {
    page.visit("data").await;
    page.wait(
        "one data set",
        "return document.querySelectorAll('[data-testid=\"datasets\"] .card').length === 1",
    )
    .await;
    let before = page.saved().await;
    page.give_file(
        "#csv-file",
        &stage.file("broken.csv", "a,b,c\n1,2,3\n4,5,6,7\n8,9,10\n").expect("a file"),
    )
    .await;
    let told = page.failure().await;
    assert!(told.contains('3') && told.contains('4'), "neither line 3 nor column 4 is named: {told}");
    assert_eq!(page.count(&format!("{} .card", id("datasets"))).await, 1);
    assert_eq!(page.saved().await, before, "something was told of a file that was refused");
}
