//! The bodies of scripted faults: cut, stalled, far too large.

use std::io;
use std::iter::repeat_n;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, StreamBody};
use hyper::body::Frame;

use crate::faults::Shape;

/// What was sent so far must have left before the connection breaks.
const FLUSH: Duration = Duration::from_millis(2);
const CHUNK: usize = 64 * 1024;

/// A body of scripted steps.
pub(crate) type BrokenBody = UnsyncBoxBody<Bytes, io::Error>;

enum Step {
    Send(Bytes),
    Pause(Duration),
    Fail,
}

impl Step {
    async fn take(self) -> Option<io::Result<Frame<Bytes>>> {
        match self {
            Self::Send(bytes) => (!bytes.is_empty()).then(|| Ok(Frame::data(bytes))),
            Self::Fail => Some(Err(io::Error::other("scripted fault"))),
            Self::Pause(pause) => {
                tokio::time::sleep(pause).await;
                None
            }
        }
    }
}

pub(crate) fn broken(bytes: Bytes, shape: Shape) -> BrokenBody {
    let split = |at: usize| (bytes.slice(..at.min(bytes.len())), bytes.slice(at.min(bytes.len())..));
    let steps = match shape {
        Shape::Cut { after } => vec![Step::Send(split(after).0), Step::Pause(FLUSH), Step::Fail],
        Shape::Stall { after, pause } => {
            let (first, rest) = split(after);
            vec![Step::Send(first), Step::Pause(pause), Step::Send(rest)]
        }
        Shape::Oversized { bytes: size } => {
            let (padding, spaces) = (size.saturating_sub(bytes.len()), Bytes::from(vec![b' '; CHUNK]));
            let whole = repeat_n(spaces.clone(), padding / CHUNK);
            std::iter::once(bytes).chain(whole).chain([spaces.slice(..padding % CHUNK)]).map(Step::Send).collect()
        }
    };
    StreamBody::new(stream::iter(steps).filter_map(Step::take)).boxed_unsync()
}
