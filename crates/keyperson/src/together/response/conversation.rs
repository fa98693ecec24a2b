//! Conversations: which messages belong together, whose turn it is, and which message answers which.

use super::{Answered, Waiting};
use crate::calendar::{self, Instant};
use crate::fact::{Fact, FactId, Message, Side};
use crate::partner::view::View;
use crate::value::{Key, Lookup};

/// A message in its thread.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    fact: &'a Fact,
    from: Side,
    reply: Reply,
}

/// What a message says of the one that it answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reply {
    /// Nothing, or it names one of its own side.
    None,
    /// It names an earlier message of the other side.
    Known,
    /// It names one that is not among the person's earlier messages.
    Unknown,
}

/// By what messages belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Together<'a> {
    /// The same thread, or the person's own chat.
    Thread(Option<&'a Key>),
    /// Outside a thread, they answer the same message, which is not there.
    Missing(&'a FactId),
}

/// The messages of a thread, by instant.
pub(super) type Thread<'a> = (Option<&'a Key>, Vec<Written<'a>>);

/// The messages by thread. A reply goes where the message is that it names.
pub(super) fn threads<'a>(view: &View<'_, 'a>) -> Vec<Thread<'a>> {
    // Of each message its thread, as a place in the list, and who wrote it.
    let mut placed: Lookup<&FactId, (usize, Side)> = Lookup::default();
    let anybody_names = view.of::<Message>().any(|(_, message)| message.reply_to.is_some());
    if anybody_names {
        placed.reserve(view.of::<Message>().count());
    }
    let mut places: Lookup<Together<'a>, usize> = Lookup::default();
    let mut threads: Vec<Thread<'_>> = Vec::new();
    for (fact, message) in view.of::<Message>() {
        let named = message.reply_to.as_ref().and_then(|named| placed.get(named)).copied();
        let own = message.thread.as_ref();
        let together = match &message.reply_to {
            Some(missing) if own.is_none() => Together::Missing(missing),
            _ => Together::Thread(own),
        };
        let place =
            named.map_or_else(|| *places.entry(together).or_insert(threads.len()), |(thread, _)| thread);
        if place == threads.len() {
            threads.push((own, Vec::new()));
        }
        if anybody_names {
            placed.insert(&fact.id, (place, message.from));
        }
        let reply = match (named, &message.reply_to) {
            (Some((_, from)), _) if from != message.from => Reply::Known,
            (None, Some(_)) => Reply::Unknown,
            _ => Reply::None,
        };
        if let Some((_, messages)) = threads.get_mut(place) {
            messages.push(Written { fact, from: message.from, reply });
        }
    }
    threads
}

/// The latest turn of a conversation: nobody has answered it yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn<'a> {
    first: &'a Fact,
    from: Side,
    /// Whether it opened the conversation, rather than answered.
    opens: bool,
    /// When its latest message was written.
    latest: Instant,
}

/// A thread as it is read, message by message.
pub(super) struct Conversation<'a, 's> {
    pub(super) thread: Option<&'a Key>,
    pub(super) limit: i64,
    pub(super) turn: Option<Turn<'a>>,
    pub(super) answered: &'s mut Vec<Answered>,
}

impl<'a> Conversation<'a, '_> {
    pub(super) fn take(&mut self, message: Written<'a>, pause: i64) {
        let at = message.fact.at;
        let opens = message.reply != Reply::Unknown;
        let opening = Turn { first: message.fact, from: message.from, opens, latest: at };
        let Some(turn) = &mut self.turn else {
            self.turn = Some(opening);
            return;
        };
        let other = turn.from != message.from;
        // A last word waits for nothing: after the pause somebody begins anew. An opening waits as long as it takes.
        let over = !turn.opens && !calendar::within_hours(turn.latest, at, pause);
        if over && !(other && message.reply == Reply::Known) {
            self.turn = Some(opening);
        } else if other {
            let turn = *turn;
            self.answered.push(self.answer(turn, message.fact));
            self.turn = Some(Turn { opens: false, ..opening });
        } else {
            turn.latest = at;
        }
    }

    pub(super) fn answer(&self, turn: Turn<'_>, answer: &Fact) -> Answered {
        let asked = turn.first.at;
        Answered {
            thread: self.thread.cloned(),
            by: other(turn.from),
            question: turn.first.id.clone(),
            answer: answer.id.clone(),
            asked,
            elapsed_seconds: asked.seconds_until(answer.at),
            in_time: calendar::within_hours(asked, answer.at, self.limit),
        }
    }

    pub(super) fn waiting(&self, view: &View<'_, '_>) -> Option<Waiting> {
        let turn = self.turn.filter(|turn| turn.opens)?;
        let since = turn.first.at;
        Some(Waiting {
            thread: self.thread.cloned(),
            waits_for: other(turn.from),
            question: turn.first.id.clone(),
            since,
            due: calendar::deadline_hours(since, self.limit),
            past: !calendar::within_hours(since, view.as_of(), self.limit),
        })
    }
}

pub(super) fn other(side: Side) -> Side {
    match side {
        Side::Vendor => Side::Partner,
        Side::Partner => Side::Vendor,
    }
}
