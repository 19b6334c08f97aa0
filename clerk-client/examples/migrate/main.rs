//! Moves users to Clerk and from it: import, export and delete, for any number of users.
//!
//! ```sh
//! cargo run --example migrate -- demo                                # needs no account
//! cargo run --example migrate -- import users.ndjson --dry-run       # checks every row, sends nothing
//! CLERK_SECRET_KEY=sk_… cargo run --example migrate -- import users.ndjson
//! CLERK_SECRET_KEY=sk_… cargo run --example migrate -- export all.csv
//! CLERK_SECRET_KEY=sk_… cargo run --example migrate -- delete all.csv --yes
//! ```
//!
//! A file is NDJSON (one JSON object a line) or CSV, by the end of its name; `row.rs` has the members, `users.ndjson` beside it an
//! example, and `migrate help import` the options.
//!
//! Every row has an `external_id`, by which a user is known to both sides. An import keeps a journal beside its file; killed at any moment
//! and started again with `--resume`, it ends with exactly one user a row. Rows that are refused go to a file of the same format, to be
//! corrected and imported. Exits with 1 if there are such rows, and with 2 if it could not go on.

#![allow(clippy::print_stderr, clippy::print_stdout, missing_docs, reason = "a program")]

mod args;
mod check;
mod columns;
mod delete;
mod demo;
mod export;
mod failed;
mod import;
mod input;
mod journal;
mod one;
mod report;
mod row;
mod survey;

use std::process::ExitCode;

use clap::Parser as _;
use clerk_client::Client;

use self::args::{Arguments, Task};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How a task ended that came to its end.
enum Ended {
    Well,
    /// With rows, or users, for which it could not be done.
    WithFailures,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse().task).await {
        Ok(Ended::Well) => ExitCode::SUCCESS,
        Ok(Ended::WithFailures) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

async fn run(task: Task) -> Result<Ended> {
    match task {
        Task::Import(import) if import.dry_run => survey::run(&import.file),
        Task::Import(import) => import::run(&Client::from_env()?, &import).await,
        Task::Export(export) => export::run(&Client::from_env()?, &export).await,
        Task::Delete(delete) => delete::run(&Client::from_env()?, &delete).await,
        Task::Demo => demo::run().await,
    }
}
