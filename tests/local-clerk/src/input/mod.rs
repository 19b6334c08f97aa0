//! What operations take: declared types that read and check themselves.

mod body;
mod declare;
pub(crate) mod metadata;
mod query;
pub(crate) mod text;

pub(crate) use body::Body;
pub(crate) use declare::{Declared, Field, Input, Reader, Required, Value, Write, Writes, input};
pub(crate) use query::{Page, Query, invalid, one_of};
