//! Fits any estimator of the catalogue: checks table and target, hands over to its family. Knows families by name
//! only.

use super::bayes::Bayes;
use super::dense::Dense;
use super::error::FitError;
use super::k_means::KMeans;
use super::linear::{ElasticNet, Logistic, elastic_net, least_squares, logistic, ridge};
use super::model::{Fitted, Label, Model, first_not_finite};
use super::neighbours::{Answers, Neighbours, too_large};
use super::pca::{Components, Keep};
use super::progress::Progress;
use super::scalers::{Norm, Scaler};
use super::spec::{CheckedParams, ParamError, ParamValue, Task};
use super::support_vectors::{Kernel, SupportVectors};
use super::tree::{self, ForestSettings, Goal, Growth, Impurity, MaxFeatures};
use ndarray::ArrayView2;

/// What to learn to predict.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target<'a> {
    /// Nothing: clustering, scaling, components.
    None,
    /// A number a row.
    Numbers(&'a [f64]),
    /// A class a row.
    Classes {
        /// Indices into `labels`.
        codes: &'a [usize],
        /// The classes, in the order of `np.unique`.
        labels: &'a [Label],
    },
}

/// Table, parameters and target of one fit, checked.
struct Job<'a> {
    x: ArrayView2<'a, f64>,
    params: &'a CheckedParams,
    numbers: &'a [f64],
    codes: Vec<usize>,
    labels: Vec<Label>,
}

/// Fits the estimator that `params` were checked for on `x` (rows × features).
///
/// The same table, target and parameters give the same model, byte for byte; `random_state=None` is 0.
///
/// # Errors
/// When the table or the target does not suit the estimator, or the arithmetic overflows.
pub fn fit<'a>(
    params: &'a CheckedParams,
    x: ArrayView2<'a, f64>,
    target: Target<'a>,
    progress: &mut dyn Progress,
) -> Result<Model, FitError> {
    let job = Job::new(params, x, target)?;
    let fitted = job.fit(progress)?;
    Ok(Model { estimator: params.spec().id.to_owned(), features: x.ncols(), labels: job.labels, fitted })
}

impl<'a> Job<'a> {
    fn new(params: &'a CheckedParams, x: ArrayView2<'a, f64>, target: Target<'a>) -> Result<Self, FitError> {
        let rows = x.nrows();
        if x.ncols() == 0 {
            return Err(FitError::NoFeatures);
        }
        if rows == 0 {
            return Err(FitError::TooFewRows { found: 0, needed: 1 });
        }
        if let Some((row, column)) = first_not_finite(x) {
            return Err(FitError::NotFinite { column, row });
        }
        let mut job = Self { x, params, numbers: &[], codes: Vec::new(), labels: Vec::new() };
        let tasks = params.spec().tasks;
        match target {
            Target::Numbers(numbers) if tasks.contains(&Task::Regression) => {
                same_length(rows, numbers.len())?;
                if let Some(row) = numbers.iter().position(|number| !number.is_finite()) {
                    return Err(FitError::TargetNotFinite { row });
                }
                job.numbers = numbers;
            }
            Target::Classes { codes, labels } if tasks.contains(&Task::Classification) => {
                same_length(rows, codes.len())?;
                (job.codes, job.labels) = present_classes(codes, labels)?;
            }
            Target::None if tasks.contains(&Task::Regression) => return Err(FitError::TargetMissing),
            Target::None if tasks.contains(&Task::Classification) => return Err(FitError::TargetMissing),
            Target::Classes { .. } if tasks.contains(&Task::Regression) => {
                return Err(FitError::TargetNotNumeric);
            }
            Target::Numbers(_) if tasks.contains(&Task::Classification) => {
                return Err(FitError::TargetContinuous);
            }
            // Clustering and scaling look at no target.
            _ => {}
        }
        Ok(job)
    }

    fn fit(&self, progress: &mut dyn Progress) -> Result<Fitted, FitError> {
        match self.params.spec().id {
            "logistic_regression" | "linear_regression" | "ridge" | "lasso" | "elastic_net" => {
                self.linear(progress)
            }
            "decision_tree_classifier"
            | "decision_tree_regressor"
            | "random_forest_classifier"
            | "random_forest_regressor" => self.forest(progress),
            "svc" | "svr" => self.support_vectors(progress),
            "k_neighbors_classifier" | "k_neighbors_regressor" => self.neighbours(),
            "k_means" => self.k_means(progress),
            "gaussian_nb" => {
                let smoothing = self.params.float("var_smoothing")?;
                Bayes::fit(&self.rows(), &self.codes, self.labels.len(), smoothing).map(Fitted::Bayes)
            }
            "pca" => self.components(),
            _ => self.scaler(),
        }
    }

