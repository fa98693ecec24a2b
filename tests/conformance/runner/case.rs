//! A case as its file holds it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use keyperson::Json;
use serde_json::Value;

/// The schema tag of a file of cases.
const SCHEMA: &str = "keyperson.conformance/1";

/// A file of cases.
pub(crate) struct Room {
    file: PathBuf,
    pub(crate) name: String,
    pub(crate) cases: Vec<Case>,
    tree: Json,
}

/// One case.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) mission: Vec<String>,
    pub(crate) says: String,
    ask: Ask,
    /// Pointer into the answer, and what is expected there.
    pub(crate) expect: Vec<(String, Value)>,
    pub(crate) errors: Vec<ExpectedProblem>,
    /// Whether the checksum is that of the whole answer.
    pub(crate) whole: bool,
    pub(crate) sha256: String,
}

enum Ask {
    Tree(Json),
    Text(String),
    Repeat { prefix: String, unit: String, times: usize, suffix: String },
}

/// A problem that is expected.
pub(crate) struct ExpectedProblem {
    pub(crate) code: String,
    pub(crate) path: String,
    pub(crate) line: Option<u64>,
}

impl Room {
    pub(crate) fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap();
        let tree = Json::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(text_of(&tree, "schema"), SCHEMA, "{}", file.display());
        let Some(Json::List(cases)) = tree.get("cases") else { panic!("{}: no cases", file.display()) };
        let cases = cases.iter().map(Case::read).collect();
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        Self { file: file.to_owned(), name, cases, tree }
    }

    /// Writes the file again with these checksums by id.
    pub(crate) fn write(&mut self, checksums: &BTreeMap<String, String>) {
        let Json::Object(members) = &mut self.tree else { return };
        for (_, value) in members.iter_mut().filter(|(name, _)| name == "cases") {
            let Json::List(cases) = value else { continue };
            for case in cases {
                let id = text_of(case, "id");
                let Json::Object(members) = case else { continue };
                members.retain(|(name, _)| name != "sha256");
                members.push(("sha256".to_owned(), Json::Text(checksums[&id].clone())));
            }
        }
        std::fs::write(&self.file, crate::layout::text(&self.tree)).unwrap();
    }
}

impl Case {
    fn read(json: &Json) -> Self {
        const MEMBERS: &[&str] = &[
            "id",
            "mission",
            "says",
            "why",
            "ask",
            "ask_text",
            "ask_repeat",
            "expect",
            "errors",
            "whole",
            "sha256",
        ];
        let Json::Object(members) = json else { panic!("a case is an object") };
        let id = text_of(json, "id");
        for (name, _) in members {
            assert!(MEMBERS.contains(&name.as_str()), "{id}: there is no member `{name}`");
        }
        let asks: Vec<Ask> = members.iter().filter_map(|(name, value)| Ask::read(name, value)).collect();
        let [ask] =
            <[Ask; 1]>::try_from(asks).unwrap_or_else(|_| panic!("{id}: one of ask, ask_text, ask_repeat"));
        let member = |name: &str| json.get(name).map(value);
        let expect = match member("expect") {
            Some(Value::Object(map)) => map.into_iter().collect(),
            None => Vec::new(),
            Some(_) => panic!("{id}: expect is an object"),
        };
        let errors = member("errors").map_or_else(Vec::new, |errors| {
            errors.as_array().unwrap().iter().map(|error| ExpectedProblem::read(error, &id)).collect()
        });
        let mission = member("mission").unwrap();
        Self {
            mission: mission.as_array().unwrap().iter().map(|row| row.as_str().unwrap().to_owned()).collect(),
            says: text_of(json, "says"),
            ask,
            expect,
            errors,
            whole: json.get("whole").is_some_and(|whole| *whole == Json::Bool(true)),
            sha256: json.get("sha256").map_or_else(String::new, |_| text_of(json, "sha256")),
            id,
        }
    }

    /// The part of an answer of which the checksum is: the members that `expect` points into, as they stand in the
    /// answer and in its order, one per line; the whole answer of a case that says so, or that expects problems.
    pub(crate) fn part(&self, answer: &str) -> String {
        let names: BTreeSet<&str> = self
            .expect
            .iter()
            .filter_map(|(pointer, _)| pointer.strip_prefix("/answer/")?.split('/').next())
            .collect();
        let Some(members) = answer.strip_prefix("{\"answer\":{").filter(|_| !self.whole && !names.is_empty())
        else {
            return answer.to_owned();
        };
        let named = members_of(members).into_iter().filter(|(name, _)| names.contains(name));
        named.map(|(_, text)| text).collect::<Vec<_>>().join("\n")
    }

    /// The question as it is sent.
    pub(crate) fn question(&self) -> String {
        match &self.ask {
            Ask::Tree(json) => serde_json::to_string(json).unwrap(),
            Ask::Text(text) => text.clone(),
            Ask::Repeat { prefix, unit, times, suffix } => {
                [prefix.as_str(), &unit.repeat(*times), suffix].concat()
            }
        }
    }
}

impl Ask {
    fn read(name: &str, json: &Json) -> Option<Self> {
        match (name, json) {
            ("ask", json) => Some(Self::Tree(json.clone())),
            ("ask_text", Json::Text(text)) => Some(Self::Text(text.clone())),
            ("ask_repeat", json) => {
                let Some(Json::Integer(times)) = json.get("times") else { panic!("times is a whole number") };
                Some(Self::Repeat {
                    prefix: text_of(json, "prefix"),
                    unit: text_of(json, "unit"),
                    times: usize::try_from(*times).unwrap(),
                    suffix: text_of(json, "suffix"),
                })
            }
            _ => None,
        }
    }
}

impl ExpectedProblem {
    fn read(error: &Value, id: &str) -> Self {
        let members = error.as_object().unwrap();
        for name in members.keys() {
            assert!(["code", "path", "line"].contains(&name.as_str()), "{id}: an error has no `{name}`");
        }
        let text = |name: &str| members[name].as_str().unwrap().to_owned();
        let line = members.get("line").and_then(Value::as_u64);
        Self { code: text("code"), path: text("path"), line }
    }
}

/// The members of an object in compact JSON, each with its name; `text` begins after the opening brace.
fn members_of(text: &str) -> Vec<(&str, &str)> {
    let (mut members, mut start, mut depth, mut quoted, mut escaped) = (Vec::new(), 0, 0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => depth += 1,
            b',' | b'}' if depth == 0 => {
                let member = text.get(start..at).unwrap();
                members.push((member.split('"').nth(1).unwrap(), member));
                if byte == b'}' {
                    return members;
                }
                start = at + 1;
            }
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
    panic!("no JSON object: {text}")
}

fn text_of(json: &Json, member: &str) -> String {
    match json.get(member) {
        Some(Json::Text(text)) => text.clone(),
        other => panic!("`{member}` is a text, not {other:?}"),
    }
}

fn value(json: &Json) -> Value {
    serde_json::to_value(json).unwrap()
}
