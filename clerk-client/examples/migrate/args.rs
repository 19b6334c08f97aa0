//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Moves users to Clerk and from it.
#[derive(Debug, Parser)]
#[command(name = "migrate")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) task: Task,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    Import(Import),
    Export(Export),
    Delete(Delete),
    /// Shows the others on a local Clerk: needs no account, and leaves nothing behind.
    Demo,
}

/// Creates a user for each row of a file.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file: .ndjson, .jsonl or .csv.
    pub(crate) file: PathBuf,
    /// Checks every row, lists what is wrong, and creates nobody.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Goes on where an import of the same file was interrupted; begins one if there was none.
    #[arg(long)]
    pub(crate) resume: bool,
    /// How many users are created at a time.
    #[arg(long, default_value_t = 50, value_name = "NUMBER")]
    pub(crate) in_flight: usize,
    #[command(flatten)]
    pub(crate) checks: Checks,
}

/// Which checks Clerk skips.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Checks {
    /// Takes passwords that are weak or known from a breach.
    #[arg(long)]
    pub(crate) skip_password_checks: bool,
    /// Takes users without a password although the instance requires one.
    #[arg(long)]
    pub(crate) skip_password_requirement: bool,
    /// Takes users who have not accepted the legal terms.
    #[arg(long)]
    pub(crate) skip_legal_checks: bool,
}

/// Writes all users to a file that can be imported. Clerk keeps passwords and second factors to itself.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The file: .ndjson, .jsonl or .csv.
    pub(crate) file: PathBuf,
    /// Writes over the file if it is there.
    #[arg(long)]
    pub(crate) force: bool,
}

/// Deletes the users of a file, or all of them. It can be started again.
#[derive(Debug, Args)]
pub(crate) struct Delete {
    /// The file whose external IDs say which users.
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub(crate) file: Option<PathBuf>,
    /// Deletes all users of the instance.
    #[arg(long)]
    pub(crate) all: bool,
    /// Deletes them. Without it they are only counted.
    #[arg(long)]
    pub(crate) yes: bool,
}
