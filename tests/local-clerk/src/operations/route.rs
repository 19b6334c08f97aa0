//! From a method and a path to an operation.

use std::sync::LazyLock;

use http::Method;
use percent_encoding::percent_decode_str;

use super::Operation;

/// What is at a path.
#[derive(Debug, PartialEq)]
pub(crate) enum Found {
    /// An operation, and the decoded values of the path's variables.
    Operation(Operation, Vec<String>),
    /// Operations, but none with this method.
    OtherMethods,
    Nothing,
}

struct Route {
    operation: Operation,
    segments: Vec<&'static str>,
}

/// The routes by number of segments. Where two fit, the one whose segments are literal for longer comes first.
static ROUTES: LazyLock<Vec<Vec<Route>>> = LazyLock::new(|| {
    let mut routes: Vec<Vec<Route>> = Vec::new();
    for operation in Operation::ALL {
        let segments: Vec<_> = operation.route().1.split('/').skip(1).collect();
        if routes.len() <= segments.len() {
            routes.resize_with(segments.len() + 1, Vec::new);
        }
        routes.get_mut(segments.len()).into_iter().for_each(|routes| {
            routes.push(Route { operation: *operation, segments: segments.clone() });
        });
    }
    let is_variable = |route: &Route| route.segments.iter().map(|segment| segment.starts_with('{')).collect::<Vec<_>>();
    routes.iter_mut().for_each(|routes| routes.sort_by_key(is_variable));
    routes
});

/// What is at a path below the base URL.
pub(crate) fn find(method: &Method, path: &str) -> Found {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    let segments: Vec<_> = path.split('/').skip(1).collect();
    let routes = ROUTES.get(segments.len()).map(Vec::as_slice).unwrap_or_default();
    let mut at_path = routes.iter().filter(|route| route.fits(&segments)).peekable();
    let Some(first) = at_path.peek() else { return Found::Nothing };
    // What is at `/users/count` is not a user called "count".
    let template = first.operation.route().1;
    match at_path.find(|route| route.operation.route() == (method.clone(), template)) {
        Some(route) => Found::Operation(route.operation, route.values(&segments)),
        None => Found::OtherMethods,
    }
}

impl Route {
    fn fits(&self, segments: &[&str]) -> bool {
        let fits = |(template, segment): (&&str, &&str)| {
            if template.starts_with('{') { !segment.is_empty() } else { template == segment }
        };
        self.segments.iter().zip(segments).all(fits)
    }

    /// Bytes that are no UTF-8 name nothing.
    fn values(&self, segments: &[&str]) -> Vec<String> {
        let variables = self.segments.iter().zip(segments).filter(|(template, _)| template.starts_with('{'));
        variables.map(|(_, segment)| percent_decode_str(segment).decode_utf8_lossy().into_owned()).collect()
    }
}
