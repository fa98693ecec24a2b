//! A progress bar on the error output, where that is a terminal and the work is long.

use std::ops::ControlFlow;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work below this is over before anybody could read a bar.
const WORTH_A_BAR: u64 = 8 * 1024 * 1024;

/// How far a piece of work has come.
#[derive(Debug)]
pub struct Progress(ProgressBar);

impl Progress {
    /// Reading so many bytes.
    pub fn of_bytes(bytes: u64, what: &str) -> Self {
        if bytes < WORTH_A_BAR {
            return Self(ProgressBar::hidden());
        }
        // The target stays hidden where the error output is no terminal.
        let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {bytes}/{total_bytes} {eta}") {
            bar.set_style(style);
        }
        bar.set_message(what.to_owned());
        Self(bar)
    }

    /// Work on so many facts.
    pub fn of_facts(facts: u64, what: &str) -> Self {
        /// Below so many it is over before anybody could read a bar.
        const WORTH_A_BAR: u64 = 200_000;
        if facts < WORTH_A_BAR {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::with_draw_target(Some(facts), ProgressDrawTarget::stderr());
        let template = "{msg} {wide_bar} {human_pos}/{human_len} {per_sec} {eta}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(what.to_owned());
        Self(bar)
    }

    /// So many are done in all; the work goes on.
    pub fn reached(&self, done: u64) -> ControlFlow<()> {
        self.0.set_position(done);
        ControlFlow::Continue(())
    }

    /// So many bytes more are done.
    pub fn advance(&self, bytes: u64) {
        self.0.inc(bytes);
    }

    /// All is done: the bar goes away.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
