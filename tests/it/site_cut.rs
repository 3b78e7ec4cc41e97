//! A module that is cut in two does what the whole one does, and brings its rest only when it must.
#![allow(clippy::expect_used)]

use mlops_dojo::site::engine::cut::cut;
use std::borrow::Cow;
use std::process::Command;
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, MemArg, MemorySection,
    MemoryType, Module, RefType, TableSection, TableType, TypeSection, ValType,
};

/// Its functions, after the imported `bring`: `twice` calls nothing, `add` is in the table and counts its calls in the
/// memory and in a global, `far` calls `twice`, and `near` calls `far` directly and `add` through the table.
const TWICE: u32 = 1;
const ADD: u32 = 2;
const FAR: u32 = 3;
const NEAR: u32 = 4;

fn whole() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    types.ty().function([ValType::I32], [ValType::I32]);
    types.ty().function([ValType::I32, ValType::I32], [ValType::I32]);
    let mut imports = ImportSection::new();
    imports.import("page", "__bringRest__", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    [1, 2, 1, 1].into_iter().for_each(|ty| {
        functions.function(ty);
    });
    let mut tables = TableSection::new();
    let size = |minimum, maximum| TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum,
        maximum,
        shared: false,
    };
    tables.table(size(2, Some(2)));
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut globals = GlobalSection::new();
    let counter = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
    globals.global(counter, &ConstExpr::i32_const(0));
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    for (name, function) in [("twice", TWICE), ("far", FAR), ("near", NEAR)] {
        exports.export(name, ExportKind::Func, function);
    }
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(Cow::Borrowed(&[ADD])));
    let at_zero = MemArg { offset: 0, align: 2, memory_index: 0 };
    let bodies: [&[Instruction]; 4] = [
        &[Instruction::LocalGet(0), Instruction::I32Const(2), Instruction::I32Mul],
        &[
            Instruction::GlobalGet(0),
            Instruction::I32Const(1),
            Instruction::I32Add,
            Instruction::GlobalSet(0),
            Instruction::I32Const(0),
            Instruction::GlobalGet(0),
            Instruction::I32Store(at_zero),
            Instruction::LocalGet(0),
            Instruction::LocalGet(1),
            Instruction::I32Add,
        ],
        &[Instruction::LocalGet(0), Instruction::Call(TWICE), Instruction::I32Const(1), Instruction::I32Add],
        &[
            Instruction::LocalGet(0),
            Instruction::Call(FAR),
            Instruction::I32Const(100),
            Instruction::I32Const(1),
            Instruction::CallIndirect { type_index: 2, table_index: 0 },
        ],
    ];
    let mut code = CodeSection::new();
    for body in bodies {
        let mut function = Function::new([]);
        body.iter().for_each(|instruction| {
            function.instruction(instruction);
        });
        function.instruction(&Instruction::End);
        code.function(&function);
    }
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
    module.section(&globals).section(&exports).section(&elements).section(&code);
    module.finish()
}

/// Calls `name(5)` twice in the module that is cut so: what comes, how often the rest was brought, and how many calls of
/// `add` the memory has counted.
fn run(called: [bool; 4], name: &str) -> String {
    let halves = cut(&whole(), &called, "_bringRest_").expect("a cut");
    let bytes = |bytes: &[u8]| serde_json::to_string(bytes).expect("numbers");
    let script = format!(
        "let brought = 0;
        const page = {{ __bringRest__() {{
            brought += 1;
            const table = new Proxy({{}}, {{ get: (_, place) => exports.functions.get(Number(place)) }});
            const rest = new WebAssembly.Module(new Uint8Array({rest}));
            new WebAssembly.Instance(rest, {{ first: exports, table }});
        }} }};
        const module = new WebAssembly.Module(new Uint8Array({first}));
        const {{ exports }} = new WebAssembly.Instance(module, {{ page }});
        const said = [exports.{name}(5), exports.{name}(5)];
        console.log(...said, brought, new Int32Array(exports.memory.buffer)[0]);",
        rest = bytes(&halves.rest),
        first = bytes(&halves.first),
    );
    let done = Command::new("node").args(["-e", &script]).output().expect("node");
    assert!(done.status.success(), "{called:?} {name}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).trim().to_owned()
}

#[test]
fn every_cut_does_what_the_whole_does() {
    for cut in 0..16 {
        let called = [0, 1, 2, 3].map(|bit| cut >> bit & 1 == 1);
        let [twice, add, far, near] = called.map(|called| i32::from(!called));
        assert_eq!(run(called, "twice"), format!("10 10 {twice} 0"), "{called:?}");
        assert_eq!(run(called, "far"), format!("11 11 {} 0", far.max(twice)), "{called:?}");
        let brought = near.max(far).max(twice).max(add);
        assert_eq!(run(called, "near"), format!("111 111 {brought} 2"), "{called:?}");
    }
}

#[test]
fn what_cannot_be_cut_is_refused() {
    let said = |bytes: &[u8], called: &[bool], bring: &str| cut(bytes, called, bring).expect_err("a refusal");
    assert!(said(b"no wasm", &[], "x").contains("magic"), "{}", said(b"no wasm", &[], "x"));
    assert_eq!(said(&whole(), &[true; 3], "_bringRest_"), "3 functions were watched, it has 4");
    assert!(said(&whole(), &[true; 4], "_nobody_").contains("does not import"));
}
