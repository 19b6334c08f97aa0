//! The client and the local Clerk together: what one writes, the other has.

use clerk_client::error::ErrorKind;
use clerk_client::{
    AdjustCreditBalanceRequest, Client, CountUsers, CreateUserRequest, ExposeSecret, ListUsers, OrderBy, Patch,
    ProfileImage, RemovePasswordRequest, ReplaceUserMetadataRequest, SetPasswordCompromisedRequest,
    TrustedDeviceStatus, UpdateUserMetadataRequest, UpdateUserRequest, User, VerifyPasswordRequest, VerifyTotpRequest,
};
use clerk_tests::under_test;
use local_clerk::{ExternalAccount, Fault, LocalClerk, OauthToken, Operation};

async fn start() -> (LocalClerk, Client) {
    let clerk = LocalClerk::start().await.unwrap();
    let client = under_test::builder(clerk.secret_key()).base_url(clerk.base_url()).build().unwrap();
    (clerk, client)
}

async fn ada(client: &Client) -> User {
    let request =
        CreateUserRequest::new().email_address("ada+work@example.com").first_name("Ada").username("ada_lovelace");
    client.users().create(&request.password("correct horse 1815")).await.unwrap()
}

#[tokio::test]
async fn what_is_created_is_found_listed_filtered_and_counted() {
    let (_clerk, client) = start().await;
    let ada = ada(&client).await;
    let grace = CreateUserRequest::new().email_address("grace@example.com").external_id("crm-7");
    let grace = client.users().create(&grace).await.unwrap();
    assert_eq!(client.users().find(&ada.id).await.unwrap(), ada);
    for (query, expected) in [
        (ListUsers::new(), vec![&grace.id, &ada.id]),
        (ListUsers::new().order_by(OrderBy::CreatedAt.asc()), vec![&ada.id, &grace.id]),
        (ListUsers::new().email_address("ada+work@example.com"), vec![&ada.id]),
        (ListUsers::new().user_ids([&grace.id, &ada.id]).limit(1), vec![&grace.id]),
        (ListUsers::new().limit(1).offset(1), vec![&ada.id]),
        (ListUsers::new().exclude_user_id(&ada.id), vec![&grace.id]),
        (ListUsers::new().external_id("crm-7"), vec![&grace.id]),
        (ListUsers::new().query("grac"), vec![&grace.id]),
        (ListUsers::new().username("nobody"), vec![]),
    ] {
        let found = client.users().all(&query).await.unwrap();
        assert_eq!(found.iter().map(|user| &user.id).collect::<Vec<_>>(), expected, "{query:?}");
    }
    assert_eq!(client.users().count(&CountUsers::new()).await.unwrap().total_count, 2);
    assert_eq!(
        client.users().count(&CountUsers::new().email_address("grace@example.com")).await.unwrap().total_count,
        1
    );
}

