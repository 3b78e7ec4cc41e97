//! Decision trees, random forests and extremely random trees.

use super::super::dense::{Dense, argmax};
use super::super::spec::ParamValue;
use super::super::tree::{self, Forest, ForestSettings, Goal, Growth, Impurity, MaxFeatures, Tree};
use super::params::not_carried;
use super::{Answer, Attribute, Attributes, Fitted, Given, LearnError, Params};
use serde::{Deserialize, Serialize};

/// A fitted tree or forest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct TreeModel {
    forest: Forest,
    classifies: bool,
    /// `max_features_`.
    looked_at: usize,
}

/// `max_features`.
pub(super) fn max_features(params: &mut Params, default: MaxFeatures) -> Result<MaxFeatures, LearnError> {
    Ok(match params.take("max_features") {
        None => default,
        Some(ParamValue::Null) => MaxFeatures::All,
        Some(ParamValue::Text(word)) if word == "log2" => MaxFeatures::Log2,
        Some(ParamValue::Text(word)) if word == "sqrt" => MaxFeatures::Sqrt,
        Some(ParamValue::Float(share)) => MaxFeatures::Share(share),
        Some(ParamValue::Integer(count)) if count > 0 => MaxFeatures::Count(count as usize),
        Some(other) => return Err(not_carried("max_features", &other)),
    })
}

/// What all trees have: when to stop.
pub(super) fn growth(params: &mut Params, rows: usize, features: MaxFeatures) -> Result<Growth, LearnError> {
    params.only("min_weight_fraction_leaf", ParamValue::Float(0.0))?;
    Ok(Growth {
        max_depth: params.optional_count("max_depth")?,
        min_samples_split: params.count_or_share("min_samples_split", 2, rows)?.max(2),
        min_samples_leaf: params.count_or_share("min_samples_leaf", 1, rows)?,
        max_features: max_features(params, features)?,
        max_leaf_nodes: params.optional_count("max_leaf_nodes")?,
        min_impurity_decrease: params.float("min_impurity_decrease", 0.0)?,
        random_places: false,
    })
}

pub(super) fn fit(id: &str, params: &mut Params, given: &mut Given) -> Result<TreeModel, LearnError> {
    let classifies = id.ends_with("classifier");
    let (extra, single) = (id.starts_with("extra"), id.contains("tree_"));
    let features = match (single && !extra, classifies) {
        (false, true) => MaxFeatures::Sqrt,
        _ => MaxFeatures::All,
    };
    let mut growth = growth(params, given.count(), features)?;
    let splitter = params.text("splitter", if extra { "random" } else { "best" })?;
    growth.random_places = splitter == "random";
    let settings = ForestSettings {
        growth,
        trees: if single { None } else { Some(params.count("n_estimators", 100)?) },
        bootstrap: !single && params.flag("bootstrap", !extra)?,
        prune: params.float("ccp_alpha", 0.0)?,
        seed: params.seed()?,
    };
    let criterion = params.text("criterion", if classifies { "gini" } else { "squared_error" })?;
    let (rows, weights) = (given.rows(), given.weights());
    let looked_at = growth.max_features.of(rows.columns);
    let goal = match (classifies, criterion.as_str()) {
        (true, word) => {
            let kind = if word == "gini" { Impurity::Gini } else { Impurity::Entropy };
            let (codes, classes) = given.codes()?;
            Goal::Classes(codes, classes, kind)
        }
        // Both find the same splits: they differ in what they say the gain is.
        (false, "squared_error" | "friedman_mse") => Goal::Numbers(given.single()?),
        (false, other) => return Err(not_carried("criterion", &ParamValue::Text(other.to_owned()))),
    };
    let forest = tree::fit(&rows, goal, &weights, settings, given.progress)?;
    Ok(TreeModel { forest, classifies, looked_at })
}

impl TreeModel {
    /// One tree as a model of its own.
    pub(super) fn single(&self, index: usize) -> Option<Self> {
        let tree = self.forest.trees.get(index)?;
        let importances = tree.importances(self.forest.importances.len());
        let forest = Forest { trees: vec![tree.clone()], importances, outputs: self.forest.outputs };
        Some(Self { forest, classifies: self.classifies, looked_at: self.looked_at })
    }
}

impl Fitted for TreeModel {
    fn attributes(&self) -> Attributes {
        vec![
            ("feature_importances_", Attribute::list(&self.forest.importances)),
            ("max_features_", Attribute::count(self.looked_at)),
        ]
    }

    fn predict(&self, rows: &Dense) -> Result<Answer, LearnError> {
        let average = self.forest.average(rows)?;
        Ok(match self.classifies {
            true => Answer::Codes(average.iter_rows().map(argmax).collect()),
            false => Answer::Numbers(average),
        })
    }

    fn predict_proba(&self, rows: &Dense) -> Result<Dense, LearnError> {
        match self.classifies {
            true => Ok(self.forest.average(rows)?),
            false => Err(LearnError::Unsupported("predict_proba")),
        }
    }

    fn trees(&self) -> Option<(&[Tree], usize)> {
        Some((&self.forest.trees, self.forest.outputs))
    }
}
