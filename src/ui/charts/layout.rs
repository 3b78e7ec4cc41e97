//! Where everything of a figure stands: the plot, the axes, every text. Pure geometry in CSS pixels.

use crate::base::figure::clip::{Place, Rect};
use crate::base::figure::{Direction, Figure, Mark, Point, Projection, Range, labels};
use crate::ui::charts::bars;
use crate::ui::charts::margins::{self, GAP, REACH, ROW, TEXT, Width};

/// Where a text stands relative to its place; its middle is always at the height of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// The colour of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What matters.
    Ink,
    /// Axes.
    Soft,
    /// The colour of a series.
    Series(usize),
}

/// A text at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it says.
    pub text: String,
    /// Where.
    pub at: Place,
    /// Which part of it is there.
    pub align: Align,
    /// Its colour.
    pub tone: Tone,
}

/// The swatch of a series in a legend row.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The middle of it.
    pub at: Place,
    /// The series.
    pub series: usize,
}

/// The hint from the end of a line to a name that had to move.
#[derive(Clone, Debug, PartialEq)]
pub struct Leader {
    /// The end of the line.
    pub from: Place,
    /// Beside the name.
    pub to: Place,
    /// The series; none for a reference line.
    pub series: Option<usize>,
}

/// Where everything of a figure stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width and height of all of it.
    pub size: (f64, f64),
    /// Where the marks are.
    pub plot: Rect,
    /// The horizontal axis.
    pub x: Projection,
    /// The vertical axis.
    pub y: Projection,
    /// Places of the vertical grid lines.
    pub x_lines: Vec<f64>,
    /// Places of the horizontal grid lines.
    pub y_lines: Vec<f64>,
    /// All texts but those in the marks.
    pub labels: Vec<Label>,
    /// The swatches of the legend.
    pub keys: Vec<Key>,
    /// From lines to their names.
    pub leaders: Vec<Leader>,
}

/// The height that suits `figure` at `width` CSS pixels.
pub fn natural_height(figure: &Figure, width: f64) -> f64 {
    if let Some(size) = figure.size.filter(|size| size.width > 0.0 && size.height > 0.0) {
        return (width * size.height / size.width).clamp(120.0, 720.0).min(size.height.max(120.0) * 1.5);
    }
    let around = 3.0 * ROW + 2.0 * GAP;
    if let (Some(rows), Some(columns)) = (figure.y_categories(), figure.x_categories()) {
        let cell = ((width - 96.0) / columns.len().max(1) as f64).clamp(24.0, 56.0);
        return (rows.len() as f64 * cell + around).clamp(120.0, 640.0);
    }
    if let Some(names) = figure.y_categories() {
        let band = 12.0 + 16.0 * bars::groups(figure) as f64;
        return (names.len() as f64 * band + around - ROW).clamp(80.0, 720.0);
    }
    (width * 0.5).clamp(200.0, 320.0)
}

