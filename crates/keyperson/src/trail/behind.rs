//! What is behind a number: its evidence by the ids that the rooms give, its context by what they read.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::gather::pointer;
use super::room::{EXISTENCE, OF_TRAITS, ROOMS, Room};
use super::seen::Seen;
use crate::brief::Brief;
use crate::calendar::{Day, Zone};
use crate::estimate::{RATING, TraitEstimate, spoken};
use crate::fact::{ContestStep, Event, EventType as _, Fact, Journal, Override, PersonId, Trait};
use crate::json::Json;
use crate::network::{Tie, TieKind};
use crate::order::{Fill as _, Order as _};
use crate::policy::Policy;
use crate::view::View;

/// A context before it is written out.
pub(super) struct Resting {
    pub(super) name: String,
    /// Places of its facts, sorted, each once.
    pub(super) facts: Vec<usize>,
    pub(super) settings: Vec<String>,
}

/// Which context a number rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum On<'b> {
    /// That of the number of facts.
    Facts,
    /// That of a trait.
    Trait(Trait),
    /// That of what shares a cap: of a trait, what speaks by one signal.
    Cap(Trait, &'b str),
    Fit,
    ByEvidence,
    /// That of the mismatch at this place in the brief.
    Mismatch(usize),
    Overrides,
    Remedies,
    Change,
    Succession,
    /// That of the room at this place in the table.
    Room(usize),
}

/// Evidence that many numbers share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evident {
    /// The person's facts.
    Own,
    /// Of traits as they are used: the override in force, or the evidence.
    Used(TraitsOf),
    /// Of traits, whatever somebody set.
    Evidence(TraitsOf),
    /// Whatever speaks of a trait, also where it is not read today.
    Speaking(Trait),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum TraitsOf {
    All,
    One(Trait),
    Two(Trait, Trait),
}

impl TraitsOf {
    fn contains(self, of: Trait) -> bool {
        match self {
            Self::All => true,
            Self::One(one) => one == of,
            Self::Two(one, other) => one == of || other == of,
        }
    }
}

/// Everything asked of a brief and its facts, indexed once.
pub(super) struct Gather<'g, 'a> {
    brief: &'g Brief,
    policy: &'g Policy,
    seen: &'g Seen<'a>,
    /// The sets of facts that are evidence of numbers, the empty one first.
    sets: Vec<Vec<usize>>,
    shared: BTreeMap<Evident, usize>,
    /// Parts of sets, by the day on which their facts fell.
    by_day: BTreeMap<(usize, Day), usize>,
    zone: Zone,
    /// The person's facts by trait and signal of which they speak, also where they are not read today.
    speaking: BTreeMap<(Trait, &'g str), Vec<usize>>,
    /// Whether any fact ties two colleagues.
    tied: bool,
    /// What decides where the person is.
    home: Option<usize>,
    /// That, and what decides where the partner is.
    place: Vec<usize>,
    /// What everybody's traits rest on.
    everybody: OnceCell<Vec<usize>>,
}

impl<'g, 'a> Gather<'g, 'a> {
    pub(super) fn new(
        brief: &'g Brief,
        journal: &Journal,
        view: &View<'_, '_>,
        policy: &'g Policy,
        seen: &'g Seen<'a>,
    ) -> Self {
        let mut speaking: BTreeMap<(Trait, &str), Vec<usize>> = BTreeMap::new();
        for (place, fact) in seen.own() {
            for said in spoken(fact, policy) {
                speaking.entry((said.of, said.signal)).or_default().push(place);
            }
        }
        let mut own = seen.own().map(|(place, _)| place);
        // Without the latest fact the person may be looked for at another partner, or nowhere.
        let last =
            own.next_back().filter(|_| journal.partners_of(view.person).len() > 1 || own.next().is_none());
        let mut place: Vec<usize> = seen.standing(&where_it_is(seen)).collect();
        place.extend(last);
        Self {
            brief,
            policy,
            seen,
            sets: vec![Vec::new()],
            shared: BTreeMap::new(),
            by_day: BTreeMap::new(),
            zone: view.partner.zone,
            speaking,
            tied: seen.facts.iter().any(|fact| Tie::of(fact).is_some()),
            home: last,
            place,
            everybody: OnceCell::new(),
        }
    }

    /// The sets, each of them by its number.
    pub(super) fn into_sets(self) -> Vec<Vec<usize>> {
        self.sets
    }

