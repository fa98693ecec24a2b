//! INVARIANT: the core's JSON text is serde_json's, to the byte, whatever is written.

use std::collections::BTreeMap;
use std::fmt;

use keyperson::json::write::{to_string, with_fields};
use proptest::prelude::*;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// Everything that serde can be told.
#[derive(Debug, Clone)]
enum Told {
    Null,
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Small(i8, u8, i16, u16, i32, u32),
    Large(i128, u128),
    Single(f32),
    Double(f64),
    Char(char),
    Text(String),
    Shown(String, String),
    Bytes(Vec<u8>),
    Option(Option<Box<Told>>),
    List(Vec<Told>),
    Tuple(Box<Told>, Box<Told>),
    Map(Vec<(Told, Told)>),
    Shape(Box<Shape>),
}

/// Every shape that serde derives.
#[derive(Debug, Clone, serde::Serialize)]
enum Shape {
    Unit,
    Newtype(Told),
    Tuple(Told, Told),
    Empty {},
    Struct {
        first: Told,
        #[serde(rename = "a \"key\"\\\n\u{1}名")]
        second: Told,
    },
    Alone(Alone),
    Wrapped(Wrapped),
    Pair(Pair),
    Fields(Fields),
}

#[derive(Debug, Clone, serde::Serialize)]
struct Alone;

#[derive(Debug, Clone, serde::Serialize)]
struct Wrapped(Told);

#[derive(Debug, Clone, serde::Serialize)]
struct Pair(Told, Told);

#[derive(Debug, Clone, serde::Serialize)]
struct Fields {
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Told>,
    told: Told,
    #[serde(flatten)]
    rest: BTreeMap<String, Told>,
}

/// A struct of anything, another one among its fields.
#[derive(Debug, Clone, serde::Serialize)]
struct Outer {
    first: Told,
    inner: Inner,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Told>,
    last: Told,
}

#[derive(Debug, Clone, serde::Serialize)]
struct Inner {
    first: Told,
}

/// Two texts, displayed one after the other.
struct Display<'a>(&'a str, &'a str);

impl fmt::Display for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)?;
        f.write_str(self.1)
    }
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => value.serialize(serializer),
            Self::Signed(value) => value.serialize(serializer),
            Self::Unsigned(value) => value.serialize(serializer),
            Self::Small(a, b, c, d, e, f) => (a, b, c, d, e, f).serialize(serializer),
            Self::Large(a, b) => (a, b).serialize(serializer),
            Self::Single(value) => value.serialize(serializer),
            Self::Double(value) => value.serialize(serializer),
            Self::Char(value) => value.serialize(serializer),
            Self::Text(value) => value.serialize(serializer),
            Self::Shown(one, other) => serializer.collect_str(&Display(one, other)),
            Self::Bytes(value) => serializer.serialize_bytes(value),
            Self::Option(value) => value.serialize(serializer),
            Self::List(items) => {
                // A length that is not known, as that of an iterator.
                let mut list = serializer.serialize_seq(None)?;
                items.iter().try_for_each(|item| list.serialize_element(item))?;
                list.end()
            }
            Self::Tuple(one, other) => (one, other).serialize(serializer),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
            Self::Shape(shape) => shape.serialize(serializer),
        }
    }
}

fn texts() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "\"", "\\", "\n", "\r", "\t", "\u{8}", "\u{c}", "\u{0}", "\u{1f}", "\u{7f}", "/", "名", "\u{2028}",
        "😀", "é",
    ]);
    let odd = odd.prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![odd, "[ -~]{0,12}", any::<String>()], 0..5)
        .prop_map(|parts| parts.concat())
}

fn doubles() -> impl Strategy<Value = f64> {
    let odd = prop::sample::select(vec![
        0.0,
        -0.0,
        1.0,
        0.1,
        1e15,
        1e16,
        1e17,
        1e21,
        1e-5,
        1e-7,
        5e-324,
        f64::MAX,
        f64::NAN,
        f64::INFINITY,
    ]);
    prop_oneof![odd, any::<f64>(), any::<u64>().prop_map(f64::from_bits), -10.0..10.0]
}

