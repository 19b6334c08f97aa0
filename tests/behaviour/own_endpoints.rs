//! A second crate declares endpoints of its own and calls them through the same client.

use clerk_tests::under_test;
use clerk_tests::wire::Wire;
use local_clerk::LocalClerk;
use own_endpoints::{EmailAddressesApi, NewEmailAddress, NewInvitation};

#[tokio::test]
async fn endpoints_of_another_crate_are_sent_as_declared() {
    let wire = Wire::json("[]").await;
    let client = wire.client();
    let api: &dyn EmailAddressesApi = &client;
    api.invite_many(&[NewInvitation::new("a@example.com"), NewInvitation::new("b@example.com")]).await.unwrap();
    assert!(api.invitations(Some(5)).await.unwrap().is_empty());
    let received = wire.received();
    assert_eq!(received[0].line(), "POST /v1/invitations/bulk");
    assert_eq!(received[0].text(), r#"[{"email_address":"a@example.com"},{"email_address":"b@example.com"}]"#);
    assert_eq!(received[1].line(), "GET /v1/invitations?limit=5");
}

#[tokio::test]
async fn a_reply_without_a_body_is_a_unit() {
    let wire = Wire::raw([b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_vec()]).await;
    let client = wire.client();
    EmailAddressesApi::delete(&client, "idn_1").await.unwrap();
    assert_eq!(wire.only().line(), "DELETE /v1/email_addresses/idn_1");
}

#[tokio::test]
async fn endpoints_of_another_crate_meet_the_local_clerk() {
    let clerk = LocalClerk::start().await.unwrap();
    let client = under_test::builder(clerk.secret_key()).base_url(clerk.base_url()).build().unwrap();
    let user =
        client.users().create(&clerk_client::CreateUserRequest::new().email_address("ada@example.com")).await.unwrap();
    let refused = client.replace_for_user(&user.id, &NewEmailAddress::new("nowhere")).await.unwrap_err();
    assert_eq!(refused.status().unwrap().as_u16(), 422, "{refused}");
    let request = NewEmailAddress::new("lovelace@example.com").notify_primary_email_address_changed(true);
    assert_eq!(client.replace_for_user(&user.id, &request).await.unwrap().email_address, "lovelace@example.com");
    assert_eq!(client.users().find(&user.id).await.unwrap().email_addresses.len(), 1);
}
