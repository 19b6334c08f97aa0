//! What the documentation says of retries and limits is what happens: its tables and figures are read here, and tried.

use std::sync::{Arc, Mutex};

use clerk_client::{ProfileImage, RetryPolicy};
use tokio::time::Instant;

use super::stub::{Reply, Stub};

const README: &str = include_str!("../../../README.md");
const GUIDE: &str = include_str!("../../../clerk-client/src/_guide/retries.md");
const REASONS: &str = include_str!("../../../clerk-client/src/attempt/failure.rs");
const POLICY: &str = include_str!("../../../clerk-client/src/attempt/policy.rs");

/// A row of the table on `RetryReason`.
#[derive(Debug, PartialEq)]
struct Row {
    outcome: &'static str,
    reason: &'static str,
    idempotent: &'static str,
    not_idempotent: &'static str,
}

fn rows() -> Vec<Row> {
    let table = REASONS.lines().filter_map(|line| line.strip_prefix("/// | ")?.strip_suffix('|'));
    let rows = table.skip(1).map(|line| {
        let cells: Vec<_> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let [outcome, reason, idempotent, not_idempotent] = cells[..] else { panic!("{line}") };
        Row { outcome, reason, idempotent, not_idempotent }
    });
    rows.collect()
}

/// The statuses that a text names.
fn statuses(text: &str) -> Vec<u16> {
    let words = text.split(|char: char| !char.is_ascii_digit());
    words.filter(|word| word.len() == 3).map(|word| word.parse().unwrap()).collect()
}

/// How attempts end of which a row tells.
fn replies(outcome: &str) -> Vec<Reply> {
    let in_words: &[(&str, Reply)] = &[
        ("DNS, TCP or TLS failed", Reply::NoConnection),
        ("the code `maintenance_mode", Reply::Maintenance),
        ("no response in time", Reply::Never),
        ("a reset", Reply::Reset),
        ("a 2xx body that cannot be decoded", Reply::Undecodable),
        ("a body over the limit", Reply::TooLarge),
    ];
    let mut replies: Vec<_> =
        in_words.iter().filter(|(words, _)| outcome.contains(words)).map(|(_, reply)| reply.clone()).collect();
    if !outcome.contains("maintenance_mode") {
        replies.extend(statuses(outcome).into_iter().map(Reply::Status));
    }
    if outcome.contains("any other status") {
        let named: Vec<_> = rows().iter().flat_map(|row| statuses(row.outcome)).collect();
        replies.extend((300..600).filter(|status| !named.contains(status)).map(Reply::Status));
    }
    replies
}

/// Whether a call with these attempts is retried, and the reason that the hook is told.
async fn retried(reply: &Reply, idempotent: bool) -> (&'static str, Option<String>) {
    let stub = Stub::list([reply.clone()]);
    let reason = Arc::new(Mutex::new(None));
    let told = reason.clone();
    let builder = stub.builder().on_retry(move |retry| *told.lock().unwrap() = Some(format!("{:?}", retry.reason)));
    let _ = builder.build().unwrap().users().lock("user_1").idempotent(idempotent).await;
    let reason = reason.lock().unwrap().clone();
    (if stub.count() > 1 { "retried" } else { "no" }, reason)
}

#[tokio::test(start_paused = true)]
async fn the_table_of_outcomes_is_true_in_every_cell() {
    let rows = rows();
    assert_eq!(rows.len(), 7, "{rows:#?}");
    for Row { outcome, reason, idempotent, not_idempotent } in rows {
        let replies = replies(outcome);
        assert!(!replies.is_empty(), "what is {outcome:?}?");
        for reply in replies {
            for (is_idempotent, expected) in [(true, idempotent), (false, not_idempotent)] {
                let (outcome, told) = retried(&reply, is_idempotent).await;
                assert_eq!(outcome, expected, "{reply:?}, idempotent: {is_idempotent}");
                assert_eq!(told.as_deref(), Some(reason).filter(|_| outcome == "retried"), "{reply:?}");
            }
        }
    }
}

#[test]
fn the_documentation_of_the_policy_names_its_defaults() {
    let defaults = format!("{:?}", RetryPolicy::default());
    let fields = defaults.trim_start_matches("RetryPolicy { ").trim_end_matches(" }").split(", ");
    for (name, value) in fields.map(|field| field.split_once(": ").unwrap()) {
        let (before, _) = POLICY.split_once(&format!("    pub {name}: ")).unwrap_or_else(|| panic!("{name}"));
        let (_, documented) = before.rsplit_once("Default: ").unwrap();
        let documented = documented.split_once(".\n").unwrap().0.replace(' ', "");
        assert_eq!(documented, value.to_lowercase(), "{name}");
    }
}

/// How long a call may take to whom nobody answers.
async fn limit(upload: bool, max_attempts: u32) -> u64 {
    let client = Stub::always(Reply::Never).client();
    let start = Instant::now();
    let failed = match upload {
        true => {
            let image = ProfileImage::new("ada.png", "x");
            client.users().update_profile_image("user_1", image).max_attempts(max_attempts).await.is_err()
        }
        false => client.users().find("user_1").max_attempts(max_attempts).await.is_err(),
    };
    assert!(failed);
    start.elapsed().as_secs()
}

#[tokio::test(start_paused = true)]
async fn the_limits_in_the_readme_and_the_guide_are_those_that_apply() {
    let max_attempts = RetryPolicy::default().max_attempts;
    let (attempt, call) = (limit(false, 1).await, limit(false, 100).await);
    let (upload_attempt, upload) = (limit(true, 1).await, limit(true, 100).await);
    let readme = format!("A call makes up to {max_attempts} attempts within {call} seconds.");
    assert!(README.contains(&readme), "{readme}");
    for text in [
        format!("A call makes up to {max_attempts} attempts within its deadline."),
        format!("| one attempt, to the end of the body | {attempt} s |"),
        format!("| the whole call, waits included | {call} s |"),
        format!("| the same for uploads | {upload_attempt} s, {upload} s |"),
    ] {
        assert!(GUIDE.contains(&text), "{text}");
    }
}

#[test]
fn the_waits_and_the_budget_in_the_guide_are_those_of_the_policy() {
    let policy = RetryPolicy::default();
    let (first, most) = (policy.initial_backoff.as_millis(), policy.max_backoff.as_secs());
    let longest = policy.max_retry_after.as_secs();
    let (tokens, cost) = (policy.budget_tokens, policy.retry_cost);
    for text in [
        format!("a random time up to {first} ms, doubled for each retry, up to {most} s (full jitter)"),
        format!("if it is at most {longest} s, and up to a quarter more"),
        format!("{tokens} tokens, {cost} for each retry after a transient failure"),
    ] {
        assert!(GUIDE.contains(&text), "{text}");
    }
    assert_eq!(tokens / cost, 10, "at most ten requests more");
}
