//! Texts in Japanese for the codes of the default policy; others have none, or the general ones.

use crate::text::given::Coded;

pub(crate) const fn known_pattern() -> Coded {
    &[
        ("authority_without_drive", "権限はあるが意欲が薄い"),
        ("drive_without_time", "意欲はあるが時間がない"),
        ("skill_without_influence", "技術知識は強いが社内影響力が弱い"),
    ]
}

pub(crate) const fn known_pattern_why() -> Coded {
    &[
        (
            "authority_without_drive",
            "権限があっても、役割の意味づけや勝ち筋が届いていなければ、動き出すきっかけがありません。",
        ),
        ("drive_without_time", "熱意があっても、活動時間が確保されていなければ前に進めません。"),
        (
            "skill_without_influence",
            "個人のスキルが高くても、周囲を巻き込む後押しがなければ組織としては前に進みません。",
        ),
    ]
}

pub(crate) const fn known_remedy() -> Coded {
    &[
        ("authority_notice", "権限の社内通達"),
        ("executive_announcement", "経営層からの発信"),
        ("working_time", "業務時間の配分"),
        ("growth_offer", "成長とキャリアの提示"),
        ("technical_training", "技術トレーニング"),
        ("support_unit", "サポートメンバーとのユニット"),
        ("targets_revised", "目標設定の見直し"),
    ]
}

pub(crate) const fn known_remedy_action() -> Coded {
    &[
        ("authority_notice", "与える権限を社内通達で明確にし、周囲に認識してもらいます。"),
        ("executive_announcement", "経営層や部門長から、推進役を任せる旨を社内に発信してもらいます。"),
        ("working_time", "この役割に使える業務時間を、上司と合意して配分します。"),
        ("growth_offer", "役割の意味づけと、成長機会やキャリアの道筋を示します。"),
        ("technical_training", "ベンダーから製品トレーニングや案件ごとの技術支援を提供します。"),
        ("support_unit", "サポートメンバーとユニットを組み、足りない部分を補い合います。"),
        ("targets_revised", "段階的な目標の時期を、現実の活動時間に合わせて見直します。"),
    ]
}

pub(crate) const fn known_fact_type() -> Coded {
    &[
        ("partner_registered", "パートナー企業の登録"),
        ("person_registered", "人物の登録"),
        ("person_left", "離任（退職・異動）"),
        ("rating", "所見"),
        ("signal", "シグナル"),
        ("gate", "選定のステップ"),
        ("offer", "提示した機会・報酬"),
        ("appraisal", "査定の基準"),
        ("activity", "活動"),
        ("deal", "案件"),
        ("touchpoint", "定例の接点"),
        ("message", "メッセージ"),
        ("news", "情報共有"),
        ("feedback", "フィードバック"),
        ("recognition", "称賛"),
        ("load", "稼働時間"),
        ("support", "支援"),
        ("notice", "権限の社内通達"),
        ("allocation", "業務時間の配分"),
        ("story", "成功事例"),
        ("consulted", "社内での相談"),
        ("worked_with", "社内での協働"),
        ("contest", "異議・コメント"),
        ("override", "人の判断による指定"),
    ]
}

pub(crate) const fn known_metric() -> Coded {
    &[
        ("prospects", "案件発掘数"),
        ("proposals", "初回提案実施数"),
        ("pocs", "PoC合意数"),
        ("approvals", "社内稟議の開始件数"),
        ("orders", "受注数"),
    ]
}

pub(crate) const fn known_rung() -> Coded {
    &[
        ("prospects_30", "最初の30日で見込み顧客を5件開拓"),
        ("pocs_60", "60日でPoC案件を2件創出"),
        ("first_order_90", "90日以内に初受注を獲得"),
    ]
}

pub(crate) const fn known_effort() -> Coded {
    &[
        ("study_session", "勉強会の自主企画"),
        ("elearning_completed", "eラーニングの修了"),
        ("certification", "認定資格の取得"),
    ]
}

pub(crate) const fn known_wheel() -> Coded {
    &[("vendor", "ベンダー側の育成支援"), ("partner", "パートナー企業内の協力体制")]
}

pub(crate) const fn known_wheel_change() -> Coded {
    &[
        ("vendor", "トレーニングか共同商談のレビューを、今週の予定に入れましょう。"),
        ("partner", "称賛の場、サポートメンバー、業務時間の配分を、上司や経営層と相談しましょう。"),
    ]
}

pub(crate) const fn known_success() -> Coded {
    &[
        ("prospects", "案件の発掘"),
        ("proposals", "初回提案の実施"),
        ("pocs", "PoCの合意"),
        ("approvals", "社内稟議の開始"),
        ("orders", "受注"),
    ]
}

pub(crate) fn added_pattern_why() -> &'static str {
    "強みを活かすには、それを支える条件がそろっている必要があります。"
}

pub(crate) fn other_wheel_change() -> &'static str {
    "両輪を支える仕組みを、関係者と見直しましょう。"
}

pub(crate) fn under_floor(name: &str) -> String {
    format!("{name}が下限を下回る")
}
