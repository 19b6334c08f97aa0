//! The program, a Clerk for it, and a folder for its files.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use clerk_client::{Client, ListUsers, User};
use local_clerk::{Builder, LocalClerk};

/// The example, built by the test itself if nobody has.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap();
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "-p", "clerk-client", "--example", "migrate"]);
    if folder.ends_with("release") {
        build.arg("--release");
    }
    assert!(build.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap().success());
    folder.join("examples").join(format!("migrate{}", std::env::consts::EXE_SUFFIX))
});

/// A Clerk, and a folder that ends with the test.
pub(crate) struct Place {
    pub(crate) clerk: LocalClerk,
    pub(crate) client: Client,
    folder: PathBuf,
}

impl Place {
    pub(crate) async fn new(name: &str, builder: Builder) -> Self {
        let clerk = builder.start().await.unwrap();
        let client = Client::builder(clerk.secret_key()).base_url(clerk.base_url()).build().unwrap();
        let folder = std::env::temp_dir().join(format!("clerk-migrate-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self { clerk, client, folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program with these arguments, in the folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> tokio::process::Command {
        let mut command = tokio::process::Command::new(&*PROGRAM);
        self.prepare(command.args(arguments));
        command
    }

    /// The program, which is not let write more than this into one file.
    pub(crate) fn with_little_disk(&self, kilobytes: u32, arguments: &[&str]) -> tokio::process::Command {
        let mut command = tokio::process::Command::new("bash");
        let script = format!("trap '' XFSZ; ulimit -f {kilobytes}; exec \"$0\" \"$@\"");
        self.prepare(command.arg("-c").arg(script).arg(&*PROGRAM).args(arguments));
        command
    }

    fn prepare(&self, command: &mut tokio::process::Command) {
        command.current_dir(&self.folder).stdin(Stdio::null()).kill_on_drop(true);
        command.env("CLERK_SECRET_KEY", self.clerk.secret_key()).env("CLERK_API_URL", self.clerk.base_url());
    }

    pub(crate) async fn run(&self, arguments: &[&str]) -> Ran {
        Ran(self.command(arguments).output().await.unwrap())
    }

    /// All users, by their external IDs. There must be no two with the same.
    pub(crate) async fn users(&self) -> HashMap<String, User> {
        let mut users = self.client.users().all(&ListUsers::new()).stream();
        let mut found = HashMap::new();
        while let Some(user) = users.try_next().await.unwrap() {
            let id = user.external_id.clone().expect("every user was imported");
            assert!(found.insert(id.clone(), user).is_none(), "{id} is there twice");
        }
        found
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// How the program ended.
pub(crate) struct Ran(pub(crate) Output);

impl Ran {
    pub(crate) fn text(&self) -> String {
        let output = &self.0;
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
    }

    /// With this exit code, and these words in what it printed.
    #[track_caller]
    pub(crate) fn ended(&self, code: i32, words: &[&str]) {
        let text = self.text();
        assert_eq!(self.0.status.code(), Some(code), "{text}");
        for word in words {
            assert!(text.contains(word), "{word:?} is not in:\n{text}");
        }
    }
}
