//! Where the API is.

use http::Uri;
use http::uri::{Authority, Parts, PathAndQuery, Scheme};
use reqwest::Url;

use crate::error::{Error, Result};
use crate::transport::{is_local_name, is_loopback};

pub(crate) const CLERK: &str = "https://api.clerk.com/v1";

/// The longest URI that `http` can hold, in bytes.
const LONGEST: usize = u16::MAX as usize - 1;

/// A checked base URL, parsed once.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    url: Url,
    scheme: Scheme,
    authority: Authority,
    path: String,
}

impl BaseUrl {
    /// Takes https, and plain http to this machine; plain http to elsewhere only where `allow_http` says so.
    pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Self> {
        let mut url =
            Url::parse(text).map_err(|error| Error::config("the base URL is not a URL").with_source(error))?;
        if let Some(wrong) = flaw(&url, allow_http) {
            return Err(Error::config(format!("the base URL {wrong}")));
        }
        let path = match url.path().trim_end_matches('/') {
            "" => "/v1".to_owned(),
            path => path.to_owned(),
        };
        url.set_path(&path);
        let unusable = |error| Error::config("the base URL cannot be used in HTTP").with_source(error);
        let uri = Uri::try_from(url.as_str()).map_err(unusable)?.into_parts();
        let (Some(scheme), Some(authority)) = (uri.scheme, uri.authority) else {
            return Err(Error::config("the base URL has no host"));
        };
        Ok(Self { url, scheme, authority, path })
    }

    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// The path without a slash at its end.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The URI of a request, which is an error if it is too long for HTTP. `path` begins with [`path`](Self::path); both are encoded.
    pub(crate) fn uri(&self, mut path: String, query: &str) -> Result<Uri> {
        if !query.is_empty() {
            path.reserve_exact(query.len() + 1);
            path.push('?');
            path.push_str(query);
        }
        if self.url.as_str().len() - self.path.len() + path.len() > LONGEST {
            return Err(Error::request(format!("the URI is longer than {LONGEST} bytes")));
        }
        let unsendable = |error: http::Error| Error::request(format!("the URI cannot be sent: {error}"));
        let mut parts = Parts::default();
        (parts.scheme, parts.authority) = (Some(self.scheme.clone()), Some(self.authority.clone()));
        parts.path_and_query = Some(PathAndQuery::try_from(path).map_err(|error| unsendable(error.into()))?);
        Uri::from_parts(parts).map_err(|error| unsendable(error.into()))
    }

    pub(crate) fn is_loopback(&self) -> bool {
        self.url.host_str().is_some_and(is_loopback)
    }

    /// The host, where it is a name that stands for this machine.
    pub(crate) fn local_name(&self) -> Option<&str> {
        self.url.host_str().filter(|host| is_local_name(host))
    }
}

fn flaw(url: &Url, allow_http: bool) -> Option<&'static str> {
    let is_plain = match url.scheme() {
        "https" => false,
        "http" => true,
        _ => return Some("is neither https nor http; it must begin with `https://` or `http://`"),
    };
    if is_plain && !allow_http && !url.host_str().is_some_and(is_loopback) {
        Some("is plain http to another machine, which would show the secret key to the network; use https")
    } else if !url.username().is_empty() || url.password().is_some() {
        Some("holds a user name or password")
    } else if url.query().is_some() || url.fragment().is_some() {
        Some("has a query or a fragment")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_and_loopback_are_taken() {
        for (text, base) in [
            (CLERK, CLERK),
            ("https://api.clerk.com", CLERK),
            ("https://api.clerk.com//", CLERK),
            ("https://api.clerk.com/v1/", CLERK),
            ("https://clerk.example/proxy/v1", "https://clerk.example/proxy/v1"),
            ("http://127.0.0.1:4010/v1", "http://127.0.0.1:4010/v1"),
            ("http://127.9.9.9:1", "http://127.9.9.9:1/v1"),
            ("http://[::1]:4010/v1", "http://[::1]:4010/v1"),
            ("http://localhost:4010/v1", "http://localhost:4010/v1"),
            ("http://clerk.localhost/v1", "http://clerk.localhost/v1"),
        ] {
            let base_url = BaseUrl::parse(text, false).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(base_url.url().as_str(), base, "{text}");
            let uri = base_url.uri(format!("{}/users", base_url.path()), "").unwrap();
            assert_eq!(uri.to_string(), format!("{base}/users"));
        }
    }

    #[test]
    fn what_would_show_the_key_or_cannot_work_is_refused() {
        for text in [
            "http://api.clerk.com/v1",
            "http://10.0.0.1/v1",
            "http://127.0.0.1.example.com/v1",
            "http://localhost.example.com/v1",
            "ftp://127.0.0.1/v1",
            "file:///v1",
            "https://user:planted@api.clerk.com/v1",
            "https://api.clerk.com/v1?a=b",
            "https://api.clerk.com/v1#a",
            "api.clerk.com",
            "",
        ] {
            let error = BaseUrl::parse(text, false).err().unwrap_or_else(|| panic!("{text} was taken"));
            assert!(!format!("{error} {error:?}").contains("planted"));
        }
        assert!(BaseUrl::parse("http://10.0.0.1/v1", true).is_ok());
    }

    #[test]
    fn the_whole_uri_has_a_largest_length() {
        for text in [CLERK, "http://127.0.0.1:4010/v1", "https://clerk.example/proxy/v1"] {
            let base = BaseUrl::parse(text, false).unwrap();
            let uri = |length: usize| base.uri(format!("{}/", base.path()), &"x".repeat(length - text.len() - 2));
            let longest = uri(LONGEST).unwrap().to_string();
            assert!(longest.len() == LONGEST && longest.parse::<Uri>().is_ok());
            assert!(uri(LONGEST + 1).is_err());
        }
    }

    #[test]
    fn an_encoded_path_stays_as_it_is() {
        let base = BaseUrl::parse(CLERK, false).unwrap();
        let uri = base.uri("/v1/users/a%2Fb%3F%23%25%0A".to_owned(), "query=a%2Bb+c&x=%27").unwrap();
        assert_eq!(uri.to_string(), "https://api.clerk.com/v1/users/a%2Fb%3F%23%25%0A?query=a%2Bb+c&x=%27");
    }
}
