//! The UniFFI mirrors of the core's types, from the core's source.
//!
//! `#[uniffi::remote]` wants each type declared once more, field by field; a mirror that drifts does not build. What
//! is declared here is read from the core's own declarations, with their comments, so nothing is written twice.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens as _, format_ident, quote};
use syn::{Attribute, Ident, Type};

use crate::declarations::{Core, Declared, EventType, Field, Shape, Variant, key, named_types, parts};

/// What the bindings hand out or take; everything that these hold comes along.
const ROOTS: &[&str] = &[
    "Brief",
    "Portfolio",
    "Change",
    "Trail",
    "Schedule",
    "Draft",
    "BusinessDay",
    "FindingText",
    "Policy",
    "Ranking",
    "WhatIf",
    "Language",
];

/// The answers: they stay in the library, and each field is handed out when it is read.
const ANSWERS: &[&str] =
    &["Brief", "Portfolio", "Change", "Trail", "Schedule", "Draft", "BusinessDay", "Ranking", "WhatIf"];

/// What crosses the border as one value; `value.rs` of the crate says how.
const VALUES: &[&str] = &[
    "Amount",
    "Count",
    "Day",
    "DealId",
    "Exponent",
    "FactId",
    "Hours",
    "Instant",
    "Key",
    "Level",
    "Number",
    "PartnerId",
    "PersonId",
    "Positive",
    "PriorCount",
    "Score",
    "Text",
    "TimeOfDay",
    "UnitInterval",
    "Weight",
    "Zone",
];

/// Names that mean something else in the languages or in the crate itself, and what stands for them.
const RENAMED: &[(&str, &str)] = &[("Policy", "PolicyDocument")];

/// Names of JSON's that are words of Java's and Swift's own.
const RESERVED: &[&str] = &["final"];

/// An answer of the core's, and what it hands out.
pub struct Answer {
    /// Its comment.
    pub docs: Vec<Attribute>,
    /// Its name.
    pub name: String,
    /// Where the core has it.
    pub path: TokenStream,
    /// Its fields.
    pub fields: Vec<Getter>,
}

/// A field of an answer.
pub struct Getter {
    /// Its comment.
    pub docs: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// Its type, as the mirrors call it.
    pub of: TokenStream,
    /// The answer that it is, where it is one.
    pub answer: Option<Held>,
}

/// How an answer is held by another.
pub enum Held {
    /// There is one.
    Always(Ident),
    /// There may be one.
    Maybe(Ident),
}

/// What is written from the core's declarations.
pub struct Sources {
    /// The mirrors of results and policy.
    pub mirrors: String,
    /// The facts.
    pub facts: String,
    /// The answers.
    pub answers: Vec<Answer>,
    /// The types of fact.
    pub events: Vec<Happening>,
}

/// A type of fact, as other languages have it.
pub struct Happening {
    /// Its comment.
    pub docs: Vec<Attribute>,
    /// Its name.
    pub name: String,
    /// Each field: what it is called, its type, and whether it may be left out.
    pub fields: Vec<(String, String, bool)>,
}

