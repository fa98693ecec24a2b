//! Readers of answers for the gem, in Ruby as straight as it goes.
//!
//! UniFFI's Ruby reads value by value, each by several calls, and hands every field over by its name. Here each record
//! is read by one method: neighbouring numbers by one `unpack`, a text by one slice, and the object is filled by
//! position. What an answer has for fields is said, too (`Answer` in the gem's
//! `keyperson.rb`).

use std::fmt::Write as _;

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};
use uniffi_bindgen::ComponentInterface;
use uniffi_bindgen::interface::{AsType as _, Callable as _, Enum, Field, Method, Object, Type};

use crate::faces::faces;

/// Ruby under construction: the body of one reader.
struct Body<'a> {
    component: &'a ComponentInterface,
    text: String,
    depth: usize,
    /// What the next `unpack` reads: its directives, their bytes, and the variables.
    run: Vec<(&'static str, usize, String)>,
    variables: usize,
}

impl<'a> Body<'a> {
    fn new(component: &'a ComponentInterface) -> Self {
        Self { component, text: String::new(), depth: 3, run: Vec::new(), variables: 0 }
    }

    fn line(&mut self, line: &str) {
        let _always_fits = writeln!(self.text, "{}{line}", "  ".repeat(self.depth));
    }

    fn variable(&mut self) -> String {
        self.variables = self.variables.saturating_add(1);
        format!("v{}", self.variables)
    }

    /// Something of a fixed size, read with its neighbours.
    fn fixed(&mut self, directive: &'static str, bytes: usize) -> String {
        let variable = self.variable();
        self.run.push((directive, bytes, variable.clone()));
        variable
    }

    /// Reads what is still to be read, so that `at` stands behind it.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        let directives: String = run.iter().map(|(directive, ..)| *directive).collect();
        let bytes = run.iter().fold(0_usize, |sum, (_, bytes, _)| sum.saturating_add(*bytes));
        match run.as_slice() {
            [] => return,
            [("C", _, variable)] => self.line(&format!("{variable} = b.getbyte(at)")),
            [(_, _, variable)] => self.line(&format!("{variable} = b.unpack1(\"{directives}\", offset: at)")),
            several => {
                let variables: Vec<&str> = several.iter().map(|(.., variable)| variable.as_str()).collect();
                self.line(&format!("{} = b.unpack(\"{directives}\", offset: at)", variables.join(", ")));
            }
        }
        self.line(&format!("at += {bytes}"));
    }

    /// A block, whose last line is its value.
    fn block(&mut self, head: &str, body: impl FnOnce(&mut Self), end: &str) {
        self.line(head);
        self.depth = self.depth.saturating_add(1);
        body(self);
        self.depth = self.depth.saturating_sub(1);
        self.line(end);
    }

    /// Reads one value, and nothing behind it; the expression that is its value.
    fn value(&mut self, of: &Type) -> String {
        let value = self.read(of);
        self.flush();
        value
    }

    /// Reads one value; the expression that is its value once the run is read.
    fn read(&mut self, of: &Type) -> String {
        match of {
            Type::Float64 => self.fixed("G", 8),
            Type::Int64 => self.fixed("q>", 8),
            Type::Boolean => format!("({} == 1)", self.fixed("C", 1)),
            Type::String => {
                let (size, value) = (self.fixed("N", 4), self.variable());
                self.flush();
                self.line(&format!("{value} = b.byteslice(at, {size})"));
                self.line(&format!("at += {size}"));
                value
            }
            Type::Enum { name, .. }
                if self.component.get_enum_definition(name).is_some_and(Enum::is_flat) =>
            {
                format!("{}::ALL.fetch({} - 1)", name.to_upper_camel_case(), self.fixed("N", 4))
            }
            Type::Optional { inner_type } => {
                let (there, value) = (self.fixed("C", 1), self.variable());
                self.flush();
                let inner = |body: &mut Self| {
                    let inner = body.value(inner_type);
                    body.line(&inner);
                };
                self.block(&format!("{value} = if {there} == 1"), inner, "end");
                value
            }
            Type::Sequence { inner_type } => {
                let (size, value) = (self.fixed("N", 4), self.variable());
                self.flush();
                let inner = |body: &mut Self| {
                    let inner = body.value(inner_type);
                    body.line(&inner);
                };
                self.block(&format!("{value} = Array.new({size}) do"), inner, "end");
                value
            }
            Type::Map { key_type, value_type } => {
                let (size, value) = (self.fixed("N", 4), self.variable());
                self.flush();
                self.line(&format!("{value} = {{}}"));
                let inner = |body: &mut Self| {
                    let key = body.value(key_type);
                    let of = body.value(value_type);
                    body.line(&format!("{value}[{key}] = {of}"));
                };
                self.block(&format!("{size}.times do"), inner, "end");
                value
            }
            Type::Custom { name, builtin, .. } => {
                let value = self.read(builtin);
                match name.as_str() {
                    "Day" => format!("Dates.day({value})"),
                    "Instant" => format!("Dates.instant({value})"),
                    _ => value,
                }
            }
            Type::Box { inner_type } => self.read(inner_type),
            // Records and variants have readers of their own; anything else has UniFFI's.
            other => {
                let value = self.variable();
                self.flush();
                self.line("@offset = at");
                self.line(&format!("{value} = read_{}", canonical(other)));
                self.line("at = @offset");
                value
            }
        }
    }

    /// Reads fields and makes the object of them.
    fn object(&mut self, class: &str, fields: &[Field]) {
        let values: Vec<String> = fields.iter().map(|field| self.read(&field.as_type())).collect();
        self.flush();
        self.line("@offset = at");
        if values.is_empty() {
            self.line(&format!("{class}.new"));
        } else {
            self.line(&format!("{class}.allocate.uniffi_fill({})", values.join(", ")));
        }
    }
}

