use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;

use super::attributes::METADATA;
use crate::app::{Call, Ids};
use crate::body::{Body, Field};
use crate::journal::What;
use crate::metadata::Metadata;
use crate::problem::Problem;
use crate::state::user::User;

/// Deep merge: null removes a key. A null in place of a whole value changes nothing.
pub(super) async fn merge(call: Call, ids: Ids, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let body = read(&headers, &bytes)?;
    call.change_and_show(ids.user_id(), |user, effects| {
        effects.push(What::MetadataChanged);
        for name in METADATA {
            if let Field::Set(patch) = body.object(name)? {
                let metadata = of(user, name);
                *metadata = metadata.merged(name, patch)?;
            }
        }
        Ok(())
    })
}

/// Each value that is given replaces the old one, null included.
pub(super) async fn replace(call: Call, ids: Ids, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let body = read(&headers, &bytes)?;
    call.change_and_show(ids.user_id(), |user, effects| {
        effects.push(What::MetadataChanged);
        for name in METADATA {
            match body.object(name)? {
                Field::Absent => {}
                Field::Null => *of(user, name) = Metadata::null(),
                Field::Set(value) => *of(user, name) = Metadata::new(name, value)?,
            }
        }
        Ok(())
    })
}

fn read(headers: &HeaderMap, bytes: &Bytes) -> Result<Body, Problem> {
    let body = Body::read(headers, bytes)?;
    body.only(&METADATA)?;
    Ok(body)
}

fn of<'a>(user: &'a mut User, name: &str) -> &'a mut Metadata {
    match name {
        "public_metadata" => &mut user.public_metadata,
        "private_metadata" => &mut user.private_metadata,
        _ => &mut user.unsafe_metadata,
    }
}
