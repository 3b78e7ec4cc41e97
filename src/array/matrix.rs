//! Products of vectors, matrices and stacks of them.

use super::binary::{self, Binary};
use super::error::{ArrayError, Result, value};
use super::number::Number;
use super::storage::with_number;
use super::{Array, DType, shape};
use ndarray::{ArrayView2, ShapeBuilder};

/// The operands in a common numeric type.
fn same_type(name: &str, one: &Array, two: &Array) -> Result<(Array, Array)> {
    let met = binary::common(name, one.dtype(), two.dtype(), (None, None))?;
    if !met.is_numeric() {
        return Err(binary::no_loop(name, one.dtype(), two.dtype()));
    }
    Ok((one.cast(met)?, two.cast(met)?))
}

/// The product of two matrices of one type.
fn product(one: &Array, two: &Array) -> Result<Array> {
    let (rows, inner, columns) = (one.length(0), one.length(1), two.length(1));
    super::storage::room(rows.saturating_mul(columns), 8)?;
    match one.dtype() {
        DType::Float64 => Ok(fast::<f64>(one, two, rows, inner, columns)),
        DType::Float32 => Ok(fast::<f32>(one, two, rows, inner, columns)),
        DType::Bool => {
            let (one, two) = (one.cast(DType::UInt64)?, two.cast(DType::UInt64)?);
            product(&one, &two)?.cast(DType::Bool)
        }
        _ => {
            with_number!(one.storage(), T => Ok(slow::<T>(one, two, inner, columns)), _ => value("matmul needs numbers"))
        }
    }
}

fn fast<T: Number + ndarray::LinalgScalar>(
    one: &Array,
    two: &Array,
    rows: usize,
    inner: usize,
    columns: usize,
) -> Array {
    let empty = || Array::from_vec(&[rows, columns], vec![T::ZERO; rows * columns]);
    // Transposed matrices are multiplied where they lie.
    let layout = |array: &Array| {
        if array.is_contiguous() {
            (array.clone(), false)
        } else if array.is_fortran() {
            (array.transposed(), true)
        } else {
            (array.copied(), false)
        }
    };
    let ((one, one_turned), (two, two_turned)) = (layout(one), layout(two));
    let (Some(left), Some(right)) = (one.values::<T>(), two.values::<T>()) else { return empty() };
    let (Ok(left), Ok(right)) = (
        ArrayView2::from_shape((rows, inner).set_f(one_turned), &left),
        ArrayView2::from_shape((inner, columns).set_f(two_turned), &right),
    ) else {
        return empty();
    };
    let found = left.dot(&right);
    Array::from_vec(&[rows, columns], found.iter().copied().collect())
}

fn slow<T: Number>(one: &Array, two: &Array, inner: usize, columns: usize) -> Array {
    let (Some(left), Some(right)) = (one.values::<T>(), two.values::<T>()) else { return one.clone() };
    let rows = one.length(0);
    let mut found = vec![T::ZERO; rows * columns];
    if inner > 0 && columns > 0 {
        for (row, sums) in left.chunks_exact(inner).zip(found.chunks_exact_mut(columns)) {
            for (factor, other) in row.iter().zip(right.chunks_exact(columns)) {
                for (sum, value) in sums.iter_mut().zip(other) {
                    *sum = sum.plus(factor.times(*value));
                }
            }
        }
    }
    Array::from_vec(&[rows, columns], found)
}

/// `a @ b`.
///
/// # Errors
/// When the shapes do not fit or the types have no product.
pub fn matmul(one: &Array, two: &Array) -> Result<Array> {
    const SIGNATURE: &str = "(n?,k),(k,m?)->(n?,m?)";
    for (place, operand) in [one, two].into_iter().enumerate() {
        if operand.ndim() == 0 {
            return value(format!(
                "matmul: Input operand {place} does not have enough dimensions (has 0, gufunc core with signature {SIGNATURE} requires 1)"
            ));
        }
    }
    let (left, right) = same_type("matmul", one, two)?;
    let left = if one.ndim() == 1 { left.expanded(0)? } else { left };
    let right = if two.ndim() == 1 { right.expanded(1)? } else { right };
    let (inner, other) = (left.length(left.ndim() - 1), right.length(right.ndim() - 2));
    if inner != other {
        return value(format!(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {SIGNATURE} (size {other} is different from {inner})"
        ));
    }
    let (left_stack, left_core) = left.shape().split_at(left.ndim() - 2);
    let (right_stack, right_core) = right.shape().split_at(right.ndim() - 2);
    let found = if left_stack.is_empty() && right_stack.is_empty() {
        product(&left, &right)?
    } else {
        let stack = shape::broadcast(&[left_stack, right_stack])?;
        let lefts = left.broadcast_to(&[&stack, left_core].concat())?;
        let rights = right.broadcast_to(&[&stack, right_core].concat())?;
        let core = [left_core.first().copied().unwrap_or(1), right_core.last().copied().unwrap_or(1)];
        let count = shape::count(&stack)?;
        let flat = Array::zeros(&[&[count], core.as_slice()].concat(), left.dtype())?;
        for (place, (one, two)) in matrices(&lefts).into_iter().zip(matrices(&rights)).enumerate() {
            flat.row(place as i64)?.assign(&product(&one, &two)?)?;
        }
        flat.with_shape([&stack, core.as_slice()].concat())
    };
    let found = if two.ndim() == 1 { found.without_axis(found.ndim() - 1, 0) } else { found };
    Ok(if one.ndim() == 1 {
        found.without_axis(found.ndim() - 1 - usize::from(two.ndim() > 1), 0)
    } else {
        found
    })
}

