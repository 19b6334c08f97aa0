//! What the declarations say.

use clerk_client::{Idempotency, UsersApi};
use clerk_tests::operations::CASES;

const SECRETS: [&str; 6] = [
    "password",
    "password_digest",
    "sign_out_of_other_sessions",
    "notify_primary_email_address_changed",
    "totp_secret",
    "backup_codes",
];

#[test]
fn each_operation_declares_what_a_second_request_would_do() {
    for endpoint in <dyn UsersApi>::ENDPOINTS {
        let case = CASES.iter().find(|case| case.name == endpoint.name).unwrap();
        let expected = match endpoint.name {
            "update" => Idempotency::Unless(&SECRETS),
            "remove_password" => Idempotency::Unless(&["sign_out_of_other_sessions"]),
            "set_password_compromised" => Idempotency::Unless(&["revoke_all_sessions"]),
            _ if case.again => Idempotency::Always,
            _ => Idempotency::Never,
        };
        assert_eq!(endpoint.idempotency, expected, "{endpoint}");
    }
    let count =
        |idempotency| <dyn UsersApi>::ENDPOINTS.iter().filter(|endpoint| endpoint.idempotency == idempotency).count();
    assert_eq!((count(Idempotency::Always), count(Idempotency::Never)), (29, 4));
}

#[test]
fn without_a_declaration_the_verb_decides() {
    use clerk_client::{Endpoint, Method};
    for (method, expected) in [
        (Method::GET, Idempotency::Always),
        (Method::PUT, Idempotency::Always),
        (Method::DELETE, Idempotency::Always),
        (Method::POST, Idempotency::Never),
        (Method::PATCH, Idempotency::Never),
    ] {
        assert_eq!(Endpoint::new("Api", "name", method, "/a").idempotency, expected);
    }
}
