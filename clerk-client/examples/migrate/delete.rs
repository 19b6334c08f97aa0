//! `delete`: the users of a file, or all. Whoever is gone already is no failure, so it can be started again.

use std::collections::HashSet;
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
        let client = client.clone();
        async move {
            match known(&client, ids).await {
                Ok(users) => users.into_iter().map(Ok).collect(),
                Err(error) => vec![Err(error)],
            }
        }
    });
    Ok(users.flat_map(stream::iter).boxed())
}

/// The IDs of the users whom Clerk has. In an export, whoever has no external ID stands under the one that Clerk gave.
async fn known(client: &Client, ids: Vec<String>) -> clerk_client::Result<Vec<String>> {
    let mut users = client.users().all(&ListUsers::new().external_ids(&ids).limit(500)).await?;
    let there: HashSet<_> = users.iter().filter_map(|user| user.external_id.clone()).collect();
    let own: Vec<_> = ids.into_iter().filter(|id| id.starts_with("user_") && !there.contains(id)).collect();
    if !own.is_empty() {
        let others = client.users().all(&ListUsers::new().user_ids(own).limit(500)).await?;
        users.extend(others.into_iter().filter(|user| user.external_id.is_none()));
    }
    Ok(users.into_iter().map(|user| user.id).collect())
}
