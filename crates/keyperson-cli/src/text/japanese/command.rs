//! What the commands say, in Japanese.

use keyperson::calendar::Day;

pub fn wrote_pages(count: usize, folder: &str) -> String {
    format!("{folder} に {count} 人分のページを書き出しました")
}

pub fn no_meetings(person: &str) -> String {
    format!(
        "{person} の定例ミーティングの予定がありません。先に任命（種類 gate、step は appointed）を記録してください"
    )
}

pub fn the_demonstration() -> &'static str {
    "デモ"
}

pub fn made_up(partners: usize, facts: usize, start: Day, end: Day) -> String {
    format!(
        "架空のデータです: パートナー {partners} 社、記録 {facts} 件（{start} 〜 {end}）。実在の人物・会社ではありません。\n\n"
    )
}

pub fn files() -> &'static str {
    "ファイル"
}

pub fn try_next() -> &'static str {
    "次に試すこと"
}

pub fn no_mapping(name: &str, known: &str) -> String {
    format!(
        "`{name}` という同梱マッピングはありません。同梱: {known}。自作のものは .toml で終わるファイル名で指定してください"
    )
}

pub fn looked_up(name: &str) -> String {
    format!("\nマッピングが参照する表です。--lookup {name}=FILE で指定できます")
}

pub fn import_would_refuse(bad: u64) -> String {
    format!("このままでは取り込めません（問題 {bad} 件）。--keep-good-rows で、読めた行だけを取り込めます")
}

pub fn importing() -> &'static str {
    "取り込み中"
}

pub fn nothing_written() -> &'static str {
    "。何も書き出していません"
}

pub fn rows_alone() -> &'static str {
    "。--preview で一覧、--keep-good-rows で読めた行だけを取り込めます"
}

pub fn rows_read(name: &str, read: u64) -> String {
    format!("{name}: {read} 行を読みました")
}

pub fn facts_made(facts: usize) -> String {
    format!("、記録 {facts} 件")
}

pub fn rows_left_out(rows: u64, first_line: u64, reason: &str) -> String {
    format!("  {rows} 行を対象外としました（最初は {first_line} 行目）: {reason}\n")
}

pub fn rows_unreadable(bad: u64) -> String {
    format!("  {bad} 行が読めません:\n")
}

pub fn more_problems(more: u64) -> String {
    format!("    ほか {more} 件\n")
}

pub fn policy_is_there(name: &str) -> String {
    format!(
        "{name} はすでにあるため上書きしません。--out で別のファイル名を指定するか、上書きしてよければ --force を付けてください"
    )
}

pub fn policy_checked(name: &str, ok: &str, differences: usize) -> String {
    format!("{name}: {ok}（既定と異なる設定 {differences} 件）\n")
}

pub fn more_settings() -> &'static str {
    "\n詳しくは: keyperson policy explain セクション名（または fit.rho のような設定名）\n"
}

pub fn nothing_differs() -> &'static str {
    "既定のポリシーと異なる設定はありません。\n"
}

pub fn none() -> &'static str {
    "なし"
}

pub fn differs(name: &str, own: &str, default: &str) -> String {
    format!("{name} = {own}（既定: {default}）\n")
}

pub fn not_used(name: &str, default: &str) -> String {
    format!("{name}: 使いません（既定: {default}）\n")
}

pub fn no_setting(path: &str, nearest: &str) -> String {
    format!("ポリシーに `{path}` という設定はありません。あるもの: {nearest}")
}

pub fn no_setting_under(path: &str, parent: &str, nearest: &str) -> String {
    format!("ポリシーに `{path}` という設定はありません。`{parent}` にあるもの: {nearest}")
}

pub fn the_question() -> &'static str {
    "質問"
}

pub fn the_facts() -> &'static str {
    "記録"
}

pub fn no_schema(name: &str) -> String {
    format!("`{name}` のスキーマはありません")
}

pub fn ends_before_start(as_of: Day, start: Day) -> String {
    format!("--as-of {as_of} が --start {start} より前です")
}

pub fn the_simulation() -> &'static str {
    "シミュレーション"
}

pub fn option() -> &'static str {
    " --lang ja"
}

pub fn comment_mark() -> &'static str {
    "ja:"
}
