//! What numbers rest on beside their evidence: for each context the facts that are read for it, and the settings.

use std::collections::{BTreeMap, BTreeSet};

use super::behind::{Gather, On, Resting};
use super::gather::pointer;
use super::room::OF_TRAITS;
use crate::answer::room::{EXISTENCE, OWN_DEALS, ROOMS, Room};
use crate::fact::TieKind;
use crate::fact::{ContestStep, DealId, Event, EventType as _, Fact, Override, PersonId, Trait};
use crate::order::Fill as _;
use crate::partner::deal::step;
use crate::partner::network::Tie;
use crate::person::estimate::{RATING, spoken};

impl Gather<'_, '_> {
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
        Resting { name, facts: self.seen.in_order(facts), settings }
    }

    fn behind_trait_itself(&self, of: Trait) -> Vec<usize> {
        let speaking = self.speaking_of(of);
        let set: Vec<usize> = self.overrides(Some(of));
        let mut facts: Vec<usize> = self.seen.disputes(&speaking).chain(self.seen.disputes(&set)).collect();
        facts.extend(self.home);
        facts.extend(self.about_deals_of(&speaking));
        facts.extend(self.latest(&set));
        facts.extend(self.heard(|kind| self.speaks_of(kind, of)));
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
        settings.extend(self.setting_of_voices(|kind| self.speaks_of(kind, of)));
        settings
    }

    fn speaks_of(&self, kind: TieKind, of: Trait) -> bool {
        self.policy.signals.get(kind.word()).is_some_and(|own| own.of == of)
    }

    /// How many voices the network needs to say anything, where it may.
    fn setting_of_voices(&self, which: impl Fn(TieKind) -> bool) -> Option<String> {
        let may = self.tied && TieKind::ALL.iter().any(|kind| which(*kind));
        may.then(|| "/network".to_owned())
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
        facts.extend(self.about_deals_of(speaking));
        if signal == RATING && self.any_ends(speaking) {
            facts.extend(&self.place);
        }
        // Voices of the network share one cap, and what each of them counts rests on all ties.
        let its = |kind: TieKind| kind.word() == signal;
        facts.extend(self.heard(its));
        let settings = std::iter::once("/estimate".to_owned()).chain(self.setting_of(signal));
        (facts, settings.chain(self.setting_of_voices(its)).collect())
    }

    /// What anybody's facts say of the deals that these facts name: how a deal stands, and whether an order or a loss
    /// was taken back.
    fn about_deals_of(&self, places: &[usize]) -> Vec<usize> {
        let deal_of = |place: &usize| Some(step(self.seen.get(*place)?, self.policy)?.0);
        let deals: BTreeSet<&DealId> = places.iter().filter_map(deal_of).fill();
        if deals.is_empty() {
            return Vec::new();
        }
        let all = ["activity", "deal"].into_iter().flat_map(|of| self.seen.of_type(of));
        let about: Vec<usize> =
            all.copied().filter(|place| deal_of(place).is_some_and(|deal| deals.contains(deal))).collect();
        self.seen.standing(&about).collect()
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
        let ties = ["consulted", "worked_with"].into_iter().flat_map(|of| self.seen.of_type(of));
        let makes = |place: &usize| {
            let tie = self.seen.get(*place).and_then(Tie::of);
            tie.is_some_and(|tie| kinds.contains(&tie.kind))
        };
        let mut read: Vec<usize> = ties.copied().filter(makes).collect();
        read.extend(["person_left", "person_registered"].into_iter().flat_map(|of| self.seen.of_type(of)));
        self.seen.standing(&read).collect()
    }

    fn score_context(&self) -> (Vec<usize>, Vec<String>) {
        let facts = Trait::ALL.iter().flat_map(|of| self.behind_trait_itself(*of)).collect();
        (facts, ["/fit", "/traits", "/estimate", "/signals"].map(str::to_owned).to_vec())
    }

    /// What overrides rest on, and what is shown beside them.
    fn set_context(&self) -> (Vec<usize>, Vec<String>) {
        let (mut facts, mut settings) = self.score_context();
        let readiness = self.overrides(None);
        for set in Trait::ALL.iter().map(|of| self.overrides(Some(*of))).chain([readiness.clone()]) {
            facts.extend(self.seen.disputes(&set));
        }
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
                    || step(fact, self.policy).is_some()
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
        let is_near = |place: &usize| {
            self.seen.is_own(*place) || self.seen.get(*place).is_some_and(|fact| fact.person.is_none())
        };
        let near = room.reads.iter().flat_map(|of| self.seen.of_type(of)).copied().filter(is_near);
        let everybodys = room.of_everybody.iter().flat_map(|of| self.seen.of_type(of)).copied();
        let mut read: Vec<usize> = near.chain(everybodys).collect();
        if room.reads.contains(&OWN_DEALS) {
            let own: Vec<usize> = self.seen.own().map(|(place, _)| place).collect();
            read.extend(self.about_deals_of(&own));
        }
        let mut facts: Vec<usize> = self.seen.standing(&read).chain(self.place.iter().copied()).collect();
        if room.of_everybody.contains(&EXISTENCE) {
            facts.extend(self.lone.get_or_init(|| self.by_which_known()));
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
