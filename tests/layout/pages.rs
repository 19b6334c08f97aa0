//! The pages that people read: examples fit a page, and the words are the field's.

use std::fs;
use std::path::{Path, PathBuf};

use super::{files, package};

/// What a page of documentation shows without a scrollbar at 1280 pixels, in columns.
const WIDTH: usize = 80;

/// Words that were ours alone.
const NOT_THE_FIELDS: [&str; 10] = [
    " reply",
    " replies",
    "sent again",
    "re-send",
    "turnstile",
    "pacing",
    "held back",
    "absent_is_ok",
    "create_confirmed",
    "Added by Clerk after",
];

#[test]
fn examples_fit_the_page() {
    let mut examples = 0;
    let mut wide = Vec::new();
    for page in pages() {
        let mut fence: Option<String> = None;
        for (number, line) in documentation(&page) {
            let line = line.trim_end();
            match (&fence, line.trim_start().strip_prefix("```")) {
                (None, Some(language)) => fence = Some(language.to_owned()),
                (Some(_), Some(_)) => fence = None,
                // What a compiler prints is as wide as it is, and a line with `#` is not shown.
                (Some(language), None) if language != "text" && !line.starts_with("# ") => {
                    examples += 1;
                    if line.chars().count() > WIDTH {
                        wide.push(format!("{}:{number}: {line}", page.display()));
                    }
                }
                _ => {}
            }
        }
    }
    assert!(examples > 500, "only {examples} lines of examples were found");
    assert!(wide.is_empty(), "wider than {WIDTH} columns:\n{}", wide.join("\n"));
}

#[test]
fn documentation_uses_the_words_of_the_field() {
    let mut found = Vec::new();
    for page in pages() {
        for (number, line) in documentation(&page).filter(|(_, line)| !line.contains("doc(alias")) {
            let words = NOT_THE_FIELDS.iter().filter(|word| line.contains(**word));
            found.extend(words.map(|word| format!("{}:{number}: `{}`: {line}", page.display(), word.trim())));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The blocks of the README are pasted as they stand: nothing in them is for the documentation's tests alone.
#[test]
fn readme_shows_nothing_that_a_reader_would_have_to_remove() {
    let readme = fs::read_to_string(package("README.md")).unwrap();
    let hidden: Vec<_> = readme.lines().filter(|line| *line == "#" || line.starts_with("# #")).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
    let mut block = None;
    for line in readme.lines() {
        match (block, line.strip_prefix("```")) {
            (None, Some(language)) => block = Some(language),
            (Some(_), Some(_)) => block = None,
            (Some(language), None) => {
                assert!(!language.starts_with("rust") || !line.starts_with("# "), "{line}");
            }
            (None, None) => {}
        }
    }
}

fn pages() -> Vec<PathBuf> {
    let mut pages = vec![package("README.md")];
    for name in ["clerk-client", "clerk-macros"] {
        pages.extend(files(&package(name).join("src"), &["rs", "md"]));
    }
    pages
}

/// The lines of documentation in a source, the whole of a page of Markdown, with their numbers.
fn documentation(page: &Path) -> impl Iterator<Item = (usize, String)> {
    let is_markdown = page.extension().is_some_and(|extension| extension == "md");
    let text = fs::read_to_string(page).unwrap();
    let lines: Vec<_> = text.lines().map(ToOwned::to_owned).enumerate().collect();
    lines.into_iter().filter_map(move |(index, line)| {
        let shown = match is_markdown {
            true => Some(line.as_str()),
            false => ["///", "//!"].iter().find_map(|start| line.trim_start().strip_prefix(start)),
        };
        shown.map(|shown| (index + 1, shown.strip_prefix(' ').unwrap_or(shown).to_owned()))
    })
}
