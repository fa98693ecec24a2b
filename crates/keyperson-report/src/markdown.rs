//! Escapes text for Markdown, so that a name is a name and never markup.

use std::fmt::{self, Write};

/// The escaper of the Markdown templates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Markdown;

impl askama::filters::Escaper for Markdown {
    fn write_escaped_str<W: Write>(&self, mut dest: W, string: &str) -> fmt::Result {
        let mut rest = string.chars().peekable();
        let mut word = String::new();
        while let Some(c) = rest.next() {
            // `http://` and `www.` would become links by themselves.
            let link =
                (c == ':' && rest.peek() == Some(&'/')) || (c == '.' && word.eq_ignore_ascii_case("www"));
            match c {
                '\n' | '\r' | '\t' => dest.write_char(' ')?,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!' | '$' | '@'
                | '{' | '}' => {
                    dest.write_char('\\')?;
                    dest.write_char(c)?;
                }
                _ if link => {
                    dest.write_char('\\')?;
                    dest.write_char(c)?;
                }
                _ => dest.write_char(c)?,
            }
            match c.is_alphanumeric() {
                true => word.push(c),
                false => word.clear(),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use askama::filters::Escaper;

    use super::Markdown;

    #[test]
    fn markup_becomes_text() {
        let cases = [
            ("<script>", r"\<script\>"),
            ("a|b", r"a\|b"),
            ("*_`#[]", r"\*\_\`\#\[\]"),
            ("𠮷田 62\u{a0}% (2.5)", "𠮷田 62\u{a0}% (2.5)"),
            ("http://x www.x a@b", r"http\://x www\.x a\@b"),
            ("one\ntwo", "one two"),
        ];
        for (text, escaped) in cases {
            let mut out = String::new();
            Markdown.write_escaped_str(&mut out, text).unwrap();
            assert_eq!(out, escaped);
        }
    }
}