/// The matrices of a stack, in order.
pub(super) fn matrices(stack: &Array) -> Vec<Array> {
    if stack.ndim() <= 2 {
        return vec![stack.clone()];
    }
    (0..stack.length(0)).flat_map(|place| matrices(&stack.without_axis(0, place))).collect()
}

/// `np.dot`.
///
/// # Errors
/// When the shapes do not fit or the types have no product.
pub fn dot(one: &Array, two: &Array) -> Result<Array> {
    if one.ndim() == 0 || two.ndim() == 0 {
        return Ok(binary::apply(Binary::Multiply, one, two, (None, None))?.0);
    }
    let last = one.ndim() - 1;
    let second = two.ndim().saturating_sub(2);
    if one.length(last) != two.length(second) {
        return value(format!(
            "shapes {} and {} not aligned: {} (dim {last}) != {} (dim {second})",
            shape::show(one.shape()),
            shape::show(two.shape()),
            one.length(last),
            two.length(second)
        ));
    }
    if one.ndim() <= 2 && two.ndim() <= 2 {
        return matmul(one, two);
    }
    tensordot(one, two, &[last as i64], &[second as i64])
}

/// The sum of products over pairs of axes.
///
/// # Errors
/// When the axes do not fit.
pub fn tensordot(one: &Array, two: &Array, axes_one: &[i64], axes_two: &[i64]) -> Result<Array> {
    let named = |axes: &[i64], array: &Array| -> Result<Vec<usize>> {
        axes.iter().map(|axis| shape::axis(*axis, array.ndim())).collect()
    };
    let (gone_one, gone_two) = (named(axes_one, one)?, named(axes_two, two)?);
    let fits = gone_one.len() == gone_two.len()
        && gone_one.iter().zip(&gone_two).all(|(a, b)| one.length(*a) == two.length(*b));
    if !fits {
        return value("shape-mismatch for sum");
    }
    let kept = |array: &Array, gone: &[usize]| -> Vec<usize> {
        (0..array.ndim()).filter(|axis| !gone.contains(axis)).collect()
    };
    let (kept_one, kept_two) = (kept(one, &gone_one), kept(two, &gone_two));
    let lengths = |array: &Array, axes: &[usize]| -> Vec<usize> {
        axes.iter().map(|axis| array.length(*axis)).collect()
    };
    let inner = lengths(one, &gone_one).iter().product();
    let left = one.ordered(&[kept_one.as_slice(), &gone_one].concat());
    let right = two.ordered(&[gone_two.as_slice(), &kept_two].concat());
    let (rows, columns) = (lengths(one, &kept_one), lengths(two, &kept_two));
    let left = left.with_shape(vec![rows.iter().product(), inner]);
    let right = right.with_shape(vec![inner, columns.iter().product()]);
    let (left, right) = same_type("dot", &left, &right)?;
    Ok(product(&left, &right)?.with_shape([rows, columns].concat()))
}

