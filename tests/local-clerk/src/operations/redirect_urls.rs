use super::prelude::*;
use crate::resources::RedirectUrl;

input! {
    struct Create writes RedirectUrl {
        url: Required<UrlText>,
    }
}
