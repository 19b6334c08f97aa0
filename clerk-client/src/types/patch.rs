//! [`Patch`]: keep, clear or set.

/// What to do with a value that Clerk stores: leave it, remove it, or replace it.
///
/// In JSON that is: no member, null, the new value. Methods that take one also take the bare value.
///
/// ```
/// # use clerk_client::{Patch, UpdateUserRequest};
/// let request = UpdateUserRequest::new().first_name("Ada").username(Patch::Clear);
/// assert_eq!(serde_json::to_string(&request)?, r#"{"first_name":"Ada","username":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// Leave it as it is: nothing is sent.
    #[default]
    Keep,
    /// Remove it: null is sent.
    Clear,
    /// Replace it.
    Set(T),
}

impl<T> Patch<T> {
    /// Whether nothing is sent.
    #[must_use]
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// The new value, if there is one.
    #[must_use]
    pub const fn as_set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    /// The same with a reference to the new value.
    #[must_use]
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Keep => Patch::Keep,
            Self::Clear => Patch::Clear,
            Self::Set(value) => Patch::Set(value),
        }
    }

    /// Sets what is there and clears what is not.
    #[must_use]
    pub fn set_or_clear(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }

    /// Sets what is there and keeps the stored value otherwise.
    #[must_use]
    pub fn set_or_keep(value: Option<T>) -> Self {
        value.map_or(Self::Keep, Self::Set)
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

/// `None` keeps the stored value; [`set_or_clear`](Patch::set_or_clear) clears it.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        Self::set_or_keep(value)
    }
}
