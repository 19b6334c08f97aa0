use clerk_client::{ListUsers, UpdateUserRequest};

fn main() {
    let _ = UpdateUserRequest::new().first_name(5); //~
    let _ = ListUsers::new().limit("5"); //~
    let _ = ListUsers::new().last_active_at_before(1_700_000_000); //~
}
