//! Any bytes as the reply to any call: a value or an error, never a panic, and no more memory than the reply is worth.

use std::fmt::Debug;
use std::sync::{Arc, LazyLock, Mutex};

use clerk_client::error::ErrorKind;
use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
use clerk_client::{Bytes, Call, Client, Result, RetryPolicy, UsersApi};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::runtime::{Builder, Runtime};

use super::check_text;

/// The most text that an error shows, whatever the reply was.
const TEXT: usize = 16 * 1024;

/// Answers everything with what was set last.
#[derive(Clone, Default)]
struct Scripted(Arc<Mutex<(u16, Bytes)>>);

impl Scripted {
    fn set(&self, status: u16, body: &[u8]) {
        *self.0.lock().unwrap() = (status, Bytes::copy_from_slice(body));
    }
}

impl Transport for Scripted {
    fn send(&self, _: Request) -> TransportFuture<'_> {
        let (status, body) = self.0.lock().unwrap().clone();
        Box::pin(async move { Ok(RawResponse::new(status, body)) })
    }
}

struct World {
    runtime: Runtime,
    client: Client,
    script: Scripted,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let script = Scripted::default();
    let builder = Client::builder("sk_test_1").transport(script.clone()).retry_policy(RetryPolicy::disabled());
    World {
        runtime: Builder::new_current_thread().enable_time().build().unwrap(),
        client: builder.build().unwrap(),
        script,
    }
});

/// Takes `body` for the answer of each kind of call, and for that of a failed one.
pub fn check(body: &[u8]) {
    WORLD.script.set(200, body);
    decode(WORLD.client.users());
    for status in [404, 422, 429, 500] {
        WORLD.script.set(status, body);
        let error = ask(WORLD.client.users().find("user_2a")).expect_err("a status that is no success");
        assert_eq!(error.kind(), ErrorKind::Api);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.body().as_ref(), &body[..body.len().min(16 * 1024)]);
        check_text(&error, TEXT);
    }
}

/// One call for each type of reply.
fn decode(users: &dyn UsersApi) {
    reads_back(users.find("u"));
    reads_back(users.all(&Default::default()));
    reads_back(users.count(&Default::default()));
    reads_back(users.organization_memberships("u", &Default::default()));
    reads_back(users.organization_invitations("u", &Default::default()));
    reads_back(users.delete("u"));
    reads_back(users.disable_mfa("u"));
    reads_back(users.trusted_devices("u"));
    reads_back(users.revoke_trusted_device("u", "d"));
    reads_back(users.billing_subscription("u"));
    reads_back(users.credit_balance("u"));
    reads_back(users.adjust_credit_balance("u", &clerk_client::AdjustCreditBalanceRequest::increase(1, "k")));
    reads_back(users.verify_password("u", &clerk_client::VerifyPasswordRequest::new("p")));
    reads_back(users.verify_totp("u", &clerk_client::VerifyTotpRequest::new("1")));
    decodes_or_says_why(ask(users.create_totp("u")));
    decodes_or_says_why(ask(users.oauth_access_token("u", "p", &Default::default())));
}

fn ask<T>(call: Call<T>) -> Result<T> {
    WORLD.runtime.block_on(call)
}

/// What was understood can be written and read again, and is the same.
fn reads_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(call: Call<T>) {
    if let Some(value) = decodes_or_says_why(ask(call)) {
        let json = serde_json::to_string(&value).expect("a reply can be written");
        let again: T = serde_json::from_str(&json).expect("what was written can be read");
        assert_eq!(again, value, "{json}");
    }
}

fn decodes_or_says_why<T>(outcome: Result<T>) -> Option<T> {
    let error = match outcome {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.may_have_run(), "it was answered with 200");
    assert!(error.json_path().is_some(), "{error}");
    check_text(&error, TEXT);
    None
}
