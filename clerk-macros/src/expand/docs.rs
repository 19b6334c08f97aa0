//! The line that a method's docs gain: `POST /users/{user_id}/ban`, and whether it is idempotent.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::model::{Endpoint, Idempotency, PageStart, Paginate};

/// The attributes, with the line behind the summary. Without docs none are added: `missing_docs` is the user's.
pub(super) fn documented(endpoint: &Endpoint, attrs: &[&Attribute]) -> TokenStream {
    let docs: Vec<(usize, Option<String>)> =
        attrs.iter().enumerate().filter_map(|(index, attr)| doc(attr).map(|text| (index, text))).collect();
    let (Some((first, _)), Some(line)) = (docs.first(), line(endpoint)) else { return quote!(#(#attrs)*) };
    let blank =
        docs.iter().find(|(index, text)| index > first && text.as_deref().is_some_and(|text| text.trim().is_empty()));
    let end = match (blank, docs.last()) {
        (Some((blank, _)), _) => *blank,
        (None, last) => last.map_or(*first, |(last, _)| *last) + 1,
    };
    let (summary, rest) = attrs.split_at(end);
    quote!(#(#summary)* #[doc = ""] #[doc = #line] #(#rest)*)
}

/// The text of a doc comment; `#[doc(alias = "…")]` is none.
fn doc(attr: &Attribute) -> Option<Option<String>> {
    let Meta::NameValue(pair) = &attr.meta else { return None };
    let text = match &pair.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    };
    pair.path.is_ident("doc").then_some(text)
}

fn line(endpoint: &Endpoint) -> Option<String> {
    let (route, template) = endpoint.described()?;
    let idempotency = match route.idempotency() {
        Idempotency::Always => "idempotent: retried after any transient failure".to_owned(),
        Idempotency::Never => "not retried when the outcome is unknown".to_owned(),
        Idempotency::Unless(members) => {
            format!(
                "idempotent unless the body has `{}`: then not retried when the outcome is unknown",
                members.join("`, `")
            )
        }
    };
    let pages = route.options.paginate.as_ref().map_or_else(String::new, |paginate| pages(&paginate.value));
    Some(format!(" `{} {}` · {idempotency}{pages}", route.verb.method(), template.openapi()))
}

fn pages(paginate: &Paginate) -> String {
    let (PageStart::Offset(start) | PageStart::Cursor { after: start, .. }) = &paginate.start;
    format!(" · paginated by `{}` and `{start}`", paginate.limit)
}
