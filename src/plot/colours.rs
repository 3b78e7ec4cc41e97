//! Colours by name and colormaps, from the tables that were recorded of matplotlib.

const NAMES: &str = include_str!("tables/colours.txt");
const MAPS: &str = include_str!("tables/colormaps.txt");
/// How many colours a continuous map has.
pub const LEVELS: usize = 256;

/// Red, green and blue of a named colour or of `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, with opacity where it is given.
pub fn named(name: &str) -> Option<([f64; 3], Option<f64>)> {
    if let Some(digits) = name.strip_prefix('#') {
        return hexadecimal(digits);
    }
    let lower = name.to_lowercase();
    let found = NAMES.lines().find_map(|line| {
        let (known, digits) = line.rsplit_once(' ')?;
        (known == name || (known.len() > 1 && known == lower)).then_some(digits)
    });
    hexadecimal(found?)
}

fn hexadecimal(digits: &str) -> Option<([f64; 3], Option<f64>)> {
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let wide = match digits.len() {
        3 | 4 => 1,
        6 | 8 => 2,
        _ => return None,
    };
    let part = |index: usize| {
        let text = digits.get(index * wide..(index + 1) * wide)?;
        let value = f64::from(u8::from_str_radix(text, 16).ok()?);
        Some(if wide == 1 { value * 17.0 / 255.0 } else { value / 255.0 })
    };
    Some(([part(0)?, part(1)?, part(2)?], part(3)))
}

/// The names of all colours.
pub fn colour_names() -> Vec<(&'static str, &'static str)> {
    NAMES.lines().filter_map(|line| line.rsplit_once(' ')).collect()
}

/// The names of all maps.
pub fn map_names() -> Vec<&'static str> {
    MAPS.lines().filter_map(|line| line.split(' ').nth(1)).collect()
}

/// The colours of a map, and whether they are few and of their own.
pub fn map(name: &str) -> Option<(Vec<[f64; 3]>, bool)> {
    let line = MAPS.lines().find(|line| line.split(' ').nth(1) == Some(name))?;
    let mut words = line.split(' ');
    let (kind, rest) = (words.next()?, words.skip(1));
    let colours = match kind {
        "own" => return Some((rest.filter_map(|word| Some(named(&format!("#{word}"))?.0)).collect(), true)),
        "listed" => listed(rest.last()?),
        "even" => {
            let colours: Vec<_> = rest.filter_map(|word| Some(named(&format!("#{word}"))?.0)).collect();
            even(&colours, LEVELS)
        }
        _ => {
            let channels: Vec<Vec<f64>> = rest.map(|word| along(&knots(word))).collect();
            let part = |channel: usize, at: usize| {
                channels.get(channel).and_then(|channel| channel.get(at)).copied().unwrap_or(0.0)
            };
            (0..LEVELS).map(|at| [part(0, at), part(1, at), part(2, at)]).collect()
        }
    };
    Some((colours, false))
}

fn listed(digits: &str) -> Vec<[f64; 3]> {
    let part = |at: usize| {
        let text = digits.get(at * 5..at * 5 + 5).unwrap_or("0");
        f64::from(u32::from_str_radix(text, 16).unwrap_or(0)) / 1e6
    };
    (0..digits.len() / 15).map(|at| [part(at * 3), part(at * 3 + 1), part(at * 3 + 2)]).collect()
}

/// `levels` colours that run straight between `colours` at even distances.
pub fn even(colours: &[[f64; 3]], levels: usize) -> Vec<[f64; 3]> {
    let last = colours.len().saturating_sub(1).max(1) as f64;
    let channel = |part: usize| {
        let values = colours.iter().map(|colour| colour.get(part).copied().unwrap_or(0.0));
        let knots: Vec<_> = values.enumerate().map(|(at, value)| (at as f64 / last, value, value)).collect();
        sampled(&knots, levels)
    };
    let channels = [channel(0), channel(1), channel(2)];
    let part = |channel: &[f64], at: usize| channel.get(at).copied().unwrap_or(0.0);
    let [red, green, blue] = channels;
    (0..levels).map(|at| [part(&red, at), part(&green, at), part(&blue, at)]).collect()
}

fn knots(text: &str) -> Vec<(f64, f64, f64)> {
    let knot = |text: &str| {
        let mut numbers = text.split(',').map(|number| number.parse().unwrap_or(0.0));
        Some((numbers.next()?, numbers.next()?, numbers.next()?))
    };
    text.split(';').filter_map(knot).collect()
}

fn along(knots: &[(f64, f64, f64)]) -> Vec<f64> {
    sampled(knots, LEVELS)
}

/// Values of a line through `knots`, which may jump at them: from above the one to below the next.
fn sampled(knots: &[(f64, f64, f64)], levels: usize) -> Vec<f64> {
    let last = (levels.max(2) - 1) as f64;
    let value = |level: usize| {
        let x = level as f64 / last;
        let next = knots.iter().position(|knot| knot.0 >= x).unwrap_or(knots.len().saturating_sub(1));
        match (next.checked_sub(1).and_then(|before| knots.get(before)), knots.get(next)) {
            (None, Some(first)) => first.2,
            (Some(before), Some(after)) if level + 1 < levels => {
                let share = (x - before.0) / (after.0 - before.0);
                before.2 + (after.1 - before.2) * share
            }
            (_, after) => after.map_or(0.0, |after| after.1),
        }
    };
    (0..levels).map(|level| value(level).clamp(0.0, 1.0)).collect()
}
