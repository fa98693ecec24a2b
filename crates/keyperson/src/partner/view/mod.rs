//! The view: what the journal holds about one partner and one person up to the as-of, indexed once.
//!
//! All questions read from here. Facts after the as-of are not seen. A fact whose dispute was upheld does not count.
//! A fact that is still disputed counts with reduced weight and is shown as contested.

mod past;
mod person;

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::{self, Calendar, Day, Instant, Zone};
use crate::error::{Error, Place, ProblemKind, Registered};
use crate::fact::{
    Contest, ContestStep, Event, EventKind, EventType, Fact, FactId, Journal, PartnerId, PartnerRegistered,
    PersonId, TieKind,
};
use crate::order::{Fill as _, Order as _};
use crate::partner::deal::Deals;
use crate::partner::network::{Network, Silence, Tie, Ties};
use crate::partner::work::Work;
use crate::policy::Policy;

pub(crate) use past::Past;
pub use person::View;

/// How much of an answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Everything: a page.
    Page,
    /// What its findings rest on, and no lists of colleagues: a row among many, so that rows of a large partner do not
    /// take time with the square of its people.
    Row,
}

/// What the journal holds of one partner.
#[derive(Debug, Clone)]
pub struct PartnerView<'a> {
    /// The partner.
    pub partner: &'a PartnerId,
    /// Its name, where registered.
    pub name: Option<&'a str>,
    /// The instant of the question.
    pub as_of: Instant,
    /// The zone in which its days are counted.
    pub zone: Zone,
    /// Its business calendar.
    pub calendar: Calendar,
    /// The local day of the as-of.
    pub today: Day,
    /// Facts about the whole partner, by instant.
    pub shared: Vec<&'a Fact>,
    people: People<'a>,
    /// How many of them have not left.
    present: usize,
    /// Those of these who ever worked or gave a signal, by when they first did, then by id.
    active: Vec<Active<'a>>,
    contested: Disputes<'a>,
    withdrawn: Disputes<'a>,
    ties: BTreeMap<&'a PersonId, Vec<Tie<'a>>>,
    networks: Vec<Network<'a>>,
    work: Work<'a>,
    deals: Deals<'a>,
    /// Every fact up to the as-of, those that do not count among them.
    pub(crate) seen: &'a [Fact],
}

/// Somebody who ever worked or gave a signal.
#[derive(Debug, Clone)]
pub struct Active<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// The facts that say so, by instant, then id.
    facts: Vec<&'a Fact>,
}

impl<'a> Active<'a> {
    /// The first of them.
    #[must_use]
    pub fn first(&self) -> Option<&'a Fact> {
        self.facts.first().copied()
    }

    /// The first of them at an instant or later.
    #[must_use]
    pub fn first_since(&self, from: Instant) -> Option<&'a Fact> {
        self.facts.get(self.facts.partition_point(|fact| fact.at < from)).copied()
    }
}

impl<'a> PartnerView<'a> {
    /// Indexes the partner's facts up to the as-of.
    ///
    /// # Errors
    /// `unknown_calendar` where the partner was registered with one that neither the policy nor the crate has.
    pub fn new(
        journal: &'a Journal,
        partner: &'a PartnerId,
        policy: &Policy,
        as_of: Instant,
    ) -> Result<Self, Error> {
        let index = Index::of(journal, partner, policy, as_of);
        let (mut name, mut zone, mut calendar) = (None, None, None);
        for (fact, event) in of_type::<PartnerRegistered>(&index.shared) {
            name = event.name.as_ref().map(AsRef::as_ref).or(name);
            zone = event.zone.or(zone);
            calendar = event.calendar.as_ref().map(|calendar| (fact, calendar)).or(calendar);
        }
        let zone = policy.zone_or(zone);
        let calendar_name = calendar.map_or(&policy.place.calendar, |(_, calendar)| calendar);
        let Some(calendar) = policy.calendar(calendar_name.as_str()) else {
            let known = calendar::NAMES.join(", ");
            let whose =
                Registered(calendar.map(|(fact, _)| Box::new((partner.to_string(), fact.id.to_string()))));
            let kind = ProblemKind::UnknownCalendar { found: calendar_name.to_string(), known, whose };
            return Err(Error::one(Place::at("/calendar"), kind));
        };
        Ok(index.view(partner, (name, zone, calendar), policy, as_of))
    }

