//! One endpoint as data: `Endpoint::new(…)`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::attrs::conditions;
use super::{Krate, unraw};
use crate::model::{Api, Endpoint, Idempotency, PageStart, Paginate, Route, Template};

/// An endpoint whose path could be read.
pub(super) type Described<'a> = (&'a Route, &'a Template);

/// An element of `ENDPOINTS`.
pub(super) fn entry(endpoint: &Endpoint, value: &TokenStream) -> TokenStream {
    let conditions = conditions(&endpoint.attrs);
    quote!(#conditions #value,)
}

/// What is as usual is not said.
pub(super) fn value(api: &Api, endpoint: &Endpoint, paths: &[Described<'_>], krate: &Krate) -> Option<TokenStream> {
    let krate = &krate.root;
    let (route, template) = endpoint.described()?;
    let (trait_name, name) = (unraw(&api.header.ident), unraw(&endpoint.source.ident));
    let verb = Ident::new(route.verb.method(), Span::call_site());
    let path = template.openapi();
    let others = more_specific(paths, route, template);
    let others = (!others.is_empty()).then(|| quote!(.more_specific_paths(&[#(#others),*])));
    let idempotency = route.idempotency();
    let is_usual = idempotency == if route.verb.is_idempotent() { Idempotency::Always } else { Idempotency::Never };
    let idempotency = (!is_usual).then(|| match idempotency {
        Idempotency::Always => quote!(.idempotency(#krate::Idempotency::Always)),
        Idempotency::Never => quote!(.idempotency(#krate::Idempotency::Never)),
        Idempotency::Unless(members) => quote!(.idempotency(#krate::Idempotency::Unless(&[#(#members),*]))),
    });
    let counted = |suffix: &str| {
        let path = format!("{path}{suffix}");
        quote!(.count(const { &#krate::Endpoint::new(#trait_name, #name, #krate::Method::#verb, #path) }))
    };
    let pagination = route.options.paginate.as_ref().map(|paginate| {
        let count = paginate.value.count.as_deref().map(counted);
        let pages = pages(&paginate.value, krate);
        quote!(.pagination(#pages #count))
    });
    Some(
        quote!(#krate::Endpoint::new(#trait_name, #name, #krate::Method::#verb, #path) #others #idempotency #pagination),
    )
}

/// How a list is paginated: `Pagination::offset(…)`.
fn pages(paginate: &Paginate, krate: &TokenStream) -> TokenStream {
    let limit = &paginate.limit;
    let max = paginate.max.map(|max| quote!(.max(#max)));
    let start = match &paginate.start {
        PageStart::Offset(offset) => quote!(offset(#limit, #offset)),
        PageStart::Cursor { after, timeline } => {
            let timeline = timeline.as_ref().map(|timeline| {
                let (member, descends, parameters) = (&timeline.member, timeline.descends, timeline.parameters());
                quote!(.timeline(#member, #descends, [#(#parameters),*]))
            });
            quote!(cursor(#limit, #after) #timeline)
        }
    };
    quote!(#krate::Pagination::#start #max)
}

/// The paths, in OpenAPI's notation, of endpoints that a value could turn this one's path into.
fn more_specific(paths: &[Described<'_>], route: &Route, template: &Template) -> Vec<String> {
    if template.placeholders().next().is_none() {
        return Vec::new();
    }
    let others = paths.iter().filter(|(other, path)| other.verb == route.verb && template.may_become(path));
    others.map(|(_, path)| path.openapi()).collect()
}