impl Layout {
    /// Lays `figure` out on `width` by `height` CSS pixels, where a text is as wide as `measure` says.
    pub fn new(figure: &Figure, width: f64, height: f64, measure: Width) -> Self {
        let direct = margins::direct(figure, width, height - 3.0 * ROW, measure);
        let legend = margins::legend(figure, &direct, (width, (height * 0.25 / ROW) as usize), measure);
        let y_title = !figure.y.label.is_empty();
        let x_title = !figure.x.label.is_empty();
        let top = legend.len() as f64 * ROW + if y_title { ROW + 2.0 } else { 0.0 } + GAP;
        let rows = f64::from(u8::from(x_title) + u8::from(!bars::written(figure, height)));
        let bottom = (height - rows * ROW - 2.0).max(top + 1.0);
        let vertical = margins::vertical(figure, bottom - top, width * 0.35, measure);
        let left = widest(vertical.ticks.iter().map(|tick| &tick.1), measure) + GAP + 1.0;
        let names = widest(direct.iter().map(|name| &name.1), measure);
        let right = if direct.is_empty() { GAP } else { names + REACH + 2.0 };
        let mut right = (width - right).max(left + 1.0);
        let mut horizontal = margins::horizontal(figure, right - left, measure);
        // The last tick may reach over the end of the axis; give it the room.
        if figure.x_categories().is_none() {
            let over = overhang(&horizontal, left, right, figure.x.is_log(), measure) - width;
            if over > 0.0 {
                right = (right - over).max(left + 1.0);
                horizontal = margins::horizontal(figure, right - left, measure);
            }
        }
        let plot = Rect { left, top, right, bottom };
        let unit = Range { low: 0.0, high: 1.0 };
        let x = Projection::new(horizontal.domain.unwrap_or(unit), figure.x.is_log(), left, right);
        let (from, to) = if figure.y_categories().is_some() { (top, bottom) } else { (bottom, top) };
        let y = Projection::new(vertical.domain.unwrap_or(unit), figure.y.is_log(), from, to);
        let mut layout = Self {
            size: (width, height),
            plot,
            x,
            y,
            x_lines: Vec::new(),
            y_lines: Vec::new(),
            labels: Vec::new(),
            keys: Vec::new(),
            leaders: Vec::new(),
        };
        layout.add_legend(&legend, measure);
        layout.add_ticks(figure, &horizontal.ticks, &vertical.ticks);
        layout.add_titles(figure, measure);
        layout.add_names(figure, &direct);
        layout.add_rule_names(figure, measure);
        layout
    }

    /// The place of a point; none where the axes have no place for it.
    pub fn place(&self, point: &Point) -> Option<Place> {
        Some((self.x.project(point.x)?, self.y.project(point.y)?))
    }

    fn add_legend(&mut self, rows: &[Vec<margins::Entry>], measure: Width) {
        for (index, row) in rows.iter().enumerate() {
            let (mut x, y) = (0.0, index as f64 * ROW + ROW / 2.0);
            for entry in row {
                self.keys.extend(entry.series.map(|series| Key { at: (x + 6.0, y), series }));
                self.label(&entry.text, (x + ROW, y), Align::Start, Tone::Ink);
                x += margins::entry_width(entry, measure);
            }
        }
    }

    fn add_ticks(&mut self, figure: &Figure, horizontal: &[(f64, String)], vertical: &[(f64, String)]) {
        let below = self.plot.bottom + ROW / 2.0 + 3.0;
        let beside = self.plot.left - GAP;
        // Bars with their values beside them need no scale.
        let bare = bars::written(figure, self.size.1);
        for (value, text) in horizontal.iter().filter(|_| !bare) {
            let Some(x) = self.x.project(*value) else { continue };
            self.label(text, (x, below), Align::Middle, Tone::Soft);
            if figure.x_categories().is_none() && wants_vertical_grid(figure) {
                self.x_lines.push(x);
            }
        }
        for (value, text) in vertical {
            let Some(y) = self.y.project(*value) else { continue };
            self.label(text, (beside, y), Align::End, Tone::Soft);
            if figure.y_categories().is_none() {
                self.y_lines.push(y);
            }
        }
    }

    fn add_titles(&mut self, figure: &Figure, measure: Width) {
        let (width, height) = self.size;
        if !figure.y.label.is_empty() {
            let text = labels::fit(&figure.y.label, width, measure);
            self.label(&text, (0.0, self.plot.top - GAP - ROW / 2.0 - 2.0), Align::Start, Tone::Soft);
        }
        if !figure.x.label.is_empty() {
            let text = labels::fit(&figure.x.label, width, measure);
            let end = self.plot.right.max(measure(&text));
            self.label(&text, (end, height - ROW / 2.0), Align::End, Tone::Soft);
        }
    }

