//! APIs can build on each other, are used as `dyn`, and are implemented by hand in part.
#![deny(warnings)]

use std::fmt::Debug;

use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait First: Debug + Send + 'static {
    #[get("/first")]
    fn first(&self) -> Call<u8>;
}

#[clerk_api]
pub trait Second: First + std::marker::Sync {
    #[get("/second")]
    fn second(&self) -> Call<u8>;

    #[get("/third")]
    fn third(&self) -> Call<u8>;
}

#[derive(Debug)]
struct Fake;

impl First for Fake {}

impl Second for Fake {
    fn second(&self) -> Call<u8> {
        Call::ready(Ok(2))
    }
}

fn both(api: &dyn Second) -> (Call<u8>, Call<u8>) {
    (api.first(), api.second())
}

fn as_second(client: &Client) -> &dyn Second {
    client
}

fn is_send<T: Send + 'static>(_: T) {}

/// A lifetime says nothing about `Send` and `Sync`.
#[clerk_api]
trait OnlyStatic: 'static {
    #[get("/only_static")]
    fn only_static(&self) -> Call<u8>;
}

impl OnlyStatic for Fake {}

pub(super) fn main() {
    is_send(both(&Fake).1);
    let _ = as_second;
    let shared: std::sync::Arc<dyn Second> = std::sync::Arc::new(Fake);
    is_send(shared);
    let shared: std::sync::Arc<dyn OnlyStatic> = std::sync::Arc::new(Fake);
    is_send(shared);
}
