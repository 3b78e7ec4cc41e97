//! The drawing of the site's mark, which stands on the page and in the text before it.

/// A dojo's gate, which is also the letter π of a pipeline; in a box of 20 × 20.
pub const MARK: &str = "M2.5 5.5c5 1.5 10 1.5 15 0M4 9h12M6.5 6v11M13.5 6v11";
