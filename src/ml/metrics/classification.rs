//! Scores of predicted classes and of their probabilities. Know no number to predict.

use super::super::error::MetricError;
use super::{all_finite, ratio, same_length};
use serde::{Deserialize, Serialize};

/// What `classification_report` says, in numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// `accuracy_score`
    pub accuracy: f64,
    /// `confusion_matrix`: a row for each true class, a column for each predicted one.
    pub confusion: Vec<Vec<usize>>,
    /// Scores of each class.
    pub classes: Vec<ClassScores>,
    /// Their plain average (`macro avg`).
    pub macro_average: Averages,
    /// Their average by support (`weighted avg`).
    pub weighted_average: Averages,
}

/// Scores of one class. What would be divided by zero is 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClassScores {
    /// Of the rows predicted as this class, the share that is.
    pub precision: f64,
    /// Of the rows of this class, the share predicted so.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
    /// Rows of this class.
    pub support: usize,
}

/// Averages over classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Averages {
    /// Average precision over classes.
    pub precision: f64,
    /// Average recall.
    pub recall: f64,
    /// Average f1.
    pub f1: f64,
}

/// Scores predicted class codes below `classes`.
///
/// # Errors
/// When there is no row, the lists differ in length, or a code is unknown.
pub fn report(truth: &[usize], guess: &[usize], classes: usize) -> Result<Report, MetricError> {
    same_length(truth.len(), guess.len())?;
    let mut confusion = vec![vec![0_usize; classes]; classes];
    for (truth, guess) in truth.iter().zip(guess) {
        let unknown = MetricError::UnknownClass { code: *truth.max(guess), classes };
        let cell = confusion.get_mut(*truth).and_then(|row| row.get_mut(*guess));
        *cell.ok_or(unknown)? += 1;
    }
    let scores: Vec<ClassScores> = (0..classes).map(|class| class_scores(&confusion, class)).collect();
    let right = truth.iter().zip(guess).filter(|(truth, guess)| truth == guess).count();
    Ok(Report {
        accuracy: right as f64 / truth.len() as f64,
        macro_average: averages(&scores, |_| 1.0),
        weighted_average: averages(&scores, |class| class.support as f64),
        classes: scores,
        confusion,
    })
}

fn class_scores(confusion: &[Vec<usize>], class: usize) -> ClassScores {
    let at = |row: &Vec<usize>| row.get(class).copied().unwrap_or(0);
    let row = confusion.get(class);
    let hits = row.map_or(0, at) as f64;
    let support: usize = row.map_or(0, |row| row.iter().sum());
    let predicted: usize = confusion.iter().map(at).sum();
    ClassScores {
        precision: ratio(hits, predicted as f64),
        recall: ratio(hits, support as f64),
        f1: ratio(2.0 * hits, (support + predicted) as f64),
        support,
    }
}

fn averages(scores: &[ClassScores], weight: impl Fn(&ClassScores) -> f64) -> Averages {
    let whole: f64 = scores.iter().map(&weight).sum();
    let mut sum = Averages::default();
    for class in scores {
        let share = ratio(weight(class), whole);
        sum.precision += share * class.precision;
        sum.recall += share * class.recall;
        sum.f1 += share * class.f1;
    }
    sum
}

/// `log_loss` of probabilities (rows × classes, row by row), each clipped to the least that a number resolves.
///
/// # Errors
/// When there is no row, probabilities are too few or not finite, or a code is unknown.
pub fn log_loss(truth: &[usize], probabilities: &[f64], classes: usize) -> Result<f64, MetricError> {
    same_length(truth.len().saturating_mul(classes), probabilities.len())?;
    all_finite(probabilities, classes)?;
    let mut sum = 0.0;
    for (row, code) in probabilities.chunks_exact(classes.max(1)).zip(truth) {
        let whole: f64 = row.iter().map(|share| clip(*share)).sum();
        let own = row.get(*code).ok_or(MetricError::UnknownClass { code: *code, classes })?;
        sum -= (clip(*own) / whole).ln();
    }
    Ok(sum / truth.len() as f64)
}

fn clip(share: f64) -> f64 {
    share.clamp(f64::EPSILON, 1.0 - f64::EPSILON)
}

/// `roc_auc_score` of scores (rows × classes, row by row): for two classes by the second's scores, for more the plain
/// average of each against the rest (`multi_class="ovr"`, `average="macro"`).
///
/// # Errors
/// As [`log_loss`], and when a class does not occur.
pub fn roc_auc(truth: &[usize], scores: &[f64], classes: usize) -> Result<f64, MetricError> {
    same_length(truth.len().saturating_mul(classes), scores.len())?;
    all_finite(scores, classes)?;
    if let Some(code) = truth.iter().copied().find(|code| *code >= classes) {
        return Err(MetricError::UnknownClass { code, classes });
    }
    if classes == 2 {
        return one_against_rest(truth, scores, classes, 1);
    }
    let sum: f64 = (0..classes)
        .map(|class| one_against_rest(truth, scores, classes, class))
        .sum::<Result<f64, MetricError>>()?;
    Ok(sum / classes as f64)
}

/// The share of pairs (one row of the class, one of the rest) that are ranked rightly; ties count half.
fn one_against_rest(
    truth: &[usize],
    scores: &[f64],
    classes: usize,
    class: usize,
) -> Result<f64, MetricError> {
    let own = scores.iter().skip(class).step_by(classes.max(1));
    let mut ranked: Vec<(f64, bool)> = own.zip(truth).map(|(score, code)| (*score, *code == class)).collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let positives = ranked.iter().filter(|(_, own)| *own).count() as f64;
    let negatives = ranked.len() as f64 - positives;
    if positives == 0.0 || negatives == 0.0 {
        let absent = if positives == 0.0 { class } else { usize::from(class == 0) };
        return Err(MetricError::ClassAbsent { class: absent });
    }
    let (mut below, mut pairs) = (0.0, 0.0);
    for tied in ranked.chunk_by(|a, b| a.0 == b.0) {
        let own = tied.iter().filter(|(_, own)| *own).count() as f64;
        let others = tied.len() as f64 - own;
        pairs += own * (below + others / 2.0);
        below += others;
    }
    Ok(pairs / (positives * negatives))
}
