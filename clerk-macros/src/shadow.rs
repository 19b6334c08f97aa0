//! Endpoints whose path lies within the template of another: `/users/count` within `/users/<user_id>`.

use crate::model::{Api, Method};
use crate::template::{Segment, Template};

/// The paths, in OpenAPI's notation, that a value could turn the path of `method` into.
pub(crate) fn paths(api: &Api, method: &Method) -> Vec<String> {
    let Some((verb, template)) = declared(method) else { return Vec::new() };
    let others = api.methods.iter().filter_map(declared);
    let inside = others.filter(|(other, inner)| other.method() == verb.method() && lies_within(inner, template));
    inside.map(|(_, inner)| inner.openapi()).collect()
}

fn declared(method: &Method) -> Option<(&crate::verb::Verb, &Template)> {
    let path = method.path.as_ref()?;
    Some((&path.verb, path.template.as_ref()?))
}

/// Whether `inner` has a literal where `outer` has a placeholder, and is the same otherwise.
fn lies_within(inner: &Template, outer: &Template) -> bool {
    if inner.segments.len() != outer.segments.len() {
        return false;
    }
    let pairs = || inner.segments.iter().zip(&outer.segments);
    let fits = |(inner, outer): (&Segment, &Segment)| match (inner, outer) {
        (Segment::Literal(inner), Segment::Literal(outer)) => inner == outer,
        (_, Segment::Placeholder(_)) => true,
        (Segment::Placeholder(_), Segment::Literal(_)) => false,
    };
    let narrower =
        |(inner, outer): (&Segment, &Segment)| matches!((inner, outer), (Segment::Literal(_), Segment::Placeholder(_)));
    pairs().all(fits) && pairs().any(narrower)
}
