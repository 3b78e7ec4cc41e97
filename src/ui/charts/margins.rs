//! How much room the texts of a figure take around its plot, and which ticks fit. Knows no drawing.

use crate::base::figure::{
    Axis, Direction, Figure, Legend, Mark, Range, Scale, calendar, format, labels, ticks,
};

/// The size of all text, in CSS pixels.
pub const TEXT: f64 = 12.0;
/// The height of a row of text.
pub const ROW: f64 = 18.0;
/// Between an axis and its texts.
pub const GAP: f64 = 8.0;
/// Between the end of a line and its name.
pub const REACH: f64 = 12.0;

/// How wide a text is.
pub type Width<'a> = &'a dyn Fn(&str) -> f64;

/// Ticks with their texts, in values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scaled {
    /// What the axis shows.
    pub domain: Option<Range>,
    /// The values and their texts, rising.
    pub ticks: Vec<(f64, String)>,
}

/// One series in a legend row.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub text: String,
    /// Its index; none for what stands for all that had no room.
    pub series: Option<usize>,
}

/// The vertical axis with at most as many ticks as stand well on `height` pixels.
pub fn vertical(figure: &Figure, height: f64, limit: f64, width: Width) -> Scaled {
    let at_most = ((height / 44.0).floor() as usize).clamp(2, 8);
    let domain = figure.y_domain(at_most);
    let ticks = match figure.y_categories() {
        Some(names) => {
            let every = (ROW / (height / names.len().max(1) as f64).max(0.1)).ceil().max(1.0) as usize;
            let named = names.iter().enumerate().step_by(every);
            named.map(|(index, name)| (index as f64, labels::fit(name, limit, width))).collect()
        }
        None => numbers(&figure.y, domain.range, domain.grain, at_most),
    };
    Scaled { domain: Some(domain.range), ticks }
}

/// The horizontal axis over `length` pixels with as many ticks as stand apart.
pub fn horizontal(figure: &Figure, length: f64, width: Width) -> Scaled {
    let most = ((length / 64.0).floor() as usize).clamp(2, 10);
    let domain = figure.x_domain(most);
    if let Some(names) = figure.x_categories() {
        let band = length / names.len().max(1) as f64;
        let every = (28.0 / band.max(0.1)).ceil().max(1.0) as usize;
        let named = names.iter().enumerate().step_by(every);
        let cut = |name: &String| labels::fit(name, band * every as f64 - 6.0, width);
        let ticks = named.map(|(index, name)| (index as f64, cut(name))).collect();
        return Scaled { domain: Some(domain.range), ticks };
    }
    let mut ticks = Vec::new();
    for at_most in (2..=most).rev() {
        ticks = numbers(&figure.x, domain.range, domain.grain, at_most);
        let widest = ticks.iter().map(|(_, text)| width(text)).fold(0.0, f64::max);
        if (widest + 2.0 * GAP) * ticks.len().saturating_sub(1) as f64 <= length {
            break;
        }
    }
    Scaled { domain: Some(domain.range), ticks }
}

fn numbers(
    axis: &Axis,
    range: Range,
    grain: crate::base::figure::range::Grain,
    at_most: usize,
) -> Vec<(f64, String)> {
    let (values, texts) = match axis.scale {
        Scale::Date => return calendar::ticks(range, at_most),
        Scale::Log => {
            let values = ticks::log(range, at_most).values;
            let texts = format::log_ticks(&values);
            (values, texts)
        }
        Scale::Linear | Scale::Category(_) => {
            let found = ticks::linear(range, at_most, grain);
            let texts = format::ticks(&found.values, found.step);
            (found.values, texts)
        }
    };
    values.into_iter().zip(texts).collect()
}

/// The names that stand at the right of the plot, one a named line or horizontal reference line, as (index of
/// the mark, name); none when they are too wide or too many for `height`.
pub fn direct(figure: &Figure, width: f64, height: f64, measure: Width) -> Vec<(usize, String)> {
    let rules = figure.marks.iter().enumerate().filter(|(_, mark)| {
        matches!(mark, Mark::Rule { direction: Direction::Horizontal, .. }) && !mark.label().is_empty()
    });
    let lines = figure.marks.iter().enumerate().filter(|(_, mark)| is_named_line(mark));
    let rules: Vec<_> = rules.map(|(index, mark)| (index, mark.label().to_string())).collect();
    let mut all: Vec<_> = lines.map(|(index, mark)| (index, mark.label().to_string())).collect();
    all.extend(rules.iter().cloned());
    all.sort_unstable_by_key(|(index, _)| *index);
    let fits = |names: &[(usize, String)]| {
        names.iter().all(|(_, name)| measure(name) <= width * 0.3) && names.len() as f64 * ROW <= height
    };
    match figure.legend {
        Legend::Direct if fits(&all) => all,
        _ => {
            // The names of reference lines have no other place.
            let limit = width * 0.3;
            let count = (height / ROW).max(0.0) as usize;
            rules
                .into_iter()
                .take(count)
                .map(|(index, name)| (index, labels::fit(&name, limit, measure)))
                .collect()
        }
    }
}

fn is_named_line(mark: &Mark) -> bool {
    matches!(mark, Mark::Line { points, label, .. }
        if !label.is_empty() && points.iter().any(|point| point.is_finite()))
}

/// The rows of the legend: every named series that has no name in the plot itself.
/// At most `most` rows of `limit` pixels; what is over is counted at the end.
pub fn legend(
    figure: &Figure,
    direct: &[(usize, String)],
    (limit, most): (f64, usize),
    width: Width,
) -> Vec<Vec<Entry>> {
    if figure.legend == Legend::Hidden {
        return Vec::new();
    }
    let in_plot = |series: usize| {
        direct.iter().any(|(index, _)| figure.marks.get(*index).and_then(Mark::series) == Some(series))
    };
    let mut entries: Vec<Entry> = Vec::new();
    for mark in figure.marks.iter().filter(|mark| !mark.label().is_empty()) {
        let Some(series) = mark.series().filter(|series| !in_plot(*series)) else { continue };
        let entry = Entry { text: labels::fit(mark.label(), limit - 2.0 * ROW, width), series: Some(series) };
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    let mut rows: Vec<Vec<Entry>> = Vec::new();
    let mut used = f64::INFINITY;
    for entry in entries {
        let wide = entry_width(&entry, width);
        match rows.last_mut() {
            Some(row) if used + wide <= limit => row.push(entry),
            _ => {
                rows.push(vec![entry]);
                used = 0.0;
            }
        }
        used += wide;
    }
    if rows.len() > most.max(1) {
        let over: usize = rows.iter().skip(most.max(1)).map(Vec::len).sum();
        rows.truncate(most.max(1));
        if let Some(row) = rows.last_mut() {
            // The last one makes room for the number of those that are missing.
            row.pop();
            row.push(Entry { text: format!("+{}", over + 1), series: None });
        }
    }
    rows
}

/// The room of one legend entry with its key and the air behind it.
pub fn entry_width(entry: &Entry, width: Width) -> f64 {
    width(&entry.text) + ROW + 2.0 * GAP
}
