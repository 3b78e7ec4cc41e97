//! Support vector machines with all that they keep: which rows, how much each weighs.

use super::super::dense::{Dense, add_scaled, argmax};
use super::super::error::FitError;
use super::super::estimator::scale_gamma;
use super::super::spec::ParamValue;
use super::super::support_vectors::{
    Kernel, Sigmoid, Solution, couple, decide_numbers, decide_pairs, fit_sigmoids,
};
use super::params::not_carried;
use super::{Aim, Answer, Attribute, Attributes, Fitted, Given, LearnError, Params};
use crate::base::random::RandomState;
use serde::{Deserialize, Serialize};

/// Fitted support vectors, class by class.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct VectorModel {
    kernel: Kernel,
    /// `support_`.
    places: Vec<u32>,
    /// `n_support_`.
    counts: Vec<u32>,
    /// `support_vectors_`.
    vectors: Dense,
    /// The weight of each vector in each decision; above zero speaks for the first class of a pair.
    weights: Dense,
    intercepts: Vec<f64>,
    /// How many classes there are; 0 for numbers.
    classes: usize,
    /// `decision_function_shape="ovo"`.
    pairwise: bool,
    /// How decisions of pairs become probabilities, where that was asked for.
    sigmoids: Vec<Sigmoid>,
}

pub(super) fn fit(params: &mut Params, given: &mut Given) -> Result<VectorModel, LearnError> {
    params.ignore(&["shrinking", "tol", "max_iter", "break_ties"]);
    let (probable, seed) = (params.flag("probability", false)?, params.seed()?);
    let pairwise = params.text("decision_function_shape", "ovr")? == "ovo";
    let c = params.float("C", 1.0)?;
    let rows = given.rows();
    let kernel = kernel(params, &rows)?;
    let most: Vec<f64> = given.weights().iter().map(|weight| weight * c).collect();
    match given.aim {
        Aim::Codes(codes, classes) => {
            let found = decide_pairs(&rows, (codes, classes), &most, kernel, given.progress)?;
            let mut model = VectorModel::new(&rows, (codes, classes), &found, kernel);
            model.pairwise = pairwise;
            if probable {
                let drawn = RandomState::new(seed).randint(0, i64::from(i32::MAX));
                let seed = drawn.map_err(|_| FitError::Overflow)? as u32;
                model.sigmoids = fit_sigmoids(&rows, (codes, classes), &most, kernel, seed)?;
            }
            Ok(model)
        }
        _ => {
            let epsilon = params.float("epsilon", 0.1)?;
            let found = decide_numbers(&rows, (given.single()?, epsilon), &most, kernel, given.progress)?;
            Ok(VectorModel::new(&rows, (&vec![0; rows.rows()], 0), &[found], kernel))
        }
    }
}

fn kernel(params: &mut Params, rows: &Dense) -> Result<Kernel, LearnError> {
    let gamma = match params.take("gamma") {
        None => scale_gamma(rows),
        Some(ParamValue::Text(word)) if word == "auto" => 1.0 / rows.columns as f64,
        Some(ParamValue::Text(_)) => scale_gamma(rows),
        Some(value) => value.as_f64().ok_or_else(|| not_carried("gamma", &value))?,
    };
    let degree = params.count("degree", 3)? as i32;
    let constant = params.float("coef0", 0.0)?;
    Ok(match params.text("kernel", "rbf")?.as_str() {
        "linear" => Kernel::Linear,
        "rbf" => Kernel::Gaussian { gamma },
        "poly" => Kernel::Polynomial { gamma, degree, constant },
        "sigmoid" => Kernel::Sigmoid { gamma, constant },
        other => return Err(not_carried("kernel", &ParamValue::Text(other.to_owned()))),
    })
}

impl VectorModel {
    fn new(rows: &Dense, (codes, classes): (&[usize], usize), found: &[Solution], kernel: Kernel) -> Self {
        let used = |row: &usize| found.iter().any(|decision| decision.weights[*row] != 0.0);
        let mut places: Vec<usize> = (0..rows.rows()).filter(used).collect();
        places.sort_by_key(|row| codes[*row]);
        let mut counts = vec![0; classes.max(1)];
        places.iter().for_each(|row| counts[codes[*row]] += 1);
        let vectors = places.iter().flat_map(|row| rows.row(*row)).copied().collect();
        let weights = found.iter().flat_map(|decision| places.iter().map(|row| decision.weights[*row]));
        Self {
            kernel,
            counts,
            vectors: Dense { values: vectors, columns: rows.columns },
            weights: Dense { values: weights.collect(), columns: places.len() },
            intercepts: found.iter().map(|decision| decision.intercept).collect(),
            places: places.into_iter().map(|row| row as u32).collect(),
            classes,
            pairwise: false,
            sigmoids: Vec::new(),
        }
    }

    /// Two classes have one decision, which scikit-learn turns round: above zero is the second.
    fn sign(&self) -> f64 {
        if self.classes == 2 { -1.0 } else { 1.0 }
    }

    /// The decisions of pairs on each row.
    fn decisions(&self, rows: &Dense) -> Dense {
        let linear = (self.kernel == Kernel::Linear).then(|| self.linear());
        let mut values = Vec::with_capacity(rows.rows() * self.intercepts.len());
        for row in rows.iter_rows() {
            let likeness: Vec<f64> = match linear {
                Some(_) => row.to_vec(),
                None => self.vectors.iter_rows().map(|vector| self.kernel.of(vector, row)).collect(),
            };
            let weights = linear.as_ref().unwrap_or(&self.weights);
            let sums = self.intercepts.iter().enumerate().map(|(index, intercept)| {
                super::super::dense::dot(weights.row(index), &likeness) + intercept
            });
            values.extend(sums);
        }
        Dense { values, columns: self.intercepts.len() }
    }

