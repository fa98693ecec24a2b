//! Tests the parts asked for, or everything there is.

use std::path::Path;

use crate::lint;
use crate::part::{self, Content, Part};
use crate::session::{Failure, Session};

/// Lints and tests every part that exists.
///
/// # Errors
/// A step failed.
pub fn everything() -> Result<(), Failure> {
    let parts: Vec<_> = part::present().collect();
    let mut session = Session::new(selection(&parts));
    lint::run(&mut session);
    test(&mut session, &parts);
    println!("\nnothing here yet: {}", part::absent().join(", "));
    say_left_out();
    session.finish()
}

/// Tests the parts called `names`.
///
/// # Errors
/// An unknown or empty part, or a step that failed.
pub fn named(names: &[String]) -> Result<(), Failure> {
    let parts = part::named(names)?;
    let mut session = Session::new(selection(&parts));
    test(&mut session, &parts);
    session.finish()
}

fn test(session: &mut Session, parts: &[(&Part, &Content)]) {
    // A binding may have no tests that cargo runs, only those of its own language.
    let with_crates: Vec<_> = parts.iter().filter(|(_, content)| !content.crates.is_empty()).collect();
    let mut tested = true;
    if !with_crates.is_empty() {
        let names: Vec<&str> = with_crates.iter().map(|(part, _)| part.name).collect();
        let together = session.cargo_selected(&["test", "--no-fail-fast"]);
        tested = session.cargo_tests(&format!("tests of {}", names.join(", ")), together);
    }
    if !tested && with_crates.len() > 1 {
        // One crate that does not compile must not hide the tests of the others.
        for (part, content) in with_crates {
            let mut alone = session.cargo(&["test", "--no-fail-fast", "--all-features"]);
            alone.args(content.crates.iter().flat_map(|name| ["-p", name]));
            session.cargo_tests(&format!("tests of {} alone", part.name), alone);
        }
    }
    for (_, content) in parts {
        (content.checks)(session);
    }
}

/// Says which tests found nothing to compare with: cargo hides what a passing test prints.
fn say_left_out() {
    for (folder, what) in
        [("oracle", "answers of independent libraries"), ("data", "samples of real exports")]
    {
        if !Path::new("../shared").join(folder).is_dir() {
            println!(
                "left out: tests against {what}, which lie in ../shared/{folder} where they are to be had"
            );
        }
    }
}

fn selection(parts: &[(&Part, &Content)]) -> Vec<&'static str> {
    parts.iter().flat_map(|(_, content)| content.crates.iter().copied()).collect()
}
