//! How quickly files go in, for a time left that a writer can believe: over the last
//! seconds, as folders of short notes and of long reports take turns.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// Over so long a time.
const OVER: Duration = Duration::from_secs(5);

/// When how many files were done.
#[derive(Debug)]
pub(super) struct Rate {
    counts: VecDeque<(Instant, usize)>,
    done: usize,
}

impl Default for Rate {
    fn default() -> Self {
        Self { counts: VecDeque::from([(Instant::now(), 0)]), done: 0 }
    }
}

impl Rate {
    /// So many more are done.
    pub(super) fn add(&mut self, files: usize) {
        self.done += files;
        self.counts.push_back((Instant::now(), self.done));
        while self.counts.len() > 2 && self.counts[1].0.elapsed() > OVER {
            self.counts.pop_front();
        }
    }

    /// Files a second; 0 before the first.
    pub(super) fn per_second(&self) -> f64 {
        let Some((since, before)) = self.counts.front() else { return 0.0 };
        let seconds = since.elapsed().as_secs_f64();
        if self.done == *before || seconds == 0.0 { 0.0 } else { (self.done - before) as f64 / seconds }
    }
}
