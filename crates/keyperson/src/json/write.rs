//! JSON text, to the byte as `serde_json::to_string` writes it.
//!
//! serde_json writes to anything that takes bytes, piece by piece, and each piece may fail. Where size counts, as in
//! WebAssembly, those are a dozen calls for every field, and they took longer than the brief itself. This one writes
//! into memory alone, a field's name with all that stands around it at once.

use std::fmt::{self, Write as _};
use std::ops::Range;

use serde::ser::{self, Serialize, Serializer};

use super::copy::copy;

/// By how many bytes the room for the text grows.
const ROOM: usize = 1024;

/// The value as compact JSON.
///
/// ```
/// let text = keyperson::json::write::to_string(&("東京", 0.1, None::<i64>))?;
/// assert_eq!(text, r#"["東京",0.1,null]"#);
/// # Ok::<(), std::fmt::Error>(())
/// ```
///
/// # Errors
/// A map whose keys are neither texts nor numbers nor truth values, and what the value's own `Serialize` refuses.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, fmt::Error> {
    Ok(with_fields(value)?.0)
}

/// The value as compact JSON, and where in that text the values of its own fields stand, by their names and in order.
/// What is no struct has none.
///
/// ```
/// # use keyperson::door::ask::FactsChecked;
/// let checked = FactsChecked { facts: 500, people: 2, partners: 1 };
/// let (text, fields) = keyperson::json::write::with_fields(&checked)?;
/// let shown = fields.into_iter().map(|(name, place)| (name, text.get(place).unwrap_or_default()));
/// assert!(shown.eq([("facts", "500"), ("people", "2"), ("partners", "1")]));
/// # Ok::<(), std::fmt::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`].
pub fn with_fields<T: Serialize + ?Sized>(value: &T) -> Result<(String, Vec<FieldPlace>), fmt::Error> {
    let mut writer = Writer { room: vec![0; ROOM], len: 0, depth: 0, fields: Vec::new() };
    value.serialize(&mut writer)?;
    writer.room.truncate(writer.len);
    // All of it came from texts.
    let text = String::from_utf8(writer.room).map_err(|_| fmt::Error)?;
    Ok((text, writer.fields))
}

/// The values as compact JSON, one per line; those that cannot be written are left out.
pub(crate) fn to_lines<'v, T: Serialize + 'v>(values: impl IntoIterator<Item = &'v T>) -> String {
    let mut writer = Writer { room: vec![0; ROOM], len: 0, depth: 0, fields: Vec::new() };
    for value in values {
        let start = writer.len;
        match value.serialize(&mut writer) {
            Ok(()) => writer.byte(b'\n'),
            Err(_) => writer.len = start,
        }
    }
    writer.room.truncate(writer.len);
    // All of it came from texts.
    String::from_utf8(writer.room).unwrap_or_default()
}

/// A field's name, and the bytes of its value.
pub type FieldPlace = (&'static str, Range<usize>);

/// The text so far. Its last byte tells whether a comma belongs before the next thing: no value ends in a bracket that
/// opens.
struct Writer {
    room: Vec<u8>,
    len: usize,
    /// How many structs are open, where a struct is written and not, say, a list of them.
    depth: usize,
    /// The fields of the outermost one.
    fields: Vec<FieldPlace>,
}

impl Writer {
    /// The next bytes, to be written.
    #[inline(always)]
    fn slots(&mut self, bytes: usize) -> &mut [u8] {
        let start = self.len;
        self.len = start.saturating_add(bytes);
        if self.len > self.room.len() {
            self.grow();
        }
        self.room.get_mut(start..self.len).unwrap_or_default()
    }

    #[cold]
    fn grow(&mut self) {
        // Not `resize`, which writes zero by zero where size counts.
        while self.room.len() < self.len {
            self.room.extend_from_slice(&[0; ROOM]);
        }
    }

    fn byte(&mut self, byte: u8) {
        if let [slot] = self.slots(1) {
            *slot = byte;
        }
    }

    fn plain(&mut self, text: &str) {
        copy(text.as_bytes(), self.slots(text.len()));
    }

    /// Whether no comma belongs before the next item or key.
    #[inline(always)]
    fn opened(&self) -> bool {
        let last = self.len.checked_sub(1).and_then(|last| self.room.get(last));
        matches!(last, Some(b'[' | b'{'))
    }

    #[inline(always)]
    fn separate(&mut self) {
        if !self.opened() {
            self.byte(b',');
        }
    }

    fn key(&mut self, key: &str) {
        let (start, comma) = (self.len, !self.opened());
        let more = if comma { 4 } else { 3 };
        let escape = match self.slots(key.len().saturating_add(more)) {
            [first, open, middle @ .., close, colon] if comma => {
                (*first, *open, *close, *colon) = (b',', b'"', b'"', b':');
                copy(key.as_bytes(), middle)
            }
            [open, middle @ .., close, colon] => {
                (*open, *close, *colon) = (b'"', b'"', b':');
                copy(key.as_bytes(), middle)
            }
            _ => false,
        };
        if escape {
            self.len = start;
            self.separate();
            self.quoted(key);
            self.byte(b':');
        }
    }

    fn quoted(&mut self, text: &str) {
        let start = self.len;
        if let [open, middle @ .., close] = self.slots(text.len().saturating_add(2)) {
            (*open, *close) = (b'"', b'"');
            if copy(text.as_bytes(), middle) {
                self.len = start;
                self.byte(b'"');
                self.escaped(text);
                self.byte(b'"');
            }
        }
    }

    fn escaped(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b'"' => self.plain("\\\""),
                b'\\' => self.plain("\\\\"),
                b'\n' => self.plain("\\n"),
                b'\r' => self.plain("\\r"),
                b'\t' => self.plain("\\t"),
                0x08 => self.plain("\\b"),
                0x0c => self.plain("\\f"),
                0..0x20 => self.plain(&format!("\\u{byte:04x}")),
                _ => self.byte(byte),
            }
        }
    }

    /// Makes a key of what was written from `start` on.
    fn made_key(&mut self, start: usize) -> fmt::Result {
        match self.room.get(start) {
            Some(b'"') => {}
            Some(b'-' | b'0'..=b'9' | b't' | b'f') => {
                self.byte(b'"');
                if let Some(key) = self.room.get_mut(start..self.len) {
                    key.rotate_right(1);
                }
                self.byte(b'"');
            }
            _ => return Err(fmt::Error),
        }
        self.byte(b':');
        Ok(())
    }
}

