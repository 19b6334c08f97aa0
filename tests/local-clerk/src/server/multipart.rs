//! Forms with files.

use std::convert::Infallible;

use bytes::Bytes;
use futures_util::{FutureExt, stream};

/// The bytes of the first part of a name. The whole body is there, so that nothing has to be waited for.
pub(crate) fn part(body: &Bytes, boundary: &str, name: &str) -> multer::Result<Option<Bytes>> {
    let body = stream::iter([Ok::<_, Infallible>(body.clone())]);
    let mut form = multer::Multipart::new(body, boundary);
    let found = async {
        while let Some(part) = form.next_field().await? {
            if part.name() == Some(name) {
                return part.bytes().await.map(Some);
            }
        }
        Ok(None)
    };
    found.now_or_never().unwrap_or(Err(multer::Error::IncompleteStream))
}
