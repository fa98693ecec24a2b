//! What is wrong with input, in Japanese.

use super::phrase::advice;
use crate::error::ProblemKind as K;

pub(crate) fn problem(of: &K) -> (&'static str, &'static str) {
    match of {
        K::NotUtf8 { .. } => (
            "UTF-8 のテキストではありません（{offset} バイト目）",
            "UTF-8 で保存し直してください。Windows からのエクスポートは Shift_JIS、Excel では UTF-16 のことがあります",
        ),
        K::InputTooLarge { .. } => {
            ("入力が {bytes} バイトあり、一度に読める {limit} バイトを超えています", "分割してください")
        }
        K::NotJson { .. } => {
            ("JSON として読めません: {reason}", "1 行に 1 つの JSON オブジェクト {…} を書いてください")
        }
        K::NotToml { .. } => (
            "TOML として読めません: `{reason}`",
            "ポリシーは `keyperson policy init`、マッピングは `keyperson import --show-mapping` の出力と見比べてください",
        ),
        K::NotFinite { .. } => ("`{found}` は有限の数ではありません", "値が不明なら項目ごと省いてください"),
        K::TooDeep { .. } => (
            "入れ子が 127 段を超えています",
            "記録もポリシーも入れ子の浅い形です。自分自身を含むリストやオブジェクトがないか確かめてください",
        ),
        K::DuplicateKey { .. } => (
            "同じオブジェクトに `{key}` が 2 回あります",
            "どちらが正しいかは判断できません。片方を消してください",
        ),
        K::UnknownNumber { .. } => (
            "ブリーフの `{found}` に数字はありません",
            "/fit/score のように、ブリーフの中の位置を JSON ポインターで書いてください",
        ),
        K::UnknownFact { .. } => {
            ("記録 `{found}` はこのブリーフにありません", "ID・対象者・基準日を確かめてください")
        }
        K::UnknownField { .. } => ("`{field}` という項目はありません", "使える項目: {known}"),
        K::MissingField { .. } => ("項目 `{field}` がありません", "`{field}` を加えてください"),
        K::UnknownType { .. } => ("`{found}` という種類の記録はありません", "使える種類: {known}"),
        K::WrongType { .. } => {
            ("{expected}が必要なところに、{found}があります", "{expected}を書いてください")
        }
        K::OutOfRange { .. } => ("`{found}` は範囲外です", "{expected}を書いてください"),
        K::UnknownValue { .. } => ("`{found}` はここで使える語ではありません", "使える語: {allowed}"),
        K::BadDay { .. } => (
            "`{found}` は 1900-01-01 から 2200-12-31 までの日付ではありません",
            "2026-04-30 のように書いてください",
        ),
        K::BadInstant { .. } => (
            "`{found}` は日時の書き方が違います",
            "1900 年から 2200 年までの日時を、2026-04-30T09:00:00+09:00 のように書いてください（日本時間なら末尾に +09:00）",
        ),
        K::NaiveTime { .. } => (
            "`{found}` にタイムゾーンがありません",
            "どこの時計の時刻かを示してください。Python では `.replace(tzinfo=ZoneInfo(\"Asia/Tokyo\"))`、pandas では `.dt.tz_localize(\"Asia/Tokyo\")`、polars では `.dt.replace_time_zone(\"Asia/Tokyo\")` です",
        ),
        K::UnknownZone { .. } => {
            ("`{found}` というタイムゾーンはありません", "Asia/Tokyo のような IANA 名を書いてください")
        }
        K::UnknownCalendar { .. } => (
            "`{found}` というカレンダーはありません{whose}",
            "使えるカレンダー: {known}。ポリシーで追加もできます",
        ),
        K::BlankText { .. } => ("空白だけのテキストです", "書くことがなければ項目ごと省いてください"),
        K::TextTooLong { .. } => (
            "テキストが {bytes} バイトあり、上限の {limit} バイトを超えています",
            "短くして、長い文章は別の場所に置いてください",
        ),
        K::ControlCharacter { .. } => {
            ("制御文字 {found} が含まれています", "取り除いてください。改行とタブは自由記述でだけ使えます")
        }
        K::FactConflict { .. } => (
            "id `{id}` は別の内容の記録ですでに使われています{other_line}",
            "訂正には新しい id をつけ、誤った記録は取り消してください（種類 `contest`、`step` は `upheld`）",
        ),
        K::MissingPerson { .. } => (
            "種類 `{fact_type}` の記録には人が必要です",
            "`person` を加えるか、パートナー全体に使える種類にしてください",
        ),
        K::NewerSchema { .. } => {
            ("`{found}` はこの版より新しい形式です", "keyperson を更新するか、{supported} と書いてください")
        }
        K::UnknownSchema { .. } => {
            ("`{found}` はこの文書の形式ではありません", "{supported} と書いてください")
        }
        K::UnknownPerson { .. } => (
            "`{found}` さんについての記録は、この基準日までに一つもありません",
            "id と基準日を確かめてください",
        ),
        K::UnknownPartner { .. } => (
            "パートナー `{found}` についての記録は、この基準日までに一つもありません",
            "id と基準日を確かめてください",
        ),
        K::UnknownDeal { .. } => (
            "案件 `{found}` についての記録は、この基準日までに一つもありません",
            "案件の id とパートナー、基準日を確かめてください",
        ),
        K::UnknownReference { .. } => {
            ("ポリシーに `{found}` という{what}はありません", "定義するか、名前を直してください")
        }
        K::Contradiction { what } => ("{what}", advice(what)),
        K::NothingToRead { .. } => ("読むものが何もありません", "エクスポートに行があるか確かめてください"),
        K::UnknownColumn { .. } => ("表に `{column}` という列がありません", "ある列: {known}"),
        K::DuplicateColumn { .. } => {
            ("列 `{column}` が 2 つあります", "どちらが正しいかは判断できません。片方の名前を変えてください")
        }
        K::RaggedRow { .. } => (
            "この行のセルは {found} 個、見出しは {expected} 個です",
            "引用符の抜けや、引用符のないテキストの中の区切り文字を探してください",
        ),
        K::OpenQuote { .. } => (
            "この行で始まる引用符が閉じていません",
            "引用符を閉じてください。中の引用符は 2 つ重ねて書きます",
        ),
        K::UnsupportedColumn { .. } => (
            "列 `{column}` の型 {found} は読めません",
            "エクスポートの前に、テキスト・数・日付・時刻に変換してください",
        ),
        K::UnreadableDate { .. } => (
            "`{found}` はどの日付形式 {formats} にも合いません",
            "`[input]` の `date_formats` に形式を加えてください",
        ),
        K::BadDateFormat { .. } => (
            "`{found}` は日付の形式ではありません",
            "%Y-%m-%d のように %Y, %m, %d, %H, %M, %S で書いてください",
        ),
        K::BadEncoding { .. } => (
            "{encoding} のテキストではありません（{offset} バイト目付近）",
            "保存したときの文字コード（utf-8 や shift_jis など）を指定してください",
        ),
        K::BadTemplate { .. } => (
            "`{found}` の波かっこが対応していません",
            "列名は {opportunity_id}-won のように波かっこで囲み、波かっこ自体は 2 つ重ねて書きます",
        ),
        K::UnknownLookup { .. } => ("参照表 `{found}` がありません", "ある参照表: {known}"),
        K::MissingLookupRow { .. } => {
            ("参照表 `{lookup}` に `{key}` の行がありません", "行を加えるか、`default` を指定してください")
        }
        K::ForeignFile { .. } => ("{found}です。このままでは読めません", "{advice}"),
        K::UnreadableInput { .. } => {
            ("入力を読めません: `{reason}`", "ファイルが壊れていないか、形式が正しいか確かめてください")
        }
        K::TemporaryFile { .. } => (
            "行が多いため一時ファイルが必要ですが、`{folder}` に書き込めません: `{reason}`",
            "空き容量を増やすか、一時ファイルを別のフォルダーに置いてください",
        ),
    }
}
