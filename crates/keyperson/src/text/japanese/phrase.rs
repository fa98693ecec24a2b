//! Phrases that stand in what problems say, in Japanese: kinds of values and of files, and why values contradict one
//! another.

use super::reason::REASONS;
use crate::error::{NOT_JSON, NOT_JSON_LINE, Phrase};

/// The English words of a phrase, and what they are in Japanese.
pub(crate) const PHRASES: &[(&str, &str)] = &[
    ("a number", "数"),
    ("a whole number", "整数"),
    ("a text", "テキスト"),
    ("a list", "リスト"),
    ("an object", "オブジェクト"),
    ("a table", "テーブル"),
    ("true or false", "true か false "),
    ("null", "null "),
    ("a number between 0 and 1, neither included", "0 より大きく 1 より小さい数"),
    ("a ZIP archive or Excel workbook (it begins with `PK`)", "ZIP または Excel ブック（先頭が `PK`）"),
    (
        "unpack it; a workbook open in the spreadsheet program and save as CSV (UTF-8)",
        "ZIP は展開し、ブックは表計算ソフトで開いて CSV (UTF-8) で保存してください",
    ),
    (
        "an Excel workbook in the old format, or one with a password",
        "旧形式またはパスワード付きの Excel ブック",
    ),
    ("an Excel workbook in the old format", "旧形式の Excel ブック"),
    (
        "open it in the spreadsheet program and save it as CSV (UTF-8)",
        "表計算ソフトで開き、CSV (UTF-8) で保存してください",
    ),
    ("a Parquet file (it begins with `PAR1`)", "Parquet ファイル（先頭が `PAR1`）"),
    (
        "name it with the ending .parquet, or set `format = \"parquet\"` under `[input]`",
        "拡張子を .parquet にするか、`[input]` に `format = \"parquet\"` と書いてください",
    ),
    ("a text file, no Parquet file", "Parquet ではなくテキストファイル"),
    (
        "name it with the ending .csv, or set `format = \"csv\"` under `[input]`",
        "拡張子を .csv にするか、`[input]` に `format = \"csv\"` と書いてください",
    ),
    ("an encrypted Parquet file", "暗号化された Parquet ファイル"),
    ("write it without encryption", "暗号化せずに書き出してください"),
    (
        "this compression cannot be read: write the file with Snappy, Zstandard or gzip",
        "この圧縮方式は読めません。Snappy・Zstandard・gzip のいずれかで書き出してください",
    ),
    ("unpack it, and name the file that comes out", "展開して、出てきたファイルを指定してください"),
    ("export the data as CSV or Parquet", "データを CSV か Parquet で書き出してください"),
    ("an HTML page, under another name", "別の名前を付けた HTML ページ"),
    ("an XML document", "XML 文書"),
    ("JSON, such as a file of facts", "JSON（記録のファイルなど）"),
    (
        "name a file of facts, one JSON object per line; an export becomes one with `keyperson import`",
        "1 行に 1 つの JSON オブジェクトを書いた記録のファイルを指定してください。エクスポートは `keyperson import` で記録にします",
    ),
    ("name a file in TOML or JSON", "TOML か JSON のファイルを指定してください"),
    (
        "facts need no import: name the file with `keyperson brief` or `keyperson portfolio`; other data export as CSV",
        "記録は取り込み不要です。`keyperson brief` や `keyperson portfolio` に直接指定してください。それ以外のデータは CSV で書き出してください",
    ),
    ("text in UTF-16", "UTF-16 のテキスト"),
    (
        "set `encoding = \"utf-16le\"` under `[input]`, or save the file as UTF-8",
        "`[input]` に `encoding = \"utf-16le\"` と書くか、UTF-8 で保存し直してください",
    ),
    (
        "set `encoding = \"utf-16be\"` under `[input]`, or save the file as UTF-8",
        "`[input]` に `encoding = \"utf-16be\"` と書くか、UTF-8 で保存し直してください",
    ),
    ("a 7-Zip archive", "7-Zip アーカイブ"),
    ("a RAR archive", "RAR アーカイブ"),
    ("a tar archive", "tar アーカイブ"),
    ("an Arrow file", "Arrow ファイル"),
    ("an Arrow stream", "Arrow ストリーム"),
    ("a Feather file", "Feather ファイル"),
    ("an Avro file", "Avro ファイル"),
    ("an SQLite database", "SQLite データベース"),
    ("a DuckDB database", "DuckDB データベース"),
    ("an HDF5 file", "HDF5 ファイル"),
    ("a PDF", "PDF"),
    ("a Rich Text document", "リッチテキスト文書"),
    ("a picture", "画像"),
    ("a binary file", "バイナリファイル"),
    ("", ""),
    ("{}", "{}"),
    ("something else ({})", "別のもの（{}）"),
    ("a brief of this version", "この版のブリーフ"),
    ("a portfolio of this version", "この版のポートフォリオ"),
    ("a schedule of this version", "この版の予定"),
    ("a problem of this version", "この版の問題"),
    ("texts as keys", "テキストのキー"),
    ("a key of type {}", "型 {} のキー"),
    ("a schema or type that keyperson wrote", "keyperson が書き出した形式か種類"),
    ("one ASCII character, such as a comma, semicolon or tab", "カンマ・セミコロン・タブなどの ASCII 1 文字"),
    ("{} and {} more ({} in all)", "{} ほか {} 件（全 {} 件）"),
    ("as above", "上と同じ"),
    (", which the fact `{}` gives the partner `{}`", "（記録 `{}` でパートナー `{}` に指定）"),
    (" (line {})", "（{} 行目）"),
    ("a word", "語"),
    ("a date", "日付"),
    ("a smaller number", "もっと小さい数"),
    ("a single character", "1 文字"),
    ("a list of tables", "テーブルのリスト"),
    ("a list of facts", "記録のリスト"),
    ("a list of facts or a text of JSON Lines", "記録のリストか JSON Lines のテキスト"),
    ("a text, a number, true or false", "テキスト、数、または true か false "),
    ("a text, a number, or a table with `column`", "テキスト、数、または `column` のあるテーブル"),
    ("at least one [[facts]] table", "一つ以上の [[facts]] テーブル"),
    ("at least one date format", "一つ以上の日付形式"),
    ("at most {} colleagues", "{} 名以下"),
    ("at most {} weightings", "{} 通り以下の重みづけ"),
    ("at most {} days", "{} 日以下"),
    ("nothing", "空欄"),
    ("numbers", "数"),
    ("true and false", "true と false "),
    ("times with their zone", "タイムゾーンつきの時刻"),
    ("days", "日付"),
    ("texts", "テキスト"),
    ("values of type {}", "型 {} の値"),
    ("a number beyond 1.8e308", "1.8e308 を超える数"),
    ("a number within ±1e15", "±1e15 の範囲の数"),
    ("a number above 0", "0 より大きい数"),
    ("a number above 0, at most {}", "0 より大きく {} 以下の数"),
    ("a number of hours from {} to {}", "{} から {} までの時間数"),
    ("a whole number from {} to {}", "{} から {} までの整数"),
    ("a whole number from {}", "{} 以上の整数"),
    ("a number from {} to {}", "{} から {} までの数"),
    ("a number below {}", "{} より小さい数"),
    ("a number such as 1234.5", "1234.5 のような数"),
    ("a day such as 2026-04-30", "2026-04-30 のような日付"),
    ("an instant such as 2026-04-30T09:00:00+09:00", "2026-04-30T09:00:00+09:00 のような日時"),
    ("a time zone such as Asia/Tokyo", "Asia/Tokyo のようなタイムゾーン"),
    ("a time of day from {} to {}", "{} から {} までの時刻"),
    ("a time of day such as 09:00", "09:00 のような時刻"),
    ("a time of day such as 12:00", "12:00 のような時刻"),
    ("a file packed with gzip", "gzip で圧縮されたファイル"),
    ("a file packed with compress", "compress で圧縮されたファイル"),
    ("a file packed with Zstandard", "Zstandard で圧縮されたファイル"),
    ("a file packed with bzip2", "bzip2 で圧縮されたファイル"),
    ("a file packed with xz", "xz で圧縮されたファイル"),
    ("a file packed with LZ4", "LZ4 で圧縮されたファイル"),
    ("a Parquet file packed with {}", "{} で圧縮された Parquet ファイル"),
    ("`{}`", "`{}`"),
    ("the number `{}`", "数 `{}` "),
    ("the text `{}`", "テキスト `{}` "),
    ("metric", "指標"),
    ("signal", "シグナル"),
    ("remedy", "打ち手"),
];

