//! The estimators: names, defaults and ranges of scikit-learn 1.9.

use super::{DefaultValue, EstimatorSpec, FloatRange, ParamKind, ParamSpec, Task};

/// The largest count that a parameter takes: beyond it a page would only wait.
const MANY: i64 = 1_000_000;
const POSITIVE: FloatRange = FloatRange { min: 0.0, with_min: false, max: f64::INFINITY, with_max: false };
const NOT_NEGATIVE: FloatRange = FloatRange { with_min: true, ..POSITIVE };
const SHARE: FloatRange = FloatRange { min: 0.0, with_min: false, max: 1.0, with_max: true };
const SHARE_OPEN: FloatRange = FloatRange { with_max: false, ..SHARE };
const UNIT: FloatRange = FloatRange { with_min: true, ..SHARE };

const fn param(name: &'static str, kinds: &'static [ParamKind], default: DefaultValue) -> ParamSpec {
    ParamSpec { name, kinds, nullable: false, default }
}

const fn or_none(param: ParamSpec) -> ParamSpec {
    ParamSpec { nullable: true, ..param }
}

const fn float(name: &'static str, kinds: &'static [ParamKind], default: f64) -> ParamSpec {
    param(name, kinds, DefaultValue::Float(default))
}

const fn integer(name: &'static str, kinds: &'static [ParamKind], default: i64) -> ParamSpec {
    param(name, kinds, DefaultValue::Integer(default))
}

const fn boolean(name: &'static str, default: bool) -> ParamSpec {
    param(name, &[ParamKind::Boolean], DefaultValue::Boolean(default))
}

const FROM_ONE: &[ParamKind] = &[ParamKind::Integer { min: 1, max: MANY }];
const RANDOM_STATE: ParamSpec = or_none(param(
    "random_state",
    &[ParamKind::Integer { min: 0, max: u32::MAX as i64 }],
    DefaultValue::Null,
));
const FIT_INTERCEPT: ParamSpec = boolean("fit_intercept", true);
const C: ParamSpec = float("C", &[ParamKind::Float(POSITIVE)], 1.0);
const ALPHA: ParamSpec = float("alpha", &[ParamKind::Float(NOT_NEGATIVE)], 1.0);
const TOL: &[ParamKind] = &[ParamKind::Float(NOT_NEGATIVE)];
const KERNEL: ParamSpec =
    param("kernel", &[ParamKind::Choice(&["rbf", "linear", "poly"])], DefaultValue::Text("rbf"));
const GAMMA: ParamSpec = param(
    "gamma",
    &[ParamKind::Choice(&["scale", "auto"]), ParamKind::Float(POSITIVE)],
    DefaultValue::Text("scale"),
);
const DEGREE: ParamSpec = integer("degree", &[ParamKind::Integer { min: 1, max: 20 }], 3);
const MAX_DEPTH: ParamSpec = or_none(param("max_depth", FROM_ONE, DefaultValue::Null));
const MIN_SAMPLES_SPLIT: ParamSpec =
    integer("min_samples_split", &[ParamKind::Integer { min: 2, max: MANY }], 2);
const MIN_SAMPLES_LEAF: ParamSpec = integer("min_samples_leaf", FROM_ONE, 1);
const IMPURITY: ParamSpec =
    param("criterion", &[ParamKind::Choice(&["gini", "entropy", "log_loss"])], DefaultValue::Text("gini"));
const SQUARED_ERROR: ParamSpec =
    param("criterion", &[ParamKind::Choice(&["squared_error"])], DefaultValue::Text("squared_error"));
const MAX_FEATURES: &[ParamKind] = &[
    ParamKind::Choice(&["sqrt", "log2"]),
    ParamKind::Integer { min: 1, max: MANY },
    ParamKind::Float(SHARE),
];
const N_ESTIMATORS: ParamSpec = integer("n_estimators", &[ParamKind::Integer { min: 1, max: 10_000 }], 100);
const BOOTSTRAP: ParamSpec = boolean("bootstrap", true);
const N_NEIGHBORS: ParamSpec = integer("n_neighbors", FROM_ONE, 5);
const WEIGHTS: ParamSpec =
    param("weights", &[ParamKind::Choice(&["uniform", "distance"])], DefaultValue::Text("uniform"));

