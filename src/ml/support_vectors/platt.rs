//! Probabilities of classes from decisions: Platt's sigmoid, fitted on decisions for rows that were left out, and
//! the coupling of pairs. Knows no solver. Draws and formulas are libsvm's.

use super::super::dense::Dense;
use super::super::error::FitError;
use super::Kernel;
use crate::base::random::Mt19937;
use serde::{Deserialize, Serialize};

/// Parts of the rows, each of which is left out once.
const FOLDS: usize = 5;

/// The probability of the first class of a pair is 1 / (1 + e^(slope × decision + offset)).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sigmoid {
    /// `probA_`.
    pub slope: f64,
    /// `probB_`.
    pub offset: f64,
}

/// Fits a sigmoid for each pair of classes; `most` is C of each row.
///
/// # Errors
/// When the arithmetic overflows.
pub fn fit_sigmoids(
    rows: &Dense,
    (codes, classes): (&[usize], usize),
    most: &[f64],
    kernel: Kernel,
    seed: u32,
) -> Result<Vec<Sigmoid>, FitError> {
    let mut found = Vec::new();
    for first in 0..classes {
        for second in first + 1..classes {
            let of = |class: usize| (0..codes.len()).filter(move |row| codes[*row] == class);
            let own: Vec<usize> = of(first).chain(of(second)).collect();
            let signs: Vec<f64> =
                own.iter().map(|row| if codes[*row] == first { 1.0 } else { -1.0 }).collect();
            // Every machine that libsvm trains seeds its generator anew.
            let mut random = Mt19937::from_seed(seed);
            let decisions = left_out(rows, (&own, &signs), most, kernel, &mut random)?;
            found.push(Sigmoid::fit(&decisions, &signs));
        }
    }
    Ok(found)
}

/// The decision on each row of a pair by a machine that has not seen it.
fn left_out(
    rows: &Dense,
    (own, signs): (&[usize], &[f64]),
    most: &[f64],
    kernel: Kernel,
    random: &mut Mt19937,
) -> Result<Vec<f64>, FitError> {
    let count = own.len();
    let mut order: Vec<usize> = (0..count).collect();
    for place in 0..count {
        let other = place + below(random, (count - place) as u32) as usize;
        order.swap(place, other);
    }
    let mut decisions = vec![0.0; count];
    for fold in 0..FOLDS {
        let (start, end) = (fold * count / FOLDS, (fold + 1) * count / FOLDS);
        let seen: Vec<usize> = order[..start].iter().chain(&order[end..]).copied().collect();
        let codes: Vec<usize> = seen.iter().map(|place| usize::from(signs[*place] < 0.0)).collect();
        let part = Dense {
            values: seen.iter().flat_map(|place| rows.row(own[*place])).copied().collect(),
            columns: rows.columns,
        };
        let one_sided = [0, 1].map(|code| codes.iter().all(|own| *own == code));
        let bounds: Vec<f64> = seen.iter().map(|place| most[own[*place]]).collect();
        let found = match one_sided {
            [false, false] => {
                super::decide_pairs(&part, (&codes, 2), &bounds, kernel, &mut super::Silent)?.pop()
            }
            _ => None,
        };
        for place in &order[start..end] {
            decisions[*place] = match (&found, one_sided) {
                (Some(found), _) => {
                    let row = rows.row(own[*place]);
                    let weighed = part.iter_rows().zip(&found.weights).filter(|(_, weight)| **weight != 0.0);
                    weighed.map(|(vector, weight)| weight * kernel.of(vector, row)).sum::<f64>()
                        + found.intercept
                }
                (None, [true, true]) => 0.0,
                (None, [true, _]) => 1.0,
                (None, _) => -1.0,
            };
        }
    }
    Ok(decisions)
}

/// A whole number in [0, count) by multiplication.
fn below(random: &mut Mt19937, count: u32) -> u32 {
    let mut product = u64::from(random.next_u32()) * u64::from(count);
    if (product as u32) < count {
        let threshold = count.wrapping_neg() % count;
        while (product as u32) < threshold {
            product = u64::from(random.next_u32()) * u64::from(count);
        }
    }
    (product >> 32) as u32
}

