//! The exact text of every request body.

use serde::Serialize;

use crate::billing::*;
use crate::types::*;
use crate::users::*;

fn text(request: &impl Serialize) -> String {
    serde_json::to_string(request).unwrap()
}

#[test]
fn a_request_that_says_nothing_is_an_empty_object() {
    assert_eq!(text(&CreateUserRequest::new()), "{}");
    assert_eq!(text(&UpdateUserRequest::new()), "{}");
    assert_eq!(text(&UpdateUserMetadataRequest::new()), "{}");
    assert_eq!(text(&ReplaceUserMetadataRequest::new()), "{}");
    assert_eq!(text(&RemovePasswordRequest::new()), "{}");
    assert_eq!(text(&SetPasswordCompromisedRequest::new()), "{}");
}

#[test]
fn every_member_of_a_new_user_is_sent() {
    let request = CreateUserRequest::new()
        .external_id("own_1")
        .first_name("Ada")
        .last_name("Lovelace")
        .locale("en-GB")
        .email_addresses(["a@example.com", "b@example.com"])
        .email_address_with_status("c@example.com", IdentificationStatus::Reserved)
        .phone_number_with_status("+15555550100", IdentificationStatus::Reserved)
        .phone_number("+15555550101")
        .web3_wallet("0x00")
        .username("ada")
        .password("p1")
        .password_digest("p2")
        .password_hasher(PasswordHasher::Pbkdf2Sha512Hex)
        .skip_password_checks(true)
        .skip_password_requirement(false)
        .totp_secret("p3")
        .backup_codes(["p4", "p5"])
        .public_metadata(serde_json::json!({"plan": "pro"}))
        .private_metadata(Metadata::default())
        .unsafe_metadata(serde_json::json!({}))
        .delete_self_enabled(false)
        .legal_accepted_at(Timestamp::from_millis(1_350_717_320_902))
        .skip_legal_checks(true)
        .skip_user_requirement(true)
        .create_organization_enabled(true)
        .create_organizations_limit(0)
        .created_at(Timestamp::from_millis(1_350_717_320_902))
        .bypass_client_trust(true)
        .banned(false)
        .locked(false);
    let expected = concat!(
        r#"{"external_id":"own_1","first_name":"Ada","last_name":"Lovelace","locale":"en-GB","#,
        r#""email_address":["a@example.com","b@example.com","c@example.com"],"#,
        r#""email_address_identification_status":["verified","verified","reserved"],"#,
        r#""phone_number":["+15555550100","+15555550101"],"#,
        r#""phone_number_identification_status":["reserved","verified"],"#,
        r#""web3_wallet":["0x00"],"username":"ada","password":"p1","password_digest":"p2","#,
        r#""password_hasher":"pbkdf2_sha512_hex","skip_password_checks":true,"#,
        r#""skip_password_requirement":false,"totp_secret":"p3","backup_codes":["p4","p5"],"#,
        r#""public_metadata":{"plan":"pro"},"private_metadata":{},"unsafe_metadata":{},"#,
        r#""delete_self_enabled":false,"legal_accepted_at":"2012-10-20T07:15:20.902Z","#,
        r#""skip_legal_checks":true,"skip_user_requirement":true,"#,
        r#""create_organization_enabled":true,"create_organizations_limit":0,"#,
        r#""created_at":"2012-10-20T07:15:20.902Z","bypass_client_trust":true,"banned":false,"#,
        r#""locked":false}"#,
    );
    assert_eq!(text(&request), expected);
}