fn told() -> impl Strategy<Value = Told> {
    let leaf = prop_oneof![
        Just(Told::Null),
        any::<bool>().prop_map(Told::Bool),
        any::<i64>().prop_map(Told::Signed),
        any::<u64>().prop_map(Told::Unsigned),
        any::<(i8, u8, i16, u16, i32, u32)>().prop_map(|(a, b, c, d, e, f)| Told::Small(a, b, c, d, e, f)),
        any::<(i128, u128)>().prop_map(|(a, b)| Told::Large(a, b)),
        any::<u32>().prop_map(|bits| Told::Single(f32::from_bits(bits))),
        doubles().prop_map(Told::Double),
        any::<char>().prop_map(Told::Char),
        texts().prop_map(Told::Text),
        (texts(), texts()).prop_map(|(one, other)| Told::Shown(one, other)),
        any::<Vec<u8>>().prop_map(Told::Bytes),
    ];
    leaf.prop_recursive(4, 48, 5, |inner| {
        let boxed = || inner.clone().prop_map(Box::new);
        let pair = || (inner.clone(), inner.clone());
        let map = || prop::collection::btree_map(texts(), inner.clone(), 0..4);
        prop_oneof![
            prop::option::of(boxed()).prop_map(Told::Option),
            prop::collection::vec(inner.clone(), 0..5).prop_map(Told::List),
            (boxed(), boxed()).prop_map(|(one, other)| Told::Tuple(one, other)),
            map().prop_map(|map| Told::Map(
                map.into_iter().map(|(key, value)| (Told::Text(key), value)).collect()
            )),
            // Keys of any kind: numbers are quoted, what is no key is refused.
            prop::collection::vec(pair(), 0..2).prop_map(Told::Map),
            prop_oneof![
                Just(Shape::Unit),
                Just(Shape::Empty {}),
                Just(Shape::Alone(Alone)),
                inner.clone().prop_map(Shape::Newtype),
                pair().prop_map(|(one, other)| Shape::Tuple(one, other)),
                pair().prop_map(|(first, second)| Shape::Struct { first, second }),
                inner.clone().prop_map(|told| Shape::Wrapped(Wrapped(told))),
                pair().prop_map(|(one, other)| Shape::Pair(Pair(one, other))),
                (prop::option::of(inner.clone()), inner.clone(), map())
                    .prop_map(|(left_out, told, rest)| Shape::Fields(Fields { left_out, told, rest })),
            ]
            .prop_map(|shape| Told::Shape(Box::new(shape))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn text_is_serde_jsons(told in told()) {
        prop_assert_eq!(to_string(&told).ok(), serde_json::to_string(&told).ok());
    }

    // INVARIANT: the places are those of the struct's own fields, in order, and what stands there is the field's text.
    #[test]
    fn fields_stand_where_they_are_said_to(first in told(), inner in told(), left_out in prop::option::of(told()), last in told()) {
        let outer = Outer { first, inner: Inner { first: inner }, left_out, last };
        let wanted = [
            ("first", to_string(&outer.first)),
            ("inner", to_string(&outer.inner)),
            ("left_out", outer.left_out.as_ref().map_or_else(|| Ok(String::new()), to_string)),
            ("last", to_string(&outer.last)),
        ];
        let Ok((text, fields)) = with_fields(&outer) else {
            prop_assert!(wanted.iter().any(|(_, text)| text.is_err()));
            return Ok(());
        };
        prop_assert_eq!(&text, &serde_json::to_string(&outer).unwrap());
        let found: Vec<(&str, &str)> = fields.into_iter().map(|(name, place)| (name, text.get(place).unwrap())).collect();
        let wanted: Vec<(&str, String)> = wanted.into_iter().map(|(name, text)| (name, text.unwrap())).collect();
        let there = wanted.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (*name, text.as_str()));
        prop_assert!(found.iter().copied().eq(there));
        // A list of structs is no struct, and what is nested lies deeper.
        prop_assert_eq!(with_fields(&[&outer, &outer]).map(|(_, fields)| fields), Ok(Vec::new()));
    }

    #[test]
    fn texts_of_every_length_are_escaped(text in texts(), pad in 0_usize..40) {
        let text = "x".repeat(pad) + &text;
        prop_assert_eq!(to_string(&text).ok(), serde_json::to_string(&text).ok());
    }

    #[test]
    fn numbers_are_serde_jsons(value in doubles(), single in any::<f32>()) {
        prop_assert_eq!(to_string(&(value, single)).ok(), serde_json::to_string(&(value, single)).ok());
    }
}

#[test]
fn every_character_is_escaped_as_serde_json_does() {
    for character in '\u{0}'..=char::MAX {
        assert_eq!(to_string(&character).unwrap(), serde_json::to_string(&character).unwrap());
    }
}
