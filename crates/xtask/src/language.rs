//! Where code asks for the language: only in the folders of languages inside of those called `text`, so that a new
//! language is new files there and no search through the rest.
//!
//! A match over a language, a comparison with one, and a pattern that names one are reported, tests left out; beside
//! the folders of languages also a value that names one. The macro that picks the language is left out.

use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::plan::{after_item, crates, is_colons, is_test_attribute, list};
use crate::session::Session;

/// The type of a language.
const TYPE: &str = "Language";
/// How a value of it is called.
const VALUE: &str = "language";
/// The folder of a crate in which its texts stand; each folder in it is a language's.
const TEXTS: &str = "text";
/// The macro that picks the language.
const MACRO: &str = "catalogue";

/// Checks every crate.
///
/// # Errors
/// Each place outside of a language's texts that decides by language, with file and line.
pub fn run(session: &Session) -> Result<String, String> {
    let root = session.root();
    let mut found = Vec::new();
    for name in crates(root)? {
        read(&root.join(name).join("src"), root, &mut found)?;
    }
    match found.is_empty() {
        true => Ok(String::new()),
        false => Err(found.join("\n")),
    }
}

/// Reads the files of a folder and of those inside it that are no language's.
fn read(folder: &Path, root: &Path, found: &mut Vec<String>) -> Result<(), String> {
    let of_texts = folder.file_name().is_some_and(|name| name == TEXTS);
    for entry in list(folder)? {
        let name = entry.file_stem().unwrap_or_default();
        if entry.is_dir() {
            if !of_texts {
                read(&entry, root, found)?;
            }
        } else if entry.extension().is_some_and(|ending| ending == "rs") && name != "tests" {
            let shown = entry.strip_prefix(root).unwrap_or(&entry).display().to_string();
            let text = fs::read_to_string(&entry).map_err(|error| format!("{shown}: {error}"))?;
            let lines = lines(&text, of_texts).map_err(|error| format!("{shown}: {error}"))?;
            let told = |line| {
                format!("{shown}:{line} asks for the language: say it in the language's folder in `{TEXTS}`")
            };
            found.extend(lines.into_iter().map(told));
        }
    }
    Ok(())
}

/// The lines of a file that ask for the language; those, too, that name one, where it is `of_texts`.
fn lines(text: &str, of_texts: bool) -> Result<Vec<usize>, String> {
    let tokens: TokenStream = text.parse().map_err(|error| format!("{error}"))?;
    let mut lines = Vec::new();
    scan(&tokens.into_iter().collect::<Vec<_>>(), of_texts, &mut lines);
    lines.sort_unstable();
    lines.dedup();
    Ok(lines)
}

fn scan(tokens: &[TokenTree], of_texts: bool, lines: &mut Vec<usize>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = at.saturating_add(1);
        if is_test_attribute(tokens, at) {
            at = after_item(tokens, at.saturating_add(2));
            continue;
        }
        if is_the_macro(tokens, at) {
            at = after_item(tokens, next);
            continue;
        }
        let rest = tokens.get(next..).unwrap_or_default();
        let asks = match token {
            TokenTree::Ident(word) if of_texts && word == TYPE => is_colons(tokens, next),
            TokenTree::Ident(word) if word == "match" => is_language(before_body(rest)),
            TokenTree::Ident(word) if word == "matches" => {
                matches!(rest, [TokenTree::Punct(_), TokenTree::Group(group), ..]
                    if names_one(&trees(&group.stream())))
            }
            TokenTree::Ident(word) if word == "let" => {
                let pattern = rest.iter().take_while(|token| !is_punct(token, '='));
                names_one(&pattern.cloned().collect::<Vec<_>>())
            }
            TokenTree::Punct(punct) if punct.as_char() == '=' => match tokens.get(next) {
                Some(token) if is_punct(token, '>') => names_one(pattern_before(tokens, at)),
                Some(token) if is_punct(token, '=') => is_compared(tokens, at),
                _ => false,
            },
            TokenTree::Punct(punct) if punct.as_char() == '!' => {
                tokens.get(next).is_some_and(|token| is_punct(token, '=')) && is_compared(tokens, at)
            }
            _ => false,
        };
        if asks {
            lines.push(token.span().start().line);
        }
        if let TokenTree::Group(group) = token {
            scan(&trees(&group.stream()), of_texts, lines);
        }
        at = next;
    }
}

/// Whether the macro that picks the language is declared here.
fn is_the_macro(tokens: &[TokenTree], at: usize) -> bool {
    matches!(tokens.get(at..at.saturating_add(3)), Some([TokenTree::Ident(macro_rules), bang, TokenTree::Ident(name)])
        if macro_rules == "macro_rules" && is_punct(bang, '!') && name == MACRO)
}

/// Whether a match is over a language, alone or beside other values.
fn is_language(value: &[TokenTree]) -> bool {
    match value {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            trees(&group.stream()).split(|token| is_punct(token, ',')).any(is_language)
        }
        [.., TokenTree::Ident(last)] => last == VALUE,
        _ => false,
    }
}

/// What stands before the braces of a match.
fn before_body(tokens: &[TokenTree]) -> &[TokenTree] {
    let is_body =
        |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let end = tokens.iter().position(is_body).unwrap_or(0);
    tokens.get(..end).unwrap_or_default()
}

