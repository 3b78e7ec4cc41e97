//! What was measured, as a table for people and as JSON for whoever compares two runs.

use crate::site::sizes::{self, FileSize};
use serde::Serialize;
use std::fmt::Write as _;

/// One measured number.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// The number.
    pub value: f64,
    /// What it counts.
    pub unit: &'static str,
    /// The upper bound that it is held against, if there is one.
    pub bar: Option<f64>,
    /// What the number was made from, in milliseconds unless the name says otherwise.
    pub parts: Vec<(&'static str, f64)>,
}

impl Figure {
    /// A number without a bar.
    pub fn new(name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self { name: name.into(), value, unit, bar: None, parts: Vec::new() }
    }

    /// The same with an upper bound.
    pub fn bar(self, bar: f64) -> Self {
        Self { bar: Some(bar), ..self }
    }

    /// The same with a number that it was made from.
    pub fn part(mut self, name: &'static str, value: f64) -> Self {
        self.parts.push((name, value));
        self
    }

    /// Whether the bar was missed. What is no number misses every bar.
    pub fn is_missed(&self) -> bool {
        self.bar.is_some_and(|bar| self.value.is_nan() || self.value > bar)
    }

    fn verdict(&self) -> String {
        let word = if self.is_missed() { "MISSED" } else { "ok" };
        self.bar.map(|bar| format!("bar {}, {word}", short(bar))).unwrap_or_default()
    }
}

/// The figures of one benchmark in one browser.
#[derive(Debug, Serialize)]
pub struct Section {
    /// The benchmark.
    pub benchmark: &'static str,
    /// The browser; none for what no browser takes part in.
    pub browser: Option<&'static str>,
    /// What was measured.
    pub figures: Vec<Figure>,
    /// Why it could not be measured to its end.
    pub problem: Option<String>,
}

impl Section {
    /// A section as a table.
    pub fn table(&self) -> String {
        let mut text = match self.browser {
            Some(browser) => format!("\n{} · {browser}\n", self.benchmark),
            None => format!("\n{}\n", self.benchmark),
        };
        let width = self.figures.iter().map(|figure| figure.name.chars().count()).max().unwrap_or_default();
        for figure in &self.figures {
            let parts: Vec<_> =
                figure.parts.iter().map(|(name, value)| format!("{name} {}", short(*value))).collect();
            // Writing to a String cannot fail.
            let _ = writeln!(
                text,
                "  {:width$}  {:>9} {:6}  {:22}  {}",
                figure.name,
                short(figure.value),
                figure.unit,
                figure.verdict(),
                parts.join(", ")
            );
        }
        if let Some(problem) = &self.problem {
            let _ = writeln!(text, "  not measured: {problem}");
        }
        text
    }
}

/// All that one run measured.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// The benchmarks in the order in which they ran.
    pub sections: Vec<Section>,
    /// Every file shipped.
    pub files: Vec<FileSize>,
}

impl Report {
    /// The whole as a table.
    pub fn table(&self) -> String {
        let mut text: String = self.sections.iter().map(Section::table).collect();
        if !self.files.is_empty() {
            let _ = write!(text, "\nfiles (bytes)\n{}", sizes::table(&self.files));
        }
        let missed =
            self.sections.iter().flat_map(|section| &section.figures).filter(|figure| figure.is_missed());
        let _ = writeln!(text, "\n{} bars missed", missed.count());
        text
    }
}

/// A number with as many digits as matter.
fn short(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

/// The middle one of some numbers; not a number when there are none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = values.get(middle).copied().unwrap_or(f64::NAN);
    if values.len() % 2 == 1 {
        upper
    } else {
        (upper + values.get(middle.wrapping_sub(1)).copied().unwrap_or(f64::NAN)) / 2.0
    }
}
