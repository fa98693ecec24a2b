//! Names of words and of the default policy's codes.

use crate::answer::trail::{TrailStanding, VoiceState};
use crate::course::ladder::RungStatus;
use crate::course::winter::Season;
use crate::fact::Audience;
use crate::fact::Layer;
use crate::fact::{ContestStep, GateStep, Trait};
use crate::finding::Urgency;
use crate::person::mismatch::{MismatchState, Severity};
use crate::person::ranking::Verdict;
use crate::person::readiness::Readiness;
use crate::text::Language;
use crate::together::motivation::OfferMix;
use crate::together::response::Weekday;
use crate::together::rhythm::WeekKind;

use crate::colleagues::loop_turns::LoopStep;
use crate::colleagues::spread::{Isolation, LinkKind};
use crate::colleagues::succession::SuccessorState;
use crate::colleagues::support::{TurnKind, WheelState};

/// The word for what is not known.
#[must_use]
pub const fn unknown(language: Language) -> &'static str {
    match language {
        Language::Japanese => "不明",
        Language::English => "unknown",
    }
}

/// Declares the text of every value of a type, Japanese beside English.
macro_rules! names {
    ($(
        $(#[$meta:meta])*
        pub fn $name:ident($type:ident) { $($variant:ident: $ja:literal, $en:literal;)* }
    )*) => {$(
        $(#[$meta])*
        #[must_use]
        pub const fn $name(of: $type, language: Language) -> &'static str {
            match (of, language) {
                $(($type::$variant, Language::Japanese) => $ja, ($type::$variant, Language::English) => $en,)*
            }
        }
    )*};
}

names! {
    /// The name of a trait.
    pub fn trait_name(Trait) {
        Authority: "権限", "Authority";
        Drive: "意欲", "Drive";
        Time: "時間", "Time";
        Skill: "技術知識", "Technical skill";
        Influence: "社内影響力", "Influence";
        TrackRecord: "関連商材の実績", "Track record";
    }

    /// What to ask, or to look at, where a trait is unknown.
    pub fn ask(Trait) {
        Authority: "どこまで自分で決められるかを、本人と上司に確認しましょう", "Ask the person and the manager what may be decided alone";
        Drive: "研修の修了、質問、自主的な勉強会など、現在の行動を記録しましょう", "Note what is done unasked: courses finished, questions, study sessions";
        Time: "週に何時間をこの役割に充てられるかを、上司と確認しましょう", "Agree with the manager how many hours a week belong to the role";
        Skill: "製品テスト・認定資格・デモの状況を確認しましょう", "Look at quiz results, certifications and demonstrations";
        Influence: "勉強会の参加者や、本人を通じて動き出した同僚を確認しましょう", "See who comes to study sessions and which colleagues became active";
        TrackRecord: "関連商材での成果を営業マネージャーに確認しましょう", "Ask the sales manager for results with related products";
    }

    /// Readiness in words.
    pub fn readiness(Readiness) {
        Ready: "準備完了", "Ready";
        ReadyWithSupport: "支援があれば準備完了", "Ready with support";
        Unknown: "判断には情報が不足", "Not enough known";
        NotYet: "まだ整っていません", "Not yet";
    }

    /// What a readiness means, in a sentence.
    pub fn readiness_meaning(Readiness) {
        Ready: "役割を任せる条件がそろっています。", "Everything that the role needs is in place.";
        ReadyWithSupport: "足りない条件には、それを解消できる打ち手があります。", "For everything that is short there is a remedy that clears it.";
        Unknown: "今の記録では判断しきれません。まず確かめましょう。", "What is recorded does not settle it yet: ask first.";
        NotYet: "足りない条件が残っています。まず環境から整えましょう。", "Something is still short: begin with the environment.";
    }

    /// Whether a mismatch is there.
    pub fn mismatch_state(MismatchState) {
        Present: "あり", "present";
        Likely: "疑いが濃い", "likely";
        Possible: "可能性あり", "possible";
        Absent: "なし", "absent";
        Unknown: "不明", "unknown";
    }

    /// How deep a shortfall is.
    pub fn severity(Severity) {
        Shallow: "浅い", "shallow";
        Moderate: "中程度", "moderate";
        Deep: "深い", "deep";
    }

    /// A step of the selection.
    pub fn gate(GateStep) {
        Shortlisted: "候補として抽出", "Shortlisted";
        ManagerConfirmed: "上司による適任確認", "Confirmed by the manager";
        ExecutiveApproved: "経営層の承認", "Approved by executives";
        Announced: "社内への発信", "Announced in the company";
        Appointed: "キーマンに任命", "Appointed key person";
        SteppedDown: "役割を返上", "Gave the role back";
    }

    /// How a rung stands.
    pub fn rung_status(RungStatus) {
        Achieved: "達成", "Achieved";
        Ahead: "計画より先行", "Ahead of plan";
        OnPace: "計画どおり", "On pace";
        Behind: "計画より遅れ", "Behind plan";
        AtRisk: "達成が危うい", "At risk";
        Missed: "期限を過ぎました", "Date passed";
        NotStarted: "開始前", "Not started";
        Unknown: "記録なし", "Nothing recorded";
    }

    /// How a rung stands, for narrow columns.
    pub fn short_rung_status(RungStatus) {
        Achieved: "達成", "achieved";
        Ahead: "先行", "ahead";
        OnPace: "順調", "on pace";
        Behind: "遅れ", "behind";
        AtRisk: "危うい", "at risk";
        Missed: "期限超過", "missed";
        NotStarted: "開始前", "not begun";
        Unknown: "不明", "unknown";
    }

    /// How much a finding matters.
    pub fn urgency(Urgency) {
        Urgent: "今週", "This week";
        Important: "計画", "Plan";
        Notice: "参考", "Note";
        Celebrate: "称賛", "Celebrate";
    }

    /// What can be said of two people.
    pub fn verdict(Verdict) {
        EveryWeighting: "どの重み付けでも先", "ahead for every weighting";
        SomeWeightings: "重み付けによっては先", "ahead for some weightings";
        NotSeparable: "差があるとは言えない", "not separable";
    }

    /// Which season it is.
    pub fn season(Season) {
        Thriving: "直近に受注あり", "An order came lately";
        Winter: "冬の時代（中間指標は健全）", "Winter (intermediate results are good)";
        Stagnation: "停滞", "Stagnation";
        TooEarly: "判定には早い時期", "Too early to ask";
        Unknown: "不明", "unknown";
    }

    /// Who heard it.
    pub fn audience(Audience) {
        Individual: "本人", "the person alone";
        Team: "チーム", "the team";
        Department: "部門", "the department";
        Company: "全社", "the whole company";
        Public: "社外", "everybody";
    }

    /// What the offers consist of.
    pub fn offer_mix(OfferMix) {
        Both: "成長機会と金銭の両方", "growth and money";
        GrowthOnly: "成長機会", "growth";
        MoneyOnly: "金銭のみ", "money only";
        Unknown: "記録なし", "none recorded";
    }

    /// A layer of the regular meetings.
    pub fn layer(Layer) {
        Weekly: "週次ミーティング", "Weekly meeting";
        Monthly: "月次の振り返り", "Monthly review";
        Quarterly: "四半期レビュー", "Quarterly review";
    }

    /// What becomes of a fact.
    pub fn standing(TrailStanding) {
        Counts: "数字の根拠になっています", "evidence of numbers";
        Context: "数字の前提になっています", "numbers rest on it";
        Withdrawn: "異議が認められ、数えていません", "does not count: its dispute was upheld";
        NotRead: "どの数字にも使われていません", "read by no number";
    }

    /// How a fact counts for a trait.
    pub fn voice_state(VoiceState) {
        Counts: "数えています", "counts";
        Overridden: "指定された値があるため、今は数えていません", "does not count while the value that was set holds";
        Replaced: "より新しい事実に置き換わりました", "a later fact is read in its place";
        Expired: "有効期限を過ぎました", "its last day is past";
        Withdrawn: "異議が認められ、数えていません", "does not count: its dispute was upheld";
    }

    /// What was said about a fact.
    pub fn contest_step(ContestStep) {
        Commented: "コメント", "Comment";
        Raised: "異議", "Disputed";
        Upheld: "異議を認める", "Dispute upheld";
        Rejected: "事実は維持", "Fact stands";
    }

    /// Whether somebody stands beside the person.
    pub fn isolation(Isolation) {
        Connected: "協力者あり", "not alone";
        Isolated: "孤軍奮闘", "alone";
        Unknown: "不明", "unknown";
    }

    /// What joins the person and others.
    pub fn link_kind(LinkKind) {
        Member: "サポートメンバー", "support member";
        TurnedTo: "相談", "advice";
        WorkedWith: "協働", "worked together";
        JointReview: "共同レビュー", "joint review";
        SharedDeal: "案件の分担", "shared deal";
    }

    /// What is known of a successor.
    pub fn successor_state(SuccessorState) {
        Fit: "適任の見込み", "fits";
        Open: "判断には情報が不足", "not enough known";
        NotYet: "まだ整っていません", "not yet";
        NobodyKnown: "該当者の情報なし", "nobody known";
    }

    /// How a wheel stands.
    pub fn wheel_state(WheelState) {
        Turning: "回っています", "turning";
        Still: "止まっています", "still";
        Unknown: "記録なし", "nothing recorded";
    }

    /// What turns a wheel.
    pub fn turn_kind(TurnKind) {
        Training: "トレーニング", "training";
        JointReview: "共同商談のレビュー", "joint reviews";
        Answer: "返答", "answers";
        Member: "サポートメンバー", "support members";
        Praise: "社内での称賛", "praise before others";
        Executives: "経営層の同席", "executives present";
        Notice: "社内通達・社内発信", "notice or announcement";
        Hours: "業務時間の配分", "hours agreed";
    }

    /// A step of the loop, in the article's words.
    pub fn loop_step(LoopStep) {
        Found: "候補発掘", "candidates found";
        Approved: "経営陣承認", "executives approve";
        RoleClear: "役割明確化", "role made clear";
        Shared: "成果共有", "results shared";
    }

    /// A day of the week.
    pub fn weekday(Weekday) {
        Monday: "月曜日", "Monday";
        Tuesday: "火曜日", "Tuesday";
        Wednesday: "水曜日", "Wednesday";
        Thursday: "木曜日", "Thursday";
        Friday: "金曜日", "Friday";
        Saturday: "土曜日", "Saturday";
        Sunday: "日曜日", "Sunday";
    }

    /// What a week is planned for.
    pub fn week_kind(WeekKind) {
        Push: "山（追い込み）", "peak (push)";
        Recharge: "谷（学習・充電）", "valley (learning, recharging)";
        Normal: "通常", "normal";
    }
}

/// Declares the texts of codes that the default policy defines; others have none.
macro_rules! coded {
    ($($name:ident { $($code:literal: $ja:literal, $en:literal;)* })*) => {$(
        fn $name(code: &str, language: Language) -> Option<&'static str> {
            match (code, language) {
                $(($code, Language::Japanese) => Some($ja), ($code, Language::English) => Some($en),)*
                _ => None,
            }
        }
    )*};
}

