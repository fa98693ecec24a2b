//! The draft of the announcement: the message by which an executive tells the company who leads, in Markdown.
//!
//! It is written to be sent inside the partner's company. What the facts do not say is a blank to fill in, marked as
//! such; nothing is made up. Names are text, never markup.

use crate::course::announcement::Announcement;
use crate::text::given::{Message, SupportMember};
use crate::text::{Language, catalogue, markdown, number};

impl Message {
    fn of(of: &Announcement) -> Self {
        let escaped = |text: &Option<String>| text.as_deref().map(markdown);
        let members = of.members.iter().map(|member| SupportMember {
            id: markdown(member.person.as_str()),
            name: escaped(&member.name),
        });
        Self {
            today: of.today,
            company: escaped(&of.partner_name),
            name: escaped(&of.name),
            department: escaped(&of.department),
            title: escaped(&of.title),
            start: of.start.as_ref().map(|(start, _)| *start),
            approved: of.approved.as_ref().map(|(approved, _)| *approved),
            authority: of.authority.iter().map(|(what, _)| markdown(what)).collect(),
            hours: of.hours_per_week.as_ref().map(|(hours, _)| number(*hours)),
            members: members.collect(),
        }
    }
}

catalogue! {
    /// The message in words.
    fn announced(of: &Message) -> String;
}

/// The message, in one language.
#[must_use]
pub(crate) fn announcement(of: &Announcement, language: Language) -> String {
    announced(&Message::of(of), language)
}
