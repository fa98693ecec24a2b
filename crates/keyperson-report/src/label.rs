//! The fixed words of the pages, Japanese beside English.

use keyperson::text::Language;

macro_rules! labels {
    ($($name:ident: $ja:literal, $en:literal;)*) => {
        /// Headings, captions and column names of one language.
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct Labels {
            $(pub(crate) $name: &'static str,)*
        }

        impl Labels {
            pub(crate) const fn of(language: Language) -> Self {
                match language {
                    Language::Japanese => Self { $($name: $ja,)* },
                    Language::English => Self { $($name: $en,)* },
                }
            }
        }
    };
}

labels! {
    brief: "キーマン・ブリーフ", "Key person brief";
    portfolio: "キーマン・ポートフォリオ", "Key person portfolio";
    as_of: "基準日", "As of";
    policy: "ポリシー", "Policy";
    partner: "パートナー", "Partner";
    facts: "記録件数", "Facts";
    readiness: "準備状況", "Readiness";
    celebrate: "まず称賛", "Celebrate first";
    week: "今週の打ち手", "This week";
    nothing: "対応が必要なことはありません。", "Nothing wants attention.";
    due: "期限", "Due";
    overdue: "期限超過", "Overdue";
    fit: "適合度", "Fit";
    traits: "六つの特性", "The six traits";
    fit_and_traits: "適合度と六つの特性", "Fit and the six traits";
    interval: "区間", "Interval";
    coverage: "カバー率", "Coverage";
    bar: "基準", "Bar";
    reference: "基準像", "Reference";
    next_question: "次に確かめること", "Ask next";
    trait_name: "特性", "Trait";
    mean: "推定", "Mean";
    estimate_picture: "推定と区間（0〜100 %）", "Mean and interval, 0–100 %";
    fall_picture: "基準像から適合度まで", "From reference to fit";
    points: "点", "Points";
    evidence: "証拠の重み", "Evidence";
    contribution: "寄与（点）", "Contribution (points)";
    remark: "備考", "Remark";
    mismatches: "ミスマッチ", "Mismatches";
    pattern: "組み合わせ", "Pattern";
    state: "状態", "State";
    probability: "確率", "Probability";
    clears: "解消の目安", "What would clear it";
    remedies: "環境への打ち手（試算）", "Remedies, simulated";
    no_remedies: "足りない条件は見つかっていません。", "Nothing is found to be short.";
    too_little_known: "判断に必要な情報がそろっていないため、試算できません。", "Too little is known to simulate any.";
    no_effect: "試算できる効果はありません。", "No effect that could be simulated.";
    ladder: "段階的な数値目標", "Ladder";
    ladder_and_load: "段階的な数値目標と、負荷の山と谷", "Ladder, with peaks and valleys of the load";
    rung: "目標", "Rung";
    count: "実績", "Count";
    pace: "進み", "Pace";
    odds: "達成確率", "Odds";
    expected: "到達（見込み）", "Reached or expected";
    deadline: "期限", "Deadline";
    lane_legend: "実線は実績、点線は計画の進み、扇は到達の見込み", "Solid: count. Dotted: the plan's pace. Fan: where the odds lead";
    load: "負荷の山と谷", "Peaks and valleys of the load";
    push_hours: "追い込み", "pushing";
    recharge_hours: "学習・充電", "learning, recharging";
    change: "前回のブリーフからの変化", "What changed since the last brief";
    new_grounds: "新しい記録のある気づき", "Findings with new grounds";
    meetings: "次の接点と議題", "Next meetings and their agenda";
    no_topics: "議題になる気づきはありません。", "No finding for this agenda.";
    selection: "選定のステップ", "Selection";
    blocked: "整えること", "To settle first";
    lines: "記録から分かること", "What the record shows";
    lead_time: "発掘から受注まで", "Prospect to order";
    season: "いまの局面", "Season";
    notes: "注記", "Notes";
    rank: "社内順位", "Rank there";
    name: "氏名", "Name";
    first_finding: "最初の気づき", "First finding";
    people: "候補者とキーマン", "People";
    begin: "どこから始めるか（早期の初受注の確率順）", "Where to begin, by the odds of an early first order";
    begin_what: "狙い", "Aim";
    begin_odds: "早期受注の確率（区間）", "Odds of an early order (interval)";
    begin_person: "担い手", "Person";
    begin_deals: "まず狙う案件（見込み）", "Deals to begin with (chance)";
    begin_rank: "順位", "Rank";
    funnel: "選定のゲート（通過した人数）", "Gates of the selection, people who passed";
    gate: "ゲート", "Gate";
    share: "割合", "Share";
    findings: "気づきの内訳（人数）", "Findings, people who have them";
    finding: "気づき", "Finding";
    heat_legend: "数字は推定（%）、色が強いほど高い。斜線と「?」は不明、†は人の判断による指定", "Numbers are means in per cent, the stronger the colour the higher; hatched and ? unknown, † set by somebody";
    search: "検索（パートナー・氏名）", "Search partner or name";
    all: "すべて", "All";
    show_more: "さらに表示", "Show more";
    by_partner: "パートナー別", "By partner";
    headcount: "人数", "People";
    key_person: "キーマン", "Key person";
    partners: "パートナー", "Partners";
    order: "順位の確かさ", "How sure the order is";
    none: "なし", "none";
    absent: "なし", "Absent";
}