coded! {
    known_pattern {
        "authority_without_drive": "権限はあるが意欲が薄い", "Authority without drive";
        "drive_without_time": "意欲はあるが時間がない", "Drive without time";
        "skill_without_influence": "技術知識は強いが社内影響力が弱い", "Technical skill without influence";
    }

    known_pattern_why {
        "authority_without_drive": "権限があっても、役割の意味づけや勝ち筋が届いていなければ、動き出すきっかけがありません。", "Authority moves little until the role has a meaning and a way to win.";
        "drive_without_time": "熱意があっても、活動時間が確保されていなければ前に進めません。", "Enthusiasm cannot move anything without hours to act in.";
        "skill_without_influence": "個人のスキルが高くても、周囲を巻き込む後押しがなければ組織としては前に進みません。", "Skill moves one desk; without backing it does not move the company.";
    }

    known_remedy {
        "authority_notice": "権限の社内通達", "Notice of authority";
        "executive_announcement": "経営層からの発信", "Announcement by executives";
        "working_time": "業務時間の配分", "Agreed working time";
        "growth_offer": "成長とキャリアの提示", "Offer of growth";
        "technical_training": "技術トレーニング", "Technical training";
        "support_unit": "サポートメンバーとのユニット", "Support unit";
        "targets_revised": "目標設定の見直し", "Revised targets";
    }

    known_remedy_action {
        "authority_notice": "与える権限を社内通達で明確にし、周囲に認識してもらいます。", "Put in writing, to the company, what the person may decide.";
        "executive_announcement": "経営層や部門長から、推進役を任せる旨を社内に発信してもらいます。", "Have executives tell the company who leads.";
        "working_time": "この役割に使える業務時間を、上司と合意して配分します。", "Agree hours a week for the role with the manager.";
        "growth_offer": "役割の意味づけと、成長機会やキャリアの道筋を示します。", "Show what the role means and where it can lead.";
        "technical_training": "ベンダーから製品トレーニングや案件ごとの技術支援を提供します。", "Give product training and technical help on deals.";
        "support_unit": "サポートメンバーとユニットを組み、足りない部分を補い合います。", "Let colleagues join and cover what is short.";
        "targets_revised": "段階的な目標の時期を、現実の活動時間に合わせて見直します。", "Move the staged targets to dates that fit the hours there are.";
    }

    known_fact_type {
        "partner_registered": "パートナー企業の登録", "Partner registered";
        "person_registered": "人物の登録", "Person registered";
        "person_left": "退職・異動", "Person left";
        "rating": "評価", "Rating";
        "signal": "シグナル", "Signal";
        "gate": "選定のステップ", "Gate";
        "offer": "提示した機会・報酬", "Offer";
        "appraisal": "査定の基準", "Appraisal";
        "activity": "活動", "Activity";
        "deal": "案件", "Deal";
        "touchpoint": "定例の接点", "Meeting";
        "message": "メッセージ", "Message";
        "news": "情報共有", "News";
        "feedback": "フィードバック", "Feedback";
        "recognition": "称賛", "Recognition";
        "load": "稼働時間", "Hours";
        "support": "支援", "Support";
        "notice": "権限の社内通達", "Notice of authority";
        "allocation": "業務時間の配分", "Agreed hours";
        "story": "成功事例", "Story";
        "consulted": "社内での相談", "Advice asked";
        "worked_with": "社内での協働", "Worked together";
        "contest": "異議・コメント", "Answer to a fact";
        "override": "人の判断による指定", "Override";
    }

    known_metric {
        "prospects": "案件発掘数", "prospects found";
        "proposals": "初回提案実施数", "first proposals";
        "pocs": "PoC合意数", "PoCs agreed";
        "approvals": "社内稟議の開始件数", "internal approvals started";
        "orders": "受注数", "orders won";
    }

    known_rung {
        "prospects_30": "最初の30日で見込み顧客を5件開拓", "5 prospects in the first 30 days";
        "pocs_60": "60日でPoC案件を2件創出", "2 PoCs in 60 days";
        "first_order_90": "90日以内に初受注を獲得", "First order within 90 days";
    }

    known_effort {
        "study_session": "勉強会の自主企画", "a study session by own choice";
        "elearning_completed": "eラーニングの修了", "e-learning finished";
        "certification": "認定資格の取得", "a certification";
    }

    known_wheel {
        "vendor": "ベンダー側の育成支援", "the vendor's support";
        "partner": "パートナー企業内の協力体制", "the partner's co-operation";
    }

    known_wheel_change {
        "vendor": "トレーニングか共同商談のレビューを、今週の予定に入れましょう。", "Put a training or a joint review of a deal into this week.";
        "partner": "称賛の場、サポートメンバー、業務時間の配分を、上司や経営層と相談しましょう。", "Talk with manager and executives about praise, support members and hours.";
    }

    known_success {
        "prospects": "案件の発掘", "prospects found";
        "proposals": "初回提案の実施", "a first proposal";
        "pocs": "PoCの合意", "a PoC agreed";
        "approvals": "社内稟議の開始", "an internal approval started";
        "orders": "受注", "an order won";
    }
}

