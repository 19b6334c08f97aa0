//! Every response decodes whatever Clerk leaves out, nulls, adds or renames.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::samples::{self, for_each_response};
use crate::billing::*;
use crate::organizations::*;
use crate::types::*;
use crate::users::*;

/// The members without which a response says nothing.
const REQUIRED: [&str; 3] = ["/id of User", "/total_count of TotalCount", "/amount of CreditLedgerEntry"];

fn sample(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn decoded<T: DeserializeOwned + Debug>(value: &Value) -> Result<String, String> {
    let response = serde_json::from_str::<T>(&value.to_string());
    response.map(|response| format!("{response:?}")).map_err(|error| error.to_string())
}

/// The paths of all values in `value`, as JSON pointers.
fn paths(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, paths: &mut Vec<String>) {
        paths.push(path.to_owned());
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, member)| walk(member, &format!("{path}/{name}"), paths))
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, item)| walk(item, &format!("{path}/{at}"), paths))
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// The paths of all members of objects, outside of metadata.
fn member_paths(value: &Value) -> Vec<String> {
    let is_member =
        |path: &str| path.rsplit('/').next().is_some_and(|name| !name.is_empty() && name.parse::<usize>().is_err());
    let in_metadata = |path: &str| path.contains("metadata/") || path.contains("meta/");
    paths(value).into_iter().filter(|path| is_member(path) && !in_metadata(path)).collect()
}

fn parent<'a>(value: &'a mut Value, path: &'a str) -> (&'a mut serde_json::Map<String, Value>, &'a str) {
    let (parent, name) = path.rsplit_once('/').unwrap();
    (value.pointer_mut(parent).unwrap().as_object_mut().unwrap(), name)
}

fn is_required<T>(path: &str) -> bool {
    let name = std::any::type_name::<T>().rsplit("::").next().unwrap();
    REQUIRED.contains(&format!("{path} of {name}").as_str())
}

/// Whether it is the number of an amount of money: it may be missing with its object only.
fn is_amount(reply: &Value, path: &str) -> bool {
    path.ends_with("/amount") && reply.pointer(path).is_some_and(Value::is_number)
}

/// Whether it is the list of a page: null is an empty one, but without it the object is something else.
fn is_list_of_page(path: &str) -> bool {
    path == "/data"
}

#[test]
fn an_absent_member_reads_like_null() {
    fn check<T: DeserializeOwned + Debug>(text: &str) {
        for path in member_paths(&sample(text)) {
            let (mut absent, mut null) = (sample(text), sample(text));
            let (members, name) = parent(&mut absent, &path);
            members.remove(name);
            *null.pointer_mut(&path).unwrap() = Value::Null;
            if is_required::<T>(&path) || is_amount(&sample(text), &path) {
                assert!(decoded::<T>(&absent).is_err() && decoded::<T>(&null).is_err(), "{path}");
            } else if is_list_of_page(&path) {
                assert!(decoded::<T>(&absent).is_err() && decoded::<T>(&null).is_ok(), "{path}");
            } else {
                assert_eq!(decoded::<T>(&absent).unwrap(), decoded::<T>(&null).unwrap(), "{path}");
            }
        }
    }
    for_each_response!(check);
}

#[test]
fn an_item_of_a_list_that_is_null_is_left_out() {
    let user = sample(samples::USER);
    for path in paths(&user)
        .into_iter()
        .filter(|path| path.ends_with("/0") && !path.contains("metadata") && !path.contains("meta/"))
    {
        let mut null = user.clone();
        *null.pointer_mut(&path).unwrap() = Value::Null;
        let mut shorter = user.clone();
        let (list, _) = path.rsplit_once('/').unwrap();
        shorter.pointer_mut(list).unwrap().as_array_mut().unwrap().remove(0);
        assert_eq!(decoded::<User>(&null).unwrap(), decoded::<User>(&shorter).unwrap(), "{path}");
    }
}

