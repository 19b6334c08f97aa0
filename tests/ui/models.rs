//! Twins of the mistakes in models: a field or a variant at a time, or what stands above the braces.

use std::fmt::Write as _;
use std::ops::Range;

use syn::{Attribute, Fields, Ident, Item};

use crate::in_words::is_in_words;
use crate::paste::{Edit, Source};
use crate::said::Said;

/// A struct or an enum of a file.
struct Model<'a> {
    source: &'a Source,
    whole: Range<usize>,
    attrs: &'a [Attribute],
    ident: &'a Ident,
    parts: Vec<Part<'a>>,
}

/// A field or a variant.
struct Part<'a> {
    whole: Range<usize>,
    name: String,
    attrs: &'a [Attribute],
    ty: Option<Range<usize>>,
}

/// Writes the twins of an item, and returns the helps that could not be pasted.
pub(crate) fn write(source: &Source, item: &Item, errors: &[&Said], out: &mut String) -> Vec<String> {
    let Some(model) = Model::of(source, item).filter(|model| errors.iter().any(|said| model.has(said))) else {
        return Vec::new();
    };
    let errors: Vec<&Said> = errors.iter().copied().filter(|said| model.has(said)).collect();
    let is_sound = |range: &Range<usize>| !errors.iter().any(|said| range.contains(&source.start(said)));
    let sound: Vec<&Part<'_>> = model.parts.iter().filter(|part| is_sound(&part.whole)).collect();
    let sound_attrs: Vec<Range<usize>> =
        model.attrs.iter().map(|attr| source.range(attr)).filter(|attr| is_sound(attr)).collect();
    let text = |part: &&Part<'_>| source.text[part.whole.clone()].to_owned();
    let mut lost = Vec::new();
    let mut head = Vec::new();
    for said in &errors {
        let part = model.parts.iter().find(|part| part.whole.contains(&source.start(said)));
        match (model.edit(part, said), part) {
            (Some(edit), Some(part)) => {
                let edited = source.edited(part.whole.clone(), &[edit]);
                model.twin(&part.name, &sound_attrs, &[], vec![edited], out);
            }
            (Some(edit), None) => head.push(edit),
            (None, _) if is_in_words(said) => {}
            (None, _) => lost.push(said.shown()),
        }
    }
    if !head.is_empty() {
        let attrs: Vec<Range<usize>> = model.attrs.iter().map(|attr| source.range(attr)).collect();
        let mended = |attr: &Range<usize>| {
            is_sound(attr) || head.iter().any(|edit| attr.contains(&edit.range.start) && !edit.range.is_empty())
        };
        let attrs: Vec<Range<usize>> = attrs.into_iter().filter(mended).collect();
        let added = head.iter().filter(|edit| edit.range.is_empty()).map(|edit| edit.text.clone());
        let parts = sound.iter().map(text).chain(added).collect();
        model.twin("head", &attrs, &head, parts, out);
    }
    // Other models of the file may have it as a field.
    let is_in_attrs_or_parts = |said: &&Said| {
        let at = source.start(said);
        at < source.range(model.ident).start || model.parts.iter().any(|part| part.whole.contains(&at))
    };
    if model.is_struct() && !sound.is_empty() && errors.iter().all(is_in_attrs_or_parts) {
        model.twin("", &sound_attrs, &[], sound.iter().map(text).collect(), out);
    }
    lost
}

/// Whether an error is one of the item's.
pub(crate) fn is_at(source: &Source, item: &Item, said: &Said) -> bool {
    Model::of(source, item).is_some_and(|model| model.has(said))
}

