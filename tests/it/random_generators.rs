//! Both generators and all their distributions draw what numpy draws.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::ml_recorded::{floats, recorded};
use mlops_dojo::base::random::{Discrete, Generator, RandomError, RandomState, SeedSequence, Width};
use serde_json::Value;

/// What both have under one name but not in one trait.
trait Whole: Discrete {
    fn bounded(&mut self, width: Width, max: u64, count: usize) -> Vec<u64>;
    fn permutation(&mut self, count: usize) -> Vec<usize>;
    fn choice(&mut self, population: usize, size: usize) -> Vec<usize>;
    fn choice_p(&mut self, p: &[f64], size: usize, replace: bool) -> Vec<usize>;
    fn choice_no_replace(&mut self, population: usize, size: usize, shuffle: bool) -> Vec<usize>;
}

macro_rules! whole {
    ($type:ty, $choice:expr) => {
        impl Whole for $type {
            fn bounded(&mut self, width: Width, max: u64, count: usize) -> Vec<u64> {
                self.bounded(width, max, count)
            }
            fn permutation(&mut self, count: usize) -> Vec<usize> {
                self.permutation(count)
            }
            fn choice(&mut self, population: usize, size: usize) -> Vec<usize> {
                self.choice(population, size).unwrap()
            }
            fn choice_p(&mut self, p: &[f64], size: usize, replace: bool) -> Vec<usize> {
                match replace {
                    true => self.choice_weighted(p, size).unwrap(),
                    false => self.choice_weighted_without_replacement(p, size).unwrap(),
                }
            }
            fn choice_no_replace(&mut self, population: usize, size: usize, shuffle: bool) -> Vec<usize> {
                $choice(self, population, size, shuffle)
            }
        }
    };
}
whole!(Generator, |random: &mut Generator, population, size, shuffle| {
    random.choice_without_replacement(population, size, shuffle).unwrap()
});
whole!(RandomState, |random: &mut RandomState, population, size, _| {
    random.choice_without_replacement(population, size).unwrap()
});

/// One number of a continuous distribution.
fn number(random: &mut impl Discrete, kind: &str, given: &[f64]) -> Option<f64> {
    let at = |index: usize| given[index];
    Some(match kind {
        "random" => random.next_double(),
        "random_f32" => f64::from(random.next_float()),
        "uniform" => random.uniform(at(0), at(1)),
        "standard_normal" => random.standard_normal(),
        "normal" => random.normal(at(0), at(1)),
        "lognormal" => random.lognormal(at(0), at(1)),
        "standard_exponential" => random.standard_exponential(),
        "exponential" => random.exponential(at(0)),
        "standard_gamma" => random.standard_gamma(at(0)),
        "gamma" => random.gamma(at(0), at(1)),
        "beta" => random.beta(at(0), at(1)),
        "chisquare" => random.chisquare(at(0)),
        "f" => random.f(at(0), at(1)),
        "standard_t" => random.standard_t(at(0)),
        "standard_cauchy" => random.standard_cauchy(),
        "pareto" => random.pareto(at(0)),
        "weibull" => random.weibull(at(0)),
        "power" => random.power(at(0)),
        "rayleigh" => random.rayleigh(at(0)),
        "laplace" => random.laplace(at(0), at(1)),
        "logistic" => random.logistic(at(0), at(1)),
        "gumbel" => random.gumbel(at(0), at(1)),
        "triangular" => random.triangular(at(0), at(1), at(2)),
        _ => return None,
    })
}

/// One number of a discrete distribution.
fn count(random: &mut impl Discrete, kind: &str, given: &[f64]) -> Option<i64> {
    Some(match kind {
        "poisson" => random.poisson(given[0]),
        "binomial" => random.binomial(given[0] as i64, given[1]),
        "geometric" => random.geometric(given[0]),
        "negative_binomial" => random.negative_binomial(given[0], given[1]),
        _ => return None,
    })
}

