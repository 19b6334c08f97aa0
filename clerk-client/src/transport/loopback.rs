//! Which hosts are this machine.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Its addresses. Port 0 is that of the URL.
pub(crate) const LOOPBACK: [SocketAddr; 2] =
    [SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0), SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), 0)];

/// Whether a URL's host is a loopback address, or a name that stands for one.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    match address.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => is_local_name(host),
    }
}

/// RFC 6761, section 6.3. A name may end in the dot of the root.
pub(crate) fn is_local_name(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let last = host.rsplit('.').next().unwrap_or(host);
    last.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_under_localhost_are_this_machine_in_any_case() {
        for host in ["localhost", "LOCALHOST.", "clerk.localhost", "Clerk.LocalHost."] {
            assert!(is_local_name(host) && is_loopback(host), "{host}");
        }
        for host in ["", ".", "localhost.example", "mylocalhost", "localhost.com.", "10.0.0.1"] {
            assert!(!is_local_name(host) && !is_loopback(host), "{host}");
        }
    }
}
