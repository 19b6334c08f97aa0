//! What a declared endpoint costs the compiler, against the same call written by hand with reqwest, and a response model, against
//! serde's derive: lines of LLVM IR, time to check, time to build, all in one run.
//!
//!     cargo bench -p clerk-tests --bench compile_time --profile dev
//!
//! Fails if ours take more than three quarters of the LLVM IR of the others.

#![allow(clippy::expect_used, clippy::print_stdout)]

mod sources;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// How many there are, as others write them, and with our macros.
const PROGRAMS: [(usize, Source, Source); 3] = [
    (25, ("hand", sources::by_hand), ("declared", sources::declared)),
    (250, ("hand", sources::by_hand), ("declared", sources::declared)),
    (300, ("serde", sources::by_serde), ("derived", sources::derived)),
];
const ROUNDS: usize = 3;
/// In percent of the LLVM IR of the others.
const MOST: usize = 75;

type Source = (&'static str, fn(usize) -> String);

fn main() -> ExitCode {
    let bench = Bench::prepare();
    let mut code = ExitCode::SUCCESS;
    println!("{:<12} {:>10} {:>12} {:>10} {:>10}", "", "LLVM IR", "each", "check", "build");
    for (size, theirs, ours) in PROGRAMS {
        let [theirs, ours] = [theirs, ours].map(|(kind, _)| bench.measure(&format!("{kind}-{size}"), size));
        let share = 100 * ours / theirs.max(1);
        println!("{:<12} {share:>9} %", "");
        if share > MOST {
            code = ExitCode::FAILURE;
        }
    }
    code
}

struct Bench {
    root: PathBuf,
}

impl Bench {
    /// Writes the packages and builds what they depend on.
    fn prepare() -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile-time");
        let mut members = Vec::new();
        for (size, theirs, ours) in PROGRAMS {
            for (kind, source) in [theirs, ours] {
                let name = format!("{kind}-{size}");
                fs::create_dir_all(root.join(&name).join("src")).expect("the target folder is writable");
                fs::write(root.join(&name).join("src/main.rs"), source(size)).expect("the target folder is writable");
                fs::write(root.join(&name).join("Cargo.toml"), sources::manifest(&name))
                    .expect("the target folder is writable");
                members.push(format!("\"{name}\""));
            }
        }
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
        fs::write(root.join("Cargo.toml"), manifest).expect("the target folder is writable");
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, root.join("Cargo.lock")).expect("the workspace has a lock file");
        let bench = Bench { root };
        bench.cargo(&["check", "--workspace"]);
        bench.cargo(&["build", "--workspace"]);
        bench
    }

    /// Prints one line; returns the lines of LLVM IR.
    fn measure(&self, name: &str, size: usize) -> usize {
        let check = self.best(name, &["check", "-p", name]);
        let build = self.best(name, &["build", "-p", name]);
        let lines = self.llvm_ir(name);
        println!("{name:<12} {lines:>10} {:>12} {:>7} ms {:>7} ms", lines / size, check.as_millis(), build.as_millis());
        lines
    }

    fn best(&self, name: &str, arguments: &[&str]) -> Duration {
        let rounds = (0..ROUNDS).map(|_| {
            self.touch(name);
            let start = Instant::now();
            self.cargo(arguments);
            start.elapsed()
        });
        rounds.min().unwrap_or_default()
    }

    fn llvm_ir(&self, name: &str) -> usize {
        let file = self.root.join(format!("{name}.ll"));
        let emit = format!("--emit=llvm-ir={}", file.display());
        self.cargo(&["rustc", "-p", name, "--", &emit, "-Ccodegen-units=1", "-Cdebuginfo=0"]);
        fs::read_to_string(file).expect("the compiler has written it").lines().count()
    }

    fn touch(&self, name: &str) {
        let file = self.root.join(name).join("src/main.rs");
        let source = fs::read(&file).expect("it was written above");
        fs::write(file, source).expect("the target folder is writable");
    }

    fn cargo(&self, arguments: &[&str]) {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&self.root).env("CARGO_TARGET_DIR", self.root.join("target")).env("CARGO_TERM_QUIET", "true");
        cargo.args(arguments);
        assert!(cargo.status().expect("cargo runs").success(), "cargo {arguments:?}");
    }
}
