//! Everything that UniFFI gives: the library, and each language's own checks.

use crate::session::Session;
use crate::uniffi_library::build;
use crate::{kotlin_checks, ruby_checks, swift_checks};

/// Everything that UniFFI gives.
pub fn run(session: &mut Session) {
    let mut built = false;
    session.check("uniffi: library", |session| {
        let size = build(session)?;
        built = true;
        Ok(format!("{size} bytes"))
    });
    if built {
        kotlin_checks::run(session);
        ruby_checks::run(session);
        swift_checks::run(session);
    }
}
