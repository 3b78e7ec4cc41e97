//! k nearest neighbours: for classes, for numbers, and for their own sake.

use super::super::dense::{Dense, argmax};
use super::super::spec::ParamValue;
use super::params::not_carried;
use super::search::Search;
use super::{Aim, Answer, Attribute, Attributes, Fitted, Given, LearnError, Params};
use serde::{Deserialize, Serialize};

/// The training rows and what they say.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct NeighbourModel {
    rows: Dense,
    says: Says,
    count: usize,
    by_distance: bool,
    metric: Metric,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum Says {
    Nothing,
    Classes(Vec<u32>, usize),
    Numbers(Dense),
}

/// How far two rows are apart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Metric {
    Manhattan,
    Euclidean,
    Chebyshev,
    Minkowski(f64),
    Cosine,
}

impl Metric {
    /// The metric of `metric` and `p`.
    pub(super) fn take(params: &mut Params) -> Result<Self, LearnError> {
        params.ignore(&["metric_params"]);
        let power = params.float("p", 2.0)?;
        Ok(match params.text("metric", "minkowski")?.as_str() {
            "minkowski" if power == 1.0 => Self::Manhattan,
            "minkowski" if power == 2.0 => Self::Euclidean,
            "minkowski" if power == f64::INFINITY => Self::Chebyshev,
            "minkowski" => Self::Minkowski(power),
            "euclidean" | "l2" => Self::Euclidean,
            "manhattan" | "l1" | "cityblock" => Self::Manhattan,
            "chebyshev" => Self::Chebyshev,
            "cosine" => Self::Cosine,
            other => return Err(not_carried("metric", &ParamValue::Text(other.to_owned()))),
        })
    }

    /// A number that grows with the distance, and is cheaper.
    pub(super) fn reduced(self, a: &[f64], b: &[f64]) -> f64 {
        let gaps = a.iter().zip(b).map(|(a, b)| (a - b).abs());
        match self {
            Self::Manhattan => gaps.sum(),
            Self::Euclidean => gaps.map(|gap| gap * gap).sum(),
            Self::Chebyshev => gaps.fold(0.0, f64::max),
            Self::Minkowski(power) => gaps.map(|gap| gap.powf(power)).sum(),
            Self::Cosine => {
                let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
                let lengths = product(a, a).sqrt() * product(b, b).sqrt();
                1.0 - if lengths == 0.0 { 0.0 } else { product(a, b) / lengths }
            }
        }
    }

    pub(super) fn full(self, reduced: f64) -> f64 {
        match self {
            Self::Euclidean => reduced.sqrt(),
            Self::Minkowski(power) => reduced.powf(1.0 / power),
            _ => reduced,
        }
    }

    /// The distance of two rows.
    pub(super) fn distance(self, a: &[f64], b: &[f64]) -> f64 {
        self.full(self.reduced(a, b))
    }
}

pub(super) fn fit(params: &mut Params, given: &mut Given) -> Result<NeighbourModel, LearnError> {
    params.ignore(&["algorithm", "leaf_size", "radius"]);
    let count = params.count("n_neighbors", 5)?;
    let by_distance = params.text("weights", "uniform")? == "distance";
    let metric = Metric::take(params)?;
    let says = match given.aim {
        Aim::None => Says::Nothing,
        Aim::Codes(codes, classes) => Says::Classes(codes.iter().map(|code| *code as u32).collect(), classes),
        Aim::Numbers(numbers) => Says::Numbers(numbers.clone()),
    };
    Ok(NeighbourModel { rows: given.rows(), says, count, by_distance, metric })
}

impl NeighbourModel {
    fn enough(&self, count: usize, samples: usize) -> Result<(), LearnError> {
        let known = self.rows.rows();
        if count <= known {
            return Ok(());
        }
        Err(LearnError::Value(format!(
            "Expected n_neighbors <= n_samples_fit, but n_neighbors = {count}, n_samples_fit = {known}, \
             n_samples = {samples}"
        )))
    }

    /// What the neighbours of each row say, weighed: classes' shares, or numbers.
    fn average(&self, rows: &Dense) -> Result<Dense, LearnError> {
        self.enough(self.count, rows.rows())?;
        let columns = match &self.says {
            Says::Nothing => return Err(LearnError::Unsupported("predict")),
            Says::Classes(_, classes) => *classes,
            Says::Numbers(numbers) => numbers.columns,
        };
        let mut found = Dense::zeros(rows.rows(), columns);
        let search = Search::new(&self.rows, self.metric, self.count);
        for (row, sums) in rows.iter_rows().zip(found.values.chunks_exact_mut(columns.max(1))) {
            let near = search.nearest(row, self.count);
            let weights = self.weights(&near);
            let whole: f64 = weights.iter().sum();
            for ((_, place), weight) in near.iter().zip(&weights) {
                match &self.says {
                    Says::Classes(codes, _) => {
                        let slot = codes.get(*place).and_then(|code| sums.get_mut(*code as usize));
                        slot.into_iter().for_each(|slot| *slot += weight);
                    }
                    Says::Numbers(numbers) => {
                        super::super::dense::add_scaled(sums, *weight, numbers.row(*place))
                    }
                    Says::Nothing => {}
                }
            }
            sums.iter_mut().for_each(|sum| *sum /= whole);
        }
        Ok(found)
    }

    /// Where neighbours are the very point, they alone count.
    fn weights(&self, near: &[(f64, usize)]) -> Vec<f64> {
        let hit = near.iter().any(|(distance, _)| *distance == 0.0);
        near.iter()
            .map(|(distance, _)| match (self.by_distance, hit) {
                (false, _) => 1.0,
                (true, true) => f64::from(u8::from(*distance == 0.0)),
                (true, false) => 1.0 / distance,
            })
            .collect()
    }
}

impl Fitted for NeighbourModel {
    fn attributes(&self) -> Attributes {
        vec![("n_samples_fit_", Attribute::count(self.rows.rows()))]
    }

    fn predict(&self, rows: &Dense) -> Result<Answer, LearnError> {
        let average = self.average(rows)?;
        Ok(match self.says {
            Says::Classes(..) => Answer::Codes(average.iter_rows().map(argmax).collect()),
            _ => Answer::Numbers(average),
        })
    }

    fn predict_proba(&self, rows: &Dense) -> Result<Dense, LearnError> {
        match self.says {
            Says::Classes(..) => self.average(rows),
            _ => Err(LearnError::Unsupported("predict_proba")),
        }
    }

    fn kneighbors(&self, rows: &Dense, count: usize) -> Result<(Dense, Vec<usize>), LearnError> {
        self.enough(count, rows.rows())?;
        let mut distances = Dense { values: Vec::new(), columns: count };
        let mut places = Vec::new();
        let search = Search::new(&self.rows, self.metric, count);
        for row in rows.iter_rows() {
            for (distance, place) in search.nearest(row, count) {
                distances.values.push(distance);
                places.push(place);
            }
        }
        Ok((distances, places))
    }
}
