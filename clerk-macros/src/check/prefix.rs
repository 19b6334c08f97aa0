//! The placeholders of the prefix, against the arguments of all methods.

use crate::diag::{Site, similar};
use crate::model::{Api, Options, Role};

/// The placeholders that no method fills: one error at the prefix, and none at the methods.
pub(crate) fn check<'o>(api: &Api, options: &'o Options, site: Site<'_>) -> Vec<&'o str> {
    let Ok(Some(prefix)) = &options.prefix else { return Vec::new() };
    let is_filled = |name: &&str| api.endpoints.iter().flat_map(|endpoint| &endpoint.params).any(|p| p.name == **name);
    let unfilled: Vec<&str> = prefix.template.placeholders().filter(|name| !is_filled(name)).collect();
    if api.endpoints.is_empty() {
        return unfilled;
    }
    for name in &unfilled {
        let unmarked = api.endpoints.iter().flat_map(|endpoint| &endpoint.params);
        let unmarked = unmarked.filter(|param| matches!(param.role, Role::Unmarked)).map(|param| param.name.as_str());
        let help = match similar(name, unmarked) {
            Some(argument) => {
                let path = prefix.template.declared().replace(&format!("<{name}>"), &format!("<{argument}>"));
                format!("an argument with a similar name exists, `{argument}`: write `{path:?}`")
            }
            None => format!("add an argument to each method: `{name}: &str`"),
        };
        let message = format!("no method has an argument for the placeholder `<{name}>` of the prefix");
        site.error(&prefix.literal, message, help);
    }
    unfilled
}
