//! Estimators with all that Python's scikit-learn has of them: parameters by its names in, a fitted model with its
//! attributes, shapes and orders out. Knows families by name only, and no Python.
//!
//! [`super::estimator`] is the narrower door of the page's form, whose models are kept small; this one keeps what a
//! program may look at.

mod attribute;
mod bayes;
mod boosting;
mod clusters;
mod components;
mod descent;
mod error;
mod linear;
mod neighbours;
mod params;
mod search;
mod trees;
mod vectors;

pub use attribute::{Attribute, Attributes};
pub use error::LearnError;
pub use params::Params;

use super::dense::Dense;
use super::model::first_not_finite;
use super::progress::Progress;
use super::tree::Tree;
use ndarray::ArrayView2;
use serde::{Deserialize, Serialize};

/// What to learn to predict.
#[derive(Clone, Copy, Debug)]
pub enum Aim<'a> {
    /// Nothing.
    None,
    /// A class a row, and how many classes there are.
    Codes(&'a [usize], usize),
    /// Numbers: rows × outputs.
    Numbers(&'a Dense),
}

/// What a fit is given.
pub struct Given<'a> {
    /// Rows × features.
    pub x: ArrayView2<'a, f64>,
    /// What to predict.
    pub aim: Aim<'a>,
    /// What each row counts; `None` is 1 for all.
    pub weights: Option<&'a [f64]>,
    /// Who hears how far the fit is.
    pub progress: &'a mut dyn Progress,
}

impl<'a> Given<'a> {
    fn rows(&self) -> Dense {
        Dense::from_view(self.x)
    }

    fn columns(&self) -> Dense {
        Dense::columns_of(self.x)
    }

    fn count(&self) -> usize {
        self.x.nrows()
    }

    fn weights(&self) -> Vec<f64> {
        self.weights.map_or_else(|| vec![1.0; self.count()], <[f64]>::to_vec)
    }

    /// The codes and how many classes there are.
    fn codes(&self) -> Result<(&'a [usize], usize), LearnError> {
        match self.aim {
            Aim::Codes(codes, classes) => Ok((codes, classes)),
            _ => Err(LearnError::AimMissing),
        }
    }

    /// The numbers, rows × outputs.
    fn numbers(&self) -> Result<&'a Dense, LearnError> {
        match self.aim {
            Aim::Numbers(numbers) => Ok(numbers),
            _ => Err(LearnError::AimMissing),
        }
    }

    /// The only number of each row.
    fn single(&self) -> Result<&'a [f64], LearnError> {
        match self.numbers()? {
            numbers if numbers.columns == 1 => Ok(&numbers.values),
            _ => Err(LearnError::NotCarried("a target of several columns".to_owned())),
        }
    }
}

/// What a model predicts.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Codes of classes or clusters, one a row.
    Codes(Vec<usize>),
    /// Numbers: rows × outputs.
    Numbers(Dense),
}

/// What a fitted estimator can do; what it cannot is an error.
trait Fitted {
    /// What scikit-learn's fitted attributes hold.
    fn attributes(&self) -> Attributes;

    /// `predict`.
    fn predict(&self, _rows: &Dense) -> Result<Answer, LearnError> {
        Err(LearnError::Unsupported("predict"))
    }

    /// `predict_proba`: rows × classes.
    fn predict_proba(&self, _rows: &Dense) -> Result<Dense, LearnError> {
        Err(LearnError::Unsupported("predict_proba"))
    }

    /// `decision_function`: one column for two classes.
    fn decision_function(&self, _rows: &Dense) -> Result<Dense, LearnError> {
        Err(LearnError::Unsupported("decision_function"))
    }

    /// `transform`.
    fn transform(&self, _rows: &Dense) -> Result<Dense, LearnError> {
        Err(LearnError::Unsupported("transform"))
    }

    /// `inverse_transform`.
    fn inverse_transform(&self, _rows: &Dense) -> Result<Dense, LearnError> {
        Err(LearnError::Unsupported("inverse_transform"))
    }

    /// `kneighbors`: distances and places in the training rows, rows × count.
    fn kneighbors(&self, _rows: &Dense, _count: usize) -> Result<(Dense, Vec<usize>), LearnError> {
        Err(LearnError::Unsupported("kneighbors"))
    }

