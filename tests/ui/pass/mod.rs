//! Declarations that are right: each module compiles, and what it asserts holds.

macro_rules! passes {
    ($($name:ident)*) => {
        $(#[allow(clippy::all, dead_code, unreachable_pub, reason = "what is declared here is there to compile")] mod $name;)*
        $(#[test] fn $name() { self::$name::main() })*
    };
}

passes! {
    argument_kinds
    argument_names_of_ours
    arguments_that_are_not_send
    attributes_pass_through
    deprecated_models
    inside_a_function
    inside_macro_rules
    members_of_a_body
    mocked_with_mockall
    models
    models_named_like_generics
    named_lifetimes
    prefix_and_crate
    raw_identifiers
    shadowed_prelude
    strict_lints
    supertraits_and_dyn
}
