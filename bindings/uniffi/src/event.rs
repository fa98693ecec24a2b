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
            core::Event::PartnerRegistered(event) => {
                Self::PartnerRegistered {
                    name: event.name.plain(),
                    zone: event.zone.plain(),
                    calendar: event.calendar.plain(),
                }
            }
            core::Event::PersonRegistered(event) => {
                Self::PersonRegistered {
                    name: event.name.plain(),
                    title: event.title.plain(),
                    department: event.department.plain(),
                    level: event.level.plain(),
                    technical: event.technical.plain(),
                }
            }
            core::Event::PersonLeft(event) => {
                Self::PersonLeft {
                    reason: event.reason.plain(),
                }
            }
            core::Event::Rating(event) => {
                Self::Rating {
                    of: event.of.plain(),
                    value: event.value.plain(),
                    by: event.by.plain(),
                    reason: event.reason.plain(),
                    expires: event.expires.plain(),
                }
            }
            core::Event::Signal(event) => {
                Self::Signal {
                    signal: event.signal.plain(),
                    value: event.value.plain(),
                }
            }
            core::Event::Gate(event) => {
                Self::Gate {
                    gate: event.gate.plain(),
                    by: event.by.plain(),
                    effective: event.effective.plain(),
                }
            }
            core::Event::Offer(event) => {
                Self::Offer {
                    kind: event.kind.plain(),
                    what: event.what.plain(),
                }
            }
            core::Event::Appraisal(event) => {
                Self::Appraisal {
                    criterion: event.criterion.plain(),
                    metric: event.metric.plain(),
                    weight: event.weight.plain(),
                }
            }
            core::Event::Activity(event) => {
                Self::Activity {
                    metric: event.metric.plain(),
                    count: event.count.plain(),
                    deal: event.deal.plain(),
                }
            }
            core::Event::Deal(event) => {
                Self::Deal {
                    deal: event.deal.plain(),
                    stage: event.stage.plain(),
                    amount: event.amount.plain(),
                    currency: event.currency.plain(),
                    name: event.name.plain(),
                    industry: event.industry.plain(),
                    region: event.region.plain(),
                    product: event.product.plain(),
                    employees: event.employees.plain(),
                    like: event.like.plain(),
                }
            }
            core::Event::Touchpoint(event) => {
                Self::Touchpoint {
                    layer: event.layer.plain(),
                    minutes: event.minutes.plain(),
                    executives: event.executives.plain(),
                    dashboard: event.dashboard.plain(),
                    kept: event.kept.plain(),
                }
            }
            core::Event::Message(event) => {
                Self::Message {
                    from: event.from.plain(),
                    thread: event.thread.plain(),
                    reply_to: event.reply_to.plain(),
                }
            }
            core::Event::News(event) => {
                Self::News {
                    topic: event.topic.plain(),
                    manner: event.manner.plain(),
                }
            }
            core::Event::Feedback(event) => {
                Self::Feedback {
                    feedback: event.feedback.plain(),
                    step: event.step.plain(),
                    reason: event.reason.plain(),
                    by: event.by.plain(),
                }
            }
            core::Event::Recognition(event) => {
                Self::Recognition {
                    of: event.of.plain(),
                    audience: event.audience.plain(),
                    what: event.what.plain(),
                    effort: event.effort.plain(),
                }
            }
            core::Event::Load(event) => {
                Self::Load {
                    hours: event.hours.plain(),
                    kind: event.kind.plain(),
                }
            }
            core::Event::Support(event) => {
                Self::Support {
                    kind: event.kind.plain(),
                    member: event.member.plain(),
                    topic: event.topic.plain(),
                    deal: event.deal.plain(),
                }
            }
            core::Event::Notice(event) => {
                Self::Notice {
                    authority: event.authority.plain(),
                    audience: event.audience.plain(),
                }
            }
            core::Event::Allocation(event) => {
                Self::Allocation {
                    hours_per_week: event.hours_per_week.plain(),
                }
            }
            core::Event::Story(event) => {
                Self::Story {
                    deal: event.deal.plain(),
                    audience: event.audience.plain(),
                    title: event.title.plain(),
                }
            }
            core::Event::Consulted(event) => {
                Self::Consulted {
                    whom: event.whom.plain(),
                }
            }
            core::Event::WorkedWith(event) => {
                Self::WorkedWith {
                    whom: event.whom.plain(),
                }
            }
            core::Event::Contest(event) => {
                Self::Contest {
                    fact: event.fact.plain(),
                    step: event.step.plain(),
                    reason: event.reason.plain(),
                    by: event.by.plain(),
                }
            }
            core::Event::Override(event) => {
                Self::Override {
                    of: event.of.plain(),
                    value: event.value.plain(),
                    readiness: event.readiness.plain(),
                    by: event.by.plain(),
                    reason: event.reason.plain(),
                    expires: event.expires.plain(),
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
