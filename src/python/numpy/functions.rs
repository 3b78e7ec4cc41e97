//! What the package calls to make, join and print arrays.

#[rustpython_vm::pymodule(sub)]
pub(super) mod made {
    use super::super::convert::{
        array_of_objects, cast, from_object, from_object_as, to_array_object, to_dtype, to_object,
    };
    use super::super::given::{Given, integers};
    use super::super::ndarray::{is_fortran, lengths, shape_wanted, show};
    use super::super::state::{Reaction, State, raise};
    use super::super::ufunc::UFunc;
    use super::super::{dtype, scalar, time};
    use crate::array::cumulate::Running;
    use crate::array::datetime::{Unit, convert_span};
    use crate::array::{Array, DType, Scalar, join, order, print, shape, statistics};
    use rustpython_vm::builtins::{PyBytes, PyDictRef, PyIntRef, PyListRef, PyStr, PyTypeRef};
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};
    use std::collections::HashMap;

    fn arrays(objects: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<Array>> {
        vm.extract_elements_with(objects, |object| from_object(&object, vm))
    }

    fn numbers(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<f64>> {
        let array = from_object_as(object, Some(DType::Float64), vm)?;
        Ok(array.to_f64().unwrap_or_default())
    }

    fn give(found: crate::array::Result<Array>, vm: &VirtualMachine) -> PyResult {
        Ok(to_array_object(found.map_err(|error| raise(error, vm))?, vm))
    }

    /// `copy=False` where nothing but a copy would do.
    fn refuse_copy(shares: bool, vm: &VirtualMachine) -> PyResult<()> {
        if shares {
            return Ok(());
        }
        Err(vm.new_value_error("Unable to avoid copy while creating an array as requested."))
    }

    /// In the order in memory that is wanted.
    fn ordered(array: Array, given: &Given, vm: &VirtualMachine) -> PyResult<Array> {
        let Some(order) = given.text("order", vm)? else { return Ok(array) };
        if matches!(order.as_str(), "K" | "A" | "k" | "a") {
            return Ok(array);
        }
        let fortran = is_fortran(&order, &array, vm)?;
        Ok(if fortran { array.transposed().contiguous().transposed() } else { array.contiguous() })
    }

    #[pyfunction]
    fn _begin(classes: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let mut known: HashMap<String, PyTypeRef> = HashMap::new();
        for (name, class) in &classes {
            known.insert(name.str(vm)?.to_string_lossy().into_owned(), class.try_into_value(vm)?);
        }
        State::begin(known, vm)
    }

    #[pyfunction]
    fn _ufunc(name: String, operands: usize) -> UFunc {
        UFunc { name, operands }
    }

    /// A scalar of a class, as its constructor makes it.
    #[pyfunction]
    fn _make(name: String, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new(&name, &["value", "unit"], args, vm)?;
        let wanted = DType::parse(name.trim_end_matches('_')).unwrap_or(DType::Float64);
        let unit = given.text("unit", vm)?.and_then(|unit| Unit::parse(&unit)).unwrap_or(Unit::Generic);
        let Some(value) = given.raw("value") else {
            let zero = Array::zeros(&[], wanted).map_err(|error| raise(error, vm))?;
            return Ok(to_object(zero, vm));
        };
        match wanted {
            DType::DateTime(_) => {
                let (ticks, from) = match super::super::convert::scalar_of(value, vm) {
                    Some((DType::DateTime(from), Scalar::Int(ticks))) => (ticks, from),
                    Some((_, Scalar::Int(ticks))) => (ticks, unit),
                    _ if vm.is_none(value) => (i64::MIN, unit),
                    _ => time::point(value, vm)?,
                };
                let unit = if unit == Unit::Generic { from } else { unit };
                let ticks = crate::array::datetime::convert_point(ticks, from, unit);
                scalar::object(&Scalar::Int(ticks), DType::DateTime(unit), vm)
            }
            DType::TimeDelta(_) => {
                let (ticks, from) = match super::super::convert::scalar_of(value, vm) {
                    Some((DType::TimeDelta(from), Scalar::Int(ticks))) => (ticks, from),
                    Some((_, Scalar::Int(ticks))) => (ticks, unit),
                    Some((_, Scalar::Str(_))) => (i64::MIN, unit),
                    _ => (time::span(value, vm).unwrap_or(i64::MIN), Unit::Micro),
                };
                let unit = if unit == Unit::Generic { from } else { unit };
                scalar::object(&Scalar::Int(convert_span(ticks, from, unit)), DType::TimeDelta(unit), vm)
            }
            DType::Str(_) => {
                let text = value.str(vm)?.to_string_lossy().into_owned();
                scalar::object(&Scalar::Str(text.as_str().into()), DType::Str(0), vm)
            }
            DType::Bool => {
                let array = from_object(value, vm)?;
                if array.ndim() == 0 {
                    let truth = value.clone().try_to_bool(vm)?;
                    return scalar::object(&Scalar::Bool(truth), DType::Bool, vm);
                }
                Ok(to_object(cast(&array, wanted, vm)?, vm))
            }
            DType::Object => Ok(value.clone()),
            _ => Ok(to_object(from_object_as(value, Some(wanted), vm)?, vm)),
        }
    }

    #[pyfunction]
    fn _scalar(code: String, value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let dtype = DType::parse(&code).unwrap_or(DType::Float64);
        Ok(to_object(from_object_as(&value, Some(dtype), vm)?, vm))
    }

    #[pyfunction]
    fn _restore(code: String, shape: PyObjectRef, content: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let dtype = DType::parse(&code).unwrap_or(DType::Object);
        let shape = lengths(&integers(&shape, vm)?, vm)?;
        if let Some(bytes) = content.downcast_ref::<PyBytes>() {
            return give(Array::from_bytes(bytes.as_bytes(), dtype, &shape), vm);
        }
        let objects = vm.extract_elements_with(&content, Ok)?;
        Ok(to_array_object(array_of_objects(&shape, objects), vm))
    }

    #[pyfunction]
    fn array(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given =
            Given::new("array", &["object", "dtype", "copy", "order", "subok", "ndmin", "like"], args, vm)?;
        let Some(object) = given.raw("object") else {
            return Err(vm.new_type_error("array() missing required argument 'object' (pos 0)"));
        };
        let dtype = given.get("dtype", vm).map(|dtype| to_dtype(dtype, vm)).transpose()?;
        let mut array = from_object_as(object, dtype, vm)?;
        let source = object.downcast_ref::<super::super::ndarray::NdArray>().map(|own| own.view().clone());
        given.refuse("array", &["like"], vm)?;
        let shares = source.is_some_and(|own| own.shares_storage(&array));
        match given.get("copy", vm) {
            None if given.raw("copy").is_some() => {}
            Some(copy) if !copy.clone().try_to_bool(vm)? => refuse_copy(shares, vm)?,
            _ if shares => array = array.copied(),
            _ => {}
        }
        array = ordered(array, &given, vm)?;
        while (array.ndim() as i64) < given.integer("ndmin", vm)?.unwrap_or(0).min(32) {
            array = array.expanded(0).map_err(|error| raise(error, vm))?;
        }
        Ok(to_array_object(array, vm))
    }

    #[pyfunction]
    fn asarray(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("asarray", &["a", "dtype", "order", "copy", "device", "like"], args, vm)?;
        let Some(object) = given.raw("a") else {
            return Err(vm.new_type_error("asarray() missing required argument 'a' (pos 0)"));
        };
        let dtype = given.get("dtype", vm).map(|dtype| to_dtype(dtype, vm)).transpose()?;
        given.refuse("asarray", &["device", "like"], vm)?;
        let copy = given.get("copy", vm).map(|copy| copy.clone().try_to_bool(vm)).transpose()?;
        let has_order = given.get("order", vm).is_some();
        let is_own = object
            .downcast_ref::<super::super::ndarray::NdArray>()
            .is_some_and(|own| dtype.is_none_or(|dtype| own.view().dtype() == dtype));
        if is_own && copy != Some(true) && !has_order {
            return Ok(object.clone());
        }
        let source = from_object_as(object, dtype, vm)?;
        let found = ordered(source.clone(), &given, vm)?;
        if is_own && found.shares_storage(&source) && found.strides() == source.strides() {
            return Ok(if copy == Some(true) { to_array_object(found.copied(), vm) } else { object.clone() });
        }
        if copy == Some(false) {
            refuse_copy(false, vm)?;
        }
        Ok(to_array_object(found, vm))
    }

    #[pyfunction]
    fn _full(shape: PyObjectRef, value: PyObjectRef, wanted: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let dtype = if vm.is_none(&wanted) { None } else { Some(to_dtype(&wanted, vm)?) };
        let value = from_object_as(&value, dtype, vm)?;
        let shape = shape_wanted(&shape, value.dtype(), vm)?;
        give(Array::full(&shape, &value), vm)
    }

    #[pyfunction]
    fn _empty(
        shape: PyObjectRef,
        wanted: PyObjectRef,
        filling: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let dtype = to_dtype(&wanted, vm)?;
        let shape = shape_wanted(&shape, dtype, vm)?;
        Ok(to_array_object(dtype::empty_array(&shape, dtype, filling, vm)?, vm))
    }

    #[pyfunction]
    fn _range(start: PyObjectRef, step: PyObjectRef, count: PyIntRef, vm: &VirtualMachine) -> PyResult {
        let whole = |object: &PyObject| object.class().is(vm.ctx.types.int_type);
        let is_whole = whole(&start) && whole(&step);
        let dtype = if is_whole { DType::Int64 } else { DType::Float64 };
        let long = count.try_to_primitive::<u64>(vm);
        let long = long.map_err(|_| vm.new_value_error("Maximum allowed size exceeded"))?;
        let count = usize::try_from(long).unwrap_or(usize::MAX);
        crate::array::storage::room(count, 8)
            .map_err(|_| raise(crate::array::storage::too_large(&[long], dtype), vm))?;
        if is_whole {
            let first = super::super::given::integer(&start, vm)?;
            let step = super::super::given::integer(&step, vm)?;
            let values =
                (0..count as i64).map(|place| first.wrapping_add(place.wrapping_mul(step))).collect();
            return Ok(to_array_object(Array::from_i64(&[count], values), vm));
        }
        let (first, step) = (start.try_float(vm)?.to_f64(), step.try_float(vm)?.to_f64());
        // As numpy fills: from the difference of the first two.
        let delta = (first + step) - first;
        let value = |place: usize| match place {
            0 => first,
            1 => first + step,
            _ => first + place as f64 * delta,
        };
        Ok(to_array_object(Array::from_f64(&[count], (0..count).map(value).collect()), vm))
    }

    #[pyfunction]
    fn _concatenate(parts: PyObjectRef, axis: i64, vm: &VirtualMachine) -> PyResult {
        let mut parts = arrays(&parts, vm)?;
        if parts.iter().any(|part| part.dtype() == DType::Object) {
            parts = parts.iter().map(|part| cast(part, DType::Object, vm)).collect::<PyResult<_>>()?;
        }
        give(join::concatenate(&parts, axis), vm)
    }

    #[pyfunction]
    fn where_(condition: PyObjectRef, yes: PyObjectRef, no: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        use super::super::operate::Operand;
        let condition = cast(&from_object(&condition, vm)?, DType::Bool, vm)?;
        let (yes, no) = (Operand::of(&yes, vm)?, Operand::of(&no, vm)?);
        let dtype =
            crate::array::binary::common("where", yes.array.dtype(), no.array.dtype(), (yes.weak, no.weak))
                .map_err(|error| raise(error, vm))?;
        let (yes, no) = (cast(&yes.array, dtype, vm)?, cast(&no.array, dtype, vm)?);
        give(Array::choose(&condition, &yes, &no, dtype), vm)
    }

    #[pyfunction]
    fn _tile(array: PyObjectRef, times: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let times = lengths(&integers(&times, vm)?, vm)?;
        give(from_object(&array, vm)?.tiled(&times), vm)
    }

    #[pyfunction]
    fn _roll(array: PyObjectRef, by: i64, axis: i64, vm: &VirtualMachine) -> PyResult {
        give(from_object(&array, vm)?.rolled(by, axis), vm)
    }

    #[pyfunction]
    fn _diff(array: PyObjectRef, times: usize, axis: i64, vm: &VirtualMachine) -> PyResult {
        give(from_object(&array, vm)?.differences(times.min(1000), axis), vm)
    }

    #[pyfunction]
    fn _running(array: PyObjectRef, what: String, axis: i64, vm: &VirtualMachine) -> PyResult {
        let what = if what == "max" { Running::Max } else { Running::Min };
        give(from_object(&array, vm)?.running(what, Some(axis)), vm)
    }

    #[pyfunction]
    fn _unique(array: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let found = from_object(&array, vm)?.unique().map_err(|error| raise(error, vm))?;
        let column = |values: Vec<i64>| to_array_object(Array::from_i64(&[values.len()], values), vm);
        let parts = vec![
            to_array_object(found.values, vm),
            column(found.first),
            column(found.inverse),
            column(found.counts),
        ];
        Ok(vm.ctx.new_tuple(parts).into())
    }

    #[pyfunction]
    fn isin(array: PyObjectRef, others: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        give(from_object(&array, vm)?.is_in(&from_object(&others, vm)?), vm)
    }

    #[pyfunction]
    fn lexsort(keys: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        give(order::by_keys(&arrays(&keys, vm)?), vm)
    }

    #[pyfunction]
    fn _bincount(numbers: PyObjectRef, weights: PyObjectRef, least: usize, vm: &VirtualMachine) -> PyResult {
        let weights = if vm.is_none(&weights) { None } else { Some(from_object(&weights, vm)?) };
        give(order::bin_count(&from_object(&numbers, vm)?, weights.as_ref(), least), vm)
    }

    #[pyfunction]
    fn _quantile(
        array: PyObjectRef,
        shares: PyObjectRef,
        axes: PyObjectRef,
        method: String,
        skip_nan: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let array = from_object_as(&array, Some(DType::Float64), vm)?;
        let axes = if vm.is_none(&axes) { None } else { Some(integers(&axes, vm)?) };
        give(array.quantiles(&numbers(&shares, vm)?, axes.as_deref(), &method, skip_nan), vm)
    }

    #[pyfunction]
    fn _median(array: PyObjectRef, axes: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let axes = if vm.is_none(&axes) { None } else { Some(integers(&axes, vm)?) };
        let found = from_object(&array, vm)?.median(axes.as_deref()).map_err(|error| raise(error, vm))?;
        Ok(to_object(found, vm))
    }

    #[pyfunction]
    fn _histogram(
        array: PyObjectRef,
        edges: PyObjectRef,
        weights: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let weights = if vm.is_none(&weights) { None } else { Some(numbers(&weights, vm)?) };
        let edges = numbers(&edges, vm)?;
        let counts = statistics::histogram(&from_object(&array, vm)?, &edges, weights.as_deref());
        let counts = counts.map_err(|error| raise(error, vm))?;
        Ok(to_array_object(Array::from_f64(&[counts.len()], counts), vm))
    }

    #[pyfunction]
    fn _interpolate(
        at: PyObjectRef,
        x: PyObjectRef,
        y: PyObjectRef,
        left: Option<f64>,
        right: Option<f64>,
        vm: &VirtualMachine,
    ) -> PyResult {
        let shape = from_object(&at, vm)?.shape().to_vec();
        let (at, x, y) = (numbers(&at, vm)?, numbers(&x, vm)?, numbers(&y, vm)?);
        Ok(to_object(Array::from_f64(&shape, statistics::interpolate(&at, &x, &y, left, right)), vm))
    }

    #[pyfunction]
    fn _broadcast_to(array: PyObjectRef, wanted: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let wanted = lengths(&integers(&wanted, vm)?, vm)?;
        let mut found = from_object(&array, vm)?.broadcast_to(&wanted).map_err(|error| raise(error, vm))?;
        found.writeable = false;
        Ok(to_array_object(found, vm))
    }

    #[pyfunction]
    fn _broadcast_shapes(shapes: PyListRef, vm: &VirtualMachine) -> PyResult {
        let shapes = shapes
            .borrow_vec()
            .iter()
            .map(|shape| lengths(&integers(shape, vm)?, vm))
            .collect::<PyResult<Vec<_>>>()?;
        let mut found = Vec::new();
        for (place, shape) in shapes.iter().enumerate() {
            found = shape::broadcast(&[&found, shape]).map_err(|_| {
                let told = |shape: &[usize]| shape::show(shape).replace(',', ", ").replace(", )", ",)");
                let other = shapes.iter().take(place).position(|other| shape::broadcast(&[other, shape]).is_err());
                let other = other.unwrap_or(0);
                vm.new_value_error(format!(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg {other} with shape {} and arg {place} with shape {}.",
                    told(shapes.get(other).map_or(&[], Vec::as_slice)),
                    told(shape)
                ))
            })?;
        }
        Ok(vm.ctx.new_tuple(found.into_iter().map(|length| vm.ctx.new_int(length).into()).collect()).into())
    }

    #[pyfunction]
    fn _expand(array: PyObjectRef, axis: i64, vm: &VirtualMachine) -> PyResult {
        give(from_object(&array, vm)?.expanded(axis), vm)
    }

    #[pyfunction]
    fn _flip(array: PyObjectRef, axis: i64, vm: &VirtualMachine) -> PyResult {
        give(from_object(&array, vm)?.flipped(axis), vm)
    }

    #[pyfunction]
    fn _promote(one: PyObjectRef, two: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (one, two) = (to_dtype(&one, vm)?, to_dtype(&two, vm)?);
        match one.promote(two) {
            Some(met) => Ok(dtype::object(met, vm)),
            None => Err(vm.new_type_error(format!("no common DType exists for {one} and {two}"))),
        }
    }

    #[pyfunction]
    fn _can_cast(from: PyObjectRef, to: PyObjectRef, rule: String, vm: &VirtualMachine) -> PyResult<bool> {
        let (from, to) = (to_dtype(&from, vm)?, to_dtype(&to, vm)?);
        Ok(match rule.as_str() {
            "unsafe" => true,
            "same_kind" => from.casts_same_kind(to),
            "no" | "equiv" => from == to,
            _ => from.casts_safely(to),
        })
    }

    #[pyfunction]
    fn _to_npy(array: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let bytes = from_object(&array, vm)?.to_npy().map_err(|error| raise(error, vm))?;
        Ok(vm.ctx.new_bytes(bytes).into())
    }

    #[pyfunction]
    fn _from_npy(bytes: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        match bytes.downcast_ref::<PyBytes>() {
            Some(bytes) => give(Array::from_npy(bytes.as_bytes()), vm),
            None => Err(vm.new_type_error("a bytes-like object is required")),
        }
    }

    #[pyfunction]
    fn shares_memory(one: PyObjectRef, two: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(from_object(&one, vm)?.shares_storage(&from_object(&two, vm)?))
    }

    #[pyfunction]
    fn may_share_memory(one: PyObjectRef, two: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        shares_memory(one, two, vm)
    }

    /// Options with those changed that are given.
    fn changed(
        mut options: print::Options,
        given: &PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult<print::Options> {
        for (name, value) in given {
            if vm.is_none(&value) {
                continue;
            }
            let number = |value: &PyObject| -> PyResult<usize> {
                // `threshold=np.inf` and `sys.maxsize` mean: no bound.
                let number = value.try_float(vm)?.to_f64();
                Ok(if number >= 1e15 { usize::MAX / 4 } else { number.max(0.0) as usize })
            };
            let text = value.str(vm)?.to_string_lossy().into_owned();
            match &*name.str(vm)?.to_string_lossy() {
                "precision" => options.precision = number(&value)?.min(400),
                "threshold" => options.threshold = number(&value)?,
                "edgeitems" => options.edge_items = number(&value)?,
                "linewidth" => options.line_width = number(&value)?,
                "suppress" | "suppress_small" => options.suppress = value.clone().try_to_bool(vm)?,
                "nanstr" => options.nan = text,
                "infstr" => options.infinity = text,
                "sign" => options.sign = text.chars().next().unwrap_or('-'),
                "floatmode" => options.float_mode = text,
                _ => {}
            }
        }
        Ok(options)
    }

    #[pyfunction]
    fn _set_options(given: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let state = State::of(vm)?;
        let options = changed(state.options.borrow().clone(), &given, vm)?;
        state.options.replace(options);
        if let Some(formatter) = given.get_item_opt("formatter", vm)? {
            state.formatter.replace(formatter.downcast().ok());
        }
        Ok(())
    }

    #[pyfunction]
    fn get_printoptions(vm: &VirtualMachine) -> PyResult {
        let options = State::of(vm)?.options.borrow().clone();
        let all = vm.ctx.new_dict();
        all.set_item("precision", vm.ctx.new_int(options.precision).into(), vm)?;
        all.set_item("threshold", vm.ctx.new_int(options.threshold).into(), vm)?;
        all.set_item("edgeitems", vm.ctx.new_int(options.edge_items).into(), vm)?;
        all.set_item("linewidth", vm.ctx.new_int(options.line_width).into(), vm)?;
        all.set_item("suppress", vm.ctx.new_bool(options.suppress).into(), vm)?;
        all.set_item("nanstr", vm.ctx.new_str(options.nan).into(), vm)?;
        all.set_item("infstr", vm.ctx.new_str(options.infinity).into(), vm)?;
        all.set_item("sign", vm.ctx.new_str(options.sign.to_string()).into(), vm)?;
        all.set_item("floatmode", vm.ctx.new_str(options.float_mode).into(), vm)?;
        let formatter = State::of(vm)?.formatter.borrow().clone();
        all.set_item("formatter", formatter.map_or_else(|| vm.ctx.none(), Into::into), vm)?;
        Ok(all.into())
    }

    #[pyfunction]
    fn _to_string(
        array: PyObjectRef,
        separator: String,
        prefix: usize,
        suffix: usize,
        given: PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult<String> {
        let state = State::of(vm)?;
        let options = changed(state.options.borrow().clone(), &given, vm)?;
        let formatter = given.get_item_opt("formatter", vm)?.and_then(|formatter| formatter.downcast().ok());
        let before = formatter.map(|formatter| state.formatter.replace(Some(formatter)));
        let array = from_object(&array, vm)?;
        let text = show(
            &array,
            &options,
            |array, options, each| print::elements(array, options, &separator, prefix, suffix, each),
            vm,
        );
        if let Some(before) = before {
            state.formatter.replace(before);
        }
        text
    }

    /// Sets reactions, and tells those before.
    #[pyfunction]
    fn _reactions(given: PyDictRef, vm: &VirtualMachine) -> PyResult {
        let state = State::of(vm)?;
        let before = *state.reactions.borrow();
        let mut now = before;
        let told = vm.ctx.new_dict();
        let places = [
            ("divide", before.divide, &mut now.divide),
            ("over", before.over, &mut now.over),
            ("under", before.under, &mut now.under),
            ("invalid", before.invalid, &mut now.invalid),
        ];
        for (name, old, place) in places {
            let word = match old {
                Reaction::Warn => "warn",
                Reaction::Ignore => "ignore",
                Reaction::Raise => "raise",
            };
            told.set_item(name, vm.ctx.new_str(word).into(), vm)?;
            let wanted = match given.get_item_opt(name, vm)? {
                Some(one) if !vm.is_none(&one) => Some(one),
                _ => given.get_item_opt("all", vm)?,
            };
            let Some(wanted) = wanted.filter(|wanted| !vm.is_none(wanted)) else { continue };
            *place = match wanted
                .downcast_ref::<PyStr>()
                .map(|text| text.to_string_lossy().into_owned())
                .as_deref()
            {
                Some("ignore") => Reaction::Ignore,
                Some("raise") => Reaction::Raise,
                Some("warn") => Reaction::Warn,
                _ => {
                    return Err(vm.new_not_implemented_error(
                        "errors can be carried here as 'warn', 'ignore' or 'raise'",
                    ));
                }
            };
        }
        state.reactions.replace(now);
        Ok(told.into())
    }

    #[pyfunction]
    fn frombuffer(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let given = Given::new("frombuffer", &["buffer", "dtype", "count", "offset"], args, vm)?;
        let Some(bytes) = given.raw("buffer").and_then(|buffer| buffer.downcast_ref::<PyBytes>()) else {
            return Err(vm.new_type_error("a bytes-like object is required"));
        };
        let dtype = given.get("dtype", vm).map_or(Ok(DType::Float64), |dtype| to_dtype(dtype, vm))?;
        let skipped =
            bytes.as_bytes().get(given.integer("offset", vm)?.unwrap_or(0).max(0) as usize..).unwrap_or(&[]);
        let count = skipped.len() / dtype.item_size().max(1);
        let wanted =
            given.integer("count", vm)?.and_then(|count| usize::try_from(count).ok()).unwrap_or(count);
        let part = skipped.get(..wanted.saturating_mul(dtype.item_size())).unwrap_or(skipped);
        give(Array::from_bytes(part, dtype, &[wanted]), vm)
    }
}