/// The name of a pattern; its code where the policy added it.
#[must_use]
pub fn pattern(code: &str, language: Language) -> &str {
    known_pattern(code, language).unwrap_or(code)
}

/// Why a pattern matters; the same sentence for all that a policy added.
#[must_use]
pub fn pattern_why(code: &str, language: Language) -> &'static str {
    known_pattern_why(code, language).unwrap_or(match language {
        Language::Japanese => "強みを活かすには、それを支える条件がそろっている必要があります。",
        Language::English => "A strength comes to bear only where what it leans on is in place.",
    })
}

/// The name of a remedy; its code where the policy added it.
#[must_use]
pub fn remedy(code: &str, language: Language) -> &str {
    known_remedy(code, language).unwrap_or(code)
}

/// What to do for a remedy, in a sentence; empty where the policy added it.
#[must_use]
pub fn remedy_action(code: &str, language: Language) -> &'static str {
    known_remedy_action(code, language).unwrap_or_default()
}

/// The name of a metric; its code where the policy added it.
#[must_use]
pub fn metric(code: &str, language: Language) -> &str {
    known_metric(code, language).unwrap_or(code)
}

/// The name of a rung as the default policy has it; its code where the policy added it.
#[must_use]
pub fn rung(code: &str, language: Language) -> &str {
    known_rung(code, language).unwrap_or(code)
}