    /// The names of lines and horizontal reference lines, at the right and clear of each other.
    fn add_names(&mut self, figure: &Figure, names: &[(usize, String)]) {
        let anchors: Vec<_> = names
            .iter()
            .filter_map(|(index, name)| {
                let mark = figure.marks.get(*index)?;
                Some((name, mark.series(), self.anchor(mark)?))
            })
            .collect();
        let wanted: Vec<f64> = anchors.iter().map(|(_, _, anchor)| anchor.1).collect();
        let (low, high) = (self.plot.top - GAP, self.plot.bottom + GAP);
        let Some(places) = labels::spread(&wanted, TEXT + 3.0, low, high) else { return };
        for ((name, series, anchor), y) in anchors.into_iter().zip(places) {
            let x = self.plot.right + REACH;
            // A line that ends early gets no hint: it would look like more of the line.
            if (y - anchor.1).abs() > 5.0 && anchor.0 > self.plot.right - 1.0 {
                self.leaders.push(Leader { from: anchor, to: (x - 3.0, y), series });
            }
            self.label(name, (x, y), Align::Start, series.map_or(Tone::Soft, Tone::Series));
        }
    }

    /// Where a line ends in the plot.
    fn anchor(&self, mark: &Mark) -> Option<Place> {
        match mark {
            Mark::Rule { at, .. } => {
                let y = self.y.project(*at)?;
                Some((self.plot.right, y)).filter(|place| self.plot.contains(*place, 0.5))
            }
            Mark::Line { points, .. } => {
                let mut places = points.iter().rev().filter_map(|point| self.place(point));
                places.find(|place| self.plot.contains(*place, 0.5))
            }
            _ => None,
        }
    }

    fn add_rule_names(&mut self, figure: &Figure, measure: Width) {
        for mark in &figure.marks {
            let Mark::Rule { label, direction: Direction::Vertical, at } = mark else { continue };
            let Some(x) = self
                .x
                .project(*at)
                .filter(|x| !label.is_empty() && self.plot.contains((*x, self.plot.top), 0.5))
            else {
                continue;
            };
            let text = labels::fit(label, self.plot.width(), measure);
            let fits = x + 4.0 + measure(&text) <= self.size.0;
            let (x, align) = if fits { (x + 4.0, Align::Start) } else { (x - 4.0, Align::End) };
            self.label(&text, (x, self.plot.top + ROW / 2.0), align, Tone::Soft);
        }
    }

    fn label(&mut self, text: &str, at: Place, align: Align, tone: Tone) {
        self.labels.push(Label { text: text.to_string(), at, align, tone });
    }
}

/// Grid lines across help to read heights; lines up only where the x is read as well.
fn wants_vertical_grid(figure: &Figure) -> bool {
    figure.bars_lie() || figure.marks.iter().any(|mark| matches!(mark, Mark::Points { .. }))
}

fn widest<'a>(texts: impl Iterator<Item = &'a String>, measure: Width) -> f64 {
    texts.map(|text| measure(text)).fold(0.0, f64::max)
}

