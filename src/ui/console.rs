//! What a program has printed and shown; texts in blocks, so that a long output is not drawn anew with every line.

use crate::plot::picture::Picture;
use crate::world::program::{Output, Stream};
use leptos::prelude::*;
use std::sync::Arc;

/// A block is full at so many bytes.
const BLOCK_BYTES: usize = 8 << 10;

/// Text of one stream.
#[derive(Clone, Copy)]
pub struct Block {
    /// Where it was printed to.
    pub stream: Stream,
    /// The text so far.
    pub text: RwSignal<String>,
}

/// The blocks in the order of printing. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Console {
    /// The blocks.
    pub blocks: RwSignal<Vec<Block>>,
    /// The figures that were shown.
    pub figures: RwSignal<Vec<Arc<Picture>>>,
    /// Whether more was printed than is shown.
    pub cut: RwSignal<bool>,
}

impl Console {
    /// An empty one.
    pub fn new() -> Self {
        Self { blocks: RwSignal::default(), figures: RwSignal::default(), cut: RwSignal::new(false) }
    }

    /// Shows what was printed.
    pub fn print(self, output: Output) {
        match output {
            Output::Cut => self.cut.set(true),
            Output::Figure(picture) => self.figures.update(|figures| figures.push(Arc::from(picture))),
            Output::Text { stream, text } => {
                let last = self.blocks.with_untracked(|blocks| blocks.last().copied());
                let open = last.filter(|block| {
                    block.stream == stream && block.text.with_untracked(|text| text.len() < BLOCK_BYTES)
                });
                match open {
                    Some(block) => block.text.update(|shown| shown.push_str(&text)),
                    None => {
                        self.blocks.update(|blocks| blocks.push(Block { stream, text: RwSignal::new(text) }));
                    }
                }
            }
        }
    }

    /// Shows nothing.
    pub fn clear(self) {
        self.cut.set(false);
        self.blocks.set(Vec::new());
        self.figures.set(Vec::new());
    }
}

impl Default for Console {
    fn default() -> Self {
        Self::new()
    }
}
