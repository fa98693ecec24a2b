//! What the languages are given, and what they give where it is more than one text.

use crate::calendar::Day;
use crate::fact::{Audience, Stage, SupportKind};

/// Texts by the codes that have one.
pub(crate) type Coded = &'static [(&'static str, &'static str)];

/// The four templates of a finding.
pub(crate) struct Parts {
    pub(crate) title: &'static str,
    pub(crate) what: &'static str,
    pub(crate) why: &'static str,
    pub(crate) change: &'static str,
}

/// What an announcement says: every text escaped, nothing where the facts do not say.
pub(crate) struct Message {
    pub(crate) today: Day,
    pub(crate) company: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) department: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) start: Option<Day>,
    pub(crate) approved: Option<Day>,
    /// What the person may decide.
    pub(crate) authority: Vec<String>,
    /// Hours per week.
    pub(crate) hours: Option<String>,
    pub(crate) members: Vec<SupportMember>,
}

/// A colleague in the unit.
pub(crate) struct SupportMember {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
}

/// What a case study says: every text escaped, nothing where the facts do not say.
pub(crate) struct Case {
    pub(crate) customer: Option<String>,
    pub(crate) industry: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) employees: Option<String>,
    pub(crate) product: Option<String>,
    pub(crate) amount: Option<Amount>,
    pub(crate) partner: String,
    pub(crate) lead: Option<Who>,
    pub(crate) others: Vec<Who>,
    pub(crate) won_on: Option<Day>,
    pub(crate) days_to_order: Option<i64>,
    /// The won deal whose approach it repeats.
    pub(crate) repeats: Option<String>,
    pub(crate) course: Vec<Step>,
    pub(crate) supports: Vec<Support>,
    pub(crate) praises: Vec<Praise>,
}

/// A sum of money; the currency by its code.
pub(crate) struct Amount {
    pub(crate) value: String,
    pub(crate) currency: Option<String>,
}

/// Somebody who took part.
pub(crate) struct Who {
    pub(crate) name: String,
    pub(crate) title: Option<String>,
}

/// A stage, its day, and the days since the stage before that is on record.
pub(crate) struct Step {
    pub(crate) stage: Stage,
    pub(crate) day: Option<Day>,
    pub(crate) since_before: Option<i64>,
}

/// Support that was given.
pub(crate) struct Support {
    pub(crate) kind: SupportKind,
    pub(crate) day: Day,
    pub(crate) member: Option<Who>,
    pub(crate) topic: Option<String>,
}

/// A recognition.
pub(crate) struct Praise {
    pub(crate) day: Day,
    pub(crate) audience: Audience,
    pub(crate) what: Option<String>,
    /// Whether it was for the effort.
    pub(crate) effort: bool,
}
