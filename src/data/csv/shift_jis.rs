//! Shift_JIS, by the Encoding Standard's decoder over its published index of JIS X 0208.
//!
//! A general decoder crate would add 132 kB to what is downloaded, the index alone adds 15 kB.

/// The text of Shift_JIS bytes; `None` when they are not valid, or look like another encoding.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut evidence = Evidence::default();
    let mut rest = bytes;
    while let Some((&lead, tail)) = rest.split_first() {
        rest = tail;
        let character = match lead {
            0x00..=0x80 => char::from(lead),
            0xA1..=0xDF => char::from_u32(0xFF61 + u32::from(lead - 0xA1))?,
            0x81..=0x9F | 0xE0..=0xFC => {
                let (&trail, tail) = rest.split_first()?;
                rest = tail;
                double(lead, trail)?
            }
            _ => return None,
        };
        evidence.weigh(lead);
        text.push(character);
    }
    evidence.is_japanese().then_some(text)
}

/// The character of two bytes.
fn double(lead: u8, trail: u8) -> Option<char> {
    let row = u16::from(lead) - if lead < 0xA0 { 0x81 } else { 0xC1 };
    let cell = match trail {
        0x40..=0x7E => trail - 0x40,
        0x80..=0xFC => trail - 0x41,
        _ => return None,
    };
    let pointer = row * 188 + u16::from(cell);
    if (8836..=10715).contains(&pointer) {
        // Microsoft's private characters.
        return char::from_u32(0xE000 - 8836 + u32::from(pointer));
    }
    char::from_u32(encoding_index_japanese::jis0208::forward(pointer)).filter(|found| *found != '\u{FFFF}')
}

/// Whether bytes that can be read as Shift_JIS are likely to be.
///
/// Western one-byte texts can be valid too: their accented letters (0xC0 to 0xFF) stand alone and would
/// read as single half-width katakana or as rare kanji. Kana, punctuation and the common kanji begin with
/// 0x81 to 0x9F.
#[derive(Default)]
struct Evidence {
    common: usize,
    half_width_runs: usize,
    doubtful: usize,
    after_half_width: bool,
}

impl Evidence {
    fn weigh(&mut self, lead: u8) {
        let half_width = (0xA1..=0xDF).contains(&lead);
        match lead {
            0x81..=0x9F => self.common += 1,
            0xA1..=0xDF if self.after_half_width => self.half_width_runs += 1,
            0xA1..=0xFC => self.doubtful += 1,
            _ => {}
        }
        self.after_half_width = half_width;
    }

    fn is_japanese(&self) -> bool {
        self.common + self.half_width_runs >= self.doubtful
    }
}
