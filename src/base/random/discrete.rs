//! Discrete distributions. Knows no generator. Formulas and the order of draws are numpy's.

use super::Continuous;

/// Distributions of counts over a generator.
pub trait Discrete: Continuous {
    /// `poisson(lam)`.
    fn poisson(&mut self, lam: f64) -> i64 {
        if lam >= 10.0 {
            poisson_by_rejection(self, lam)
        } else if lam == 0.0 {
            0
        } else {
            poisson_by_products(self, lam)
        }
    }

    /// `binomial(n, p)`.
    fn binomial(&mut self, n: i64, p: f64) -> i64 {
        if n <= 0 || p == 0.0 {
            return 0;
        }
        if p > 0.5 {
            return n - half_binomial(self, n, 1.0 - p);
        }
        half_binomial(self, n, p)
    }

    /// `geometric(p)`.
    fn geometric(&mut self, p: f64) -> i64 {
        if p >= 1.0 / 3.0 { geometric_by_search(self, p) } else { self.geometric_by_inversion(p) }
    }

    /// A geometric deviate for a small `p`.
    fn geometric_by_inversion(&mut self, p: f64) -> i64 {
        // Beyond i64 this saturates, as numpy has it.
        (-self.standard_exponential() / (-p).ln_1p()).ceil() as i64
    }

    /// `negative_binomial(n, p)`.
    fn negative_binomial(&mut self, n: f64, p: f64) -> i64 {
        let rate = self.gamma(n, (1.0 - p) / p);
        self.poisson(rate)
    }

    /// `multinomial(n, pvals)`.
    fn multinomial(&mut self, n: i64, pvals: &[f64]) -> Vec<i64> {
        let (mut left, mut left_share) = (n, 1.0);
        let mut counts = vec![0; pvals.len()];
        let Some((last, firsts)) = counts.split_last_mut() else { return counts };
        for (count, share) in firsts.iter_mut().zip(pvals) {
            *count = self.binomial(left, share / left_share);
            left -= *count;
            if left <= 0 {
                return counts;
            }
            left_share -= share;
        }
        *last = left;
        counts
    }
}

fn poisson_by_products<C: Continuous + ?Sized>(random: &mut C, lam: f64) -> i64 {
    let least = (-lam).exp();
    let (mut count, mut product) = (0, 1.0);
    loop {
        product *= random.next_double();
        if product <= least {
            return count;
        }
        count += 1;
    }
}

/// Hörmann's transformed rejection.
fn poisson_by_rejection<C: Continuous + ?Sized>(random: &mut C, lam: f64) -> i64 {
    let log_lam = lam.ln();
    let b = 0.931 + 2.53 * lam.sqrt();
    let a = -0.059 + 0.02483 * b;
    let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    let vr = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = random.next_double() - 0.5;
        let v = random.next_double();
        let us = 0.5 - u.abs();
        let k = ((2.0 * a / us + b) * u + lam + 0.43).floor() as i64;
        if us >= 0.07 && v <= vr {
            return k;
        }
        if k < 0 || (us < 0.013 && v > us) {
            continue;
        }
        let drawn = v.ln() + inverse_alpha.ln() - (a / (us * us) + b).ln();
        if drawn <= -lam + k as f64 * log_lam - log_gamma(k as f64 + 1.0) {
            return k;
        }
    }
}

/// The logarithm of the gamma function (Zhang and Jin).
fn log_gamma(x: f64) -> f64 {
    const SERIES: [f64; 10] = [
        8.333333333333333e-02,
        -2.777777777777778e-03,
        7.936507936507937e-04,
        -5.952380952380952e-04,
        8.417508417508418e-04,
        -1.917526917526918e-03,
        6.41025641025641e-03,
        -2.955065359477124e-02,
        1.796443723688307e-01,
        -1.39243221690590e+00,
    ];
    /// ln 2π, with the digits that numpy gives it.
    const LOG_TAU: f64 = 1.8378770664093453e+00;
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let steps = if x < 7.0 { (7.0 - x) as i32 } else { 0 };
    let mut at = x + f64::from(steps);
    let square = (1.0 / at) * (1.0 / at);
    let series = SERIES.iter().rev().copied().reduce(|sum, term| sum * square + term).unwrap_or(0.0);
    let mut log = series / at + 0.5 * LOG_TAU + (at - 0.5) * at.ln() - at;
    for _ in 0..steps {
        log -= (at - 1.0).ln();
        at -= 1.0;
    }
    log
}

/// A binomial deviate for `p` up to a half.
fn half_binomial<C: Continuous + ?Sized>(random: &mut C, n: i64, p: f64) -> i64 {
    if p * n as f64 <= 30.0 { binomial_by_inversion(random, n, p) } else { btpe(random, n, p) }
}

