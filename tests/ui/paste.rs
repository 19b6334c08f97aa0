//! Puts the code that a help shows where it belongs.

use std::ops::Range;

use proc_macro2::LineColumn;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned;
use syn::{Attribute, FnArg, Item, ItemTrait, Pat, PatType, ReturnType, TraitItemFn};

use crate::said::Said;

/// A file, and where in it things are.
pub(crate) struct Source {
    pub(crate) text: String,
    lines: Vec<usize>,
}

#[derive(Clone)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn new(text: String) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Source { text, lines }
    }

    pub(crate) fn offset(&self, place: LineColumn) -> usize {
        let start = self.lines[place.line - 1];
        start + self.text[start..].chars().take(place.column).map(char::len_utf8).sum::<usize>()
    }

    pub(crate) fn range(&self, node: &impl Spanned) -> Range<usize> {
        let span = node.span();
        self.offset(span.start())..self.offset(span.end())
    }

    pub(crate) fn start(&self, said: &Said) -> usize {
        self.offset(LineColumn { line: said.line, column: said.column - 1 })
    }

    /// What is underlined.
    fn underlined(&self, said: &Said) -> Option<Range<usize>> {
        let end = LineColumn { line: said.line, column: said.column - 1 + said.length? };
        Some(self.start(said)..self.offset(end))
    }

    /// The text in `range`, with what was changed in it.
    pub(crate) fn edited(&self, range: Range<usize>, edits: &[Edit]) -> String {
        let mut edits: Vec<&Edit> =
            edits.iter().filter(|edit| range.start <= edit.range.start && edit.range.end <= range.end).collect();
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut text = String::new();
        let mut at = range.start;
        for edit in edits {
            text.push_str(&self.text[at..edit.range.start]);
            text.push_str(&edit.text);
            at = edit.range.end;
        }
        text + &self.text[at..range.end]
    }
}

/// What a trait of the file needs: its types, constants, imports and macros.
pub(crate) fn is_shared(item: &Item) -> bool {
    match item {
        Item::Struct(item) => !is_ours(&item.attrs),
        Item::Type(item) => !is_ours(&item.attrs),
        Item::Impl(item) => {
            !is_ours(&item.attrs) && item.trait_.as_ref().is_some_and(|(path, _)| path.is_ident("PageQuery"))
        }
        Item::Const(item) => !is_ours(&item.attrs),
        Item::Use(item) => !is_ours(&item.attrs),
        Item::Macro(_) => true,
        Item::Mod(item) => !is_ours(&item.attrs),
        _ => false,
    }
}

fn is_ours(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("clerk_api"))
}

/// Where the code belongs that the help shows; nothing, if it shows none.
pub(crate) fn edits(
    source: &Source,
    declared: &ItemTrait,
    method: Option<&TraitItemFn>,
    said: &Said,
) -> Option<Vec<Edit>> {
    let help = said.help.as_deref()?;
    let codes = codes(help);
    let underlined = source.underlined(said);
    if codes.is_empty() && (help.starts_with("remove") || help.starts_with("keep one")) {
        let Range { start, end } = underlined?;
        // `Send + PartialEq + 'static`
        let end = if source.text[end..].starts_with(" + ") { end + 3 } else { end };
        return Some(vec![Edit { range: start..end, text: String::new() }]);
    }
    if help == "end the signature with `;`" {
        let body = method?.default.as_ref()?;
        return Some(vec![Edit { range: source.range(body), text: ";".to_owned() }]);
    }
    let place = Place { source, declared, method, underlined };
    let edits: Option<Vec<Edit>> = codes.iter().map(|code| place.edit(code)).collect();
    edits.filter(|edits| !edits.is_empty())
}

/// What stands in backticks behind "write" and the like.
fn codes(help: &str) -> Vec<String> {
    let mut codes = Vec::new();
    for begin in ["write `", "did you mean `", "an argument: `", "an argument, `", "the arguments `"] {
        let is_list = begin.contains("arguments ") || begin.contains("argument, ");
        for rest in help.split(begin).skip(1) {
            let mut rest = rest;
            while let Some((code, after)) = rest.split_once('`') {
                codes.push(code.to_owned());
                match after.strip_prefix(", `").filter(|_| is_list) {
                    Some(next) => rest = next,
                    None => break,
                }
            }
        }
    }
    codes
}

