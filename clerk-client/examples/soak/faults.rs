//! What goes wrong, and how often.

use std::time::Duration;

use local_clerk::{Fault, LocalClerk};

use super::setup::ATTEMPT;

/// One request in six or so meets a fault: refused, failed before or after it took effect, or answered with something else.
pub(crate) fn inject(clerk: &LocalClerk) {
    for (chance, fault) in refusals().into_iter().chain(failures()).chain(slowness()) {
        clerk.faults().add(fault.chance(chance).always());
    }
}

/// These did not run, and the client can know.
fn refusals() -> Vec<(f64, Fault)> {
    vec![
        // Rare, since it holds up everyone who calls the same endpoint.
        (0.0005, Fault::status(429).retry_after("1")),
        (0.005, Fault::status(429).retry_after("0")),
        (0.005, Fault::status(429)),
        (0.005, Fault::status(503)),
        (0.005, Fault::status(521).body("<html>the origin is down</html>")),
    ]
}

/// Of these the client cannot know.
fn failures() -> Vec<(f64, Fault)> {
    let html = "<html>upstream failed</html>";
    vec![
        (0.010, Fault::status(500)),
        (0.010, Fault::status(500).after_commit()),
        (0.010, Fault::status(502).body(html)),
        (0.010, Fault::status(502).body(html).after_commit()),
        (0.005, Fault::status(503).body(html)),
        (0.005, Fault::status(503).body(html).after_commit()),
        (0.005, Fault::status(504).after_commit()),
        (0.010, Fault::reset()),
        (0.010, Fault::reset().after_commit()),
        (0.010, Fault::cut_body(0)),
        (0.010, Fault::cut_body(40)),
        (0.005, Fault::garbage()),
        (0.005, Fault::garbage().after_commit()),
    ]
}

fn slowness() -> Vec<(f64, Fault)> {
    vec![
        (0.030, Fault::delay(Duration::from_millis(5))),
        (0.001, Fault::delay(ATTEMPT * 2)),
        (0.001, Fault::stall_body(20, ATTEMPT * 2)),
    ]
}
