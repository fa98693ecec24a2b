//! The types that the core declares, read from its source.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Fields, GenericArgument, Ident, Item, LitStr, PathArguments, Token, Type, UseTree, Visibility,
};

/// The core's sources.
const CORE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../keyperson/src");

/// A type of the core's.
pub struct Declared {
    /// The module it is public in.
    pub module: String,
    /// The file it stands in.
    pub file: String,
    /// Its name.
    pub name: String,
    /// Its comment.
    pub docs: Vec<Attribute>,
    /// What it holds.
    pub shape: Shape,
}

/// Fields or variants.
pub enum Shape {
    /// Fields, and the name of a parameter where there is one.
    Record(Vec<Field>, Option<String>),
    /// Variants.
    Enum(Vec<Variant>),
}

/// A field of a type.
pub struct Field {
    /// Its comment.
    pub docs: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// What JSON calls it.
    pub key: String,
    /// Whether JSON leaves it out: it is for Rust alone.
    pub skipped: bool,
    /// Its type.
    pub of: Type,
}

/// A variant of an enum.
pub struct Variant {
    /// Its comment.
    pub docs: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// Every type that the core declares.
#[derive(Default)]
pub struct Core {
    /// The types, in the order of files.
    pub types: Vec<Declared>,
    /// The types of fact, in their order.
    pub events: Vec<EventType>,
    /// For each file, from which module each of its imported names comes.
    pub imports: BTreeMap<String, BTreeMap<String, String>>,
}

impl Core {
    /// Reads the core's source.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read() -> Result<Self, String> {
        let mut core = Self::default();
        core.folder(Path::new(CORE), &[])?;
        Ok(core)
    }

    fn folder(&mut self, folder: &Path, modules: &[String]) -> Result<(), String> {
        let said = |error: std::io::Error| format!("{}: {error}", folder.display());
        let mut paths: Vec<_> = fs::read_dir(folder)
            .map_err(said)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .map_err(said)?;
        paths.sort();
        for path in paths {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut inner = modules.to_vec();
            if !["lib", "mod"].contains(&stem.as_str()) {
                inner.push(stem);
            }
            if path.is_dir() {
                self.folder(&path, &inner)?;
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).map_err(said)?;
                let file = syn::parse_file(&text).map_err(|error| format!("{}: {error}", path.display()))?;
                self.file(&path.display().to_string(), &inner, file.items)
                    .map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
        Ok(())
    }

    fn file(&mut self, file: &str, modules: &[String], items: Vec<Item>) -> syn::Result<()> {
        let mut declared = Vec::new();
        for item in items {
            match item {
                Item::Use(import) => {
                    imported(&import.tree, &mut Vec::new(), self.imports.entry(file.to_owned()).or_default())
                }
                Item::Struct(of) if public(&of.vis) => {
                    let parameter = of.generics.type_params().next().map(|one| one.ident.to_string());
                    if let (Fields::Named(fields), None) = (of.fields, of.generics.lifetimes().next()) {
                        declared.push((of.ident, of.attrs, Shape::Record(named(fields.named), parameter)));
                    }
                }
                Item::Enum(of) if public(&of.vis) && of.generics.params.is_empty() => {
                    declared.push((of.ident, of.attrs, Shape::Enum(variants(of.variants))));
                }
                Item::Macro(of) if of.mac.path.is_ident("words") || of.mac.path.is_ident("record") => {
                    let Table(tables) = of.mac.parse_body()?;
                    declared.extend(tables);
                }
                Item::Macro(of) if of.mac.path.is_ident("events") => {
                    let Events(events) = of.mac.parse_body()?;
                    self.events = events;
                }
                _ => {}
            }
        }
        let module = module_of(modules);
        for (name, attrs, shape) in declared {
            let (module, file) = (module.clone(), file.to_owned());
            self.types.push(Declared { module, file, name: name.to_string(), docs: docs(attrs), shape });
        }
        Ok(())
    }

    /// The declaration that `name` means in `file`.
    ///
    /// # Errors
    /// There is none, or there are several.
    pub fn find(&self, name: &str, file: &str) -> Result<&Declared, String> {
        let all: Vec<&Declared> = self.types.iter().filter(|one| one.name == name).collect();
        let here = all.iter().find(|one| one.file == file);
        let imported = self.imports.get(file).and_then(|names| names.get(name));
        let there = || {
            let module = imported?;
            all.iter().find(|one| one.module == *module || one.module.ends_with(&format!("::{module}")))
        };
        match (here.or_else(there), all.as_slice()) {
            (Some(found), _) => Ok(found),
            (None, [only]) => Ok(only),
            (None, []) => {
                Err(format!("{file}: the core declares no public `{name}` that a mirror could be made of"))
            }
            (None, _) => Err(format!("{file}: several types are called `{name}`")),
        }
    }
}

/// The body of `words!` and `record!`.
struct Table(Vec<(Ident, Vec<Attribute>, Shape)>);

impl Parse for Table {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut items = Vec::new();
        while !input.is_empty() {
            let attrs = input.call(Attribute::parse_outer)?;
            input.parse::<Visibility>()?;
            if input.peek(Token![enum]) {
                input.parse::<Token![enum]>()?;
                let name = input.parse()?;
                let body;
                syn::braced!(body in input);
                let found = Punctuated::<syn::Variant, Token![,]>::parse_terminated(&body)?;
                items.push((name, attrs, Shape::Enum(variants(found))));
            } else {
                input.parse::<Token![struct]>()?;
                let name = input.parse()?;
                let body;
                syn::braced!(body in input);
                let found = Punctuated::<TableField, Token![,]>::parse_terminated(&body)?;
                items.push((
                    name,
                    attrs,
                    Shape::Record(found.into_iter().map(|TableField(one)| one).collect(), None),
                ));
            }
        }
        Ok(Self(items))
    }
}