impl<'a> Model<'a> {
    fn of(source: &'a Source, item: &'a Item) -> Option<Self> {
        let (attrs, ident, parts) = match item {
            Item::Struct(item) => {
                let Fields::Named(fields) = &item.fields else { return None };
                let part = |field: &'a syn::Field| Part {
                    whole: source.range(field),
                    name: field.ident.as_ref().map(Ident::to_string).unwrap_or_default(),
                    attrs: &field.attrs,
                    ty: Some(source.range(&field.ty)),
                };
                (&item.attrs, &item.ident, fields.named.iter().map(part).collect())
            }
            Item::Enum(item) => {
                let part = |variant: &'a syn::Variant| Part {
                    whole: source.range(variant),
                    name: variant.ident.to_string(),
                    attrs: &variant.attrs,
                    ty: None,
                };
                (&item.attrs, &item.ident, item.variants.iter().map(part).collect())
            }
            _ => return None,
        };
        Some(Model { source, whole: source.range(item), attrs, ident, parts })
    }

    fn has(&self, said: &Said) -> bool {
        self.whole.contains(&self.source.start(said))
    }

    fn is_struct(&self) -> bool {
        self.parts.iter().all(|part| part.ty.is_some())
    }

    /// What the help shows, where it belongs; nothing, if it shows nothing.
    fn edit(&self, part: Option<&Part<'_>>, said: &Said) -> Option<Edit> {
        let help = said.help.as_deref()?;
        let attr = part.map_or(self.attrs, |part| part.attrs);
        let at = self.source.start(said);
        let attr = attr.iter().map(|attr| self.source.range(attr)).find(|attr| attr.contains(&at));
        let edit = |range: Range<usize>, text: &str| Some(Edit { range, text: text.to_owned() });
        if let Some(variant) = shown(help, "add `") {
            return edit(at..at, variant);
        }
        if let Some(word) = shown(help, "remove `").filter(|_| help.starts_with("remove `")) {
            let attr = attr?;
            let words = self.words(&attr)?;
            let word = words.into_iter().find(|range| self.source.text[range.clone()].starts_with(word))?;
            return edit(self.with_its_comma(word, attr), "");
        }
        if let Some(ty) = shown(help, "its type as `") {
            return edit(part?.ty.clone()?, ty);
        }
        let code = ["write `", "did you mean `", "as for serde: `", "both ends: `", "largest value: `"];
        match code.into_iter().find_map(|begin| shown(help, begin)) {
            Some(code) if code.ends_with("(Box<str>)") => edit(part?.whole.clone(), code),
            Some(code) if code.starts_with("#[") => edit(attr?, code),
            Some(code) => edit(self.word(&attr?, at)?, code),
            None if !help.contains("remove") || help.starts_with("remove its text") => None,
            None => match attr {
                Some(attr) if attr.start == at => edit(attr, ""),
                Some(attr) => edit(self.with_its_comma(self.word(&attr, at)?, attr), ""),
                // What a variant holds.
                None if self.source.text[at..].starts_with('(') => edit(at..part?.whole.end, ""),
                None => None,
            },
        }
    }

    /// `required` and `range = 1..=5` of `#[clerk(required, range = 1..=5)]`.
    fn words(&self, attr: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let text = &self.source.text[attr.clone()];
        let (open, close) = (text.find('(')? + 1, text.rfind(')')?);
        let mut at = attr.start + open;
        let words = text[open..close].split(", ").map(|word| {
            let range = at..at + word.len();
            at = range.end + ", ".len();
            range
        });
        Some(words.collect())
    }

    fn word(&self, attr: &Range<usize>, at: usize) -> Option<Range<usize>> {
        self.words(attr)?.into_iter().find(|word| word.contains(&at))
    }

    /// Without the last word, nothing is left of the attribute.
    fn with_its_comma(&self, word: Range<usize>, attr: Range<usize>) -> Range<usize> {
        let text = &self.source.text;
        if text[..word.start].ends_with(", ") {
            word.start - 2..word.end
        } else if text[word.end..].starts_with(", ") {
            word.start..word.end + 2
        } else {
            attr
        }
    }

    fn twin(&self, name: &str, attrs: &[Range<usize>], edits: &[Edit], mut parts: Vec<String>, out: &mut String) {
        let kind = if self.is_struct() { "struct" } else { "enum" };
        if kind == "enum" && !parts.iter().any(|part| part.contains("#[clerk(other)]")) {
            parts.push("#[clerk(other)] Unlisted(Box<str>)".to_owned());
        }
        for attr in attrs {
            writeln!(out, "{}", self.source.edited(attr.clone(), edits)).unwrap();
        }
        let name = if name.is_empty() { self.ident.to_string() } else { format!("{}_{name}", self.ident) };
        writeln!(out, "{kind} {name} {{").unwrap();
        for part in parts {
            let lines = part.lines().map(|line| line.split("//~").next().unwrap_or_default().trim_end());
            let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
            writeln!(out, "    {},", lines.join("\n").trim_start()).unwrap();
        }
        writeln!(out, "}}").unwrap();
    }
}

/// What stands in backticks behind `begin`; not what has `…` in the place of something that only the author knows.
fn shown<'h>(help: &'h str, begin: &str) -> Option<&'h str> {
    let code = help.split_once(begin)?.1.split('`').next()?;
    Some(code).filter(|code| !code.contains('…'))
}
