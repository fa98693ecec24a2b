//! The rooms of a brief: which types of fact each of them reads, and by which settings.

/// What the numbers of one room rest on.
pub(super) struct Room {
    /// Its field in the brief.
    pub(super) name: &'static str,
    /// Types of the person's facts, and of those of the whole partner, that it reads.
    pub(super) reads: &'static [&'static str],
    /// Types of everybody's facts at the partner that it reads.
    pub(super) of_everybody: &'static [&'static str],
    /// The sections of the policy that it uses.
    pub(super) settings: &'static [&'static str],
}

const fn room(
    name: &'static str,
    reads: &'static [&'static str],
    of_everybody: &'static [&'static str],
    settings: &'static [&'static str],
) -> Room {
    Room { name, reads, of_everybody, settings }
}

/// Numbers that a room shows as the policy has them, at the same place in both; `*` for any item.
pub(super) const COPIED: &[&[&str]] = &[
    &["fit", "bar"],
    &["ladder", "rungs", "*", "target"],
    &["ladder", "rungs", "*", "days"],
    &["response", "limit_hours"],
    &["start", "within_days"],
];

/// What decides about traits and what follows from them.
pub(super) const OF_TRAITS: [&str; 8] =
    ["/traits", "/signals", "/estimate", "/overrides", "/fit", "/mismatch", "/remedies", "/unit"];

/// Stands among types of fact where a room counts everybody who is known at the partner.
pub(super) const EXISTENCE: &str = "(anything)";

/// Stands among types of fact where a room asks how the person's deals stand, which anybody's facts about them say.
pub(super) const OWN_DEALS: &str = "(own deals)";

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

/// One line a room, beside those of the traits and of what follows from them, which `gather` knows.
pub(super) const ROOMS: &[Room] = &[
    room("selection", &["gate"], &[], &["/selection"]),
    room("ladder", WORK, &[], &["/ladder", "/metrics"]),
    room("lead_time", &["activity", "deal", OWN_DEALS], &[], &["/metrics", "/estimate/interval"]),
    room("winter", WORK, &[], &["/winter", "/metrics", "/ladder/rungs"]),
    room(
        "recognition",
        &["gate", "activity", "deal", "signal", "recognition", "support", OWN_DEALS],
        // Who left the partner is no member of the unit.
        &["recognition", "person_left", "person_registered"],
        &["/recognition", "/metrics", "/ladder/rungs", "/estimate/interval"],
    ),
    room("motivation", &["gate", "offer"], &[], &["/motivation"]),
    room("appraisal", &["appraisal"], &[], &["/ladder/rungs"]),
    room("response", &["message"], &[], &["/response", "/estimate/interval"]),
    room("feedback", &["feedback", "touchpoint"], &[], &["/feedback"]),
    room("information_order", &["news"], &[], &["/information_order"]),
    room("cadence", &["gate", "touchpoint", "person_left", "person_registered"], &[], &["/cadence"]),
    room("rhythm", &["gate", "load"], &[], &["/rhythm", "/ladder/rungs"]),
    room("agenda", &["activity", "deal", OWN_DEALS], &[], &["/cadence", "/metrics", "/estimate/interval"]),
    room(
        "start",
        &["person_left", "person_registered"],
        DEALS,
        &["/start", "/metrics", "/ladder/rungs", "/estimate/interval"],
    ),
    room("replication", &[], DEALS, &["/replication", "/similarity", "/metrics", "/estimate/interval"]),
    room("story", &[], &["activity", "deal", "story"], &["/story", "/metrics"]),
    room(
        "turns",
        &[],
        &["gate", "story", "recognition", "notice", "allocation", "activity", "deal"],
        &["/turns", "/metrics"],
    ),
    room("spread", &["gate"], EVERYBODY, &["/spread", "/network"]),
    room(
        "support",
        &["gate", "support", "message", "feedback", "recognition", "touchpoint", "notice", "allocation"],
        &["activity", "deal", "recognition", "person_left", "person_registered"],
        &["/support"],
    ),
];
