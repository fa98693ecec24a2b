//! What crosses the border as one value: checked numbers and texts as plain ones, dates as ISO texts.

use keyperson::answer::{brief, portfolio, trail};
use keyperson::{ProblemKind, phrase};

use crate::door::KeypersonError;

pub use keyperson::calendar::{Day, Instant, Zone};
pub use keyperson::person::fit::Score;
pub use keyperson::policy::TimeOfDay;
pub use keyperson::{
    Amount, Count, DealId, Exponent, FactId, Hours, Key, Level, Number, PartnerId, PersonId, Positive,
    PriorCount, Text, UnitInterval, Weight,
};

/// A word that the core chooses, such as a schema tag.
pub type Constant = &'static str;

type Lifted<T> = Result<T, uniffi::deps::anyhow::Error>;

/// Where in what was handed over a bad value stands is not known here; the text says which it is.
fn lifted<T>(checked: Result<T, ProblemKind>) -> Lifted<T> {
    checked
        .map_err(|kind| KeypersonError::from(keyperson::Error::one(keyperson::Place::default(), kind)).into())
}

macro_rules! numbers {
    ($($name:ident: $as:ty),* $(,)?) => {$(
        uniffi::custom_type!($name, $as, {
            remote,
            lower: |value| value.get(),
            try_lift: |value| lifted($name::new(value)),
        });
    )*};
}

macro_rules! texts {
    ($($name:ident),* $(,)?) => {$(
        uniffi::custom_type!($name, String, {
            remote,
            lower: |value| String::from(value),
            try_lift: |text| lifted($name::new(text)),
        });
    )*};
}

macro_rules! written {
    ($($name:ident => $problem:ident),* $(,)?) => {$(
        uniffi::custom_type!($name, String, {
            remote,
            lower: |value| String::from(value),
            try_lift: |text| lifted(text.parse().map_err(|_| ProblemKind::$problem { found: text })),
        });
    )*};
}

numbers! {
    Amount: f64, Count: i64, Exponent: f64, Hours: f64, Level: f64, Number: f64, Positive: f64, PriorCount: f64,
    UnitInterval: f64, Weight: f64,
}
texts! { DealId, FactId, Key, PartnerId, PersonId, Text }
written! { Day => BadDay, Instant => BadInstant, Zone => UnknownZone }

uniffi::custom_type!(TimeOfDay, String, {
    remote,
    lower: |time| time.to_string(),
    try_lift: |text| text.parse().map_err(|error| KeypersonError::from(error).into()),
});

uniffi::custom_type!(Score, Option<f64>, {
    remote,
    lower: |score| score.get(),
    try_lift: |value| Ok(Score::of(value)),
});

uniffi::custom_type!(Constant, String, {
    remote,
    lower: |word| word.to_owned(),
    try_lift: |text| constant(&text),
});

fn constant(text: &str) -> Lifted<Constant> {
    let schemas = [brief::SCHEMA, portfolio::SCHEMA, trail::SCHEMA];
    let types = keyperson::fact::EVENTS.iter().map(|event| event.type_name);
    let found = schemas.into_iter().chain(types).find(|known| *known == text);
    lifted(found.ok_or_else(|| ProblemKind::UnknownValue {
        found: text.to_owned(),
        allowed: phrase!("a schema or type that keyperson wrote"),
    }))
}
