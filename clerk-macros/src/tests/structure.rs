//! The crate's own order: imports run one way, no two modules import each other, and neither a file nor a function grows long.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::spanned::Spanned as _;
use syn::{ImplItem, Item};

/// Each may import those before it. `derive` is a crate of its own in all but name; it shares `diag`.
const LAYERS: [&[&str]; 4] = [&["diag"], &["model"], &["read"], &["check", "expand", "stray"]];
const MOST_LINES: usize = 250;
const MOST_LINES_OF_A_FUNCTION: usize = 40;

#[test]
fn imports_run_from_the_pipeline_to_what_it_works_on() {
    for (file, text) in sources() {
        let Some(layer) = layer(&module(&file)[0]) else { continue };
        for imported in named_after("crate::", &text).into_iter().filter_map(|name| self::layer(&name)) {
            let is_own = self::layer(&module(&file)[0]) == Some(imported);
            assert!(imported < layer || is_own, "{} imports a later layer", file.display());
        }
        let sisters: Vec<&str> = LAYERS[layer].iter().copied().filter(|name| *name != module(&file)[0]).collect();
        let known = named_after("crate::", &text);
        assert!(!sisters.iter().any(|sister| known.contains(*sister)), "{} imports a sister", file.display());
    }
}

#[test]
fn no_two_modules_import_each_other() {
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in sources() {
        let module = module(&file);
        let (Some((name, parents)), true) = (module.split_last(), module.len() > 1) else { continue };
        let of = |name: &str| format!("{}::{name}", parents.join("::"));
        imports.entry(of(name)).or_default().extend(named_after("super::", &text).iter().map(|name| of(name)));
    }
    for module in imports.keys() {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&String> = imports[module].iter().collect();
        while let Some(imported) = next.pop() {
            assert_ne!(imported, module, "{module} imports itself in a circle");
            if seen.insert(imported) {
                next.extend(imports.get(imported).into_iter().flatten());
            }
        }
    }
}

#[test]
fn files_and_functions_stay_short() {
    for (file, text) in sources() {
        let lines = text.lines().take_while(|line| *line != "#[cfg(test)]").count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", file.display());
        for (name, lines) in functions(&syn::parse_file(&text).unwrap().items) {
            assert!(lines <= MOST_LINES_OF_A_FUNCTION, "{}: `{name}` has {lines} lines", file.display());
        }
    }
}

/// The files with their text, without the tests.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let relative = path.strip_prefix(&root).unwrap().to_owned();
            let is_other = relative.iter().any(|part| part == "tests" || part == "tests.rs");
            if path.is_dir() && !is_other {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !is_other {
                sources.push((relative, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(sources.len() > 60, "only {} files are read", sources.len());
    sources
}

/// `["read", "template"]` for `read/template.rs`.
fn module(file: &Path) -> Vec<String> {
    file.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect()
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&name))
}

/// The modules named behind `super::` or `crate::`, alone or in braces.
fn named_after(root: &str, text: &str) -> BTreeSet<String> {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut names = BTreeSet::new();
    for rest in text.split(root).skip(1) {
        let list = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
        let parts: Vec<&str> = list.map_or_else(|| vec![rest], |list| list.split(',').collect());
        let word =
            |part: &str| part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        names.extend(parts.into_iter().map(word));
    }
    names
}

/// Each function's name and length.
fn functions(items: &[Item]) -> Vec<(String, usize)> {
    let lines = |span: proc_macro2::Span| span.end().line - span.start().line + 1;
    let mut found = Vec::new();
    for item in items {
        match item {
            Item::Fn(item) => found.push((item.sig.ident.to_string(), lines(item.span()))),
            Item::Impl(item) => found.extend(item.items.iter().filter_map(|item| match item {
                ImplItem::Fn(item) => Some((item.sig.ident.to_string(), lines(item.span()))),
                _ => None,
            })),
            Item::Mod(item) if item.ident != "tests" => {
                found.extend(item.content.iter().flat_map(|(_, items)| functions(items)));
            }
            _ => {}
        }
    }
    found
}
