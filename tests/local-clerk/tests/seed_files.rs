use crate::support::Clerk;

const FILE: &str = include_str!("../sdk/seed.json");

#[tokio::test]
async fn a_file_sets_up_users_and_organizations() {
    let clerk = Clerk::start().await;
    clerk.local.seed().file(FILE).unwrap();
    let ada = clerk.get("/users?external_id=crew-1").await.ok()[0].clone();
    assert_eq!(ada["passkeys"][0]["name"], "Ada's laptop");
    assert_eq!(ada["external_accounts"].as_array().unwrap().len(), 3);
    assert_eq!(ada["organization_memberships"][0]["organization"]["members_count"], 2);
    assert_eq!(clerk.local.sessions(ada["id"].as_str().unwrap()).len(), 2);
}

#[tokio::test]
async fn errors_name_the_line_and_the_reason_and_change_nothing() {
    let cases = [
        ("{\n\"users\": [\n{", "line 3: EOF while parsing"),
        ("{\n\"user\": []}", "line 2: unknown field `user`"),
        ("[]", "line 1: a seed file is a JSON object"),
        (
            "{\"users\": [\n{\"create\": {\"username\": \"someone\"}},\n{\"create\": {\"username\": \"SOMEONE\"}}]}",
            "line 3: That username is taken",
        ),
        ("{\"users\": [\n\n{\"create\": {\"nickname\": \"x\"}}]}", "line 3: nickname is not a valid parameter"),
        ("{\"users\": [{\"create\": {\"username\": \"someone\"},\n\"passkeys\": [1]}]}", "line 2: invalid type"),
        ("{\"users\": [{}]}", "line 1: missing field `create`"),
        ("{\"users\": [{\"create\": 7}]}", "line 1: The request body must be a JSON object"),
        (
            "{\"organizations\": [\n{\"organization\": {\"name\": \"A\"}, \"members\": [{\"user\": \"bob\"}]}]}",
            "line 2: no user of this file has the key bob",
        ),
        (
            "{\"users\": [{\"key\": \"a\", \"create\": {\"username\": \"user_a\"}},\n{\"key\": \"a\", \"create\": {\"username\": \"user_b\"}}]}",
            "line 2: the key a is used twice",
        ),
    ];
    let clerk = Clerk::start().await;
    for (text, expected) in cases {
        let error = clerk.local.seed().file(text).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}");
        assert_eq!(clerk.local.user_count(), 0, "{text}");
    }
}
