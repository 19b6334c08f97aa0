//! How the tour looks: one aligned line for each request.

use anstream::println;
use anstyle::{AnsiColor, Style};
use clerk_client::{Method, StatusCode};

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();
const QUIET: Style = Style::new().dimmed();
const STRONG: Style = Style::new().bold();

/// What was asked for.
pub(crate) struct Line {
    pub(crate) method: Method,
    pub(crate) path: String,
}

pub(crate) fn title(text: &str) {
    println!("{STRONG}{text}{STRONG:#}");
}

pub(crate) fn note(text: &str) {
    println!("{QUIET}{text}{QUIET:#}");
}

pub(crate) fn chapter(text: &str) {
    println!("\n{STRONG}{text}{STRONG:#}");
}

/// A request that went as it should.
pub(crate) fn good(line: &Line, status: Option<StatusCode>, text: &str) {
    row(GOOD, "✓", line, status, text);
}

/// A request that did not.
pub(crate) fn bad(line: &Line, status: Option<StatusCode>, text: &str) {
    row(BAD, "✗", line, status, text);
}

/// 100 columns at most, if `text` is no longer than 30.
fn row(style: Style, mark: &str, line: &Line, status: Option<StatusCode>, text: &str) {
    let status = status.map_or_else(|| "---".to_owned(), |status| status.as_str().to_owned());
    let (method, path) = (line.method.as_str(), shortened(&line.path));
    println!("  {style}{mark}{style:#} {method:<6} {path:<54} {style}{status}{style:#}  {text}");
}

/// The last line: whether all went well.
pub(crate) fn verdict(good: bool, text: &str) {
    let style = if good { GOOD } else { BAD };
    println!("\n{style}{text}{style:#}");
}

/// Long ids and values are cut, so that the columns line up.
fn shortened(path: &str) -> String {
    let (path, query) = path.split_once('?').map_or((path, String::new()), |(path, query)| (path, format!("?{query}")));
    let segments: Vec<_> = path.split('/').map(|segment| cut(segment, 27, 9)).collect();
    cut(&format!("{}{}", segments.join("/"), cut(&query, 32, 31)), 54, 53)
}

/// `text`, or the first `kept` characters of it if it is longer than `max`.
fn cut(text: &str, max: usize, kept: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    text.chars().take(kept).chain(['…']).collect()
}
