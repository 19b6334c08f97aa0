//! Which texts are identifiers, and whom they keep from using the same.

use local_clerk::{ExternalAccount, Verification, What};
use serde_json::{Value, json};

use crate::support::Clerk;

const ETHEREUM: &str = "0x52908400098527886E0F7030069857D2E4169EE7";
const SOLANA: &str = "4Nd1mBQtrMJVYVfKf2PJy9NZUZdTAsp7D4xWLs4gDB4T";

#[tokio::test]
async fn an_email_address_has_a_dot_atom_and_a_host_name() {
    let clerk = Clerk::start().await;
    let long_label = format!("a@{}.example", "x".repeat(63));
    let good = [
        "a@x.y",
        "a+b@x.y",
        "a.b@x-y.example",
        "o'neil@x.example",
        "{a}@x.example",
        "1@2.3",
        " a@trim.example ",
        &long_label,
    ];
    let long_local = format!("{}@x.example", "a".repeat(65));
    let longer_label = format!("a@{}.example", "x".repeat(64));
    let long = format!("a@{}example", "abcdefgh.".repeat(30));
    let bad = [
        "",
        "a",
        "@x.y",
        "a@",
        "a@x",
        "a,b@x.yz",
        "<script>@x.yz",
        "a..b@x.yz",
        ".a@x.yz",
        "a.@x.yz",
        "a@-x.yz",
        "a@x-.yz",
        "a@x..yz",
        "a@x.yz.",
        "a b@x.yz",
        "a@b@x.yz",
        "\"a b\"@x.yz",
        "a@[127.0.0.1]",
        "a\u{200b}b@x.yz",
        "\u{202e}a@x.yz",
        "caf\u{e9}@x.yz",
        "cafe\u{301}@x.yz",
        "a\u{0}@x.yz",
        &long_local,
        &longer_label,
        &long,
    ];
    for email in good {
        clerk.post("/users", json!({ "email_address": [email] })).await.ok();
    }
    for email in bad {
        let reply = clerk.post("/users", json!({ "email_address": [email] })).await;
        reply.refused_about(422, "form_param_format_invalid", "email_address");
    }
}

#[tokio::test]
async fn a_wallet_has_the_letters_and_length_of_its_chain() {
    let clerk = Clerk::start().await;
    for wallet in [
        &ETHEREUM[..41],
        &format!("{ETHEREUM}0"),
        "0x5290840009852788zE0F7030069857D2E4169EE7",
        &SOLANA[..31],
        &SOLANA.replace('4', "0"),
        &SOLANA.replace('B', "I"),
    ] {
        let reply = clerk.post("/users", json!({ "web3_wallet": [wallet] })).await;
        reply.refused_about(422, "form_param_format_invalid", "web3_wallet");
    }
    let twice = json!({ "web3_wallet": [ETHEREUM, ETHEREUM.to_lowercase()] });
    clerk.post("/users", twice).await.refused_about(422, "form_param_duplicate", "web3_wallet");
    // Base 58 has case: these are two wallets.
    clerk.post("/users", json!({ "web3_wallet": [SOLANA, SOLANA.replace('N', "n")] })).await.ok();
    let found = clerk.list(&format!("web3_wallet={SOLANA}"), "id").await;
    assert_eq!((found.len(), clerk.list(&format!("web3_wallet={}", SOLANA.to_lowercase()), "id").await.len()), (1, 0));
}

#[tokio::test]
async fn texts_are_bounded_and_have_no_control_characters() {
    let clerk = Clerk::start().await;
    for (name, value, code) in [
        ("first_name", json!("x".repeat(257)), "form_param_max_length_exceeded"),
        ("last_name", json!("a\u{0}b"), "form_param_format_invalid"),
        ("external_id", json!("a\nb"), "form_param_format_invalid"),
        ("backup_codes", json!(vec!["code"; 101]), "form_param_array_size_exceeded"),
        ("backup_codes", json!(["x".repeat(257)]), "form_param_max_length_exceeded"),
        (
            "email_address",
            json!((0..101).map(|n| format!("a{n}@x.y")).collect::<Vec<_>>()),
            "form_param_array_size_exceeded",
        ),
    ] {
        let mut body = json!({ "username": "somebody" });
        body[name] = value;
        clerk.post("/users", body).await.refused_about(422, code, name);
    }
    clerk.post("/users", json!({ "username": "somebody", "first_name": "é".repeat(256) })).await.ok();
}

