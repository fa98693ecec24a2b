//! The draft of the announcement in Japanese.

use super::format::{blank, day, list};
use crate::text::given::Message;

fn listed(items: &[String], what: &str) -> String {
    if items.is_empty() { blank(what) } else { list(items) }
}

/// A name with さん, which one that has it already does not get twice.
fn san(name: &str) -> String {
    if name.ends_with("さん") { name.to_owned() } else { format!("{name}さん") }
}

/// The family name with さん, for every time but the first: what stands before the space of a name in Japanese letters.
fn short_san(name: &str) -> String {
    let family =
        name.split([' ', '\u{3000}']).next().filter(|family| !family.is_empty() && !family.is_ascii());
    san(family.unwrap_or(name))
}

pub(crate) fn announced(of: &Message) -> String {
    let blank_name = || format!("{}さん", blank("氏名"));
    let name = of.name.as_deref().map_or_else(blank_name, san);
    let short = of.name.as_deref().map_or_else(blank_name, short_san);
    let place: Vec<&str> = [&of.department, &of.title].into_iter().flatten().map(String::as_str).collect();
    let place = if place.is_empty() { String::new() } else { format!("（{}）", place.join("・")) };
    let start = of.start.map_or_else(|| blank("就任日"), day);
    let authority: Vec<String> = of.authority.iter().map(|what| format!("「{what}」")).collect();
    let authority = listed(&authority, "権限（自分で決められること）");
    let hours = of.hours.as_ref();
    let hours = hours.map_or_else(|| blank("業務時間の配分"), |hours| format!("週{hours}時間"));
    let members = of.members.iter().map(|member| match &member.name {
        Some(name) => san(name),
        None => blank(&format!("サポートメンバーの氏名（{}）", member.id)),
    });
    let members = listed(&members.collect::<Vec<_>>(), "サポートメンバー");
    let approval = match of.approved {
        Some(approved) => format!("経営層の承認は{}に記録されています。", day(approved)),
        None => "経営層の承認はまだ記録されていません。発信の前に確認してください。".to_owned(),
    };
    format!(
        "> 下書き（{today}時点の記録から）。【要記入】の箇所を埋めてから発信してください。{approval}\n\
         \n\
         # {name}に新規ソリューションの推進役を任せます\n\
         \n\
         社員の皆さんへ\n\
         \n\
         このたび、{short}{place}に、新規ソリューションの推進役を任せることにしました。\n\
         \n\
         - **いつから**：{start}\n\
         - **役割**：新規ソリューションの推進役\n\
         - **任せる権限**：{authority}\n\
         - **この役割に充てる業務時間**：{hours}\n\
         - **ともに取り組むサポートメンバー**：{members}\n\
         - **困ったときの相談先**：{contact}\n\
         \n\
         {short}が安心して学習や営業活動に時間を使えるよう、会社として後押しします。判断に迷うことや協力の依頼が\
         あれば、まず{short}に声をかけてください。一つひとつの前進を、皆さんと一緒に喜びたいと思います。\n\
         \n\
         {sender}\n",
        today = day(of.today),
        contact = blank("相談先（役職・氏名）"),
        sender = blank("差出人の役職・氏名"),
    )
}
