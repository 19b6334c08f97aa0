//! The whole grammar of a declaration, by what it sends.

use std::borrow::Cow;
use std::collections::BTreeMap;

use clerk_client::multipart::{Form, Part};
use clerk_client::{Call, ClerkQuery, clerk_api};
use clerk_tests::wire::{Received, Wire};
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Filter<'a> {
    name: &'a str,
    tags: Vec<&'a str>,
    missing: Option<u8>,
    archived: bool,
}

#[derive(Serialize)]
pub(crate) struct Note<'a> {
    text: &'a str,
}

/// One method for each thing that can be said.
#[clerk_api(prefix = "/beta")]
pub(crate) trait Everything {
    #[get("/")]
    fn root(&self) -> Call<()>;
    #[get("/things/<thing_id>/parts/<part>")]
    fn segments(&self, part: u32, thing_id: &str) -> Call<()>;
    #[get("/things")]
    fn query(
        &self,
        #[query] filter: &Filter<'_>,
        #[query("page")] page: Option<u32>,
        #[query("id")] ids: &[&str],
    ) -> Call<()>;
    #[get("/map")]
    fn map(&self, #[query] map: &BTreeMap<String, String>, #[query] pairs: &[(&str, u8)]) -> Call<()>;
    #[put("/things/<thing_id>")]
    fn json(&self, thing_id: &str, #[body] note: &Note<'_>) -> Call<()>;
    #[patch("/things/<thing_id>")]
    fn json_by_value(&self, thing_id: String, #[body] note: serde_json::Value) -> Call<()>;
    #[post("/form")]
    fn form(&self, #[form] filter: &Filter<'_>) -> Call<()>;
    #[post("/upload")]
    fn multipart(&self, #[multipart] form: Form) -> Call<()>;
    #[delete("/things")]
    fn delete_many(
        &self,
        #[body] ids: &[&str],
        #[header("x-reason")] reason: Option<&str>,
        #[header("x-count")] count: u8,
    ) -> Call<()>;
    #[get("/words/<type>")]
    fn raw_names(&self, r#type: &str, #[query("match")] r#match: Cow<'_, str>) -> Call<()>;
}

async fn sent(call: impl FnOnce(&dyn Everything) -> Call<()>) -> Received {
    let wire = Wire::json("").await;
    call(&wire.client()).await.unwrap();
    wire.only()
}

#[tokio::test]
async fn arguments_fill_the_path_by_name_behind_the_prefix() {
    assert_eq!(sent(|api| api.root()).await.line(), "GET /v1/beta");
    assert_eq!(sent(|api| api.segments(7, "a/b")).await.line(), "GET /v1/beta/things/a%2Fb/parts/7");
    assert_eq!(sent(|api| api.raw_names("a", "b c".into())).await.line(), "GET /v1/beta/words/a?match=b+c");
}

#[tokio::test]
async fn queries_take_structs_maps_pairs_values_options_and_lists() {
    let filter = Filter { name: "a+b", tags: vec!["x", "y"], missing: None, archived: false };
    assert_eq!(
        sent(|api| api.query(&filter, Some(0), &["1", "2"])).await.line(),
        "GET /v1/beta/things?name=a%2Bb&tags=x&tags=y&archived=false&page=0&id=1&id=2"
    );
    let empty = Filter { name: "", tags: vec![], missing: Some(1), archived: true };
    assert_eq!(
        sent(|api| api.query(&empty, None, &[])).await.line(),
        "GET /v1/beta/things?name=&missing=1&archived=true"
    );
    let map = BTreeMap::from([("k".to_owned(), "v&w".to_owned())]);
    assert_eq!(sent(|api| api.map(&map, &[("n", 1), ("n", 2)])).await.line(), "GET /v1/beta/map?k=v%26w&n=1&n=2");
    assert_eq!(sent(|api| api.map(&BTreeMap::new(), &[])).await.line(), "GET /v1/beta/map");
}

#[tokio::test]
async fn bodies_are_json_form_or_multipart() {
    let put = sent(|api| api.json("t", &Note { text: "a" })).await;
    assert_eq!((put.line(), put.text().as_str()), ("PUT /v1/beta/things/t", r#"{"text":"a"}"#));
    let patch = sent(|api| api.json_by_value("t".to_owned(), serde_json::json!([null]))).await;
    assert_eq!((patch.line(), patch.text().as_str()), ("PATCH /v1/beta/things/t", "[null]"));
    let filter = Filter { name: "ä b", tags: vec!["x", "y"], missing: None, archived: true };
    let form = sent(|api| api.form(&filter)).await;
    assert_eq!(form.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(form.text(), "name=%C3%A4+b&tags=x&tags=y&archived=true");
    let upload = Form::new().text("title", "Ada").part("file", Part::new("bytes").file_name("a.txt"));
    let upload = sent(|api| api.multipart(upload)).await;
    assert!(upload.header("content-type").unwrap().starts_with("multipart/form-data; boundary="));
    assert!(upload.text().contains("name=\"title\"\r\n\r\nAda\r\n"), "{}", upload.text());
    assert!(upload.text().contains("name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nbytes\r\n"));
}

#[tokio::test]
async fn headers_come_from_arguments_and_none_sends_none() {
    let with = sent(|api| api.delete_many(&["a"], Some("spam"), 1)).await;
    assert_eq!((with.header("x-reason"), with.header("x-count")), (Some("spam"), Some("1")));
    assert_eq!((with.line(), with.text().as_str()), ("DELETE /v1/beta/things", r#"["a"]"#));
    assert_eq!(sent(|api| api.delete_many(&["a"], None, 1)).await.header("x-reason"), None);
}

#[tokio::test]
async fn an_argument_that_cannot_be_sent_is_named_and_nothing_is_sent() {
    let wire = Wire::json("").await;
    let client = wire.client();
    let api: &dyn Everything = &client;
    let error = api.delete_many(&[], Some("line\nbreak"), 1).await.unwrap_err();
    assert!(error.to_string().contains("argument `reason` cannot be sent as the header `x-reason`"), "{error}");
    let error = api.segments(1, "..").await.unwrap_err();
    assert!(error.to_string().starts_with("Everything.segments (GET /beta/things/{thing_id}/parts/{part})"), "{error}");
    assert!(wire.received().is_empty());
}

#[test]
fn the_table_holds_the_templates_with_the_prefix() {
    let paths: Vec<_> = <dyn Everything>::ENDPOINTS.iter().map(|endpoint| endpoint.path).collect();
    assert_eq!(paths[..2], ["/beta", "/beta/things/{thing_id}/parts/{part}"]);
}

#[derive(Serialize)]
struct Range {
    from: u8,
}

#[derive(Serialize)]
struct Nested {
    name: &'static str,
    age: Range,
}

#[derive(Serialize)]
struct Score {
    name: &'static str,
    points: Vec<f64>,
}

#[derive(Clone, Debug, Default, ClerkQuery)]
pub(crate) struct Near {
    pub(crate) y: Option<f64>,
}

#[clerk_api]
trait Searches {
    #[put("/score")]
    fn put(&self, #[body] score: &Score) -> Call<()>;
    #[patch("/score")]
    fn patch(&self, #[body("points")] points: Option<f64>) -> Call<()>;
    #[get("/search")]
    fn all(&self, #[query] filter: &Nested) -> Call<()>;
    #[post("/search")]
    fn form(&self, #[form] filter: &Nested) -> Call<()>;
    #[get("/near")]
    fn near(&self, #[query("x")] x: f64, #[query] query: &Near) -> Call<()>;
    #[get("/nearest")]
    fn nearest(&self, #[query("y")] y: u8, #[query("xy")] xy: &[u8], #[query] query: &Near) -> Call<()>;
    #[post("/near")]
    fn near_form(&self, #[form("x")] x: Option<f64>) -> Call<()>;
}

#[tokio::test]
async fn a_struct_inside_a_query_is_an_error_that_names_its_field() {
    let client = clerk_client::Client::new("sk_test_1").unwrap();
    let searches: &dyn Searches = &client;
    let nested = Nested { name: "ada", age: Range { from: 7 } };
    for (call, what) in [(searches.all(&nested), "query"), (searches.form(&nested), "body")] {
        let error = call.await.unwrap_err().to_string();
        assert!(error.contains(&format!("argument `filter` cannot be sent as a {what}: `age`")), "{error}");
    }
}

#[tokio::test]
async fn a_name_that_two_arguments_send_is_an_error() {
    let wire = Wire::json("").await;
    let client = wire.client();
    let error = client.nearest(1, &[2, 3], &Near::new().y(4.0)).await.unwrap_err().to_string();
    assert!(error.contains("argument `query` sends `y`, as another argument does"), "{error}");
    client.nearest(1, &[2, 3], &Near::new()).await.unwrap();
    assert_eq!(wire.only().query(), Some("y=1&xy=2&xy=3"));
}

#[tokio::test]
async fn a_number_that_is_not_finite_is_an_error_and_neither_null_nor_text() {
    let client = clerk_client::Client::new("sk_test_1").unwrap();
    let searches: &dyn Searches = &client;
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let score = Score { name: "ada", points: vec![1.0, number] };
        for (call, expected) in [
            (searches.put(&score), "`score` cannot be sent as a body: `points`: "),
            (searches.patch(Some(number)), "`points` cannot be sent as a body: "),
            (searches.near(number, &Near::new()), "`x` cannot be sent as a query: "),
            (searches.near(1.0, &Near::new().y(number)), "`query` cannot be sent as a query: `y`: "),
            (searches.near_form(Some(number)), "`x` cannot be sent as a body: "),
        ] {
            let error = call.await.unwrap_err().to_string();
            assert!(error.contains(&format!("argument {expected}{number} is not a finite number")), "{error}");
        }
    }
}
