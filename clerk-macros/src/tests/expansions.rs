//! What a declaration becomes, in files to look at. `UPDATE_EXPANSIONS=1 cargo test -p clerk-macros` writes them anew.

use std::path::Path;

use super::expand;

#[track_caller]
fn becomes(name: &str, args: &str, item: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/tests/expansions/{name}.txt"));
    let expanded = prettyplease::unparse(&syn::parse2(expand(args, item)).unwrap());
    if std::env::var_os("UPDATE_EXPANSIONS").is_some() {
        std::fs::write(&file, &expanded).unwrap();
    }
    assert_eq!(expanded, std::fs::read_to_string(file).unwrap(), "see the module's comment for how to accept a change");
}

#[test]
fn two_endpoints() {
    becomes(
        "two_endpoints",
        "",
        r#"
        /// Some users.
        pub trait UsersApi {
            /// Bans a user.
            #[post("/users/<user_id>/ban", idempotent)]
            fn ban(&self, user_id: &str) -> Call<User>;

            /// Changes a user.
            ///
            /// Only what is given.
            #[deprecated]
            #[patch("/users/<user_id>", idempotent = unless(password, totp_secret))]
            fn update(&self, user_id: &str, #[body] request: &UpdateUserRequest) -> Call<User>;
        }
        "#,
    );
}

#[test]
fn every_role() {
    becomes(
        "every_role",
        "prefix = \"/v1\", crate = clerk",
        r#"
        #[cfg(feature = "files")]
        trait FilesApi: Debug + Send {
            #[cfg(unix)]
            #[expect(deprecated)]
            #[get("/files/<folder>/<type>")]
            fn list(
                &self,
                r#type: FileType,
                folder: &str,
                #[query] filter: &Filter,
                #[query("id")] ids: &[&str],
                #[header("X-Trace")] trace: Option<&str>,
            ) -> Call<Page<File>>;

            #[post("/files")]
            fn upload(&self, #[multipart] form: Form) -> Call<File>;

            #[put("/files")]
            fn replace(&self, #[form] form: &[(&str, &str)]) -> clerk::Call<()>;
        }
        "#,
    );
}

#[test]
fn a_broken_trait_is_still_a_trait() {
    becomes(
        "a_broken_trait",
        "",
        r#"
        pub trait Broken {
            type Page;

            #[get("users/<usr_id>")]
            async fn one(&self, user_id: impl AsRef<str>, (a, b): (u8, u8)) -> Result<Vec<User>, Error>;

            #[something]
            #[cfg(unix)]
            fn two(self: Box<Self>, #[bdy] body: &Body);
        }
        "#,
    );
}
