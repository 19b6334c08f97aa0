use super::prelude::*;
use crate::resources::RedirectUrl;

input! {
    pub(super) struct Create writes RedirectUrl {
        url: Required<UrlText>,
    }
}
