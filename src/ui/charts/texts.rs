//! The words around a chart, in Japanese and English. Knows no markup.

use crate::base::figure::{Figure, Summary, format};

/// The words around a chart in one language.
#[derive(Clone, Copy, Debug)]
pub struct ChartTexts {
    /// What the chart says as long as there is nothing to draw.
    pub empty: &'static str,
    /// Opens the table.
    pub as_table: &'static str,
    /// Stands in the read-out until something is pointed at.
    pub hint: &'static str,
    /// Between the parts of a description.
    pub separator: &'static str,
    /// Says what one mark shows.
    pub describe: fn(&Summary) -> String,
    /// Says that so many rows of the table are left out.
    pub rows_left_out: fn(usize) -> String,
}

impl ChartTexts {
    /// English.
    pub const ENGLISH: Self = Self {
        empty: "Nothing to draw yet.",
        as_table: "As a table",
        hint: "Point at the chart, or use the arrow keys, to read values.",
        separator: "; ",
        describe: english,
        rows_left_out: |count| format!("{count} more rows are not shown."),
    };

    /// Japanese.
    pub const JAPANESE: Self = Self {
        empty: "まだ描くものがありません。",
        as_table: "表で見る",
        hint: "グラフを指すか矢印キーを押すと、値を読めます。",
        separator: "、",
        describe: japanese,
        rows_left_out: |count| format!("ほかに {count} 行あります。"),
    };

    /// What `figure` shows, for those who hear it instead.
    pub fn summary(&self, figure: &Figure) -> String {
        if figure.is_empty() {
            return self.empty.to_string();
        }
        figure.summary().iter().map(self.describe).collect::<Vec<_>>().join(self.separator)
    }
}

fn short(value: f64) -> String {
    format::value(value, 4)
}

fn english(summary: &Summary) -> String {
    match summary {
        Summary::Line { label, count, range, last } => {
            let (low, high, last) = (short(range.low), short(range.high), short(*last));
            format!("{label}: line of {count} points between {low} and {high}, ends at {last}")
        }
        Summary::Points { label, count, range } => {
            format!("{label}: {count} points between {} and {}", short(range.low), short(range.high))
        }
        Summary::Bars { label, count, range } => {
            format!("{label}: {count} bars between {} and {}", short(range.low), short(range.high))
        }
        Summary::Matrix { rows, columns } => format!("matrix of {rows} rows and {columns} columns"),
    }
}

fn japanese(summary: &Summary) -> String {
    match summary {
        Summary::Line { label, count, range, last } => {
            let (low, high, last) = (short(range.low), short(range.high), short(*last));
            format!("{label}：{count} 点の折れ線、{low} から {high} まで、最後は {last}")
        }
        Summary::Points { label, count, range } => {
            format!("{label}：{count} 個の点、{} から {} まで", short(range.low), short(range.high))
        }
        Summary::Bars { label, count, range } => {
            format!("{label}：{count} 本の棒、{} から {} まで", short(range.low), short(range.high))
        }
        Summary::Matrix { rows, columns } => format!("{rows} 行 {columns} 列の行列"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::figure::Mark;

    #[test]
    fn a_curve_is_described_in_both_languages() {
        let figure =
            Figure { marks: vec![Mark::line("loss", [(0.0, 2.0), (1.0, 0.25)], 0)], ..Figure::default() };
        let english = ChartTexts::ENGLISH.summary(&figure);
        assert_eq!(english, "loss: line of 2 points between 0.25 and 2, ends at 0.25");
        assert_eq!(
            ChartTexts::JAPANESE.summary(&figure),
            "loss：2 点の折れ線、0.25 から 2 まで、最後は 0.25"
        );
        assert_eq!(ChartTexts::ENGLISH.summary(&Figure::default()), "Nothing to draw yet.");
    }
}
