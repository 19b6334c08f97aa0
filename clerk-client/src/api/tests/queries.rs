//! The exact text of every query.

use std::time::{Duration, SystemTime};

use serde::Serialize;

use crate::__private::PageQuery;
use crate::organizations::*;
use crate::types::*;
use crate::users::*;

fn text(query: &impl Serialize) -> String {
    serde_html_form::to_string(query).unwrap()
}

fn refusal(query: &impl Serialize) -> String {
    serde_html_form::to_string(query).unwrap_err().to_string()
}

#[test]
fn a_query_without_filters_is_empty() {
    assert_eq!(text(&ListUsers::new()), "");
    assert_eq!(text(&CountUsers::new()), "");
    assert_eq!(text(&ListOrganizationMemberships::new()), "");
    assert_eq!(text(&ListOrganizationInvitations::new()), "");
}

#[test]
fn every_filter_of_a_list_of_users_is_sent() {
    let query = ListUsers::new()
        .email_addresses(["a+b@example.com", "c@example.com"])
        .phone_number("+15555550100")
        .external_id("own 1")
        .username("ada")
        .web3_wallet("0x00")
        .user_id("user_1")
        .organization_id("org_1")
        .query("ada")
        .last_active_at_since(Timestamp::from_millis(1))
        .email_address_query("ello")
        .phone_number_query("555")
        .username_query("cool")
        .name_query("love")
        .banned(false)
        .last_active_at_before(Timestamp::from_millis(2))
        .last_active_at_after(Timestamp::from_millis(3))
        .created_at_before(Timestamp::from_millis(4))
        .created_at_after(Timestamp::from_millis(5))
        .last_sign_in_at_before(SystemTime::UNIX_EPOCH + Duration::from_millis(6))
        .last_sign_in_at_after(Timestamp::from_millis(7))
        .provider("oauth_google")
        .provider_user_ids(["115", "116"])
        .limit(500)
        .offset(0)
        .starting_after("user_0")
        .order_by(OrderBy::CreatedAt.desc());
    let expected = concat!(
        "email_address=a%2Bb%40example.com&email_address=c%40example.com&phone_number=%2B15555550100",
        "&username=ada&web3_wallet=0x00&organization_id=org_1&query=ada&email_address_query=ello",
        "&phone_number_query=555&username_query=cool&name_query=love&banned=false&last_active_at_before=2",
        "&last_active_at_after=3&last_active_at_since=1&created_at_before=4&created_at_after=5",
        "&last_sign_in_at_before=6&last_sign_in_at_after=7&provider=oauth_google&provider_user_id=115",
        "&provider_user_id=116&user_id=user_1&external_id=own+1&limit=500&offset=0&starting_after=user_0&order_by=-created_at",
    );
    assert_eq!(text(&query), expected);
}

#[test]
fn every_filter_of_a_count_is_sent() {
    let query = CountUsers::new()
        .email_address("a@example.com")
        .phone_numbers(["+1", "+2"])
        .external_ids(["-1"])
        .usernames(["ada"])
        .web3_wallets(["0x00"])
        .user_ids(["user_1"])
        .organization_ids(["org_1"])
        .exclude_organization_id("org_2")
        .query("ada")
        .last_active_at_since(Timestamp::from_millis(1))
        .email_address_query("ello")
        .phone_number_query("555")
        .username_query("cool")
        .name_query("love")
        .banned(true)
        .last_active_at_before(Timestamp::from_millis(2))
        .last_active_at_after(Timestamp::from_millis(3))
        .created_at_before(Timestamp::from_millis(4))
        .created_at_after(Timestamp::from_millis(5))
        .last_sign_in_at_before(Timestamp::from_millis(6))
        .last_sign_in_at_after(Timestamp::from_millis(7))
        .provider("oauth_google")
        .provider_user_id("115");
    let expected = concat!(
        "email_address=a%40example.com&phone_number=%2B1&phone_number=%2B2&username=ada&web3_wallet=0x00",
        "&organization_id=org_1&organization_id=-org_2&query=ada&email_address_query=ello",
        "&phone_number_query=555&username_query=cool&name_query=love&banned=true&last_active_at_before=2",
        "&last_active_at_after=3&last_active_at_since=1&created_at_before=4&created_at_after=5",
        "&last_sign_in_at_before=6&last_sign_in_at_after=7&provider=oauth_google&provider_user_id=115",
        "&user_id=user_1&external_id=-1",
    );
    assert_eq!(text(&query), expected);
}

#[test]
fn a_sign_says_whether_an_id_is_included() {
    let query = ListUsers::new()
        .user_ids(["user_1", "user_2"])
        .exclude_user_id("user_3")
        .external_id("-5")
        .external_id("+6")
        .exclude_external_id("-7")
        .exclude_organization_id("org_1");
    let expected = "organization_id=-org_1&user_id=user_1&user_id=user_2&user_id=-user_3\
        &external_id=%2B-5&external_id=%2B%2B6&external_id=--7";
    assert_eq!(text(&query), expected);
}

