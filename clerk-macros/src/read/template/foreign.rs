//! The placeholders of other frameworks: `{id}`, `:id`, `[id]`, `*path`, `$id`.

use super::flaw::Flaw;
use super::name::valid;

pub(super) fn flaw(part: &str) -> Option<Flaw> {
    let name = name(part)?;
    if part.starts_with('*') {
        let flaw = Flaw::new(format!("`{part}` is not supported"));
        return Some(flaw.advice("a placeholder is one segment; `/` in a value is sent as `%2F`"));
    }
    let flaw = Flaw::new(format!("unknown placeholder syntax `{part}`"));
    Some(match valid(name.split(':').next().unwrap_or_default()) {
        Some(name) if part.starts_with(['{', '[', ':', '$']) => {
            flaw.advice("placeholders stand in `<…>`").mended(format!("<{name}>"))
        }
        Some(name) => flaw.advice(format!("placeholders are written `<{name}>`, and fill a whole segment")),
        None => flaw.advice("placeholders are written `<name>`, after the argument that fills them"),
    })
}

/// The name inside, if this is a placeholder at all.
fn name(part: &str) -> Option<&str> {
    if let Some(open) = part.find(['{', '[']) {
        let inside = &part[open..];
        let end = inside.find(['}', ']']).unwrap_or(inside.len());
        return Some(inside[..end].trim_matches(['{', '[', ':', '*', '.', '?', ' ']));
    }
    if part.contains(['}', ']']) {
        return Some(part.trim_end_matches(['}', ']']));
    }
    let first = part.chars().next()?;
    let rest = part.trim_start_matches(first).trim_end_matches('?');
    matches!(first, ':' | '*' | '$').then_some(rest)
}
