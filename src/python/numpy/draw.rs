//! What the package calls for random numbers: one class over both of numpy's generators.

#[rustpython_vm::pymodule(sub)]
pub(super) mod draw {
    use super::super::super::machine::Machine;
    use super::super::convert::{from_object, to_array_object, to_object};
    use super::super::given::integers;
    use super::super::ndarray::lengths;
    use super::super::state::raise;
    use crate::array::{Array, DType, shape, storage};
    use crate::base::random::{
        Bits, Bounded, Continuous, Discrete, Generator, Mt19937, Pcg64, RandomState, Rejection, SeedSequence,
        Width,
    };
    use malachite_bigint::BigInt;
    use rustpython_vm::builtins::{PyInt, PyType};
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::types::Constructor;
    use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};
    use std::cell::RefCell;

    #[derive(Debug)]
    enum Source {
        Old(RandomState),
        New(Generator),
    }

    /// Runs `$body` with `$random` as whichever generator it is.
    macro_rules! with {
        ($source:expr, $random:ident => $body:expr) => {
            match &mut *$source {
                Source::Old($random) => $body,
                Source::New($random) => $body,
            }
        };
    }

    /// A generator: `RandomState`'s or `default_rng`'s.
    #[pyattr]
    #[pyclass(module = "_numpy", name = "_Source")]
    #[derive(Debug, PyPayload)]
    pub(super) struct PySource {
        source: RefCell<Source>,
    }

    impl Constructor for PySource {
        type Args = FuncArgs;

        fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
            let is_new = match args.args.first() {
                Some(new) => new.clone().try_to_bool(vm)?,
                None => true,
            };
            let seed = args.args.get(1).cloned().unwrap_or_else(|| vm.ctx.none());
            let key = args.args.get(2).map(|key| integers(key, vm)).transpose()?.unwrap_or_default();
            if !key.is_empty() {
                let key: Vec<u32> = key.into_iter().map(|number| number as u32).collect();
                let sequence = SeedSequence::new(&entropy_of(&seed, vm)?, &key);
                return Ok(Self {
                    source: RefCell::new(Source::New(Generator::from_bits(Pcg64::new(&sequence)))),
                });
            }
            Ok(Self { source: RefCell::new(begun(is_new, &seed, vm)?) })
        }
    }

    /// A generator from a seed; from the machine where there is none.
    fn begun(is_new: bool, seed: &PyObject, vm: &VirtualMachine) -> PyResult<Source> {
        if vm.is_none(seed) {
            let bytes = Machine::of(vm)?.random_bytes(16);
            let words: Vec<u32> =
                bytes.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word)).collect();
            return Ok(if is_new {
                Source::New(Generator::new(&words))
            } else {
                Source::Old(RandomState::from_array(&words))
            });
        }
        let single = seed.downcast_ref::<PyInt>().map(|seed| seed.as_bigint().clone());
        let single = match single {
            Some(single) => Some(single),
            None => seed.try_index_opt(vm).transpose()?.map(|seed| seed.as_bigint().clone()),
        };
        if let Some(single) = single {
            if is_new {
                if single < BigInt::from(0) {
                    return Err(vm.new_value_error("expected non-negative integer"));
                }
                return Ok(Source::New(Generator::new(&words_of(&single))));
            }
            let seed = u32::try_from(&single)
                .map_err(|_| vm.new_value_error("Seed must be between 0 and 2**32 - 1"))?;
            return Ok(Source::Old(RandomState::new(seed)));
        }
        let numbers = from_object(seed, vm)?.to_i64();
        let Some(numbers) = numbers else {
            let shown = seed.str(vm)?.to_string_lossy().into_owned();
            return Err(vm.new_type_error(format!(
                "SeedSequence expects int or sequence of ints for entropy not {shown}"
            )));
        };
        let words: Vec<u32> = numbers.iter().map(|number| *number as u32).collect();
        Ok(if is_new {
            Source::New(Generator::new(&words))
        } else {
            Source::Old(RandomState::from_array(&words))
        })
    }

    /// The words of a seed for generators of the new kind.
    fn entropy_of(seed: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<u32>> {
        if let Some(single) = seed.downcast_ref::<PyInt>() {
            return Ok(words_of(single.as_bigint()));
        }
        let numbers = integers(seed, vm)?;
        Ok(numbers.into_iter().map(|number| number as u32).collect())
    }

    /// `SeedSequence.generate_state`.
    #[pyfunction]
    fn _seed_words(seed: PyObjectRef, key: PyObjectRef, count: usize, vm: &VirtualMachine) -> PyResult {
        storage::room(count, 8).map_err(|error| raise(error, vm))?;
        let key: Vec<u32> = integers(&key, vm)?.into_iter().map(|number| number as u32).collect();
        let words = SeedSequence::new(&entropy_of(&seed, vm)?, &key).words(count);
        Ok(vm.ctx.new_list(words.into_iter().map(|word| vm.ctx.new_int(word).into()).collect()).into())
    }

    fn words_of(number: &BigInt) -> Vec<u32> {
        let (_, bytes) = number.to_bytes_le();
        let word = |part: &[u8]| part.iter().rev().fold(0_u32, |word, byte| (word << 8) | u32::from(*byte));
        bytes.chunks(4).map(word).collect()
    }

    fn wanted(size: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Vec<usize>>> {
        if vm.is_none(size) { Ok(None) } else { lengths(&integers(size, vm)?, vm).map(Some) }
    }

    fn numbers_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Array> {
        super::super::convert::from_object_as(object, Some(DType::Float64), vm)
    }

    fn impossible(
        error: crate::base::random::RandomError,
        vm: &VirtualMachine,
    ) -> rustpython_vm::builtins::PyBaseExceptionRef {
        vm.new_value_error(error.to_string())
    }

    #[pyclass(with(Constructor))]
    impl PySource {
        /// Begins again from a seed.
        #[pymethod]
        fn seed(zelf: &Py<Self>, seed: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let is_new = matches!(&*zelf.source.borrow(), Source::New(_));
            let begun = begun(is_new, &seed, vm)?;
            zelf.source.replace(begun);
            Ok(())
        }

        /// Numbers of a distribution by its name; parameters are stretched to a common shape, or to `size`.
        #[pymethod]
        fn draw(
            zelf: &Py<Self>,
            name: String,
            size: PyObjectRef,
            parameters: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult {
            let parameters = vm.extract_elements_with(&parameters, |object| numbers_of(&object, vm))?;
            let shapes: Vec<&[usize]> = parameters.iter().map(Array::shape).collect();
            let together = shape::broadcast(&shapes).map_err(|error| raise(error, vm))?;
            let shape = wanted(&size, vm)?.unwrap_or(together);
            let count = shape::count(&shape).map_err(|error| raise(error, vm))?;
            storage::room(count, 8).map_err(|error| raise(error, vm))?;
            let columns = parameters
                .iter()
                .map(|array| {
                    Ok(if array.size() == 1 {
                        array.to_f64().unwrap_or_default()
                    } else {
                        array
                            .broadcast_to(&shape)
                            .map_err(|error| raise(error, vm))?
                            .to_f64()
                            .unwrap_or_default()
                    })
                })
                .collect::<PyResult<Vec<Vec<f64>>>>()?;
            let whole = matches!(name.as_str(), "poisson" | "binomial" | "geometric" | "negative_binomial");
            let mut values = Vec::with_capacity(count);
            let mut source = zelf.source.borrow_mut();
            for place in 0..count {
                let part = |column: usize| {
                    let values = columns.get(column);
                    values
                        .and_then(|values| values.get(if values.len() == 1 { 0 } else { place }))
                        .copied()
                        .unwrap_or(0.0)
                };
                let (a, b, c) = (part(0), part(1), part(2));
                let number = with!(source, random => match name.as_str() {
                    "random" => random.next_double(),
                    "random_float" => f64::from(random.next_float()),
                    "standard_normal" => random.standard_normal(),
                    "standard_exponential" => random.standard_exponential(),
                    "uniform" => random.uniform(a, b),
                    "normal" => random.normal(a, b),
                    "lognormal" => random.lognormal(a, b),
                    "exponential" => random.exponential(a),
                    "standard_gamma" => random.standard_gamma(a),
                    "gamma" => random.gamma(a, b),
                    "beta" => random.beta(a, b),
                    "chisquare" => random.chisquare(a),
                    "f" => random.f(a, b),
                    "standard_t" => random.standard_t(a),
                    "standard_cauchy" => random.standard_cauchy(),
                    "pareto" => random.pareto(a),
                    "weibull" => random.weibull(a),
                    "power" => random.power(a),
                    "rayleigh" => random.rayleigh(a),
                    "laplace" => random.laplace(a, b),
                    "logistic" => random.logistic(a, b),
                    "gumbel" => random.gumbel(a, b),
                    "triangular" => random.triangular(a, b, c),
                    "poisson" => random.poisson(a) as f64,
                    "binomial" => random.binomial(a as i64, b) as f64,
                    "geometric" => random.geometric(a) as f64,
                    "negative_binomial" => random.negative_binomial(a, b) as f64,
                    other => return Err(vm.new_attribute_error(format!("the distribution '{other}' is not carried here"))),
                });
                values.push(number);
            }
            let found = Array::from_f64(&shape, values);
            let found =
                if whole { found.cast(DType::Int64).map_err(|error| raise(error, vm))? } else { found };
            let is_plain = vm.is_none(&size) && shape.is_empty();
            match (is_plain, found.first()) {
                (true, Some(single)) => super::super::scalar::plain(&single, found.dtype(), vm),
                _ => Ok(to_array_object(found, vm)),
            }
        }

        /// Whole numbers in [low, high].
        #[pymethod]
        fn integers(
            zelf: &Py<Self>,
            low: i64,
            high: i64,
            count: usize,
            bits: u32,
            vm: &VirtualMachine,
        ) -> PyResult {
            storage::room(count, 8).map_err(|error| raise(error, vm))?;
            let width = match bits {
                1 => Width::One,
                8 => Width::Eight,
                16 => Width::Sixteen,
                32 => Width::ThirtyTwo,
                _ => Width::SixtyFour,
            };
            let max = high.wrapping_sub(low) as u64;
            let mut source = zelf.source.borrow_mut();
            let rejection =
                if matches!(&*source, Source::Old(_)) { Rejection::Masked } else { Rejection::Lemire };
            let mut bounded = Bounded::new(width, rejection);
            let values = with!(source, random => (0..count).map(|_| low.wrapping_add(bounded.draw(random, max) as i64)).collect());
            Ok(to_array_object(Array::from_i64(&[count], values), vm))
        }

        /// The numbers below `count` in random order.
        #[pymethod]
        fn permutation(zelf: &Py<Self>, count: usize, vm: &VirtualMachine) -> PyResult {
            storage::room(count, 8).map_err(|error| raise(error, vm))?;
            let mut source = zelf.source.borrow_mut();
            let found = with!(source, random => random.permutation(count));
            Ok(to_array_object(places(found), vm))
        }

        /// The places below `count` as a shuffle leaves them.
        #[pymethod]
        fn shuffled(zelf: &Py<Self>, count: usize, vm: &VirtualMachine) -> PyResult {
            storage::room(count, 8).map_err(|error| raise(error, vm))?;
            let mut found: Vec<usize> = (0..count).collect();
            let mut source = zelf.source.borrow_mut();
            with!(source, random => random.shuffle(&mut found));
            Ok(to_array_object(places(found), vm))
        }

        /// Places below `population`.
        #[pymethod]
        fn choice(
            zelf: &Py<Self>,
            population: usize,
            size: usize,
            replace: bool,
            weights: PyObjectRef,
            shuffled: bool,
            vm: &VirtualMachine,
        ) -> PyResult {
            storage::room(size, 8).map_err(|error| raise(error, vm))?;
            let mut source = zelf.source.borrow_mut();
            let found = if vm.is_none(&weights) {
                if replace {
                    with!(source, random => random.choice(population, size))
                } else {
                    match &mut *source {
                        Source::Old(random) => random.choice_without_replacement(population, size),
                        Source::New(random) => random.choice_without_replacement(population, size, shuffled),
                    }
                }
            } else {
                let weights = from_object(&weights, vm)?.to_f64().unwrap_or_default();
                if replace {
                    with!(source, random => random.choice_weighted(&weights, size))
                } else {
                    with!(source, random => random.choice_weighted_without_replacement(&weights, size))
                }
            };
            Ok(to_array_object(places(found.map_err(|error| impossible(error, vm))?), vm))
        }

        /// Rows that sum to 1.
        #[pymethod]
        fn dirichlet(zelf: &Py<Self>, alpha: PyObjectRef, count: usize, vm: &VirtualMachine) -> PyResult {
            let alpha = from_object(&alpha, vm)?.to_f64().unwrap_or_default();
            storage::room(count.saturating_mul(alpha.len()), 8).map_err(|error| raise(error, vm))?;
            let mut source = zelf.source.borrow_mut();
            let values = with!(source, random => (0..count).flat_map(|_| random.dirichlet(&alpha)).collect());
            Ok(to_array_object(Array::from_f64(&[count, alpha.len()], values), vm))
        }

        /// How often each of several things comes in `n` draws.
        #[pymethod]
        fn multinomial(
            zelf: &Py<Self>,
            n: i64,
            shares: PyObjectRef,
            count: usize,
            vm: &VirtualMachine,
        ) -> PyResult {
            let shares = from_object(&shares, vm)?.to_f64().unwrap_or_default();
            storage::room(count.saturating_mul(shares.len()), 8).map_err(|error| raise(error, vm))?;
            let mut source = zelf.source.borrow_mut();
            let values =
                with!(source, random => (0..count).flat_map(|_| random.multinomial(n, &shares)).collect());
            Ok(to_array_object(Array::from_i64(&[count, shares.len()], values), vm))
        }

        /// Random bytes.
        #[pymethod]
        fn bytes(zelf: &Py<Self>, count: usize, vm: &VirtualMachine) -> PyResult {
            storage::room(count, 1).map_err(|error| raise(error, vm))?;
            let mut source = zelf.source.borrow_mut();
            let mut found: Vec<u8> = with!(source, random => (0..count.div_ceil(4)).flat_map(|_| random.next_word().to_le_bytes()).collect());
            found.truncate(count);
            Ok(vm.ctx.new_bytes(found).into())
        }

        /// The words of the old generator, its place in them, and the normal number that waits.
        #[pymethod]
        fn state(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let source = zelf.source.borrow();
            let Source::Old(random) = &*source else {
                return Err(vm.new_not_implemented_error("the state of this generator is not carried here"));
            };
            let (generator, waiting) = random.state();
            let mut words: Vec<PyObjectRef> =
                generator.state().map(|word| vm.ctx.new_int(word).into()).collect();
            let place = words.pop().unwrap_or_else(|| vm.ctx.none());
            let parts = vec![
                vm.ctx.new_list(words).into(),
                place,
                vm.ctx.new_int(i32::from(waiting.is_some())).into(),
                vm.ctx.new_float(waiting.unwrap_or(0.0)).into(),
            ];
            Ok(vm.ctx.new_tuple(parts).into())
        }

        /// Goes on from a state: the words and the place behind them.
        #[pymethod]
        fn set_state(
            zelf: &Py<Self>,
            words: PyObjectRef,
            has_waiting: bool,
            waiting: f64,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let words: Vec<u32> = integers(&words, vm)?.into_iter().map(|word| word as u32).collect();
            let generator = Mt19937::from_state(&words)
                .ok_or_else(|| vm.new_value_error("state dictionary is not valid"))?;
            zelf.source
                .replace(Source::Old(RandomState::from_state(generator, has_waiting.then_some(waiting))));
            Ok(())
        }

        /// Whether it is `default_rng`'s.
        #[pygetset]
        fn is_new(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            to_object(Array::single(matches!(&*zelf.source.borrow(), Source::New(_))), vm)
        }
    }

    fn places(found: Vec<usize>) -> Array {
        Array::from_i64(&[found.len()], found.into_iter().map(|place| place as i64).collect())
    }
}
