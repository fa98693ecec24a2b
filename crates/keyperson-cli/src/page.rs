//! Briefs and portfolios in each format.

use arrow_array::RecordBatch;
use keyperson::{Brief, Error, Policy, Portfolio};
use keyperson_table::arrow::{arrow_file, parquet_file, people_table};
use serde::Serialize;

use crate::args::{BriefFormat, PortfolioFormat};
use crate::exit::{Failure, unwritten};
use crate::question::Question;
use crate::terminal::Terminal;
use crate::text as say;
use crate::{brief_text, complaint, portfolio_text};

/// A brief in a format.
pub fn brief(
    terminal: &Terminal,
    question: &Question,
    brief: &Brief,
    format: BriefFormat,
) -> Result<String, Failure> {
    let language = terminal.language;
    Ok(match format {
        BriefFormat::Text => brief_text::text(terminal, brief, &question.journal)?,
        BriefFormat::Json => json(brief),
        BriefFormat::Markdown => {
            keyperson_report::markdown(brief, language).map_err(|error| unwritten(&error))?
        }
        BriefFormat::Html => keyperson_report::html(brief, language).map_err(|error| unwritten(&error))?,
    })
}

/// A portfolio in a format.
pub fn portfolio(
    terminal: &Terminal,
    portfolio: &Portfolio,
    policy: &Policy,
    format: PortfolioFormat,
) -> Result<Vec<u8>, Failure> {
    let language = terminal.language;
    let table = |written: fn(&RecordBatch) -> Result<Vec<u8>, Error>| {
        people_table(portfolio, policy)
            .and_then(|people| written(&people))
            .map_err(|error| complaint::whole(terminal, say::the_facts(language), &error))
    };
    Ok(match format {
        PortfolioFormat::Parquet => return table(parquet_file),
        PortfolioFormat::Arrow => return table(arrow_file),
        PortfolioFormat::Text => portfolio_text::text(terminal, portfolio, None),
        PortfolioFormat::Json => json(portfolio),
        PortfolioFormat::Markdown => {
            keyperson_report::portfolio_markdown(portfolio, language).map_err(|error| unwritten(&error))?
        }
        PortfolioFormat::Html => {
            keyperson_report::portfolio_html(portfolio, language).map_err(|error| unwritten(&error))?
        }
        PortfolioFormat::Csv => keyperson_report::portfolio_csv(portfolio),
    }
    .into_bytes())
}

fn json(document: &impl Serialize) -> String {
    // Plain data into a string cannot fail.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}
