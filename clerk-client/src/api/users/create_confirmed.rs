//! Creating a user where a lost answer must not stay a question.

use super::{CreateUserRequest, ListUsers, User};
use crate::client::Client;
use crate::error::{Error, Result};

impl Client {
    /// Creates a user as [`create`](crate::UsersApi::create) does and, if the answer is lost, looks for the user by the request's
    /// `external_id`. Nothing is created twice: `create` is not sent again once it may have run.
    ///
    /// A user who had the `external_id` before is taken for the one that was created, so it should be made for this request.
    ///
    /// # Errors
    /// The request has no `external_id`; or what `create` gives. Where [`may_have_run`](Error::may_have_run) says yes, nobody with the
    /// `external_id` was found, or the search failed too; the user may still appear.
    ///
    /// ```no_run
    /// # use clerk_client::CreateUserRequest;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let ada = CreateUserRequest::new().email_address("ada@example.com").external_id("crm-17");
    /// let user = client.create_confirmed(&ada).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn create_confirmed(&self, request: &CreateUserRequest) -> Result<User> {
        let Some(external_id) = &request.external_id else {
            return Err(Error::request("`create_confirmed` needs an `external_id`"));
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
