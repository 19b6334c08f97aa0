//! `delete`: the users of a file, or all. Whoever is gone already is no failure, so it can be started again.

use std::path::Path;

use clerk_client::{Client, Error, ListUsers};
use futures_util::stream::{self, BoxStream, StreamExt as _};

use super::args::Delete;
use super::input::Records;
use super::report::{self, Bar};
use super::{Ended, Result};

/// Clerk's limit for the values of a filter.
const LOOKED_UP: usize = 100;

/// The ID of a user, or why it could not be found out.
type Found = std::result::Result<String, Error>;

pub(crate) async fn run(client: &Client, delete: &Delete) -> Result<Ended> {
    let mut users = match &delete.file {
        Some(file) => of_rows(client, file)?,
        None => all(client),
    };
    if !delete.yes {
        let mut count = 0;
        while let Some(user) = users.next().await {
            user?;
            count += 1;
        }
        report::counted("users would be deleted: --yes deletes them", count);
        return Ok(Ended::Well);
    }
    let bar = Bar::new(None);
    let mut results = client.bulk_stream(users).run(|client, user: &Found| {
        let (client, user) = (client.clone(), user.clone());
        async move { client.users().delete(&user?).optional().await }
    });
    while let Some(done) = results.next().await {
        bar.show(&results.progress());
        if let (Err(error), Ok(user)) = (&done.result, &done.item) {
            eprintln!("{user}: {error}");
        } else if let Err(error) = done.item {
            return Err(error.into());
        }
    }
    drop(bar);
    let progress = results.progress();
    report::counted("users deleted", progress.succeeded);
    report::counted("failed: start again", progress.failed);
    Ok(if progress.failed == 0 { Ended::Well } else { Ended::WithFailures })
}

fn all(client: &Client) -> BoxStream<'static, Found> {
    let users = client.users().all(&ListUsers::new()).stream();
    users.map(|user| user.map(|user| user.id)).boxed()
}

/// Those of the rows' external IDs whom Clerk has.
fn of_rows(client: &Client, file: &Path) -> Result<BoxStream<'static, Found>> {
    let mut records = Records::open(file)?;
    let mut ids = Vec::new();
    while let Some(record) = records.next() {
        let record = record?;
        let row = records.row(&record).map_err(|reason| format!("line {}: {reason}", record.line))?;
        ids.push(row.external_id.ok_or_else(|| format!("line {}: no external_id", record.line))?);
    }
    let groups: Vec<Vec<String>> = ids.chunks(LOOKED_UP).map(<[String]>::to_vec).collect();
    let client = client.clone();
    let users = stream::iter(groups).then(move |ids| {
        let call = client.users().all(&ListUsers::new().external_ids(ids).limit(500));
        async move {
            match call.await {
                Ok(users) => users.into_iter().map(|user| Ok(user.id)).collect(),
                Err(error) => vec![Err(error)],
            }
        }
    });
    Ok(users.flat_map(stream::iter).boxed())
}
