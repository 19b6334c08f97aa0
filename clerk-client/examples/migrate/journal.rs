//! The journal of an import: which rows are done, on disk.
//!
//! One JSON object a line. The first one says which file it is about, each other what became of a row. Rows that were done and are not
//! in it, because the program was killed before they were written, are found in Clerk by their `external_id` when the import is resumed.

use std::collections::{BTreeMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::Result;
use super::survey::Problem;

/// After so many entries, or this time, they are written and synced.
const BATCH: usize = 100;
const INTERVAL: Duration = Duration::from_secs(1);
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Header {
    journal: u32,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    row: u64,
    line: u64,
    /// The ID of its user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    user: Option<String>,
    /// Why Clerk refused it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// What a journal says.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) done: HashSet<u64>,
    pub(crate) failed: BTreeMap<u64, Problem>,
}

impl Known {
    pub(crate) fn has(&self, row: u64) -> bool {
        self.done.contains(&row) || self.failed.contains_key(&row)
    }
}

pub(crate) struct Journal {
    file: File,
    path: PathBuf,
    /// Where what is on disk ends.
    end: u64,
    pending: Vec<u8>,
    entries: usize,
    synced: Instant,
}

impl Journal {
    /// Begins the journal of a file with this hash.
    pub(crate) fn begin(path: &Path, sha256: &str) -> Result<Self> {
        let file = OpenOptions::new().write(true).create_new(true).open(path);
        let file = file.map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => format!(
                "{}: there is a journal of an earlier import. Go on with it: --resume; or remove it to begin anew",
                path.display()
            ),
            _ => format!("{}: {error}", path.display()),
        })?;
        let mut journal = Self::of(file, path, 0);
        journal.append(&Header { journal: VERSION, sha256: sha256.to_owned() })?;
        journal.sync()?;
        Ok(journal)
    }

    /// Goes on with the journal of a file with this hash. A last line that is not complete was never written: it is cut off.
    pub(crate) fn resume(path: &Path, sha256: &str) -> Result<(Self, Known)> {
        let named = |error: std::io::Error| format!("{}: {error}", path.display());
        let mut file = OpenOptions::new().read(true).write(true).open(path).map_err(named)?;
        let (known, end) = read(&file, sha256).map_err(|reason| format!("{}: {reason}", path.display()))?;
        cut(&mut file, end).map_err(named)?;
        let mut journal = Self::of(file, path, end);
        if end == 0 {
            journal.append(&Header { journal: VERSION, sha256: sha256.to_owned() })?;
            journal.sync()?;
        }
        Ok((journal, known))
    }

    fn of(file: File, path: &Path, end: u64) -> Self {
        Self { file, path: path.to_owned(), end, pending: Vec::new(), entries: 0, synced: Instant::now() }
    }

    /// The user of a row exists.
    pub(crate) fn done(&mut self, row: u64, line: u64, user: String) -> Result<()> {
        self.entry(&Entry { row, line, user: Some(user), error: None })
    }

    /// A row was refused.
    pub(crate) fn failed(&mut self, row: u64, problem: &Problem) -> Result<()> {
        self.entry(&Entry { row, line: problem.line, user: None, error: Some(problem.reason.clone()) })
    }

    fn entry(&mut self, entry: &Entry) -> Result<()> {
        self.append(entry)?;
        self.entries += 1;
        if self.entries >= BATCH || self.synced.elapsed() >= INTERVAL { self.sync() } else { Ok(()) }
    }

    fn append(&mut self, value: &impl Serialize) -> Result<()> {
        serde_json::to_writer(&mut self.pending, value)?;
        self.pending.push(b'\n');
        Ok(())
    }

    /// Writes what is pending, and waits until it is on disk. If that fails, it is pending still.
    pub(crate) fn sync(&mut self) -> Result<()> {
        let written = self.file.write_all(&self.pending).and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // Half a line in the middle would spoil the journal.
            let _ = cut(&mut self.file, self.end);
            return Err(format!("{}: {error}", self.path.display()).into());
        }
        self.end += self.pending.len() as u64;
        self.pending.clear();
        (self.entries, self.synced) = (0, Instant::now());
        Ok(())
    }
}

fn cut(file: &mut File, end: u64) -> std::io::Result<()> {
    file.set_len(end)?;
    file.seek(SeekFrom::Start(end)).map(drop)
}

/// What the journal says, and where its last complete line ends.
fn read(file: &File, sha256: &str) -> std::result::Result<(Known, u64), String> {
    let mut lines = BufReader::new(file);
    let (mut known, mut end, mut line) = (Known::default(), 0_u64, Vec::new());
    for number in 1_u64.. {
        line.clear();
        let length = lines.read_until(b'\n', &mut line).map_err(|error| error.to_string())?;
        if line.last() != Some(&b'\n') {
            break;
        }
        let damaged = |_| format!("line {number} is damaged");
        if number == 1 {
            let header: Header = serde_json::from_slice(&line).map_err(|_| "this is not the journal of an import")?;
            if header.journal != VERSION || header.sha256 != sha256 {
                return Err("this is the journal of another file, or the file has changed since".to_owned());
            }
        } else {
            let Entry { row, line, user, error } = serde_json::from_slice(&line).map_err(damaged)?;
            match (user, error) {
                (Some(_), None) => drop(known.done.insert(row)),
                (None, Some(reason)) => drop(known.failed.insert(row, Problem { line, reason })),
                _ => return Err(format!("line {number} is damaged")),
            }
        }
        end += length as u64;
    }
    Ok((known, end))
}
