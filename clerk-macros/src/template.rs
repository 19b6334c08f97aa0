//! The path template: `/users/<user_id>/ban`. Knows text only; spans are the caller's business.

use syn::Ident;
use syn::ext::IdentExt as _;
use syn::parse::Parser as _;

/// One part of a path between two slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    Literal(String),
    /// Filled by the argument of this name.
    Placeholder(String),
}

/// A path that has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) segments: Vec<Segment>,
}

/// What is wrong with a template, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) message: String,
    pub(crate) help: String,
    /// The segment as it should be.
    instead: Option<String>,
}

impl Flaw {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        let readable = |text: String| text.chars().map(visible).collect();
        Flaw { message: readable(message.into()), help: readable(help.into()), instead: None }
    }

    fn instead(self, segment: impl Into<String>) -> Self {
        Flaw { instead: Some(segment.into()), ..self }
    }
}

impl Template {
    /// Reads `text`, or lists everything that is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, Vec<Flaw>> {
        if let Some(flaw) = not_a_path(text) {
            return Err(vec![flaw]);
        }
        let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
        let read: Vec<_> = parts.iter().map(|part| segment(part)).collect();
        let flaws = flaws(text, &parts, &read);
        if flaws.is_empty() { Ok(Template { segments: read.into_iter().flatten().collect() }) } else { Err(flaws) }
    }

    /// `prefix` followed by `self`.
    pub(crate) fn under(&self, prefix: &Template) -> Template {
        Template { segments: prefix.segments.iter().chain(&self.segments).cloned().collect() }
    }

    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Placeholder(name) => Some(name.as_str()),
            Segment::Literal(_) => None,
        })
    }

    /// As OpenAPI writes it: `/users/{user_id}`.
    pub(crate) fn openapi(&self) -> String {
        self.write(|name| format!("{{{name}}}"))
    }

    /// As it is declared: `/users/<user_id>`.
    pub(crate) fn declared(&self) -> String {
        self.write(|name| format!("<{name}>"))
    }

    /// Two templates with one shape are one endpoint.
    pub(crate) fn shape(&self) -> String {
        self.write(|_| "{}".to_owned())
    }

    fn write(&self, placeholder: impl Fn(&str) -> String) -> String {
        let parts = self.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => format!("/{text}"),
            Segment::Placeholder(name) => format!("/{}", placeholder(name)),
        });
        let path: String = parts.collect();
        if path.is_empty() { "/".to_owned() } else { path }
    }
}

/// What makes the rest of the text not worth judging.
fn not_a_path(text: &str) -> Option<Flaw> {
    if text.is_empty() {
        return Some(Flaw::new("the path template is empty", "write `\"/\"` for the root of the API"));
    }
    if text.trim() != text {
        let help = format!("write `\"{}\"`", text.trim());
        return Some(Flaw::new(format!("path template `{text}` has spaces around it"), help));
    }
    if let Some((_, path)) = text.split_once(' ').filter(|(verb, path)| is_verb(verb) && path.starts_with('/')) {
        return Some(Flaw::new(
            "path template contains the verb",
            format!("write `\"{path}\"`; the attribute is the verb"),
        ));
    }
    if text.contains("://") {
        return Some(Flaw::new(
            "path template contains a scheme",
            "write the path only; the host comes from the `Client`",
        ));
    }
    if let Some(at) = query_start(text) {
        return Some(query_flaw(&text[at..]));
    }
    if text.contains('\\') {
        let path = text.replace('\\', "/");
        let help = format!("segments are separated by `/`: write `\"/{}\"`", path.trim_start_matches('/'));
        return Some(Flaw::new(format!("path template `{text}` contains `\\`"), help));
    }
    if text.contains('#') && !text.contains("r#") {
        return Some(Flaw::new("path template contains a fragment", "a `#fragment` is never sent; remove it"));
    }
    None
}

fn is_verb(word: &str) -> bool {
    ["get", "post", "put", "patch", "delete", "head", "options"].contains(&word.to_lowercase().as_str())
}

