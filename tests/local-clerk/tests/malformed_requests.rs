use local_clerk::Operation;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::Clerk;

const REQUESTS: usize = 10_000;

#[derive(Clone, Debug)]
struct Malformed {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

fn path(id: String) -> impl Strategy<Value = String> {
    const TAILS: &[&str] = &[
        "",
        "/ban",
        "/unban",
        "/lock",
        "/metadata",
        "/profile_image",
        "/verify_password",
        "/verify_totp",
        "/totp",
        "/mfa",
        "/backup_code",
        "/passkeys/x",
        "/web3_wallets/x",
        "/external_accounts/x",
        "/oauth_access_tokens/oauth_x",
        "/organization_memberships",
        "/organization_invitations",
        "/email_address",
        "/phone_number",
        "/billing/credits",
        "/password/set_compromised",
        "/trusted_devices",
    ];
    let ids = prop_oneof![Just(id), Just("count".to_owned()), "[!-~&&[^ #?]]{0,12}", "(%[0-9a-fA-F]{2}){1,6}"];
    let queries = prop_oneof![
        Just(String::new()),
        "\\?[!-~&&[^#]]{0,60}",
        "\\?(limit|offset|query|user_id|order_by|created_at_after|last_active_at_since|starting_after|paginated)=[!-~&&[^#&]]{0,24}",
    ];
    let below = (ids, prop::sample::select(TAILS), queries.clone());
    let below = below.prop_map(|(id, tail, query)| format!("/v1/users/{id}{tail}{query}"));
    let any = prop::sample::select(Operation::ALL).prop_map(|operation| format!("/v1{}", operation.route().1));
    prop_oneof![
        2 => any,
        6 => below,
        2 => queries.prop_map(|query| format!("/v1/users{query}")),
        1 => "/[!-~&&[^ #]]{0,40}",
    ]
}

/// Bytes, or JSON close to what operations take.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let names = prop::sample::select(vec![
        "email_address",
        "phone_number",
        "username",
        "password",
        "password_digest",
        "password_hasher",
        "public_metadata",
        "created_at",
        "backup_codes",
        "totp_secret",
        "code",
        "user_ids",
        "create_organizations_limit",
        "x",
        "amount",
        "email_address_identification_status",
        "primary_email_address_id",
        "profile_image_id",
        "banned",
    ]);
    let value = prop_oneof![
        Just("null".to_owned()),
        Just("[[[[[]]]]]".to_owned()),
        Just("-9223372036854775808".to_owned()),
        Just("1e400".to_owned()),
        Just("\"\\ud800\"".to_owned()),
        Just("\"$argon2id$v=19$m=4294967295,t=4294967295,p=1$c2FsdHNhbHQ$aGFzaGhhc2g\"".to_owned()),
        Just("\"$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\"".to_owned()),
        "\"[ -!#-\\[\\]-~]{0,20}\"",
        "\\[\"[a-z@.+0-9]{0,12}\"\\]",
        "\\{\"[a-z]{0,3}\":(null|1|\\{\\})\\}",
    ];
    let object = prop::collection::vec((names, value), 0..4).prop_map(|members| {
        let members = members.iter().map(|(name, value)| format!("\"{name}\":{value}"));
        format!("{{{}}}", members.collect::<Vec<_>>().join(",")).into_bytes()
    });
    prop_oneof![5 => object, 1 => prop::collection::vec(any::<u8>(), 0..200), 1 => Just(Vec::new())]
}

fn malformed(id: String, key: String) -> impl Strategy<Value = Malformed> {
    let method = prop::sample::select(vec!["GET", "POST", "PATCH", "PUT", "HEAD", "OPTIONS", "BREW"]);
    let kind = prop::sample::select(vec![
        "application/json",
        "application/json",
        "application/json",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/plain",
        "",
        "\u{1F600}",
    ]);
    let authorization = prop_oneof![9 => Just(format!("Bearer {key}")), 1 => "[ -~]{0,20}"];
    let version = prop::sample::select(vec!["2026-05-12", "2025-11-10", "2021-02-05", "0"]);
    (method, path(id), kind, authorization, version, body()).prop_map(
        |(method, path, kind, authorization, version, body)| {
            let pairs = [("content-type", kind), ("authorization", &authorization), ("clerk-api-version", version)];
            let headers = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
            Malformed { method: method.to_owned(), path, headers, body }
        },
    )
}

/// Sends bytes as they are, on a connection of their own, and gives the status line's number.
async fn send(address: &str, request: &Malformed) -> u16 {
    let mut head = format!("{} {} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n", request.method, request.path);
    for (name, value) in &request.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", request.body.len()));
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let _ = stream.write_all(&[head.as_bytes(), &request.body].concat()).await;
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply).await;
    let status = String::from_utf8_lossy(reply.get(9..12).unwrap_or_default()).into_owned();
    status.parse().unwrap_or_else(|_| panic!("no status for {request:?}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn malformed_requests_give_no_500_and_lose_no_state() {
    let clerk = Clerk::start().await;
    let witness = clerk.user(json!({ "username": "witness", "private_metadata": { "kept": true } })).await;
    let target = clerk.ada().await;
    let before = clerk.get(&format!("/users/{witness}")).await.ok();
    let address = clerk.local.base_url()[7..].trim_end_matches("/v1").to_owned();
    let strategy = malformed(target.clone(), clerk.local.secret_key().to_owned());
    let mut runner = TestRunner::new(Config { rng_seed: RngSeed::Fixed(4), ..Config::default() });
    let mut refused = 0;
    for _ in 0..REQUESTS {
        let request = strategy.new_tree(&mut runner).expect("a request").current();
        let status = send(&address, &request).await;
        assert!(status < 500 || status == 501, "{status} for {request:?}");
        refused += usize::from(status >= 400);
    }
    assert!(refused > REQUESTS / 2, "only {refused} were refused");
    assert_eq!(clerk.get(&format!("/users/{witness}")).await.ok(), before);
    clerk.get(&format!("/users/{target}")).await.ok();
}
