//! Fragments arrive in invisible groups.
#![deny(warnings)]
#![allow(unused_parens)]

use clerk_client::{Call, ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse, clerk_api};

macro_rules! api {
    ($(#[$meta:meta])* $vis:vis $name:ident, $method:ident, $path:literal, $key:literal, $arg:ident: $ty:ty, $reply:ty, $call:ty) => {
        $(#[$meta])*
        #[clerk_api]
        $vis trait $name {
            #[get($path)]
            fn $method(&self, $arg: $ty, #[query($key)] limit: Option<$ty>) -> Call<$reply>;

            #[post($path)]
            fn whole(&self, $arg: &$ty, #[body] body: &$ty) -> $call;
        }
    };
}

api!(pub FirstApi, one, "/a/<id>", "limit", id: u8, Vec<u8>, Call<u8>);
api!(
    /// Documented.
    #[allow(dead_code)]
    SecondApi, two, "/b/<id>", "limit", id: String, (), clerk_client::Call<()>
);

macro_rules! whole_trait {
    ($item:item) => {
        #[clerk_api]
        $item
    };
}

whole_trait! {
    pub trait ThirdApi {
        #[get("/c/<id>")]
        fn three(&self, id: &str) -> Call<()>;
    }
}

macro_rules! with_prefix {
    ($prefix:literal, $krate:path) => {
        #[clerk_api(prefix = $prefix, crate = $krate)]
        pub trait FourthApi {
            #[get("/d")]
            fn four(&self) -> Call<()>;
        }
    };
}

with_prefix!("/v1", ::clerk_client);

macro_rules! whole_methods {
    ($name:ident { $($(#[$meta:meta])* $method:ident($($(#[$role:meta])? $arg:ident: $ty:ty),*) -> $reply:ty;)* }) => {
        #[clerk_api]
        pub trait $name {
            $($(#[$meta])* fn $method(&self, $($(#[$role])? $arg: $ty),*) -> $reply;)*
        }
    };
}

whole_methods!(FifthApi {
    /// Documented.
    #[get("/e/<id>")]
    five(id: &str, #[query("q")] q: Option<&str>) -> Call<u8>;
    #[post("/e")]
    #[doc = "/starts with a slash"]
    #[cfg_attr(all(), doc = "/so does this")]
    six(#[body] body: &u8, #[query] pairs: &[(String, String)]) -> Call<()>;
});

macro_rules! any_verb {
    ($verb:ident, $path:expr) => {
        #[clerk_api]
        pub trait SixthApi {
            #[$verb($path)]
            fn seven(&self) -> Call<()>;
        }
    };
}

any_verb!(delete, "/f");

macro_rules! models {
    ($number:ty, $text:ty, $list:ty, $inner:ty) => {
        #[derive(Debug, Clone, Default, ClerkResponse)]
        pub struct Reply {
            pub number: $number,
            pub list: $list,
            #[clerk(required)]
            pub inner: $inner,
        }

        #[derive(Debug, Clone, ClerkRequest)]
        pub struct Update {
            pub text: $text,
            pub number: $number,
            #[clerk(one = "each")]
            pub list: $list,
            pub wrapped: Option<$inner>,
            pub in_parentheses: (Option<$inner>),
        }

        #[derive(Debug, Clone, Default, ClerkQuery)]
        pub struct Filter {
            #[clerk(range = 1..=500)]
            pub number: $number,
            #[clerk(signed)]
            pub list: $list,
        }

        #[derive(Debug, Clone, ClerkEnum)]
        pub enum Kind {
            #[clerk(other)]
            Unlisted($inner),
        }
    };
}

models!(Option<u32>, clerk_client::Patch<String>, Option<Vec<String>>, String);

pub(super) fn main() {
    let update = Update::new().text("a").number(1).each("b").wrapped("c").in_parentheses("d");
    assert_eq!(
        serde_json::to_string(&update).unwrap(),
        r#"{"text":"a","number":1,"list":["b"],"wrapped":"c","in_parentheses":"d"}"#
    );
    assert!(serde_json::to_string(&Filter::new().number(501).exclude_list("a")).is_err());
    let client = clerk_client::Client::new("sk_test_x").unwrap();
    let _ = client.one(1, None);
    let _ = client.three("x");
    assert_eq!(<dyn FourthApi>::ENDPOINTS[0].path, "/v1/d");
}
