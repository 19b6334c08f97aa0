//! The requests of the last ten seconds.

use std::time::Duration;

use tokio::time::Instant;

/// Clerk's window.
pub(super) const WINDOW: Duration = Duration::from_secs(10);
const SLOT_MS: u64 = 25;
const SLOT: Duration = Duration::from_millis(SLOT_MS);
/// A request leaves the count 25 to 50 ms after the window. Two that are on the way for a time that differs by less are therefore never
/// in one window of the server's if they are not in one here; where it differs by more, the 3 % that are not used make up for it.
const SLOTS: usize = 402;
/// How long a request is counted, at most.
const COUNTED: Duration = Duration::from_millis(SLOT_MS * SLOTS as u64);

/// Counts requests by slots of time, so that its size does not depend on the limit.
#[derive(Debug)]
pub(super) struct Window {
    limit: u32,
    epoch: Instant,
    /// The number of the newest slot, from the epoch on.
    newest: u64,
    /// In a box, since most who can have a window have none.
    counts: Box<[u32; SLOTS]>,
    total: u32,
    last: Option<Instant>,
}

impl Window {
    /// A window that lets about 97 % of `limit` pass.
    pub(super) fn new(limit: u32, now: Instant) -> Self {
        let limit = (u64::from(limit) * 975 / 1000).clamp(1, u64::from(u32::MAX));
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        Self { limit, epoch: now, newest: 0, counts: Box::new([0; SLOTS]), total: 0, last: None }
    }

    /// When the next request may be sent: `now`, or later.
    pub(super) fn next(&mut self, now: Instant) -> Instant {
        self.turn_of(0, now)
    }

    /// When a request may be sent that has this many others before it: not earlier than this.
    pub(super) fn turn_of(&mut self, ahead: usize, now: Instant) -> Instant {
        self.move_on(now);
        let ahead = u32::try_from(ahead).unwrap_or(u32::MAX);
        let (rounds, rest) = (ahead / self.limit, ahead % self.limit);
        let free = self.limit.saturating_sub(self.total);
        let opens = match rest.checked_sub(free) {
            None => self.spaced(now),
            Some(over) => self.expiry_of(over).max(now),
        };
        opens + COUNTED.saturating_mul(rounds)
    }

    pub(super) fn take(&mut self, now: Instant) {
        self.move_on(now);
        let count = self.slot(self.newest);
        *count = count.saturating_add(1);
        self.total = self.total.saturating_add(1);
        self.last = Some(self.due(now));
    }

    /// A turn taken at this instant has not been used.
    pub(super) fn give_back(&mut self, taken: Instant) {
        let number = self.number(taken);
        let is_counted = number <= self.newest && self.newest - number < SLOTS as u64;
        if is_counted && *self.slot(number) > 0 {
            *self.slot(number) -= 1;
            self.total = self.total.saturating_sub(1);
        }
    }

    /// When the request that is sent now was due. What a timer was late by is made up for, so that requests keep to their rate.
    fn due(&self, now: Instant) -> Instant {
        let due = self.last.map_or(now, |last| last + WINDOW / self.limit);
        if due <= now && now - due <= SLOT { due } else { now }
    }

    /// With ample room at once; else as long after the last one as spreads the limit evenly, or when there is ample room again.
    fn spaced(&self, now: Instant) -> Instant {
        match (self.last, self.total.checked_sub(self.limit / 2)) {
            (Some(last), Some(over)) if self.total > 0 => {
                (last + WINDOW / self.limit).min(self.expiry_of(over)).max(now)
            }
            _ => now,
        }
    }

    /// When more than this many of the counted requests are no longer counted.
    fn expiry_of(&self, over: u32) -> Instant {
        let oldest = (self.newest + 1).saturating_sub(SLOTS as u64);
        let mut left = over;
        for number in oldest..=self.newest {
            match left.checked_sub(self.counts[index(number)]) {
                Some(rest) => left = rest,
                None => return self.start(number) + COUNTED,
            }
        }
        self.start(self.newest) + COUNTED
    }

    /// Makes the slot of `now` the newest one.
    fn move_on(&mut self, now: Instant) {
        let newest = self.number(now);
        for number in (self.newest + 1..=newest).take(SLOTS) {
            self.total = self.total.saturating_sub(std::mem::take(self.slot(number)));
        }
        self.newest = self.newest.max(newest);
    }

