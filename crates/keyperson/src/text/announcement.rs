//! The draft of the announcement: the message by which an executive tells the company who leads, in Markdown.
//!
//! It is written to be sent inside the partner's company. What the facts do not say is a blank to fill in, marked as
//! such; nothing is made up. Names are text, never markup.

use crate::course::announcement::Announcement;
use crate::text::{Language, day, markdown, number};

/// The message, in one language.
///
/// ```
/// use keyperson::text::{self, Language};
/// # let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-03-02T10:00:00+09:00","partner":"acme","person":"p-1","type":"person_registered","name":"山田 花子"}"#,
/// )?;
/// # let (partner, person) = ("acme".parse()?, "p-1".parse()?);
/// # let partner = keyperson::partner::view::PartnerView::new(&journal, &partner, &policy, policy.as_of("2026-04-30")?)?;
/// let announcement = keyperson::course::announcement::evaluate(&partner.person(&person));
/// let message = text::announcement(&announcement, Language::Japanese);
/// assert!(message.contains("山田 花子さんに新規ソリューションの推進役を任せます"));
/// assert!(message.contains("【要記入：権限（自分で決められること）】"));
/// # Ok::<(), keyperson::Error>(())
/// ```
#[must_use]
pub fn announcement(of: &Announcement, language: Language) -> String {
    match language {
        Language::Japanese => japanese(of),
        Language::English => english(of),
    }
}

/// A blank to fill in.
fn blank(what: &str, language: Language) -> String {
    match language {
        Language::Japanese => format!("【要記入：{what}】"),
        Language::English => format!("[to fill in: {what}]"),
    }
}

fn listed(items: Vec<String>, what: &str, language: Language) -> String {
    match language {
        _ if items.is_empty() => blank(what, language),
        Language::Japanese => items.join("、"),
        Language::English => items.join(", "),
    }
}

/// A name with さん, which one that has it already does not get twice.
fn san(name: &str) -> String {
    let name = markdown(name);
    if name.ends_with("さん") { name } else { format!("{name}さん") }
}

fn japanese(of: &Announcement) -> String {
    const JA: Language = Language::Japanese;
    let blank = |what: &str| blank(what, JA);
    let name = of.name.as_deref().map_or_else(|| format!("{}さん", blank("氏名")), san);
    let place = [of.department.as_deref(), of.title.as_deref()];
    let place: Vec<String> = place.into_iter().flatten().map(markdown).collect();
    let place = if place.is_empty() { String::new() } else { format!("（{}）", place.join("・")) };
    let company = of.partner_name.as_deref().map_or_else(|| blank("会社名"), markdown);
    let start = of.start.as_ref().map_or_else(|| blank("就任日"), |(start, _)| day(*start, JA));
    let authority = of.authority.iter().map(|(what, _)| format!("「{}」", markdown(what))).collect();
    let authority = listed(authority, "権限（自分で決められること）", JA);
    let hours = of.hours_per_week.as_ref();
    let hours =
        hours.map_or_else(|| blank("業務時間の配分"), |(hours, _)| format!("週{}時間", number(*hours)));
    let members = of.members.iter().map(|member| match &member.name {
        Some(name) => san(name),
        None => blank(&format!("サポートメンバーの氏名（{}）", markdown(member.person.as_str()))),
    });
    let members = listed(members.collect(), "サポートメンバー", JA);
    let approval = match &of.approved {
        Some((approved, _)) => format!("経営層の承認は{}に記録されています。", day(*approved, JA)),
        None => "経営層の承認はまだ記録されていません。発信の前に確認してください。".to_owned(),
    };
    format!(
        "> 下書き（{today}時点の記録から）。【要記入】の箇所を埋めてから発信してください。{approval}\n\
         \n\
         # {name}に新規ソリューションの推進役を任せます\n\
         \n\
         {company}の皆さん\n\
         \n\
         このたび、{name}{place}に、新規ソリューションの推進役を任せることにしました。\n\
         \n\
         - **いつから**：{start}\n\
         - **役割**：新規ソリューションの推進役（パートナービジネスのキーマン）\n\
         - **任せる権限**：{authority}\n\
         - **この役割に充てる業務時間**：{hours}\n\
         - **ともに取り組むサポートメンバー**：{members}\n\
         - **困ったときの相談先**：{contact}\n\
         \n\
         {name}が安心して学習や営業活動に時間を使えるよう、会社として後押しします。判断に迷うことや協力の依頼が\
         あれば、まず{name}に声をかけてください。一つひとつの前進を、皆さんと一緒に喜びたいと思います。\n\
         \n\
         {sender}\n",
        today = day(of.today, JA),
        contact = blank("相談先（役職・氏名）"),
        sender = blank("差出人の役職・氏名"),
    )
}

fn english(of: &Announcement) -> String {
    const EN: Language = Language::English;
    let blank = |what: &str| blank(what, EN);
    let name = of.name.as_deref().map_or_else(|| blank("name"), markdown);
    let place = [of.title.as_deref(), of.department.as_deref()];
    let place: Vec<String> = place.into_iter().flatten().map(markdown).collect();
    let place = if place.is_empty() { String::new() } else { format!(" ({})", place.join(", ")) };
    let company = of.partner_name.as_deref().map_or_else(|| blank("company"), markdown);
    let start = of.start.as_ref().map_or_else(|| blank("first day"), |(start, _)| day(*start, EN));
    let authority = of.authority.iter().map(|(what, _)| format!("“{}”", markdown(what))).collect();
    let authority = listed(authority, "authority, what may be decided alone", EN);
    let hours = of.hours_per_week.as_ref();
    let hours =
        hours.map_or_else(|| blank("working time"), |(hours, _)| format!("{} hours a week", number(*hours)));
    let members = of.members.iter().map(|member| match &member.name {
        Some(name) => markdown(name),
        None => blank(&format!("name of support member {}", markdown(member.person.as_str()))),
    });
    let members = listed(members.collect(), "support members", EN);
    let approval = match &of.approved {
        Some((approved, _)) => format!("The executives' approval is recorded on {}.", day(*approved, EN)),
        None => "No approval by executives is recorded yet: ask before this is sent.".to_owned(),
    };
    format!(
        "> Draft from what is recorded up to {today}. Fill in what is marked “to fill in” before it is sent. {approval}\n\
         \n\
         # {name} leads our new solution\n\
         \n\
         To everybody at {company}\n\
         \n\
         We have asked {name}{place} to lead the promotion of our new solution.\n\
         \n\
         - **From**: {start}\n\
         - **Role**: promoting the new solution, as our key person for the partner business\n\
         - **May decide**: {authority}\n\
         - **Working time for the role**: {hours}\n\
         - **Support members**: {members}\n\
         - **Whom to turn to in difficulties**: {contact}\n\
         \n\
         The company backs {name}, so that there is time to learn and to sell. Whatever you need decided or want to help \
         with, please ask {name} first. We look forward to celebrating each step with all of you.\n\
         \n\
         {sender}\n",
        today = day(of.today, EN),
        contact = blank("contact, title and name"),
        sender = blank("sender, title and name"),
    )
}
