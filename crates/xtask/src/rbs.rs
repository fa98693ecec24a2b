//! The RBS signatures of the gem.

use std::fmt::Write as _;

use heck::{ToShoutySnakeCase as _, ToSnakeCase as _, ToUpperCamelCase as _};
use uniffi_bindgen::ComponentInterface;
use uniffi_bindgen::interface::{Argument, AsType as _, Enum, Field, Object, Type};

use crate::faces::{dated, taken, word};
use crate::readers::fields_of;

/// Signatures under construction.
struct Sheet<'a> {
    component: &'a ComponentInterface,
    text: String,
    depth: usize,
}

impl Sheet<'_> {
    fn line(&mut self, line: &str) {
        let indent = "  ".repeat(self.depth);
        let _always_fits = writeln!(self.text, "{}", format!("{indent}{line}").trim_end());
    }

    fn docs(&mut self, docs: Option<&str>) {
        for line in docs.unwrap_or_default().trim().lines() {
            self.line(&format!("# {}", line.trim()));
        }
    }

    fn block(&mut self, head: &str, docs: Option<&str>, body: impl FnOnce(&mut Self)) {
        self.docs(docs);
        self.line(head);
        self.depth = self.depth.saturating_add(1);
        body(self);
        self.depth = self.depth.saturating_sub(1);
        self.line("end");
    }

    /// The readers and the constructor of a value.
    fn fields(&mut self, fields: &[Field]) {
        for field in fields {
            self.docs(field.docstring());
            self.line(&format!(
                "attr_reader {}: {}",
                field.name().to_snake_case(),
                self.ruby(&field.as_type())
            ));
        }
        let named = fields.iter().map(|field| {
            let optional = if field.default_value().is_some() { "?" } else { "" };
            let (name, of) = (field.name().to_snake_case(), self.ruby(&field.as_type()));
            // A date may be given as a text.
            let of = match (dated(field), of.strip_suffix('?')) {
                (None, _) => of,
                (Some(_), None) => format!("{of} | String"),
                (Some(_), Some(one)) => format!("({one} | String)?"),
            };
            format!("{optional}{name}: {of}")
        });
        let named = named.collect::<Vec<_>>().join(", ");
        self.line(&format!("def initialize: ({named}) -> void"));
    }

    /// A method: its documentation, and what it takes and gives.
    fn method(&mut self, name: &str, docs: Option<&str>, takes: &[&Argument], gives: &str) {
        self.docs(docs);
        let takes = taken(takes).into_iter().map(|one| {
            let optional = if one.default.is_some() { "?" } else { "" };
            let of = self.ruby(&one.argument.as_type());
            let of = match (one.date, of.strip_suffix('?')) {
                (false, _) => of,
                (true, None) => format!("({of} | Date | Time)"),
                (true, Some(_)) => "(String | Date | Time)?".to_owned(),
            };
            if one.named {
                format!("{optional}{}: {of}", one.name)
            } else {
                format!("{optional}{of} {}", one.name)
            }
        });
        let takes = takes.collect::<Vec<_>>().join(", ");
        self.line(&format!("def {name}: ({takes}) -> {gives}"));
    }

    /// What a method gives.
    fn gives(&self, of: Option<&Type>) -> String {
        of.map_or_else(|| "void".to_owned(), |of| self.ruby(of))
    }

    /// A type as RBS writes it.
    fn ruby(&self, of: &Type) -> String {
        match of {
            Type::Float32 | Type::Float64 => "Float".to_owned(),
            Type::Boolean => "bool".to_owned(),
            Type::String | Type::Bytes => "String".to_owned(),
            Type::Enum { name, .. }
                if self.component.get_enum_definition(name).is_some_and(Enum::is_flat) =>
            {
                name.to_snake_case()
            }
            Type::Object { name, .. }
            | Type::Record { name, .. }
            | Type::Enum { name, .. }
            | Type::CallbackInterface { name, .. } => name.to_upper_camel_case(),
            Type::Box { inner_type } => self.ruby(inner_type),
            Type::Optional { inner_type } => format!("{}?", self.ruby(inner_type).trim_end_matches('?')),
            Type::Sequence { inner_type } => format!("Array[{}]", self.ruby(inner_type)),
            Type::Set { inner_type } => format!("Set[{}]", self.ruby(inner_type)),
            Type::Map { key_type, value_type } => {
                format!("Hash[{}, {}]", self.ruby(key_type), self.ruby(value_type))
            }
            Type::Custom { name, .. } if name == "Day" => "Date".to_owned(),
            Type::Custom { name, .. } if name == "Instant" => "Time".to_owned(),
            Type::Custom { builtin, .. } => self.ruby(builtin),
            _ => "Integer".to_owned(),
        }
    }
}

