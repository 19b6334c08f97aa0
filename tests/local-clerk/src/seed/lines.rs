//! Counts the lines of a text, going through it once.

use std::iter::Peekable;

/// The lines that come one after another.
pub(super) struct Lines<I: Iterator<Item = usize>> {
    /// Where the text's lines end, each looked at once.
    ends: Peekable<I>,
    line: usize,
}

impl<I: Iterator<Item = usize>> Lines<I> {
    pub(super) fn new(ends: I) -> Self {
        Self { ends: ends.peekable(), line: 1 }
    }

    /// The line, counted from 1, of a place that is not before the last one asked for.
    pub(super) fn at(&mut self, offset: usize) -> usize {
        while self.ends.next_if(|end| *end < offset).is_some() {
            self.line += 1;
        }
        self.line
    }
}