impl Field {
    /// The attribute by which other languages call the field as JSON does. Rust cannot, where that is a word of its own.
    fn renamed(&self) -> Option<TokenStream> {
        let key = &self.key;
        let other = self.name != key.as_str() && !RESERVED.contains(&key.as_str());
        other.then(|| quote! { #[uniffi(name = #key)] })
    }
}

/// The Rust sources of the mirrors of results and policy, and of the facts; and the answers.
///
/// # Errors
/// A source that cannot be read, or a type that has no mirror.
pub fn sources() -> Result<Sources, String> {
    let core = Core::read()?;
    let mut mirrors = Mirrors { core: &core, names: BTreeMap::new(), items: BTreeMap::new() };
    mirrors.reach()?;
    let answers = ANSWERS.iter().map(|name| mirrors.answer(name)).collect::<Result<_, _>>()?;
    let events = core.events.iter().map(happening).collect();
    Ok(Sources { mirrors: mirrors.write()?, facts: facts(&core.events)?, answers, events })
}

struct Mirrors<'c> {
    core: &'c Core,
    /// How each declaration is called across the border, by module and name.
    names: BTreeMap<(String, String), String>,
    items: BTreeMap<String, String>,
}

impl Mirrors<'_> {
    /// Finds everything that the roots hold, and gives each a name of its own.
    fn reach(&mut self) -> Result<(), String> {
        let mut waiting: Vec<&Declared> =
            ROOTS.iter().map(|root| self.core.find(root, "")).collect::<Result<_, _>>()?;
        for field in self.core.events.iter().flat_map(|event| &event.fields) {
            for name in named_types(&field.of).iter().filter(|name| !VALUES.contains(&name.as_str())) {
                waiting.push(self.core.find(name, "")?);
            }
        }
        let mut reached: BTreeMap<(String, String), &Declared> = BTreeMap::new();
        while let Some(declared) = waiting.pop() {
            if reached.insert(key(declared), declared).is_some() {
                continue;
            }
            for field in declared.fields().into_iter().filter(|field| !field.skipped) {
                for name in named_types(&field.of) {
                    if !VALUES.contains(&name.as_str()) && declared.parameter().is_none_or(|one| one != name)
                    {
                        waiting.push(self.core.find(&name, &declared.file)?);
                    }
                }
            }
        }
        for (module, name) in reached.keys() {
            let own = RENAMED.iter().find(|(old, _)| old == name).map_or(name.as_str(), |(_, new)| new);
            self.names.insert((module.clone(), name.clone()), own.to_owned());
        }
        Ok(())
    }

    fn write(mut self) -> Result<String, String> {
        for of in &self.core.types {
            let Some(called) = self.names.get(&key(of)).cloned() else { continue };
            if of.parameter().is_none() && !ANSWERS.contains(&called.as_str()) {
                let item = self.item(&called, &path_of(of), of, None)?;
                self.items.insert(called, item);
            }
        }
        let mut text = String::from(
            "//! Written by `cargo xtask schema` from the core's declarations. Do not edit.\n\n\
             use std::collections::{BTreeMap, HashMap};\n\nuse crate::value::*;\n",
        );
        for item in self.items.values() {
            text.push('\n');
            text.push_str(item);
        }
        Ok(text)
    }

