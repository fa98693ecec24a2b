//! What Ruby users meet, in Ruby: words as symbols, a class for each variant, keyword arguments.

use std::fmt::Write as _;

use heck::{ToShoutySnakeCase as _, ToSnakeCase as _, ToUpperCamelCase as _};
use keyperson::text::Language;
use uniffi_bindgen::ComponentInterface;
use uniffi_bindgen::interface::{Argument, AsType as _, Enum, Field, Type};

/// Words that JSON writes otherwise than Rust names them.
const WORDS: &[(&str, &str, &str)] = &[("FirstOrderState", "ToBegin", "begin")];
/// Arguments whose place says what they are; everything else is named. An object needs no name.
const PLACED: &[&str] = &["text", "bytes", "facts", "document", "lines", "question", "finding", "day"];
/// What may be left out here, and what is meant then.
const DEFAULTS: &[(&str, &str)] = &[("language", ":ja"), ("traits", "{}"), ("remedies", "[]")];
/// Texts that may be a `Date` or a `Time` as well.
const DATES: &[&str] = &["as_of", "since", "day", "to"];

/// The word of a variant without fields.
pub fn word(of: &Enum, variant: &str) -> String {
    let language = (of.name() == "Language").then(|| language(variant)).flatten();
    let other = WORDS.iter().find(|(name, one, _)| *name == of.name() && *one == variant);
    let known = language.or_else(|| other.map(|(.., word)| *word));
    known.map_or_else(|| variant.to_snake_case(), str::to_owned)
}

/// The word of a language as the core writes it: `ja`, not `japanese`.
fn language(variant: &str) -> Option<&'static str> {
    let mut named = Language::ALL.iter().map(|one| (format!("{one:?}"), one.word()));
    named.find(|(name, _)| name == variant).map(|(_, word)| word)
}

/// An argument as Ruby declares it.
pub struct Taken<'a> {
    /// What it is.
    pub argument: &'a Argument,
    /// Its name.
    pub name: String,
    /// Whether it is named in a call.
    pub named: bool,
    /// What is meant where it is left out.
    pub default: Option<String>,
    /// Whether it may be a `Date` or a `Time`.
    pub date: bool,
}

/// The arguments of a function, as Ruby declares them.
pub fn taken<'a>(arguments: &[&'a Argument]) -> Vec<Taken<'a>> {
    let object = |argument: &Argument| matches!(argument.as_type(), Type::Object { .. });
    let others = arguments.iter().filter(|argument| !object(argument)).count();
    let mut taken: Vec<Taken<'_>> = arguments
        .iter()
        .map(|&argument| {
            let name = argument.name().to_snake_case();
            let alone = others == 1 && !["language", "as_of"].contains(&name.as_str());
            let named = !(object(argument) || PLACED.contains(&name.as_str()) || alone);
            let ours = DEFAULTS.iter().find(|(one, _)| named && *one == name);
            let default = ours.map(|(_, value)| (*value).to_owned());
            let default = default.or_else(|| argument.default_value().map(|_absent| "nil".to_owned()));
            let date = DATES.contains(&name.as_str());
            Taken { argument, name, named, default, date }
        })
        .collect();
    // What must be said comes first.
    taken.sort_by_key(|one| (one.named, one.named && one.default.is_some()));
    taken
}

/// The Ruby by which a function or method takes its arguments by name; nothing where UniFFI's own will do.
fn by_name(name: &str, arguments: &[&Argument], depth: usize) -> String {
    let taken = taken(arguments);
    if !taken.iter().any(|one| one.named || one.date) {
        return String::new();
    }
    let declared = taken.iter().map(|one| match (one.named, &one.default) {
        (true, Some(default)) => format!("{}: {default}", one.name),
        (true, None) => format!("{}:", one.name),
        (false, _) => one.name.clone(),
    });
    let declared = declared.collect::<Vec<_>>().join(", ");
    let passed = arguments.iter().map(|argument| {
        let name = argument.name().to_snake_case();
        if DATES.contains(&name.as_str()) { format!("Dates.text({name})") } else { name }
    });
    let passed = passed.collect::<Vec<_>>().join(", ");
    let (name, indent) = (name.to_snake_case(), "  ".repeat(depth));
    format!(
        "{indent}alias_method :uniffi_{name}, :{name}\n{indent}private :uniffi_{name}\n{indent}remove_method :{name}\n\
         {indent}def {name}({declared}) = uniffi_{name}({passed})\n\n"
    )
}