    /// The set of facts that an object names, in fields that hold such ids; absent where it names none.
    pub(super) fn named(&mut self, entries: &[(String, Json)]) -> Option<usize> {
        let mut named = Vec::new();
        for (key, value) in entries {
            match value {
                Json::Text(id) if names_one(key) => named.extend(self.seen.place(id)),
                Json::List(items) if names_many(key) => {
                    for item in items {
                        if let Json::Text(id) = item {
                            named.extend(self.seen.place(id));
                        }
                    }
                }
                _ => {}
            }
        }
        (!named.is_empty()).then(|| self.set(named))
    }

    /// The evidence of the number at a path, and on what it rests; absent where its room has no line.
    pub(super) fn behind(&mut self, path: &[&str], around: usize) -> Option<(usize, On<'g>)> {
        let brief = self.brief;
        Some(match path {
            ["facts"] => (self.evident(Evident::Own), On::Facts),
            ["traits", index, rest @ ..] => self.behind_trait(item(&brief.traits, index)?, rest, around),
            ["fit", ..] => (self.evident(Evident::Used(TraitsOf::All)), On::Fit),
            ["by_evidence", ..] => (self.evident(Evident::Evidence(TraitsOf::All)), On::ByEvidence),
            ["mismatches", index, ..] => {
                let mismatch = item(&brief.mismatches, index)?;
                let two = TraitsOf::Two(mismatch.strong, mismatch.weak);
                (self.evident(Evident::Used(two)), On::Mismatch(index.parse().ok()?))
            }
            ["overrides", index, rest @ ..] => {
                let set = item(&brief.overrides, index)?;
                let own = match (set.of, rest) {
                    (Some(of), ["evidence_mean" | "evidence_lower" | "evidence_upper"]) => {
                        self.evident(Evident::Evidence(TraitsOf::One(of)))
                    }
                    _ => self.set(self.seen.place(set.fact.as_str()).into_iter().collect()),
                };
                (own, On::Overrides)
            }
            ["remedies", ..] => (self.evident(Evident::Used(TraitsOf::All)), On::Remedies),
            ["change", ..] => (around, On::Change),
            ["succession", ..] => (around, On::Succession),
            ["ladder", "rungs", index, "course", step, ..] => {
                let day = item(&item(&brief.ladder.rungs, index)?.course, step)?.day;
                (self.of_day(around, day), On::Room(room("ladder")?))
            }
            [name, ..] => (around, On::Room(room(name)?)),
            [] => return None,
        })
    }

    fn behind_trait(&mut self, estimate: &'g TraitEstimate, rest: &[&str], around: usize) -> (usize, On<'g>) {
        let of = estimate.of;
        let evident = match rest {
            // What a piece of evidence weighs depends on all that shares its cap: that is said once, as a context.
            ["evidence", index, what] => {
                let on = match item(&estimate.evidence, index) {
                    Some(evidence) if *what == "weight" => On::Cap(of, &evidence.signal),
                    _ => On::Trait(of),
                };
                return (around, on);
            }
            ["rising", ..] => Evident::Speaking(of),
            ["overridden", ..] | ["evidence_weight"] => Evident::Evidence(TraitsOf::One(of)),
            _ => Evident::Used(TraitsOf::One(of)),
        };
        (self.evident(evident), On::Trait(of))
    }

    fn evident(&mut self, which: Evident) -> usize {
        if let Some(known) = self.shared.get(&which) {
            return *known;
        }
        let places = match which {
            Evident::Own => self.counting(self.seen.own().map(|(place, _)| place).collect()),
            Evident::Used(traits) => self.used(traits),
            Evident::Evidence(traits) => self.evidence(|estimate| traits.contains(estimate.of)),
            Evident::Speaking(of) => self.counting(self.speaking_of(of)),
        };
        let set = self.set(places);
        self.shared.insert(which, set);
        set
    }

    /// Those of a set that fell on a day. A course has as many steps as a rung has days with facts: were each to name
    /// all facts of the rung, a trail would grow with their square.
    fn of_day(&mut self, set: usize, day: Day) -> usize {
        if let Some(known) = self.by_day.get(&(set, day)) {
            return *known;
        }
        let mut days: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
        for place in self.sets.get(set).map(Vec::as_slice).unwrap_or_default() {
            if let Some(fact) = self.seen.get(*place) {
                days.entry(fact.at.day_in(self.zone)).or_default().push(*place);
            }
        }
        days.entry(day).or_default();
        for (day, places) in days {
            let of_day = self.set(places);
            self.by_day.insert((set, day), of_day);
        }
        self.by_day.get(&(set, day)).copied().unwrap_or_default()
    }

