//! `#[serde(rename_all = "…")]`: the names of all fields or variants in another case.

/// A case by the name that serde has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

pub(crate) const NAMES: [(&str, Case); 8] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    pub(crate) fn apply(self, name: &str) -> String {
        let words = words(name);
        let capitalized = words.iter().map(|word| capitalized(word));
        match self {
            Case::Lower => words.concat(),
            Case::Upper => words.concat().to_uppercase(),
            Case::Pascal => capitalized.collect(),
            Case::Camel => words.iter().take(1).cloned().chain(capitalized.skip(1)).collect(),
            Case::Snake => words.join("_"),
            Case::ScreamingSnake => words.join("_").to_uppercase(),
            Case::Kebab => words.join("-"),
            Case::ScreamingKebab => words.join("-").to_uppercase(),
        }
    }
}

/// `["first", "name"]` for `first_name` and for `FirstName`. A capital begins a word, as serde has it.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in name.split('_') {
        words.push(String::new());
        for c in part.chars() {
            if c.is_uppercase() && words.last().is_some_and(|word| !word.is_empty()) {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(c.to_lowercase());
            }
        }
    }
    words
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Case, NAMES};

    #[test]
    fn fields_and_variants_change_their_case_as_with_serde() {
        let expected = [
            ("lowercase", "firstname"),
            ("UPPERCASE", "FIRSTNAME"),
            ("PascalCase", "FirstName"),
            ("camelCase", "firstName"),
            ("snake_case", "first_name"),
            ("SCREAMING_SNAKE_CASE", "FIRST_NAME"),
            ("kebab-case", "first-name"),
            ("SCREAMING-KEBAB-CASE", "FIRST-NAME"),
        ];
        for ((name, case), (expected_name, expected)) in NAMES.into_iter().zip(expected) {
            assert_eq!(name, expected_name);
            assert_eq!(case.apply("first_name"), expected, "{name} of a field");
            assert_eq!(case.apply("FirstName"), expected, "{name} of a variant");
        }
        assert_eq!(Case::Snake.apply("Pbkdf2Sha512Hex"), "pbkdf2_sha512_hex");
        assert_eq!(Case::Snake.apply("OAuth"), "o_auth");
    }
}