/// Everything of one component that Ruby users meet otherwise than UniFFI writes it.
pub fn faces(component: &ComponentInterface) -> String {
    let mut text = String::new();
    for of in component.enum_definitions().iter().filter(|of| !component.is_name_used_as_error(of.name())) {
        text += &if of.is_flat() { words(of) } else { variants(of) };
    }
    for record in component.record_definitions() {
        if record.fields().iter().any(|field| dated(field).is_some()) {
            let class = record.name().to_upper_camel_case();
            let _always_fits = write!(
                text,
                "  class {class}\n    alias_method :uniffi_initialize, :initialize\n{}  end\n\n",
                initialize(record.fields(), 2)
            );
        }
    }
    text += "  class << self\n";
    for function in component.function_definitions() {
        text += &by_name(function.name(), &function.arguments(), 2);
    }
    text += "  end\n\n";
    for object in component.object_definitions() {
        let methods: String =
            object.methods().iter().map(|one| by_name(one.name(), &one.arguments(), 2)).collect();
        if !methods.is_empty() {
            let _always_fits =
                write!(text, "  class {}\n{methods}  end\n\n", object.name().to_upper_camel_case());
        }
    }
    text
}

/// Words are symbols, and the constants are names of them.
fn words(of: &Enum) -> String {
    let class = of.name().to_upper_camel_case();
    let words: Vec<String> = of.variants().iter().map(|variant| word(of, variant.name())).collect();
    let names = of.variants().iter().zip(&words);
    let names =
        names.map(|(variant, word)| format!("    {} = :{word}\n", variant.name().to_shouty_snake_case()));
    format!(
        "  class {class}\n    constants(false).each {{ |name| remove_const(name) }}\n    \
         ALL = %i[{}].freeze\n{}    Words.of(self, \"Type{}\")\n  end\n\n",
        words.join(" "),
        names.collect::<String>(),
        of.name()
    )
}

/// A class for each variant, below that of the enum.
fn variants(of: &Enum) -> String {
    let class = of.name().to_upper_camel_case();
    let asks: Vec<String> = of.variants().iter().map(|variant| variant.name().to_snake_case()).collect();
    let mut text = format!(
        "  class {class}\n    constants(false).each {{ |name| remove_const(name) }}\n    \
         %i[{}].each {{ |name| define_method(:\"#{{name}}?\") {{ false }} }}\n",
        asks.join(" ")
    );
    for (variant, ask) in of.variants().iter().zip(&asks) {
        let readers: Vec<String> =
            variant.fields().iter().map(|field| format!(":{}", field.name().to_snake_case())).collect();
        let _always_fits = write!(text, "\n    class {} < {class}\n      include Value\n\n", variant.name());
        if !readers.is_empty() {
            let _always_fits = writeln!(text, "      attr_reader {}\n", readers.join(", "));
        }
        text += &initialize(variant.fields(), 3);
        let _always_fits = write!(text, "\n      def {ask}? = true\n    end\n");
    }
    text + "  end\n\n"
}

/// The constructor of a value; dates that are given as texts become dates.
fn initialize(fields: &[Field], depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let takes = fields.iter().map(|field| {
        let name = field.name().to_snake_case();
        match field.default_value() {
            None => format!("{name}:"),
            Some(_absent) => format!("{name}: nil"),
        }
    });
    let takes = takes.collect::<Vec<_>>().join(", ");
    let sets = fields.iter().map(|field| {
        let name = field.name().to_snake_case();
        match dated(field) {
            Some(kind) => format!("{indent}  @{name} = Dates.{kind}({name})\n"),
            None => format!("{indent}  @{name} = {name}\n"),
        }
    });
    format!("{indent}def initialize({takes})\n{}{indent}end\n", sets.collect::<String>())
}

/// How a text becomes the date that a field holds.
pub fn dated(field: &Field) -> Option<&'static str> {
    let mut of = field.as_type();
    if let Type::Optional { inner_type } = of {
        of = *inner_type;
    }
    match of {
        Type::Custom { name, .. } if name == "Day" => Some("to_day"),
        Type::Custom { name, .. } if name == "Instant" => Some("to_instant"),
        _ => None,
    }
}
