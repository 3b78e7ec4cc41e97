//! Which rows of two tables belong together, by the codes of their keys.

/// Which rows are kept that match none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// None.
    Inner,
    /// Those of the left table.
    Left,
    /// Those of the right table.
    Right,
    /// All.
    Outer,
}

/// Pairs of rows that a join may give: what a table of this size can hold.
pub const MOST_ROWS: usize = 50_000_000;

/// The rows of both sides that stand beside each other, -1 where a side has none; nothing when they were too many.
///
/// Codes are below `count`. The order is that of the left rows (of the right ones for [`How::Right`]), or with
/// `by_key` that of the codes; an outer join always goes by them.
pub fn join(
    left: &[i64],
    right: &[i64],
    count: usize,
    how: How,
    by_key: bool,
) -> Option<(Vec<i64>, Vec<i64>)> {
    let (rows_left, rows_right) = (rows_by_code(left, count), rows_by_code(right, count));
    if size(&rows_left, &rows_right)? > MOST_ROWS {
        return None;
    }
    let mut pairs = Pairs::default();
    if by_key || how == How::Outer {
        for (lefts, rights) in rows_left.iter().zip(&rows_right) {
            pairs.product(lefts, rights, how);
        }
        return Some((pairs.left, pairs.right));
    }
    if how == How::Right {
        let (right_at, left_at) = in_order(right, &rows_left, true);
        return Some((left_at, right_at));
    }
    Some(in_order(left, &rows_right, how == How::Left))
}

/// For each row of one side those of the other, in its order.
fn in_order(codes: &[i64], others: &[Vec<i64>], keep: bool) -> (Vec<i64>, Vec<i64>) {
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for (place, code) in codes.iter().enumerate() {
        let matches =
            usize::try_from(*code).ok().and_then(|code| others.get(code)).map_or(&[][..], Vec::as_slice);
        if matches.is_empty() && keep {
            own.push(place as i64);
            other.push(-1);
        }
        own.extend(matches.iter().map(|_| place as i64));
        other.extend(matches);
    }
    (own, other)
}

fn rows_by_code(codes: &[i64], count: usize) -> Vec<Vec<i64>> {
    let mut rows = vec![Vec::new(); count];
    for (place, code) in codes.iter().enumerate() {
        if let Some(group) = usize::try_from(*code).ok().and_then(|code| rows.get_mut(code)) {
            group.push(place as i64);
        }
    }
    rows
}

fn size(left: &[Vec<i64>], right: &[Vec<i64>]) -> Option<usize> {
    left.iter().zip(right).try_fold(0_usize, |total, (lefts, rights)| {
        total.checked_add(lefts.len().checked_mul(rights.len())?.max(lefts.len()).max(rights.len()))
    })
}

#[derive(Default)]
struct Pairs {
    left: Vec<i64>,
    right: Vec<i64>,
}

impl Pairs {
    fn product(&mut self, lefts: &[i64], rights: &[i64], how: How) {
        if rights.is_empty() && matches!(how, How::Left | How::Outer) {
            self.left.extend(lefts);
            self.right.extend(lefts.iter().map(|_| -1));
        }
        if lefts.is_empty() && matches!(how, How::Right | How::Outer) {
            self.left.extend(rights.iter().map(|_| -1));
            self.right.extend(rights);
        }
        for left in lefts {
            self.left.extend(rights.iter().map(|_| *left));
            self.right.extend(rights);
        }
    }
}
