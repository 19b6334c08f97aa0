//! The bodies of scripted faults: cut, stalled, far too large.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

use crate::faults::Shape;

/// What was sent so far must have left before the connection breaks.
const FLUSH: Duration = Duration::from_millis(2);
const CHUNK: usize = 64 * 1024;

/// A body of scripted steps.
pub(crate) struct BrokenBody {
    /// The steps that are left, the next one last.
    steps: Vec<Step>,
    pause: Option<Pin<Box<Sleep>>>,
    announced: Option<u64>,
}

enum Step {
    Send(Bytes),
    Pause(Duration),
    Spaces(usize),
    Fail,
}

impl BrokenBody {
    pub(crate) fn new(bytes: Bytes, shape: Shape) -> Self {
        let length = bytes.len() as u64;
        let (steps, announced) = match shape {
            Shape::Cut { after } => {
                let first = bytes.slice(..after.min(bytes.len()));
                let steps = vec![Step::Fail, Step::Pause(FLUSH), Step::Send(first)];
                (steps, Some(length))
            }
            Shape::Stall { after, pause } => {
                let at = after.min(bytes.len());
                let (first, rest) = (bytes.slice(..at), bytes.slice(at..));
                (vec![Step::Send(rest), Step::Pause(pause), Step::Send(first)], Some(length))
            }
            Shape::Oversized { bytes: size } => {
                let spaces = size.saturating_sub(bytes.len());
                (vec![Step::Spaces(spaces), Step::Send(bytes)], None)
            }
        };
        Self { steps, pause: None, announced }
    }

    fn next(&mut self) -> Option<Result<Option<Bytes>, io::Error>> {
        match self.steps.pop()? {
            Step::Send(bytes) => Some(Ok(Some(bytes))),
            Step::Fail => Some(Err(io::Error::other("scripted fault"))),
            Step::Pause(pause) => {
                self.pause = Some(Box::pin(tokio::time::sleep(pause)));
                Some(Ok(None))
            }
            Step::Spaces(0) => Some(Ok(None)),
            Step::Spaces(left) => {
                let now = left.min(CHUNK);
                self.steps.push(Step::Spaces(left - now));
                Some(Ok(Some(vec![b' '; now].into())))
            }
        }
    }
}

impl Body for BrokenBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        loop {
            if let Some(pause) = self.pause.as_mut() {
                ready!(pause.as_mut().poll(context));
                self.pause = None;
            }
            match self.next() {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(Some(bytes))) if !bytes.is_empty() => return Poll::Ready(Some(Ok(Frame::data(bytes)))),
                Some(Ok(_)) => {}
            }
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.announced.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
