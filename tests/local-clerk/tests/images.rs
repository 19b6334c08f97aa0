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
