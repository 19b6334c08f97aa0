use local_clerk::{Clock, ExternalAccount, LocalClerk, Membership, Organization};
use serde_json::json;

use crate::support::Clerk;

/// Three users, created a second apart: ada, grace, linus.
async fn three() -> (Clerk, [String; 3]) {
    let clock = Clock::standing_at(1_767_225_600_000);
    let clerk = Clerk::with(LocalClerk::builder().clock(clock)).await;
    let seed = |members| clerk.local.seed().user(members).unwrap();
    let ada = seed(json!({
        "email_address": ["ada+math@example.com"], "first_name": "Ada", "last_name": "Lovelace", "username": "ada_l",
        "external_id": "ext-ada", "created_at": "2026-01-01T00:00:00Z",
    }));
    let grace = seed(json!({
        "phone_number": ["+15555550101"], "first_name": "Grace", "username": "Grace_H", "created_at": "2026-01-01T00:00:01Z",
        "email_address": ["grace@example.com"], "banned": true,
    }));
    let linus = seed(json!({
        "web3_wallet": ["0x52908400098527886E0F7030069857D2E4169EE7"], "first_name": "Linus",
        "created_at": "2026-01-01T00:00:02Z",
    }));
    (clerk, [ada, grace, linus])
}

#[tokio::test]
async fn filters_find_by_identifier() {
    let (clerk, [ada, grace, linus]) = three().await;
    let organization = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    clerk.local.seed().membership(&organization, &grace, Membership::default()).unwrap();
    clerk.local.seed().external_account(&ada, ExternalAccount::new("oauth_github", "99")).unwrap();
    let cases: Vec<(String, &[&str])> = vec![
        (String::new(), &["Linus", "Grace", "Ada"]),
        ("email_address=ada%2Bmath@example.com".into(), &["Ada"]),
        ("email_address=ada+math@example.com".into(), &[]),
        ("email_address=ADA%2BMATH@example.com".into(), &["Ada"]),
        ("email_address=grace@example.com&email_address=ada%2Bmath@example.com".into(), &["Grace", "Ada"]),
        ("email_address=nobody@example.com".into(), &[]),
        ("phone_number=%2B15555550101".into(), &["Grace"]),
        ("username=grace_h".into(), &["Grace"]),
        ("web3_wallet=0x52908400098527886E0F7030069857D2E4169EE7".into(), &["Linus"]),
        ("external_id=ext-ada".into(), &["Ada"]),
        ("external_id=%2Bext-ada".into(), &["Ada"]),
        ("external_id=-ext-ada".into(), &["Linus", "Grace"]),
        (format!("user_id={ada}&user_id={linus}"), &["Linus", "Ada"]),
        (format!("user_id=-{ada}"), &["Linus", "Grace"]),
        (format!("user_id=+{ada}"), &[]),
        (format!("user_id=%2B{ada}&user_id=-{ada}"), &[]),
        (format!("organization_id={organization}"), &["Grace"]),
        (format!("organization_id=-{organization}"), &["Linus", "Ada"]),
        ("organization_id=org_unknown".into(), &[]),
        ("provider=oauth_github&provider_user_id=99".into(), &["Ada"]),
        ("provider=oauth_google&provider_user_id=99".into(), &[]),
        (format!("user_id={ada}&username=grace_h"), &[]),
        (format!("user_id[]={ada}"), &["Linus", "Grace", "Ada"]),
        (format!("user_id[0]={ada}"), &["Linus", "Grace", "Ada"]),
        (format!("user_id={ada},{grace}"), &[]),
        ("unknown_filter=1".into(), &["Linus", "Grace", "Ada"]),
    ];
    for (query, expected) in cases {
        assert_eq!(clerk.list(&query, "first_name").await, expected, "{query}");
    }
}