    fn rows(&self) -> Dense {
        Dense::from_view(self.x)
    }

    fn columns(&self) -> Dense {
        Dense::columns_of(self.x)
    }

    /// At least `needed` rows, or an error that says so.
    fn at_least(&self, needed: usize) -> Result<(), FitError> {
        let found = self.x.nrows();
        if found < needed { Err(FitError::TooFewRows { found, needed }) } else { Ok(()) }
    }

    fn linear(&self, progress: &mut dyn Progress) -> Result<Fitted, FitError> {
        let params = self.params;
        let fit_intercept = params.boolean("fit_intercept")?;
        let net = |l1_ratio| -> Result<ElasticNet, ParamError> {
            Ok(ElasticNet {
                alpha: params.float("alpha")?,
                l1_ratio,
                max_iter: params.count("max_iter")?,
                tol: params.float("tol")?,
                fit_intercept,
            })
        };
        match params.spec().id {
            "logistic_regression" => {
                let settings = Logistic {
                    c: params.float("C")?,
                    max_iter: params.count("max_iter")?,
                    tol: params.float("tol")?,
                    fit_intercept,
                    penalised_intercept: false,
                };
                let counts = vec![1.0; self.codes.len()];
                logistic(self.columns(), &self.codes, self.labels.len(), &counts, settings, progress)
                    .map(|(model, _)| model)
            }
            "linear_regression" => least_squares(self.columns(), self.numbers, fit_intercept, None),
            "ridge" => ridge(self.columns(), self.numbers, params.float("alpha")?, fit_intercept, None),
            "lasso" => elastic_net(self.columns(), self.numbers, None, net(1.0)?, progress),
            _ => elastic_net(self.columns(), self.numbers, None, net(params.float("l1_ratio")?)?, progress),
        }
        .map(Fitted::Linear)
    }

    fn forest(&self, progress: &mut dyn Progress) -> Result<Fitted, FitError> {
        let params = self.params;
        let single = params.spec().param("n_estimators").is_none();
        let growth = Growth {
            max_depth: params.optional_count("max_depth")?,
            min_samples_split: params.count("min_samples_split")?,
            min_samples_leaf: params.count("min_samples_leaf")?,
            max_features: if single { MaxFeatures::All } else { max_features(params)? },
            ..Growth::default()
        };
        let settings = ForestSettings {
            growth,
            trees: if single { None } else { Some(params.count("n_estimators")?) },
            bootstrap: !single && params.boolean("bootstrap")?,
            prune: 0.0,
            seed: params.seed()?,
        };
        let goal = if self.labels.is_empty() {
            Goal::Numbers(self.numbers)
        } else {
            let kind = if params.text("criterion")? == "gini" { Impurity::Gini } else { Impurity::Entropy };
            Goal::Classes(&self.codes, self.labels.len(), kind)
        };
        tree::fit(&self.rows(), goal, &vec![1.0; self.x.nrows()], settings, progress).map(Fitted::Forest)
    }

    fn support_vectors(&self, progress: &mut dyn Progress) -> Result<Fitted, FitError> {
        let (params, rows) = (self.params, self.rows());
        let features = rows.columns as f64;
        let gamma = match params.get("gamma")? {
            ParamValue::Text(word) if word == "auto" => 1.0 / features,
            ParamValue::Text(_) => scale_gamma(&rows),
            _ => params.float("gamma")?,
        };
        let kernel = match params.text("kernel")? {
            "linear" => Kernel::Linear,
            "poly" => Kernel::Polynomial { gamma, degree: params.count("degree")? as i32, constant: 0.0 },
            _ => Kernel::Gaussian { gamma },
        };
        let c = params.float("C")?;
        if self.labels.is_empty() {
            SupportVectors::regress(&rows, self.numbers, (c, params.float("epsilon")?), kernel, progress)
        } else {
            SupportVectors::classify(&rows, &self.codes, self.labels.len(), (c, kernel), progress)
        }
        .map(Fitted::SupportVectors)
    }

