//! A figure in words and numbers, for those who do not see it. The page makes sentences of it.

use serde::{Deserialize, Serialize};

/// A figure in words and numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Twin {
    /// The title of the whole.
    pub title: String,
    /// Its plots.
    pub plots: Vec<Plot>,
}

/// A plot in words and numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plot {
    /// Its title.
    pub title: String,
    /// The horizontal axis.
    pub x: Extent,
    /// The vertical axis.
    pub y: Extent,
    /// What it shows.
    pub series: Vec<Series>,
}

/// An axis in words and numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extent {
    /// Its label.
    pub label: String,
    /// From where it reaches.
    pub from: f64,
    /// To where it reaches.
    pub to: f64,
    /// The names at its ticks, where they are not numbers.
    pub names: Vec<String>,
}

/// What a series is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// Points joined by a line.
    Line,
    /// Points.
    Points,
    /// Bars, or other shapes.
    Shapes,
    /// A grid of colours.
    Image,
}

/// One of the things that a plot shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// What it is.
    pub sort: Sort,
    /// Its name; empty without one.
    pub label: String,
    /// How many values it has.
    pub count: usize,
    /// The smallest and largest of its vertical values.
    pub range: Option<(f64, f64)>,
}
