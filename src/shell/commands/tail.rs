//! `tail`: the end of files.

use super::head::{Amount, amount, print_pieces, with_old_counts};
use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "n:c:qvfF",
    &[("lines", "n"), ("bytes", "c"), ("quiet", "q"), ("silent", "q"), ("verbose", "v"), ("follow", "f")],
);

/// `tail [-n [+]lines] [-c [+]bytes] [-qv] [file…]`
pub fn tail(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let arguments = with_old_counts(call.arguments);
    let old = call.arguments.first().filter(|first| first[1.min(first.len())..].parse::<usize>().is_ok());
    if let Some(count) = old.filter(|first| first.starts_with('-') && call.arguments.len() > 2) {
        return call.fail(1, format!("option used in invalid context -- {}", &count[1..]));
    }
    let options = Call::new(call.shell, call.system, call.name, &arguments).options(KNOWN)?;
    if options.last_of("fF").is_some() {
        return call.fail(1, "-f: following is not carried here: no other command writes while one runs");
    }
    let amount = amount(call, &options)?;
    if options.operands.is_empty() {
        let bytes = call.input()?;
        call.print(&bytes[start_of(&bytes, amount)..])?;
        return Ok(0);
    }
    print_pieces(call, &options, |bytes| &bytes[start_of(bytes, amount)..])
}

/// Where the end that is wanted begins.
fn start_of(bytes: &[u8], amount: Amount) -> usize {
    let from_start = amount.sign == Some('+');
    if amount.bytes {
        let skipped = amount.count.saturating_sub(1).min(bytes.len());
        return if from_start { skipped } else { bytes.len().saturating_sub(amount.count) };
    }
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let skipped = if from_start {
        amount.count.saturating_sub(1)
    } else {
        lines.clone().count().saturating_sub(amount.count)
    };
    lines.take(skipped).map(<[u8]>::len).sum()
}
