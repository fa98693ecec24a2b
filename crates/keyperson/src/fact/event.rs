//! The types of fact. One table says what each type holds; the reader, the writer and the schema follow from it.

use super::column::{Column, ColumnSpec};
use super::traits::Trait;
use super::word::{
    Audience, ContestStep, FeedbackStep, GateStep, Layer, LoadKind, OfferKind, Openness, Readiness, Side,
    Stage, SupportKind,
};
use crate::calendar::{Day, Zone};
use crate::error::{Phrase, ProblemKind, Problems, phrase};
use crate::json::Json;
use crate::json::read::{At, Fields};
use crate::json::value::Value;
use crate::order::Order as _;
use crate::value::{Amount, Count, DealId, FactId, Hours, Key, Number, PersonId, Text, UnitInterval};

/// One type of fact: its name, its fields, whether it must name a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventSpec {
    /// The word in the field `type`.
    pub type_name: &'static str,
    /// What it records.
    pub doc: &'static str,
    /// Its fields beside the envelope's.
    pub fields: &'static [ColumnSpec],
    /// Whether the fact must name a person.
    pub person_required: bool,
}

/// One of the types of fact, as a Rust type.
pub trait EventType: Sized {
    /// Which one.
    const KIND: EventKind;

    /// The event, where it is of this type.
    fn of(event: &Event) -> Option<&Self>;
}

/// Declares every type of fact once: the struct, its place in [`Event`], its description, its reading and writing.
macro_rules! events {
    ($(
        #[doc = $doc:literal]
        $name:ident = $type_name:literal, person $person:ident $(, $held:ident)? {
            $(#[doc = $field_doc:literal] $field:ident $(= $key:literal)?: $type:ty,)*
        }
    )*) => {
        $(
            #[doc = $doc]
            #[derive(Debug, Clone, PartialEq)]
            pub struct $name {
                $(#[doc = $field_doc] pub $field: $type,)*
            }
        )*

        /// What happened: one variant a type of fact.
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub enum Event {
            $(#[doc = $doc] $name(events!(@held $name $($held)?)),)*
        }

        /// The types of fact, by themselves.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub enum EventKind {
            $(#[doc = $doc] $name,)*
        }

        /// Every type of fact, in the order of declaration.
        pub const EVENTS: &[EventSpec] = &[$(
            EventSpec {
                type_name: $type_name,
                doc: $doc,
                fields: &[$(ColumnSpec {
                    name: events!(@key $field $($key)?),
                    kind: <$type as Column>::KIND,
                    required: <$type as Column>::REQUIRED,
                    doc: $field_doc,
                }),*],
                person_required: events!(@person $person),
            },
        )*];

        impl Event {
            /// The word in the field `type`.
            #[must_use]
            pub fn type_name(&self) -> &'static str {
                match self { $(Self::$name(_) => $type_name),* }
            }

            /// Which type of fact it is.
            #[must_use]
            pub fn kind(&self) -> EventKind {
                match self { $(Self::$name(_) => EventKind::$name),* }
            }

            /// The description of this type.
            #[must_use]
            pub fn spec(&self) -> &'static EventSpec {
                match self { $(Self::$name(_) => const { &EventSpec {
                    type_name: $type_name,
                    doc: $doc,
                    fields: &[$(ColumnSpec {
                        name: events!(@key $field $($key)?),
                        kind: <$type as Column>::KIND,
                        required: <$type as Column>::REQUIRED,
                        doc: $field_doc,
                    }),*],
                    person_required: events!(@person $person),
                } }),* }
            }

            /// Reads the fields of the type that the field `type` names.
            pub(super) fn read(fields: &Fields<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
                let type_name: Key = fields.read("type", problems)?;
                match type_name.as_str() {
                    $($type_name => {
                        $(let $field: Option<$type> = fields.read(events!(@key $field $($key)?), problems);)*
                        fields.refuse_unknown(
                            &[super::ENVELOPE_NAMES, &[$(events!(@key $field $($key)?)),*]],
                            problems,
                        );
                        Some($name { $($field: $field?),* }.into())
                    })*
                    other => {
                        let known = EVENTS.iter().map(|spec| spec.type_name).collect::<Vec<_>>().join(", ");
                        let kind = ProblemKind::UnknownType { found: crate::json::tree::shortened(other), known };
                        problems.add(at.field("type").place(), kind);
                        None
                    }
                }
            }

            /// Hands out the fields that have a value, in the order of declaration.
            pub(super) fn each_field<'e>(&'e self, visit: &mut dyn FnMut(&'static str, Value<'e>)) {
                match self {
                    $(Self::$name(event) => {
                        $(match event.$field.value() {
                            Value::Null => {}
                            value => visit(events!(@key $field $($key)?), value),
                        })*
                    })*
                }
            }
        }

        $(impl EventType for $name {
            const KIND: EventKind = EventKind::$name;

            fn of(event: &Event) -> Option<&Self> {
                match event {
                    Event::$name(event) => Some(event),
                    _ => None,
                }
            }
        })*

        $(impl From<$name> for Event {
            fn from(event: $name) -> Self {
                Self::$name(event.into())
            }
        })*
    };
    (@held $name:ident) => { $name };
    (@held $name:ident boxed) => { Box<$name> };
    (@key $field:ident $key:literal) => { $key };
    (@key $field:ident) => { stringify!($field) };
    (@person required) => { true };
    (@person optional) => { false };
}

