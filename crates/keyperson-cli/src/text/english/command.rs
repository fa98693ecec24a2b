//! What the commands say, in English.

use keyperson::calendar::Day;

pub fn wrote_pages(count: usize, folder: &str) -> String {
    format!("wrote {count} pages into {folder}")
}

pub fn no_meetings(person: &str) -> String {
    format!("no meetings are planned for {person}: record an appointment (a gate `appointed`) first")
}

pub fn the_demonstration() -> &'static str {
    "the demonstration"
}

pub fn made_up(partners: usize, facts: usize, start: Day, end: Day) -> String {
    format!(
        "A made-up portfolio: {partners} partners, {facts} facts from {start} to {end}. Nobody in it exists.\n\n"
    )
}

pub fn files() -> &'static str {
    "Files"
}

pub fn try_next() -> &'static str {
    "Try next"
}

pub fn no_mapping(name: &str, known: &str) -> String {
    format!("there is no shipped mapping `{name}`; there are: {known}; a mapping file ends in .toml")
}

pub fn looked_up(name: &str) -> String {
    format!("\nthe mapping looks things up in it; name it with --lookup {name}=FILE")
}

pub fn import_would_refuse(bad: u64) -> String {
    format!("an import would refuse this ({bad} problems), or leave these rows out with --keep-good-rows")
}

pub fn importing() -> &'static str {
    "importing"
}

pub fn nothing_written() -> &'static str {
    "; nothing was written"
}

pub fn rows_alone() -> &'static str {
    ". --preview lists them, --keep-good-rows leaves these rows out"
}

pub fn rows_read(name: &str, read: u64) -> String {
    format!("{name}: {read} rows read")
}

pub fn facts_made(facts: usize) -> String {
    format!(", {facts} facts made")
}

pub fn rows_left_out(rows: u64, first_line: u64, reason: &str) -> String {
    format!("  {rows} rows left out, first at line {first_line}: {reason}\n")
}

pub fn rows_unreadable(bad: u64) -> String {
    format!("  {bad} rows cannot be read:\n")
}

pub fn more_problems(more: u64) -> String {
    format!("    and {more} more\n")
}

pub fn policy_is_there(name: &str) -> String {
    format!(
        "{name} is there already and is not replaced; name another file with --out, or let it be replaced with --force"
    )
}

pub fn policy_checked(name: &str, ok: &str, differences: usize) -> String {
    format!("{name}: {ok}, settings that differ from the default policy: {differences}\n")
}

pub fn more_settings() -> &'static str {
    "\nMore: keyperson policy explain SECTION, or a setting such as fit.rho\n"
}

pub fn nothing_differs() -> &'static str {
    "Nothing differs from the default policy.\n"
}

pub fn none() -> &'static str {
    "none"
}

pub fn differs(name: &str, own: &str, default: &str) -> String {
    format!("{name} = {own}   (default: {default})\n")
}

pub fn not_used(name: &str, default: &str) -> String {
    format!("{name}: not used   (default: {default})\n")
}

pub fn no_setting(path: &str, nearest: &str) -> String {
    format!("the policy has no setting `{path}`; there are: {nearest}")
}

pub fn no_setting_under(path: &str, parent: &str, nearest: &str) -> String {
    format!("the policy has no setting `{path}`; under `{parent}` there are: {nearest}")
}

pub fn the_question() -> &'static str {
    "the question"
}

pub fn the_facts() -> &'static str {
    "the facts"
}

pub fn no_schema(name: &str) -> String {
    format!("there is no schema of `{name}`")
}

pub fn ends_before_start(as_of: Day, start: Day) -> String {
    format!("--as-of {as_of} lies before --start {start}")
}

pub fn the_simulation() -> &'static str {
    "the simulation"
}

pub fn option() -> &'static str {
    ""
}

pub fn comment_mark() -> &'static str {
    ""
}
