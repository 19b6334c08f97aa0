//! The sides of the comparison.

use clerk_client::__private::FromResponse;
use clerk_client::transport::{HyperTransport, ReqwestTransport};
use clerk_client::{Client, ListOrganizationMemberships, ListUsers, OrganizationMembership, Page, User};

use super::rivals::{self, ByHand};
use super::task::{Outcome, Task, USER_ID};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Side {
    /// This crate.
    Ours,
    /// This crate, directly on hyper.
    Direct,
    /// Hand-written reqwest with `.json()`.
    Usual,
    /// Hand-written reqwest with `.bytes()`, one UTF-8 check and `from_str`.
    Best,
}

impl Side {
    pub(crate) const ALL: [Self; 4] = [Self::Ours, Self::Direct, Self::Usual, Self::Best];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Direct => "direct",
            Self::Usual => "usual",
            Self::Best => "best",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.name() == name)
    }
}

/// The clients, connected to one server.
pub(crate) struct Sides {
    client: Client,
    direct: Client,
    by_hand: ByHand,
    page: ListUsers,
    second_page: ListUsers,
    memberships: ListOrganizationMemberships,
}

impl Sides {
    pub(crate) fn new(base: &str) -> Result<Self, Box<dyn std::error::Error>> {
        let http = ReqwestTransport::http_builder().no_proxy().build()?;
        let by_hand = reqwest::Client::builder().no_proxy().build()?;
        let client = || Client::builder("sk_test_bench").base_url(base);
        Ok(Self {
            client: client().http_client(http).build()?,
            direct: client().transport(HyperTransport::new()?.no_proxy()).build()?,
            by_hand: ByHand::new(by_hand, base),
            page: ListUsers::new().limit(500),
            second_page: ListUsers::new().limit(500).offset(500),
            memberships: ListOrganizationMemberships::new().limit(500),
        })
    }

    /// Does the task once, over HTTP; returns the number of items read.
    pub(crate) async fn run(&self, side: Side, task: Task) -> Outcome {
        match side {
            Side::Ours => Ok(self.ours(&self.client, task).await?),
            Side::Direct => Ok(self.ours(&self.direct, task).await?),
            Side::Usual => self.by_hand.usual(task).await,
            Side::Best => self.by_hand.best(task).await,
        }
    }

    async fn ours(&self, client: &Client, task: Task) -> Result<usize, clerk_client::Error> {
        let users = client.users();
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
        Side::Ours | Side::Direct => decode_ours(task, body),
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
