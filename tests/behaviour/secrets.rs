//! What must never be seen is planted everywhere and looked for everywhere.

use clerk_client::{
    Call, Client, CreateUserRequest, Error, UpdateUserRequest, VerifyPasswordRequest, VerifyTotpRequest,
};
use clerk_tests::under_test;
use clerk_tests::wire::{KEY, Wire, response};

/// All that an error lets out by itself: as text, in a panic, and with its causes.
fn chain(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let unwrap = std::panic::AssertUnwindSafe(|| Result::unwrap(outcome(error)));
    let panic = std::panic::catch_unwind(unwrap).unwrap_err();
    text.push_str(panic.downcast_ref::<String>().expect("a panic with a text"));
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(&format!(" {cause} {cause:?}"));
        source = cause.source();
    }
    text
}

fn outcome(error: &Error) -> Result<(), &Error> {
    Err(error)
}

fn assert_clean(text: &str) {
    assert!(!text.contains("planted"), "{text}");
    assert!(!text.contains("sk_test"), "{text}");
}

#[tokio::test]
async fn the_key_is_in_no_debug_output() {
    let wire = Wire::json("{}").await;
    let client = wire.client();
    let call = client.users().ban("user_1").header("x-other", "planted");
    assert!(KEY.contains("planted"));
    assert_clean(&format!("{client:?} {:?} {call:?} {:#?}", wire.builder(), call.request()));
}

#[test]
fn requests_do_not_show_their_secrets() {
    let create = CreateUserRequest::new().password("planted").totp_secret("planted").backup_codes(["planted"]);
    let update = UpdateUserRequest::new().password("planted").totp_secret("planted").backup_codes(["planted"]);
    let (password, code) = (VerifyPasswordRequest::new("planted"), VerifyTotpRequest::new("planted"));
    assert_clean(&format!("{create:?} {update:?} {password:?} {code:?}"));
    let client = Client::new("sk_test_1").unwrap();
    assert_clean(&format!("{:?}", client.users().create(&create)));
}

#[tokio::test]
async fn replies_do_not_show_their_secrets() {
    let tokens = r#"[{"token":"planted","id_token":"planted","token_secret":"planted"}]"#;
    let tokens = Wire::json(tokens)
        .await
        .client()
        .users()
        .oauth_access_token("u", "oauth_google", &Default::default())
        .with_http_info()
        .await
        .unwrap();
    let totp = r#"{"id":"t","secret":"planted","uri":"otpauth://planted","backup_codes":["planted"]}"#;
    let totp = Wire::json(totp).await.client().users().create_totp("u").with_http_info().await.unwrap();
    let user = r#"{"id":"u","phone_numbers":[{"backup_codes":["planted"]}]}"#;
    let user = Wire::json(user).await.client().users().find("u").await.unwrap();
    assert_clean(&format!("{tokens:?} {totp:?} {user:?} {:?}", Call::ready(Ok(user.clone()))));
}

#[tokio::test]
async fn errors_do_not_show_keys_bodies_or_what_was_sent() {
    let password = VerifyPasswordRequest::new("planted");
    for reply in [
        response(500, &[("set-cookie", "planted")], "<html>planted</html>"),
        response(200, &[], r#"{"verified":"planted"}"#),
        response(200, &[], "planted"),
        response(
            422,
            &[],
            r#"{"errors":[{"code":"incorrect_password","message":"planted","long_message":"No.","meta":{"is":"planted"}}],"meta":{"is":"planted"}}"#,
        ),
        b"planted".to_vec(),
        Vec::new(),
    ] {
        let wire = Wire::raw([reply]).await;
        let error = wire.client().users().verify_password("u", &password).await.unwrap_err();
        assert_clean(&chain(&error));
    }
    let refused = Client::builder("sk_test_planted\n").build().unwrap_err();
    assert_clean(&chain(&refused));
    let gone = under_test::builder(KEY).base_url("http://127.0.0.1:1").build().unwrap();
    assert_clean(&chain(&gone.users().verify_password("u", &password).await.unwrap_err()));
}
