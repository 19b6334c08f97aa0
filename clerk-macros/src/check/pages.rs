//! `paginate`: a list that is asked for page by page.

use super::has_sound_attributes;
use crate::diag::Site;
use crate::model::{Endpoint, Kind, Param, Role, Verb};

/// The query has the parameters, as far as a macro can see; whether a struct has them, and whether the response is a list, the
/// generated code asks the compiler.
pub(crate) fn check(endpoint: &Endpoint, site: Site<'_>) {
    let Ok(route) = &endpoint.route else { return };
    let Some(declared) = &route.options.paginate else { return };
    let site = site.at(route.place);
    if route.verb != Verb::Get {
        let help = "a list is asked for with `#[get]`; remove `paginate`";
        site.error(&declared.tokens, "only a GET endpoint has pages", help);
        return;
    }
    if endpoint.params.iter().any(may_be_the_query) || !has_sound_attributes(site) {
        return;
    }
    let missing = endpoint.not_sent_alone(&declared.value);
    let arguments: Vec<String> = missing.iter().map(|name| argument(name)).collect();
    if !missing.is_empty() {
        let message = format!("`paginate` needs the query parameters `{}`", declared.value.names().join("` and `"));
        let help = format!("add the arguments {}, or a `#[query]` struct that has them", arguments.join(", "));
        site.error(&declared.tokens, message, help);
    }
}

fn may_be_the_query(param: &Param) -> bool {
    let is_whole_query = param.kind() == Some(Kind::Query) && param.member().is_none();
    is_whole_query || matches!(param.role, Role::Broken)
}

fn argument(name: &str) -> String {
    let ty = if name.contains("limit") || name.contains("offset") || name.contains("size") { "u32" } else { "&str" };
    let ident: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    format!("`#[query({name:?})] {ident}: Option<{ty}>`")
}
