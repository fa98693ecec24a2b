//! A portfolio as CSV that a spreadsheet can open without running anything.

use keyperson::answer::portfolio::PersonRow;
use keyperson::{Portfolio, Trait};
use keyperson_table::{Cell, CsvTable};

/// One row a person, the columns named in the first.
pub(crate) fn written(portfolio: &Portfolio) -> String {
    let mut header: Vec<String> = [
        "partner",
        "partner_name",
        "person",
        "name",
        "facts",
        "readiness",
        "fit",
        "lower",
        "upper",
        "coverage",
        "best_rank",
        "worst_rank",
        "first_share",
    ]
    .map(str::to_owned)
    .to_vec();
    header.extend(Trait::ALL.iter().map(|of| of.word().to_owned()));
    if let Some(first) = portfolio.people.first() {
        header.extend(first.mismatches.iter().map(|m| format!("mismatch_{}", m.pattern)));
        for rung in &first.rungs {
            header.extend(["status", "count", "odds"].map(|what| format!("{}_{what}", rung.code)));
        }
    }
    header.extend(
        ["stage", "urgent", "important", "first_finding", "first_finding_about", "findings"]
            .map(str::to_owned),
    );
    let rows = portfolio.people.iter().map(row).collect();
    CsvTable { header, rows }.to_csv()
}

fn row(person: &PersonRow) -> Vec<Cell> {
    let mut row = vec![
        text(person.partner.as_str()),
        text(person.partner_name.as_deref().unwrap_or_default()),
        text(person.person.as_str()),
        text(person.name.as_deref().unwrap_or_default()),
        Cell::Integer(person.facts),
        text(&person.readiness.to_string()),
        number(person.fit),
        number(Some(person.lower)),
        number(Some(person.upper)),
        number(Some(person.coverage)),
        Cell::Integer(person.best_rank),
        Cell::Integer(person.worst_rank),
        number(person.first_share),
    ];
    row.extend(person.traits.iter().map(|mean| number(*mean)));
    row.extend(person.mismatches.iter().map(|m| text(&m.state.to_string())));
    for rung in &person.rungs {
        row.extend([
            text(&rung.status.to_string()),
            rung.count.map_or(Cell::Empty, Cell::Integer),
            number(rung.odds),
        ]);
    }
    let finding = person.first_finding.as_ref();
    let codes: Vec<&str> = person.findings.iter().map(|code| code.word()).collect();
    row.extend([
        person.stage.map_or(Cell::Empty, |stage| text(&stage.to_string())),
        Cell::Integer(person.urgent),
        Cell::Integer(person.important),
        finding.map_or(Cell::Empty, |finding| text(&finding.code.to_string())),
        finding.map_or(Cell::Empty, |finding| text(&finding.about)),
        text(&codes.join(" ")),
    ]);
    row
}

fn number(value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, Cell::Number)
}

fn text(text: &str) -> Cell {
    Cell::from(text)
}
