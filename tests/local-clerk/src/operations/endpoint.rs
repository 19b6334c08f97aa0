//! From a request to the arguments of a handler.

use bytes::Bytes;
use http::HeaderMap;

use crate::input::{Body, Declared, Input, Query};
use crate::instance::Context;
use crate::problem::Problem;
use crate::show::Shown;

pub(crate) type Outcome = Result<Shown, Problem>;

/// What an operation is asked.
#[derive(Debug, Default)]
pub(crate) struct Request {
    /// The decoded values of the path's variables.
    pub(crate) ids: Vec<String>,
    pub(crate) query: Query,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Request {
    fn id(&self, place: usize) -> &str {
        self.ids.get(place).map_or("", String::as_str)
    }

    fn input<I: Input>(&self, context: &Context) -> Result<I, Problem> {
        I::read(&Body::read(&self.headers, &self.body)?, context.version)
    }

    /// The items of a body that has at most so many.
    fn inputs<I: Input>(&self, context: &Context, most: usize) -> Result<Vec<I>, Problem> {
        let bodies = Body::read_all(&self.headers, &self.body)?;
        if bodies.len() > most {
            let text = format!("There must not be more than {most} items.");
            return Err(Problem::bad_request("bulk_size_exceeded", text));
        }
        bodies.iter().map(|body| I::read(body, context.version)).collect()
    }
}

/// When an operation takes so long that others must not wait for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slowness {
    Never,
    Always,
    /// When the body has a password.
    Password,
    /// When the query looks for parts of texts.
    Search,
}

type Run = Box<dyn Fn(&Context, &Request) -> Outcome + Send + Sync>;

/// A handler, with its arguments taken from requests.
pub(crate) struct Endpoint {
    run: Run,
    members: fn() -> Vec<Declared>,
    slowness: Slowness,
}

impl Endpoint {
    fn new(run: impl Fn(&Context, &Request) -> Outcome + Send + Sync + 'static) -> Self {
        Self { run: Box::new(run), members: Vec::new, slowness: Slowness::Never }
    }

    pub(super) fn slow(self, slowness: Slowness) -> Self {
        Self { slowness, ..self }
    }

    pub(crate) fn run(&self, context: &Context, request: &Request) -> Outcome {
        (self.run)(context, request)
    }

    pub(super) fn members(&self) -> Vec<Declared> {
        (self.members)()
    }

    /// Whether this request belongs on a thread of its own.
    pub(crate) fn is_slow(&self, request: &Request) -> bool {
        match self.slowness {
            Slowness::Never => false,
            Slowness::Always => true,
            Slowness::Password => memchr::memmem::find(&request.body, b"\"password").is_some(),
            Slowness::Search => request.query.names().any(|name| name.ends_with("query")),
        }
    }
}

pub(super) fn id(handler: fn(&Context, &str) -> Outcome) -> Endpoint {
    Endpoint::new(move |context, request| handler(context, request.id(0)))
}

pub(super) fn ids(handler: fn(&Context, &str, &str) -> Outcome) -> Endpoint {
    Endpoint::new(move |context, request| handler(context, request.id(0), request.id(1)))
}

pub(super) fn query(handler: fn(&Context, &Query) -> Outcome) -> Endpoint {
    Endpoint::new(move |context, request| handler(context, &request.query))
}

pub(super) fn id_and_query(handler: fn(&Context, &str, &Query) -> Outcome) -> Endpoint {
    Endpoint::new(move |context, request| handler(context, request.id(0), &request.query))
}

pub(super) fn two_ids_and_query(handler: fn(&Context, &str, &str, &Query) -> Outcome) -> Endpoint {
    Endpoint::new(move |context, request| handler(context, request.id(0), request.id(1), &request.query))
}

pub(super) fn body<I: Input + 'static>(handler: fn(&Context, I) -> Outcome) -> Endpoint {
    let run = move |context: &Context, request: &Request| handler(context, request.input(context)?);
    Endpoint { members: I::members, ..Endpoint::new(run) }
}

pub(super) fn id_and_body<I: Input + 'static>(handler: fn(&Context, &str, I) -> Outcome) -> Endpoint {
    let run = move |context: &Context, request: &Request| handler(context, request.id(0), request.input(context)?);
    Endpoint { members: I::members, ..Endpoint::new(run) }
}

pub(super) fn ids_and_body<I: Input + 'static>(handler: fn(&Context, &str, &str, I) -> Outcome) -> Endpoint {
    let run = move |context: &Context, request: &Request| {
        handler(context, request.id(0), request.id(1), request.input(context)?)
    };
    Endpoint { members: I::members, ..Endpoint::new(run) }
}

pub(super) fn bodies<I: Input + 'static>(most: usize, handler: fn(&Context, Vec<I>) -> Outcome) -> Endpoint {
    Endpoint::new(move |context, request| handler(context, request.inputs(context, most)?))
}

pub(super) fn id_and_bodies<I: Input + 'static>(
    most: usize,
    handler: fn(&Context, &str, Vec<I>) -> Outcome,
) -> Endpoint {
    Endpoint::new(move |context, request| handler(context, request.id(0), request.inputs(context, most)?))
}

/// Takes the file of a form, which the connection has read from it already.
pub(super) fn image(handler: fn(&Context, &str, &Bytes) -> Outcome) -> Endpoint {
    Endpoint::new(move |context, request| handler(context, request.id(0), &super::images::file(request)?))
}
