//! In which styles a text can be written.

/// What a text allows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Styles {
    pub(super) empty: bool,
    pub(super) multiline: bool,
    /// Without quotes inside brackets.
    pub(super) flow_plain: bool,
    /// Without quotes elsewhere.
    pub(super) block_plain: bool,
    pub(super) single_quoted: bool,
    /// After `|` or `>`.
    pub(super) block: bool,
}

pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_white(c: char) -> bool {
    is_break(c) || matches!(c, '\0' | ' ' | '\t' | '\r')
}

/// Characters beyond ASCII that may be written as they are.
fn is_printable(c: char) -> bool {
    let ranges = ['\u{a0}'..='\u{d7ff}', '\u{e000}'..='\u{fffd}', '\u{10000}'..='\u{10fffe}'];
    c == '\u{85}' || (ranges.iter().any(|range| range.contains(&c)) && c != '\u{feff}')
}

/// Looks a text over.
pub(super) fn styles(text: &str, allow_unicode: bool) -> Styles {
    if text.is_empty() {
        return Styles {
            empty: true,
            multiline: false,
            flow_plain: false,
            block_plain: true,
            single_quoted: true,
            block: false,
        };
    }
    let characters: Vec<char> = text.chars().collect();
    let (in_flow, in_block) = indicators(&characters);
    let special = characters.iter().any(|&c| {
        let ascii = c == '\n' || (' '..='~').contains(&c);
        !(ascii || allow_unicode && is_printable(c))
    });
    let multiline = characters.iter().any(|&c| is_break(c));
    let pair = |first: fn(char) -> bool, second: fn(char) -> bool| {
        characters.windows(2).any(|two| first(two[0]) && second(two[1]))
    };
    let is_space = |c: char| c == ' ';
    let (break_space, space_break) = (pair(is_break, is_space), pair(is_space, is_break));
    let ends_in_space = text.ends_with(' ');
    let edges =
        text.starts_with([' ']) || text.starts_with(is_break) || ends_in_space || text.ends_with(is_break);
    let quotable = !(space_break || special);
    let plain = quotable && !edges && !break_space && !multiline;
    Styles {
        empty: false,
        multiline,
        flow_plain: plain && !in_flow,
        block_plain: plain && !in_block,
        single_quoted: quotable && !break_space,
        block: quotable && !ends_in_space,
    }
}

/// Whether a text without quotes would be taken for something else: inside brackets, and elsewhere.
fn indicators(characters: &[char]) -> (bool, bool) {
    let document = matches!(characters, ['-', '-', '-', ..] | ['.', '.', '.', ..]);
    let (mut in_flow, mut in_block) = (document, document);
    for (at, &c) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        let white_before = before.is_none_or(|&c| is_white(c));
        let white_after = characters.get(at + 1).is_none_or(|&c| is_white(c));
        let (flow, block) = match c {
            ':' => (true, white_after),
            '?' => (true, at == 0 && white_after),
            '-' if at == 0 => (white_after, white_after),
            '#' => (white_before, white_before),
            ',' | '[' | ']' | '{' | '}' => (true, at == 0),
            '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`' => (at == 0, at == 0),
            _ => (false, false),
        };
        in_flow |= flow;
        in_block |= block;
    }
    (in_flow, in_block)
}
