//! What is behind a number: its evidence by the ids that the rooms give, and which context it rests on.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::seen::Seen;
use crate::answer::brief::Brief;
use crate::answer::room::ROOMS;
use crate::calendar::{Day, Zone};
use crate::fact::{Event, Fact, Journal, Trait};
use crate::json::Json;
use crate::partner::network::Tie;
use crate::partner::view::View;
use crate::person::estimate::{TraitEstimate, spoken};
use crate::policy::Policy;

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
    pub(super) brief: &'g Brief,
    pub(super) policy: &'g Policy,
    pub(super) seen: &'g Seen<'a>,
    /// The sets of facts that are evidence of numbers, the empty one first.
    sets: Vec<Vec<usize>>,
    shared: BTreeMap<Evident, usize>,
    /// Parts of sets, by the day on which their facts fell.
    by_day: BTreeMap<(usize, Day), usize>,
    zone: Zone,
    /// The person's facts by trait and signal of which they speak, also where they are not read today.
    pub(super) speaking: BTreeMap<(Trait, &'g str), Vec<usize>>,
    /// Whether any fact ties two colleagues.
    pub(super) tied: bool,
    /// What decides where the person is.
    pub(super) home: Option<usize>,
    /// That, and what decides where the partner is.
    pub(super) place: Vec<usize>,
    /// What everybody's traits rest on.
    pub(super) everybody: OnceCell<Vec<usize>>,
    /// Facts without which somebody would not be known at the partner at all.
    pub(super) lone: OnceCell<Vec<usize>>,
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
            lone: OnceCell::new(),
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
        let places = self.seen.in_order(places);
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
    pub(super) fn speaking_of(&self, of: Trait) -> Vec<usize> {
        let speaking = self.speaking.iter().filter(|((about, _), _)| *about == of);
        speaking.flat_map(|(_, places)| places).copied().collect()
    }

    fn counting(&self, places: Vec<usize>) -> Vec<usize> {
        self.seen.counting(&places).collect()
    }
}

/// The registrations of the partner that give its zone and its calendar, and those that no longer count.
fn where_it_is(seen: &Seen<'_>) -> Vec<usize> {
    let says = |fact: &Fact| match &fact.event {
        Event::PartnerRegistered(event) => {
            fact.person.is_none() && (event.zone.is_some() || event.calendar.is_some())
        }
        _ => false,
    };
    let known = seen.of_type("partner_registered").iter().copied();
    known.filter(|place| seen.get(*place).is_some_and(says)).collect()
}

/// The place of a room in the table.
fn room(name: &str) -> Option<usize> {
    ROOMS.iter().position(|room| room.name == name)
}

fn item<'b, T>(items: &'b [T], index: &str) -> Option<&'b T> {
    items.get(index.parse::<usize>().ok()?)
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
