//! The pages of a few people in both languages, hostile names among them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use keyperson::{Brief, Journal, Policy, Portfolio};
use keyperson_report::{Language, html, markdown, plain, portfolio_csv, portfolio_html, portfolio_markdown};
use unicode_width::UnicodeWidthStr;

const PEOPLE: &[&str] = &["p-001", "p-002", "p-003", "p-101", "p-102", "p-103"];

fn journal() -> Journal {
    Journal::from_json_lines(include_str!("journal.jsonl")).unwrap()
}

fn brief(person: &str) -> Brief {
    let policy = Policy::default();
    keyperson::brief(&journal(), &policy, &person.parse().unwrap(), policy.as_of("2026-04-30").unwrap())
        .unwrap()
}

fn portfolio() -> Portfolio {
    let policy = Policy::default();
    keyperson::portfolio(&journal(), &policy, policy.as_of("2026-04-30").unwrap()).unwrap()
}

/// What every HTML page keeps to.
fn check_html(page: &str, language: Language) {
    assert!(page.len() < 150_000, "{} bytes", page.len());
    // The one script of the portfolio is written here, not by anybody's name.
    let (before, after) = page.split_once("<script>").unwrap_or((page, ""));
    let (_, after) = after.split_once("</script>").unwrap_or(("", after));
    let page = &format!("{before}{after}");
    assert!(!page.contains("<script"));
    assert!(page.contains(&format!("<html lang=\"{language}\"")));
    assert!(page.contains("default-src 'none'; style-src '"));
    for never in
        ["javascript:", "src=", "href=", "url(", "@import", " style=", " on", "NaN", "inf%", "\u{202e}"]
    {
        let lower = page.to_lowercase();
        let found = match never {
            // Attributes such as onclick: a word that begins with "on" inside a tag, outside its quotes.
            " on" => page.split('<').filter_map(|tag| tag.split('>').next()).any(|tag| {
                let bare: String = tag.split('"').step_by(2).collect();
                bare.split(' ').any(|word| word.starts_with("on") && word.ends_with('='))
            }),
            _ => lower.contains(&never.to_lowercase()),
        };
        assert!(!found, "`{never}` in the page");
    }
    // That of the hostile name is text, and may be cut.
    for line in page.split("http").skip(1) {
        assert!(line.starts_with("-equiv") || line.starts_with("://evil"), "an address: {line:.40}");
    }
    let headings: Vec<char> =
        page.split("<h").skip(1).filter_map(|t| t.chars().next()).filter(char::is_ascii_digit).collect();
    assert_eq!(headings.first(), Some(&'1'));
    assert!(
        headings.windows(2).all(|pair| pair[1] <= char::from_u32(u32::from(pair[0]) + 1).unwrap()),
        "{headings:?}"
    );
}

#[test]
fn every_page_is_whole_and_safe() {
    for person in PEOPLE {
        let brief = brief(person);
        for language in Language::ALL.iter().copied() {
            let page = html(&brief, language).unwrap();
            check_html(&page, language);
            assert_eq!(page, html(&brief, language).unwrap());
            let (marked, text) = (markdown(&brief, language).unwrap(), plain(&brief, language).unwrap());
            for page in [&page, &marked, &text] {
                let words = match language {
                    Language::Japanese => {
                        ["権限", "意欲", "時間", "技術知識", "社内影響力", "関連商材の実績", "準備状況"]
                    }
                    Language::English => [
                        "Authority",
                        "Drive",
                        "Time",
                        "Technical skill",
                        "Influence",
                        "Track record",
                        "Readiness",
                    ],
                };
                for word in words {
                    assert!(page.contains(word), "{person} {language}: {word}");
                }
                assert!(!page.contains("NaN") && !page.contains("{{"));
            }
            let widest = text.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= 88, "{person} {language}: {widest} columns");
        }
    }
}

#[test]
fn no_word_of_a_page_blames_or_speaks_of_health() {
    let words: Vec<&str> =
        include_str!("../../keyperson/src/text/unkind.txt").lines().filter(|word| !word.is_empty()).collect();
    let mut paths = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut texts = 0;
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        for text in lines.flat_map(|line| line.split('"').skip(1).step_by(2)) {
            // Codes and names of fields are no words.
            if text.is_ascii() && !text.contains(' ') {
                continue;
            }
            let lower = text.to_lowercase();
            assert!(!words.iter().any(|word| lower.contains(word)), "{}: {text}", path.display());
            texts += 1;
        }
    }
    assert!(texts > 200, "only {texts} texts were found");
}

