//! Content lines of iCalendar (RFC 5545, 3.1): escaped, folded, ended by CR LF.
//!
//! Written here, since the crate `icalendar` stamps components with the clock and makes random ids, which brings both
//! into the tree of everybody who depends on this crate.

/// The most octets of a line without its end.
const MOST: usize = 75;

/// Adds a line whose value has a form of its own, such as a date; `name` may have parameters behind it.
pub(super) fn push(file: &mut String, name: &str, value: &str) {
    let mut octets: usize = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        // Whatever ended a line here would begin another property.
        let c = if c.is_control() && c != '\t' { ' ' } else { c };
        octets = octets.saturating_add(c.len_utf8());
        if octets > MOST {
            file.push_str("\r\n ");
            octets = c.len_utf8().saturating_add(1);
        }
        file.push(c);
    }
    file.push_str("\r\n");
}

/// Adds a line whose value is a text (3.3.11).
pub(super) fn push_text(file: &mut String, name: &str, text: &str) {
    let mut value = String::with_capacity(text.len().saturating_add(16));
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            // One break, however it was written.
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' => value.push_str("\\n"),
            _ => value.push(c),
        }
    }
    push(file, name, &value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, text: &str) -> String {
        let mut file = String::new();
        push_text(&mut file, name, text);
        file
    }

    /// Reads a line back as the standard says: unfolded, without its name, escapes undone.
    fn read(line: &str) -> String {
        let unfolded = line.strip_suffix("\r\n").unwrap().replace("\r\n ", "");
        let (_, value) = unfolded.split_once(':').unwrap();
        let mut text = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match if c == '\\' { chars.next().map(|next| (c, next)) } else { None } {
                Some((_, 'n')) => text.push('\n'),
                Some((_, next)) => text.push(next),
                None => text.push(c),
            }
        }
        text
    }

    #[test]
    fn a_text_is_escaped() {
        let cases = [
            ("plain", "plain"),
            (r"a\b;c,d:e", r"a\\b\;c\,d:e"),
            ("one\ntwo\r\nthree\rfour\n", r"one\ntwo\nthree\nfour\n"),
            (r"\n is no break", r"\\n is no break"),
            ("a\tb\0c\u{7f}d\u{85}e\u{1b}", "a\tb c d e "),
            ("", ""),
        ];
        for (text, written) in cases {
            assert_eq!(line("SUMMARY", text), format!("SUMMARY:{written}\r\n"));
        }
    }

    // INVARIANT: no line has more than 75 octets, none is shorter than it must be, and what is read is what was given.
    #[test]
    fn lines_are_folded_between_characters() {
        for piece in ["a", "é", "語", "𠮷", "👩🏽‍💻", "a語", r"\", ";", "\n", " ", "\r\n", "e\u{301}"]
        {
            for length in 0..160 {
                let text = piece.repeat(length);
                let written = line("X", &text);
                let lines: Vec<&str> = written.strip_suffix("\r\n").unwrap().split("\r\n").collect();
                for (at, pair) in lines.windows(2).enumerate() {
                    let next = pair[1].strip_prefix(' ').unwrap().chars().next().unwrap();
                    assert!(pair[0].len() <= MOST, "{at}: {}", pair[0]);
                    assert!(pair[0].len() + next.len_utf8() > MOST, "{at}: {} could hold {next}", pair[0]);
                }
                assert!(lines.iter().all(|line| line.len() <= MOST && !line.contains(['\r', '\n'])));
                assert_eq!(read(&written), text.replace("\r\n", "\n"), "{piece:?} {length} times");
            }
        }
    }

    #[test]
    fn a_value_cannot_begin_another_line() {
        let mut file = String::new();
        push(&mut file, "UID", "a\r\nEND:VEVENT\r\n");
        assert_eq!(file, "UID:a  END:VEVENT  \r\n");
    }
}