#[test]
fn every_member_of_the_newer_requests_is_sent() {
    let metadata = ReplaceUserMetadataRequest::new()
        .public_metadata(serde_json::json!({"a": 1}))
        .private_metadata(serde_json::json!({"b": null}))
        .unsafe_metadata(serde_json::json!({}));
    assert_eq!(text(&metadata), r#"{"public_metadata":{"a":1},"private_metadata":{"b":null},"unsafe_metadata":{}}"#);
    let remove = RemovePasswordRequest::new().sign_out_of_other_sessions(true);
    assert_eq!(text(&remove), r#"{"sign_out_of_other_sessions":true}"#);
    let compromised = SetPasswordCompromisedRequest::new().revoke_all_sessions(false);
    assert_eq!(text(&compromised), r#"{"revoke_all_sessions":false}"#);
    let increase = AdjustCreditBalanceRequest::increase(500, "refund-17").currency("USD").note("late");
    assert_eq!(
        text(&increase),
        r#"{"amount":500,"action":"increase","idempotency_key":"refund-17","currency":"USD","note":"late"}"#
    );
    let decrease = AdjustCreditBalanceRequest::decrease(1, String::from("fee-1"));
    assert_eq!(text(&decrease), r#"{"amount":1,"action":"decrease","idempotency_key":"fee-1"}"#);
}

#[test]
fn statuses_are_sent_only_when_one_is_not_verified() {
    let request = CreateUserRequest::new().email_address("a@example.com").phone_numbers(["+1", "+2"]);
    assert_eq!(text(&request), r#"{"email_address":["a@example.com"],"phone_number":["+1","+2"]}"#);
}

#[test]
fn every_member_of_an_update_is_sent() {
    let request = UpdateUserRequest::new()
        .external_id("own_1")
        .first_name("Ada".to_owned())
        .last_name(Patch::Set("Lovelace".to_owned()))
        .locale("en-GB")
        .primary_email_address_id("idn_1")
        .notify_primary_email_address_changed(false)
        .primary_phone_number_id("idn_2")
        .primary_web3_wallet_id("idn_3")
        .username("ada")
        .profile_image_id("img_1")
        .password("p1")
        .password_digest("p2")
        .password_hasher("argon2id")
        .skip_password_checks(true)
        .sign_out_of_other_sessions(true)
        .totp_secret("p3")
        .backup_codes(["p4"])
        .public_metadata(serde_json::json!({"a": 1}))
        .private_metadata(serde_json::json!({"b": 2}))
        .unsafe_metadata(serde_json::json!({"c": null}))
        .delete_self_enabled(true)
        .create_organization_enabled(false)
        .legal_accepted_at(Timestamp::from_millis(1_350_717_320_902))
        .skip_legal_checks(false)
        .create_organizations_limit(5)
        .created_at(Timestamp::from_millis(1_350_717_320_902))
        .bypass_client_trust(false);
    let expected = concat!(
        r#"{"external_id":"own_1","first_name":"Ada","last_name":"Lovelace","locale":"en-GB","#,
        r#""primary_email_address_id":"idn_1","notify_primary_email_address_changed":false,"#,
        r#""primary_phone_number_id":"idn_2","primary_web3_wallet_id":"idn_3","username":"ada","#,
        r#""profile_image_id":"img_1","password":"p1","password_digest":"p2","#,
        r#""password_hasher":"argon2id","skip_password_checks":true,"#,
        r#""sign_out_of_other_sessions":true,"totp_secret":"p3","backup_codes":["p4"],"#,
        r#""public_metadata":{"a":1},"private_metadata":{"b":2},"unsafe_metadata":{"c":null},"#,
        r#""delete_self_enabled":true,"create_organization_enabled":false,"#,
        r#""legal_accepted_at":"2012-10-20T07:15:20.902Z","skip_legal_checks":false,"#,
        r#""create_organizations_limit":5,"created_at":"2012-10-20T07:15:20.902Z","#,
        r#""bypass_client_trust":false}"#,
    );
    assert_eq!(text(&request), expected);
}

#[test]
fn what_can_be_cleared_is_sent_as_null() {
    let request = UpdateUserRequest::new()
        .external_id(Patch::Clear)
        .first_name(Patch::Clear)
        .last_name(Patch::Keep)
        .username(Patch::set_or_clear(None))
        .password(Patch::Clear)
        .create_organizations_limit(Patch::Clear)
        .delete_self_enabled(Patch::set_or_keep(None));
    assert_eq!(
        text(&request),
        r#"{"external_id":null,"first_name":null,"username":null,"password":null,"create_organizations_limit":null}"#
    );
}

#[test]
fn an_option_sets_a_field_without_an_if_and_none_clears_nothing() {
    let update = |name: Option<&str>, limit: Option<u32>, password: Option<String>| {
        let request = UpdateUserRequest::new().first_name(name).create_organizations_limit(limit);
        text(&request.password(password).skip_password_checks(Some(true)).created_at(None::<Timestamp>))
    };
    let expected = r#"{"first_name":"Ada","password":"p","skip_password_checks":true,"create_organizations_limit":3}"#;
    assert_eq!(update(Some("Ada"), Some(3), Some("p".to_owned())), expected);
    assert_eq!(update(None, None, None), r#"{"skip_password_checks":true}"#);
}

#[test]
fn no_backup_codes_at_all_are_an_empty_list() {
    let none: [&str; 0] = [];
    assert_eq!(text(&UpdateUserRequest::new().backup_codes(none)), r#"{"backup_codes":[]}"#);
    assert_eq!(text(&CreateUserRequest::new().backup_codes(none)), r#"{"backup_codes":[]}"#);
}

#[test]
fn a_moment_that_rfc_3339_does_not_have_is_refused() {
    let request = CreateUserRequest::new().created_at(Timestamp::from_millis(i64::MAX));
    let error = serde_json::to_string(&request).unwrap_err().to_string();
    assert_eq!(error, "9223372036854775807 ms since 1970 is out of the range of RFC 3339");
}

#[test]
fn metadata_is_sent_as_it_is() {
    let cases = [
        r#"{"z":1,"a":2}"#,
        r#"{"remove":null,"deep":{"remove":null}}"#,
        r#"{"id":123456789012345678901234567890,"x":1.10}"#,
        "[1,2]",
        "{}",
        r#""text""#,
    ];
    for json in cases {
        let metadata: Metadata = serde_json::from_str(json).unwrap();
        let request = UpdateUserMetadataRequest::new().public_metadata(metadata.clone()).private_metadata(metadata);
        assert_eq!(text(&request), format!(r#"{{"public_metadata":{json},"private_metadata":{json}}}"#));
    }
}

#[test]
fn metadata_that_clerk_did_not_send_is_sent_as_an_empty_object() {
    for null in [Metadata::default(), serde_json::Value::Null.into()] {
        assert_eq!(text(&CreateUserRequest::new().public_metadata(null.clone())), r#"{"public_metadata":{}}"#);
        assert_eq!(text(&UpdateUserMetadataRequest::new().unsafe_metadata(null)), r#"{"unsafe_metadata":{}}"#);
    }
    assert_eq!(text(&UpdateUserMetadataRequest::new().unsafe_metadata(None::<Metadata>)), "{}");
}

#[test]
fn a_patch_that_holds_no_json_is_refused() {
    let request = UpdateUserMetadataRequest::new().public_metadata(MetadataPatch::new().set("score", f64::NAN));
    let error = serde_json::to_string(&request).unwrap_err().to_string();
    assert_eq!(error, "`score`: NaN is not a finite number");
}

#[test]
fn passwords_and_codes_are_sent() {
    assert_eq!(text(&VerifyPasswordRequest::new("s3cret \"é\"")), r#"{"password":"s3cret \"é\""}"#);
    assert_eq!(text(&VerifyTotpRequest::new(String::from("012345"))), r#"{"code":"012345"}"#);
}
