//! The table of rooms: one entry for each question that a brief answers beside those of the traits. It says how the
//! answer is made, which findings follow, which facts it reads and which settings it uses; the brief, its findings and
//! the trail all follow from it.

use crate::answer::market::Market;
use crate::colleagues::loop_turns::LoopTurns;
use crate::colleagues::spread::{self, Spread};
use crate::colleagues::support::{self, Supports};
use crate::course::ladder::{self, Ladder};
use crate::course::lead_time::{self, LeadTime};
use crate::course::selection::{self, Selection};
use crate::course::winter::{self, Winter};
use crate::deals::first_order::{self, FirstOrder};
use crate::deals::replication::{self, Replication};
use crate::deals::story::{self, Stories};
use crate::finding::Finding;
use crate::partner::view::View;
use crate::policy::Policy;
use crate::together::appraisal::{self, Overlap};
use crate::together::cadence::{self, Cadence};
use crate::together::feedback::{self, Feedback};
use crate::together::motivation::{self, Motivation};
use crate::together::news::{self, NewsTold};
use crate::together::recognition::{self, Recognition};
use crate::together::response::{self, Response};
use crate::together::rhythm::{self, Rhythm};

/// What the numbers of one room rest on.
pub(crate) struct Room {
    /// Its field in the brief.
    pub(crate) name: &'static str,
    /// Types of the person's facts, and of those of the whole partner, that it reads.
    pub(crate) reads: &'static [&'static str],
    /// Types of everybody's facts at the partner that it reads.
    pub(crate) of_everybody: &'static [&'static str],
    /// The sections of the policy that it uses.
    pub(crate) settings: &'static [&'static str],
}

/// Stands among types of fact where a room counts everybody who is known at the partner.
pub(crate) const EXISTENCE: &str = "(anything)";

/// Stands among types of fact where a room asks how the person's deals stand, which anybody's facts about them say.
pub(crate) const OWN_DEALS: &str = "(own deals)";

/// Work of which a record shows that somebody looked.
const WORK: &[&str] = &["gate", "activity", "deal", "touchpoint", "load", OWN_DEALS];

const DEALS: &[&str] = &["activity", "deal"];
const EVERYBODY: &[&str] = &[
    "activity",
    "deal",
    "signal",
    "consulted",
    "worked_with",
    "support",
    "person_registered",
    "person_left",
    EXISTENCE,
];

/// What rooms are made of.
pub(crate) struct Ask<'q, 'v, 'a> {
    pub(crate) view: &'q View<'v, 'a>,
    pub(crate) policy: &'q Policy,
    pub(crate) market: &'q Market<'v, 'a>,
}

/// Declares the rooms: the struct that holds them, how they are made, their findings, and what each rests on.
macro_rules! rooms {
    ($ask:ident, $room:ident; $($name:ident: $of:ty {
        evaluate: $evaluate:expr,
        findings: $findings:expr,
        reads: $reads:expr,
        of_everybody: $of_everybody:expr,
        settings: $settings:expr,
    })*) => {
        /// The rooms of one person on one date.
        pub(crate) struct Rooms {
            $(pub(crate) $name: $of,)*
        }

        impl Rooms {
            pub(crate) fn evaluate($ask: &Ask<'_, '_, '_>) -> Self {
                Self { $($name: $evaluate,)* }
            }

            pub(crate) fn findings(&self, $ask: &Ask<'_, '_, '_>, findings: &mut Vec<Finding>) {
                $({
                    let $room = &self.$name;
                    let _: &$of = $room;
                    findings.extend($findings);
                })*
            }
        }

        /// What each room rests on, and the agenda, which is made of all findings.
        pub(crate) const ROOMS: &[Room] = &[
            $(Room {
                name: stringify!($name),
                reads: $reads,
                of_everybody: $of_everybody,
                settings: $settings,
            },)*
            Room {
                name: "agenda",
                reads: &["activity", "deal", OWN_DEALS],
                of_everybody: &[],
                settings: &["/cadence", "/metrics", "/estimate/interval"],
            },
        ];
    };
}

