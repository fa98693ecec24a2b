//! Draft: texts to begin with, written from the facts alone.

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::course::announcement;
use crate::deals::case_study::{self, CaseStudy};
use crate::error::{Error, Place, ProblemKind, phrase};
use crate::fact::{DealId, Event, Journal, PartnerId, PersonId};
use crate::json::read::words;
use crate::partner::view::{PartnerView, partner_of};
use crate::policy::Policy;
use crate::text::{self, Language};

words! {
    /// Which text.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum DraftKind {
        /// The story of a won deal, for everybody concerned.
        CaseStudy = "case_study",
        /// The message by which executives tell the company who leads.
        Announcement = "announcement",
    }
}

/// A text to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Draft {
    /// The text, in Markdown. What the facts do not say is a marked blank.
    pub text: String,
}

/// The draft of the message by which executives tell the company who leads: 「〇〇さんに新規ソリューションの推進役を任せる」.
///
/// # Errors
/// As [`brief`](crate::brief()).
pub fn announcement(
    journal: &Journal,
    policy: &Policy,
    person: &PersonId,
    as_of: Instant,
    language: Language,
) -> Result<Draft, Error> {
    let partner = PartnerView::new(journal, partner_of(journal, person, as_of)?, policy, as_of)?;
    let announcement = announcement::evaluate(&partner.person(person));
    Ok(Draft { text: text::announcement(&announcement, language) })
}

/// The draft of a case study of a won deal.
///
/// # Errors
/// `unknown_deal` where no fact up to the as-of names the deal (at the partner); `contradiction` where it is not won,
/// or where several partners have it and none is named; `unknown_calendar`.
pub fn case_study(
    journal: &Journal,
    policy: &Policy,
    deal: &DealId,
    partner: Option<&PartnerId>,
    as_of: Instant,
    language: Language,
) -> Result<Draft, Error> {
    let case = case(journal, policy, deal, partner, as_of)?;
    Ok(Draft { text: text::case_study(&case, language) })
}

/// The facts of a won deal, as its case study tells them; `partner` is needed where several partners have a deal of
/// that id.
fn case(
    journal: &Journal,
    policy: &Policy,
    deal: &DealId,
    partner: Option<&PartnerId>,
    as_of: Instant,
) -> Result<CaseStudy, Error> {
    let has = |of: &&PartnerId| {
        let seen = journal.of_partner(of).iter().take_while(|fact| fact.at <= as_of);
        seen.into_iter().any(|fact| match &fact.event {
            Event::Deal(of) => of.deal == *deal,
            Event::Activity(of) => of.deal.as_ref() == Some(deal),
            _ => false,
        })
    };
    let partners: Vec<&PartnerId> =
        journal.partners().filter(|of| partner.is_none_or(|partner| partner == *of)).filter(has).collect();
    let refused = |path: &str, kind: ProblemKind| Error::one(Place::at(path), kind);
    let found = match partners.as_slice() {
        [] => return Err(refused("/deal", ProblemKind::UnknownDeal { found: deal.to_string() })),
        [found] => found,
        several => {
            let names: Vec<&str> = several.iter().map(|of| of.as_str()).collect();
            let what = phrase!(
                "several partners have a deal `{}`, say which `partner`: `{}`",
                deal,
                names.join(", ")
            );
            return Err(refused("/deal", ProblemKind::Contradiction { what }));
        }
    };
    let view = PartnerView::new(journal, found, policy, as_of)?;
    case_study::evaluate(&view, deal).ok_or_else(|| {
        let what = phrase!("the deal `{}` is not won, and a case study tells of a win", deal);
        refused("/deal", ProblemKind::Contradiction { what })
    })
}
