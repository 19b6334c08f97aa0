use clerk_client::{Client, ListUsers};

fn of_one(client: &Client) {
    let _ = client.users().find("user_1").stream(); //~
}

fn of_pages(client: &Client) {
    let _ = client.users().ban("user_1").pages(); //~
}

fn of_a_list(client: &Client) {
    let _ = client.users().all(&ListUsers::new()).stream();
}

fn main() {}
