//! What a run leaves behind that is broken off: nothing.

#[cfg(unix)]
pub use unix::watch;

/// Elsewhere the next run removes what a broken one left.
#[cfg(not(unix))]
pub fn watch<Kept: 'static>(_leave_nothing: fn() -> Kept) {}

#[cfg(unix)]
mod unix {
    use std::sync::Once;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    /// From now on a signal that ends the run removes the files on their way first; the run then ends by that
    /// signal, as it would have, so that the shell sees 130 for Ctrl-C.
    pub fn watch<Kept: 'static>(leave_nothing: fn() -> Kept) {
        static BEGUN: Once = Once::new();
        BEGUN.call_once(|| {
            // A file that grows beyond what is allowed (`ulimit -f`) shall be an error of writing, not the end.
            let heard: Vec<i32> =
                [SIGINT, SIGTERM, SIGHUP, SIGQUIT].into_iter().filter(|one| !ignored(*one)).collect();
            let Ok(mut signals) = Signals::new(heard.into_iter().chain([SIGXFSZ])) else { return };
            // Where there is no thread to be had, the next run removes what this one leaves.
            let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
                for signal in signals.forever().filter(|signal| *signal != SIGXFSZ) {
                    let _none_is_made_now = leave_nothing();
                    let _ = emulate_default_handler(signal);
                }
            });
        });
    }

    /// Whether the run was started to live on after this signal, as by `nohup`. Linux alone tells; elsewhere
    /// that is taken to be so of the one signal for which it is usual.
    fn ignored(signal: i32) -> bool {
        let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return signal == SIGHUP };
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
        let bit = u32::try_from(signal).ok().and_then(|signal| signal.checked_sub(1));
        bit.and_then(|bit| mask.checked_shr(bit)).is_some_and(|shifted| shifted & 1 == 1)
    }
}
