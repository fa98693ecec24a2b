//! What the sections of a policy must satisfy together: references that lead somewhere, orders that hold.

use super::{Policy, colleagues, course, deals, person, place, together};
use crate::error::Problems;

/// Notes everything that does not hold.
pub(super) fn check(policy: &Policy, problems: &mut Problems) {
    place::calendars(policy, problems);
    person::signals(policy, problems);
    person::mismatches(policy, problems);
    person::remedies(policy, problems);
    course::ladder(policy, problems);
    person::limits(policy, problems);
    together::recognition(policy, problems);
    together::cadence(policy, problems);
    together::rhythm(policy, problems);
    together::ledgers(policy, problems);
    deals::check(policy, problems);
    colleagues::turns(policy, problems);
    colleagues::network(policy, problems);
    colleagues::spread(policy, problems);
    person::overrides(&policy.overrides, problems);
}