events! {
    /// What is known of a partner company.
    PartnerRegistered = "partner_registered", person optional {
        /// Name of the company.
        name: Option<Text>,
        /// Time zone of the company; the policy's where absent.
        zone: Option<Zone>,
        /// Business calendar of the company; the policy's where absent.
        calendar: Option<Key>,
    }
    /// A person at a partner is known.
    PersonRegistered = "person_registered", person required {
        /// Name of the person.
        name: Option<Text>,
        /// Title.
        title: Option<Text>,
        /// Department.
        department: Option<Text>,
        /// Level in the hierarchy, 1 for the top.
        level: Option<Count>,
        /// Whether the person is a technical SE.
        technical: Option<bool>,
    }
    /// A person left the company.
    PersonLeft = "person_left", person required {
        /// Why.
        reason: Option<Text>,
    }
    /// Somebody's judgement of one trait.
    Rating = "rating", person required {
        /// The trait.
        of = "trait": Trait,
        /// From 0 (none) to 1 (all that the role needs).
        value: UnitInterval,
        /// Who judged.
        by: Text,
        /// Why.
        reason: Option<Text>,
        /// Last day on which the judgement counts.
        expires: Option<Day>,
    }
    /// Something observed that says something about a trait.
    Signal = "signal", person required {
        /// Which signal of the policy.
        signal: Key,
        /// Its measure, in the signal's own unit.
        value: Number,
    }
    /// A step of the selection was taken.
    Gate = "gate", person required {
        /// The step.
        gate: GateStep,
        /// Who took it.
        by: Option<Text>,
        /// The day from which it holds; the day of the fact where absent.
        effective: Option<Day>,
    }
    /// Something was offered to the person for taking the role.
    Offer = "offer", person required {
        /// Growth or money.
        kind: OfferKind,
        /// What exactly.
        what: Option<Text>,
    }
    /// One of the criteria by which the person's employer appraises the person.
    Appraisal = "appraisal", person required {
        /// The criterion, in the employer's words.
        criterion: Text,
        /// The metric that measures the same, where there is one.
        metric: Option<Key>,
        /// Its share of the appraisal, 0 to 1.
        weight: Option<UnitInterval>,
    }
    /// Things of one metric were done.
    Activity = "activity", person optional {
        /// Which metric of the policy.
        metric: Key,
        /// How many.
        count: Count,
        /// For which deal.
        deal: Option<DealId>,
    }
    /// A deal reached a stage.
    Deal = "deal", person optional, boxed {
        /// Which deal.
        deal: DealId,
        /// The stage reached.
        stage: Stage,
        /// Its amount, in its currency.
        amount: Option<Amount>,
        /// Currency, such as JPY.
        currency: Option<Key>,
        /// Name of the deal or customer.
        name: Option<Text>,
        /// Industry of the customer.
        industry: Option<Text>,
        /// Region of the customer.
        region: Option<Text>,
        /// Product.
        product: Option<Text>,
        /// Employees of the customer.
        employees: Option<Amount>,
        /// The won deal whose approach it repeats.
        like: Option<DealId>,
    }
    /// A regular meeting.
    Touchpoint = "touchpoint", person optional {
        /// Weekly, monthly or quarterly.
        layer: Layer,
        /// How long it took.
        minutes: Option<Count>,
        /// Whether executives were there.
        executives: Option<bool>,
        /// Whether the one-page dashboard was shared.
        dashboard: Option<bool>,
        /// False where it was planned and did not take place.
        kept: Option<bool>,
    }
    /// A message between the vendor and the person.
    Message = "message", person required {
        /// Who wrote it.
        from: Side,
        /// The thread.
        thread: Option<Key>,
        /// The message fact that it answers.
        reply_to: Option<FactId>,
    }
    /// News was given to the partner.
    News = "news", person optional {
        /// What it was about.
        topic: Text,
        /// To everybody or to one.
        manner: Openness,
    }
    /// A step in answering feedback from the partner.
    Feedback = "feedback", person optional {
        /// Which piece of feedback.
        feedback: Key,
        /// The step.
        step: FeedbackStep,
        /// Why; a declined one must say it.
        reason: Option<Text>,
        /// Who.
        by: Option<Text>,
    }
    /// An achievement or effort was recognised.
    Recognition = "recognition", person required {
        /// The fact that it is about.
        of: Option<FactId>,
        /// Who heard it.
        audience: Audience,
        /// What exactly was praised.
        what: Option<Text>,
        /// True where effort was praised, not only the result.
        effort: Option<bool>,
    }
    /// Hours of work, as they fell.
    Load = "load", person required {
        /// How many hours.
        hours: Hours,
        /// Push or recharge.
        kind: LoadKind,
    }
    /// Support was given.
    Support = "support", person optional {
        /// What kind.
        kind: SupportKind,
        /// The colleague who joined.
        member: Option<PersonId>,
        /// About what.
        topic: Option<Text>,
        /// For which deal.
        deal: Option<DealId>,
    }
    /// The person's authority was made known.
    Notice = "notice", person required {
        /// What the person may decide.
        authority: Text,
        /// Who was told.
        audience: Audience,
    }
    /// Working time was agreed for the role.
    Allocation = "allocation", person required {
        /// Hours per week.
        hours_per_week: Hours,
    }
    /// A success was written down and handed out.
    Story = "story", person optional {
        /// About which deal.
        deal: DealId,
        /// To whom it went.
        audience: Audience,
        /// Its title.
        title: Option<Text>,
    }
    /// The person asked a colleague for advice.
    Consulted = "consulted", person required {
        /// Who was asked.
        whom: PersonId,
    }
    /// The person worked together with a colleague.
    WorkedWith = "worked_with", person required {
        /// With whom.
        whom: PersonId,
    }
    /// The person answers or disputes a fact.
    Contest = "contest", person required {
        /// Which fact.
        fact: FactId,
        /// What is said, or how the dispute stands.
        step: ContestStep,
        /// Why, or the words of a comment, which must have some.
        reason: Option<Text>,
        /// Who says so; the person where absent.
        by: Option<Text>,
    }
    /// Somebody sets a trait or the readiness by judgement, whatever the evidence says. It ends after a given day.
    Override = "override", person required, boxed {
        /// The trait; absent for the readiness.
        of = "trait": Option<Trait>,
        /// Its value from 0 (none) to 1 (all that the role needs); where a trait is named, and only there.
        value: Option<UnitInterval>,
        /// The readiness, where no trait is named.
        readiness: Option<Readiness>,
        /// Who answers for it.
        by: Text,
        /// Why.
        reason: Text,
        /// The last day on which it holds.
        expires: Day,
    }
}

