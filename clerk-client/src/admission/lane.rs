//! One endpoint, or one user of it, that is limited by itself; and the calls that wait for it.

use std::time::Duration;

use tokio::time::Instant;

use super::line::Line;
use super::outcome::Outcome;
use super::window::{WINDOW, Window};

/// Closed by a 429 until a given time; then opened by one request, the probe; and once that is answered, by metering.
#[derive(Debug)]
pub(super) struct Lane {
    pub(super) line: Line,
    /// A client-side limit of this endpoint's own.
    limit: Option<Window>,
    opening: Opening,
    /// Requests in ten seconds while metered.
    rate: f64,
    /// What the rate starts with, and does not grow beyond.
    most: f64,
}

#[derive(Clone, Copy, Debug)]
enum Opening {
    Open,
    /// Closed before this; then for all but one.
    Closed {
        until: Instant,
        is_probed: bool,
    },
    /// The next one passes at this time.
    Metered {
        next: Instant,
    },
}

impl Lane {
    /// An open lane, in which `most` requests per window are expected to be allowed.
    pub(super) fn new(most: f64, limit: Option<Window>) -> Self {
        Self { line: Line::default(), limit, opening: Opening::Open, rate: most, most }
    }

    /// When the next request may be sent, `now` or later; `None` while it depends on the probe's answer.
    pub(super) fn next(&mut self, now: Instant) -> Option<Instant> {
        let opens = match self.opening {
            Opening::Open => now,
            Opening::Closed { until, is_probed: false } => until.max(now),
            Opening::Closed { is_probed: true, .. } => return None,
            Opening::Metered { next } => next.max(now),
        };
        let allowed = self.limit.as_mut().map_or(now, |limit| limit.next(now));
        Some(opens.max(allowed))
    }

    /// When a request may be sent that has this many others before it: not earlier than this.
    pub(super) fn turn_of(&mut self, ahead: usize, now: Instant) -> Instant {
        let opens = match self.opening {
            Opening::Closed { until, .. } => until.max(now),
            _ => now,
        };
        self.limit.as_mut().map_or(opens, |limit| limit.turn_of(ahead, now).max(opens))
    }

    /// When that request can be expected to be sent.
    pub(super) fn estimate(&mut self, ahead: usize, now: Instant) -> Instant {
        let spread = match self.opening {
            Opening::Open => Duration::ZERO,
            _ => WINDOW.div_f64(self.rate).saturating_mul(u32::try_from(ahead).unwrap_or(u32::MAX)),
        };
        self.turn_of(ahead, now) + spread
    }

    pub(super) fn take(&mut self, now: Instant) {
        match &mut self.opening {
            Opening::Open => {}
            Opening::Closed { is_probed, .. } => *is_probed = true,
            Opening::Metered { next } => *next = now + WINDOW.div_f64(self.rate),
        }
        if let Some(limit) = &mut self.limit {
            limit.take(now);
        }
    }

    /// The request admitted at `taken` has come to its end.
    pub(super) fn ended(&mut self, taken: Instant, outcome: Outcome, now: Instant) {
        match (&mut self.opening, outcome) {
            // What was sent before it closed says nothing about whether it is open.
            (Opening::Closed { until, .. }, Outcome::Answered(_)) if taken < *until => {}
            (Opening::Closed { .. }, Outcome::Answered(_)) => self.opening = Opening::Metered { next: now },
            (Opening::Closed { until, is_probed }, _) if taken >= *until => *is_probed = false,
            (Opening::Metered { .. }, Outcome::Answered(_)) => self.rate = self.faster(),
            (Opening::Metered { next }, Outcome::NotSent) => *next = now,
            _ => {}
        }
        if let (Outcome::NotSent, Some(limit)) = (outcome, &mut self.limit) {
            limit.give_back(taken);
        }
    }

    /// A request was refused with 429.
    pub(super) fn close(&mut self, until: Instant) {
        let until = match self.opening {
            Opening::Open => until,
            // Others of the same burst, or the probe: they say nothing about the rate.
            Opening::Closed { until: known, .. } => known.max(until),
            Opening::Metered { .. } => {
                self.rate = (self.rate / 2.0).max(1.0);
                until
            }
        };
        self.opening = Opening::Closed { until, is_probed: false };
    }

    /// Whether nobody waits, and nothing has to be waited for.
    pub(super) fn is_idle(&self, now: Instant) -> bool {
        let is_closed = matches!(self.opening, Opening::Closed { until, is_probed } if is_probed || until > now);
        self.line.is_empty() && !is_closed
    }

    pub(super) fn has_limit(&self) -> bool {
        self.limit.is_some()
    }

    /// Ends the metering.
    pub(super) fn open(&mut self) {
        (self.opening, self.rate) = (Opening::Open, self.most);
    }

    /// A tenth of the whole more with each window that it fills.
    fn faster(&self) -> f64 {
        (self.rate + self.most / 10.0 / self.rate).min(self.most)
    }
}
