//! What is wrong is said, and nothing is lost.

use local_clerk::{Fault, LocalClerk, Operation};

use super::program::{Place, Ran};

fn lines(rows: std::ops::Range<usize>) -> String {
    rows.map(|row| format!("{{\"external_id\":\"own-{row}\",\"username\":\"user_{row}\"}}\n")).collect()
}

#[tokio::test]
async fn a_dry_run_lists_every_wrong_row_with_its_line_and_sends_nothing() {
    let place = Place::new("dry", LocalClerk::builder()).await;
    place.write(
        "users.ndjson",
        concat!(
            "{\"external_id\":\"1\",\"email_addresses\":[\"ada@example.com\"]}\n\n",
            "{\"external_id\":\"2\",\"email_addresses\":[\"ada at example\"]}\n",
            "{\"external_id\":\"1\",\"username\":\"grace\"}\n",
            "{\"external_id\":\"4\",\"username\":\"alan\",\"emial\":\"x\"}\n",
            "{\"username\":\"joan\",\"password\":70411}\n",
            "{\"external_id\":\"6\",\"username\":\"ADA\",\"password_digest\":\"x\",\"password_hasher\":\"rot13\"}\n",
            "{\"external_id\":\"7\",\"first_name\":\"Nobody\",\"public_metadata\":[]}\n",
            "{\"external_id\":\"8\",\"phone_numbers\":[\"555\"]",
        ),
    );
    let ran = place.run(&["import", "users.ndjson", "--dry-run"]).await;
    ran.ended(
        1,
        &[
            "line 3: \"ada at example\" is not an email address",
            "line 4: the external_id is that of line 1",
            "line 5: unknown field `emial`",
            "line 6: a secret is not text",
            "line 7: \"rot13\" is not a password_hasher",
            "line 8: no email address, phone number, username or wallet; public_metadata is not an object",
            "line 9: EOF",
            "8 rows",
            "7 cannot be imported",
        ],
    );
    assert!(!ran.text().contains("70411"), "{}", ran.text());
    assert_eq!(place.clerk.user_count(), 0);
    assert!(!place.path("users.ndjson.journal").exists());
}

#[tokio::test]
async fn a_journal_of_another_file_or_of_none_is_not_touched() {
    let place = Place::new("journal", LocalClerk::builder()).await;
    place.write("users.ndjson", &lines(0..3));
    place.run(&["import", "users.ndjson"]).await.ended(0, &["3 imported now"]);
    place.run(&["import", "users.ndjson"]).await.ended(2, &["there is a journal", "--resume"]);
    place.run(&["import", "users.ndjson", "--resume"]).await.ended(0, &["0 imported now", "3 imported before"]);
    place.write("users.ndjson", &lines(0..4));
    place.run(&["import", "users.ndjson", "--resume"]).await.ended(2, &["journal of another file"]);
    place.write("users.ndjson.journal", "my notes\n");
    place.run(&["import", "users.ndjson", "--resume"]).await.ended(2, &["not the journal of an import"]);
    assert_eq!(place.read("users.ndjson.journal"), "my notes\n");
    assert_eq!(place.clerk.user_count(), 3);
}

#[tokio::test]
async fn a_journal_cut_anywhere_is_gone_on_with() {
    let place = Place::new("cut", LocalClerk::builder()).await;
    place.write("users.ndjson", &lines(0..4));
    place.run(&["import", "users.ndjson"]).await.ended(0, &[]);
    let journal = place.read("users.ndjson.journal");
    for end in [0, 1, 40, journal.len() / 2, journal.len() - 1] {
        place.write("users.ndjson.journal", &journal[..end]);
        place.run(&["import", "users.ndjson", "--resume"]).await.ended(0, &["0 refused", "0 left"]);
        assert_eq!((place.users().await.len(), place.read("users.ndjson.journal").lines().count()), (4, 5), "{end}");
    }
    let damaged = journal.replacen("\"row\":0", "\"row\":-", 1);
    place.write("users.ndjson.journal", &damaged);
    place.run(&["import", "users.ndjson", "--resume"]).await.ended(2, &["is damaged"]);
}

#[tokio::test]
async fn on_a_full_disk_an_import_stops_and_can_go_on() {
    let place = Place::new("full", LocalClerk::builder()).await;
    place.write("users.ndjson", &lines(0..300));
    let full = place.with_little_disk(4, &["import", "users.ndjson"]).output().await.unwrap();
    Ran(full).ended(2, &["users.ndjson.journal: ", "To go on: --resume"]);
    assert!(place.clerk.user_count() < 300);
    assert!(place.read("users.ndjson.journal").ends_with("}\n"), "no part of a line is left behind");
    place.run(&["import", "users.ndjson", "--resume"]).await.ended(0, &["0 left"]);
    assert_eq!(place.users().await.len(), 300);
    let full = place.with_little_disk(4, &["export", "all.ndjson"]).output().await.unwrap();
    Ran(full).ended(2, &["all.ndjson: "]);
    assert!(!place.path("all.ndjson").exists() && !place.path("all.ndjson.part").exists());
}

#[tokio::test]
async fn refused_rows_are_corrected_and_imported() {
    let place = Place::new("refused", LocalClerk::builder()).await;
    place.write("taken.ndjson", "{\"external_id\":\"other\",\"username\":\"user_1\"}\n");
    place.run(&["import", "taken.ndjson"]).await.ended(0, &[]);
    place.write("users.ndjson", &lines(0..3));
    place.run(&["import", "users.ndjson"]).await.ended(1, &["line 2: ", "form_identifier_exists", "1 refused"]);
    let failed = place.read("users.failed.ndjson");
    assert_eq!(failed, lines(1..2));
    place.write("users.failed.ndjson", &failed.replace("user_1", "user_one"));
    place.run(&["import", "users.failed.ndjson"]).await.ended(0, &["1 imported now"]);
    assert_eq!(place.users().await.len(), 4);
}

#[tokio::test]
async fn what_other_rows_would_meet_too_stops_the_import() {
    let place = Place::new("stop", LocalClerk::builder()).await;
    place.write("users.ndjson", &lines(0..3));
    place.clerk.faults().add(Fault::status(402).on(Operation::Create).always());
    place.run(&["import", "users.ndjson"]).await.ended(2, &["402", "3 left", "To go on: --resume"]);
    assert!(!place.path("users.failed.ndjson").exists(), "no row is to blame");
    place.clerk.faults().clear();
    place.run(&["import", "users.ndjson", "--resume"]).await.ended(0, &["3 imported now"]);
}
