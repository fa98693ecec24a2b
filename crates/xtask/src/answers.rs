//! The answers of the UniFFI crate: objects that stay in the library, and hand out a field when it is read. And what
//! Kotlin and Java have beside them.

use std::fmt::Write as _;

use heck::ToLowerCamelCase as _;
use quote::{ToTokens as _, format_ident, quote};
use syn::{Attribute, Expr, Lit, Meta};

use crate::mirrors::{Answer, Getter, Happening, Held, pretty};

const HEAD: &str = "Written by `cargo xtask schema` from the core's declarations. Do not edit.";

/// What is handed out as it is, without a copy made first.
const PLAIN: &[&str] = &["Constant", "bool", "i64", "f64"];

/// The Rust source of the objects.
///
/// # Errors
/// What is written is no Rust.
pub fn rust(answers: &[Answer]) -> Result<String, String> {
    let mut text = format!(
        "//! {HEAD}\n\nuse std::sync::Arc;\n\nuse crate::door::{{KeypersonError, json}};\nuse crate::mirror::*;\nuse crate::value::*;\n"
    );
    for Answer { docs, name, path, fields } in answers {
        let name = format_ident!("{name}");
        let getters = fields.iter().map(getter);
        let item = quote! {
            #(#docs)*
            #[derive(Debug, PartialEq, uniffi::Object)]
            #[uniffi::export(Eq, Hash)]
            pub struct #name(pub(crate) #path);

            impl #name {
                /// What the core answered, for other languages.
                pub(crate) fn of(answer: #path) -> Arc<Self> {
                    Arc::new(Self(answer))
                }
            }

            // No number of an answer is NaN.
            impl Eq for #name {}

            impl std::hash::Hash for #name {
                fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                    json(&self.0).unwrap_or_default().hash(state);
                }
            }

            #[uniffi::export]
            impl #name {
                #(#getters)*

                /// The answer as the JSON form writes it, to the byte: for storing and sending.
                ///
                /// # Errors
                /// None of its own.
                pub fn to_json(&self) -> Result<String, KeypersonError> {
                    json(&self.0)
                }
            }
        };
        text.push('\n');
        text.push_str(&pretty(item)?);
    }
    Ok(text)
}

fn getter(Getter { docs, name, of, answer }: &Getter) -> proc_macro2::TokenStream {
    let value = match answer {
        None if PLAIN.contains(&of.to_string().as_str()) => quote! { self.0.#name },
        None => quote! { self.0.#name.clone() },
        Some(Held::Always(answer)) => quote! { #answer::of(self.0.#name.clone()) },
        Some(Held::Maybe(answer)) => quote! { self.0.#name.clone().map(#answer::of) },
    };
    quote! { #(#docs)* pub fn #name(&self) -> #of { #value } }
}

/// The Kotlin source by which fields are read as properties.
pub fn kotlin(answers: &[Answer]) -> String {
    let mut text = format!("// {HEAD}\npackage com.keyperson\n");
    for Answer { name, fields, .. } in answers {
        for field in fields {
            let called = field.name.to_string().to_lower_camel_case();
            let docs = comment(&field.docs);
            let _always_fits =
                write!(text, "\n/** {docs} */\npublic val {name}.{called} get() = {called}()\n");
        }
    }
    text
}

/// The Kotlin source by which Java makes the events of facts, without a `null` for every field that is left out.
pub fn events(events: &[Happening]) -> String {
    let mut text = format!(
        "// {HEAD}\npackage com.keyperson\n\nimport java.time.LocalDate\n\n\
         /** What happened, made for Java: `Events.rating(Trait.DRIVE, 0.9, \"Sato\")`. In Kotlin, write `Event.Rating(…)`. */\n\
         public object Events {{\n"
    );
    for Happening { docs, name, fields } in events {
        let docs = comment(docs);
        let (mut needed, mut optional, mut passed) = (Vec::new(), Vec::new(), Vec::new());
        for (key, of, left_out) in fields {
            let (key, of) = (key.to_lower_camel_case(), in_kotlin(of));
            passed.push(format!("`{key}` = `{key}`"));
            if *left_out {
                optional.push(format!("`{key}`: {of}? = null"));
            } else {
                needed.push(format!("`{key}`: {of}"));
            }
        }
        let overloads = if optional.is_empty() { "" } else { "    @JvmOverloads\n" };
        let takes = [needed, optional].concat().join(", ");
        let passed = if fields.is_empty() { String::new() } else { format!("({})", passed.join(", ")) };
        let _always_fits = write!(
            text,
            "\n    /** {docs} */\n    @JvmStatic\n{overloads}    public fun `{}`({takes}): Event = Event.{name}{passed}\n",
            name.to_lower_camel_case()
        );
    }
    text + "}\n"
}

fn in_kotlin(of: &str) -> &str {
    match of {
        "f64" => "Double",
        "i64" => "Long",
        "bool" => "Boolean",
        "Day" => "LocalDate",
        other => other,
    }
}

/// A comment as one line.
fn comment(docs: &[Attribute]) -> String {
    let line = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(doc) => match &doc.value {
            Expr::Lit(text) => match &text.lit {
                Lit::Str(text) => text.value().trim().to_owned(),
                other => other.to_token_stream().to_string(),
            },
            other => other.to_token_stream().to_string(),
        },
        other => other.to_token_stream().to_string(),
    };
    docs.iter().map(line).collect::<Vec<_>>().join(" ").replace("*/", "* /")
}
