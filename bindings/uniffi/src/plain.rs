//! How the plain values of a fact become the core's JSON, and the core's values plain.

use keyperson::Json;

use crate::mirror::{
    Audience, ContestStep, FeedbackStep, GateStep, Layer, LoadKind, OfferKind, Openness, Readiness, Side,
    Stage, SupportKind, Trait,
};
use crate::value::{
    Amount, Count, Day, DealId, FactId, Hours, Instant, Key, Number, PartnerId, PersonId, Text, UnitInterval,
    Zone,
};

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
