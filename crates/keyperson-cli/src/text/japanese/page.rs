//! What stands around briefs, portfolios and trails, in Japanese.

use keyperson::answer::trail::VoiceTrail;

pub fn facts_since(from: &str) -> String {
    format!("{from}からの記録")
}

pub fn facts_between(count: usize) -> String {
    format!("この間の記録: {count} 件")
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
    format!("{partners} 社 {people} 名")
}

pub fn left(left: i64) -> String {
    format!("、離任 {left} 名")
}

pub fn not_shown(more: usize) -> String {
    format!("、ほか {more} 名は省略")
}

pub fn no_rank() -> &'static str {
    "並び「—」: 今の記録では差があるとは言えない方、またはパートナー内に一人だけの方"
}

pub fn behind_number() -> &'static str {
    "この数字の根拠"
}

pub fn evidence(counts: usize) -> String {
    format!("根拠となる記録: {counts} 件")
}

pub fn rests_on(rests: usize) -> String {
    format!("前提となる記録: {rests} 件")
}

pub fn policy_alone() -> &'static str {
    "記録はありません。ポリシーだけで決まる数字です。"
}

pub fn settings_used(name: &str, settings: &str) -> String {
    format!("使っている設定（{name}）: {settings}")
}

pub fn this_fact() -> &'static str {
    "この記録"
}

pub fn source(source: &str) -> String {
    format!("  出典: {source}")
}

pub fn evidence_of(counts: usize) -> String {
    format!("この記録を根拠とする数字: {counts} 件")
}

pub fn resting(names: &str) -> String {
    format!("この記録を前提とする項目: {names}")
}

pub fn audit_trail() -> &'static str {
    "数字の根拠一覧"
}

pub fn trail_holds(numbers: usize, facts: usize) -> String {
    format!("数字 {numbers} 件、記録 {facts} 件")
}

pub fn numbers_on(name: &str, of: usize) -> String {
    format!("  {name}: 数字 {of} 件")
}

pub fn answered_or_unused() -> &'static str {
    "コメント・異議のある記録、使われていない記録"
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
    ["並び", "氏名", "パートナー", "準備状況", "適合度", "ミスマッチ", "数値目標"]
}
