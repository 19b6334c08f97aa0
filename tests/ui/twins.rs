//! Twins: each mistake in `fail/` with the code in it that its help shows. They are compiled as `pasted.rs`, so that no help can
//! show what does not compile.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use syn::{Item, TraitItem};

use crate::in_words::is_in_words;
use crate::models;
use crate::paste::{self, Edit, Source};
use crate::said::{self, Said};

/// Files whose mistakes have no twins, and why.
const WITHOUT: [(&str, &str); 2] = [
    ("args/silenced_by_the_attributes.rs", "each has a second mistake, which is reported once the first is mended"),
    ("recovery/several_mistakes.rs", "its traits need each other"),
];

/// All twins, as one file.
pub(crate) fn all() -> String {
    let allowed = "clippy::all, dead_code, non_camel_case_types, unused_imports, unused_macros, unreachable_pub";
    let mut out = format!("//! Written by `twins.rs`: do not edit.\n#![allow({allowed})]\n");
    let mut lost = Vec::new();
    for file in said::files() {
        write_twins(&file, &mut out, &mut lost);
    }
    assert!(lost.is_empty(), "neither pasted nor listed in `in_words.rs`:\n{}", lost.join("\n"));
    out
}

/// One module for each file, one trait for each method, one model for each field.
fn write_twins(file: &Path, out: &mut String, lost: &mut Vec<String>) {
    if WITHOUT.iter().any(|(known, _)| file.ends_with(known)) {
        return;
    }
    let errors: Vec<Said> = Said::all(file).into_iter().filter(Said::is_ours).collect();
    let source = Source::new(fs::read_to_string(file).unwrap());
    let Ok(parsed) = syn::parse_file(&source.text) else { return };
    let mut twins = String::new();
    let mut left: Vec<&Said> = errors.iter().collect();
    for item in &parsed.items {
        let Item::Trait(declared) = item else {
            let unread = models::write(&source, item, &left, &mut twins);
            lost.extend(unread.into_iter().map(|problem| format!("{}: {problem}", file.display())));
            left.retain(|said| !models::is_at(&source, item, said));
            continue;
        };
        let whole = source.range(declared);
        let (inside, others): (Vec<_>, Vec<_>) = left.into_iter().partition(|said| whole.contains(&source.start(said)));
        left = others;
        if let Err(problem) = write_trait(&source, declared, &inside, &mut twins) {
            lost.push(format!("{}: {problem}", file.display()));
        }
    }
    lost.extend(
        left.iter().filter(|said| !is_in_words(said)).map(|said| format!("{}: {}", file.display(), said.shown())),
    );
    if twins.is_empty() {
        return;
    }
    let name = |part: Option<&Path>| part.and_then(Path::file_stem).unwrap().to_string_lossy().into_owned();
    let module = format!("{}_{}", name(file.parent()), name(Some(file)));
    let is_shared =
        |item: &&Item| paste::is_shared(item) && !errors.iter().any(|said| models::is_at(&source, item, said));
    let shared = parsed.items.iter().filter(|item| is_shared(item)).map(|item| &source.text[source.range(item)]);
    let shared: Vec<&str> = shared.collect();
    write!(out, "\nmod {module} {{\n{}\n{twins}}}\n", shared.join("\n")).unwrap();
}

/// The trait as often as it has methods with mistakes, each time with one of them; or once, where its head has one.
fn write_trait(source: &Source, declared: &syn::ItemTrait, errors: &[&Said], out: &mut String) -> Result<(), String> {
    let Some(head) = edits(source, declared, None, errors)? else { return Ok(()) };
    let mut lost = Vec::new();
    let mut is_alone = true;
    for item in &declared.items {
        let range = source.range(item);
        if !errors.iter().any(|said| range.contains(&source.start(said))) {
            continue;
        }
        is_alone = false;
        let edited = match item {
            TraitItem::Fn(method) => edits(source, declared, Some(method), errors),
            _ => edits(source, declared, None, &[]).map(|_| None),
        };
        match edited {
            Ok(Some(edits)) => {
                let name =
                    source.text[range.clone()].split("fn ").nth(1).and_then(|rest| rest.split(['(', '<']).next());
                write_twin(source, declared, &[range], name.unwrap_or_default(), head.iter().chain(&edits), out);
            }
            Ok(None) => {}
            Err(problem) => lost.push(problem),
        }
    }
    if is_alone && !head.is_empty() {
        let methods: Vec<_> = declared.items.iter().map(|item| source.range(item)).collect();
        write_twin(source, declared, &methods, "head", head.iter(), out);
    }
    if lost.is_empty() { Ok(()) } else { Err(lost.join("\n")) }
}

/// What must be changed in a method, or in the head; nothing, where a help is in words.
fn edits(
    source: &Source,
    declared: &syn::ItemTrait,
    method: Option<&syn::TraitItemFn>,
    errors: &[&Said],
) -> Result<Option<Vec<Edit>>, String> {
    let items: Vec<_> = declared.items.iter().map(|item| source.range(item)).collect();
    let own = |said: &&&Said| match method {
        Some(method) => source.range(method).contains(&source.start(said)),
        None => !items.iter().any(|item| item.contains(&source.start(said))),
    };
    let mut all = Vec::new();
    for said in errors.iter().filter(own) {
        match paste::edits(source, declared, method, said) {
            Some(edits) => all.extend(edits),
            None if is_in_words(said) => return Ok(None),
            None => return Err(said.shown()),
        }
    }
    Ok(Some(all))
}

fn write_twin<'a>(
    source: &Source,
    declared: &syn::ItemTrait,
    methods: &[std::ops::Range<usize>],
    name: &str,
    edits: impl Iterator<Item = &'a Edit>,
    out: &mut String,
) {
    let mut edits: Vec<Edit> = edits.cloned().collect();
    let ident = source.range(&declared.ident);
    edits.push(Edit { range: ident.end..ident.end, text: format!("_{name}") });
    let whole = source.range(declared);
    let open = source.offset(declared.brace_token.span.open().end());
    let mut twin = source.edited(whole.start..open, &edits);
    for method in methods {
        write!(twin, "\n    {}", source.edited(method.clone(), &edits)).unwrap();
    }
    let lines = twin.lines().map(|line| line.split(" //~").next().unwrap_or_default());
    writeln!(out, "{}\n}}", lines.collect::<Vec<_>>().join("\n")).unwrap();
}
