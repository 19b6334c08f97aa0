//! What holds for any input.

#![allow(clippy::unwrap_used, reason = "a helper that cannot do its work fails the test that called it")]

use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
use clerk_client::{Bytes, Client, ListUsers};
use clerk_tests::operations::CASES;
use proptest::prelude::*;

/// Answers each request with this.
struct Always(u16, Bytes);

impl Transport for Always {
    fn send(&self, _: Request) -> TransportFuture<'_> {
        let reply = RawResponse::new(self.0, self.1.clone());
        Box::pin(async { Ok(reply) })
    }
}

fn client() -> Client {
    Client::builder("sk_test_1").transport(Always(200, Bytes::new())).build().unwrap()
}

/// Bytes, and texts that are nearly JSON.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let fragment = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"id\"",
        "\"user_1\"",
        "\"errors\"",
        "\"code\"",
        "null",
        "true",
        "1e999",
        "-0",
        "\"data\"",
        "\"total_count\"",
        "\"verification\"",
        "\\",
        "\\u0000",
        "\u{feff}",
        " ",
        "9223372036854775808",
    ]);
    let nearly_json = prop::collection::vec(fragment, 0..40).prop_map(|parts| parts.concat().into_bytes());
    prop_oneof![prop::collection::vec(any::<u8>(), 0..200), nearly_json]
}

/// Texts, and those that a path must not take.
fn id() -> impl Strategy<Value = String> {
    let part =
        prop::sample::select(vec![".", "..", "/", "\\", "%", "%2e", "%2F", "%25", "?", "#", "a", "count", " ", "\n"]);
    prop_oneof![any::<String>(), prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())]
}

/// An empty filter is refused.
fn not_empty() -> impl Strategy<Value = String> {
    any::<String>().prop_filter("empty", |text| !text.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_reply_is_a_value_or_an_error(status in 200_u16..600, body in body(), is_success: bool) {
        let status = if is_success { 200 } else { status };
        let transport = Always(status, body.into());
        let client = Client::builder("sk_test_1").transport(transport).build().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        for case in &CASES {
            if let Err(error) = runtime.block_on((case.call)(&client)) {
                let text = format!("{error} {error:?}");
                prop_assert!(text.len() < 30_000 && error.body().len() <= 16 * 1024);
            }
        }
    }

    #[test]
    fn any_id_is_one_segment_of_its_endpoints_path_or_nothing_is_sent(id in id()) {
        let client = client();
        for suffix in ["", "/ban", "/metadata"] {
            let request = match suffix {
                "" => client.users().find(&id).into_request(),
                "/ban" => client.users().ban(&id).into_request(),
                _ => client.users().update_metadata(&id, &Default::default()).into_request(),
            };
            let Ok(request) = request else { continue };
            let path = request.url.path();
            let segment = path.strip_prefix("/v1/users/").and_then(|rest| rest.strip_suffix(suffix));
            let segment = segment.unwrap_or_else(|| panic!("{id:?} made {path}"));
            prop_assert!(!segment.is_empty() && !segment.contains('/'), "{:?} made {}", id, path);
            prop_assert_eq!(percent_encoding::percent_decode_str(segment).decode_utf8().unwrap(), &id[..]);
            prop_assert_eq!((request.url.query(), request.url.fragment()), (None, None));
            prop_assert_eq!(request.url.host_str(), Some("api.clerk.com"));
        }
    }

    #[test]
    fn any_filter_comes_back_out_of_the_query(text in not_empty(), other in not_empty()) {
        let query = ListUsers::new().query(&text).email_address(&other);
        let request = client().users().all(&query).into_request().unwrap();
        let pairs: Vec<_> = request.url.query_pairs().into_owned().collect();
        let expected = [("email_address".to_owned(), other), ("query".to_owned(), text)];
        prop_assert_eq!(pairs.len(), 2);
        prop_assert!(expected.iter().all(|pair| pairs.contains(pair)), "{:?}", pairs);
    }
}
