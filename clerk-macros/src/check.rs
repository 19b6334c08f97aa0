//! The rules, one small function each: two things against each other. What one attribute alone gets wrong, `read` reports. A rule
//! stays quiet where another has spoken.

use crate::diag::{Diag, Place, Site};
use crate::model::{Api, Endpoint, Options, Param};

mod duplicates;
mod header;
mod pages;
mod placeholders;
mod prefix;
mod request;
mod signature;
mod types;

pub(crate) fn api(api: &Api, options: &Options, diag: &Diag) {
    header::check(api, diag.head());
    let unfilled = prefix::check(api, options, diag.head());
    for endpoint in &api.endpoints {
        if endpoint.has_verb() {
            self::endpoint(api, endpoint, &unfilled, endpoint.site(diag));
        }
    }
    duplicates::check(&api.endpoints, diag);
}

fn endpoint(api: &Api, endpoint: &Endpoint, unfilled: &[&str], site: Site<'_>) {
    signature::check(endpoint, site);
    types::check(&api.header.generics, endpoint, site);
    placeholders::filled(endpoint, site);
    request::check(endpoint, site);
    pages::check(endpoint, site);
    placeholders::check(endpoint, unfilled, site);
}

/// Whether nothing has been said about an argument yet.
fn is_judged(param: &Param, site: Site<'_>) -> bool {
    site.is_sound_at(|place| place == param.place)
}

/// Whether nothing has been said about the method's attributes.
fn has_sound_attributes(site: Site<'_>) -> bool {
    site.is_sound_at(|place| matches!(place, Place::Attribute(_)))
}
