//! The person: fit, mismatches and remedies.

pub(crate) fn question_about(name: &str, ask: &str) -> String {
    format!("{name}：{ask}。")
}

pub(crate) fn under_floor(floor: &str) -> String {
    format!("▼下限 {floor} 未満")
}

pub(crate) fn state_and_depth(state: &str, depth: &str) -> String {
    format!("{state}（{depth}）")
}

pub(crate) fn in_state(name: &str, state: &str) -> String {
    format!("{name}（{state}）")
}

pub(crate) fn clears_at(name: &str, mean: &str, points: &str) -> String {
    format!("{name}が {mean} に（{points}ポイント）")
}

pub(crate) fn effect(label: &str, list: &str) -> String {
    format!("{label}：{list}。")
}

pub(crate) fn fit_gain(points: &str) -> String {
    format!("適合度 {points}ポイント")
}

pub(crate) fn covers(who: &str, traits: &str) -> String {
    format!("{who}（{traits}を補う）")
}
