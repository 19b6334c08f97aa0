//! What the program shows: a bar while it works, and numbers at the end.

use clerk_client::bulk::Progress;
use indicatif::{ProgressBar, ProgressStyle};

/// A bar on a terminal, and nothing elsewhere.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    pub(crate) fn new(total: Option<u64>) -> Self {
        let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {msg}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    pub(crate) fn show(&self, progress: &Progress) {
        self.0.set_position(progress.done());
        self.0.set_message(progress.to_string());
    }

    /// Counts one more.
    pub(crate) fn tick(&self) {
        self.0.inc(1);
        self.0.set_message(format!("{}, {:.0} per second", self.0.position(), self.0.per_sec()));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

pub(crate) fn counted(what: &str, number: u64) {
    println!("{number:>9} {what}");
}
