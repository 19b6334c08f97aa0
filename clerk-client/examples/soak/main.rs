//! Runs mixed calls against a local Clerk that fails at random, and compares at the end what the client believes with what the
//! server has: `cargo run --release --example soak -- 60`.

#![allow(clippy::print_stdout, reason = "its output is its purpose")]

mod belief;
mod figures;
mod worker;

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clerk_client::Client;
use figures::Figures;
use local_clerk::{Fault, LocalClerk};
use worker::Worker;

const WORKERS: u64 = 8;
const KEPT: &str = "the journal is off, so that memory shows the client's";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let seconds = std::env::args().nth(1).map_or(Ok(60), |text| text.parse())?;
    let seed = std::env::args().nth(2).map_or(Ok(1), |text| text.parse())?;
    let clerk = LocalClerk::builder().journal_capacity(0).start().await?;
    println!("{seconds} s, {WORKERS} workers, seed {seed}; {KEPT}");
    faults().into_iter().for_each(|fault| clerk.faults().add(fault));
    let figures = Arc::new(Figures::default());
    let client = client(&clerk, &figures)?;
    let end = Instant::now() + Duration::from_secs(seconds);
    let workers = (0..WORKERS).map(|n| Worker::new(n, seed, client.clone(), Arc::clone(&figures)));
    let workers: Vec<_> = workers.map(|worker| tokio::spawn(worker.run(end))).collect();
    figures.watch_memory(end).await;
    let mut beliefs = Vec::new();
    for worker in workers {
        beliefs.extend(worker.await?);
    }
    clerk.faults().clear();
    let wrong = belief::compare(&client, &beliefs).await?;
    figures.print(seconds);
    println!("{} users believed, {} on the server, {wrong} differ", beliefs.len(), clerk.user_count());
    if wrong > 0 || beliefs.len() != clerk.user_count() || !figures.reads_agree() {
        return Err("what the client believes is not what the server has".into());
    }
    if figures.memory_is_flat() { Ok(()) } else { Err("memory grew".into()) }
}

fn client(clerk: &LocalClerk, figures: &Arc<Figures>) -> clerk_client::Result<Client> {
    let figures = Arc::clone(figures);
    Client::builder(clerk.secret_key())
        .base_url(clerk.base_url())
        .attempt_timeout(Duration::from_millis(500))
        .on_retry(move |retry| figures.retried(retry))
        .build()
}

/// A tenth of all requests goes wrong, in ten ways.
fn faults() -> Vec<Fault> {
    let faults = [
        Fault::reset(),
        Fault::reset().after_commit(),
        Fault::cut_body(10),
        Fault::status(500),
        Fault::status(500).after_commit(),
        Fault::status(503),
        Fault::status(524).body("<html>").after_commit(),
        Fault::status(429).retry_after("0"),
        Fault::delay(Duration::from_millis(20)),
        Fault::garbage().after_commit(),
    ];
    let slow = Fault::delay(Duration::from_millis(700)).chance(0.001);
    let wait = Fault::status(429).retry_after("1").chance(0.0005);
    faults.into_iter().map(|fault| fault.chance(0.01)).chain([slow, wait]).map(Fault::always).collect()
}
