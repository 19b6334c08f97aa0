//! CPU time and allocations, side by side in this process.

use std::time::Duration;

use cpu_time::ThreadTime;

use super::side::{self, Side, Sides};
use super::task::{Outcome, Task};

const ROUNDS: usize = 40;

/// Calls over HTTP: the sides take turns, so that a change of the machine's speed meets all of them.
pub(crate) fn calls(
    runtime: &tokio::runtime::Runtime,
    sides: &Sides,
    way: &str,
    tasks: &[Task],
) -> Result<(), Box<dyn std::error::Error>> {
    for &task in tasks {
        let calls = task.repetitions(200, 2);
        let mut call = |side| runtime.block_on(sides.run(side, task));
        let times = median_times(calls, &mut call)?;
        row(&format!("{way}{} CPU µs", task.name()), times.map(|time| time.as_secs_f64() * 1e6 / calls as f64));
        row(&format!("{way}{} allocations", task.name()), Side::ALL.map(|side| allocations(|| call(side))));
    }
    Ok(())
}

pub(crate) fn decoding() -> Result<(), Box<dyn std::error::Error>> {
    for task in Task::ALL {
        let body = task.body();
        let decodings = task.repetitions(500, 2);
        let mut decode = |side| side::decode(side, task, body.as_bytes());
        let times = median_times(decodings, &mut decode)?;
        let megabytes = (body.len() * decodings) as f64 / 1e6;
        row(&format!("{} decode MB/s", task.name()), times.map(|time| megabytes / time.as_secs_f64()));
        row(&format!("{} decode allocations", task.name()), Side::ALL.map(|side| allocations(|| decode(side))));
    }
    Ok(())
}

fn median_times(
    times: usize,
    work: &mut dyn FnMut(Side) -> Outcome,
) -> Result<[Duration; 4], Box<dyn std::error::Error>> {
    let mut samples: [Vec<Duration>; 4] = Default::default();
    for round in 0..=ROUNDS {
        for (samples, side) in samples.iter_mut().zip(Side::ALL) {
            let start = ThreadTime::now();
            for _ in 0..times {
                work(side)?;
            }
            // The first round warms up.
            if round > 0 {
                samples.push(start.elapsed());
            }
        }
    }
    Ok(samples.map(|mut samples| {
        samples.sort();
        samples[samples.len() / 2]
    }))
}

fn allocations(mut work: impl FnMut() -> Outcome) -> f64 {
    let counted = allocation_counter::measure(|| {
        for _ in 0..10 {
            let _ = work();
        }
    });
    counted.count_total as f64 / 10.0
}

/// One line of the report: the figures, and ours as a share of each rival's.
pub(crate) fn row(label: &str, [ours, direct, usual, best]: [f64; 4]) {
    println!(
        "{label:<32} ours {ours:>12.1}   direct {direct:>12.1}   usual {usual:>12.1}   best {best:>12.1}   \
         ours/usual {:.2}   ours/best {:.2}   direct/usual {:.2}",
        ours / usual,
        ours / best,
        direct / usual,
    );
}
