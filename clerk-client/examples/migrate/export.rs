//! `export`: all users to a file that `import` reads.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use clerk_client::{Client, ListUsers, OrderBy, User};

use super::args::Export;
use super::input::Format;
use super::report::{self, Bar};
use super::row::Exported;
use super::{Ended, Result, columns, failed};

pub(crate) async fn run(client: &Client, export: &Export) -> Result<Ended> {
    let path = &export.file;
    let format = Format::of(path)?;
    if path.exists() && !export.force {
        return Err(format!("{}: it is there already; --force writes over it", path.display()).into());
    }
    let part = failed::part_of(path);
    let named = |error: std::io::Error| format!("{}: {error}", part.display());
    let mut writer = Writer::new(format, BufWriter::with_capacity(1 << 16, File::create(&part).map_err(named)?))?;
    match write(client, &mut writer).await.and_then(|written| writer.finish().map(|()| written)) {
        Ok(written) => {
            std::fs::rename(&part, path)?;
            say(path, &written);
            Ok(Ended::Well)
        }
        Err(error) => {
            let _ = std::fs::remove_file(&part);
            Err(format!("{}: {error}", path.display()).into())
        }
    }
}

#[derive(Default)]
struct Written {
    users: u64,
    /// Those with something that only Clerk has.
    with_password: u64,
    with_second_factor: u64,
}

async fn write(client: &Client, writer: &mut Writer) -> Result<Written> {
    let mut users = client.users().all(&ListUsers::new().order_by(OrderBy::CreatedAt.asc())).stream();
    let bar = Bar::new(users.total().await.ok());
    let mut written = Written::default();
    while let Some(user) = users.try_next().await? {
        written.count(&user);
        writer.write(&user.into())?;
        bar.tick();
    }
    Ok(written)
}

impl Written {
    fn count(&mut self, user: &User) {
        self.users += 1;
        self.with_password += u64::from(user.password_enabled);
        self.with_second_factor += u64::from(user.two_factor_enabled);
    }
}

fn say(path: &Path, written: &Written) {
    report::counted("users", written.users);
    if written.with_password + written.with_second_factor > 0 {
        report::counted("have a password, which Clerk's API does not return", written.with_password);
        report::counted("have a second factor, which it does not return either", written.with_second_factor);
    }
    println!("They are in {}.", path.display());
}

enum Writer {
    Ndjson(BufWriter<File>),
    Csv(Box<csv::Writer<BufWriter<File>>>),
}

impl Writer {
    fn new(format: Format, to: BufWriter<File>) -> Result<Self> {
        Ok(match format {
            Format::Ndjson => Self::Ndjson(to),
            Format::Csv => {
                let mut writer = csv::Writer::from_writer(to);
                writer.write_record(columns::exported().map(|(name, _)| name))?;
                Self::Csv(Box::new(writer))
            }
        })
    }

    fn write(&mut self, user: &Exported) -> Result<()> {
        match self {
            Self::Ndjson(writer) => {
                serde_json::to_writer(&mut *writer, user)?;
                writer.write_all(b"\n")?;
            }
            Self::Csv(writer) => writer.write_record(columns::cells(user)?)?,
        }
        Ok(())
    }

    /// Everything is on disk.
    fn finish(&mut self) -> Result<()> {
        let file = match self {
            Self::Ndjson(writer) => {
                writer.flush()?;
                writer.get_ref()
            }
            Self::Csv(writer) => {
                writer.flush()?;
                writer.get_ref().get_ref()
            }
        };
        Ok(file.sync_all()?)
    }
}
