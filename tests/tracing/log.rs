//! A subscriber that keeps all it hears as text, each thread's by itself.

use std::cell::RefCell;
use std::fmt::Write as _;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

thread_local! {
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
}

struct Log;

/// From here on, all is heard. Each test has a thread, and with it a text, of its own.
pub(super) fn start() {
    // The first test of the process does it for all.
    let _ = tracing::subscriber::set_global_default(Log);
}

pub(super) fn text() -> String {
    TEXT.with_borrow(Clone::clone)
}

pub(super) fn line(text: &str) {
    TEXT.with_borrow_mut(|all| writeln!(all, "{text}")).unwrap();
}

fn write(what: &str, metadata: Option<&Metadata<'_>>, values: impl FnOnce(&mut dyn Visit)) {
    let mut text = Line(format!("{what} {}", metadata.map_or("", |metadata| metadata.target())));
    values(&mut text);
    line(&text.0);
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        write("span", Some(span.metadata()), |visit| span.record(visit));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        write("record", None, |visit| values.record(visit));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        write("event", Some(event.metadata()), |visit| event.record(visit));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
