//! Names of words in Japanese.

use crate::answer::trail::{TrailStanding, VoiceState};
use crate::colleagues::loop_turns::LoopStep;
use crate::colleagues::spread::{Isolation, LinkKind};
use crate::colleagues::succession::SuccessorState;
use crate::colleagues::support::{WheelState, WheelSupport};
use crate::course::ladder::RungStatus;
use crate::course::winter::Season;
use crate::fact::Audience;
use crate::fact::Layer;
use crate::fact::{ContestStep, GateStep, Trait};
use crate::finding::Urgency;
use crate::person::mismatch::{MismatchState, Severity};
use crate::person::ranking::Verdict;
use crate::person::readiness::Readiness;
use crate::together::motivation::OfferMix;
use crate::together::response::Weekday;
use crate::together::rhythm::WeekKind;

pub(crate) const fn unknown() -> &'static str {
    "不明"
}

pub(crate) const fn trait_name(of: Trait) -> &'static str {
    match of {
        Trait::Authority => "権限",
        Trait::Drive => "意欲",
        Trait::Time => "時間",
        Trait::Skill => "技術知識",
        Trait::Influence => "社内影響力",
        Trait::TrackRecord => "関連商材の実績",
    }
}

pub(crate) const fn ask(of: Trait) -> &'static str {
    match of {
        Trait::Authority => "どこまで自分で決められるかを、本人と上司に確認しましょう",
        Trait::Drive => "研修の修了、質問、自主的な勉強会など、現在の行動を記録しましょう",
        Trait::Time => "週に何時間をこの役割に充てられるかを、上司と確認しましょう",
        Trait::Skill => "製品テスト・認定資格・デモの状況を確認しましょう",
        Trait::Influence => "勉強会の参加者や、本人を通じて動き出した同僚を確認しましょう",
        Trait::TrackRecord => "関連商材での成果を営業マネージャーに確認しましょう",
    }
}

pub(crate) const fn readiness(of: Readiness) -> &'static str {
    match of {
        Readiness::Ready => "任せられます",
        Readiness::ReadyWithSupport => "支援があれば任せられます",
        Readiness::Unknown => "まだ判断できません",
        Readiness::NotYet => "まだ整っていません",
    }
}

pub(crate) const fn readiness_meaning(of: Readiness) -> &'static str {
    match of {
        Readiness::Ready => "役割の条件がそろっています。",
        Readiness::ReadyWithSupport => "足りない条件には、それを解消できる打ち手があります。",
        Readiness::Unknown => "今の記録では判断しきれません。まず確かめましょう。",
        Readiness::NotYet => "足りない条件が残っています。まず環境から整えましょう。",
    }
}

pub(crate) const fn mismatch_state(of: MismatchState) -> &'static str {
    match of {
        MismatchState::Present => "あり",
        MismatchState::Likely => "疑いが濃い",
        MismatchState::Possible => "可能性あり",
        MismatchState::Absent => "なし",
        MismatchState::Unknown => "不明",
    }
}

pub(crate) const fn severity(of: Severity) -> &'static str {
    match of {
        Severity::Shallow => "浅い",
        Severity::Moderate => "中程度",
        Severity::Deep => "深い",
    }
}

pub(crate) const fn gate(of: GateStep) -> &'static str {
    match of {
        GateStep::Shortlisted => "候補として抽出",
        GateStep::ManagerConfirmed => "上司による適任確認",
        GateStep::ExecutiveApproved => "経営層の承認",
        GateStep::Announced => "社内への発信",
        GateStep::Appointed => "キーマンに任命",
        GateStep::SteppedDown => "担当交代",
    }
}

pub(crate) const fn rung_status(of: RungStatus) -> &'static str {
    match of {
        RungStatus::Achieved => "達成",
        RungStatus::Ahead => "計画より先行",
        RungStatus::OnPace => "計画どおり",
        RungStatus::Behind => "計画より遅れ",
        RungStatus::AtRisk => "このままでは届きにくい",
        RungStatus::Missed => "期限を過ぎました",
        RungStatus::NotStarted => "開始前",
        RungStatus::Unknown => "記録なし",
    }
}

pub(crate) const fn short_rung_status(of: RungStatus) -> &'static str {
    match of {
        RungStatus::Achieved => "達成",
        RungStatus::Ahead => "先行",
        RungStatus::OnPace => "順調",
        RungStatus::Behind => "遅れ",
        RungStatus::AtRisk => "要注意",
        RungStatus::Missed => "期限超過",
        RungStatus::NotStarted => "開始前",
        RungStatus::Unknown => "不明",
    }
}

pub(crate) const fn urgency(of: Urgency) -> &'static str {
    match of {
        Urgency::Urgent => "今週",
        Urgency::Important => "早めに",
        Urgency::Notice => "参考",
        Urgency::Celebrate => "称賛",
    }
}

pub(crate) const fn verdict(of: Verdict) -> &'static str {
    match of {
        Verdict::EveryWeighting => "どの重み付けでも先",
        Verdict::SomeWeightings => "重み付けによっては先",
        Verdict::NotSeparable => "差があるとは言えない",
    }
}

