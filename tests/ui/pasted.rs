//! Written by `twins.rs`: do not edit.
#![allow(clippy::all, dead_code, non_camel_case_types, unused_imports, unused_macros, unreachable_pub)]

mod args_placeholders {
use clerk_client::{Call, Client, clerk_api};
#[clerk_api]
trait Placeholders_typo {
    #[post("/a/<user_id>/ban")]
    fn typo(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Placeholders_missing {
    #[post("/b/<user_id>/ban")]
    fn missing(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Placeholders_camel_case {
    #[get("/c/<user_id>")]
    fn camel_case(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Placeholders_shorter {
    #[get("/d/<user_id>")]
    fn shorter(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Placeholders_unlike {
    #[get("/e/<id>")]
    fn unlike(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait Placeholders_two {
    #[get("/f/<a_id>/<b_id>")]
    fn two(&self, a_id: &str, b_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Placeholders_keyword {
    #[get("/g/<type>")]
    fn keyword(&self, r#type: &str) -> Call<u8>;
}
#[clerk_api]
trait Halves_halves {
    #[get("/a/<user>/<organization>")]
    fn halves(&self, user: &str, organization: &str) -> Call<u8>;
}
}

mod args_renamed {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Renamed_openapi {
    #[get("/a/<user_id>")]
    fn openapi(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Renamed_two {
    #[get("/b/<user_id>/<org_id>")]
    fn two(&self, user_id: &str, org_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Renamed_two_by_position {
    #[get("/c/<a>/<b>")]
    fn two_by_position(&self, a: &str, b: &str) -> Call<u8>;
}
#[clerk_api]
trait Renamed_one_letter {
    #[get("/d/<y>")]
    fn one_letter(&self, y: &str) -> Call<u8>;
}
#[clerk_api]
trait Renamed_keyword {
    #[get("/g/<gen>")]
    fn keyword(&self, r#gen: &str) -> Call<u8>;
}
#[clerk_api]
trait MeantForThePath_named {
    #[get("/a/<id>")]
    fn named(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait MeantForThePath_variable {
    #[get("/b/<id>")]
    fn variable(&self,  id: &str) -> Call<u8>;
}
#[clerk_api]
trait OtherWords_query_param {
    #[get("/a")]
    fn query_param(&self, #[query("limit")] limit: u32) -> Call<u8>;
}
#[clerk_api]
trait OtherWords_request_body {
    #[post("/b")]
    fn request_body(&self, #[body] body: &str) -> Call<u8>;
}
#[clerk_api]
trait OtherWords_request_header {
    #[get("/c")]
    fn request_header(&self, #[header("x-a")] a: &str) -> Call<u8>;
}
#[clerk_api]
trait OtherWords_get_mapping {
    #[get("/d")]
    fn get_mapping(&self) -> Call<u8>;
}
#[clerk_api]
trait OtherWords_http_post {
    #[post("/e")]
    fn http_post(&self) -> Call<u8>;
}
#[clerk_api]
trait Suffixes_query {
    #[get("/a")]
    fn query(&self, #[query("limit")] limit: u32) -> Call<u8>;
}
#[clerk_api]
trait Suffixes_header {
    #[get("/b")]
    fn header(&self, #[header("x-a")] a: &str) -> Call<u8>;
}
#[clerk_api]
trait Suffixes_path {
    #[get("/c")]
    fn path(&self) -> Call<u8>;
}
}

mod args_role_arguments {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Bodies_form {
    #[post("/b")]
    fn form(&self, #[form("code")] p: &str) -> Call<u8>;
}
#[clerk_api]
trait Bodies_multipart {
    #[post("/c")]
    fn multipart(&self, #[multipart("file")] p: &str) -> Call<u8>;
}
#[clerk_api]
trait Bodies_empty {
    #[post("/d")]
    fn empty(&self, #[body("user_ids")] p: &str) -> Call<u8>;
}
#[clerk_api]
trait Bodies_equals {
    #[post("/e")]
    fn equals(&self, #[body("json")] p: &str) -> Call<u8>;
}
#[clerk_api]
trait Bodies_flatten {
    #[post("/f")]
    fn flatten(&self, #[body] p: &[u8]) -> Call<u8>;
}
#[clerk_api]
trait Queries_number {
    #[get("/a")]
    fn number(&self, #[query("n")] n: u32) -> Call<u8>;
}
#[clerk_api]
trait Queries_name {
    #[get("/b")]
    fn name(&self, #[query("limit")] n: u32) -> Call<u8>;
}
#[clerk_api]
trait Queries_equals {
    #[get("/c")]
    fn equals(&self, #[query("limit")] n: u32) -> Call<u8>;
}
#[clerk_api]
trait Queries_key {
    #[get("/d")]
    fn key(&self, #[query("limit")] n: u32) -> Call<u8>;
}
#[clerk_api]
trait Queries_empty {
    #[get("/e")]
    fn empty(&self, #[query("limit")] n: u32) -> Call<u8>;
}
#[clerk_api]
trait Queries_empty_key {
    #[get("/f")]
    fn empty_key(&self, #[query("limit")] n: u32) -> Call<u8>;
}
#[clerk_api]
trait Queries_not_a_key {
    #[get("/g")]
    fn not_a_key(&self, #[query("limit")] n: u32) -> Call<u8>;
}
#[clerk_api]
trait Queries_two_keys {
    #[get("/h")]
    fn two_keys(&self, #[query("limit")] n: u32) -> Call<u8>;
}
#[clerk_api]
trait Queries_default {
    #[get("/k")]
    fn default(&self, #[query("y")] y: u32) -> Call<u8>;
}
#[clerk_api]
trait Headers_nothing {
    #[get("/a")]
    fn nothing(&self, #[header("x-name")] a: &str) -> Call<u8>;
}
#[clerk_api]
trait Headers_spaces {
    #[get("/b")]
    fn spaces(&self, #[header("X-Bad")] a: &str) -> Call<u8>;
}
#[clerk_api]
trait Headers_with_value {
    #[get("/c")]
    fn with_value(&self, #[header("Accept")] a: &str) -> Call<u8>;
}
#[clerk_api]
trait Headers_empty {
    #[get("/f")]
    fn empty(&self, #[header("x-name")] a: &str) -> Call<u8>;
}
#[clerk_api]
trait Headers_name_and_value {
    #[get("/h")]
    fn name_and_value(&self, #[header("x-a")] a: &str) -> Call<u8>;
}
#[clerk_api]
trait Headers_identifier {
    #[get("/i")]
    fn identifier(&self, #[header("accept")] a: &str) -> Call<u8>;
}
}

mod args_roles {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Double_in_the_path_too {
    #[get("/a/<id>")]
    fn in_the_path_too(&self,  id: &str) -> Call<u8>;
}
#[clerk_api]
trait Double_two_roles {
    #[post("/b")]
    fn two_roles(&self, #[query]  p: &[(&str, &str)]) -> Call<u8>;
}
#[clerk_api]
trait Double_same_role_twice {
    #[post("/c")]
    fn same_role_twice(&self, #[body]  p: &str) -> Call<u8>;
}
#[clerk_api]
trait Unknown_typo {
    #[post("/a")]
    fn typo(&self, #[body] p: &str) -> Call<u8>;
}
#[clerk_api]
trait Unknown_other_typo {
    #[get("/b")]
    fn other_typo(&self, #[query("limit")] limit: u32) -> Call<u8>;
}
#[clerk_api]
trait Unknown_path {
    #[get("/c/<id>")]
    fn path(&self,  id: &str) -> Call<u8>;
}
}

mod args_unused {
use clerk_client::{Call, clerk_api};
#[derive(serde::Serialize)]
struct CreateUser;
#[clerk_api]
trait Unused_value {
    #[get("/a")]
    fn value(&self, #[query("limit")] limit: u32) -> Call<u8>;
}
#[clerk_api]
trait Unused_list {
    #[get("/b")]
    fn list(&self, #[query("ids")] ids: &[&str]) -> Call<u8>;
}
#[clerk_api]
trait Unused_structure {
    #[get("/c")]
    fn structure(&self, #[query] query: &CreateUser) -> Call<u8>;
}
#[clerk_api]
trait Unused_body {
    #[post("/d")]
    fn body(&self, #[body] request: &CreateUser) -> Call<u8>;
}
#[clerk_api]
trait Unused_beside_a_used_one {
    #[get("/e/<id>")]
    fn beside_a_used_one(&self, id: &str, #[query("verbose")] verbose: bool) -> Call<u8>;
}
#[clerk_api]
trait Unused_two {
    #[get("/f")]
    fn two(&self, #[query("a")] a: u8, #[query("b")] b: u8) -> Call<u8>;
}
}

mod args_values_without_a_name {
use std::collections::HashMap;
use std::num::NonZeroU32;
use clerk_client::multipart::Part;
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Values_number {
    #[get("/a")]
    fn number(&self, #[query("limit")] limit: u32) -> Call<u8>;
}
#[clerk_api]
trait Values_option {
    #[get("/b")]
    fn option(&self, #[query("limit")] limit: Option<u32>) -> Call<u8>;
}
#[clerk_api]
trait Values_list {
    #[get("/c")]
    fn list(&self, #[query("ids")] ids: &[&str]) -> Call<u8>;
}
#[clerk_api]
trait Values_owned_list {
    #[get("/d")]
    fn owned_list(&self, #[query("ids")] ids: Vec<String>) -> Call<u8>;
}
#[clerk_api]
trait Values_field {
    #[post("/e")]
    fn field(&self, #[form("code")] code: &str) -> Call<u8>;
}
#[clerk_api]
trait Values_part {
    #[post("/g")]
    fn part(&self, #[multipart("file")] file: Part) -> Call<u8>;
}
#[clerk_api]
trait Values_text_as_a_part {
    #[post("/h")]
    fn text_as_a_part(&self, #[multipart("title")] title: Option<&str>) -> Call<u8>;
}
#[clerk_api]
trait Values_boxed {
    #[get("/i")]
    fn boxed(&self, #[query("name")] name: Box<str>) -> Call<u8>;
}
#[clerk_api]
trait Values_not_zero {
    #[get("/j")]
    fn not_zero(&self, #[query("limit")] limit: NonZeroU32) -> Call<u8>;
}
#[clerk_api]
trait NamesOfTheirOwn_map {
    #[get("/a")]
    fn map(&self, #[query] filter: &HashMap<String, String>) -> Call<u8>;
}
#[clerk_api]
trait NamesOfTheirOwn_tuple {
    #[post("/b")]
    fn tuple(&self, #[form] pair: (&str, &str)) -> Call<u8>;
}
}

mod body_members {
use clerk_client::{Call, Part, clerk_api};
#[clerk_api]
trait Members_identifier {
    #[post("/j")]
    fn identifier(&self, #[body("user_ids")] ids: &[&str]) -> Call<u8>;
}
}

mod derive_enums {
use clerk_client::ClerkEnum;
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
enum Closed_head {
    Open,
    Shut,
    #[clerk(other)] Other(Box<str>),
}
#[derive(Debug, Clone, ClerkEnum)]
enum Mixed_One {
    One,
    #[clerk(other)] Unlisted(Box<str>),
}
#[derive(Debug, Clone, ClerkEnum)]
enum Mixed_Four {
    #[clerk(other)] Other(Box<str>),
}
#[derive(Debug, Clone, ClerkEnum)]
enum Mixed_Rest {
    #[clerk(other)] Rest(Box<str>),
}
}

mod derive_habits {
use clerk_client::{ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse, Patch};
#[derive(ClerkQuery, Default)]
struct Inner {
    limit: Option<u8>,
}
#[derive(ClerkResponse, Default)]
#[serde(rename_all = "camelCase")]
struct Case_head {
    id: String,
}
#[derive(ClerkResponse, Default)]
struct Case {
    id: String,
}
#[derive(ClerkResponse, Default)]
struct Parentheses_empty {
    empty: String,
}
#[derive(ClerkRequest)]
struct Setters_converted {
    converted: Option<String>,
}
#[derive(ClerkRequest)]
struct Setters_stripped {
    stripped: Option<String>,
}
#[derive(ClerkRequest)]
struct ThreeValues_option_of_option {
    option_of_option: Patch<String>,
}
#[derive(ClerkRequest)]
struct ThreeValues_patch_of_option {
    patch_of_option: Patch<String>,
}
#[derive(ClerkRequest)]
struct ThreeValues_option_of_patch {
    option_of_patch: Patch<Vec<u8>>,
}
#[derive(ClerkQuery)]
struct NoNull_patch {
    patch: Option<u8>,
}
#[derive(ClerkQuery)]
struct NoNull_option_of_option {
    option_of_option: Option<u8>,
}
#[derive(ClerkEnum, Debug, Clone)]
enum OfSerde_Other {
    #[clerk(other)] Other(Box<str>),
}
#[derive(ClerkEnum, Debug, Clone)]
enum Number_Other {
    #[clerk(other)] Other(Box<str>),
}
#[derive(ClerkEnum, Debug, Clone)]
enum Borrowed_Other {
    #[clerk(other)] Other(Box<str>),
}
#[derive(ClerkQuery)]
struct FlattenedBySerde_inner {
    #[clerk(flatten)]
    inner: Inner,
}
#[derive(ClerkResponse, Default)]
struct OfAField {
    id: String,
}
}

mod derive_queries {
use clerk_client::ClerkQuery;
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Page_limit {
    #[clerk(range = 1..=500)]
    limit: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Page_offset {
    #[clerk(range = 1..=500)]
    offset: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Page_size {
    #[clerk(range = 1..=500)]
    size: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Page_order {
    #[clerk(range = 1..=5)]
    order: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Page_depth {
    #[clerk(range = 1..=5)]
    depth: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Page_user_id {
    user_id: Option<String>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Page_other {
    #[clerk(flatten)]
    other: Filter,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Page_count {
    #[clerk(range = 1..=5)]
    count: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Ranges_negative {
    #[clerk(range = 1..=500)]
    negative: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Ranges_float {
    #[clerk(range = 1..=500)]
    float: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Ranges_constants {
    #[clerk(range = 1..=500)]
    constants: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Ranges_open {
    #[clerk(range = 1..=500)]
    open: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Ranges_one_number {
    #[clerk(range = 1..=500)]
    one_number: Option<u32>,
}
#[derive(Debug, Clone, Default, ClerkQuery)]
struct Filter {
    #[clerk(many = "names")]
    name: Option<Vec<String>>,
}
}

mod derive_requests {
use clerk_client::{ClerkRequest, Patch};
#[derive(Debug, Clone, ClerkRequest)]
struct Invite_email_address {
    email_address: String,
}
#[derive(Debug, Clone, ClerkRequest)]
struct Invite_name {
    name: Option<String>,
}
#[derive(Debug, Clone, ClerkRequest)]
struct Invite_roles {
    roles: Vec<String>,
}
#[derive(Debug, Clone, ClerkRequest)]
struct Invite_tag {
    tag: Option<String>,
}
#[derive(Debug, Clone, ClerkRequest)]
struct Invite_groups {
    #[clerk(one = "user_id")]
    groups: Option<Vec<String>>,
}
#[derive(Debug, Clone, ClerkRequest)]
struct Invite_team {
    #[clerk(many = "user_ids")]
    team: Option<Vec<String>>,
}
#[derive(Debug, Clone, ClerkRequest)]
struct Invite_locale {
    locale: String,
}
#[derive(Debug, Clone, ClerkRequest)]
struct Invite_url {
    url: Option<String>,
}
}

mod derive_responses {
use clerk_client::ClerkResponse;
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_id {
    #[clerk(required)]
    id: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_name {
    name: Option<String>,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_kind {
    #[clerk(required)]
    kind: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_model {
    #[clerk(required)]
    model: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_browser {
    browser: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_city {
    city: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_country {
    country: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_region {
    #[serde(rename = "type")]
    region: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_zip {
    #[serde(rename = "zip")]
    zip: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device_latitude {
    #[serde(rename = "type")]
    latitude: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
#[serde(rename_all = "camelCase")]
struct Device_head {
}
#[derive(Debug, Clone, Default, ClerkResponse)]
#[serde(rename_all = "camelCase")]
#[clerk(crate = clerk_client)]
struct Other_head {
    id: String,
}
#[derive(Debug, Clone, Default, ClerkResponse)]
struct Other {
    id: String,
}
}

mod options_lost_prefix {
use clerk_client::{Call, clerk_api};
#[clerk_api(prefix = "/orgs/<org_id>")]
trait Malformed_head {
    #[get("/a")]
    fn a(&self, org_id: &str) -> Call<u8>;
    #[get("/b")]
    fn b(&self, org_id: &str) -> Call<u8>;
}
#[clerk_api(prefix = "/orgs/<org_id>")]
trait Misspelt_head {
    #[get("/a")]
    fn a(&self, org_id: &str) -> Call<u8>;
    #[get("/b")]
    fn b(&self, org_id: &str) -> Call<u8>;
}
#[clerk_api(prefix = "/orgs/<organization_id>")]
trait MisspeltPlaceholder_head {
    #[get("/a")]
    fn a(&self, organization_id: &str) -> Call<u8>;
    #[get("/b")]
    fn b(&self, organization_id: &str) -> Call<u8>;
}
#[clerk_api(prefix = "/orgs/<org_id>")]
trait MissingInOne_b {
    #[get("/b")]
    fn b(&self, org_id: &str) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait Suffix_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait RepeatedInAPath_a {
    #[get("/users/<user_id>")]
    fn a(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait RepeatedInAPath_b {
    #[get("/users/<user_id>")]
    fn b(&self, user_id: &str) -> Call<u8>;
}
}

mod options_options {
use clerk_client::{Call, clerk_api};
#[clerk_api(prefix = "/v1")]
trait Base_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait Typo_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait Number_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait Bare_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait NoValue_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait Parentheses_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1", )]
trait Twice_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait Malformed_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api()]
trait Nothing_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(crate = clerk_client)]
trait QuotedCrate_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(crate = clerk_client)]
trait NoCrate_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1", crate = clerk_client)]
trait Semicolon_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait Colon_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
#[clerk_api(crate = clerk_client)]
trait ColonAtTheCrate_head {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}
}

mod path_malformed_placeholders {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Malformed_unclosed {
    #[get("/a/<user_id>")]
    fn unclosed(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Malformed_unopened {
    #[get("/b/<user_id>")]
    fn unopened(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Malformed_nested {
    #[get("/e/<id>")]
    fn nested(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait Malformed_kebab {
    #[get("/g/<user_id>")]
    fn kebab(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Malformed_spaces {
    #[get("/i/<user_id>")]
    fn spaces(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Malformed_dotted {
    #[get("/j/<user_id>")]
    fn dotted(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Malformed_raw {
    #[get("/k/<type>")]
    fn raw(&self, r#type: &str) -> Call<u8>;
}
#[clerk_api]
trait Malformed_one_of_two {
    #[get("/n/<a>/<b>")]
    fn one_of_two(&self, a: &str, b: &str) -> Call<u8>;
}
}

mod path_more_than_a_path {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait More_query {
    #[get("/users")]
    fn query(&self, #[query("limit")] limit: u32) -> Call<u8>;
}
#[clerk_api]
trait More_rocket_query {
    #[get("/users")]
    fn rocket_query(&self, #[query("limit")] limit: u32) -> Call<u8>;
}
#[clerk_api]
trait More_rocket_queries {
    #[get("/users")]
    fn rocket_queries(&self, #[query("limit")] limit: u32, #[query("offset")] offset: u32) -> Call<u8>;
}
#[clerk_api]
trait More_fragment {
    #[get("/users")]
    fn fragment(&self) -> Call<u8>;
}
#[clerk_api]
trait More_verb {
    #[get("/users")]
    fn verb(&self) -> Call<u8>;
}
#[clerk_api]
trait More_spaces_around {
    #[get("/users")]
    fn spaces_around(&self) -> Call<u8>;
}
#[clerk_api]
trait More_with_suffix {
    #[get("/users")]
    fn with_suffix(&self) -> Call<u8>;
}
}

mod path_placeholders_of_others {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Others_openapi {
    #[get("/a/<user_id>")]
    fn openapi(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Others_express {
    #[get("/b/<user_id>")]
    fn express(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Others_express_optional {
    #[get("/c/<user_id>")]
    fn express_optional(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Others_next {
    #[get("/d/<user_id>")]
    fn next(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Others_axum_wildcard {
    #[get("/f/<path>")]
    fn axum_wildcard(&self, path: &str) -> Call<u8>;
}
#[clerk_api]
trait Others_template_string {
    #[get("/g/<user_id>")]
    fn template_string(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Others_regex {
    #[get("/i/<user_id>")]
    fn regex(&self, user_id: &str) -> Call<u8>;
}
#[clerk_api]
trait Others_flask {
    #[get("/k/<id>")]
    fn flask(&self, id: u32) -> Call<u8>;
}
#[clerk_api]
trait Others_typed {
    #[get("/l/<id>")]
    fn typed(&self, id: u32) -> Call<u8>;
}
}

mod path_prefix_repeated {
use clerk_client::{Call, clerk_api};
#[clerk_api(prefix = "/v1")]
trait Repeated_list {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}
}

mod path_slashes {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Slashes_no_slash {
    #[get("/users")]
    fn no_slash(&self) -> Call<u8>;
}
#[clerk_api]
trait Slashes_empty {
    #[get("/")]
    fn empty(&self) -> Call<u8>;
}
#[clerk_api]
trait Slashes_trailing {
    #[get("/users")]
    fn trailing(&self) -> Call<u8>;
}
#[clerk_api]
trait Slashes_double {
    #[get("/users/count")]
    fn double(&self) -> Call<u8>;
}
#[clerk_api]
trait Slashes_double_first {
    #[get("/users")]
    fn double_first(&self) -> Call<u8>;
}
#[clerk_api]
trait Slashes_two_mistakes {
    #[get("/users")]
    fn two_mistakes(&self) -> Call<u8>;
}
#[clerk_api]
trait Slashes_backslash {
    #[get("/users")]
    fn backslash(&self) -> Call<u8>;
}
}

mod recovery_documented {
use clerk_client::{Call, Error, clerk_api};
type User = u8;
type CreateUser = u8;
#[clerk_api]
trait Placeholders_find {
    #[get("/users/<user_id>")]
    fn find(&self, user_id: &str) -> Call<User>;
}
#[clerk_api]
trait Misspelt_find {
    #[get("/users/<user_id>")]
    fn find(&self, user_id: &str) -> Call<User>;
}
#[clerk_api]
trait Unused_all {
    #[get("/users")]
    fn all(&self, #[query("limit")] limit: u32) -> Call<User>;
}
#[clerk_api]
trait NoSlash_all {
    #[get("/users")]
    fn all(&self) -> Call<User>;
}
#[clerk_api]
trait NoCall_all {
    #[get("/users")]
    fn all(&self) -> Call<Vec<User>>;
}
#[clerk_api]
trait Async_all {
    #[get("/users")]
    fn all(&self) -> Call<Vec<User>>;
}
}

mod recovery_documented_elsewhere {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait UsersApi_ban {
    #[post("/users/<user_id>/ban")]
    fn ban(&self, user_id: &str) -> Call<u8>;
}
}

mod returns_misspelt {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Misspelt_one_letter_less {
    #[get("/a")]
    fn one_letter_less(&self) -> Call<u8>;
}
#[clerk_api]
trait Misspelt_small {
    #[get("/b")]
    fn small(&self) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Misspelt_never {
    #[get("/d")]
    fn never(&self) -> Call<()>;
}
}

mod returns_other_wrappers {
use clerk_client::{Call, CallWithHttpInfo, Client, ItemStream, OptionalCall, clerk_api};
use models::Response;
#[derive(serde::Deserialize)]
struct User;
type ApiResult<T> = Result<T, String>;
mod models {
    #[derive(serde::Deserialize)]
    pub struct Result;

    #[derive(serde::Deserialize)]
    pub struct Response<T>(T);
}
#[clerk_api]
trait OtherWrappers_iterator {
    #[get("/b")]
    fn iterator(&self) -> Call<Vec<User>>;
}
#[clerk_api]
trait OtherWrappers_borrowed_texts {
    #[get("/c")]
    fn borrowed_texts(&self) -> Call<Vec<String>>;
}
#[clerk_api]
trait OtherWrappers_lifetime {
    #[get("/e")]
    fn lifetime(&self) -> Call<User>;
}
#[clerk_api]
trait OtherWrappers_borrowed_inside {
    #[get("/f")]
    fn borrowed_inside(&self) -> Call<(u8, String)>;
}
#[clerk_api]
trait OtherWrappers_future_of_a_call {
    #[get("/g")]
    fn future_of_a_call(&self) -> Call<User>;
}
#[clerk_api]
trait OtherWrappers_keeps_its_lifetimes {
    #[get("/i/<id>")]
    fn keeps_its_lifetimes<'a>(&'a self, id: &'a str) -> Call<User>;
}
#[clerk_api]
trait OtherWrappers_qualified {
    #[get("/j")]
     fn qualified(&self) -> clerk_client::Call<User>;
}
#[clerk_api]
trait OfTheCaller_items {
    #[get("/a")]
    fn items(&self) -> Call<Vec<User>>;
}
#[clerk_api]
trait OfTheCaller_pages {
    #[get("/b")]
    fn pages(&self) -> Call<Vec<User>>;
}
#[clerk_api]
trait OfTheCaller_http_info {
    #[get("/c")]
    fn http_info(&self) -> Call<User>;
}
#[clerk_api]
trait OfTheCaller_optional {
    #[get("/d")]
    fn optional(&self) -> Call<User>;
}
#[clerk_api]
trait OfTheCaller_items_inside {
    #[get("/e")]
    fn items_inside(&self) -> Call<Vec<User>>;
}
#[clerk_api]
trait OfTheCaller_pages_inside {
    #[get("/f")]
    fn pages_inside(&self) -> Call<Vec<User>>;
}
#[clerk_api]
trait OfTheCaller_http_info_inside {
    #[get("/g")]
    fn http_info_inside(&self) -> Call<User>;
}
#[clerk_api]
trait OfTheCaller_optional_inside {
    #[get("/h")]
    fn optional_inside(&self) -> Call<User>;
}
#[clerk_api]
trait OfTheCaller_response_inside {
    #[get("/i")]
    fn response_inside(&self) -> Call<User>;
}
}

mod returns_returns {
use std::future::Future;
use std::pin::Pin;
use clerk_client::{Call, Client, Response, clerk_api};
#[derive(serde::Deserialize)]
struct User;
struct MyError;
struct View<'a>(&'a str);
type Short<T> = std::result::Result<T, MyError>;
#[clerk_api]
trait NoCall_nothing {
    #[delete("/a/<id>")]
    fn nothing(&self, id: &str) -> Call<()>;
}
#[clerk_api]
trait NoCall_bare {
    #[get("/b")]
    fn bare(&self) -> Call<Vec<User>>;
}
#[clerk_api]
trait NoCall_result {
    #[get("/c")]
    fn result(&self) -> Call<User>;
}
#[clerk_api]
trait NoCall_alias {
    #[get("/d")]
    fn alias(&self) -> Call<Vec<User>>;
}
#[clerk_api]
trait NoCall_future {
    #[get("/e")]
    fn future(&self) -> Call<User>;
}
#[clerk_api]
trait NoCall_boxed {
    #[get("/f")]
    fn boxed(&self) -> Call<User>;
}
#[clerk_api]
trait NoCall_response {
    #[get("/g")]
    fn response(&self) -> Call<User>;
}
#[clerk_api]
trait NoCall_never {
    #[get("/h")]
    fn never(&self) -> Call<()>;
}
#[clerk_api]
trait NoCall_option {
    #[get("/i")]
    fn option(&self) -> Call<User>;
}
#[clerk_api]
trait NoCall_unit {
    #[get("/j")]
    fn unit(&self) -> Call<()>;
}
#[clerk_api]
trait WrappedCall_shared {
    #[get("/a")]
    fn shared(&self) -> Call<User>;
}
#[clerk_api]
trait WrappedCall_reference {
    #[get("/b")]
    fn reference(&self) -> Call<User>;
}
#[clerk_api]
trait WrongCall_no_type {
    #[get("/a")]
    fn no_type(&self) -> Call<()>;
}
#[clerk_api]
trait WrongCall_two_types {
    #[get("/b")]
    fn two_types(&self) -> Call<User>;
}
#[clerk_api]
trait WrongCall_result_inside {
    #[get("/d")]
    fn result_inside(&self) -> Call<User>;
}
#[clerk_api]
trait WrongCall_nested {
    #[get("/e")]
    fn nested(&self) -> Call<User>;
}
#[clerk_api]
trait WrongCall_empty {
    #[get("/i")]
    fn empty(&self) -> Call<()>;
}
#[clerk_api]
trait Borrowed_text {
    #[get("/a")]
    fn text(&self) -> Call<String>;
}
#[clerk_api]
trait Borrowed_no_size {
    #[get("/d")]
    fn no_size(&self) -> Call<String>;
}
#[clerk_api]
trait Borrowed_slice {
    #[get("/e")]
    fn slice(&self) -> Call<Vec<User>>;
}
}

mod signature_client_as_the_receiver {
use clerk_client::{Call, Client, clerk_api};
#[clerk_api]
trait ClientAsTheReceiver_alone {
    #[get("/a")]
    fn alone(&self) -> Call<u8>;
}
#[clerk_api]
trait ClientAsTheReceiver_with_an_argument {
    #[get("/b/<id>")]
    fn with_an_argument(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait ClientAsTheReceiver_undeclared {
    #[get("/c")]
    fn undeclared(&self) -> Call<u8>;
}
}

mod signature_generics {
use clerk_client::{Call, Client, clerk_api};
use serde::Serialize;
#[clerk_api]
trait Generics_text {
    #[get("/d/<id>")]
    fn text(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait Generics_converted {
    #[get("/e/<id>")]
    fn converted(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait Generics_clause {
    #[get("/h")]
    fn clause(&self) -> Call<u8> ;
}
#[clerk_api]
trait Generics_mixed_clause {
    #[get("/j")]
    fn mixed_clause<'a, 'b>(&'a self) -> Call<u8> ;
}
}

mod signature_modifiers {
use clerk_client::{Call, Client, clerk_api};
#[clerk_api]
trait Modifiers_constant {
    #[get("/a")]
     fn constant(&self) -> Call<u8>;
}
#[clerk_api]
trait Modifiers_not_safe {
    #[get("/b")]
     fn not_safe(&self) -> Call<u8>;
}
#[clerk_api]
trait Modifiers_foreign {
    #[get("/c")]
     fn foreign(&self) -> Call<u8>;
}
#[clerk_api]
trait Modifiers_with_body {
    #[get("/d")]
    fn with_body(&self) -> Call<u8> ;
}
#[clerk_api]
trait Modifiers_with_empty_body {
    #[get("/e")]
    fn with_empty_body(&self) -> Call<u8> ;
}
#[clerk_api]
trait Modifiers_already {
    #[get("/g")]
     fn already(&self) -> Call<u8>;
}
#[clerk_api]
trait Modifiers_sugar {
    #[get("/h/<id>")]
    fn sugar(&self, id: &str) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Modifiers_nothing {
    #[delete("/i")]
    fn nothing(&self) -> Call<()>;
}
}

mod signature_patterns {
use clerk_client::{Call, Client, clerk_api};
struct Pair {
    a: u8,
}
#[clerk_api]
trait Patterns_mutable {
    #[get("/d/<id>")]
    fn mutable(&self, id: String) -> Call<u8>;
}
#[clerk_api]
trait Patterns_reference {
    #[get("/e/<id>")]
    fn reference(&self, id: String) -> Call<u8>;
}
#[clerk_api]
trait Patterns_bound {
    #[get("/f/<id>")]
    fn bound(&self, id: u8) -> Call<u8>;
}
#[clerk_api]
trait Patterns_no_size {
    #[get("/g/<id>")]
    fn no_size(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait Patterns_no_size_either {
    #[post("/h")]
    fn no_size_either(&self, #[body] ids: &[u8]) -> Call<u8>;
}
#[clerk_api]
trait Patterns_nor_this {
    #[post("/i/<id>")]
    fn nor_this(&self, id: &(dyn std::fmt::Display + Send)) -> Call<u8>;
}
}

mod signature_receiver {
use std::sync::Arc;
use clerk_client::{Call, Client, clerk_api};
#[clerk_api]
trait Receivers_none {
    #[get("/a")]
    fn none(&self) -> Call<u8>;
}
#[clerk_api]
trait Receivers_none_but_an_argument {
    #[get("/b/<id>")]
    fn none_but_an_argument(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait Receivers_by_value {
    #[get("/c")]
    fn by_value(&self) -> Call<u8>;
}
#[clerk_api]
trait Receivers_exclusive {
    #[get("/d")]
    fn exclusive(&self) -> Call<u8>;
}
#[clerk_api]
trait Receivers_shared {
    #[get("/e")]
    fn shared(&self) -> Call<u8>;
}
#[clerk_api]
trait Receivers_mutable {
    #[get("/f")]
    fn mutable(&self) -> Call<u8>;
}
#[clerk_api]
trait Receivers_marked {
    #[get("/h")]
    fn marked( &self) -> Call<u8>;
}
#[clerk_api]
trait Receivers_typed {
    #[get("/g")]
    fn typed(&self) -> Call<u8>;
}
}

mod trait_attributes {
use clerk_client::{Call, clerk_api};
#[clerk_api]

trait Twice_head {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}
#[clerk_api(prefix = "/v1")]
trait Prefixed_head {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}
}

mod trait_header {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Where_head  {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}
#[clerk_api]
 trait Unsafe_head {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}
#[clerk_api]
 trait Auto_head {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}
#[clerk_api]
trait Cloned_head:  {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}
#[clerk_api]
trait Compared_head: Send + 'static {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}
}

mod types_unknown_lifetime {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Api_one {
    #[get("/a/<id>")]
    fn one(&self, id: &str) -> Call<u8>;
}
}

mod verb_arguments {
use clerk_client::{Call, clerk_api};
const PATH: &str = "/users";
#[clerk_api]
trait NoPath_bare {
    #[get("/path")]
    fn bare(&self) -> Call<u8>;
}
#[clerk_api]
trait NoPath_empty {
    #[get("/path")]
    fn empty(&self) -> Call<u8>;
}
#[clerk_api]
trait NoPath_equals {
    #[get("/a")]
    fn equals(&self) -> Call<u8>;
}
#[clerk_api]
trait NoPath_braces {
    #[get("/b")]
    fn braces(&self) -> Call<u8>;
}
#[clerk_api]
trait NoPath_brackets {
    #[get("/c")]
    fn brackets(&self) -> Call<u8>;
}
#[clerk_api]
trait NoPath_key {
    #[get("/d")]
    fn key(&self) -> Call<u8>;
}
#[clerk_api]
trait NoPath_comma {
    #[get("/path")]
    fn comma(&self) -> Call<u8>;
}
#[clerk_api]
trait NoString_integer {
    #[get("/path")]
    fn integer(&self) -> Call<u8>;
}
#[clerk_api]
trait NoString_character {
    #[get("/path")]
    fn character(&self) -> Call<u8>;
}
#[clerk_api]
trait NoString_bytes {
    #[get("/path")]
    fn bytes(&self) -> Call<u8>;
}
#[clerk_api]
trait NoString_c_string {
    #[get("/path")]
    fn c_string(&self) -> Call<u8>;
}
#[clerk_api]
trait NoString_boolean {
    #[get("/path")]
    fn boolean(&self) -> Call<u8>;
}
#[clerk_api]
trait NoString_constant {
    #[get("/path")]
    fn constant(&self) -> Call<u8>;
}
#[clerk_api]
trait NoString_macro_call {
    #[get("/users/count")]
    fn macro_call(&self) -> Call<u8>;
}
#[clerk_api]
trait NoString_no_quotes {
    #[get("/users/<id>")]
    fn no_quotes(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait NoString_two_without_a_comma {
    #[get("/a")]
    fn two_without_a_comma(&self) -> Call<u8>;
}
}

mod verb_idempotent {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Wrong_misspelt {
    #[get("/a", idempotent = false)]
    fn misspelt(&self) -> Call<u8>;
}
#[clerk_api]
trait Wrong_always {
    #[post("/b", idempotent)]
    fn always(&self) -> Call<u8>;
}
#[clerk_api]
trait Wrong_never {
    #[get("/c", idempotent = false)]
    fn never(&self) -> Call<u8>;
}
#[clerk_api]
trait Wrong_quoted {
    #[get("/d", idempotent = false)]
    fn quoted(&self) -> Call<u8>;
}
#[clerk_api]
trait Wrong_parentheses {
    #[get("/e", idempotent = false)]
    fn parentheses(&self) -> Call<u8>;
}
#[clerk_api]
trait Wrong_number {
    #[get("/f", idempotent)]
    fn number(&self) -> Call<u8>;
}
#[clerk_api]
trait Wrong_twice {
    #[post("/g", idempotent, )]
    fn twice(&self) -> Call<u8>;
}
#[clerk_api]
trait Wrong_misspelt_option {
    #[patch("/h", idempotent)]
    fn misspelt_option(&self) -> Call<u8>;
}
#[clerk_api]
trait Wrong_other_name {
    #[patch("/i", idempotent)]
    fn other_name(&self) -> Call<u8>;
}
#[clerk_api]
trait Unless_no_members {
    #[post("/a", idempotent = unless(password))]
    fn no_members(&self, #[body] body: &u8) -> Call<u8>;
}
#[clerk_api]
trait Unless_empty_list {
    #[post("/b", idempotent = unless(password))]
    fn empty_list(&self, #[body] body: &u8) -> Call<u8>;
}
#[clerk_api]
trait Unless_member_twice {
    #[post("/d", idempotent = unless(a, b, ))]
    fn member_twice(&self, #[body] body: &u8) -> Call<u8>;
}
#[clerk_api]
trait Unless_no_body {
    #[post("/e", idempotent = false)]
    fn no_body(&self) -> Call<u8>;
}
#[clerk_api]
trait Unless_except {
    #[post("/f", idempotent = unless(password))]
    fn except(&self, #[body] body: &u8) -> Call<u8>;
}
#[clerk_api]
trait Retry_always {
    #[post("/a", idempotent)]
    fn always(&self) -> Call<u8>;
}
#[clerk_api]
trait Retry_as_usual {
    #[get("/b")]
    fn as_usual(&self) -> Call<u8>;
}
#[clerk_api]
trait Retry_never {
    #[delete("/c", idempotent = false)]
    fn never(&self) -> Call<u8>;
}
#[clerk_api]
trait Retry_unless {
    #[patch("/d", idempotent = unless(password, totp_secret))]
    fn unless(&self, #[body] body: &u8) -> Call<u8>;
}
#[clerk_api]
trait Retry_retry {
    #[get("/e", idempotent)]
    fn retry(&self) -> Call<u8>;
}
#[clerk_api]
trait Retry_no_value {
    #[get("/f", idempotent)]
    fn no_value(&self) -> Call<u8>;
}
#[clerk_api]
trait Retry_no_comma {
    #[get("/g")]
    fn no_comma(&self) -> Call<u8>;
}
#[clerk_api]
trait Retry_no_comma_either {
    #[get("/h", idempotent = false)]
    fn no_comma_either(&self) -> Call<u8>;
}
}

mod verb_missing_or_double {
use clerk_client::{Call, Client, clerk_api};
#[clerk_api]
trait Verbs_two {
    #[get("/a")]
    
    fn two(&self) -> Call<u8>;
}
#[clerk_api]
trait Verbs_twice {
    #[get("/b")]
    
    fn twice(&self) -> Call<u8>;
}
#[clerk_api]
trait Verbs_three {
    #[get("/d")]
    
    
    fn three(&self) -> Call<u8>;
}
}

mod verb_options_in_other_words {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Options_parentheses {
    #[get("/a", paginate = offset)]
    fn parentheses(&self, #[query("limit")] l: u8, #[query("offset")] o: u8) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Options_text {
    #[get("/b", paginate = offset)]
    fn text(&self, #[query("limit")] l: u8, #[query("offset")] o: u8) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Options_unknown_text {
    #[get("/c", paginate = offset)]
    fn unknown_text(&self, #[query("limit")] l: u8, #[query("offset")] o: u8) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Options_none {
    #[get("/d", )]
    fn none(&self) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Options_bang {
    #[get("/e", idempotent = false)]
    fn bang(&self) -> Call<u8>;
}
#[clerk_api]
trait Options_not {
    #[get("/f", idempotent = false)]
    fn not(&self) -> Call<u8>;
}
#[clerk_api]
trait Options_non {
    #[get("/g", idempotent = false)]
    fn non(&self) -> Call<u8>;
}
#[clerk_api]
trait Separators_semicolon {
    #[post("/a", idempotent)]
    fn semicolon(&self) -> Call<u8>;
}
#[clerk_api]
trait Separators_semicolon_inside {
    #[get("/b", paginate = cursor(starting_after, max = 500))]
    fn semicolon_inside(&self, #[query("limit")] l: u8, #[query("starting_after")] s: &str) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Separators_path_last {
    #[post("/c", idempotent)]
    fn path_last(&self) -> Call<u8>;
}
#[clerk_api]
trait Separators_colon {
    #[post("/d", idempotent = true)]
    fn colon(&self) -> Call<u8>;
}
#[clerk_api]
trait Separators_colon_and_a_word {
    #[get("/e", paginate = offset)]
    fn colon_and_a_word(&self, #[query("limit")] l: u8, #[query("offset")] o: u8) -> Call<Vec<u8>>;
}
}

mod verb_paginate {
use clerk_client::{Call, PageQuery, clerk_api};
use serde::Serialize;
#[derive(Serialize)]
struct Pages {
    limit: u32,
    offset: u32,
    starting_after: String,
}
impl PageQuery for Pages {
    const MEMBERS: &'static [&'static str] = &["limit", "offset", "starting_after"];
}
#[clerk_api]
trait Wrong_no_value {
    #[get("/a", paginate = offset)]
    fn no_value(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Wrong_misspelt {
    #[get("/b", paginate = offset)]
    fn misspelt(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Wrong_other_name {
    #[get("/c", paginate = offset)]
    fn other_name(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Wrong_no_parameter {
    #[get("/d", paginate = cursor(starting_after))]
    fn no_parameter(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Wrong_quoted {
    #[get("/e", paginate = offset)]
    fn quoted(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Wrong_misspelt_option {
    #[get("/g", paginate = offset)]
    fn misspelt_option(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Wrong_twice {
    #[get("/h", paginate = offset, )]
    fn twice(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Wrong_name_last {
    #[get("/i", paginate = cursor(starting_after, max = 500))]
    fn name_last(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait Wrong_no_name {
    #[get("/j", paginate = cursor(starting_after, max = 500))]
    fn no_name(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}
#[clerk_api]
trait AgainstTheMethod_no_query {
    #[get("/b", paginate = offset)]
    fn no_query(&self, #[query("limit")] limit: Option<u32>, #[query("offset")] offset: Option<u32>) -> Call<Vec<u8>>;
}
#[clerk_api]
trait AgainstTheMethod_half_a_query {
    #[get("/c", paginate = cursor(starting_after))]
    fn half_a_query(&self, #[query("limit")] limit: u32, #[query("starting_after")] starting_after: Option<&str>) -> Call<Vec<u8>>;
}
}

mod verb_unknown {
use clerk_client::{Call, clerk_api};
#[clerk_api]
trait Misspelt_pst {
    #[post("/a")]
    fn pst(&self) -> Call<u8>;
}
#[clerk_api]
trait Misspelt_upper {
    #[get("/b")]
    fn upper(&self) -> Call<u8>;
}
#[clerk_api]
trait Misspelt_title {
    #[delete("/c")]
    fn title(&self) -> Call<u8>;
}
#[clerk_api]
trait Misspelt_swapped {
    #[patch("/d/<id>")]
    fn swapped(&self, id: &str) -> Call<u8>;
}
#[clerk_api]
trait Misspelt_doubled {
    #[get("/e")]
    fn doubled(&self) -> Call<u8>;
}
#[clerk_api]
trait OfOtherFrameworks_route {
    #[get("/c")]
    fn route(&self) -> Call<u8>;
}
#[clerk_api]
trait OfOtherFrameworks_endpoint {
    #[get("/d")]
    fn endpoint(&self) -> Call<u8>;
}
#[clerk_api]
trait OfOtherFrameworks_request {
    #[get("/f")]
    fn request(&self) -> Call<u8>;
}
}