#[test]
fn unknown_members_change_nothing() {
    fn check<T: DeserializeOwned + Debug>(text: &str) {
        let full = sample(text);
        for path in paths(&full).into_iter().filter(|path| !path.contains("meta")) {
            let mut more = full.clone();
            if let Some(members) = more.pointer_mut(&path).unwrap().as_object_mut() {
                members.insert("a_new_member".into(), json!({"deep": [1, "two", {"three": null}]}));
                members.insert("zz_new".into(), json!(-1.5e3));
                assert_eq!(decoded::<T>(&more).unwrap(), decoded::<T>(&full).unwrap(), "{path}");
            }
        }
    }
    for_each_response!(check);
}

#[test]
fn any_text_may_become_another_and_is_kept() {
    fn check<T: DeserializeOwned + Debug>(text: &str) {
        let full = sample(text);
        for path in paths(&full) {
            let mut other = full.clone();
            let value = other.pointer_mut(&path).unwrap();
            if value.is_string() {
                *value = json!("something \"new\" \u{1F600}");
                assert!(decoded::<T>(&other).is_ok(), "{path}");
                *other.pointer_mut(&path).unwrap() = json!("");
                assert!(decoded::<T>(&other).is_ok() || is_required::<T>(&path), "{path}");
            }
        }
    }
    for_each_response!(check);
}

#[test]
fn the_order_of_members_does_not_matter() {
    fn reversed(value: &Value) -> String {
        match value {
            Value::Object(members) => {
                let members: Vec<_> =
                    members.iter().rev().map(|(name, member)| format!("{name:?}:{}", reversed(member))).collect();
                format!("{{{}}}", members.join(","))
            }
            Value::Array(items) => format!("[{}]", items.iter().map(reversed).collect::<Vec<_>>().join(",")),
            _ => value.to_string(),
        }
    }
    fn check<T: DeserializeOwned + Debug>(text: &str) {
        // Metadata keeps its order, so it is left out of the comparison.
        let mut full = sample(text);
        for path in member_paths(&full).into_iter().filter(|path| path.ends_with("metadata") || path.ends_with("/meta"))
        {
            *full.pointer_mut(&path).unwrap() = json!({});
        }
        let reply: T = serde_json::from_str(&reversed(&full)).unwrap();
        assert_eq!(format!("{reply:?}"), decoded::<T>(&full).unwrap());
    }
    for_each_response!(check);
}

#[test]
fn every_member_of_a_full_reply_is_kept_and_written_back() {
    fn check<T: DeserializeOwned + Serialize>(text: &str, hidden: &[&str]) {
        let full = sample(text);
        let written = serde_json::to_value(serde_json::from_str::<T>(text).unwrap()).unwrap();
        for path in member_paths(&full) {
            let expected = (!hidden.contains(&path.as_str())).then(|| full.pointer(&path).unwrap());
            let found = written.pointer(&path);
            // Objects have more members when written: those that were absent.
            if expected.is_none_or(|value| !value.is_object() && !value.is_array()) {
                assert_eq!(found, expected, "{path}");
            }
        }
    }
    check::<User>(samples::USER, &["/phone_numbers/0/backup_codes"]);
    check::<Page<OrganizationMembership>>(samples::ORGANIZATION_MEMBERSHIPS, &[]);
    check::<Page<OrganizationInvitation>>(samples::ORGANIZATION_INVITATIONS, &[]);
    check::<DeletedObject>(samples::DELETED_OBJECT, &[]);
    check::<TotalCount>(samples::TOTAL_COUNT, &[]);
    check::<MfaDisabled>(samples::MFA_DISABLED, &[]);
    check::<MfaDisabled>(samples::MFA_DISABLED_OLD, &[]);
    check::<PasswordVerification>(samples::PASSWORD_VERIFICATION, &[]);
    check::<TotpVerification>(samples::TOTP_VERIFICATION, &[]);
    check::<Page<TrustedDevice>>(samples::TRUSTED_DEVICES, &[]);
    check::<CreditBalance>(samples::CREDIT_BALANCE, &[]);
    check::<CreditLedgerEntry>(samples::CREDIT_LEDGER_ENTRY, &[]);
    check::<BillingSubscription>(samples::BILLING_SUBSCRIPTION, &[]);
}

