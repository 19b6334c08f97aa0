//! Any text as ids, filters, headers and members of a body: sent as it is and where it belongs, or not sent at all.

use std::sync::LazyLock;

use clerk_client::error::ErrorKind;
use clerk_client::transport::Request;
use clerk_client::{Client, CountUsers, Endpoint, ListUsers, Method, Result, UpdateUserRequest, Url, UsersApi};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use percent_encoding::percent_decode_str;

use super::check_text;

const TEXT: usize = 16 * 1024;
const ORIGIN: &str = "https://api.clerk.com";
const KEY: &str = "Bearer sk_test_1";

/// What a program may have got from anywhere.
#[derive(Arbitrary, Debug)]
pub struct Input {
    ids: [String; 2],
    filter: Vec<String>,
    text: String,
    limit: Option<u32>,
    offset: Option<u64>,
    header: (String, String),
}

static CLIENT: LazyLock<Client> = LazyLock::new(|| Client::new("sk_test_1").unwrap());

/// Makes a request of `input` in each way there is.
pub fn check(input: &Input) {
    let users = CLIENT.users();
    let [id, other] = &input.ids;
    for request in of_one_user(users, id) {
        check_path(request, &[id]);
    }
    for request in of_two_ids(users, id, other) {
        check_path(request, &[id, other]);
    }
    check_filters(users, input);
    check_header(users, input);
    check_body(users, &input.text);
}

fn of_one_user(users: &dyn UsersApi, id: &str) -> [Result<Request>; 12] {
    [
        users.find(id).into_request(),
        users.ban(id).into_request(),
        users.unban(id).into_request(),
        users.lock(id).into_request(),
        users.delete(id).into_request(),
        users.delete_totp(id).into_request(),
        users.delete_profile_image(id).into_request(),
        users.disable_mfa(id).into_request(),
        users.create_totp(id).into_request(),
        users.update(id, &Default::default()).into_request(),
        users.organization_memberships(id, &Default::default()).into_request(),
        users.organization_invitations(id, &Default::default()).into_request(),
    ]
}

fn of_two_ids(users: &dyn UsersApi, id: &str, other: &str) -> [Result<Request>; 4] {
    [
        users.delete_passkey(id, other).into_request(),
        users.delete_web3_wallet(id, other).into_request(),
        users.delete_external_account(id, other).into_request(),
        users.oauth_access_token(id, other, &Default::default()).into_request(),
    ]
}

/// The URL, parsed as the next program on the way does.
fn url(request: &Request) -> Url {
    let url = Url::parse(&request.uri().to_string()).expect("a URL");
    assert_eq!(url.as_str(), request.uri().to_string());
    url
}

/// The request is for its endpoint with these ids, each one segment, whoever reads the URL.
fn check_path(request: Result<Request>, ids: &[&str]) {
    let Some(request) = sent(request) else { return };
    let url = url(&request);
    assert_eq!(url.origin().ascii_serialization(), ORIGIN);
    assert_eq!((url.query(), url.fragment(), url.username(), url.password()), (None, None, "", None));
    assert_eq!(segments(&url), expected(request.endpoint, ids), "{url}");
    let path = url.path().strip_prefix("/v1").expect("the base path");
    assert_eq!(endpoint_at(&request.method, path), Some(request.endpoint.name), "{url}");
}

fn segments(url: &Url) -> Vec<String> {
    let decoded = |segment: &str| percent_decode_str(segment).decode_utf8().expect("UTF-8").into_owned();
    url.path().split('/').map(decoded).collect()
}

fn expected(endpoint: &Endpoint, ids: &[&str]) -> Vec<String> {
    let mut ids = ids.iter();
    let path = format!("/v1{}", endpoint.path);
    let mut fill = |segment: &str| match segment.starts_with('{') {
        true => ids.next().map(|id| (*id).to_owned()).unwrap_or_default(),
        false => segment.to_owned(),
    };
    path.split('/').map(&mut fill).collect()
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

/// Filters read back as they were given; what Clerk would take for no filter, or another one, is not sent.
fn check_filters(users: &dyn UsersApi, input: &Input) {
    let Input { filter, text, limit, offset, .. } = input;
    let mut query = ListUsers::new().usernames(filter.clone()).external_ids(filter.clone()).query(text);
    (query.limit, query.offset) = (*limit, *offset);
    let mut given: Vec<_> = filter.iter().map(|name| ("username".to_owned(), name.clone())).collect();
    given.push(("query".to_owned(), text.clone()));
    given.extend(filter.iter().map(|id| ("external_id".to_owned(), unsigned(id))));
    given.extend(limit.map(|limit| ("limit".to_owned(), limit.to_string())));
    given.extend(offset.map(|offset| ("offset".to_owned(), offset.to_string())));
    let is_filter = (1..=100).contains(&filter.len()) && filter.iter().all(|value| !value.is_empty());
    let is_page = limit.is_none_or(|limit| (1..=500).contains(&limit));
    check_query(users.all(&query).into_request(), &given, is_filter && is_page);
    let query = CountUsers::new().phone_numbers(filter.clone()).email_address_query(text);
    let mut given: Vec<_> = filter.iter().map(|number| ("phone_number".to_owned(), number.clone())).collect();
    given.push(("email_address_query".to_owned(), text.clone()));
    check_query(users.count(&query).into_request(), &given, is_filter);
}

/// An id that begins with a sign gets one, lest Clerk take it for "without".
fn unsigned(id: &str) -> String {
    if id.starts_with(['+', '-']) { format!("+{id}") } else { id.to_owned() }
}

fn check_query(request: Result<Request>, given: &[(String, String)], is_sendable: bool) {
    let request = sent(request);
    assert_eq!(request.is_some(), is_sendable, "{given:?}");
    let Some(request) = request else { return };
    let url = url(&request);
    let read: Vec<_> = url.query_pairs().into_owned().collect();
    assert_eq!(read, given);
    assert_eq!(url.fragment(), None);
    assert_eq!(segments(&url), expected(request.endpoint, &[]));
}

/// A header is sent as it is, adds nothing else, and takes the place of none of the client's.
fn check_header(users: &dyn UsersApi, input: &Input) {
    let (name, value) = &input.header;
    let plain = users.find("user_2a").into_request().expect("a request").headers().clone();
    let Some(request) = sent(users.find("user_2a").header(name, value).into_request()) else { return };
    assert_eq!(request.headers().get(name).map(|value| value.as_bytes()), Some(value.as_bytes()));
    assert!(value.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t')), "{value:?}");
    assert_eq!(request.headers()["authorization"], KEY);
    let others = plain.iter().filter(|(known, _)| !known.as_str().eq_ignore_ascii_case(name));
    for (known, value) in others {
        assert_eq!(request.headers().get_all(known).iter().collect::<Vec<_>>(), [value]);
    }
}

/// Text in a body reads back as it was given.
fn check_body(users: &dyn UsersApi, text: &str) {
    let changes = UpdateUserRequest::new().first_name(text).password(text);
    let request = sent(users.update("user_2a", &changes).into_request()).expect("any text can be a name");
    let json: serde_json::Value = serde_json::from_slice(request.body.as_bytes().expect("JSON")).expect("JSON");
    assert_eq!(json, serde_json::json!({ "first_name": text, "password": text }));
}

/// The request, if there is one; else the error says that nothing was sent.
fn sent(request: Result<Request>) -> Option<Request> {
    match request {
        Ok(request) => Some(request),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Request);
            assert!(!error.may_have_run() && error.attempts() == 0);
            check_text(&error, TEXT);
            None
        }
    }
}
