//! Colours and fonts of a drawing, read from the style properties of the page, and the arithmetic that keeps
//! text legible. Knows no figure.

/// How many colours the series share before they repeat with another dash.
pub const SERIES: usize = 8;

/// A colour, each part from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// What a drawing looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Text and what matters.
    pub ink: Colour,
    /// Axes and their texts.
    pub ink_soft: Colour,
    /// Grid lines.
    pub hairline: Colour,
    /// What is drawn on.
    pub paper: Colour,
    /// The series in order.
    pub series: [Colour; SERIES],
    /// The CSS font stack of all text.
    pub font: String,
}

impl Default for Theme {
    /// The light theme, for where no style property can be read.
    fn default() -> Self {
        Self {
            ink: Colour(0x23, 0x20, 0x1c),
            ink_soft: Colour(0x6a, 0x63, 0x59),
            hairline: Colour(0xdd, 0xd6, 0xc8),
            paper: Colour(0xfb, 0xf9, 0xf4),
            series: [
                Colour(0x00, 0x72, 0xb2),
                Colour(0xd5, 0x5e, 0x00),
                Colour(0x00, 0x8a, 0x66),
                Colour(0xb8, 0x5c, 0x91),
                Colour(0xb0, 0x79, 0x00),
                Colour(0x2f, 0x8f, 0xc4),
                Colour(0x8a, 0x82, 0x00),
                Colour(0x55, 0x4f, 0x47),
            ],
            font: "system-ui, sans-serif".to_string(),
        }
    }
}

impl Theme {
    /// The theme that the style properties `--ink`, `--ink-soft`, `--hairline`, `--paper`, `--chart-1` to
    /// `--chart-8` and `--chart-font` describe; what cannot be read keeps its default.
    pub fn read(property: impl Fn(&str) -> Option<String>) -> Self {
        let fallback = Self::default();
        let colour =
            |name: &str, or: Colour| property(name).and_then(|text| Colour::parse(&text)).unwrap_or(or);
        let mut series = fallback.series;
        for (index, slot) in series.iter_mut().enumerate() {
            *slot = colour(&format!("--chart-{}", index + 1), *slot);
        }
        let font =
            property("--chart-font").map(|text| text.trim().to_string()).filter(|text| !text.is_empty());
        Self {
            ink: colour("--ink", fallback.ink),
            ink_soft: colour("--ink-soft", fallback.ink_soft),
            hairline: colour("--hairline", fallback.hairline),
            paper: colour("--paper", fallback.paper),
            series,
            font: font.unwrap_or(fallback.font),
        }
    }

    /// The colour of series `index`.
    pub fn of_series(&self, index: usize) -> Colour {
        self.series.get(index % SERIES).copied().unwrap_or(self.ink)
    }

    /// The colour of text that names series `index`: its colour, towards the ink until it can be read.
    pub fn text_of_series(&self, index: usize) -> Colour {
        self.of_series(index).legible(self.paper, self.ink)
    }

    /// The colour of a cell with `value` between -1 and 1: the first hue for more, the second for less than zero.
    pub fn cell(&self, value: f64) -> Colour {
        let (hue, size) = (self.of_series(usize::from(value < 0.0)), value.abs().clamp(0.0, 1.0));
        // Deeper than the hue itself at the end, so that the largest cells stand apart.
        self.paper.mixed(hue.mixed(self.ink, 0.3 * size), 0.06 + 0.94 * size)
    }

    /// Ink or paper where one of them can be read on `ground`; on middle tones black or white, one of which
    /// always can.
    pub fn text_on(&self, ground: Colour) -> Colour {
        let choices = [self.ink, self.paper, Colour(0, 0, 0), Colour(255, 255, 255)];
        choices.into_iter().find(|text| text.contrast(ground) >= 4.5).unwrap_or(self.ink)
    }
}

impl Colour {
    /// Reads `#rgb`, `#rrggbb`, `rgb(r, g, b)` and `rgb(r g b)`; an alpha after them is ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(digits) = text.strip_prefix('#') {
            let part = |at: usize, length: usize| u8::from_str_radix(digits.get(at..at + length)?, 16).ok();
            return match digits.len() {
                3 | 4 => Some(Self(part(0, 1)? * 17, part(1, 1)? * 17, part(2, 1)? * 17)),
                6 | 8 => Some(Self(part(0, 2)?, part(2, 2)?, part(4, 2)?)),
                _ => None,
            };
        }
        let inner = text.strip_prefix("rgba(").or_else(|| text.strip_prefix("rgb("))?.strip_suffix(')')?;
        let mut parts = inner.split([',', ' ', '/']).filter(|part| !part.is_empty());
        let mut next = || Some(parts.next()?.parse::<f64>().ok()?.round().clamp(0.0, 255.0) as u8);
        Some(Self(next()?, next()?, next()?))
    }

    /// This colour with `share` of `other` in it.
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// The contrast ratio of WCAG 2, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour towards `ink` until it stands out from `paper` by 4.5, as text must.
    pub fn legible(self, paper: Self, ink: Self) -> Self {
        let steps = (0..=20).map(|step| self.mixed(ink, f64::from(step) / 20.0));
        steps.into_iter().find(|colour| colour.contrast(paper) >= 4.5).unwrap_or(ink)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Colour>) {
        assert_eq!(Colour::parse(text), expected);
    }

    #[test]
    fn colours_are_read_as_browsers_write_them() {
        check(" #0072b2 ", Some(Colour(0, 114, 178)));
        check("#fff", Some(Colour(255, 255, 255)));
        check("rgb(1, 2, 3)", Some(Colour(1, 2, 3)));
        check("rgba(1, 2, 3, 0.5)", Some(Colour(1, 2, 3)));
        check("rgb(1 2 3 / 50%)", Some(Colour(1, 2, 3)));
        check("red", None);
        check("#日本", None);
        check("", None);
    }

    /// The properties of all blocks that open with `selector`.
    fn block(css: &str, selector: &str) -> Theme {
        let bodies = css.split(selector).skip(1);
        let body: String =
            bodies.filter_map(|rest| rest.split_once('{')?.1.split_once('}')).map(|b| b.0).collect();
        Theme::read(|name| {
            let line = body.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(':'))?;
            Some(line.trim_end_matches(';').to_string())
        })
    }

    #[test]
    fn the_style_sheet_keeps_contrast_in_both_themes() {
        let css = concat!(
            include_str!("../../../public/styles/tokens.css"),
            include_str!("../../../public/styles/charts.css"),
        );
        let (light, dark) = (block(css, "\n[data-theme=light]"), block(css, "\n[data-theme=dark]"));
        assert_ne!(light.paper, dark.paper);
        assert_eq!(light, Theme { font: light.font.clone(), ..Theme::default() });
        for theme in [&light, &dark] {
            assert!(theme.ink.contrast(theme.paper) >= 7.0);
            assert!(theme.ink_soft.contrast(theme.paper) >= 4.5);
            for index in 0..SERIES {
                let (mark, text) = (theme.of_series(index), theme.text_of_series(index));
                assert!(
                    mark.contrast(theme.paper) >= 3.0,
                    "{index}: {mark:?} {}",
                    mark.contrast(theme.paper)
                );
                assert!(text.contrast(theme.paper) >= 4.5, "{index}: {text:?}");
            }
            for value in -20..=20 {
                let ground = theme.cell(f64::from(value) / 20.0);
                assert!(theme.text_on(ground).contrast(ground) >= 4.5, "{value} {ground:?}");
            }
        }
        assert_eq!(block(css, "not([data-theme=light])"), dark, "the preference and the choice agree");
    }
}
