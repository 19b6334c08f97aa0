//! The words that one place knows, and a help for those that it does not.

use super::similar;

/// What is known in one place, and what other frameworks call it.
pub(crate) struct Words {
    pub(crate) known: &'static [&'static str],
    /// How a known word is shown: `#[body]` for `body`.
    pub(crate) shown: fn(&str) -> String,
    /// Words of other frameworks, and what to write here.
    pub(crate) elsewhere: &'static [(&'static [&'static str], &'static str)],
    /// The help where nothing is near: the list.
    pub(crate) list: &'static str,
}

impl Words {
    /// What to write in the place of a word that is not known: what others call it, else the nearest word, else the list.
    pub(crate) fn help(&self, word: &str) -> String {
        if let Some(help) = self.elsewhere(|known| known == word) {
            return help.to_owned();
        }
        if let Some(known) = similar(word, self.known.iter().copied()) {
            return format!("did you mean `{}`?", (self.shown)(known));
        }
        let lower = word.to_lowercase();
        let has_part = |known: &str| lower.split(['_', '-']).any(|part| part == known);
        self.elsewhere(has_part).unwrap_or(self.list).to_owned()
    }

    /// The known word that this one contains: `body` in `request_body`, `get` in `GetMapping`.
    pub(crate) fn part_of(&self, word: &str) -> Option<&'static str> {
        let parts = parts(word);
        self.known.iter().copied().find(|known| parts.iter().any(|part| part == known))
    }

    fn elsewhere(&self, is_meant: impl Fn(&str) -> bool) -> Option<&'static str> {
        let mut rows = self.elsewhere.iter();
        rows.find(|(words, _)| words.iter().any(|known| is_meant(known))).map(|(_, help)| *help)
    }
}

/// `["get", "mapping"]` for `get_mapping` and for `GetMapping`.
fn parts(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut was_lower = false;
    for c in word.chars() {
        if matches!(c, '_' | '-') || (c.is_uppercase() && was_lower) {
            parts.push(String::new());
        }
        if let Some(last) = parts.last_mut().filter(|_| !matches!(c, '_' | '-')) {
            last.extend(c.to_lowercase());
        }
        was_lower = c.is_lowercase();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Words, parts};

    const WORDS: Words = Words {
        known: &["query", "body"],
        shown: |word| format!("#[{word}]"),
        elsewhere: &[(&["json", "payload"], "a JSON body is marked `#[body]`"), (&["quer"], "not that")],
        list: "known: `#[query]`, `#[body]`",
    };

    #[test]
    fn what_others_call_it_comes_before_the_nearest_word_and_that_before_the_list() {
        for (word, help) in [
            ("json", "a JSON body is marked `#[body]`"),
            ("quer", "not that"),
            ("qury", "did you mean `#[query]`?"),
            ("json_payload", "a JSON body is marked `#[body]`"),
            ("something", "known: `#[query]`, `#[body]`"),
        ] {
            assert_eq!(WORDS.help(word), help, "{word}");
        }
    }

    #[test]
    fn a_known_word_is_found_in_a_longer_one() {
        for (word, known) in
            [("request_body", Some("body")), ("RequestBody", Some("body")), ("queries", None), ("anybody", None)]
        {
            assert_eq!(WORDS.part_of(word), known, "{word}");
        }
        assert_eq!(parts("getMapping"), ["get", "mapping"]);
        assert_eq!(parts("GET"), ["get"]);
    }
}
