//! Killed at random moments, with faults and rate limits: one user a row.

use std::time::Duration;

use clerk_client::Timestamp;
use local_clerk::{Fault, LocalClerk, RateLimits};

use super::program::{Place, Ran};

/// Every so many rows one is wrong.
const WRONG: usize = 97;

fn number(variable: &str, default: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// One request in twenty meets a fault, half of them after it took effect.
fn inject(clerk: &LocalClerk) {
    for fault in [
        Fault::status(500),
        Fault::status(500).after_commit(),
        Fault::status(502).body("<html>").after_commit(),
        Fault::status(503),
        Fault::status(429).retry_after("0"),
        Fault::reset(),
        Fault::reset().after_commit(),
        Fault::cut_body(40),
        Fault::garbage().after_commit(),
        Fault::delay(Duration::from_millis(20)),
    ] {
        clerk.faults().add(fault.chance(0.005).always());
    }
}

fn email(row: usize) -> String {
    if row % WRONG == WRONG - 1 { format!("user{row}.example.com") } else { format!("user{row}@example.com") }
}

fn line(row: usize) -> String {
    let password = match row % 3 {
        0 => {
            r#","password_digest":"$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy","password_hasher":"bcrypt""#
        }
        _ => "",
    };
    format!(
        r#"{{"external_id":"own-{row}","email_addresses":["{}"],"first_name":"User {row}","public_metadata":{{"row":{row}}},"created_at":{}{password}}}"#,
        email(row),
        created_at(row)
    )
}

fn created_at(row: usize) -> i64 {
    1_600_000_000_000 + i64::try_from(row).unwrap() * 1000
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_random_moments_an_import_ends_with_one_user_a_row() {
    let (kills, rows) = (number("MIGRATE_KILLS", 6), number("MIGRATE_USERS", 300));
    let seed = number("MIGRATE_SEED", usize::try_from(fastrand::u32(..)).unwrap());
    let mut random = fastrand::Rng::with_seed(seed as u64);
    eprintln!("MIGRATE_SEED={seed}");
    // Two windows in the short run, and Clerk's own limits in the long one.
    let limit = u32::try_from(rows / 2).unwrap().clamp(100, 1000);
    let builder = LocalClerk::builder().rate_limits(RateLimits::custom(limit, limit, None)).journal_capacity(0);
    let place = Place::new("killed", builder).await;
    inject(&place.clerk);
    let lines: Vec<_> = (0..rows).map(line).collect();
    place.write("users.ndjson", &(lines.join("\n") + "\n"));

    let mut moments: Vec<_> = (0..kills).map(|_| random.usize(..rows)).collect();
    moments.sort_unstable();
    for (kill, moment) in moments.into_iter().enumerate() {
        let mut program = place.command(&["import", "users.ndjson", "--resume"]).spawn().unwrap();
        while place.clerk.user_count() < moment && program.try_wait().unwrap().is_none() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        tokio::time::sleep(Duration::from_millis(random.u64(..40))).await;
        let _ = program.start_kill();
        let status = program.wait().await.unwrap();
        eprintln!("kill {}: {} of {rows} users, {status}", kill + 1, place.clerk.user_count());
    }
    finish(&place).await.ended(1, &["is not an email address", "0 left"]);
    compare(&place, &lines).await;
}

/// Goes on until the program comes to its end: where too many faults come together, it stops and asks for that.
async fn finish(place: &Place) -> Ran {
    for _ in 0..5 {
        let ran = place.run(&["import", "users.ndjson", "--resume"]).await;
        if ran.0.status.code() != Some(2) {
            return ran;
        }
        eprintln!("{}", ran.text());
    }
    panic!("the import never came to its end");
}

async fn compare(place: &Place, lines: &[String]) {
    place.clerk.faults().clear();
    let is_wrong = |row: &usize| email(*row).find('@').is_none();
    let mut users = place.users().await;
    for row in (0..lines.len()).filter(|row| !is_wrong(row)) {
        let user = users.remove(&format!("own-{row}")).unwrap_or_else(|| panic!("row {row} is lost"));
        assert_eq!(user.primary_email_address().map(|it| it.email_address.as_str()), Some(email(row).as_str()));
        assert_eq!(user.first_name.as_deref(), Some(format!("User {row}").as_str()));
        assert_eq!(user.public_metadata.as_str(), format!(r#"{{"row":{row}}}"#));
        assert_eq!(user.created_at, Some(Timestamp::from_millis(created_at(row))));
        assert_eq!(user.password_enabled, row % 3 == 0);
    }
    assert!(users.is_empty(), "users of no row: {:?}", users.keys());
    let refused: Vec<_> = (0..lines.len()).filter(is_wrong).map(|row| lines[row].clone() + "\n").collect();
    assert_eq!(place.read("users.failed.ndjson"), refused.concat());
}
