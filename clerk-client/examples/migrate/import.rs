//! `import`: every row of a file becomes a user, once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use clerk_client::bulk::{Done, Results};
use clerk_client::{Client, CreateUserRequest, ListUsers};
use futures_util::stream::{self, BoxStream, StreamExt as _};

use super::args::{Checks, Import};
use super::input::Records;
use super::journal::{Journal, Known};
use super::one::{self, Failure};
use super::report::{self, Bar};
use super::survey::{self, Problem, Survey};
use super::{Ended, Result, failed};

/// Clerk's limit for the values of a filter.
const LOOKED_UP: usize = 100;
/// How many of the refused rows are shown.
const SHOWN: usize = 20;

/// A row that is not done.
struct Item {
    index: u64,
    line: u64,
    plan: Plan,
}

#[derive(Clone)]
enum Plan {
    Create(Box<CreateUserRequest>),
    /// It is there.
    Known(String),
    /// It cannot be created.
    Refused(String),
    /// The file cannot be read any further.
    Stop(String),
}

type Items = BoxStream<'static, Item>;

pub(crate) async fn run(client: &Client, import: &Import) -> Result<Ended> {
    let survey = Survey::of(&import.file)?;
    let (mut journal, mut known) = open_journal(import)?;
    let (rows, before) = (survey.rows, known.done.len() as u64);
    let left = rows.saturating_sub(before + known.failed.len() as u64);
    let mut items = items(&import.file, survey, &known, import.checks)?;
    if import.resume {
        // Whoever was killed may have created users that the journal does not have.
        items = looked_up(client.clone(), items);
    }
    let mut results = client.bulk_stream(items).total(left).max_in_flight(import.in_flight).run(|client, item| {
        let (client, plan) = (client.clone(), item.plan.clone());
        async move { carry_out(&client, plan).await }
    });
    let stopped = record(&mut results, &mut journal, &mut known, left).await;
    drop(results);
    summary(import, rows, before, &known)?;
    match stopped {
        Some(reason) => Err(format!("{reason}\nThe import is not complete. To go on: --resume").into()),
        None if known.failed.is_empty() => Ok(Ended::Well),
        None => Ok(Ended::WithFailures),
    }
}

fn open_journal(import: &Import) -> Result<(Journal, Known)> {
    let mut path = import.file.as_os_str().to_owned();
    path.push(".journal");
    let (path, hash) = (PathBuf::from(path), survey::hash(&import.file)?);
    if import.resume && path.exists() {
        return Journal::resume(&path, &hash);
    }
    Ok((Journal::begin(&path, &hash)?, Known::default()))
}

/// What is to be done for each row that the journal does not have.
fn items(file: &Path, survey: Survey, known: &Known, checks: Checks) -> Result<Items> {
    let mut records = Records::open(file)?;
    let mut problems = survey.problems;
    let done: Vec<bool> = (0..survey.rows).map(|row| known.has(row)).collect();
    let items = std::iter::from_fn(move || {
        loop {
            let record = match records.next()? {
                Ok(record) => record,
                Err(error) => return Some(Item { index: u64::MAX, line: 0, plan: Plan::Stop(error.to_string()) }),
            };
            let (index, line) = (record.index, record.line);
            if usize::try_from(index).is_ok_and(|index| done.get(index) == Some(&true)) {
                continue;
            }
            let plan = match problems.remove(&index) {
                Some(problem) => Plan::Refused(problem.reason),
                None => match records.row(&record) {
                    Ok(row) => Plan::Create(Box::new(row.request(checks))),
                    Err(reason) => Plan::Refused(reason),
                },
            };
            return Some(Item { index, line, plan });
        }
    });
    Ok(stream::iter(items).boxed())
}

/// The same, with those whose `external_id` Clerk has already.
fn looked_up(client: Client, items: Items) -> Items {
    let groups = items.chunks(LOOKED_UP).then(move |mut group| {
        let client = client.clone();
        async move {
            let ids: Vec<_> = group.iter().filter_map(external_id).collect();
            let query = ListUsers::new().external_ids(ids).limit(500);
            // If this fails, creating them finds out one by one.
            let users = client.users().all(&query).await.unwrap_or_default();
            let mut there: HashMap<_, _> =
                users.into_iter().filter_map(|user| Some((user.external_id?, user.id))).collect();
            for item in &mut group {
                if let Some(user) = external_id(item).and_then(|id| there.remove(&id)) {
                    item.plan = Plan::Known(user);
                }
            }
            stream::iter(group)
        }
    });
    groups.flatten().boxed()
}

fn external_id(item: &Item) -> Option<String> {
    match &item.plan {
        Plan::Create(request) => request.external_id.clone(),
        _ => None,
    }
}

async fn carry_out(client: &Client, plan: Plan) -> std::result::Result<String, Failure> {
    match plan {
        Plan::Create(request) => one::create(client, &request).await,
        Plan::Known(user) => Ok(user),
        Plan::Refused(reason) => Err(Failure::Refused(reason)),
        Plan::Stop(reason) => Err(Failure::Stop(reason)),
    }
}

/// Writes down what becomes of the rows. Returns why it could not go on, if so; what is in flight then comes to its end.
async fn record(
    results: &mut Results<'_, Item, String, Failure>,
    journal: &mut Journal,
    known: &mut Known,
    left: u64,
) -> Option<String> {
    let bar = Bar::new(Some(left));
    let mut stopped = None;
    loop {
        let done = tokio::select! {
            done = results.next() => done,
            _ = tokio::signal::ctrl_c(), if stopped.is_none() => {
                results.stop();
                stopped = Some("interrupted".to_owned());
                continue;
            }
        };
        let Some(done) = done else { break };
        bar.show(&results.progress());
        if let Err(reason) = write_down(done, journal, known) {
            results.stop();
            stopped.get_or_insert(reason);
        }
    }
    match journal.sync() {
        Ok(()) => stopped,
        Err(error) => stopped.or(Some(error.to_string())),
    }
}

fn write_down(
    done: Done<Item, String, Failure>,
    journal: &mut Journal,
    known: &mut Known,
) -> std::result::Result<(), String> {
    let Item { index, line, .. } = done.item;
    let written = match done.result {
        Ok(user) => {
            known.done.insert(index);
            journal.done(index, line, user)
        }
        Err(Failure::Refused(reason)) => {
            let problem = Problem { line, reason };
            let written = journal.failed(index, &problem);
            known.failed.insert(index, problem);
            written
        }
        Err(Failure::Stop(reason)) => return Err(reason),
    };
    written.map_err(|error| error.to_string())
}

fn summary(import: &Import, rows: u64, before: u64, known: &Known) -> Result<()> {
    let (done, refused) = (known.done.len() as u64, known.failed.len() as u64);
    for problem in known.failed.values().take(SHOWN) {
        eprintln!("{problem}");
    }
    if refused > SHOWN as u64 {
        eprintln!("… and {} more: the journal has them all", refused - SHOWN as u64);
    }
    report::counted("rows", rows);
    report::counted("imported now", done - before);
    report::counted("imported before", before);
    report::counted("refused", refused);
    report::counted("left", rows.saturating_sub(done + refused));
    if refused > 0 {
        let path = failed::write(&import.file, &known.failed)?;
        println!("The refused rows are in {}: correct and import them.", path.display());
    }
    Ok(())
}
