//! What is wrong with input, in Japanese.

use super::reason::reason;
use super::words::{syntax, words};
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
            format!("JSON として読めません: {}", syntax(reason)),
            "1 行に 1 つの JSON オブジェクト {…} を書いてください".into(),
        ),
        K::NotToml { reason } => pair(
            format!("TOML として読めません: `{reason}`"),
            "ポリシーは `keyperson policy init`、マッピングは `keyperson import --show-mapping` の出力と見比べてください".into(),
        ),
        K::NotFinite { found } => {
            pair(format!("`{}` は有限の数ではありません", words(found).trim_end()), "値が不明なら項目ごと省いてください".into())
        }
        K::TooDeep {} => pair(
            "入れ子が 127 段を超えています".into(),
            "記録もポリシーも入れ子の浅い形です。自分自身を含むリストやオブジェクトがないか確かめてください".into(),
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
            format!("記録 `{found}` はこのブリーフにありません"),
            "ID・対象者・基準日を確かめてください".into(),
        ),
        K::UnknownField { field, known } => {
            pair(format!("`{field}` という項目はありません"), format!("使える項目: {known}"))
        }
        K::MissingField { field } => {
            pair(format!("項目 `{field}` がありません"), format!("`{field}` を加えてください"))
        }
        K::UnknownType { found, known } => {
            pair(format!("`{found}` という種類の記録はありません"), format!("使える種類: {known}"))
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
            format!("`{found}` は日時の書き方が違います"),
            "1900 年から 2200 年までの日時を、2026-04-30T09:00:00+09:00 のように書いてください（日本時間なら末尾に +09:00）".into(),
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
                    "`{found}` というカレンダーはありません（記録 `{fact}` でパートナー `{partner}` に指定）"
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
                "id `{id}` は別の内容の記録ですでに使われています{}",
                if *other_line == 0 { String::new() } else { format!("（{other_line} 行目）") }
            ),
            "訂正には新しい id をつけ、誤った記録は取り消してください（種類 `contest`、`step` は `upheld`）".into(),
        ),
        K::MissingPerson { fact_type } => pair(
            format!("種類 `{fact_type}` の記録には人が必要です"),
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
            format!("`{found}` さんについての記録は、この基準日までに一つもありません"),
            "id と基準日を確かめてください".into(),
        ),
        K::UnknownPartner { found } => pair(
            format!("パートナー `{found}` についての記録は、この基準日までに一つもありません"),
            "id と基準日を確かめてください".into(),
        ),
        K::UnknownDeal { found } => pair(
            format!("案件 `{found}` についての記録は、この基準日までに一つもありません"),
            "案件の id とパートナー、基準日を確かめてください".into(),
        ),
        K::UnknownReference { found, what } => pair(
            format!("ポリシーに `{found}` という{}はありません", words(what)),
            "定義するか、名前を直してください".into(),
        ),
        K::Contradiction { what } => {
            let (what, hint) = reason(what);
            pair(what, hint)
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
            format!("入力を読めません: `{reason}`"),
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