#[tokio::test]
async fn filters_find_by_part_of_a_text() {
    let (clerk, [ada, ..]) = three().await;
    let part_of_id = ada[5..20].to_lowercase();
    let cases: Vec<(String, &[&str])> = vec![
        ("query=LOVE".into(), &["Ada"]),
        ("query=ada%20love".into(), &["Ada"]),
        ("query=555055".into(), &[]),
        ("query=5555550".into(), &["Grace"]),
        ("query=0x5290".into(), &["Linus"]),
        ("query=example.com".into(), &["Grace", "Ada"]),
        (format!("query={part_of_id}"), &["Ada"]),
        ("email_address_query=GRACE".into(), &["Grace"]),
        ("phone_number_query=0101".into(), &["Grace"]),
        ("username_query=RACE_".into(), &["Grace"]),
        ("name_query=lin".into(), &["Linus"]),
        ("name_query=example".into(), &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(clerk.list(&query, "first_name").await, expected, "{query}");
    }
}

#[tokio::test]
async fn filters_find_by_standing_and_time() {
    let (clerk, [ada, grace, _]) = three().await;
    let day = 86_400_000;
    clerk.local.seed().activity(&ada, Some(5_000), Some(10 * day + 500)).unwrap();
    clerk.local.seed().activity(&grace, Some(6_000), Some(9 * day + 500)).unwrap();
    let second = 1_767_225_601_000_i64;
    let cases: Vec<(String, &[&str])> = vec![
        ("banned=true".into(), &["Grace"]),
        ("banned=false".into(), &["Linus", "Ada"]),
        (format!("created_at_before={second}"), &["Ada"]),
        (format!("created_at_after={second}"), &["Linus"]),
        (format!("last_active_at_before={}", 10 * day), &["Grace"]),
        (format!("last_active_at_after={}", 10 * day), &["Ada"]),
        (format!("last_active_at_since={}", 10 * day + 900), &["Ada"]),
        ("last_sign_in_at_before=6000".into(), &["Ada"]),
        ("last_sign_in_at_after=5000".into(), &["Grace"]),
    ];
    for (query, expected) in cases {
        assert_eq!(clerk.list(&query, "first_name").await, expected, "{query}");
    }
}

#[tokio::test]
async fn lists_are_ordered_by_every_documented_property() {
    let (clerk, [ada, grace, linus]) = three().await;
    for (id, at) in [(&ada, 3), (&grace, 1), (&linus, 2)] {
        clerk.local.seed().activity(id, Some(at), Some(at)).unwrap();
    }
    clerk.patch(&format!("/users/{grace}"), json!({ "last_name": "Hopper" })).await.ok();
    let cases: &[(&str, &[&str])] = &[
        ("created_at", &["Ada", "Grace", "Linus"]),
        ("%2Bcreated_at", &["Ada", "Grace", "Linus"]),
        ("-created_at", &["Linus", "Grace", "Ada"]),
        ("email_address", &["Ada", "Grace", "Linus"]),
        ("-first_name", &["Linus", "Grace", "Ada"]),
        ("last_name", &["Grace", "Ada", "Linus"]),
        ("last_active_at", &["Grace", "Linus", "Ada"]),
        ("-last_sign_in_at", &["Ada", "Linus", "Grace"]),
        ("username&order_by=-username", &["Grace", "Ada", "Linus"]),
    ];
    for (order, expected) in cases {
        assert_eq!(clerk.list(&format!("order_by={order}"), "first_name").await, *expected, "{order}");
    }
    for order in ["updated_at", "web3wallet", "phone_number"] {
        assert_eq!(clerk.list(&format!("order_by=-{order}"), "id").await.len(), 3, "{order}");
    }
    let reply = clerk.get("/users?order_by=web3_wallet").await;
    reply.refused_about(422, "form_param_value_invalid", "order_by");
}

#[tokio::test]
async fn pages_follow_limit_and_offset() {
    let clerk = Clerk::start().await;
    clerk.local.seed().users(30).unwrap();
    for (query, rows) in [
        ("", 10),
        ("limit=1", 1),
        ("limit=20", 20),
        ("limit=500", 30),
        ("limit=501", 10),
        ("limit=100000", 10),
        ("limit=20&offset=20", 10),
        ("offset=30", 0),
        ("offset=0", 10),
    ] {
        assert_eq!(clerk.list(query, "id").await.len(), rows, "{query}");
    }
    let first = clerk.list("limit=15&order_by=created_at", "username").await;
    let second = clerk.list("limit=15&offset=15&order_by=created_at", "username").await;
    let expected: Vec<_> = (0..30).map(|number| format!("user_{number}")).collect();
    assert_eq!([first, second].concat(), expected);
}

#[tokio::test]
async fn a_cursor_walks_all_users_once() {
    let clerk = Clerk::start().await;
    clerk.local.seed().users(25).unwrap();
    for order in ["-created_at", "created_at"] {
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let page = clerk.list(&format!("limit=10&order_by={order}{after}"), "id").await;
            let Some(last) = page.last() else { break };
            after = format!("&starting_after={last}");
            seen.extend(page);
        }
        let whole = clerk.list(&format!("limit=100&order_by={order}"), "id").await;
        assert_eq!(seen, whole, "{order}");
    }
    let id = clerk.list("limit=1", "id").await.remove(0);
    for query in [format!("starting_after={id}&offset=1"), format!("starting_after={id}&order_by=username")] {
        let reply = clerk.get(&format!("/users?{query}")).await;
        reply.refused_about(422, "form_param_value_conflict", "starting_after");
    }
}

#[tokio::test]
async fn bad_parameters_are_refused_by_name() {
    let clerk = Clerk::start().await;
    for (query, name) in [
        ("limit=5.0", "limit"),
        ("limit=%2B5", "limit"),
        ("offset=%2B0", "offset"),
        ("limit=0", "limit"),
        ("limit=-1", "limit"),
        ("limit=ten", "limit"),
        ("limit=", "limit"),
        ("limit=99999999999999999999", "limit"),
        ("offset=-1", "offset"),
        ("offset=1.5", "offset"),
        ("banned=yes", "banned"),
        ("created_at_before=2026-01-01", "created_at_before"),
        ("starting_after=user_unknown", "starting_after"),
    ] {
        clerk.get(&format!("/users?{query}")).await.refused_about(422, "form_param_value_invalid", name);
    }
    let reply = clerk.get("/users?banned=maybe").await;
    assert_eq!(reply.json()["errors"][0]["long_message"], "banned must be true or false.");
    for (query, name) in [("provider=oauth_x", "provider_user_id"), ("provider_user_id=1", "provider")] {
        let reply = clerk.get(&format!("/users?{query}")).await;
        reply.refused_about(422, "form_conditional_param_missing", name);
    }
}