fn width(name: &str) -> Width {
    match name.trim_start_matches("uint").trim_start_matches("int") {
        "bool" => Width::One,
        "8" => Width::Eight,
        "16" => Width::Sixteen,
        "32" => Width::ThirtyTwo,
        _ => Width::SixtyFour,
    }
}

fn draw(random: &mut impl Whole, kind: &str, arguments: &Value, size: usize) -> Value {
    if kind == "bounded" {
        let max = arguments[1].as_str().unwrap().parse().unwrap();
        let drawn = random.bounded(width(arguments[0].as_str().unwrap()), max, size);
        return drawn.iter().map(u64::to_string).collect();
    }
    if kind == "choice_no_replace" {
        let population = arguments[0].as_u64().unwrap() as usize;
        return random.choice_no_replace(population, size, arguments[1].as_bool().unwrap()).into();
    }
    let given = floats(arguments);
    match kind {
        "permutation" => random.permutation(given[0] as usize).into(),
        "choice" => random.choice(given[0] as usize, size).into(),
        "choice_p" => random.choice_p(&given, size, true).into(),
        "choice_p_no_replace" => random.choice_p(&given, size, false).into(),
        "multinomial" => random.multinomial(given[0] as i64, &given[1..]).into(),
        "dirichlet" => random.dirichlet(&given).into(),
        _ => (0..size)
            .map(|_| match number(random, kind, &given) {
                Some(number) => Value::from(number),
                None => count(random, kind, &given).unwrap().into(),
            })
            .collect(),
    }
}

fn run(random: &mut impl Whole, case: &Value) {
    for step in case["draws"].as_array().unwrap() {
        let (kind, expected) = (step[0].as_str().unwrap(), step[2].as_array().unwrap());
        if let Some(skipped) = step[3].as_u64() {
            draw(random, kind, &step[1], skipped as usize);
        }
        let got = draw(random, kind, &step[1], expected.len());
        assert_eq!(got, step[2], "{} {} {kind} {}", case["kind"], case["seed"], step[1]);
    }
}

#[test]
fn every_distribution_is_numpys() {
    for case in recorded("draws")["cases"].as_array().unwrap() {
        let seed: Vec<u32> = match &case["seed"] {
            Value::Array(words) => words.iter().map(|word| word.as_u64().unwrap() as u32).collect(),
            word => vec![word.as_u64().unwrap() as u32],
        };
        match case["kind"].as_str().unwrap() {
            "generator" => run(&mut Generator::new(&seed), case),
            _ => run(&mut RandomState::new(seed[0]), case),
        }
    }
}

#[test]
fn seeds_are_mixed_as_numpy_mixes_them() {
    let words = |value: &Value| -> Vec<u32> {
        value.as_array().unwrap().iter().map(|word| word.as_u64().unwrap() as u32).collect()
    };
    for case in recorded("draws")["seeds"].as_array().unwrap() {
        let mut root = SeedSequence::new(&words(&case["words"]), &[]);
        assert_eq!(root.words(5), words(&case["state"]), "{case}");
        for child in case["children"].as_array().unwrap() {
            assert_eq!(root.spawn().words(3), words(child), "{case}");
        }
    }
}

#[test]
fn advancing_is_drawing() {
    let (mut walked, mut jumped) = (Generator::new(&[5]), Generator::new(&[5]));
    walked.random(1000);
    jumped.bits_mut().advance(1000);
    assert_eq!(walked, jumped);
}

#[test]
fn impossible_draws_are_errors() {
    let mut random = Generator::new(&[0]);
    assert_eq!(random.integers(3, 3, 1), Err(RandomError::EmptyRange { low: 3, high: 3 }));
    let too_many = RandomError::SampleTooLarge { size: 3, population: 2 };
    assert_eq!(random.choice_without_replacement(2, 3, true), Err(too_many));
    assert_eq!(random.choice_weighted(&[0.5, 0.4], 1), Err(RandomError::BadProbabilities));
    assert!(random.choice(0, 1).is_err());
}