    fn set(&mut self, places: Vec<usize>) -> usize {
        let places = sorted(places);
        if places.is_empty() {
            return 0;
        }
        let next = self.sets.len();
        self.sets.push(places);
        next
    }

    /// What the numbers of these traits rest on as they are used: the override in force, or the evidence.
    fn used(&self, traits: TraitsOf) -> Vec<usize> {
        let mut used = self.evidence(|own| traits.contains(own.of) && own.overridden.is_none());
        let of = self.brief.traits.iter().filter(|estimate| traits.contains(estimate.of));
        let set = of.filter_map(|estimate| estimate.overridden.as_ref());
        used.extend(set.filter_map(|overridden| self.seen.place(overridden.fact.as_str())));
        used
    }

    /// The evidence of some traits, whatever somebody set.
    fn evidence(&self, which: impl Fn(&TraitEstimate) -> bool) -> Vec<usize> {
        let of = self.brief.traits.iter().filter(|estimate| which(estimate));
        let evidence = of.flat_map(|estimate| &estimate.evidence);
        evidence.filter_map(|evidence| self.seen.place(evidence.fact.as_str())).collect()
    }

    /// The person's facts that speak of a trait, also where they are not read today.
    fn speaking_of(&self, of: Trait) -> Vec<usize> {
        let speaking = self.speaking.iter().filter(|((about, _), _)| *about == of);
        speaking.flat_map(|(_, places)| places).copied().collect()
    }

    fn counting(&self, places: Vec<usize>) -> Vec<usize> {
        self.seen.counting(&places).collect()
    }

    /// The name of a context.
    pub(super) fn name_of(&self, on: On<'_>) -> String {
        match on {
            On::Facts => "facts".to_owned(),
            On::Trait(of) => format!("traits/{of}"),
            On::Cap(of, signal) => format!("traits/{of}/{signal}"),
            On::Fit => "fit".to_owned(),
            On::ByEvidence => "by_evidence".to_owned(),
            On::Mismatch(index) => {
                let code = self.brief.mismatches.get(index).map(|mismatch| mismatch.pattern.as_str());
                format!("mismatches/{}", code.unwrap_or_default())
            }
            On::Overrides => "overrides".to_owned(),
            On::Remedies => "remedies".to_owned(),
            On::Change => "change".to_owned(),
            On::Succession => "succession".to_owned(),
            On::Room(index) => ROOMS.get(index).map(|room| room.name).unwrap_or_default().to_owned(),
        }
    }

    /// The context of that name.
    pub(super) fn context(&self, name: String, on: On<'_>) -> Resting {
        let (facts, settings) = match on {
            On::Facts => {
                let own: Vec<usize> = self.seen.own().map(|(place, _)| place).collect();
                (self.seen.disputes(&own).chain(self.home).collect(), Vec::new())
            }
            On::Trait(of) => (self.behind_trait_itself(of), self.settings_of_trait(of)),
            On::Cap(of, signal) => self.under_one_cap(of, signal),
            On::Fit => self.score_context(),
            On::ByEvidence | On::Overrides => self.set_context(),
            On::Mismatch(index) => {
                let mismatch = self.brief.mismatches.get(index);
                let two = mismatch.map(|mismatch| [mismatch.strong, mismatch.weak]).into_iter().flatten();
                let facts = two.clone().flat_map(|of| self.behind_trait_itself(of)).collect();
                let settings = ["/mismatch", "/estimate", "/signals"].map(str::to_owned).into_iter();
                (facts, settings.chain(two.map(|of| format!("/traits/{of}"))).collect())
            }
            On::Remedies => self.everybodys_context("ladder"),
            On::Change => self.change_context(),
            On::Succession => self.everybodys_context("spread"),
            On::Room(index) => ROOMS.get(index).map(|room| self.room_context(room)).unwrap_or_default(),
        };
        Resting { name, facts: sorted(facts), settings }
    }

    fn behind_trait_itself(&self, of: Trait) -> Vec<usize> {
        let speaking = self.speaking_of(of);
        let set: Vec<usize> = self.overrides(Some(of));
        let mut facts: Vec<usize> = self.seen.disputes(&speaking).chain(self.seen.disputes(&set)).collect();
        facts.extend(self.home);
        facts.extend(self.latest(&set));
        facts.extend(self.heard(|kind| self.policy.signals.get(kind.word()).is_some_and(|own| own.of == of)));
        if !set.is_empty() || self.any_ends(&speaking) {
            // The last day is the partner's.
            facts.extend(&self.place);
        }
        facts
    }

