//! The client's rooms: each knows only those before it, and nobody imports through the crate root.

use std::fs;
use std::path::Path;

use super::{files, package};

/// In the order in which they may know each other: from what declarations share to the declarations themselves.
const ROOMS: [&str; 12] = [
    "types",
    "request",
    "transport",
    "error",
    "response",
    "admission",
    "attempt",
    "client",
    "call",
    "stream",
    "bulk",
    "api",
];

#[test]
fn each_room_knows_only_the_rooms_before_it() {
    let src = package("clerk-client").join("src");
    let files = files(&src, &["rs"]);
    assert!(files.len() > ROOMS.len(), "{} has no sources", src.display());
    let mut wrong = Vec::new();
    for file in files {
        let path = file.strip_prefix(&src).unwrap();
        let Some(room) = room_of(path).filter(|_| !path.iter().any(|folder| folder == "tests")) else { continue };
        for (line, known) in imports(&fs::read_to_string(&file).unwrap()) {
            let allowed = rank(&known).is_some_and(|rank| Some(rank) <= self::rank(&room));
            if !allowed {
                wrong.push(format!("{}:{line}: `{room}` knows `{known}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Within a room, too, one file is built on others, and none of those on it.
#[test]
fn the_files_of_a_room_know_each_other_in_one_direction() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("../clerk-client/src");
    for room in ROOMS {
        let mut known: Vec<(String, Vec<String>)> = Vec::new();
        for file in files(&src.join(room), &["rs"]).into_iter().filter(|file| file.parent() == Some(&src.join(room))) {
            let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&file).unwrap();
            known.push((name, siblings(&text)));
        }
        // Whoever knows nobody who is left is taken away, until nobody is.
        while let Some(next) =
            known.iter().position(|(_, others)| !others.iter().any(|other| known.iter().any(|(name, _)| name == other)))
        {
            known.remove(next);
        }
        assert!(known.is_empty(), "`{room}` has a circle: {known:?}");
    }
}

/// The files beside it that a file imports from.
fn siblings(text: &str) -> Vec<String> {
    let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    let names = code.filter_map(|line| line.trim_start().strip_prefix("use super::")).map(first_segment);
    names.filter(|name| name.starts_with(char::is_lowercase)).map(str::to_owned).collect()
}

#[test]
fn an_import_is_found_wherever_it_stands() {
    let text = "use crate::error::Error;\n// crate::api\npub(crate) use crate::{call, Client};\nlet x: crate::types::Page<u8>;\n#[cfg(test)]\nmod tests { use crate::api; }";
    let found: Vec<_> = imports(text).into_iter().map(|(line, room)| format!("{line} {room}")).collect();
    assert_eq!(found, ["1 error", "3 {call, Client}", "4 types"]);
}

/// The room of a file is its first folder, or its own name beside `lib.rs`.
fn room_of(path: &Path) -> Option<String> {
    let first = path.components().next()?.as_os_str().to_str()?;
    let room = first.trim_end_matches(".rs");
    (rank(room).is_some()).then(|| room.to_owned())
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

/// What follows `crate::`, line by line, outside of comments and of tests.
fn imports(text: &str) -> Vec<(usize, String)> {
    let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]").enumerate();
    let code = code.filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.flat_map(|(number, line)| {
        line.split("crate::").skip(1).map(move |rest| (number + 1, first_segment(rest).to_owned()))
    })
    .collect()
}

fn first_segment(rest: &str) -> &str {
    let end = rest.find(|char: char| !(char.is_alphanumeric() || char == '_')).unwrap_or(rest.len());
    if end == 0 { rest.trim_end_matches(';') } else { &rest[..end] }
}
