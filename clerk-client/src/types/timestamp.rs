//! [`Timestamp`]: a moment in milliseconds.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::{Serialize, Serializer};
use serde_json::Number;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

mod conversions;

/// A moment in UTC, to the millisecond.
///
/// Clerk sends timestamps as milliseconds since 1970-01-01T00:00:00Z, and some as RFC 3339 text; both are read. In a request body
/// a timestamp is RFC 3339 text, in a query milliseconds. [`Display`](fmt::Display) is RFC 3339.
///
/// Where JSON holds another number than an integer, the fraction is cut off, and a value out of range becomes the nearest one.
///
/// The features `jiff`, `chrono` and `time` add conversions from and to the types of these crates.
///
/// # Examples
///
/// ```
/// use std::time::SystemTime;
///
/// use clerk_client::Timestamp;
///
/// let at = Timestamp::from_millis(1_700_690_400_000);
/// assert_eq!(at, Timestamp::from_secs(1_700_690_400));
/// assert_eq!(at.to_string(), "2023-11-22T22:00:00Z");
/// assert_eq!("2023-11-22T23:00:00+01:00".parse(), Ok(at));
/// assert!(at < Timestamp::from(SystemTime::now()));
/// ```
#[doc(alias = "DateTime")]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// Creates a timestamp from milliseconds since 1970-01-01T00:00:00Z, negative before it.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Creates a timestamp from seconds since 1970-01-01T00:00:00Z, negative before it. A value out of range becomes the nearest
    /// one.
    #[must_use]
    pub const fn from_secs(secs: i64) -> Self {
        Self(secs.saturating_mul(1000))
    }

    /// Returns the current time of the system clock.
    #[must_use]
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// Returns the milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Returns the whole seconds since 1970-01-01T00:00:00Z, rounded down.
    #[must_use]
    pub const fn as_secs(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Returns the same moment as a `SystemTime`, or `None` if the platform cannot represent it.
    #[must_use]
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_millis(self.0.unsigned_abs());
        if self.0 < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        }
    }

    /// RFC 3339, which has the years 0 to 9999.
    pub(crate) fn to_rfc3339(self) -> Option<String> {
        self.to_date_time()?.format(&Rfc3339).ok()
    }

    fn to_date_time(self) -> Option<OffsetDateTime> {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000).ok()
    }

    fn from_date_time(at: OffsetDateTime) -> Self {
        Self((at.unix_timestamp_nanos().div_euclid(1_000_000)) as i64)
    }
}

/// Rounds down to whole milliseconds. A time out of range becomes the nearest timestamp.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let millis = |distance: Duration| i64::try_from(distance.as_millis()).unwrap_or(i64::MAX);
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self(millis(after)),
            Err(before) => {
                let distance = before.duration();
                let is_rounded = distance.subsec_nanos() % 1_000_000 != 0;
                Self((-millis(distance)).saturating_sub(i64::from(is_rounded)))
            }
        }
    }
}

/// Text is no RFC 3339 timestamp, or a [`Timestamp`] is out of the range of another crate's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimestampError(&'static str);

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for TimestampError {}

/// Parses RFC 3339 text, such as `2012-10-20T07:15:20.902Z`; digits after the milliseconds are cut off.
impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let at = OffsetDateTime::parse(text, &Rfc3339);
        at.map(Self::from_date_time).map_err(|_| TimestampError("invalid RFC 3339 timestamp"))
    }
}

/// RFC 3339: `2012-10-20T07:15:20.902Z`. Outside the years 0 to 9999, which that has no text for, milliseconds since 1970.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_rfc3339() {
            Some(text) => f.pad(&text),
            None => write!(f, "{} ms since 1970", self.0),
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

/// Milliseconds, as in responses.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MillisOrText)
    }
}

super::model::read::fill_by_value!(Timestamp);

struct MillisOrText;