#[test]
fn every_simulated_person_has_a_page_in_every_form() {
    let policy = Policy::default();
    let options = keyperson_simulator::Options { partners: 6, ..keyperson_simulator::Options::demo() };
    let journal = Journal::from_facts(keyperson_simulator::simulate(&options).facts).unwrap();
    for as_of in ["2026-01-20", "2026-02-28", "2026-04-30"] {
        let as_of = policy.as_of(as_of).unwrap();
        for row in keyperson::portfolio(&journal, &policy, as_of).unwrap().people {
            let brief = keyperson::brief(&journal, &policy, &row.person, as_of).unwrap();
            for language in Language::ALL.iter().copied() {
                check_html(&html(&brief, language).unwrap(), language);
                let text = plain(&brief, language).unwrap();
                assert!(text.lines().all(|line| line.width() <= 88), "{} {language}", row.person);
                assert!(!markdown(&brief, language).unwrap().contains("NaN"));
            }
        }
    }
}

#[test]
fn every_form_says_the_same() {
    for person in PEOPLE {
        let brief = brief(person);
        for language in Language::ALL.iter().copied() {
            let page = html(&brief, language).unwrap();
            // What the page shows, as text: tags away, entities read.
            let words: String =
                page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
            let words = words.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">");
            let words = words.replace("&#34;", "\"").replace("&#39;", "'");
            let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let words = squeezed(&words);
            let text = squeezed(&plain(&brief, language).unwrap());
            let marked = squeezed(&markdown(&brief, language).unwrap().replace('\\', ""));
            let mut shown = 0;
            for finding in &brief.findings {
                let said = keyperson::text::finding(finding, language);
                for part in [&said.title, &said.what, &said.change] {
                    let part = squeezed(part);
                    let there = [&words, &text, &marked].map(|form| form.contains(&part));
                    assert!(there == [there[0]; 3], "{person} {language}: {part} {there:?}");
                    shown += usize::from(there[0]);
                }
            }
            assert!(shown > 0, "{person} {language}");
        }
    }
}

#[test]
fn hostile_names_are_text() {
    let brief = brief("p-002");
    let page = html(&brief, Language::English).unwrap();
    assert!(
        page.contains("<bdi>&#60;script&#62;alert(1)&#60;/script&#62;|*x*`#[a](http://evil.example)</bdi>")
    );
    assert!(page.contains("&#38;amp; =SUM(A1)"));
    let text = markdown(&brief, Language::English).unwrap();
    assert!(
        text.starts_with(
            "# \\<script\\>alert(1)\\</script\\>\\|\\*x\\*\\`\\#\\[a\\](http\\://evil.example) — RTL \\&"
        ),
        "{text:.200}"
    );
    assert!(!plain(&brief, Language::English).unwrap().contains('\u{202e}'));
    assert!(html(&crate::brief("p-003"), Language::Japanese).unwrap().contains("<bdi>𠮷田 健</bdi>"));
}

#[test]
fn what_is_not_known_is_never_zero() {
    let brief = brief("p-103");
    for (language, unknown) in [(Language::Japanese, "不明"), (Language::English, "unknown")] {
        let page = html(&brief, language).unwrap();
        assert_eq!(page.matches(&format!("<td class=\"n unk\">{unknown}</td>")).count(), 6);
        assert!(page.contains(&format!("<p class=\"fit\"><b>{unknown}</b>")));
    }
}

#[test]
fn the_page_says_what_the_brief_found() {
    let page = html(&brief("p-001"), Language::Japanese).unwrap();
    for text in [
        "佐藤 美咲",
        "青葉システム株式会社",
        "2026年4月30日（木）",
        "意欲はあるが時間がない",
        "社内への発信がまだです",
        "異議の出ている記録：f-004",
        "異議が認められ、数えていない記録",
        "人物を評価するものではありません",
        "業務時間の配分",
        "ほか ",
        "強みが活きにくい",
        "打ち手の試算：適合度",
    ] {
        assert!(page.contains(text), "{text}");
    }
    // Where there is less to do this week, the record has room.
    let page = html(&brief("p-101"), Language::Japanese).unwrap();
    for line in ["<dt>称賛</dt><dd>", "<dt>社内への広がり</dt><dd>", "<dt>負荷の分担</dt><dd>"]
    {
        assert!(page.contains(line), "{line}");
    }
}

