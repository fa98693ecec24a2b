//! The traits of a key person, and a value for each. Everything that lists them stands in this file.

use serde::{Serialize, Serializer};

use crate::error::Problems;
use crate::json::read::{At, Fields, Read, words};
use crate::json::value::Value;

words! {
    /// What a key person needs: six traits.
    pub enum Trait {
        /// 権限: what the person may decide.
        Authority = "authority",
        /// 意欲: what the person does unasked.
        Drive = "drive",
        /// 時間: the hours that the person has for the role.
        Time = "time",
        /// 技術知識: what the person knows of product and craft.
        Skill = "skill",
        /// 社内影響力: whom the person moves inside the company.
        Influence = "influence",
        /// 関連商材の実績: results with related products.
        TrackRecord = "track_record",
    }
}

/// One value for each of the six traits.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "PerTrait{T}", deny_unknown_fields)
)]
pub struct PerTrait<T> {
    /// 権限
    pub authority: T,
    /// 意欲
    pub drive: T,
    /// 時間
    pub time: T,
    /// 技術知識
    pub skill: T,
    /// 社内影響力
    pub influence: T,
    /// 関連商材の実績
    pub track_record: T,
}

impl<T> PerTrait<T> {
    /// The value for one trait.
    pub fn get(&self, of: Trait) -> &T {
        match of {
            Trait::Authority => &self.authority,
            Trait::Drive => &self.drive,
            Trait::Time => &self.time,
            Trait::Skill => &self.skill,
            Trait::Influence => &self.influence,
            Trait::TrackRecord => &self.track_record,
        }
    }

    /// A value for each trait by a rule.
    pub fn each(mut value: impl FnMut(Trait) -> T) -> Self {
        Self {
            authority: value(Trait::Authority),
            drive: value(Trait::Drive),
            time: value(Trait::Time),
            skill: value(Trait::Skill),
            influence: value(Trait::Influence),
            track_record: value(Trait::TrackRecord),
        }
    }
}

impl<T: Serialize> Serialize for PerTrait<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Trait::ALL.iter().map(|of| (of.word(), self.get(*of))))
    }
}

impl<T: Read> Read for PerTrait<T> {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::of(json, at, problems)?;
        let values = PerTrait::each(|of| fields.read::<T>(of.word(), problems));
        fields.refuse_unknown(&[Trait::WORDS], problems);
        Some(Self {
            authority: values.authority?,
            drive: values.drive?,
            time: values.time?,
            skill: values.skill?,
            influence: values.influence?,
            track_record: values.track_record?,
        })
    }
}
