//! One row: its user is created, or found to be there already.

use std::time::Duration;

use clerk_client::{Client, CreateUserRequest, Error, ListUsers};

/// How often an error that passes is met before the import is stopped: with the pauses, for half a minute.
const TRIES: u32 = 6;
const PAUSE: Duration = Duration::from_millis(500);

/// Why a row has no user.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The row's own fault.
    Refused(String),
    /// Nobody's fault that another row would not meet as well: the key, the plan, the network.
    Stop(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error.status().map(|status| status.as_u16()) {
            Some(400 | 409 | 413 | 422) => Self::Refused(reasons(&error)),
            _ => Self::Stop(error.to_string()),
        }
    }
}

/// What Clerk says, without what is the same for every row.
fn reasons(error: &Error) -> String {
    let reasons: Vec<_> = error.errors().iter().map(ToString::to_string).collect();
    if reasons.is_empty() { error.to_string() } else { reasons.join("; ") }
}

/// Creates the user, and returns its ID; or that of the user who has the row's `external_id` already.
pub(crate) async fn create(client: &Client, request: &CreateUserRequest) -> Result<String, Failure> {
    let mut pause = PAUSE;
    for _ in 1..TRIES {
        match client.create_and_reconcile(request).await {
            Ok(user) => return Ok(user.id),
            Err(error) if error.has_code("form_identifier_exists") => return known(client, request, error).await,
            Err(error) if !passes(&error) => return Err(error.into()),
            Err(_) => tokio::time::sleep(pause).await,
        }
        pause *= 2;
    }
    match client.create_and_reconcile(request).await {
        Err(error) if error.has_code("form_identifier_exists") => known(client, request, error).await,
        outcome => Ok(outcome?.id),
    }
}

/// An identifier is taken: by the row's own user, created by a request whose response was lost, or by somebody else.
async fn known(client: &Client, request: &CreateUserRequest, taken: Error) -> Result<String, Failure> {
    let query = ListUsers::new().external_id(request.external_id.as_deref().unwrap_or_default());
    let mut pause = PAUSE;
    // A search may be behind.
    for _ in 0..3 {
        match client.users().all(&query).await {
            Ok(users) => {
                if let Some(user) = users.into_iter().next() {
                    return Ok(user.id);
                }
            }
            Err(error) if !passes(&error) => return Err(error.into()),
            Err(_) => {}
        }
        tokio::time::sleep(pause).await;
        pause *= 2;
    }
    match client.users().all(&query).await?.into_iter().next() {
        Some(user) => Ok(user.id),
        None => Err(taken.into()),
    }
}

/// Whether the same request can succeed later. It cannot create a second user: external IDs are unique.
fn passes(error: &Error) -> bool {
    error.status().is_none_or(|status| status.as_u16() == 429 || status.is_server_error() || status.is_success())
}
