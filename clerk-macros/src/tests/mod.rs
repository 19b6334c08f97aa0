//! The macro as a whole, outside the compiler: what it writes, and that nothing makes it panic.

mod expansions;
mod names;
mod token_soup;

use proc_macro2::TokenStream;

/// What `#[clerk_api(args)] item` becomes.
fn expand(args: &str, item: &str) -> TokenStream {
    crate::expand::attribute(args.parse().unwrap(), item.parse().unwrap())
}
