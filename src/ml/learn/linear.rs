//! Linear models: logistic regression, linear support vectors, least squares, ridge, lasso and elastic net.

use super::super::dense::{Dense, argmax};
use super::super::linear::{
    ElasticNet, Linear, Logistic, SquaredHinge, elastic_net, least_squares, logistic, ridge, singular_values,
    squared_hinge,
};
use super::super::spec::ParamValue;
use super::{Answer, Attribute, Attributes, Fitted, Given, LearnError, Params};
use serde::{Deserialize, Serialize};

/// A fitted linear model.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct LinearModel {
    linear: Linear,
    kind: Kind,
    iterations: usize,
    converged: bool,
    /// `singular_`, where it was asked for.
    singular: Option<Vec<f64>>,
}

/// What the scores mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    /// Numbers: one output a target.
    Numbers,
    /// Numbers of a model that keeps its only intercept in a list.
    SingleNumbers,
    /// The logarithms of odds.
    Odds,
    /// The logarithms of odds of each class against all others.
    SeparateOdds,
    /// Distances to borders between classes.
    Margins,
}

pub(super) fn fit(id: &str, params: &mut Params, given: &mut Given) -> Result<LinearModel, LearnError> {
    match id {
        "logistic_regression" => odds(params, given),
        "linear_svc" => margins(params, given),
        "linear_regression" => squares(params, given),
        "ridge" => penalised(params, given),
        _ => sparse(id, params, given),
    }
}

fn odds(params: &mut Params, given: &mut Given) -> Result<LinearModel, LearnError> {
    params.ignore(&["random_state", "dual"]);
    let (codes, classes) = given.codes()?;
    let codes = codes.to_vec();
    let solver = params.text("solver", "lbfgs")?;
    params.only("l1_ratio", ParamValue::Float(0.0))?;
    let liblinear = solver == "liblinear";
    if liblinear && classes > 2 {
        return Err(LearnError::Value(
            "The 'liblinear' solver does not support multiclass classification (n_classes >= 3). Either use \
             another solver or wrap the estimator in a OneVsRestClassifier to keep applying a one-versus-rest \
             scheme."
                .to_owned(),
        ));
    }
    params.only("intercept_scaling", ParamValue::Float(1.0))?;
    let settings = Logistic {
        c: params.float("C", 1.0)?,
        max_iter: params.count("max_iter", 100)?,
        tol: params.float("tol", 1e-4)?,
        fit_intercept: params.flag("fit_intercept", true)?,
        penalised_intercept: liblinear,
    };
    let counts = given.weights();
    let (linear, iterations) = logistic(given.columns(), &codes, classes, &counts, settings, given.progress)?;
    // Newton's steps are few; only a bound below them can end it too early.
    let converged = iterations < settings.max_iter;
    Ok(LinearModel { linear, kind: Kind::Odds, iterations, converged, singular: None })
}

fn margins(params: &mut Params, given: &mut Given) -> Result<LinearModel, LearnError> {
    params.ignore(&["random_state", "dual", "tol"]);
    params.only("loss", ParamValue::Text("squared_hinge".to_owned()))?;
    params.only("penalty", ParamValue::Text("l2".to_owned()))?;
    params.only("multi_class", ParamValue::Text("ovr".to_owned()))?;
    let settings = SquaredHinge {
        c: params.float("C", 1.0)?,
        fit_intercept: params.flag("fit_intercept", true)?,
        scaling: params.float("intercept_scaling", 1.0)?,
        max_iter: params.count("max_iter", 1000)?,
    };
    let (codes, classes) = given.codes()?;
    let (rows, counts) = (given.rows(), given.weights());
    let mut linear =
        Linear { weights: Dense { values: Vec::new(), columns: rows.columns }, intercepts: Vec::new() };
    let mut iterations = 0;
    let wanted = if classes == 2 { 1..2 } else { 0..classes };
    for class in wanted {
        let signs: Vec<f64> = codes.iter().map(|code| if *code == class { 1.0 } else { -1.0 }).collect();
        let (weights, intercept, done) = squared_hinge(&rows, &signs, &counts, settings)?;
        linear.weights.values.extend(weights);
        linear.intercepts.push(intercept);
        iterations = iterations.max(done);
    }
    let converged = iterations < settings.max_iter;
    Ok(LinearModel { linear, kind: Kind::Margins, iterations, converged, singular: None })
}

/// Fits each column of the target by itself.
fn each_output(
    given: &mut Given,
    mut one: impl FnMut(Dense, &[f64], &mut Given) -> Result<Linear, LearnError>,
) -> Result<Linear, LearnError> {
    let targets = given.numbers()?.clone();
    let columns = given.columns();
    let mut all =
        Linear { weights: Dense { values: Vec::new(), columns: columns.rows() }, intercepts: Vec::new() };
    for output in 0..targets.columns {
        let target: Vec<f64> = targets.iter_rows().map(|row| row[output]).collect();
        let fitted = one(columns.clone(), &target, given)?;
        all.weights.values.extend(fitted.weights.values);
        all.intercepts.extend(fitted.intercepts);
    }
    Ok(all)
}

fn squares(params: &mut Params, given: &mut Given) -> Result<LinearModel, LearnError> {
    params.only("positive", ParamValue::Boolean(false))?;
    params.ignore(&["tol"]);
    let fit_intercept = params.flag("fit_intercept", true)?;
    let linear = each_output(given, |columns, target, given| {
        Ok(least_squares(columns, target, fit_intercept, given.weights)?)
    })?;
    let singular = singular_values(given.columns(), fit_intercept, given.weights)?;
    Ok(LinearModel { linear, kind: Kind::Numbers, iterations: 0, converged: true, singular: Some(singular) })
}

