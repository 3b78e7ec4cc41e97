//! `_pandas`: what the package pandas leaves to the engine in `frame`.

mod cells;

pub(super) use _pandas::module_def;

#[rustpython_vm::pymodule]
mod _pandas {
    use super::cells::{
        Column, Objects, bools, column, floats, ints, is_missing, objects, of_bools, of_floats, of_hashes,
        of_ints, of_objects, of_texts, text,
    };
    use crate::frame::csv::{self, BadLines, Dialect};
    use crate::frame::csv_columns::{self, Fields, Reading};
    use crate::frame::csv_write::{self, Quoting, Writing};
    use crate::frame::factors::{self, Keep};
    use crate::frame::groups::{self, Reduce};
    use crate::frame::join::{self, How};
    use crate::frame::order::{self, Ties};
    use crate::frame::text::Arguments;
    use crate::frame::window::Window;
    use crate::frame::{dates, dates_format, dates_parse, hashing, statistics, text as texts, window};
    use rustpython_vm::builtins::{PyDict, PyFloat, PyInt, PyStr, PyStrRef};
    use rustpython_vm::types::PyComparisonOp;
    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass,
    };
    use std::cmp::Ordering;
    use std::collections::HashSet;

    fn pair(one: PyObjectRef, other: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_tuple(vec![one, other]).into()
    }

    fn unknown(what: &str, name: &str, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
        vm.new_value_error(format!("unknown {what} '{name}'"))
    }

    fn size(count: i64) -> usize {
        usize::try_from(count).unwrap_or(0)
    }

    /// Where objects are missing.
    #[pyfunction]
    fn isna_objects(values: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let Objects(all) = objects(&values, vm)?;
        Ok(of_bools(all.iter().map(|one| is_missing(one, vm)).collect(), vm))
    }

    /// The bytes that a column of text takes.
    #[pyfunction]
    fn str_bytes(values: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        let all = objects(&values, vm)?;
        let texts = all.texts();
        let length = texts.len();
        let gaps = if texts.iter().any(Option::is_none) { length.div_ceil(8) } else { 8 };
        Ok(texts.iter().flatten().map(|text| text.len()).sum::<usize>() + 8 * length + gaps)
    }

    /// Texts one after the other; one of both may be one text.
    #[pyfunction]
    fn str_concat(left: PyObjectRef, right: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let part = |side: &PyObject| match side.downcast_ref::<PyStr>() {
            Some(_) => Ok(Objects(vec![side.to_owned()])),
            None => objects(side, vm),
        };
        let (one, other) = (part(&left)?, part(&right)?);
        let (one, other) = (one.texts(), other.texts());
        let (single, single_other) = (text(&left).is_some(), text(&right).is_some());
        let length = if single { other.len() } else { one.len() };
        let at = |side: &[Option<&str>], single: bool, place: usize| {
            side.get(if single { 0 } else { place }).copied().flatten().map(str::to_owned)
        };
        let joined =
            (0..length).map(|place| Some(at(&one, single, place)? + &at(&other, single_other, place)?));
        Ok(of_texts(joined.collect::<Vec<_>>(), vm))
    }

    /// A comparison of objects, each with one of the others or all with one.
    #[pyfunction]
    fn compare_objects(
        name: PyStrRef,
        values: PyObjectRef,
        other: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let operator = match &*name.to_string_lossy() {
            "eq" => PyComparisonOp::Eq,
            "ne" => PyComparisonOp::Ne,
            "lt" => PyComparisonOp::Lt,
            "le" => PyComparisonOp::Le,
            "gt" => PyComparisonOp::Gt,
            "ge" => PyComparisonOp::Ge,
            other => return Err(unknown("comparison", other, vm)),
        };
        let Objects(all) = objects(&values, vm)?;
        let is_array = other.downcast_ref::<PyStr>().is_none()
            && other.class().get_attr(vm.ctx.intern_str("__array__")).is_some()
            && other.get_attr("ndim", vm).is_ok_and(|ndim| {
                ndim.try_int(vm)
                    .is_ok_and(|ndim| ndim.try_to_primitive::<i64>(vm).is_ok_and(|ndim| ndim == 1))
            });
        let others = if is_array { objects(&other, vm)?.0 } else { vec![other] };
        let compare = |place: usize, one: &PyObjectRef| {
            let Some(other) = others.get(if is_array { place } else { 0 }) else { return Ok(false) };
            if let (Some(one), Some(other)) = (text(one), text(other)) {
                return Ok(operator.eval_ord(one.cmp(other)));
            }
            if is_missing(one, vm) || is_missing(other, vm) {
                return Ok(operator == PyComparisonOp::Ne);
            }
            one.rich_compare_bool(other, operator, vm)
        };
        let found =
            all.iter().enumerate().map(|(place, one)| compare(place, one)).collect::<PyResult<_>>()?;
        Ok(of_bools(found, vm))
    }

    /// Codes of equal values and where each stands first.
    #[pyfunction]
    fn factorize(values: PyObjectRef, dropna: bool, vm: &VirtualMachine) -> PyResult {
        let (codes, firsts) = match column(&values, vm)? {
            Column::Floats(all) => factors::factorize(&all, !dropna, factors::float_key),
            Column::Ints(all) => factors::factorize(&all, !dropna, factors::int_key),
            Column::Bools(all) => factors::factorize(&all, !dropna, |truth| Some(*truth)),
            Column::Objects(all) if all.are_texts(vm) => {
                factors::factorize(&all.texts(), !dropna, |text| *text)
            }
            Column::Objects(Objects(all)) => factorize_objects(&all, dropna, vm)?,
        };
        Ok(pair(of_ints(codes, vm), of_ints(firsts, vm), vm))
    }

    /// By Python's own equality.
    fn factorize_objects(
        all: &[PyObjectRef],
        dropna: bool,
        vm: &VirtualMachine,
    ) -> PyResult<(Vec<i64>, Vec<i64>)> {
        let known = PyDict::default().into_ref(&vm.ctx);
        let (mut codes, mut firsts, mut gap) = (Vec::with_capacity(all.len()), Vec::new(), None);
        for (place, value) in all.iter().enumerate() {
            let begin = |firsts: &mut Vec<i64>| {
                firsts.push(place as i64);
                firsts.len() as i64 - 1
            };
            let code = if is_missing(value, vm) {
                if dropna { factors::GONE } else { *gap.get_or_insert_with(|| begin(&mut firsts)) }
            } else if let Some(code) = known.get_item_opt(&**value, vm)? {
                code.try_int(vm)?.try_to_primitive(vm)?
            } else {
                let code = begin(&mut firsts);
                known.set_item(&**value, vm.ctx.new_int(code).into(), vm)?;
                code
            };
            codes.push(code);
        }
        Ok((codes, firsts))
    }

    /// As `factorize` for codes: negative ones are missing.
    #[pyfunction]
    fn factorize_codes(codes: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (codes, firsts) =
            factors::factorize(&ints(&codes, vm)?, false, |code| (*code >= 0).then_some(*code));
        Ok(pair(of_ints(codes, vm), of_ints(firsts, vm), vm))
    }

    /// The places that sort values.
    #[pyfunction]
    fn argsort(
        keys: PyObjectRef,
        gaps: PyObjectRef,
        ascending: bool,
        na_first: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let gaps = bools(&gaps, vm)?;
        let order = match column(&keys, vm)? {
            Column::Floats(all) => order::argsort(&all, &gaps, ascending, na_first, f64::total_cmp),
            Column::Ints(all) => order::argsort(&all, &gaps, ascending, na_first, i64::cmp),
            Column::Bools(all) => order::argsort(&all, &gaps, ascending, na_first, bool::cmp),
            Column::Objects(all) if all.are_texts(vm) => {
                order::argsort(&all.texts(), &gaps, ascending, na_first, |one, other| one.cmp(other))
            }
            Column::Objects(Objects(all)) => return argsort_objects(&all, &gaps, ascending, na_first, vm),
        };
        Ok(of_ints(order, vm))
    }

    fn argsort_objects(
        all: &[PyObjectRef],
        gaps: &[bool],
        ascending: bool,
        na_first: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let mut failed = None;
        let is_less =
            |one: &PyObjectRef, other: &PyObjectRef| one.rich_compare_bool(other, PyComparisonOp::Lt, vm);
        let compared = |one: &PyObjectRef, other: &PyObjectRef| {
            Ok(if is_less(one, other)? {
                Ordering::Less
            } else if is_less(other, one)? {
                Ordering::Greater
            } else {
                Ordering::Equal
            })
        };
        let failure = std::cell::RefCell::new(&mut failed);
        let order = order::argsort(all, gaps, ascending, na_first, |one, other| {
            compared(one, other).unwrap_or_else(|error| {
                **failure.borrow_mut() = Some(error);
                Ordering::Equal
            })
        });
        match failed {
            Some(error) => Err(error),
            None => Ok(of_ints(order, vm)),
        }
    }

    /// Whether no value is below the one before it.
    #[pyfunction]
    fn is_sorted(values: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(match column(&values, vm)? {
            Column::Floats(all) => order::is_sorted(&all),
            Column::Ints(all) => order::is_sorted(&all),
            Column::Bools(all) => order::is_sorted(&all),
            Column::Objects(all) if all.are_texts(vm) => {
                let texts = all.texts();
                texts.iter().all(Option::is_some) && order::is_sorted(&texts)
            }
            Column::Objects(Objects(all)) => {
                for run in all.windows(2) {
                    if let [one, other] = run
                        && !one.rich_compare_bool(other, PyComparisonOp::Le, vm).unwrap_or(false)
                    {
                        return Ok(false);
                    }
                }
                true
            }
        })
    }

    /// Numbers for the values of two columns, equal where they are.
    fn common_codes(
        left: &PyObject,
        right: &PyObject,
        vm: &VirtualMachine,
    ) -> PyResult<(Vec<i64>, Vec<i64>)> {
        let joined = match (column(left, vm)?, column(right, vm)?) {
            (Column::Ints(one), Column::Ints(other)) => return Ok((one, other)),
            (Column::Bools(one), Column::Bools(other)) => {
                let whole = |all: Vec<bool>| all.into_iter().map(i64::from).collect();
                return Ok((whole(one), whole(other)));
            }
            (Column::Objects(one), Column::Objects(other)) => (one, other),
            (Column::Objects(_), _) | (_, Column::Objects(_)) => (objects(left, vm)?, objects(right, vm)?),
            _ => {
                let (one, other) = (floats(left, vm)?, floats(right, vm)?);
                let bits = |all: Vec<f64>| {
                    all.iter()
                        .map(|value| factors::float_key(value).map_or(i64::MIN, u64::cast_signed))
                        .collect()
                };
                return Ok((bits(one), bits(other)));
            }
        };
        let (Objects(mut all), Objects(others)) = joined;
        let cut = all.len();
        all.extend(others);
        let all = Objects(all);
        let (mut codes, _) = if all.are_texts(vm) {
            factors::factorize(&all.texts(), true, |text| *text)
        } else {
            factorize_objects(&all.0, false, vm)?
        };
        let right = codes.split_off(cut);
        Ok((codes, right))
    }

    /// For each value of the second column its place in the first, or -1.
    #[pyfunction]
    fn get_indexer(known: PyObjectRef, wanted: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (known, wanted) = common_codes(&known, &wanted, vm)?;
        Ok(of_ints(factors::places(known.into_iter(), wanted.into_iter()), vm))
    }

    /// Which values of the first column are in the second.
    #[pyfunction]
    fn isin(values: PyObjectRef, wanted: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (values, wanted) = common_codes(&values, &wanted, vm)?;
        let wanted: HashSet<i64> = wanted.into_iter().collect();
        Ok(of_bools(values.iter().map(|value| wanted.contains(value)).collect(), vm))
    }

    /// Which codes are duplicates.
    #[pyfunction]
    fn duplicated(codes: PyObjectRef, keep: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let keep = match text(&keep) {
            Some("first") => Keep::First,
            Some("last") => Keep::Last,
            None if keep.is(&vm.ctx.false_value) => Keep::Neither,
            _ => return Err(vm.new_value_error("keep must be either \"first\", \"last\" or False")),
        };
        Ok(of_bools(factors::duplicated(&ints(&codes, vm)?, keep), vm))
    }

    /// Objects as whole numbers, texts as Python reads them.
    #[pyfunction]
    fn to_int(values: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let convert = |one: &PyObjectRef| match text(one) {
            Some(digits) => digits.trim().parse::<i64>().map_err(|_| {
                let shown =
                    one.repr(vm).map_or_else(|_| String::new(), |shown| shown.to_string_lossy().into_owned());
                vm.new_value_error(format!("invalid literal for int() with base 10: {shown}"))
            }),
            None if is_missing(one, vm) => Err(vm.new_value_error("cannot convert float NaN to integer")),
            None => one
                .try_int(vm)
                .or_else(|_| Ok(PyInt::from(one.try_float(vm)?.to_f64() as i64).into_ref(&vm.ctx)))
                .and_then(|number| number.try_to_primitive(vm)),
        };
        let Objects(all) = objects(&values, vm)?;
        Ok(of_ints(all.iter().map(convert).collect::<PyResult<_>>()?, vm))
    }

    /// Objects as numbers.
    #[pyfunction]
    fn to_float(values: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let convert = |one: &PyObjectRef| match text(one) {
            _ if is_missing(one, vm) => Ok(f64::NAN),
            Some(digits) => number(digits).ok_or_else(|| {
                vm.new_value_error(format!("could not convert string to float: {}", shown(one, vm)))
            }),
            None => Ok(one.try_float(vm)?.to_f64()),
        };
        let Objects(all) = objects(&values, vm)?;
        Ok(of_floats(all.iter().map(convert).collect::<PyResult<_>>()?, vm))
    }

    fn shown(object: &PyObject, vm: &VirtualMachine) -> String {
        object.repr(vm).map_or_else(|_| String::new(), |shown| shown.to_string_lossy().into_owned())
    }

    fn number(text: &str) -> Option<f64> {
        let text = text.trim();
        csv_columns::number(text).or_else(|| text.eq_ignore_ascii_case("nan").then_some(f64::NAN))
    }

    /// Objects as whole numbers if all are, else as numbers; with `coerce` what is none is NaN.
    #[pyfunction]
    fn to_numeric(values: PyObjectRef, coerce: bool, vm: &VirtualMachine) -> PyResult {
        let Objects(all) = objects(&values, vm)?;
        let mut numbers = Vec::with_capacity(all.len());
        let mut whole: Option<Vec<i64>> = Some(Vec::with_capacity(all.len()));
        for (place, one) in all.iter().enumerate() {
            let as_whole = match text(one) {
                Some(digits) => digits.trim().parse::<i64>().ok(),
                None if one.downcast_ref::<PyFloat>().is_some() => None,
                None => one.downcast_ref::<PyInt>().and_then(|int| i64::try_from(int.as_bigint()).ok()),
            };
            if let (Some(all), Some(number)) = (&mut whole, as_whole) {
                all.push(number);
            } else {
                whole = None;
            }
            let found = match text(one) {
                _ if is_missing(one, vm) => Some(f64::NAN),
                Some(digits) => number(digits),
                None => one.try_float(vm).ok().map(|float| float.to_f64()),
            };
            numbers.push(match found {
                Some(number) => number,
                None if coerce => f64::NAN,
                None => {
                    let text = one.str(vm)?;
                    return Err(vm.new_value_error(format!(
                        "Unable to parse string \"{}\" at position {place}",
                        text.to_string_lossy()
                    )));
                }
            });
        }
        Ok(match whole {
            Some(whole) if !whole.is_empty() => of_ints(whole, vm),
            _ => of_floats(numbers, vm),
        })
    }

    // Dates

    /// A field of moments.
    #[pyfunction]
    fn date_field(moments: PyObjectRef, name: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let name = name.to_string_lossy();
        dates::field(&ints(&moments, vm)?, &name)
            .map(|all| of_ints(all, vm))
            .ok_or_else(|| unknown("field", &name, vm))
    }

    /// Moments from text: their numbers, the place of the first text that is none or `None`, the format found.
    #[pyfunction]
    fn date_parse(
        values: PyObjectRef,
        format: Option<PyStrRef>,
        dayfirst: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let all = objects(&values, vm)?;
        let shown: Vec<Option<String>> = all
            .0
            .iter()
            .map(|one| match text(one) {
                Some(text) => Ok(Some(text.to_owned())),
                None if is_missing(one, vm) => Ok(None),
                None => Ok(Some(one.str(vm)?.to_string_lossy().into_owned())),
            })
            .collect::<PyResult<_>>()?;
        let texts: Vec<Option<&str>> = shown.iter().map(Option::as_deref).collect();
        let format = format.map(|format| format.to_string_lossy().into_owned());
        let parsed = dates_parse::parse(&texts, format.as_deref(), dayfirst);
        let failed = parsed.failed.map_or_else(|| vm.ctx.none(), |place| vm.ctx.new_int(place).into());
        let guessed = parsed.guessed.map_or_else(|| vm.ctx.none(), |format| vm.ctx.new_str(format).into());
        Ok(vm.ctx.new_tuple(vec![of_ints(parsed.moments, vm), failed, guessed]).into())
    }

    /// Moments as `strftime` writes them.
    #[pyfunction]
    fn date_strftime(moments: PyObjectRef, format: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let format = format.to_string_lossy();
        let written = |moment: i64| (moment != dates::NAT).then(|| dates_format::strftime(moment, &format));
        Ok(of_texts(ints(&moments, vm)?.into_iter().map(written), vm))
    }

    /// Moments as a column of them is printed.
    #[pyfunction]
    fn date_format(moments: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(of_texts(dates_format::moments(&ints(&moments, vm)?).into_iter().map(Some), vm))
    }

    /// Durations as a column of them is printed.
    #[pyfunction]
    fn duration_format(durations: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(of_texts(dates_format::durations(&ints(&durations, vm)?).into_iter().map(Some), vm))
    }

    /// A duration from text, or `None`.
    #[pyfunction]
    fn duration_parse(text: PyStrRef) -> Option<i64> {
        dates_parse::duration(&text.to_string_lossy())
    }

    /// From where to where a part of a date goes, and which part it is; or `None`.
    #[pyfunction]
    fn date_span(text: PyStrRef) -> Option<(i64, i64, String)> {
        dates_parse::span(&text.to_string_lossy()).map(|(start, end, what)| (start, end, what.to_owned()))
    }

    // Numbers

    /// Ranks.
    #[pyfunction]
    fn rank(
        keys: PyObjectRef,
        gaps: PyObjectRef,
        method: PyStrRef,
        ascending: bool,
        pct: bool,
        na_option: PyStrRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let method = method.to_string_lossy();
        let ties = Ties::parse(&method).ok_or_else(|| unknown("rank method", &method, vm))?;
        let gaps = bools(&gaps, vm)?;
        let (codes, _) = common_codes(&keys, &keys, vm)?;
        let option = na_option.to_string_lossy();
        let first = &*option == "top";
        let order = argsort(keys, of_bools(gaps.clone(), vm), ascending, first, vm)?;
        let mut order = ints(&order, vm)?;
        if &*option == "keep" {
            order.truncate(gaps.iter().filter(|gap| !**gap).count());
        }
        let equal = |one: usize, other: usize| codes.get(one) == codes.get(other);
        Ok(of_floats(order::rank(codes.len(), &order, equal, ties, pct), vm))
    }

    /// Pearson's correlation.
    #[pyfunction]
    fn pearson(left: PyObjectRef, right: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
        Ok(statistics::pearson(&floats(&left, vm)?, &floats(&right, vm)?))
    }

    /// Kendall's correlation.
    #[pyfunction]
    fn kendall(left: PyObjectRef, right: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
        Ok(statistics::kendall(&floats(&left, vm)?, &floats(&right, vm)?))
    }

    /// One number a group.
    #[pyfunction]
    fn group_reduce(
        codes: PyObjectRef,
        count: i64,
        values: PyObjectRef,
        how: PyStrRef,
        ddof: i64,
        least: i64,
        vm: &VirtualMachine,
    ) -> PyResult {
        let name = how.to_string_lossy();
        let how = Reduce::parse(&name).ok_or_else(|| unknown("aggregation", &name, vm))?;
        let found = groups::reduce(
            &ints(&codes, vm)?,
            size(count),
            &floats(&values, vm)?,
            how,
            size(ddof),
            size(least),
        );
        Ok(of_floats(found, vm))
    }

    /// One whole number a group.
    #[pyfunction]
    fn group_whole(
        codes: PyObjectRef,
        count: i64,
        values: PyObjectRef,
        how: PyStrRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let name = how.to_string_lossy();
        let how = Reduce::parse(&name).ok_or_else(|| unknown("aggregation", &name, vm))?;
        Ok(of_ints(groups::reduce_whole(&ints(&codes, vm)?, size(count), &ints(&values, vm)?, how), vm))
    }

    /// The first or last row of each group that is no gap.
    #[pyfunction]
    fn group_edge(
        codes: PyObjectRef,
        count: i64,
        gaps: PyObjectRef,
        last: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        Ok(of_ints(groups::edges(&ints(&codes, vm)?, size(count), &bools(&gaps, vm)?, last), vm))
    }

    /// How many different codes each group has.
    #[pyfunction]
    fn group_nunique(
        codes: PyObjectRef,
        count: i64,
        inner: PyObjectRef,
        _size: i64,
        vm: &VirtualMachine,
    ) -> PyResult {
        Ok(of_ints(groups::distinct(&ints(&codes, vm)?, size(count), &ints(&inner, vm)?), vm))
    }

    /// The rows that belong together.
    #[pyfunction]
    fn join(
        left: PyObjectRef,
        right: PyObjectRef,
        count: i64,
        how: PyStrRef,
        by_key: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let how = match &*how.to_string_lossy() {
            "inner" => How::Inner,
            "left" => How::Left,
            "right" => How::Right,
            "outer" => How::Outer,
            other => return Err(unknown("join", other, vm)),
        };
        let found = join::join(&ints(&left, vm)?, &ints(&right, vm)?, size(count), how, by_key);
        let (left, right) = found.ok_or_else(|| vm.no_memory_error())?;
        Ok(pair(of_ints(left, vm), of_ints(right, vm), vm))
    }

    /// Moving windows.
    #[pyfunction]
    fn rolling(
        values: PyObjectRef,
        width: i64,
        least: i64,
        ahead: i64,
        how: PyStrRef,
        ddof: i64,
        vm: &VirtualMachine,
    ) -> PyResult {
        let name = how.to_string_lossy();
        let how = match &*name {
            "count" => Window::Count,
            other => Window::Reduce(Reduce::parse(other).ok_or_else(|| unknown("aggregation", other, vm))?),
        };
        Ok(of_floats(
            window::rolling(&floats(&values, vm)?, size(width), size(least), size(ahead), how, size(ddof)),
            vm,
        ))
    }

    /// Means with falling weights.
    #[pyfunction]
    fn ewm_mean(
        values: PyObjectRef,
        alpha: f64,
        adjust: bool,
        ignore_na: bool,
        least: i64,
        vm: &VirtualMachine,
    ) -> PyResult {
        Ok(of_floats(window::weighted_mean(&floats(&values, vm)?, alpha, adjust, ignore_na, size(least)), vm))
    }

    // Text

    /// A method of each text.
    #[pyfunction]
    fn str_apply(
        values: PyObjectRef,
        how: PyStrRef,
        arguments: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult {
        let how = how.to_string_lossy();
        let mut given = Arguments::default();
        for one in &arguments {
            if let Some(text) = text(one) {
                given.texts.push(text.to_owned());
            } else if !vm.is_none(one) {
                given.numbers.push(one.try_int(vm)?.try_to_primitive(vm)?);
            }
        }
        let Objects(all) = objects(&values, vm)?;
        let made = |one: &PyObjectRef| match text(one) {
            None if is_missing(one, vm) => Ok(one.clone()),
            None => Ok(vm.ctx.new_float(f64::NAN).into()),
            Some(text) => texts::apply(text, &how, &given)
                .map(|made| vm.ctx.new_str(made).into())
                .ok_or_else(|| unknown("method", &how, vm)),
        };
        Ok(of_objects(all.iter().map(made).collect::<PyResult<_>>()?, vm))
    }

    /// A test of each text; false for what is none.
    #[pyfunction]
    fn str_test(values: PyObjectRef, how: PyStrRef, pattern: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let (how, pattern) = (how.to_string_lossy(), pattern.to_string_lossy());
        let all = objects(&values, vm)?;
        let tested = |one: Option<&str>| one.map_or(Some(false), |text| texts::test(text, &how, &pattern));
        let found: Option<Vec<bool>> = all.texts().into_iter().map(tested).collect();
        found.map(|all| of_bools(all, vm)).ok_or_else(|| unknown("method", &how, vm))
    }

    /// The characters of each text.
    #[pyfunction]
    fn str_len(values: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let all = objects(&values, vm)?;
        Ok(of_ints(
            all.texts().into_iter().map(|text| text.map_or(0, |text| text.chars().count() as i64)).collect(),
            vm,
        ))
    }

    // Hashes

    fn key_of(key: &PyStrRef, vm: &VirtualMachine) -> PyResult<[u8; 16]> {
        let key = key.to_string_lossy();
        key.as_bytes().try_into().map_err(|_| {
            vm.new_value_error(format!(
                "key should be a 16-byte string encoded, got {key:?} (len {})",
                key.len()
            ))
        })
    }

    /// A hash of each value.
    #[pyfunction]
    fn hash_array(values: PyObjectRef, key: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let key = key_of(&key, vm)?;
        let hashes = match column(&values, vm)? {
            Column::Ints(all) => {
                all.into_iter().map(|number| hashing::bits(number.cast_unsigned())).collect()
            }
            Column::Floats(all) => all.into_iter().map(hashing::float).collect(),
            Column::Bools(all) => all.into_iter().map(|truth| hashing::bits(u64::from(truth))).collect(),
            Column::Objects(Objects(all)) => {
                let hash = |one: &PyObjectRef| {
                    if is_missing(one, vm) {
                        return Ok(hashing::MISSING);
                    }
                    Ok(hashing::text(&one.str(vm)?.to_string_lossy(), key))
                };
                all.iter().map(hash).collect::<PyResult<_>>()?
            }
        };
        Ok(of_hashes(hashes, vm))
    }

    /// One hash a row.
    #[pyfunction]
    fn hash_rows(columns: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let hashes = |one: &PyObjectRef| Ok(ints(one, vm)?.into_iter().map(i64::cast_unsigned).collect());
        Ok(of_hashes(hashing::rows(&columns.iter().map(hashes).collect::<PyResult<Vec<_>>>()?), vm))
    }

    // CSV

    /// The fields of a file.
    #[pyattr]
    #[pyclass(module = "_pandas", name = "Fields")]
    #[derive(Debug, PyPayload)]
    struct PyFields {
        fields: Fields,
    }

    #[pyclass]
    impl PyFields {
        #[pygetset]
        fn width(zelf: &Py<Self>) -> usize {
            zelf.fields.width()
        }

        #[pygetset]
        fn height(zelf: &Py<Self>) -> usize {
            zelf.fields.height()
        }

        /// The fields of a column as they stand.
        #[pymethod]
        fn texts(zelf: &Py<Self>, place: usize, vm: &VirtualMachine) -> PyObjectRef {
            of_texts(zelf.fields.column(place).map(|field| Some(field.to_owned())).collect::<Vec<_>>(), vm)
        }

        /// A column of the type that its fields have: the type's name and an array.
        #[pymethod]
        fn column(zelf: &Py<Self>, args: ColumnArguments, vm: &VirtualMachine) -> PyResult {
            let ColumnArguments { place, marks, keep, filter, thousands, decimal, truths, lies, as_text } =
                args;
            let one = |text: &PyStrRef| text.to_string_lossy().chars().next();
            let list = |all: Vec<PyStrRef>| {
                all.iter().map(|text| text.to_string_lossy().into_owned()).collect::<Vec<_>>()
            };
            let reading = Reading {
                missing: HashSet::new(),
                thousands: one(&thousands),
                decimal: one(&decimal).filter(|mark| *mark != '.'),
                truths: list(truths),
                lies: list(lies),
                as_text,
            };
            let reading = if filter { reading.with_missing(keep, list(marks)) } else { reading };
            let (name, array) = match csv_columns::typed(&zelf.fields, place, &reading) {
                csv_columns::Column::Int(all) => ("int64", of_ints(all, vm)),
                csv_columns::Column::UInt(all) => ("uint64", of_hashes(all, vm)),
                csv_columns::Column::Float(all) => ("float64", of_floats(all, vm)),
                csv_columns::Column::Bool(all) => ("bool", of_bools(all, vm)),
                csv_columns::Column::MaybeBool(all) => {
                    let made = |one: Option<bool>| {
                        one.map_or_else(
                            || vm.ctx.new_float(f64::NAN).into(),
                            |truth| vm.ctx.new_bool(truth).into(),
                        )
                    };
                    ("object", of_objects(all.into_iter().map(made).collect(), vm))
                }
                csv_columns::Column::Text(all) => ("str", of_texts(all, vm)),
            };
            Ok(pair(vm.ctx.new_str(name).into(), array, vm))
        }
    }

    /// Which column, and how its fields are understood.
    #[derive(FromArgs)]
    struct ColumnArguments {
        #[pyarg(positional)]
        place: usize,
        #[pyarg(positional)]
        marks: Vec<PyStrRef>,
        #[pyarg(positional)]
        keep: bool,
        #[pyarg(positional)]
        filter: bool,
        #[pyarg(positional)]
        thousands: PyStrRef,
        #[pyarg(positional)]
        decimal: PyStrRef,
        #[pyarg(positional)]
        truths: Vec<PyStrRef>,
        #[pyarg(positional)]
        lies: Vec<PyStrRef>,
        #[pyarg(positional)]
        as_text: bool,
    }

    /// A text and how it is written.
    #[derive(FromArgs)]
    struct SplitArguments {
        #[pyarg(positional)]
        source: PyStrRef,
        #[pyarg(positional)]
        separator: PyStrRef,
        #[pyarg(positional)]
        quote: PyStrRef,
        #[pyarg(positional)]
        comment: PyStrRef,
        #[pyarg(positional)]
        skip: PyObjectRef,
        #[pyarg(positional)]
        skip_blank: bool,
        #[pyarg(positional)]
        header: Option<usize>,
        #[pyarg(positional)]
        rows: i64,
        #[pyarg(positional)]
        skip_last: usize,
        #[pyarg(positional)]
        skip_spaces: bool,
        #[pyarg(positional)]
        bad_lines: PyStrRef,
        #[pyarg(positional)]
        names: usize,
    }

    /// Lines of names, columns of cells, and how they are written.
    #[derive(FromArgs)]
    struct JoinArguments {
        #[pyarg(positional)]
        heads: Vec<PyObjectRef>,
        #[pyarg(positional)]
        cells: Vec<PyObjectRef>,
        #[pyarg(positional)]
        rows: usize,
        #[pyarg(positional)]
        separator: PyStrRef,
        #[pyarg(positional)]
        quote: PyStrRef,
        #[pyarg(positional)]
        quoting: i64,
        #[pyarg(positional)]
        line_end: PyStrRef,
        #[pyarg(positional)]
        numbers: Vec<bool>,
    }

    /// Splits a file: its header, its fields and how many columns have no name; or what is wrong with it.
    #[pyfunction]
    fn csv_split(args: SplitArguments, vm: &VirtualMachine) -> PyResult {
        let SplitArguments {
            source,
            separator,
            quote,
            comment,
            skip,
            skip_blank,
            header,
            rows,
            skip_last,
            skip_spaces,
            bad_lines,
            names,
        } = args;
        let one = |text: &PyStrRef| text.to_string_lossy().chars().next();
        let skip_first =
            if skip.downcast_ref::<PyInt>().is_some() { skip.try_to_value::<usize>(vm)? } else { 0 };
        let skip = if skip.downcast_ref::<PyInt>().is_some() {
            Vec::new()
        } else {
            skip.try_to_value::<Vec<usize>>(vm)?
        };
        let dialect = Dialect {
            separator: (separator.to_string_lossy() != " +").then(|| one(&separator)).flatten(),
            quote: one(&quote),
            comment: one(&comment),
            skip_first,
            skip: skip.into_iter().collect(),
            skip_blank,
            skip_spaces,
            header,
            rows: usize::try_from(rows).ok(),
            skip_last,
            bad_lines: if bad_lines.to_string_lossy() == "error" { BadLines::Error } else { BadLines::Skip },
            names,
        };
        match csv::split(&source.to_string_lossy(), &dialect) {
            Err(error) => Ok(vm.ctx.new_str(error.to_string()).into()),
            Ok(split) => {
                let head = split.head.into_iter().map(|name| vm.ctx.new_str(name).into()).collect();
                let fields = PyFields { fields: split.fields }.into_ref(&vm.ctx);
                Ok(vm
                    .ctx
                    .new_tuple(vec![
                        vm.ctx.new_list(head).into(),
                        fields.into(),
                        vm.ctx.new_int(split.unnamed).into(),
                    ])
                    .into())
            }
        }
    }

    /// Writes lines of names and then rows of cells.
    #[pyfunction]
    fn csv_join(args: JoinArguments, vm: &VirtualMachine) -> PyResult<String> {
        let JoinArguments { heads, cells, rows, separator, quote, quoting, line_end, numbers } = args;
        let one = |text: &PyStrRef, or: char| text.to_string_lossy().chars().next().unwrap_or(or);
        let writing = Writing {
            separator: one(&separator, ','),
            quote: one(&quote, '"'),
            quoting: match quoting {
                1 => Quoting::All,
                2 => Quoting::NotNumbers,
                3 => Quoting::Never,
                _ => Quoting::Minimal,
            },
            line_end: line_end.to_string_lossy().into_owned(),
        };
        let mut out = String::new();
        for head in heads {
            let names = head.try_to_value::<Vec<PyStrRef>>(vm)?;
            let names: Vec<String> = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
            csv_write::line(&mut out, names.iter().map(|name| (name.as_str(), false)), &writing);
        }
        let columns = cells.iter().map(|cells| written(cells, vm)).collect::<PyResult<Vec<_>>>()?;
        for row in 0..rows {
            let fields = columns
                .iter()
                .zip(&numbers)
                .map(|(column, number)| (column.get(row).map_or("", String::as_str), *number));
            csv_write::line(&mut out, fields, &writing);
        }
        Ok(out)
    }

    /// A column's cells as they are written.
    fn written(cells: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<String>> {
        Ok(match column(cells, vm)? {
            Column::Ints(all) => all.iter().map(i64::to_string).collect(),
            Column::Floats(all) => all.into_iter().map(csv_write::float).collect(),
            Column::Bools(all) => {
                all.into_iter().map(|truth| if truth { "True" } else { "False" }.to_owned()).collect()
            }
            Column::Objects(Objects(all)) => all
                .iter()
                .map(|one| match text(one) {
                    Some(text) => Ok(text.to_owned()),
                    None => Ok(one.str(vm)?.to_string_lossy().into_owned()),
                })
                .collect::<PyResult<_>>()?,
        })
    }
}
