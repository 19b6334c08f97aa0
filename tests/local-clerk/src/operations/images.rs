use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use imagesize::ImageType;

use crate::app::{App, Call, Ids};
use crate::journal::What;
use crate::problem::Problem;
use crate::state::Image;

const MAX_IMAGE: usize = 10 * 1024 * 1024;
const DEFAULT_IMAGE: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#6c47ff"/></svg>"##;

pub(super) async fn set(call: Call, ids: Ids, request: Request) -> Result<Response, Problem> {
    let id = ids.user_id();
    call.app.state.read().user(id)?;
    let bytes = file(request).await?;
    if bytes.len() > MAX_IMAGE {
        let text = "The image must not be larger than 10 MB.";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "image_too_large", "Image too large", text));
    }
    let content_type = content_type(&bytes).ok_or_else(|| Problem::bad_body("The image type is not supported."))?;
    let image_id = call.app.random.id("img");
    let mut state = call.app.state.write();
    let old = state.user(id)?.image_id.clone();
    call.change_in(&mut state, id, |user, effects| {
        user.image_id = Some(image_id.clone());
        effects.push(What::ProfileImageSet);
        Ok(())
    })?;
    old.and_then(|old| state.images.remove(&old));
    state.images.insert(image_id, Image { content_type, bytes });
    call.show(&state, state.user(id)?)
}

/// Deleting an image that is not there is 404.
pub(super) async fn remove(call: Call, ids: Ids) -> Result<Response, Problem> {
    let id = ids.user_id();
    let mut state = call.app.state.write();
    let old = state.user(id)?.image_id.clone();
    let old = old.ok_or_else(|| Problem::missing("image_not_found", "The user has no profile image."))?;
    call.change_in(&mut state, id, |user, effects| {
        user.image_id = None;
        effects.push(What::ProfileImageDeleted);
        Ok(())
    })?;
    state.images.remove(&old);
    call.show(&state, state.user(id)?)
}

async fn file(request: Request) -> Result<Bytes, Problem> {
    if !is_multipart(request.headers()) {
        return Err(Problem::content_type("multipart/form-data"));
    }
    let broken = "The request body is not valid multipart/form-data.";
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Problem::bad_body(broken))?;
    while let Some(part) = parts.next_field().await.map_err(|_| Problem::bad_body(broken))? {
        if part.name() == Some("file") {
            return part.bytes().await.map_err(|_| Problem::bad_body(broken));
        }
    }
    Err(Problem::bad_request("form_param_missing", "file must be included.").about("file"))
}

fn is_multipart(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.trim_start().to_ascii_lowercase().starts_with("multipart/form-data")
}

/// The type of an image whose header can be decoded: PNG, JPEG, GIF or WebP.
fn content_type(bytes: &[u8]) -> Option<&'static str> {
    imagesize::blob_size(bytes).ok()?;
    match imagesize::image_type(bytes).ok()? {
        ImageType::Png => Some("image/png"),
        ImageType::Jpeg => Some("image/jpeg"),
        ImageType::Gif => Some("image/gif"),
        ImageType::Webp => Some("image/webp"),
        _ => None,
    }
}

/// Where `image_url` points; open to everyone, like Clerk's image host.
pub(super) fn public(app: Arc<App>) -> Router {
    Router::new().route("/images/{image_id}", get(serve)).with_state(app)
}

async fn serve(State(app): State<Arc<App>>, Path(id): Path<String>) -> Response {
    if id == "default" {
        return ([(header::CONTENT_TYPE, "image/svg+xml")], DEFAULT_IMAGE).into_response();
    }
    match app.state.read().images.get(&id) {
        Some(image) => ([(header::CONTENT_TYPE, image.content_type)], image.bytes.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