/// The name of what is owed a recognition, a rung, a metric or an effort; its code where the policy added it.
#[must_use]
pub fn achievement(code: &str, language: Language) -> &str {
    known_rung(code, language)
        .or_else(|| known_success(code, language))
        .or_else(|| known_effort(code, language))
        .unwrap_or(code)
}

/// The name of a type of fact.
#[must_use]
pub fn fact_type(code: &str, language: Language) -> &str {
    known_fact_type(code, language).unwrap_or(code)
}

/// The name of one of the two wheels, `vendor` or `partner`; any other word as it is.
#[must_use]
pub fn wheel(code: &str, language: Language) -> &str {
    known_wheel(code, language).unwrap_or(code)
}

/// What to change where one of the wheels stands still.
pub(super) fn wheel_change(code: &str, language: Language) -> &'static str {
    known_wheel_change(code, language).unwrap_or(match language {
        Language::Japanese => "両輪を支える仕組みを、関係者と見直しましょう。",
        Language::English => "Look with everybody concerned at what keeps the two wheels going.",
    })
}

/// The name of a shortfall: a pattern, or a trait under its floor.
#[must_use]
pub fn shortfall(code: &str, language: Language) -> String {
    match (code.strip_prefix("floor_").and_then(|word| word.parse().ok()), language) {
        (Some(of), Language::Japanese) => format!("{}が下限を下回る", trait_name(of, language)),
        (Some(of), Language::English) => format!("{} under its floor", trait_name(of, language)),
        (None, _) => pattern(code, language).to_owned(),
    }
}