/// How far to the right the ticks reach when the axis runs from `left` to `right`.
fn overhang(axis: &margins::Scaled, left: f64, right: f64, log: bool, measure: Width) -> f64 {
    let Some(domain) = axis.domain else { return right };
    let projection = Projection::new(domain, log, left, right);
    let ends =
        axis.ticks.iter().filter_map(|(value, text)| Some(projection.project(*value)? + measure(text) / 2.0));
    ends.fold(right, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::figure::{Axis, Legend, Scale};
    use crate::ui::charts::figures;

    fn measure(text: &str) -> f64 {
        text.chars().map(|letter| if letter.is_ascii() { 6.5 } else { 12.0 }).sum()
    }

    /// The rectangle of a text.
    fn area(label: &Label) -> Rect {
        let (width, (x, y)) = (measure(&label.text), label.at);
        let left = match label.align {
            Align::Start => x,
            Align::Middle => x - width / 2.0,
            Align::End => x - width,
        };
        Rect { left, top: y - TEXT / 2.0, right: left + width, bottom: y + TEXT / 2.0 }
    }

    /// Every text of the figure is on the surface, and none lies on another.
    #[track_caller]
    fn check(figure: &Figure) {
        for width in [280.0, 360.0, 640.0, 1200.0] {
            let height = natural_height(figure, width);
            let layout = Layout::new(figure, width, height, &measure);
            let areas: Vec<Rect> = layout.labels.iter().map(area).collect();
            for (index, a) in areas.iter().enumerate() {
                let text = &layout.labels[index].text;
                let inside =
                    a.left >= -0.5 && a.top >= -0.5 && a.right <= width + 0.5 && a.bottom <= height + 0.5;
                assert!(inside, "{text:?} leaves {width} x {height}: {a:?}");
                for (other, b) in areas.iter().enumerate().skip(index + 1) {
                    let apart =
                        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
                    assert!(
                        apart,
                        "{text:?} lies on {:?} at {width}: {a:?} {b:?}",
                        layout.labels[other].text
                    );
                }
            }
            assert!(layout.plot.width() > width * 0.3 && layout.plot.height() > 40.0, "{:?}", layout.plot);
        }
    }

    #[test]
    fn texts_are_whole_and_apart() {
        let curve =
            |end: f64| (0..40).map(move |step| (f64::from(step) * 25.0, end * f64::from(step) / 40.0));
        let names = ["訓練データの損失", "validation loss", "test"];
        let series = names.into_iter().zip([1.0, 0.99, 0.98].map(curve));
        let mut lines = figures::learning_curve("ステップ", "損失", series);
        check(&lines);
        lines.marks.push(Mark::horizontal("goal", 0.98));
        check(&lines);
        lines.legend = Legend::Rows;
        check(&lines);
        lines.y.scale = Scale::Log;
        check(&lines);
        let many: Vec<String> = (0..30).map(|run| format!("run-{run:03}")).collect();
        check(&figures::learning_curve(
            "step",
            "accuracy",
            many.iter().map(|name| (name.as_str(), curve(1.0))),
        ));
        let long = vec!["アジリティの高い組織".to_string(), "a rather long class name".into(), "c".into()];
        check(&figures::confusion_matrix(
            "予測",
            "actual",
            &long,
            &[vec![1, 2, 3], vec![4, 5, 6], vec![7, 8, 9]],
        ));
        check(&figures::category_counts(
            "kind",
            "count",
            &[(long[0].clone(), 1), (long[1].clone(), 123_456)],
        ));
        check(&figures::histogram("value", "count", &[-1e6, 0.0, 1e6], &[10_000, 20_000]));
        check(&figures::residuals("predicted price", "residual", [(1e-7, -3.0), (2e-7, 5.0)]));
        let x = Axis::categories("class", long);
        let heights = vec![1.0, 2.0, 3.0];
        let bins = crate::base::figure::Bins::Categories;
        let bars = Mark::Bars { label: "precision".into(), bins, heights, series: 0 };
        check(&Figure { x, marks: vec![bars, Mark::vertical("now", 2.4)], ..Figure::default() });
    }

    #[test]
    fn a_figure_of_nothing_has_a_layout() {
        let layout = Layout::new(&Figure::default(), 0.0, 0.0, &measure);
        assert!(layout.labels.iter().all(|label| label.at.0.is_finite() && label.at.1.is_finite()));
    }

    #[test]
    fn names_stand_at_the_ends_of_their_lines() {
        let series = [("a", vec![(0.0, 1.0), (1.0, 0.0)]), ("b", vec![(0.0, 0.0), (1.0, 1.0)])];
        let layout = Layout::new(&figures::learning_curve("", "", series), 400.0, 240.0, &measure);
        let place = |name: &str| layout.labels.iter().find(|label| label.text == name).map(|label| label.at);
        let x = layout.plot.right + REACH;
        assert_eq!(place("a"), Some((x, layout.plot.bottom)));
        assert_eq!(place("b"), Some((x, layout.plot.top)));
        assert_eq!(layout.leaders, []);
    }
}
