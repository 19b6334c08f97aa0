//! The macro as a whole, outside the compiler: what it writes, and that nothing makes it panic.

mod expansions;
mod names;
mod structure;
mod token_soup;

use proc_macro2::TokenStream;
use quote::ToTokens as _;

/// What `#[clerk_api(args)] item` becomes.
fn expand(args: &str, item: &str) -> TokenStream {
    crate::declare(args.parse().unwrap(), item.parse().unwrap())
}

/// `cargo test -p clerk-macros --release -- --ignored --nocapture expansion`
#[test]
#[ignore = "prints a time, which decides nothing"]
fn expansion_of_250_endpoints_takes() {
    let method = |index: usize| {
        format!(
            "/** Changes one. */ #[patch(\"/r{index}/<id>\")] fn e{index}(&self, id: &str, #[body] change: &Change) -> Call<User>;"
        )
    };
    let item = format!("pub trait Api {{ {} }}", (0..250).map(method).collect::<String>());
    let item: TokenStream = item.parse().unwrap();
    // The processor's time, the best of several: other work runs beside this.
    let taken = (0..20).map(|_| {
        let start = cpu_time::ThreadTime::now();
        let expanded = crate::declare(TokenStream::new(), item.clone());
        let taken = start.elapsed();
        assert!(!expanded.to_string().contains("compile_error"));
        taken
    });
    println!("250 endpoints expand in {:?} of CPU time", taken.min().unwrap_or_default());
}

#[test]
fn what_cannot_be_read_is_left_out_and_the_rest_stays() {
    for item in [
        "trait Api { #[get(\"/x\")] f(&self) -> Call<u8>; #[get(\"/y\")] fn kept(&self) -> Call<u8>; }",
        "trait Api { #[get(\"/x\")] fn f(&self) Call<u8>; #[get(\"/y\")] fn kept(&self) -> Call<u8>; }",
        "trait Api { #[get(\"/x\")] fn f(&self, limit) -> Call<u8>; #[get(\"/y\")] fn kept(&self) -> Call<u8>; }",
        "trait Api { #[get(\"/x\")] fn f(&self, limit) -> Call<u8> #[get(\"/y\")] fn kept(&self) -> Call<u8>; }",
        "trait Api { #[get(\"/y\")]; fn kept(&self) -> Call<u8>; #[get(\"/x\")] }",
        "trait Api { #[get(\"/y\")] fn kept(&self) -> Call<u8> #[get(\"/x\")] struct X {} }",
    ] {
        let output = expand("", item).to_string();
        assert!(!output.contains("compile_error"), "{item}: {output}");
        assert!(output.contains("fn kept"), "{item}: {output}");
        assert!(output.contains("\"/y\""), "{item}: {output}");
    }
}

#[test]
fn the_line_about_the_endpoint_stands_behind_the_summary() {
    let idempotent = "`GET /a` · idempotent: retried after any transient failure";
    for (method, docs) in [
        ("/// One.\n#[get(\"/a\")]", vec![" One.", "", idempotent]),
        (
            "/// One,\n/// and more.\n///\n/// # Errors\n#[get(\"/a\")]",
            vec![" One,", " and more.", "", idempotent, "", " # Errors"],
        ),
        ("#[doc(alias = \"x\")] #[get(\"/a\")]", vec![]),
        ("#[get(\"/a\")]", vec![]),
        ("/// One.\n#[post(\"/a\")]", vec![" One.", "", "`POST /a` · not retried when the outcome is unknown"]),
        (
            "/// One.\n#[get(\"/a\", idempotent = false, paginate = cursor(after))]",
            vec![" One.", "", "`GET /a` · not retried when the outcome is unknown · paginated by `limit` and `after`"],
        ),
    ] {
        let query = "#[query(\"limit\")] limit: u8, #[query(\"after\")] after: &str";
        let output = expand("", &format!("trait Api {{ {method} fn one(&self, {query}) -> Call<Vec<u8>>; }}"));
        let file: syn::File = syn::parse2(output).unwrap();
        let syn::Item::Trait(declared) = &file.items[0] else { panic!("the trait comes first") };
        let syn::TraitItem::Fn(method) = &declared.items[0] else { panic!("it has a method") };
        let said = method.attrs.iter().filter_map(|attr| match &attr.meta {
            syn::Meta::NameValue(pair) => Some(pair.value.to_token_stream().to_string()),
            _ => None,
        });
        let said: Vec<String> = said.map(|text| text.trim_matches('"').trim_end().to_owned()).collect();
        let docs: Vec<String> = docs
            .iter()
            .map(|line| if line.starts_with('`') { format!(" {line}") } else { (*line).to_owned() })
            .collect();
        assert_eq!(said, docs);
    }
}

/// Each entry of the table of kinds of items, where `#[clerk_api]` does not belong.
#[test]
fn each_kind_of_item_is_called_by_its_name() {
    for (item, found) in [
        ("struct A;", "struct"),
        ("enum A {}", "enum"),
        ("union A {}", "union"),
        ("impl A {}", "impl"),
        ("pub(crate) async fn a() {}", "fn"),
        ("mod a {}", "mod"),
        ("type A = u8;", "type"),
        ("static A: u8 = 1;", "static"),
        ("use a::b;", "use"),
        ("const A: u8 = 1;", "const"),
        ("extern crate a;", "extern"),
        ("macro_rules! a { () => {} }", "macro_rules"),
    ] {
        let output = expand("", item).to_string();
        assert!(output.contains(&format!("expected `trait`, found `{found}`")), "{item}: {output}");
    }
    for item in ["const trait A { fn a(); }", "unsafe auto trait A { fn a(); }"] {
        assert!(expand("", item).to_string().contains("cannot be"), "{item}");
    }
}

/// Attributes that are not ours stay where `#[clerk_api]` does not belong; ours go.
#[test]
fn only_our_attributes_are_stripped() {
    let item = "impl A { #![allow(x)] #[inline] #[get(\"/a\")] #[clerk_client::query] fn a(&self); const X: u8; }";
    let output = expand("", item).to_string().replace(' ', "");
    assert!(output.contains("#![allow(x)]#[inline]fna(&self){::core::unreachable!()}constX:u8;"), "{output}");
    assert!(!output.contains("get(") && !output.contains("query"), "{output}");
}