    /// The trees, and how many numbers a leaf holds.
    fn trees(&self) -> Option<(&[Tree], usize)> {
        None
    }

    /// What each stage of boosting says: `staged_decision_function`, or the numbers of `staged_predict`.
    fn staged(&self, _rows: &Dense) -> Result<Vec<Dense>, LearnError> {
        Err(LearnError::Unsupported("staged_predict"))
    }
}

/// A fitted estimator. Serialises with any serde format.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Model {
    id: String,
    features: usize,
    learned: Learned,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum Learned {
    Linear(linear::LinearModel),
    Trees(trees::TreeModel),
    Boosting(boosting::BoostedModel),
    Neighbours(neighbours::NeighbourModel),
    Vectors(vectors::VectorModel),
    Bayes(bayes::GaussianModel),
    Counts(bayes::CountModel),
    Clusters(clusters::ClusterModel),
    Dense(clusters::DensityModel),
    Components(components::ComponentModel),
}

/// Fits the estimator `id`.
///
/// # Errors
/// When there is no such estimator, a parameter is not carried, or data and parameters do not suit each other.
pub fn fit(id: &str, mut params: Params, mut given: Given) -> Result<Model, LearnError> {
    check(&given)?;
    let (given, params) = (&mut given, &mut params);
    let learned = match id {
        "logistic_regression" | "linear_svc" | "linear_regression" | "ridge" | "lasso" | "elastic_net" => {
            linear::fit(id, params, given).map(Learned::Linear)
        }
        "sgd_classifier" | "sgd_regressor" | "perceptron" => {
            descent::fit(id, params, given).map(Learned::Linear)
        }
        "decision_tree_classifier"
        | "decision_tree_regressor"
        | "random_forest_classifier"
        | "random_forest_regressor"
        | "extra_trees_classifier"
        | "extra_trees_regressor"
        | "extra_tree_classifier"
        | "extra_tree_regressor" => trees::fit(id, params, given).map(Learned::Trees),
        "gradient_boosting_classifier" | "gradient_boosting_regressor" => {
            boosting::fit(params, given).map(Learned::Boosting)
        }
        "k_neighbors_classifier" | "k_neighbors_regressor" | "nearest_neighbors" => {
            neighbours::fit(params, given).map(Learned::Neighbours)
        }
        "svc" | "svr" => vectors::fit(params, given).map(Learned::Vectors),
        "gaussian_nb" => bayes::gaussian(params, given).map(Learned::Bayes),
        "multinomial_nb" | "bernoulli_nb" => bayes::counts(id, params, given).map(Learned::Counts),
        "k_means" => clusters::k_means(params, given).map(Learned::Clusters),
        "dbscan" => clusters::dbscan(params, given).map(Learned::Dense),
        "pca" | "truncated_svd" => components::fit(id, params, given).map(Learned::Components),
        _ => Err(LearnError::NotCarried(id.to_owned())),
    }?;
    params.finish()?;
    Ok(Model { id: id.to_owned(), features: given.x.ncols(), learned })
}

fn check(given: &Given) -> Result<(), LearnError> {
    let rows = given.count();
    let lengths = [
        given.weights.map(<[f64]>::len),
        match given.aim {
            Aim::None => None,
            Aim::Codes(codes, _) => Some(codes.len()),
            Aim::Numbers(numbers) => Some(numbers.rows()),
        },
    ];
    if let Some(found) = lengths.into_iter().flatten().find(|found| *found != rows) {
        return Err(LearnError::Lengths { rows, found });
    }
    if let Aim::Codes(codes, classes) = given.aim
        && codes.iter().any(|code| *code >= classes)
    {
        return Err(LearnError::Value("a class code is not below the number of classes".to_owned()));
    }
    if rows == 0 || given.x.ncols() == 0 {
        return Err(LearnError::Value("there is nothing to fit on".to_owned()));
    }
    if let Some((row, column)) = first_not_finite(given.x) {
        return Err(super::error::FitError::NotFinite { column, row }.into());
    }
    if let Aim::Numbers(numbers) = given.aim
        && let Some(place) = numbers.values.iter().position(|number| !number.is_finite())
    {
        let row = place / numbers.columns.max(1);
        return Err(super::error::FitError::TargetNotFinite { row }.into());
    }
    Ok(())
}

