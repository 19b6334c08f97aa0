//! Two methods for one endpoint: most often a copy that was not changed.

use std::collections::HashMap;

use crate::diag::Diag;
use crate::model::{Endpoint, last_name};

pub(crate) fn check(endpoints: &[Endpoint], diag: &Diag) {
    let mut seen: HashMap<String, String> = HashMap::new();
    for endpoint in endpoints {
        // Under `#[cfg]`, two may well be the same.
        let is_conditional = endpoint.attrs.iter().any(|attr| last_name(attr).starts_with("cfg"));
        let Some((route, template)) = endpoint.described().filter(|_| !is_conditional) else { continue };
        let what = format!("{} {}", route.verb.method(), template.shape());
        if let Some(first) = seen.get(&what) {
            let help = format!("`{what}` is already declared by `{first}`; if both are meant, give one its own trait");
            let message = format!("the same endpoint as `{first}`");
            endpoint.site(diag).at(route.place).error(&route.literal, message, help);
            continue;
        }
        seen.insert(what, endpoint.source.ident.to_string());
    }
}
