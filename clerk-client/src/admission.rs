//! The step before each attempt: a call waits here until the server and the client-side limit let it pass.

mod deadline;
mod gate;
mod pacing;

pub(crate) use self::deadline::{Deadline, TooLong};
pub(crate) use self::gate::Gate;
pub(crate) use self::pacing::Pacer;
pub use self::pacing::Pacing;
