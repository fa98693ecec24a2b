//! The command line: every command with its options, and what their values may be.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use keyperson::calendar::{Day, Instant};
use keyperson::text::Language;
use keyperson::{DealId, PartnerId, PersonId};

use crate::text::Mistake;

/// Who moves a partnership, how sure we are, and what to do this week.
#[derive(Debug, Parser)]
#[command(name = "keyperson", version, arg_required_else_help = true)]
pub struct Cli {
    /// Language of messages and pages [default: from LC_ALL, LC_MESSAGES or LANG, else en]
    #[arg(long, global = true, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make up a portfolio and show what comes out of it
    Demo(Demo),
    /// Turn an export (CSV or Parquet) into facts
    Import(Import),
    /// One person on one page
    Brief(Brief),
    /// Everybody in one table
    Portfolio(Portfolio),
    /// The facts behind a number of a brief, and the numbers that a fact moves
    Trail(Trail),
    /// Ask anything in the JSON form: rank, what_if, fit, business_day and all the others
    Ask(Ask),
    /// Write a text to begin with, from the facts alone
    #[command(subcommand)]
    Draft(Draft),
    /// The coming regular meetings as a calendar file (.ics)
    Calendar(Calendar),
    /// Begin, check and explain a policy
    #[command(subcommand)]
    Policy(Policy),
    /// Print the JSON Schema of a document
    Schema(Schema),
    /// Make up a portfolio whose truth is known
    Simulate(Simulate),
}

/// `keyperson demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// Folder for the files of the demonstration
    #[arg(long, value_name = "DIR", default_value = "keyperson-demo")]
    pub out: PathBuf,
    /// Replace files of these names that are there with other content
    #[arg(long)]
    pub force: bool,
}

/// `keyperson import`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("task").args(["export", "list_mappings", "show_mapping"]).required(true).multiple(false))]
pub struct Import {
    /// Exports to read: CSV or Parquet, `-` for CSV from the input
    #[arg(value_name = "EXPORT", requires = "mapping")]
    pub export: Vec<PathBuf>,
    /// Shipped mapping by name, or a mapping file (.toml)
    #[arg(long, value_name = "NAME|FILE")]
    pub mapping: Option<String>,
    /// Table that the mapping looks things up in [default: the file that the mapping names, beside the export]
    #[arg(long, value_name = "NAME=FILE", value_parser = named_file)]
    pub lookup: Vec<(String, PathBuf)>,
    /// File for the facts, `-` for the output; a name that ends in .parquet or .arrow gives a table
    /// [default: facts.jsonl, where that is not there yet]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace facts.jsonl, which nobody named, where it is there with other content
    #[arg(long)]
    pub force: bool,
    /// Show the first facts and every row that cannot be read, and write nothing [default: 5 facts]
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = "5")]
    pub preview: Option<usize>,
    /// Write the facts of the good rows where others cannot be read
    #[arg(long)]
    pub keep_good_rows: bool,
    /// Name the shipped mappings
    #[arg(long)]
    pub list_mappings: bool,
    /// Print a shipped mapping, to begin one of your own
    #[arg(long, value_name = "NAME")]
    pub show_mapping: Option<String>,
}

/// What every question needs: facts, a date, a policy.
#[derive(Debug, Args)]
pub struct Question {
    /// Files of facts, one JSON object per line; `-` for the input
    #[arg(required = true, value_name = "FACTS")]
    pub facts: Vec<PathBuf>,
    /// When the question is asked: a day (its end in the policy's zone) or an instant [default: now]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<String>,
    /// Policy file (TOML, or JSON where it ends in .json) [default: the default policy]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
}

/// `keyperson brief`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("who").args(["person", "all"]).required(true).multiple(false))]
pub struct Brief {
    /// Facts, date and policy.
    #[command(flatten)]
    pub question: Question,
    /// Whom to ask about
    #[arg(long, value_name = "ID", value_parser = person)]
    pub person: Option<PersonId>,
    /// Everybody who has not left: one page each, into the folder of --out
    #[arg(long, requires = "out", conflicts_with = "since")]
    pub all: bool,
    /// Tell what changed since this date, and why [default: since the last meeting with a brief]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub since: Option<String>,
    /// Format [default: text, or what the ending of --out tells]
    #[arg(long, value_enum)]
    pub format: Option<BriefFormat>,
    /// File for the page (folder with --all), `-` for the output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace pages of --all that are there with other content
    #[arg(long)]
    pub force: bool,
}

