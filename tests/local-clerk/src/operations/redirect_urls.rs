use super::prelude::*;

input! {
    struct Create writes RedirectUrl {
        url: Required<UrlText>,
    }
}
