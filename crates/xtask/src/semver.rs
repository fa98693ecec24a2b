//! Whether a change breaks those who use the crates: cargo-semver-checks against an earlier commit.

use crate::package_checks::published;
use crate::session::{Failure, Session, succeed};
use crate::toolchain;

/// The version that was tried; each knows the toolchains of its time.
const VERSION: &str = "0.51.0";

/// Compares every library crate that is published with itself at `revision`, as far as it promises something.
///
/// # Errors
/// cargo-semver-checks is missing, or finds a break that the version does not announce.
pub fn run(revision: &str) -> Result<(), Failure> {
    let mut session = Session::new(Vec::new());
    toolchain::subcommand(&session, "semver-checks", VERSION)?;
    for published in published(&session)?.into_iter().filter(|published| published.library) {
        session.check(&format!("semver: {}", published.name), |session| {
            let mut check =
                session.cargo(&["semver-checks", "--baseline-rev", revision, "-p", &published.name]);
            check.arg("--only-explicit-features");
            check.args(published.promised.iter().flat_map(|feature| ["--features", feature]));
            succeed(&mut check).map(|()| String::new())
        });
    }
    session.finish()
}
