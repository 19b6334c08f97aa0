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

use server::Place;
use side::Sides;
use task::Task;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [server::FLAG] => server::serve(),
        [instructions::FLAG, base, certificate, side, task, times] => {
            let place = Place { base: base.to_owned(), certificate: certificate.to_owned() };
            instructions::run(&place, side, task, times.parse()?)
        }
        _ => compare(),
    }
}

fn compare() -> Result<(), Box<dyn std::error::Error>> {
    let server = server::Server::start()?;
    for task in Task::ALL {
        println!("{}: {} bytes", task.name(), task.body().len());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    measure::calls(&runtime, &Sides::new(&server.plain)?, "", &Task::ALL)?;
    measure::calls(&runtime, &Sides::new(&server.http2)?, "TLS h2 ", &[Task::Find])?;
    measure::decoding()?;
    instructions::compare(&server.plain, "", &Task::ALL)?;
    instructions::compare(&Place::default(), "decode ", &Task::ALL)?;
    instructions::compare(&server.http2, "TLS h2 ", &[Task::Find])
}
