use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn sessions_are_created_listed_and_revoked_once() {
    let clerk = Clerk::start().await;
    let (ada, grace) = (clerk.ada().await, clerk.user(json!({ "username": "grace" })).await);
    let create = async |user: &str| clerk.post("/sessions", json!({ "user_id": user })).await;
    let (first, second) = (create(&ada).await.ok(), create(&ada).await.ok());
    let other = create(&grace).await.ok();
    assert_eq!(
        (&first["status"], &first["user_id"], &first["object"]),
        (&json!("active"), &json!(ada), &json!("session"))
    );
    create(UNKNOWN).await.refused(404, "resource_not_found");
    let path = format!("/sessions/{}", first["id"].as_str().unwrap());
    assert_eq!(clerk.get(&path).await.ok(), first);
    let revoked = clerk.act(&format!("{path}/revoke")).await.ok();
    assert_eq!((&revoked["status"], &revoked["id"]), (&json!("revoked"), &first["id"]));
    assert_eq!(clerk.act(&format!("{path}/revoke")).await.ok(), revoked);
    assert_eq!(clerk.local.sessions(&ada), [second["id"].as_str().unwrap()]);
    let revocations = clerk.local.effects().into_iter().filter(|effect| effect.user_id == ada);
    let revocations: Vec<_> = revocations.map(|effect| effect.what).collect();
    assert_eq!(
        revocations.last(),
        Some(&local_clerk::What::SessionsRevoked(vec![first["id"].as_str().unwrap().into()]))
    );
    let cases: Vec<(String, Vec<&Value>)> = vec![
        (String::new(), vec![&other, &second, &revoked]),
        (format!("user_id={ada}"), vec![&second, &revoked]),
        (format!("user_id={ada}&status=active"), vec![&second]),
        ("status=revoked".into(), vec![&revoked]),
        (format!("client_id={}", other["client_id"].as_str().unwrap()), vec![&other]),
        ("limit=1&offset=1".into(), vec![&second]),
        (format!("user_id={UNKNOWN}"), vec![]),
    ];
    for (query, expected) in cases {
        let listed = clerk.get(&format!("/sessions?{query}")).await.ok();
        assert_eq!(listed.as_array().unwrap().iter().collect::<Vec<_>>(), expected, "{query}");
    }
    let page = clerk.get("/sessions?paginated=true&limit=1").await.ok();
    assert_eq!(page, json!({ "data": [other], "total_count": 3 }));
    clerk.get("/sessions?status=lost").await.refused_about(422, "form_param_value_invalid", "status");
}
