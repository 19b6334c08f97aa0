//! Methods that repeat an earlier one: its name, or its verb and path.

use std::collections::{HashMap, HashSet};

use syn::Attribute;

use crate::check::unraw;
use crate::errors::{Diag, Place};
use crate::model::Method;

/// What the methods so far have declared. Under `#[cfg]`, two may well be the same.
#[derive(Default)]
pub(crate) struct Declared {
    names: HashSet<String>,
    endpoints: HashMap<String, String>,
}

impl Declared {
    /// Takes note of a method and says whether its name is new.
    pub(crate) fn add(&mut self, method: &Method, diag: &mut Diag) -> bool {
        if method.attrs.iter().any(is_conditional) {
            return true;
        }
        let name = unraw(&method.sig.ident);
        let is_new = self.names.insert(name.clone());
        if is_new {
            self.add_endpoint(method, name, diag);
        } else {
            let message = format!("method `{name}` is declared twice");
            diag.error(Place::Name, &method.sig.ident, message, "give the second one a name of its own");
        }
        is_new
    }

    /// Two methods for one endpoint are most often a copy that was not changed.
    fn add_endpoint(&mut self, method: &Method, name: String, diag: &mut Diag) {
        let Some(path) = &method.path else { return };
        let Some(template) = &path.template else { return };
        let endpoint = format!("{} {}", path.verb.method(), template.shape());
        if let Some(first) = self.endpoints.get(&endpoint) {
            let message = format!("method `{name}` is the same endpoint as `{first}`");
            let help =
                format!("`{endpoint}` is already declared by `{first}`; if both are meant, give one its own trait");
            diag.error(path.place, &path.literal, message, help);
            return;
        }
        self.endpoints.insert(endpoint, name);
    }
}

fn is_conditional(attr: &Attribute) -> bool {
    attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")
}
