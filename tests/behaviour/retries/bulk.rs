//! Many calls within a limit that another program shares.

use std::time::Duration;

use clerk_client::{Client, RateLimit};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::stub::{Quota, Stub};

/// What became of the calls.
#[derive(Debug, Default)]
struct Ends {
    good: usize,
    bad: Vec<String>,
}

/// Makes that many calls, with so many of them waiting at a time.
async fn run(client: &Client, calls: usize, at_once: usize) -> Ends {
    let (mut ends, mut waiting) = (Ends::default(), JoinSet::new());
    for n in 0..calls + at_once {
        if n < calls {
            waiting.spawn(client.users().lock("user_1"));
        }
        if n >= at_once {
            match waiting.join_next().await {
                Some(Ok(Err(error))) => ends.bad.push(error.to_string()),
                Some(_) => ends.good += 1,
                None => break,
            }
        }
    }
    ends
}

#[tokio::test(start_paused = true)]
async fn bulk_work_beside_another_program_that_uses_half_of_the_limit_ends_well_in_about_as_many_requests() {
    let (for_key, half) = (RateLimit::for_key(), RateLimit::per_10_seconds(50));
    let (sliding, fixed) = (|| Quota::sliding(100).shared(50), || Quota::fixed(100).shared(50));
    for (name, calls, at_once, limit, quota, most) in [
        ("not limited", 300, 50, None, sliding(), 320),
        ("not limited, all at once", 300, 300, None, sliding(), 410),
        ("not limited, all at once, fixed windows", 300, 300, None, fixed(), 410),
        ("limited", 300, 50, Some(&for_key), sliding(), 320),
        ("limited, fixed windows", 300, 300, Some(&for_key), fixed(), 320),
        ("limited, many", 1000, 50, Some(&for_key), fixed(), 1050),
        ("limited, many at once", 10_000, 10_000, Some(&for_key), sliding(), 10_200),
        ("limited to its half", 1000, 1000, Some(&half), sliding(), 1000),
    ] {
        let stub = Stub::limited(quota).latency(Duration::from_millis(50));
        let builder = stub.builder().queue_timeout(Duration::from_secs(24 * 3600));
        let client = match limit {
            Some(limit) => builder.rate_limit(limit.clone()).build().unwrap(),
            None => builder.build().unwrap(),
        };
        let start = Instant::now();
        let ends = run(&client, calls, at_once).await;
        let (requests, seconds) = (stub.count(), start.elapsed().as_secs());
        assert_eq!((ends.good, ends.bad.len()), (calls, 0), "{name}: {:?}", ends.bad.first());
        assert!(requests <= most, "{name}: {requests} requests");
        // Its half of the limit is five a second.
        assert!(seconds < calls as u64 * 3 / 10, "{name}: {seconds} s");
    }
}
