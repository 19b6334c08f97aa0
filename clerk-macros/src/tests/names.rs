//! The generated code names nothing that a user's module could mean something else by.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};

use super::expand;

/// Words of the language and of attributes, and what the code itself declares.
const OWN: [&str; 26] = [
    "as",
    "__call",
    "const",
    "diagnostic",
    "doc",
    "dyn",
    "fn",
    "for",
    "impl",
    "let",
    "message",
    "mut",
    "note",
    "pub",
    "self",
    "static",
    "trait",
    "ENDPOINTS",
    "_",
    "where",
    "allow",
    "cfg",
    "inline",
    "automatically_derived",
    "argument_2",
    "Self",
];

#[test]
fn everything_is_named_from_the_root() {
    let item = r#"
        /// Documented.
        #[allow(dead_code)]
        trait Zeta {
            /// Documented.
            #[post("/a/<alpha>/<beta>")]
            fn gamma(
                &self,
                alpha: &Alpha,
                beta: Beta,
                #[query] delta: &Delta,
                #[query("key")] epsilon: Epsilon,
                #[header("x-name")] eta: Eta,
                #[body] theta: &Theta,
            ) -> Call<Iota>;

            #[put("/b")]
            fn kappa(&self, #[form] lambda: Lambda) -> Call<Mu>;

            #[patch("/c")]
            fn nu(&self, #[multipart] xi: Xi) -> Call<()>;
        }
    "#;
    assert_eq!(unqualified(item, expand("", item)), Vec::<String>::new());
}

#[test]
fn so_is_everything_in_a_recovered_trait() {
    let item = r#"
        trait Zeta: Clone {
            #[get("alpha")]
            fn gamma(self, alpha: impl Alpha, _: &mut Beta) -> Vec<Delta>;
        }
    "#;
    assert_eq!(unqualified(item, expand("", item)), Vec::<String>::new());
}

/// The words in `output` that are neither the input's nor behind `::` or `.`.
fn unqualified(input: &str, output: TokenStream) -> Vec<String> {
    let mut known: HashSet<String> = OWN.iter().map(ToString::to_string).collect();
    visit(input.parse().unwrap(), &mut |word, _| {
        known.insert(word);
    });
    let mut found = Vec::new();
    visit(output, &mut |word, qualified| {
        if !qualified && !known.contains(&word) {
            found.push(word);
        }
    });
    found
}

fn visit(tokens: TokenStream, word: &mut impl FnMut(String, bool)) {
    let mut before = [' ', ' '];
    for token in tokens {
        let mut last = ' ';
        match token {
            TokenTree::Group(group) => visit(group.stream(), word),
            TokenTree::Ident(ident) => word(ident.to_string(), before == [':', ':'] || before[1] == '.'),
            TokenTree::Punct(punct) => last = punct.as_char(),
            TokenTree::Literal(_) => {}
        }
        before = [before[1], last];
    }
}
