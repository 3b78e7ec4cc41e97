//! Seeded randomness, bit for bit as numpy has it.
