//! Figures that Python drew, in words.

use super::Lang;
use crate::base::figure::format;
use crate::plot::twin::{Extent, Plot, Series, Sort, Twin};

/// What `twin` shows, for those who do not see it: a sentence for each plot.
pub fn figure(lang: Lang, twin: &Twin) -> String {
    let plots = twin.plots.iter().map(|plot| self::plot(lang, plot));
    let all = Some(twin.title.clone()).filter(|title| !title.is_empty()).into_iter().chain(plots);
    all.collect::<Vec<_>>().join(match lang {
        Lang::En => ". ",
        Lang::Ja => "。",
    })
}

fn plot(lang: Lang, plot: &Plot) -> String {
    let (x, y) = (extent(lang, "x", &plot.x), extent(lang, "y", &plot.y));
    let series = plot.series.iter().map(|series| self::series(lang, series));
    let parts =
        Some(plot.title.clone()).filter(|title| !title.is_empty()).into_iter().chain([x, y]).chain(series);
    parts.collect::<Vec<_>>().join(match lang {
        Lang::En => "; ",
        Lang::Ja => "、",
    })
}

fn extent(lang: Lang, axis: &str, extent: &Extent) -> String {
    let name = if extent.label.is_empty() { axis } else { &extent.label };
    if !extent.names.is_empty() {
        return format!("{name}: {}", extent.names.join(", "));
    }
    let (from, to) = (format::value(extent.from, 4), format::value(extent.to, 4));
    match lang {
        Lang::En => format!("{name} from {from} to {to}"),
        Lang::Ja => format!("{name} は {from} から {to}"),
    }
}

fn series(lang: Lang, series: &Series) -> String {
    let count = series.count;
    let what = match (lang, series.sort) {
        (Lang::En, Sort::Line) => format!("line of {count} points"),
        (Lang::En, Sort::Points) => format!("{count} points"),
        (Lang::En, Sort::Shapes) => format!("{count} bars"),
        (Lang::En, Sort::Image) => format!("image of {count} cells"),
        (Lang::Ja, Sort::Line) => format!("{count} 点の線"),
        (Lang::Ja, Sort::Points) => format!("{count} 個の点"),
        (Lang::Ja, Sort::Shapes) => format!("{count} 本の棒"),
        (Lang::Ja, Sort::Image) => format!("{count} マスの画像"),
    };
    let named = if series.label.is_empty() { what } else { format!("{}: {what}", series.label) };
    let Some((low, high)) = series.range else { return named };
    let (low, high) = (format::value(low, 4), format::value(high, 4));
    match lang {
        Lang::En => format!("{named}, {low} to {high}"),
        Lang::Ja => format!("{named}（{low} から {high}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_said_in_a_sentence() {
        let axis = |label: &str| Extent { label: label.into(), from: 0.0, to: 10.0, names: Vec::new() };
        let line = Series { sort: Sort::Line, label: "train".into(), count: 3, range: Some((0.25, 1.0)) };
        let twin = Twin {
            title: String::new(),
            plots: vec![Plot { title: "Loss".into(), x: axis("epoch"), y: axis(""), series: vec![line] }],
        };
        assert_eq!(
            figure(Lang::En, &twin),
            "Loss; epoch from 0 to 10; y from 0 to 10; train: line of 3 points, 0.25 to 1"
        );
        assert_eq!(
            figure(Lang::Ja, &twin),
            "Loss、epoch は 0 から 10、y は 0 から 10、train: 3 点の線（0.25 から 1）"
        );
    }
}