pub(crate) const fn season(of: Season) -> &'static str {
    match of {
        Season::Thriving => "直近に受注あり",
        Season::Winter => "冬の時代（中間指標は健全）",
        Season::Stagnation => "停滞",
        Season::TooEarly => "判定には早い時期",
        Season::Unknown => "まだ判定できません",
    }
}

pub(crate) const fn audience(of: Audience) -> &'static str {
    match of {
        Audience::Individual => "本人",
        Audience::Team => "チーム",
        Audience::Department => "部門",
        Audience::Company => "全社",
        Audience::Public => "社外",
    }
}

pub(crate) const fn offer_mix(of: OfferMix) -> &'static str {
    match of {
        OfferMix::Both => "成長機会と金銭の両方",
        OfferMix::GrowthOnly => "成長機会",
        OfferMix::MoneyOnly => "金銭のみ",
        OfferMix::Unknown => "記録なし",
    }
}

pub(crate) const fn layer(of: Layer) -> &'static str {
    match of {
        Layer::Weekly => "週次ミーティング",
        Layer::Monthly => "月次の振り返り",
        Layer::Quarterly => "四半期レビュー",
    }
}

pub(crate) const fn standing(of: TrailStanding) -> &'static str {
    match of {
        TrailStanding::Counts => "数字の根拠になっています",
        TrailStanding::Context => "数字の前提になっています",
        TrailStanding::Withdrawn => "異議が認められ、数えていません",
        TrailStanding::NotRead => "どの数字にも使われていません",
    }
}

pub(crate) const fn voice_state(of: VoiceState) -> &'static str {
    match of {
        VoiceState::Counts => "数えています",
        VoiceState::Overridden => "指定された値があるため、今は数えていません",
        VoiceState::Replaced => "より新しい記録に置き換わりました",
        VoiceState::Expired => "有効期限を過ぎました",
        VoiceState::Withdrawn => "異議が認められ、数えていません",
    }
}

pub(crate) const fn contest_step(of: ContestStep) -> &'static str {
    match of {
        ContestStep::Commented => "コメント",
        ContestStep::Raised => "異議",
        ContestStep::Upheld => "異議を認める",
        ContestStep::Rejected => "記録は維持",
    }
}

pub(crate) const fn isolation(of: Isolation) -> &'static str {
    match of {
        Isolation::Connected => "協力者あり",
        Isolation::Isolated => "孤軍奮闘",
        Isolation::Unknown => "不明",
    }
}

pub(crate) const fn link_kind(of: LinkKind) -> &'static str {
    match of {
        LinkKind::Member => "サポートメンバー",
        LinkKind::TurnedTo => "相談",
        LinkKind::WorkedWith => "協働",
        LinkKind::JointReview => "共同レビュー",
        LinkKind::SharedDeal => "案件の分担",
    }
}

pub(crate) const fn successor_state(of: SuccessorState) -> &'static str {
    match of {
        SuccessorState::Fit => "適任の見込み",
        SuccessorState::Open => "まだ判断できません",
        SuccessorState::NotYet => "まだ整っていません",
        SuccessorState::NobodyKnown => "まだ情報がありません",
    }
}

pub(crate) const fn wheel_state(of: WheelState) -> &'static str {
    match of {
        WheelState::Turning => "回っています",
        WheelState::Still => "止まっています",
        WheelState::Unknown => "記録なし",
    }
}

pub(crate) const fn turn_kind(of: WheelSupport) -> &'static str {
    match of {
        WheelSupport::Training => "トレーニング",
        WheelSupport::JointReview => "共同商談のレビュー",
        WheelSupport::Answer => "返答",
        WheelSupport::Member => "サポートメンバー",
        WheelSupport::Praise => "社内での称賛",
        WheelSupport::Executives => "経営層の同席",
        WheelSupport::Notice => "社内通達・社内発信",
        WheelSupport::Hours => "業務時間の配分",
    }
}

pub(crate) const fn loop_step(of: LoopStep) -> &'static str {
    match of {
        LoopStep::Found => "候補発掘",
        LoopStep::Approved => "経営陣承認",
        LoopStep::RoleClear => "役割明確化",
        LoopStep::Shared => "成果共有",
    }
}

pub(crate) const fn weekday(of: Weekday) -> &'static str {
    match of {
        Weekday::Monday => "月曜日",
        Weekday::Tuesday => "火曜日",
        Weekday::Wednesday => "水曜日",
        Weekday::Thursday => "木曜日",
        Weekday::Friday => "金曜日",
        Weekday::Saturday => "土曜日",
        Weekday::Sunday => "日曜日",
    }
}

pub(crate) const fn week_kind(of: WeekKind) -> &'static str {
    match of {
        WeekKind::Push => "山（追い込み）",
        WeekKind::Recharge => "谷（学習・充電）",
        WeekKind::Normal => "通常",
    }
}
