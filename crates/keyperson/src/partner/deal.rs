//! Deals: what a partner's facts say about each deal, indexed once for all people and all questions.
//!
//! A deal belongs to a partner and is led by the person whom the latest fact about it names. It reaches a stage with
//! the first fact that says so: a `deal` fact of the stage, or an activity that names the deal and counts for that
//! stage.
//!
//! The latest fact decides the state of a deal. A lost deal is open again if a later fact says that it reached a
//! stage. A won deal stays won, whatever work goes on. Only a later `deal` fact of another stage takes the order
//! back, unless the order is the first known fact of the deal: then the deal was entered late. A closing that was
//! taken back does not count anywhere: not in counts, not in the track record, not in what is learned from closed
//! deals. Facts of the same instant are read in this order: open stages, loss, order.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Day;
use crate::fact::{self, DealId, Event, Fact, FactId, PersonId, Stage, Story};
use crate::order::Order as _;
use crate::policy::Policy;

/// The deals of a partner up to the as-of.
#[derive(Debug, Clone, Default)]
pub struct Deals<'a> {
    /// By id.
    pub all: Vec<Deal<'a>>,
    /// Places in `all` of those that each person leads.
    led: BTreeMap<&'a PersonId, Vec<usize>>,
    /// Places of those that nobody is known to lead.
    unled: Vec<usize>,
    /// Places of those for which each person did something.
    with: BTreeMap<&'a PersonId, Vec<usize>>,
    /// How many are neither won nor lost.
    open: usize,
    /// Places of those won, the first win first.
    won: Vec<usize>,
    /// Places of the deals that repeat each won one, by its place.
    repeated: BTreeMap<usize, Vec<usize>>,
    /// Orders and losses that a later fact took back.
    taken_back: BTreeSet<&'a FactId>,
}

/// One deal.
#[derive(Debug, Clone)]
pub struct Deal<'a> {
    /// Its id.
    pub id: &'a DealId,
    /// Who leads it; absent where no fact about it names anybody.
    pub lead: Option<Said<'a, &'a PersonId>>,
    /// Name of deal or customer, the latest.
    pub name: Option<Said<'a, &'a str>>,
    /// Industry of the customer, the latest.
    pub industry: Option<Said<'a, &'a str>>,
    /// Region of the customer, the latest.
    pub region: Option<Said<'a, &'a str>>,
    /// Product, the latest.
    pub product: Option<Said<'a, &'a str>>,
    /// Amount, the latest.
    pub amount: Option<Said<'a, f64>>,
    /// Currency of the amount, the latest.
    pub currency: Option<Said<'a, &'a str>>,
    /// Employees of the customer, the latest.
    pub employees: Option<Said<'a, f64>>,
    /// The deal whose approach it repeats, the latest named; never itself.
    pub like: Option<Said<'a, &'a DealId>>,
    /// The stories of it, by instant.
    pub stories: Vec<(&'a Fact, &'a Story)>,
    /// The first fact of each stage reached, in the order of the stages, with its local day. Of orders and losses the
    /// one that holds alone.
    pub stages: Vec<Reached<'a>>,
    /// Who did something for it.
    pub people: BTreeSet<&'a PersonId>,
    /// The latest fact about it.
    pub latest: &'a Fact,
    /// The furthest stage since the deal was last opened.
    furthest: Option<Reached<'a>>,
    outcome: Outcome<'a>,
}

/// A stage, the local day on which a deal reached it, and the fact that says so.
pub type Reached<'a> = (Stage, Day, &'a Fact);

/// A value and the fact that says so.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a, T> {
    /// The value.
    pub value: T,
    /// The fact.
    pub fact: &'a Fact,
}

