//! Random operations, each answered by the emulator and by a naive model that scans lists. Both must agree every time.

mod model;
mod requests;
mod wire;

use local_clerk::{Clock, ExternalAccount, LocalClerk, Membership, Organization};
use serde_json::Value;

use model::{Expected, Model};
use requests::Generator;
use wire::Connection;

/// Operations a seed; the variable sets another number.
const OPERATIONS: usize = 5_000;
const VARIABLE: &str = "COMPARISON_OPERATIONS";
const START: i64 = 1_767_225_600_000;

#[test]
fn random_operations_agree_with_a_naive_model() {
    std::thread::scope(|scope| {
        for seed in 1..=4 {
            scope.spawn(move || compare(seed));
        }
    });
}

fn compare(seed: u64) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let clock = Clock::standing_at(START);
    let builder = LocalClerk::builder().seed(seed).clock(clock.clone()).journal_capacity(0);
    let clerk = runtime.block_on(builder.start()).expect("a free port");
    let organization = clerk
        .seed()
        .organization(Organization { max_allowed_memberships: Some(1_000_000), ..Organization::new("Acme") });
    let organization = organization.expect("an organization");
    let mut model = Model::new(organization.clone(), START);
    let mut generator = Generator::new(seed);
    let mut connection = Connection::open(&clerk);
    let operations = std::env::var(VARIABLE).ok().and_then(|number| number.parse().ok()).unwrap_or(OPERATIONS);
    for number in 0..operations {
        if generator.every(20) {
            model.now += 1 + generator.below(5000) as i64;
            clock.set(model.now);
        }
        if generator.every(12) {
            seed_something(&clerk, &organization, &mut model, &mut generator);
            continue;
        }
        let request = generator.request(&model);
        let (status, body) = connection.send(&request);
        let outcome = model.answer(&request).and_then_check(&mut model, status, &body);
        assert!(
            outcome.is_ok(),
            "seed {seed}, operation {number}: {request:?}\n{}\n{:.700}",
            outcome.unwrap_err(),
            body.to_string()
        );
    }
    assert_eq!(clerk.user_count(), model.users.len());
}

/// What requests cannot set up goes through the Rust API.
fn seed_something(clerk: &LocalClerk, organization: &str, model: &mut Model, generator: &mut Generator) {
    let now = model.now;
    let Some(user) = generator.pick_mut(&mut model.users) else { return };
    let seed = clerk.seed();
    match generator.below(4) {
        0 => {
            user.sessions.push(seed.session(&user.id).expect("a user"));
            (user.last_sign_in_at, user.last_active_at) = (Some(now), Some(now));
        }
        1 if !user.is_member => {
            seed.membership(organization, &user.id, Membership::default()).expect("a user");
            user.is_member = true;
        }
        2 => {
            let uid = format!("uid-{now}-{}-{}", user.id, user.accounts.len());
            let account = seed.external_account(&user.id, ExternalAccount::new("oauth_github", &uid)).expect("a user");
            user.accounts.push((account, uid));
        }
        _ => {
            user.last_active_at = Some(now - generator.below(100_000) as i64);
            user.last_sign_in_at = Some(now - generator.below(100_000) as i64);
            seed.activity(&user.id, user.last_sign_in_at, user.last_active_at).expect("a user");
        }
    }
    if generator.every(2) {
        assert_eq!(clerk.sessions(&user.id), user.sessions);
    }
}

impl Expected {
    /// Holds a response against what the model says, and takes over the ids that were made up.
    fn and_then_check(self, model: &mut Model, status: u16, body: &Value) -> Result<(), String> {
        match self {
            Self::Refused(expected, code, name) => {
                let item = &body["errors"][0];
                let actual = (status, item["code"].as_str(), item["meta"]["param_name"].as_str());
                let expected = (expected, Some(code), name.as_deref());
                if actual == expected { Ok(()) } else { Err(format!("expected {expected:?}")) }
            }
            _ if status != 200 => Err(format!("expected 200, was {status}")),
            Self::User(place) => model.users[place].adopt_and_compare(body),
            Self::Email(place) | Self::Phone(place) => model.users[place].adopt_replaced(body),
            Self::Ids(expected) => {
                let ids: Vec<_> =
                    body.as_array().into_iter().flatten().filter_map(|user| user["id"].as_str()).collect();
                if ids == expected { Ok(()) } else { Err(format!("expected {expected:#?}\nwas {ids:#?}")) }
            }
            Self::Exactly(expected) if *body == expected => Ok(()),
            Self::Exactly(expected) => Err(format!("expected {expected}")),
        }
    }
}
