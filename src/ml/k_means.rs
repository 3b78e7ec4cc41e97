//! k-means by Lloyd's iteration from greedy k-means++ starts. Knows no other clustering.

use super::bayes::moments;
use super::dense::{Dense, add_scaled, dot, squared_distance};
use super::error::FitError;
use super::progress::{CurvePoint, Progress};
use crate::base::random::RandomState;
use serde::{Deserialize, Serialize};

/// Centres of clusters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clusters {
    /// `cluster_centers_`: clusters × features.
    pub centres: Dense,
    /// `labels_`: the cluster of each training row.
    pub labels: Vec<u32>,
    /// `inertia_`: the sum of squared distances to the nearest centre.
    pub inertia: f64,
    /// `n_iter_`.
    pub iterations: usize,
}

/// How to fit.
#[derive(Clone, Copy, Debug)]
pub struct KMeans {
    /// `n_clusters`.
    pub clusters: usize,
    /// `n_init`: how many starts; the best result is kept.
    pub starts: usize,
    /// `max_iter`.
    pub max_iter: usize,
    /// `tol`, as a share of the mean variance of the features.
    pub tol: f64,
    /// `init="random"`: different rows instead of k-means++.
    pub random_start: bool,
    /// `random_state`.
    pub seed: u32,
}

impl KMeans {
    /// Fits, with scikit-learn's own draws, so that the same `random_state` finds the same clusters.
    ///
    /// Ours: linfa-clustering takes the old centre into each new mean (so its path and its stop differ), starts
    /// from another generator, and tells nothing on its way.
    ///
    /// # Errors
    /// When there are fewer rows than clusters or the arithmetic overflows.
    pub fn fit(&self, mut rows: Dense, progress: &mut dyn Progress) -> Result<Clusters, FitError> {
        if rows.rows() < self.clusters {
            return Err(FitError::TooFewRows { found: rows.rows(), needed: self.clusters });
        }
        let (means, variances) = moments(&rows.iter_rows().collect::<Vec<_>>(), rows.columns);
        let tolerance = self.tol * variances.iter().sum::<f64>() / variances.len().max(1) as f64;
        if !tolerance.is_finite() {
            return Err(FitError::Overflow);
        }
        for row in rows.values.chunks_exact_mut(means.len().max(1)) {
            row.iter_mut().zip(&means).for_each(|(value, mean)| *value -= mean);
        }
        let mut random = RandomState::new(self.seed);
        let mut best: Option<Clusters> = None;
        for start in 0..self.starts {
            let centres = self.start(&rows, &mut random)?;
            let found = self.lloyd(&rows, centres, tolerance, start, progress);
            if best.as_ref().is_none_or(|best| {
                found.inertia < best.inertia && !same_clusters(&found.labels, &best.labels, self.clusters)
            }) {
                best = Some(found);
            }
        }
        let mut best = best.ok_or(FitError::Overflow)?;
        for centre in best.centres.values.chunks_exact_mut(means.len().max(1)) {
            add_scaled(centre, 1.0, &means);
        }
        Ok(best)
    }

    /// The first centres. Greedy k-means++: of a few rows drawn by squared distance, the one that lowers the inertia most.
    fn start(&self, rows: &Dense, random: &mut RandomState) -> Result<Dense, FitError> {
        let count = rows.rows();
        let even = vec![1.0 / count as f64; count];
        if self.random_start {
            let drawn = random
                .choice_weighted_without_replacement(&even, self.clusters)
                .map_err(|_| FitError::Overflow)?;
            let values = drawn.into_iter().flat_map(|row| rows.row(row)).copied().collect();
            return Ok(Dense { values, columns: rows.columns });
        }
        let trials = 2 + (self.clusters as f64).ln() as usize;
        let first = random.choice_weighted(&even, 1).map_err(|_| FitError::Overflow)?;
        let first = first.first().copied().unwrap_or(0);
        let mut centres = Dense { values: rows.row(first).to_vec(), columns: rows.columns };
        let mut nearest: Vec<f64> =
            rows.iter_rows().map(|row| squared_distance(row, rows.row(first))).collect();
        let mut potential: f64 = nearest.iter().sum();
        for _ in 1..self.clusters {
            let draws: Vec<f64> = random.rand(trials).into_iter().map(|draw| draw * potential).collect();
            let mut sum = 0.0;
            let sums: Vec<f64> = nearest
                .iter()
                .map(|distance| {
                    sum += distance;
                    sum
                })
                .collect();
            let mut best: Option<(f64, usize, Vec<f64>)> = None;
            for draw in draws {
                let candidate = sums.partition_point(|sum| *sum < draw).min(count - 1);
                let point = rows.row(candidate);
                let closer: Vec<f64> = rows
                    .iter_rows()
                    .zip(&nearest)
                    .map(|(row, distance)| distance.min(squared_distance(row, point)))
                    .collect();
                let left: f64 = closer.iter().sum();
                if best.as_ref().is_none_or(|(least, ..)| left < *least) {
                    best = Some((left, candidate, closer));
                }
            }
            let (left, chosen, closer) = best.ok_or(FitError::Overflow)?;
            (potential, nearest) = (left, closer);
            centres.values.extend_from_slice(rows.row(chosen));
        }
        Ok(centres)
    }