/// How a deal stands.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// Ordered, by this fact on this day.
    Won(Day, &'a Fact),
    /// Lost and never ordered.
    Lost(Day, &'a Fact),
    /// Neither.
    Open,
}

impl<'a> Deals<'a> {
    /// Indexes a partner's deals from its facts, given by instant, then id; `day_of` tells the local day of one.
    #[must_use]
    pub(crate) fn of(
        facts: impl Iterator<Item = &'a Fact>,
        policy: &Policy,
        day_of: impl Fn(&Fact) -> Day,
    ) -> Self {
        let mut deals: BTreeMap<&'a DealId, (Deal<'a>, Vec<Said<'a, Stage>>)> = BTreeMap::new();
        let mut stories: Vec<(&'a Fact, &'a Story)> = Vec::new();
        for fact in facts {
            if let Event::Story(story) = &fact.event {
                stories.push((fact, story));
            }
            let Some((id, stage)) = step(fact, policy) else { continue };
            let (deal, steps) = deals.entry(id).or_insert_with(|| (Deal::new(id, fact), Vec::new()));
            deal.take(fact);
            steps.extend(stage.map(|value| Said { value, fact }));
        }
        // A story alone makes no deal.
        for (fact, story) in stories {
            if let Some((deal, _)) = deals.get_mut(&story.deal) {
                deal.stories.push((fact, story));
            }
        }
        let mut taken_back = BTreeSet::new();
        let mut all: Vec<Deal<'a>> = Vec::new();
        for (mut deal, steps) in deals.into_values() {
            taken_back.extend(deal.follow(steps, &day_of));
            all.push(deal);
        }
        Self { taken_back, ..Self::indexed(all) }
    }

    fn indexed(all: Vec<Deal<'a>>) -> Self {
        let mut deals = Self { all, ..Self::default() };
        let mut won = Vec::new();
        for (place, deal) in deals.all.iter().enumerate() {
            match deal.lead {
                Some(lead) => deals.led.entry(lead.value).or_default().push(place),
                None => deals.unled.push(place),
            }
            for person in &deal.people {
                deals.with.entry(person).or_default().push(place);
            }
            match deal.outcome() {
                Outcome::Won(_, fact) => won.push((fact.at, place)),
                Outcome::Lost(..) => {}
                Outcome::Open => deals.open = deals.open.saturating_add(1),
            }
        }
        won.order();
        deals.won = won.into_iter().map(|(_, place)| place).collect();
        for (place, deal) in deals.all.iter().enumerate() {
            if let Some(source) = deal.like.and_then(|like| deals.place(like.value))
                && deals.all.get(source).is_some_and(|source| matches!(source.outcome(), Outcome::Won(..)))
            {
                deals.repeated.entry(source).or_default().push(place);
            }
        }
        deals
    }

    /// Whether a fact is an order or a loss that a later fact took back.
    #[must_use]
    pub fn is_taken_back(&self, closing: &FactId) -> bool {
        self.taken_back.contains(closing)
    }

    /// The deal called `id`.
    #[must_use]
    pub fn get(&self, id: &DealId) -> Option<&Deal<'a>> {
        self.place(id).and_then(|place| self.all.get(place))
    }

    /// The deals on a person's page, by id: those that the person leads, and those that nobody is known to lead.
    #[must_use]
    pub fn concerning(&self, person: &PersonId) -> Vec<&Deal<'a>> {
        let led = self.led.get(person).map(Vec::as_slice).unwrap_or_default();
        let mut places: Vec<usize> = led.iter().chain(&self.unled).copied().collect();
        places.order();
        places.into_iter().filter_map(|place| self.all.get(place)).collect()
    }

    /// The deals that a person leads, by id.
    pub fn led_by(&self, person: &PersonId) -> impl Iterator<Item = &Deal<'a>> {
        let led = self.led.get(person).map(Vec::as_slice).unwrap_or_default();
        led.iter().filter_map(|place| self.all.get(*place))
    }

    /// The deals for which a person did something, by id.
    pub fn with(&self, person: &PersonId) -> impl Iterator<Item = &Deal<'a>> {
        let with = self.with.get(person).map(Vec::as_slice).unwrap_or_default();
        with.iter().filter_map(|place| self.all.get(*place))
    }

    /// The deals that are neither won nor lost, by id.
    pub fn open(&self) -> impl Iterator<Item = &Deal<'a>> {
        self.all.iter().filter(|deal| deal.is_open())
    }

    /// How many those are.
    #[must_use]
    pub const fn open_count(&self) -> usize {
        self.open
    }

    /// How many deals were won.
    #[must_use]
    pub fn wins(&self) -> usize {
        self.won.len()
    }

    /// How many deals were won on a day or later.
    #[must_use]
    pub fn wins_since(&self, from: Day) -> usize {
        let earlier = |place: &usize| self.win(*place).is_some_and(|(day, ..)| day < from);
        self.won.len().saturating_sub(self.won.partition_point(earlier))
    }

    /// The first win: its day, its fact and the deal.
    #[must_use]
    pub fn first_win(&self) -> Option<(Day, &'a Fact, &Deal<'a>)> {
        self.win(*self.won.first()?)
    }

    /// The latest win: its day, its fact and the deal.
    #[must_use]
    pub fn last_win(&self) -> Option<(Day, &'a Fact, &Deal<'a>)> {
        self.win(*self.won.last()?)
    }

    /// Whether any win was repeated.
    #[must_use]
    pub fn any_repeated(&self) -> bool {
        !self.repeated.is_empty()
    }

    /// The won deals that were repeated and are on a person's page, or were repeated by a deal that is, the first win
    /// first; each with its win and with the deals that repeat it.
    #[must_use]
    pub fn repeated_on_page(&self, person: &PersonId) -> Vec<(&Deal<'a>, &'a Fact, Vec<&Deal<'a>>)> {
        let mut sources: Vec<usize> = Vec::new();
        for deal in self.concerning(person) {
            sources.extend(self.place(deal.id));
            sources.extend(deal.like.and_then(|like| self.place(like.value)));
        }
        sources.order();
        sources.dedup();
        let mut repeated: Vec<_> = sources
            .into_iter()
            .filter_map(|source| {
                let tries = self.repeated.get(&source)?;
                let (_, fact, deal) = self.win(source)?;
                Some((deal, fact, tries.iter().filter_map(|place| self.all.get(*place)).collect()))
            })
            .collect();
        repeated.order_by_key(|(deal, fact, _): &(&Deal<'_>, &Fact, Vec<&Deal<'_>>)| (fact.at, deal.id));
        repeated
    }

    fn win(&self, place: usize) -> Option<(Day, &'a Fact, &Deal<'a>)> {
        let deal = self.all.get(place)?;
        deal.reached(Stage::Won).map(|(day, fact)| (day, fact, deal))
    }

    fn place(&self, id: &DealId) -> Option<usize> {
        self.all.binary_search_by(|deal| deal.id.cmp(id)).ok()
    }
}

