//! A module that begins with a memory that was filled before.

use super::wasm::{PAGE, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ConstExpr, DataSection, MemoryType, Module};
use wasmparser::{DataSectionReader, Parser};

/// So many zeros between two pieces of data are cheaper as zeros than as the head of a new piece.
const GAP: usize = 64;

/// `wasm` as it is, but that its memory begins as `memory`.
pub(super) fn with_memory(wasm: &[u8], memory: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let parser = Parser::new(0);
    Filled(memory).parse_core_module(&mut module, parser, wasm).map_err(|problem| problem.to_string())?;
    Ok(module.finish())
}

struct Filled<'a>(&'a [u8]);

impl Reencode for Filled<'_> {
    type Error = std::convert::Infallible;

    fn memory_type(
        &mut self,
        ty: wasmparser::MemoryType,
    ) -> std::result::Result<MemoryType, Error<Self::Error>> {
        Ok(MemoryType { minimum: self.0.len() as u64 / PAGE, ..utils::memory_type(self, ty) })
    }

    fn parse_data_section(
        &mut self,
        data: &mut DataSection,
        _: DataSectionReader<'_>,
    ) -> std::result::Result<(), Error<Self::Error>> {
        for (offset, bytes) in pieces(self.0) {
            data.active(0, &ConstExpr::i32_const(offset as i32), bytes.iter().copied());
        }
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> std::result::Result<u32, Error<Self::Error>> {
        Ok(pieces(self.0).len() as u32)
    }
}

/// What is not zero, with its offset.
fn pieces(memory: &[u8]) -> Vec<(usize, &[u8])> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in memory.iter().enumerate().filter(|(_, byte)| **byte != 0) {
        match found.last_mut() {
            Some((_, end)) if at - *end <= GAP => *end = at + 1,
            _ => found.push((at, at + 1)),
        }
    }
    found.into_iter().map(|(start, end)| (start, &memory[start..end])).collect()
}
