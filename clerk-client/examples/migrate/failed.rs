//! The file of rows that were refused, as they stood in the imported file.
//!
//! It is made from the journal when an import ends, so that it cannot contradict it, and appears under its name only as a whole.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use super::Result;
use super::input::{Copies, Records};
use super::survey::Problem;

/// `users.ndjson` becomes `users.failed.ndjson`.
pub(crate) fn path_of(input: &Path) -> PathBuf {
    let end = input.extension().unwrap_or_default().to_string_lossy().into_owned();
    input.with_extension(format!("failed.{end}"))
}

pub(crate) fn write(input: &Path, failed: &BTreeMap<u64, Problem>) -> Result<PathBuf> {
    let path = path_of(input);
    whole(&path, |file| {
        let mut copies = Copies::new(Records::open(input)?, file)?;
        for record in Records::open(input)? {
            let record = record?;
            if failed.contains_key(&record.index) {
                copies.write(&record)?;
            }
        }
        copies.finish()
    })?;
    Ok(path)
}

/// Writes a file that appears under its name when it is complete and on disk.
pub(crate) fn whole<F>(path: &Path, write: F) -> Result<()>
where
    F: FnOnce(BufWriter<File>) -> Result<BufWriter<File>>,
{
    let part = part_of(path);
    let named = |error: Box<dyn std::error::Error + Send + Sync>| format!("{}: {error}", part.display());
    let file = File::create(&part).map_err(|error| named(error.into()))?;
    let written = write(BufWriter::with_capacity(1 << 16, file)).and_then(|buffer| {
        let file = buffer.into_inner().map_err(|error| error.into_error())?;
        Ok(file.sync_all()?)
    });
    if let Err(error) = written {
        let _ = std::fs::remove_file(&part);
        return Err(named(error).into());
    }
    std::fs::rename(&part, path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Where a file is while it is not complete.
pub(crate) fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    name.into()
}
