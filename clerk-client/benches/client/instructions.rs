//! Instructions per call and per decoding, counted by callgrind: the same whatever else the machine is doing.

use std::process::Command;

use super::measure::row;
use super::side::{self, Side, Sides};
use super::task::Task;

/// The argument with which the benchmark starts itself under valgrind.
pub(crate) const FLAG: &str = "--count";

/// Does the task `times` times; this is what is counted. Without a base URL, only the decoding is done.
pub(crate) fn run(base: &str, side: &str, task: &str, times: usize) -> Result<(), Box<dyn std::error::Error>> {
    let (Some(side), Some(task)) = (Side::parse(side), Task::parse(task)) else {
        return Err("unknown side or task".into());
    };
    if base.is_empty() {
        let body = task.body();
        return (0..times).try_for_each(|_| side::decode(side, task, body.as_bytes()).map(drop));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let sides = Sides::new(base)?;
    runtime.block_on(async {
        for _ in 0..times {
            sides.run(side, task).await?;
        }
        Ok(())
    })
}

pub(crate) fn compare(base: &str, way: &str, tasks: &[Task]) -> Result<(), Box<dyn std::error::Error>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("instructions: skipped, there is no valgrind");
        return Ok(());
    }
    for &task in tasks {
        let counts = Side::ALL.map(|side| per_task(base, side, task));
        row(&format!("{way}{} instructions", task.name()), counts.map(|count| count.unwrap_or(f64::NAN)));
    }
    Ok(())
}

/// The difference between a long and a short run, so that start-up does not count.
fn per_task(base: &str, side: Side, task: Task) -> Result<f64, Box<dyn std::error::Error>> {
    let (short, long) = (task.repetitions(100, 3), task.repetitions(600, 13));
    let difference = count(base, side, task, long)? - count(base, side, task, short)?;
    Ok(difference / (long - short) as f64)
}

fn count(base: &str, side: Side, task: Task, times: usize) -> Result<f64, Box<dyn std::error::Error>> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe()?)
        .args([FLAG, base, side.name(), task.name(), &times.to_string()])
        .output()?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    let collected = report.lines().find_map(|line| line.split_once("Collected : "));
    let (_, collected) = collected.ok_or_else(|| format!("valgrind said: {report}"))?;
    Ok(collected.trim().parse()?)
}
