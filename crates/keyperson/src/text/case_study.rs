//! The draft of a case study: a short article in Markdown from the facts of a won deal.
//!
//! What the facts do not say is a blank to fill in, marked as such; nothing is made up. Names are text, never markup.

use crate::deals::case_study::{CaseStudy, Participant, Praise, SupportGiven};
use crate::fact::{Stage, SupportKind};
use crate::text::{Language, audience, day, markdown};

/// The article, in one language.
///
/// ```
/// use keyperson::text::{self, Language};
/// # let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-02-02T10:00:00+09:00","partner":"acme","person":"p-001","type":"deal","deal":"d-1","stage":"won","name":"Sample Foods"}"#,
/// )?;
/// # let partner = "acme".parse()?;
/// # let view = keyperson::partner::view::PartnerView::new(&journal, &partner, &policy, policy.as_of("2026-04-30")?)?;
/// let case = keyperson::deals::case_study::evaluate(&view, &"d-1".parse()?).expect("it is won");
/// let article = text::case_study(&case, Language::English);
/// assert!(article.starts_with("# How Sample Foods was won"));
/// assert!(article.contains("[to fill in: industry]"));
/// # Ok::<(), keyperson::Error>(())
/// ```
#[must_use]
pub fn case_study(case: &CaseStudy, language: Language) -> String {
    match language {
        Language::Japanese => japanese(case),
        Language::English => english(case),
    }
}

/// A blank to fill in.
fn blank(what: &str, language: Language) -> String {
    match language {
        Language::Japanese => format!("【要記入：{what}】"),
        Language::English => format!("[to fill in: {what}]"),
    }
}

fn or_blank(value: Option<&String>, what: &str, language: Language) -> String {
    value.map_or_else(|| blank(what, language), |value| markdown(value))
}

/// A number as people write it, in groups of three.
fn grouped(value: f64) -> String {
    let text = crate::text::number(value);
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), ""), |(whole, rest)| (whole, rest));
    let mut groups = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(place);
        if place > 0 && left.is_multiple_of(3) {
            groups.push(',');
        }
        groups.push(digit);
    }
    if rest.is_empty() { groups } else { format!("{groups}.{rest}") }
}

fn amount(case: &CaseStudy, what: &str, language: Language) -> String {
    let Some(value) = case.amount else { return blank(what, language) };
    match (case.currency.as_deref(), language) {
        (Some("JPY"), Language::Japanese) => format!("{}円", grouped(value)),
        (Some(currency), _) => format!("{} {}", grouped(value), markdown(currency)),
        (None, _) => grouped(value),
    }
}

fn stage(of: Stage, language: Language) -> &'static str {
    match (of, language) {
        (Stage::Prospect, Language::Japanese) => "案件発掘（見込み）",
        (Stage::Proposal, Language::Japanese) => "初回提案",
        (Stage::Poc, Language::Japanese) => "PoC合意",
        (Stage::Approval, Language::Japanese) => "社内稟議の開始",
        (Stage::Won, Language::Japanese) => "受注",
        (Stage::Lost, Language::Japanese) => "失注",
        (Stage::Prospect, Language::English) => "Prospect found",
        (Stage::Proposal, Language::English) => "First proposal",
        (Stage::Poc, Language::English) => "PoC agreed",
        (Stage::Approval, Language::English) => "Internal approval started",
        (Stage::Won, Language::English) => "Ordered",
        (Stage::Lost, Language::English) => "Lost",
    }
}

/// Days since the stage before that is on record; absent for the first.
fn since_before(case: &CaseStudy, place: usize) -> Option<i64> {
    let day = case.course.get(place)?.day?;
    let before = case.course.iter().take(place).filter_map(|step| step.day).next_back()?;
    Some(before.days_until(day))
}

fn person(of: &Participant, language: Language) -> String {
    let name = markdown(of.name.as_deref().unwrap_or(of.person.as_str()));
    match (of.title.as_deref(), language) {
        (Some(title), Language::Japanese) => format!("{name}さん（{}）", markdown(title)),
        (None, Language::Japanese) => format!("{name}さん"),
        (Some(title), Language::English) => format!("{name} ({})", markdown(title)),
        (None, Language::English) => name,
    }
}

fn name(of: &Participant, language: Language) -> String {
    let name = markdown(of.name.as_deref().unwrap_or(of.person.as_str()));
    match language {
        Language::Japanese => format!("{name}さん"),
        Language::English => name,
    }
}

fn support(of: &SupportGiven, language: Language) -> String {
    let what = match (of.kind, language) {
        (SupportKind::MemberJoined, Language::Japanese) => "サポートメンバーの参加",
        (SupportKind::Training, Language::Japanese) => "ベンダーによるトレーニング",
        (SupportKind::JointReview, Language::Japanese) => "共同商談のレビュー",
        (SupportKind::MemberJoined, Language::English) => "a colleague joined the unit",
        (SupportKind::Training, Language::English) => "training by the vendor",
        (SupportKind::JointReview, Language::English) => "the deal was reviewed jointly",
    };
    let mut more: Vec<String> = of.member.iter().map(|member| name(member, language)).collect();
    more.extend(of.topic.as_deref().map(markdown));
    let on = day(of.day, language);
    match (more.is_empty(), language) {
        (true, Language::Japanese) => format!("- {on}　{what}"),
        (false, Language::Japanese) => format!("- {on}　{what}（{}）", more.join("、")),
        (true, Language::English) => format!("- {on}: {what}"),
        (false, Language::English) => format!("- {on}: {what} ({})", more.join(", ")),
    }
}

