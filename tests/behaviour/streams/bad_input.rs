//! What cannot be walked ends in an error, soon and in words.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
use clerk_client::{Call, Client, ErrorKind, Page, Url, clerk_api};
use futures_util::StreamExt as _;
use serde::Deserialize;
use serde_json::Value;

#[derive(Clone, Debug, Deserialize)]
struct Thing {
    #[serde(default, rename = "id")]
    _id: u64,
}

#[clerk_api(prefix = "/things")]
trait Things {
    #[get("", paginate = offset)]
    fn offset(&self, #[query("limit")] limit: Option<i64>, #[query("offset")] offset: Option<&str>)
    -> Call<Vec<Thing>>;
    #[get("/pages", paginate = offset(max = 10))]
    fn pages(&self, #[query("limit")] limit: Option<i64>, #[query("offset")] offset: Option<u32>) -> Call<Page<Thing>>;
    #[get("/cursor", paginate = cursor(after))]
    fn cursor(&self, #[query("limit")] limit: Option<i64>, #[query("after")] after: Option<&str>) -> Call<Vec<Thing>>;
    #[get("/named", paginate = cursor(after))]
    fn named(&self, #[query("limit")] limit: u32, #[query("after")] after: Option<&str>) -> Call<Vec<Value>>;
    #[get("/once")]
    fn once(&self) -> Call<Vec<Thing>>;
}

/// Responds to a request with the ids that a function of its parameters returns.
struct Script<F>(F);

impl<F: Fn(&str, u64, u64) -> String + Send + Sync + 'static> Transport for Script<F> {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        let url = Url::parse(&request.uri().to_string()).unwrap();
        let number = |name: &str| {
            let value = url.query_pairs().find(|(found, _)| found == name).map(|(_, value)| value.into_owned());
            value.and_then(|value| value.parse::<u64>().ok())
        };
        let place = number("offset").or(number("after").map(|after| after + 1)).unwrap_or(0);
        let body = (self.0)(request.uri().path(), place, number("limit").unwrap_or(10));
        Box::pin(async move { Ok(RawResponse::new(200, body)) })
    }
}

fn client(script: impl Fn(&str, u64, u64) -> String + Send + Sync + 'static) -> Client {
    Client::builder("sk_test_1").transport(Script(script)).build().unwrap()
}

fn ids(ids: impl IntoIterator<Item = u64>) -> String {
    let objects: Vec<_> = ids.into_iter().map(|id| format!(r#"{{"id":{id}}}"#)).collect();
    format!("[{}]", objects.join(","))
}

/// How many items there are until the end, or the error.
async fn walk<T: clerk_client::List<Item = Thing> + 'static>(call: Call<T>) -> Result<usize, String> {
    let mut stream = call.stream();
    let mut count = 0;
    while let Some(item) = stream.next().await {
        match item {
            Ok(_) => count += 1,
            Err(error) => {
                assert!(stream.next().await.is_none(), "an error is the end");
                return Err(format!("{:?} {error}", error.kind()));
            }
        }
        assert!(count < 100_000, "without an end");
    }
    assert!(stream.next().await.is_none(), "the end is the end");
    Ok(count)
}

#[tokio::test]
async fn a_query_that_cannot_be_walked_is_refused_before_it_is_sent() {
    let client = client(|_, _, _| panic!("nothing must be sent"));
    for (call, reason) in [
        (client.offset(Some(0), None), "`limit` is 0, but must be at least 1"),
        (client.offset(Some(-1), None), "`limit` is -1, but must be at least 1"),
        (client.cursor(Some(0), None), "`limit` is 0, but must be at least 1"),
        (client.offset(None, Some("x")), "`offset` is not a number"),
        (client.once(), "declare `paginate`"),
    ] {
        let error = walk(call).await.unwrap_err();
        assert!(error.starts_with("Request Things.") && error.contains(reason), "{error}");
    }
    let error = walk(client.pages(Some(11), None)).await.unwrap_err();
    assert!(error.contains("`limit` is 11, but must be 1 to 10"), "{error}");
}

#[tokio::test]
async fn a_server_that_repeats_pages_is_an_error_and_not_a_loop() {
    let same = client(|_, _, limit| ids(0..limit));
    let in_turn = client(|_, place, limit| if place / 400 % 2 == 0 { ids(0..limit) } else { ids(1000..1000 + limit) });
    for client in [same, in_turn] {
        for prefetch in [0, 1, 20] {
            for result in [
                client.offset(Some(500), None).stream().prefetch(prefetch).take(200_000).collect::<Vec<_>>().await,
                client.cursor(Some(500), None).stream().prefetch(prefetch).take(200_000).collect().await,
                client.pages(Some(10), None).stream().prefetch(prefetch).take(200_000).collect().await,
            ] {
                let last = result.last().unwrap();
                assert!(result.len() <= 1001, "{} items", result.len());
                assert_eq!(last.as_ref().unwrap_err().kind(), ErrorKind::Pagination);
            }
        }
    }
    let long_cycle = client(|_, place, limit| ids((place..place + limit).map(|id| id % 7000)));
    let error = walk(long_cycle.offset(Some(100), None)).await.unwrap_err();
    assert!(error.starts_with("Pagination Things.offset") && error.contains("the same page"), "{error}");
}

#[tokio::test]
async fn a_server_that_ignores_the_cursor_is_an_error_at_its_second_page() {
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = requests.clone();
    let list = client(move |_, _, _| {
        counted.fetch_add(1, Ordering::Relaxed);
        ids(0..20)
    });
    let error = walk(list.cursor(None, None)).await.unwrap_err();
    assert!(error.starts_with("Pagination") && error.contains("the same page"), "{error}");
    assert_eq!(requests.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn every_list_is_walked_to_its_end() {
    for total in [0, 1, 2, 9, 10, 11, 99, 100, 101, 500, 501, 1000, 1999] {
        let list = client(move |_, place, limit| ids(place..total.min(place + limit)));
        let expected = Ok(usize::try_from(total).unwrap());
        assert_eq!(walk(list.offset(None, None)).await, expected, "{total}");
        assert_eq!(walk(list.offset(Some(1), None)).await, expected, "{total}");
        assert_eq!(walk(list.offset(Some(10), None)).await, expected, "{total}");
        assert_eq!(walk(list.cursor(None, None)).await, expected, "{total}");
        assert_eq!(walk(list.cursor(Some(3), None)).await, expected, "{total}");
        assert_eq!(walk(list.pages(None, None)).await, expected, "{total}");
    }
}

#[tokio::test]
async fn pages_that_are_smaller_than_what_was_asked_for_lose_nothing() {
    for (largest, total) in [(1, 1), (2, 31), (30, 1000), (30, 15), (499, 1000)] {
        let list = client(move |_, place, limit| ids(place..total.min(place + limit.min(largest))));
        assert_eq!(walk(list.offset(None, None)).await, Ok(usize::try_from(total).unwrap()), "{largest} of {total}");
        assert_eq!(walk(list.cursor(None, None)).await, Ok(usize::try_from(total).unwrap()), "{largest} of {total}");
    }
}

#[tokio::test]
async fn a_short_page_is_not_the_end_where_no_largest_page_is_declared() {
    let list = client(|_, place, _| ids(place..1000.min(place + 20 + place % 7)));
    assert_eq!(walk(list.offset(None, None)).await, Ok(1000));
    assert_eq!(walk(list.cursor(None, None)).await, Ok(1000));
    let one_by_one = client(|_, place, _| ids(place..20.min(place + 1)));
    assert_eq!(walk(one_by_one.cursor(None, None)).await, Ok(20));
    assert_eq!(walk(one_by_one.offset(None, None)).await, Ok(20), "they have nothing in common");
    let any_size = client(|_, place, _| ids(place..391.min(place + 1 + place * 7919 % 5)));
    assert_eq!(walk(any_size.offset(Some(7), None)).await, Ok(391));
    assert_eq!(walk(any_size.cursor(Some(7), None)).await, Ok(391));
}

#[tokio::test]
async fn equal_items_of_one_page_are_different_ones() {
    let list = client(|_, place, limit| {
        let texts = ["1", "1", "2", "1"].map(|name| format!(r#"{{"name":{name}}}"#));
        let page = texts.iter().skip(place as usize).take(limit as usize).cloned().collect::<Vec<_>>();
        format!("[{}]", page.join(","))
    });
    assert_eq!(walk(list.offset(None, None)).await, Ok(4));
}

#[tokio::test]
async fn an_item_without_an_id_is_no_cursor() {
    let list = client(|_, _, _| r#"[{"name":"Ada"},{"name":"Grace"}]"#.to_owned());
    let error = walk(list.cursor(Some(2), None)).await.unwrap_err();
    assert!(error.starts_with("Pagination") && error.contains("no `id`"), "{error}");
}

#[tokio::test]
async fn a_page_that_cannot_be_requested_is_an_error_after_the_items_before_it() {
    let list = client(|_, _, _| format!(r#"[{{"id":"a"}},{{"id":"{}"}}]"#, "b".repeat(70_000)));
    for prefetch in [0, 1, 20] {
        let stream = list.named(2, None).stream().prefetch(prefetch);
        let items: Vec<_> = stream.collect().await;
        assert!(matches!(&items[..], [Ok(_), Ok(_), Err(error)] if error.kind() == ErrorKind::Request), "{items:?}");
    }
}

#[tokio::test]
async fn items_without_an_id_are_told_apart_by_what_they_are() {
    let list = client(|_, place, limit| {
        let texts: Vec<_> = (place..95.min(place + limit)).map(|n| format!(r#"{{"name":"{n}"}}"#)).collect();
        format!(r#"{{"data":[{}],"total_count":95}}"#, texts.join(","))
    });
    let call = list.pages(None, None);
    assert_eq!(call.stream().total().await.unwrap(), 95);
    assert_eq!(walk(list.pages(None, None)).await, Ok(95));
    assert!(list.offset(None, None).stream().total().await.is_err(), "a bare list has no total");
}

#[derive(Clone, Debug, Deserialize)]
struct Envelope {
    things: Vec<Thing>,
}

impl clerk_client::List for Envelope {
    type Item = Thing;

    fn into_items(self) -> Vec<Thing> {
        self.things
    }
}

#[clerk_api(prefix = "/things")]
trait Enveloped {
    #[get("", paginate = offset)]
    fn all(&self, #[query("limit")] limit: Option<u32>, #[query("offset")] offset: Option<u32>) -> Call<Envelope>;
}

#[tokio::test]
async fn a_list_type_of_ones_own_is_walked_too() {
    let list = client(|_, place, limit| format!(r#"{{"more":[1],"things":{}}}"#, ids(place..1234.min(place + limit))));
    let all: &dyn Enveloped = &list;
    assert_eq!(walk(all.all(Some(100), None)).await, Ok(1234));
}
