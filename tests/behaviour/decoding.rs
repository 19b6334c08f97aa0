//! How replies are read. The members themselves are tested beside the models.

use clerk_client::error::ErrorKind;
use clerk_client::{
    ExposeSecret, ListOAuthAccessTokens, Strategy, TotpCodeType, User, VerificationStatus, VerifyTotpRequest,
};
use clerk_tests::wire::{Wire, response};

async fn find(body: &str) -> clerk_client::Result<User> {
    Wire::json(body).await.client().users().find("user_1").await
}

#[tokio::test]
async fn a_verification_of_any_kind_decodes_and_keeps_its_strategy() {
    for (verification, strategy) in [
        (
            r#"{"status":"verified","strategy":"from_oauth_google","object":"verification_from_oauth"}"#,
            "from_oauth_google",
        ),
        (r#"{"status":"verified","strategy":"ticket","attempts":null,"expire_at":null}"#, "ticket"),
        (
            r#"{"object":"verification_of_tomorrow","status":"pondering","strategy":"telepathy","brainwave":1}"#,
            "telepathy",
        ),
        (r#"{"object":"verification_saml","status":"verified","strategy":"saml"}"#, "saml"),
        (r#"{"status":"verified","strategy":"email_link","verified_at_client":"client_1"}"#, "email_link"),
    ] {
        let user =
            find(&format!(r#"{{"id":"u","email_addresses":[{{"id":"idn_1","verification":{verification}}}]}}"#)).await;
        let verification = user.unwrap().email_addresses[0].verification.clone().unwrap();
        assert_eq!(verification.strategy.as_str(), strategy);
    }
    let unverified = find(r#"{"id":"u","email_addresses":[{"id":"idn_1","verification":null}]}"#).await.unwrap();
    assert!(unverified.email_addresses[0].verification.is_none());
}

#[tokio::test]
async fn unknown_enum_text_is_kept_and_written_back() {
    let body = r#"{"id":"u","email_addresses":[{"verification":{"status":"pondering","strategy":"telepathy"}}]}"#;
    let user = find(body).await.unwrap();
    let verification = user.email_addresses[0].verification.as_ref().unwrap();
    assert_eq!(verification.status, VerificationStatus::Other("pondering".into()));
    assert_eq!(verification.strategy, Strategy::Other("telepathy".into()));
    let written = serde_json::to_string(&user).unwrap();
    assert!(written.contains(r#""pondering""#) && written.contains(r#""telepathy""#), "{written}");
}

#[tokio::test]
async fn only_the_id_has_to_be_there_and_null_reads_like_absent() {
    let user = find(r#"{"id":"u","email_addresses":null,"banned":null,"public_metadata":null,"created_at":null}"#)
        .await
        .unwrap();
    let bare = find(r#"{"id":"u"}"#).await.unwrap();
    assert_eq!(user.email_addresses, bare.email_addresses);
    assert_eq!((user.banned, user.created_at), (bare.banned, bare.created_at));
    let error = find("{}").await.unwrap_err();
    assert!(error.to_string().contains("missing field `id`"), "{error}");
}

#[tokio::test]
async fn timestamps_are_milliseconds_beyond_32_bits() {
    let user = find(r#"{"id":"u","last_active_at":1768619811659}"#).await.unwrap();
    assert_eq!(user.last_active_at.unwrap().as_millis(), 1_768_619_811_659);
}

#[tokio::test]
async fn metadata_keeps_order_nulls_and_big_integers() {
    let metadata = r#"{"z":1,"a":12345678901234567890123,"n":null}"#;
    let user = find(&format!(r#"{{"id":"u","public_metadata":{metadata}}}"#)).await.unwrap();
    assert_eq!(user.public_metadata.as_str(), metadata);
}

#[tokio::test]
async fn accounts_of_every_provider_have_one_shape_and_an_id_that_can_be_deleted() {
    let user = find(
        r#"{"id":"u","external_accounts":[
            {"object":"google_account","id":"idn_1","external_account_id":"eac_1","google_id":"1","given_name":"Ada","picture":""},
            {"object":"external_account","id":"eac_2","provider":"oauth_github"}]}"#,
    )
    .await
    .unwrap();
    let ids: Vec<_> = user.external_accounts.iter().map(|account| account.deletable_id()).collect();
    assert_eq!(ids, ["eac_1", "eac_2"]);
}

#[tokio::test]
async fn oauth_tokens_come_bare_or_with_a_total() {
    for (body, total) in [
        (r#"[{"token":"planted","provider":"oauth_google"}]"#, None),
        (r#"{"data":[{"token":"planted"}],"total_count":1}"#, Some(1)),
    ] {
        let query = ListOAuthAccessTokens::new().paginated(total.is_some()).limit(500).offset(0);
        let wire = Wire::json(body).await;
        let page = wire.client().users().oauth_access_token("u", "oauth_google", &query).await.unwrap();
        assert_eq!(wire.only().query().unwrap(), format!("paginated={}&limit=500&offset=0", total.is_some()));
        assert_eq!(page[0].token.expose_secret(), "planted");
        assert_eq!(page.total_count, total);
    }
}

#[tokio::test]
async fn any_2xx_is_a_success() {
    for status in [200, 201, 202, 299] {
        let wire = Wire::raw([response(status, &[], r#"{"id":"u"}"#)]).await;
        assert_eq!(wire.client().users().find("u").await.unwrap().id, "u", "{status}");
    }
}

#[tokio::test]
async fn the_kind_of_a_verified_code_is_told() {
    let wire = Wire::json(r#"{"verified":true,"code_type":"backup_code"}"#).await;
    let verified = wire.client().users().verify_totp("u", &VerifyTotpRequest::new("123456")).await.unwrap();
    assert_eq!((verified.verified, verified.code_type), (true, TotpCodeType::BackupCode));
}

#[tokio::test]
async fn a_reply_that_is_not_what_was_promised_is_explained() {
    for (body, path, reason) in [
        (r#"{"id":"u","email_addresses":[{"id":"a"},{"id":7}]}"#, "email_addresses[1].id", "expected a string"),
        (r#"{"id":"u","created_at":{}}"#, "created_at", "invalid type: map"),
        (r#"{"id":"u""#, ".", "EOF"),
        ("<html>planted</html>", ".", "expected value"),
        ("", ".", "invalid type: null"),
        ("[]", ".", "invalid type: sequence"),
        (r#"{"id":"u"} planted"#, ".", "trailing characters"),
    ] {
        let error = find(body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert_eq!(error.status().unwrap().as_u16(), 200);
        assert_eq!(error.json_path(), Some(path), "{body}: {error}");
        assert_eq!(error.body(), body, "the body is kept");
        assert!(error.may_have_run(), "it did");
        let shown = format!("{error} {error:?}");
        assert!(shown.contains(reason) && shown.contains("UsersApi.find"), "{shown}");
        assert!(!shown.contains("planted"), "{shown}");
    }
}

#[tokio::test]
async fn one_odd_user_is_named_in_a_list() {
    let body = r#"[{"id":"a"},{"id":"b","phone_numbers":[{"reserved":"yes"}]}]"#;
    let error = Wire::json(body).await.client().users().all(&Default::default()).await.unwrap_err();
    assert_eq!(error.json_path(), Some("[1].phone_numbers[0].reserved"));
}
