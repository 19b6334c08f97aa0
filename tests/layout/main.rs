//! How the sources are laid out: the client's rooms, and the pages of its documentation.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails the test")]

mod pages;
mod rooms;

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of a package of the workspace.
fn package(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

/// All files below `folder` with one of these extensions.
fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => files(&path, extensions),
            false if path.extension().is_some_and(|found| extensions.iter().any(|known| found == *known)) => vec![path],
            false => Vec::new(),
        })
        .collect()
}
