//! Clustering: k-means and DBSCAN.

use super::super::dense::Dense;
use super::super::k_means::{Clusters, KMeans};
use super::super::spec::ParamValue;
use super::neighbours::Metric;
use super::params::not_carried;
use super::{Answer, Attribute, Attributes, Fitted, Given, LearnError, Params};
use serde::{Deserialize, Serialize};

/// Fitted k-means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ClusterModel(Clusters);

pub(super) fn k_means(params: &mut Params, given: &mut Given) -> Result<ClusterModel, LearnError> {
    params.ignore(&["algorithm"]);
    if given.weights.is_some() {
        return Err(LearnError::NotCarried("sample_weight of KMeans".to_owned()));
    }
    let clusters = params.count("n_clusters", 8)?;
    let random_start = match params.text("init", "k-means++")?.as_str() {
        "k-means++" => false,
        "random" => true,
        other => return Err(not_carried("init", &ParamValue::Text(other.to_owned()))),
    };
    let starts = match params.take("n_init") {
        None | Some(ParamValue::Text(_)) => {
            if random_start {
                10
            } else {
                1
            }
        }
        Some(value) => value.as_f64().ok_or_else(|| not_carried("n_init", &value))? as usize,
    };
    let settings = KMeans {
        clusters,
        starts,
        max_iter: params.count("max_iter", 300)?,
        tol: params.float("tol", 1e-4)?,
        random_start,
        seed: params.seed()?,
    };
    let samples = given.count();
    if samples < clusters {
        return Err(LearnError::Value(format!("n_samples={samples} should be >= n_clusters={clusters}.")));
    }
    Ok(ClusterModel(settings.fit(given.rows(), given.progress)?))
}

impl Fitted for ClusterModel {
    fn attributes(&self) -> Attributes {
        vec![
            ("cluster_centers_", Attribute::matrix(&self.0.centres)),
            ("labels_", Attribute::narrow(self.0.labels.iter().map(|label| *label as i32))),
            ("inertia_", Attribute::Number(self.0.inertia)),
            ("n_iter_", Attribute::count(self.0.iterations)),
        ]
    }

    fn predict(&self, rows: &Dense) -> Result<Answer, LearnError> {
        Ok(Answer::Codes(self.0.nearest(rows)))
    }

    fn transform(&self, rows: &Dense) -> Result<Dense, LearnError> {
        Ok(self.0.distances(rows))
    }
}

/// Fitted DBSCAN.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct DensityModel {
    labels: Vec<i64>,
    cores: Vec<i64>,
    components: Dense,
}

pub(super) fn dbscan(params: &mut Params, given: &mut Given) -> Result<DensityModel, LearnError> {
    params.ignore(&["algorithm", "leaf_size"]);
    let reach = params.float("eps", 0.5)?;
    let least = params.count("min_samples", 5)? as f64;
    // `metric` is euclidean unless told.
    let metric = Metric::take(params)?;
    let (rows, weights) = (given.rows(), given.weights());
    let near: Vec<Vec<usize>> = rows
        .iter_rows()
        .map(|row| {
            let others = rows.iter_rows().enumerate();
            others.filter(|(_, other)| metric.distance(row, other) <= reach).map(|(place, _)| place).collect()
        })
        .collect();
    let core: Vec<bool> =
        near.iter().map(|near| near.iter().map(|place| weights[*place]).sum::<f64>() >= least).collect();
    let labels = spread(&near, &core);
    let cores: Vec<usize> = (0..core.len()).filter(|place| core[*place]).collect();
    let components = cores.iter().flat_map(|place| rows.row(*place)).copied().collect();
    Ok(DensityModel {
        labels,
        cores: cores.into_iter().map(|place| place as i64).collect(),
        components: Dense { values: components, columns: rows.columns },
    })
}

/// Cluster numbers in the order of the first core row; -1 belongs to none.
fn spread(near: &[Vec<usize>], core: &[bool]) -> Vec<i64> {
    let mut labels = vec![-1; near.len()];
    let mut next = 0;
    for start in 0..near.len() {
        if labels[start] != -1 || !core[start] {
            continue;
        }
        let mut stack = vec![start];
        while let Some(place) = stack.pop() {
            if labels[place] != -1 {
                continue;
            }
            labels[place] = next;
            if core[place] {
                stack.extend(near[place].iter().filter(|other| labels[**other] == -1));
            }
        }
        next += 1;
    }
    labels
}

impl Fitted for DensityModel {
    fn attributes(&self) -> Attributes {
        vec![
            ("labels_", Attribute::Wholes(vec![self.labels.len()], self.labels.clone())),
            ("core_sample_indices_", Attribute::Wholes(vec![self.cores.len()], self.cores.clone())),
            ("components_", Attribute::matrix(&self.components)),
        ]
    }
}