    fn number(&self, instant: Instant) -> u64 {
        let slots = instant.saturating_duration_since(self.epoch).as_millis() / SLOT.as_millis();
        u64::try_from(slots).unwrap_or(u64::MAX)
    }

    fn start(&self, number: u64) -> Instant {
        self.epoch + Duration::from_millis(SLOT_MS.saturating_mul(number))
    }

    fn slot(&mut self, number: u64) -> &mut u32 {
        &mut self.counts[index(number)]
    }
}

fn index(number: u64) -> usize {
    usize::try_from(number % SLOTS as u64).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    /// Sends as soon as allowed; the times of the requests.
    fn sent(limit: u32, count: usize) -> Vec<Duration> {
        let start = Instant::now();
        let mut window = Window::new(limit, start);
        let mut now = start;
        let mut times = Vec::new();
        for _ in 0..count {
            now = window.next(now);
            window.take(now);
            times.push(now - start);
        }
        times
    }

    #[test]
    fn no_ten_seconds_hold_more_than_97_percent_and_little_less() {
        for (limit, most) in [(1, 1), (2, 1), (20, 19), (100, 97), (1000, 975)] {
            let times = sent(limit, most * 4 + 1);
            for pair in times.windows(most + 1) {
                assert!(pair[most] - pair[0] > WINDOW + ms(24), "{limit}: {pair:?}");
            }
            assert!(times[most * 4] < WINDOW * 5, "{limit}: {:?}", times[most * 4]);
        }
    }

    #[test]
    fn half_of_the_limit_is_sent_at_once_and_the_rest_spaced() {
        let times = sent(100, 97);
        assert!(times[..48].iter().all(Duration::is_zero));
        for pair in times[48..].windows(2) {
            assert_eq!(pair[1] - pair[0], WINDOW / 97);
        }
    }

    #[test]
    fn late_timers_do_not_slow_it_down() {
        let start = Instant::now();
        let (mut window, mut now) = (Window::new(1000, start), start);
        for n in 0..4000 {
            now = window.next(now) + ms(n % 3);
            window.take(now);
        }
        let on_time = sent(1000, 4000)[3999];
        assert!(now - start < on_time + on_time / 100, "{:?} instead of {on_time:?}", now - start);
    }

    #[test]
    fn turns_that_are_given_back_can_be_taken_again() {
        let now = Instant::now();
        let mut window = Window::new(1, now);
        window.take(now);
        assert!(window.next(now + ms(9_999)) > now + WINDOW);
        window.give_back(now);
        window.give_back(now);
        assert_eq!(window.total, 0, "once only");
        let later = now + ms(20_000);
        window.take(later);
        window.give_back(now);
        assert_eq!(window.total, 1, "a turn that is no longer counted");
    }

    #[test]
    fn a_turn_that_is_given_back_is_free_at_once() {
        let now = Instant::now();
        for limit in [1, 2, 3, 4, 100] {
            let mut window = Window::new(limit, now);
            window.take(now);
            window.give_back(now);
            assert_eq!(window.next(now), now, "{limit}");
        }
    }

    #[test]
    fn the_limit_holds_after_years() {
        let start = Instant::now();
        let mut window = Window::new(100, start);
        let now = start + 100 * 365 * 24 * 3600 * ms(1000);
        (0..97).for_each(|_| window.take(now));
        assert!(window.next(now) > now + WINDOW);
    }

    #[test]
    fn the_turn_of_those_behind_is_at_least_as_many_windows_away() {
        let now = Instant::now();
        let mut window = Window::new(1, now);
        window.take(now);
        let turn = |ahead| (10_050 * (ahead + 1), 10_025 * (ahead + 1));
        for ahead in 0..5_usize {
            let wait = (window.turn_of(ahead, now) - now).as_millis();
            let (most, least) = turn(ahead as u128);
            assert!((least..=most).contains(&wait), "{ahead}: {wait}");
        }
    }

    #[test]
    fn the_largest_limit_takes_no_more_room_than_the_smallest() {
        let now = Instant::now();
        let mut window = Window::new(u32::MAX, now);
        for _ in 0..1000 {
            assert_eq!(window.next(now), now);
            window.take(now);
        }
        assert!(size_of::<Window>() < 100 && size_of_val(&*window.counts) < 2000);
        assert!(window.turn_of(usize::MAX, now) > now);
    }
}
