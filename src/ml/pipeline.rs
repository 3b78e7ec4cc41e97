//! All that a training learned, in one piece: whatever predicts later does to its rows what was done to the
//! training rows, with the same means, levels and scales.

use super::error::{FeatureError, PredictError};
use super::features::Preparation;
use super::model::Model;
use crate::data::Table;
use ndarray::Array2;
use serde::{Deserialize, Serialize};

/// The version of the stored form.
const VERSION: u32 = 1;

/// How rows of a table become what the model takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inputs {
    /// From columns to features.
    pub preparation: Preparation,
    /// What scales them, if anything does.
    pub scaler: Option<Model>,
}

/// A fitted model with all that comes before it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pipeline {
    /// What comes before it.
    pub inputs: Inputs,
    /// The model.
    pub model: Model,
}

/// Why rows do not suit a pipeline.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum InputError {
    /// The columns do not.
    #[error(transparent)]
    Features(#[from] FeatureError),
    /// The numbers in them do not.
    #[error(transparent)]
    Numbers(#[from] PredictError),
}

/// Why stored bytes are no pipeline.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StoredError {
    /// Another version wrote them.
    #[error("the model has form {0}, this version knows {VERSION}")]
    Version(u32),
    /// They are damaged.
    #[error("the model cannot be read: {0}")]
    Damaged(#[from] postcard::Error),
}

impl Inputs {
    /// Rows × features of some rows of a table.
    ///
    /// # Errors
    /// When the table lacks a column or holds a number that cannot be scaled.
    pub fn of(&self, table: &Table, rows: &[usize]) -> Result<Array2<f64>, InputError> {
        let x = self.preparation.apply(table, rows)?;
        match &self.scaler {
            Some(scaler) if x.nrows() > 0 => Ok(scaler.transform(x.view())?),
            _ => Ok(x),
        }
    }
}

impl Pipeline {
    /// The stored form.
    ///
    /// # Errors
    /// Those of postcard.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_stdvec(&(VERSION, self))
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// When another version wrote it or it is damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StoredError> {
        match postcard::take_from_bytes(bytes)? {
            (VERSION, rest) => Ok(postcard::from_bytes(rest)?),
            (version, _) => Err(StoredError::Version(version)),
        }
    }
}
