//! [`Page`]: a list with or without its total.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::model::read::{Name, UNKNOWN};

/// One page of a list, with the total count if Clerk sends it.
///
/// Clerk sends some lists bare (`[…]`) and some with a total (`{"data": […], "total_count": 7}`); both are read. A page derefs to a
/// slice.
///
/// # Examples
///
/// ```
/// use clerk_client::Page;
///
/// let page: Page<u8> = serde_json::from_str(r#"{"data":[4,5],"total_count":7}"#)?;
/// assert_eq!((page.len(), page[0], page.total_count), (2, 4, Some(7)));
///
/// let same = Page::with_total(vec![4, 5], 7); // for a test double
/// assert_eq!(page, same);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "PaginatedResourceResponse")]
#[doc(alias = "pagination")]
#[doc(alias = "OrganizationMemberships")]
#[doc(alias = "OrganizationInvitations")]
#[doc(alias = "OrganizationInvitationsWithPublicOrganizationData")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items of this page.
    pub data: Vec<T>,
    /// The number of items on all pages; `None` if Clerk sent a bare list.
    pub total_count: Option<u64>,
}

impl<T> Page<T> {
    /// Creates a page without a total.
    #[must_use]
    pub const fn new(data: Vec<T>) -> Self {
        Self { data, total_count: None }
    }

    /// Creates a page of a list that has `total_count` items on all pages.
    #[must_use]
    pub const fn with_total(data: Vec<T>, total_count: u64) -> Self {
        Self { data, total_count: Some(total_count) }
    }

    /// Iterates over the items of this page.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.data.iter()
    }

    /// Iterates over the items of this page, which may be changed.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.data.iter_mut()
    }

    /// Returns the number of items on this page.
    #[must_use]
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Whether this page has no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<T> From<Vec<T>> for Page<T> {
    fn from(data: Vec<T>) -> Self {
        Self::new(data)
    }
}

impl<T> From<Page<T>> for Vec<T> {
    fn from(page: Page<T>) -> Self {
        page.data
    }
}

impl<T> FromIterator<T> for Page<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::new(items.into_iter().collect())
    }
}

/// Adds items to this page; the total stays.
impl<T> Extend<T> for Page<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.data.extend(items);
    }
}

impl<T> Deref for Page<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.data
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Page<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BareOrCounted(PhantomData))
    }
}

struct BareOrCounted<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for BareOrCounted<T> {
    type Value = Page<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or an object with `data` and `total_count`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Page<T>, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(items)).map(Page::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Page<T>, A::Error> {
        let (mut data, mut total_count) = (None, None);
        while let Some(index) = map.next_key_seed(Name::among(&KEYS, 0, index))? {
            match index {
                DATA => data = Some(map.next_value::<Option<_>>()?.unwrap_or_default()),
                TOTAL_COUNT => total_count = map.next_value()?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        // Some other object must not pass for an empty list.
        data.map(|data| Page { data, total_count }).ok_or_else(|| A::Error::missing_field("data"))
    }
}

/// What an endpoint that counts says.
#[derive(Deserialize)]
pub(crate) struct Total {
    pub(crate) total_count: Option<u64>,
}

const KEYS: [&str; 2] = ["\"data\":", "\"total_count\":"];
const DATA: usize = 0;
const TOTAL_COUNT: usize = 1;

fn index(name: &str) -> usize {
    match name {
        "data" => DATA,
        "total_count" => TOTAL_COUNT,
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_reads_a_bare_list_and_a_counted_one() {
        let cases = [
            ("[1,2]", vec![1, 2], None),
            ("[]", vec![], None),
            (r#"{"data":[1,2],"total_count":7}"#, vec![1, 2], Some(7)),
            (r#"{"total_count":7,"more":{},"data":[1]}"#, vec![1], Some(7)),
            (r#"{"data":null,"total_count":null}"#, vec![], None),
            (r#"{"data":[1]}"#, vec![1], None),
        ];
        for (json, data, total_count) in cases {
            assert_eq!(serde_json::from_str::<Page<u8>>(json).unwrap(), Page { data, total_count }, "{json}");
        }
    }

    #[test]
    fn what_is_no_list_is_not_taken_for_an_empty_one() {
        let no_data = r#"{"items":[1],"total_count":1}"#;
        for json in ["{}", r#"{"errors":[]}"#, no_data, "null", "3", r#""a""#, r#"{"data":3}"#] {
            assert!(serde_json::from_str::<Page<u8>>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn a_page_is_used_like_a_slice_and_like_a_vec() {
        let mut page: Page<i32> = [1, 2].into_iter().collect();
        page.extend([3]);
        page.iter_mut().for_each(|item| *item *= 10);
        for item in &mut page {
            *item += 1;
        }
        assert_eq!((page.len(), page.is_empty(), page[0], page.last()), (3, false, 11, Some(&31)));
        assert_eq!((&page).into_iter().sum::<i32>(), 63);
        assert_eq!(Vec::from(page.clone()), [11, 21, 31]);
        assert_eq!(page.into_iter().collect::<Vec<_>>(), [11, 21, 31]);
        assert!(Page::<u8>::default().is_empty());
    }

    #[test]
    fn what_was_written_reads_as_the_same_page() {
        for page in [Page::new(vec![1]), Page::with_total(vec![], 7)] {
            let json = serde_json::to_string(&page).unwrap();
            assert_eq!(serde_json::from_str::<Page<u8>>(&json).unwrap(), page, "{json}");
        }
    }
}
