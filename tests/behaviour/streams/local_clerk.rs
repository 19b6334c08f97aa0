//! Walks over the users of the local Clerk.

use std::collections::HashSet;

use clerk_client::{Client, CreateUserRequest, ListUsers, UpdateUserRequest};
use clerk_tests::under_test;
use local_clerk::LocalClerk;

async fn start(users: usize) -> (LocalClerk, Client) {
    let clerk = LocalClerk::start().await.unwrap();
    clerk.seed().users(users).unwrap();
    let client = under_test::builder(clerk.secret_key()).base_url(clerk.base_url()).build().unwrap();
    (clerk, client)
}

#[tokio::test]
async fn whoever_stays_is_seen_once_while_others_are_created_deleted_and_updated() {
    for (seed, order) in [(1_usize, None), (2, Some("created_at")), (3, Some("-created_at")), (4, None)] {
        let (_clerk, client) = start(1200).await;
        let query = ListUsers::new().limit(40);
        let query = if let Some(order) = order { query.order_by(order) } else { query };
        let mut pages = client.users().all(&query).pages().prefetch(seed * 2);
        let (mut seen, mut deleted) = (Vec::new(), HashSet::new());
        let mut before: HashSet<String> = HashSet::new();
        let mut all = client.users().all(&ListUsers::new()).stream();
        while let Some(user) = all.try_next().await.unwrap() {
            before.insert(user.id);
        }
        let names: Vec<_> = before.iter().cloned().collect();
        let mut round = seed;
        while let Some(page) = pages.try_next().await.unwrap() {
            seen.extend(page.iter().map(|user| user.id.clone()));
            round += 1;
            let new = CreateUserRequest::new().username(format!("new_{seed}_{round}"));
            client.users().create(&new).await.unwrap();
            for n in 0..round % 5 {
                let id = &names[(round * 97 + n * 13) % names.len()];
                if deleted.insert(id.clone()) {
                    client.users().delete(id).await.unwrap();
                }
            }
            // The cursor of the next page, now and then.
            if let Some(last) = page.last().filter(|last| round % 3 == 0 && !deleted.contains(&last.id)) {
                client.users().delete(&last.id).await.unwrap();
                deleted.insert(last.id.clone());
            }
            if let Some(id) = names.iter().find(|id| !deleted.contains(*id)) {
                client.users().update(id, &UpdateUserRequest::new().first_name(format!("Name {round}"))).await.unwrap();
            }
        }
        let unique: HashSet<_> = seen.iter().cloned().collect();
        assert_eq!(unique.len(), seen.len(), "{seed}: somebody was seen twice");
        let missed: Vec<_> = before.iter().filter(|id| !deleted.contains(*id) && !unique.contains(*id)).collect();
        assert!(missed.is_empty(), "{seed}: missed {missed:?}");
    }
}

#[tokio::test]
async fn every_order_walks_all_users() {
    let (_clerk, client) = start(333).await;
    for order in ["created_at", "-created_at", "username", "-updated_at", "first_name", "-last_active_at"] {
        let mut users = client.users().all(&ListUsers::new().limit(20).order_by(order)).stream();
        assert_eq!(users.total().await.unwrap(), 333);
        let mut seen = HashSet::new();
        while let Some(user) = users.try_next().await.unwrap() {
            assert!(seen.insert(user.id), "{order}");
        }
        assert_eq!(seen.len(), 333, "{order}");
    }
}