    fn neighbours(&self) -> Result<Fitted, FitError> {
        let count = self.params.count("n_neighbors")?;
        self.at_least(count)?;
        let rows = self.rows();
        if let Some((row, column)) = too_large(&rows) {
            return Err(FitError::NotFinite { column, row });
        }
        let answers = if self.labels.is_empty() {
            Answers::Numbers(self.numbers.to_vec())
        } else {
            let codes = self.codes.iter().map(|code| *code as u32).collect();
            Answers::Classes(codes, self.labels.len() as u32)
        };
        let by_distance = self.params.text("weights")? == "distance";
        Ok(Fitted::Neighbours(Neighbours { rows, answers, count, by_distance }))
    }

    fn k_means(&self, progress: &mut dyn Progress) -> Result<Fitted, FitError> {
        let params = self.params;
        let settings = KMeans {
            clusters: params.count("n_clusters")?,
            // "auto" is one start for k-means++.
            starts: params.optional_count("n_init")?.unwrap_or(1),
            max_iter: params.count("max_iter")?,
            tol: params.float("tol")?,
            random_start: false,
            seed: params.seed()?,
        };
        settings.fit(self.rows(), progress).map(Fitted::Clusters)
    }

    fn components(&self) -> Result<Fitted, FitError> {
        let keep = match self.params.get("n_components")? {
            ParamValue::Null => Keep::All,
            ParamValue::Float(share) => Keep::Share(*share),
            _ => Keep::Count(self.params.count("n_components")?),
        };
        Components::fit(self.columns(), keep).map(Fitted::Components)
    }

    fn scaler(&self) -> Result<Fitted, FitError> {
        let params = self.params;
        match params.spec().id {
            "standard_scaler" => {
                Scaler::standard(&self.rows(), params.boolean("with_mean")?, params.boolean("with_std")?)
            }
            "min_max_scaler" => Scaler::min_max(self.x.to_owned()),
            "robust_scaler" => Scaler::robust(
                self.columns(),
                params.boolean("with_centering")?,
                params.boolean("with_scaling")?,
            ),
            _ => Ok(Scaler::Rows(match params.text("norm")? {
                "l1" => Norm::L1,
                "max" => Norm::Max,
                _ => Norm::L2,
            })),
        }
        .map(Fitted::Scaler)
    }
}

fn same_length(rows: usize, targets: usize) -> Result<(), FitError> {
    if rows == targets { Ok(()) } else { Err(FitError::LengthMismatch { rows, targets }) }
}

/// The classes that occur, numbered anew in their order.
fn present_classes(codes: &[usize], labels: &[Label]) -> Result<(Vec<usize>, Vec<Label>), FitError> {
    let mut present = vec![false; labels.len()];
    for code in codes {
        let slot =
            present.get_mut(*code).ok_or(FitError::UnknownClass { code: *code, labels: labels.len() })?;
        *slot = true;
    }
    let mut next = 0;
    let numbers: Vec<usize> = present
        .iter()
        .map(|here| {
            let own = next;
            next += usize::from(*here);
            own
        })
        .collect();
    if next < 2 {
        return Err(FitError::OneClass { class: present.iter().position(|here| *here) });
    }
    let kept = labels.iter().zip(&present).filter(|(_, here)| **here).map(|(label, _)| label.clone());
    Ok((codes.iter().filter_map(|code| numbers.get(*code).copied()).collect(), kept.collect()))
}

fn max_features(params: &CheckedParams) -> Result<MaxFeatures, ParamError> {
    Ok(match params.get("max_features")? {
        ParamValue::Text(word) if word == "log2" => MaxFeatures::Log2,
        ParamValue::Text(_) => MaxFeatures::Sqrt,
        ParamValue::Float(share) => MaxFeatures::Share(*share),
        ParamValue::Integer(_) => MaxFeatures::Count(params.count("max_features")?),
        _ => MaxFeatures::All,
    })
}

/// `gamma="scale"`: one over features × the variance of all values; 1 when they are all the same.
pub(super) fn scale_gamma(rows: &Dense) -> f64 {
    let values = &rows.values;
    let middle = super::dense::mean(values);
    let variance = values.iter().map(|value| (value - middle).powi(2)).sum::<f64>() / values.len() as f64;
    if variance > 0.0 { 1.0 / (rows.columns as f64 * variance) } else { 1.0 }
}