fn penalised(params: &mut Params, given: &mut Given) -> Result<LinearModel, LearnError> {
    params.ignore(&["solver", "tol", "max_iter", "random_state"]);
    params.only("positive", ParamValue::Boolean(false))?;
    let (alpha, fit_intercept) = (params.float("alpha", 1.0)?, params.flag("fit_intercept", true)?);
    let linear = each_output(given, |columns, target, given| {
        Ok(ridge(columns, target, alpha, fit_intercept, given.weights)?)
    })?;
    Ok(LinearModel { linear, kind: Kind::Numbers, iterations: 0, converged: true, singular: None })
}

fn sparse(id: &str, params: &mut Params, given: &mut Given) -> Result<LinearModel, LearnError> {
    params.ignore(&["precompute", "random_state", "selection"]);
    params.only("positive", ParamValue::Boolean(false))?;
    let settings = ElasticNet {
        alpha: params.float("alpha", 1.0)?,
        l1_ratio: if id == "lasso" { 1.0 } else { params.float("l1_ratio", 0.5)? },
        max_iter: params.count("max_iter", 1000)?,
        tol: params.float("tol", 1e-4)?,
        fit_intercept: params.flag("fit_intercept", true)?,
    };
    // The loss is a mean: only how rows count against each other matters.
    let counts = given.weights.map(|weights| {
        let scale = weights.len() as f64 / weights.iter().sum::<f64>();
        weights.iter().map(|weight| weight * scale).collect::<Vec<f64>>()
    });
    let mut sweeps = 0;
    let linear = each_output(given, |columns, target, given| {
        let mut count = |done: usize, total: usize, point| {
            sweeps = sweeps.max(done);
            given.progress.step(done, total, point);
        };
        Ok(elastic_net(columns, target, counts.as_deref(), settings, &mut count)?)
    })?;
    let converged = sweeps < settings.max_iter;
    Ok(LinearModel { linear, kind: Kind::Numbers, iterations: sweeps, converged, singular: None })
}

impl LinearModel {
    pub(super) fn new(linear: Linear, kind: Kind, iterations: usize, converged: bool) -> Self {
        Self { linear, kind, iterations, converged, singular: None }
    }

    fn scores(&self, rows: &Dense) -> Dense {
        let values = rows.iter_rows().flat_map(|row| self.linear.scores(row)).collect();
        Dense { values, columns: self.linear.intercepts.len() }
    }
}

impl Fitted for LinearModel {
    fn attributes(&self) -> Attributes {
        let (weights, intercepts) = (&self.linear.weights, &self.linear.intercepts);
        let mut found = match (self.kind, &intercepts[..]) {
            (Kind::Numbers, [intercept]) => vec![
                ("coef_", Attribute::list(&weights.values)),
                ("intercept_", Attribute::Number(*intercept)),
            ],
            (Kind::SingleNumbers, _) => {
                vec![("coef_", Attribute::list(&weights.values)), ("intercept_", Attribute::list(intercepts))]
            }
            _ => vec![("coef_", Attribute::matrix(weights)), ("intercept_", Attribute::list(intercepts))],
        };
        match (self.kind, &self.singular) {
            (_, Some(sizes)) => {
                let least = sizes.first().copied().unwrap_or(0.0)
                    * f64::EPSILON
                    * weights.columns.max(sizes.len()) as f64;
                let rank = sizes.iter().filter(|size| **size > least).count();
                found.push(("rank_", Attribute::count(rank)));
                found.push(("singular_", Attribute::list(sizes)));
            }
            (Kind::Odds, _) => found.push(("n_iter_", Attribute::narrow([self.iterations as i32]))),
            (_, None) if self.iterations > 0 => found.push(("n_iter_", Attribute::count(self.iterations))),
            _ => {}
        }
        found.push(("converged", Attribute::Flag(self.converged)));
        found
    }

    fn predict(&self, rows: &Dense) -> Result<Answer, LearnError> {
        let scores = self.scores(rows);
        Ok(match (self.kind, scores.columns) {
            (Kind::Numbers | Kind::SingleNumbers, _) => Answer::Numbers(scores),
            (_, 1) => Answer::Codes(scores.values.iter().map(|score| usize::from(*score > 0.0)).collect()),
            _ => Answer::Codes(scores.iter_rows().map(argmax).collect()),
        })
    }

    fn predict_proba(&self, rows: &Dense) -> Result<Dense, LearnError> {
        match self.kind {
            Kind::Odds => Ok(self.linear.probabilities(rows)),
            Kind::SeparateOdds if self.linear.intercepts.len() == 1 => Ok(self.linear.probabilities(rows)),
            Kind::SeparateOdds => {
                let mut shares = self.scores(rows);
                for row in shares.values.chunks_exact_mut(shares.columns.max(1)) {
                    row.iter_mut().for_each(|score| *score = 1.0 / (1.0 + (-*score).exp()));
                    let sum: f64 = row.iter().sum();
                    row.iter_mut().for_each(|share| *share /= sum);
                }
                Ok(shares)
            }
            _ => Err(LearnError::Unsupported("predict_proba")),
        }
    }

    fn decision_function(&self, rows: &Dense) -> Result<Dense, LearnError> {
        match self.kind {
            Kind::Numbers | Kind::SingleNumbers => Err(LearnError::Unsupported("decision_function")),
            _ => Ok(self.scores(rows)),
        }
    }
}
