//! A trail for the terminal: what is behind a number, what a fact moves, or an overview.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use keyperson::answer::trail::{
    AnswerTrail, Context, FactTrail, NumberTrail, Trail, TrailStanding, VoiceTrail,
};
use keyperson::text::Language;
use keyperson::{Fact, FactId, Journal, text};

use crate::args;
use crate::complaint::harmless;
use crate::terminal::{Terminal, Tone};
use crate::text as say;

/// Facts and numbers of one list that are shown; the rest is counted.
const SHOWN: usize = 40;

/// What was said about a fact that is shown where it stands in a list, the latest; the rest is counted.
const ANSWERS: usize = 3;

/// The trail in words.
pub fn text(terminal: &Terminal, args: &args::Trail, trail: &Trail, journal: &Journal) -> String {
    let mut page = Page { terminal, trail, journal, text: String::new() };
    match (&args.of, &args.fact) {
        (Some(_), _) => page.numbers(),
        (None, Some(_)) => trail.facts.iter().for_each(|fact| page.fact(fact)),
        (None, None) => page.overview(),
    }
    page.text
}

struct Page<'a> {
    terminal: &'a Terminal,
    trail: &'a Trail,
    journal: &'a Journal,
    text: String,
}

impl<'a> Page<'a> {
    fn language(&self) -> Language {
        self.terminal.language
    }

    /// Each number, then the facts behind all of them.
    fn numbers(&mut self) {
        let (language, trail) = (self.language(), self.trail);
        self.heading(say::behind_number(language));
        self.some(&trail.numbers, |page, number| page.number(number));
        self.some(&trail.contexts, |page, context| page.settings(context));
        let counted: BTreeSet<&FactId> = trail.numbers.iter().flat_map(|number| &number.evidence).collect();
        let (evidence, rest): (Vec<&FactTrail>, Vec<&FactTrail>) =
            trail.facts.iter().partition(|fact| counted.contains(&fact.fact));
        let (counts, rests) = (evidence.len(), rest.len());
        self.heading(&say::evidence(counts, language));
        self.some(&evidence, |page, fact| page.short(fact, ANSWERS));
        if !rest.is_empty() {
            self.heading(&say::rests_on(rests, language));
            self.some(&rest, |page, fact| page.short(fact, ANSWERS));
        }
        if trail.facts.is_empty() {
            self.line(say::policy_alone(language));
        }
    }

    fn number(&mut self, number: &NumberTrail) {
        let value = format!("{:.4}", number.value);
        let value = value.trim_end_matches('0').trim_end_matches('.');
        let line = format!("{} = {value}", harmless(&number.pointer));
        self.line(&line);
    }

    fn settings(&mut self, context: &Context) {
        let (name, settings) = (harmless(&context.name), harmless(&context.settings.join("  ")));
        let line = say::settings_used(&name, &settings, self.language());
        self.line(&line);
    }

    /// One fact, and everything that is known of it.
    fn fact(&mut self, fact: &FactTrail) {
        let (language, trail) = (self.language(), self.trail);
        self.heading(say::this_fact(language));
        self.short(fact, SHOWN);
        if let Some(source) = &fact.source {
            let source = harmless(source.as_str());
            self.line(&say::source(&source, language));
        }
        let counts = fact.evidence_of.len();
        if counts > 0 {
            self.heading(&say::evidence_of(counts, language));
            let of: Vec<&NumberTrail> =
                trail.numbers.iter().filter(|number| number.evidence.contains(&fact.fact)).collect();
            self.some(&of, |page, number| page.number(number));
        }
        if !fact.context_of.is_empty() {
            let names = harmless(&fact.context_of.join("  "));
            self.line(&say::resting(&names, language));
        }
    }

