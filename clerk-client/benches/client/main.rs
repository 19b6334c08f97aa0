//! The client against hand-written reqwest: CPU time, instructions, allocations, and the decoding alone.
//!
//! All sides run in one process, in turn, against one server in another process. `cargo bench --bench client` prints the figures;
//! instruction counts need valgrind on the PATH and are left out, visibly, without it.

#![allow(missing_docs, reason = "a program")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "its output is its purpose")]

mod instructions;
mod measure;
mod rivals;
mod sample;
mod server;
mod side;
mod task;
mod tls;

use std::process::Command;

use side::Sides;
use task::Task;

/// The argument with which the benchmark starts itself as the comparison.
const COMPARE: &str = "--compare";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [server::FLAG] => server::serve(),
        [instructions::FLAG, base, side, task, times] => instructions::run(base, side, task, times.parse()?),
        [COMPARE, plain, http2] => compare(plain, http2),
        _ => start(),
    }
}

/// A process that trusts the server's certificate does the rest.
fn start() -> Result<(), Box<dyn std::error::Error>> {
    let server = server::Server::start()?;
    let mut comparison = Command::new(std::env::current_exe()?);
    comparison.args([COMPARE, &server.plain, &server.http2]).env("SSL_CERT_FILE", &server.certificate);
    if comparison.status()?.success() { Ok(()) } else { Err("the comparison failed".into()) }
}

fn compare(plain: &str, http2: &str) -> Result<(), Box<dyn std::error::Error>> {
    for task in Task::ALL {
        println!("{}: {} bytes", task.name(), task.body().len());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    measure::calls(&runtime, &Sides::new(plain)?, "", &Task::ALL)?;
    measure::calls(&runtime, &Sides::new(http2)?, "TLS h2 ", &[Task::Find])?;
    measure::decoding()?;
    instructions::compare(plain, "", &Task::ALL)?;
    instructions::compare("", "decode ", &Task::ALL)?;
    instructions::compare(http2, "TLS h2 ", &[Task::Find])
}
