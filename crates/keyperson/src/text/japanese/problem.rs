//! What is wrong with input, in Japanese.

use crate::error::ProblemKind as K;
use crate::text::given::ProblemText;

pub(crate) fn problem(of: &K) -> ProblemText {
    let pair = |what: String, hint: String| ProblemText { what, hint };
    match of {
        K::NotUtf8 { offset } => pair(
            format!("UTF-8 のテキストではありません（{offset} バイト目）"),
            "UTF-8 で保存し直してください。Windows からのエクスポートは Shift_JIS、Excel では UTF-16 のことがあります".into(),
        ),
        K::InputTooLarge { bytes, limit } => pair(
            format!("入力が {bytes} バイトあり、一度に読める {limit} バイトを超えています"),
            "分割してください".into(),
        ),
        K::NotJson { reason } => pair(
            format!("JSON として読めません: {reason}"),
            "1 行に 1 つの JSON オブジェクト {…} を書いてください".into(),
        ),
        K::NotToml { reason } => pair(
            format!("TOML として読めません: {reason}"),
            "ポリシーは `keyperson policy init`、マッピングは `keyperson import --show-mapping` の出力と見比べてください".into(),
        ),
        K::NotFinite { found } => {
            pair(format!("`{found}` は有限の数ではありません"), "値が不明なら項目ごと省いてください".into())
        }
        K::TooDeep {} => pair(
            "入れ子が 127 段を超えています".into(),
            "事実もポリシーも平らな形です。自分自身を含むリストやオブジェクトがないか確かめてください".into(),
        ),
        K::DuplicateKey { key } => pair(
            format!("同じオブジェクトに `{key}` が 2 回あります"),
            "どちらが正しいかは判断できません。片方を消してください".into(),
        ),
        K::UnknownNumber { found } => pair(
            format!("ブリーフの `{found}` に数字はありません"),
            "/fit/score のように、ブリーフの中の位置を JSON ポインターで書いてください".into(),
        ),
        K::UnknownFact { found } => pair(
            format!("事実 `{found}` はこのブリーフにありません"),
            "ID・対象者・基準日を確かめてください".into(),
        ),
        K::UnknownField { field, known } => {
            pair(format!("`{field}` という項目はありません"), format!("使える項目: {known}"))
        }
        K::MissingField { field } => {
            pair(format!("項目 `{field}` がありません"), format!("`{field}` を加えてください"))
        }
        K::UnknownType { found, known } => {
            pair(format!("`{found}` という種類の事実はありません"), format!("使える種類: {known}"))
        }
        K::WrongType { expected, found } => {
            let (expected, found) = (words(expected), words(found));
            pair(
                format!("{expected}が必要なところに、{found}があります"),
                format!("{expected}を書いてください"),
            )
        }
        K::OutOfRange { found, expected } => {
            pair(format!("`{found}` は範囲外です"), format!("{}を書いてください", words(expected)))
        }
        K::UnknownValue { found, allowed } => {
            pair(format!("`{found}` はここで使える語ではありません"), format!("使える語: {}", names(allowed)))
        }
        K::BadDay { found } => pair(
            format!("`{found}` は 1900-01-01 から 2200-12-31 までの日付ではありません"),
            "2026-04-30 のように書いてください".into(),
        ),
        K::BadInstant { found } => pair(
            format!("`{found}` は 1900 年から 2200 年までの、時差つきの日時ではありません"),
            "2026-04-30T09:00:00+09:00 のように書いてください".into(),
        ),
        K::NaiveTime { found } => pair(
            format!("`{found}` にタイムゾーンがありません"),
            "どこの時計の時刻かを示してください。Python では `.replace(tzinfo=ZoneInfo(\"Asia/Tokyo\"))`、pandas では `.dt.tz_localize(\"Asia/Tokyo\")`、polars では `.dt.replace_time_zone(\"Asia/Tokyo\")` です".into(),
        ),
        K::UnknownZone { found } => pair(
            format!("`{found}` というタイムゾーンはありません"),
            "Asia/Tokyo のような IANA 名を書いてください".into(),
        ),
        K::UnknownCalendar { found, known, whose } => pair(
            match whose.0.as_deref() {
                None => format!("`{found}` というカレンダーはありません"),
                Some((partner, fact)) => format!(
                    "`{found}` というカレンダーはありません（事実 `{fact}` でパートナー `{partner}` に指定）"
                ),
            },
            format!("使えるカレンダー: {known}。ポリシーで追加もできます"),
        ),
        K::BlankText {} => {
            pair("空白だけのテキストです".into(), "書くことがなければ項目ごと省いてください".into())
        }
        K::TextTooLong { bytes, limit } => pair(
            format!("テキストが {bytes} バイトあり、上限の {limit} バイトを超えています"),
            "短くして、長い文章は別の場所に置いてください".into(),
        ),
        K::ControlCharacter { found } => pair(
            format!("制御文字 {found} が含まれています"),
            "取り除いてください。改行とタブは自由記述でだけ使えます".into(),
        ),
        K::FactConflict { id, other_line } => pair(
            format!(
                "id `{id}` は別の内容の事実ですでに使われています{}",
                if *other_line == 0 { String::new() } else { format!("（{other_line} 行目）") }
            ),
            "訂正には新しい id をつけ、誤った事実には異議 (contest) を記録してください".into(),
        ),
        K::MissingPerson { fact_type } => pair(
            format!("種類 `{fact_type}` の事実には人が必要です"),
            "`person` を加えるか、パートナー全体に使える種類にしてください".into(),
        ),
        K::NewerSchema { found, supported } => pair(
            format!("`{found}` はこの版より新しい形式です"),
            format!("keyperson を更新するか、{supported} と書いてください"),
        ),
        K::UnknownSchema { found, supported } => {
            pair(format!("`{found}` はこの文書の形式ではありません"), format!("{supported} と書いてください"))
        }
        K::UnknownPerson { found } => pair(
            format!("`{found}` さんについての事実は、この基準日までに一つもありません"),
            "id と基準日を確かめてください".into(),
        ),
        K::UnknownPartner { found } => pair(
            format!("パートナー `{found}` についての事実は、この基準日までに一つもありません"),
            "id と基準日を確かめてください".into(),
        ),
        K::UnknownDeal { found } => pair(
            format!("案件 `{found}` についての事実は、この基準日までに一つもありません"),
            "案件の id とパートナー、基準日を確かめてください".into(),
        ),
        K::UnknownReference { found, what } => pair(
            format!("ポリシーに `{found}` という {what} はありません"),
            "定義するか、名前を直してください".into(),
        ),
        K::Contradiction { what } => {
            pair(format!("設定が矛盾しています: {what}"), "どちらかを変えてください".into())
        }
        K::NothingToRead {} => {
            pair("読むものが何もありません".into(), "エクスポートに行があるか確かめてください".into())
        }
        K::UnknownColumn { column, known } => {
            pair(format!("表に `{column}` という列がありません"), format!("ある列: {}", names(known)))
        }
        K::DuplicateColumn { column } => pair(
            format!("列 `{column}` が 2 つあります"),
            "どちらが正しいかは判断できません。片方の名前を変えてください".into(),
        ),
        K::RaggedRow { found, expected } => pair(
            format!("この行のセルは {found} 個、見出しは {expected} 個です"),
            "引用符の抜けや、引用符のないテキストの中の区切り文字を探してください".into(),
        ),
        K::OpenQuote {} => pair(
            "この行で始まる引用符が閉じていません".into(),
            "引用符を閉じてください。中の引用符は 2 つ重ねて書きます".into(),
        ),
        K::UnsupportedColumn { column, found } => pair(
            format!("列 `{column}` の型 {found} は読めません"),
            "エクスポートの前に、テキスト・数・日付・時刻に変換してください".into(),
        ),
        K::UnreadableDate { found, formats } => pair(
            format!("`{found}` はどの日付形式 {formats} にも合いません"),
            "`[input]` の `date_formats` に形式を加えてください".into(),
        ),
        K::BadDateFormat { found } => pair(
            format!("`{found}` は日付の形式ではありません"),
            "%Y-%m-%d のように %Y, %m, %d, %H, %M, %S で書いてください".into(),
        ),
        K::BadEncoding { encoding, offset } => pair(
            format!("{encoding} のテキストではありません（{offset} バイト目付近）"),
            "保存したときの文字コード（utf-8 や shift_jis など）を指定してください".into(),
        ),
        K::BadTemplate { found } => pair(
            format!("`{found}` の波かっこが対応していません"),
            "列名は {opportunity_id}-won のように波かっこで囲み、波かっこ自体は 2 つ重ねて書きます".into(),
        ),
        K::UnknownLookup { found, known } => {
            pair(format!("参照表 `{found}` がありません"), format!("ある参照表: {known}"))
        }
        K::MissingLookupRow { lookup, key } => pair(
            format!("参照表 `{lookup}` に `{key}` の行がありません"),
            "行を加えるか、`default` を指定してください".into(),
        ),
        K::ForeignFile { found, advice } => pair(
            format!("{}です。このままでは読めません", words(found).trim_end()),
            words(advice).trim_end().to_owned(),
        ),
        K::UnreadableInput { reason } => pair(
            format!("入力を読めません: {reason}"),
            "ファイルが壊れていないか、形式が正しいか確かめてください".into(),
        ),
    }
}

