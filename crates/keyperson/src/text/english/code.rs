//! Texts in English for the codes of the default policy; others have none, or the general ones.

use crate::text::given::Coded;

pub(crate) const fn known_pattern() -> Coded {
    &[
        ("authority_without_drive", "Authority without drive"),
        ("drive_without_time", "Drive without time"),
        ("skill_without_influence", "Technical skill without influence"),
    ]
}

pub(crate) const fn known_pattern_why() -> Coded {
    &[
        ("authority_without_drive", "Authority moves little until the role has a meaning and a way to win."),
        ("drive_without_time", "Enthusiasm cannot move anything without hours to act in."),
        ("skill_without_influence", "Skill moves one desk; without backing it does not move the company."),
    ]
}

pub(crate) const fn known_remedy() -> Coded {
    &[
        ("authority_notice", "Notice of authority"),
        ("executive_announcement", "Announcement by executives"),
        ("working_time", "Agreed working time"),
        ("growth_offer", "Offer of growth"),
        ("technical_training", "Technical training"),
        ("support_unit", "Support unit"),
        ("targets_revised", "Revised targets"),
    ]
}

pub(crate) const fn known_remedy_action() -> Coded {
    &[
        ("authority_notice", "Put in writing, to the company, what the person may decide."),
        ("executive_announcement", "Have executives tell the company who leads."),
        ("working_time", "Agree hours a week for the role with the manager."),
        ("growth_offer", "Show what the role means and where it can lead."),
        ("technical_training", "Give product training and technical help on deals."),
        ("support_unit", "Let colleagues join and cover what is short."),
        ("targets_revised", "Move the staged targets to dates that fit the hours there are."),
    ]
}

pub(crate) const fn known_fact_type() -> Coded {
    &[
        ("partner_registered", "Partner registered"),
        ("person_registered", "Person registered"),
        ("person_left", "Person left"),
        ("rating", "Rating"),
        ("signal", "Signal"),
        ("gate", "Gate"),
        ("offer", "Offer"),
        ("appraisal", "Appraisal"),
        ("activity", "Activity"),
        ("deal", "Deal"),
        ("touchpoint", "Meeting"),
        ("message", "Message"),
        ("news", "News"),
        ("feedback", "Feedback"),
        ("recognition", "Recognition"),
        ("load", "Hours"),
        ("support", "Support"),
        ("notice", "Notice of authority"),
        ("allocation", "Agreed hours"),
        ("story", "Story"),
        ("consulted", "Advice asked"),
        ("worked_with", "Worked together"),
        ("contest", "Answer to a fact"),
        ("override", "Override"),
    ]
}

pub(crate) const fn known_metric() -> Coded {
    &[
        ("prospects", "prospects found"),
        ("proposals", "first proposals"),
        ("pocs", "PoCs agreed"),
        ("approvals", "internal approvals started"),
        ("orders", "orders won"),
    ]
}

pub(crate) const fn known_rung() -> Coded {
    &[
        ("prospects_30", "5 prospects in the first 30 days"),
        ("pocs_60", "2 PoCs in 60 days"),
        ("first_order_90", "First order within 90 days"),
    ]
}

pub(crate) const fn known_effort() -> Coded {
    &[
        ("study_session", "a study session by own choice"),
        ("elearning_completed", "e-learning finished"),
        ("certification", "a certification"),
    ]
}

pub(crate) const fn known_wheel() -> Coded {
    &[("vendor", "the vendor's support"), ("partner", "the partner's co-operation")]
}

pub(crate) const fn known_wheel_change() -> Coded {
    &[
        ("vendor", "Put a training or a joint review of a deal into this week."),
        ("partner", "Talk with manager and executives about praise, support members and hours."),
    ]
}

pub(crate) const fn known_success() -> Coded {
    &[
        ("prospects", "prospects found"),
        ("proposals", "a first proposal"),
        ("pocs", "a PoC agreed"),
        ("approvals", "an internal approval started"),
        ("orders", "an order won"),
    ]
}

pub(crate) fn added_pattern_why() -> &'static str {
    "A strength comes to bear only where what it leans on is in place."
}

pub(crate) fn other_wheel_change() -> &'static str {
    "Look with everybody concerned at what keeps the two wheels going."
}

pub(crate) fn under_floor(name: &str) -> String {
    format!("{name} under its floor")
}
