//! Numbers that survive JSON: what is not finite is written as `null` and read as NaN. Knows no figure.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A place in data coordinates; written as `[x, y]`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "[Number; 2]", into = "[Number; 2]")]
pub struct Point {
    /// Value on the horizontal axis.
    pub x: f64,
    /// Value on the vertical axis.
    pub y: f64,
}

impl Point {
    /// Whether both values are finite.
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

impl From<(f64, f64)> for Point {
    fn from((x, y): (f64, f64)) -> Self {
        Self { x, y }
    }
}

impl From<[Number; 2]> for Point {
    fn from([x, y]: [Number; 2]) -> Self {
        Self { x: x.0, y: y.0 }
    }
}

impl From<Point> for [Number; 2] {
    fn from(point: Point) -> Self {
        [Number(point.x), Number(point.y)]
    }
}

#[derive(Clone, Copy)]
pub struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() && !self.0.is_finite() {
            serializer.serialize_none()
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            Option::<f64>::deserialize(deserializer).map(|value| Self(value.unwrap_or(f64::NAN)))
        } else {
            f64::deserialize(deserializer).map(Self)
        }
    }
}

/// A list of numbers, for `#[serde(with)]`.
pub mod list {
    use super::{Deserialize, Deserializer, Number, Serializer};

    pub fn serialize<S: Serializer>(values: &[f64], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(values.iter().map(|value| Number(*value)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<f64>, D::Error> {
        Ok(Vec::<Number>::deserialize(deserializer)?.into_iter().map(|number| number.0).collect())
    }
}

/// A list of lists of numbers, for `#[serde(with)]`.
pub mod grid {
    use super::{Deserialize, Deserializer, Number, Serializer};

    pub fn serialize<S: Serializer>(values: &[Vec<f64>], serializer: S) -> Result<S::Ok, S::Error> {
        serializer
            .collect_seq(values.iter().map(|row| row.iter().map(|value| Number(*value)).collect::<Vec<_>>()))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<f64>>, D::Error> {
        let rows = Vec::<Vec<Number>>::deserialize(deserializer)?;
        Ok(rows.into_iter().map(|row| row.into_iter().map(|number| number.0).collect()).collect())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::base::figure::{Bins, Figure, Mark};

    fn figure() -> Figure {
        let heights = vec![1.0, f64::INFINITY];
        let bars =
            Mark::Bars { label: "n".into(), bins: Bins::Edges(vec![0.0, 1.0, 2.0]), heights, series: 1 };
        let values = vec![vec![1.0, f64::NAN]];
        let matrix = Mark::Matrix { rows: vec!["a".into()], columns: vec![], values, annotations: vec![] };
        let line = Mark::line("loss", [(0.0, 0.1), (1.0, f64::NAN), (2.0, 1e-300)], 0);
        Figure { marks: vec![line, bars, matrix, Mark::horizontal("goal", 0.9)], ..Figure::default() }
    }

    #[test]
    fn figures_survive_json_and_postcard() {
        let json = serde_json::to_string(&figure()).unwrap();
        assert!(json.contains("[1.0,null]"), "{json}");
        let back: Figure = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
        assert_eq!(back.marks.len(), 4);
        assert_eq!(serde_json::from_str::<Figure>("{}").unwrap(), Figure::default());
    }

    #[test]
    fn a_figure_without_data_is_empty() {
        assert!(Figure::default().is_empty());
        assert!(Figure { marks: vec![Mark::horizontal("", 1.0)], ..Figure::default() }.is_empty());
        assert!(Figure { marks: vec![Mark::line("", [(f64::NAN, 1.0)], 0)], ..Figure::default() }.is_empty());
        assert!(!figure().is_empty());
    }
}
