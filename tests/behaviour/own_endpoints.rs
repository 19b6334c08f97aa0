//! A second crate declares endpoints of its own and calls them through the same client.

use clerk_client::Metadata;
use clerk_tests::wire::Wire;
use local_clerk::LocalClerk;
use own_endpoints::{NewMetadata, NewerUsersApi, UserIds};

#[tokio::test]
async fn endpoints_of_another_crate_are_sent_as_declared() {
    let wire = Wire::json("[]").await;
    let client = wire.client();
    let api: &dyn NewerUsersApi = &client;
    api.ban_all(&UserIds::new(["user_1", "user_2"])).await.unwrap();
    assert!(api.trusted_devices("user_1", Some(5)).await.unwrap().is_empty());
    let received = wire.received();
    assert_eq!(received[0].line(), "POST /v1/users/ban");
    assert_eq!(received[0].text(), r#"{"user_ids":["user_1","user_2"]}"#);
    assert_eq!(received[1].line(), "GET /v1/users/user_1/trusted_devices?limit=5");
}

#[tokio::test]
async fn a_reply_without_a_body_is_a_unit() {
    let wire = Wire::raw([b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_vec()]).await;
    let client = wire.client();
    NewerUsersApi::delete_trusted_device(&client, "user_1", "device_1").await.unwrap();
    assert_eq!(wire.only().line(), "DELETE /v1/users/user_1/trusted_devices/device_1");
}

#[tokio::test]
async fn endpoints_of_another_crate_meet_the_local_clerk() {
    let clerk = LocalClerk::start().await.unwrap();
    let client = clerk_client::Client::builder(clerk.secret_key()).base_url(clerk.base_url()).build().unwrap();
    let user =
        client.users().create(&clerk_client::CreateUserRequest::new().email_address("ada@example.com")).await.unwrap();
    let metadata = NewMetadata::new().public_metadata(Metadata::encode(&[("plan", "pro")].as_slice()).unwrap());
    let refused = client.replace_metadata(&user.id, &metadata).await.unwrap_err();
    assert_eq!(refused.status().unwrap().as_u16(), 422, "metadata is an object: {refused}");
    let metadata = NewMetadata::new().public_metadata(serde_json::json!({"plan": "pro"}));
    assert_eq!(
        client.replace_metadata(&user.id, &metadata).await.unwrap().public_metadata.as_str(),
        r#"{"plan":"pro"}"#
    );
}
