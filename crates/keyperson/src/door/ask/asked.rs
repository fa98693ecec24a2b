//! A question of the JSON form: its fields, what each kind of question needs of them, and the answer.

use super::{Answer, FactsChecked, QuestionKind};
use crate::answer::trail::Tracer;
use crate::answer::what_if::Supposition;
use crate::calendar::Instant;
use crate::door::business_day::{BusinessDayQuestion, business_day};
use crate::door::draft::{Draft, DraftKind};
use crate::door::question::Question;
use crate::error::{Error, Place, ProblemKind, Problems};
use crate::fact::{DealId, Fact, FactId, Journal, PartnerId, PersonId, Trait};
use crate::json::read::{At, Fields, Read};
use crate::json::tree::Json;
use crate::json::value::Value;
use crate::person::fit;
use crate::policy::Policy;
use crate::text::Language;
use crate::value::{Text, UnitInterval};

const DO: &[&str] = &["do"];
/// What a question says about journal and policy.
const READ_HERE: &[&str] = &["facts", "policy"];
const FIELDS: &[&str] = &[
    "person",
    "as_of",
    "since",
    "pointer",
    "fact",
    "calendar",
    "day",
    "to",
    "days",
    "draft",
    "deal",
    "partner",
    "language",
    "traits",
    "remedies",
    "supposed_facts",
];

impl QuestionKind {
    /// The fields without which it cannot be asked, of those that several questions share.
    const fn needs(self) -> &'static [&'static str] {
        match self {
            Self::Facts | Self::Policy | Self::Fit | Self::BusinessDay => &[],
            Self::Portfolio | Self::Draft => &["as_of"],
            Self::Rank => &["partner", "as_of"],
            Self::Brief | Self::Trail | Self::Schedule | Self::WhatIf => &["person", "as_of"],
            Self::Change => &["person", "as_of", "since"],
        }
    }
}

/// The fields of a question, each of the right kind.
pub(super) struct Asked<'j> {
    json: &'j Json,
    question: QuestionKind,
    person: Option<PersonId>,
    partner: Option<PartnerId>,
    as_of: Option<Text>,
    since: Option<Text>,
    pointer: Option<Text>,
    fact: Option<FactId>,
}

impl<'j> Asked<'j> {
    /// Reads a question that also says what the facts and the policy are.
    pub(super) fn with_facts(json: &'j Json, problems: &mut Problems) -> Option<Self> {
        Self::read(json, &[DO, READ_HERE, FIELDS], problems)
    }

    /// Reads a question about facts and a policy that were read before.
    pub(super) fn alone(json: &'j Json, problems: &mut Problems) -> Option<Self> {
        Self::read(json, &[DO, FIELDS], problems)
    }

    fn read(json: &'j Json, known: &[&[&str]], problems: &mut Problems) -> Option<Self> {
        let root = At::root(None);
        let fields = Fields::of(json, &root, problems)?;
        fields.refuse_unknown(known, problems);
        let question = fields.read("do", problems);
        let (person, as_of, since) =
            (fields.read("person", problems), fields.read("as_of", problems), fields.read("since", problems));
        let (pointer, fact) = (fields.read("pointer", problems), fields.read("fact", problems));
        let partner = fields.read("partner", problems);
        Some(Self {
            json,
            question: question?,
            person: person?,
            partner: partner?,
            as_of: as_of?,
            since: since?,
            pointer: pointer?,
            fact: fact?,
        })
    }

    /// Asks for the fields that the question needs, and turns dates into instants.
    pub(super) fn checked(self, policy: Option<&Policy>, problems: &mut Problems) -> Checked<'j> {
        let needs = self.question.needs();
        let mut missing = |field: &str, absent: bool| {
            if absent && needs.contains(&field) {
                let kind = ProblemKind::MissingField { field: field.to_owned() };
                problems.add(Place::default().field(field), kind);
            }
        };
        missing("partner", self.partner.is_none());
        missing("person", self.person.is_none());
        missing("as_of", self.as_of.is_none());
        missing("since", self.since.is_none());
        let mut instant = |text: Option<Text>, path: &str| -> Option<Instant> {
            let text = text?;
            policy?.as_of(text.as_str()).map_err(|error| problems.take(error.at(path), "")).ok()
        };
        let (as_of, since) = (instant(self.as_of, "/as_of"), instant(self.since, "/since"));
        let Self { json, question, person, partner, pointer, fact, .. } = self;
        Checked { json, question, person, partner, as_of, since, pointer, fact }
    }
}

/// A question whose fields are there and good.
pub(super) struct Checked<'j> {
    json: &'j Json,
    question: QuestionKind,
    person: Option<PersonId>,
    partner: Option<PartnerId>,
    as_of: Option<Instant>,
    since: Option<Instant>,
    pointer: Option<Text>,
    fact: Option<FactId>,
}