/// UniFFI's name for the reader of a type that has a name.
fn canonical(of: &Type) -> String {
    of.name().map_or_else(|| format!("{of:?}").to_snake_case(), |name| format!("Type{name}"))
}

/// The readers of all that comes out of the library.
pub fn readers(component: &ComponentInterface) -> String {
    let mut text = "# frozen_string_literal: true\n\n# Written from the built library.\n".to_owned();
    let mut add = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    add(&format!("module {}", component.namespace().to_upper_camel_case()));
    add(&faces(component));
    for record in component.record_definitions().iter().filter(|record| record.has_fields()) {
        add(&filler(&record.name().to_upper_camel_case(), record.fields()));
    }
    for of in component.enum_definitions().iter().filter(|of| has_readers(component, of)) {
        for variant in of.variants().iter().filter(|variant| variant.has_fields()) {
            add(&filler(&variant_class(of, variant.name()), variant.fields()));
        }
    }
    add("  class RustBufferStream");
    for record in component.record_definitions() {
        let mut body = Body::new(component);
        body.object(&record.name().to_upper_camel_case(), record.fields());
        add(&reader(&format!("Type{}", record.name()), &body.text));
    }
    for of in component.enum_definitions().iter().filter(|of| has_readers(component, of)) {
        let mut body = Body::new(component);
        body.line("variant = b.unpack1(\"N\", offset: at)");
        body.line("at += 4");
        body.line("case variant");
        for (number, variant) in (1_usize..).zip(of.variants()) {
            body.line(&format!("when {number}"));
            body.depth = body.depth.saturating_add(1);
            body.object(&variant_class(of, variant.name()), variant.fields());
            body.depth = body.depth.saturating_sub(1);
        }
        body.line(&format!("else raise InternalError, \"no variant #{{variant}} of {}\"", of.name()));
        body.line("end");
        add(&reader(&format!("Type{}", of.name()), &body.text));
    }
    add("  end");
    for object in component.object_definitions() {
        let fields: Vec<String> = fields_of(object).map(|field| field.name().to_snake_case()).collect();
        if !fields.is_empty() {
            let class = object.name().to_upper_camel_case();
            let list = fields.join(" ");
            add(&format!("\n  class {class}\n    include Answer\n    FIELDS = %i[{list}].freeze"));
            // `JSON.generate` calls it, too, for an answer within other things, and says how it writes those.
            add("    alias_method :uniffi_to_json, :to_json\n    private :uniffi_to_json");
            add("    remove_method :to_json\n    def to_json(*) = uniffi_to_json\n  end");
        }
    }
    add("end");
    text
}

/// What an answer hands out: its methods that take nothing and cannot fail. Those of other objects can.
pub fn fields_of(object: &Object) -> impl Iterator<Item = &Method> {
    let plain = |method: &&Method| method.arguments().is_empty() && method.throws_type().is_none();
    object.methods().into_iter().filter(plain)
}

/// Whether the enum is one of values, with readers of their own: not of words, and not an error.
fn has_readers(component: &ComponentInterface, of: &Enum) -> bool {
    !of.is_flat() && !component.is_name_used_as_error(of.name())
}

fn variant_class(of: &Enum, variant: &str) -> String {
    format!("{}::{variant}", of.name().to_upper_camel_case())
}

/// The method that fills an object by position.
fn filler(class: &str, fields: &[Field]) -> String {
    let names: Vec<String> = fields.iter().map(|field| field.name().to_snake_case()).collect();
    // A parameter could have the name of a word of Ruby's own.
    let takes: Vec<String> = (1..=names.len()).map(|number| format!("v{number}")).collect();
    let sets: Vec<String> =
        names.iter().zip(&takes).map(|(name, value)| format!("      @{name} = {value}\n")).collect();
    format!(
        "  class {class}\n    def uniffi_fill({})\n{}      self\n    end\n  end\n",
        takes.join(", "),
        sets.concat()
    )
}

fn reader(name: &str, body: &str) -> String {
    format!("    def read_{name}\n      b = bytes\n      at = @offset\n{body}    end\n")
}