#[tokio::test]
async fn an_unverified_identification_keeps_nobody_else_from_it() {
    let clerk = Clerk::start().await;
    let ada = clerk.ada().await;
    for (name, value) in [("email_address", "shared@example.com"), ("phone_number", "+15555550100")] {
        let path = format!("/users/{ada}/{name}");
        clerk.put(&path, json!({ name: value, "identification_status": "unverified" })).await.ok();
        let other = clerk.post("/users", json!({ name: [value] })).await.ok();
        assert_eq!(clerk.list(&format!("{name}={}", value.replace('+', "%2B")), "id").await.len(), 2);
        // Once somebody has it verified, it is theirs.
        clerk.post("/users", json!({ name: [value] })).await.refused_about(422, "form_identifier_exists", name);
        clerk.put(&path, json!({ name: value })).await.refused_about(422, "form_identifier_exists", name);
        let id = clerk.get(&format!("/users/{ada}")).await.ok()
            [format!("{name}{}", if name == "phone_number" { "s" } else { "es" })][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let error = clerk.local.seed().verification(&ada, &id, Some(Verification::admin())).unwrap_err().to_string();
        assert!(error.contains("is taken"), "{error}");
        clerk.delete(&format!("/users/{}", other["id"].as_str().unwrap())).await.ok();
        clerk.local.seed().verification(&ada, &id, Some(Verification::admin())).unwrap();
    }
}

#[tokio::test]
async fn a_reserved_identification_does() {
    let clerk = Clerk::start().await;
    let user = json!({
        "email_address": ["a@x.y"], "email_address_identification_status": ["reserved"],
        "phone_number": ["+15555550100"], "phone_number_identification_status": ["reserved"],
    });
    let user = clerk.post("/users", user).await.ok();
    assert_eq!(
        (&user["phone_numbers"][0]["reserved"], &user["phone_numbers"][0]["verification"]),
        (&json!(true), &Value::Null)
    );
    for (name, value) in [("email_address", "a@x.y"), ("phone_number", "+15555550100")] {
        clerk.post("/users", json!({ name: [value] })).await.refused_about(422, "form_identifier_exists", name);
    }
}

#[tokio::test]
async fn a_new_primary_email_address_is_notified_and_the_same_is_not() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}/email_address", clerk.ada().await);
    let notified = async |email: &str| {
        clerk.local.clear_journal();
        clerk.put(&path, json!({ "email_address": email, "notify_primary_email_address_changed": true })).await.ok();
        clerk.local.effects().iter().any(|effect| effect.what == What::PrimaryEmailAddressChangeNotified)
    };
    assert!(!notified("ADA@example.com").await, "it is the primary one already");
    assert!(notified("augusta@example.com").await);
    assert!(!notified("augusta@example.com").await);
}

#[tokio::test]
async fn replacing_a_phone_number_that_is_a_second_factor_disables_mfa() {
    let clerk = Clerk::start().await;
    let members =
        json!({ "phone_number": ["+15555550100"], "totp_secret": "GEZDGNBVGY3TQOJQ", "backup_codes": ["one-code"] });
    let user = clerk.post("/users", members).await.ok();
    let (id, phone) = (user["id"].as_str().unwrap(), user["phone_numbers"][0]["id"].as_str().unwrap());
    clerk.local.seed().second_factor(id, phone).unwrap();
    let shown = clerk.get(&format!("/users/{id}")).await.ok()["phone_numbers"][0].clone();
    assert_eq!((&shown["default_second_factor"], &shown["reserved_for_second_factor"]), (&json!(true), &json!(true)));
    clerk.put(&format!("/users/{id}/phone_number"), json!({ "phone_number": "+15555550101" })).await.ok();
    let user = clerk.get(&format!("/users/{id}")).await.ok();
    for flag in ["two_factor_enabled", "totp_enabled", "backup_code_enabled"] {
        assert_eq!(user[flag], false, "{flag}");
    }
    assert!(user["mfa_disabled_at"].is_i64());
    assert_eq!(user["phone_numbers"][0]["default_second_factor"], false);
}

