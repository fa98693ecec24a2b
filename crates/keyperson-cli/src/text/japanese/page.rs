//! What stands around briefs, portfolios and trails, in Japanese.

use keyperson::answer::trail::VoiceTrail;

pub fn facts_since(from: &str) -> String {
    format!("{from}からの事実")
}

pub fn facts_between(count: usize) -> String {
    format!("この間の事実: {count} 件")
}

pub fn earlier_facts(more: usize) -> String {
    format!("  ほか、それ以前の {more} 件")
}

pub fn first_column() -> &'static str {
    "まず見ること"
}

pub fn as_of(as_of: &str, policy: &str) -> String {
    format!("基準日 {as_of}、ポリシー {policy}")
}

pub fn people(people: usize, partners: usize) -> String {
    format!("{partners} 社 {people} 人")
}

pub fn left(left: i64) -> String {
    format!("、退職 {left} 人")
}

pub fn not_shown(more: usize) -> String {
    format!("、ほか {more} 人は省略")
}

pub fn no_rank() -> &'static str {
    "社内順位「—」: 今の記録では差があるとは言えない人、または社内に一人だけの人"
}

pub fn behind_number() -> &'static str {
    "この数字の根拠"
}

pub fn evidence(counts: usize) -> String {
    format!("根拠となる事実: {counts} 件")
}

pub fn rests_on(rests: usize) -> String {
    format!("前提となる事実: {rests} 件")
}

pub fn policy_alone() -> &'static str {
    "事実はありません。ポリシーだけで決まる数字です。"
}

pub fn settings_used(name: &str, settings: &str) -> String {
    format!("使っている設定（{name}）: {settings}")
}

pub fn this_fact() -> &'static str {
    "この事実"
}

pub fn source(source: &str) -> String {
    format!("  出典: {source}")
}

pub fn evidence_of(counts: usize) -> String {
    format!("この事実を根拠とする数字: {counts} 件")
}

pub fn resting(names: &str) -> String {
    format!("この事実を前提とする項目: {names}")
}

pub fn audit_trail() -> &'static str {
    "監査証跡"
}

pub fn trail_holds(numbers: usize, facts: usize) -> String {
    format!("数字 {numbers} 件、事実 {facts} 件")
}

pub fn numbers_on(name: &str, of: usize) -> String {
    format!("  {name}: 数字 {of} 件")
}

pub fn answered_or_unused() -> &'static str {
    "コメント・異議のある事実、使われていない事実"
}

pub fn ask_on() -> &'static str {
    "\n--of ポインター（例: /fit/score）か --fact ID で詳しくたどれます。"
}

pub fn earlier_answers(earlier: usize) -> String {
    format!("    > これより前のコメント・異議 {earlier} 件")
}

pub fn more(more: usize) -> String {
    format!("  ほか {more} 件")
}

pub fn voice(name: &str, state: &str, voice: &VoiceTrail) -> String {
    let VoiceTrail { y, full, fading, dispute, cap, weight, .. } = voice;
    format!(
        "{name}: {y:.2} を示す、重み {weight:.2}（本来 {full:.2} × 経過 {fading:.2} × 異議 {dispute:.2} × 上限 {cap:.2}）。{state}"
    )
}

pub fn columns() -> [&'static str; 7] {
    ["社内順位", "人", "パートナー", "準備状況", "適合度", "ミスマッチ", "数値目標"]
}
