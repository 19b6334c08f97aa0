//! The programs: the same endpoints, declared and written by hand, each of them called once; the same models by two derives.

use std::fmt::Write as _;
use std::path::Path;

/// Types that both programs use.
const TYPES: &str = r#"
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
pub struct User {
    pub id: String,
    pub first_name: Option<String>,
    pub created_at: i64,
}

#[derive(Deserialize)]
pub struct Deleted {
    pub id: String,
    pub deleted: bool,
}

#[derive(Serialize)]
pub struct Filter {
    pub limit: u32,
    pub query: Option<String>,
}

#[derive(Serialize)]
pub struct Change {
    pub first_name: String,
}
"#;

pub(crate) fn manifest(name: &str) -> String {
    let client = Path::new(env!("CARGO_MANIFEST_DIR")).join("../clerk-client");
    format!(
        r#"[package]
name = "{name}"
version = "0.0.0"
edition = "2024"

[dependencies]
clerk-client = {{ path = {client:?}, default-features = false }}
percent-encoding = "2"
reqwest = {{ version = "0.13", default-features = false, features = ["json", "query"] }}
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
tokio = {{ version = "1", features = ["rt", "time"] }}
"#
    )
}

/// Find, list, create, update and delete, over and over.
pub(crate) fn declared(size: usize) -> String {
    let mut methods = String::new();
    for index in 0..size {
        let method = match index % 5 {
            0 => format!("#[get(\"/r{index}/<id>\")] fn e{index}(&self, id: &str) -> Call<User>;"),
            1 => format!("#[get(\"/r{index}\")] fn e{index}(&self, #[query] filter: &Filter) -> Call<Vec<User>>;"),
            2 => format!("#[post(\"/r{index}\")] fn e{index}(&self, #[body] change: &Change) -> Call<User>;"),
            3 => format!(
                "#[patch(\"/r{index}/<id>\")] fn e{index}(&self, id: &str, #[body] change: &Change) -> Call<User>;"
            ),
            _ => format!("#[delete(\"/r{index}/<id>\")] fn e{index}(&self, id: &str) -> Call<Deleted>;"),
        };
        writeln!(methods, "    {method}").expect("a String takes it");
    }
    format!(
        "{TYPES}\nuse clerk_client::{{Call, Client, clerk_api}};\n\n#[clerk_api]\ntrait Api {{\n{methods}}}\n\n{}",
        main("Client::new(\"sk_test_x\").unwrap()", size)
    )
}

/// As one writes it with reqwest, what can be shared in functions of its own.
pub(crate) fn by_hand(size: usize) -> String {
    let mut methods = String::new();
    for index in 0..size {
        let path = |verb: &str| format!("self.{verb}(&format!(\"/r{index}/{{}}\", encode(id)))");
        let (arguments, reply, request) = match index % 5 {
            0 => ("id: &str", "User", path("get")),
            1 => ("filter: &Filter", "Vec<User>", format!("self.get(\"/r{index}\").query(filter)")),
            2 => ("change: &Change", "User", format!("self.post(\"/r{index}\").json(change)")),
            3 => ("id: &str, change: &Change", "User", format!("{}.json(change)", path("patch"))),
            _ => ("id: &str", "Deleted", path("delete")),
        };
        let line = format!(
            "    pub async fn e{index}(&self, {arguments}) -> Result<{reply}, Error> {{\n        \
             let response = {request}.send().await?;\n        Ok(checked(response).await?.json().await?)\n    }}\n"
        );
        methods.push_str(&line);
    }
    format!("{TYPES}{HAND}\nimpl Client {{\n{methods}}}\n\n{}", main("Client::new(\"sk_test_x\")", size))
}

const HAND: &str = r#"
use percent_encoding::{NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use reqwest::{Method, RequestBuilder, Response, StatusCode};

pub enum Error {
    Transport(reqwest::Error),
    Api(StatusCode, String),
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        Error::Transport(error)
    }
}

