//! Gradient boosting for classes and numbers.

use super::super::dense::Dense;
use super::super::error::PredictError;
use super::super::spec::ParamValue;
use super::super::tree::{BoostSettings, Boosted, Goal, Impurity, MaxFeatures, Tree, boost};
use super::trees::growth;
use super::{Aim, Answer, Attribute, Attributes, Fitted, Given, LearnError, Params};
use serde::{Deserialize, Serialize};

/// Fitted boosted trees.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct BoostedModel {
    boosted: Boosted,
    importances: Vec<f64>,
    looked_at: usize,
}

pub(super) fn fit(params: &mut Params, given: &mut Given) -> Result<BoostedModel, LearnError> {
    params.ignore(&["criterion", "validation_fraction", "tol"]);
    params.only("n_iter_no_change", ParamValue::Null)?;
    params.only("init", ParamValue::Null)?;
    params.only("alpha", ParamValue::Float(0.9))?;
    let depth = params.take("max_depth").unwrap_or(ParamValue::Integer(3));
    let mut growth = growth(params, given.count(), MaxFeatures::All)?;
    growth.max_depth = match depth {
        ParamValue::Null => None,
        other => other.as_f64().map(|depth| depth as usize),
    };
    let settings = BoostSettings {
        growth,
        stages: params.count("n_estimators", 100)?,
        rate: params.float("learning_rate", 0.1)?,
        subsample: params.float("subsample", 1.0)?,
        prune: params.float("ccp_alpha", 0.0)?,
        seed: params.seed()?,
    };
    let (rows, weights) = (given.rows(), given.weights());
    let goal = match given.aim {
        Aim::Codes(codes, classes) => {
            params.only("loss", ParamValue::Text("log_loss".to_owned()))?;
            Goal::Classes(codes, classes, Impurity::Gini)
        }
        _ => {
            params.only("loss", ParamValue::Text("squared_error".to_owned()))?;
            Goal::Numbers(given.single()?)
        }
    };
    let boosted = boost(&rows, goal, &weights, settings, given.progress)?;
    let importances = boosted.importances(rows.columns);
    Ok(BoostedModel { boosted, importances, looked_at: growth.max_features.of(rows.columns) })
}

impl BoostedModel {
    fn scores(&self, rows: &Dense) -> Result<Dense, LearnError> {
        Ok(self.boosted.scores(rows).ok_or(PredictError::Damaged)?)
    }
}

impl Fitted for BoostedModel {
    fn attributes(&self) -> Attributes {
        let stages = self.boosted.losses.len();
        vec![
            ("feature_importances_", Attribute::list(&self.importances)),
            ("train_score_", Attribute::list(&self.boosted.losses)),
            ("n_estimators_", Attribute::count(stages)),
            ("n_trees_per_iteration_", Attribute::count(self.boosted.start.len())),
            ("max_features_", Attribute::count(self.looked_at)),
        ]
    }

    fn predict(&self, rows: &Dense) -> Result<Answer, LearnError> {
        let scores = self.scores(rows)?;
        Ok(match self.boosted.classes {
            0 => Answer::Numbers(scores),
            _ => Answer::Codes(self.boosted.classes_of(&scores)),
        })
    }

    fn predict_proba(&self, rows: &Dense) -> Result<Dense, LearnError> {
        match self.boosted.classes {
            0 => Err(LearnError::Unsupported("predict_proba")),
            _ => Ok(self.boosted.probabilities(self.scores(rows)?)),
        }
    }

    fn decision_function(&self, rows: &Dense) -> Result<Dense, LearnError> {
        match self.boosted.classes {
            0 => Err(LearnError::Unsupported("decision_function")),
            _ => self.scores(rows),
        }
    }

    fn staged(&self, rows: &Dense) -> Result<Vec<Dense>, LearnError> {
        Ok(self.boosted.stages(rows).ok_or(PredictError::Damaged)?)
    }

    fn trees(&self) -> Option<(&[Tree], usize)> {
        Some((&self.boosted.trees, 1))
    }
}
