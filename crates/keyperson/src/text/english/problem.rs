//! What is wrong with input, in English: as [`ProblemKind`] shows itself.

use crate::error::ProblemKind;
use crate::text::given::ProblemText;

pub(crate) fn problem(of: &ProblemKind) -> ProblemText {
    ProblemText { what: of.to_string(), hint: of.hint() }
}
