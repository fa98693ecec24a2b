//! Escapes text for Markdown, so that a name is a name and never markup.

/// Characters that turn the direction of what follows.
const TURNING: &[char] = &[
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// A text on one line of Markdown, its markup escaped, without characters that turn the direction of what follows.
///
/// ```
/// assert_eq!(keyperson::text::markdown("*A* & B"), r"\*A\* \& B");
/// ```
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars().filter(|c| !TURNING.contains(c)).peekable();
    let mut word = String::new();
    while let Some(c) = rest.next() {
        // `http://` and `www.` would become links by themselves.
        let link = (c == ':' && rest.peek() == Some(&'/')) || (c == '.' && word.eq_ignore_ascii_case("www"));
        match c {
            _ if c.is_control() => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!' | '$' | '@'
            | '{' | '}' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ if link => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
        match c.is_alphanumeric() {
            true => word.push(c),
            false => word.clear(),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn markup_becomes_text() {
        let cases = [
            ("<script>", r"\<script\>"),
            ("a|b", r"a\|b"),
            ("*_`#[]", r"\*\_\`\#\[\]"),
            ("𠮷田 62\u{a0}% (2.5)", "𠮷田 62\u{a0}% (2.5)"),
            ("http://x www.x a@b", r"http\://x www\.x a\@b"),
            ("one\ntwo\u{202e}", "one two"),
        ];
        for (text, escaped) in cases {
            assert_eq!(markdown(text), escaped);
        }
    }
}
