//! Calendar files: the headline and the agenda of a meeting.

use keyperson::fact::Layer;

pub(crate) fn meeting_title(layer: Layer, name: &str, partner: &str) -> String {
    let of = match layer {
        Layer::Weekly => "Weekly meeting",
        Layer::Monthly => "Monthly review",
        Layer::Quarterly => "Quarterly review",
    };
    format!("{of}: {name} ({partner})")
}

pub(crate) fn agenda_as_of(as_of: &str) -> String {
    format!("Agenda as of {as_of}")
}

pub(crate) fn agenda_is_empty(as_of: &str) -> String {
    format!("Nothing on the agenda as of {as_of}.")
}

pub(crate) fn agenda_topic(title: &str, change: &str) -> String {
    format!("- {title}: {change}")
}

pub(crate) fn agenda_bottleneck(from: &str, to: &str, reached: i64, deals: i64) -> String {
    format!("- Bottleneck: {from} → {to} ({reached} of {deals})")
}

pub(crate) const fn agenda_executives() -> &'static str {
    "With executives."
}
