//! What the declarations say.

use clerk_client::{Retry, UsersApi};
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
            "update" => Retry::Unless(&SECRETS),
            _ if case.again => Retry::Always,
            _ => Retry::Never,
        };
        assert_eq!(endpoint.retry, expected, "{endpoint}");
    }
    let count = |retry| <dyn UsersApi>::ENDPOINTS.iter().filter(|endpoint| endpoint.retry == retry).count();
    assert_eq!((count(Retry::Always), count(Retry::Never)), (20, 4));
}

#[test]
fn without_a_declaration_the_verb_decides() {
    use clerk_client::{Endpoint, Method};
    for (method, expected) in [
        (Method::GET, Retry::Always),
        (Method::PUT, Retry::Always),
        (Method::DELETE, Retry::Always),
        (Method::POST, Retry::Never),
        (Method::PATCH, Retry::Never),
    ] {
        assert_eq!(Endpoint::new("Api", "name", method, "/a").retry, expected);
    }
}