    /// The weights of features, where the kernel is linear.
    fn linear(&self) -> Dense {
        let mut sums = Dense::zeros(self.intercepts.len(), self.vectors.columns);
        for decision in 0..self.intercepts.len() {
            for (weight, vector) in self.weights.row(decision).iter().zip(self.vectors.iter_rows()) {
                add_scaled(sums.row_mut(decision), *weight, vector);
            }
        }
        sums
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let classes = self.classes;
        (0..classes).flat_map(move |a| (a + 1..classes).map(move |b| (a, b)))
    }

    /// `dual_coef_`: of the decisions that a vector takes part in, one a row, in the order of the other class.
    fn dual(&self) -> Dense {
        if self.classes <= 2 {
            let values = self.weights.values.iter().map(|weight| self.sign() * weight).collect();
            return Dense { values, columns: self.weights.columns };
        }
        let mut dual = Dense::zeros(self.classes - 1, self.weights.columns);
        let mut ends = vec![0];
        self.counts.iter().for_each(|count| ends.push(ends[ends.len() - 1] + *count as usize));
        for (decision, (first, second)) in self.pairs().enumerate() {
            for (own, row) in [(first, second - 1), (second, first)] {
                let range = ends[own]..ends[own + 1];
                dual.row_mut(row)[range.clone()].copy_from_slice(&self.weights.row(decision)[range]);
            }
        }
        dual
    }

    /// Votes, and how sure they are in sum, of each class.
    fn one_against_rest(&self, decisions: &Dense) -> Dense {
        let mut values = Vec::with_capacity(decisions.rows() * self.classes);
        for row in decisions.iter_rows() {
            let (mut votes, mut sums) = (vec![0.0; self.classes], vec![0.0; self.classes]);
            for ((first, second), decision) in self.pairs().zip(row) {
                sums[first] += decision;
                sums[second] -= decision;
                votes[if *decision > 0.0 { first } else { second }] += 1.0;
            }
            values
                .extend(votes.iter().zip(&sums).map(|(votes, sum)| votes + sum / (3.0 * (sum.abs() + 1.0))));
        }
        Dense { values, columns: self.classes }
    }

    fn votes(&self, decisions: &[f64]) -> usize {
        let mut votes = vec![0.0; self.classes];
        for ((first, second), decision) in self.pairs().zip(decisions) {
            votes[if *decision > 0.0 { first } else { second }] += 1.0;
        }
        argmax(&votes)
    }
}

impl Fitted for VectorModel {
    fn attributes(&self) -> Attributes {
        let intercepts: Vec<f64> = self.intercepts.iter().map(|b| self.sign() * b).collect();
        let mut found = vec![
            ("support_", Attribute::narrow(self.places.iter().map(|place| *place as i32))),
            ("support_vectors_", Attribute::matrix(&self.vectors)),
            ("n_support_", Attribute::narrow(self.counts.iter().map(|count| *count as i32))),
            ("dual_coef_", Attribute::matrix(&self.dual())),
            ("intercept_", Attribute::list(&intercepts)),
        ];
        if self.kernel == Kernel::Linear {
            let mut weights = self.linear();
            weights.values.iter_mut().for_each(|weight| *weight *= self.sign());
            found.push(("coef_", Attribute::matrix(&weights)));
        }
        if !self.sigmoids.is_empty() {
            let of = |read: fn(&Sigmoid) -> f64| self.sigmoids.iter().map(read).collect::<Vec<f64>>();
            found.push(("probA_", Attribute::list(&of(|sigmoid| sigmoid.slope))));
            found.push(("probB_", Attribute::list(&of(|sigmoid| sigmoid.offset))));
        }
        if let Kernel::Gaussian { gamma } | Kernel::Polynomial { gamma, .. } | Kernel::Sigmoid { gamma, .. } =
            self.kernel
        {
            found.push(("_gamma", Attribute::Number(gamma)));
        }
        found
    }

    fn predict(&self, rows: &Dense) -> Result<Answer, LearnError> {
        let decisions = self.decisions(rows);
        Ok(match self.classes {
            0 => Answer::Numbers(decisions),
            _ => Answer::Codes(decisions.iter_rows().map(|row| self.votes(row)).collect()),
        })
    }

    fn predict_proba(&self, rows: &Dense) -> Result<Dense, LearnError> {
        if self.sigmoids.is_empty() {
            return Err(LearnError::Unsupported("predict_proba"));
        }
        let decisions = self.decisions(rows);
        let values = decisions.iter_rows().flat_map(|row| {
            let shares = row.iter().zip(&self.sigmoids).map(|(decision, sigmoid)| sigmoid.share(*decision));
            couple(&shares.collect::<Vec<f64>>(), self.classes)
        });
        Ok(Dense { values: values.collect(), columns: self.classes })
    }

    fn decision_function(&self, rows: &Dense) -> Result<Dense, LearnError> {
        let mut decisions = self.decisions(rows);
        match self.classes {
            0 => Err(LearnError::Unsupported("decision_function")),
            2 => {
                decisions.values.iter_mut().for_each(|decision| *decision = -*decision);
                Ok(decisions)
            }
            _ if self.pairwise => Ok(decisions),
            _ => Ok(self.one_against_rest(&decisions)),
        }
    }
}