impl Sigmoid {
    /// Newton's method with halved steps on the log loss of softened truths (Lin, Lin and Weng).
    fn fit(decisions: &[f64], signs: &[f64]) -> Self {
        let positive = signs.iter().filter(|sign| **sign > 0.0).count() as f64;
        let negative = signs.len() as f64 - positive;
        let (high, low) = ((positive + 1.0) / (positive + 2.0), 1.0 / (negative + 2.0));
        let truths: Vec<f64> = signs.iter().map(|sign| if *sign > 0.0 { high } else { low }).collect();
        let mut now = Self { slope: 0.0, offset: ((negative + 1.0) / (positive + 1.0)).ln() };
        let mut loss = now.loss(decisions, &truths);
        for _ in 0..100 {
            let Some((to_slope, to_offset, along)) = now.newton(decisions, &truths) else { break };
            let mut step = 1.0;
            let next = loop {
                let next = Self { slope: now.slope + step * to_slope, offset: now.offset + step * to_offset };
                let next_loss = next.loss(decisions, &truths);
                if next_loss < loss + 0.0001 * step * along {
                    break Some((next, next_loss));
                }
                step /= 2.0;
                if step < 1e-10 {
                    break None;
                }
            };
            let Some(found) = next else { break };
            (now, loss) = found;
        }
        now
    }

    fn loss(&self, decisions: &[f64], truths: &[f64]) -> f64 {
        let one = |(decision, truth): (&f64, &f64)| {
            let score = decision * self.slope + self.offset;
            let rest = (-score.abs()).exp().ln_1p();
            if score >= 0.0 { truth * score + rest } else { (truth - 1.0) * score + rest }
        };
        decisions.iter().zip(truths).map(one).sum()
    }

    /// The step in slope and offset, and the slope of the loss along it; `None` at the optimum.
    fn newton(&self, decisions: &[f64], truths: &[f64]) -> Option<(f64, f64, f64)> {
        let (mut h11, mut h22, mut h21, mut g1, mut g2) = (1e-12, 1e-12, 0.0, 0.0, 0.0);
        for (decision, truth) in decisions.iter().zip(truths) {
            let share = self.share(*decision);
            let (curve, lack) = (share * (1.0 - share), truth - share);
            h11 += decision * decision * curve;
            h22 += curve;
            h21 += decision * curve;
            g1 += decision * lack;
            g2 += lack;
        }
        if f64::abs(g1) < 1e-5 && f64::abs(g2) < 1e-5 {
            return None;
        }
        let determinant = h11 * h22 - h21 * h21;
        let to_slope = -(h22 * g1 - h21 * g2) / determinant;
        let to_offset = -(-h21 * g1 + h11 * g2) / determinant;
        Some((to_slope, to_offset, g1 * to_slope + g2 * to_offset))
    }

    /// The probability of the first class of the pair.
    pub fn share(&self, decision: f64) -> f64 {
        let score = decision * self.slope + self.offset;
        if score >= 0.0 { (-score).exp() / (1.0 + (-score).exp()) } else { 1.0 / (1.0 + score.exp()) }
    }
}

/// The probabilities of `classes` from those of pairs, in the order of pairs (Wu, Lin and Weng).
pub fn couple(shares: &[f64], classes: usize) -> Vec<f64> {
    let mut pairs = Dense::zeros(classes, classes);
    let mut next = shares.iter().map(|share| share.clamp(1e-7, 1.0 - 1e-7));
    for first in 0..classes {
        for second in first + 1..classes {
            let share = next.next().unwrap_or(0.5);
            pairs.row_mut(first)[second] = share;
            pairs.row_mut(second)[first] = 1.0 - share;
        }
    }
    if classes == 2 {
        return vec![pairs.values[1], pairs.values[2]];
    }
    let mut square = Dense::zeros(classes, classes);
    for row in 0..classes {
        for column in (0..classes).filter(|column| *column != row) {
            square.row_mut(row)[row] += pairs.row(column)[row].powi(2);
            square.row_mut(row)[column] = -pairs.row(column)[row] * pairs.row(row)[column];
        }
    }
    solve(&square, classes)
}

/// The shares p that make pᵀQp least, one class after another.
fn solve(square: &Dense, classes: usize) -> Vec<f64> {
    let mut shares = vec![1.0 / classes as f64; classes];
    for _ in 0..classes.max(100) {
        let mut slopes: Vec<f64> =
            square.iter_rows().map(|row| row.iter().zip(&shares).map(|(q, p)| q * p).sum()).collect();
        let mut whole: f64 = shares.iter().zip(&slopes).map(|(p, slope)| p * slope).sum();
        let error = slopes.iter().map(|slope: &f64| (slope - whole).abs()).fold(0.0, f64::max);
        if error < 0.005 / classes as f64 {
            break;
        }
        for class in 0..classes {
            let own = square.row(class)[class];
            let step = (whole - slopes[class]) / own;
            shares[class] += step;
            whole = (whole + step * (step * own + 2.0 * slopes[class])) / (1.0 + step) / (1.0 + step);
            for other in 0..classes {
                slopes[other] = (slopes[other] + step * square.row(class)[other]) / (1.0 + step);
                shares[other] /= 1.0 + step;
            }
        }
    }
    shares
}