impl Model {
    fn learned(&self) -> &dyn Fitted {
        match &self.learned {
            Learned::Linear(model) => model,
            Learned::Trees(model) => model,
            Learned::Boosting(model) => model,
            Learned::Neighbours(model) => model,
            Learned::Vectors(model) => model,
            Learned::Bayes(model) => model,
            Learned::Counts(model) => model,
            Learned::Clusters(model) => model,
            Learned::Dense(model) => model,
            Learned::Components(model) => model,
        }
    }

    /// The id of the estimator.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Rows that the model can take.
    fn rows(&self, x: ArrayView2<f64>) -> Result<Dense, LearnError> {
        use super::error::PredictError;
        if x.ncols() != self.features {
            return Err(PredictError::FeatureCount { expected: self.features, found: x.ncols() }.into());
        }
        match first_not_finite(x) {
            Some((row, column)) => Err(PredictError::NotFinite { column, row }.into()),
            None => Ok(Dense::from_view(x)),
        }
    }

    /// What scikit-learn's fitted attributes hold.
    pub fn attributes(&self) -> Attributes {
        self.learned().attributes()
    }

    /// `predict`.
    ///
    /// # Errors
    /// When the rows do not suit the model or it has no such method; so have all below.
    pub fn predict(&self, x: ArrayView2<f64>) -> Result<Answer, LearnError> {
        self.learned().predict(&self.rows(x)?)
    }

    /// `predict_proba`: rows × classes.
    ///
    /// # Errors
    /// See [`Model::predict`].
    pub fn predict_proba(&self, x: ArrayView2<f64>) -> Result<Dense, LearnError> {
        self.learned().predict_proba(&self.rows(x)?)
    }

    /// `decision_function`: one column for two classes.
    ///
    /// # Errors
    /// See [`Model::predict`].
    pub fn decision_function(&self, x: ArrayView2<f64>) -> Result<Dense, LearnError> {
        self.learned().decision_function(&self.rows(x)?)
    }

    /// `transform`.
    ///
    /// # Errors
    /// See [`Model::predict`].
    pub fn transform(&self, x: ArrayView2<f64>) -> Result<Dense, LearnError> {
        self.learned().transform(&self.rows(x)?)
    }

    /// `inverse_transform`.
    ///
    /// # Errors
    /// See [`Model::predict`].
    pub fn inverse_transform(&self, x: ArrayView2<f64>) -> Result<Dense, LearnError> {
        self.learned().inverse_transform(&Dense::from_view(x))
    }

    /// `kneighbors`: distances and places in the training rows, rows × count.
    ///
    /// # Errors
    /// See [`Model::predict`].
    pub fn kneighbors(&self, x: ArrayView2<f64>, count: usize) -> Result<(Dense, Vec<usize>), LearnError> {
        self.learned().kneighbors(&self.rows(x)?, count)
    }

    /// What each stage of boosting says.
    ///
    /// # Errors
    /// See [`Model::predict`].
    pub fn staged(&self, x: ArrayView2<f64>) -> Result<Vec<Dense>, LearnError> {
        self.learned().staged(&self.rows(x)?)
    }

    /// The trees, and how many numbers a leaf holds.
    pub fn trees(&self) -> Option<(&[Tree], usize)> {
        self.learned().trees()
    }

    /// `apply`: the leaf of each row in each tree, rows × trees.
    ///
    /// # Errors
    /// See [`Model::predict`].
    pub fn apply(&self, x: ArrayView2<f64>) -> Result<Vec<usize>, LearnError> {
        let (trees, _) = self.trees().ok_or(LearnError::Unsupported("apply"))?;
        let rows = self.rows(x)?;
        let leaves = rows.iter_rows().flat_map(|row| trees.iter().map(|tree| tree.apply(row)));
        leaves.collect::<Option<_>>().ok_or(LearnError::Predict(super::error::PredictError::Damaged))
    }

    /// Tree `index` of a forest as a model of its own.
    pub fn estimator(&self, index: usize) -> Option<Self> {
        let Learned::Trees(forest) = &self.learned else { return None };
        let learned = Learned::Trees(forest.single(index)?);
        Some(Self { id: self.id.clone(), features: self.features, learned })
    }
}
