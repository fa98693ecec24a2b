//! Laws of the portfolio on several threads.

#![cfg(feature = "parallel")]
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::ops::ControlFlow;

use keyperson::{Journal, Policy};
use keyperson_simulator::{Options, simulate};

// INVARIANT: the bytes are those of one thread, whatever the number of threads.
#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let policy = Policy::default();
    let as_of = policy.as_of("2026-04-30").unwrap();
    let journal = Journal::from_facts(simulate(&Options::demo()).facts).unwrap();
    let text = |portfolio| serde_json::to_string(&portfolio).unwrap();
    let alone = text(keyperson::portfolio(&journal, &policy, as_of).unwrap());
    for threads in [1, 2, 3, 16] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let go_on = |_| ControlFlow::Continue(());
        let together = pool.install(|| keyperson_table::portfolio(&journal, &policy, as_of, &go_on)).unwrap();
        assert_eq!(text(together), alone, "{threads}");
    }
}