#[test]
fn what_was_written_reads_as_the_same_user() {
    let mut user: User = serde_json::from_str(samples::USER).unwrap();
    user.phone_numbers[0].backup_codes.clear();
    let text = serde_json::to_string(&user).unwrap();
    assert_eq!(serde_json::from_str::<User>(&text).unwrap(), user);
}

#[test]
fn replies_decode_from_every_source_of_json() {
    let user: User = serde_json::from_str(samples::USER).unwrap();
    assert_eq!(serde_json::from_slice::<User>(samples::USER.as_bytes()).unwrap(), user);
    assert_eq!(serde_json::from_reader::<_, User>(samples::USER.as_bytes()).unwrap(), user);
    let mut tokens = serde_json::Deserializer::from_str(samples::USER);
    assert_eq!(serde_path_to_error::deserialize::<_, User>(&mut tokens).unwrap(), user);
    assert_eq!(
        serde_json::from_value::<User>(json!({"id": "user_1", "unsafe_metadata": {"a": 1}}))
            .unwrap()
            .unsafe_metadata
            .as_str(),
        r#"{"a":1}"#
    );
}

#[test]
fn a_wrong_type_is_an_error_with_its_path() {
    let cases = [
        (r#"{"id":"u","banned":"yes"}"#, "banned"),
        (
            r#"{"id":"u","email_addresses":[{},{"verification":{"attempts":"x"}}]}"#,
            "email_addresses[1].verification.attempts",
        ),
        (r#"{"id":"u","saml_accounts":{}}"#, "saml_accounts"),
        (r#"{"id":7}"#, "id"),
        (r#"{"object":"user"}"#, "."),
        (r#"[]"#, "."),
    ];
    for (json, path) in cases {
        let mut tokens = serde_json::Deserializer::from_str(json);
        let error = serde_path_to_error::deserialize::<_, User>(&mut tokens).unwrap_err();
        assert_eq!(error.path().to_string(), path, "{json}");
    }
}

#[test]
fn half_a_reply_is_an_error_and_never_a_panic() {
    for end in (0..samples::USER.len()).filter(|end| samples::USER.is_char_boundary(*end)) {
        assert!(serde_json::from_str::<User>(&samples::USER[..end]).is_err(), "{end}");
    }
}

/// Within `#[serde(flatten)]` serde keeps the values before it hands them over, and null is a unit there.
#[test]
fn null_reads_as_absent_within_a_flattened_struct() {
    #[derive(serde::Deserialize)]
    struct Outer {
        #[serde(flatten)]
        number: PhoneNumber,
    }
    let json =
        r#"{"id":"idn_1","phone_number":null,"verification":null,"linked_to":[null,{"id":"idn_2"}],"reserved":true}"#;
    let Outer { number } = serde_json::from_str(json).unwrap();
    assert_eq!((number.id.as_str(), number.phone_number.as_str(), number.reserved), ("idn_1", "", true));
    assert_eq!((number.verification, number.linked_to.len()), (None, 1));
}

#[test]
fn an_identification_is_verified_only_if_its_status_says_so() {
    for (verification, expected) in [
        (r#"{"status":"verified"}"#, true),
        (r#"{"status":"unverified"}"#, false),
        (r#"{"status":"transferable"}"#, false),
        ("{}", false),
        ("null", false),
    ] {
        let json = format!(r#"{{"id":"idn_1","verification":{verification}}}"#);
        assert_eq!(serde_json::from_str::<EmailAddress>(&json).unwrap().is_verified(), expected, "{json}");
        assert_eq!(serde_json::from_str::<PhoneNumber>(&json).unwrap().is_verified(), expected, "{json}");
    }
}