impl Event {
    /// A field that is absent although what the others say asks for it.
    pub(super) fn lacks(&self) -> Option<&'static str> {
        match self {
            Self::Feedback(Feedback { step: FeedbackStep::Declined, reason: None, .. })
            | Self::Contest(Contest { step: ContestStep::Commented, reason: None, .. }) => Some("reason"),
            Self::Override(set) => match **set {
                Override { of: Some(_), value: None, .. } => Some("value"),
                Override { of: None, readiness: None, .. } => Some("trait"),
                Override { .. } => None,
            },
            _ => None,
        }
    }

    /// A field that another one rules out.
    pub(super) fn contradicts(&self) -> Option<(&'static str, Phrase)> {
        let Self::Override(set) = self else { return None };
        match **set {
            Override { of: Some(_), readiness: Some(_), .. } => {
                Some(("readiness", phrase!("an override sets a trait or the readiness, not both")))
            }
            Override { of: None, readiness: Some(_), value: Some(_), .. } => {
                Some(("value", phrase!("a readiness is a word and has no `value`")))
            }
            Override { .. } => None,
        }
    }
}

impl EventSpec {
    /// The description of the type called `type_name`.
    #[must_use]
    pub fn named(type_name: &str) -> Option<&'static Self> {
        EVENTS.iter().find(|spec| spec.type_name == type_name)
    }
}

/// The columns of a table of facts: the envelope, then every field of every type once, sorted by name.
///
/// If several types use a name for different words (`kind`, `step`), its column takes any key. If they use it for
/// numbers in different ranges (`value`), its column takes the numbers of all of them.
#[must_use]
pub fn columns() -> Vec<ColumnSpec> {
    let mut fields: Vec<ColumnSpec> = Vec::new();
    for field in EVENTS.iter().flat_map(|spec| spec.fields) {
        match fields.iter_mut().find(|known| known.name == field.name) {
            Some(known) => known.kind = known.kind.or(field.kind),
            None => fields.push(ColumnSpec { required: false, ..*field }),
        }
    }
    fields.order_by_key(|field| field.name);
    super::ENVELOPE.iter().copied().chain(fields).collect()
}

/// A fact's JSON form as a tree, as [`Fact::from_json`](super::Fact::from_json) reads it.
impl From<&super::Fact> for Json {
    fn from(fact: &super::Fact) -> Self {
        crate::json::write::to_string(fact)
            .ok()
            .and_then(|text| Self::parse(&text).ok())
            .unwrap_or(Self::Null)
    }
}