/// All that one component exports, as the Ruby that UniFFI writes has it.
pub fn signatures(component: &ComponentInterface) -> String {
    let mut sheet = Sheet { component, text: String::new(), depth: 0 };
    sheet.line("# Written from the built library. What texts and numbers may be, the core checks.");
    let module = format!("module {}", component.namespace().to_upper_camel_case());
    sheet.block(&module, component.namespace_docstring(), |sheet| {
        for record in component.record_definitions() {
            let head = format!("class {}", record.name().to_upper_camel_case());
            sheet.block(&head, record.docstring(), |sheet| {
                sheet.line("include Value");
                sheet.fields(record.fields());
            });
        }
        for of in component.enum_definitions() {
            let head = format!("class {}", of.name().to_upper_camel_case());
            if component.is_name_used_as_error(of.name()) {
                let head = format!("module {}", of.name().to_upper_camel_case());
                sheet.block(&head, of.docstring(), |sheet| errors(sheet, of));
            } else if of.is_flat() {
                sheet.block(&head, of.docstring(), |sheet| words(sheet, of));
                let all = of.variants().iter().map(|variant| format!(":{}", word(of, variant.name())));
                let all = all.collect::<Vec<_>>();
                sheet.line(&format!("type {} = {}", of.name().to_snake_case(), all.join(" | ")));
            } else {
                sheet.block(&head, of.docstring(), |sheet| variants(sheet, of));
            }
        }
        for object in component.object_definitions() {
            let head = format!("class {}", object.name().to_upper_camel_case());
            sheet.block(&head, object.docstring(), |sheet| handle(sheet, object));
        }
        for function in component.function_definitions() {
            let name = format!("self.{}", function.name().to_snake_case());
            let gives = sheet.gives(function.return_type());
            sheet.method(&name, function.docstring(), &function.arguments(), &gives);
        }
    });
    sheet.text
}

/// Each variant of an error is a standard error of its own.
fn errors(sheet: &mut Sheet<'_>, of: &Enum) {
    for variant in of.variants() {
        let head = format!("class {} < StandardError", variant.name());
        sheet.block(&head, variant.docstring(), |sheet| sheet.fields(variant.fields()));
    }
}

/// Variants without fields are words.
fn words(sheet: &mut Sheet<'_>, of: &Enum) {
    for variant in of.variants() {
        sheet.docs(variant.docstring());
        let word = word(of, variant.name());
        sheet.line(&format!("{}: :{word}", variant.name().to_shouty_snake_case()));
    }
    sheet.line(&format!("ALL: Array[{}]", of.name().to_snake_case()));
}

/// Variants with fields are classes below that of the enum.
fn variants(sheet: &mut Sheet<'_>, of: &Enum) {
    for variant in of.variants() {
        sheet.line(&format!("def {}?: () -> bool", variant.name().to_snake_case()));
    }
    for variant in of.variants() {
        let class = format!("class {} < {}", variant.name(), of.name().to_upper_camel_case());
        sheet.block(&class, variant.docstring(), |sheet| {
            sheet.line("include Value");
            sheet.fields(variant.fields());
            sheet.line(&format!("def {}?: () -> bool", variant.name().to_snake_case()));
        });
    }
}

/// An object that lives in the library.
fn handle(sheet: &mut Sheet<'_>, object: &Object) {
    if fields_of(object).next().is_some() {
        sheet.line("include Answer");
        sheet.line("FIELDS: Array[Symbol]");
    }
    for constructor in object.constructors() {
        let name = format!("self.{}", constructor.name().to_snake_case());
        sheet.method(&name, constructor.docstring(), &constructor.arguments(), "instance");
    }
    for method in object.methods() {
        let gives = sheet.gives(method.return_type());
        sheet.method(&method.name().to_snake_case(), method.docstring(), &method.arguments(), &gives);
    }
}