/// Why a text is not JSON: how the reader's words begin, and what they are in Japanese.
const SYNTAX: &[(&str, &str)] = &[
    ("EOF while parsing ", "途中で終わっています"),
    ("expected value", "値が必要です"),
    ("expected ident", "true、false、null の綴りが違います"),
    ("expected `:`", "`:` が必要です"),
    ("expected `,` or `}`", "`,` か `}` が必要です"),
    ("expected `,` or `]`", "`,` か `]` が必要です"),
    ("trailing comma", "最後の要素の後に `,` があります"),
    ("trailing characters", "値の後に余分な文字があります"),
    ("key must be a string", "キーは二重引用符で囲んでください"),
    ("invalid number", "数の書き方が違います"),
    ("invalid escape", "`\\` の後の文字が違います"),
    ("invalid unicode code point", "存在しない文字コードです"),
    ("lone leading surrogate in hex escape", "`\\u` の文字コードが途中で終わっています"),
    ("unexpected end of hex escape", "`\\u` の文字コードが途中で終わっています"),
    ("control character (", "テキストの中に制御文字（改行など）がそのまま入っています"),
];

/// A phrase; one that is not known stays English.
pub(crate) fn phrase(of: &Phrase) -> String {
    match (of.words(), of.values()) {
        (NOT_JSON, [said, line, column]) => {
            return format!("{}（{line} 行 {column} 文字目）", syntax(said));
        }
        (NOT_JSON_LINE, [said, column]) => return format!("{}（{column} 文字目）", syntax(said)),
        _ => {}
    }
    let phrases =
        PHRASES.iter().copied().chain(REASONS.iter().map(|(words, japanese, _)| (*words, *japanese)));
    let mut known = phrases.filter(|(words, _)| *words == of.words());
    known.next().map_or_else(|| format!("{of} "), |(_, japanese)| of.said(japanese))
}

/// What to do about values that contradict one another.
pub(super) fn advice(reason: &Phrase) -> &'static str {
    let known = REASONS.iter().find(|(words, ..)| *words == reason.words());
    known.map_or("どちらかを変えてください", |(.., advice)| advice)
}

/// Why a text is not JSON; what is not known here stays English.
fn syntax(said: &str) -> String {
    let known = SYNTAX.iter().find(|(words, _)| said.starts_with(words));
    known.map_or_else(|| format!("`{said}`"), |(_, japanese)| (*japanese).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::phrase as said;

    #[test]
    fn values_stand_where_the_words_want_them_and_stay_as_they_are() {
        assert_eq!(phrase(&said!("a number from {} to {}", "{}", 1)), "{} から 1 までの数");
        assert_eq!(
            phrase(&Phrase::with(NOT_JSON, &[&"EOF while parsing a list", &1, &2])),
            "途中で終わっています（1 行 2 文字目）"
        );
        assert_eq!(phrase(&said!("a word that nobody knows")), "a word that nobody knows ");
    }
}
