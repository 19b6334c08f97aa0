//! What a declaration says. Data only: `read` makes it, `check` judges it, `expand` writes it.

use proc_macro2::{Group, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, Generics, Ident, LitStr, Path, Signature, Token, Type, TypeParamBound, Visibility};

use crate::diag::{Diag, Place, Reported, Site};

mod role;
mod template;
mod text;
mod ty;
mod verb;

pub(crate) use self::role::{Kind, Role};
pub(crate) use self::template::{Segment, Template};
pub(crate) use self::text::{flatten, last_name, text};
pub(crate) use self::ty::{
    Shape, associated, borrows, is_dyn_serialize, is_option, is_scalar, is_value, lifetimes_of, mentions, named, plain,
};
pub(crate) use self::verb::Verb;

/// The options of `#[clerk_api(…)]`.
pub(crate) struct Options {
    /// In front of every path of the trait.
    pub(crate) prefix: Result<Option<Prefix>, Reported>,
    /// Where `clerk_client` is found.
    pub(crate) krate: Result<Option<Path>, Reported>,
}

pub(crate) struct Prefix {
    pub(crate) literal: LitStr,
    pub(crate) template: Template,
}

/// A `#[clerk_api]` trait.
pub(crate) struct Api {
    pub(crate) header: Header,
    pub(crate) endpoints: Vec<Endpoint>,
    /// The trait has nothing in its braces, not even something that could not be read.
    pub(crate) is_empty: bool,
    /// After some syntax errors, the compiler takes what follows the trait for a part of it.
    pub(crate) rest: TokenStream,
}

/// The trait up to its brace, and its inner attributes.
pub(crate) struct Header {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    /// `unsafe`, `auto`, `const`.
    pub(crate) modifiers: Vec<Ident>,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) supertraits: Punctuated<TypeParamBound, Token![+]>,
    pub(crate) inner_attrs: Vec<Attribute>,
}

/// One method of the trait.
pub(crate) struct Endpoint {
    /// The number of the method among the trait's items.
    pub(crate) item: usize,
    /// Without those that are ours.
    pub(crate) attrs: Vec<Attribute>,
    /// For the compiler to refuse.
    pub(crate) vis: Visibility,
    /// `default`, `gen`, …: what no trait method has.
    pub(crate) modifiers: Vec<Ident>,
    /// As it is written, without the roles.
    pub(crate) source: Signature,
    /// What can stand in a trait that is used as `dyn`; the same, if nothing is wrong.
    pub(crate) sig: Signature,
    /// A body that should not be there.
    pub(crate) body: Option<Group>,
    /// The `;`. What is generated in its place is shown there.
    pub(crate) end: Span,
    pub(crate) route: Result<Route, NoRoute>,
    pub(crate) params: Vec<Param>,
    /// `T` of `Call<T>`; as an error, what was most likely meant.
    pub(crate) response: Result<Type, Type>,
}

/// Why a method has no verb and path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoRoute {
    /// It has no verb: that is its one error.
    NoVerb,
    /// It has one that cannot be read.
    Unreadable,
}

impl Endpoint {
    pub(crate) fn site<'d>(&'d self, diag: &'d Diag) -> Site<'d> {
        diag.item(self.item).about("method", &self.source.ident)
    }

    pub(crate) fn has_verb(&self) -> bool {
        !matches!(self.route, Err(NoRoute::NoVerb))
    }

    /// The parameters of `paginate` that no `#[query("…")]` argument is: a `#[query]` struct must have them.
    pub(crate) fn not_sent_alone(&self, paginate: &Paginate) -> Vec<String> {
        let queries = self.params.iter().filter(|param| param.kind() == Some(Kind::Query));
        let keys: Vec<String> = queries.filter_map(Param::member).map(LitStr::value).collect();
        paginate.names().into_iter().filter(|name| !keys.iter().any(|key| key == name)).collect()
    }

    /// Verb and path, where both could be read.
    pub(crate) fn described(&self) -> Option<(&Route, &Template)> {
        let route = self.route.as_ref().ok()?;
        Some((route, route.template.as_ref().ok()?))
    }
}

/// A verb attribute: `#[get("/users", …)]`.
pub(crate) struct Route {
    pub(crate) verb: Verb,
    pub(crate) literal: LitStr,
    /// The prefix included.
    pub(crate) template: Result<Template, Reported>,
    pub(crate) options: VerbOptions,
    pub(crate) place: Place,
}

impl Route {
    /// As it is declared, or as RFC 9110 says of the verb.
    pub(crate) fn idempotency(&self) -> Idempotency {
        match &self.options.idempotent {
            Some(declared) => declared.value.clone(),
            None if self.verb.is_idempotent() => Idempotency::Always,
            None => Idempotency::Never,
        }
    }
}

/// What stands behind the path.
#[derive(Default)]
pub(crate) struct VerbOptions {
    pub(crate) idempotent: Option<Located<Idempotency>>,
    pub(crate) paginate: Option<Located<Paginate>>,
}

/// A value with the tokens that said it, for errors.
#[derive(Clone)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) tokens: TokenStream,
}

/// Whether sending a call twice does no more than sending it once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Idempotency {
    Always,
    Never,
    /// Unless the JSON body has one of these members.
    Unless(Vec<String>),
}

/// How the pages of a list are asked for: the names of the query parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paginate {
    pub(crate) limit: String,
    pub(crate) max: Option<u32>,
    pub(crate) start: PageStart,
    /// What follows the path of the list in that of its count.
    pub(crate) count: Option<String>,
}

/// What a page begins behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PageStart {
    Offset(String),
    Cursor { after: String, timeline: Option<Timeline> },
}

/// The time that a list is ordered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Timeline {
    pub(crate) member: String,
    pub(crate) descends: bool,
}

impl Timeline {
    /// The parameters, named as Clerk names them: the order, the bounds, and the offset.
    pub(crate) fn parameters(&self) -> [String; 4] {
        let member = &self.member;
        ["order_by".to_owned(), format!("{member}_after"), format!("{member}_before"), "offset".to_owned()]
    }
}

impl Paginate {
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = vec![self.limit.clone()];
        match &self.start {
            PageStart::Offset(offset) => names.push(offset.clone()),
            PageStart::Cursor { after, timeline } => {
                names.push(after.clone());
                names.extend(timeline.iter().flat_map(Timeline::parameters));
            }
        }
        names
    }
}

/// One argument of a method.
pub(crate) struct Param {
    /// `None` when it is a pattern.
    pub(crate) ident: Option<Ident>,
    /// Without `r#`; a pattern as it is written.
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) role: Role,
    pub(crate) place: Place,
}

impl Param {
    pub(crate) fn kind(&self) -> Option<Kind> {
        match &self.role {
            Role::Marked { kind, .. } => Some(*kind),
            _ => None,
        }
    }

    pub(crate) fn member(&self) -> Option<&LitStr> {
        match &self.role {
            Role::Marked { member, .. } => member.as_ref(),
            _ => None,
        }
    }
}

/// As it is written, its role included.
impl ToTokens for Param {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Param { ident, ty, .. } = self;
        let pattern = if ident.is_none() { self.name.parse().unwrap_or_default() } else { TokenStream::new() };
        let attr = match &self.role {
            Role::Marked { attr, .. } => Some(attr),
            _ => None,
        };
        tokens.extend(quote!(#attr #ident #pattern: #ty));
    }
}