/// The pattern whose arrow stands at a place: it begins behind a comma, or behind the braces of the arm before.
fn pattern_before(tokens: &[TokenTree], arrow: usize) -> &[TokenTree] {
    let before = tokens.get(..arrow).unwrap_or_default();
    let ends = |(at, token): (usize, &TokenTree)| match token {
        TokenTree::Punct(punct) => punct.as_char() == ',',
        // The braces of a structure stand before the arrow, an alternative or a condition.
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            !tokens.get(at.saturating_add(1)).is_some_and(|next| match next {
                TokenTree::Punct(punct) => matches!(punct.as_char(), '=' | '|'),
                TokenTree::Ident(word) => word == "if",
                TokenTree::Group(_) | TokenTree::Literal(_) => false,
            })
        }
        TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    let begin =
        before.iter().enumerate().rev().find(|arm| ends(*arm)).map_or(0, |(at, _)| at.saturating_add(1));
    before.get(begin..).unwrap_or_default()
}

/// Whether a language stands on either side of `==` or `!=`.
fn is_compared(tokens: &[TokenTree], at: usize) -> bool {
    let behind = at.saturating_add(2);
    let right = tokens.get(behind..behind.saturating_add(4)).or_else(|| tokens.get(behind..));
    let left = tokens.get(at.saturating_sub(4)..at);
    left.is_some_and(names_one) || right.is_some_and(names_one)
}

/// Whether a value of the type stands among these tokens.
fn names_one(tokens: &[TokenTree]) -> bool {
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Ident(word) => word == TYPE && is_colons(tokens, at.saturating_add(1)),
        TokenTree::Group(group) => names_one(&trees(&group.stream())),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

fn trees(tokens: &TokenStream) -> Vec<TokenTree> {
    tokens.clone().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_the_language_is_told_by_its_line() {
        for asks in [
            "match language { x => 1 }",
            "match (of, language) { x => 1 }",
            "match self.language { x => 1 }",
            "match *language { x => 1 }",
            "match word(x) { Language::Japanese => 1 }",
            "match x { Some((1, text::Language::English)) if y => 1 }",
            "match x { At { language: Language::English } => 1, _ => 2 }",
            "match x { 1 => { 2 } Language::English | Language::Japanese => 1 }",
            "if language == Language::Japanese { 1 }",
            "if Language::Japanese != language { 1 }",
            "if let Language::Japanese = language { 1 }",
            "matches!(language, Language::English)",
        ] {
            let text = format!("fn f() {{\n    let _ = 1;\n    {asks}\n}}");
            assert_eq!(lines(&text, false), Ok(vec![3]), "{asks}");
            assert_eq!(lines(&text, true), Ok(vec![3]), "{asks}");
        }
    }

    #[test]
    fn beside_the_folders_of_languages_no_text_names_one() {
        let named = "fn f() {\n    japanese::f(Language::Japanese);\n}";
        assert_eq!(lines(named, true), Ok(vec![2]));
        assert_eq!(lines(named, false), Ok(Vec::new()));
        for passes in [
            "use crate::text::{Language, english};\nfn f(language: Language) -> String { name(language) }",
            "macro_rules! catalogue { () => { match language { Language::English => english::f() } } }",
        ] {
            assert_eq!(lines(passes, true), Ok(Vec::new()), "{passes}");
        }
        let other = "macro_rules! other { () => { match language { Language::English => english::f() } } }";
        assert_eq!(lines(other, false), Ok(vec![1]));
    }

    #[test]
    fn what_passes_a_language_on_is_not_told() {
        for passes in [
            "page(&brief, Language::Japanese)",
            "match of(x, language) { Some(y) => y }",
            "match word { Self::Ja => Language::Japanese, Self::En => Language::English }",
            "match x { 1 => { Language::English } _ => Language::Japanese }",
            "let language = language.unwrap_or(Language::Japanese);",
            "/// match language {}\nfn g() {}",
            "#[cfg(test)]\nmod tests { fn g() { match language { _ => {} } } }",
        ] {
            assert_eq!(lines(&format!("fn f() {{\n{passes}\n}}"), false), Ok(Vec::new()), "{passes}");
        }
    }

    #[test]
    fn folders_of_languages_are_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("src");
        let read_not = ["page/tests.rs", "text/tests.rs", "page/text/english/mod.rs", "text/japanese/mod.rs"];
        for file in ["lib.rs", "page/mod.rs", "text/mod.rs"].iter().chain(&read_not) {
            let file = source.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "fn f() {}\n\nfn g() { match language {} }\n").unwrap();
        }
        let mut found = Vec::new();
        read(&source, folder.path(), &mut found).unwrap();
        let files: Vec<&str> = found.iter().filter_map(|told| told.split(' ').next()).collect();
        assert_eq!(files, ["src/lib.rs:3", "src/page/mod.rs:3", "src/text/mod.rs:3"]);
    }

    #[test]
    fn no_code_outside_of_the_texts_asks_for_the_language() {
        assert_eq!(run(&Session::new(Vec::new())), Ok(String::new()));
    }
}
