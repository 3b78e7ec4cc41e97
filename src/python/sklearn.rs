//! Python's `_sklearn`: fits by the estimators' names, and what fitted models say.
//!
//! The Python above it checks parameters, names classes and words warnings; here are codes and numbers.

mod convert;

pub(super) use _sklearn::module_def;

#[rustpython_vm::pymodule]
mod _sklearn {
    use super::super::machine::Machine;
    use super::convert;
    use crate::data::builtin::BUILTIN;
    use crate::ml::learn::{self, Aim, Given};
    use crate::ml::progress::Silent;
    use crate::ml::tree::{Node, Tree};
    use rustpython_vm::builtins::{PyBytesRef, PyDictRef, PyListRef, PyStrRef, PyTupleRef};
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

    /// What `fit` is called with.
    #[derive(rustpython_vm::FromArgs)]
    struct FitArgs {
        #[pyarg(any)]
        estimator_id: PyStrRef,
        #[pyarg(any)]
        params: PyDictRef,
        #[pyarg(any)]
        x: PyObjectRef,
        #[pyarg(any)]
        y: PyObjectRef,
        #[pyarg(any)]
        n_classes: usize,
        #[pyarg(any, optional)]
        sample_weight: OptionalArg<PyObjectRef>,
    }

    /// Fits an estimator: `y` holds codes of `n_classes` classes, or numbers where that is 0, or is None.
    #[pyfunction]
    fn fit(args: FitArgs, vm: &VirtualMachine) -> PyResult<Model> {
        let x = convert::table(&args.x, vm)?;
        let params = convert::params(&args.params, vm)?;
        let weights = match args.sample_weight.into_option().filter(|weights| !vm.is_none(weights)) {
            Some(weights) => Some(convert::numbers(&weights, vm)?.1),
            None => None,
        };
        let (codes, targets);
        let aim = if vm.is_none(&args.y) {
            Aim::None
        } else if args.n_classes > 0 {
            codes = convert::codes(&args.y, vm)?;
            Aim::Codes(&codes, args.n_classes)
        } else {
            targets = convert::targets(&args.y, vm)?;
            Aim::Numbers(&targets)
        };
        let given = Given { x: x.view(), aim, weights: weights.as_deref(), progress: &mut Silent };
        let model = learn::fit(&args.estimator_id.to_string_lossy(), params, given);
        model.map(|model| Model { model }).map_err(|error| convert::raise(error, vm))
    }

    /// Whether no number of an array is missing or infinite.
    #[pyfunction]
    fn all_finite(array: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        convert::all_finite(&array, vm)
    }

