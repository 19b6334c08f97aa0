//! What the compiler said about the files in `fail/`, read from their `.stderr`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One error.
pub(crate) struct Said {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) line: usize,
    /// From 1, in characters.
    pub(crate) column: usize,
    /// What is underlined, if that is on one line.
    pub(crate) length: Option<usize>,
    block: String,
}

impl Said {
    pub(crate) fn all(file: &Path) -> Vec<Self> {
        let stderr = fs::read_to_string(file.with_extension("stderr")).unwrap();
        stderr.split("\n\n").filter(|block| block.starts_with("error")).map(Self::read).collect()
    }

    fn read(block: &str) -> Self {
        let mut place = block.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap().rsplit(':');
        let column = place.next().unwrap().parse().unwrap();
        let line = place.next().unwrap().parse().unwrap();
        let carets = block.lines().find_map(|line| line.split_once('|').filter(|(_, marks)| marks.contains('^')));
        let marks = carets.map(|(_, marks)| marks.trim().split(' ').next().unwrap_or_default());
        let length = marks.filter(|marks| marks.chars().all(|mark| mark == '^')).map(|marks| marks.chars().count());
        let message = block.lines().next().unwrap_or_default().to_owned();
        let help = block.lines().find_map(|line| line.trim_start().strip_prefix("= help: ")).map(str::to_owned);
        Said { message, help, line, column, length, block: block.to_owned() }
    }

    pub(crate) fn shown(&self) -> String {
        format!("line {}: {}\n      {}", self.line, self.message, self.help.as_deref().unwrap_or_default())
    }

    /// Not the compiler's own, and not one of its lints.
    pub(crate) fn is_ours(&self) -> bool {
        let theirs = [
            "diff marker",
            "expected non-macro attribute",
            "expected `;`",
            "expected `]`",
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
        self.message.starts_with("error: ") && !theirs.iter().any(|text| self.block.contains(text))
    }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The files in `fail/`.
pub(crate) fn files() -> Vec<PathBuf> {
    let themes = fs::read_dir(root().join("fail")).unwrap().map(|theme| theme.unwrap().path());
    let files = themes.flat_map(|theme| fs::read_dir(theme).unwrap()).map(|file| file.unwrap().path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|extension| extension == "rs")).collect();
    files.sort();
    files
}

/// Line → how many mistakes are marked there.
pub(crate) fn marked_lines(file: &Path) -> BTreeMap<usize, usize> {
    let source = fs::read_to_string(file).unwrap();
    let marks = source.lines().enumerate().map(|(index, line)| (index + 1, line.matches("//~").count()));
    marks.filter(|(_, count)| *count > 0).collect()
}

/// Line → how many errors are reported there.
pub(crate) fn lines_with_errors(file: &Path) -> BTreeMap<usize, usize> {
    let mut lines = BTreeMap::new();
    for said in Said::all(file) {
        *lines.entry(said.line).or_default() += 1;
    }
    lines
}
