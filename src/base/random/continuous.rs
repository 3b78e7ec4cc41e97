//! Continuous distributions over standard normal and exponential deviates. Knows no generator.
//!
//! Formulas, the order of draws and of operations are numpy's; parameters must be valid, which callers check with
//! numpy's messages. Where the legacy generator has another formula, it overrides the one here.

use super::Bits;

/// A generator with its own ways to draw standard deviates, and every distribution over them.
pub trait Continuous: Bits {
    /// A standard normal deviate.
    fn standard_normal(&mut self) -> f64;

    /// A standard exponential deviate.
    fn standard_exponential(&mut self) -> f64;

    /// `uniform(low, high)`.
    fn uniform(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next_double()
    }

    /// `normal(loc, scale)`.
    fn normal(&mut self, loc: f64, scale: f64) -> f64 {
        loc + scale * self.standard_normal()
    }

    /// `lognormal(mean, sigma)`.
    fn lognormal(&mut self, mean: f64, sigma: f64) -> f64 {
        self.normal(mean, sigma).exp()
    }

    /// `exponential(scale)`.
    fn exponential(&mut self, scale: f64) -> f64 {
        scale * self.standard_exponential()
    }

    /// `standard_gamma(shape)`.
    fn standard_gamma(&mut self, shape: f64) -> f64 {
        if shape == 1.0 {
            self.standard_exponential()
        } else if shape == 0.0 {
            0.0
        } else if shape < 1.0 {
            small_gamma(self, shape)
        } else {
            large_gamma(self, shape)
        }
    }

    /// `gamma(shape, scale)`.
    fn gamma(&mut self, shape: f64, scale: f64) -> f64 {
        scale * self.standard_gamma(shape)
    }

    /// `beta(a, b)`.
    fn beta(&mut self, a: f64, b: f64) -> f64 {
        if a <= 1.0 && b <= 1.0 {
            return johnk(self, a, b);
        }
        let first = self.standard_gamma(a);
        let second = self.standard_gamma(b);
        first / (first + second)
    }

    /// `chisquare(df)`.
    fn chisquare(&mut self, df: f64) -> f64 {
        2.0 * self.standard_gamma(df / 2.0)
    }

    /// `f(dfnum, dfden)`.
    fn f(&mut self, dfnum: f64, dfden: f64) -> f64 {
        let above = self.chisquare(dfnum) * dfden;
        above / (self.chisquare(dfden) * dfnum)
    }

    /// `standard_t(df)`.
    fn standard_t(&mut self, df: f64) -> f64 {
        let above = self.standard_normal();
        let below = self.standard_gamma(df / 2.0);
        (df / 2.0).sqrt() * above / below.sqrt()
    }

    /// `standard_cauchy()`.
    fn standard_cauchy(&mut self) -> f64 {
        self.standard_normal() / self.standard_normal()
    }

    /// `pareto(a)`.
    fn pareto(&mut self, a: f64) -> f64 {
        (self.standard_exponential() / a).exp_m1()
    }

    /// `weibull(a)`.
    fn weibull(&mut self, a: f64) -> f64 {
        if a == 0.0 { 0.0 } else { self.standard_exponential().powf(1.0 / a) }
    }

    /// `power(a)`.
    fn power(&mut self, a: f64) -> f64 {
        (-(-self.standard_exponential()).exp_m1()).powf(1.0 / a)
    }

    /// `rayleigh(scale)`.
    fn rayleigh(&mut self, scale: f64) -> f64 {
        scale * (2.0 * self.standard_exponential()).sqrt()
    }

    /// `laplace(loc, scale)`.
    fn laplace(&mut self, loc: f64, scale: f64) -> f64 {
        loop {
            let draw = self.next_double();
            if draw >= 0.5 {
                return loc - scale * (2.0 - draw - draw).ln();
            }
            if draw > 0.0 {
                return loc + scale * (draw + draw).ln();
            }
        }
    }

    /// `logistic(loc, scale)`.
    fn logistic(&mut self, loc: f64, scale: f64) -> f64 {
        loop {
            let draw = self.next_double();
            if draw > 0.0 {
                return loc + scale * (draw / (1.0 - draw)).ln();
            }
        }
    }

    /// `gumbel(loc, scale)`.
    fn gumbel(&mut self, loc: f64, scale: f64) -> f64 {
        loop {
            let draw = 1.0 - self.next_double();
            if draw < 1.0 {
                return loc - scale * (-draw.ln()).ln();
            }
        }
    }

    /// `triangular(left, mode, right)`.
    fn triangular(&mut self, left: f64, mode: f64, right: f64) -> f64 {
        let base = right - left;
        let left_base = mode - left;
        let draw = self.next_double();
        if draw <= left_base / base {
            left + (draw * (left_base * base)).sqrt()
        } else {
            right - ((1.0 - draw) * ((right - mode) * base)).sqrt()
        }
    }

    /// `dirichlet(alpha)` by gamma deviates, which is how it is drawn unless every `alpha` is below 0.1.
    fn dirichlet(&mut self, alpha: &[f64]) -> Vec<f64> {
        let mut shares: Vec<f64> = alpha.iter().map(|alpha| self.standard_gamma(*alpha)).collect();
        let inverse = 1.0 / shares.iter().sum::<f64>();
        shares.iter_mut().for_each(|share| *share *= inverse);
        shares
    }
}

/// A gamma deviate of a shape below 1 (Ahrens and Dieter).
fn small_gamma<C: Continuous + ?Sized>(random: &mut C, shape: f64) -> f64 {
    loop {
        let draw = random.next_double();
        let waited = random.standard_exponential();
        if draw <= 1.0 - shape {
            let deviate = draw.powf(1.0 / shape);
            if deviate <= waited {
                return deviate;
            }
        } else {
            let late = -((1.0 - draw) / shape).ln();
            let deviate = (1.0 - shape + shape * late).powf(1.0 / shape);
            if deviate <= waited + late {
                return deviate;
            }
        }
    }
}

/// A gamma deviate of a shape above 1 (Marsaglia and Tsang).
fn large_gamma<C: Continuous + ?Sized>(random: &mut C, shape: f64) -> f64 {
    let b = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * b).sqrt();
    loop {
        let (normal, root) = loop {
            let normal = random.standard_normal();
            let root = 1.0 + c * normal;
            if root > 0.0 {
                break (normal, root);
            }
        };
        let cube = root * root * root;
        let draw = random.next_double();
        if draw < 1.0 - 0.0331 * (normal * normal) * (normal * normal)
            || draw.ln() < 0.5 * normal * normal + b * (1.0 - cube + cube.ln())
        {
            return b * cube;
        }
    }
}

/// A beta deviate of two shapes up to 1 (Jöhnk).
fn johnk<C: Continuous + ?Sized>(random: &mut C, a: f64, b: f64) -> f64 {
    /// Below this both powers vanish, and all that is left is which end it is.
    const TINY: f64 = 3e-103;
    if a < TINY && b < TINY {
        let draw = random.next_double();
        return f64::from(u8::from((a + b) * draw < a));
    }
    loop {
        let (u, v) = (random.next_double(), random.next_double());
        let (x, y) = (u.powf(1.0 / a), v.powf(1.0 / b));
        if x + y <= 1.0 && u + v > 0.0 {
            if x + y > 0.0 {
                return x / (x + y);
            }
            let (log_x, log_y) = (u.ln() / a, v.ln() / b);
            let greater = log_x.max(log_y);
            let (log_x, log_y) = (log_x - greater, log_y - greater);
            return (log_x - (log_x.exp() + log_y.exp()).ln()).exp();
        }
    }
}
