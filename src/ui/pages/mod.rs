//! The pages, one file each.

mod actions;
mod data;
mod dataset;
mod evaluation;
mod home;
mod not_found;
mod python;
mod python_files;
mod python_output;
mod rest;
mod run;
mod runs;
mod runs_table;
mod settings;
mod train;
mod train_form;

pub(super) use home::Home;
pub(super) use not_found::NotFound;
pub(super) use rest::{Rest, fetch_rest, later};

/// What was typed lives above the pages, so that it outlives a change of page or language.
pub(super) fn provide_forms() {
    leptos::prelude::provide_context(train_form::TrainForm::new());
    leptos::prelude::provide_context(runs::RunsView::new());
    leptos::prelude::provide_context(python::Desk::new());
}