impl<'a> Deal<'a> {
    const fn new(id: &'a DealId, latest: &'a Fact) -> Self {
        Self {
            id,
            lead: None,
            name: None,
            industry: None,
            region: None,
            product: None,
            amount: None,
            currency: None,
            employees: None,
            like: None,
            stories: Vec::new(),
            stages: Vec::new(),
            people: BTreeSet::new(),
            latest,
            furthest: None,
            outcome: Outcome::Open,
        }
    }

    /// When it reached a stage, and the fact that says so.
    #[must_use]
    pub fn reached(&self, stage: Stage) -> Option<(Day, &'a Fact)> {
        self.stages.iter().find(|(of, ..)| *of == stage).map(|(_, day, fact)| (*day, *fact))
    }

    /// How it stands.
    #[must_use]
    pub const fn outcome(&self) -> Outcome<'a> {
        self.outcome
    }

    /// Whether it is neither won nor lost.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Open)
    }

    /// The furthest stage reached since the deal was last opened, its end among them; absent where none is on record.
    #[must_use]
    pub const fn furthest(&self) -> Option<Reached<'a>> {
        self.furthest
    }

    /// Goes through the steps of the deal, given by instant; the facts of orders and losses that were taken back.
    fn follow(&mut self, mut steps: Vec<Said<'a, Stage>>, day_of: impl Fn(&Fact) -> Day) -> Vec<&'a FactId> {
        let last_of_an_instant = |stage: Stage| match stage {
            Stage::Won => (2, stage),
            Stage::Lost => (1, stage),
            open => (0, open),
        };
        steps.order_by_key(|step| (step.fact.at, last_of_an_instant(step.value), &step.fact.id));
        let mut taken_back = Vec::new();
        // The facts that say how the deal ended, the first of them first; none while it is open.
        let mut closings: Vec<Said<'a, Stage>> = Vec::new();
        let mut known_before_its_end = false;
        for step in steps {
            let undoes = known_before_its_end && matches!(step.fact.event, Event::Deal(_));
            match closings.first().map(|closing| closing.value) {
                Some(end) if end == step.value => closings.push(step),
                Some(Stage::Won) if !undoes => {}
                Some(_) => {
                    taken_back.extend(closings.drain(..).map(|closing| &closing.fact.id));
                    self.furthest = None;
                }
                None => {}
            }
            let reached = (step.value, day_of(step.fact), step.fact);
            match step.value {
                Stage::Won | Stage::Lost if closings.is_empty() => closings.push(step),
                Stage::Won | Stage::Lost => {}
                _ => {
                    known_before_its_end |= closings.is_empty();
                    if self.reached(step.value).is_none() {
                        self.stages.push(reached);
                    }
                    if self.furthest.is_none_or(|(furthest, ..)| furthest < step.value) {
                        self.furthest = Some(reached);
                    }
                }
            }
        }
        if let Some(Said { value: end, fact }) = closings.first().copied() {
            let day = day_of(fact);
            self.outcome = if end == Stage::Won { Outcome::Won(day, fact) } else { Outcome::Lost(day, fact) };
            self.stages.push((end, day, fact));
            self.furthest = Some((end, day, fact));
        }
        self.stages.order_by_key(|(stage, ..)| *stage);
        taken_back
    }

    fn take(&mut self, fact: &'a Fact) {
        fn text<'a>(said: &mut Option<Said<'a, &'a str>>, value: Option<&'a str>, fact: &'a Fact) {
            *said = value.map(|value| Said { value, fact }).or(*said);
        }
        self.latest = fact;
        if let Some(person) = &fact.person {
            self.people.insert(person);
            self.lead = Some(Said { value: person, fact });
        }
        let Event::Deal(said) = &fact.event else { return };
        let fact::Deal { amount, currency, name, industry, region, product, employees, like, .. } = &**said;
        text(&mut self.name, name.as_ref().map(AsRef::as_ref), fact);
        text(&mut self.industry, industry.as_ref().map(AsRef::as_ref), fact);
        text(&mut self.region, region.as_ref().map(AsRef::as_ref), fact);
        text(&mut self.product, product.as_ref().map(AsRef::as_ref), fact);
        text(&mut self.currency, currency.as_ref().map(AsRef::as_ref), fact);
        let number = |value: f64| Said { value, fact };
        self.amount = amount.map(|amount| number(amount.get())).or(self.amount);
        self.employees = employees.map(|employees| number(employees.get())).or(self.employees);
        if let Some(like) = like.as_ref().filter(|like| *like != self.id) {
            self.like = Some(Said { value: like, fact });
        }
    }
}

/// The deal for which a fact tells of work done, and the stage that the deal reached by it.
pub(crate) fn step<'a>(fact: &'a Fact, policy: &Policy) -> Option<(&'a DealId, Option<Stage>)> {
    match &fact.event {
        Event::Deal(deal) => Some((&deal.deal, Some(deal.stage))),
        Event::Activity(activity) if activity.count.get() > 0 => {
            let stages = policy.metrics.get(&activity.metric).map(|metric| metric.stages.as_slice());
            let stages = stages.unwrap_or_default();
            Some((activity.deal.as_ref()?, first_stage(stages).or_else(|| stages.first().copied())))
        }
        _ => None,
    }
}

/// The stage that a deal reaches at least by what counts towards a metric of these stages: the earliest of its course.
pub(crate) fn first_stage(stages: &[Stage]) -> Option<Stage> {
    stages.iter().copied().filter(|stage| *stage != Stage::Lost).min()
}
