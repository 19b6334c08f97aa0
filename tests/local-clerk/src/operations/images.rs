use bytes::Bytes;
use http::{StatusCode, header};

use super::endpoint::Request;
use super::image_format::content_type;
use super::prelude::*;

const MAX_IMAGE: usize = 10 * 1024 * 1024;
/// What users without an image have.
pub(crate) const DEFAULT_IMAGE: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#6c47ff"/></svg>"##;

/// The old image is gone. Nothing is locked while the new one is looked at.
pub(super) fn set(context: &Context, id: &str, bytes: &Bytes) -> Outcome {
    if bytes.len() > MAX_IMAGE {
        let text = "The image must not be larger than 10 MB.";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "image_too_large", "Image too large", text));
    }
    let content_type = content_type(bytes).ok_or_else(|| Problem::bad_body("The image type is not supported."))?;
    context.write(|call| {
        let user = call.get::<User>(id)?.clone();
        if let Some(old) = &user.image_id {
            call.delete::<Image>(old)?;
        }
        let content_type = content_type.into();
        let row = Image { user: user.id.clone(), content_type, bytes: bytes.clone(), ..Image::blank(call) };
        let image = call.insert(row)?;
        call.set::<User>(id, |user| user.image_id = Some(image))?;
        call.show::<User>(id)
    })
}

/// Deleting an image that is not there is 404.
pub(super) fn remove(call: &mut Call<'_>, id: &str) -> Outcome {
    let image = call.get::<User>(id)?.image_id.clone().ok_or_else(|| Image::not_found(""))?;
    call.set::<User>(id, |user| user.image_id = None)?;
    call.delete::<Image>(&image)?;
    call.show::<User>(id)
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
