//! Margins that leave room for the texts around plots, as `tight_layout` finds them.

use super::describe::Figure;
use super::draw::{Drawing, draw, union};
use serde::Deserialize;

/// What is asked for: which plots stand where in the grid, and the paddings in inches.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Request {
    /// The figure as it is.
    pub figure: Figure,
    /// For each plot of the figure its first and last row and column, or nothing for those outside the grid.
    pub cells: Vec<Option<[usize; 4]>>,
    /// The room that each plot has, before its aspect makes it smaller: left, bottom, width, height.
    pub rooms: Vec<[f64; 4]>,
    /// Rows of the grid.
    pub rows: usize,
    /// Columns of the grid.
    pub columns: usize,
    /// Around all, in inches.
    pub pad: f64,
    /// Between rows, in inches.
    pub row_pad: f64,
    /// Between columns, in inches.
    pub column_pad: f64,
}

/// The margins in shares of the figure, the gaps in shares of a plot's mean size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Margins {
    /// Left.
    pub left: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
    /// Top.
    pub top: f64,
    /// Between columns.
    pub wspace: Option<f64>,
    /// Between rows.
    pub hspace: Option<f64>,
}

/// The margins for a figure; nothing when its texts leave no room.
pub fn margins(request: &Request) -> Option<Margins> {
    let figure = &request.figure;
    let (width, height) = (figure.width, figure.height);
    let drawing = draw(figure);
    // How much texts need left, right, above and below of each column and row, in inches.
    let inches = |pixels: f32| f64::from(pixels) / figure.dpi;
    let mut columns = vec![f64::NEG_INFINITY; request.columns + 1];
    let mut rows = vec![f64::NEG_INFINITY; request.rows + 1];
    let (mut lefts, mut tops) = (columns.clone(), rows.clone());
    let raise = |list: &mut Vec<f64>, index: usize, value: f64| {
        if let Some(slot) = list.get_mut(index) {
            *slot = slot.max(value);
        }
    };
    for ([first_row, last_row, first_column, last_column], room, reach) in groups(request, &drawing) {
        raise(&mut lefts, first_column, room[0] - inches(reach[0]));
        raise(&mut columns, last_column + 1, inches(reach[2]) - room[2]);
        raise(&mut tops, first_row, room[1] - inches(reach[1]));
        raise(&mut rows, last_row + 1, inches(reach[3]) - room[3]);
    }
    for list in [&mut columns, &mut rows, &mut lefts, &mut tops] {
        list.iter_mut().filter(|slot| slot.is_infinite()).for_each(|slot| *slot = 0.0);
    }
    let outer = |list: &[f64], last: bool| {
        let end = if last { list.last() } else { list.first() };
        end.copied().unwrap_or(0.0) + request.pad
    };
    let mut top = outer(&tops, false);
    if let Some(heads) = heads(figure, &drawing) {
        top += heads;
    }
    let (left, right) = (outer(&lefts, false) / width, 1.0 - outer(&columns, true) / width);
    let (bottom, top) = (outer(&rows, true) / height, 1.0 - top / height);
    if left >= right || bottom >= top {
        return None;
    }
    let gap = |before: &[f64], after: &[f64], count: usize| {
        (1..count).filter_map(|at| Some(before.get(at)? + after.get(at)?)).fold(0.0, f64::max)
    };
    let space = |room: f64, gap: f64, count: usize| -> Option<Option<f64>> {
        if count < 2 {
            return Some(None);
        }
        let size = (room - gap * (count - 1) as f64) / count as f64;
        (size > 0.0).then(|| Some(gap / size))
    };
    let across = gap(&columns, &lefts, request.columns) + request.column_pad;
    let down = gap(&rows, &tops, request.rows) + request.row_pad;
    Some(Margins {
        left,
        right,
        bottom,
        top,
        wspace: space((right - left) * width, across, request.columns)?,
        hspace: space((top - bottom) * height, down, request.rows)?,
    })
}

/// Left, top, right, bottom.
type Sides<T> = [T; 4];

/// The plots by the cells that they share, as a plot and its colorbar do: the cell, its room in inches, how far its plots
/// reach in pixels.
fn groups(request: &Request, drawing: &Drawing) -> Vec<([usize; 4], Sides<f64>, Sides<f32>)> {
    let (width, height) = (request.figure.width, request.figure.height);
    let mut found: Vec<([usize; 4], Sides<f64>, Sides<f32>)> = Vec::new();
    for ((cell, room), reach) in request.cells.iter().zip(&request.rooms).zip(&drawing.reaches) {
        let (Some(cell), [left, bottom, wide, high]) = (cell, room) else { continue };
        let room =
            [left * width, (1.0 - bottom - high) * height, (left + wide) * width, (1.0 - bottom) * height];
        match found.iter_mut().find(|(known, ..)| known == cell) {
            Some((_, rooms, reaches)) => {
                *rooms = [
                    rooms[0].min(room[0]),
                    rooms[1].min(room[1]),
                    rooms[2].max(room[2]),
                    rooms[3].max(room[3]),
                ];
                *reaches = union(*reaches, *reach);
            }
            None => found.push((*cell, room, *reach)),
        }
    }
    found
}

/// How much the title of the whole takes at the top, in inches.
fn heads(figure: &Figure, drawing: &Drawing) -> Option<f64> {
    let taken = f64::from(drawing.heads) / figure.dpi;
    (taken > 0.0 && taken < figure.height / 2.0).then_some(taken)
}
