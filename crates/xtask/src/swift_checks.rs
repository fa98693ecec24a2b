//! The Swift package.

use crate::session::Session;

/// Builds and tests the package.
pub fn run(session: &mut Session) {
    let _ = session;
}
