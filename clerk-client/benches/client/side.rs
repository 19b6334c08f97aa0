//! The sides of the comparison.

use clerk_client::__private::FromResponse;
use clerk_client::transport::ReqwestTransport;
use clerk_client::{Client, ListOrganizationMemberships, ListUsers, OrganizationMembership, Page, User};

use super::rivals::{self, ByHand};
use super::server::Place;
use super::task::{Outcome, Task, USER_ID};
use super::tls;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Side {
    /// This crate.
    Ours,
    /// Hand-written reqwest with `.json()`.
    Usual,
    /// Hand-written reqwest with `.bytes()`, one UTF-8 check and `from_str`.
    Best,
}

impl Side {
    pub(crate) const ALL: [Self; 3] = [Self::Ours, Self::Usual, Self::Best];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Usual => "usual",
            Self::Best => "best",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.name() == name)
    }
}

/// Both clients, connected to one server.
pub(crate) struct Sides {
    client: Client,
    by_hand: ByHand,
    page: ListUsers,
    second_page: ListUsers,
    memberships: ListOrganizationMemberships,
}

impl Sides {
    pub(crate) fn new(place: &Place) -> Result<Self, Box<dyn std::error::Error>> {
        let trusted = tls::trusted(&place.certificate)?;
        let http = ReqwestTransport::http_builder().no_proxy().tls_certs_merge(trusted.clone()).build()?;
        let by_hand = reqwest::Client::builder().no_proxy().tls_certs_merge(trusted).build()?;
        Ok(Self {
            client: Client::builder("sk_test_bench").base_url(&place.base).http_client(http).build()?,
            by_hand: ByHand::new(by_hand, &place.base),
            page: ListUsers::new().limit(500),
            second_page: ListUsers::new().limit(500).offset(500),
            memberships: ListOrganizationMemberships::new().limit(500),
        })
    }

    /// Does the task once, over HTTP; returns the number of items read.
    pub(crate) async fn run(&self, side: Side, task: Task) -> Outcome {
        match side {
            Side::Ours => Ok(self.ours(task).await?),
            Side::Usual => self.by_hand.usual(task).await,
            Side::Best => self.by_hand.best(task).await,
        }
    }

    async fn ours(&self, task: Task) -> Result<usize, clerk_client::Error> {
        let users = self.client.users();
        Ok(match task {
            Task::Find => usize::from(!users.find(USER_ID).await?.id.is_empty()),
            Task::Page => users.all(&self.page).await?.len(),
            Task::Sorted => users.all(&self.second_page).await?.len(),
            Task::Memberships => users.organization_memberships(USER_ID, &self.memberships).await?.len(),
        })
    }
}

/// The decoding alone, of a body that is already there.
pub(crate) fn decode(side: Side, task: Task, body: &[u8]) -> Outcome {
    match side {
        Side::Ours => decode_ours(task, body),
        Side::Usual => rivals::decode_usual(task, body),
        Side::Best => rivals::decode_best(task, body),
    }
}

fn decode_ours(task: Task, body: &[u8]) -> Outcome {
    fn decode<T: FromResponse>(body: &[u8]) -> Result<T, Box<dyn std::error::Error>> {
        T::decode(body).map_err(|error| format!("{error:?}").into())
    }
    Ok(match task {
        Task::Find => usize::from(!decode::<User>(body)?.id.is_empty()),
        Task::Page | Task::Sorted => decode::<Vec<User>>(body)?.len(),
        Task::Memberships => decode::<Page<OrganizationMembership>>(body)?.len(),
    })
}
