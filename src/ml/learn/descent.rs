//! Linear models by stochastic gradient descent: `SGDClassifier`, `Perceptron`, `SGDRegressor`.

use super::super::dense::Dense;
use super::super::error::FitError;
use super::super::linear::{Linear, Loss, Rate, Sgd, sgd};
use super::super::spec::ParamValue;
use super::linear::{Kind, LinearModel};
use super::params::not_carried;
use super::{Given, LearnError, Params};
use crate::base::random::RandomState;

/// Seeds are below this.
const SEED_BOUND: i64 = i32::MAX as i64;

pub(super) fn fit(id: &str, params: &mut Params, given: &mut Given) -> Result<LinearModel, LearnError> {
    let regresses = id == "sgd_regressor";
    let settings = settings(id, params)?;
    let mut random = RandomState::new(params.seed()?);
    let (rows, counts) = (given.rows(), given.weights());
    let mut linear =
        Linear { weights: Dense { values: Vec::new(), columns: rows.columns }, intercepts: Vec::new() };
    let mut epochs = 0;
    let mut one = |truths: &[f64], seed: u32| -> Result<(), LearnError> {
        let (weights, intercept, done) = sgd(&rows, truths, &counts, settings, seed).map_err(overflowed)?;
        linear.weights.values.extend(weights);
        linear.intercepts.push(intercept);
        epochs = epochs.max(done);
        Ok(())
    };
    if regresses {
        one(given.single()?, draw(&mut random)?)?;
    } else {
        let (codes, classes) = given.codes()?;
        let against = if settings.loss == Loss::Log { 0.0 } else { -1.0 };
        let truths = |class: usize| -> Vec<f64> {
            codes.iter().map(|code| if *code == class { 1.0 } else { against }).collect()
        };
        if classes == 2 {
            one(&truths(1), second_draw(&mut random)?)?;
        } else {
            let seeds = (0..classes).map(|_| draw(&mut random)).collect::<Result<Vec<u32>, LearnError>>()?;
            for (class, seed) in seeds.into_iter().enumerate() {
                one(&truths(class), second_draw(&mut RandomState::new(seed))?)?;
            }
        }
    }
    let kind = match (regresses, settings.loss) {
        (true, _) => Kind::SingleNumbers,
        (false, Loss::Log) => Kind::SeparateOdds,
        _ => Kind::Margins,
    };
    Ok(LinearModel::new(linear, kind, epochs, epochs < settings.max_iter || settings.tol.is_none()))
}

fn draw(random: &mut RandomState) -> Result<u32, LearnError> {
    Ok(random.randint(0, SEED_BOUND).map_err(|_| FitError::Overflow)? as u32)
}

/// The seed of one classifier. Before it another is drawn, which scikit-learn gives to the rows and never uses.
fn second_draw(random: &mut RandomState) -> Result<u32, LearnError> {
    random.randint(1, SEED_BOUND).map_err(|_| FitError::Overflow)?;
    draw(random)
}

fn overflowed(_: FitError) -> LearnError {
    LearnError::Value(
        "Floating-point under-/overflow occurred. Scaling input data with StandardScaler or MinMaxScaler might help."
            .to_owned(),
    )
}

fn settings(id: &str, params: &mut Params) -> Result<Sgd, LearnError> {
    params.ignore(&["validation_fraction", "epsilon"]);
    params.only("early_stopping", ParamValue::Boolean(false))?;
    params.only("average", ParamValue::Boolean(false))?;
    let perceptron = id == "perceptron";
    let loss = match id {
        "sgd_regressor" => params.text("loss", "squared_error")?,
        "perceptron" => "perceptron".to_owned(),
        _ => params.text("loss", "hinge")?,
    };
    let loss = match loss.as_str() {
        "hinge" => Loss::Hinge(1.0),
        "perceptron" => Loss::Hinge(0.0),
        "squared_hinge" => Loss::SquaredHinge,
        "modified_huber" => Loss::ModifiedHuber,
        "log_loss" => Loss::Log,
        "squared_error" if id == "sgd_regressor" => Loss::Square,
        _ => return Err(not_carried("loss", &ParamValue::Text(loss))),
    };
    let alpha = params.float("alpha", 1e-4)?;
    let default = if perceptron { ParamValue::Null } else { ParamValue::Text("l2".to_owned()) };
    let penalty = match params.take("penalty").unwrap_or(default) {
        ParamValue::Null => None,
        ParamValue::Text(word) if word == "l2" => Some(alpha),
        other => return Err(not_carried("penalty", &other)),
    };
    // Counts with an elastic penalty only.
    params.ignore(&["l1_ratio"]);
    let power = params.float("power_t", if id == "sgd_regressor" { 0.25 } else { 0.5 })?;
    let usual = match id {
        "sgd_regressor" => "invscaling",
        "perceptron" => "constant",
        _ => "optimal",
    };
    let rate = match params.text("learning_rate", usual)?.as_str() {
        "optimal" => Rate::Optimal,
        "constant" => Rate::Constant,
        "invscaling" => Rate::Falling(power),
        "adaptive" => Rate::Adaptive,
        other => return Err(not_carried("learning_rate", &ParamValue::Text(other.to_owned()))),
    };
    let tol = match params.take("tol") {
        None => Some(1e-3),
        Some(ParamValue::Null) => None,
        Some(value) => value.as_f64(),
    };
    Ok(Sgd {
        loss,
        penalty,
        alpha,
        rate,
        first_rate: params.float("eta0", if perceptron { 1.0 } else { 0.01 })?,
        fit_intercept: params.flag("fit_intercept", true)?,
        max_iter: params.count("max_iter", 1000)?,
        tol,
        patience: params.count("n_iter_no_change", 5)?,
        shuffle: params.flag("shuffle", true)?,
    })
}
