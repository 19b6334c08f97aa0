//! Creating a user, and finding out after an unknown outcome.

use super::{CreateUserRequest, ListUsers, User};
use crate::client::Client;
use crate::error::{Error, Result};

impl Client {
    /// Creates a user as [`create`](crate::UsersApi::create) does and, if the outcome is unknown, looks the user up by the request's
    /// `external_id`.
    ///
    /// No user is created twice: `create` is not retried after an unknown outcome. The `external_id` should be made for this
    /// request, since a user who had it before is taken for the one that was created.
    ///
    /// # Errors
    /// Fails without sending a request if the request has no `external_id`. Otherwise returns the error of `create`: if
    /// [`may_have_run`](Error::may_have_run) is true, no user with the `external_id` was found, or the search failed too; the user may
    /// still appear.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::CreateUserRequest;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let ada = CreateUserRequest::new()
    ///     .email_address("ada@example.com")
    ///     .external_id("crm-17");
    /// let user = client.create_and_reconcile(&ada).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn create_and_reconcile(&self, request: &CreateUserRequest) -> Result<User> {
        let Some(external_id) = &request.external_id else {
            return Err(Error::request("`create_and_reconcile` needs an `external_id`"));
        };
        match self.users().create(request).await {
            Err(error) if error.may_have_run() => {
                let found = self.users().all(&ListUsers::new().external_id(external_id)).await;
                found.ok().and_then(only).ok_or(error)
            }
            outcome => outcome,
        }
    }
}

fn only(mut users: Vec<User>) -> Option<User> {
    users.pop().filter(|_| users.is_empty())
}
