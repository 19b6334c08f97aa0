//! What was counted, and what was wrong.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anstream::println;
use clerk_client::Error;

use super::memory::Memory;

/// How many discrepancies are told in full.
const TOLD: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    Calls,
    Ends,
    Attempts,
    Retries,
    FailedWrites,
    ReadBack,
}

#[derive(Default)]
pub(crate) struct Figures {
    rows: Mutex<BTreeMap<(Group, &'static str), u64>>,
    wrong: Mutex<Vec<String>>,
}

impl Figures {
    pub(crate) fn add(&self, group: Group, name: &'static str) {
        *locked(&self.rows).entry((group, name)).or_default() += 1;
    }

    /// A call is over.
    pub(crate) fn call(&self, name: &'static str, error: Option<&Error>) {
        self.add(Group::Calls, name);
        self.add(
            Group::Ends,
            match error {
                None => "answered",
                Some(error) if error.may_have_run() => "failed, may have run",
                Some(_) => "failed, did not run",
            },
        );
    }

    pub(crate) fn wrong(&self, what: String) {
        locked(&self.wrong).push(what);
    }

    pub(crate) fn is_clean(&self) -> bool {
        locked(&self.wrong).is_empty()
    }

    pub(crate) fn print(&self, users: usize, memory: &Memory) {
        let rows = locked(&self.rows);
        for group in [Group::Calls, Group::Ends, Group::Attempts, Group::Retries, Group::FailedWrites, Group::ReadBack]
        {
            let own = || rows.iter().filter(|((of, _), _)| *of == group).map(|((_, name), count)| (*name, *count));
            println!("\n{:<38}{:>10}", title(group), own().map(|(_, count)| count).sum::<u64>());
            for (name, count) in own() {
                println!("  {name:<36}{count:>10}");
            }
        }
        println!("\n{:<38}{users:>10}", "users at the end");
        match memory.ends() {
            Some((early, late)) => {
                println!("{:<38}{early:>10} KiB\n{:<38}{late:>10} KiB", "memory, early", "memory, late")
            }
            None => println!("memory: skipped, there is no /proc here, or too little time"),
        }
        self.print_wrong();
    }

    fn print_wrong(&self) {
        let wrong = locked(&self.wrong);
        println!("{:<38}{:>10}", "discrepancies", wrong.len());
        for what in wrong.iter().take(TOLD) {
            println!("  {what}");
        }
    }
}

fn title(group: Group) -> &'static str {
    match group {
        Group::Calls => "calls",
        Group::Ends => "calls by end",
        Group::Attempts => "attempts",
        Group::Retries => "retries",
        Group::FailedWrites => "failed writes",
        Group::ReadBack => "failed writes read back",
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