    /// The number of columns of data that are as estimators want them; None of others.
    #[pyfunction]
    fn sound_columns(x: PyObjectRef, y: PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<usize>> {
        convert::sound_columns(&x, &y, vm)
    }

    /// The model that `to_bytes` wrote.
    #[pyfunction]
    fn from_bytes(bytes: PyBytesRef, vm: &VirtualMachine) -> PyResult<Model> {
        let model = postcard::from_bytes(bytes.as_bytes());
        model.map(|model| Model { model }).map_err(|_| vm.new_value_error("the saved model is damaged"))
    }

    /// The text of a data set that comes with the site, CSV with a header.
    #[pyfunction]
    fn dataset(name: PyStrRef, vm: &VirtualMachine) -> PyResult<String> {
        let name = name.to_string_lossy();
        let known = BUILTIN.iter().find(|builtin| builtin.id == name);
        let known = known.ok_or_else(|| vm.new_value_error(format!("there is no data set {name:?}")))?;
        let bytes = Machine::of(vm)?.host().dataset(known.file);
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        text.ok_or_else(|| vm.new_os_error(format!("the data set {name:?} could not be fetched")))
    }

    /// A fitted estimator.
    #[pyattr]
    #[pyclass(module = "_sklearn", name = "Model")]
    #[derive(Debug, PyPayload)]
    pub(super) struct Model {
        model: learn::Model,
    }

    #[pyclass]
    impl Model {
        #[pymethod]
        fn attributes(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyDictRef> {
            let found = vm.ctx.new_dict();
            for (name, value) in zelf.model.attributes() {
                found.set_item(name, convert::attribute(value, vm), vm)?;
            }
            Ok(found)
        }

        #[pymethod]
        fn predict(zelf: &Py<Self>, x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let answer = zelf.model.predict(convert::table(&x, vm)?.view());
            answer.map(|answer| convert::answer(answer, vm)).map_err(|error| convert::raise(error, vm))
        }

        #[pymethod]
        fn predict_proba(zelf: &Py<Self>, x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let shares = zelf.model.predict_proba(convert::table(&x, vm)?.view());
            shares.map(|shares| convert::matrix(shares, vm)).map_err(|error| convert::raise(error, vm))
        }

        #[pymethod]
        fn decision_function(zelf: &Py<Self>, x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let scores = zelf.model.decision_function(convert::table(&x, vm)?.view());
            scores
                .map(|scores| convert::flat_if_single(scores, vm))
                .map_err(|error| convert::raise(error, vm))
        }

        #[pymethod]
        fn transform(zelf: &Py<Self>, x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let other = zelf.model.transform(convert::table(&x, vm)?.view());
            other.map(|other| convert::matrix(other, vm)).map_err(|error| convert::raise(error, vm))
        }

        #[pymethod]
        fn inverse_transform(zelf: &Py<Self>, x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let other = zelf.model.inverse_transform(convert::table(&x, vm)?.view());
            other.map(|other| convert::matrix(other, vm)).map_err(|error| convert::raise(error, vm))
        }

        /// Distances and places of the nearest training rows.
        #[pymethod]
        fn kneighbors(
            zelf: &Py<Self>,
            x: PyObjectRef,
            k: usize,
            vm: &VirtualMachine,
        ) -> PyResult<PyTupleRef> {
            let found = zelf.model.kneighbors(convert::table(&x, vm)?.view(), k);
            let (distances, places) = found.map_err(|error| convert::raise(error, vm))?;
            let shape = [distances.rows(), k];
            let places = convert::wholes(&shape, &places, vm);
            Ok(vm.ctx.new_tuple(vec![convert::matrix(distances, vm), places]))
        }

        /// The leaf of each row in each tree.
        #[pymethod]
        fn apply(zelf: &Py<Self>, x: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let table = convert::table(&x, vm)?;
            let leaves = zelf.model.apply(table.view()).map_err(|error| convert::raise(error, vm))?;
            let columns = leaves.len().checked_div(table.nrows()).unwrap_or(0);
            Ok(convert::wholes(&[table.nrows(), columns], &leaves, vm))
        }

        /// The scores of each row after each stage of boosting, as a list of matrices.
        #[pymethod]
        fn staged(zelf: &Py<Self>, x: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyListRef> {
            let stages = zelf.model.staged(convert::table(&x, vm)?.view());
            let stages = stages.map_err(|error| convert::raise(error, vm))?;
            Ok(vm.ctx.new_list(stages.into_iter().map(|scores| convert::matrix(scores, vm)).collect()))
        }

        /// The trees as dictionaries of arrays.
        #[pymethod]
        fn trees(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyListRef> {
            let Some((trees, outputs)) = zelf.model.trees() else {
                return Err(vm.new_attribute_error("this estimator has no trees"));
            };
            let told: PyResult<Vec<PyObjectRef>> =
                trees.iter().map(|tree| told(tree, outputs, vm).map(PyObjectRef::from)).collect();
            Ok(vm.ctx.new_list(told?))
        }

        /// One tree of a forest as a model.
        #[pymethod]
        fn estimator(zelf: &Py<Self>, index: usize, vm: &VirtualMachine) -> PyResult<Self> {
            let tree = zelf.model.estimator(index).map(|model| Self { model });
            tree.ok_or_else(|| vm.new_index_error("there is no such tree"))
        }

        #[pymethod]
        fn to_bytes(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            postcard::to_stdvec(&zelf.model).map_err(|error| vm.new_value_error(error.to_string()))
        }
    }

    /// A tree as scikit-learn's `tree_` tells it.
    fn told(tree: &Tree, outputs: usize, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        use crate::ml::learn::Attribute::{Numbers, Wholes};
        let count = tree.nodes.len();
        let wholes = |read: fn(&Node) -> i64| Wholes(vec![count], tree.nodes.iter().map(read).collect());
        let numbers = |read: fn(&Node) -> f64| Numbers(vec![count], tree.nodes.iter().map(read).collect());
        let either =
            |node: &Node, leaf: i64, split: u32| if node.is_leaf() { leaf } else { i64::from(split) };
        let found = [
            ("feature", wholes(|node| if node.is_leaf() { -2 } else { i64::from(node.feature) })),
            ("threshold", numbers(|node| if node.is_leaf() { -2.0 } else { node.threshold })),
            (
                "children_left",
                Wholes(vec![count], tree.nodes.iter().map(|n| either(n, -1, n.left)).collect()),
            ),
            (
                "children_right",
                Wholes(vec![count], tree.nodes.iter().map(|n| either(n, -1, n.right)).collect()),
            ),
            ("impurity", numbers(|node| node.impurity)),
            ("n_node_samples", wholes(|node| i64::from(node.rows))),
            ("weighted_n_node_samples", numbers(|node| node.weight)),
            ("value", Numbers(vec![count, 1, outputs], tree.values.clone())),
        ];
        let dict = vm.ctx.new_dict();
        for (name, value) in found {
            dict.set_item(name, convert::attribute(value, vm), vm)?;
        }
        Ok(dict)
    }
}