#[tokio::test]
async fn a_linked_email_address_is_not_replaced() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let account =
        ExternalAccount { email_address: "Ada@Example.com".into(), ..ExternalAccount::new("oauth_google", "1") };
    clerk.local.seed().external_account(&id, account).unwrap();
    let reply = clerk.put(&format!("/users/{id}/email_address"), json!({ "email_address": "b@x.y" })).await;
    reply.refused(400, "delete_linked_identification_disallowed");
}

#[tokio::test]
async fn an_email_address_is_found_by_its_own_id() {
    let clerk = Clerk::start().await;
    let email = clerk.get(&format!("/users/{}", clerk.ada().await)).await.ok()["email_addresses"][0].clone();
    assert_eq!(clerk.get(&format!("/email_addresses/{}", email["id"].as_str().unwrap())).await.ok(), email);
    let missing = clerk.get("/email_addresses/idn_none").await;
    missing.refused(404, "resource_not_found");
    assert!(missing.text.contains("No email address was found with id idn_none."));
}

#[tokio::test]
async fn email_addresses_are_created_verified_made_primary_and_deleted() {
    let clerk = Clerk::start().await;
    let id = clerk.user(json!({ "username": "ada_l" })).await;
    let create = async |email: &str, more: Value| {
        let mut body = json!({ "user_id": id, "email_address": email });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        clerk.post("/email_addresses", body).await
    };
    let primary = async || clerk.get(&format!("/users/{id}")).await.ok()["primary_email_address_id"].clone();
    let first = create("A@x.y", json!({})).await.ok();
    assert_eq!(
        (&first["email_address"], &first["verification"], primary().await),
        (&json!("a@x.y"), &Value::Null, first["id"].clone())
    );
    create("b@x.y", json!({ "primary": true })).await.refused_about(422, "form_verification_needed", "primary");
    let change = json!({ "verified": true, "primary": true, "notify_primary_email_address_changed": true });
    let second = create("b@x.y", change).await.ok();
    assert_eq!((&second["verification"]["strategy"], primary().await), (&json!("admin"), second["id"].clone()));
    assert!(clerk.local.effects().iter().any(|effect| effect.what == What::PrimaryEmailAddressChangeNotified));
    let path = format!("/email_addresses/{}", first["id"].as_str().unwrap());
    clerk.patch(&path, json!({ "primary": true })).await.refused_about(422, "form_verification_needed", "primary");
    assert_eq!(
        clerk.patch(&path, json!({ "verified": true, "primary": true })).await.ok()["verification"]["status"],
        "verified"
    );
    assert_eq!(primary().await, first["id"]);
    let deleted = clerk.delete(&path).await.ok();
    assert_eq!(deleted, json!({ "object": "email_address", "id": first["id"], "deleted": true }));
    assert_eq!(primary().await, second["id"]);
    create("B@x.y", json!({ "verified": true })).await.refused_about(422, "form_identifier_exists", "email_address");
    let unknown = clerk.post("/email_addresses", json!({ "user_id": "user_none", "email_address": "c@x.y" })).await;
    unknown.refused(404, "resource_not_found");
}

#[tokio::test]
async fn a_linked_or_last_email_address_is_not_deleted() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let email = clerk.get(&format!("/users/{id}")).await.ok()["primary_email_address_id"].as_str().unwrap().to_owned();
    let path = format!("/email_addresses/{email}");
    clerk.delete(&path).await.refused(400, "last_required_identification_deletion_failed");
    let account =
        ExternalAccount { email_address: "ada@example.com".into(), ..ExternalAccount::new("oauth_google", "1") };
    clerk.local.seed().external_account(&id, account).unwrap();
    clerk.delete(&path).await.refused(400, "delete_linked_identification_disallowed");
    assert_eq!(clerk.get(&path).await.ok()["id"], email);
}
