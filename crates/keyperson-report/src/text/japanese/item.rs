//! What changed, what needs attention, and the notes at the foot.

pub(crate) fn since_last_brief(from: &str, facts: usize) -> String {
    format!("{from}から、記録 {facts} 件")
}

pub(crate) fn other_traits_known(points: &str) -> String {
    format!("分かっている特性の違い {points}")
}

pub(crate) fn moved_by(points: &str) -> String {
    format!("（{points}ポイント）")
}

pub(crate) fn overrides_changed(count: usize) -> String {
    format!("開始・終了 {count} 件")
}

pub(crate) fn rung_moved(name: &str, from: &str, to: &str, status: &str) -> String {
    format!("{name} {from} → {to}（{status}）")
}

pub(crate) fn simulated_fit(points: &str) -> String {
    format!("打ち手の試算：適合度 {points}ポイント")
}

pub(crate) fn simulated_odds(points: &str) -> String {
    format!("打ち手の試算：達成確率 {points}ポイント")
}

pub(crate) fn simulated_odds_move(from: &str, to: &str) -> String {
    format!("打ち手の試算：達成確率 {from} → {to}")
}

pub(crate) fn rung_missed(name: &str, count: &str) -> String {
    format!("{name} 未達のまま期限を過ぎました（{count}件）")
}

pub(crate) fn traits_unknown(count: usize) -> String {
    format!("まだ分かっていない特性が{count}つあります")
}

pub(crate) fn nothing_about(names: &str) -> String {
    format!("{names}の記録がありません。ゼロではなく「不明」として扱っています。")
}

pub(crate) fn begin_with_one(ask: &str) -> String {
    format!("まず一つから始めましょう。{ask}。")
}

pub(crate) fn evidence_alone(count: usize, score: &str, range: &str, readiness: &str) -> String {
    format!("{count}件（†）。記録だけによる適合度は {score}（区間 {range}）、準備状況は「{readiness}」")
}

pub(crate) fn judgement_of(policy: &str) -> String {
    format!(
        "重み・しきい値・下限はポリシー「{policy}」による判断値です。確率は記録と前提にもとづく試算です。"
    )
}

pub(crate) fn disputed_facts(ids: &str) -> String {
    format!("異議の出ている記録：{ids}")
}

pub(crate) fn withdrawn_facts(ids: &str) -> String {
    format!("異議が認められ、数えていない記録：{ids}")
}