/// Every estimator there is, in the order of a list.
pub const ESTIMATORS: &[EstimatorSpec] = &[
    EstimatorSpec {
        id: "logistic_regression",
        class: "LogisticRegression",
        module: "sklearn.linear_model",
        tasks: &[Task::Classification],
        params: &[C, integer("max_iter", FROM_ONE, 100), float("tol", TOL, 1e-4), FIT_INTERCEPT],
    },
    EstimatorSpec {
        id: "decision_tree_classifier",
        class: "DecisionTreeClassifier",
        module: "sklearn.tree",
        tasks: &[Task::Classification],
        params: &[IMPURITY, MAX_DEPTH, MIN_SAMPLES_SPLIT, MIN_SAMPLES_LEAF, RANDOM_STATE],
    },
    EstimatorSpec {
        id: "random_forest_classifier",
        class: "RandomForestClassifier",
        module: "sklearn.ensemble",
        tasks: &[Task::Classification],
        params: &[
            N_ESTIMATORS,
            IMPURITY,
            MAX_DEPTH,
            MIN_SAMPLES_SPLIT,
            MIN_SAMPLES_LEAF,
            or_none(param("max_features", MAX_FEATURES, DefaultValue::Text("sqrt"))),
            BOOTSTRAP,
            RANDOM_STATE,
        ],
    },
    EstimatorSpec {
        id: "gaussian_nb",
        class: "GaussianNB",
        module: "sklearn.naive_bayes",
        tasks: &[Task::Classification],
        params: &[float("var_smoothing", &[ParamKind::Float(NOT_NEGATIVE)], 1e-9)],
    },
    EstimatorSpec {
        id: "svc",
        class: "SVC",
        module: "sklearn.svm",
        tasks: &[Task::Classification],
        params: &[C, KERNEL, GAMMA, DEGREE],
    },
    EstimatorSpec {
        id: "k_neighbors_classifier",
        class: "KNeighborsClassifier",
        module: "sklearn.neighbors",
        tasks: &[Task::Classification],
        params: &[N_NEIGHBORS, WEIGHTS],
    },
    EstimatorSpec {
        id: "linear_regression",
        class: "LinearRegression",
        module: "sklearn.linear_model",
        tasks: &[Task::Regression],
        params: &[FIT_INTERCEPT],
    },
    EstimatorSpec {
        id: "ridge",
        class: "Ridge",
        module: "sklearn.linear_model",
        tasks: &[Task::Regression],
        params: &[ALPHA, FIT_INTERCEPT],
    },
    EstimatorSpec {
        id: "lasso",
        class: "Lasso",
        module: "sklearn.linear_model",
        tasks: &[Task::Regression],
        params: &[ALPHA, integer("max_iter", FROM_ONE, 1000), float("tol", TOL, 1e-4), FIT_INTERCEPT],
    },
    EstimatorSpec {
        id: "elastic_net",
        class: "ElasticNet",
        module: "sklearn.linear_model",
        tasks: &[Task::Regression],
        params: &[
            ALPHA,
            float("l1_ratio", &[ParamKind::Float(UNIT)], 0.5),
            integer("max_iter", FROM_ONE, 1000),
            float("tol", TOL, 1e-4),
            FIT_INTERCEPT,
        ],
    },
    EstimatorSpec {
        id: "decision_tree_regressor",
        class: "DecisionTreeRegressor",
        module: "sklearn.tree",
        tasks: &[Task::Regression],
        params: &[SQUARED_ERROR, MAX_DEPTH, MIN_SAMPLES_SPLIT, MIN_SAMPLES_LEAF, RANDOM_STATE],
    },
    EstimatorSpec {
        id: "random_forest_regressor",
        class: "RandomForestRegressor",
        module: "sklearn.ensemble",
        tasks: &[Task::Regression],
        params: &[
            N_ESTIMATORS,
            SQUARED_ERROR,
            MAX_DEPTH,
            MIN_SAMPLES_SPLIT,
            MIN_SAMPLES_LEAF,
            or_none(param("max_features", MAX_FEATURES, DefaultValue::Float(1.0))),
            BOOTSTRAP,
            RANDOM_STATE,
        ],
    },
    EstimatorSpec {
        id: "svr",
        class: "SVR",
        module: "sklearn.svm",
        tasks: &[Task::Regression],
        params: &[C, float("epsilon", &[ParamKind::Float(NOT_NEGATIVE)], 0.1), KERNEL, GAMMA, DEGREE],
    },
    EstimatorSpec {
        id: "k_neighbors_regressor",
        class: "KNeighborsRegressor",
        module: "sklearn.neighbors",
        tasks: &[Task::Regression],
        params: &[N_NEIGHBORS, WEIGHTS],
    },
    EstimatorSpec {
        id: "k_means",
        class: "KMeans",
        module: "sklearn.cluster",
        tasks: &[Task::Clustering],
        params: &[
            integer("n_clusters", FROM_ONE, 8),
            param(
                "n_init",
                &[ParamKind::Choice(&["auto"]), ParamKind::Integer { min: 1, max: MANY }],
                DefaultValue::Text("auto"),
            ),
            integer("max_iter", FROM_ONE, 300),
            float("tol", TOL, 1e-4),
            RANDOM_STATE,
        ],
    },
    EstimatorSpec {
        id: "pca",
        class: "PCA",
        module: "sklearn.decomposition",
        tasks: &[Task::Reduction],
        params: &[or_none(param(
            "n_components",
            &[ParamKind::Integer { min: 1, max: MANY }, ParamKind::Float(SHARE_OPEN)],
            DefaultValue::Null,
        ))],
    },
    EstimatorSpec {
        id: "standard_scaler",
        class: "StandardScaler",
        module: "sklearn.preprocessing",
        tasks: &[Task::Reduction],
        params: &[boolean("with_mean", true), boolean("with_std", true)],
    },
    EstimatorSpec {
        id: "min_max_scaler",
        class: "MinMaxScaler",
        module: "sklearn.preprocessing",
        tasks: &[Task::Reduction],
        params: &[],
    },
    EstimatorSpec {
        id: "robust_scaler",
        class: "RobustScaler",
        module: "sklearn.preprocessing",
        tasks: &[Task::Reduction],
        params: &[boolean("with_centering", true), boolean("with_scaling", true)],
    },
    EstimatorSpec {
        id: "normalizer",
        class: "Normalizer",
        module: "sklearn.preprocessing",
        tasks: &[Task::Reduction],
        params: &[param("norm", &[ParamKind::Choice(&["l2", "l1", "max"])], DefaultValue::Text("l2"))],
    },
];
