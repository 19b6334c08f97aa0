use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn merging_goes_deep_and_null_removes() {
    let cases = [
        (json!({}), json!({ "a": 1 }), json!({ "a": 1 })),
        (json!({ "a": 1 }), json!({ "b": 2 }), json!({ "a": 1, "b": 2 })),
        (json!({ "a": { "b": 1, "c": 2 } }), json!({ "a": { "b": null } }), json!({ "a": { "c": 2 } })),
        (json!({ "a": 1, "b": 2 }), json!({ "a": null }), json!({ "b": 2 })),
        (json!({ "a": [1, 2] }), json!({ "a": [3] }), json!({ "a": [3] })),
        (json!({ "a": [1] }), json!({ "a": { "b": null, "c": 1 } }), json!({ "a": { "c": 1 } })),
        (json!({ "a": { "b": 1 } }), json!({ "a": "text" }), json!({ "a": "text" })),
        (
            json!({ "a": 1 }),
            json!({ "b": { "c": { "d": null, "e": [null] } } }),
            json!({ "a": 1, "b": { "c": { "e": [null] } } }),
        ),
        (json!({ "a": 1 }), json!({}), json!({ "a": 1 })),
    ];
    let clerk = Clerk::start().await;
    for (number, (before, patch, after)) in cases.into_iter().enumerate() {
        let id = clerk.user(json!({ "username": format!("user_{number}"), "private_metadata": before })).await;
        let reply = clerk.patch(&format!("/users/{id}/metadata"), json!({ "private_metadata": patch })).await;
        assert_eq!(reply.ok()["private_metadata"], after);
    }
}

#[tokio::test]
async fn replacing_is_whole_and_keeps_what_is_not_named() {
    let clerk = Clerk::start().await;
    let members = json!({ "username": "ada_l", "public_metadata": { "a": 1 }, "unsafe_metadata": { "b": 2 } });
    let path = format!("/users/{}/metadata", clerk.user(members).await);
    let user = clerk.put(&path, json!({ "public_metadata": { "c": null } })).await.ok();
    assert_eq!(user["public_metadata"], json!({ "c": null }));
    assert_eq!(user["unsafe_metadata"], json!({ "b": 2 }));
    assert_eq!(clerk.put(&path, json!({ "unsafe_metadata": null })).await.ok()["unsafe_metadata"], Value::Null);
    assert_eq!(
        clerk.patch(&path, json!({ "public_metadata": null })).await.ok()["public_metadata"],
        json!({ "c": null })
    );
}

#[tokio::test]
async fn key_order_and_big_numbers_survive() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}/metadata", clerk.ada().await);
    let text = r#"{"z":123456789012345678901234567890,"a":{"y":0.10,"b":-0}}"#;
    let request = clerk.request(Method::PATCH, &path).header(CONTENT_TYPE, "application/json");
    let reply = clerk.send(request.body(format!(r#"{{"public_metadata": {text} }}"#))).await;
    assert!(reply.text.contains(&format!(r#""public_metadata":{text}"#)), "{}", reply.text);
}

#[tokio::test]
async fn metadata_is_limited_to_8_kb_also_after_merging() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}/metadata", clerk.ada().await);
    let fits = json!({ "public_metadata": { "x": "y".repeat(8192 - 8) } });
    clerk.patch(&path, fits).await.ok();
    let reply = clerk.patch(&path, json!({ "public_metadata": { "z": 1 } })).await;
    reply.refused_about(422, "form_param_exceeds_allowed_size", "public_metadata");
    let replaced = json!({ "private_metadata": { "x": "y".repeat(8192 - 7) } });
    clerk.put(&path, replaced).await.refused_about(422, "form_param_exceeds_allowed_size", "private_metadata");
}

#[tokio::test]
async fn bad_metadata_requests_are_refused() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}/metadata", clerk.ada().await);
    clerk.patch(&path, json!({ "metadata": {} })).await.refused_about(422, "form_param_unknown", "metadata");
    for value in [json!([]), json!("x"), json!(1)] {
        let reply = clerk.patch(&path, json!({ "public_metadata": value })).await;
        reply.refused_about(422, "form_param_type_invalid", "public_metadata");
    }
    let unknown = format!("/users/{UNKNOWN}/metadata");
    clerk.patch(&unknown, json!({})).await.refused(404, "resource_not_found");
    clerk.send(clerk.request(Method::PATCH, &path)).await.ok();
}

#[tokio::test]
async fn nesting_without_end_is_refused() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}/metadata", clerk.ada().await);
    let deep = format!("{}1{}", r#"{"a":"#.repeat(1000), "}".repeat(1000));
    let request = clerk.request(Method::PATCH, &path).header(CONTENT_TYPE, "application/json");
    let reply = clerk.send(request.body(format!(r#"{{"public_metadata":{deep}}}"#))).await;
    reply.refused(400, "request_body_invalid");
}
