//! Clerk's JSON, written member by member, in the shape of the version asked for.

use serde::Serialize;

use crate::ApiVersion;
use crate::store::{Resource, Store};

/// What a response depends on besides the thing it shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub(crate) store: &'a Store,
    pub(crate) version: ApiVersion,
    pub(crate) now: i64,
    /// Where the caller reaches the emulator, such as `http://127.0.0.1:4010`.
    pub(crate) origin: &'a str,
    pub(crate) lockout_attempts: i64,
}

impl View<'_> {
    pub(crate) fn image_url(&self, image_id: Option<&str>) -> String {
        format!("{}/images/{}", self.origin, image_id.unwrap_or("default"))
    }

    /// Where somebody who is invited goes.
    pub(crate) fn ticket(&self, invitation: &str) -> String {
        format!("{}/v1/tickets/accept?ticket={invitation}", self.origin)
    }
}

/// Something that responses show as a JSON object.
pub(crate) trait Show {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>);
}

/// The body of a successful response.
#[derive(Debug, PartialEq)]
pub(crate) struct Shown(pub(crate) Vec<u8>);

impl Shown {
    pub(crate) fn one(view: &View<'_>, item: &impl Show) -> Self {
        Self::object(view.version, |out| item.show(view, out))
    }

    pub(crate) fn object(version: ApiVersion, write: impl FnOnce(&mut Object<'_>)) -> Self {
        let mut buffer = Vec::with_capacity(2048);
        Object::write(&mut buffer, version, write);
        Self(buffer)
    }

    /// A bare array.
    pub(crate) fn list(view: &View<'_>, items: impl IntoIterator<Item = impl Show>) -> Self {
        let mut buffer = Vec::with_capacity(4096);
        write_list(&mut buffer, view.version, items, |item, out| item.show(view, out));
        Self(buffer)
    }

    /// A page with the number of all items.
    pub(crate) fn page(view: &View<'_>, items: impl IntoIterator<Item = impl Show>, total: usize) -> Self {
        Self::object(view.version, |out| {
            out.list("data", items, |item, out| item.show(view, out)).put("total_count", total);
        })
    }

    /// What is left of a deleted thing.
    pub(crate) fn deleted(version: ApiVersion, object: &str, id: &str, external_id: Option<&str>) -> Self {
        Self::object(version, |out| {
            out.put("object", object).put("id", id).put("deleted", true);
            out.some("external_id", external_id.filter(|_| version >= ApiVersion::V2025_03_12));
        })
    }
}

/// A JSON object that is being written.
#[derive(Debug)]
pub(crate) struct Object<'a> {
    buffer: &'a mut Vec<u8>,
    version: ApiVersion,
    is_empty: bool,
}

impl Object<'_> {
    fn write(buffer: &mut Vec<u8>, version: ApiVersion, write: impl FnOnce(&mut Object<'_>)) {
        buffer.push(b'{');
        write(&mut Object { buffer, version, is_empty: true });
        buffer.push(b'}');
    }

    fn name(&mut self, name: &str) {
        if !self.is_empty {
            self.buffer.push(b',');
        }
        self.is_empty = false;
        put(self.buffer, name);
        self.buffer.push(b':');
    }

    pub(crate) fn put(&mut self, name: &str, value: impl Serialize) -> &mut Self {
        self.name(name);
        put(self.buffer, value);
        self
    }

    /// A member that is left out where there is none.
    pub(crate) fn some(&mut self, name: &str, value: Option<impl Serialize>) -> &mut Self {
        if let Some(value) = value { self.put(name, value) } else { self }
    }

    /// A member that came with a version.
    pub(crate) fn since(&mut self, version: ApiVersion, name: &str, value: impl Serialize) -> &mut Self {
        if self.is_since(version) { self.put(name, value) } else { self }
    }

    pub(crate) fn is_since(&self, version: ApiVersion) -> bool {
        self.version >= version
    }

    /// A nested object.
    pub(crate) fn object(&mut self, name: &str, write: impl FnOnce(&mut Object<'_>)) -> &mut Self {
        self.name(name);
        Object::write(self.buffer, self.version, write);
        self
    }

    /// A nested object, or null.
    pub(crate) fn show(&mut self, name: &str, view: &View<'_>, item: Option<impl Show>) -> &mut Self {
        match item {
            Some(item) => self.object(name, |out| item.show(view, out)),
            None => self.put(name, ()),
        }
    }

    /// An array of objects.
    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        write: impl FnMut(T, &mut Object<'_>),
    ) -> &mut Self {
        self.name(name);
        write_list(self.buffer, self.version, items, write);
        self
    }
}

fn write_list<T>(
    buffer: &mut Vec<u8>,
    version: ApiVersion,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(T, &mut Object<'_>),
) {
    buffer.push(b'[');
    for (number, item) in items.into_iter().enumerate() {
        if number > 0 {
            buffer.push(b',');
        }
        Object::write(buffer, version, |out| write(item, out));
    }
    buffer.push(b']');
}

/// What is shown are texts, numbers, flags and metadata, none of which can fail to be JSON.
fn put(buffer: &mut Vec<u8>, value: impl Serialize) {
    let length = buffer.len();
    if serde_json::to_writer(&mut *buffer, &value).is_err() {
        buffer.truncate(length);
        buffer.extend_from_slice(b"null");
    }
}

/// Shows rows through the `Arc` that holds them.
impl<R: Resource + Show> Show for std::sync::Arc<R> {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        self.as_ref().show(view, out);
    }
}

impl<T: Show> Show for &T {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        (*self).show(view, out);
    }
}