struct Place<'a> {
    source: &'a Source,
    declared: &'a ItemTrait,
    method: Option<&'a TraitItemFn>,
    underlined: Option<Range<usize>>,
}

impl Place<'_> {
    fn edit(&self, code: &str) -> Option<Edit> {
        let text = code.to_owned();
        if let Some(argument) = argument_name(code) {
            return self.argument(&argument, text);
        }
        if code.starts_with("#[clerk_api") {
            let attr = self.declared.attrs.iter().find(|attr| attr.path().is_ident("clerk_api"))?;
            return Some(Edit { range: self.source.range(attr).start..self.underlined.clone()?.end, text });
        }
        if code.starts_with("#[") {
            return Some(Edit { range: self.attribute()?, text });
        }
        if code.starts_with("fn ") {
            let sig = &self.method?.sig;
            let start = self.source.range(sig).start;
            let end = if code.ends_with(';') {
                self.source.range(self.method?).end
            } else {
                self.source.offset(sig.paren_token.span.close().end())
            };
            return Some(Edit { range: start..end, text });
        }
        if code.starts_with("-> ") {
            let end = self.source.offset(self.method?.sig.paren_token.span.close().end());
            return Some(Edit { range: end..end, text: format!(" {text}") });
        }
        if code.starts_with("Call<") {
            let ReturnType::Type(_, ty) = &self.method?.sig.output else { return None };
            return Some(Edit { range: self.source.range(ty), text });
        }
        let mut range = self.underlined.clone()?;
        // The literal inside an attribute.
        if let (true, Some((before, literal))) =
            (code.starts_with('"'), self.source.text[range.clone()].split_once('"'))
        {
            let length = literal.find([')', ',']).unwrap_or(literal.len());
            range = range.start + before.len()..range.start + before.len() + 1 + length;
        }
        Some(Edit { range, text })
    }

    /// The attribute in which something is underlined.
    fn attribute(&self) -> Option<Range<usize>> {
        let at = self.underlined.as_ref()?.start;
        let of_arguments = self.method.iter().flat_map(|method| &method.sig.inputs).flat_map(|input| match input {
            FnArg::Typed(typed) => &typed.attrs,
            FnArg::Receiver(receiver) => &receiver.attrs,
        });
        let of_method = self.method.iter().flat_map(|method| &method.attrs);
        let mut all = of_arguments.chain(of_method).map(|attr| self.source.range(attr));
        all.find(|range| range.contains(&at))
    }

    /// The argument of that name, or the one that is underlined; else one more.
    fn argument(&self, name: &str, text: String) -> Option<Edit> {
        let sig = &self.method?.sig;
        let is_underlined = |range: &Range<usize>| self.underlined.as_ref().is_some_and(|at| range.contains(&at.start));
        let typed = || {
            sig.inputs.iter().filter_map(|input| match input {
                FnArg::Typed(typed) => Some(typed),
                FnArg::Receiver(_) => None,
            })
        };
        let named = |typed: &&PatType| matches!(&*typed.pat, Pat::Ident(pat) if pat.ident.unraw() == name);
        let found = typed().find(named).or_else(|| typed().find(|typed| is_underlined(&self.source.range(*typed))));
        let Some(found) = found else {
            let end = self.source.offset(sig.paren_token.span.close().start());
            return Some(Edit { range: end..end, text: format!(", {text}") });
        };
        // The role stays where the help shows none, unless the role is what is wrong.
        let in_attrs = found.attrs.iter().any(|attr| is_underlined(&self.source.range(attr)));
        let whole = self.source.range(found);
        let start = if text.starts_with('#') || in_attrs { whole.start } else { self.source.range(&found.pat).start };
        Some(Edit { range: start..whole.end, text })
    }
}

/// `limit` in `#[query("limit")] limit: u32`.
fn argument_name(code: &str) -> Option<String> {
    let rest = match code.strip_prefix("#[") {
        Some(rest) => rest.split_once("] ")?.1,
        None => code,
    };
    let (name, _) = rest.split_once(": ")?;
    let name = name.trim_start_matches("r#");
    name.chars().all(|c| c.is_alphanumeric() || c == '_').then(|| name.to_owned())
}
