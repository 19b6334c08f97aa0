//! Calls a local Clerk that fails at random, for a minute, and then compares what the client believes with what the server holds.
//!
//! `cargo run --release --example soak -- [--seconds 60] [--seed N]`. Several workers create, change, read and delete users of their
//! own while requests are refused, cut off, delayed and lost, before and after they took effect. A write whose error says
//! `may_have_run()` leaves the user in doubt until a read settles it; one whose error says that it did not run is read back too, and
//! must have changed nothing. At the end the faults stop, and every user must be as believed: none lost, none doubled, and
//! memory no larger than it was. Exits with 1 on any discrepancy. The seed repeats the choices, not their timing.

#![allow(missing_docs, reason = "a program")]

mod account;
mod arguments;
mod audit;
mod change;
mod faults;
mod figures;
mod memory;
mod setup;
mod worker;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anstream::{eprintln, println};
use arguments::Arguments;
use figures::Figures;
use local_clerk::LocalClerk;
use memory::Memory;
use tokio::task::JoinSet;
use tokio::time::Instant;
use worker::Worker;

const WORKERS: usize = 12;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    match soak().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("soak: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn soak() -> Outcome<bool> {
    let arguments = Arguments::read(std::env::args().skip(1))?;
    let Arguments { seconds, seed } = arguments;
    println!("{WORKERS} workers for {seconds} seconds, --seed {seed}");
    let clerk = setup::clerk(seed).await?;
    let figures = Arc::new(Figures::default());
    let client = setup::client(&clerk, seed, &figures)?;
    let workers = (0..WORKERS).map(|number| Worker::new(number, seed, client.clone(), Arc::clone(&figures)));
    faults::inject(&clerk);
    let (workers, memory) = work(workers, Duration::from_secs(seconds)).await?;
    let workers = settle(&clerk, workers).await;
    audit::compare(&client, &workers, &figures).await;
    audit::count(&clerk, &workers, &figures);
    if let Some(growth) = memory.growth() {
        figures.wrong(growth);
    }
    figures.print(clerk.user_count(), &memory);
    clerk.shutdown().await;
    Ok(figures.is_clean())
}

/// Lets all workers work side by side until the time is over.
async fn work(workers: impl Iterator<Item = Worker>, time: Duration) -> Outcome<(Vec<Worker>, Memory)> {
    let end = Instant::now() + time;
    let mut working = JoinSet::new();
    for mut worker in workers {
        working.spawn(async move {
            worker.work(end).await;
            worker
        });
    }
    let memory = Memory::watch(end).await;
    let mut workers = Vec::new();
    while let Some(worker) = working.join_next().await {
        workers.push(worker?);
    }
    Ok((workers, memory))
}

/// Without faults, every doubt can be settled.
async fn settle(clerk: &LocalClerk, mut workers: Vec<Worker>) -> Vec<Worker> {
    clerk.faults().clear();
    for worker in &mut workers {
        worker.settle().await;
    }
    workers
}
