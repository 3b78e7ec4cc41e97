//! How thick bars are, and whether their values fit beside them. Pure geometry.

use crate::base::figure::{Bins, Figure, Mark};
use crate::ui::charts::margins::ROW;

/// The least thickness of a lying bar that has its value written beside it.
pub const VALUE_ROW: f64 = 11.0;

/// How many bars share the place of a name.
pub fn groups(figure: &Figure) -> usize {
    let bars = |mark: &&Mark| matches!(mark, Mark::Bars { bins: Bins::Categories, .. });
    figure.marks.iter().filter(bars).count().max(1)
}

/// How thick one of `groups` bars is whose names are `unit` pixels apart.
pub fn thickness(unit: f64, groups: usize, lie: bool) -> f64 {
    let room = unit * if unit > 8.0 { 0.72 } else { 0.9 };
    (room / groups.max(1) as f64).min(if lie { 22.0 } else { 64.0 })
}

/// Whether every lying bar is thick enough to have its value beside it, on `height` pixels for all.
pub fn written(figure: &Figure, height: f64) -> bool {
    let only_bars = figure.marks.iter().all(|mark| matches!(mark, Mark::Bars { bins: Bins::Categories, .. }));
    let names = figure.y_categories().map_or(0, <[String]>::len);
    let unit = (height - 4.0 * ROW) / names.max(1) as f64;
    names > 0 && only_bars && thickness(unit, groups(figure), true) >= VALUE_ROW
}
