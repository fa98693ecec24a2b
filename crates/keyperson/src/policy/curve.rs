//! A curve: from a signal's measure to a number.

use crate::error::{Phrase, ProblemKind, Problems};
use crate::json::read::{At, Fields, Read};
use crate::json::value::Value;
use crate::value::{Key, Number, Positive};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// Turns a signal's measure into a number from 0 (evidence against the trait) to 1 (evidence for it).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub enum Curve {
    /// 0 at `from`, 1 at `to`, straight between; `from` may be the larger.
    Linear {
        /// Measure that gives 0.
        from: Number,
        /// Measure that gives 1.
        to: Number,
    },
    /// `v/(v+half)` for v ≥ 0: the more the better, with falling gain.
    Saturating {
        /// Measure that gives ½.
        half: Positive,
    },
    /// `2^(-v/half)` for v ≥ 0: the less the better.
    HalfLife {
        /// Measure that gives ½.
        half: Positive,
    },
    /// The share of a cohort that lies below, ties counted half.
    Percentile {
        /// The cohort's measures.
        cohort: Vec<Number>,
    },
}

const CURVES: &[&str] = &["linear", "saturating", "half_life", "percentile"];

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Curve {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Curve".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let half = |kind: &str| {
            serde_json::json!({
                "type": "object", "additionalProperties": false, "required": ["kind", "half"],
                "properties": { "kind": { "const": kind }, "half": { "type": "number", "exclusiveMinimum": 0 } }
            })
        };
        schemars::json_schema!({
            "description": "From a signal's measure to a number from 0 to 1.",
            "anyOf": [
                {
                    "type": "object", "additionalProperties": false, "required": ["kind", "from", "to"],
                    "properties": {
                        "kind": { "const": "linear" }, "from": { "type": "number" }, "to": { "type": "number" }
                    }
                },
                half("saturating"),
                half("half_life"),
                {
                    "type": "object", "additionalProperties": false, "required": ["kind", "cohort"],
                    "properties": {
                        "kind": { "const": "percentile" },
                        "cohort": { "type": "array", "items": { "type": "number" } }
                    }
                }
            ]
        })
    }
}

impl Serialize for Curve {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Linear { from, to } => {
                map.serialize_entry("kind", "linear")?;
                map.serialize_entry("from", from)?;
                map.serialize_entry("to", to)?;
            }
            Self::Saturating { half } => {
                map.serialize_entry("kind", "saturating")?;
                map.serialize_entry("half", half)?;
            }
            Self::HalfLife { half } => {
                map.serialize_entry("kind", "half_life")?;
                map.serialize_entry("half", half)?;
            }
            Self::Percentile { cohort } => {
                map.serialize_entry("kind", "percentile")?;
                map.serialize_entry("cohort", cohort)?;
            }
        }
        map.end()
    }
}

impl Read for Curve {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::of(json, at, problems)?;
        let kind: Key = fields.read("kind", problems)?;
        match kind.as_str() {
            // A document that changes the kind of a default curve is laid over that curve's own fields, so
            // only what belongs to no curve at all is refused.
            "linear" => {
                fields.refuse_unknown(&[&["kind", "from", "to", "half", "cohort"]], problems);
                let (from, to) = (fields.read("from", problems), fields.read("to", problems));
                Some(Self::Linear { from: from?, to: to? })
            }
            "saturating" | "half_life" => {
                fields.refuse_unknown(&[&["kind", "half", "from", "to", "cohort"]], problems);
                let half = fields.read("half", problems)?;
                let saturating = kind.as_str() == "saturating";
                Some(if saturating { Self::Saturating { half } } else { Self::HalfLife { half } })
            }
            "percentile" => {
                fields.refuse_unknown(&[&["kind", "cohort", "half", "from", "to"]], problems);
                Some(Self::Percentile { cohort: fields.read("cohort", problems)? })
            }
            other => {
                let (found, allowed) =
                    (crate::json::tree::shortened(other), Phrase::verbatim(CURVES.join(", ")));
                problems.add(at.field("kind").place(), ProblemKind::UnknownValue { found, allowed });
                None
            }
        }
    }
}
