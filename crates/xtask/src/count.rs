//! How many tests passed and failed, read from what test runners print.

use std::fmt;

/// Tests counted by one step, or by all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were left out by `#[ignore]`.
    pub ignored: u64,
}

impl Count {
    /// One check that passed.
    pub const PASSED: Self = Self { passed: 1, failed: 0, ignored: 0 };
    /// One check that failed.
    pub const FAILED: Self = Self { passed: 0, failed: 1, ignored: 0 };

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed.saturating_add(other.passed),
            failed: self.failed.saturating_add(other.failed),
            ignored: self.ignored.saturating_add(other.ignored),
        }
    }

    /// The sum of all.
    pub fn sum(counts: impl IntoIterator<Item = Self>) -> Self {
        counts.into_iter().fold(Self::default(), Self::plus)
    }

    /// The count for a runner that ended with `success`.
    ///
    /// A runner that fails without naming a failed test (it did not compile, or was killed) is one failure,
    /// so that no run ends badly with "0 failed".
    #[must_use]
    pub fn with_status(self, success: bool) -> Self {
        if success || self.failed > 0 { self } else { self.plus(Self::FAILED) }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The count in one line of `cargo test`, such as `test result: ok. 5 passed; 0 failed; 1 ignored; …`;
/// `None` for every other line.
pub fn cargo_test_line(line: &str) -> Option<Count> {
    let mut count = Count::default();
    let mut number = None;
    for word in line.strip_prefix("test result: ")?.split([' ', ';', '.']) {
        match (word, number) {
            ("passed", Some(value)) => count.passed = value,
            ("failed", Some(value)) => count.failed = value,
            ("ignored", Some(value)) => count.ignored = value,
            _ => {}
        }
        number = word.parse().ok();
    }
    Some(count)
}

/// The count in the closing line of `pytest`, such as `== 1 failed, 3 passed, 2 skipped in 0.12s ==`; `None` for every
/// other line.
pub fn pytest_line(line: &str) -> Option<Count> {
    let (counts, took) = line.trim_matches(['=', ' ']).rsplit_once(" in ")?;
    took.split_once('s')?.0.parse::<f64>().ok()?;
    let mut count = Count::default();
    for part in counts.split(", ") {
        let (number, word) = part.split_once(' ')?;
        let number: u64 = number.parse().ok()?;
        match word {
            "passed" => count.passed = number,
            "failed" | "error" | "errors" => count.failed = count.failed.saturating_add(number),
            "skipped" | "deselected" | "xfailed" => count.ignored = count.ignored.saturating_add(number),
            "xpassed" | "warning" | "warnings" => {}
            _ => return None,
        }
    }
    Some(count)
}

/// The count in the closing line of vitest, such as `Tests  1 failed | 3 passed | 2 skipped (6)`; `None` for every
/// other line.
pub fn vitest_line(line: &str) -> Option<Count> {
    let (counts, _all) = line.trim_start().strip_prefix("Tests  ")?.rsplit_once(" (")?;
    let mut count = Count::default();
    for part in counts.split(" | ") {
        let (number, word) = part.trim().split_once(' ')?;
        let number: u64 = number.parse().ok()?;
        match word {
            "passed" => count.passed = number,
            "failed" => count.failed = number,
            "skipped" | "todo" => count.ignored = count.ignored.saturating_add(number),
            _ => return None,
        }
    }
    Some(count)
}

/// The count in one of the closing lines of node's test runner, such as `ℹ pass 12` (or `# pass 12`, as TAP);
/// `None` for every other line. What was cancelled did not pass; what was skipped, or is yet to do, was left out.
pub fn node_test_line(line: &str) -> Option<Count> {
    let (word, number) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# "))?.split_once(' ')?;
    let number = number.parse().ok()?;
    let none = Count::default();
    match word {
        "pass" => Some(Count { passed: number, ..none }),
        "fail" | "cancelled" => Some(Count { failed: number, ..none }),
        "skipped" | "todo" => Some(Count { ignored: number, ..none }),
        _ => None,
    }
}

/// The count in the closing line of Maven's surefire or failsafe, such as
/// `[INFO] Tests run: 12, Failures: 0, Errors: 1, Skipped: 0`; `None` for every other line, those of a class included.
pub fn surefire_line(line: &str) -> Option<Count> {
    let counts = line.split_once("] ")?.1.strip_prefix("Tests run: ")?;
    let mut numbers = counts.split(", ").map(|part| part.rsplit(' ').next().unwrap_or(part).parse::<u64>());
    let mut next = || numbers.next()?.ok();
    let (run, failures, errors, ignored) = (next()?, next()?, next()?, next()?);
    if numbers.next().is_some() {
        // How long a class took.
        return None;
    }
    let failed = failures.saturating_add(errors);
    Some(Count { passed: run.saturating_sub(failed).saturating_sub(ignored), failed, ignored })
}

/// The count in the closing line of minitest, such as `12 runs, 131 assertions, 0 failures, 2 errors, 1 skips`; `None`
/// for every other line.
pub fn minitest_line(line: &str) -> Option<Count> {
    let mut numbers = [0_u64; 5];
    let words = ["runs", "assertions", "failures", "errors", "skips"];
    let mut parts = line.split(", ");
    for (number, word) in numbers.iter_mut().zip(words) {
        *number = parts.next()?.strip_suffix(word)?.trim_end().parse().ok()?;
    }
    let [runs, _assertions, failures, errors, ignored] = numbers;
    let failed = failures.saturating_add(errors);
    let passed = runs.saturating_sub(failed).saturating_sub(ignored);
    parts.next().is_none().then_some(Count { passed, failed, ignored })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(passed: u64, failed: u64, ignored: u64) -> Count {
        Count { passed, failed, ignored }
    }

    #[test]
    fn result_lines_are_read_and_others_are_not() {
        let cases = [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
                Some(count(12, 0, 1)),
            ),
            (
                "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9.22s",
                Some(count(3, 2, 0)),
            ),
            ("test result: \u{1b}[32mok\u{1b}[m. 7 passed; 0 failed; 0 ignored", Some(count(7, 0, 0))),
            ("test result: ok. 0 passed; 0 failed", Some(count(0, 0, 0))),
            ("test count::tests::x ... ok", None),
            ("  left: \"test result: ok. 12 passed\"", None),
            ("running 12 tests", None),
            ("all doctests ran in 0.40s; merged doctests compilation took 0.35s", None),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(cargo_test_line(line), expected, "{line}");
        }
    }

    #[test]
    fn closing_lines_of_pytest_are_read_and_others_are_not() {
        let cases = [
            ("1185 passed in 39.26s", Some(count(1185, 0, 0))),
            ("===== 6 failed, 1179 passed, 2 skipped in 24.97s =====", Some(count(1179, 6, 2))),
            ("== 1 failed, 2 errors, 3 warnings in 75.02s (0:01:15) ==", Some(count(0, 3, 0))),
            ("2 passed, 3 deselected in 0.10s", Some(count(2, 0, 3))),
            ("no tests ran in 0.01s", None),
            ("FAILED tests/test_tables.py::test_duckdb_in_and_out - 1 passed in 2.0s", None),
            ("tests/test_results.py::test_fit_of_values PASSED", None),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(pytest_line(line), expected, "{line}");
        }
    }

    #[test]
    fn closing_lines_of_vitest_are_read_and_others_are_not() {
        let cases = [
            ("      Tests  686 passed (686)", Some(count(686, 0, 0))),
            ("      Tests  2 failed | 694 passed | 1 skipped (697)", Some(count(694, 2, 1))),
            (" Test Files  1 failed | 3 passed (4)", None),
            ("Tests  all were run (3)", None),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(vitest_line(line), expected, "{line}");
        }
    }

    #[test]
    fn a_whole_run_is_summed_with_its_doc_tests() {
        let output = "\nrunning 2 tests\ntest a ... ok\ntest b ... FAILED\n\n\
            test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.0s\n\
            \n   Doc-tests keyperson\n\nrunning 3 tests\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.0s\n";
        let sum = Count::sum(output.lines().filter_map(cargo_test_line));
        assert_eq!(sum, count(3, 1, 1));
        assert_eq!(sum.to_string(), "3 passed, 1 failed");
    }

    #[test]
    fn closing_lines_of_minitest_are_read_and_others_are_not() {
        let cases = [
            ("917 runs, 4353 assertions, 0 failures, 0 errors, 0 skips", Some(count(917, 0, 0))),
            ("12 runs, 131 assertions, 1 failures, 2 errors, 3 skips", Some(count(6, 3, 3))),
            ("Finished in 6.030251s, 152.0666 runs/s, 721.8605 assertions/s.", None),
            ("conformance: 916 cases, 914 JSON, 874 typed", None),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(minitest_line(line), expected, "{line}");
        }
    }

    #[test]
    fn nodes_closing_lines_are_read() {
        let output = "✔ a page (12.5ms)\n✖ pass 3 (1ms)\nℹ tests 9\nℹ suites 0\nℹ pass 5\nℹ fail 1\nℹ cancelled 1\n\
            ℹ skipped 1\nℹ todo 1\nℹ duration_ms 9.1\n";
        assert_eq!(Count::sum(output.lines().filter_map(node_test_line)), count(5, 2, 2));
        assert_eq!(Count::sum(output.replace('ℹ', "#").lines().filter_map(node_test_line)), count(5, 2, 2));
        assert_eq!(node_test_line("pass 5"), None);
    }

    #[test]
    fn closing_lines_of_surefire_are_read_and_others_are_not() {
        let cases = [
            ("[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0", Some(count(12, 0, 0))),
            ("[ERROR] Tests run: 12, Failures: 2, Errors: 1, Skipped: 3", Some(count(6, 3, 3))),
            ("[WARNING] Tests run: 2, Failures: 0, Errors: 0, Skipped: 2", Some(count(0, 0, 2))),
            ("[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1.9 s -- in a.B", None),
            ("[INFO] Tests are skipped.", None),
            ("Tests run: 3, Failures: 0", None),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(surefire_line(line), expected, "{line}");
        }
    }

    #[test]
    fn a_runner_that_fails_without_a_failed_test_is_one_failure() {
        assert_eq!(count(0, 0, 0).with_status(false), count(0, 1, 0));
        assert_eq!(count(8, 0, 0).with_status(false), count(8, 1, 0));
        assert_eq!(count(8, 2, 0).with_status(false), count(8, 2, 0));
        assert_eq!(count(8, 0, 0).with_status(true), count(8, 0, 0));
    }
}