impl Checked<'_> {
    /// The answer as text. A whole trail is written entry by entry: it is far longer than what it is told from.
    pub(super) fn written(self, journal: &Journal, policy: &Policy) -> Result<String, Error> {
        match (self.question, &self.person, self.as_of, &self.pointer, &self.fact) {
            (QuestionKind::Trail, Some(person), Some(as_of), None, None) => {
                Ok(super::written(Tracer::new(journal, policy, person, as_of)?))
            }
            _ => Ok(super::written(self.answer(journal, policy)?)),
        }
    }

    pub(super) fn answer(self, journal: &Journal, policy: &Policy) -> Result<Answer, Error> {
        match self.question {
            QuestionKind::Facts => Ok(Answer::Facts(FactsChecked::of(journal))),
            QuestionKind::Policy => Ok(Answer::Policy(Box::new(policy.clone()))),
            QuestionKind::Fit => Ok(Answer::Fit(fit::of_values(&traits(self.json)?, policy))),
            QuestionKind::BusinessDay => {
                let question = BusinessDayQuestion::from_json(self.json)?;
                Ok(Answer::BusinessDay(business_day(policy, &question)?))
            }
            _ => {
                let as_of = self.as_of.ok_or_else(nothing)?;
                self.answer_at(Question::new(journal, policy, as_of))
            }
        }
    }

    fn answer_at(self, about: Question<'_>) -> Result<Answer, Error> {
        let partner = self.partner.as_ref();
        match (self.question, self.person.as_ref(), self.since) {
            (QuestionKind::Portfolio, ..) => Ok(Answer::Portfolio(about.portfolio()?)),
            (QuestionKind::Rank, ..) => Ok(Answer::Ranking(about.rank(partner.ok_or_else(nothing)?)?)),
            (QuestionKind::Draft, ..) => Ok(Answer::Draft(drafted(self.json, partner, about)?)),
            (QuestionKind::Brief, Some(person), None) => Ok(Answer::Brief(Box::new(about.brief(person)?))),
            (QuestionKind::Brief, Some(person), Some(since)) => {
                Ok(Answer::Brief(Box::new(about.brief_since(person, since)?)))
            }
            (QuestionKind::Change, Some(person), Some(since)) => {
                Ok(Answer::Change(about.change(person, since)?))
            }
            (QuestionKind::WhatIf, Some(person), _) => {
                Ok(Answer::WhatIf(Box::new(about.what_if(person, &supposition(self.json)?)?)))
            }
            (QuestionKind::Schedule, Some(person), _) => Ok(Answer::Schedule(about.schedule(person)?)),
            (QuestionKind::Trail, Some(person), _) => {
                let (pointer, fact) = (self.pointer.as_ref(), self.fact.as_ref());
                let part = about.tracer(person)?.part(pointer.map(Text::as_str), fact.map(FactId::as_str))?;
                Ok(Answer::Trail(Box::new(part)))
            }
            // What a question needs was asked for before.
            _ => Err(nothing()),
        }
    }
}

/// Reads fields that only one kind of question has.
fn own<T>(json: &Json, read: impl FnOnce(&Fields<'_>, &mut Problems) -> Option<T>) -> Result<T, Error> {
    let mut problems = Problems::default();
    let root = At::root(None);
    let found = Fields::of(json, &root, &mut problems).and_then(|fields| read(&fields, &mut problems));
    problems.into_result(found)?.ok_or_else(nothing)
}

/// Values of traits by their names.
fn traits(json: &Json) -> Result<Vec<(Trait, UnitInterval)>, Error> {
    own(json, |fields, problems| fields.read("traits", problems)).map(|Given(traits)| traits)
}

fn supposition(json: &Json) -> Result<Supposition, Error> {
    own(json, |fields, problems| {
        let traits: Option<Option<Given>> = fields.read("traits", problems);
        let remedies: Option<Option<Vec<_>>> = fields.read("remedies", problems);
        let facts: Option<Option<Vec<Fact>>> = fields.read("supposed_facts", problems);
        Some(Supposition {
            traits: traits?.map(|Given(traits)| traits).unwrap_or_default(),
            remedies: remedies?.unwrap_or_default(),
            facts: facts?.unwrap_or_default(),
        })
    })
}

/// Values of traits; one that is `null` is not given.
struct Given(Vec<(Trait, UnitInterval)>);

impl Read for Given {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::of(json, at, problems)?;
        fields.refuse_unknown(&[Trait::WORDS], problems);
        let read = |of: &Trait| -> Option<Option<(Trait, UnitInterval)>> {
            let value: Option<UnitInterval> = fields.read(of.word(), problems)?;
            Some(value.map(|value| (*of, value)))
        };
        let values: Vec<Option<Option<_>>> = Trait::ALL.iter().map(read).collect();
        let values: Option<Vec<Option<_>>> = values.into_iter().collect();
        Some(Self(values?.into_iter().flatten().collect()))
    }
}

fn drafted(json: &Json, partner: Option<&PartnerId>, about: Question<'_>) -> Result<Draft, Error> {
    let mut problems = Problems::default();
    let root = At::root(None);
    let Some(fields) = Fields::of(json, &root, &mut problems) else { return Err(refused(problems)) };
    let kind: Option<DraftKind> = fields.read("draft", &mut problems);
    let announced = kind == Some(DraftKind::Announcement);
    let person: Option<PersonId> = if announced { fields.read("person", &mut problems) } else { None };
    let deal: Option<DealId> = if announced { None } else { fields.read("deal", &mut problems) };
    let language: Option<Option<Language>> = fields.read("language", &mut problems);
    let language = language.flatten().unwrap_or_default();
    match problems.into_result((kind, deal, person))? {
        (Some(DraftKind::CaseStudy), Some(deal), _) => about.case_study_draft(&deal, partner, language),
        (Some(DraftKind::Announcement), _, Some(person)) => about.announcement_draft(&person, language),
        _ => Err(nothing()),
    }
}

pub(super) fn refused(problems: Problems) -> Error {
    problems.into_error().unwrap_or_else(nothing)
}

pub(super) fn nothing() -> Error {
    Error::one(Place::default(), ProblemKind::NothingToRead {})
}
