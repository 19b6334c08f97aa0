//! Reads a whole file before anything is sent: how many rows it has, and which of them cannot be imported.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::input::Records;
use super::row::Row;
use super::{Ended, Result, check, report};

/// A row that cannot be imported.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) line: u64,
    pub(crate) reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

/// What is known of a file.
pub(crate) struct Survey {
    pub(crate) rows: u64,
    /// By the numbers of the rows.
    pub(crate) problems: BTreeMap<u64, Problem>,
}

impl Survey {
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let mut records = Records::open(path)?;
        let mut survey = Self { rows: 0, problems: BTreeMap::new() };
        let mut seen = Seen::default();
        while let Some(record) = records.next() {
            let record = record.map_err(|error| format!("{}: {error}", path.display()))?;
            survey.rows += 1;
            let reasons = match records.row(&record) {
                Ok(row) => {
                    let mut reasons = check::problems(&row);
                    reasons.extend(seen.again(&row, record.line));
                    reasons
                }
                Err(reason) => vec![reason],
            };
            if !reasons.is_empty() {
                survey.problems.insert(record.index, Problem { line: record.line, reason: reasons.join("; ") });
            }
        }
        Ok(survey)
    }
}

/// Which identifiers were in which line. Of each only half a SHA-256 is kept, so that a million rows take little memory.
#[derive(Default)]
struct Seen(HashMap<u128, u64>);

impl Seen {
    /// What of this row was in a line before.
    fn again(&mut self, row: &Row, line: u64) -> Vec<String> {
        let lists = [
            ("email address", &row.email_addresses),
            ("email address", &row.reserved_email_addresses),
            ("phone number", &row.phone_numbers),
            ("phone number", &row.reserved_phone_numbers),
            ("wallet", &row.web3_wallets),
        ];
        let listed = lists.into_iter().flat_map(|(kind, list)| list.iter().flatten().map(move |value| (kind, value)));
        let single = [("external_id", &row.external_id), ("username", &row.username)];
        let single = single.into_iter().filter_map(|(kind, value)| value.as_ref().map(|value| (kind, value)));
        let mut again = Vec::new();
        for (kind, value) in single.chain(listed) {
            // Clerk compares all but its users' external IDs without case.
            let value = if kind == "external_id" { value.clone() } else { value.to_lowercase() };
            let first = *self.0.entry(half_a_hash(kind, &value)).or_insert(line);
            if first != line {
                again.push(format!("the {kind} is that of line {first}"));
            }
        }
        again
    }
}

fn half_a_hash(kind: &str, value: &str) -> u128 {
    let mut hasher = Sha256::new();
    hasher.update(kind);
    hasher.update([0]);
    hasher.update(value);
    hasher.finalize().iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte))
}

/// The SHA-256 of a file, in hexadecimal.
pub(crate) fn hash(path: &Path) -> Result<String> {
    let named = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut file = File::open(path).map_err(named)?;
    let (mut hasher, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut buffer).map_err(named)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hasher.update(bytes);
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// `import --dry-run`: lists every row that cannot be imported.
pub(crate) fn run(path: &Path) -> Result<Ended> {
    let survey = Survey::of(path)?;
    for problem in survey.problems.values() {
        println!("{problem}");
    }
    report::counted("rows", survey.rows);
    report::counted("cannot be imported", survey.problems.len() as u64);
    Ok(if survey.problems.is_empty() { Ended::Well } else { Ended::WithFailures })
}
