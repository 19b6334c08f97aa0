//! What is wrong with a declaration: errors in source order, each with a help, and "did you mean".
//!
//! Readers return a [`Problem`] and know no list. Whoever drives them reports it at a [`Site`], which adds what the problem is about.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Error, Ident};

mod similar;
mod words;

pub(crate) use self::similar::similar;
pub(crate) use self::words::Words;

/// Where in an item a problem sits. Rules run in the order that suits them; this puts their errors into source order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// The attribute with this index.
    Attribute(usize),
    /// `pub`, `async`, `const`, …
    Modifier,
    Name,
    Generics,
    Receiver,
    /// The argument with this index.
    Argument(usize),
    Return,
    Where,
    Body,
}

/// An error that nobody has reported yet.
#[derive(Debug)]
pub(crate) struct Problem {
    tokens: TokenStream,
    message: String,
    /// The message is a predicate, such as "cannot be `async`": its subject is the item.
    is_predicate: bool,
    help: String,
}

impl Problem {
    /// An error that underlines `tokens`. `help` is what to write instead.
    pub(crate) fn new(tokens: impl ToTokens, message: impl Display, help: impl Display) -> Self {
        let (message, help) = (message.to_string(), help.to_string());
        Problem { tokens: tokens.into_token_stream(), message, is_predicate: false, help }
    }

    /// As [`new`](Self::new), for a message that goes on after "method `find`": "cannot be `async`".
    pub(crate) fn predicate(tokens: impl ToTokens, message: impl Display, help: impl Display) -> Self {
        Problem { is_predicate: true, ..Self::new(tokens, message, help) }
    }

    /// The same, underlining something larger: what the help replaces.
    pub(crate) fn on(self, tokens: impl ToTokens) -> Self {
        Problem { tokens: tokens.into_token_stream(), ..self }
    }

    #[cfg(test)]
    pub(crate) fn help(&self) -> &str {
        &self.help
    }
}

/// In the place of what could not be read: its error has been reported, so nothing more is said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reported;

/// The errors of one expansion.
#[derive(Default)]
pub(crate) struct Diag {
    problems: RefCell<Vec<(usize, Place, Error)>>,
    left_to_compiler: RefCell<Vec<usize>>,
}

impl Diag {
    /// The site of what stands before the items: the attribute's own arguments, and the head of the trait or struct.
    pub(crate) fn head(&self) -> Site<'_> {
        Site { diag: self, item: 0, place: Place::Name, subject: None }
    }

    /// The site of the item with this number; the first one, in source order, is 1.
    pub(crate) fn item(&self, number: usize) -> Site<'_> {
        Site { item: number, ..self.head() }
    }

    /// One `compile_error!` a problem, in source order.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|(item, place, _)| (*item, *place));
        problems.iter().map(|(_, _, error)| error.to_compile_error()).collect()
    }
}

/// Where errors are reported: an item, and a place in it.
#[derive(Clone, Copy)]
pub(crate) struct Site<'d> {
    diag: &'d Diag,
    item: usize,
    place: Place,
    subject: Option<(&'static str, &'d Ident)>,
}

impl<'d> Site<'d> {
    /// What the errors of the item begin with: "method `find`: …".
    pub(crate) fn about(self, kind: &'static str, name: &'d Ident) -> Self {
        Site { subject: Some((kind, name)), ..self }
    }

    pub(crate) fn at(self, place: Place) -> Self {
        Site { place, ..self }
    }

    pub(crate) fn report(self, problem: Problem) -> Reported {
        let Problem { tokens, message, is_predicate, help } = problem;
        let message = match self.subject {
            Some((kind, name)) if is_predicate => format!("{kind} `{name}` {message}"),
            Some((kind, name)) => format!("{kind} `{name}`: {message}"),
            None => message,
        };
        let error = Error::new_spanned(tokens, format!("{message}\n= help: {help}"));
        self.diag.problems.borrow_mut().push((self.item, self.place, error));
        Reported
    }

    /// Reports [`Problem::new`].
    pub(crate) fn error(self, tokens: impl ToTokens, message: impl Display, help: impl Display) -> Reported {
        self.report(Problem::new(tokens, message, help))
    }

    /// Something is wrong that the compiler words well: nothing is reported, and the item counts as broken.
    pub(crate) fn leave_to_compiler(self) -> Reported {
        self.diag.left_to_compiler.borrow_mut().push(self.item);
        Reported
    }

    /// Whether nothing is wrong with the item so far.
    pub(crate) fn is_sound(self) -> bool {
        let left = self.diag.left_to_compiler.borrow();
        !left.contains(&self.item) && self.is_sound_at(|_| true)
    }

    /// Whether no error was reported at these places of the item.
    pub(crate) fn is_sound_at(self, places: impl Fn(Place) -> bool) -> bool {
        let problems = self.diag.problems.borrow();
        !problems.iter().any(|(item, place, _)| *item == self.item && places(*place))
    }
}
