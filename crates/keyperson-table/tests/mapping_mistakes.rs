//! Every mistake in a mapping is found, each with its code and path.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use keyperson_table::{ImportOptions, Lookups, Mapping, SHIPPED, import_csv};

const GOOD: &str = r#"
schema = "keyperson.mapping/1"
[input]
zone = "Asia/Tokyo"
[lookups.teams]
file = "teams.csv"
key = "agent"
[[facts]]
type = "deal"
id = "{Deal}-{Stage}"
at = { column = "Day" }
partner = { column = "Agent", lookup = "teams", take = "office" }
person = { column = "Agent" }
deal = { column = "Deal" }
stage = { column = "Stage", map = { Won = "won" } }
amount = { column = "Amount", optional = true }
"#;

/// The good mapping with `from` replaced by `to` must give exactly these problems (code and path).
fn check(from: &str, to: &str, expected: &[(&str, &str)]) {
    assert!(GOOD.contains(from), "the case changes nothing: {from}");
    let error = Mapping::from_toml(&GOOD.replacen(from, to, 1)).expect_err(to);
    let found: Vec<(&str, &str)> = error.problems().iter().map(|p| (p.code(), p.path())).collect();
    assert_eq!(found, expected, "{to}\n{error}");
}

#[test]
fn each_mistake_of_the_input_section_has_its_code_and_path() {
    Mapping::from_toml(GOOD).unwrap();
    check("[input]", "[inptu]", &[("unknown_field", "/inptu"), ("missing_field", "/input/zone")]);
    check("zone = \"Asia/Tokyo\"", "", &[("missing_field", "/input/zone")]);
    check("Asia/Tokyo", "Asia/Tokio", &[("unknown_zone", "/input/zone")]);
    for (line, code, path) in [
        ("format = \"xlsx\"", "unknown_value", "/input/format"),
        ("delimiter = \"::\"", "wrong_type", "/input/delimiter"),
        ("delimiter = \"、\"", "wrong_type", "/input/delimiter"),
        ("encoding = \"klingon\"", "unknown_value", "/input/encoding"),
        ("date_formats = [\"%Y-%Q\"]", "bad_date_format", "/input/date_formats/0"),
        ("date_formats = [\"yyyy-mm-dd\"]", "bad_date_format", "/input/date_formats/0"),
        ("date_formats = []", "wrong_type", "/input/date_formats"),
        ("time_of_day = \"25:00\"", "wrong_type", "/input/time_of_day"),
        ("thousands = \".\"", "contradiction", "/input/thousands"),
        ("trim = \"yes\"", "wrong_type", "/input/trim"),
        ("key = \"{a\"", "bad_template", "/input/key"),
    ] {
        check("zone =", &format!("{line}\nzone ="), &[(code, path)]);
    }
    check("mapping/1", "mapping/2", &[("newer_schema", "/schema")]);
    check("keyperson.mapping/1", "keyperson.policy/1", &[("unknown_schema", "/schema")]);
    check("schema = \"keyperson.mapping/1\"", "", &[("missing_field", "/schema")]);
}

#[test]
fn each_mistake_of_a_template_has_its_code_and_path() {
    check("file = \"teams.csv\"", "", &[("missing_field", "/lookups/teams/file")]);
    let lookup = [("unknown_field", "/lookups/teams/kye"), ("missing_field", "/lookups/teams/key")];
    check("key = \"agent\"", "kye = \"agent\"", &lookup);
    check("type = \"deal\"", "type = \"deel\"", &[("unknown_type", "/facts/0/type")]);
    check("type = \"deal\"", "", &[("missing_field", "/facts/0/type")]);
    check("amount =", "amuont =", &[("unknown_field", "/facts/0/amuont")]);
    check("deal = { column", "# deal = { column", &[("missing_field", "/facts/0/deal")]);
    check("at = {", "# at = {", &[("missing_field", "/facts/0/at")]);
    check("id = \"{Deal}-{Stage}\"", "", &[("missing_field", "/facts/0/id")]);
    check("{Deal}-{Stage}", "{Deal}-{Stage", &[("bad_template", "/facts/0/id")]);
    check("{Deal}-{Stage}", "{}", &[("bad_template", "/facts/0/id")]);
    check("Won = \"won\"", "Won = \"win\"", &[("unknown_value", "/facts/0/stage/map/Won")]);
    check("map = { Won = \"won\" }", "default = \"win\"", &[("unknown_value", "/facts/0/stage/default")]);
    check("lookup = \"teams\"", "lookup = \"temas\"", &[("unknown_lookup", "/facts/0/partner/lookup")]);
    check(", take = \"office\"", "", &[("missing_field", "/facts/0/partner/take")]);
    check("optional = true }", "divide = 0 }", &[("wrong_type", "/facts/0/amount/divide")]);
    check("[[facts]]", "[[skip]]\nreason = \"x\"\n[[facts]]", &[("missing_field", "/skip/0/when")]);
    check("person = {", "person = { divide = 2,", &[("contradiction", "/facts/0/person/divide")]);
    let at = "at = { column = \"Day\" }";
    check(at, "at = { }", &[("contradiction", "/facts/0/at")]);
    check(at, "at = { column = \"Day\", value = 1 }", &[("contradiction", "/facts/0/at")]);
    let misspelt = [("contradiction", "/facts/0/at"), ("unknown_field", "/facts/0/at/colunm")];
    check(at, "at = { colunm = \"Day\" }", &misspelt);
    check(at, "at = { column = 7 }", &[("wrong_type", "/facts/0/at/column")]);
    check(at, "at = [1]", &[("wrong_type", "/facts/0/at")]);
    let typed = "type = \"deal\"";
    check(typed, "type = \"deal\"\ndistinct = 1", &[("wrong_type", "/facts/0/distinct")]);
    check(typed, "type = \"deal\"\nwhen = { column = \"Stage\" }", &[("contradiction", "/facts/0/when")]);
    let when = [("missing_field", "/facts/0/when/column")];
    check(typed, "type = \"deal\"\nwhen = { is = [\"Won\"] }", &when);
}

