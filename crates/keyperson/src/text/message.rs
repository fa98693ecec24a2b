//! What each finding says: headline, what, why and what to change.
//!
//! Names in braces are the finding's values, and those made of it in `finding.rs`. No text judges the person; what is
//! to change is always the environment.

use crate::finding::FindingCode;
use crate::text::catalogue;
use crate::text::given::Parts;

catalogue! {
    /// The templates of a finding.
    pub(super) const fn parts(code: FindingCode) -> Parts;
}
