//! How an error reads. An allow-list: what is not named here is never shown.

use std::fmt;

use super::{Error, ErrorKind, StoppedBy};

/// How much of a text that came from outside is shown, in characters.
const SHOWN: usize = 200;
/// How many of a reply's errors are shown.
const SHOWN_ITEMS: usize = 5;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = self.0.endpoint {
            write!(f, "{endpoint}: ")?;
        }
        f.write_str(self.summary())?;
        if let Some(status) = self.0.status {
            write!(f, ": {status}")?;
        }
        if let Some(path) = &self.0.json_path {
            write!(f, " at `{}`", Shown(path))?;
        }
        if !self.0.message.is_empty() {
            write!(f, ": {}", Shown(&self.0.message))?;
        }
        for item in self.0.items.iter().take(SHOWN_ITEMS) {
            write!(f, ": {} ({})", Shown(&item.code), Shown(&item.message))?;
        }
        if let Some(more @ 1..) = self.0.items.len().checked_sub(SHOWN_ITEMS) {
            write!(f, ": and {more} more")?;
        }
        if self.0.kind == ErrorKind::Api && self.0.items.is_empty() {
            write!(f, ": not one of Clerk's errors, {} bytes", self.0.body_length)?;
        }
        self.fmt_context(f)?;
        match self.trace_id() {
            Some(trace_id) => write!(f, " [trace {}]", Shown(trace_id)),
            None => Ok(()),
        }
    }
}

impl Error {
    /// `(3 attempts in 1.2s, retry budget exhausted)`, where there is more to say than that it was sent once.
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
            Some(StoppedBy::Deadline) => ", no time left for another)",
            Some(StoppedBy::RetryAfter) => ", retry-after is too long to wait for)",
        })
    }

    fn summary(&self) -> &'static str {
        match self.0.kind {
            ErrorKind::Config => "the client cannot be built",
            ErrorKind::Request => "the request cannot be built",
            ErrorKind::Connect => "no connection",
            ErrorKind::Timeout => "timed out",
            ErrorKind::Network => "the connection broke",
            ErrorKind::Api => "refused",
            ErrorKind::Decode => "the reply is not what was promised",
            ErrorKind::TooLarge => "the reply is too large",
            ErrorKind::Throttled => "held back, too many requests",
            ErrorKind::NotImplemented => "not implemented",
        }
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
    use reqwest::{Method, StatusCode};

    use super::*;
    use crate::request::Endpoint;
    use crate::transport::RawResponse;

    static FIND: Endpoint = Endpoint::new("UsersApi", "find", Method::GET, "/users/{user_id}");

    fn api(status: StatusCode, body: &'static str) -> String {
        Error::api(RawResponse::new(status.as_u16(), body)).with_endpoint(&FIND).to_string()
    }

    #[test]
    fn an_api_error_names_endpoint_status_codes_and_trace() {
        assert_eq!(
            api(
                StatusCode::NOT_FOUND,
                r#"{"errors":[{"code":"resource_not_found","message":"not found","long_message":"No user."}],"clerk_trace_id":"t1"}"#
            ),
            "UsersApi.find (GET /users/{user_id}): refused: 404 Not Found: resource_not_found (not found) [trace t1]"
        );
    }

    #[test]
    fn of_many_errors_the_first_are_shown() {
        let many = r#"{"errors":[{"code":"a"},{"code":"b"},{"code":"c"},{"code":"d"},{"code":"e"},{"code":"f"},{"code":"g"}]}"#;
        assert!(api(StatusCode::NOT_FOUND, many).ends_with(": d (): e (): and 2 more"));
    }

    #[test]
    fn a_body_that_is_not_clerks_is_counted_and_not_shown() {
        assert_eq!(
            api(StatusCode::BAD_GATEWAY, "<html>planted</html>"),
            "UsersApi.find (GET /users/{user_id}): refused: 502 Bad Gateway: not one of Clerk's errors, 20 bytes"
        );
    }

    #[test]
    fn text_from_outside_stays_on_one_line_and_short() {
        assert_eq!(Shown("a\u{202e}b\u{2028}c").to_string(), "a\\u{202e}b\\u{2028}c");
        let long = format!("a\nb{}", "x".repeat(SHOWN));
        let shown = Shown(&long).to_string();
        assert!(shown.starts_with("a\\nbx") && shown.ends_with('…') && shown.chars().count() <= SHOWN + 2);
    }
}
