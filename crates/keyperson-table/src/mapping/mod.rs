//! The mapping: which column of an export is which field of which fact.

mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use chrono_tz::Tz;
use keyperson::calendar::Zone;
use keyperson::fact::{ColumnKind, EventSpec};
use keyperson::{Error, Phrase, Place, ProblemKind, phrase};

use crate::cell::Value;
use crate::input::{Format, Input, shortened};

/// The schema tag of a mapping file.
pub const MAPPING_SCHEMA: &str = "keyperson.mapping/1";

/// The mappings that come with the crate: name and text.
///
/// Each is a starting point: stages and owners differ from company to company, so copy the text and change it.
pub const SHIPPED: &[(&str, &str)] = &[
    ("salesforce_opportunity", include_str!("../../mappings/salesforce_opportunity.toml")),
    ("salesforce_task", include_str!("../../mappings/salesforce_task.toml")),
    ("hubspot_deal", include_str!("../../mappings/hubspot_deal.toml")),
    ("maven_crm", include_str!("../../mappings/maven_crm.toml")),
];

/// How the rows of a table become facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    pub(crate) input: Input,
    /// Short names of columns, each with the headers that it may stand under.
    pub(crate) columns: BTreeMap<String, Vec<String>>,
    pub(crate) lookups: BTreeMap<String, LookupSpec>,
    pub(crate) skips: Vec<SkipRule<String>>,
    pub(crate) facts: Vec<FactTemplate<String>>,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// `not_toml`, or every mistake of the file, each with its path: unknown keys, types and fields, required
    /// fields without a source, zones, date formats and templates that mean nothing, lookups not defined.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        read::mapping(text)
    }

    /// One of the mappings that come with the crate.
    ///
    /// # Errors
    /// `unknown_value` where there is none of that name.
    pub fn shipped(name: &str) -> Result<Self, Error> {
        match SHIPPED.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => Self::from_toml(text),
            None => {
                let allowed = SHIPPED.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
                let allowed = Phrase::verbatim(allowed);
                Err(Error::one(
                    Place::default(),
                    ProblemKind::UnknownValue { found: shortened(name), allowed },
                ))
            }
        }
    }

    /// The same mapping with local dates and times read in another zone.
    #[must_use]
    pub fn with_zone(mut self, zone: Zone) -> Self {
        // A zone is an IANA name by construction.
        self.input.zone = Tz::from_str(zone.name()).unwrap_or(self.input.zone);
        self
    }

    /// The format that the mapping names, where it does; otherwise the file's ending decides ([`Format::of_file`]).
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        self.input.format
    }

    /// The lookup tables that must be given: name and file, relative to the mapping file; sorted by name.
    pub fn lookup_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lookups.iter().map(|(name, lookup)| (name.as_str(), lookup.file.as_str()))
    }
}

/// A further table, joined by a key.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LookupSpec {
    pub file: String,
    pub key: String,
}

/// Rows that are left out on purpose, with the reason that the summary tells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SkipRule<C> {
    pub when: Vec<Condition<C>>,
    pub reason: String,
}

/// One fact that a row may give. `C` is how a column is named: by text, or bound to its place in the table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FactTemplate<C> {
    pub spec: &'static EventSpec,
    pub when: Vec<Condition<C>>,
    /// One fact per id, from the earliest row.
    pub distinct: bool,
    pub fields: Vec<FieldSource<C>>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FieldSource<C> {
    pub name: &'static str,
    pub kind: ColumnKind,
    pub from: Origin<C>,
    /// Lookup table and the column taken from it.
    pub lookup: Option<(String, String)>,
    pub map: Option<BTreeMap<String, String>>,
    /// Values that the map lacks stay as they are.
    pub keep_unmapped: bool,
    pub default: Option<Value<'static>>,
    pub divide: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Origin<C> {
    Column(ColumnRef<C>),
    Template(Vec<Piece<C>>),
    Constant(Value<'static>),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece<C> {
    Text(String),
    Column(C),
}

/// A column, and whether the table may lack it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ColumnRef<C> {
    pub column: C,
    pub optional: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Condition<C> {
    pub column: ColumnRef<C>,
    pub test: Test,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    Is(BTreeSet<String>),
    IsNot(BTreeSet<String>),
    Blank(bool),
}

/// The first of many names, for a message, and how many more there are.
pub(crate) fn listed<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> Phrase {
    const LISTED: usize = 20;
    let all = names.len();
    let more = all.saturating_sub(LISTED);
    let text = names.take(LISTED).map(shortened).collect::<Vec<_>>().join(", ");
    if more > 0 { phrase!("{} and {} more ({} in all)", text, more, all) } else { Phrase::verbatim(text) }
}

/// The columns of a table as the first message names them; a further one need not repeat them.
pub(crate) fn listed_once(columns: &[String], first: bool) -> Phrase {
    if first { listed(columns.iter().map(String::as_str)) } else { phrase!("as above") }
}
