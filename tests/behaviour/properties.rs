//! What holds for every input, tried on many.

use clerk_client::error::ErrorKind;
use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
use clerk_client::{Client, Endpoint, ListUsers, Method, RetryPolicy, StatusCode, Url, UsersApi};
use proptest::prelude::*;
use proptest::sample::select;

/// Answers everything with the same status and bytes.
struct Always(u16, Vec<u8>);

impl Transport for Always {
    fn send(&self, _: Request) -> TransportFuture<'_> {
        Box::pin(async { Ok(RawResponse::new(self.0, self.1.clone())) })
    }
}

fn client(transport: impl Transport) -> Client {
    // Waiting before the next attempt would only take time.
    Client::builder("sk_test_1").transport(transport).retry_policy(RetryPolicy::disabled()).build().unwrap()
}

/// Ids as people, programs and attackers write them.
fn id() -> impl Strategy<Value = String> {
    let piece = select(vec![
        ".", "..", "/", "\\", "%", "%2e", "%2F", "?", "#", "+", " ", "\n", "\0", "user_2a", "count", "@", ":", ";",
        "é", "%25", "",
    ]);
    prop_oneof![
        any::<String>(),
        "[a-zA-Z0-9_]{1,40}",
        proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
    ]
}

/// The URL, parsed as the next program on the way does.
fn url(request: &Request) -> Url {
    Url::parse(&request.uri().to_string()).unwrap()
}

/// The segments that a server sees, decoded.
fn segments(url: &Url) -> Vec<String> {
    let decode = |segment: &str| percent_encoding::percent_decode_str(segment).decode_utf8().unwrap().into_owned();
    url.path().split('/').map(decode).collect()
}

fn expected(endpoint: &Endpoint, id: &str) -> Vec<String> {
    let path = format!("/v1{}", endpoint.path);
    path.split('/').map(|segment| if segment.starts_with('{') { id } else { segment }.to_owned()).collect()
}

/// The endpoint that a server takes a path for: a literal goes before a placeholder.
fn endpoint_at(method: &Method, path: &str) -> Option<&'static str> {
    let fits = |endpoint: &&Endpoint| {
        let (template, path): (Vec<_>, Vec<_>) = (endpoint.path.split('/').collect(), path.split('/').collect());
        let mut pairs = template.iter().zip(&path);
        template.len() == path.len() && pairs.all(|(part, sent)| part.starts_with('{') || part == sent)
    };
    let found: Vec<_> = <dyn UsersApi>::ENDPOINTS.iter().filter(|at| at.method == *method).filter(fits).collect();
    found.iter().find(|endpoint| endpoint.path == path).or(found.first()).map(|endpoint| endpoint.name)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn an_id_is_one_segment_of_its_endpoint_or_nothing_is_sent(id in id()) {
        let client = client(Always(200, Vec::new()));
        let users = client.users();
        let calls = [
            users.find(&id).into_request(),
            users.ban(&id).into_request(),
            users.delete(&id).into_request(),
            users.delete_totp(&id).into_request(),
            users.delete_passkey(&id, &id).into_request(),
        ];
        for request in calls {
            match request {
                Err(error) => prop_assert_eq!(error.kind(), ErrorKind::Request),
                Ok(request) => {
                    let url = url(&request);
                    prop_assert_eq!(segments(&url), expected(request.endpoint, &id));
                    prop_assert_eq!(url.query(), None);
                    let path = url.path().strip_prefix("/v1").unwrap();
                    prop_assert_eq!(endpoint_at(&request.method, path), Some(request.endpoint.name));
                }
            }
        }
    }

    #[test]
    fn a_filter_reads_back_as_it_was_given(values in proptest::collection::vec(".+", 1..20), text in any::<String>()) {
        let query = ListUsers::new().email_addresses(values.clone()).query(text.clone()).offset(0);
        let request = client(Always(200, Vec::new())).users().all(&query).into_request().unwrap();
        let read: Vec<(String, String)> = url(&request).query_pairs().into_owned().collect();
        let mut given: Vec<_> = values.into_iter().map(|value| ("email_address".to_owned(), value)).collect();
        given.push(("query".to_owned(), text));
        given.push(("offset".to_owned(), "0".to_owned()));
        prop_assert_eq!(read, given);
    }

    #[test]
    fn any_reply_is_a_value_or_an_error_of_its_status(
        status in 200_u16..600,
        body in prop_oneof![proptest::collection::vec(any::<u8>(), 0..200), json().prop_map(String::into_bytes)],
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let client = client(Always(status, body.clone()));
        let users = client.users();
        let outcomes = runtime.block_on(async {
            [
                users.find("u").await.map(drop),
                users.all(&ListUsers::new()).await.map(drop),
                users.count(&Default::default()).await.map(drop),
                users.oauth_access_token("u", "p", &Default::default()).await.map(drop),
                users.organization_memberships("u", &Default::default()).await.map(drop),
                users.create_totp("u").await.map(drop),
                users.delete("u").await.map(drop),
            ]
        });
        for error in outcomes.into_iter().filter_map(Result::err) {
            let expected = if StatusCode::from_u16(status).unwrap().is_success() { ErrorKind::Decode } else { ErrorKind::Api };
            prop_assert_eq!(error.kind(), expected);
            prop_assert_eq!(error.body(), &body);
            prop_assert!(error.to_string().len() < 4_000);
        }
    }
}

/// JSON that looks a little like Clerk's.
fn json() -> impl Strategy<Value = String> {
    let name = select(vec![
        "id",
        "object",
        "email_addresses",
        "verification",
        "public_metadata",
        "created_at",
        "banned",
        "data",
        "total_count",
        "errors",
        "code",
        "message",
        "meta",
        "strategy",
        "token",
        "secret",
        "deleted",
        "linked_to",
        "organization",
    ]);
    let leaf = select(vec![
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "1.5",
        "\"x\"",
        "\"user\"",
        "[]",
        "{}",
        "18446744073709551616",
        "\"\\ud800\"",
    ]);
    leaf.prop_map(str::to_owned).prop_recursive(4, 40, 5, move |inner| {
        let members = proptest::collection::vec((name.clone(), inner.clone()), 0..5);
        let object = members.prop_map(|members| {
            let members: Vec<_> = members.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
            format!("{{{}}}", members.join(","))
        });
        let list = proptest::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(",")));
        prop_oneof![object, list]
    })
}
