//! Calls all 36 endpoints of the Users API and prints what each responded.
//!
//! `cargo run --example tour` starts a local Clerk on loopback. With `CLERK_SECRET_KEY` set it calls that instance instead: it
//! creates one user there and deletes that user at the end; what the instance's plan or settings do not allow then counts as a
//! response. Exits with 1 if any response was unexpected.

#![allow(missing_docs, reason = "a program")]

mod guide;
mod instance;
mod show;
mod steps;

use std::process::ExitCode;

use clerk_client::UsersApi;
use guide::Guide;
use instance::Instance;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match walk().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            show::verdict(false, &format!("the tour ended early: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn walk() -> Result<bool, Box<dyn std::error::Error>> {
    let instance = Instance::new().await?;
    show::title("A tour of Clerk's Users API");
    show::note(&instance.introduction());
    let mut guide = Guide::new(instance.is_local());
    let outcome = steps::walk(&instance, &mut guide).await;
    let (visited, all) = (guide.visited(), <dyn UsersApi>::ENDPOINTS.len());
    let good = outcome.is_ok() && guide.mistakes() == 0 && visited == all;
    let summary = match guide.mistakes() {
        0 => format!("{visited} of {all} endpoints responded as expected"),
        mistakes => format!("{visited} of {all} endpoints, unexpected responses: {mistakes}"),
    };
    show::verdict(good, &summary);
    outcome.map(|()| good)
}
