use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;

use crate::support::{Clerk, PNG, Reply, UNKNOWN};

async fn upload(clerk: &Clerk, id: &str, bytes: Vec<u8>) -> Reply {
    let form = Form::new().part("file", Part::bytes(bytes).file_name("image").mime_str("image/png").unwrap());
    clerk.send(clerk.request(Method::POST, &format!("/users/{id}/profile_image")).multipart(form)).await
}

#[tokio::test]
async fn an_image_is_stored_served_and_deleted() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let user = upload(&clerk, &id, PNG.to_vec()).await.ok();
    assert_eq!(user["has_image"], true);
    let url = user["image_url"].as_str().unwrap();
    let image = clerk.http.get(url).send().await.unwrap();
    assert_eq!(image.headers()["content-type"], "image/png");
    assert_eq!(image.bytes().await.unwrap(), PNG);
    let gone = clerk.delete(&format!("/users/{id}/profile_image")).await.ok();
    assert_eq!(gone["has_image"], false);
    assert_eq!(clerk.http.get(url).send().await.unwrap().status(), 404);
    assert_eq!(clerk.http.get(gone["image_url"].as_str().unwrap()).send().await.unwrap().status(), 200);
    clerk.delete(&format!("/users/{id}/profile_image")).await.refused(404, "image_not_found");
}

#[tokio::test]
async fn bad_uploads_are_refused() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let path = format!("/users/{id}/profile_image");
    upload(&clerk, &id, b"no image".to_vec()).await.refused(400, "request_body_invalid");
    upload(&clerk, &id, Vec::new()).await.refused(400, "request_body_invalid");
    upload(&clerk, &id, [PNG, &vec![0; 10 * 1024 * 1024]].concat()).await.refused(413, "image_too_large");
    upload(&clerk, UNKNOWN, PNG.to_vec()).await.refused(404, "resource_not_found");
    let other = clerk.request(Method::POST, &path).multipart(Form::new().text("picture", "x"));
    clerk.send(other).await.refused_about(400, "form_param_missing", "file");
    clerk.act(&path).await.refused(415, "unsupported_content_type");
    let broken = clerk.request(Method::POST, &path).header("content-type", "multipart/form-data; boundary=x");
    clerk.send(broken.body("nothing like it")).await.refused(400, "request_body_invalid");
    let unbound = clerk.request(Method::POST, &path).header("content-type", "multipart/form-data");
    clerk.send(unbound.body("x")).await.refused(400, "request_body_invalid");
    assert_eq!(clerk.get(&format!("/users/{id}")).await.ok()["has_image"], false);
}

#[tokio::test]
async fn an_image_belongs_to_the_user_it_was_uploaded_for() {
    let clerk = Clerk::start().await;
    let (ada, grace) = (clerk.ada().await, clerk.user(json!({ "username": "grace" })).await);
    let user = upload(&clerk, &ada, PNG.to_vec()).await.ok();
    let image = user["image_url"].as_str().unwrap().rsplit('/').next().unwrap();
    let change = json!({ "profile_image_id": image });
    let refused = clerk.patch(&format!("/users/{grace}"), change.clone()).await;
    refused.refused_about(422, "form_resource_not_found", "profile_image_id");
    assert_eq!(clerk.patch(&format!("/users/{ada}"), change).await.ok()["image_url"], user["image_url"]);
    let gone = clerk.patch(&format!("/users/{ada}"), json!({ "profile_image_id": null })).await.ok();
    assert_eq!(gone["has_image"], false);
    assert_eq!(clerk.http.get(user["image_url"].as_str().unwrap()).send().await.unwrap().status(), 404);
}

/// The smallest whole images, and what is left of them without their end.
const IMAGES: [(&[u8], &str); 3] = [
    (b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;", "image/gif"),
    (
        b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00",
        "image/webp",
    ),
    (
        b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x7f\xff\xd9",
        "image/jpeg",
    ),
];

#[tokio::test]
async fn images_of_every_type_are_served_as_what_they_are() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    for (bytes, content_type) in IMAGES.into_iter().chain([(PNG, "image/png")]) {
        let user = upload(&clerk, &id, bytes.to_vec()).await.ok();
        let image = clerk.http.get(user["image_url"].as_str().unwrap()).send().await.unwrap();
        assert_eq!(image.headers()["content-type"], content_type);
    }
}

#[tokio::test]
async fn half_an_image_is_none() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    for (bytes, _) in IMAGES.into_iter().chain([(PNG, "image/png")]) {
        let half = bytes[..bytes.len() - 12.min(bytes.len() / 3)].to_vec();
        upload(&clerk, &id, half).await.refused(400, "request_body_invalid");
    }
    // A header alone.
    upload(&clerk, &id, PNG[..33].to_vec()).await.refused(400, "request_body_invalid");
}

/// A PNG of these chunks: each a name, contents, and what is added to its length and to its checksum.
fn png(chunks: &[(&[u8; 4], &[u8], u32, u32)]) -> Vec<u8> {
    let mut bytes = PNG[..8].to_vec();
    for (name, contents, longer, wrong) in chunks {
        let checked = [&name[..], contents].concat();
        bytes.extend((contents.len() as u32 + longer).to_be_bytes());
        bytes.extend(&checked);
        bytes.extend((crc32fast::hash(&checked) ^ wrong).to_be_bytes());
    }
    bytes
}

#[tokio::test]
async fn a_png_is_taken_when_a_decoder_would_take_it() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let (header, pixels) = (&PNG[16..29], &PNG[41..52]);
    let (ihdr, idat, iend) = ((b"IHDR", header, 0, 0), (b"IDAT", pixels, 0, 0), (b"IEND", &[][..], 0, 0));
    assert_eq!(png(&[ihdr, idat, iend]), PNG);
    for (chunks, is_taken) in [
        (vec![ihdr, (b"tEXt", b"by", 0, 0), idat, iend], true),
        (vec![ihdr, (b"IDAT", &pixels[..5], 0, 0), (b"IDAT", &pixels[5..], 0, 0), iend], true),
        (vec![ihdr, idat, iend, (b"more", b"behind the end", 9, 9)], true),
        (vec![ihdr, iend], false),
        (vec![idat, ihdr, iend], false),
        (vec![ihdr, idat], false),
        (vec![ihdr, (b"IDAT", pixels, 2, 0), iend], false),
        (vec![ihdr, (b"IDAT", pixels, u32::MAX - 11, 0), iend], false),
        (vec![ihdr, (b"IDAT", pixels, 0, 1), iend], false),
        (vec![(b"IHDR", header, 0, 1), idat, iend], false),
        (vec![ihdr, idat, (b"IEND", &[], 0, 1)], false),
    ] {
        let reply = upload(&clerk, &id, png(&chunks)).await;
        match is_taken {
            true => drop(reply.ok()),
            false => reply.refused(400, "request_body_invalid"),
        }
    }
}