    /// The people of whom there are facts, sorted by id.
    pub fn people(&self) -> impl Iterator<Item = &'a PersonId> {
        self.people.keys().copied()
    }

    /// The views of the people of whom there are facts, by id.
    pub fn everybody(&self) -> impl Iterator<Item = View<'_, 'a>> {
        self.people.iter().map(|(person, facts)| self.view(person, facts))
    }

    /// How many people have not left.
    #[must_use]
    pub const fn present(&self) -> usize {
        self.present
    }

    /// Those of them who ever worked or gave a signal, by when they first did, then by id.
    #[must_use]
    pub fn active(&self) -> &[Active<'a>] {
        &self.active
    }

    /// Those of them who first did so at an instant or later.
    #[must_use]
    pub fn active_since(&self, from: Instant) -> &[Active<'a>] {
        let earlier = self.active.partition_point(|of| of.first().is_some_and(|first| first.at < from));
        self.active.get(earlier..).unwrap_or_default()
    }

    /// Every fact seen: those of the whole partner, then person by person, of each by instant.
    pub fn facts(&self) -> impl Iterator<Item = &'a Fact> {
        self.shared.iter().chain(self.people.values().flat_map(|facts| &facts.all)).copied()
    }

    /// The view of one person; empty where there is no fact.
    #[must_use]
    pub fn person(&self, person: &'a PersonId) -> View<'_, 'a> {
        match self.people.get_key_value(person) {
            Some((person, facts)) => self.view(person, facts),
            None => View { partner: self, person, facts: &[], by_kind: &[], left: None },
        }
    }

    fn view<'v>(&'v self, person: &'a PersonId, facts: &'v Facts<'a>) -> View<'v, 'a> {
        View { partner: self, person, facts: &facts.all, by_kind: &facts.by_kind, left: facts.left }
    }

    /// The fact by which somebody disputes `id`, where the dispute is open.
    #[must_use]
    pub fn contest_of(&self, id: &FactId) -> Option<&'a Fact> {
        self.contested.get(id).copied()
    }

    /// Facts that do not count because their dispute was upheld, with the fact that says so.
    pub fn withdrawn(&self) -> impl Iterator<Item = (&'a FactId, &'a Fact)> {
        self.withdrawn.iter().map(|(id, by)| (*id, *by))
    }

    /// The facts that tie a person to colleagues, the person's own and those that name the person, by instant.
    #[must_use]
    pub fn ties_of(&self, person: &PersonId) -> &[Tie<'a>] {
        self.ties.get(person).map(Vec::as_slice).unwrap_or_default()
    }

    /// Who turns to whom: each kind of tie at the as-of, then at the beginning of the days over which a rise is
    /// looked for. Empty where nobody's ties are recorded; without a kind that the policy has no signal for.
    #[must_use]
    pub fn networks(&self) -> &[Network<'a>] {
        &self.networks
    }

    /// Whether any fact ties anybody here to a colleague.
    #[must_use]
    pub fn has_ties(&self) -> bool {
        !self.ties.is_empty()
    }

    /// What everybody here did.
    #[must_use]
    pub fn work(&self) -> &Work<'a> {
        &self.work
    }

    /// The registered name of a person.
    #[must_use]
    pub fn name_of(&self, person: &PersonId) -> Option<&'a str> {
        let (person, _) = self.people.get_key_value(person)?;
        self.person(person).name()
    }

    /// The partner's deals.
    #[must_use]
    pub fn deals(&self) -> &Deals<'a> {
        &self.deals
    }

    /// The local day of an instant.
    #[must_use]
    pub fn day_of(&self, at: Instant) -> Day {
        at.day_in(self.zone)
    }
}

/// The partner at which the person is: that of the latest fact up to the as-of.
pub(crate) fn partner_of<'j>(
    journal: &'j Journal,
    person: &PersonId,
    as_of: Instant,
) -> Result<&'j PartnerId, Error> {
    let latest = |partner: &'j PartnerId| {
        let facts = journal.of_partner(partner).iter().take_while(|fact| fact.at <= as_of);
        let at = facts.filter(|fact| fact.person.as_ref() == Some(person)).map(|fact| fact.at).last()?;
        Some((at, partner))
    };
    journal.partners_of(person).iter().filter_map(latest).max().map(|(_, partner)| partner).ok_or_else(|| {
        Error::one(Place::at("/person"), ProblemKind::UnknownPerson { found: person.to_string() })
    })
}