#[test]
fn a_count_is_made_of_the_list_it_belongs_to() {
    let list =
        ListUsers::new().query("ada").external_ids(["5", "-6"]).user_id("user_1").exclude_user_id("user_2").limit(7);
    assert_eq!(text(&CountUsers::from(&list)), "query=ada&user_id=user_1&user_id=-user_2&external_id=5&external_id=-6");
    assert_eq!(text(&CountUsers::from(&ListUsers::new().limit(7))), "");
}

#[test]
fn an_option_sets_a_filter_without_an_if() {
    let query = |name: Option<&str>, limit: Option<u32>| text(&ListUsers::new().name_query(name).limit(limit));
    assert_eq!(query(Some("ada"), Some(7)), "name_query=ada&limit=7");
    assert_eq!(query(None, None), "");
}

#[test]
fn a_query_names_its_parameters_those_of_its_filter_included() {
    let names = |expected: &[&str], found: &[&str]| expected.iter().all(|name| found.contains(name));
    assert!(names(&["limit", "offset", "starting_after", "user_id", "banned"], ListUsers::MEMBERS));
    assert_eq!((ListUsers::MEMBERS.len(), CountUsers::MEMBERS.len(), UserFilter::MEMBERS.len()), (26, 22, 20));
    assert_eq!(ListOrganizationMemberships::MEMBERS, ["limit", "offset"]);
}

#[test]
fn the_order_has_a_direction() {
    let cases = [
        (Order::from(OrderBy::Username), "%2Busername"),
        (OrderBy::Web3Wallet.asc(), "%2Bweb3wallet"),
        (OrderBy::LastActiveAt.desc(), "-last_active_at"),
        (OrderBy::from("shoe_size").desc(), "-shoe_size"),
        (Order::from("shoe_size"), "shoe_size"),
    ];
    for (order, expected) in cases {
        assert_eq!(text(&ListUsers::new().order_by(order)), format!("order_by={expected}"));
    }
}

#[test]
fn a_page_of_organizations_is_sent() {
    let memberships = ListOrganizationMemberships::new().limit(1).offset(0);
    assert_eq!(text(&memberships), "limit=1&offset=0");
    let invitations =
        ListOrganizationInvitations::new().limit(500).offset(20).status(OrganizationInvitationStatus::Expired);
    assert_eq!(text(&invitations), "limit=500&offset=20&status=expired");
    assert_eq!(text(&ListOrganizationInvitations::new().status("snoozed")), "status=snoozed");
}

#[test]
fn a_limit_that_clerk_would_ignore_is_refused() {
    for limit in [0, 501, u32::MAX] {
        let expected = format!("`limit` is {limit}, but Clerk allows 1 to 500");
        assert_eq!(refusal(&ListUsers::new().limit(limit)), expected);
        assert_eq!(refusal(&ListOrganizationMemberships::new().limit(limit)), expected);
        assert_eq!(refusal(&ListOrganizationInvitations::new().limit(limit)), expected);
    }
}

#[test]
fn a_filter_takes_a_hundred_values_and_no_more() {
    let ids = |count: usize| (0..count).map(|at| format!("id_{at}"));
    assert_eq!(text(&ListUsers::new().user_ids(ids(100))).matches("user_id=").count(), 100);
    let cases = [
        (refusal(&ListUsers::new().user_ids(ids(101))), "user_id"),
        (refusal(&ListUsers::new().email_addresses(ids(101))), "email_address"),
        (refusal(&ListUsers::new().provider_user_ids(ids(101))), "provider_user_id"),
        (refusal(&CountUsers::new().external_ids(ids(101))), "external_id"),
        (refusal(&CountUsers::new().organization_ids(ids(100)).exclude_organization_id("x")), "organization_id"),
    ];
    for (refusal, filter) in cases {
        assert_eq!(refusal, format!("`{filter}` has 101 values, but Clerk allows 100"));
    }
}

#[test]
fn a_filter_without_values_or_with_an_empty_one_is_refused() {
    let none: [&str; 0] = [];
    let no_values = |filter: &str| format!("`{filter}` has no values, which Clerk would take for no filter");
    let empty = |filter: &str| format!("`{filter}` has an empty value, which Clerk would take for no filter");
    let cases = [
        (refusal(&ListUsers::new().email_addresses(none)), no_values("email_address")),
        (refusal(&ListUsers::new().user_ids(none)), no_values("user_id")),
        (refusal(&CountUsers::new().external_ids(none)), no_values("external_id")),
        (refusal(&ListUsers::new().email_address("")), empty("email_address")),
        (refusal(&ListUsers::new().email_addresses(["a", ""])), empty("email_address")),
        (refusal(&ListUsers::new().organization_ids(["", "org_1"])), empty("organization_id")),
        (refusal(&CountUsers::new().provider_user_id("")), empty("provider_user_id")),
    ];
    for (refusal, expected) in cases {
        assert_eq!(refusal, expected);
    }
}
