//! Secrets show neither in `Debug` nor in what is written back.

use std::fmt::Debug;

use super::samples;
use crate::types::*;
use crate::users::*;

fn assert_hidden(value: &impl Debug) {
    for shown in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!shown.contains("planted"), "{shown}");
    }
}

#[test]
fn secrets_of_replies_are_hidden() {
    assert_hidden(&serde_json::from_str::<Totp>(samples::TOTP).unwrap());
    assert_hidden(&serde_json::from_str::<Page<OAuthAccessToken>>(samples::OAUTH_ACCESS_TOKENS).unwrap());
    let user: User = serde_json::from_str(r#"{"id":"u","phone_numbers":[{"backup_codes":["planted"]}]}"#).unwrap();
    assert_eq!(user.phone_numbers[0].backup_codes.len(), 1);
    assert_hidden(&user);
    assert!(!serde_json::to_string(&user).unwrap().contains("planted"));
}

#[test]
fn secrets_of_requests_are_hidden() {
    let create = CreateUserRequest::new();
    assert_hidden(
        &create.password("planted").password_digest("planted").totp_secret("planted").backup_codes(["planted"]),
    );
    let update = UpdateUserRequest::new();
    assert_hidden(
        &update.password("planted").password_digest("planted").totp_secret("planted").backup_codes(["planted"]),
    );
    assert_hidden(&VerifyPasswordRequest::new("planted"));
    assert_hidden(&VerifyTotpRequest::new("planted"));
}

#[test]
fn an_error_about_a_secret_does_not_quote_it() {
    let cases = [
        r#"{"secret":70411}"#,
        r#"{"uri":["70411"]}"#,
        r#"{"backup_codes":"70411"}"#,
        r#"{"backup_codes":[70411]}"#,
        r#"{"backup_codes":{"70411":1}}"#,
    ];
    for json in cases {
        let error = serde_json::from_str::<Totp>(json).unwrap_err();
        assert!(!error.to_string().contains("70411"), "{error}");
        assert!(error.line() == 1 && error.column() > 0, "{error}");
    }
}

#[test]
fn phone_numbers_with_different_backup_codes_differ() {
    let number = |codes: &str| serde_json::from_str::<PhoneNumber>(&format!(r#"{{"backup_codes":{codes}}}"#)).unwrap();
    assert_eq!(number(r#"["a"]"#), number(r#"["a"]"#));
    assert_ne!(number(r#"["a"]"#), number(r#"["b"]"#));
    assert_ne!(number(r#"["a"]"#), number("null"));
}
