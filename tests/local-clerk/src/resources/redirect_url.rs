use super::prelude::*;

resource! {
    RedirectUrl: "ru", "redirect URL";
    with created_at, updated_at;
    {
        url: Box<str>,
    }

    shows self { url, created_at, updated_at }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::RedirectUrl, self.url.clone());
    }
}

impl Listed for RedirectUrl {}
