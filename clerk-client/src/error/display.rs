//! How an error reads. An allow-list: what is not named here is never shown.

use std::fmt;

use super::{ApiError, Error, ErrorKind, StoppedBy};

/// How much of a text from outside is shown, in characters.
const SHOWN: usize = 200;
/// How many of a response's errors are shown.
const SHOWN_ITEMS: usize = 5;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = self.0.endpoint {
            write!(f, "{endpoint}: ")?;
        }
        match self.0.kind {
            ErrorKind::Api => self.fmt_api(f)?,
            _ => self.fmt_other(f)?,
        }
        self.fmt_context(f)?;
        match self.trace_id() {
            Some(trace_id) => write!(f, " [trace {}]", Shown(trace_id)),
            None => Ok(()),
        }
    }
}

impl Error {
    /// `Clerk responded 422 Unprocessable Entity: form_param_invalid (email_address: is invalid)`.
    fn fmt_api(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = if self.0.items.is_empty() { "the server" } else { "Clerk" };
        write!(f, "{who} responded")?;
        if let Some(status) = self.0.status {
            write!(f, " {status}")?;
        }
        if self.0.items.is_empty() {
            write!(f, " (a body of {} bytes without Clerk's error codes)", self.0.body_length)?;
        }
        let shown = self.0.items.iter().take(SHOWN_ITEMS);
        for (item, separator) in shown.zip(std::iter::once(": ").chain(std::iter::repeat(", "))) {
            f.write_str(separator)?;
            fmt_item(f, item)?;
        }
        if let Some(more @ 1..) = self.0.items.len().checked_sub(SHOWN_ITEMS) {
            write!(f, ", and {more} more")?;
        }
        if self.0.message.is_empty() { Ok(()) } else { write!(f, ": {}", Shown(&self.0.message)) }
    }

    /// `response could not be decoded (200 OK, at `id`): missing field `id``.
    fn fmt_other(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.summary())?;
        match (self.0.status, &self.0.json_path) {
            (Some(status), Some(path)) => write!(f, " ({status}, at `{}`)", Shown(path))?,
            (Some(status), None) => write!(f, " ({status})")?,
            (None, _) => {}
        }
        if self.0.message.is_empty() { Ok(()) } else { write!(f, ": {}", Shown(&self.0.message)) }
    }

    /// `(3 attempts in 1.2s, retry budget exhausted)`, where there is more to say than that there was one attempt.
    fn fmt_context(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let context = &self.0.context;
        if context.attempts < 2 && context.stopped_by.is_none() {
            return Ok(());
        }
        let s = if context.attempts == 1 { "" } else { "s" };
        write!(f, " ({} attempt{s} in {:.1?}", context.attempts, context.elapsed)?;
        f.write_str(match context.stopped_by {
            None => ")",
            Some(StoppedBy::Budget) => ", retry budget exhausted)",
            Some(StoppedBy::Deadline) => ", no time left)",
            Some(StoppedBy::RetryAfter) => ", Retry-After is over the limit)",
        })
    }

    fn summary(&self) -> &'static str {
        match self.0.kind {
            ErrorKind::Config => "invalid client settings",
            ErrorKind::Request => "invalid request",
            ErrorKind::Connect => "connection failed",
            ErrorKind::Timeout => "timed out",
            ErrorKind::Network => "connection broken",
            ErrorKind::Api => "error response",
            ErrorKind::Decode => "response could not be decoded",
            ErrorKind::TooLarge => "response too large",
            ErrorKind::RateLimited => "rate limited by the client",
            ErrorKind::Pagination => "pages do not fit together",
            ErrorKind::NotImplemented => "not implemented",
        }
    }
}

/// The code, and in parentheses the parameters and the longer of the two messages.
fn fmt_item(f: &mut fmt::Formatter<'_>, item: &ApiError) -> fmt::Result {
    let text = if item.long_message.is_empty() { &item.message } else { &item.long_message };
    let text = text.strip_suffix('.').unwrap_or(text);
    let params = item.param_names().join(", ");
    write!(f, "{}", Shown(&item.code))?;
    match (params.is_empty(), text.is_empty()) {
        (true, true) => Ok(()),
        (true, false) => write!(f, " ({})", Shown(text)),
        (false, true) => write!(f, " ({})", Shown(&params)),
        (false, false) => write!(f, " ({}: {})", Shown(&params), Shown(text)),
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Error");
        shown.field("kind", &self.0.kind).field("display", &format_args!("{self}"));
        if let Some(source) = &self.0.source {
            shown.field("source", &format_args!("{source}"));
        }
        shown.finish_non_exhaustive()
    }
}

/// Text from outside: bounded, and on one line.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.0.chars();
        for char in shown.by_ref().take(SHOWN) {
            match misleads(char) {
                true => write!(f, "{}", char.escape_default())?,
                false => fmt::Write::write_char(f, char)?,
            }
        }
        f.write_str(if shown.next().is_some() { "…" } else { "" })
    }
}

