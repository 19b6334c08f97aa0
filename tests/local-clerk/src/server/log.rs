//! The program's one line a request. A log that nobody reads, or that is closed, holds nothing up: its lines are dropped.

use std::io::Write;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use parking_lot::Mutex;

const LINES: usize = 1024;
/// How long the end waits for the last lines.
const FLUSH: Duration = Duration::from_millis(300);

#[derive(Debug)]
pub(crate) struct Log {
    lines: Option<SyncSender<String>>,
    written: Mutex<Receiver<()>>,
}

impl Log {
    /// A log on standard error, written by a thread of its own.
    pub(crate) fn start() -> std::io::Result<Self> {
        let (lines, to_write) = sync_channel::<String>(LINES);
        let (done, written) = sync_channel(1);
        std::thread::Builder::new().name("local-clerk-log".to_owned()).spawn(move || {
            for line in to_write {
                if writeln!(std::io::stderr(), "{line}").is_err() {
                    break;
                }
            }
            let _ = done.send(());
        })?;
        Ok(Self { lines: Some(lines), written: Mutex::new(written) })
    }

    pub(crate) fn line(&self, line: String) {
        if let Some(lines) = &self.lines {
            let _ = lines.try_send(line);
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        self.lines = None;
        let _ = self.written.lock().recv_timeout(FLUSH);
    }
}
