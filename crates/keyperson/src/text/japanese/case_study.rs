//! The draft of a case study in Japanese.

use super::format::{blank, day, or_blank};
use super::name::audience;
use crate::fact::{Stage, SupportKind};
use crate::text::given::{Case, Praise, Support, Who};

fn amount(case: &Case, what: &str) -> String {
    let Some(amount) = &case.amount else { return blank(what) };
    match amount.currency.as_deref() {
        Some("JPY") => format!("{}円", amount.value),
        Some(currency) => format!("{} {currency}", amount.value),
        None => amount.value.clone(),
    }
}

fn stage(of: Stage) -> &'static str {
    match of {
        Stage::Prospect => "案件発掘（見込み）",
        Stage::Proposal => "初回提案",
        Stage::Poc => "PoC合意",
        Stage::Approval => "社内稟議の開始",
        Stage::Won => "受注",
        Stage::Lost => "失注",
    }
}

fn person(of: &Who) -> String {
    match &of.title {
        Some(title) => format!("{}（{title}）", name(of)),
        None => name(of),
    }
}

fn name(of: &Who) -> String {
    format!("{}さん", of.name)
}

fn support(of: &Support) -> String {
    let what = match of.kind {
        SupportKind::MemberJoined => "サポートメンバーの参加",
        SupportKind::Training => "ベンダーによるトレーニング",
        SupportKind::JointReview => "共同商談のレビュー",
    };
    let mut more: Vec<String> = of.member.iter().map(name).collect();
    more.extend(of.topic.clone());
    let on = day(of.day);
    if more.is_empty() {
        format!("- {on}　{what}")
    } else {
        format!("- {on}　{what}（{}）", more.join("、"))
    }
}

fn praise(of: &Praise) -> String {
    let what = of.what.as_ref().map_or_else(|| blank("何を称賛したか"), |what| format!("「{what}」"));
    let effort = if of.effort { "、過程や工夫への称賛" } else { "" };
    format!("- {}　{what}（{}へ{effort}）", day(of.day), audience(of.audience))
}

pub(crate) fn told(case: &Case) -> String {
    let customer = or_blank(case.customer.as_ref(), "お客様名");
    let industry = or_blank(case.industry.as_ref(), "業種");
    let product = or_blank(case.product.as_ref(), "製品");
    let partner = &case.partner;
    let lead = case.lead.as_ref();
    let leader = lead.map_or_else(|| blank("担当者"), person);
    let short = lead.map_or_else(|| blank("担当者"), name);
    let won_on = case.won_on.map_or_else(|| blank("受注日"), day);
    let mut lines = vec![
        format!("# 成功事例：{customer}様 受注までの歩み"),
        String::new(),
        format!("{partner}　{leader}"),
        String::new(),
        "> この記事は記録から作成した下書きです。【要記入】の箇所は、取材のうえで埋めてください。".to_owned(),
        String::new(),
        "## 概要".to_owned(),
        String::new(),
    ];
    let took = match case.days_to_order {
        Some(0) => "見込みの発掘と同じ日の受注でした。".to_owned(),
        Some(days) => format!("最初の記録から受注まで{days}日でした。"),
        None => format!("受注までの日数は{}。", blank("最初に接点を持った日")),
    };
    let repeated = case
        .repeats
        .as_deref()
        .map_or_else(String::new, |of| format!("「{}」の進め方を横展開した案件です。", of));
    lines.push(format!(
        "{won_on}、{short}が{customer}様（{industry}）から「{product}」の受注を獲得しました。{took}{repeated}"
    ));
    lines.extend([
        String::new(),
        "## お客様".to_owned(),
        String::new(),
        "| 項目 | 内容 |".to_owned(),
        "| --- | --- |".to_owned(),
        format!("| 業種 | {industry} |"),
        format!("| 地域 | {} |", or_blank(case.region.as_ref(), "地域")),
        format!(
            "| 従業員数 | {} |",
            case.employees.as_ref().map_or_else(|| blank("従業員数"), |of| format!("{of}名"))
        ),
        format!("| 導入製品 | {product} |"),
        format!("| 受注金額 | {} |", amount(case, "受注金額")),
        String::new(),
        "## 受注までの道のり".to_owned(),
        String::new(),
        "| 段階 | 日付 | 前の段階から |".to_owned(),
        "| --- | --- | --- |".to_owned(),
    ]);
    for step in &case.course {
        let on = step.day.map_or_else(|| blank("日付"), day);
        let after = step.since_before.map_or_else(|| "—".to_owned(), |days| format!("{days}日"));
        lines.push(format!("| {} | {on} | {after} |", stage(step.stage)));
    }
    lines.extend([String::new(), "## チームと支援".to_owned(), String::new()]);
    lines.push(format!("- 推進役：{leader}"));
    if !case.others.is_empty() {
        let others: Vec<String> = case.others.iter().map(person).collect();
        lines.push(format!("- ともに動いたメンバー：{}", others.join("、")));
    }
    match case.supports.is_empty() {
        true => lines.push(format!("- 受けた支援：{}", blank("支援の記録なし。あれば記入"))),
        false => lines.extend(case.supports.iter().map(support)),
    }
    lines.extend([String::new(), "## 称賛された点".to_owned(), String::new()]);
    match case.praises.is_empty() {
        true => lines.push(format!("- {}", blank("称賛の記録なし。光を当てたい行動や工夫を記入"))),
        false => lines.extend(case.praises.iter().map(praise)),
    }
    lines.extend([String::new(), format!("## {short}に聞く"), String::new()]);
    for (question, answer) in [
        ("お客様と出会ったきっかけを教えてください。", "きっかけ"),
        ("お客様はどんな課題をお持ちでしたか。", "お客様の課題"),
        ("提案で工夫した点は何ですか。", "工夫した点"),
        ("決め手は何だったと思いますか。", "決め手"),
        ("次に取り組む仲間へ、一言お願いします。", "メッセージ"),
    ] {
        lines.extend([format!("**{question}**"), String::new(), blank(answer), String::new()]);
    }
    let alike: Vec<String> = [
        case.industry.as_deref().map(|of| format!("業種が{of}")),
        case.region.as_deref().map(|of| format!("地域が{of}")),
        case.product.as_deref().map(|of| format!("製品が{of}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let like = match alike.is_empty() {
        true => blank("横展開したい見込み客の条件"),
        false => format!("{}の見込み客", alike.join("、")),
    };
    lines.extend([
        "## 横展開に向けて".to_owned(),
        String::new(),
        format!("条件の似た見込み客（{like}など）に、同じ進め方を試してみましょう。"),
        String::new(),
    ]);
    lines.join("\n")
}
