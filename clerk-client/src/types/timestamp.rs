//! [`Timestamp`]: a moment in milliseconds.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

/// A moment as Clerk sends it: milliseconds since 1970-01-01 00:00 UTC.
///
/// Requests want RFC 3339 text instead, see
/// [`CreateUserRequest::created_at`](super::CreateUserRequest::created_at).
///
/// ```
/// # use clerk_client::Timestamp;
/// let at = Timestamp::from_millis(1_700_690_400_000);
/// assert_eq!(at.as_millis(), 1_700_690_400_000);
/// assert_eq!(at.to_string(), "1700690400000");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The moment `millis` milliseconds after 1970-01-01 00:00 UTC, or before it when negative.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01 00:00 UTC.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// The same moment as a `SystemTime`, or `None` where the platform cannot express it.
    #[must_use]
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_millis(self.0.unsigned_abs());
        if self.0 < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        }
    }
}

/// Rounds towards 1970 to whole milliseconds; what does not fit becomes the nearest that does.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let millis = |distance: Duration| i64::try_from(distance.as_millis()).unwrap_or(i64::MAX);
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self(millis(after)),
            Err(before) => Self(-millis(before.duration())),
        }
    }
}

impl From<i64> for Timestamp {
    fn from(millis: i64) -> Self {
        Self(millis)
    }
}

impl From<Timestamp> for i64 {
    fn from(at: Timestamp) -> Self {
        at.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(MillisVisitor)
    }
}

super::read::fill_by_value!(Timestamp);

struct MillisVisitor;

impl Visitor<'_> for MillisVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("milliseconds since 1970")
    }

    fn visit_i64<E: Error>(self, millis: i64) -> Result<Timestamp, E> {
        Ok(Timestamp(millis))
    }

    fn visit_u64<E: Error>(self, millis: u64) -> Result<Timestamp, E> {
        Ok(Timestamp(i64::try_from(millis).unwrap_or(i64::MAX)))
    }

    // `as` cuts the fraction off and stops at the ends of the range.
    fn visit_f64<E: Error>(self, millis: f64) -> Result<Timestamp, E> {
        Ok(Timestamp(millis as i64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_json_number_is_a_timestamp() {
        let cases = [
            ("1700690400000", 1_700_690_400_000),
            ("1700690400000.0", 1_700_690_400_000),
            ("1.7006904e12", 1_700_690_400_000),
            ("0", 0),
            ("-1", -1),
            ("18446744073709551615", i64::MAX),
            ("1e300", i64::MAX),
        ];
        for (json, millis) in cases {
            assert_eq!(serde_json::from_str::<Timestamp>(json).unwrap().as_millis(), millis, "{json}");
        }
    }

    #[test]
    fn a_timestamp_is_written_as_an_integer() {
        let at = Timestamp::from_millis(1_768_619_811_659);
        assert_eq!(serde_json::to_string(&at).unwrap(), "1768619811659");
        assert_eq!(at.to_string(), "1768619811659");
    }

    #[test]
    fn system_time_goes_both_ways_on_either_side_of_1970() {
        for millis in [-86_400_001, -1, 0, 1, 1_768_619_811_659] {
            let at = Timestamp::from_millis(millis);
            assert_eq!(Timestamp::from(at.to_system_time().unwrap()), at, "{millis}");
        }
    }
}
