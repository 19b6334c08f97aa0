//! What compiles and what does not, and what the compiler says about it.
//!
//! Every mistake in `ui/` is marked with `//~` on the line where its error must be. The texts are in the `.stderr` files; they
//! belong to one version of the compiler. After a change, `TRYBUILD=overwrite cargo test -p clerk-tests --test ui` writes them.

// A test that cannot read its files fails.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "ui/lints.rs"]
mod lints;

// Above `#[test]`, which looks for `#[ignore]` when it is expanded.
#[rustversion::attr(not(stable(1.95)), ignore = "the expected texts are those of stable Rust 1.95")]
#[test]
fn mistakes_do_not_compile_and_say_why() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/[!p]*/*.rs");
    cases.compile_fail("ui/path/*.rs");
}

#[test]
fn what_is_right_compiles() {
    trybuild::TestCases::new().pass("ui/pass/*.rs");
}

#[test]
fn crates_of_older_editions_declare_endpoints() {
    let client = clerk_client::Client::new("sk_test_edition").unwrap();
    assert_eq!(edition_2018::names(&client), ["one", "two"]);
    assert_eq!(edition_2021::names(&client), ["one", "two"]);
}

#[test]
fn each_mistake_has_one_error_on_its_line() {
    let mut mistakes = 0;
    for file in compile_fail_files() {
        let marked = marked_lines(&file);
        mistakes += marked.values().sum::<usize>();
        assert_eq!(lines_with_errors(&file), marked, "{}", file.display());
    }
    assert!(mistakes >= 150, "only {mistakes} mistakes are tested");
}

#[test]
fn each_error_of_ours_has_a_way_out() {
    for file in compile_fail_files() {
        let stderr = fs::read_to_string(file.with_extension("stderr")).unwrap();
        let ours = stderr.split("\n\n").filter(|block| block.starts_with("error: ") && !is_of_the_compiler(block));
        for block in ours {
            assert!(block.contains("= help: "), "{}: {block}", file.display());
        }
    }
}

#[test]
fn the_page_of_the_macro_shows_what_the_compiler_says() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let page = read("../clerk-macros/src/clerk_api.md");
    let code = page.split("```ignore\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(read("ui/pass/documented.rs").contains(code), "ui/pass/documented.rs is not the page's example");
    let said = read("ui/recovery/documented.stderr");
    let shown: Vec<_> = page.split("```text\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(shown.len(), 10);
    for text in shown.into_iter().filter(|text| text.starts_with("error: ")) {
        assert!(said.contains(text), "{text}");
    }
}

/// What we leave to the compiler and its lints, where it says it as well.
fn is_of_the_compiler(block: &str) -> bool {
    let theirs = [
        "diff marker",
        "expected `;`",
        "expected one of",
        "expected item",
        "missing `fn`",
        "key-value macro",
        "not general enough",
        "missing documentation",
        "more private",
        "unused `Call`",
        "use of deprecated",
    ];
    theirs.iter().any(|text| block.contains(text))
}

fn compile_fail_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let themes = fs::read_dir(root).unwrap().map(|theme| theme.unwrap().path());
    let themes = themes.filter(|theme| theme.is_dir() && !theme.ends_with("pass"));
    let files = themes.flat_map(|theme| fs::read_dir(theme).unwrap()).map(|file| file.unwrap().path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|extension| extension == "rs")).collect();
    files.sort();
    files
}

/// Line → how many mistakes are marked there.
fn marked_lines(file: &Path) -> BTreeMap<usize, usize> {
    let source = fs::read_to_string(file).unwrap();
    let marks = source.lines().enumerate().map(|(index, line)| (index + 1, line.matches("//~").count()));
    marks.filter(|(_, count)| *count > 0).collect()
}

/// Line → how many errors are reported there.
fn lines_with_errors(file: &Path) -> BTreeMap<usize, usize> {
    let stderr = fs::read_to_string(file.with_extension("stderr")).unwrap();
    let mut lines = BTreeMap::new();
    for block in stderr.split("\n\n").filter(|block| block.starts_with("error")) {
        let place = block.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap();
        let line = place.rsplit(':').nth(1).unwrap().parse().unwrap();
        *lines.entry(line).or_default() += 1;
    }
    lines
}
