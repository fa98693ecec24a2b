//! The draft of the announcement in English.

use super::format::{blank, day, list, or_blank};
use crate::text::given::Message;

fn listed(items: &[String], what: &str) -> String {
    if items.is_empty() { blank(what) } else { list(items) }
}

pub(crate) fn announced(of: &Message) -> String {
    let name = or_blank(of.name.as_ref(), "name");
    let place: Vec<&str> = [&of.title, &of.department].into_iter().flatten().map(String::as_str).collect();
    let place = if place.is_empty() { String::new() } else { format!(" ({})", place.join(", ")) };
    let company = or_blank(of.company.as_ref(), "company");
    let start = of.start.map_or_else(|| blank("first day"), day);
    let authority: Vec<String> = of.authority.iter().map(|what| format!("“{what}”")).collect();
    let authority = listed(&authority, "authority, what may be decided alone");
    let hours = of.hours.as_ref();
    let hours = hours.map_or_else(|| blank("working time"), |hours| format!("{hours} hours a week"));
    let members = of.members.iter().map(|member| match &member.name {
        Some(name) => name.clone(),
        None => blank(&format!("name of support member {}", member.id)),
    });
    let members = listed(&members.collect::<Vec<_>>(), "support members");
    let approval = match of.approved {
        Some(approved) => format!("The executives' approval is recorded on {}.", day(approved)),
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
        today = day(of.today),
        contact = blank("contact, title and name"),
        sender = blank("sender, title and name"),
    )
}
