//! Policies: judgement that was checked once and is asked with many times.

use std::sync::Arc;

use crate::door::{KeypersonError, door};
use crate::mirror::PolicyDocument;

/// All judgement: weights, thresholds, half-lives, patterns, ladder, calendars; it never changes.
#[derive(Debug, uniffi::Object)]
pub struct Policy(pub(crate) keyperson::Policy);

#[uniffi::export]
impl Policy {
    /// The default policy.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::constructor]
    #[expect(clippy::should_implement_trait, reason = "the name that it has in every language")]
    pub fn default() -> Result<Arc<Self>, KeypersonError> {
        door(|| Ok(Arc::new(Self(keyperson::Policy::default()))))
    }

    /// Reads a policy from JSON; what it does not say is the default policy's.
    ///
    /// # Errors
    /// Every problem of the document.
    #[uniffi::constructor]
    pub fn from_json(text: String) -> Result<Arc<Self>, KeypersonError> {
        door(|| Ok(Arc::new(Self(keyperson::Policy::from_json(&text)?))))
    }

    /// Reads a policy from TOML; what it does not say is the default policy's.
    ///
    /// # Errors
    /// Every problem of the document.
    #[uniffi::constructor]
    pub fn from_toml(text: String) -> Result<Arc<Self>, KeypersonError> {
        door(|| Ok(Arc::new(Self(keyperson::Policy::from_toml(&text)?))))
    }

    /// Reads a policy from a document that a program changed; checked as one that was read.
    ///
    /// # Errors
    /// Every problem of the document.
    #[uniffi::constructor]
    pub fn from_document(document: PolicyDocument) -> Result<Arc<Self>, KeypersonError> {
        // Through the text, so that it is checked by the one door that there is.
        door(|| Ok(Arc::new(Self(keyperson::Policy::from_json(&document.to_json())?))))
    }

    /// The whole policy.
    ///
    /// # Errors
    /// None of its own.
    pub fn document(&self) -> Result<PolicyDocument, KeypersonError> {
        door(|| Ok(self.0.clone()))
    }

    /// The whole policy as JSON.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        door(|| Ok(self.0.to_json()))
    }

    /// The whole policy as TOML.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_toml(&self) -> Result<String, KeypersonError> {
        door(|| Ok(self.0.to_toml()))
    }
}