/// A `?` that begins a query, and is not the `?` of an optional placeholder of some other framework.
fn query_start(text: &str) -> Option<usize> {
    let at = text.find('?')?;
    let segment = text[..at].rsplit('/').next().unwrap_or_default();
    let optional = text[at + 1..].starts_with(['>', '}']) || (segment.starts_with(':') && !text[at..].contains('='));
    (!optional).then_some(at)
}

fn query_flaw(query: &str) -> Flaw {
    let key = query[1..].split(['=', '&']).next().unwrap_or_default();
    let key = key.trim_matches(['<', '>', '{', '}', '.']);
    let help = match identifier(key) {
        Some(name) => format!("take an argument for it: `#[query(\"{key}\")] {name}: u32`"),
        None => "take a `#[query]` argument".to_owned(),
    };
    Flaw::new(format!("path template contains a query string, `{query}`"), help)
}

/// What is wrong with the slashes, then with the segments. Where all of it can be mended, each help shows the whole path.
fn flaws(text: &str, parts: &[&str], read: &[Result<Segment, Flaw>]) -> Vec<Flaw> {
    let mended = parts.iter().zip(read).map(|(part, read)| match read {
        Ok(_) => Some((*part).to_owned()),
        Err(flaw) => flaw.instead.clone(),
    });
    let whole = mended.collect::<Option<Vec<_>>>().map(|parts| format!("write `\"/{}\"`", parts.join("/")));
    let mut flaws =
        outer_flaws(text, whole.as_deref().unwrap_or("a path is `/`, then segments with one `/` between them"));
    flaws.extend(read.iter().filter_map(|read| read.as_ref().err()).map(|flaw| match &whole {
        Some(whole) => Flaw::new(
            &flaw.message,
            format!("{}{} {whole}", flaw.help, if flaw.help.ends_with('?') { "" } else { ":" }),
        ),
        None => flaw.clone(),
    }));
    flaws
}

/// Slashes that are missing or too many.
fn outer_flaws(text: &str, help: &str) -> Vec<Flaw> {
    let flaw = |what: &str| Flaw::new(format!("path template `{text}` {what}"), help);
    let mut flaws = Vec::new();
    if !text.starts_with('/') {
        flaws.push(flaw("must start with `/`"));
    }
    if text.trim_end_matches('/').contains("//") || (text.len() > 1 && text.trim_matches('/').is_empty()) {
        flaws.push(flaw("has an empty segment"));
    } else if text.len() > 1 && text.ends_with('/') {
        flaws.push(flaw("ends with `/`"));
    }
    flaws
}

fn segment(part: &str) -> Result<Segment, Flaw> {
    if let Some(name) = part.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        if !name.contains(['<', '>']) {
            return placeholder(name);
        }
    }
    if part == "." || part == ".." {
        return Err(Flaw::new(format!("path template contains `{part}`"), "write the final path"));
    }
    if part.contains(['<', '>']) {
        return Err(malformed(part));
    }
    if let Some(name) = foreign_placeholder(part) {
        return Err(foreign(part, name));
    }
    match part.chars().find(|c| !is_allowed(*c)) {
        Some(character) => Err(not_allowed(character, part)),
        None => Ok(Segment::Literal(part.to_owned())),
    }
}

fn malformed(part: &str) -> Flaw {
    let name: String = part.chars().filter(|c| !matches!(c, '<' | '>')).collect();
    let opened = part.matches('<').count();
    let closed = part.matches('>').count();
    let help = if part.starts_with('<') && opened == 1 && closed == 0 {
        "close the placeholder"
    } else if part.ends_with('>') && closed == 1 && opened == 0 {
        "open the placeholder"
    } else if part == format!("<<{name}>>") {
        "a placeholder has one pair of brackets"
    } else {
        ""
    };
    let flaw = |help: &str| Flaw::new(format!("malformed path segment `{part}`"), help);
    if help.is_empty() || identifier(&name).is_none() {
        return flaw("a placeholder fills a whole segment; build the value in the argument");
    }
    flaw(help).instead(format!("<{name}>"))
}