rooms! {
    ask, room;
    selection: Selection {
        evaluate: selection::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["gate"],
        of_everybody: &[],
        settings: &["/selection"],
    }
    ladder: Ladder {
        evaluate: ladder::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: WORK,
        of_everybody: &[],
        settings: &["/ladder", "/metrics"],
    }
    lead_time: LeadTime {
        evaluate: lead_time::evaluate(ask.view, ask.policy),
        findings: Vec::new(),
        reads: &["activity", "deal", OWN_DEALS],
        of_everybody: &[],
        settings: &["/metrics", "/estimate/interval"],
    }
    winter: Winter {
        evaluate: winter::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: WORK,
        of_everybody: &[],
        settings: &["/winter", "/metrics", "/ladder/rungs"],
    }
    recognition: Recognition {
        evaluate: recognition::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["gate", "activity", "deal", "signal", "recognition", "support", OWN_DEALS],
        of_everybody: // Who left the partner is no member of the unit.
        &["recognition", "person_left", "person_registered"],
        settings: &["/recognition", "/metrics", "/ladder/rungs", "/estimate/interval"],
    }
    motivation: Motivation {
        evaluate: motivation::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["gate", "offer"],
        of_everybody: &[],
        settings: &["/motivation"],
    }
    appraisal: Overlap {
        evaluate: appraisal::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["appraisal"],
        of_everybody: &[],
        settings: &["/ladder/rungs"],
    }
    response: Response {
        evaluate: response::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["message"],
        of_everybody: &[],
        settings: &["/response", "/estimate/interval"],
    }
    feedback: Feedback {
        evaluate: feedback::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["feedback", "touchpoint"],
        of_everybody: &[],
        settings: &["/feedback"],
    }
    news: NewsTold {
        evaluate: news::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["news"],
        of_everybody: &[],
        settings: &["/news"],
    }
    cadence: Cadence {
        evaluate: cadence::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["gate", "touchpoint", "person_left", "person_registered"],
        of_everybody: &[],
        settings: &["/cadence"],
    }
    rhythm: Rhythm {
        evaluate: rhythm::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["gate", "load"],
        of_everybody: &[],
        settings: &["/rhythm", "/ladder/rungs"],
    }
    first_order: FirstOrder {
        evaluate: first_order::evaluate(ask.view, ask.market.deals, &ask.market.courses, ask.policy),
        findings: room.findings(ask.view, ask.market.deals, ask.policy),
        reads: &["person_left", "person_registered"],
        of_everybody: DEALS,
        settings: &["/first_order", "/metrics", "/ladder/rungs", "/estimate/interval"],
    }
    replication: Replication {
        evaluate: replication::evaluate(ask.view, ask.market.deals, &ask.market.similarity, ask.policy),
        findings: room.findings(ask.view, ask.market.deals),
        reads: &[],
        of_everybody: DEALS,
        settings: &["/replication", "/similarity", "/metrics", "/estimate/interval"],
    }
    story: Stories {
        evaluate: story::evaluate(ask.view, ask.market.deals, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &[],
        of_everybody: &["activity", "deal", "story"],
        settings: &["/story", "/metrics"],
    }
    loop_turns: LoopTurns {
        evaluate: ask.market.loop_turns.clone(),
        findings: room.findings(ask.view, ask.policy),
        reads: &[],
        of_everybody: &["gate", "story", "recognition", "notice", "allocation", "activity", "deal"],
        settings: &["/loop_turns", "/metrics"],
    }
    spread: Spread {
        evaluate: spread::evaluate(ask.view, ask.policy, ask.market.detail),
        findings: room.findings(ask.view, ask.policy),
        reads: &["gate"],
        of_everybody: EVERYBODY,
        settings: &["/spread", "/network"],
    }
    support: Supports {
        evaluate: support::evaluate(ask.view, ask.policy),
        findings: room.findings(ask.view, ask.policy),
        reads: &["gate", "support", "message", "feedback", "recognition", "touchpoint", "notice", "allocation"],
        of_everybody: &["activity", "deal", "recognition", "person_left", "person_registered"],
        settings: &["/support"],
    }
}