pub struct Client {
    http: reqwest::Client,
    base: String,
    key: String,
}

fn encode(value: &str) -> PercentEncode<'_> {
    utf8_percent_encode(value, NON_ALPHANUMERIC)
}

async fn checked(response: Response) -> Result<Response, Error> {
    if response.status().is_success() {
        return Ok(response);
    }
    Err(Error::Api(response.status(), response.text().await?))
}

impl Client {
    fn new(key: &str) -> Self {
        Client { http: reqwest::Client::new(), base: "http://127.0.0.1:1/v1".to_owned(), key: key.to_owned() }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base)).bearer_auth(&self.key)
    }

    fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    fn post(&self, path: &str) -> RequestBuilder {
        self.request(Method::POST, path)
    }

    fn patch(&self, path: &str) -> RequestBuilder {
        self.request(Method::PATCH, path)
    }

    fn delete(&self, path: &str) -> RequestBuilder {
        self.request(Method::DELETE, path)
    }
}
"#;

/// Calls each endpoint once: what is never awaited is never generated.
fn main(client: &str, size: usize) -> String {
    let mut calls = String::new();
    for index in 0..size {
        let arguments = match index % 5 {
            1 => "&filter",
            2 => "&change",
            3 => "\"id\", &change",
            _ => "\"id\"",
        };
        writeln!(calls, "        let _ = client.e{index}({arguments}).await.is_ok();").expect("a String takes it");
    }
    format!(
        "fn main() {{\n    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();\n    \
         let client = {client};\n    let filter = Filter {{ limit: 1, query: None }};\n    \
         let change = Change {{ first_name: String::new() }};\n    runtime.block_on(async {{\n{calls}    }});\n}}\n"
    )
}

const VERIFICATION: [(&str, &str); 10] = [
    ("object", "String"),
    ("status", "String"),
    ("strategy", "String"),
    ("attempts", "Option<i64>"),
    ("expire_at", "Option<i64>"),
    ("channel", "Option<String>"),
    ("verified_at_client", "Option<String>"),
    ("nonce", "Option<String>"),
    ("message", "Option<String>"),
    ("external_verification_redirect_url", "Option<String>"),
];

const EMAIL_ADDRESS: [(&str, &str); 9] = [
    ("id", "String"),
    ("object", "String"),
    ("email_address", "String"),
    ("reserved", "bool"),
    ("verification", "Option<Verification#>"),
    ("linked_to", "Vec<Link#>"),
    ("matches_sso_connection", "Option<bool>"),
    ("created_at", "Option<i64>"),
    ("updated_at", "Option<i64>"),
];

const LINK: [(&str, &str); 2] = [("kind", "String"), ("id", "String")];

pub(crate) fn by_serde(size: usize) -> String {
    models(size, "#[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]\n#[serde(default)]")
}

pub(crate) fn derived(size: usize) -> String {
    models(size, "#[derive(Debug, Clone, Default, PartialEq, clerk_client::ClerkResponse)]")
}

/// Email addresses, each with types of its own for its verification and its links; each is decoded once.
fn models(size: usize, attributes: &str) -> String {
    let mut models = String::new();
    let mut decoded = String::new();
    for index in 0..size / 3 {
        for (name, fields) in [("Verification", &VERIFICATION[..]), ("EmailAddress", &EMAIL_ADDRESS), ("Link", &LINK)] {
            let fields = fields.iter().map(|(name, ty)| format!("    pub {name}: {ty},\n")).collect::<String>();
            let model = format!("pub struct {name}# {{\n{fields}}}\n").replace('#', &index.to_string());
            writeln!(models, "{attributes}\n{model}").expect("a String takes it");
        }
        writeln!(decoded, "    let _ = serde_json::from_str::<EmailAddress{index}>(\"{{}}\");")
            .expect("a String takes it");
    }
    format!("{models}\nfn main() {{\n{decoded}}}\n")
}
