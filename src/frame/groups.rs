//! One value for each group of rows. A row's code says which group it is in; a negative one, that it is in none.

use std::collections::HashSet;

/// What is made of a group's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduce {
    /// The sum, with compensation for lost digits.
    Sum,
    /// The product.
    Prod,
    /// The mean.
    Mean,
    /// The least.
    Min,
    /// The greatest.
    Max,
    /// The variance.
    Var,
    /// The standard deviation.
    Std,
    /// The standard error of the mean.
    Sem,
    /// The median.
    Median,
    /// The skewness, without bias.
    Skew,
    /// Whether one is true, as 0 or 1.
    Any,
    /// Whether all are true, as 0 or 1.
    All,
}

impl Reduce {
    /// By pandas' name.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "sum" => Self::Sum,
            "prod" => Self::Prod,
            "mean" => Self::Mean,
            "min" => Self::Min,
            "max" => Self::Max,
            "var" => Self::Var,
            "std" => Self::Std,
            "sem" => Self::Sem,
            "median" => Self::Median,
            "skew" => Self::Skew,
            "any" => Self::Any,
            "all" => Self::All,
            _ => return None,
        })
    }
}

/// The numbers of each group, missing ones left out, in their order.
fn members(codes: &[i64], count: usize, values: &[f64]) -> Vec<Vec<f64>> {
    let mut groups = vec![Vec::new(); count];
    for (code, value) in codes.iter().zip(values) {
        if let Some(group) = usize::try_from(*code).ok().and_then(|code| groups.get_mut(code))
            && !value.is_nan()
        {
            group.push(*value);
        }
    }
    groups
}

/// One number for each of `count` groups; NaN for one without numbers, or with fewer than `least`.
pub fn reduce(
    codes: &[i64],
    count: usize,
    values: &[f64],
    how: Reduce,
    ddof: usize,
    least: usize,
) -> Vec<f64> {
    members(codes, count, values).into_iter().map(|group| reduced(group, how, ddof, least)).collect()
}

fn reduced(mut group: Vec<f64>, how: Reduce, ddof: usize, least: usize) -> f64 {
    let size = group.len() as f64;
    match how {
        Reduce::Any => return f64::from(group.iter().any(|value| *value != 0.0)),
        Reduce::All => return f64::from(group.iter().all(|value| *value != 0.0)),
        Reduce::Sum | Reduce::Prod if group.len() < least => return f64::NAN,
        Reduce::Sum => return sum(&group),
        Reduce::Prod => return group.iter().product(),
        _ if group.is_empty() => return f64::NAN,
        _ => {}
    }
    match how {
        Reduce::Mean => sum(&group) / size,
        Reduce::Min => group.iter().copied().fold(f64::INFINITY, f64::min),
        Reduce::Max => group.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        Reduce::Var => variance(&group, ddof),
        Reduce::Std => variance(&group, ddof).sqrt(),
        Reduce::Sem => (variance(&group, ddof) / size).sqrt(),
        Reduce::Median => median(&mut group),
        _ => skewness(&group),
    }
}

/// The sum, with Kahan's compensation as pandas' own.
pub fn sum(values: &[f64]) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for value in values {
        let term = value - lost;
        let next = total + term;
        lost = next - total - term;
        // Infinities have nothing to compensate.
        if lost.is_nan() {
            lost = 0.0;
        }
        total = next;
    }
    total
}

/// The variance by Welford's running mean, as pandas' own; NaN for too few values.
pub fn variance(values: &[f64], ddof: usize) -> f64 {
    let (mut mean, mut apart) = (0.0, 0.0);
    for (seen, value) in values.iter().enumerate() {
        let step = value - mean;
        mean += step / (seen + 1) as f64;
        apart += (value - mean) * step;
    }
    if values.len() <= ddof { f64::NAN } else { apart / (values.len() - ddof) as f64 }
}

/// The median; the values are put in another order.
pub fn median(values: &mut [f64]) -> f64 {
    if values.is_empty() {
        return f64::NAN;
    }
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
    if values.len() % 2 == 1 { at(half) } else { (at(half - 1) + at(half)) / 2.0 }
}

fn skewness(values: &[f64]) -> f64 {
    let size = values.len() as f64;
    if values.len() < 3 {
        return f64::NAN;
    }
    let mean = sum(values) / size;
    let power = |exponent: i32| values.iter().map(|value| (value - mean).powi(exponent)).sum::<f64>();
    let (second, third) = (power(2), power(3));
    if second == 0.0 {
        return 0.0;
    }
    size * (size - 1.0).sqrt() / (size - 2.0) * third / second.powf(1.5)
}

/// Sums, products, least and greatest of whole numbers, which stay whole; sums wrap around as numpy's.
pub fn reduce_whole(codes: &[i64], count: usize, values: &[i64], how: Reduce) -> Vec<i64> {
    let start = match how {
        Reduce::Prod => 1,
        Reduce::Min => i64::MAX,
        Reduce::Max => i64::MIN,
        _ => 0,
    };
    let mut found = vec![start; count];
    for (code, value) in codes.iter().zip(values) {
        let Some(group) = usize::try_from(*code).ok().and_then(|code| found.get_mut(code)) else { continue };
        *group = match how {
            Reduce::Prod => group.wrapping_mul(*value),
            Reduce::Min => (*group).min(*value),
            Reduce::Max => (*group).max(*value),
            _ => group.wrapping_add(*value),
        };
    }
    found
}

/// For each group the place of its first row that is not a gap (or its last), -1 for none.
pub fn edges(codes: &[i64], count: usize, gaps: &[bool], last: bool) -> Vec<i64> {
    let mut found = vec![-1_i64; count];
    for (place, (code, gap)) in codes.iter().zip(gaps).enumerate() {
        if let Some(group) = usize::try_from(*code).ok().and_then(|code| found.get_mut(code))
            && !gap
            && (last || *group < 0)
        {
            *group = place as i64;
        }
    }
    found
}

/// For each group how many different codes its rows have in `inner`, negative ones aside.
pub fn distinct(codes: &[i64], count: usize, inner: &[i64]) -> Vec<i64> {
    let mut found = vec![0; count];
    let mut seen = HashSet::new();
    for (code, value) in codes.iter().zip(inner) {
        if let Some(group) = usize::try_from(*code).ok().and_then(|code| found.get_mut(code))
            && *value >= 0
            && seen.insert((*code, *value))
        {
            *group += 1;
        }
    }
    found
}
