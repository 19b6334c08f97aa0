//! Where the API is.

use reqwest::Url;

use crate::error::{Error, Result};
use crate::transport::{is_local_name, is_loopback};

pub(crate) const CLERK: &str = "https://api.clerk.com/v1";

/// A checked base URL, parsed once.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    url: Url,
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
        Ok(Self { url, path })
    }

    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// The path without a slash at its end.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The URL of a request. `path` begins with [`path`](Self::path); both are encoded.
    pub(crate) fn with_path_and_query(&self, path: &str, query: &str) -> Url {
        let mut url = self.url.clone();
        url.set_path(path);
        if !query.is_empty() {
            url.set_query(Some(query));
        }
        url
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
            assert!(
                base_url.with_path_and_query(&format!("{}/users", base_url.path()), "").as_str().ends_with("/v1/users")
            );
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
    fn an_encoded_path_stays_as_it_is() {
        let base = BaseUrl::parse(CLERK, false).unwrap();
        let url = base.with_path_and_query("/v1/users/a%2Fb%3F%23%25%0A", "query=a%2Bb+c&x=%27");
        assert_eq!(url.as_str(), "https://api.clerk.com/v1/users/a%2Fb%3F%23%25%0A?query=a%2Bb+c&x=%27");
    }
}
