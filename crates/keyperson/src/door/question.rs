//! A question: facts, policy and the date, and everything that can be asked of the three.

use std::ops::ControlFlow;

use crate::answer::brief::{self, Brief};
use crate::answer::change::Change;
use crate::answer::portfolio::{self, Portfolio};
use crate::answer::trail::{Tracer, Trail};
use crate::answer::what_if::{self, Supposition, WhatIf};
use crate::calendar::Instant;
use crate::door::business_day::{self, BusinessDay, BusinessDayQuestion};
use crate::door::draft::{self, Draft};
use crate::error::Error;
use crate::fact::{DealId, Journal, PartnerId, PersonId, Trait};
use crate::person::fit::{self, Fit};
use crate::person::ranking::Ranking;
use crate::policy::Policy;
use crate::text::Language;
use crate::together::schedule::{self, Schedule};
use crate::value::UnitInterval;

/// What happened, what we believe, and when we ask. Every answer of the library is a function of these three.
///
/// ```
/// let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#,
/// )?;
/// let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-04-30")?);
/// let person = "p-001".parse()?;
/// assert_eq!(question.brief(&person)?.partner.as_str(), "acme");
/// assert_eq!(question.portfolio()?.people.len(), 1);
/// assert_eq!(question.rank(&"acme".parse()?)?.standings.len(), 1);
/// # Ok::<(), keyperson::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The facts.
    pub journal: &'a Journal,
    /// The judgement.
    pub policy: &'a Policy,
    /// The instant up to which facts are seen.
    pub as_of: Instant,
}

impl<'a> Question<'a> {
    /// A question about these facts, by this policy, at this instant. [`Policy::as_of`] reads an instant from text.
    #[must_use]
    pub const fn new(journal: &'a Journal, policy: &'a Policy, as_of: Instant) -> Self {
        Self { journal, policy, as_of }
    }

    /// Everything about one person, on one page. What moved is told since the last meeting at which the page was
    /// shared.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// let brief = question.brief(&"p-001".parse()?)?;
    /// assert!(brief.mismatches.iter().any(|mismatch| mismatch.stands()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_person` where no fact up to the date is about the person; `unknown_calendar` where the partner was
    /// registered with a calendar that nobody defines.
    pub fn brief(&self, person: &PersonId) -> Result<Brief, Error> {
        brief::brief(self.journal, self.policy, person, self.as_of)
    }

    /// The same, with what moved since an instant of your own.
    ///
    /// # Errors
    /// As [`Question::brief`]; `contradiction` for an instant after the date.
    pub fn brief_since(&self, person: &PersonId, since: Instant) -> Result<Brief, Error> {
        brief::brief_since(self.journal, self.policy, person, self.as_of, since)
    }

    /// The briefs of everybody who has not left, each handed to `each` as it is made, which may end it.
    ///
    /// # Errors
    /// `unknown_calendar`, before any brief is made.
    pub fn briefs(&self, each: &mut dyn FnMut(Brief) -> ControlFlow<()>) -> Result<(), Error> {
        brief::briefs(self.journal, self.policy, self.as_of, each)
    }

    /// What moved a person between another instant and the date, in either order.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// let change = question.change(&"p-001".parse()?, policy.as_of("2026-01-06")?)?;
    /// assert_eq!(change.facts.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Question::brief`], of the later of the two.
    pub fn change(&self, person: &PersonId, other: Instant) -> Result<Change, Error> {
        brief::change(self.journal, self.policy, person, self.as_of, other)
    }

    /// Every number of a person's brief with the facts behind it, and every fact with the numbers that it moves.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// let trail = question.trail(&"p-001".parse()?)?;
    /// let score = trail.number("/fit/score").map(|number| trail.behind(number).len());
    /// assert_eq!(score, Some(2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Question::brief`].
    pub fn trail(&self, person: &PersonId) -> Result<Trail, Error> {
        Ok(self.tracer(person)?.whole())
    }

