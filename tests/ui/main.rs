//! What compiles and what does not, and what the compiler says about it. `NOTES.md` says how to write the texts anew.

// A test that cannot read its files fails.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;

mod in_words;
mod lints;
mod models;
mod pass;
mod paste;
#[rustfmt::skip]
mod pasted;
mod said;
mod twins;

use self::said::Said;

// Above `#[test]`, which looks for `#[ignore]` when it is expanded.
#[rustversion::attr(not(stable(1.95)), ignore = "the expected texts are those of stable Rust 1.95")]
#[test]
fn mistakes_do_not_compile_and_say_why() {
    trybuild::TestCases::new().compile_fail("fail/*/*.rs");
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
    for file in said::files() {
        let marked = said::marked_lines(&file);
        mistakes += marked.values().sum::<usize>();
        assert_eq!(said::lines_with_errors(&file), marked, "{}", file.display());
    }
    assert!(mistakes >= 250, "only {mistakes} mistakes are tested");
}

#[test]
fn each_error_of_ours_has_a_way_out() {
    for file in said::files() {
        for said in Said::all(&file).into_iter().filter(Said::is_ours) {
            assert!(said.help.is_some(), "{}: {}", file.display(), said.message);
        }
    }
}

#[test]
fn the_pages_show_what_the_compiler_says() {
    let read = |path: &str| fs::read_to_string(said::root().join(path)).unwrap();
    let said = read("fail/recovery/documented.stderr") + &read("fail/recovery/documented_elsewhere.stderr");
    // The pages are about a crate of the reader's, which has no marks.
    let said = said.replace(" //~", "").replace("fail/recovery/documented_elsewhere.rs", "src/api.rs");
    for (page, count) in
        [("clerk-client/src/clerk_api.md", 2), ("clerk-client/src/_guide/own_endpoints.md", 1), ("README.md", 1)]
    {
        let page = read(&format!("../../{page}"));
        let blocks = page.split("```text\n").skip(1).map(|rest| rest.split("```").next().unwrap());
        let shown: Vec<_> = blocks.filter(|block| block.starts_with("error")).collect();
        assert_eq!(shown.len(), count, "{page}");
        for text in shown {
            assert!(said.contains(text), "{text}");
        }
    }
}

#[test]
fn what_each_help_shows_compiles_once_it_is_pasted() {
    let twins = twins::all();
    let path = said::root().join("pasted.rs");
    if std::env::var_os("TRYBUILD").is_some() {
        fs::write(&path, &twins).unwrap();
    }
    // They are compiled with this file.
    assert_eq!(twins, fs::read_to_string(path).unwrap(), "`NOTES.md` says how `pasted.rs` is written anew");
}
