//! Several measurements of one thing. The minimum says what the work costs, the median what a person meets; on a busy
//! machine only ratios of minima mean anything.

use std::time::Duration;

#[derive(Debug, Clone, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn of(first: Duration) -> Self {
        Self(vec![first])
    }

    pub fn push(&mut self, taken: Duration) {
        self.0.push(taken);
    }

    pub fn min(&self) -> Duration {
        self.0.iter().min().copied().unwrap_or_default()
    }

    pub fn median(&self) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort();
        sorted.get(sorted.len() / 2).copied().unwrap_or_default()
    }
}

/// `1.23 ms`, or seconds above a second.
pub fn text(time: Duration) -> String {
    if time >= Duration::from_secs(1) {
        format!("{:.2} s", time.as_secs_f64())
    } else {
        format!("{:.2} ms", time.as_secs_f64() * 1e3)
    }
}

/// How many times as long.
pub fn ratio(time: Duration, floor: Duration) -> f64 {
    time.as_secs_f64() / floor.as_secs_f64().max(1e-9)
}
