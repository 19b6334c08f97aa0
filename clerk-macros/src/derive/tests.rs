//! The derives outside the compiler: nothing makes them panic, and what they write is Rust.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use super::{Derive, expand};

const DERIVES: [Derive; 4] = [Derive::Response, Derive::Request, Derive::Query, Derive::Enum];

const ITEMS: [&str; 4] = [
    r#"#[clerk(crate = ::clerk)] #[serde(rename_all = "camelCase")] pub struct Device {
        /** An id. */ #[clerk(required)] pub device_id: String, #[serde(rename = "type")] kind: Option<Vec<Kind>>,
        #[clerk(serde)] pub place: Patch<Place>, r#in: u32, }"#,
    r#"pub(crate) struct Invite { email: String, roles: Vec<String>, #[clerk(one = "tag")] pub tags: Option<Vec<u8>>,
        #[clerk(no_setter, serde)] note: Option<std::option::Option<()>>, #[clerk(many = "teams")] team: Option<Vec<T<'a, 3>>> }"#,
    r#"#[clerk(flattened_in(List::filter, crate::Count::filter))] struct Filter { #[clerk(range = 1..=500)] limit: Option<u32>,
        #[clerk(flatten)] inner: Inner, #[clerk(signed, many = "ids")] id: Option<Vec<String>>, kind: &'static str }"#,
    r#"#[serde(rename_all = "kebab-case")] enum Kind { #[serde(rename = "a")] A, BaseCase = 3, r#Type, #[clerk(other)] Other(Box<str>) }"#,
];

const SPICE: &str = r#"struct enum union <T> <'a> () (a) [] {} , = ..= .. 1 5u8 -1 "" "x y" "snake_case" b"b" #[clerk] #[clerk(x)] #[serde(default)]
    #[clerk(range = 1)] required other flatten crate self r#fn Option Vec Patch Option<Vec<_>> u32 f64 & dyn impl ! new : :: pub where"#;

/// A small generator: the same inputs on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % end.max(1)
    }
}

#[test]
fn no_item_makes_a_derive_panic_or_write_what_is_not_rust() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let spice: Vec<TokenTree> = SPICE.parse::<TokenStream>().unwrap().into_iter().collect();
    let items = ITEMS.map(|text| text.parse::<TokenStream>().unwrap());
    let mut sound = 0;
    for _ in 0..10_000 {
        let mut item = items[dice.below(items.len())].clone();
        for _ in 0..dice.below(5) {
            item = mutate(item, &spice, &mut dice);
        }
        // The compiler hands over only what it can read.
        if syn::parse2::<syn::Item>(item.clone()).is_err() {
            continue;
        }
        let output = expand(DERIVES[dice.below(4)], item.clone());
        let problem = syn::parse2::<syn::File>(output.clone()).err();
        assert!(problem.is_none(), "{problem:?}:\n{item}\n\n{output}");
        assert!(!output.is_empty(), "nothing at all:\n{item}");
        sound += usize::from(!output.to_string().contains("compile_error"));
    }
    assert!(sound > 500, "only {sound} items were sound");
}

/// `$ty:ty` of a `macro_rules!` arrives in an invisible group.
#[test]
fn a_type_in_a_group_has_the_shape_of_what_is_inside() {
    for delimiter in [Delimiter::None, Delimiter::Parenthesis] {
        let ty = Group::new(delimiter, quote!(Option<u32>));
        let required = expand(Derive::Response, quote!(struct A { #[clerk(required)] a: #ty }));
        assert!(required.to_string().contains("is required, so it cannot be an `Option`"), "{required}");
        let ranged = expand(Derive::Query, quote!(struct A { #[clerk(range = 1..=5)] a: #ty }));
        assert!(!ranged.to_string().contains("compile_error"), "{ranged}");
        assert!(ranged.to_string().contains("fn new () -> Self"), "{ranged}");
    }
}

/// One change somewhere in the tree.
fn mutate(tokens: TokenStream, spice: &[TokenTree], dice: &mut Dice) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let groups: Vec<usize> = (0..tokens.len()).filter(|at| matches!(tokens[*at], TokenTree::Group(_))).collect();
    if !groups.is_empty() && dice.below(8) > 0 {
        let at = groups[dice.below(groups.len())];
        if let TokenTree::Group(group) = &tokens[at] {
            tokens[at] = Group::new(group.delimiter(), mutate(group.stream(), spice, dice)).into();
        }
        return tokens.into_iter().collect();
    }
    let at = dice.below(tokens.len());
    let any = spice[dice.below(spice.len())].clone();
    match dice.below(4) {
        0 if !tokens.is_empty() => drop(tokens.remove(at)),
        1 if !tokens.is_empty() => tokens.insert(at, tokens[at].clone()),
        2 if !tokens.is_empty() => tokens[at] = any,
        _ => tokens.insert(at, any),
    }
    tokens.into_iter().collect()
}
