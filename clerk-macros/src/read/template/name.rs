//! What a placeholder can be called.

/// `user-id` → `user_id`, where that is all there is to mend.
pub(super) fn valid(name: &str) -> Option<String> {
    let mended: String = name.trim().chars().map(|c| if matches!(c, '-' | '.' | ' ') { '_' } else { c }).collect();
    identifier(&mended).then_some(mended)
}

/// What an argument can be called; keywords too, since `r#type` fills `<type>`.
pub(crate) fn identifier(name: &str) -> bool {
    let mut letters = name.chars();
    let begins = letters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first));
    begins && letters.all(unicode_ident::is_xid_continue) && !["self", "Self", "super", "crate", "_"].contains(&name)
}