/// `{id}`, `:id`, `[id]`, `*path`, `$id`: the name inside.
fn foreign_placeholder(part: &str) -> Option<&str> {
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

fn foreign(part: &str, name: &str) -> Flaw {
    if part.starts_with('*') {
        let message = format!("`{part}` is not supported");
        return Flaw::new(message, "a placeholder is one segment; `/` in a value is sent as `%2F`");
    }
    let flaw = |help: String| Flaw::new(format!("unknown placeholder syntax `{part}`"), help);
    match valid_name(name.split(':').next().unwrap_or_default()) {
        Some(name) if part.starts_with(['{', '[', ':', '$']) => {
            flaw(format!("placeholders are written `<{name}>`")).instead(format!("<{name}>"))
        }
        Some(name) => flaw(format!("placeholders are written `<{name}>`, and fill a whole segment")),
        None => flaw("placeholders are written `<name>`, after the argument that fills them".to_owned()),
    }
}

fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:@!&'()+,;=".contains(character)
}

fn not_allowed(character: char, part: &str) -> Flaw {
    let help = match character {
        '%' => "write the path as it is: literal segments are letters, digits, `-`, `_`, `.` and `~`",
        _ => "a literal segment is letters, digits, `-`, `_`, `.` and `~`; a value goes into a placeholder",
    };
    Flaw::new(format!("`{}` is not allowed in a path, as in `{part}`", visible(character)), help)
}

/// A character that cannot be seen is shown by its number.
fn visible(character: char) -> String {
    let escaped: String = character.escape_debug().collect();
    if character.is_control() || escaped.starts_with("\\u") { escaped } else { character.to_string() }
}

fn placeholder(name: &str) -> Result<Segment, Flaw> {
    if name.is_empty() {
        return Err(Flaw::new("empty placeholder `<>`", "name the argument that fills it: `<user_id>`"));
    }
    if identifier(name).is_some() && !name.starts_with("r#") {
        return Ok(Segment::Placeholder(name.to_owned()));
    }
    Err(bad_name(name))
}

fn bad_name(name: &str) -> Flaw {
    if let Some(plain) = name.strip_prefix("r#") {
        let flaw = Flaw::new(format!("placeholder `<{name}>` is a raw identifier"), "placeholders have no `r#`");
        return flaw.instead(format!("<{plain}>"));
    }
    if name.ends_with("..") || name.contains('*') || name.ends_with('+') {
        let message = format!("`<{name}>` is not supported");
        return Flaw::new(message, "a placeholder is one segment; `/` in a value is sent as `%2F`");
    }
    if let Some(plain) = name.strip_suffix('?') {
        let message = format!("`<{name}>` is not supported");
        return Flaw::new(message, format!("declare a second endpoint without `<{plain}>`"));
    }
    if let Some((left, right)) = name.split_once(':') {
        let known = ["int", "float", "str", "string", "uuid", "path", "i32", "i64", "u32", "u64", "String"];
        let plain = if known.contains(&left.trim()) { right.trim() } else { left.trim() };
        let message = format!("placeholder `<{name}>` has a type");
        return Flaw::new(message, "the type is that of the argument").instead(format!("<{plain}>"));
    }
    let flaw = |help: &str| Flaw::new(format!("`{name}` is not a valid argument name"), help);
    match valid_name(name) {
        Some(valid) => flaw(&format!("did you mean `<{valid}>`?")).instead(format!("<{valid}>")),
        None => flaw("a placeholder names an argument of the method, such as `<user_id>`"),
    }
}

/// `user-id` → `user_id`, where that is all there is to mend.
fn valid_name(name: &str) -> Option<String> {
    let mended: String = name.trim().chars().map(|c| if matches!(c, '-' | '.' | ' ') { '_' } else { c }).collect();
    identifier(&mended).map(|_| mended)
}

/// What an argument can be called; keywords too, since `r#type` fills `<type>`.
fn identifier(name: &str) -> Option<Ident> {
    let whole = |input: syn::parse::ParseStream<'_>| Ident::parse_any(input);
    let usable = !["self", "Self", "super", "crate", "_"].contains(&name);
    let ascii_or_letter = name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '#');
    if usable && ascii_or_letter { whole.parse_str(name).ok() } else { None }
}

#[cfg(test)]
mod tests;
