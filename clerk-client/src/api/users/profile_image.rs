//! [`ProfileImage`]: the picture that `update_profile_image` uploads.

use std::path::Path;

use bytes::Bytes;

use crate::request::multipart::{Form, Part};

/// The picture for [`UsersApi::update_profile_image`](crate::UsersApi::update_profile_image).
///
/// Clerk takes JPEG, PNG, GIF and WebP of at most 10 MB.
///
/// ```no_run
/// use clerk_client::ProfileImage;
///
/// let from_memory = ProfileImage::new("ada.png", vec![0x89, b'P', b'N', b'G']);
/// let from_disk = ProfileImage::read("pictures/ada.png")?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct ProfileImage {
    part: Part,
}

impl ProfileImage {
    /// An image in memory; the content type is taken from the extension of `file_name`.
    pub fn new(file_name: impl Into<String>, data: impl Into<Bytes>) -> Self {
        Self { part: Part::new(data).file_name(file_name) }
    }

    /// Reads an image from a file. This blocks, as [`std::fs::read`] does.
    ///
    /// # Errors
    /// What reading the file gives.
    pub fn read(path: impl AsRef<Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self::new(file_name, std::fs::read(path)?))
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
