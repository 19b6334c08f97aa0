//! "Did you mean": the nearest of some words.

/// The candidate that `word` is most likely a misspelling of.
pub(crate) fn similar<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = plain(word);
    candidates
        .into_iter()
        .map(|candidate| (plain(candidate), candidate))
        .map(|(plain, candidate)| (distance(&word, &plain), word.len().min(plain.len()), candidate))
        .filter(|(distance, length, _)| *distance <= allowed(*length))
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, _, candidate)| candidate)
}

/// How many letters may differ, by the length of the shorter word. Any two letters differ by one only: they are not similar.
fn allowed(length: usize) -> usize {
    if length < 2 { 0 } else { (length / 3).max(1) }
}

/// `userId`, `user-id` and `user_id` are one word.
fn plain(word: &str) -> Vec<char> {
    word.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn a_misspelt_word_finds_its_neighbour() {
        let verbs = ["get", "post", "put", "patch", "delete"];
        for (word, expected) in [
            ("pst", Some("post")),
            ("gte", Some("get")),
            ("GET", Some("get")),
            ("ptach", Some("patch")),
            ("delet", Some("delete")),
            ("remove", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(similar(word, verbs), expected, "{word}");
        }
    }

    #[test]
    fn case_and_separators_do_not_matter() {
        assert_eq!(similar("userId", ["request", "user_id"]), Some("user_id"));
        assert_eq!(similar("user-id", ["user_id"]), Some("user_id"));
    }

    #[test]
    fn the_nearest_candidate_wins() {
        assert_eq!(similar("usr_id", ["user_ip", "user_id"]), Some("user_id"));
        assert_eq!(similar("id", ["user_id", "body"]), None);
    }

    #[test]
    fn a_third_of_the_shorter_word_may_differ() {
        for (word, candidate, expected) in [
            ("multiprt", "multipart", true),
            ("mutlpart", "multipart", true),
            ("multi", "multipart", false),
            ("organisaton_id", "organization_id", true),
            ("organization", "org", false),
            ("org", "organization", false),
            ("ge", "get", true),
            ("g", "get", false),
            ("a", "b", false),
            ("a", "A", true),
            ("gxx", "get", false),
        ] {
            assert_eq!(similar(word, [candidate]).is_some(), expected, "{word} and {candidate}");
        }
    }
}
