//! A subscriber that keeps all it hears as text.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Writes down all that it is told.
#[derive(Clone)]
pub(super) struct Log {
    text: Arc<Mutex<String>>,
    target: &'static str,
}

impl Log {
    /// Hears the targets that begin so.
    pub(super) fn of(target: &'static str) -> Self {
        Self { text: Arc::default(), target }
    }

    pub(super) fn text(&self) -> String {
        self.text.lock().unwrap().clone()
    }

    pub(super) fn line(&self, text: &str) {
        writeln!(self.text.lock().unwrap(), "{text}").unwrap();
    }

    fn write(&self, what: &str, metadata: Option<&Metadata<'_>>, values: impl FnOnce(&mut dyn Visit)) {
        let mut line = Line(format!("{what} {}", metadata.map_or("", |metadata| metadata.name())));
        values(&mut line);
        self.line(&line.0);
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with(self.target)
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.write("span", Some(span.metadata()), |visit| span.record(visit));
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, values: &Record<'_>) {
        self.write("record", None, |visit| values.record(visit));
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        self.write("event", None, |visit| event.record(visit));
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}