    /// The same, one number or fact at a time.
    ///
    /// # Errors
    /// As [`Question::brief`].
    pub fn tracer(&self, person: &PersonId) -> Result<Tracer<'a>, Error> {
        Tracer::new(self.journal, self.policy, person, self.as_of)
    }

    /// Everybody of all partners, a row per person.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// let row = &question.portfolio()?.people[0];
    /// assert_eq!(row.person.as_str(), "p-001");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_calendar` where a partner was registered with a calendar that nobody defines.
    pub fn portfolio(&self) -> Result<Portfolio, Error> {
        portfolio::portfolio(self.journal, self.policy, self.as_of)
    }

    /// The same of a journal that may take long: `watch` is told the number of facts done after each partner, and may
    /// end it. What was done until then is handed out.
    ///
    /// # Errors
    /// As [`Question::portfolio`].
    pub fn portfolio_watched(
        &self,
        watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<Portfolio, Error> {
        portfolio::watched(self.journal, self.policy, self.as_of, watch)
    }

    /// The people of one partner in order. If the evidence cannot separate two people, it says so.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// let ranking = question.rank(&"acme".parse()?)?;
    /// assert_eq!(ranking.standings[0].rank, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_partner` where no fact up to the date is about the partner; `unknown_calendar`.
    pub fn rank(&self, partner: &PartnerId) -> Result<Ranking, Error> {
        portfolio::rank(self.journal, self.policy, partner, self.as_of)
    }

    /// The brief as it is, and as it would be if something were so.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// use keyperson::answer::what_if::Supposition;
    /// let more_time = Supposition { remedies: vec!["working_time".parse()?], ..Supposition::default() };
    /// let what = question.what_if(&"p-001".parse()?, &more_time)?;
    /// assert!(what.after.fit.score.get() > what.before.fit.score.get());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Question::brief`]; `unknown_reference` for a remedy that the policy does not have, `fact_conflict` for a
    /// supposed fact under the id of another.
    pub fn what_if(&self, person: &PersonId, supposition: &Supposition) -> Result<WhatIf, Error> {
        what_if::what_if(self.journal, self.policy, person, self.as_of, supposition)
    }

    /// How well given values of traits fit the role. Only the policy is asked; traits that are not given are unknown.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// use keyperson::{Trait, UnitInterval};
    /// let fit = question.fit(&[(Trait::Drive, UnitInterval::new(0.9)?)]);
    /// // Drive weighs a quarter, and nothing is known of the rest.
    /// assert!((fit.coverage - 0.25).abs() < 1e-9);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn fit(&self, values: &[(Trait, UnitInterval)]) -> Fit {
        fit::of_values(values, self.policy)
    }

    /// The next regular meetings with a person.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// // Nobody was appointed, so no meetings are planned.
    /// assert!(question.schedule(&"p-001".parse()?)?.meetings.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Question::brief`].
    pub fn schedule(&self, person: &PersonId) -> Result<Schedule, Error> {
        schedule::schedule(self.journal, self.policy, person, self.as_of)
    }

    /// The announcement of a person's appointment, to begin with; what the facts do not say is a marked blank.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// use keyperson::text::Language;
    /// let draft = question.announcement_draft(&"p-001".parse()?, Language::Japanese)?;
    /// assert!(draft.text.contains("推進役を任せます"));
    /// assert!(draft.text.contains("【要記入：権限（自分で決められること）】"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Question::brief`].
    pub fn announcement_draft(&self, person: &PersonId, language: Language) -> Result<Draft, Error> {
        draft::announcement(self.journal, self.policy, person, self.as_of, language)
    }

    /// The case study of a won deal, to begin with. `partner` says whose deal it is where several have one of that id.
    ///
    /// ```
    /// use keyperson::text::Language;
    /// # let policy = keyperson::Policy::default();
    /// let journal = keyperson::Journal::from_json_lines(
    ///     r#"{"id":"f-1","at":"2026-02-02T10:00:00+09:00","partner":"acme","person":"p-001","type":"deal","deal":"d-1","stage":"won","name":"Sample Foods"}"#,
    /// )?;
    /// let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-04-30")?);
    /// let draft = question.case_study_draft(&"d-1".parse()?, None, Language::English)?;
    /// assert!(draft.text.starts_with("# How Sample Foods was won"));
    /// assert!(draft.text.contains("[to fill in: industry]"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_deal` where no fact up to the date names the deal (at the partner); `contradiction` where it is not won,
    /// or where several partners have it and none is named; `unknown_calendar`.
    pub fn case_study_draft(
        &self,
        deal: &DealId,
        partner: Option<&PartnerId>,
        language: Language,
    ) -> Result<Draft, Error> {
        draft::case_study(self.journal, self.policy, deal, partner, self.as_of, language)
    }

    /// A day in a business calendar of the policy.
    ///
    /// ```
    /// # let policy = keyperson::Policy::default();
    /// # let journal = keyperson::Journal::from_json_lines(concat!(
    /// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
    /// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
    /// # ))?;
    /// # let question = keyperson::Question::new(&journal, &policy, policy.as_of("2026-01-31")?);
    /// use keyperson::door::business_day::BusinessDayQuestion;
    /// let day = question.business_day(&BusinessDayQuestion::of("2026-05-01".parse()?))?;
    /// assert_eq!(day.next_business_day, Some("2026-05-07".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `unknown_calendar`
    pub fn business_day(&self, question: &BusinessDayQuestion) -> Result<BusinessDay, Error> {
        business_day::business_day(self.policy, question)
    }
}
