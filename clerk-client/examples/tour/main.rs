//! Walks through all 25 endpoints of the Users API and says what came back.
//!
//! `cargo run --example tour` starts a Clerk of its own on loopback. With `CLERK_SECRET_KEY` set it asks the real one instead: it
//! creates one user there and deletes that user at the end. What an instance's plan or settings do not allow counts as an answer
//! then. Exits with 1 when anything is not as it should be.

#![allow(missing_docs, reason = "a program")]

mod guide;
mod show;
mod steps;
mod world;

use std::process::ExitCode;

use clerk_client::UsersApi;
use guide::Guide;
use world::World;

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
    let world = World::new().await?;
    show::title("A tour of Clerk's Users API");
    show::note(&world.introduction());
    let mut guide = Guide::new(world.is_local());
    let outcome = steps::walk(&world, &mut guide).await;
    let (visited, all) = (guide.visited(), <dyn UsersApi>::ENDPOINTS.len());
    let good = outcome.is_ok() && guide.mistakes() == 0 && visited == all;
    let mistakes = guide.mistakes();
    show::verdict(good, &format!("{visited} of {all} endpoints, {mistakes} not as they should be"));
    outcome.map(|()| good)
}