    /// What there is, and the facts of which people ask first.
    fn overview(&mut self) {
        let (language, trail) = (self.language(), self.trail);
        let (numbers, facts) = (trail.numbers.len(), trail.facts.len());
        self.heading(say::audit_trail(language));
        self.line(&say::trail_holds(numbers, facts, language));
        let mut resting: BTreeMap<&str, usize> = BTreeMap::new();
        for name in trail.numbers.iter().filter_map(|number| number.context.as_deref()) {
            let of = resting.entry(name).or_default();
            *of = of.saturating_add(1);
        }
        self.some(&trail.contexts, |page, context| {
            let of = resting.get(context.name.as_str()).copied().unwrap_or_default();
            let name = harmless(&context.name);
            page.line(&say::numbers_on(&name, of, language));
        });
        let asked = |fact: &&FactTrail| {
            !fact.answers.is_empty()
                || matches!(fact.standing, TrailStanding::Withdrawn | TrailStanding::NotRead)
        };
        let asked: Vec<&FactTrail> = trail.facts.iter().filter(asked).collect();
        if !asked.is_empty() {
            self.heading(say::answered_or_unused(language));
            self.some(&asked, |page, fact| page.short(fact, ANSWERS));
        }
        self.line(say::ask_on(language));
    }

    /// A fact with its content, what it counts and the last things that were said about it.
    fn short(&mut self, fact: &FactTrail, answers: usize) {
        let language = self.language();
        let day = text::instant(fact.at, language);
        let kind = text::fact_type(fact.type_name, language);
        let standing = text::standing(fact.standing, language);
        let head = format!("{}  {day}  {kind}", harmless(fact.fact.as_str()));
        self.line(&format!("{}  {standing}", self.terminal.paint(Tone::Strong, &head)));
        let known = self.journal.of_partner(&self.trail.partner).iter().find(|known| known.id == fact.fact);
        if let Some(content) = known.map(content).filter(|content| !content.is_empty()) {
            self.line(&format!("    {content}"));
        }
        for voice in &fact.voices {
            let line = voice_line(language, voice);
            self.line(&format!("    {line}"));
        }
        let earlier = fact.answers.len().saturating_sub(answers);
        if earlier > 0 {
            self.line(&say::earlier_answers(earlier, language));
        }
        fact.answers.iter().skip(earlier).for_each(|answer| self.answer(answer));
    }

    fn answer(&mut self, answer: &AnswerTrail) {
        let language = self.language();
        let step = text::contest_step(answer.step, language);
        let day = text::instant(answer.at, language);
        let who = answer.by.as_ref().map(|by| by.as_str());
        let who = who.or(answer.person.as_ref().map(|person| person.as_str())).unwrap_or_default();
        let words = answer.reason.as_ref().map(|reason| harmless(reason.as_str())).unwrap_or_default();
        let line = format!("    > {step}  {day}  {}  {words}", harmless(who));
        self.line(line.trim_end());
    }

    /// The first of a list, and how many more there are.
    fn some<T>(&mut self, items: &[T], each: impl Fn(&mut Self, &T)) {
        items.iter().take(SHOWN).for_each(|item| each(self, item));
        if let Some(more) = items.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            let language = self.language();
            self.line(&say::more(more, language));
        }
    }

    fn heading(&mut self, title: &str) {
        let title = self.terminal.paint(Tone::Strong, title);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let _ = writeln!(self.text, "{title}");
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }
}

fn voice_line(language: Language, voice: &VoiceTrail) -> String {
    let (name, state) = (text::trait_name(voice.of, language), text::voice_state(voice.state, language));
    say::voice(name, state, voice, language)
}

/// What a fact says beside its envelope: each field with its value.
fn content(fact: &Fact) -> String {
    const ENVELOPE: &[&str] = &["schema", "id", "at", "partner", "person", "type", "source"];
    let tree = keyperson::Json::from(fact);
    let keyperson::Json::Object(entries) = tree else { return String::new() };
    let fields = entries.iter().filter(|(key, _)| !ENVELOPE.contains(&key.as_str()));
    let shown = fields.map(|(key, value)| {
        let value = match value {
            keyperson::Json::Text(text) => harmless(text),
            other => serde_json::to_string(other).unwrap_or_default(),
        };
        format!("{key}: {value}")
    });
    shown.collect::<Vec<_>>().join("  ")
}