#[test]
fn a_portfolio_is_a_page_and_a_table() {
    let portfolio = portfolio();
    for language in Language::ALL.iter().copied() {
        let page = portfolio_html(&portfolio, language).unwrap();
        check_html(&page, language);
        assert_eq!(page, portfolio_html(&portfolio, language).unwrap());
        for text in ["佐藤 美咲", "Aiko Mori", "Minato &#38; Sons &#60;Ltd&#62;"] {
            assert!(page.contains(text), "{text}");
        }
        let text = portfolio_markdown(&portfolio, language).unwrap();
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).collect();
        assert!(rows.iter().any(|row| row.contains("\\|\\*x\\*")));
        // No name opens a column: the rows of a table have as many bars as its head.
        let bars = |row: &str| row.replace("\\|", "").matches('|').count();
        let lines: Vec<&str> = text.lines().collect();
        for table in lines.split(|line| !line.starts_with('|')) {
            assert!(table.iter().all(|row| bars(row) == bars(table[0])), "{table:#?}");
        }
    }
    let csv = portfolio_csv(&portfolio);
    assert!(csv.starts_with("partner,partner_name,person,name,"));
    assert_eq!(csv.matches("'=HYPERLINK").count(), 1);
    // Nor does a name that a spreadsheet cuts at its own separator.
    let cut = r#"{"id":"1","at":"2026-01-05T09:00:00+09:00","partner":"a","person":"p","type":"person_registered","name":"a;=HYPERLINK(1);b"}"#;
    let cut = Journal::from_json_lines(cut).unwrap();
    let cut = portfolio_csv(&keyperson::portfolio(&cut, &Policy::default(), portfolio.as_of).unwrap());
    assert!(cut.contains(",\"a;'=HYPERLINK(1);b\","), "{cut}");
    assert!(csv.contains("mismatch_drive_without_time") && csv.contains("prospects_30_odds"));
    let columns: Vec<usize> =
        ::csv::Reader::from_reader(csv.as_bytes()).records().map(|row| row.unwrap().len()).collect();
    assert_eq!(columns.len(), PEOPLE.len());
    assert_eq!(
        portfolio_csv(
            &keyperson::portfolio(&Journal::default(), &Policy::default(), portfolio.as_of).unwrap()
        )
        .lines()
        .count(),
        1
    );
}

#[test]
fn many_unknown_traits_are_one_line_and_unwritten_stages_are_unknown() {
    let at = "\"at\":\"2026-01-05T09:00:00+09:00\",\"partner\":\"a\",\"person\":\"p\"";
    let journal = Journal::from_json_lines(&format!(
        "{{\"id\":\"1\",{at},\"type\":\"deal\",\"deal\":\"d\",\"stage\":\"prospect\"}}\n\
         {{\"id\":\"2\",{at},\"type\":\"deal\",\"deal\":\"d\",\"stage\":\"won\"}}\n"
    ))
    .unwrap();
    let policy = Policy::default();
    let brief =
        keyperson::brief(&journal, &policy, &"p".parse().unwrap(), policy.as_of("2026-04-30").unwrap())
            .unwrap();
    let page = plain(&brief, Language::English).unwrap();
    assert_eq!(page.matches("not known yet").count(), 1, "{page}");
    assert!(page.contains("traits are not known yet"), "{page}");
    assert!(page.contains("PoCs agreed unknown"), "{page}");
    assert!(page.contains("Too little is known to simulate any."), "{page}");
    assert!(!page.contains("Deadline: —"), "{page}");
}

#[test]
fn the_picture_of_a_brief_is_well_formed_and_says_its_words() {
    let (policy, journal) = (Policy::default(), journal());
    let as_of = policy.as_of("2026-04-30").unwrap();
    for person in journal.people() {
        let brief = keyperson::brief(&journal, &policy, person, as_of).unwrap();
        for language in [Language::Japanese, Language::English] {
            let picture = keyperson_report::svg(&brief, language);
            assert!(picture.starts_with("<svg xmlns=") && picture.ends_with("</svg>"));
            assert_eq!(picture.matches("<text").count(), picture.matches("</text>").count());
            assert!(picture.contains(keyperson::text::readiness(brief.readiness, language)));
            for of in keyperson::Trait::ALL {
                assert!(picture.contains(keyperson::text::trait_name(*of, language)));
            }
            assert!(!picture.contains("<script") && !picture.contains("NaN"));
        }
    }
}
