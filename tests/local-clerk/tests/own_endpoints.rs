//! Responses that tests script, and requests that nobody expected.

use local_clerk::{LocalClerk, Method, Operation};
use serde_json::{Value, json};

use crate::support::Clerk;

#[tokio::test]
async fn endpoints_of_ones_own_are_answered_and_journaled() {
    let clerk = Clerk::start().await;
    let acme = json!({ "id": "org_1", "name": "Acme" });
    clerk.local.respond(Method::POST, "/organizations", 200, acme.clone()).unwrap();
    clerk.local.respond(Method::DELETE, "/teams/{team}/members/{id}", 204, Value::Null).unwrap();
    let reply = clerk.post("/organizations", json!({ "name": "Acme" })).await;
    assert_eq!((reply.ok(), reply.headers["content-type"].to_str().unwrap()), (acme, "application/json"));
    let reply = clerk.delete("/teams/7/members/a%2Fb").await;
    assert_eq!((reply.status, reply.text.as_str()), (204, ""));
    clerk.delete("/teams/7/members").await.refused(404, "resource_not_found");
    let journal = clerk.local.journal();
    assert_eq!(
        (journal[0].operation, journal[0].json()),
        (Some(Operation::CreateOrganization), Some(json!({ "name": "Acme" })))
    );
    assert_eq!(
        clerk.local.unexpected().iter().map(|request| request.path.as_str()).collect::<Vec<_>>(),
        ["/v1/teams/7/members"]
    );
}

#[tokio::test]
async fn the_key_is_checked_and_the_newest_response_counts() {
    let clerk = Clerk::start().await;
    clerk.local.respond(Method::GET, "/users/count", 200, json!({ "total_count": 1 })).unwrap();
    clerk.local.respond(Method::GET, "/users/count", 418, json!({ "total_count": 2 })).unwrap();
    let reply = clerk.get("/users/count").await;
    assert_eq!((reply.status, reply.json()["total_count"].clone()), (418, json!(2)));
    let without = clerk.http.get(format!("{}/users/count", clerk.local.base_url()));
    clerk.send(without).await.refused(401, "authorization_header_format_invalid");
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused() {
    let clerk = LocalClerk::start().await.unwrap();
    for status in [0, 100, 199, 1000] {
        assert!(clerk.respond(Method::GET, "/x", status, Value::Null).is_err());
    }
    assert!(clerk.respond(Method::GET, "x", 200, Value::Null).is_err());
}

#[tokio::test]
async fn unexpected_requests_are_those_that_nothing_was_there_for() {
    let clerk = Clerk::start().await;
    clerk.get("/users").await.ok();
    clerk.get("/users/user_none").await.refused(404, "resource_not_found");
    assert!(clerk.local.unexpected().is_empty());
    clerk.get("/nowhere").await;
    clerk.delete("/users").await;
    clerk.get("/jwks").await;
    assert_eq!(clerk.local.unexpected().len(), 3);
}
