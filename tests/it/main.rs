//! Native tests, one file a subject. They run in the folder of the project, as Cargo starts them.

mod conformance;
mod data_builtin;
mod data_csv;
mod data_csv_errors;
mod data_statistics;
mod data_stored;
#[path = "../common/fidelity.rs"]
mod fidelity;
mod files;
mod files_zip;
mod frame;
mod layers;
mod ml_features;
mod ml_fits;
mod ml_hostile;
mod ml_learn;
mod ml_linfa;
mod ml_metrics;
mod ml_random;
mod ml_recorded;
mod ml_spec;
mod ml_split;
mod plot;
mod python;
mod python_fidelity;
mod python_library;
mod python_numpy_hostile;
mod python_programs;
mod random_generators;
#[path = "../common/sequences.rs"]
mod sequences;
mod shell;
mod site;
mod site_cut;
mod tracking_search;
mod world;