    fn settings_of_trait(&self, of: Trait) -> Vec<String> {
        let own = self.brief.traits.iter().find(|estimate| estimate.of == of);
        let signals: BTreeSet<&str> =
            own.into_iter().flat_map(|own| &own.evidence).map(|e| e.signal.as_str()).fill();
        let mut settings = vec!["/estimate".to_owned(), format!("/traits/{of}")];
        settings.extend(signals.into_iter().filter_map(|signal| self.setting_of(signal)));
        if own.is_some_and(|own| own.overridden.is_some()) {
            settings.push("/overrides".to_owned());
        }
        settings
    }

    fn setting_of(&self, signal: &str) -> Option<String> {
        self.policy.signals.contains_key(signal).then(|| pointer(&["signals", signal]))
    }

    /// The evidence of a trait that shares a cap with what speaks by this signal, and what decides whether it does.
    /// Each rater's ratings have a cap of their own, but one context for all: of raters there may be any number.
    fn under_one_cap(&self, of: Trait, signal: &str) -> (Vec<usize>, Vec<String>) {
        let own = self.brief.traits.iter().filter(|estimate| estimate.of == of);
        let evidence = own.flat_map(|estimate| &estimate.evidence).filter(|e| e.signal == signal);
        let mut facts: Vec<usize> = evidence.filter_map(|e| self.seen.place(e.fact.as_str())).collect();
        let speaking = self.speaking.get(&(of, signal)).map(Vec::as_slice).unwrap_or_default();
        facts.extend(self.seen.disputes(speaking).chain(self.home));
        if signal == RATING && self.any_ends(speaking) {
            facts.extend(&self.place);
        }
        // Voices of the network share one cap, and what each of them counts rests on all ties.
        facts.extend(self.heard(|kind| kind.word() == signal));
        let settings = std::iter::once("/estimate".to_owned()).chain(self.setting_of(signal)).collect();
        (facts, settings)
    }

    /// Whether any of these facts counts up to a last day.
    fn any_ends(&self, places: &[usize]) -> bool {
        let ends = |fact: &Fact| matches!(&fact.event, Event::Rating(rating) if rating.expires.is_some());
        places.iter().filter_map(|place| self.seen.get(*place)).any(ends)
    }

    /// What the network's voices rest on: everybody's ties of some kinds, and who has left.
    fn heard(&self, which: impl Fn(TieKind) -> bool) -> Vec<usize> {
        let kinds: Vec<TieKind> = TieKind::ALL.iter().copied().filter(|kind| which(*kind)).collect();
        if kinds.is_empty() || !self.tied {
            return Vec::new();
        }
        let reads = |fact: &Fact| {
            let who = matches!(fact.event, Event::PersonLeft(_) | Event::PersonRegistered(_));
            who || Tie::of(fact).is_some_and(|tie| kinds.contains(&tie.kind))
        };
        self.seen.standing(&self.seen.all(reads)).collect()
    }

    fn score_context(&self) -> (Vec<usize>, Vec<String>) {
        let facts = Trait::ALL.iter().flat_map(|of| self.behind_trait_itself(*of)).collect();
        (facts, ["/fit", "/traits", "/estimate", "/signals"].map(str::to_owned).to_vec())
    }

    /// What overrides rest on, and what is shown beside them.
    fn set_context(&self) -> (Vec<usize>, Vec<String>) {
        let (mut facts, mut settings) = self.score_context();
        let readiness = self.overrides(None);
        facts.extend(
            Trait::ALL
                .iter()
                .flat_map(|of| self.seen.disputes(&self.overrides(Some(*of))).collect::<Vec<_>>()),
        );
        facts.extend(self.seen.disputes(&readiness));
        facts.extend(self.latest(&readiness));
        facts.extend(&self.place);
        settings.push("/overrides".to_owned());
        (facts, settings)
    }

