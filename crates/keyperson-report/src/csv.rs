//! A portfolio as CSV that a spreadsheet can open without running anything.

use keyperson::{Portfolio, Trait};

/// One row a person, the columns named in the first.
pub(crate) fn written(portfolio: &Portfolio) -> String {
    let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
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
    let mut rows = vec![header.iter().map(|name| text(name)).collect::<Vec<_>>()];
    for person in &portfolio.people {
        let mut row = vec![
            text(person.partner.as_str()),
            text(person.partner_name.as_deref().unwrap_or_default()),
            text(person.person.as_str()),
            text(person.name.as_deref().unwrap_or_default()),
            person.facts.to_string(),
            person.readiness.to_string(),
            number(person.fit),
            number(Some(person.lower)),
            number(Some(person.upper)),
            number(Some(person.coverage)),
            person.best_rank.to_string(),
            person.worst_rank.to_string(),
            number(person.first_share),
        ];
        row.extend(person.traits.iter().map(|mean| number(*mean)));
        row.extend(person.mismatches.iter().map(|m| m.state.to_string()));
        for rung in &person.rungs {
            row.extend([
                rung.status.to_string(),
                rung.count.map_or_else(String::new, |n| n.to_string()),
                number(rung.odds),
            ]);
        }
        let finding = person.first_finding.as_ref();
        let codes: Vec<&str> = person.findings.iter().map(|code| code.word()).collect();
        row.extend([
            person.stage.map_or_else(String::new, |stage| stage.to_string()),
            person.urgent.to_string(),
            person.important.to_string(),
            finding.map_or_else(String::new, |finding| finding.code.to_string()),
            finding.map_or_else(String::new, |finding| text(&finding.about)),
            codes.join(" "),
        ]);
        rows.push(row);
    }
    // Writing to memory has no way to fail, and rows of any length are allowed.
    let _ = rows.iter().try_for_each(|row| writer.write_record(row));
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// A text cell: what a spreadsheet would take for a formula gets an apostrophe, but for plain numbers.
fn text(cell: &str) -> String {
    const STARTS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    match cell.starts_with(STARTS) && cell.parse::<f64>().is_err() {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn formulas_are_defused() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+cmd", "'+cmd"),
            ("-2.5", "-2.5"),
            ("-A1", "'-A1"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("田中", "田中"),
        ];
        for (cell, defused) in cases {
            assert_eq!(text(cell), defused);
        }
    }
}