/// `keyperson draft`
#[derive(Debug, Subcommand)]
pub enum Draft {
    /// The story of a won deal, in Markdown, with blanks for what the facts do not say
    CaseStudy(CaseStudyDraft),
    /// The message by which executives tell the company who leads, with blanks for what the facts do not say
    Announcement(AnnouncementDraft),
}

/// `keyperson draft announcement`
#[derive(Debug, Args)]
pub struct AnnouncementDraft {
    /// Facts, date and policy.
    #[command(flatten)]
    pub question: Question,
    /// Who leads
    #[arg(long, value_name = "ID", value_parser = person)]
    pub person: PersonId,
    /// File for the text, `-` for the output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `keyperson draft case-study`
#[derive(Debug, Args)]
pub struct CaseStudyDraft {
    /// Facts, date and policy.
    #[command(flatten)]
    pub question: Question,
    /// The won deal
    #[arg(long, value_name = "ID", value_parser = deal)]
    pub deal: DealId,
    /// Its partner, where several have a deal of that id
    #[arg(long, value_name = "ID", value_parser = partner)]
    pub partner: Option<PartnerId>,
    /// File for the text, `-` for the output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `keyperson calendar`
#[derive(Debug, Args)]
pub struct Calendar {
    /// Facts, date and policy.
    #[command(flatten)]
    pub question: Question,
    /// Whose meetings
    #[arg(long, value_name = "ID", value_parser = person)]
    pub person: PersonId,
    /// File for the calendar, `-` for the output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Formats of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BriefFormat {
    /// For the terminal
    Text,
    /// Every number, by name
    Json,
    /// For documents and chats
    Markdown,
    /// One page that needs nothing else
    Html,
}

impl BriefFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Text, Self::Json, Self::Markdown, Self::Html];

    /// The ending of files in this format.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }
}

/// `keyperson portfolio`
#[derive(Debug, Args)]
pub struct Portfolio {
    /// Facts, date and policy.
    #[command(flatten)]
    pub question: Question,
    /// Format [default: text, or what the ending of --out tells]
    #[arg(long, value_enum)]
    pub format: Option<PortfolioFormat>,
    /// File for the table, `-` for the output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `keyperson ask`
#[derive(Debug, Args)]
pub struct Ask {
    /// The question as JSON, such as `{"do":"rank","partner":"acme","as_of":"2026-04-30"}`
    #[arg(value_name = "QUESTION")]
    pub question: String,
    /// Files of facts, one JSON object per line; `-` for the input; none for what needs no facts
    #[arg(value_name = "FACTS")]
    pub facts: Vec<PathBuf>,
    /// Policy file (TOML, or JSON where it ends in .json) [default: the default policy]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// File for the answer, `-` for the output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `keyperson trail`
#[derive(Debug, Args)]
pub struct Trail {
    /// Facts, date and policy.
    #[command(flatten)]
    pub question: Question,
    /// Whose brief it is
    #[arg(long, value_name = "ID", value_parser = person)]
    pub person: PersonId,
    /// The number at this JSON pointer into the brief, such as `/fit/score`, or all below it [default: an overview]
    #[arg(long, value_name = "POINTER", conflicts_with = "fact")]
    pub of: Option<String>,
    /// The fact with this id
    #[arg(long, value_name = "ID")]
    pub fact: Option<String>,
    /// Format [default: text, or what the ending of --out tells]
    #[arg(long, value_enum)]
    pub format: Option<TrailFormat>,
    /// File for the trail, `-` for the output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Formats of a trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TrailFormat {
    /// For the terminal
    Text,
    /// Everything, by name
    Json,
}

impl TrailFormat {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Text, Self::Json];

    /// The ending of files in this format.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
        }
    }
}

/// Formats of a portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PortfolioFormat {
    /// For the terminal
    Text,
    /// Every number, by name
    Json,
    /// For documents and chats
    Markdown,
    /// One page that needs nothing else
    Html,
    /// For spreadsheets
    Csv,
    /// People as a table for data tools
    Parquet,
    /// The same as an Arrow IPC file
    Arrow,
}

