//! The core's plain data as plain Python: dictionaries, lists, texts and numbers; whole, or one field of it.

use std::fmt;

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use serde::ser::{self, Serialize};

/// A value as Python objects.
pub(crate) fn whole<'py>(py: Python<'py>, value: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    value.serialize(Plain(py)).map_err(|error| error.0)
}

/// One field of a value as Python objects; `None` where it has no such field.
pub(crate) fn field<'py>(
    py: Python<'py>,
    value: &impl Serialize,
    name: &str,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    value.serialize(Pick { py, name, found: None }).map_err(|error| error.0)
}

/// Why a value could not be turned into Python objects.
#[derive(Debug)]
pub(crate) struct Failed(PyErr);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(pyo3::exceptions::PyRuntimeError::new_err(message.to_string()))
    }
}

impl From<PyErr> for Failed {
    fn from(error: PyErr) -> Self {
        Self(error)
    }
}

type Made<'py> = Result<Bound<'py, PyAny>, Failed>;

#[derive(Clone, Copy)]
struct Plain<'py>(Python<'py>);

impl<'py> Plain<'py> {
    fn of<T: IntoPyObject<'py>>(self, value: T) -> Made<'py> {
        Ok(value.into_bound_py_any(self.0)?)
    }
}

macro_rules! scalars {
    ($($method:ident: $type:ty),* $(,)?) => {
        $(fn $method(self, value: $type) -> Made<'py> { self.of(value) })*
    };
}

impl<'py> ser::Serializer for Plain<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    type SerializeSeq = List<'py>;
    type SerializeTuple = List<'py>;
    type SerializeTupleStruct = List<'py>;
    type SerializeTupleVariant = List<'py>;
    type SerializeMap = Dict<'py>;
    type SerializeStruct = Dict<'py>;
    type SerializeStructVariant = Dict<'py>;

    scalars! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_str: &str, serialize_bytes: &[u8],
    }

    fn serialize_none(self) -> Made<'py> {
        Ok(self.0.None().into_bound(self.0))
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made<'py> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Made<'py> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Made<'py> {
        Ok(PyString::intern(self.0, variant).into_any())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _name: &'static str, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Made<'py> {
        let dict = PyDict::new(self.0);
        dict.set_item(variant, value.serialize(self)?)?;
        Ok(dict.into_any())
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<List<'py>, Failed> {
        Ok(List { py: self.0, variant: None, items: Vec::with_capacity(length.unwrap_or(0)) })
    }

    fn serialize_tuple(self, length: usize) -> Result<List<'py>, Failed> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _name: &'static str, length: usize) -> Result<List<'py>, Failed> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<List<'py>, Failed> {
        Ok(List { py: self.0, variant: Some(variant), items: Vec::with_capacity(length) })
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Dict<'py>, Failed> {
        Ok(Dict { py: self.0, variant: None, dict: PyDict::new(self.0), key: None })
    }

    fn serialize_struct(self, _name: &'static str, length: usize) -> Result<Dict<'py>, Failed> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Dict<'py>, Failed> {
        Ok(Dict { py: self.0, variant: Some(variant), dict: PyDict::new(self.0), key: None })
    }
}

struct List<'py> {
    py: Python<'py>,
    variant: Option<&'static str>,
    items: Vec<Bound<'py, PyAny>>,
}

impl<'py> List<'py> {
    fn add<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Failed> {
        self.items.push(value.serialize(Plain(self.py))?);
        Ok(())
    }

    fn finish(self) -> Made<'py> {
        wrapped(self.py, self.variant, PyList::new(self.py, self.items)?.into_any())
    }
}

/// The content of a variant under its name; anything else as it is.
fn wrapped<'py>(py: Python<'py>, variant: Option<&'static str>, value: Bound<'py, PyAny>) -> Made<'py> {
    let Some(variant) = variant else { return Ok(value) };
    let dict = PyDict::new(py);
    dict.set_item(variant, value)?;
    Ok(dict.into_any())
}

