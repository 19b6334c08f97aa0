//! Clerk's error bodies: a status, and a list of items with a code, two texts and what they are about.

use std::borrow::Cow;

use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;

use crate::Operation;

type Text = Cow<'static, str>;

/// One item of an error body.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Item {
    message: Text,
    long_message: Text,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    meta: Option<Meta>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Meta {
    ParamName(String),
    ParamNames(Vec<String>),
}

/// An error response.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    items: Vec<Item>,
    pub(crate) retry_after: Option<u64>,
}

#[derive(Serialize)]
struct Envelope<'a> {
    errors: &'a [Item],
    clerk_trace_id: &'a str,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<Text>, long: impl Into<Text>) -> Self {
        let item = Item { message: message.into(), long_message: long.into(), code, meta: None };
        Self { status, items: vec![item], retry_after: None }
    }

    /// A 422 about one parameter.
    pub(crate) fn param(code: &'static str, name: &str, message: impl Into<Text>) -> Self {
        let message = message.into();
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, message.clone(), message).about(name)
    }

    pub(crate) fn about(mut self, name: &str) -> Self {
        if let Some(item) = self.items.last_mut() {
            item.meta = Some(Meta::ParamName(name.to_owned()));
        }
        self
    }

    pub(crate) fn about_all(mut self, names: &[&str]) -> Self {
        if let Some(item) = self.items.last_mut() {
            item.meta = Some(Meta::ParamNames(names.iter().map(|name| (*name).to_owned()).collect()));
        }
        self
    }

    /// Both problems in one body, with the status of the first.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.items.extend(other.items);
        self
    }

    /// Both values; or all that is wrong with them, in one body.
    pub(crate) fn both<A, B>(a: Result<A, Self>, b: Result<B, Self>) -> Result<(A, B), Self> {
        match (a, b) {
            (Ok(a), Ok(b)) => Ok((a, b)),
            (Err(a), Err(b)) => Err(a.and(b)),
            (Err(problem), _) | (_, Err(problem)) => Err(problem),
        }
    }

    pub(crate) fn unprocessable(code: &'static str, message: &'static str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, message, message)
    }

    pub(crate) fn bad_request(code: &'static str, message: impl Into<Text>) -> Self {
        let message = message.into();
        Self::new(StatusCode::BAD_REQUEST, code, message.clone(), message)
    }

    pub(crate) fn forbidden(code: &'static str, message: &'static str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code, message, message)
    }

    pub(crate) fn conflict(code: &'static str, message: &'static str) -> Self {
        Self::new(StatusCode::CONFLICT, code, message, message)
    }

    pub(crate) fn not_found(long: impl Into<Text>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "resource_not_found", "not found", long)
    }

    pub(crate) fn missing(code: &'static str, message: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, code, message, message)
    }

    pub(crate) fn version(long: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "api_version_invalid", "Invalid API version", long)
    }

    pub(crate) fn wrong_key() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "clerk_key_invalid",
            "The provided Clerk Secret Key is invalid.",
            "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.",
        )
    }

    pub(crate) fn malformed_authorization() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "authorization_header_format_invalid",
            "Invalid Authorization header format",
            "Invalid Authorization header format. Must be \"Bearer <YOUR_API_KEY>\".",
        )
    }

    pub(crate) fn bad_body(long: impl Into<Text>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "request_body_invalid", "Request body invalid", long)
    }

    pub(crate) fn content_type(expected: &str) -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_content_type",
            "Content-Type is unsupported",
            format!("The Content-Type of this request must be {expected}."),
        )
    }

    pub(crate) fn body_too_large(limit: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "request_body_too_large",
            "Request body too large",
            format!("The request body must not be larger than {limit} bytes."),
        )
    }

    pub(crate) fn not_emulated(operation: Operation) -> Self {
        let (method, path) = operation.route();
        let long = format!("The emulator does not emulate {operation} ({method} {path}) yet.");
        Self::new(StatusCode::NOT_IMPLEMENTED, "not_emulated", "Not emulated", long)
    }

    pub(crate) fn no_such_plan() -> Self {
        Self::new(
            StatusCode::PAYMENT_REQUIRED,
            "unsupported_subscription_plan_features",
            "Unsupported plan features",
            "Some features are not supported in your current plan.",
        )
    }

    pub(crate) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "Method not allowed",
            "The resource exists, but not with this method.",
        )
    }

    pub(crate) fn too_many_requests(seconds: u64) -> Self {
        let mut problem = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_requests",
            "Too many requests",
            "Too many requests. Please try again in a bit.",
        );
        problem.retry_after = Some(seconds);
        problem
    }

    pub(crate) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal_clerk_error",
            "Oops, an unexpected error occurred",
            "There was an internal error on our servers.",
        )
    }

    /// Every item's code and text, for errors outside HTTP.
    pub(crate) fn explanation(&self) -> String {
        let items = self.items.iter().map(|item| format!("{} ({})", item.long_message, item.code));
        items.collect::<Vec<_>>().join("; ")
    }

    /// The body, once the request's trace id is known.
    pub(crate) fn body(&self, trace_id: &str) -> Bytes {
        let envelope = Envelope { errors: &self.items, clerk_trace_id: trace_id };
        serde_json::to_vec(&envelope).unwrap_or_default().into()
    }
}