impl PortfolioFormat {
    /// Every format.
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Json, Self::Markdown, Self::Html, Self::Csv, Self::Parquet, Self::Arrow];

    /// The ending of files in this format.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
            Self::Arrow => "arrow",
        }
    }
}

/// `keyperson policy`
#[derive(Debug, Subcommand)]
pub enum Policy {
    /// Write the default policy, every setting explained, as a file to change
    Init {
        /// File for the policy, `-` for the output; one that is there is not replaced
        #[arg(long, value_name = "FILE", default_value = "policy.toml")]
        out: PathBuf,
        /// Replace the file where it is there
        #[arg(long)]
        force: bool,
    },
    /// Tell everything that is wrong in a policy
    Check {
        /// Policy file, `-` for TOML from the input
        file: PathBuf,
    },
    /// Say what settings mean and what they are
    Explain {
        /// Settings, such as `fit.rho`, `ladder` or `traits.drive.floor`; none for an overview
        path: Vec<String>,
        /// Policy to compare with the default one
        #[arg(long, value_name = "FILE")]
        policy: Option<PathBuf>,
    },
}

/// `keyperson schema`
#[derive(Debug, Args)]
pub struct Schema {
    /// Kind of document
    #[arg(value_enum)]
    pub of: Document,
}

/// Kinds of document that have a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Document {
    /// One line of a file of facts
    Fact,
    /// A whole policy
    Policy,
    /// What `brief --format json` prints
    Brief,
    /// The part `change` of what `brief --format json` prints
    Change,
    /// What `portfolio --format json` prints
    Portfolio,
    /// What `trail --format json` prints
    Trail,
    /// A mapping file
    Mapping,
}

/// `keyperson simulate`
#[derive(Debug, Args)]
pub struct Simulate {
    /// How many partner companies
    #[arg(long, default_value_t = 12, value_name = "N", value_parser = partners)]
    pub partners: usize,
    /// Everything random follows from it
    #[arg(long, default_value_t = 20_260_105, value_name = "S")]
    pub seed: u64,
    /// First day of the facts
    #[arg(long, default_value = "2026-01-05", value_name = "DAY", value_parser = day)]
    pub start: Day,
    /// Last day of the facts
    #[arg(long, default_value = "2026-04-30", value_name = "DAY", value_parser = day)]
    pub as_of: Day,
    /// File for the facts, `-` for the output; a name that ends in .parquet or .arrow gives a table
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub out: PathBuf,
    /// File for what is true of each person
    #[arg(long, value_name = "FILE")]
    pub truth: Option<PathBuf>,
}

/// The languages by their words.
fn languages() -> impl TypedValueParser<Value = Language> {
    let known = Language::ALL.iter().map(|of| PossibleValue::new(of.word()).help(format!("{of:?}")));
    PossibleValuesParser::new(known).try_map(|word| word.parse::<Language>())
}

/// A day or an instant; it is kept as text, for what a day means depends on the policy.
fn date(text: &str) -> Result<String, Mistake> {
    match text.parse::<Day>().is_ok() || text.parse::<Instant>().is_ok() {
        true => Ok(text.to_owned()),
        false => Err(Mistake::Date),
    }
}

fn day(text: &str) -> Result<Day, Mistake> {
    text.parse().map_err(|_| Mistake::Day)
}

fn deal(text: &str) -> Result<DealId, Mistake> {
    Ok(DealId::new(text)?)
}

fn partner(text: &str) -> Result<PartnerId, Mistake> {
    Ok(PartnerId::new(text)?)
}

fn person(text: &str) -> Result<PersonId, Mistake> {
    Ok(PersonId::new(text)?)
}

/// More partners than this make more facts than anybody's memory holds.
const MAX_PARTNERS: usize = 100_000;

fn partners(text: &str) -> Result<usize, Mistake> {
    match text.parse() {
        Ok(count) if (1..=MAX_PARTNERS).contains(&count) => Ok(count),
        _ => Err(Mistake::Partners { most: MAX_PARTNERS }),
    }
}

fn named_file(text: &str) -> Result<(String, PathBuf), Mistake> {
    match text.split_once('=') {
        Some((name, file)) if !name.is_empty() && !file.is_empty() => {
            Ok((name.to_owned(), PathBuf::from(file)))
        }
        _ => Err(Mistake::NamedFile),
    }
}