#[test]
fn a_mapping_without_facts_is_refused() {
    let head = "schema = \"keyperson.mapping/1\"\n[input]\nzone = \"UTC\"\n";
    let error = Mapping::from_toml(head).unwrap_err();
    assert_eq!((error.code(), error.path()), ("missing_field", "/facts"));
    let error = Mapping::from_toml(&format!("facts = 1\n{head}")).unwrap_err();
    assert_eq!((error.code(), error.path()), ("wrong_type", "/facts"));
}

#[test]
fn a_person_is_asked_for_where_the_type_needs_one() {
    let text = "schema = \"keyperson.mapping/1\"\n[input]\nzone = \"UTC\"\n[[facts]]\ntype = \"signal\"\n\
                id = \"{a}\"\nat = \"{a}\"\npartner = \"x\"\nsignal = \"s\"\nvalue = 1\n";
    let error = Mapping::from_toml(text).unwrap_err();
    assert_eq!((error.code(), error.path()), ("missing_person", "/facts/0/person"));
}

#[test]
fn two_templates_with_one_id_are_refused() {
    let again = GOOD.split("[[facts]]").nth(1).unwrap();
    let error = Mapping::from_toml(&format!("{GOOD}\n[[facts]]{again}")).unwrap_err();
    assert_eq!((error.code(), error.path()), ("contradiction", "/facts/1/id"));
}

#[test]
fn text_that_is_not_toml_is_told_with_its_line() {
    let error = Mapping::from_toml("schema = \"keyperson.mapping/1\"\n[input\n").unwrap_err();
    assert_eq!((error.code(), error.problems()[0].place.line), ("not_toml", Some(2)));
    for text in ["", "\u{0}", "= 1", "a = nan", &format!("a = {}", "[".repeat(10_000)), &"a.".repeat(50_000)]
    {
        assert!(Mapping::from_toml(text).is_err());
    }
}

#[test]
fn columns_that_the_file_lacks_are_all_named() {
    let mapping = Mapping::from_toml(GOOD).unwrap();
    let file = "Deal,Tag\nD-1,x\n";
    let options = ImportOptions::default();
    let error = import_csv(file.as_bytes(), &mapping, &Lookups::default(), options, &mut |_| {}).unwrap_err();
    let found: Vec<(&str, &str)> = error.problems().iter().map(|p| (p.code(), p.path())).collect();
    let expected = [
        ("unknown_column", "/facts/0/id"),
        ("unknown_column", "/facts/0/at/column"),
        ("unknown_column", "/facts/0/partner/column"),
        ("unknown_lookup", "/facts/0/partner/lookup"),
        ("unknown_column", "/facts/0/person/column"),
        ("unknown_column", "/facts/0/stage/column"),
    ];
    assert_eq!(found, expected);
    assert!(error.to_string().contains("its columns are: Deal, Tag"), "{error}");
}

#[test]
fn shipped_mappings_can_be_read() {
    for (name, text) in SHIPPED {
        assert!(text.contains("日本語"), "{name} has no Japanese line");
        Mapping::shipped(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    assert_eq!(Mapping::shipped("sap").unwrap_err().code(), "unknown_value");
}
