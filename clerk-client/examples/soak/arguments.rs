//! The two flags.

/// A day.
const LONGEST: u64 = 24 * 60 * 60;

/// How long, and which choices.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) seconds: u64,
    pub(crate) seed: u64,
}

impl Arguments {
    /// A minute, and a seed that nobody has chosen, unless the flags say otherwise.
    pub(crate) fn read(mut given: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut read = Self { seconds: 60, seed: fastrand::u64(..) };
        while let Some(flag) = given.next() {
            let member = match flag.as_str() {
                "--seconds" => &mut read.seconds,
                "--seed" => &mut read.seed,
                _ => return Err(format!("`{flag}` is unknown; there are --seconds and --seed")),
            };
            let value = given.next().ok_or_else(|| format!("{flag} wants a number"))?;
            *member = value.parse().map_err(|_| format!("{flag} wants a number, not `{value}`"))?;
        }
        match read.seconds {
            1..=LONGEST => Ok(read),
            _ => Err(format!("--seconds wants a number from 1 to {LONGEST}")),
        }
    }
}
