//! What a program prints: the first lines at once, then in batches, and not without end.

use super::host::{Host, Stream};
use std::time::Duration;

/// So many lines are shown the moment they are printed.
const AT_ONCE: usize = 40;
/// A batch is handed on when it has so many bytes …
const BATCH_BYTES: usize = 8 << 10;
/// … or when its first line has waited so long.
const BATCH_TIME: Duration = Duration::from_millis(50);
/// All that is kept of one run.
const MOST_BYTES: usize = 1_000_000;
/// All lines that are kept of one run.
const MOST_LINES: usize = 50_000;

/// The two outputs of one run, in the order of printing.
#[derive(Debug, Default)]
pub struct Output {
    waiting: String,
    stream: Option<Stream>,
    since: Duration,
    bytes: usize,
    lines: usize,
    cut: bool,
}

impl Output {
    /// The program printed `text`.
    pub fn print(&mut self, stream: Stream, text: &str, host: &dyn Host) {
        if self.cut {
            return;
        }
        if self.stream != Some(stream) {
            self.flush(host);
            self.stream = Some(stream);
        }
        if self.waiting.is_empty() {
            self.since = host.elapsed();
        }
        let (kept, over) = self.within_bounds(text);
        self.waiting.push_str(kept);
        self.bytes += kept.len();
        self.lines += kept.matches('\n').count();
        if over {
            self.flush(host);
            self.cut = true;
            host.output_cut();
        } else if self.is_due(host) {
            self.flush(host);
        }
    }

    /// Hands on what waits.
    pub fn flush(&mut self, host: &dyn Host) {
        if let Some(stream) = self.stream
            && !self.waiting.is_empty()
        {
            host.print(stream, &std::mem::take(&mut self.waiting));
        }
    }

    fn is_due(&self, host: &dyn Host) -> bool {
        let early = self.lines <= AT_ONCE && self.waiting.ends_with('\n');
        early || self.waiting.len() >= BATCH_BYTES || host.elapsed().saturating_sub(self.since) >= BATCH_TIME
    }

    /// As much of `text` as may still be printed, and whether that is not all.
    fn within_bounds<'a>(&self, text: &'a str) -> (&'a str, bool) {
        let mut end = text.len();
        if self.bytes + end > MOST_BYTES {
            end = text.floor_char_boundary(MOST_BYTES - self.bytes);
        }
        let lines_left = MOST_LINES - self.lines;
        let after_the_last = match lines_left.checked_sub(1) {
            None => Some(0),
            Some(before) => text[..end].match_indices('\n').nth(before).map(|(at, _)| at + 1),
        };
        end = after_the_last.unwrap_or(end);
        (&text[..end], end < text.len())
    }
}
