//! What a derive stands on, as data.

use proc_macro2::Ident;
use syn::{Path, Type, Visibility};

use super::options::{FieldOptions, Host};
use super::shape::Shape;
use super::vocabulary::Derive;
use crate::diag::{Diag, Reported, Site};

/// A struct with named fields.
pub(crate) struct Model {
    pub(crate) derive: Derive,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) root: Path,
    /// The queries that this one is flattened into.
    pub(crate) hosts: Vec<Host>,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// Its name in JSON or in a query.
    pub(crate) wire: String,
    pub(crate) shape: Shape,
    pub(crate) options: FieldOptions,
    /// Counts from 1; what its errors are sorted by.
    pub(crate) number: usize,
    /// Its error has been reported: it is neither read nor sent.
    pub(crate) is_broken: bool,
}

impl Field {
    pub(crate) fn site<'d>(&'d self, diag: &'d Diag) -> Site<'d> {
        diag.item(self.number).about("field", &self.ident)
    }
}

/// An enum over text.
pub(crate) struct OpenEnum {
    pub(crate) name: Ident,
    pub(crate) root: Path,
    pub(crate) variants: Vec<Variant>,
    /// The variant that keeps any other text; its absence has been reported.
    pub(crate) other: Result<Ident, Reported>,
    /// There may be variants beside those, whose errors have been reported.
    pub(crate) is_sound: bool,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) text: String,
    pub(crate) number: usize,
    /// Another variant has the text already, which has been reported.
    pub(crate) is_repeated: bool,
}