/// `pub name: Type`, or `pub name = "key": Type`; the key is what JSON calls it.
struct TableField(Field);

impl Parse for TableField {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        let name: Ident = input.parse()?;
        let mut key = name.to_string();
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            key = input.parse::<LitStr>()?.value();
        }
        input.parse::<Token![:]>()?;
        Ok(Self(Field { docs: docs(attrs), name, key, skipped: false, of: input.parse()? }))
    }
}

/// One type of fact.
pub struct EventType {
    /// Its comment.
    pub docs: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// What JSON calls it.
    pub word: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// The body of `events!`.
struct Events(Vec<EventType>);

impl Parse for Events {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut events = Vec::new();
        while !input.is_empty() {
            let docs = input.call(Attribute::parse_outer)?;
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            let word = input.parse::<LitStr>()?.value();
            input.parse::<Token![,]>()?;
            input.parse::<Ident>()?;
            input.parse::<Ident>()?;
            if input.parse::<Option<Token![,]>>()?.is_some() {
                input.parse::<Ident>()?;
            }
            let body;
            syn::braced!(body in input);
            let found = Punctuated::<TableField, Token![,]>::parse_terminated(&body)?;
            let fields = found.into_iter().map(|TableField(field)| field).collect();
            events.push(EventType { docs, name, word, fields });
        }
        Ok(Self(events))
    }
}

impl Declared {
    /// All fields, those of variants too.
    pub fn fields(&self) -> Vec<&Field> {
        match &self.shape {
            Shape::Record(fields, _) => fields.iter().collect(),
            Shape::Enum(variants) => variants.iter().flat_map(|variant| &variant.fields).collect(),
        }
    }

    /// The name of its parameter, where it has one.
    pub fn parameter(&self) -> Option<&str> {
        if let Shape::Record(_, parameter) = &self.shape { parameter.as_deref() } else { None }
    }
}

/// What tells a type from every other.
pub fn key(of: &Declared) -> (String, String) {
    (of.module.clone(), of.name.clone())
}

fn public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn docs(attrs: Vec<Attribute>) -> Vec<Attribute> {
    attrs.into_iter().filter(|one| one.path().is_ident("doc")).collect()
}

/// What serde is told of a field: another name, and whether it is left out.
fn serde(attrs: &[Attribute]) -> (Option<String>, bool) {
    let (mut key, mut skipped) = (None, false);
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
        // What else it is told does not matter here.
        let _other = attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                key = Some(meta.value()?.parse::<LitStr>()?.value());
            }
            skipped |= meta.path.is_ident("skip");
            Ok(())
        });
    }
    (key, skipped)
}

fn named(fields: Punctuated<syn::Field, Token![,]>) -> Vec<Field> {
    let field = |field: syn::Field| {
        let name = field.ident?;
        let (key, skipped) = serde(&field.attrs);
        let key = key.unwrap_or_else(|| name.to_string());
        Some(Field { docs: docs(field.attrs), name, key, skipped, of: field.ty })
    };
    fields.into_iter().filter_map(field).collect()
}

fn variants(found: Punctuated<syn::Variant, Token![,]>) -> Vec<Variant> {
    let variant = |of: syn::Variant| {
        let fields = if let Fields::Named(fields) = of.fields { named(fields.named) } else { Vec::new() };
        Variant { docs: docs(of.attrs), name: of.ident, fields }
    };
    found.into_iter().map(variant).collect()
}

/// The names that an import brings in, with the module each comes from.
fn imported(tree: &UseTree, path: &mut Vec<String>, names: &mut BTreeMap<String, String>) {
    match tree {
        UseTree::Path(step) => {
            path.push(step.ident.to_string());
            imported(&step.tree, path, names);
            path.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|item| imported(item, path, names)),
        UseTree::Name(name) => {
            names.insert(name.ident.to_string(), module_of(path));
        }
        UseTree::Rename(_) | UseTree::Glob(_) => {}
    }
}

/// The public module that a private one is shown in.
fn module_of(modules: &[String]) -> String {
    /// Modules that hold private ones.
    const HOLDERS: &[&str] =
        &["fact", "finding", "policy", "calendar", "text", "person::estimate", "answer::trail"];
    let path = modules.join("::");
    if let Some(holder) =
        HOLDERS.iter().find(|holder| path == **holder || path.starts_with(&format!("{holder}::")))
    {
        return (*holder).to_owned();
    }
    match modules {
        [first, rest @ ..] if first == "crate" || first == "super" => module_of(rest),
        [first, ..] if first == "value" => String::new(),
        other => other.join("::"),
    }
}

/// The last name of a type's path and its arguments.
pub fn parts(of: &Type) -> Option<(String, Vec<&Type>)> {
    let Type::Path(path) = of else { return None };
    let last = path.path.segments.last()?;
    let inner = match &last.arguments {
        PathArguments::None => Vec::new(),
        PathArguments::AngleBracketed(arguments) => {
            let inner = arguments.args.iter().map(|one| match one {
                GenericArgument::Type(of) => Some(of),
                _ => None,
            });
            inner.collect::<Option<_>>()?
        }
        PathArguments::Parenthesized(_) => return None,
    };
    Some((last.ident.to_string(), inner))
}

/// All names of types in a type, containers left out.
pub fn named_types(of: &Type) -> Vec<String> {
    let Some((name, inner)) = parts(of) else { return Vec::new() };
    let mut names: Vec<String> = inner.into_iter().flat_map(named_types).collect();
    if !["bool", "i64", "f64", "String", "KnownText", "Option", "Vec", "Box", "BTreeMap"]
        .contains(&name.as_str())
    {
        names.push(name);
    }
    names
}
