//! Scores of clusters. Know no model that made them.

use super::super::dense::{Dense, add_scaled, squared_distance};
use super::super::error::MetricError;
use super::{all_finite, same_length};
use ndarray::ArrayView2;
use std::collections::BTreeMap;

/// Rows and their clusters, numbered anew without gaps.
struct Grouped {
    rows: Dense,
    labels: Vec<usize>,
    counts: Vec<f64>,
    centres: Dense,
}

impl Grouped {
    fn new(x: ArrayView2<f64>, labels: &[usize]) -> Result<Self, MetricError> {
        same_length(x.nrows(), labels.len())?;
        let rows = Dense::from_view(x);
        all_finite(&rows.values, rows.columns)?;
        let (labels, clusters) = renumber(labels);
        if clusters < 2 || clusters >= labels.len() {
            return Err(MetricError::ClusterCount { clusters, rows: labels.len() });
        }
        let mut counts = vec![0.0; clusters];
        let mut centres = Dense::zeros(clusters, rows.columns);
        for (row, label) in rows.iter_rows().zip(&labels) {
            add_scaled(centres.row_mut(*label), 1.0, row);
            counts[*label] += 1.0;
        }
        for (label, count) in counts.iter().enumerate() {
            centres.row_mut(label).iter_mut().for_each(|sum| *sum /= count);
        }
        Ok(Self { rows, labels, counts, centres })
    }
}

/// Labels as numbers from 0 in their order, and how many there are.
fn renumber(labels: &[usize]) -> (Vec<usize>, usize) {
    let mut names: BTreeMap<usize, usize> = labels.iter().map(|label| (*label, 0)).collect();
    names.values_mut().enumerate().for_each(|(index, name)| *name = index);
    (labels.iter().filter_map(|label| names.get(label).copied()).collect(), names.len())
}

/// `silhouette_score`: how much nearer rows are to their own cluster than to the next. Takes rows² steps.
///
/// # Errors
/// When there is no row, a value is not finite, or clusters are fewer than 2 or as many as rows.
pub fn silhouette(x: ArrayView2<f64>, labels: &[usize]) -> Result<f64, MetricError> {
    let grouped = Grouped::new(x, labels)?;
    let mut total = 0.0;
    for (index, row) in grouped.rows.iter_rows().enumerate() {
        let mut sums = vec![0.0; grouped.counts.len()];
        for (other, label) in grouped.rows.iter_rows().zip(&grouped.labels) {
            sums[*label] += squared_distance(row, other).sqrt();
        }
        let own = grouped.labels[index];
        if grouped.counts[own] < 2.0 {
            continue;
        }
        let inside = sums[own] / (grouped.counts[own] - 1.0);
        let means = sums.iter().zip(&grouped.counts).map(|(sum, count)| sum / count);
        let outside = means
            .enumerate()
            .filter(|(label, _)| *label != own)
            .map(|(_, mean)| mean)
            .fold(f64::INFINITY, f64::min);
        let widest = inside.max(outside);
        if widest > 0.0 {
            total += (outside - inside) / widest;
        }
    }
    Ok(total / grouped.labels.len() as f64)
}

/// The sum of squared distances to the mean of the own cluster (`inertia_`).
///
/// # Errors
/// When there is no row or a value is not finite.
pub fn inertia(x: ArrayView2<f64>, labels: &[usize], centres: ArrayView2<f64>) -> Result<f64, MetricError> {
    same_length(x.nrows(), labels.len())?;
    let (rows, centres) = (Dense::from_view(x), Dense::from_view(centres));
    all_finite(&rows.values, rows.columns)?;
    let classes = centres.rows();
    let known = |label: usize| (label < classes).then(|| centres.row(label));
    rows.iter_rows()
        .zip(labels)
        .map(|(row, label)| {
            let centre = known(*label).ok_or(MetricError::UnknownClass { code: *label, classes })?;
            Ok(squared_distance(row, centre))
        })
        .sum()
}

/// `calinski_harabasz_score`: the spread between clusters against that within.
///
/// # Errors
/// As [`silhouette`].
pub fn calinski_harabasz(x: ArrayView2<f64>, labels: &[usize]) -> Result<f64, MetricError> {
    let grouped = Grouped::new(x, labels)?;
    let (rows, clusters) = (grouped.labels.len() as f64, grouped.counts.len() as f64);
    let mut middle = vec![0.0; grouped.rows.columns];
    for row in grouped.rows.iter_rows() {
        add_scaled(&mut middle, 1.0 / rows, row);
    }
    let between: f64 = grouped
        .centres
        .iter_rows()
        .zip(&grouped.counts)
        .map(|(centre, count)| count * squared_distance(centre, &middle))
        .sum();
    let within: f64 = grouped
        .rows
        .iter_rows()
        .zip(&grouped.labels)
        .map(|(row, label)| squared_distance(row, grouped.centres.row(*label)))
        .sum();
    if within == 0.0 {
        return Ok(1.0);
    }
    Ok(between * (rows - clusters) / (within * (clusters - 1.0)))
}

/// `davies_bouldin_score`: how much clusters overlap with the one most like them; less is better.
///
/// # Errors
/// As [`silhouette`].
pub fn davies_bouldin(x: ArrayView2<f64>, labels: &[usize]) -> Result<f64, MetricError> {
    let grouped = Grouped::new(x, labels)?;
    let clusters = grouped.counts.len();
    let mut widths = vec![0.0; clusters];
    for (row, label) in grouped.rows.iter_rows().zip(&grouped.labels) {
        widths[*label] += squared_distance(row, grouped.centres.row(*label)).sqrt() / grouped.counts[*label];
    }
    let worst = |a: usize| {
        let likeness = (0..clusters).filter(|b| *b != a).map(|b| {
            let apart = squared_distance(grouped.centres.row(a), grouped.centres.row(b)).sqrt();
            if apart > 0.0 { (widths[a] + widths[b]) / apart } else { 0.0 }
        });
        likeness.fold(0.0, f64::max)
    };
    Ok((0..clusters).map(worst).sum::<f64>() / clusters as f64)
}

/// `adjusted_rand_score`: how far two groupings agree, 0 by chance and 1 in full.
///
/// # Errors
/// When there is no row or the lists differ in length.
pub fn adjusted_rand(truth: &[usize], labels: &[usize]) -> Result<f64, MetricError> {
    same_length(truth.len(), labels.len())?;
    let (mut cells, mut rows, mut columns) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (truth, label) in truth.iter().zip(labels) {
        *cells.entry((*truth, *label)).or_insert(0.0_f64) += 1.0;
        *rows.entry(*truth).or_insert(0.0_f64) += 1.0;
        *columns.entry(*label).or_insert(0.0_f64) += 1.0;
    }
    let squares = |counts: &mut dyn Iterator<Item = f64>| counts.map(|count| count * count).sum::<f64>();
    let count = truth.len() as f64;
    let both = squares(&mut cells.values().copied());
    let (in_truth, in_labels) =
        (squares(&mut rows.values().copied()), squares(&mut columns.values().copied()));
    // Pairs together in both, in one only, in neither (each pair counted twice).
    let together = both - count;
    let (truth_only, labels_only) = (in_truth - both, in_labels - both);
    let apart = count * count - truth_only - labels_only - both;
    if truth_only == 0.0 && labels_only == 0.0 {
        return Ok(1.0);
    }
    let by_chance =
        (together + truth_only) * (truth_only + apart) + (together + labels_only) * (labels_only + apart);
    Ok(2.0 * (together * apart - truth_only * labels_only) / by_chance)
}
