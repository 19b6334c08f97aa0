use local_clerk::{Builder, LocalClerk};
use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

pub(crate) const UNKNOWN: &str = "user_2doesNotExist000000000000000";
/// A PNG of one pixel.
pub(crate) const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00, 0x00, 0x00, 0x0b, 0x49,
    0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x60, 0x00, 0x02, 0x00, 0x00, 0x05, 0x00, 0x01, 0xe9, 0xfa, 0xdc, 0xd8, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// A local Clerk and a plain HTTP client.
pub(crate) struct Clerk {
    pub(crate) local: LocalClerk,
    pub(crate) http: reqwest::Client,
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    /// The body of a 200.
    #[track_caller]
    pub(crate) fn ok(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text);
        self.json()
    }

    /// Status, code and parameter of a refusal.
    #[track_caller]
    pub(crate) fn refusal(&self) -> (u16, String, String) {
        let body = self.json();
        let item = &body["errors"][0];
        assert!(body["clerk_trace_id"].is_string(), "{}", self.text);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (self.status, text(&item["code"]), text(&item["meta"]["param_name"]))
    }

    #[track_caller]
    pub(crate) fn refused(&self, status: u16, code: &str) {
        let (actual_status, actual_code, _) = self.refusal();
        assert_eq!((actual_status, actual_code.as_str()), (status, code), "{}", self.text);
    }

    #[track_caller]
    pub(crate) fn refused_about(&self, status: u16, code: &str, param: &str) {
        assert_eq!(self.refusal(), (status, code.to_owned(), param.to_owned()), "{}", self.text);
    }
}

impl Clerk {
    pub(crate) async fn start() -> Self {
        Self::with(LocalClerk::builder()).await
    }

    pub(crate) async fn with(builder: Builder) -> Self {
        Self { local: builder.start().await.expect("a free port"), http: reqwest::Client::new() }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.local.base_url());
        self.http.request(method, url).bearer_auth(self.local.secret_key())
    }

    pub(crate) async fn send(&self, request: RequestBuilder) -> Reply {
        let reply = request.send().await.expect("a reply");
        let (status, headers) = (reply.status().as_u16(), reply.headers().clone());
        Reply { status, headers, text: reply.text().await.expect("a body") }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Reply {
        self.send(self.request(Method::DELETE, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::POST, path).json(&body)).await
    }

    /// A post without a body.
    pub(crate) async fn act(&self, path: &str) -> Reply {
        self.send(self.request(Method::POST, path)).await
    }

    pub(crate) async fn patch(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::PATCH, path).json(&body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::PUT, path).json(&body)).await
    }

    /// Creates a user over HTTP and gives its id.
    pub(crate) async fn user(&self, members: Value) -> String {
        let user = self.post("/users", members).await.ok();
        user["id"].as_str().expect("an id").to_owned()
    }

    pub(crate) async fn ada(&self) -> String {
        self.user(json!({ "email_address": ["ada@example.com"], "first_name": "Ada", "password": "correct horse" }))
            .await
    }

    /// One of the members of every user of a list, in its order.
    pub(crate) async fn list(&self, query: &str, member: &str) -> Vec<String> {
        let users = self.get(&format!("/users?{query}")).await.ok();
        let users = users.as_array().expect("an array");
        users.iter().map(|user| user[member].as_str().unwrap_or("null").to_owned()).collect()
    }
}
