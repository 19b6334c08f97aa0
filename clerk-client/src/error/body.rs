//! What an error keeps of a response, and reads from its headers.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};

/// How much of a body, and of the headers, an error keeps, in bytes.
const KEPT: usize = 16 * 1024;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A copy, so that an error keeps no more alive than it shows: what arrives is a slice of a larger buffer.
pub(super) fn bounded(body: &Bytes) -> Bytes {
    Bytes::copy_from_slice(body.get(..KEPT).unwrap_or(body))
}

/// A copy of the first headers, likewise.
pub(super) fn bounded_headers(headers: &HeaderMap) -> HeaderMap {
    let mut kept = HeaderMap::new();
    let mut left = KEPT;
    for (name, value) in headers {
        let copied = (HeaderName::from_bytes(name.as_str().as_bytes()), HeaderValue::from_bytes(value.as_bytes()));
        match (left.checked_sub(name.as_str().len() + value.len()), copied) {
            (Some(rest), (Ok(name), Ok(mut copy))) => {
                left = rest;
                copy.set_sensitive(value.is_sensitive());
                kept.append(name, copy);
            }
            _ => break,
        }
    }
    kept
}

pub(super) fn trace_id_of(headers: &HeaderMap) -> Option<&str> {
    ["clerk-trace-id", "cf-ray"].iter().find_map(|name| headers.get(*name)?.to_str().ok())
}

pub(super) fn retry_after_of(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let wait = match text.parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => httpdate::parse_http_date(text).ok()?.duration_since(SystemTime::now()).unwrap_or_default(),
    };
    (wait <= DAY).then_some(wait)
}

#[cfg(test)]
mod tests {
    use http::header::HeaderValue;

    use super::*;

    fn retry_after(text: &str) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_str(text).unwrap());
        retry_after_of(&headers)
    }

    #[test]
    fn retry_after_takes_whole_seconds_up_to_a_day_and_dates() {
        for (text, seconds) in
            [("0", 0), ("1", 1), (" 20 ", 20), ("86400", 86400), ("Wed, 21 Oct 2015 07:28:00 GMT", 0)]
        {
            assert_eq!(retry_after(text), Some(Duration::from_secs(seconds)), "{text:?}");
        }
        let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(600));
        assert!(retry_after(&soon).is_some_and(|wait| wait <= Duration::from_secs(600)));
    }

    #[test]
    fn retry_after_ignores_what_is_no_sensible_wait() {
        for text in
            ["-1", "1.5", "soon", "", "86401", "1000000000000000000000000000000", "Wed, 21 Oct 9999 07:28:00 GMT"]
        {
            assert_eq!(retry_after(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_copy_of_the_body_is_kept_up_to_the_bound() {
        assert_eq!(bounded(&Bytes::from(vec![b'x'; KEPT + 1])).len(), KEPT);
        let buffer = Bytes::from(vec![b'x'; 100_000]);
        let kept = bounded(&buffer.slice(..5));
        assert_eq!(kept, "xxxxx");
        assert!(buffer.is_unique(), "the buffer is not kept alive");
    }

    #[test]
    fn copies_of_the_headers_are_kept_up_to_the_bound() {
        let mut headers = HeaderMap::new();
        let buffer = Bytes::from(vec![b'v'; 1000]);
        for n in 0..100 {
            let name = HeaderName::from_bytes(format!("x-{n:04}").as_bytes()).unwrap();
            headers.append(name, HeaderValue::from_maybe_shared(buffer.clone()).unwrap());
        }
        headers.append("x-0000", HeaderValue::from_static("second"));
        let kept = bounded_headers(&headers);
        assert_eq!(kept.len(), 17, "of 1006 bytes each; the first has two values");
        assert_eq!(kept.get_all("x-0000").iter().count(), 2);
        drop(headers);
        assert!(buffer.is_unique(), "the buffer is not kept alive");
    }

    #[test]
    fn the_trace_id_header_goes_before_the_ray() {
        let mut headers = HeaderMap::new();
        headers.insert("cf-ray", HeaderValue::from_static("ray"));
        assert_eq!(trace_id_of(&headers), Some("ray"));
        headers.insert("Clerk-Trace-Id", HeaderValue::from_static("trace"));
        assert_eq!(trace_id_of(&headers), Some("trace"));
    }
}
