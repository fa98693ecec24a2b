//! What is wrong with input, and what to do about it.

use crate::error::{Phrase, Problem, ProblemKind, ProblemValue};
use crate::text::{Language, catalogue};

catalogue! {
    /// What a problem is, and what to do about it, with its values in braces.
    pub(super) fn problem(of: &ProblemKind) -> (&'static str, &'static str);
    /// A phrase that stands among the values.
    fn phrase(of: &Phrase) -> String;
}

/// A template of a problem with its values.
fn filled(of: &ProblemKind, template: &str, language: Language) -> String {
    of.filled(template, &|value| match value {
        ProblemValue::Phrase(of) => phrase(of, language),
        other => other.to_string(),
    })
}

impl Problem {
    /// What it is, one sentence for people, in a language; without the place and without the code.
    ///
    /// ```
    /// use keyperson::text::Language;
    /// let error = keyperson::Policy::default().as_of("tomorrow").unwrap_err();
    /// let problem = &error.problems()[0];
    /// let text = problem.text(Language::Japanese);
    /// assert_eq!(text, "`tomorrow` は日時の書き方が違います");
    /// let hint = problem.hint_in(Language::Japanese);
    /// assert!(hint.contains("2026-04-30T09:00:00+09:00 のように書いてください"));
    /// assert_eq!(problem.text(Language::English), problem.kind.to_string());
    /// assert_eq!(problem.hint_in(Language::English), problem.hint());
    /// ```
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        filled(&self.kind, problem(&self.kind, language).0, language)
    }

    /// What to do about it, one sentence for people, in a language.
    #[must_use]
    pub fn hint_in(&self, language: Language) -> String {
        filled(&self.kind, problem(&self.kind, language).1, language)
    }
}
