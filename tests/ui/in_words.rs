//! The helps that show nothing to paste, by how they begin, and why.

use crate::said::Said;

const WHY: [(&str, &[&str]); 8] = [
    (
        "only the author knows the type",
        &[
            "replace `_` by the type",
            "name the type",
            "take a concrete type",
            "the body is freed when the call ends",
            "a closure cannot be sent",
            "return `Call<T>`",
            "a `Call` yields a `Result` when awaited: return",
            "remove `async` and return",
            "take a slice",
        ],
    ),
    (
        "only the author knows the name",
        &[
            "the name is that of the placeholder",
            "take the value under one name",
            "placeholders are written",
            "placeholders stand in `<…>`; name",
            "a placeholder",
            "name the argument that fills it",
            "a header name is letters",
            "the name stands there as it is",
            "list the members",
            "the members are",
            "it takes `limit",
            "give the second one",
            "give it its own",
        ],
    ),
    (
        "there is more than one way, and a choice to make",
        &[
            "known arguments",
            "known verbs",
            "known attributes",
            "add one of",
            "mark it",
            "mark the argument",
            "a JSON body is marked",
            "a form is marked",
            "a part of a multipart form is marked",
            "`#[body]` is JSON",
            "remove the attribute, or rename",
            "`usr_id` has a role",
            "put it in front of the argument",
            "send the values as",
        ],
    ),
    (
        "one declaration becomes two, or two become one",
        &[
            "declare one method per endpoint",
            "declare the method twice",
            "declare a second endpoint",
            "`POST /users/{}/lock` is already declared",
            "put `#[cfg(…)]` on the method",
            "put both in one struct",
            "put one into the other",
            "add the fields of",
            "a request is either JSON or a form",
        ],
    ),
    (
        "it is said elsewhere than in the declaration",
        &[
            "configure",
            "it follows from",
            "connections are managed",
            "set it on",
            "Clerk's Backend API takes no cookies",
            "any 2xx succeeds",
            "write the path only",
            "put it on the field",
            "describe it in the docs",
        ],
    ),
    (
        "the attribute stands in the wrong place",
        &[
            "`#[clerk_api]` goes on the trait",
            "declare the endpoints in a trait",
            "add `#[clerk_api]` to the trait",
            "put `#[",
            "put `<id>` in the path",
            "put the method in a trait",
            "it goes on the trait",
            "put it on a",
            "put it below",
        ],
    ),
    (
        "what is in the trait belongs elsewhere",
        &[
            "move `",
            "move it out",
            "macros are expanded",
            "a method is declared as",
            "an API has one set",
            "a `Call` owns everything",
            "add a method with",
            "add an argument to each method",
            "a list is asked for with",
        ],
    ),
    (
        "the text is not a path yet",
        &["a literal segment is", "write the path as it is", "write the final path", "a path is `/`"],
    ),
];

pub(crate) fn is_in_words(said: &Said) -> bool {
    let help = said.help.as_deref().unwrap_or_default();
    WHY.iter().any(|(_, helps)| helps.iter().any(|known| help.starts_with(known)))
}
