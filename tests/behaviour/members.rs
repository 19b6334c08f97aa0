//! Members of a body, pages of a list, and responses as they are.

use std::collections::BTreeSet;

use clerk_client::multipart::Part;
use clerk_client::{Bytes, Call, List as _, Method, Page, PageQuery, PageStart, clerk_api};
use clerk_tests::wire::{Received, Wire, response};
use serde::Serialize;

#[derive(Serialize)]
struct Pages {
    page_size: u32,
    skip: u32,
}

impl PageQuery for Pages {
    const MEMBERS: &'static [&'static str] = &["page_size", "skip"];
}

#[clerk_api(prefix = "/things")]
trait Members {
    #[get("")]
    fn at_the_prefix(&self) -> Call<()>;
    #[post("/ban")]
    fn json(&self, #[body("user_ids")] ids: &[&str], #[body("reason")] reason: Option<&str>) -> Call<()>;
    #[post("/note")]
    fn optional(&self, #[body("note")] note: Option<&str>) -> Call<()>;
    #[post("/verify")]
    fn form(
        &self,
        #[form("code")] code: &str,
        #[form("factor")] factors: &[u8],
        #[form("note")] n: Option<&str>,
    ) -> Call<()>;
    #[put("/logo")]
    fn parts(
        &self,
        #[multipart("file")] file: Part,
        #[multipart("uploader_user_id")] by: Option<&str>,
        #[multipart("tag")] tags: Vec<u16>,
    ) -> Call<()>;
    #[put("/bytes")]
    fn bytes_are_parts(
        &self,
        #[multipart("vec")] vec: Vec<u8>,
        #[multipart("slice")] slice: &[u8],
        #[multipart("bytes")] bytes: Bytes,
        #[multipart("list")] list: Vec<Vec<u8>>,
        #[multipart("number")] number: u8,
    ) -> Call<()>;
    #[post("/text")]
    fn text_is_json(&self, #[body] text: &str) -> Call<()>;
    #[post("/bytes")]
    fn bytes_are_json(&self, #[body] bytes: &Bytes) -> Call<()>;

    #[get("/text")]
    fn text(&self) -> Call<String>;
    #[get("/bytes")]
    fn bytes(&self) -> Call<Bytes>;
    #[delete("/<id>")]
    fn delete(&self, id: &str) -> Call<()>;

    #[get("/offsets", paginate = offset(limit = "page_size", offset = "skip"))]
    fn offsets(&self, #[query] pages: &Pages) -> Call<Page<u8>>;
    #[get("/cursors", paginate = cursor(after, limit = "n"))]
    fn cursors(&self, #[query("n")] n: u32, #[query("after")] after: Option<&str>) -> Call<Vec<u8>>;
    #[get("/both", paginate = offset)]
    fn half_a_struct(&self, #[query] limit: &Limit, #[query("offset")] offset: u32) -> Call<Vec<u8>>;
}

#[derive(Serialize)]
struct Limit {
    limit: u32,
}

impl PageQuery for Limit {
    const MEMBERS: &'static [&'static str] = &["limit"];
}

async fn sent(call: impl FnOnce(&dyn Members) -> Call<()>) -> Received {
    let wire = Wire::json("{}").await;
    call(&wire.client()).await.unwrap();
    wire.only()
}

#[tokio::test]
async fn an_empty_path_is_the_prefix() {
    assert_eq!(sent(|api| api.at_the_prefix()).await.line(), "GET /v1/things");
}

#[tokio::test]
async fn members_make_one_json_object_without_those_that_are_null() {
    for (reason, body) in
        [(Some("a \"b\""), r#"{"user_ids":["u_1","u_2"],"reason":"a \"b\""}"#), (None, r#"{"user_ids":["u_1","u_2"]}"#)]
    {
        let request = sent(|api| api.json(&["u_1", "u_2"], reason)).await;
        assert_eq!((request.text().as_str(), request.header("content-type")), (body, Some("application/json")));
    }
    assert_eq!(sent(|api| api.optional(None)).await.text(), "{}");
}

#[tokio::test]
async fn fields_make_one_form() {
    for (note, body) in [(Some("x&y"), "code=a+b&factor=1&factor=2&note=x%26y"), (None, "code=a+b&factor=1&factor=2")] {
        let request = sent(|api| api.form("a b", &[1, 2], note)).await;
        let content_type = request.header("content-type");
        assert_eq!((request.text().as_str(), content_type), (body, Some("application/x-www-form-urlencoded")));
    }
}

#[tokio::test]
async fn parts_make_one_multipart_form() {
    let request = sent(|api| api.parts(Part::new("png").file_name("a.png"), Some("user_1"), vec![7, 8])).await;
    let text = request.text();
    let file = "name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\npng\r\n";
    for part in
        [file, "name=\"uploader_user_id\"\r\n\r\nuser_1\r\n", "name=\"tag\"\r\n\r\n7\r\n", "name=\"tag\"\r\n\r\n8\r\n"]
    {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    let text = sent(|api| api.parts(Part::new("png"), None, vec![])).await.text();
    assert!(text.contains("name=\"file\"") && !text.contains("uploader") && !text.contains("tag"), "{text}");
}

#[tokio::test]
async fn bytes_are_one_part() {
    let call = sent(|api| api.bytes_are_parts(b"a".into(), b"b", Bytes::from("c"), vec![b"d".into(), b"e".into()], 7));
    let text = call.await.text();
    for (name, byte) in [("vec", "a"), ("slice", "b"), ("bytes", "c"), ("list", "d"), ("list", "e")] {
        let part = format!("name=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n{byte}\r\n");
        assert!(text.contains(&part), "{part:?} is not in {text}");
    }
    assert!(text.contains("name=\"number\"\r\n\r\n7\r\n"), "{text}");
}

#[tokio::test]
async fn a_whole_body_is_json_whatever_it_is() {
    assert_eq!(sent(|api| api.text_is_json("a\"b")).await.text(), r#""a\"b""#);
    assert_eq!(sent(|api| api.bytes_are_json(&Bytes::from_static(b"\x01\x02"))).await.text(), "[1,2]");
}

#[tokio::test]
async fn a_unit_takes_any_body_and_text_and_bytes_take_it_as_it_is() {
    for (status, body) in [(200, "{\"deleted\":true}"), (202, "\n"), (200, "<html>"), (201, "")] {
        let wire = Wire::raw([response(status, &[], body)]).await;
        wire.client().delete("x").await.unwrap();
    }
    for body in ["\"quoted\"", "plain", ""] {
        let wire = Wire::raw([response(200, &[], body), response(200, &[], body)]).await;
        assert_eq!(wire.client().text().await.unwrap(), body);
        assert_eq!(wire.client().bytes().await.unwrap(), body);
    }
}

#[tokio::test]
async fn text_that_is_not_utf_8_is_a_decode_error() {
    let reply = b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\nconnection: close\r\n\r\n\xff".to_vec();
    let wire = Wire::raw([reply]).await;
    let error = wire.client().text().await.unwrap_err();
    assert_eq!(error.kind(), clerk_client::ErrorKind::Decode, "{error}");
}

#[tokio::test]
async fn a_page_is_asked_for_by_the_names_that_are_declared() {
    let wire = Wire::raw((0..3).map(|_| response(200, &[], "[1]"))).await;
    let client = wire.client();
    assert_eq!(client.offsets(&Pages { page_size: 2, skip: 4 }).await.unwrap().into_items(), [1]);
    assert_eq!(client.cursors(2, Some("x")).await.unwrap(), [1]);
    assert_eq!(client.half_a_struct(&Limit { limit: 2 }, 4).await.unwrap(), [1]);
    let lines: Vec<_> = wire.received().iter().map(|received| received.line().to_owned()).collect();
    let things = "GET /v1/things";
    assert_eq!(
        lines,
        [
            format!("{things}/offsets?page_size=2&skip=4"),
            format!("{things}/cursors?n=2&after=x"),
            format!("{things}/both?limit=2&offset=4"),
        ]
    );
}

#[test]
fn the_table_says_how_lists_are_paginated() {
    let paginated: Vec<_> = <dyn Members>::ENDPOINTS.iter().filter_map(|endpoint| endpoint.pagination).collect();
    assert_eq!(
        paginated.iter().map(|pages| (pages.limit, pages.start)).collect::<Vec<_>>(),
        [
            ("page_size", PageStart::Offset("skip")),
            ("n", PageStart::Cursor { after: "after", timeline: None }),
            ("limit", PageStart::Offset("offset")),
        ]
    );
    let ours: Vec<_> = <dyn clerk_client::UsersApi>::ENDPOINTS.iter().filter(|e| e.pagination.is_some()).collect();
    assert!(ours.iter().all(|endpoint| endpoint.method == Method::GET));
    let names: Vec<_> = ours.iter().map(|endpoint| endpoint.name).collect();
    assert_eq!(names[..3], ["all", "organization_memberships", "organization_invitations"]);
}

#[test]
fn a_list_gives_its_items() {
    assert_eq!(vec![1, 2].into_items(), [1, 2]);
    assert_eq!(Page::from(vec![1, 2]).into_items(), [1, 2]);
}

/// Both ways, since neither is more specific than the other.
#[clerk_api]
trait Overlapping {
    #[get("/y/<id>/x")]
    fn literal_last(&self, id: &str) -> Call<()>;
    #[get("/y/z/<id>")]
    fn literal_first(&self, id: &str) -> Call<()>;
}

#[tokio::test]
async fn a_value_never_makes_the_path_of_another_endpoint() {
    let wire = Wire::json("").await;
    let client = wire.client();
    assert!(client.literal_last("z").await.is_err() && client.literal_first("x").await.is_err());
    assert!(wire.received().is_empty());
    client.literal_last("a").await.unwrap();
    client.literal_first("a").await.unwrap();
}

/// The list in the macro, read from its source: a declaration must refuse what the client refuses, and nothing else.
#[tokio::test]
async fn the_macro_reserves_the_headers_that_the_client_reserves() {
    let source = include_str!("../../clerk-macros/src/read/member.rs");
    let list = source.split("const RESERVED").nth(1).and_then(|rest| rest.split("];").next()).unwrap();
    let reserved: BTreeSet<&str> = list.split("    (\"").skip(1).filter_map(|row| row.split('"').next()).collect();
    let others = ["accept", "user-agent", "cookie", "x-name", "te", "trailer", "date", "origin", "clerk-version"];
    let client = Wire::json("").await.client();
    for name in reserved.iter().copied().chain(others) {
        let refused = client.users().find("u").header(name, "1").into_request().is_err();
        assert_eq!(refused, reserved.contains(name), "{name}");
    }
    assert_eq!(reserved.len(), 8);
}
