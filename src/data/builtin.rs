//! The data sets that come with the site, each a file of its own that is fetched when chosen. Titles and
//! descriptions are texts of the page, by id. Where each comes from: `public/data/LICENCES.md`.

use serde::Serialize;

/// What a model of the data is to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Which class.
    Classification,
    /// How much.
    Regression,
}

/// A data set that comes with the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Builtin {
    /// What it is called in code and addresses.
    pub id: &'static str,
    /// Its file under `public/data/`, CSV with commas and a header.
    pub file: &'static str,
    /// How many rows it has.
    pub rows: usize,
    /// How many columns it has, the target among them.
    pub columns: usize,
    /// The column that a model is suggested to tell; the others are features.
    pub target: &'static str,
    /// What kind of model fits.
    pub task: Task,
    /// The classes where the target is a text, in scikit-learn's order: the place of a name in this list is
    /// the number that `load_…().target` has for it. Empty where the file has the numbers themselves.
    pub classes: &'static [&'static str],
    /// Under what terms it is given on.
    pub licence: &'static str,
    /// Who made it.
    pub citation: &'static str,
}

const CC_BY: &str = "CC BY 4.0";

/// All of them, in the order in which they are offered.
pub const BUILTIN: &[Builtin] = &[
    Builtin {
        id: "wine_quality",
        file: "wine_quality.csv",
        rows: 1599,
        columns: 12,
        target: "quality",
        task: Task::Regression,
        classes: &[],
        licence: CC_BY,
        citation: "P. Cortez, A. Cerdeira, F. Almeida, T. Matos, J. Reis (2009): Wine Quality. \
                   UCI Machine Learning Repository, doi:10.24432/C56S3T",
    },
    Builtin {
        id: "iris",
        file: "iris.csv",
        rows: 150,
        columns: 5,
        target: "species",
        task: Task::Classification,
        classes: &["setosa", "versicolor", "virginica"],
        licence: CC_BY,
        citation: "R. A. Fisher (1936): Iris. UCI Machine Learning Repository, doi:10.24432/C56C76",
    },
    Builtin {
        id: "wine",
        file: "wine.csv",
        rows: 178,
        columns: 14,
        target: "class",
        task: Task::Classification,
        classes: &["class_0", "class_1", "class_2"],
        licence: CC_BY,
        citation: "S. Aeberhard, M. Forina (1992): Wine. UCI Machine Learning Repository, doi:10.24432/C5PC7J",
    },
    Builtin {
        id: "breast_cancer",
        file: "breast_cancer.csv",
        rows: 569,
        columns: 31,
        target: "diagnosis",
        task: Task::Classification,
        classes: &["malignant", "benign"],
        licence: CC_BY,
        citation: "W. Wolberg, O. Mangasarian, N. Street, W. Street (1993): Breast Cancer Wisconsin \
                   (Diagnostic). UCI Machine Learning Repository, doi:10.24432/C5DW2B",
    },
    Builtin {
        id: "diabetes",
        file: "diabetes.csv",
        rows: 442,
        columns: 11,
        target: "progression",
        task: Task::Regression,
        classes: &[],
        licence: "BSD-3-Clause",
        citation: "B. Efron, T. Hastie, I. Johnstone, R. Tibshirani (2004): Least Angle Regression. \
                   Annals of Statistics 32(2), 407-499; as shipped with scikit-learn",
    },
    Builtin {
        id: "digits",
        file: "digits.csv",
        rows: 1797,
        columns: 65,
        target: "digit",
        task: Task::Classification,
        classes: &[],
        licence: CC_BY,
        citation: "E. Alpaydin, C. Kaynak (1998): Optical Recognition of Handwritten Digits. \
                   UCI Machine Learning Repository, doi:10.24432/C50P49",
    },
    Builtin {
        id: "seattle_weather",
        file: "seattle_weather.csv",
        rows: 1461,
        columns: 6,
        target: "temp_max",
        task: Task::Regression,
        classes: &[],
        licence: "Public domain",
        citation: "NOAA National Climatic Data Center: daily weather in Seattle, 2012 to 2015; \
                   as shipped with vega-datasets",
    },
];

/// The data set called `id`.
pub fn builtin(id: &str) -> Option<&'static Builtin> {
    BUILTIN.iter().find(|builtin| builtin.id == id)
}
