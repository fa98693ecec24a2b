//! The style sheets and the script of the pages, and what the Content-Security-Policy names them by.

use keyperson::text::Language;

use crate::part::Part;
use crate::text as say;

const BASE: Part = Part {
    text: include_str!("../templates/base.css"),
    hash: "'sha256-rfO0ZGHMi2I6hcaaZuPoCcoO3dHCxrv46/PzMLnI8Fc='",
};
const BRIEF_SHEET: Part = Part {
    text: include_str!("../templates/brief.css"),
    hash: "'sha256-g3ErUCECi31PuL/R0/MXy7Ts7VD7x0erjexBY5VI7Mc='",
};
const PORTFOLIO_SHEET: Part = Part {
    text: include_str!("../templates/portfolio.css"),
    hash: "'sha256-RyK7DWqC9p8Pc2oJXlsE8ZHeu99GwinbvXMf8A0x2YI='",
};
/// Sorts and filters the table of a portfolio; the only script.
pub(crate) const SCRIPT: Part = Part {
    text: include_str!("../templates/portfolio.js"),
    hash: "'sha256-bL2zqCdC2H+u3Y2/hI8szqt3+28tcRlFOQTD9dMJmJU='",
};

/// The style sheets of a page: they and nothing else may style it.
#[derive(Debug)]
pub(crate) struct Style {
    pub(crate) sheets: Vec<&'static str>,
    /// Their hashes, as `style-src` names them.
    pub(crate) sources: String,
}

impl Style {
    pub(crate) fn brief(language: Language) -> Self {
        Self::of(BRIEF_SHEET, language)
    }

    pub(crate) fn portfolio(language: Language) -> Self {
        Self::of(PORTFOLIO_SHEET, language)
    }

    /// The language's own sheet comes first: what a page asks of its parts counts more.
    fn of(sheet: Part, language: Language) -> Self {
        let parts = [say::sheet(language), BASE, sheet];
        Self {
            sheets: parts.iter().map(|part| part.text).collect(),
            sources: parts.iter().map(|part| part.hash).collect::<Vec<_>>().join(" "),
        }
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    /// Base64 of a hash, as browsers compare it.
    fn base64(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for three in bytes.chunks(3) {
            let bits = (0..3).fold(0_u32, |bits, i| (bits << 8) | u32::from(*three.get(i).unwrap_or(&0)));
            for i in 0..4 {
                let digit = usize::try_from((bits >> (18 - 6 * i)) & 63).unwrap();
                text.push(if i <= three.len() { char::from(DIGITS[digit]) } else { '=' });
            }
        }
        text
    }

    #[test]
    fn every_part_is_named_by_its_hash() {
        let of_languages = Language::ALL.iter().map(|language| say::sheet(*language));
        for part in [BASE, BRIEF_SHEET, PORTFOLIO_SHEET, SCRIPT].into_iter().chain(of_languages) {
            let hash = format!("'sha256-{}'", base64(&Sha256::digest(part.text.as_bytes())));
            assert_eq!(part.hash, hash, "the hash of the part that begins `{:.30}`", part.text);
        }
        assert_eq!(base64(b"Ma"), "TWE=");
    }
}