fn praise(of: &Praise, language: Language) -> String {
    let on = day(of.day, language);
    let heard = audience(of.audience, language);
    let effort = match (of.effort, language) {
        (Some(true), Language::Japanese) => "、過程や工夫への称賛",
        (Some(true), Language::English) => ", for the effort",
        _ => "",
    };
    match (of.what.as_deref(), language) {
        (Some(what), Language::Japanese) => format!("- {on}　「{}」（{heard}へ{effort}）", markdown(what)),
        (None, Language::Japanese) => {
            format!("- {on}　{}（{heard}へ{effort}）", blank("何を称賛したか", language))
        }
        (Some(what), Language::English) => format!("- {on}: “{}” (to {heard}{effort})", markdown(what)),
        (None, Language::English) => {
            format!("- {on}: {} (to {heard}{effort})", blank("what was praised", language))
        }
    }
}

fn japanese(case: &CaseStudy) -> String {
    let ja = Language::Japanese;
    let customer = or_blank(case.name.as_ref(), "お客様名", ja);
    let industry = or_blank(case.industry.as_ref(), "業種", ja);
    let product = or_blank(case.product.as_ref(), "製品", ja);
    let partner = markdown(case.partner_name.as_deref().unwrap_or(case.partner.as_str()));
    let lead = case.lead.as_ref();
    let leader = lead.map_or_else(|| blank("担当者", ja), |lead| person(lead, ja));
    let short = lead.map_or_else(|| blank("担当者", ja), |lead| name(lead, ja));
    let won_on =
        case.course.last().and_then(|step| step.day).map_or_else(|| blank("受注日", ja), |on| day(on, ja));
    let mut lines = vec![
        format!("# 成功事例：{customer}様 受注までの歩み"),
        String::new(),
        format!("{partner}　{leader}"),
        String::new(),
        "> この記事は記録された事実から作成した下書きです。【要記入】の箇所は、取材のうえで埋めてください。"
            .to_owned(),
        String::new(),
        "## 概要".to_owned(),
        String::new(),
    ];
    let took = match case.days_to_order {
        Some(0) => "見込みの発掘と同じ日の受注でした。".to_owned(),
        Some(days) => format!("最初の記録から受注まで{days}日でした。"),
        None => format!("受注までの日数は{}。", blank("最初に接点を持った日", ja)),
    };
    let repeated = case
        .repeats
        .as_deref()
        .map_or_else(String::new, |of| format!("「{}」の進め方を横展開した案件です。", markdown(of)));
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
        format!("| 地域 | {} |", or_blank(case.region.as_ref(), "地域", ja)),
        format!(
            "| 従業員数 | {} |",
            case.employees.map_or_else(|| blank("従業員数", ja), |of| format!("{}名", grouped(of)))
        ),
        format!("| 導入製品 | {product} |"),
        format!("| 受注金額 | {} |", amount(case, "受注金額", ja)),
        String::new(),
        "## 受注までの道のり".to_owned(),
        String::new(),
        "| 段階 | 日付 | 前の段階から |".to_owned(),
        "| --- | --- | --- |".to_owned(),
    ]);
    for (place, step) in case.course.iter().enumerate() {
        let on = step.day.map_or_else(|| blank("日付", ja), |on| day(on, ja));
        let after = since_before(case, place).map_or_else(|| "—".to_owned(), |days| format!("{days}日"));
        lines.push(format!("| {} | {on} | {after} |", stage(step.stage, ja)));
    }
    lines.extend([String::new(), "## チームと支援".to_owned(), String::new()]);
    lines.push(format!("- 推進役：{leader}"));
    if !case.others.is_empty() {
        let others: Vec<String> = case.others.iter().map(|other| person(other, ja)).collect();
        lines.push(format!("- ともに動いたメンバー：{}", others.join("、")));
    }
    match case.supports.is_empty() {
        true => lines.push(format!("- 受けた支援：{}", blank("支援の記録なし。あれば記入", ja))),
        false => lines.extend(case.supports.iter().map(|of| support(of, ja))),
    }
    lines.extend([String::new(), "## 称賛された点".to_owned(), String::new()]);
    match case.recognised.is_empty() {
        true => lines.push(format!("- {}", blank("称賛の記録なし。光を当てたい行動や工夫を記入", ja))),
        false => lines.extend(case.recognised.iter().map(|of| praise(of, ja))),
    }
    lines.extend([String::new(), format!("## {short}に聞く"), String::new()]);
    for (question, answer) in [
        ("お客様と出会ったきっかけを教えてください。", "きっかけ"),
        ("お客様はどんな課題をお持ちでしたか。", "お客様の課題"),
        ("提案で工夫した点は何ですか。", "工夫した点"),
        ("決め手は何だったと思いますか。", "決め手"),
        ("次に取り組む仲間へ、一言お願いします。", "メッセージ"),
    ] {
        lines.extend([format!("**{question}**"), String::new(), blank(answer, ja), String::new()]);
    }
    let alike: Vec<String> = [
        case.industry.as_deref().map(|of| format!("業種が{}", markdown(of))),
        case.region.as_deref().map(|of| format!("地域が{}", markdown(of))),
        case.product.as_deref().map(|of| format!("製品が{}", markdown(of))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let like = match alike.is_empty() {
        true => blank("横展開したい見込み客の条件", ja),
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

fn english(case: &CaseStudy) -> String {
    let en = Language::English;
    let customer = or_blank(case.name.as_ref(), "customer", en);
    let industry = or_blank(case.industry.as_ref(), "industry", en);
    let product = or_blank(case.product.as_ref(), "product", en);
    let partner = markdown(case.partner_name.as_deref().unwrap_or(case.partner.as_str()));
    let lead = case.lead.as_ref();
    let leader = lead.map_or_else(|| blank("who led it", en), |lead| person(lead, en));
    let short = lead.map_or_else(|| blank("who led it", en), |lead| name(lead, en));
    let won_on =
        case.course.last().and_then(|step| step.day).map_or_else(|| blank("day", en), |on| day(on, en));
    let took = match case.days_to_order {
        Some(0) => "The order came on the day of the first contact.".to_owned(),
        Some(1) => "From the first record to the order it took one day.".to_owned(),
        Some(days) => format!("From the first record to the order it took {days} days."),
        None => format!("How long it took: {}.", blank("day of the first contact", en)),
    };
    let repeated = case
        .repeats
        .as_deref()
        .map_or_else(String::new, |of| format!(" It repeats the approach of {}.", markdown(of)));
    let mut lines = vec![
        format!("# How {customer} was won"),
        String::new(),
        format!("{leader}, {partner}"),
        String::new(),
        "> A draft from the facts on record. Ask those who were there, and fill in what stands in [brackets]."
            .to_owned(),
        String::new(),
        "## In short".to_owned(),
        String::new(),
        format!("On {won_on} {short} won an order for {product} from {customer} ({industry}). {took}{repeated}"),
        String::new(),
        "## The customer".to_owned(),
        String::new(),
        "| | |".to_owned(),
        "| --- | --- |".to_owned(),
        format!("| Industry | {industry} |"),
        format!("| Region | {} |", or_blank(case.region.as_ref(), "region", en)),
        format!("| Employees | {} |", case.employees.map_or_else(|| blank("employees", en), grouped)),
        format!("| Product | {product} |"),
        format!("| Amount | {} |", amount(case, "amount", en)),
        String::new(),
        "## The way to the order".to_owned(),
        String::new(),
        "| Stage | Day | Since the one before |".to_owned(),
        "| --- | --- | --- |".to_owned(),
    ];
    for (place, step) in case.course.iter().enumerate() {
        let on = step.day.map_or_else(|| blank("day", en), |on| day(on, en));
        let after = match since_before(case, place) {
            None => "—".to_owned(),
            Some(1) => "1 day".to_owned(),
            Some(days) => format!("{days} days"),
        };
        lines.push(format!("| {} | {on} | {after} |", stage(step.stage, en)));
    }
    lines.extend([String::new(), "## Team and support".to_owned(), String::new()]);
    lines.push(format!("- Led by {leader}"));
    if !case.others.is_empty() {
        let others: Vec<String> = case.others.iter().map(|other| person(other, en)).collect();
        lines.push(format!("- With {}", others.join(", ")));
    }
    match case.supports.is_empty() {
        true => lines.push(format!("- Support: {}", blank("none on record; add it if there was any", en))),
        false => lines.extend(case.supports.iter().map(|of| support(of, en))),
    }
    lines.extend([String::new(), "## What was praised".to_owned(), String::new()]);
    match case.recognised.is_empty() {
        true => lines.push(format!("- {}", blank("none on record; what deserves to be seen?", en))),
        false => lines.extend(case.recognised.iter().map(|of| praise(of, en))),
    }
    lines.extend([String::new(), format!("## Questions to {short}"), String::new()]);
    for (question, answer) in [
        ("How did you come to know the customer?", "how it began"),
        ("Which problem did the customer have?", "the problem"),
        ("What did you do differently in the proposal?", "the idea"),
        ("What decided it, in your view?", "what decided it"),
        ("A word for whoever tries this next?", "a word"),
    ] {
        lines.extend([format!("**{question}**"), String::new(), blank(answer, en), String::new()]);
    }
    let alike: Vec<String> =
        [&case.industry, &case.region, &case.product].into_iter().flatten().map(|of| markdown(of)).collect();
    let like = match alike.is_empty() {
        true => blank("which prospects are like it", en),
        false => alike.join(", "),
    };
    lines.extend([
        "## Where to repeat it".to_owned(),
        String::new(),
        format!("Try the same approach with prospects like this one: {like}."),
        String::new(),
    ]);
    lines.join("\n")
}
