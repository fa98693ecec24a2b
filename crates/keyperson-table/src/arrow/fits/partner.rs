//! Reads the partner of each row.

use arrow_array::cast::AsArray;
use arrow_array::{Array, LargeStringArray, RecordBatch, StringArray, StringViewArray};
use arrow_schema::DataType;

/// The column that says to which partner a row belongs.
pub(super) const PARTNER: &str = "partner";

/// Whether a column of this type holds texts.
pub(super) fn are_texts(kind: &DataType) -> bool {
    match kind {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => true,
        DataType::Dictionary(_, values) => are_texts(values),
        _ => false,
    }
}

/// The partners of a batch's rows.
pub(super) enum Partners<'b> {
    Small(&'b StringArray),
    Large(&'b LargeStringArray),
    View(&'b StringViewArray),
    /// The place of each row's text among the texts.
    Dictionary(Vec<Option<usize>>, Box<Self>),
    Nothing,
}

impl<'b> Partners<'b> {
    pub(super) fn of(batch: &'b RecordBatch) -> Self {
        batch.column_by_name(PARTNER).and_then(|column| Self::read(column.as_ref())).unwrap_or(Self::Nothing)
    }

    fn read(column: &'b dyn Array) -> Option<Self> {
        Some(match column.data_type() {
            DataType::Utf8 => Self::Small(column.as_string_opt()?),
            DataType::LargeUtf8 => Self::Large(column.as_string_opt()?),
            DataType::Utf8View => Self::View(column.as_string_view_opt()?),
            DataType::Dictionary(..) => {
                let dictionary = column.as_any_dictionary_opt()?;
                let values = Self::read(dictionary.values().as_ref())?;
                if dictionary.values().is_empty() {
                    return Some(Self::Nothing);
                }
                let keys = dictionary.normalized_keys().into_iter().enumerate();
                let keys = keys.map(|(row, key)| column.is_valid(row).then_some(key));
                Self::Dictionary(keys.collect(), Box::new(values))
            }
            _ => return None,
        })
    }

    /// The partner of a row.
    pub(super) fn get(&self, row: usize) -> Option<&'b str> {
        match self {
            Self::Small(texts) => (row < texts.len() && texts.is_valid(row)).then(|| texts.value(row)),
            Self::Large(texts) => (row < texts.len() && texts.is_valid(row)).then(|| texts.value(row)),
            Self::View(texts) => (row < texts.len() && texts.is_valid(row)).then(|| texts.value(row)),
            Self::Dictionary(keys, texts) => texts.get((*keys.get(row)?)?),
            Self::Nothing => None,
        }
    }
}
