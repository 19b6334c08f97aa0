//! [`ProfileImage`]: the picture that `update_profile_image` uploads.

use std::path::Path;

use bytes::Bytes;

use crate::request::multipart::{Form, Part};

/// The image to upload with [`UsersApi::update_profile_image`](crate::UsersApi::update_profile_image).
///
/// Clerk accepts JPEG, PNG, GIF and WebP of at most 10 MB.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::ProfileImage;
///
/// let in_memory = ProfileImage::new("ada.png", vec![0x89, b'P', b'N', b'G']);
/// let from_disk = ProfileImage::read("pictures/ada.png")?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct ProfileImage {
    part: Part,
}

impl ProfileImage {
    /// Creates an image from bytes. The content type is that of the name's extension.
    pub fn new(file_name: impl Into<String>, data: impl Into<Bytes>) -> Self {
        Self { part: Part::file(file_name, data) }
    }

    /// Reads an image from disk. This blocks, as [`std::fs::read`] does.
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    pub fn read(path: impl AsRef<Path>) -> std::io::Result<Self> {
        Ok(Self { part: Part::read(path)? })
    }

    /// Sets the content type, where the file name does not tell it.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.part = self.part.content_type(content_type);
        self
    }
}

impl From<ProfileImage> for Form {
    fn from(image: ProfileImage) -> Self {
        Self::new().part("file", image.part)
    }
}
