//! The names of characters once: Python's parser asks version 1 for them, the rest of Python version 3, and each
//! brings tables of 370 KB (brotli) along.

pub use names::*;
