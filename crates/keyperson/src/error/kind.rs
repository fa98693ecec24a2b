//! The kinds of problem, each with its code, and what is said of it in English.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::phrase::{Field, Phrase, ProblemValue, fill, phrase};

/// Declares the kinds of problem: variant, permanent code, text and hint stand side by side, so that none is
/// forgotten. Texts and hints name the fields in braces.
macro_rules! problem_kinds {
    ($(
        $(#[doc = $doc:literal])*
        $variant:ident { $($(#[doc = $field_doc:literal])* $field:ident: $type:ty),* $(,)? }
        $code:literal, $text:literal, $hint:literal;
    )*) => {
        /// Every kind of problem; each has one permanent code.
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(tag = "code", content = "values")]
        #[non_exhaustive]
        pub enum ProblemKind {
            $(
                $(#[doc = $doc])*
                #[serde(rename = $code)]
                $variant { $($(#[doc = $field_doc])* $field: $type),* },
            )*
        }

        impl ProblemKind {
            /// All permanent codes, in the order of declaration.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The permanent code of this kind.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),* }
            }

            /// What it is and what to do about it in English, with the fields in braces.
            pub(crate) fn templates(&self) -> (&'static str, &'static str) {
                match self { $(Self::$variant { .. } => ($text, $hint)),* }
            }

            /// Hands out the fields with their names. Not generic, so that a browser loads one small table of them.
            fn fields(&self, take: &mut dyn FnMut(&[(&'static str, &dyn Field)])) {
                match self { $(Self::$variant { $($field),* } => take(&[$((stringify!($field), $field as &dyn Field)),*])),* }
            }

            /// One problem of every kind, with nothing in its fields.
            #[cfg(test)]
            pub(crate) fn samples() -> Vec<Self> {
                vec![$(Self::$variant { $($field: <$type>::default()),* }),*]
            }
        }
    };
}

impl ProblemKind {
    /// What to do about it, one sentence for people.
    #[must_use]
    pub fn hint(&self) -> String {
        self.filled(self.templates().1, &ProblemValue::to_string)
    }

    /// The fields by name, as sentences show them.
    #[must_use]
    pub fn values(&self) -> BTreeMap<&'static str, ProblemValue> {
        let mut values = BTreeMap::new();
        self.fields(&mut |fields| {
            for (name, field) in fields {
                values.insert(*name, field.value());
            }
        });
        values
    }

    /// A template with the fields in place of their names, each as `said` says it.
    pub(crate) fn filled(&self, template: &str, said: &dyn Fn(&ProblemValue) -> String) -> String {
        let values = self.values();
        fill(template, &|name| values.get(name).map(said))
    }
}

impl std::error::Error for ProblemKind {}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.filled(self.templates().0, &ProblemValue::to_string))
    }
}

problem_kinds! {
    /// The bytes are not UTF-8.
    NotUtf8 {
        /// Offset of the first bad byte, from 0.
        offset: u64,
    } "not_utf8", "the text is not UTF-8 (first bad byte at offset {offset})", "save the file as UTF-8; exports from Japanese Windows are often Shift_JIS, some of Excel UTF-16";

    /// The text is larger than what is read as one document.
    InputTooLarge {
        /// Size of the input, in bytes.
        bytes: u64,
        /// The limit, in bytes.
        limit: u64,
    } "input_too_large", "the input has {bytes} bytes, more than the {limit} that are read as one document", "split it, or read it piece by piece with a journal builder";

    /// Not JSON at all.
    NotJson {
        /// What the parser said, and where.
        reason: Phrase,
    } "not_json", "this is not JSON: {reason}", "each line must be one JSON object in braces";

    /// Not TOML at all.
    NotToml {
        /// What the parser said.
        reason: String,
    } "not_toml", "this is not TOML: {reason}", "compare a policy with what `keyperson policy init` writes, a mapping with what `keyperson import --show-mapping` prints";

    /// NaN or an infinity.
    NotFinite {
        /// What stood there.
        found: Phrase,
    } "not_finite", "`{found}` is not a finite number", "leave the field out when the value is unknown";

    /// Lists or objects inside one another, too deeply.
    TooDeep {} "too_deep", "the nesting is deeper than 127 levels", "facts and policies are flat; look for a list or object that contains itself";

    /// The same key twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
    } "duplicate_key", "the key `{key}` appears twice in the same object", "keep one of the two; which is meant cannot be guessed";

    /// A field that this type does not have.
    UnknownField {
        /// The field.
        field: String,
        /// The fields that it does have.
        known: String,
    } "unknown_field", "there is no field `{field}` here", "the fields are: {known}";

    /// A field that must be there.
    MissingField {
        /// The field.
        field: String,
    } "missing_field", "the field `{field}` is missing", "add `{field}`";

    /// A type of fact that does not exist.
    UnknownType {
        /// What stood there.
        found: String,
        /// The types that exist.
        known: String,
    } "unknown_type", "there is no fact type `{found}`", "the types are: {known}";

    /// A value of the wrong kind.
    WrongType {
        /// What belongs there.
        expected: Phrase,
        /// What stood there.
        found: Phrase,
    } "wrong_type", "expected {expected}, found {found}", "write {expected} there";

    /// A number outside its range.
    OutOfRange {
        /// What stood there.
        found: String,
        /// What belongs there.
        expected: Phrase,
    } "out_of_range", "`{found}` is out of range", "give {expected}";

    /// A word that is not among those allowed.
    UnknownValue {
        /// What stood there.
        found: String,
        /// The words allowed.
        allowed: Phrase,
    } "unknown_value", "`{found}` is not one of the words allowed here", "write one of: {allowed}";

    /// A day that does not exist or is out of range.
    BadDay {
        /// What stood there.
        found: String,
    } "bad_day", "`{found}` is not a day between 1900-01-01 and 2200-12-31", "write year, month and day, such as 2026-04-30";

    /// An instant that does not exist, has no offset, or is out of range.
    BadInstant {
        /// What stood there.
        found: String,
    } "bad_instant", "`{found}` is not an instant between 1900 and 2200 with its offset", "write it as 2026-04-30T09:00:00+09:00";

    /// A time of day that could be anywhere.
    NaiveTime {
        /// What stood there.
        found: String,
    } "naive_time", "`{found}` has no time zone", "say where its clock hangs: in Python `.replace(tzinfo=ZoneInfo(\"Asia/Tokyo\"))`, in pandas `.dt.tz_localize(\"Asia/Tokyo\")`, in polars `.dt.replace_time_zone(\"Asia/Tokyo\")`";

    /// A time zone that does not exist.
    UnknownZone {
        /// What stood there.
        found: String,
    } "unknown_zone", "there is no time zone `{found}`", "give an IANA name, such as Asia/Tokyo";

    /// A calendar that neither this crate nor the policy has.
    UnknownCalendar {
        /// What stood there.
        found: String,
        /// The calendars there are.
        known: String,
        /// Whose it is, where a partner was registered with it.
        whose: Registered,
    } "unknown_calendar", "there is no calendar `{found}`{whose}", "the calendars are: {known}; a policy may add its own";

    /// A text that is empty or only blanks.
    BlankText {} "blank_text", "the text is blank", "leave the field out when there is nothing to say";

    /// A text that is too long.
    TextTooLong {
        /// Its length, in bytes.
        bytes: u64,
        /// The limit, in bytes.
        limit: u64,
    } "text_too_long", "the text has {bytes} bytes, the limit is {limit}", "keep the text short and put the long form where it can be linked to";

    /// A control character in a name or key.
    ControlCharacter {
        /// The character, escaped.
        found: String,
    } "control_character", "the text holds the control character {found}", "remove it; line breaks and tabs are allowed in free text only";

    /// The same id with other content.
    FactConflict {
        /// The id.
        id: String,
        /// The line of the other fact, where it is known.
        other_line: AtLine,
    } "fact_conflict", "the id `{id}` already names another fact{other_line}", "give the correction an id of its own, and withdraw the wrong fact: a `contest` with the step `upheld`";

    /// A type of fact that must say whom it is about.
    MissingPerson {
        /// The type.
        fact_type: String,
    } "missing_person", "a fact of type `{fact_type}` must name a person", "add `person`, or use a type that may be about the whole partner";

    /// A schema tag of a later version.
    NewerSchema {
        /// What stood there.
        found: String,
        /// What is supported.
        supported: String,
    } "newer_schema", "`{found}` is newer than this version reads", "update keyperson, or write {supported}";

    /// A schema tag of something else.
    UnknownSchema {
        /// What stood there.
        found: String,
        /// What is supported.
        supported: String,
    } "unknown_schema", "`{found}` is not the schema of this document", "write {supported}";

    /// A person about whom the journal has nothing.
    UnknownPerson {
        /// The id.
        found: String,
    } "unknown_person", "no fact up to this date names the person `{found}`", "check the id and the as-of date";

    /// A partner about whom the journal has nothing.
    UnknownPartner {
        /// The id.
        found: String,
    } "unknown_partner", "no fact up to this date is about the partner `{found}`", "check the id and the as-of date";

    /// A pointer under which the brief has no number.
    UnknownNumber {
        /// The pointer.
        found: String,
    } "unknown_number", "the brief has no number at `{found}`", "write a JSON pointer into the brief, such as /fit/score";

    /// A fact that the trail does not list.
    UnknownFact {
        /// The id.
        found: String,
    } "unknown_fact", "no fact `{found}` belongs to this brief", "check the id, the person and the as-of date";

    /// A deal about which the journal has nothing.
    UnknownDeal {
        /// The id.
        found: String,
    } "unknown_deal", "no fact up to this date names the deal `{found}`", "check the id, the partner and the as-of date";

    /// A reference in the policy to something that it does not define.
    UnknownReference {
        /// What stood there.
        found: String,
        /// What it should be.
        what: Phrase,
    } "unknown_reference", "the policy has no {what} called `{found}`", "define the {what}, or correct the name";

    /// Values that contradict one another.
    Contradiction {
        /// What contradicts what.
        what: Phrase,
    } "contradiction", "{what}", "change one of the two";

    /// A column that the table does not have.
    UnknownColumn {
        /// The column.
        column: String,
        /// The columns that it does have.
        known: Phrase,
    } "unknown_column", "the table has no column `{column}`", "its columns are: {known}";

    /// Two columns of one name.
    DuplicateColumn {
        /// The name.
        column: String,
    } "duplicate_column", "the column `{column}` appears twice in the table", "rename one of the two; which is meant cannot be guessed";

    /// A row with more or fewer cells than the header.
    RaggedRow {
        /// Cells of the row.
        found: u64,
        /// Columns of the header.
        expected: u64,
    } "ragged_row", "the row has {found} cells, the header {expected}", "look for a missing quote or a separator inside an unquoted text";

    /// A quote that is never closed.
    OpenQuote {} "open_quote", "a quoted cell that begins in this row is never closed", "close the quote; a quote inside a quoted text is written twice";

    /// A column of a type that has no place in a fact.
    UnsupportedColumn {
        /// The column.
        column: String,
        /// Its type.
        found: String,
    } "unsupported_column", "the column `{column}` is of type {found}, which cannot be read", "cast it to text, a number, a date or a time before the export";

    /// A date that fits none of the formats.
    UnreadableDate {
        /// What stood there.
        found: String,
        /// The formats tried.
        formats: String,
    } "unreadable_date", "`{found}` fits none of the date formats {formats}", "add its format to `date_formats` under `[input]`";

    /// A date format that means nothing.
    BadDateFormat {
        /// What stood there.
        found: String,
    } "bad_date_format", "`{found}` is not a date format", "write it with %Y, %m, %d, %H, %M, %S, such as %Y-%m-%d";

    /// Bytes that the named encoding does not have.
    BadEncoding {
        /// The encoding.
        encoding: String,
        /// Offset of the first bad byte, from 0.
        offset: u64,
    } "bad_encoding", "the text is not {encoding} (first bad byte near offset {offset})", "name the encoding in which the file was saved, such as utf-8 or shift_jis";

    /// A template whose braces do not match.
    BadTemplate {
        /// What stood there.
        found: String,
    } "bad_template", "`{found}` is not a template", "write columns in braces, such as {opportunity_id}-won; a brace itself is written twice";

    /// A lookup that the mapping does not define, or whose table was not given.
    UnknownLookup {
        /// What stood there.
        found: String,
        /// The lookups there are.
        known: String,
    } "unknown_lookup", "there is no lookup table `{found}`", "the lookup tables are: {known}";

    /// A key that the lookup table does not have.
    MissingLookupRow {
        /// The lookup.
        lookup: String,
        /// The key.
        key: String,
    } "missing_lookup_row", "the lookup table `{lookup}` has no row for `{key}`", "add the row, or give a `default`";

    /// A file that is no table of the format named, by its first bytes.
    ForeignFile {
        /// What it is.
        found: Phrase,
        /// What to do with it.
        advice: Phrase,
    } "foreign_file", "this is {found}, which cannot be read as it is", "{advice}";

    /// Input that could not be read at all.
    UnreadableInput {
        /// What was said.
        reason: String,
    } "unreadable_input", "the input cannot be read: {reason}", "check that the file is whole and of the format named";

    /// A temporary file that cannot be written.
    TemporaryFile {
        /// Its folder.
        folder: String,
        /// What was said.
        reason: String,
    } "temporary_file", "the rows need a temporary file, which cannot be written in `{folder}`: {reason}", "make space there, or have temporary files in another folder";

    /// Nothing to read.
    NothingToRead {} "nothing_to_read", "there is nothing here to read", "check that the export has rows";
}

/// The partner and the fact that registers it with a value; none where the value stands elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Phrase")]
pub struct Registered(pub Option<Box<(String, String)>>);

impl Field for Registered {
    fn value(&self) -> ProblemValue {
        ProblemValue::Phrase(self.0.as_ref().map_or_else(Phrase::default, |of| {
            phrase!(", which the fact `{}` gives the partner `{}`", of.1, of.0)
        }))
    }
}

impl From<Phrase> for Registered {
    fn from(phrase: Phrase) -> Self {
        let [fact, partner] = phrase.values() else { return Self(None) };
        Self(Some(Box::new((partner.clone(), fact.clone()))))
    }
}

/// The line of something else; 0 where it is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Phrase")]
pub struct AtLine(pub u64);

impl Field for AtLine {
    fn value(&self) -> ProblemValue {
        ProblemValue::Phrase(if self.0 == 0 { Phrase::default() } else { phrase!(" (line {})", self.0) })
    }
}

impl From<Phrase> for AtLine {
    fn from(phrase: Phrase) -> Self {
        Self(phrase.values().first().and_then(|line| line.parse().ok()).unwrap_or_default())
    }
}
