//! The settings of a policy one by one: what each is worth, and what the default policy's comments say of it.

use keyperson::text::Language;
use keyperson::{Json, policy::DEFAULT_TOML};
use toml_edit::{DocumentMut, Item, Table};

use crate::text as say;

/// One setting: its path, and its value as JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The steps to it.
    pub path: Vec<String>,
    /// Its value.
    pub value: String,
}

/// Keys of a policy's document that say how it is read; they are no settings.
const OF_THE_DOCUMENT: &[&str] = &["schema", "extends"];

/// Every setting of a tree, in its order.
pub fn settings(tree: &Json) -> Vec<Setting> {
    let mut found = Vec::new();
    collect(tree, &mut Vec::new(), &mut found);
    found.retain(|setting| !setting.path.first().is_some_and(|key| OF_THE_DOCUMENT.contains(&key.as_str())));
    found
}

/// The steps of a path written with points or slashes; a number in brackets is a step too.
pub fn steps(path: &str) -> Vec<String> {
    path.split(['.', '/', '[', ']']).filter(|step| !step.is_empty()).map(str::to_owned).collect()
}

fn collect(tree: &Json, path: &mut Vec<String>, found: &mut Vec<Setting>) {
    match tree {
        Json::Object(entries) if !entries.is_empty() => {
            for (key, value) in entries {
                path.push(key.clone());
                collect(value, path, found);
                path.pop();
            }
        }
        Json::List(items) if items.iter().any(|item| matches!(item, Json::Object(_))) => {
            for (index, value) in items.iter().enumerate() {
                path.push(index.to_string());
                collect(value, path, found);
                path.pop();
            }
        }
        value => {
            let value = serde_json::to_string(value).unwrap_or_default();
            found.push(Setting { path: path.clone(), value });
        }
    }
}

/// The comments of the default policy.
#[derive(Debug)]
pub struct Comments(DocumentMut);

impl Comments {
    /// Reads them.
    pub fn new() -> Self {
        // The default policy is good TOML: a test reads it.
        Self(DEFAULT_TOML.parse().unwrap_or_default())
    }

    /// The names of the sections and single settings at the top, in the order of the document.
    pub fn sections(&self) -> Vec<String> {
        self.0
            .as_table()
            .iter()
            .map(|(key, _)| key.to_owned())
            .filter(|key| !OF_THE_DOCUMENT.contains(&key.as_str()))
            .collect()
    }

    /// What stands above exactly this setting or section.
    pub fn own(&self, path: &[String], language: Language) -> Option<String> {
        let (last, above) = path.split_last()?;
        let parent = self.item(above)?;
        let raw = match parent.as_table_like().and_then(|table| table.get_key_value(last)) {
            Some((_, Item::Table(table))) if table.is_implicit() => first_of(table)?,
            Some((_, Item::Table(table))) => paragraph(table.decor().prefix()?.as_str()?, false),
            Some((_, Item::ArrayOfTables(tables))) => {
                paragraph(tables.iter().next()?.decor().prefix()?.as_str()?, false)
            }
            Some((key, _)) => paragraph(key.leaf_decor().prefix()?.as_str()?, false),
            None => return None,
        };
        in_language(&raw, language)
    }

    /// What is said of this setting: above it, above the setting of the same name in a section beside its own, or
    /// above its section.
    pub fn of(&self, path: &[String], language: Language) -> Option<String> {
        self.own(path, language).or_else(|| self.beside(path, language)).or_else(|| {
            let (_, above) = path.split_last()?;
            self.of(above, language)
        })
    }

    fn beside(&self, path: &[String], language: Language) -> Option<String> {
        let (last, above) = path.split_last()?;
        let (_, section) = above.split_last()?;
        let sections = self.item(section)?.as_table_like()?;
        sections.iter().find_map(|(key, _)| {
            let other: Vec<String> = section.iter().cloned().chain([key.to_owned(), last.clone()]).collect();
            self.own(&other, language)
        })
    }

    fn item(&self, path: &[String]) -> Option<&Item> {
        path.iter().try_fold(self.0.as_item(), |item, step| match step.parse::<usize>() {
            Ok(index) => item.get(index),
            Err(_) => item.get(step.as_str()),
        })
    }
}

/// The comment of a section that has no heading of its own: the first one within it.
fn first_of(table: &Table) -> Option<String> {
    let (_, first) = table.iter().next()?;
    match first {
        Item::Table(inner) if inner.is_implicit() => first_of(inner),
        Item::Table(inner) => Some(paragraph(inner.decor().prefix()?.as_str()?, true)),
        Item::ArrayOfTables(tables) => {
            Some(paragraph(tables.iter().next()?.decor().prefix()?.as_str()?, true))
        }
        _ => None,
    }
}

/// The first or last paragraph of the comments before something; the last one must touch it.
fn paragraph(raw: &str, first: bool) -> String {
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in raw.lines() {
        match (line.trim(), paragraphs.last_mut()) {
            ("", _) => paragraphs.push(Vec::new()),
            (line, Some(open)) => open.push(line),
            (_, None) => {}
        }
    }
    let chosen = if first {
        paragraphs.iter().find(|paragraph| !paragraph.is_empty())
    } else if raw.ends_with("\n\n") {
        None
    } else {
        paragraphs.iter().rfind(|paragraph| !paragraph.is_empty())
    };
    chosen.map(|lines| lines.join("\n")).unwrap_or_default()
}

/// The lines of one language: those behind its mark, or those without any.
fn in_language(raw: &str, language: Language) -> Option<String> {
    let lines = raw.lines().map(|line| line.trim_start_matches('#').trim());
    let text: Vec<&str> = match say::comment_mark(language) {
        "" => lines.filter(|line| !line.is_empty() && !is_marked(line)).collect(),
        mark => lines.filter_map(|line| line.strip_prefix(mark)).map(str::trim).collect(),
    };
    (!text.is_empty()).then(|| text.join("\n"))
}

/// Whether a line begins with the mark of a language.
fn is_marked(line: &str) -> bool {
    let marks = Language::ALL.iter().map(|language| say::comment_mark(*language));
    marks.filter(|mark| !mark.is_empty()).any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_of_the_default_policy_is_explained_in_both_languages() {
        let comments = Comments::new();
        let tree = keyperson::Policy::default().tree();
        for setting in settings(&tree) {
            for language in Language::ALL {
                assert!(comments.of(&setting.path, *language).is_some(), "{:?} {language:?}", setting.path);
            }
        }
    }

    #[test]
    fn paths_are_written_with_points_slashes_and_brackets() {
        for path in ["ladder.rungs.0.target", "/ladder/rungs/0/target", "ladder.rungs[0].target"] {
            assert_eq!(steps(path), ["ladder", "rungs", "0", "target"]);
        }
    }

    #[test]
    fn a_comment_is_that_above_the_setting() {
        let comments = Comments::new();
        let at = |path: &str, language| comments.of(&steps(path), language).unwrap();
        assert!(at("estimate.rating_weight", Language::English).starts_with("Evidence weight of one rating"));
        assert!(at("traits.drive.floor", Language::Japanese).contains("下限"));
        assert!(at("signals", Language::English).starts_with("What each signal says"));
    }
}