    /// A type's alias and mirror; `argument` stands for its parameter.
    fn item(
        &mut self,
        called: &str,
        path: &TokenStream,
        of: &Declared,
        argument: Option<&TokenStream>,
    ) -> Result<String, String> {
        let (name, docs) = (format_ident!("{called}"), &of.docs);
        let mirror = match &of.shape {
            Shape::Record(fields, _) => {
                let fields = self.fields(fields, of, argument, &quote! { pub })?;
                quote! { #[uniffi::remote(Record)] #(#docs)* pub struct #name { #(#fields),* } }
            }
            Shape::Enum(variants) => {
                let mut written = Vec::new();
                for Variant { docs, name, fields } in variants {
                    let fields = self.fields(fields, of, argument, &TokenStream::new())?;
                    let fields = (!fields.is_empty()).then(|| quote! { { #(#fields),* } });
                    written.push(quote! { #(#docs)* #name #fields });
                }
                quote! { #[uniffi::remote(Enum)] #(#docs)* pub enum #name { #(#written),* } }
            }
        };
        let alias = format!(" The core's `{}`.", of.name);
        pretty(quote! { #[doc = #alias] pub type #name = #path; #mirror })
    }

    /// Each field with its comment, as the mirror names its type.
    fn fields(
        &mut self,
        fields: &[Field],
        of: &Declared,
        argument: Option<&TokenStream>,
        shown: &TokenStream,
    ) -> Result<Vec<TokenStream>, String> {
        let mut written = Vec::new();
        for field @ Field { docs, name, of: held, .. } in fields {
            if let Some(answer) = named_types(held).iter().find(|name| ANSWERS.contains(&name.as_str())) {
                return Err(format!("{}: `{name}` holds `{answer}`, which stays in the library", of.name));
            }
            let (held, renamed) = (self.named(held, of, argument)?, field.renamed());
            written.push(quote! { #(#docs)* #renamed #shown #name: #held });
        }
        Ok(written)
    }

    /// An answer, and the types of what it hands out.
    fn answer(&mut self, name: &str) -> Result<Answer, String> {
        let declared = self.core.find(name, "")?;
        let mut fields = Vec::new();
        for Field { docs, name, of, .. } in declared.fields().into_iter().filter(|field| !field.skipped) {
            let answer = held(of);
            let of = match &answer {
                None => self.named(of, declared, None)?,
                Some(Held::Always(of)) => quote! { Arc<#of> },
                Some(Held::Maybe(of)) => quote! { Option<Arc<#of>> },
            };
            fields.push(Getter { docs: docs.clone(), name: name.clone(), of, answer });
        }
        Ok(Answer { docs: declared.docs.clone(), name: name.to_owned(), path: path_of(declared), fields })
    }

    /// A type of a field, called as the bindings call it.
    fn named(
        &mut self,
        held: &Type,
        of: &Declared,
        argument: Option<&TokenStream>,
    ) -> Result<TokenStream, String> {
        let (name, inner) = parts(held).ok_or_else(|| unknown(held, of))?;
        let mut arguments = Vec::new();
        for one in inner {
            arguments.push(self.named(one, of, argument)?);
        }
        let ident = format_ident!("{name}");
        match (name.as_str(), arguments.as_slice()) {
            ("bool" | "i64" | "f64" | "String", []) => Ok(quote! { #ident }),
            ("KnownText", []) => Ok(quote! { Constant }),
            ("Option" | "Vec", [one]) => Ok(quote! { #ident<#one> }),
            ("Box", [one]) => Ok(quote! { Box<#one> }),
            ("BTreeMap", [from, to]) => self.map(from, to),
            (value, []) if VALUES.contains(&value) => Ok(quote! { #ident }),
            (parameter, []) if of.parameter() == Some(parameter) => {
                argument.cloned().ok_or_else(|| unknown(held, of))
            }
            (name, arguments) => {
                let found = self.core.find(name, &of.file)?;
                let called = self.names.get(&key(found)).cloned().ok_or_else(|| unknown(held, of))?;
                let Some(one) = arguments.first() else {
                    let called = format_ident!("{called}");
                    return Ok(quote! { #called });
                };
                // A generic type is one type for each of its arguments.
                let called = format!("{called}{one}");
                if !self.items.contains_key(&called) {
                    let path = path_of(found);
                    let item = self.item(&called, &quote! { #path<#one> }, found, Some(one))?;
                    self.items.insert(called.clone(), item);
                }
                let called = format_ident!("{called}");
                Ok(quote! { #called })
            }
        }
    }

    /// UniFFI's maps have no order; that of the core's comes back when they are read.
    fn map(&mut self, from: &TokenStream, to: &TokenStream) -> Result<TokenStream, String> {
        let called = format!("{to}By{from}");
        let name = format_ident!("{called}");
        let doc = format!(" `{to}` by `{from}`.");
        let item = pretty(quote! {
            #[doc = #doc]
            pub type #name = BTreeMap<#from, #to>;
            uniffi::custom_type!(#name, HashMap<#from, #to>, {
                remote,
                lower: |map| map.into_iter().collect(),
                try_lift: |map| Ok(map.into_iter().collect()),
            });
        })?;
        self.items.insert(called, item);
        Ok(quote! { #name })
    }
}

/// The facts, with plain numbers and texts: what is wrong with them is told with its path by the core's reader.
fn facts(events: &[EventType]) -> Result<String, String> {
    let (mut variants, mut told, mut read) = (Vec::new(), Vec::new(), Vec::new());
    for EventType { docs, name, word, fields } in events {
        let mut held = Vec::new();
        for field @ Field { docs, name, of, .. } in fields {
            let plain =
                plain(of).ok_or_else(|| format!("{name}: `{}` has no plain form", of.to_token_stream()))?;
            let default =
                plain.to_string().starts_with("Option").then(|| quote! { #[uniffi(default = None)] });
            let renamed = field.renamed();
            held.push(quote! { #(#docs)* #renamed #default #name: #plain });
        }
        let names: Vec<&Ident> = fields.iter().map(|field| &field.name).collect();
        let keys: Vec<&String> = fields.iter().map(|field| &field.key).collect();
        let body = (!held.is_empty()).then(|| quote! { { #(#held),* } });
        let names_in = (!names.is_empty()).then(|| quote! { { #(#names),* } });
        variants.push(quote! { #(#docs)* #name #body });
        told.push(quote! {
            core::Event::#name(event) => Self::#name { #(#names: event.#names.plain()),* }
        });
        read.push(quote! { Self::#name #names_in => (#word, vec![#((#keys, #names.json())),*]) });
    }
    let item = pretty(quote! {
        /// What happened: one variant a type of fact.
        #[derive(Debug, Clone, PartialEq, uniffi::Enum)]
        pub enum Event { #(#variants),* }

        impl From<core::Event> for Event {
            fn from(event: core::Event) -> Self {
                match event { #(#told),* }
            }
        }

        impl Event {
            /// The type and the fields as JSON, by their names there.
            pub(crate) fn json(self) -> (&'static str, Vec<(&'static str, Json)>) {
                match self { #(#read),* }
            }
        }
    })?;
    Ok(format!(
        "//! Written by `cargo xtask schema` from the core's declarations. Do not edit.\n\n\
         use keyperson::{{Json, fact as core}};\n\nuse crate::plain::{{Plain as _, ToJson as _}};\nuse crate::mirror::*;\nuse crate::value::*;\n\n{item}"
    ))
}

fn happening(of: &EventType) -> Happening {
    let field = |field: &Field| {
        let plain = plain(&field.of).map(|plain| plain.to_string().replace(' ', "")).unwrap_or_default();
        let inner = plain.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>'));
        (field.key.clone(), inner.unwrap_or(&plain).to_owned(), inner.is_some())
    };
    Happening {
        docs: of.docs.clone(),
        name: of.name.to_string(),
        fields: of.fields.iter().map(field).collect(),
    }
}

/// What a value of a fact is across the border.
fn plain(of: &Type) -> Option<TokenStream> {
    let (name, inner) = parts(of)?;
    Some(match (name.as_str(), inner.as_slice()) {
        ("Option", [one]) => {
            let one = plain(one)?;
            quote! { Option<#one> }
        }
        ("Text" | "Key" | "FactId" | "PersonId" | "DealId" | "PartnerId" | "Zone", []) => quote! { String },
        ("UnitInterval" | "Number" | "Hours" | "Amount", []) => quote! { f64 },
        ("Count", []) => quote! { i64 },
        ("bool", []) => quote! { bool },
        (_, []) => {
            let name = format_ident!("{name}");
            quote! { #name }
        }
        _ => return None,
    })
}

fn unknown(held: &Type, of: &Declared) -> String {
    format!("{}, {}: `{}` has no mirror", of.file, of.name, held.to_token_stream())
}

/// The answer that a field is, where it is one.
fn held(of: &Type) -> Option<Held> {
    let (name, inner) = parts(of)?;
    match (name.as_str(), inner.as_slice()) {
        (answer, []) if ANSWERS.contains(&answer) => Some(Held::Always(format_ident!("{answer}"))),
        ("Option", [one]) => match held(one)? {
            Held::Always(answer) => Some(Held::Maybe(answer)),
            Held::Maybe(_) => None,
        },
        _ => None,
    }
}

fn path_of(of: &Declared) -> TokenStream {
    let name = format_ident!("{}", of.name);
    let modules =
        of.module.split("::").filter(|module| !module.is_empty()).map(|module| format_ident!("{module}"));
    quote! { keyperson #(::#modules)* ::#name }
}

/// Rust as it is formatted.
///
/// # Errors
/// It is no Rust.
pub fn pretty(item: TokenStream) -> Result<String, String> {
    let file = syn::parse2(item).map_err(|error| error.to_string())?;
    Ok(prettyplease::unparse(&file))
}
