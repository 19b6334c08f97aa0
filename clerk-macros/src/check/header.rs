//! The trait itself.

use syn::GenericParam;

use crate::diag::{Place, Problem, Site};
use crate::model::Api;
use crate::read::not_dyn;

pub(crate) fn check(api: &Api, site: Site<'_>) {
    let header = &api.header;
    let site = site.about("trait", &header.ident);
    for modifier in &header.modifiers {
        let problem = Problem::predicate(modifier, format!("cannot be `{modifier}`"), format!("remove `{modifier}`"));
        site.report(problem);
    }
    if api.is_empty {
        let help = "add a method with a verb attribute, such as `#[get(\"/users\")]`";
        site.report(Problem::predicate(&header.ident, "has no endpoints", help));
    }
    generics(api, site.at(Place::Generics));
    supertraits(api, site.at(Place::Generics));
    where_clause(api, site.at(Place::Where));
}

fn generics(api: &Api, site: Site<'_>) {
    let params = &api.header.generics.params;
    if params.is_empty() {
        return;
    }
    let only_lifetimes = params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)));
    let (message, help) = if only_lifetimes {
        ("cannot have lifetime parameters", "a `Call` owns everything it needs")
    } else {
        ("cannot be generic", "an API has one set of endpoints; use the type in an argument or in `Call<…>`")
    };
    site.report(Problem::predicate(params, message, help));
}

fn supertraits(api: &Api, site: Site<'_>) {
    for bound in &api.header.supertraits {
        if let Some(found) = not_dyn(bound) {
            let help = format!("remove it: with `{found}`, `&dyn {}` is not possible", api.header.ident);
            site.report(Problem::predicate(bound, format!("cannot require `{found}`"), help));
        }
    }
}

fn where_clause(api: &Api, site: Site<'_>) {
    if let Some(clause) = api.header.generics.where_clause.as_ref().filter(|clause| !clause.predicates.is_empty()) {
        let help = "remove it; what every implementor must be goes behind the name: `trait Api: Bound`";
        site.report(Problem::predicate(clause, "cannot have a where clause", help));
    }
}
