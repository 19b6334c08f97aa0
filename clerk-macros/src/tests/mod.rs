//! The macro as a whole, outside the compiler: what it writes, and that nothing makes it panic.

mod expansions;
mod names;
mod token_soup;

use proc_macro2::TokenStream;

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
        "trait Api { #[get(\"/y\")]; fn kept(&self) -> Call<u8>; #[get(\"/x\")] }",
        "trait Api { #[get(\"/y\")] fn kept(&self) -> Call<u8> #[get(\"/x\")] struct X {} }",
    ] {
        let output = expand("", item).to_string();
        assert!(!output.contains("compile_error"), "{item}: {output}");
        assert!(output.contains("fn kept"), "{item}: {output}");
        assert!(output.contains("\"/y\""), "{item}: {output}");
    }
}