/// Makes sure that every partner's calendar is known, before anything is computed: all those that are not are told.
///
/// # Errors
/// As [`PartnerView::new`], for every partner.
pub(crate) fn check_calendars(journal: &Journal, policy: &Policy, as_of: Instant) -> Result<(), Error> {
    let doubtful = |partner: &&PartnerId| {
        journal.of_partner(partner).iter().any(|fact| match &fact.event {
            Event::PartnerRegistered(PartnerRegistered { calendar: Some(calendar), .. }) => {
                policy.calendar(calendar.as_str()).is_none()
            }
            _ => false,
        })
    };
    let asked = journal.partners().filter(doubtful);
    let mut refused = asked.filter_map(|partner| PartnerView::new(journal, partner, policy, as_of).err());
    let Some(mut error) = refused.next() else { return Ok(()) };
    refused.for_each(|later| error.append(later));
    Err(error)
}

/// What each person did.
type People<'a> = BTreeMap<&'a PersonId, Facts<'a>>;

/// The facts of one type, by instant, then id.
type OfKind<'a> = (EventKind, Vec<&'a Fact>);

/// A person's facts, by instant, then id.
#[derive(Debug, Clone, Default)]
struct Facts<'a> {
    all: Vec<&'a Fact>,
    /// The same ones: most rooms look for one type, and there are few types that anybody has facts of.
    by_kind: Vec<OfKind<'a>>,
    /// The fact by which the person left and was not registered again.
    left: Option<&'a Fact>,
    /// Those of them that are work or a signal.
    active: Vec<&'a Fact>,
}

impl<'a> Facts<'a> {
    fn push(&mut self, fact: &'a Fact) {
        self.all.push(fact);
        match &fact.event {
            Event::PersonLeft(_) => self.left = Some(fact),
            Event::Activity(_) | Event::Deal(_) | Event::Signal(_) => self.active.push(fact),
            Event::PersonRegistered(_) if self.left.is_some_and(|left| fact.at > left.at) => self.left = None,
            _ => {}
        }
        let kind = fact.event.kind();
        match self.by_kind.iter_mut().find(|(of, _)| *of == kind) {
            Some((_, facts)) => facts.push(fact),
            None => self.by_kind.push((kind, vec![fact])),
        }
    }
}

/// Those of one type.
fn of_kind<'v, 'a, T: EventType>(by_kind: &'v [OfKind<'a>]) -> &'v [&'a Fact] {
    by_kind.iter().find(|(of, _)| *of == T::KIND).map(|(_, facts)| facts.as_slice()).unwrap_or_default()
}

/// The ties of each kind; none where there are no ties.
fn all_ties<'a>(ties: &[Tie<'a>]) -> Vec<Ties<'a>> {
    let kinds = TieKind::ALL.iter().filter(|_| !ties.is_empty());
    kinds.map(|kind| Ties::of(*kind, ties)).collect()
}

fn up_to_slice(facts: &[Fact], at: Instant) -> &[Fact] {
    facts.get(..facts.partition_point(|fact| fact.at <= at)).unwrap_or_default()
}

/// A partner's facts up to an instant, by whom they are about, and what all its people share.
struct Index<'a> {
    seen: &'a [Fact],
    /// Those that count, by instant, then id.
    counting: Vec<&'a Fact>,
    shared: Vec<&'a Fact>,
    people: People<'a>,
    contested: Disputes<'a>,
    withdrawn: Disputes<'a>,
    ties: TiesOf<'a>,
    networks: Vec<Network<'a>>,
    work: Work<'a>,
}

