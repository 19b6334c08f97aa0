//! Nothing that a derive writes hides what a field's type names.
#![allow(deprecated, non_upper_case_globals)]

use clerk_client::{ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse, Patch};

static body: u8 = 0;
static query: u8 = 0;
static serializer: u8 = 0;
static deserializer: u8 = 0;
static map: u8 = 0;
static index: u8 = 0;
static text: u8 = 0;
static state: u8 = 0;

/// One of each, under every name.
macro_rules! named {
    ($($name:ident $inner:ident $whole:ident $filter:ident $request:ident $value:ident)*) => {$(
        #[derive(Debug, Clone, Default, ClerkResponse)]
        pub struct $inner {
            pub x: u8,
        }

        mod $value {
            use super::*;

            type $name = super::$inner;

            #[derive(Debug, Clone, Default, ClerkResponse)]
            pub struct $whole {
                pub one: $name,
                pub some: Option<$name>,
                #[clerk(serde)]
                pub by_serde: Option<$name>,
            }
        }

        mod $filter {
            use super::*;

            #[derive(Debug, Clone, ClerkEnum)]
            pub enum $name {
                #[serde(rename = "a")]
                Known,
                #[clerk(other)]
                Unlisted(String),
            }

            #[derive(Debug, Clone, ClerkQuery)]
            pub struct $whole {
                pub one: $name,
                pub some: Option<$name>,
                #[clerk(one = "each")]
                pub all: Option<Vec<$name>>,
            }

            #[derive(Debug, Clone, ClerkRequest)]
            pub struct $request {
                pub one: $name,
                pub some: Option<$name>,
                pub patch: Patch<$name>,
                #[clerk(serde)]
                pub by_serde: Patch<$name>,
            }
        }
    )*};
}

named! {
    A OfA WholeA filter_a RequestA value_a
    D OfD WholeD filter_d RequestD value_d
    H OfH WholeH filter_h RequestH value_h
    M OfM WholeM filter_m RequestM value_m
    S OfS WholeS filter_s RequestS value_s
    T OfT WholeT filter_t RequestT value_t
    Via OfVia WholeVia filter_via RequestVia value_via
}

#[derive(Debug, Clone, Default, ClerkQuery)]
pub struct PARTS {
    pub limit: Option<u8>,
}

#[derive(Debug, Clone, ClerkQuery)]
pub struct M {
    #[clerk(flatten)]
    pub page: PARTS,
}

pub(super) fn main() {
    let request = filter_via::RequestVia::new("a").some("b").patch(Patch::Clear);
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"one":"a","some":"b","patch":null}"#);
    let whole = filter_m::WholeM::new("a").each("b");
    assert_eq!(serde_json::to_string(&whole).unwrap(), r#"{"one":"a","all":["b"]}"#);
}
