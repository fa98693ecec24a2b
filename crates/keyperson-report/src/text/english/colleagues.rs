//! The people around the person: spread, load, succession and support.

pub(crate) fn loop_turns(completed: i64, next: &str) -> String {
    match completed {
        0 => format!("from candidates found to results shared: no full turn yet, next: {next}"),
        1 => format!("from candidates found to results shared: 1 full turn, next: {next}"),
        _ => format!("from candidates found to results shared: {completed} full turns, next: {next}"),
    }
}

pub(crate) fn spread(colleagues: i64, active: usize, newly: usize) -> String {
    format!("{active} of {colleagues} colleagues active, {newly} of them newly")
}

pub(crate) fn own_load(things: i64, own: &str, half: usize) -> String {
    format!("{own} of {things} recent things done by the person; {half} did half of them")
}

pub(crate) fn best_successor(who: &str, fit: &str, range: &str) -> String {
    format!(" ({who}, fit {fit}, interval {range})")
}

pub(crate) fn rests_on_person(open: i64, alone: usize) -> String {
    format!("; {alone} of {open} open deals rest on the person alone")
}

pub(crate) fn wheel_turned(state: &str, last: &str) -> String {
    format!("{state} (last {last})")
}

pub(crate) fn wheels(vendor: &str, partner: &str) -> String {
    format!("vendor's support: {vendor}; the partner's: {partner}")
}