fn binomial_by_inversion<C: Continuous + ?Sized>(random: &mut C, n: i64, p: f64) -> i64 {
    let q = 1.0 - p;
    let whole = n as f64;
    let start = (whole * (-p).ln_1p()).exp();
    let mean = whole * p;
    let bound = whole.min(mean + 10.0 * (mean * q + 1.0).sqrt()) as i64;
    let (mut count, mut share) = (0, start);
    let mut draw = random.next_double();
    while draw > share {
        count += 1;
        if count > bound {
            count = 0;
            share = start;
            draw = random.next_double();
        } else {
            draw -= share;
            share = ((n - count + 1) as f64 * p * share) / (count as f64 * q);
        }
    }
    count
}

/// The constants of Kachitvichyanukul and Schmeiser's BTPE: a triangle, parallelograms and exponential tails
/// above the binomial distribution.
struct Btpe {
    n: i64,
    r: f64,
    q: f64,
    middle: i64,
    centre: f64,
    left: f64,
    right: f64,
    height: f64,
    left_rate: f64,
    right_rate: f64,
    areas: [f64; 4],
}

impl Btpe {
    fn new(n: i64, p: f64) -> Self {
        let whole = n as f64;
        let r = p.min(1.0 - p);
        let q = 1.0 - r;
        let fm = whole * r + r;
        let middle = fm.floor() as i64;
        let p1 = (2.195 * (whole * r * q).sqrt() - 4.6 * q).floor() + 0.5;
        let centre = middle as f64 + 0.5;
        let (left, right) = (centre - p1, centre + p1);
        let height = 0.134 + 20.5 / (15.3 + middle as f64);
        let a = (fm - left) / (fm - left * r);
        let left_rate = a * (1.0 + a / 2.0);
        let a = (right - fm) / (right * q);
        let right_rate = a * (1.0 + a / 2.0);
        let p2 = p1 * (1.0 + 2.0 * height);
        let p3 = p2 + height / left_rate;
        let p4 = p3 + height / right_rate;
        Self { n, r, q, middle, centre, left, right, height, left_rate, right_rate, areas: [p1, p2, p3, p4] }
    }

    /// Whether a candidate under the hat is under the distribution too.
    fn accepts(&self, y: i64, v: f64) -> bool {
        let (r, q, m) = (self.r, self.q, self.middle);
        let nrq = self.n as f64 * r * q;
        let k = (y - m).abs() as f64;
        if k <= 20.0 || k >= nrq / 2.0 - 1.0 {
            return v <= self.ratio(y);
        }
        let rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5);
        let t = -k * k / (2.0 * nrq);
        let log = v.ln();
        log < t - rho || (log <= t + rho && log <= self.bound(y))
    }

    /// The probability of `y` over that of the middle, by recursion.
    fn ratio(&self, y: i64) -> f64 {
        let s = self.r / self.q;
        let a = s * (self.n + 1) as f64;
        let mut ratio = 1.0;
        for i in self.middle + 1..=y {
            ratio *= a / i as f64 - s;
        }
        for i in y + 1..=self.middle {
            ratio /= a / i as f64 - s;
        }
        ratio
    }

    /// The logarithm of that ratio, by Stirling's formula.
    fn bound(&self, y: i64) -> f64 {
        let (n, m, y) = (self.n as f64, self.middle as f64, y as f64);
        let (x1, f1, z, w) = (y + 1.0, m + 1.0, n + 1.0 - m, n - y + 1.0);
        let stirling = |f: f64| {
            let f2 = f * f;
            (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / f2) / f2) / f2) / f2) / f / 166320.0
        };
        self.centre * (f1 / x1).ln()
            + (n - m + 0.5) * (z / w).ln()
            + (y - m) * (w * self.r / (x1 * self.q)).ln()
            + stirling(f1)
            + stirling(z)
            + stirling(x1)
            + stirling(w)
    }
}

fn btpe<C: Continuous + ?Sized>(random: &mut C, n: i64, p: f64) -> i64 {
    let hat = Btpe::new(n, p);
    let [p1, p2, p3, p4] = hat.areas;
    loop {
        let u = random.next_double() * p4;
        let mut v = random.next_double();
        if u <= p1 {
            return (hat.centre - p1 * v + u).floor() as i64;
        }
        let y = if u <= p2 {
            let x = hat.left + (u - p1) / hat.height;
            v = v * hat.height + 1.0 - (hat.middle as f64 - x + 0.5).abs() / p1;
            if v > 1.0 {
                continue;
            }
            x.floor()
        } else if u <= p3 {
            let y = (hat.left + v.ln() / hat.left_rate).floor();
            if y < 0.0 || v == 0.0 {
                continue;
            }
            v *= (u - p2) * hat.left_rate;
            y
        } else {
            let y = (hat.right - v.ln() / hat.right_rate).floor();
            if y > n as f64 || v == 0.0 {
                continue;
            }
            v *= (u - p3) * hat.right_rate;
            y
        };
        if hat.accepts(y as i64, v) {
            return y as i64;
        }
    }
}

fn geometric_by_search<C: Continuous + ?Sized>(random: &mut C, p: f64) -> i64 {
    let (mut count, mut sum, mut product) = (1, p, p);
    let draw = random.next_double();
    while draw > sum && product > 0.0 {
        product *= 1.0 - p;
        sum += product;
        count += 1;
    }
    count
}
