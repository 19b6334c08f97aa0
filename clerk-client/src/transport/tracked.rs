//! A request body that notes when it is asked for.

use std::pin::Pin;
use std::task::{Context, Poll};

use http_body::{Body, Frame, SizeHint};

use crate::request::Progress;

/// A body that notes in its [`Progress`] when the connection begins to write it.
///
/// The connection asks for the body once it writes the request: not while it connects, shakes hands, or waits for a free HTTP/2 stream.
/// Of an empty body it asks whether it is one, which over HTTP/2 may be before there is a stream.
pub(super) struct Tracked<B> {
    body: B,
    progress: Progress,
}

impl<B> Tracked<B> {
    pub(super) fn new(body: B, progress: Progress) -> Self {
        progress.track();
        Self { body, progress }
    }
}

impl<B: Body + Unpin> Body for Tracked<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        self.progress.sent();
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        let is_over = self.body.is_end_stream();
        if is_over {
            self.progress.sent();
        }
        is_over
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
