//! Conversions from and to the types of crates for dates and times, each behind the feature of its name.
//!
//! Into a timestamp: rounds down to whole milliseconds.

#![allow(unused_imports, reason = "which are used depends on the features")]

use super::{Timestamp, TimestampError};

#[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
const OUT_OF_RANGE: TimestampError = TimestampError("timestamp out of range");

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Timestamp {
    fn from(at: jiff::Timestamp) -> Self {
        Self((at.as_nanosecond().div_euclid(1_000_000)) as i64)
    }
}

#[cfg(feature = "jiff")]
impl TryFrom<Timestamp> for jiff::Timestamp {
    type Error = TimestampError;

    fn try_from(at: Timestamp) -> Result<Self, TimestampError> {
        Self::from_millisecond(at.0).map_err(|_| OUT_OF_RANGE)
    }
}

#[cfg(feature = "chrono")]
impl<Tz: chrono::TimeZone> From<chrono::DateTime<Tz>> for Timestamp {
    fn from(at: chrono::DateTime<Tz>) -> Self {
        Self(at.timestamp_millis())
    }
}

#[cfg(feature = "chrono")]
impl TryFrom<Timestamp> for chrono::DateTime<chrono::Utc> {
    type Error = TimestampError;

    fn try_from(at: Timestamp) -> Result<Self, TimestampError> {
        Self::from_timestamp_millis(at.0).ok_or(OUT_OF_RANGE)
    }
}

#[cfg(feature = "time")]
impl From<time::OffsetDateTime> for Timestamp {
    fn from(at: time::OffsetDateTime) -> Self {
        Self::from_date_time(at)
    }
}

#[cfg(feature = "time")]
impl TryFrom<Timestamp> for time::OffsetDateTime {
    type Error = TimestampError;

    fn try_from(at: Timestamp) -> Result<Self, TimestampError> {
        at.to_date_time().ok_or(OUT_OF_RANGE)
    }
}

#[cfg(all(test, feature = "jiff", feature = "chrono", feature = "time"))]
mod tests {
    use super::*;

    /// Through each crate and back, and rounded down.
    #[test]
    fn every_crate_has_the_same_moment() {
        for millis in [-86_400_001, -1, 0, 1, 1_768_619_811_659] {
            let at = Timestamp::from_millis(millis);
            let (jiff, chrono, time): (jiff::Timestamp, chrono::DateTime<chrono::Utc>, time::OffsetDateTime) =
                (at.try_into().unwrap(), at.try_into().unwrap(), at.try_into().unwrap());
            assert_eq!((jiff.as_millisecond(), chrono.timestamp_millis()), (millis, millis));
            assert_eq!(time.unix_timestamp_nanos(), i128::from(millis) * 1_000_000);
            assert_eq!([Timestamp::from(jiff), chrono.into(), time.into()], [at; 3]);
        }
    }

    #[test]
    fn fractions_of_a_millisecond_are_rounded_down() {
        let nanos = -1_i32;
        assert_eq!(Timestamp::from(jiff::Timestamp::new(0, nanos).unwrap()).as_millis(), -1);
        assert_eq!(Timestamp::from(chrono::DateTime::from_timestamp_nanos(nanos.into())).as_millis(), -1);
        let time = time::OffsetDateTime::from_unix_timestamp_nanos(nanos.into()).unwrap();
        assert_eq!(Timestamp::from(time).as_millis(), -1);
    }

    #[test]
    fn a_moment_that_a_crate_cannot_hold_is_an_error() {
        let at = Timestamp::from_millis(i64::MAX);
        let expected = "timestamp out of range";
        assert_eq!(jiff::Timestamp::try_from(at).unwrap_err().to_string(), expected);
        assert_eq!(chrono::DateTime::<chrono::Utc>::try_from(at).unwrap_err().to_string(), expected);
        assert_eq!(time::OffsetDateTime::try_from(at).unwrap_err().to_string(), expected);
    }
}
