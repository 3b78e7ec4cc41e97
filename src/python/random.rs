//! Python's `_random`: the generator under `random`, number for number as CPython's.
//!
//! What nobody seeded is seeded by the machine, so the same workspace gives the same numbers again.

pub(super) use _random::module_def;

#[rustpython_vm::pymodule]
mod _random {
    use super::super::machine::Machine;
    use crate::base::random::Mt19937;
    use malachite_bigint::{BigInt, BigUint, Sign};
    use rustpython_vm::builtins::{PyInt, PyTupleRef};
    use rustpython_vm::function::{FuncArgs, OptionalArg};
    use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer};
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};
    use std::cell::RefCell;

    /// Bits that one number may have: 8 MB.
    const MOST_BITS: usize = 64 << 20;

    #[pyattr]
    #[pyclass(module = "_random", name = "Random")]
    #[derive(Debug, PyPayload)]
    pub(super) struct PyRandom {
        generator: RefCell<Mt19937>,
    }

    impl Default for PyRandom {
        fn default() -> Self {
            Self { generator: RefCell::new(Mt19937::from_seed(0)) }
        }
    }

    impl DefaultConstructor for PyRandom {}

    impl Initializer for PyRandom {
        type Args = FuncArgs;

        fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            Self::seed(zelf, args.args.into_iter().next().into(), vm)
        }
    }

    #[pyclass(flags(BASETYPE), with(Constructor, Initializer))]
    impl PyRandom {
        #[pymethod]
        fn random(zelf: &Py<Self>) -> f64 {
            let mut generator = zelf.generator.borrow_mut();
            let high = f64::from(generator.next_u32() >> 5);
            let low = f64::from(generator.next_u32() >> 6);
            (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
        }

        #[pymethod]
        fn seed(zelf: &Py<Self>, seed: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
            let seed = seed.into_option().filter(|seed| !vm.is_none(seed));
            let key = match seed {
                Some(seed) => match seed.downcast_ref::<PyInt>() {
                    Some(number) => number.as_bigint().magnitude().to_u32_digits(),
                    // As CPython, which takes the hash for a number without sign.
                    None => BigUint::from(seed.hash(vm)? as u64).to_u32_digits(),
                },
                None => {
                    let bytes = Machine::of(vm)?.random_bytes(32);
                    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
                }
            };
            *zelf.generator.borrow_mut() = Mt19937::from_array(&key);
            Ok(())
        }

        #[pymethod]
        fn getrandbits(zelf: &Py<Self>, k: PyObjectRef, vm: &VirtualMachine) -> PyResult<BigInt> {
            let bits: isize = k.try_index(vm)?.try_to_primitive(vm)?;
            let bits = usize::try_from(bits)
                .map_err(|_| vm.new_value_error("number of bits must be non-negative"))?;
            if bits > MOST_BITS {
                return Err(vm.no_memory_error());
            }
            let mut generator = zelf.generator.borrow_mut();
            let words = (0..bits.div_ceil(32)).map(|word| {
                let wanted = (bits - word * 32).min(32);
                generator.next_u32() >> (32 - wanted)
            });
            let number = BigUint::new(words.collect());
            Ok(BigInt::from_biguint(Sign::Plus, number))
        }

        #[pymethod]
        fn getstate(zelf: &Py<Self>, vm: &VirtualMachine) -> PyTupleRef {
            let state = zelf.generator.borrow();
            vm.ctx.new_tuple(state.state().map(|word| vm.ctx.new_int(word).into()).collect())
        }

        #[pymethod]
        fn setstate(zelf: &Py<Self>, state: PyTupleRef, vm: &VirtualMachine) -> PyResult<()> {
            let words: Vec<u32> =
                state.iter().map(|word| word.clone().try_into_value(vm)).collect::<PyResult<_>>()?;
            let restored = Mt19937::from_state(&words).ok_or_else(|| vm.new_value_error("invalid state"))?;
            *zelf.generator.borrow_mut() = restored;
            Ok(())
        }
    }
}