/// What is displayed into a quoted text.
struct Escaped<'w>(&'w mut Writer);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.escaped(text);
        Ok(())
    }
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.plain(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> fmt::Result {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> fmt::Result {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> fmt::Result {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> fmt::Result {
        self.plain(itoa::Buffer::new().format(value));
        Ok(())
    }

    fn serialize_i128(self, value: i128) -> fmt::Result {
        self.plain(&value.to_string());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> fmt::Result {
        self.serialize_i64(value.into())
    }

    fn serialize_u16(self, value: u16) -> fmt::Result {
        self.serialize_i64(value.into())
    }

    fn serialize_u32(self, value: u32) -> fmt::Result {
        self.serialize_i64(value.into())
    }

    fn serialize_u64(self, value: u64) -> fmt::Result {
        match i64::try_from(value) {
            Ok(value) => self.serialize_i64(value),
            Err(_) => {
                self.plain(&value.to_string());
                Ok(())
            }
        }
    }

    fn serialize_u128(self, value: u128) -> fmt::Result {
        self.plain(&value.to_string());
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> fmt::Result {
        // Not as the double that it equals, which has more digits.
        let mut buffer = zmij::Buffer::new();
        self.plain(if value.is_finite() { buffer.format_finite(value) } else { "null" });
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> fmt::Result {
        let mut buffer = zmij::Buffer::new();
        self.plain(if value.is_finite() { buffer.format_finite(value) } else { "null" });
        Ok(())
    }

    fn serialize_char(self, value: char) -> fmt::Result {
        self.quoted(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> fmt::Result {
        self.quoted(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> fmt::Result {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.plain("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> fmt::Result {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> fmt::Result {
        self.byte(b'{');
        self.key(variant);
        value.serialize(&mut *self)?;
        self.byte(b'}');
        Ok(())
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Self, fmt::Error> {
        self.byte(b'[');
        Ok(self)
    }

    fn serialize_tuple(self, _len: usize) -> Result<Self, fmt::Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Self, fmt::Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Self, fmt::Error> {
        self.byte(b'{');
        self.key(variant);
        self.serialize_seq(None)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Self, fmt::Error> {
        self.byte(b'{');
        Ok(self)
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Self, fmt::Error> {
        if self.depth > 0 || self.len == 0 {
            self.depth = self.depth.saturating_add(1);
        }
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Self, fmt::Error> {
        self.byte(b'{');
        self.key(variant);
        self.serialize_map(None)
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> fmt::Result {
        self.byte(b'"');
        write!(Escaped(self), "{value}")?;
        self.byte(b'"');
        Ok(())
    }
}

/// A compound whose items are written one after the other, and how it ends.
macro_rules! items {
    ($($compound:ident $add:ident $end:literal),*) => { $(
        impl ser::$compound for &mut Writer {
            type Ok = ();
            type Error = fmt::Error;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
                self.separate();
                value.serialize(&mut **self)
            }

            fn end(self) -> fmt::Result {
                self.plain($end);
                Ok(())
            }
        }
    )* };
}

items! {
    SerializeSeq serialize_element "]",
    SerializeTuple serialize_element "]",
    SerializeTupleStruct serialize_field "]",
    SerializeTupleVariant serialize_field "]}"
}

impl ser::SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        self.key(key);
        let start = self.len;
        value.serialize(&mut **self)?;
        if self.depth == 1 {
            self.fields.push((key, start..self.len));
        }
        Ok(())
    }

    fn end(self) -> fmt::Result {
        self.depth = self.depth.saturating_sub(1);
        self.byte(b'}');
        Ok(())
    }
}

impl ser::SerializeStructVariant for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        self.key(key);
        value.serialize(&mut **self)
    }

    fn end(self) -> fmt::Result {
        self.plain("}}");
        Ok(())
    }
}

impl ser::SerializeMap for &mut Writer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        self.separate();
        let start = self.len;
        key.serialize(&mut **self)?;
        self.made_key(start)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(&mut **self)
    }

    fn end(self) -> fmt::Result {
        self.byte(b'}');
        Ok(())
    }
}