/// Whether a character ends the line, or turns the text around it, in a terminal or a log.
fn misleads(char: char) -> bool {
    char.is_control() || matches!(char, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::Method;

    use super::*;
    use crate::error::{Context, DecodeError};
    use crate::request::Endpoint;
    use crate::transport::{RawResponse, TransportError, TransportErrorKind};

    static FIND: Endpoint = Endpoint::new("UsersApi", "find", Method::GET, "/users/{user_id}");

    #[test]
    fn the_text_of_every_error_reads_well_in_a_log() {
        let transport = |kind, message: &str| Error::from_transport(TransportError::new(kind, message));
        let decode = DecodeError { path: "[3].id".to_owned(), message: "missing field `id`".to_owned() };
        let long = "{\"errors\":[{\"code\":\"a\",\"message\":\"m\",\"long_message\":\"Long.\",\"meta\":{\"param_name\":\"p\"}},\
                    {\"code\":\"b\",\"meta\":{\"param_names\":[\"q\",\"r\"]}},{\"code\":\"c\"}],\"clerk_trace_id\":\"t1\"}";
        for (error, text) in [
            (Error::config("the secret key is empty"), "invalid client settings: the secret key is empty"),
            (Error::request("argument `user_id` is empty"), "invalid request: argument `user_id` is empty"),
            (transport(TransportErrorKind::Request, ""), "invalid request"),
            (transport(TransportErrorKind::Connect, "refused"), "connection failed: refused"),
            (transport(TransportErrorKind::Timeout, "no response"), "timed out: no response"),
            (transport(TransportErrorKind::Network, "reset"), "connection broken: reset"),
            (
                transport(TransportErrorKind::TooLarge, "the limit is 5 bytes"),
                "response too large: the limit is 5 bytes",
            ),
            (Error::timeout(Duration::from_secs(1), true), "timed out: no complete response within 1s"),
            (Error::timeout(Duration::from_secs(1), false), "timed out: the request was not sent within 1s"),
            (
                Error::rate_limited(Duration::from_millis(8_500)),
                "rate limited by the client: the call would have waited for 8.5s or longer",
            ),
            (
                Error::decode(decode, RawResponse::new(200, "{}")),
                "response could not be decoded (200 OK, at `[3].id`): missing field `id`",
            ),
            (
                Error::not_implemented("UsersApi", "ban"),
                "not implemented: `UsersApi::ban` is not implemented by this test double",
            ),
            (Error::api(404, "gone", "not found"), "Clerk responded 404 Not Found: gone (not found)"),
            (
                Error::from_response(RawResponse::new(422, long)),
                "Clerk responded 422 Unprocessable Entity: a (p: Long), b (q, r), c [trace t1]",
            ),
            (
                Error::from_response(RawResponse::new(502, "<html>planted</html>")),
                "the server responded 502 Bad Gateway (a body of 20 bytes without Clerk's error codes)",
            ),
        ] {
            assert_eq!(error.to_string(), text);
            let named = error.with_endpoint(&FIND).to_string();
            assert_eq!(named, format!("UsersApi.find (GET /users/{{user_id}}): {text}"));
        }
    }

    #[test]
    fn the_context_says_attempts_time_and_what_stopped_the_call() {
        let elapsed = Duration::from_millis(1_234);
        for (attempts, stopped_by, text) in [
            (1, None, ""),
            (3, None, " (3 attempts in 1.2s)"),
            (2, Some(StoppedBy::Budget), " (2 attempts in 1.2s, retry budget exhausted)"),
            (1, Some(StoppedBy::Deadline), " (1 attempt in 1.2s, no time left)"),
            (0, Some(StoppedBy::Deadline), " (0 attempts in 1.2s, no time left)"),
            (1, Some(StoppedBy::RetryAfter), " (1 attempt in 1.2s, Retry-After is over the limit)"),
        ] {
            let context = Context { attempts, elapsed, in_doubt: false, stopped_by };
            let error = Error::request("x").with_context(context);
            assert_eq!(error.to_string(), format!("invalid request: x{text}"));
        }
    }

    #[test]
    fn debug_shows_kind_text_and_source() {
        let cause = TransportError::new(TransportErrorKind::Network, "reset").with_source("os error 104");
        let text = "Error { kind: Network, display: connection broken: reset, source: os error 104, .. }";
        assert_eq!(format!("{:?}", Error::from_transport(cause)), text);
    }

    #[test]
    fn of_many_errors_the_first_are_shown() {
        let many = r#"{"errors":[{"code":"a"},{"code":"b"},{"code":"c"},{"code":"d"},{"code":"e"},{"code":"f"},{"code":"g"}]}"#;
        let error = Error::from_response(RawResponse::new(404, many));
        assert!(error.to_string().ends_with("404 Not Found: a, b, c, d, e, and 2 more"));
    }

    #[test]
    fn text_from_outside_stays_on_one_line_and_short() {
        assert_eq!(Shown("a\u{202e}b\u{2028}c").to_string(), "a\\u{202e}b\\u{2028}c");
        let long = format!("a\nb{}", "x".repeat(SHOWN));
        let shown = Shown(&long).to_string();
        assert!(shown.starts_with("a\\nbx") && shown.ends_with('…') && shown.chars().count() <= SHOWN + 2);
    }
}
