//! `_matplotlib`: what the package matplotlib needs of the layer `plot`. Figures come as dictionaries of numbers, texts,
//! lists and arrays; `plot::describe` says which.

pub(super) use _matplotlib::module_def;

#[rustpython_vm::pymodule]
mod _matplotlib {
    use super::super::machine::Machine;
    use crate::plot::axis::Ticks;
    use crate::plot::describe::{Axis, Figure, Scale};
    use crate::plot::draw::Drawing;
    use crate::plot::raster::Failed;
    use crate::plot::tight::{self, Request};
    use crate::plot::value::Value;
    use crate::plot::{colours, contour as contours, draw as drawing, locate, raster, svg};
    use rustpython_vm::builtins::{PyDict, PyFloat, PyInt, PyList, PyStr, PyTuple};
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};
    use serde::de::DeserializeOwned;

    /// Descriptions are not nested deeper than this.
    const DEEPEST: usize = 32;
    /// No figure is larger on a side, in inches, or drawn finer, in pixels to the inch.
    const LARGEST: f64 = 1e5;

    /// The figure as a file: `format` is `png` or `svg`, `pad` inches are left around it when it is cut to what is drawn.
    /// With the file come the characters that the font does not have.
    #[pyfunction]
    fn draw(
        figure: PyObjectRef,
        format: String,
        dpi: f64,
        pad: Option<f64>,
        vm: &VirtualMachine,
    ) -> PyResult<(PyObjectRef, String)> {
        let figure = figure_of(&figure, vm)?;
        let Drawing { mut picture, missing, .. } = drawing::draw(&figure);
        if let Some(pad) = pad {
            picture = drawing::cropped(&picture, (pad * figure.dpi) as f32);
        }
        let file = match format.as_str() {
            "svg" => svg::svg(&picture, figure.dpi).map(String::into_bytes),
            _ => raster::png(&picture, dpi / figure.dpi, dpi),
        };
        let file = file.map_err(|error| match error {
            Failed::TooLarge(..) => vm.new_value_error(error.to_string()),
            Failed::Encoding(_) => vm.new_runtime_error(error.to_string()),
        })?;
        Ok((vm.ctx.new_bytes(file).into(), missing.into_iter().collect()))
    }

    /// Hands the figure to whoever looks. Gives the characters that the font does not have.
    #[pyfunction]
    fn show(figure: PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
        let Drawing { picture, missing, .. } = drawing::draw(&figure_of(&figure, vm)?);
        Machine::of(vm)?.host().figure(picture);
        Ok(missing.into_iter().collect())
    }

    /// Places and names of the ticks of an axis of `length` points, the same of the smaller ones, and what stands at
    /// the axis' end.
    #[pyfunction]
    fn ticks(axis: PyObjectRef, length: f64, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        let axis: Axis = read(&axis, vm)?;
        let ticks = Ticks::new(&axis, length);
        let texts = |names: Vec<String>| {
            vm.ctx.new_list(names.into_iter().map(|name| vm.ctx.new_str(name).into()).collect()).into()
        };
        let found: Vec<PyObjectRef> = vec![
            floats(ticks.at, vm),
            texts(ticks.names),
            floats(ticks.minor, vm),
            texts(ticks.minor_names),
            vm.ctx.new_str(ticks.end).into(),
        ];
        Ok(vm.ctx.new_tuple(found).into())
    }

    /// The margins that leave room for the texts: left, right, bottom, top, and the gaps.
    #[pyfunction]
    fn tight(request: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        let request: Request = read(&request, vm)?;
        checked(&request.figure, vm)?;
        let Some(margins) = tight::margins(&request) else { return Ok(vm.ctx.none()) };
        let sides = [margins.left, margins.right, margins.bottom, margins.top];
        let gaps = [margins.wspace, margins.hspace].map(|gap| gap.to_pyobject(vm));
        let all = sides.into_iter().map(|side| side.to_pyobject(vm)).chain(gaps).collect::<Vec<_>>();
        Ok(vm.ctx.new_tuple(all).into())
    }

    /// Limits for data from `low` to `high`.
    #[pyfunction]
    fn view(
        scale: PyObjectRef,
        low: f64,
        high: f64,
        least: f64,
        margin: f64,
        sticky: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<(f64, f64)> {
        let scale: Scale = read(&scale, vm)?;
        let sticky: Vec<f64> = read(&sticky, vm)?;
        Ok(locate::view(scale, (low, high), least, margin, &sticky))
    }

    /// Limits as they can be shown.
    #[pyfunction]
    fn parted(
        scale: PyObjectRef,
        low: f64,
        high: f64,
        least: f64,
        vm: &VirtualMachine,
    ) -> PyResult<(f64, f64)> {
        Ok(locate::parted(read(&scale, vm)?, low, high, least))
    }

    /// The line of one height: two lists of places, pieces parted by what is not a number.
    #[pyfunction]
    fn contour(
        x: PyObjectRef,
        y: PyObjectRef,
        z: PyObjectRef,
        level: f64,
        vm: &VirtualMachine,
    ) -> PyResult<(PyObjectRef, PyObjectRef)> {
        let (x, y, z): (Vec<f64>, Vec<f64>, Vec<f64>) = (read(&x, vm)?, read(&y, vm)?, read(&z, vm)?);
        let (across, up) = contours::lines(&x, &y, &z, level);
        Ok((floats(across, vm), floats(up, vm)))
    }

    /// Red, green, blue and, where it is given, opacity of a colour's name.
    #[pyfunction]
    fn colour(name: String, vm: &VirtualMachine) -> PyObjectRef {
        match colours::named(&name) {
            None => vm.ctx.none(),
            Some(([red, green, blue], alpha)) => {
                let parts =
                    [red.to_pyobject(vm), green.to_pyobject(vm), blue.to_pyobject(vm), alpha.to_pyobject(vm)];
                vm.ctx.new_tuple(parts.to_vec()).into()
            }
        }
    }

    /// The names of all colours with their hexadecimal digits.
    #[pyfunction]
    fn colour_names(vm: &VirtualMachine) -> PyObjectRef {
        let pair = |(name, digits): (&str, &str)| -> PyObjectRef {
            vm.ctx.new_tuple(vec![vm.ctx.new_str(name).into(), vm.ctx.new_str(digits).into()]).into()
        };
        vm.ctx.new_list(colours::colour_names().into_iter().map(pair).collect()).into()
    }

    /// The names of all colormaps.
    #[pyfunction]
    fn map_names(vm: &VirtualMachine) -> PyObjectRef {
        let names = colours::map_names().into_iter().map(|name| vm.ctx.new_str(name).into());
        vm.ctx.new_list(names.collect()).into()
    }

    /// The colours of a map as a list of numbers, three a colour, and whether they are few and of their own.
    #[pyfunction]
    fn map(name: String, vm: &VirtualMachine) -> PyObjectRef {
        match colours::map(&name) {
            None => vm.ctx.none(),
            Some((colours, own)) => {
                let numbers = floats(colours.into_iter().flatten().collect(), vm);
                vm.ctx.new_tuple(vec![numbers, own.to_pyobject(vm)]).into()
            }
        }
    }

    fn floats(numbers: Vec<f64>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_list(numbers.into_iter().map(|number| vm.ctx.new_float(number).into()).collect()).into()
    }

    fn figure_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Figure> {
        let figure: Figure = read(object, vm)?;
        checked(&figure, vm)?;
        Ok(figure)
    }

    fn checked(figure: &Figure, vm: &VirtualMachine) -> PyResult<()> {
        let fits = |length: f64| length > 0.0 && length < LARGEST;
        if fits(figure.width) && fits(figure.height) && fits(figure.dpi) {
            return Ok(());
        }
        Err(vm.new_value_error(format!(
            "a figure of {} by {} inches with {} dots per inch cannot be drawn",
            figure.width, figure.height, figure.dpi
        )))
    }

    fn read<T: DeserializeOwned>(object: &PyObject, vm: &VirtualMachine) -> PyResult<T> {
        let value = value_of(object, 0, vm)?;
        value.read().map_err(|error| vm.new_type_error(format!("a figure cannot be drawn: {error}")))
    }

    fn value_of(object: &PyObject, depth: usize, vm: &VirtualMachine) -> PyResult<Value> {
        if depth > DEEPEST {
            return Err(vm.new_value_error("a figure is described too deeply"));
        }
        if vm.is_none(object) {
            return Ok(Value::Nothing);
        }
        if object.is(&vm.ctx.true_value) || object.is(&vm.ctx.false_value) {
            return Ok(Value::Truth(object.is(&vm.ctx.true_value)));
        }
        if let Some(number) = object.downcast_ref::<PyFloat>() {
            return Ok(Value::Number(number.to_f64()));
        }
        if object.downcast_ref::<PyInt>().is_some() {
            return Ok(Value::Number(object.try_float(vm)?.to_f64()));
        }
        if let Some(text) = object.downcast_ref::<PyStr>() {
            return Ok(Value::Text(text.to_string_lossy().into_owned()));
        }
        if let Some(list) = object.downcast_ref::<PyList>() {
            let items = list.borrow_vec().to_vec();
            return list_of(&items, depth, vm);
        }
        if let Some(tuple) = object.downcast_ref::<PyTuple>() {
            return list_of(tuple.as_slice(), depth, vm);
        }
        if let Some(dict) = object.downcast_ref_if_exact::<PyDict>(vm) {
            let mut map = Vec::new();
            for (key, value) in dict {
                map.push((key.str(vm)?.to_string_lossy().into_owned(), value_of(&value, depth + 1, vm)?));
            }
            return Ok(Value::Map(map));
        }
        // Arrays and their scalars.
        let list = vm.call_method(object, "tolist", ())?;
        value_of(&list, depth + 1, vm)
    }

    /// A list; numbers alone stay together.
    fn list_of(items: &[PyObjectRef], depth: usize, vm: &VirtualMachine) -> PyResult<Value> {
        let number = |item: &PyObjectRef| item.downcast_ref::<PyFloat>().map(|number| number.to_f64());
        if let Some(numbers) = items.iter().map(number).collect::<Option<Vec<f64>>>() {
            return Ok(Value::Numbers(numbers));
        }
        items.iter().map(|item| value_of(item, depth + 1, vm)).collect::<PyResult<_>>().map(Value::List)
    }
}
