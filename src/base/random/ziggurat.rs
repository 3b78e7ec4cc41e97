//! Normal and exponential deviates by the ziggurat method, as numpy's new generator draws them. Knows no scale.

use super::Bits;

/// Where the tail of the normal density begins.
const NORMAL_TAIL: f64 = 3.654_152_885_361_009;
const INVERSE_NORMAL_TAIL: f64 = 0.273_661_237_329_758_3;
/// Where the tail of the exponential density begins.
const EXPONENTIAL_TAIL: f64 = 7.697_117_470_131_05;

type Table = [u64; 256];

/// numpy's tables, one after the other, as little-endian words. Most could be computed, but numpy's own digits
/// carry the rounding errors of how they were first made, and one other digit is another number drawn.
static TABLES: [Table; 6] = read(include_bytes!("ziggurat.tables"));

const fn read(bytes: &[u8; 6 * 256 * 8]) -> [Table; 6] {
    let mut tables = [[0; 256]; 6];
    let mut at = 0;
    while at < bytes.len() {
        tables[at / 2048][at / 8 % 256] |= (bytes[at] as u64) << (at % 8 * 8);
        at += 1;
    }
    tables
}

/// The layers of a density.
struct Layers {
    /// Below this the point is surely under the density.
    inside: &'static Table,
    /// The width of a layer a random unit, as bits of a float.
    width: &'static Table,
    /// The density at the edge of a layer, as bits of a float.
    height: &'static Table,
}

static NORMAL: Layers = Layers { inside: &TABLES[0], width: &TABLES[1], height: &TABLES[2] };
static EXPONENTIAL: Layers = Layers { inside: &TABLES[3], width: &TABLES[4], height: &TABLES[5] };

impl Layers {
    fn at(&self, layer: u8, units: u64) -> f64 {
        units as f64 * f64::from_bits(self.width[usize::from(layer)])
    }

    fn surely(&self, layer: u8, units: u64) -> bool {
        units < self.inside[usize::from(layer)]
    }

    /// A height drawn between the edges of a layer that is not the lowest.
    fn height(&self, layer: u8, draw: f64) -> f64 {
        let edge = |index: u8| f64::from_bits(self.height[usize::from(index)]);
        (edge(layer.wrapping_sub(1)) - edge(layer)) * draw + edge(layer)
    }
}

/// A standard normal deviate.
pub fn normal(bits: &mut impl Bits) -> f64 {
    loop {
        let drawn = bits.next_double_word();
        let layer = drawn as u8;
        let negative = (drawn >> 8) & 1 == 1;
        let units = (drawn >> 9) & 0x000f_ffff_ffff_ffff;
        let size = NORMAL.at(layer, units);
        let deviate = if negative { -size } else { size };
        if NORMAL.surely(layer, units) {
            return deviate;
        }
        if layer == 0 {
            return normal_tail(bits, (units >> 8) & 1 == 1);
        }
        if NORMAL.height(layer, bits.next_double()) < (-0.5 * size * size).exp() {
            return deviate;
        }
    }
}

fn normal_tail(bits: &mut impl Bits, negative: bool) -> f64 {
    loop {
        let beyond = -INVERSE_NORMAL_TAIL * (-bits.next_double()).ln_1p();
        let height = -(-bits.next_double()).ln_1p();
        if height + height > beyond * beyond {
            return if negative { -(NORMAL_TAIL + beyond) } else { NORMAL_TAIL + beyond };
        }
    }
}

/// A standard exponential deviate.
pub fn exponential(bits: &mut impl Bits) -> f64 {
    loop {
        let drawn = bits.next_double_word() >> 3;
        let (layer, units) = (drawn as u8, drawn >> 8);
        let deviate = EXPONENTIAL.at(layer, units);
        if EXPONENTIAL.surely(layer, units) {
            return deviate;
        }
        if layer == 0 {
            return EXPONENTIAL_TAIL - (-bits.next_double()).ln_1p();
        }
        if EXPONENTIAL.height(layer, bits.next_double()) < (-deviate).exp() {
            return deviate;
        }
    }
}
