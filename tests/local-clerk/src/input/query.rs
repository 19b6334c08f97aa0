//! Query strings as Clerk reads them: repeated keys, `+` as a space, brackets not understood.

use crate::problem::Problem;

/// The largest number of values an array parameter may have.
const MAX_VALUES: usize = 100;
const DEFAULT_LIMIT: usize = 10;
const MAX_LIMIT: i64 = 500;

/// The decoded pairs of a query string, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query(Vec<(String, String)>);

/// One page of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    pub(crate) limit: usize,
    pub(crate) offset: usize,
}

impl Query {
    pub(crate) fn read(raw: Option<&str>) -> Self {
        Self(form_urlencoded::parse(raw.unwrap_or_default().as_bytes()).into_owned().collect())
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    pub(crate) fn first(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The text of a partial filter. A blank one filters nothing.
    pub(crate) fn part(&self, name: &str) -> Option<String> {
        self.first(name).filter(|text| !text.is_empty()).map(str::to_lowercase)
    }

    /// All values of an array parameter.
    pub(crate) fn all(&self, name: &str) -> Result<Vec<&str>, Problem> {
        let values: Vec<_> = self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect();
        if values.len() > MAX_VALUES {
            let text = format!("{name} must not have more than {MAX_VALUES} values.");
            return Err(Problem::param("form_param_array_size_exceeded", name, text));
        }
        Ok(values)
    }

    pub(crate) fn integer(&self, name: &str) -> Result<Option<i64>, Problem> {
        let Some(text) = self.first(name) else { return Ok(None) };
        // Rust's parser takes a plus sign, and Clerk's does not.
        let digits = text.strip_prefix('-').unwrap_or(text);
        let number = if digits.starts_with(|c: char| c.is_ascii_digit()) { text.parse().ok() } else { None };
        number.map(Some).ok_or_else(|| invalid(name, "an integer"))
    }

    pub(crate) fn boolean(&self, name: &str) -> Result<Option<bool>, Problem> {
        match self.first(name) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(_) => Err(invalid(name, "true or false")),
        }
    }

    /// `limit` and `offset`. A limit over 500 is no error: ten rows come back.
    pub(crate) fn page(&self) -> Result<Page, Problem> {
        let limit = match self.integer("limit")? {
            Some(limit) if limit < 1 => return Err(invalid("limit", "at least 1")),
            Some(limit) if limit > MAX_LIMIT => DEFAULT_LIMIT,
            Some(limit) => usize::try_from(limit).unwrap_or(DEFAULT_LIMIT),
            None => DEFAULT_LIMIT,
        };
        let offset = self.integer("offset")?.unwrap_or(0);
        let offset = usize::try_from(offset).map_err(|_| invalid("offset", "at least 0"))?;
        Ok(Page { limit, offset })
    }
}

pub(crate) fn invalid(name: &str, expected: &str) -> Problem {
    Problem::param("form_param_value_invalid", name, format!("{name} must be {expected}."))
}

/// Refuses a text that is none of the choices.
pub(crate) fn one_of<'a>(name: &str, text: &'a str, choices: &[&str]) -> Result<&'a str, Problem> {
    match choices.split_last() {
        Some((last, others)) if !choices.contains(&text) => {
            Err(invalid(name, &format!("{} or {last}", others.join(", "))))
        }
        _ => Ok(text),
    }
}
