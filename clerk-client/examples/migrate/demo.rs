//! `demo`: the other commands, one after the other, on a local Clerk that ends with them.

use clerk_client::Client;
use local_clerk::LocalClerk;

use super::args::{Checks, Delete, Export, Import};
use super::{Ended, Result, delete, export, import, survey};

pub(crate) async fn run() -> Result<Ended> {
    let local = LocalClerk::start().await?;
    let client = Client::builder(local.secret_key()).base_url(local.base_url()).build()?;
    let folder = std::env::temp_dir().join(format!("clerk-migrate-demo-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let (file, all) = (folder.join("users.ndjson"), folder.join("all.csv"));
    std::fs::write(&file, include_str!("users.ndjson"))?;
    let no_checks = Checks { skip_password_checks: true, skip_password_requirement: true, skip_legal_checks: true };

    println!("$ migrate import users.ndjson --dry-run");
    survey::run(&file)?;
    println!("\n$ migrate import users.ndjson");
    let import = Import { file: file.clone(), dry_run: false, resume: false, in_flight: 50, checks: no_checks };
    let ended = import::run(&client, &import).await?;
    println!("\n$ migrate export all.csv");
    export::run(&client, &Export { file: all.clone(), force: false }).await?;
    print!("{}", std::fs::read_to_string(&all)?);
    println!("\n$ migrate delete all.csv --yes");
    delete::run(&client, &Delete { file: Some(all), all: false, yes: true }).await?;
    std::fs::remove_dir_all(&folder)?;
    Ok(ended)
}
