//! Kinds of values and of files in Japanese: phrases that problems hold in English.

/// What the sources say in English, with `{}` for what they fill in, and what it is in Japanese.
const PHRASES: &[(&str, &str)] = &[
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
    ("at most 50 colleagues", "50 名以下"),
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
    ("a number such as {}", "{} のような数"),
    ("a day such as {}", "{} のような日付"),
    ("an instant such as {}", "{} のような日時"),
    ("a time zone such as {}", "{} のようなタイムゾーン"),
    ("a time of day from {} to {}", "{} から {} までの時刻"),
    ("a time of day such as {}", "{} のような時刻"),
    ("a file packed with {}", "{} で圧縮されたファイル"),
    ("a Parquet file packed with {}", "{} で圧縮された Parquet ファイル"),
    ("the number {}", "数 {} "),
    ("the text {}", "テキスト {} "),
    ("metric", "指標"),
    ("signal", "シグナル"),
    ("remedy", "打ち手"),
];

/// What the reader of JSON says, without the place that follows.
const SYNTAX: &[(&str, &str)] = &[
    ("EOF while parsing {}", "途中で終わっています"),
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
    (
        "control character ({}) found while parsing a string",
        "テキストの中に制御文字（改行など）がそのまま入っています",
    ),
];

/// Why a text is not JSON; what is not known here stays English.
pub(super) fn syntax(english: &str) -> String {
    let place = english.rsplit_once(" at line ").and_then(|(said, place)| {
        let (line, column) = place.split_once(" column ")?;
        Some((said, line, column))
    });
    let Some((said, line, column)) = place else { return format!("`{english}`") };
    match SYNTAX.iter().find_map(|(of, japanese)| filled(of, japanese, said)) {
        Some(japanese) => format!("{japanese}（{line} 行 {column} 文字目）"),
        None => format!("`{english}`"),
    }
}

/// What the sources say of kinds and ranges of values; anything that is not known here stays English.
pub(super) fn words(english: &str) -> String {
    PHRASES
        .iter()
        .find_map(|(of, japanese)| filled(of, japanese, english))
        .unwrap_or_else(|| format!("{english} "))
}

/// The Japanese with what stands in the English where its pattern has `{}`, in the same order; absent where the
/// English is not of that pattern.
pub(super) fn filled(pattern: &str, japanese: &str, english: &str) -> Option<String> {
    let mut parts = pattern.split("{}");
    let mut rest = english.strip_prefix(parts.next()?)?;
    let mut said = japanese.split("{}");
    let mut text = said.next()?.to_owned();
    for part in parts {
        let (value, after) = if part.is_empty() { (rest, "") } else { rest.split_once(part)? };
        // A pattern without a place for the value leaves it out.
        if let Some(then) = said.next() {
            text.extend([value, then]);
        }
        rest = after;
    }
    rest.is_empty().then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_stays_as_it_is() {
        let said = |english| filled("`{}` after `{}`", "`{}` は `{}` より後です", english);
        assert_eq!(said("`a` after `b`").as_deref(), Some("`a` は `b` より後です"));
        assert_eq!(said("`{}` after `b`").as_deref(), Some("`{}` は `b` より後です"));
        assert_eq!(said("`a` before `b`"), None);
        assert_eq!(
            syntax("EOF while parsing a list at line 1 column 2"),
            "途中で終わっています（1 行 2 文字目）"
        );
    }
}
