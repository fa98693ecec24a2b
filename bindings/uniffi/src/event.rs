//! Written by `cargo xtask schema` from the core's declarations. Do not edit.

use keyperson::{Json, fact as core};

use crate::plain::{Plain as _, ToJson as _};
use crate::mirror::*;
use crate::value::*;

/// What happened: one variant a type of fact.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum Event {
    /// What is known of a partner company.
    PartnerRegistered {
        /// Name of the company.
        #[uniffi(default = None)]
        name: Option<String>,
        /// Time zone of the company; the policy's where absent.
        #[uniffi(default = None)]
        zone: Option<String>,
        /// Business calendar of the company; the policy's where absent.
        #[uniffi(default = None)]
        calendar: Option<String>,
    },
    /// A person at a partner is known.
    PersonRegistered {
        /// Name of the person.
        #[uniffi(default = None)]
        name: Option<String>,
        /// Title.
        #[uniffi(default = None)]
        title: Option<String>,
        /// Department.
        #[uniffi(default = None)]
        department: Option<String>,
        /// Level in the hierarchy, 1 for the top.
        #[uniffi(default = None)]
        level: Option<i64>,
        /// Whether the person is a technical SE.
        #[uniffi(default = None)]
        technical: Option<bool>,
    },
    /// A person left the company.
    PersonLeft {
        /// Why.
        #[uniffi(default = None)]
        reason: Option<String>,
    },
    /// Somebody's judgement of one trait.
    Rating {
        /// The trait.
        #[uniffi(name = "trait")]
        of: Trait,
        /// From 0 (none) to 1 (all that the role needs).
        value: f64,
        /// Who judged.
        by: String,
        /// Why.
        #[uniffi(default = None)]
        reason: Option<String>,
        /// Last day on which the judgement counts.
        #[uniffi(default = None)]
        expires: Option<Day>,
    },
    /// Something observed that says something about a trait.
    Signal {
        /// Which signal of the policy.
        signal: String,
        /// Its measure, in the signal's own unit.
        value: f64,
    },
    /// A step of the selection was taken.
    Gate {
        /// The step.
        gate: GateStep,
        /// Who took it.
        #[uniffi(default = None)]
        by: Option<String>,
        /// The day from which it holds; the day of the fact where absent.
        #[uniffi(default = None)]
        effective: Option<Day>,
    },
    /// Something was offered to the person for taking the role.
    Offer {
        /// Growth or money.
        kind: OfferKind,
        /// What exactly.
        #[uniffi(default = None)]
        what: Option<String>,
    },
    /// One of the criteria by which the person's employer appraises the person.
    Appraisal {
        /// The criterion, in the employer's words.
        criterion: String,
        /// The metric that measures the same, where there is one.
        #[uniffi(default = None)]
        metric: Option<String>,
        /// Its share of the appraisal, 0 to 1.
        #[uniffi(default = None)]
        weight: Option<f64>,
    },
    /// Things of one metric were done.
    Activity {
        /// Which metric of the policy.
        metric: String,
        /// How many.
        count: i64,
        /// For which deal.
        #[uniffi(default = None)]
        deal: Option<String>,
    },
    /// A deal reached a stage.
    Deal {
        /// Which deal.
        deal: String,
        /// The stage reached.
        stage: Stage,
        /// Its amount, in its currency.
        #[uniffi(default = None)]
        amount: Option<f64>,
        /// Currency, such as JPY.
        #[uniffi(default = None)]
        currency: Option<String>,
        /// Name of the deal or customer.
        #[uniffi(default = None)]
        name: Option<String>,
        /// Industry of the customer.
        #[uniffi(default = None)]
        industry: Option<String>,
        /// Region of the customer.
        #[uniffi(default = None)]
        region: Option<String>,
        /// Product.
        #[uniffi(default = None)]
        product: Option<String>,
        /// Employees of the customer.
        #[uniffi(default = None)]
        employees: Option<f64>,
        /// The won deal whose approach it repeats.
        #[uniffi(default = None)]
        like: Option<String>,
    },
    /// A regular meeting.
    Touchpoint {
        /// Weekly, monthly or quarterly.
        layer: Layer,
        /// How long it took.
        #[uniffi(default = None)]
        minutes: Option<i64>,
        /// Whether executives were there.
        #[uniffi(default = None)]
        executives: Option<bool>,
        /// Whether the one-page dashboard was shared.
        #[uniffi(default = None)]
        dashboard: Option<bool>,
        /// False where it was planned and did not take place.
        #[uniffi(default = None)]
        kept: Option<bool>,
    },
    /// A message between the vendor and the person.
    Message {
        /// Who wrote it.
        from: Side,
        /// The thread.
        #[uniffi(default = None)]
        thread: Option<String>,
        /// The message fact that it answers.
        #[uniffi(default = None)]
        reply_to: Option<String>,
    },
    /// News was given to the partner.
    News {
        /// What it was about.
        topic: String,
        /// To everybody or to one.
        manner: Openness,
    },
    /// A step in answering feedback from the partner.
    Feedback {
        /// Which piece of feedback.
        feedback: String,
        /// The step.
        step: FeedbackStep,
        /// Why; a declined one must say it.
        #[uniffi(default = None)]
        reason: Option<String>,
        /// Who.
        #[uniffi(default = None)]
        by: Option<String>,
    },
    /// An achievement or effort was recognised.
    Recognition {
        /// The fact that it is about.
        #[uniffi(default = None)]
        of: Option<String>,
        /// Who heard it.
        audience: Audience,
        /// What exactly was praised.
        #[uniffi(default = None)]
        what: Option<String>,
        /// True where effort was praised, not only the result.
        #[uniffi(default = None)]
        effort: Option<bool>,
    },
    /// Hours of work, as they fell.
    Load {
        /// How many hours.
        hours: f64,
        /// Push or recharge.
        kind: LoadKind,
    },
    /// Support was given.
    Support {
        /// What kind.
        kind: SupportKind,
        /// The colleague who joined.
        #[uniffi(default = None)]
        member: Option<String>,
        /// About what.
        #[uniffi(default = None)]
        topic: Option<String>,
        /// For which deal.
        #[uniffi(default = None)]
        deal: Option<String>,
    },
    /// The person's authority was made known.
    Notice {
        /// What the person may decide.
        authority: String,
        /// Who was told.
        audience: Audience,
    },
    /// Working time was agreed for the role.
    Allocation {
        /// Hours per week.
        hours_per_week: f64,
    },
    /// A success was written down and handed out.
    Story {
        /// About which deal.
        deal: String,
        /// To whom it went.
        audience: Audience,
        /// Its title.
        #[uniffi(default = None)]
        title: Option<String>,
    },
    /// The person asked a colleague for advice.
    Consulted {
        /// Who was asked.
        whom: String,
    },
    /// The person worked together with a colleague.
    WorkedWith {
        /// With whom.
        whom: String,
    },
    /// The person answers or disputes a fact.
    Contest {
        /// Which fact.
        fact: String,
        /// What is said, or how the dispute stands.
        step: ContestStep,
        /// Why, or the words of a comment, which must have some.
        #[uniffi(default = None)]
        reason: Option<String>,
        /// Who says so; the person where absent.
        #[uniffi(default = None)]
        by: Option<String>,
    },
    /// Somebody sets a trait or the readiness by judgement, whatever the evidence says. It ends after a given day.
    Override {
        /// The trait; absent for the readiness.
        #[uniffi(name = "trait")]
        #[uniffi(default = None)]
        of: Option<Trait>,
        /// Its value from 0 (none) to 1 (all that the role needs); where a trait is named, and only there.
        #[uniffi(default = None)]
        value: Option<f64>,
        /// The readiness, where no trait is named.
        #[uniffi(default = None)]
        readiness: Option<Readiness>,
        /// Who answers for it.
        by: String,
        /// Why.
        reason: String,
        /// The last day on which it holds.
        expires: Day,
    },
}
impl From<core::Event> for Event {
    fn from(event: core::Event) -> Self {
        match event {
            core::Event::PartnerRegistered(
                core::PartnerRegistered { name, zone, calendar },
            ) => {
                Self::PartnerRegistered {
                    name: name.plain(),
                    zone: zone.plain(),
                    calendar: calendar.plain(),
                }
            }
            core::Event::PersonRegistered(
                core::PersonRegistered { name, title, department, level, technical },
            ) => {
                Self::PersonRegistered {
                    name: name.plain(),
                    title: title.plain(),
                    department: department.plain(),
                    level: level.plain(),
                    technical: technical.plain(),
                }
            }
            core::Event::PersonLeft(core::PersonLeft { reason }) => {
                Self::PersonLeft {
                    reason: reason.plain(),
                }
            }
            core::Event::Rating(core::Rating { of, value, by, reason, expires }) => {
                Self::Rating {
                    of: of.plain(),
                    value: value.plain(),
                    by: by.plain(),
                    reason: reason.plain(),
                    expires: expires.plain(),
                }
            }
            core::Event::Signal(core::Signal { signal, value }) => {
                Self::Signal {
                    signal: signal.plain(),
                    value: value.plain(),
                }
            }
            core::Event::Gate(core::Gate { gate, by, effective }) => {
                Self::Gate {
                    gate: gate.plain(),
                    by: by.plain(),
                    effective: effective.plain(),
                }
            }
            core::Event::Offer(core::Offer { kind, what }) => {
                Self::Offer {
                    kind: kind.plain(),
                    what: what.plain(),
                }
            }
            core::Event::Appraisal(core::Appraisal { criterion, metric, weight }) => {
                Self::Appraisal {
                    criterion: criterion.plain(),
                    metric: metric.plain(),
                    weight: weight.plain(),
                }
            }
            core::Event::Activity(core::Activity { metric, count, deal }) => {
                Self::Activity {
                    metric: metric.plain(),
                    count: count.plain(),
                    deal: deal.plain(),
                }
            }
            core::Event::Deal(
                core::Deal {
                    deal,
                    stage,
                    amount,
                    currency,
                    name,
                    industry,
                    region,
                    product,
                    employees,
                    like,
                },
            ) => {
                Self::Deal {
                    deal: deal.plain(),
                    stage: stage.plain(),
                    amount: amount.plain(),
                    currency: currency.plain(),
                    name: name.plain(),
                    industry: industry.plain(),
                    region: region.plain(),
                    product: product.plain(),
                    employees: employees.plain(),
                    like: like.plain(),
                }
            }
            core::Event::Touchpoint(
                core::Touchpoint { layer, minutes, executives, dashboard, kept },
            ) => {
                Self::Touchpoint {
                    layer: layer.plain(),
                    minutes: minutes.plain(),
                    executives: executives.plain(),
                    dashboard: dashboard.plain(),
                    kept: kept.plain(),
                }
            }
            core::Event::Message(core::Message { from, thread, reply_to }) => {
                Self::Message {
                    from: from.plain(),
                    thread: thread.plain(),
                    reply_to: reply_to.plain(),
                }
            }
            core::Event::News(core::News { topic, manner }) => {
                Self::News {
                    topic: topic.plain(),
                    manner: manner.plain(),
                }
            }
            core::Event::Feedback(core::Feedback { feedback, step, reason, by }) => {
                Self::Feedback {
                    feedback: feedback.plain(),
                    step: step.plain(),
                    reason: reason.plain(),
                    by: by.plain(),
                }
            }
            core::Event::Recognition(
                core::Recognition { of, audience, what, effort },
            ) => {
                Self::Recognition {
                    of: of.plain(),
                    audience: audience.plain(),
                    what: what.plain(),
                    effort: effort.plain(),
                }
            }
            core::Event::Load(core::Load { hours, kind }) => {
                Self::Load {
                    hours: hours.plain(),
                    kind: kind.plain(),
                }
            }
            core::Event::Support(core::Support { kind, member, topic, deal }) => {
                Self::Support {
                    kind: kind.plain(),
                    member: member.plain(),
                    topic: topic.plain(),
                    deal: deal.plain(),
                }
            }
            core::Event::Notice(core::Notice { authority, audience }) => {
                Self::Notice {
                    authority: authority.plain(),
                    audience: audience.plain(),
                }
            }
            core::Event::Allocation(core::Allocation { hours_per_week }) => {
                Self::Allocation {
                    hours_per_week: hours_per_week.plain(),
                }
            }
            core::Event::Story(core::Story { deal, audience, title }) => {
                Self::Story {
                    deal: deal.plain(),
                    audience: audience.plain(),
                    title: title.plain(),
                }
            }
            core::Event::Consulted(core::Consulted { whom }) => {
                Self::Consulted {
                    whom: whom.plain(),
                }
            }
            core::Event::WorkedWith(core::WorkedWith { whom }) => {
                Self::WorkedWith {
                    whom: whom.plain(),
                }
            }
            core::Event::Contest(core::Contest { fact, step, reason, by }) => {
                Self::Contest {
                    fact: fact.plain(),
                    step: step.plain(),
                    reason: reason.plain(),
                    by: by.plain(),
                }
            }
            core::Event::Override(
                core::Override { of, value, readiness, by, reason, expires },
            ) => {
                Self::Override {
                    of: of.plain(),
                    value: value.plain(),
                    readiness: readiness.plain(),
                    by: by.plain(),
                    reason: reason.plain(),
                    expires: expires.plain(),
                }
            }
        }
    }
}
impl Event {
    /// The type and the fields as JSON, by their names there.
    pub(crate) fn json(self) -> (&'static str, Vec<(&'static str, Json)>) {
        match self {
            Self::PartnerRegistered { name, zone, calendar } => {
                (
                    "partner_registered",
                    vec![
                        ("name", name.json()), ("zone", zone.json()), ("calendar",
                        calendar.json())
                    ],
                )
            }
            Self::PersonRegistered { name, title, department, level, technical } => {
                (
                    "person_registered",
                    vec![
                        ("name", name.json()), ("title", title.json()), ("department",
                        department.json()), ("level", level.json()), ("technical",
                        technical.json())
                    ],
                )
            }
            Self::PersonLeft { reason } => {
                ("person_left", vec![("reason", reason.json())])
            }
            Self::Rating { of, value, by, reason, expires } => {
                (
                    "rating",
                    vec![
                        ("trait", of.json()), ("value", value.json()), ("by", by.json()),
                        ("reason", reason.json()), ("expires", expires.json())
                    ],
                )
            }
            Self::Signal { signal, value } => {
                ("signal", vec![("signal", signal.json()), ("value", value.json())])
            }
            Self::Gate { gate, by, effective } => {
                (
                    "gate",
                    vec![
                        ("gate", gate.json()), ("by", by.json()), ("effective", effective
                        .json())
                    ],
                )
            }
            Self::Offer { kind, what } => {
                ("offer", vec![("kind", kind.json()), ("what", what.json())])
            }
            Self::Appraisal { criterion, metric, weight } => {
                (
                    "appraisal",
                    vec![
                        ("criterion", criterion.json()), ("metric", metric.json()),
                        ("weight", weight.json())
                    ],
                )
            }
            Self::Activity { metric, count, deal } => {
                (
                    "activity",
                    vec![
                        ("metric", metric.json()), ("count", count.json()), ("deal", deal
                        .json())
                    ],
                )
            }
            Self::Deal {
                deal,
                stage,
                amount,
                currency,
                name,
                industry,
                region,
                product,
                employees,
                like,
            } => {
                (
                    "deal",
                    vec![
                        ("deal", deal.json()), ("stage", stage.json()), ("amount", amount
                        .json()), ("currency", currency.json()), ("name", name.json()),
                        ("industry", industry.json()), ("region", region.json()),
                        ("product", product.json()), ("employees", employees.json()),
                        ("like", like.json())
                    ],
                )
            }
            Self::Touchpoint { layer, minutes, executives, dashboard, kept } => {
                (
                    "touchpoint",
                    vec![
                        ("layer", layer.json()), ("minutes", minutes.json()),
                        ("executives", executives.json()), ("dashboard", dashboard
                        .json()), ("kept", kept.json())
                    ],
                )
            }
            Self::Message { from, thread, reply_to } => {
                (
                    "message",
                    vec![
                        ("from", from.json()), ("thread", thread.json()), ("reply_to",
                        reply_to.json())
                    ],
                )
            }
            Self::News { topic, manner } => {
                ("news", vec![("topic", topic.json()), ("manner", manner.json())])
            }
            Self::Feedback { feedback, step, reason, by } => {
                (
                    "feedback",
                    vec![
                        ("feedback", feedback.json()), ("step", step.json()), ("reason",
                        reason.json()), ("by", by.json())
                    ],
                )
            }
            Self::Recognition { of, audience, what, effort } => {
                (
                    "recognition",
                    vec![
                        ("of", of.json()), ("audience", audience.json()), ("what", what
                        .json()), ("effort", effort.json())
                    ],
                )
            }
            Self::Load { hours, kind } => {
                ("load", vec![("hours", hours.json()), ("kind", kind.json())])
            }
            Self::Support { kind, member, topic, deal } => {
                (
                    "support",
                    vec![
                        ("kind", kind.json()), ("member", member.json()), ("topic", topic
                        .json()), ("deal", deal.json())
                    ],
                )
            }
            Self::Notice { authority, audience } => {
                (
                    "notice",
                    vec![("authority", authority.json()), ("audience", audience.json())],
                )
            }
            Self::Allocation { hours_per_week } => {
                ("allocation", vec![("hours_per_week", hours_per_week.json())])
            }
            Self::Story { deal, audience, title } => {
                (
                    "story",
                    vec![
                        ("deal", deal.json()), ("audience", audience.json()), ("title",
                        title.json())
                    ],
                )
            }
            Self::Consulted { whom } => ("consulted", vec![("whom", whom.json())]),
            Self::WorkedWith { whom } => ("worked_with", vec![("whom", whom.json())]),
            Self::Contest { fact, step, reason, by } => {
                (
                    "contest",
                    vec![
                        ("fact", fact.json()), ("step", step.json()), ("reason", reason
                        .json()), ("by", by.json())
                    ],
                )
            }
            Self::Override { of, value, readiness, by, reason, expires } => {
                (
                    "override",
                    vec![
                        ("trait", of.json()), ("value", value.json()), ("readiness",
                        readiness.json()), ("by", by.json()), ("reason", reason.json()),
                        ("expires", expires.json())
                    ],
                )
            }
        }
    }
}
