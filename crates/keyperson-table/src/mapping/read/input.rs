//! Reads the section `[input]`: how the cells of the file are written.

use std::str::FromStr;

use chrono::NaiveTime;
use chrono_tz::Tz;
use keyperson::{Json, Place, ProblemKind, phrase};

use super::{Reader, find};
use crate::input::{DateFormat, Format, Input, shortened};

/// Only formats that begin with the year, or have words for its parts, cannot be mistaken for one another.
const DATE_FORMATS: &[&str] = &[
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%.f%z",
    "%Y/%m/%d",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y年%m月%d日",
];

/// Noon: a date without a time stays the same day in nearly all zones, and no clock is ever set at noon.
const TIME_OF_DAY: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

const NULL_TEXTS: &[&str] = &["", "NULL", "null"];

impl Reader {
    /// The input section, and the template of a row's key.
    pub(super) fn input(&mut self, json: Option<&Json>, place: &Place) -> (Option<Input>, Option<String>) {
        let empty = Json::Object(Vec::new());
        let Some(entries) = self.object(json.unwrap_or(&empty), place) else { return (None, None) };
        let known = [
            "format",
            "delimiter",
            "encoding",
            "zone",
            "date_formats",
            "time_of_day",
            "decimal",
            "thousands",
            "currency_signs",
            "null",
            "trim",
            "key",
        ];
        self.refuse_unknown(entries, &known, place);
        let format = self.text(entries, "format", place).and_then(|word| match word {
            "csv" => Some(Format::Csv),
            "parquet" => Some(Format::Parquet),
            other => self.unknown_value(other, "csv, parquet", &place.field("format")),
        });
        let delimiter =
            match self.one_char(entries, "delimiter", place).map(|found| (found, u8::try_from(found))) {
                None => b',',
                Some((_, Ok(byte))) if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n') => byte,
                Some((found, _)) => {
                    let json = Json::Text(found.to_string());
                    self.wrong(
                        &json,
                        "one ASCII character, such as a comma, semicolon or tab",
                        &place.field("delimiter"),
                    )
                    .unwrap_or(b',')
                }
            };
        let encoding = self.text(entries, "encoding", place).unwrap_or("utf-8").to_owned();
        if !crate::input::encoding_known(&encoding) {
            let _: Option<()> =
                self.unknown_value(&encoding, crate::input::ENCODINGS, &place.field("encoding"));
        }
        let zone = self.required(entries, "zone", place).and_then(|name| match Tz::from_str(name) {
            Ok(zone) => Some(zone),
            Err(_) => {
                self.add(place.field("zone"), ProblemKind::UnknownZone { found: shortened(name) });
                None
            }
        });
        let date_formats = match find(entries, "date_formats") {
            Some(json) => self.date_formats(json, &place.field("date_formats")),
            None => DATE_FORMATS.iter().filter_map(|format| DateFormat::of(format)).collect(),
        };
        let time_of_day = match self.text(entries, "time_of_day", place) {
            None => TIME_OF_DAY,
            Some(text) => NaiveTime::parse_from_str(text, "%H:%M").unwrap_or_else(|_| {
                let json = Json::Text(text.to_owned());
                self.wrong(&json, "a time of day such as 12:00", &place.field("time_of_day"))
                    .unwrap_or(TIME_OF_DAY)
            }),
        };
        let decimal = self.one_char(entries, "decimal", place).unwrap_or('.');
        let thousands = self.one_char(entries, "thousands", place);
        if thousands == Some(decimal) {
            let what = phrase!("`{}` is both the decimal and the thousands separator", decimal);
            self.add(place.field("thousands"), ProblemKind::Contradiction { what });
        }
        let signs_at = place.field("currency_signs");
        let currency_signs =
            find(entries, "currency_signs").map(|json| self.texts(json, &signs_at)).unwrap_or_default();
        let null = match find(entries, "null") {
            Some(json) => self.texts(json, &place.field("null")).into_iter().collect(),
            None => NULL_TEXTS.iter().map(|text| (*text).to_owned()).collect(),
        };
        let trim = self.flag(entries, "trim", place).unwrap_or(false);
        let key = self.text(entries, "key", place).map(str::to_owned);
        if let Some(key) = &key {
            let _ = self.template(key, &place.field("key"));
        }
        let input = zone.map(|zone| Input {
            format,
            delimiter,
            encoding,
            zone,
            date_formats,
            time_of_day,
            decimal,
            thousands,
            currency_signs,
            null,
            trim,
        });
        (input, key)
    }

    fn date_formats(&mut self, json: &Json, place: &Place) -> Vec<DateFormat> {
        let texts = self.texts(json, place);
        if texts.is_empty() {
            let _: Option<()> = self.wrong(json, "at least one date format", place);
        }
        let mut formats = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            match DateFormat::of(text) {
                Some(format) => formats.push(format),
                None => {
                    let kind = ProblemKind::BadDateFormat { found: shortened(text) };
                    self.add(place.field(&index.to_string()), kind);
                }
            }
        }
        formats
    }
}