/// A list of names, cut by the library.
fn names(listed: &str) -> String {
    if listed == "as above" {
        return "上と同じ".to_owned();
    }
    let cut = listed.strip_suffix(" in all)").and_then(|listed| {
        let (first, counts) = listed.rsplit_once(" and ")?;
        let (more, all) = counts.split_once(" more (")?;
        Some(format!("{first} ほか {more} 件（全 {all} 件）"))
    });
    cut.unwrap_or_else(|| listed.to_owned())
}

/// What the core says of kinds and ranges of values; anything that is not known here stays English.
fn words(english: &str) -> String {
    const WHOLE: &[(&str, &str)] = &[
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
        ("JSON, such as a file of facts", "JSON（事実のファイルなど）"),
        (
            "name a file of facts, one JSON object a line; an export becomes one with `keyperson import`",
            "1 行に 1 つの JSON オブジェクトを書いた事実のファイルを指定してください。エクスポートは `keyperson import` で事実にします",
        ),
        ("name a file in TOML or JSON", "TOML か JSON のファイルを指定してください"),
        (
            "facts need no import: name the file with `keyperson brief` or `keyperson portfolio`; other data export as CSV",
            "事実は取り込み不要です。`keyperson brief` や `keyperson portfolio` に直接指定してください。それ以外のデータは CSV で書き出してください",
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
    ];
    if let Some((_, japanese)) = WHOLE.iter().find(|(known, _)| *known == english) {
        return (*japanese).to_owned();
    }
    let after = |start: &str| english.strip_prefix(start);
    let range = |rest: &str| rest.split_once(" to ").map(|(from, to)| format!("{from} から {to} までの"));
    let found = if let Some(rest) = after("a number of hours from ") {
        range(rest).map(|range| format!("{range}時間数"))
    } else if let Some(rest) = after("a whole number from ") {
        Some(range(rest).map_or_else(|| format!("{rest} 以上の整数"), |range| format!("{range}整数")))
    } else if let Some(rest) = after("a number from ") {
        range(rest).map(|range| format!("{range}数"))
    } else if let Some(rest) = after("a file packed with ") {
        Some(format!("{rest} で圧縮されたファイル"))
    } else if let Some(rest) = after("a Parquet file packed with ") {
        Some(format!("{rest} で圧縮された Parquet ファイル"))
    } else if let Some(rest) = after("a number below ") {
        Some(format!("{rest} より小さい数"))
    } else if let Some(rest) = after("the number ") {
        Some(format!("数 {rest} "))
    } else {
        after("the text ").map(|rest| format!("テキスト {rest} "))
    };
    found.unwrap_or_else(|| format!("{english} "))
}