impl<'a> Index<'a> {
    fn of(journal: &'a Journal, partner: &PartnerId, policy: &Policy, as_of: Instant) -> Self {
        let seen = up_to_slice(journal.of_partner(partner), as_of);
        let (contested, withdrawn) = disputes(seen.iter());
        let (known, whose) = journal.people_of(partner);
        let mut counting = Vec::with_capacity(seen.len());
        let mut by_place: Vec<Facts<'_>> = Vec::new();
        by_place.resize_with(known.len(), Facts::default);
        let mut shared = Vec::new();
        let mut ties: Vec<Tie<'_>> = Vec::new();
        for (fact, whose) in seen.iter().zip(whose).filter(|(fact, _)| !withdrawn.contains_key(&fact.id)) {
            counting.push(fact);
            match whose.and_then(|place| by_place.get_mut(place)) {
                Some(facts) => facts.push(fact),
                None => shared.push(fact),
            }
            ties.extend(Tie::of(fact));
        }
        let people = known.iter().zip(by_place).filter(|(_, facts)| !facts.all.is_empty());
        let people: People<'_> = people.fill();
        let left = people.iter().filter(|(_, facts)| facts.left.is_some());
        let left: BTreeSet<&PersonId> = left.map(|(person, _)| *person).fill();
        let silence = Silence { contested: &contested, withdrawn: &withdrawn, left: &left };
        let networks = networks(&ties, silence, policy, as_of);
        let mut by_person: TiesOf<'_> = BTreeMap::new();
        for tie in &ties {
            by_person.entry(tie.from).or_default().push(*tie);
            by_person.entry(tie.whom).or_default().push(*tie);
        }
        let work = Work::of(counting.iter().copied());
        Self { seen, counting, shared, people, contested, withdrawn, ties: by_person, networks, work }
    }

    fn view(
        self,
        partner: &'a PartnerId,
        (name, zone, calendar): (Option<&'a str>, Zone, Calendar),
        policy: &Policy,
        as_of: Instant,
    ) -> PartnerView<'a> {
        let deals = Deals::of(self.counting.into_iter(), policy, |fact| fact.at.day_in(zone));
        let mut people = self.people;
        let mut present = 0_usize;
        let mut active: Vec<Active<'_>> = Vec::new();
        for (person, facts) in people.iter_mut().filter(|(_, facts)| facts.left.is_none()) {
            present = present.saturating_add(1);
            if !facts.active.is_empty() {
                active.push(Active { person, facts: std::mem::take(&mut facts.active) });
            }
        }
        // A stable sort leaves those of one instant by id.
        active.order_by_key(|of| of.first().map(|first| first.at));
        PartnerView {
            present,
            active,
            deals,
            partner,
            name,
            as_of,
            zone,
            calendar,
            today: as_of.day_in(zone),
            shared: self.shared,
            people,
            contested: self.contested,
            withdrawn: self.withdrawn,
            ties: self.ties,
            networks: self.networks,
            work: self.work,
            seen: self.seen,
        }
    }
}

type Disputes<'a> = BTreeMap<&'a FactId, &'a Fact>;

/// Open disputes and upheld ones: the latest step about a fact decides.
fn disputes<'a>(facts: impl Iterator<Item = &'a Fact>) -> (Disputes<'a>, Disputes<'a>) {
    let (mut contested, mut withdrawn) = (BTreeMap::new(), BTreeMap::new());
    let contests = facts.filter_map(|fact| Some((fact, Contest::of(&fact.event)?)));
    for (fact, contest) in contests.filter(|(_, of)| of.step != ContestStep::Commented) {
        contested.remove(&contest.fact);
        withdrawn.remove(&contest.fact);
        match contest.step {
            ContestStep::Raised => contested.insert(&contest.fact, fact),
            ContestStep::Upheld => withdrawn.insert(&contest.fact, fact),
            ContestStep::Rejected | ContestStep::Commented => None,
        };
    }
    (contested, withdrawn)
}

type TiesOf<'a> = BTreeMap<&'a PersonId, Vec<Tie<'a>>>;

/// What the voices say at the as-of, and at the beginning of the days over which a rise is looked for.
fn networks<'a>(
    ties: &[Tie<'a>],
    silence: Silence<'_, 'a>,
    policy: &Policy,
    as_of: Instant,
) -> Vec<Network<'a>> {
    let ties = all_ties(ties);
    let days = policy.estimate.rising_days.get();
    let before = days.checked_mul(86_400).and_then(|seconds| as_of.checked_sub_seconds(seconds));
    let at = std::iter::once(as_of).chain(before);
    let heard =
        at.flat_map(|at| ties.iter().filter_map(move |ties| Network::hear(ties, at, silence, policy)));
    heard.map(Network::for_everybody).collect()
}

/// The facts of one type, by instant.
pub(crate) fn of_type<'a, T: EventType + 'a>(
    facts: &[&'a Fact],
) -> impl DoubleEndedIterator<Item = (&'a Fact, &'a T)> {
    facts.iter().filter_map(|fact| T::of(&fact.event).map(|event| (*fact, event)))
}
