//! `_yaml`: what the package `yaml` has in Rust: scanning, the kinds of plain scalars, and laying text out.
//!
//! The parts below know no Python. Events and nodes cross as tuples, all of a text at once.

mod emit;
mod events;
mod resolve;
mod scalar;
mod trouble;
mod write;

pub(super) use _yaml::module_def;

#[rustpython_vm::pymodule]
mod _yaml {
    use super::emit::{self, Body, Layout, Node};
    use super::events::{self, Event, Kind, Mark};
    use super::resolve;
    use super::trouble::{Class, Trouble};
    use rustpython_vm::builtins::{PyListRef, PyStrRef, PyTupleRef};
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    /// The events of a text, and its first error or `None`.
    ///
    /// An event is `(kind, value, style, anchor, tag, start, end)`, an error `(class, context, its mark, problem, its
    /// mark)`, a mark `(index, line, column)`.
    #[pyfunction]
    fn events(text: PyStrRef, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        let text = text.to_string_lossy();
        let (found, trouble) = events::events(&text);
        let found = found.into_iter().map(|event| told(event, vm).into()).collect();
        let trouble = trouble.map_or_else(|| vm.ctx.none(), |trouble| error(trouble, vm).into());
        Ok(vm.ctx.new_tuple(vec![vm.ctx.new_list(found).into(), trouble]))
    }

    /// The tag of a plain scalar without its prefix.
    #[pyfunction]
    fn resolve(text: PyStrRef) -> &'static str {
        text.to_str().map_or("str", resolve::tag)
    }

    /// Trees of nodes `(kind, anchor, tag, value, style)` as text: `emit(documents, indent, width, allow_unicode,
    /// line_break, explicit_start, explicit_end)`.
    #[pyfunction]
    fn emit(arguments: FuncArgs, vm: &VirtualMachine) -> PyResult<String> {
        type Settings = (PyListRef, usize, f64, bool, String, bool, bool);
        let (documents, indent, width, allow_unicode, line_break, explicit_start, explicit_end): Settings =
            arguments.bind(vm)?;
        let layout = Layout { indent, width, allow_unicode, line_break, explicit_start, explicit_end };
        let trees = documents.borrow_vec().to_vec();
        let nodes = trees.into_iter().map(|tree| node(tree, vm)).collect::<PyResult<Vec<_>>>()?;
        Ok(emit::emit(&nodes, &layout))
    }

    fn mark(mark: Mark, vm: &VirtualMachine) -> PyObjectRef {
        let counts = [mark.index, mark.line, mark.column];
        vm.ctx.new_tuple(counts.map(|count| vm.ctx.new_int(count).into()).to_vec()).into()
    }

    fn text(text: &str, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_str(text).into()
    }

    fn told(event: Event, vm: &VirtualMachine) -> PyTupleRef {
        let none = || vm.ctx.none();
        let flow = |flow: bool| vm.ctx.new_bool(flow).into();
        let (kind, value, style) = match event.kind {
            Kind::Document => ("document", none(), none()),
            Kind::DocumentEnd => ("document end", none(), none()),
            Kind::Alias(anchor) => ("alias", vm.ctx.new_int(anchor).into(), none()),
            Kind::Scalar(value, style) => {
                let style = style.map_or_else(none, |style| text(&style.to_string(), vm));
                ("scalar", text(&value, vm), style)
            }
            Kind::Sequence(in_flow) => ("sequence", flow(in_flow), none()),
            Kind::Mapping(in_flow) => ("mapping", flow(in_flow), none()),
            Kind::End => ("end", none(), none()),
        };
        let tag = event.tag.map_or_else(none, |tag| text(&tag, vm));
        let anchor = vm.ctx.new_int(event.anchor).into();
        let (start, end) = (mark(event.start, vm), mark(event.end, vm));
        vm.ctx.new_tuple(vec![text(kind, vm), value, style, anchor, tag, start, end])
    }

    fn error(trouble: Trouble, vm: &VirtualMachine) -> PyTupleRef {
        let class = match trouble.class {
            Class::Reader => "reader",
            Class::Scanner => "scanner",
            Class::Parser => "parser",
            Class::Composer => "composer",
        };
        let (context, context_mark) = match trouble.context {
            Some((context, at)) => (text(&context, vm), mark(at, vm)),
            None => (vm.ctx.none(), vm.ctx.none()),
        };
        let problem = text(&trouble.problem, vm);
        vm.ctx.new_tuple(vec![text(class, vm), context, context_mark, problem, mark(trouble.mark, vm)])
    }

    fn node(tree: PyObjectRef, vm: &VirtualMachine) -> PyResult<Node> {
        let parts = tree.try_into_value::<PyTupleRef>(vm)?;
        let [kind, anchor, tag, value, style] = parts.as_slice() else {
            return Err(vm.new_type_error("a node has five parts"));
        };
        let body = match kind.clone().try_into_value::<String>(vm)?.as_str() {
            "alias" => Body::Alias,
            "scalar" => {
                let style = style.clone().try_into_value::<Option<String>>(vm)?;
                Body::Scalar(value.clone().try_into_value(vm)?, style.and_then(|style| style.chars().next()))
            }
            "sequence" => Body::Sequence(nodes(value, vm)?, style.clone().is_true(vm)?),
            _ => {
                let mut halves = nodes(value, vm)?.into_iter();
                let pairs = std::iter::from_fn(|| halves.next().zip(halves.next()));
                Body::Mapping(pairs.collect(), style.clone().is_true(vm)?)
            }
        };
        Ok(Node { anchor: anchor.clone().try_into_value(vm)?, tag: tag.clone().try_into_value(vm)?, body })
    }

    fn nodes(list: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<Node>> {
        let members: Vec<PyObjectRef> = list.clone().try_into_value(vm)?;
        members.into_iter().map(|member| vm.with_recursion("in emit", || node(member, vm))).collect()
    }
}
