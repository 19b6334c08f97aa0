//! From a request to the arguments of a handler.

use bytes::Bytes;
use http::HeaderMap;

use crate::input::{Body, Declared, Input, Query};
use crate::instance::{Call, Context};
use crate::problem::Problem;
use crate::show::{Shown, View};

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
}

/// What a handler takes from a body: a declared input, or many of them.
pub(super) trait Payload: Sized + 'static {
    fn members() -> Vec<Declared>;
    fn read(request: &Request, context: &Context) -> Result<Self, Problem>;
}

impl<I: Input + 'static> Payload for I {
    fn members() -> Vec<Declared> {
        I::members()
    }

    fn read(request: &Request, context: &Context) -> Result<Self, Problem> {
        <I as Input>::read(&Body::read(&request.headers, &request.body)?, context.version)
    }
}

/// An array of inputs, not too many of them.
#[derive(Debug)]
pub(super) struct Bulk<I, const MOST: usize>(pub(super) Vec<I>);

impl<I: Input + 'static, const MOST: usize> Payload for Bulk<I, MOST> {
    fn members() -> Vec<Declared> {
        Vec::new()
    }

    fn read(request: &Request, context: &Context) -> Result<Self, Problem> {
        let bodies = Body::read_all(&request.headers, &request.body)?;
        if bodies.len() > MOST {
            let text = format!("There must not be more than {MOST} items.");
            return Err(Problem::bad_request("bulk_size_exceeded", text));
        }
        bodies.iter().map(|body| <I as Input>::read(body, context.version)).collect::<Result<_, _>>().map(Self)
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

/// What a handler is a function of, beside its arguments: the context, the state as it is, or a change that lasts if it succeeds.
pub(super) enum OnContext {}
pub(super) enum Reading {}
pub(super) enum Changing {}

/// Declares a word of the table: the handlers that it stands for, and where their arguments come from.
macro_rules! words {
    ($context:ident, $request:ident; $(
        $word:ident $(<$payload:ident>)?: $handler:ident($($argument:ident: $type:ty = $value:expr),*);
    )*) => {$(
        pub(super) trait $handler<Scope $(, $payload)?>: Send + Sync + 'static {
            fn call(&self, context: &Context $(, $argument: $type)*) -> Outcome;
        }

        impl<$($payload,)? F> $handler<OnContext $(, $payload)?> for F
        where
            F: Fn(&Context $(, $type)*) -> Outcome + Send + Sync + 'static,
        {
            fn call(&self, context: &Context $(, $argument: $type)*) -> Outcome {
                self(context $(, $argument)*)
            }
        }

        impl<$($payload,)? F> $handler<Reading $(, $payload)?> for F
        where
            F: Fn(&View<'_> $(, $type)*) -> Outcome + Send + Sync + 'static,
        {
            fn call(&self, context: &Context $(, $argument: $type)*) -> Outcome {
                context.read(|view| self(view $(, $argument)*))
            }
        }

        impl<$($payload,)? F> $handler<Changing $(, $payload)?> for F
        where
            F: Fn(&mut Call<'_> $(, $type)*) -> Outcome + Send + Sync + 'static,
        {
            fn call(&self, context: &Context $(, $argument: $type)*) -> Outcome {
                context.write(|call| self(call $(, $argument)*))
            }
        }

        pub(super) fn $word<Scope $(, $payload: Payload)?>(handler: impl $handler<Scope $(, $payload)?>) -> Endpoint {
            let run = move |$context: &Context, $request: &Request| handler.call($context $(, $value)*);
            Endpoint { $(members: $payload::members,)? ..Endpoint::new(run) }
        }
    )*};
}

words! { context, request;
    id: OfId(id: &str = request.id(0));
    ids: OfIds(id: &str = request.id(0), other: &str = request.id(1));
    query: OfQuery(query: &Query = &request.query);
    id_and_query: OfIdAndQuery(id: &str = request.id(0), query: &Query = &request.query);
    two_ids_and_query: OfIdsAndQuery(
        id: &str = request.id(0), other: &str = request.id(1), query: &Query = &request.query
    );
    body<P>: OfBody(body: P = P::read(request, context)?);
    id_and_body<P>: OfIdAndBody(id: &str = request.id(0), body: P = P::read(request, context)?);
    ids_and_body<P>: OfIdsAndBody(
        id: &str = request.id(0), other: &str = request.id(1), body: P = P::read(request, context)?
    );
    // The file of a form, which the connection has read already.
    image: OfImage(id: &str = request.id(0), file: &Bytes = &super::images::file(request)?);
}
