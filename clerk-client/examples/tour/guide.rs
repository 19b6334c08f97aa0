//! Sends a call, prints the response, and keeps count.

use std::collections::BTreeSet;

use clerk_client::{Call, Error, Result};

use crate::show::{self, Line};

pub(crate) struct Guide {
    is_local: bool,
    visited: BTreeSet<&'static str>,
    mistakes: usize,
}

/// What a step says of a response: what is worth knowing, or what is wrong with it.
pub(crate) type Verdict = std::result::Result<String, String>;

impl Guide {
    pub(crate) fn new(is_local: bool) -> Self {
        Self { is_local, visited: BTreeSet::new(), mistakes: 0 }
    }

    pub(crate) fn is_local(&self) -> bool {
        self.is_local
    }

    pub(crate) fn visited(&self) -> usize {
        self.visited.len()
    }

    pub(crate) fn mistakes(&self) -> usize {
        self.mistakes
    }

    /// Sends a call that should succeed; `judge` looks at the value.
    pub(crate) async fn show<T>(&mut self, call: Call<T>, judge: impl FnOnce(&T) -> Verdict) -> Option<T> {
        let line = self.visit(&call);
        match call.with_http_info().await {
            Ok(reply) => {
                self.say(&line, Some(reply.status), judge(&reply.data));
                Some(reply.data)
            }
            Err(error) => {
                let verdict = self.refusal(&error).ok_or_else(|| error.to_string());
                self.say(&line, error.status(), verdict);
                None
            }
        }
    }

    /// Sends a call that should be refused with this code.
    pub(crate) async fn refused<T>(&mut self, call: Call<T>, code: &str) {
        let line = self.visit(&call);
        let outcome: Result<T> = call.await;
        let status = outcome.as_ref().err().and_then(Error::status);
        let verdict = match &outcome {
            Err(error) if error.has_code(code) => Ok(format!("expected: {code}")),
            Err(error) => self.refusal(error).ok_or_else(|| error.to_string()),
            Ok(_) => Err(format!("expected an error, {code}")),
        };
        self.say(&line, status, verdict);
    }

    /// What a real instance may refuse because of its plan, its settings, or because there is no such thing.
    fn refusal(&self, error: &Error) -> Option<String> {
        let status = error.status().filter(|status| status.is_client_error() && status.as_u16() != 401)?;
        let codes: Vec<_> = error.errors().iter().map(|item| item.code.as_str()).collect();
        (!self.is_local).then(|| format!("not on this instance: {status} {}", codes.join(", ")))
    }

    fn visit<T>(&mut self, call: &Call<T>) -> Line {
        let Some(request) = call.request() else {
            return Line { method: clerk_client::Method::GET, path: format!("{call:?}") };
        };
        self.visited.insert(request.endpoint.name);
        let uri = request.uri();
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        Line { method: request.method.clone(), path: format!("{}{query}", uri.path().trim_start_matches("/v1")) }
    }

    fn say(&mut self, line: &Line, status: Option<clerk_client::StatusCode>, verdict: Verdict) {
        match verdict {
            Ok(text) => show::good(line, status, &text),
            Err(text) => {
                self.mistakes += 1;
                show::bad(line, status, &text);
            }
        }
    }
}

/// Says `text` if `right`, and that it is wrong otherwise.
pub(crate) fn expect(right: bool, text: impl Into<String>) -> Verdict {
    let text = text.into();
    if right { Ok(text) } else { Err(format!("wrong: {text}")) }
}
