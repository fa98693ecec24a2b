//! The person: fit, mismatches and remedies.

pub(crate) fn question_about(name: &str, ask: &str) -> String {
    format!("{name}: {ask}.")
}

pub(crate) fn under_floor(floor: &str) -> String {
    format!("▼ under floor {floor}")
}

pub(crate) fn state_and_depth(state: &str, depth: &str) -> String {
    format!("{state}, {depth}")
}

pub(crate) fn in_state(name: &str, state: &str) -> String {
    format!("{name} ({state})")
}

pub(crate) fn clears_at(name: &str, mean: &str, points: &str) -> String {
    format!("{name} at {mean} ({})", in_points(points))
}

pub(crate) fn effect(label: &str, list: &str) -> String {
    format!("{label}: {list}. ")
}

pub(crate) fn fit_gain(points: &str) -> String {
    format!("Fit {}", in_points(points))
}

pub(crate) fn covers(who: &str, traits: &str) -> String {
    format!("{who} (covers {traits})")
}

fn in_points(points: &str) -> String {
    let one = matches!(points, "+1" | "−1");
    format!("{points} point{}", if one { "" } else { "s" })
}
