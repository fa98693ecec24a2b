//! A fact, and how its plain values become the core's JSON and back.

use keyperson::{Json, fact as core};

use crate::event::Event;
use crate::mirror::{
    Audience, ContestStep, FeedbackStep, GateStep, Layer, LoadKind, OfferKind, Openness, Readiness, Side,
    Stage, SupportKind, Trait,
};
use crate::value::{
    Amount, Count, Day, DealId, FactId, Hours, Instant, Key, Number, PartnerId, PersonId, Text, UnitInterval,
    Zone,
};

/// One dated thing that happened.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Fact {
    /// Id, unique in the journal.
    pub id: String,
    /// When it happened.
    pub at: Instant,
    /// The partner company.
    pub partner: String,
    /// The person; absent for facts about the whole partner.
    #[uniffi(default = None)]
    pub person: Option<String>,
    /// Where the fact comes from.
    #[uniffi(default = None)]
    pub source: Option<String>,
    /// What happened.
    pub event: Event,
}

/// A value of a fact, across the border and back.
pub(crate) trait Plain {
    /// What it is there.
    type There;
    fn plain(self) -> Self::There;
}

/// A value of a fact as JSON.
pub(crate) trait ToJson {
    fn json(self) -> Json;
}

macro_rules! plain {
    ($($name:ident => $there:ty, $value:ident => $plain:expr;)*) => {$(
        impl Plain for $name {
            type There = $there;
            fn plain(self) -> $there {
                let $value = self;
                $plain
            }
        }
    )*};
}

macro_rules! words {
    ($($name:ident),* $(,)?) => {$(
        impl Plain for $name {
            type There = Self;
            fn plain(self) -> Self {
                self
            }
        }

        impl ToJson for $name {
            fn json(self) -> Json {
                Json::Text(self.word().to_owned())
            }
        }
    )*};
}

plain! {
    Amount => f64, value => value.get();
    Hours => f64, value => value.get();
    Number => f64, value => value.get();
    UnitInterval => f64, value => value.get();
    Count => i64, value => value.get();
    DealId => String, text => text.to_string();
    FactId => String, text => text.to_string();
    Key => String, text => text.to_string();
    PartnerId => String, text => text.to_string();
    PersonId => String, text => text.to_string();
    Text => String, text => text.to_string();
    Zone => String, zone => zone.name().to_owned();
    Day => Self, day => day;
    bool => Self, value => value;
}
words! {
    Audience, ContestStep, FeedbackStep, GateStep, Layer, LoadKind, OfferKind, Openness, Readiness, Side, Stage,
    SupportKind, Trait,
}

impl<T: Plain> Plain for Option<T> {
    type There = Option<T::There>;
    fn plain(self) -> Self::There {
        self.map(T::plain)
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn json(self) -> Json {
        self.map_or(Json::Null, T::json)
    }
}

impl ToJson for String {
    fn json(self) -> Json {
        Json::Text(self)
    }
}

impl ToJson for f64 {
    fn json(self) -> Json {
        Json::Float(self)
    }
}

impl ToJson for i64 {
    fn json(self) -> Json {
        Json::Integer(self)
    }
}

impl ToJson for bool {
    fn json(self) -> Json {
        Json::Bool(self)
    }
}

impl ToJson for Day {
    fn json(self) -> Json {
        Json::Text(self.to_string())
    }
}

impl ToJson for Instant {
    fn json(self) -> Json {
        Json::Text(self.to_string())
    }
}

impl ToJson for Fact {
    fn json(self) -> Json {
        let (word, fields) = self.event.json();
        let envelope = [
            ("id", self.id.json()),
            ("at", self.at.json()),
            ("partner", self.partner.json()),
            ("person", self.person.json()),
            ("source", self.source.json()),
            ("type", word.to_owned().json()),
        ];
        let present = envelope.into_iter().chain(fields).filter(|(_, value)| *value != Json::Null);
        Json::Object(present.map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

impl From<core::Fact> for Fact {
    fn from(fact: core::Fact) -> Self {
        let core::Fact { id, at, partner, person, source, event } = fact;
        Self {
            id: id.plain(),
            at,
            partner: partner.plain(),
            person: person.plain(),
            source: source.plain(),
            event: event.into(),
        }
    }
}
