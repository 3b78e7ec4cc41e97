//! A module that notes which of its functions are called.

use super::wasm::{PAGE, Result, Wasm};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, Instruction, MemArg, MemoryType, Module};
use wasmparser::{FunctionBody, Parser};

/// The module, and where in its memory the notes are.
pub(super) struct Counted {
    pub wasm: Vec<u8>,
    /// Where the first function's byte is; it is 1 once the function was called. Imported functions have none.
    pub address: u64,
    /// How many functions there are.
    pub functions: u64,
}

/// Adds the notes behind the memory that `wasm` begins with: an allocator asks for its memory from there on, and gets
/// what is behind the notes.
pub(super) fn counted(wasm: &[u8]) -> Result<Counted> {
    let parts = Wasm::read(wasm)?;
    let (address, functions) = (parts.memory.initial * PAGE, parts.bodies.len() as u64);
    let mut noting = Noting { pages: functions.div_ceil(PAGE), next: address as i32 };
    let mut module = Module::new();
    noting.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|problem| problem.to_string())?;
    Ok(Counted { wasm: module.finish(), address, functions })
}

struct Noting {
    pages: u64,
    next: i32,
}

impl Reencode for Noting {
    type Error = std::convert::Infallible;

    fn memory_type(
        &mut self,
        ty: wasmparser::MemoryType,
    ) -> std::result::Result<MemoryType, Error<Self::Error>> {
        let memory = utils::memory_type(self, ty);
        Ok(MemoryType { minimum: memory.minimum + self.pages, ..memory })
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> std::result::Result<(), Error<Self::Error>> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        function.instruction(&Instruction::I32Const(self.next));
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::I32Store8(MemArg { offset: 0, align: 0, memory_index: 0 }));
        self.next += 1;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            function.instruction(&self.parse_instruction(&mut operators)?);
        }
        code.function(&function);
        Ok(())
    }
}
