//! SQL's patterns: `%` stands for any text, `_` for one character, and nothing escapes them.

/// Whether the whole of `text` fits the pattern.
pub(super) fn like(text: &str, pattern: &str) -> bool {
    let (text, pattern): (Vec<char>, Vec<char>) = (text.chars().collect(), pattern.chars().collect());
    let (mut at, mut place) = (0, 0);
    // The last `%`, and where in the text what stands behind it was tried last.
    let mut retry: Option<(usize, usize)> = None;
    while at < text.len() {
        match pattern.get(place) {
            Some('%') => {
                retry = Some((place, at));
                place += 1;
            }
            Some(c) if *c == '_' || *c == text[at] => {
                at += 1;
                place += 1;
            }
            _ => {
                let Some((any, tried)) = retry else { return false };
                retry = Some((any, tried + 1));
                (at, place) = (tried + 1, any + 1);
            }
        }
    }
    pattern[place..].iter().all(|c| *c == '%')
}
