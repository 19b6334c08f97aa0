//! One argument: its name, its type, its role.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Attribute, Meta, Pat, PatType, Type};

use super::role;
use crate::diag::{Place, Problem};
use crate::model::{Kind, Param, Role, Template, last_name, text};

/// Takes the role out of an argument's attributes. What is left may stand in the generated code.
pub(crate) fn read(index: usize, typed: &mut PatType, template: Option<&Template>) -> (Param, Vec<Problem>) {
    let ident = match &*typed.pat {
        Pat::Ident(pat) => Some(pat.ident.clone()),
        _ => None,
    };
    let name = ident.as_ref().map_or_else(|| text(&typed.pat), |ident| ident.unraw().to_string());
    let attrs = std::mem::take(&mut typed.attrs);
    let placeholders: Option<Vec<&str>> = template.map(|template| template.placeholders().collect());
    let mut reading = Reading {
        argument: ident.as_ref().map_or_else(|| name.clone(), ToString::to_string),
        ty: Some(&typed.ty),
        placeholders,
        ..Reading::default()
    };
    let kept = attrs.into_iter().filter_map(|attr| reading.keep(attr)).collect();
    let role = match reading.found {
        _ if reading.is_broken => Role::Broken,
        Some((kind, member, attr)) => Role::Marked { kind, member, attr: Box::new(attr) },
        None if template.is_some_and(|template| template.has(&name)) => Role::Path,
        None => Role::Unmarked,
    };
    let param = Param { ident, name, ty: (*typed.ty).clone(), role, place: Place::Argument(index) };
    let problems = reading.problems;
    typed.attrs = kept;
    (param, problems)
}

#[derive(Default)]
struct Reading<'a> {
    argument: String,
    ty: Option<&'a Type>,
    placeholders: Option<Vec<&'a str>>,
    found: Option<(Kind, Option<syn::LitStr>, Attribute)>,
    is_broken: bool,
    has_docs: bool,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    /// Reads what is ours and hands back what is not.
    fn keep(&mut self, attr: Attribute) -> Option<Attribute> {
        let argument = &self.argument;
        let name = last_name(&attr);
        let problem = match name.as_str() {
            _ if is_lint(&attr) => return Some(attr),
            "doc" if std::mem::replace(&mut self.has_docs, true) => return None,
            "doc" => {
                let message = format!("argument `{argument}` cannot have a doc comment");
                Problem::new(&attr, message, "describe it in the docs of the method")
            }
            "cfg" | "cfg_attr" => {
                self.is_broken = true;
                let message = format!("argument `{argument}` cannot depend on `#[{name}]`");
                Problem::new(&attr, message, "put `#[cfg(…)]` on the method, and declare a second one")
            }
            name => match Kind::named(name) {
                Some(kind) => return self.role(kind, attr),
                None => {
                    self.is_broken = true;
                    let ty = self.ty.map(text).unwrap_or_default();
                    role::unknown(&attr, &ty, argument, self.placeholders.as_deref())
                }
            },
        };
        self.problems.push(problem);
        None
    }

    fn role(&mut self, kind: Kind, attr: Attribute) -> Option<Attribute> {
        if let Some((first, _, _)) = &self.found {
            self.problems.push(role::second(*first, kind, &attr, &self.argument));
            return None;
        }
        match role::read(kind, &attr, self.argument.trim_start_matches("r#")) {
            Ok(member) => self.found = Some((kind, member, attr)),
            Err(problem) => {
                self.is_broken = true;
                self.problems.push(problem);
            }
        }
        None
    }
}

/// `#[allow(…)]`, `#[expect(…)]`, …, also inside `#[cfg_attr(…)]`.
fn is_lint(attr: &Attribute) -> bool {
    let is_lint = |name: &str| matches!(name, "allow" | "warn" | "deny" | "forbid" | "expect");
    match &attr.meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let mut parts = super::part::split(list.tokens.clone()).into_iter().skip(1).peekable();
            let first = |part: TokenStream| part.into_iter().next().map(|token: TokenTree| token.to_string());
            parts.peek().is_some() && parts.all(|part| first(part).is_some_and(|name| is_lint(&name)))
        }
        meta => is_lint(&meta.path().to_token_stream().to_string()),
    }
}
