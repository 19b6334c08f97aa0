//! The lists of filters and requests: what the setters that `#[derive(ClerkQuery)]` and `#[derive(ClerkRequest)]` write call.

/// Adds values to a list.
pub fn add<T>(list: &mut Option<Vec<T>>, values: impl IntoIterator<Item = impl Into<T>>) {
    list.get_or_insert_default().extend(values.into_iter().map(Into::into));
}

/// Includes ids where a sign says whether to: an id that itself starts with one gets a `+` in front.
pub fn include(list: &mut Option<Vec<String>>, ids: impl IntoIterator<Item = impl Into<String>>) {
    let signed = |id: String| if id.starts_with(['+', '-']) { format!("+{id}") } else { id };
    add(list, ids.into_iter().map(|id| signed(id.into())));
}

/// Excludes an id where a sign says whether to.
pub fn exclude(list: &mut Option<Vec<String>>, id: impl AsRef<str>) {
    add(list, [format!("-{}", id.as_ref())]);
}
