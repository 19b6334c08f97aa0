//! [`IntoField`]: what setters take.

use crate::types::Patch;

/// What the setter of a field takes: a value, an `Option` of one, or a [`Patch`].
///
/// A field of type `Option<T>` or `Patch<T>` is set with anything that turns into a `T`, and with an `Option` of it, so that a
/// value that may be missing needs no `if`. `None` leaves the field out of the request: it never clears what Clerk stores; for
/// that there is [`Patch::Clear`], or [`Patch::set_or_clear`] for an `Option`.
///
/// The second parameter tells the cases apart; it is inferred.
///
/// # Examples
///
/// ```
/// use clerk_client::{Patch, UpdateUserRequest};
///
/// fn named(first: Option<&str>, nickname: Option<String>) -> UpdateUserRequest {
///     UpdateUserRequest::new()
///         .first_name(first)
///         .username(Patch::set_or_clear(nickname))
///         .last_name("Lovelace")
/// }
///
/// let json = serde_json::to_string(&named(None, None))?;
/// assert_eq!(json, r#"{"last_name":"Lovelace","username":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot set a field of type `{F}`",
    label = "not a value of this field",
    note = "a setter takes what turns into the value (`From`), or an `Option` of it; a field of type `Patch` also takes a `Patch`"
)]
pub trait IntoField<F, Via> {
    /// The new value of the field.
    fn into_field(self) -> F;
}

/// [`IntoField`] for a value.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum ViaValue {}

/// [`IntoField`] for an `Option` of a value.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum ViaOption {}

/// [`IntoField`] for a [`Patch`].
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum ViaPatch {}

impl<T, V: Into<T>> IntoField<Option<T>, ViaValue> for V {
    fn into_field(self) -> Option<T> {
        Some(self.into())
    }
}

impl<T, V: Into<T>> IntoField<Option<T>, ViaOption> for Option<V> {
    fn into_field(self) -> Option<T> {
        self.map(Into::into)
    }
}

impl<T, V: Into<T>> IntoField<Patch<T>, ViaValue> for V {
    fn into_field(self) -> Patch<T> {
        Patch::Set(self.into())
    }
}

impl<T, V: Into<T>> IntoField<Patch<T>, ViaOption> for Option<V> {
    fn into_field(self) -> Patch<T> {
        Patch::set_or_keep(self.map(Into::into))
    }
}

impl<T> IntoField<Patch<T>, ViaPatch> for Patch<T> {
    fn into_field(self) -> Self {
        self
    }
}
