//! What request bodies hold, and which requests have none.

use clerk_client::{
    CreateUserRequest, MetadataPatch, Patch, ProfileImage, Timestamp, UpdateUserMetadataRequest, UpdateUserRequest,
    VerifyPasswordRequest, VerifyTotpRequest,
};
use clerk_tests::wire::{Received, Wire};

const USER: &str = r#"{"id":"user_1"}"#;

#[tokio::test]
async fn a_post_without_a_body_sends_none() {
    let wire = Wire::json(r#"{"id":"user_1","user_id":"user_1"}"#).await;
    let client = wire.client();
    let users = client.users();
    users.ban("user_1").await.unwrap();
    users.unban("user_1").await.unwrap();
    users.lock("user_1").await.unwrap();
    users.unlock("user_1").await.unwrap();
    users.create_totp("user_1").await.unwrap();
    users.delete("user_1").await.unwrap();
    users.disable_mfa("user_1").await.unwrap();
    for received in wire.received() {
        assert_eq!(received.body, b"", "{}", received.line());
        assert_eq!(received.header("content-type"), None, "{}", received.line());
        assert!(matches!(received.header("content-length"), None | Some("0")), "{}", received.head);
    }
}

async fn updated(request: &UpdateUserRequest) -> Received {
    let wire = Wire::json(USER).await;
    wire.client().users().update("user_1", request).await.unwrap();
    wire.only()
}

#[tokio::test]
async fn absent_null_and_value_are_told_apart() {
    let new = UpdateUserRequest::new;
    for (request, body) in [
        (new(), "{}"),
        (new().first_name("Ada"), r#"{"first_name":"Ada"}"#),
        (new().username(Patch::Clear), r#"{"username":null}"#),
        (new().first_name("Ada").external_id(Patch::Clear), r#"{"external_id":null,"first_name":"Ada"}"#),
        (new().delete_self_enabled(false), r#"{"delete_self_enabled":false}"#),
        (new().create_organizations_limit(0), r#"{"create_organizations_limit":0}"#),
    ] {
        let received = updated(&request).await;
        assert_eq!(received.line(), "PATCH /v1/users/user_1");
        assert_eq!(received.text(), body);
        assert_eq!(received.header("content-type"), Some("application/json"));
    }
}

#[tokio::test]
async fn a_new_user_is_sent_with_what_was_set() {
    let wire = Wire::json(USER).await;
    let request = CreateUserRequest::new()
        .email_address("ada@example.com")
        .first_name("Ada")
        .password("correct horse")
        .skip_password_checks(false)
        .created_at(Timestamp::from_millis(1_350_717_320_902));
    wire.client().users().create(&request).await.unwrap();
    let received = wire.only();
    assert_eq!(received.line(), "POST /v1/users");
    assert_eq!(
        received.text(),
        r#"{"first_name":"Ada","email_address":["ada@example.com"],"password":"correct horse","skip_password_checks":false,"created_at":"2012-10-20T07:15:20.902Z"}"#
    );
}

#[tokio::test]
async fn nulls_inside_metadata_are_sent() {
    let wire = Wire::json(USER).await;
    let client = wire.client();
    let changes = MetadataPatch::new().set("plan", "pro").remove("trial");
    let request = UpdateUserMetadataRequest::new().public_metadata(changes);
    client.users().update_metadata("user_1", &request).await.unwrap();
    let raw = UpdateUserMetadataRequest::new().private_metadata(serde_json::json!({"a": {"b": null}}));
    client.users().update_metadata("user_1", &raw).await.unwrap();
    let bodies: Vec<_> = wire.received().iter().map(Received::text).collect();
    assert_eq!(
        bodies,
        [r#"{"public_metadata":{"plan":"pro","trial":null}}"#, r#"{"private_metadata":{"a":{"b":null}}}"#]
    );
}

#[tokio::test]
async fn passwords_and_codes_are_required_members() {
    let wire = Wire::json(r#"{"verified":true}"#).await;
    let client = wire.client();
    client.users().verify_password("user_1", &VerifyPasswordRequest::new("pässword")).await.unwrap();
    client.users().verify_totp("user_1", &VerifyTotpRequest::new("012345")).await.unwrap();
    let bodies: Vec<_> = wire.received().iter().map(Received::text).collect();
    assert_eq!(bodies, [r#"{"password":"pässword"}"#, r#"{"code":"012345"}"#]);
}

#[tokio::test]
async fn an_image_is_a_part_with_a_name_and_a_type() {
    let wire = Wire::json(USER).await;
    let image = ProfileImage::new("ada \"the\" countess.png", vec![0x89, b'P', b'N', b'G', 0, 0xff]);
    wire.client().users().update_profile_image("user_1", image).await.unwrap();
    let received = wire.only();
    assert_eq!(received.line(), "POST /v1/users/user_1/profile_image");
    let content_type = received.header("content-type").unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect(content_type);
    let text = received.text();
    assert!(text.starts_with(&format!("--{boundary}\r\n")), "{text}");
    assert!(text.contains("Content-Disposition: form-data; name=\"file\"; filename=\""), "{text}");
    assert!(text.contains("Content-Type: image/png\r\n"), "{text}");
    assert!(received.body.windows(6).any(|window| window == [0x89, b'P', b'N', b'G', 0, 0xff]));
    assert_eq!(received.header("content-length"), Some(received.body.len().to_string().as_str()));
}

#[tokio::test]
async fn an_image_with_an_impossible_type_is_refused() {
    let wire = Wire::json(USER).await;
    let image = ProfileImage::new("a.png", "x").content_type("not a type");
    let error = wire.client().users().update_profile_image("user_1", image).await.unwrap_err();
    assert!(error.to_string().contains("argument `image`"), "{error}");
    assert!(wire.received().is_empty());
}
