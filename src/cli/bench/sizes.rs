//! How large the site is, against the budgets that the build keeps.

use super::report::{Figure, Section};
use crate::cli::Failure;
use crate::site::budgets::{Budgets, Use};
use crate::site::sizes::{self, FileSize};
use std::path::PathBuf;

/// Weighs the built site that `DOJO_DIST` names.
pub(super) fn measure() -> Result<(Section, Vec<FileSize>), Failure> {
    let site = std::env::var_os("DOJO_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let files = sizes::measure(&site)?;
    let uses = Budgets::read(&PathBuf::from("budgets.toml"))?.uses(&site, &files)?;
    let figures = uses.into_iter().map(figure).collect();
    Ok((Section { benchmark: "sizes", browser: None, figures, problem: None }, files))
}

#[expect(clippy::cast_precision_loss)]
fn figure(used: Use) -> Figure {
    Figure::new(used.name, used.used as f64 / 1000.0, "KB br").bar(used.budget as f64 / 1000.0)
}