#[tokio::test]
async fn an_update_sets_clears_and_leaves_alone() {
    let (_clerk, client) = start().await;
    let ada = ada(&client).await;
    let changes = UpdateUserRequest::new().last_name("Lovelace").username(Patch::Clear);
    let changed = client.users().update(&ada.id, &changes).await.unwrap();
    assert_eq!(changed.full_name().as_deref(), Some("Ada Lovelace"));
    assert_eq!(changed.username, None);
    let metadata = UpdateUserRequest::new().public_metadata(serde_json::json!({"plan": "pro"}));
    assert_eq!(client.users().update(&ada.id, &metadata).await.unwrap().public_metadata.as_str(), r#"{"plan":"pro"}"#);
}

#[tokio::test]
async fn metadata_is_merged_and_nulls_remove() {
    let (_clerk, client) = start().await;
    let ada = ada(&client).await;
    let merge = async |metadata: serde_json::Value| {
        let request = UpdateUserMetadataRequest::new().private_metadata(metadata);
        client.users().update_metadata(&ada.id, &request).await.unwrap().private_metadata
    };
    merge(serde_json::json!({"a": {"b": 1, "c": 2}})).await;
    assert_eq!(merge(serde_json::json!({"a": {"b": null}, "d": 3})).await.as_str(), r#"{"a":{"c":2},"d":3}"#);
}

#[tokio::test]
async fn moderation_shows_in_the_user() {
    let (_clerk, client) = start().await;
    let (users, ada) = (client.users(), ada(&client).await);
    assert!(users.ban(&ada.id).await.unwrap().banned);
    assert!(!users.unban(&ada.id).await.unwrap().banned);
    let locked = users.lock(&ada.id).await.unwrap();
    assert!(locked.locked && locked.lockout_expires_in_seconds > Some(0));
    assert!(!users.unlock(&ada.id).await.unwrap().locked);
    let image = ProfileImage::read(concat!(env!("CARGO_MANIFEST_DIR"), "/behaviour/pixel.png")).unwrap();
    assert!(users.update_profile_image(&ada.id, image).await.unwrap().has_image);
    assert!(!users.delete_profile_image(&ada.id).await.unwrap().has_image);
    assert!(users.delete(&ada.id).await.unwrap().deleted);
    let gone = users.find(&ada.id).await.unwrap_err();
    assert!(gone.is_not_found() && gone.has_code("resource_not_found"), "{gone}");
}

#[tokio::test]
async fn many_are_banned_at_once_or_none() {
    let (clerk, client) = start().await;
    let users = client.users();
    clerk.seed().users(51).unwrap();
    let all = users.all(&ListUsers::new().limit(500)).await.unwrap();
    let ids: Vec<_> = all.iter().map(|user| user.id.as_str()).collect();
    let banned = users.ban_many(&ids[..50]).await.unwrap();
    assert!(banned.len() == 50 && banned.iter().all(|user| user.banned));
    assert!(users.unban_many(&ids[..2]).await.unwrap().iter().all(|user| !user.banned));
    assert_eq!(users.count(&CountUsers::new().banned(true)).await.unwrap().total_count, 48);
    let too_many = users.ban_many(&ids).await.unwrap_err();
    assert!(too_many.has_code("bulk_size_exceeded"), "{too_many}");
    assert!(users.ban_many(&[ids[50], "user_nobody"]).await.unwrap_err().is_not_found());
    assert!(!users.find(ids[50]).await.unwrap().banned);
}

#[tokio::test]
async fn replaced_metadata_forgets_what_was_there() {
    let (_clerk, client) = start().await;
    let ada = ada(&client).await;
    let replace = async |request: ReplaceUserMetadataRequest| {
        let user = client.users().replace_metadata(&ada.id, &request).await.unwrap();
        (user.public_metadata.as_str().to_owned(), user.private_metadata.as_str().to_owned())
    };
    let both = ReplaceUserMetadataRequest::new()
        .public_metadata(serde_json::json!({"a": 1}))
        .private_metadata(serde_json::json!({"b": 2}));
    assert_eq!(replace(both).await, (r#"{"a":1}"#.to_owned(), r#"{"b":2}"#.to_owned()));
    let one = ReplaceUserMetadataRequest::new().public_metadata(serde_json::json!({"c": 3}));
    assert_eq!(replace(one).await, (r#"{"c":3}"#.to_owned(), r#"{"b":2}"#.to_owned()));
}

#[tokio::test]
async fn a_password_is_compromised_and_removed() {
    let (_clerk, client) = start().await;
    let (users, ada) = (client.users(), ada(&client).await);
    let request = SetPasswordCompromisedRequest::new().revoke_all_sessions(true);
    let compromised = users.set_password_compromised(&ada.id, &request).await.unwrap();
    assert_eq!(compromised.requires_password_reset, Some(true));
    assert_eq!(users.unset_password_compromised(&ada.id).await.unwrap().requires_password_reset, Some(false));
    for _ in 0..2 {
        let removed = users.remove_password(&ada.id, &RemovePasswordRequest::new()).await.unwrap();
        assert!(!removed.password_enabled);
    }
    let none = users.unset_password_compromised(&ada.id).await.unwrap_err();
    assert!(none.has_code("no_password_set"), "{none}");
}

#[tokio::test]
async fn a_revoked_device_is_no_longer_listed() {
    let (clerk, client) = start().await;
    let (users, ada) = (client.users(), ada(&client).await);
    let phone = clerk.seed().trusted_device(&ada.id, "ios", Some("Ada's phone")).unwrap();
    let devices = users.trusted_devices(&ada.id).await.unwrap();
    assert_eq!((devices.len(), devices.total_count, &devices[0].id), (1, Some(1), &phone));
    let revoked = users.revoke_trusted_device(&ada.id, &phone).await.unwrap();
    assert_eq!(revoked.status, TrustedDeviceStatus::Revoked);
    assert!(users.trusted_devices(&ada.id).await.unwrap().is_empty());
    assert!(users.revoke_trusted_device(&ada.id, &phone).await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn a_credit_counts_once_though_its_response_was_lost() {
    let (clerk, client) = start().await;
    let (users, ada) = (client.users(), ada(&client).await);
    assert_eq!(users.billing_subscription(&ada.id).await.unwrap().subscription_items, []);
    assert_eq!(users.credit_balance(&ada.id).await.unwrap().balance, None);
    let refund = AdjustCreditBalanceRequest::increase(500, "refund-17").note("late");
    clerk.faults().add(Fault::reset().after_commit().on(Operation::AdjustCreditBalance));
    let entry = users.adjust_credit_balance(&ada.id, &refund).await.unwrap();
    assert_eq!((entry.amount.amount, entry.note.as_deref()), (500, Some("late")));
    assert_eq!(users.adjust_credit_balance(&ada.id, &refund).await.unwrap(), entry);
    let fee = AdjustCreditBalanceRequest::decrease(120, "fee-1");
    assert_eq!(users.adjust_credit_balance(&ada.id, &fee).await.unwrap().amount.amount, -120);
    let balance = users.credit_balance(&ada.id).await.unwrap().balance.unwrap();
    assert_eq!((balance.amount, balance.amount_formatted.as_str()), (380, "$3.80"));
    let too_much = AdjustCreditBalanceRequest::decrease(381, "fee-2");
    let refused = users.adjust_credit_balance(&ada.id, &too_much).await.unwrap_err();
    assert!(refused.has_code("insufficient_credit_balance"), "{refused}");
}

#[tokio::test]
async fn no_is_told_from_broken() {
    let (_clerk, client) = start().await;
    let (users, ada) = (client.users(), ada(&client).await);
    assert!(users.verify_password(&ada.id, &VerifyPasswordRequest::new("correct horse 1815")).await.unwrap().verified);
    let wrong = users.verify_password(&ada.id, &VerifyPasswordRequest::new("guess")).await.unwrap_err();
    assert!(wrong.has_code("incorrect_password"), "{wrong}");
    let off = users.verify_totp(&ada.id, &VerifyTotpRequest::new("123456")).await.unwrap_err();
    assert!(off.has_code("totp_disabled"), "{off}");
    let totp = users.create_totp(&ada.id).await.unwrap();
    let code = VerifyTotpRequest::new(totp.backup_codes[0].clone());
    assert_eq!(users.verify_totp(&ada.id, &code).await.unwrap().code_type.as_str(), "backup_code");
    let used_up = users.verify_totp(&ada.id, &code).await.unwrap_err();
    assert!(used_up.has_code("totp_incorrect_code"), "{used_up}");
    assert!(totp.secret.is_some_and(|secret| secret.expose_secret().len() >= 16));
    assert_eq!(users.disable_mfa(&ada.id).await.unwrap().user_id, ada.id);
    assert!(!users.find(&ada.id).await.unwrap().totp_enabled);
}

#[tokio::test]
async fn tokens_and_accounts_of_a_provider() {
    let (clerk, client) = start().await;
    let (users, ada) = (client.users(), ada(&client).await);
    let google =
        ExternalAccount { token: Some(OauthToken::new("ya29.x")), ..ExternalAccount::new("oauth_google", "1") };
    clerk.seed().external_account(&ada.id, google).unwrap();
    let tokens = users.oauth_access_token(&ada.id, "oauth_google", &Default::default()).await.unwrap();
    assert_eq!(tokens[0].token.expose_secret(), "ya29.x");
    let account = users.find(&ada.id).await.unwrap().external_accounts.remove(0);
    assert!(users.delete_external_account(&ada.id, account.deletable_id()).await.unwrap().deleted);
    assert!(users.find(&ada.id).await.unwrap().external_accounts.is_empty());
    let gone = users.delete_external_account(&ada.id, account.deletable_id()).await.unwrap_err();
    assert!(gone.is_not_found(), "{gone}");
}

#[tokio::test]
async fn a_wrong_key_and_a_taken_identifier_have_their_codes() {
    let (clerk, client) = start().await;
    ada(&client).await;
    let taken = CreateUserRequest::new().email_address("ada+work@example.com").password("another horse 1815");
    let error = client.users().create(&taken).await.unwrap_err();
    assert!(error.has_code("form_identifier_exists"), "{error}");
    assert_eq!(error.errors()[0].param_names(), ["email_address"]);
    assert!(error.trace_id().is_some());
    let stranger = under_test::builder("sk_test_wrong").base_url(clerk.base_url()).build().unwrap();
    let error = stranger.users().find("user_1").await.unwrap_err();
    assert!(error.has_code("clerk_key_invalid") && error.status().unwrap().as_u16() == 401, "{error}");
}

#[tokio::test]
async fn a_write_whose_reply_was_lost_may_have_run() {
    let (clerk, client) = start().await;
    clerk.faults().add(Fault::reset().after_commit().on(Operation::Create));
    let error = client.users().create(&CreateUserRequest::new().username("ada_lovelace")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Network);
    assert!(error.may_have_run());
    assert_eq!(clerk.user_count(), 1, "it did");
}

#[tokio::test]
async fn many_calls_run_side_by_side() {
    let (clerk, client) = start().await;
    let calls: Vec<_> = (0..100)
        .map(|n| client.users().create(&CreateUserRequest::new().username(format!("user{n}"))))
        .map(tokio::spawn)
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(clerk.user_count(), 100);
    let page = client.users().all(&ListUsers::new().limit(500)).await.unwrap();
    assert_eq!(page.len(), 100);
}
