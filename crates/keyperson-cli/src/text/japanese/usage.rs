//! What is wrong with how the command was called, in Japanese.

use std::error::Error as _;

use clap::error::{ContextKind as Context, ContextValue, ErrorKind as Kind};
use keyperson::text::Language;

use crate::text::given::Mistake;

const DAYS: &str = "1900-01-01 から 2200-12-31 までの日付（例: 2026-04-30）";

pub fn mistake(of: &Mistake) -> String {
    match of {
        Mistake::Date => {
            format!("{DAYS}か、日時（日本時間なら例: 2026-04-30T09:00:00+09:00）を書いてください")
        }
        Mistake::Day => format!("{DAYS}を書いてください"),
        Mistake::Id(problem) => {
            format!("{}。{}", problem.text(Language::Japanese), problem.hint_in(Language::Japanese))
        }
        Mistake::Partners { most } => format!("1 から {most} までの整数を書いてください"),
        Mistake::NamedFile => {
            "`accounts=accounts.csv` のように、名前=ファイル名の形で書いてください".to_owned()
        }
    }
}

pub fn misuse(error: &clap::Error) -> Option<String> {
    let one = |kind: Context| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        _ => None,
    };
    let several = |kind: Context| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    };
    let quoted =
        |texts: &[String]| texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join("、");
    let argument = one(Context::InvalidArg).unwrap_or_default();
    let value = one(Context::InvalidValue).unwrap_or_default();
    let command = one(Context::InvalidSubcommand).unwrap_or_default();
    let mut lines = vec![match error.kind() {
        Kind::UnknownArgument => format!("`{argument}` という引数はありません"),
        Kind::InvalidSubcommand => format!("`{command}` というコマンドはありません"),
        Kind::InvalidValue if value.is_empty() => format!("`{argument}` に値がありません"),
        Kind::InvalidValue | Kind::ValueValidation => {
            format!("`{argument}` に `{value}` は使えません")
        }
        Kind::TooManyValues => format!("`{argument}` の値 `{value}` が余分です"),
        Kind::TooFewValues | Kind::WrongNumberOfValues => format!("`{argument}` の値の数が違います"),
        Kind::NoEquals => format!("`{argument}` の値は `=` でつないでください"),
        Kind::MissingRequiredArgument => {
            format!("必要な引数がありません: {}", quoted(&several(Context::InvalidArg)))
        }
        Kind::MissingSubcommand => format!("`{command}` の後にコマンドが必要です"),
        Kind::ArgumentConflict => {
            let prior = several(Context::PriorArg);
            match prior.contains(&argument) || prior.is_empty() {
                true => format!("`{argument}` は一度しか使えません"),
                false => format!("`{argument}` と {} は同時に使えません", quoted(&prior)),
            }
        }
        _ => return None,
    }];
    if let Some(mistake) = error.source().and_then(|source| source.downcast_ref::<Mistake>()) {
        lines.push(format!("  {}", self::mistake(mistake)));
    }
    for (kind, label) in [(Context::ValidValue, "使える値"), (Context::ValidSubcommand, "使えるコマンド")]
    {
        let known = several(kind);
        if !known.is_empty() {
            lines.push(format!("  {label}: {}", known.join("、")));
        }
    }
    let near: Vec<String> = [
        Context::SuggestedArg,
        Context::SuggestedSubcommand,
        Context::SuggestedCommand,
        Context::SuggestedValue,
    ]
    .into_iter()
    .flat_map(several)
    .collect();
    if !near.is_empty() {
        lines.push(format!("  近いもの: {}", quoted(&near)));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(Context::Usage) {
        let usage = usage.to_string();
        lines.push(format!("\n使い方: {}", usage.strip_prefix("Usage: ").unwrap_or(&usage)));
    }
    Some(format!("エラー: {}\n\n詳しくは `--help` を付けて実行してください。", lines.join("\n")))
}