macro_rules! list_like {
    ($($trait:ident::$method:ident),* $(,)?) => {
        $(impl<'py> ser::$trait for List<'py> {
            type Ok = Bound<'py, PyAny>;
            type Error = Failed;

            fn $method<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Failed> {
                self.add(value)
            }

            fn end(self) -> Made<'py> {
                self.finish()
            }
        })*
    };
}

list_like! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
}

struct Dict<'py> {
    py: Python<'py>,
    variant: Option<&'static str>,
    dict: Bound<'py, PyDict>,
    key: Option<Bound<'py, PyAny>>,
}

impl<'py> ser::SerializeMap for Dict<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Failed> {
        self.key = Some(key.serialize(Plain(self.py))?);
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Failed> {
        let value = value.serialize(Plain(self.py))?;
        if let Some(key) = self.key.take() {
            self.dict.set_item(key, value)?;
        }
        Ok(())
    }

    fn end(self) -> Made<'py> {
        Ok(self.dict.into_any())
    }
}

macro_rules! dict_like {
    ($($trait:ident),* $(,)?) => {
        $(impl<'py> ser::$trait for Dict<'py> {
            type Ok = Bound<'py, PyAny>;
            type Error = Failed;

            fn serialize_field<T: ?Sized + Serialize>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), Failed> {
                self.dict.set_item(PyString::intern(self.py, key), value.serialize(Plain(self.py))?)?;
                Ok(())
            }

            fn end(self) -> Made<'py> {
                wrapped(self.py, self.variant, self.dict.into_any())
            }
        })*
    };
}

dict_like! { SerializeStruct, SerializeStructVariant }

/// Turns one field of a struct into Python objects and passes over the others.
struct Pick<'py, 'n> {
    py: Python<'py>,
    name: &'n str,
    found: Option<Bound<'py, PyAny>>,
}

impl<'py> ser::SerializeStruct for Pick<'py, '_> {
    type Ok = Option<Bound<'py, PyAny>>;
    type Error = Failed;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Failed> {
        if key == self.name {
            self.found = Some(value.serialize(Plain(self.py))?);
        }
        Ok(())
    }

    fn end(self) -> Result<Self::Ok, Failed> {
        Ok(self.found)
    }
}

/// Only structs have fields.
macro_rules! no_struct {
    ($($method:ident($($type:ty),*)),* $(,)?) => {
        $(fn $method(self $(, _: $type)*) -> Result<Self::Ok, Failed> { Ok(None) })*
    };
}

type Never<'py> = ser::Impossible<Option<Bound<'py, PyAny>>, Failed>;

fn no_fields<T>() -> Result<T, Failed> {
    Err(ser::Error::custom("a value without fields was asked for one"))
}

impl<'py> ser::Serializer for Pick<'py, '_> {
    type Ok = Option<Bound<'py, PyAny>>;
    type Error = Failed;
    type SerializeSeq = Never<'py>;
    type SerializeTuple = Never<'py>;
    type SerializeTupleStruct = Never<'py>;
    type SerializeTupleVariant = Never<'py>;
    type SerializeMap = Never<'py>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Never<'py>;

    no_struct! {
        serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64), serialize_f32(f32),
        serialize_f64(f64), serialize_char(char), serialize_str(&str), serialize_bytes(&[u8]), serialize_none(),
        serialize_unit(), serialize_unit_struct(&'static str),
        serialize_unit_variant(&'static str, u32, &'static str),
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<Self::Ok, Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<Self::Ok, Failed> {
        Ok(None)
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Never<'py>, Failed> {
        no_fields()
    }

    fn serialize_tuple(self, _length: usize) -> Result<Never<'py>, Failed> {
        no_fields()
    }

    fn serialize_tuple_struct(self, _name: &'static str, _length: usize) -> Result<Never<'py>, Failed> {
        no_fields()
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Never<'py>, Failed> {
        no_fields()
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Never<'py>, Failed> {
        no_fields()
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Self, Failed> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Never<'py>, Failed> {
        no_fields()
    }
}
