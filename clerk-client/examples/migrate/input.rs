//! The rows of a file, one after the other.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use super::Result;
use super::columns::Columns;
use super::row::Row;

/// The format of a file, by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Ndjson,
    Csv,
}

impl Format {
    pub(crate) fn of(path: &Path) -> Result<Self> {
        match path.extension().and_then(|end| end.to_str()) {
            Some("ndjson" | "jsonl") => Ok(Self::Ndjson),
            Some("csv") => Ok(Self::Csv),
            _ => Err(format!("{}: neither .ndjson nor .jsonl nor .csv", path.display()).into()),
        }
    }
}

/// A row as it stands in the file.
pub(crate) struct Record {
    /// Its number among the rows, from 0.
    pub(crate) index: u64,
    /// The line that it begins in, from 1.
    pub(crate) line: u64,
    content: Content,
}

enum Content {
    Ndjson(Vec<u8>),
    Csv(csv::ByteRecord),
}

/// The rows of a file.
pub(crate) struct Records {
    source: Source,
    next_index: u64,
}

enum Source {
    Ndjson { lines: BufReader<File>, line: u64 },
    Csv { reader: csv::Reader<File>, columns: Columns },
}

impl Records {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let source = match Format::of(path)? {
            Format::Ndjson => Source::Ndjson { lines: BufReader::with_capacity(1 << 16, file), line: 0 },
            Format::Csv => {
                let mut reader = csv::ReaderBuilder::new().flexible(true).buffer_capacity(1 << 16).from_reader(file);
                let columns =
                    Columns::of(reader.byte_headers()?).map_err(|error| format!("{}: {error}", path.display()))?;
                Source::Csv { reader, columns }
            }
        };
        Ok(Self { source, next_index: 0 })
    }

    /// The row that a record holds, or what is wrong with it.
    pub(crate) fn row(&self, record: &Record) -> std::result::Result<Row, String> {
        match (&record.content, &self.source) {
            (Content::Csv(cells), Source::Csv { columns, .. }) => Row::parse(&columns.json(cells)?),
            (Content::Ndjson(bytes), _) => {
                Row::parse(std::str::from_utf8(bytes).map_err(|_| "the line is not UTF-8".to_owned())?)
            }
            (Content::Csv(_), Source::Ndjson { .. }) => Err("the record of another file".to_owned()),
        }
    }

    /// The next record; blank lines are none.
    fn read(&mut self) -> Result<Option<Record>> {
        let (line, content) = match &mut self.source {
            Source::Ndjson { lines, line } => loop {
                let mut bytes = Vec::new();
                if lines.read_until(b'\n', &mut bytes)? == 0 {
                    return Ok(None);
                }
                *line += 1;
                let text = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| *line == 1).unwrap_or(&bytes).trim_ascii();
                if !text.is_empty() {
                    break (*line, Content::Ndjson(text.to_vec()));
                }
            },
            Source::Csv { reader, .. } => {
                let mut cells = csv::ByteRecord::new();
                if !reader.read_byte_record(&mut cells)? {
                    return Ok(None);
                }
                (cells.position().map_or(0, csv::Position::line), Content::Csv(cells))
            }
        };
        let index = self.next_index;
        self.next_index += 1;
        Ok(Some(Record { index, line, content }))
    }
}

impl Iterator for Records {
    type Item = Result<Record>;

    fn next(&mut self) -> Option<Result<Record>> {
        self.read().transpose()
    }
}

/// Writes records in the format that they were read in.
pub(crate) enum Copies<W: Write> {
    Ndjson(W),
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Copies<W> {
    pub(crate) fn new(mut records: Records, to: W) -> Result<Self> {
        Ok(match &mut records.source {
            Source::Ndjson { .. } => Self::Ndjson(to),
            Source::Csv { reader, .. } => {
                // A row that was refused for its number of cells is copied as it is.
                let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(to);
                writer.write_byte_record(reader.byte_headers()?)?;
                Self::Csv(Box::new(writer))
            }
        })
    }

    pub(crate) fn write(&mut self, record: &Record) -> Result<()> {
        match (self, &record.content) {
            (Self::Ndjson(writer), Content::Ndjson(bytes)) => {
                writer.write_all(bytes)?;
                writer.write_all(b"\n")?;
            }
            (Self::Csv(writer), Content::Csv(cells)) => writer.write_byte_record(cells)?,
            _ => return Err("a record of another format".into()),
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<W> {
        match self {
            Self::Ndjson(writer) => Ok(writer),
            Self::Csv(writer) => writer.into_inner().map_err(|error| error.to_string().into()),
        }
    }
}
