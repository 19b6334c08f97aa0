use bytes::Bytes;
use http::{StatusCode, header};

use super::endpoint::Request;
use super::image_format::content_type;
use super::prelude::*;

const MAX_IMAGE: usize = 10 * 1024 * 1024;
/// What users without an image have.
pub(crate) const DEFAULT_IMAGE: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#6c47ff"/></svg>"##;

/// The old image is gone.
pub(super) fn set(context: &Context, id: &str, bytes: &Bytes) -> Outcome {
    if bytes.len() > MAX_IMAGE {
        let text = "The image must not be larger than 10 MB.";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "image_too_large", "Image too large", text));
    }
    let content_type = content_type(bytes).ok_or_else(|| Problem::bad_body("The image type is not supported."))?;
    context.change_user(id, |transaction| {
        let user = transaction.get::<User>(id)?.clone();
        if let Some(old) = &user.image_id {
            transaction.delete::<Image>(old)?;
        }
        let content_type = content_type.into();
        let row = Image { user: user.id.clone(), content_type, bytes: bytes.clone(), ..Image::blank(transaction) };
        let image = transaction.insert(row)?;
        transaction.set::<User>(id, |user| user.image_id = Some(image))
    })
}

/// Deleting an image that is not there is 404.
pub(super) fn remove(context: &Context, id: &str) -> Outcome {
    context.change_user(id, |transaction| {
        let image = transaction.get::<User>(id)?.image_id.clone().ok_or_else(|| Image::not_found(""))?;
        transaction.set::<User>(id, |user| user.image_id = None)?;
        transaction.delete::<Image>(&image)
    })
}

/// The part of a form called `file`.
pub(super) fn file(request: &Request) -> Result<Bytes, Problem> {
    let kind = request.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data") {
        return Err(Problem::content_type("multipart/form-data"));
    }
    let broken = || Problem::bad_body("The request body is not valid multipart/form-data.");
    let boundary = multer::parse_boundary(kind).map_err(|_| broken())?;
    match crate::server::multipart::part(&request.body, &boundary, "file") {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(Problem::bad_request("form_param_missing", "file must be included.").about("file")),
        Err(_) => Err(broken()),
    }
}