    /// What rests on everybody's traits, and on what another room reads.
    fn everybodys_context(&self, other: &str) -> (Vec<usize>, Vec<String>) {
        let everybody = self.everybody.get_or_init(|| {
            let speaks = |fact: &Fact| {
                matches!(fact.event, Event::Override(_) | Event::PersonLeft(_) | Event::PersonRegistered(_))
                    || Tie::of(fact).is_some()
                    || !spoken(fact, self.policy).is_empty()
            };
            self.seen.standing(&self.seen.all(speaks)).chain(self.place.iter().copied()).collect()
        });
        let mut facts = everybody.clone();
        let mut settings = OF_TRAITS.map(str::to_owned).to_vec();
        if let Some(room) = ROOMS.iter().find(|room| room.name == other) {
            let (also, by) = self.room_context(room);
            facts.extend(also);
            settings.extend(by);
        }
        (facts, settings)
    }

    /// At the earlier date facts counted that others have replaced or settled since.
    fn change_context(&self) -> (Vec<usize>, Vec<String>) {
        let (mut facts, settings) = self.everybodys_context("ladder");
        facts.extend(self.seen.all(
            |fact| matches!(&fact.event, Event::Contest(contest) if contest.step != ContestStep::Commented),
        ));
        // What was withdrawn since then counted at the time.
        facts.extend((0..self.seen.len()).filter(|place| self.seen.is_withdrawn(*place)));
        (facts, settings)
    }

    /// Facts without which somebody would not be known at the partner at all.
    fn by_which_known(&self) -> Vec<usize> {
        let mut people: BTreeMap<&PersonId, Vec<usize>> = BTreeMap::new();
        for (place, fact) in self.seen.facts.iter().enumerate() {
            if let Some(person) = &fact.person {
                people.entry(person).or_default().push(place);
            }
        }
        let lone = |facts: Vec<usize>| -> Vec<usize> {
            let mut counting = self.seen.counting(&facts);
            match (counting.next(), counting.next()) {
                (one, None) => one.into_iter().chain(self.seen.disputes(&facts)).collect(),
                _ => Vec::new(),
            }
        };
        people.into_values().flat_map(lone).collect()
    }

    fn room_context(&self, room: &Room) -> (Vec<usize>, Vec<String>) {
        let reads = |(place, fact): &(usize, &Fact)| {
            let of = fact.event.type_name();
            let near = fact.person.is_none() || self.seen.is_own(*place);
            near && room.reads.contains(&of) || room.of_everybody.contains(&of)
        };
        let read: Vec<usize> =
            self.seen.facts.iter().enumerate().filter(reads).map(|(place, _)| place).collect();
        let mut facts: Vec<usize> = self.seen.standing(&read).chain(self.place.iter().copied()).collect();
        if room.of_everybody.contains(&EXISTENCE) {
            facts.extend(self.by_which_known());
        }
        let settings = ["/place"].iter().chain(room.settings).map(|of| (*of).to_owned()).collect();
        (facts, settings)
    }

    /// The person's overrides of a trait, or of the readiness.
    fn overrides(&self, of: Option<Trait>) -> Vec<usize> {
        let set = |fact: &Fact| Override::of(&fact.event).is_some_and(|set| set.of == of);
        self.seen.own().filter(|(_, fact)| set(fact)).map(|(place, _)| place).collect()
    }

    /// The last of these facts that counts.
    fn latest(&self, places: &[usize]) -> Option<usize> {
        self.seen.counting(places).last()
    }
}

/// The registrations of the partner that give its zone and its calendar, and those that no longer count.
fn where_it_is(seen: &Seen<'_>) -> Vec<usize> {
    seen.all(|fact| match &fact.event {
        Event::PartnerRegistered(event) => {
            fact.person.is_none() && (event.zone.is_some() || event.calendar.is_some())
        }
        _ => false,
    })
}

/// The place of a room in the table.
fn room(name: &str) -> Option<usize> {
    ROOMS.iter().position(|room| room.name == name)
}

fn item<'b, T>(items: &'b [T], index: &str) -> Option<&'b T> {
    items.get(index.parse::<usize>().ok()?)
}

fn sorted(mut places: Vec<usize>) -> Vec<usize> {
    places.order();
    places.dedup();
    places
}

/// Whether a field holds the id of a fact.
fn names_one(key: &str) -> bool {
    matches!(key, "fact" | "question" | "answer" | "appointed_by" | "last_record" | "last_brief" | "given")
        || key.ends_with("_fact")
}

/// Whether a field holds ids of facts.
fn names_many(key: &str) -> bool {
    matches!(key, "evidence" | "contested" | "by" | "given" | "unplanned" | "recognised" | "recent" | "facts")
}
