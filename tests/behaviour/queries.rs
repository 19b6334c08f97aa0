//! How queries are written.

use clerk_client::{CountUsers, ListOrganizationInvitations, ListOrganizationMemberships, ListUsers, OrderBy};
use clerk_client::{OrganizationInvitationStatus, Timestamp};
use clerk_tests::wire::Wire;

async fn query_of(query: ListUsers) -> Option<String> {
    let wire = Wire::json("[]").await;
    wire.client().users().all(&query).await.unwrap();
    wire.only().query().map(str::to_owned)
}

#[tokio::test]
async fn each_filter_is_written_as_clerk_reads_it() {
    let new = ListUsers::new;
    for (query, expected) in [
        (new().limit(5), "limit=5"),
        (new().limit(500).offset(0), "limit=500&offset=0"),
        (new().email_address("ada+test@example.com"), "email_address=ada%2Btest%40example.com"),
        (new().phone_number("+15555550100"), "phone_number=%2B15555550100"),
        (new().user_ids(["user_1", "user_2"]), "user_id=user_1&user_id=user_2"),
        (new().user_id("user_1").exclude_user_id("user_2"), "user_id=user_1&user_id=-user_2"),
        (new().exclude_external_id("crm-1"), "external_id=-crm-1"),
        (new().external_id("+odd"), "external_id=%2B%2Bodd"),
        (new().organization_id("org_1"), "organization_id=org_1"),
        (new().username("ada").web3_wallet("0x1"), "username=ada&web3_wallet=0x1"),
        (new().banned(false), "banned=false"),
        (new().query("ada lovelace & co"), "query=ada+lovelace+%26+co"),
        (new().order_by(OrderBy::CreatedAt.asc()), "order_by=%2Bcreated_at"),
        (new().order_by(OrderBy::LastSignInAt.desc()), "order_by=-last_sign_in_at"),
        (new().last_active_at_since(Timestamp::from_millis(1_700_000_000_000)), "last_active_at_since=1700000000000"),
    ] {
        assert_eq!(query_of(query).await.as_deref(), Some(expected));
    }
    assert_eq!(query_of(new()).await, None, "what is unset is not sent");
}

#[tokio::test]
async fn what_clerk_would_misread_is_refused_before_anything_is_sent() {
    let wire = Wire::json("[]").await;
    let users = wire.client();
    let ids = |count: usize| (0..count).map(|n| format!("user_{n}"));
    for (query, expected) in [
        (ListUsers::new().limit(501), "`limit` is 501, but Clerk allows 1 to 500"),
        (ListUsers::new().limit(0), "`limit` is 0"),
        (ListUsers::new().user_ids(ids(101)), "`user_id` has 101 values, but Clerk allows 100"),
        (ListUsers::new().user_ids(ids(0)), "`user_id` has no values"),
    ] {
        let error = users.users().all(&query).await.unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert!(error.to_string().starts_with("UsersApi.all (GET /users)"), "{error}");
    }
    assert!(wire.received().is_empty());
    users.users().all(&ListUsers::new().user_ids(ids(100))).await.unwrap();
    assert_eq!(wire.only().query().unwrap().matches("user_id=").count(), 100);
}

#[tokio::test]
async fn counting_takes_the_same_filters() {
    let wire = Wire::json(r#"{"object":"total_count","total_count":3}"#).await;
    let query = CountUsers::new().email_addresses(["a@x.io", "b@x.io"]).query("a");
    assert_eq!(wire.client().users().count(&query).await.unwrap().total_count, 3);
    assert_eq!(wire.only().line(), "GET /v1/users/count?email_address=a%40x.io&email_address=b%40x.io&query=a");
}

#[tokio::test]
async fn the_organization_lists_have_pages_and_a_status() {
    let wire = Wire::json(r#"{"data":[],"total_count":0}"#).await;
    let client = wire.client();
    let page = ListOrganizationMemberships::new().limit(2).offset(4);
    client.users().organization_memberships("user_1", &page).await.unwrap();
    let pending = ListOrganizationInvitations::new().limit(2).status(OrganizationInvitationStatus::Pending);
    client.users().organization_invitations("user_1", &pending).await.unwrap();
    let lines: Vec<_> = wire.received().iter().map(|received| received.line().to_owned()).collect();
    assert_eq!(
        lines,
        [
            "GET /v1/users/user_1/organization_memberships?limit=2&offset=4",
            "GET /v1/users/user_1/organization_invitations?limit=2&status=pending",
        ]
    );
    let too_long = ListOrganizationMemberships::new().limit(501);
    assert!(client.users().organization_memberships("user_1", &too_long).await.is_err());
}
