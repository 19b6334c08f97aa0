//! Partial search: all texts of all rows one after another, in chunks that a search can look through without a lock.

use std::sync::Arc;

use memchr::memmem::Finder;

use super::Slot;
use super::keys::Field;

const CHUNK: usize = 256 * 1024;
/// Ends a row's text. Like the bytes that begin fields, no UTF-8 text has it.
const END: u8 = 0xff;
const FIRST_MARK: u8 = 0xf8;

/// Where a row's text begins: a chunk, and a place in it.
type Place = (u32, u32);

/// The texts of all rows. A changed row gets a new place at the end; when half of it is dead, it is written anew.
#[derive(Clone, Debug, Default)]
pub(crate) struct Search {
    chunks: Vec<Arc<Chunk>>,
    places: Vec<Option<Place>>,
    alive: usize,
    dead: usize,
}

#[derive(Clone, Debug, Default)]
struct Chunk {
    text: Vec<u8>,
    /// The beginnings of rows in it, ascending.
    rows: Vec<(u32, Slot)>,
}

impl Search {
    pub(super) const EMPTY: Self = Self { chunks: Vec::new(), places: Vec::new(), alive: 0, dead: 0 };

    pub(super) fn add(&mut self, slot: Slot, text: &[u8]) {
        let fits = |chunk: &Arc<Chunk>| chunk.text.is_empty() || chunk.text.len() + text.len() < CHUNK;
        if !self.chunks.last().is_some_and(fits) {
            self.chunks.push(Arc::default());
        }
        let number = self.chunks.len() - 1;
        let Some(chunk) = self.chunks.last_mut().map(Arc::make_mut) else { return };
        let start = chunk.text.len();
        chunk.rows.push((start as u32, slot));
        chunk.text.extend_from_slice(text);
        chunk.text.push(END);
        let slot = slot as usize;
        if self.places.len() <= slot {
            self.places.resize(slot + 1, None);
        }
        if let Some(place) = self.places.get_mut(slot) {
            *place = Some((number as u32, start as u32));
        }
        self.alive += text.len() + 1;
    }

    pub(super) fn remove(&mut self, slot: Slot, text: &[u8]) {
        if let Some(place) = self.places.get_mut(slot as usize) {
            *place = None;
        }
        self.alive = self.alive.saturating_sub(text.len() + 1);
        self.dead += text.len() + 1;
        if self.dead > self.alive.max(CHUNK) {
            self.rewrite();
        }
    }

    fn rewrite(&mut self) {
        let old = std::mem::take(self);
        self.places.reserve(old.places.len());
        for (slot, place) in old.places.iter().enumerate() {
            if let Some(text) = place.and_then(|place| old.text_at(place)) {
                self.add(slot as Slot, text);
            }
        }
    }

    fn text_at(&self, (chunk, start): Place) -> Option<&[u8]> {
        let text = self.chunks.get(chunk as usize)?.text.get(start as usize..)?;
        text.split(|byte| *byte == END).next()
    }

    /// What a search needs, to be looked through while others write.
    pub(crate) fn snapshot(&self) -> Snapshot {
        Snapshot(self.chunks.clone())
    }

    /// Whether a row's text has what is looked for.
    pub(crate) fn has(&self, slot: Slot, needle: &Needle) -> bool {
        let text = self.places.get(slot as usize).copied().flatten().and_then(|place| self.text_at(place));
        text.is_some_and(|text| needle.all_in(text).next().is_some())
    }

    /// Whether a hit is still true.
    pub(crate) fn holds(&self, hit: Hit) -> bool {
        self.places.get(hit.slot as usize) == Some(&Some(hit.place))
    }
}

/// A row that was found, and where its text was then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) slot: Slot,
    place: Place,
}

/// A text to look for, and the fields in which it counts; in any field if there are none.
#[derive(Debug)]
pub(crate) struct Needle {
    finder: Finder<'static>,
    fields: &'static [Field],
}

impl Needle {
    /// The text must be in lower case.
    pub(crate) fn new(text: &str, fields: &'static [Field]) -> Self {
        Self { finder: Finder::new(text).into_owned(), fields }
    }

    /// Where the needle begins within one of its fields.
    fn all_in<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        self.finder.find_iter(text).filter(|at| self.fields.is_empty() || self.is_in_field(text, *at))
    }

    /// Each field begins with its mark, so that the last mark before a place says what field it lies in.
    fn is_in_field(&self, text: &[u8], at: usize) -> bool {
        let mark = text.get(..at).and_then(|before| before.iter().rev().find(|byte| **byte >= FIRST_MARK));
        mark.is_some_and(|mark| self.fields.iter().any(|field| *field as u8 == *mark))
    }
}

#[derive(Debug)]
pub(crate) struct Snapshot(Vec<Arc<Chunk>>);

impl Snapshot {
    /// The rows in whose text the needle occurs.
    pub(crate) fn find(&self, needle: &Needle) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (number, chunk) in self.0.iter().enumerate() {
            let mut rows = chunk.rows.iter().peekable();
            let mut last = None;
            for at in needle.all_in(&chunk.text) {
                // Both go up: every row is passed once.
                while let Some(row) = rows.next_if(|(start, _)| *start as usize <= at) {
                    last = Some(row);
                }
                // One hit a row is enough.
                hits.extend(last.take().map(|(start, slot)| Hit { slot: *slot, place: (number as u32, *start) }));
            }
        }
        hits
    }
}
