//! An id goes to the endpoint it was given to, as one segment, or nothing is sent.

use clerk_client::error::ErrorKind;
use clerk_tests::wire::Wire;

#[tokio::test]
async fn an_id_is_sent_as_one_segment() {
    let wire = Wire::json(r#"{"id":"user_1"}"#).await;
    let client = wire.client();
    for (id, segment) in [
        ("user_2a", "user_2a"),
        ("a/b", "a%2Fb"),
        ("a?limit=1", "a%3Flimit%3D1"),
        ("a#b", "a%23b"),
        ("50%", "50%25"),
        ("%2F", "%252F"),
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a\nb", "a%0Ab"),
        ("a\r\nHost: evil", "a%0D%0AHost%3A%20evil"),
        ("a\\b", "a%5Cb"),
        ("ädä", "%C3%A4d%C3%A4"),
        ("a;b=c", "a%3Bb%3Dc"),
        ("https://evil.example", "https%3A%2F%2Fevil.example"),
    ] {
        client.users().ban(id).await.unwrap();
        assert_eq!(wire.received().last().unwrap().line(), format!("POST /v1/users/{segment}/ban"), "{id:?}");
    }
}

#[tokio::test]
async fn an_id_that_climbs_is_refused_before_anything_is_sent() {
    let wire = Wire::json("{}").await;
    let client = wire.client();
    for id in [
        "",
        ".",
        "..",
        "%2e",
        "%2e%2e",
        "%2E.",
        "%252e%252e",
        "../organizations/org_1",
        "a/../../b",
        "..\\x",
        "%2e%2e%2f",
    ] {
        let error = client.users().delete(id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{id:?}");
        assert_eq!(error.endpoint().unwrap().name, "delete");
        assert!(error.to_string().contains("argument `user_id`"), "{error}");
        assert!(!error.may_have_run());
        let second = client.users().delete_passkey("user_1", id).await.unwrap_err();
        assert!(second.to_string().contains("argument `passkey_identification_id`"), "{second}");
    }
    assert!(wire.received().is_empty());
}

#[tokio::test]
async fn an_id_that_is_the_name_of_another_endpoint_is_refused() {
    let wire = Wire::json("{}").await;
    let error = wire.client().users().find("count").await.unwrap_err();
    assert!(error.to_string().contains("another endpoint"), "{error}");
    assert!(wire.received().is_empty());
}

#[tokio::test]
async fn a_provider_is_a_segment_too() {
    let wire = Wire::json("[]").await;
    wire.client().users().oauth_access_token("user_1", "oauth_custom_a/b", &Default::default()).await.unwrap();
    assert_eq!(wire.only().line(), "GET /v1/users/user_1/oauth_access_tokens/oauth_custom_a%2Fb");
}

#[tokio::test]
async fn the_base_url_keeps_its_path() {
    let wire = Wire::json("[]").await;
    let base = wire.base_url().replace("/v1", "/proxy/clerk/v1/");
    let client = wire.builder().base_url(base).build().unwrap();
    client.users().all(&Default::default()).await.unwrap();
    assert_eq!(wire.only().line(), "GET /proxy/clerk/v1/users");
}