/// Sums of products by Einstein's convention: `ij,jk->ik`.
///
/// # Errors
/// When the subscripts do not fit the operands.
pub fn einsum(subscripts: &str, operands: &[Array]) -> Result<Array> {
    let clean: String = subscripts.chars().filter(|letter| !letter.is_whitespace()).collect();
    if clean.contains('.') {
        return Err(ArrayError::NotCarried("einsum with '...' is not carried here: name each axis".into()));
    }
    let (inputs, output) = match clean.split_once("->") {
        Some((inputs, output)) => (inputs.to_owned(), output.to_owned()),
        None => (clean.clone(), implied_output(&clean)),
    };
    let inputs: Vec<&str> = inputs.split(',').collect();
    if inputs.len() != operands.len() {
        return value(if inputs.len() < operands.len() {
            "more operands provided to einstein sum function than specified in the subscripts string"
        } else {
            "fewer operands provided to einstein sum function than specified in the subscripts string"
        });
    }
    let mut labels: Vec<(char, usize)> = Vec::new();
    for (input, operand) in inputs.iter().zip(operands) {
        if input.chars().count() != operand.ndim() {
            return value(format!(
                "einstein sum subscripts string contains {} subscripts for operand with {} dimensions",
                input.chars().count(),
                operand.ndim()
            ));
        }
        for (label, length) in input.chars().zip(operand.shape()) {
            match labels.iter_mut().find(|(known, _)| *known == label) {
                Some((_, known)) if *known == 1 => *known = *length,
                Some((_, known)) if *known != *length && *length != 1 => {
                    return value(format!(
                        "operands could not be broadcast together with remapped shapes [original->remapped]: label '{label}' is {known} and {length} long"
                    ));
                }
                Some(_) => {}
                None => labels.push((label, *length)),
            }
        }
    }
    if let Some(unknown) = output.chars().find(|label| !labels.iter().any(|(known, _)| known == label)) {
        return value(format!(
            "einstein sum subscripts string included output subscript '{unknown}' which never appeared in an input"
        ));
    }
    let summed: Vec<(char, usize)> =
        labels.iter().copied().filter(|(label, _)| !output.contains(*label)).collect();
    let kept: Vec<(char, usize)> = output
        .chars()
        .filter_map(|label| labels.iter().copied().find(|(known, _)| *known == label))
        .collect();
    let order: Vec<(char, usize)> = kept.iter().chain(&summed).copied().collect();
    contract(&inputs, operands, &order, kept.len())
}

fn implied_output(inputs: &str) -> String {
    let mut labels: Vec<char> = inputs.chars().filter(|letter| letter.is_alphabetic()).collect();
    labels.sort_unstable();
    let all = labels.clone();
    labels.retain(|label| all.iter().filter(|other| *other == label).count() == 1);
    labels.into_iter().collect()
}

/// The product of all operands over all labels, summed over those after the first `kept`.
fn contract(inputs: &[&str], operands: &[Array], order: &[(char, usize)], kept: usize) -> Result<Array> {
    let full: Vec<usize> = order.iter().map(|(_, length)| *length).collect();
    super::storage::room(shape::count(&full)?, 1)?;
    // A product of two is a matrix product where every label is in both or kept: much faster.
    if let ([one, two], [a, b]) = (inputs, operands)
        && let Some(found) = as_matrix_product(one, two, a, b, order, kept)
    {
        return found;
    }
    let mut whole: Option<Array> = None;
    for (input, operand) in inputs.iter().zip(operands) {
        let mut strides = vec![0_isize; order.len()];
        for ((label, length), stride) in input.chars().zip(operand.shape()).zip(operand.strides()) {
            let place = order.iter().position(|(known, _)| *known == label);
            if let Some(sum) = place.and_then(|place| strides.get_mut(place))
                && *length != 1
            {
                *sum += stride;
            }
        }
        let stretched = operand.looking(full.clone(), strides, operand.offset);
        whole = Some(match whole {
            None => stretched,
            Some(before) => binary::apply(Binary::Multiply, &before, &stretched, (None, None))?.0,
        });
    }
    let whole = whole.ok_or_else(|| ArrayError::Value("must specify the einstein sum subscripts string and at least one operand, or at least one operand and its corresponding subscripts list".into()))?;
    let dtype = whole.dtype();
    let gone: Vec<i64> = (kept..order.len()).map(|axis| axis as i64).collect();
    if gone.is_empty() {
        return Ok(whole.copied());
    }
    whole.reduced(super::reduce::Reduce::Sum, Some(&gone), false)?.cast(dtype)
}

fn as_matrix_product(
    one: &str,
    two: &str,
    a: &Array,
    b: &Array,
    order: &[(char, usize)],
    kept: usize,
) -> Option<Result<Array>> {
    let is_plain = |labels: &str| {
        labels.chars().all(|label| labels.chars().filter(|other| *other == label).count() == 1)
    };
    let (output, summed) = order.split_at_checked(kept)?;
    let fits = is_plain(one)
        && is_plain(two)
        && summed.iter().all(|(label, _)| one.contains(*label) && two.contains(*label))
        && output.iter().all(|(label, _)| one.contains(*label) != two.contains(*label))
        && one
            .chars()
            .zip(a.shape())
            .chain(two.chars().zip(b.shape()))
            .all(|(label, length)| order.contains(&(label, *length)));
    if !fits || summed.is_empty() {
        return None;
    }
    let places = |labels: &str| -> Option<Vec<i64>> {
        summed
            .iter()
            .map(|(label, _)| labels.chars().position(|other| other == *label).map(|place| place as i64))
            .collect()
    };
    let found = tensordot(a, b, &places(one)?, &places(two)?);
    let is_kept = |label: &char| output.iter().any(|(known, _)| known == label);
    let have: Vec<char> = one.chars().filter(is_kept).chain(two.chars().filter(is_kept)).collect();
    let turned: Option<Vec<usize>> =
        output.iter().map(|(label, _)| have.iter().position(|other| other == label)).collect();
    let turned = turned?;
    Some(found.map(|found| found.ordered(&turned)))
}
