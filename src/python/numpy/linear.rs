//! What the package calls for products of matrices and for linear algebra.

#[rustpython_vm::pymodule(sub)]
pub(super) mod linear {
    use super::super::convert::{from_object, to_array_object, to_object};
    use super::super::given::integers;
    use super::super::state::raise;
    use crate::array::{Array, eigen, linalg, matrix};
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    fn give(found: crate::array::Result<Array>, vm: &VirtualMachine) -> PyResult {
        Ok(to_object(found.map_err(|error| raise(error, vm))?, vm))
    }

    fn tuple(arrays: Vec<Array>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_tuple(arrays.into_iter().map(|array| to_array_object(array, vm)).collect()).into()
    }

    #[pyfunction]
    fn dot(one: PyObjectRef, two: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        give(matrix::dot(&from_object(&one, vm)?, &from_object(&two, vm)?), vm)
    }

    #[pyfunction]
    fn _tensordot(
        one: PyObjectRef,
        two: PyObjectRef,
        axes_one: PyObjectRef,
        axes_two: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let (axes_one, axes_two) = (integers(&axes_one, vm)?, integers(&axes_two, vm)?);
        give(matrix::tensordot(&from_object(&one, vm)?, &from_object(&two, vm)?, &axes_one, &axes_two), vm)
    }

    #[pyfunction]
    fn _einsum(subscripts: String, operands: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let operands = vm.extract_elements_with(&operands, |object| from_object(&object, vm))?;
        give(matrix::einsum(&subscripts, &operands), vm)
    }

    #[pyfunction]
    fn _solve(a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        give(linalg::solve(&from_object(&a, vm)?, &from_object(&b, vm)?), vm)
    }

    #[pyfunction]
    fn _inv(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        give(linalg::inverse(&from_object(&a, vm)?), vm)
    }

    #[pyfunction]
    fn _det(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        give(linalg::determinant(&from_object(&a, vm)?).map(Array::single), vm)
    }

    #[pyfunction]
    fn _slogdet(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (sign, log) =
            linalg::sign_log_determinant(&from_object(&a, vm)?).map_err(|error| raise(error, vm))?;
        Ok(vm
            .ctx
            .new_tuple(vec![to_object(Array::single(sign), vm), to_object(Array::single(log), vm)])
            .into())
    }

    #[pyfunction]
    fn _cholesky(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        give(linalg::cholesky(&from_object(&a, vm)?), vm)
    }

    #[pyfunction]
    fn _qr(a: PyObjectRef, complete: bool, vm: &VirtualMachine) -> PyResult {
        let (q, r) = linalg::qr(&from_object(&a, vm)?, complete).map_err(|error| raise(error, vm))?;
        Ok(tuple(vec![q, r], vm))
    }

    #[pyfunction]
    fn _eigh(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (values, vectors) = linalg::eigh(&from_object(&a, vm)?).map_err(|error| raise(error, vm))?;
        Ok(tuple(vec![values, vectors], vm))
    }

    #[pyfunction]
    fn _eig(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (values, vectors) = eigen::eig(&from_object(&a, vm)?).map_err(|error| raise(error, vm))?;
        Ok(tuple(vec![values, vectors], vm))
    }

    #[pyfunction]
    fn _svd(a: PyObjectRef, full: bool, vm: &VirtualMachine) -> PyResult {
        let (u, s, vt) = linalg::svd(&from_object(&a, vm)?, full).map_err(|error| raise(error, vm))?;
        Ok(tuple(vec![u, s, vt], vm))
    }

    #[pyfunction]
    fn _pinv(a: PyObjectRef, share: Option<f64>, vm: &VirtualMachine) -> PyResult {
        give(linalg::pseudo_inverse(&from_object(&a, vm)?, share), vm)
    }

    #[pyfunction]
    fn _lstsq(a: PyObjectRef, b: PyObjectRef, share: Option<f64>, vm: &VirtualMachine) -> PyResult {
        let found = linalg::least_squares(&from_object(&a, vm)?, &from_object(&b, vm)?, share);
        let found = found.map_err(|error| raise(error, vm))?;
        let rank = vm.ctx.new_int(found.rank).into();
        let parts = vec![
            to_array_object(found.x, vm),
            to_array_object(found.residuals, vm),
            rank,
            to_array_object(found.singular, vm),
        ];
        Ok(vm.ctx.new_tuple(parts).into())
    }
}