    /// Moves centres to the means of their rows until nothing changes.
    fn lloyd(
        &self,
        rows: &Dense,
        mut centres: Dense,
        tolerance: f64,
        start: usize,
        progress: &mut dyn Progress,
    ) -> Clusters {
        let mut labels = vec![u32::MAX; rows.rows()];
        let mut settled = false;
        let mut iterations = 0;
        while iterations < self.max_iter && !settled {
            let before = labels.clone();
            let inertia = assign(rows, &centres, &mut labels);
            let next = means_of(rows, &centres, &labels);
            let shift = squared_distance(&next.values, &centres.values);
            centres = next;
            let done = start * self.max_iter + iterations + 1;
            // One curve is enough: that of the first start.
            let point = CurvePoint { metric: "inertia", step: iterations as u64 + 1, value: inertia };
            progress.step(done, self.starts * self.max_iter, (start == 0).then_some(point));
            iterations += 1;
            settled = labels == before;
            if shift <= tolerance {
                break;
            }
        }
        if !settled {
            assign(rows, &centres, &mut labels);
        }
        let inertia = rows
            .iter_rows()
            .zip(&labels)
            .map(|(row, label)| squared_distance(row, centres.row(*label as usize)))
            .sum();
        Clusters { centres, labels, inertia, iterations }
    }
}

/// Puts each row to its nearest centre; returns the sum of squared distances.
fn assign(rows: &Dense, centres: &Dense, labels: &mut [u32]) -> f64 {
    let halves: Vec<f64> = centres.iter_rows().map(|centre| dot(centre, centre) / 2.0).collect();
    let mut inertia = 0.0;
    for (row, label) in rows.iter_rows().zip(labels) {
        let (mut nearest, mut least) = (0, f64::INFINITY);
        for (index, (centre, half)) in centres.iter_rows().zip(&halves).enumerate() {
            // Half the squared distance, less what is the same for all centres.
            let distance = half - dot(row, centre);
            if distance < least {
                (nearest, least) = (index, distance);
            }
        }
        *label = nearest as u32;
        inertia += dot(row, row) + 2.0 * least;
    }
    inertia.max(0.0)
}

/// The mean of each cluster; an empty one takes the row that is farthest from its centre.
fn means_of(rows: &Dense, centres: &Dense, labels: &[u32]) -> Dense {
    let mut sums = Dense::zeros(centres.rows(), centres.columns);
    let mut counts = vec![0.0; centres.rows()];
    for (row, label) in rows.iter_rows().zip(labels) {
        add_scaled(sums.row_mut(*label as usize), 1.0, row);
        counts[*label as usize] += 1.0;
    }
    let empty: Vec<usize> = (0..counts.len()).filter(|cluster| counts[*cluster] == 0.0).collect();
    if !empty.is_empty() {
        refill(rows, centres, labels, (&mut sums, &mut counts), &empty);
    }
    for (cluster, count) in counts.iter().enumerate() {
        if *count > 0.0 {
            sums.row_mut(cluster).iter_mut().for_each(|sum| *sum /= count);
        } else {
            let old = centres.row(cluster).to_vec();
            sums.row_mut(cluster).copy_from_slice(&old);
        }
    }
    sums
}

fn refill(
    rows: &Dense,
    centres: &Dense,
    labels: &[u32],
    (sums, counts): (&mut Dense, &mut [f64]),
    empty: &[usize],
) {
    let distances: Vec<f64> = rows
        .iter_rows()
        .zip(labels)
        .map(|(row, label)| squared_distance(row, centres.row(*label as usize)))
        .collect();
    let mut farthest: Vec<usize> = (0..distances.len()).collect();
    farthest.sort_by(|a, b| distances[*b].total_cmp(&distances[*a]));
    for (cluster, row) in empty.iter().zip(farthest) {
        if distances[row] == 0.0 {
            return;
        }
        let (old, point) = (labels[row] as usize, rows.row(row));
        add_scaled(sums.row_mut(*cluster), 1.0, point);
        add_scaled(sums.row_mut(old), -1.0, point);
        counts[*cluster] = 1.0;
        counts[old] -= 1.0;
    }
}

/// Whether two labellings are the same but for the names of clusters.
fn same_clusters(a: &[u32], b: &[u32], clusters: usize) -> bool {
    let mut names = vec![None; clusters];
    a.iter().zip(b).all(|(a, b)| match names.get_mut(*a as usize) {
        Some(name) => *name.get_or_insert(*b) == *b,
        None => false,
    })
}

impl Clusters {
    /// The nearest centre of each row.
    pub fn nearest(&self, rows: &Dense) -> Vec<usize> {
        let mut labels = vec![0; rows.rows()];
        assign(rows, &self.centres, &mut labels);
        labels.into_iter().map(|label| label as usize).collect()
    }

    /// The distance of each row to each centre.
    pub fn distances(&self, rows: &Dense) -> Dense {
        let values = rows
            .iter_rows()
            .flat_map(|row| self.centres.iter_rows().map(move |centre| squared_distance(row, centre).sqrt()));
        Dense { values: values.collect(), columns: self.centres.rows() }
    }
}
