//! The write is carried out, and its answer lost: what must not happen twice does not.

use clerk_client::{Client, CreateUserRequest, ExposeSecret, VerifyPasswordRequest, VerifyTotpRequest};
use clerk_tests::under_test;
use local_clerk::{Fault, LocalClerk, Operation, What};

/// The ways in which an answer is lost.
fn faults() -> [Fault; 5] {
    [
        Fault::reset().after_commit(),
        Fault::cut_body(5),
        Fault::status(500).after_commit(),
        Fault::status(503).body("upstream").after_commit(),
        Fault::status(504).after_commit(),
    ]
}

async fn start() -> (LocalClerk, Client) {
    let clerk = LocalClerk::start().await.unwrap();
    let client = under_test::builder(clerk.secret_key()).base_url(clerk.base_url()).build().unwrap();
    (clerk, client)
}

fn count(clerk: &LocalClerk, what: &What) -> usize {
    clerk.effects().iter().filter(|effect| effect.what == *what).count()
}

#[tokio::test]
async fn create_makes_one_user() {
    for fault in faults() {
        let (clerk, client) = start().await;
        clerk.faults().add(fault.on(Operation::Create));
        let request = CreateUserRequest::new().email_address("ada+clerk_test@example.com").external_id("crm-1");
        let error = client.users().create(&request).await.unwrap_err();
        assert!(error.may_have_run() && error.attempts() == 1, "{error}");
        assert_eq!((clerk.user_count(), count(&clerk, &What::Created), clerk.journal().len()), (1, 1, 1));
    }
}

#[tokio::test]
async fn a_created_user_whose_answer_was_lost_is_found_by_external_id() {
    for fault in faults() {
        let (clerk, client) = start().await;
        clerk.faults().add(fault.on(Operation::Create));
        let request = CreateUserRequest::new().username("ada_lovelace").external_id("crm-1");
        let ada = client.create_and_reconcile(&request).await.unwrap();
        assert_eq!((ada.external_id.as_deref(), clerk.user_count()), (Some("crm-1"), 1));
    }
    let (clerk, client) = start().await;
    assert!(client.create_and_reconcile(&CreateUserRequest::new().username("ada_lovelace")).await.is_err());
    let request = CreateUserRequest::new().username("ada_lovelace").external_id("crm-1");
    clerk.faults().add(Fault::reset().on(Operation::Create));
    let error = client.create_and_reconcile(&request).await.unwrap_err();
    assert!(error.may_have_run() && clerk.user_count() == 0, "it never ran, but nobody can know: {error}");
    client.create_and_reconcile(&request).await.unwrap();
    let taken = client.create_and_reconcile(&request).await.unwrap_err();
    assert!(taken.has_code("form_identifier_exists"), "{taken}");
}

#[tokio::test]
async fn codes_secrets_and_passwords_are_used_once() {
    for fault in faults() {
        let (clerk, client) = start().await;
        let request = CreateUserRequest::new().username("ada_lovelace").password("correct horse 1815");
        let ada = client.users().create(&request).await.unwrap().id;
        clerk.faults().add(fault.clone().on(Operation::CreateTotp));
        assert!(client.users().create_totp(&ada).await.unwrap_err().may_have_run());
        assert_eq!(count(&clerk, &What::TotpCreated), 1);

        let totp = client.users().create_totp(&ada).await.unwrap();
        clerk.faults().add(fault.clone().on(Operation::VerifyTotp));
        let code = VerifyTotpRequest::new(totp.backup_codes[0].expose_secret());
        let error = client.users().verify_totp(&ada, &code).await.unwrap_err();
        assert!(error.may_have_run() && !error.has_code("totp_incorrect_code"), "{error}");
        assert_eq!(count(&clerk, &What::BackupCodeConsumed), 1);
        let again = client.users().verify_totp(&ada, &code).await.unwrap_err();
        assert!(again.has_code("totp_incorrect_code"), "the code was used up: {again}");

        clerk.faults().add(fault.on(Operation::VerifyPassword));
        let password = VerifyPasswordRequest::new("correct horse 1815");
        assert!(client.users().verify_password(&ada, &password).await.unwrap_err().may_have_run());
        assert_eq!(count(&clerk, &What::PasswordVerified(true)), 1);
    }
}

#[tokio::test]
async fn a_delete_that_ran_says_so_when_it_is_sent_again() {
    for fault in faults() {
        let (clerk, client) = start().await;
        let ada = client.users().create(&CreateUserRequest::new().username("ada_lovelace")).await.unwrap().id;
        clerk.faults().add(fault.on(Operation::Delete));
        let error = client.users().delete(&ada).await.unwrap_err();
        assert!(error.is_not_found() && error.may_be_deleted() && error.may_have_run(), "{error}");
        assert_eq!((error.attempts(), clerk.user_count()), (2, 0));
        let gone = client.users().delete(&ada).await.unwrap_err();
        assert!(gone.is_not_found() && !gone.may_be_deleted() && !gone.may_have_run(), "{gone}");
        assert!(client.users().delete(&ada).optional().await.unwrap().is_none());
    }
}

#[tokio::test]
async fn what_may_run_twice_succeeds_all_the_same() {
    for fault in faults() {
        let (clerk, client) = start().await;
        let ada = client.users().create(&CreateUserRequest::new().username("ada_lovelace")).await.unwrap().id;
        clerk.faults().add(fault.clone().on(Operation::Ban));
        assert!(client.users().ban(&ada).await.unwrap().banned);
        clerk.faults().add(fault.on(Operation::Find));
        assert_eq!(client.users().find(&ada).await.unwrap().id, ada);
    }
}
