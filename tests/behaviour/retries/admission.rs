//! An admission of the program's own, and the largest number of requests in flight.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clerk_client::admission::{Admission, Admit, Attempt, Outcome, Permit, Refused};
use clerk_client::error::ErrorKind;
use clerk_client::{Client, CreateUserRequest, StatusCode};
use tokio::time::Instant;

use super::stub::{Reply, Stub};

const SECOND: Duration = Duration::from_secs(1);

/// Records what it is asked and told.
#[derive(Clone, Default)]
struct Recorder {
    log: Arc<Mutex<Vec<String>>>,
    /// How long each attempt waits.
    wait: Duration,
    refuses: Option<Duration>,
}

impl Recorder {
    fn client(&self, stub: &Stub) -> Client {
        stub.builder().admission(self.clone()).timeout(SECOND * 60).build().unwrap()
    }

    fn log(&self) -> Vec<String> {
        std::mem::take(&mut self.log.lock().unwrap())
    }

    fn note(&self, text: String) {
        self.log.lock().unwrap().push(text);
    }
}

impl Admission for Recorder {
    fn admit<'a>(&'a self, attempt: Attempt<'a>) -> Admit<'a> {
        self.note(format!("{} {}", attempt.request.endpoint.name, attempt.number));
        if let Some(wait) = self.refuses {
            return Admit::now(Err(Refused::new(wait)));
        }
        let recorder = self.clone();
        let permit = Permit::new(move |outcome| recorder.note(format!("{outcome:?}")));
        if self.wait.is_zero() {
            return Admit::now(Ok(permit));
        }
        Admit::later(async move {
            tokio::time::sleep(self.wait).await;
            Ok(permit)
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_permit_hears_once_how_its_attempt_ended() {
    let answered = |status| format!("{:?}", Outcome::Answered(StatusCode::from_u16(status).unwrap()));
    for (reply, outcome) in [
        (Reply::Ok, answered(200)),
        (Reply::Status(404), answered(404)),
        (Reply::Status(500), answered(500)),
        (Reply::Status(521), answered(521)),
        (Reply::Reset, "Unknown".to_owned()),
        (Reply::Never, "Unknown".to_owned()),
        (Reply::NoConnection, "NotSent".to_owned()),
    ] {
        for wait in [Duration::ZERO, SECOND] {
            let recorder = Recorder { wait, ..Recorder::default() };
            let client = recorder.client(&Stub::always(reply.clone()));
            let _ = client.users().find("user_1").max_attempts(1).await;
            assert_eq!(recorder.log(), ["find 1", &outcome], "{reply:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_429_is_reported_with_the_wait_and_the_call_waits_where_the_admission_does_not() {
    let recorder = Recorder::default();
    let stub = Stub::list([Reply::StatusAfter(429, "4".to_owned())]);
    let start = Instant::now();
    recorder.client(&stub).users().find("user_1").await.unwrap();
    assert!(start.elapsed() >= SECOND * 4);
    let log = recorder.log();
    assert_eq!((log.len(), log[0].as_str(), log[2].as_str()), (4, "find 1", "find 2"));
    assert!(log[1].starts_with("RateLimited { wait: 4."), "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn a_call_dropped_while_it_waits_or_without_time_returns_its_permit_unused() {
    let recorder = Recorder { wait: SECOND * 5, ..Recorder::default() };
    let stub = Stub::always(Reply::Ok);
    let client = recorder.client(&stub);
    assert!(tokio::time::timeout(SECOND, client.users().find("user_1")).await.is_err());
    assert_eq!(recorder.log(), ["find 1", "NotSent"]);
    let error = client.users().find("user_1").timeout(SECOND * 2).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), error.may_have_run()), (ErrorKind::Timeout, 0, false), "{error}");
    assert_eq!(recorder.log(), ["find 1", "NotSent"]);
    assert_eq!(stub.count(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_ends_the_call_with_what_is_known() {
    let stub = Stub::always(Reply::Ok);
    let recorder = Recorder { refuses: Some(SECOND * 9), ..Recorder::default() };
    let error = recorder.client(&stub).users().find("user_1").await.unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(SECOND * 9)));
    let recorder = Recorder { refuses: Some(Duration::ZERO), ..Recorder::default() };
    let error = recorder.client(&stub).users().find("user_1").await.unwrap_err();
    assert!(error.is_timeout() && !error.may_have_run() && error.retry_after().is_none(), "{error}");
    assert_eq!(Refused::new(SECOND).to_string(), "no permit for at least 1.0s");
    assert_eq!(Refused::default().to_string(), "no permit in time");
}

/// The most requests that were in flight at the same time.
async fn most_in_flight(max: usize, calls: usize) -> usize {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (counted, seen) = (now.clone(), most.clone());
    let stub = Stub::new(move |_, _| {
        seen.fetch_max(counted.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        Reply::Ok
    });
    let stub = stub.latency(Duration::from_millis(10)).on_end(move || {
        now.fetch_sub(1, Ordering::SeqCst);
    });
    let client = stub.builder().max_in_flight(max).build().unwrap();
    let calls: Vec<_> = (0..calls).map(|_| tokio::spawn(client.users().find("user_1"))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    most.load(Ordering::SeqCst)
}

#[tokio::test(start_paused = true)]
async fn no_more_requests_are_in_flight_than_the_maximum() {
    for (max, most) in [(0, 1), (1, 1), (7, 7), (90, 90), (1000, 300)] {
        assert_eq!(most_in_flight(max, 300).await, most, "{max}");
    }
}

#[tokio::test(start_paused = true)]
async fn waiting_for_others_is_not_an_attempt_and_leaves_no_doubt() {
    let stub = Stub::always(Reply::Never);
    let client = stub.builder().max_in_flight(1).build().unwrap();
    let _busy = tokio::spawn(client.users().find("user_1"));
    tokio::time::sleep(Duration::from_millis(1)).await;
    let create = client.users().create(&CreateUserRequest::new().username("ada")).timeout(SECOND);
    let error = create.await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), error.may_have_run()), (ErrorKind::Timeout, 0, false));
    assert!(error.to_string().contains("the request was not sent within 1s"), "{error}");
    assert_eq!(stub.count(), 1);
}
