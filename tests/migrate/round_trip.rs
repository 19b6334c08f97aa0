//! Export writes what import reads.

use clerk_client::CreateUserRequest;
use local_clerk::LocalClerk;

use super::program::Place;

const CSV: &str = r#"external_id,email_addresses,reserved_email_addresses,first_name,password,public_metadata,created_at,banned
crm-1,ada@example.com;lovelace@example.com,,"Ada, ""Countess""",correct horse 1815,"{""plan"":""pro"",""id"":12345678901234567890}",2019-12-10T08:00:00Z,
crm-2,,alan@example.com,Alan,,,1600000000000,true
"#;

#[tokio::test]
async fn an_export_imports_as_the_same_users() {
    let place = Place::new("trip", LocalClerk::builder()).await;
    place.write("users.csv", CSV);
    place.run(&["import", "users.csv"]).await.ended(0, &["2 imported now"]);
    place.run(&["export", "all.csv"]).await.ended(0, &["2 users", "1 have a password"]);
    place.run(&["export", "all.ndjson"]).await.ended(0, &["2 users"]);
    place.run(&["export", "all.ndjson"]).await.ended(2, &["--force"]);
    let (csv, ndjson) = (place.read("all.csv"), place.read("all.ndjson"));
    let users = place.users().await;
    let (ada, alan) = (&users["crm-1"], &users["crm-2"]);
    assert!(ada.password_enabled && ada.email_addresses.iter().all(|it| it.is_verified()));
    assert_eq!(ada.public_metadata.as_str(), r#"{"plan":"pro","id":12345678901234567890}"#);
    assert!(alan.banned && !alan.email_addresses[0].is_verified(), "an address that is not verified stays so");

    for file in ["all.csv", "all.ndjson"] {
        place.run(&["delete", file]).await.ended(0, &["2 users would be deleted"]);
        place.run(&["delete", file, "--yes"]).await.ended(0, &["2 users deleted"]);
        place.run(&["delete", file, "--yes"]).await.ended(0, &["0 users deleted"]);
        place.run(&["import", file]).await.ended(0, &["2 imported now"]);
        place.run(&["export", "again.csv", "--force"]).await.ended(0, &[]);
        place.run(&["export", "again.ndjson", "--force"]).await.ended(0, &[]);
        assert_eq!((place.read("again.csv"), place.read("again.ndjson")), (csv.clone(), ndjson.clone()), "{file}");
    }
    place.run(&["delete", "--all", "--yes"]).await.ended(0, &["2 users deleted"]);
    assert_eq!(place.clerk.user_count(), 0);
}

#[tokio::test]
async fn an_export_deletes_those_too_who_have_no_external_id() {
    let place = Place::new("own", LocalClerk::builder()).await;
    for request in
        [CreateUserRequest::new().username("ada1"), CreateUserRequest::new().username("alan1").external_id("crm-2")]
    {
        place.client.users().create(&request).await.unwrap();
    }
    place.run(&["export", "all.ndjson"]).await.ended(0, &["2 users"]);
    place.client.users().create(&CreateUserRequest::new().username("grace1")).await.unwrap();
    place.run(&["delete", "all.ndjson", "--yes"]).await.ended(0, &["2 users deleted"]);
    assert_eq!(place.clerk.user_count(), 1, "who is not in the file stays");
}

#[tokio::test]
async fn a_refused_row_of_a_csv_file_stays_one() {
    let place = Place::new("csv", LocalClerk::builder()).await;
    let rows = "external_id,username,first_name\n1,ada1,\"a, \"\"b\"\" c\"\n2,,Nobody\n3,grace\n";
    place.write("users.csv", rows);
    place
        .run(&["import", "users.csv"])
        .await
        .ended(1, &["line 3: no email address", "line 4: 2 cells, but 3 columns", "1 imported now", "2 refused"]);
    assert_eq!(place.read("users.failed.csv"), "external_id,username,first_name\n2,,Nobody\n3,grace\n");
    place.write("odd.csv", "external_id,emial\n");
    place.run(&["import", "odd.csv", "--dry-run"]).await.ended(2, &["unknown column \"emial\"", "email_addresses"]);
}
