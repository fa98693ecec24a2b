//! Puts a mapping to the columns that a table really has.

use keyperson::{Error, Place, Problem, ProblemKind};

use crate::lookup::Lookups;
use crate::mapping::{
    ColumnRef, Condition, FactTemplate, FieldSource, Mapping, Origin, Piece, SkipRule, listed, listed_once,
};

/// The place of a column in the table; `None` for an optional one that the table lacks.
pub(crate) type BoundColumn = Option<usize>;

/// A mapping whose columns are places in one table.
#[derive(Default)]
pub(crate) struct Bound {
    pub skips: Vec<SkipRule<BoundColumn>>,
    pub facts: Vec<FactTemplate<BoundColumn>>,
    /// Whether each column of the table is read at all.
    pub used: Vec<bool>,
}

impl Mapping {
    /// Finds every column of the mapping in the header.
    ///
    /// # Errors
    /// `unknown_column` and `unknown_lookup`, each with its path in the mapping file.
    pub(crate) fn bind(&self, header: &[String], lookups: &Lookups) -> Result<Bound, Error> {
        let mut binder =
            Binder { mapping: self, header, used: vec![false; header.len()], problems: Vec::new() };
        let skips = self
            .skips
            .iter()
            .enumerate()
            .map(|(index, rule)| SkipRule {
                when: binder.conditions(&rule.when, &Place::at(format!("/skip/{index}/when"))),
                reason: rule.reason.clone(),
            })
            .collect();
        let facts = self
            .facts
            .iter()
            .enumerate()
            .map(|(index, template)| {
                let place = Place::at(format!("/facts/{index}"));
                FactTemplate {
                    spec: template.spec,
                    when: binder.conditions(&template.when, &place.field("when")),
                    distinct: template.distinct,
                    fields: template
                        .fields
                        .iter()
                        .map(|field| binder.field(field, &place.field(field.name), lookups))
                        .collect(),
                }
            })
            .collect();
        let Binder { used, problems, .. } = binder;
        match Error::many(problems) {
            None => Ok(Bound { skips, facts, used }),
            Some(error) => Err(error),
        }
    }
}

struct Binder<'a> {
    mapping: &'a Mapping,
    header: &'a [String],
    used: Vec<bool>,
    problems: Vec<Problem>,
}

impl Binder<'_> {
    /// The place of a column: under one of its short name's headers, or under its own name.
    fn column(&mut self, name: &str, optional: bool, place: &Place) -> BoundColumn {
        let own = [name.to_owned()];
        let headers = self.mapping.columns.get(name).map_or(own.as_slice(), Vec::as_slice);
        let found = headers.iter().find_map(|wanted| self.header.iter().position(|known| known == wanted));
        match found.and_then(|index| self.used.get_mut(index).map(|used| (index, used))) {
            Some((index, used)) => {
                *used = true;
                Some(index)
            }
            None => {
                if !optional {
                    let first = !self.problems.iter().any(|known| known.code() == "unknown_column");
                    let known = listed_once(self.header, first);
                    let column = headers.join(" / ");
                    self.problems.push(Problem {
                        place: place.clone(),
                        kind: ProblemKind::UnknownColumn { column, known },
                    });
                }
                None
            }
        }
    }

    fn column_ref(&mut self, column: &ColumnRef<String>, place: &Place) -> ColumnRef<BoundColumn> {
        ColumnRef {
            column: self.column(&column.column, column.optional, &place.field("column")),
            optional: column.optional,
        }
    }

    fn conditions(&mut self, when: &[Condition<String>], place: &Place) -> Vec<Condition<BoundColumn>> {
        when.iter()
            .enumerate()
            .map(|(index, condition)| Condition {
                column: self.column_ref(&condition.column, &place.field(&index.to_string())),
                test: condition.test.clone(),
            })
            .collect()
    }

    fn field(
        &mut self,
        field: &FieldSource<String>,
        place: &Place,
        lookups: &Lookups,
    ) -> FieldSource<BoundColumn> {
        let from = match &field.from {
            Origin::Column(column) => Origin::Column(self.column_ref(column, place)),
            Origin::Template(pieces) => Origin::Template(
                pieces
                    .iter()
                    .map(|piece| match piece {
                        Piece::Text(text) => Piece::Text(text.clone()),
                        Piece::Column(name) => Piece::Column(self.column(name, false, place)),
                    })
                    .collect(),
            ),
            Origin::Constant(value) => Origin::Constant(value.clone()),
        };
        if let Some((lookup, take)) = &field.lookup {
            self.lookup(lookup, take, lookups, place);
        }
        FieldSource {
            name: field.name,
            kind: field.kind,
            from,
            lookup: field.lookup.clone(),
            map: field.map.clone(),
            keep_unmapped: field.keep_unmapped,
            default: field.default.clone(),
            divide: field.divide,
        }
    }

    fn lookup(&mut self, lookup: &str, take: &str, lookups: &Lookups, place: &Place) {
        let kind = match lookups.columns_of(lookup) {
            None => ProblemKind::UnknownLookup {
                found: lookup.to_owned(),
                known: lookups.names().collect::<Vec<_>>().join(", "),
            },
            Some(columns) if !columns.iter().any(|column| column == take) => {
                let known = listed(columns.iter().map(String::as_str));
                ProblemKind::UnknownColumn { column: take.to_owned(), known }
            }
            Some(_) => return,
        };
        let step = if matches!(kind, ProblemKind::UnknownLookup { .. }) { "lookup" } else { "take" };
        self.problems.push(Problem { place: place.field(step), kind });
    }
}