impl<'de> Visitor<'de> for MillisOrText {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("milliseconds since 1970, or RFC 3339 text")
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

    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        text.parse().map_err(E::custom)
    }

    // With its feature `arbitrary_precision`, which any crate of a program can turn on, `serde_json` passes numbers as maps.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Timestamp, A::Error> {
        match Number::deserialize(MapAccessDeserializer::new(map)) {
            Ok(number) => match (number.as_i64(), number.as_f64()) {
                (Some(millis), _) => self.visit_i64(millis),
                (None, Some(millis)) => self.visit_f64(millis),
                (None, None) => Err(A::Error::invalid_value(Unexpected::Other("number"), &self)),
            },
            Err(_) => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_json_number_and_rfc_3339() {
        let cases = [
            ("1700690400000", 1_700_690_400_000),
            ("1700690400000.0", 1_700_690_400_000),
            ("1.7006904e12", 1_700_690_400_000),
            ("0", 0),
            ("-1", -1),
            ("18446744073709551615", i64::MAX),
            ("1e300", i64::MAX),
            (r#""2023-11-22T22:00:00Z""#, 1_700_690_400_000),
            (r#""2023-11-22T22:00:00.123456789Z""#, 1_700_690_400_123),
            (r#""2023-11-23T00:30:00+02:30""#, 1_700_690_400_000),
            (r#""1969-12-31T23:59:59.999Z""#, -1),
        ];
        for (json, millis) in cases {
            assert_eq!(serde_json::from_str::<Timestamp>(json).unwrap().as_millis(), millis, "{json}");
        }
        for json in [r#""""#, r#""1700690400000""#, r#""2023-11-22""#, r#""2023-11-22T22:00:00""#, "true", "[]", "{}"] {
            assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn is_shown_as_rfc_3339_and_serialized_as_milliseconds() {
        let at = Timestamp::from_millis(1_768_619_811_659);
        assert_eq!(serde_json::to_string(&at).unwrap(), "1768619811659");
        assert_eq!(at.to_string(), "2026-01-17T03:16:51.659Z");
        assert_eq!(format!("{at:?}"), "Timestamp(2026-01-17T03:16:51.659Z)");
        assert_eq!(format!("[{:>22}]", Timestamp::default()), "[  1970-01-01T00:00:00Z]");
        assert_eq!(Timestamp::from_millis(i64::MAX).to_string(), "9223372036854775807 ms since 1970");
    }

    #[test]
    fn what_is_shown_parses_as_the_same_moment() {
        for millis in [-62_135_596_800_000, -1, 0, 1, 999, 951_782_400_000, 1_768_619_811_659, 253_402_300_799_999] {
            let at = Timestamp::from_millis(millis);
            assert_eq!(at.to_string().parse(), Ok(at), "{at}");
        }
        let error = "tomorrow".parse::<Timestamp>().unwrap_err();
        assert_eq!(error.to_string(), "invalid RFC 3339 timestamp");
    }

    #[test]
    fn constructors_and_accessors_name_their_unit() {
        assert_eq!(Timestamp::from_secs(-2).as_millis(), -2_000);
        assert_eq!(Timestamp::from_secs(i64::MAX).as_millis(), i64::MAX);
        assert_eq!((Timestamp::from_millis(-1).as_secs(), Timestamp::from_millis(1_999).as_secs()), (-1, 1));
        assert!(Timestamp::now() > Timestamp::from_millis(1_700_690_400_000));
    }

    #[test]
    fn converts_from_and_to_system_time_on_either_side_of_1970() {
        for millis in [-86_400_001, -1, 0, 1, 1_768_619_811_659] {
            let at = Timestamp::from_millis(millis);
            assert_eq!(Timestamp::from(at.to_system_time().unwrap()), at, "{millis}");
        }
        for (nanos, millis) in [(1, -1), (1_000_000, -1), (1_000_001, -2)] {
            let before = SystemTime::UNIX_EPOCH - Duration::from_nanos(nanos);
            assert_eq!(Timestamp::from(before).as_millis(), millis, "{nanos} ns before 1970");
        }
        assert_eq!(Timestamp::from(SystemTime::UNIX_EPOCH + Duration::from_nanos(1_999_999)).as_millis(), 1);
    }
}