#[tokio::test]
async fn a_filter_takes_a_hundred_values_and_no_more() {
    let clerk = Clerk::start().await;
    clerk.ada().await;
    for (name, path) in [("email_address", "/users"), ("user_id", "/users"), ("external_id", "/users/count")] {
        let values = |count: usize| (0..count).map(|i| format!("{name}={i}")).collect::<Vec<_>>().join("&");
        clerk.get(&format!("{path}?{}", values(100))).await.ok();
        let reply = clerk.get(&format!("{path}?{}", values(101))).await;
        reply.refused_about(422, "form_param_array_size_exceeded", name);
    }
}

#[tokio::test]
async fn counts_agree_with_lists() {
    let (clerk, [ada, ..]) = three().await;
    for (query, count) in [
        (String::new(), 3),
        ("query=example".into(), 2),
        ("banned=false".into(), 2),
        ("username=grace_h&username=ada_l".into(), 2),
        ("organization_id=-org_x".into(), 3),
        // Counting knows no signs here.
        (format!("user_id=-{ada}"), 0),
        ("limit=1".into(), 3),
    ] {
        let reply = clerk.get(&format!("/users/count?{query}")).await.ok();
        assert_eq!(reply, json!({ "object": "total_count", "total_count": count }), "{query}");
    }
}

#[tokio::test]
async fn a_blank_partial_filter_filters_nothing() {
    let (clerk, _) = three().await;
    for name in ["query", "email_address_query", "phone_number_query", "username_query", "name_query"] {
        assert_eq!(clerk.list(&format!("{name}="), "first_name").await.len(), 3, "{name}");
    }
}

#[tokio::test]
async fn descending_is_ascending_in_reverse() {
    let (clerk, _) = three().await;
    for order in
        ["created_at", "updated_at", "email_address", "web3wallet", "last_name", "phone_number", "last_active_at"]
    {
        let mut up = clerk.list(&format!("order_by={order}"), "id").await;
        let down = clerk.list(&format!("order_by=-{order}"), "id").await;
        up.reverse();
        assert_eq!(up, down, "{order}");
    }
}

#[tokio::test]
async fn lists_of_many_users_agree_however_they_are_found() {
    let clerk = Clerk::start().await;
    clerk.local.seed().users(2500).unwrap();
    let first = 1_767_225_600_000_i64;
    let ids = async |query: &str| clerk.list(&format!("{query}&limit=500"), "username").await;
    // The same users, by a search, by a range, and by both; many enough that the order is walked along, and few enough that it is not.
    let (many, few) = (first + 400_000, first + 2_300_000);
    for after in [many, few] {
        let count =
            clerk.get(&format!("/users/count?created_at_after={after}&query=example")).await.ok()["total_count"]
                .clone();
        assert_eq!(count, clerk.get(&format!("/users/count?created_at_after={after}")).await.ok()["total_count"]);
        for order in ["created_at", "-created_at", "username", "-last_name"] {
            let by_range = ids(&format!("created_at_after={after}&order_by={order}")).await;
            let by_both = ids(&format!("created_at_after={after}&order_by={order}&query=example")).await;
            assert_eq!(by_range, by_both, "{order}");
            assert_eq!(by_range.len(), if after == few { 199 } else { 500 });
        }
    }
    let page = ids(&format!("created_at_after={first}&created_at_before={}&order_by=created_at", first + 3000)).await;
    assert_eq!(page, ["user_1", "user_2"]);
    let nobody = ids(&format!("created_at_after={many}&created_at_before={first}")).await;
    assert!(nobody.is_empty());
}

#[tokio::test]
async fn searches_follow_what_users_become() {
    let clerk = Clerk::start().await;
    clerk.local.seed().users(300).unwrap();
    let id = clerk.list("username=user_7", "id").await.remove(0);
    // Often enough that the texts are written anew more than once.
    for round in 0..3000 {
        clerk
            .patch(&format!("/users/{id}"), json!({ "first_name": format!("Name {round} {}", "x".repeat(200)) }))
            .await
            .ok();
    }
    assert_eq!(clerk.list("name_query=name%202999", "id").await, [id.as_str()]);
    assert!(clerk.list("name_query=name%202998", "id").await.is_empty());
    assert_eq!(clerk.list("query=number%20299", "username").await, ["user_299"]);
    clerk.delete(&format!("/users/{id}")).await.ok();
    assert!(clerk.list("query=2999", "id").await.is_empty());
}
