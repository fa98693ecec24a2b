//! Messages about files and problems, in Japanese.

use std::io;

pub fn problems(count: u64) -> String {
    format!("問題 {count} 件")
}

pub fn first_shown(shown: u64) -> String {
    format!("（最初の {shown} 件を表示）")
}

pub fn reading_facts() -> &'static str {
    "記録を読み込み中"
}

pub fn answering() -> &'static str {
    "答えを計算中"
}

pub fn export_becomes_facts() -> &'static str {
    "エクスポートは `keyperson import` で記録にします"
}

pub fn other_fact_in(name: &str, other_line: u64) -> String {
    format!("もう一方の記録は {name} の {other_line} 行目にあります")
}

pub fn output_is_input(out: &str) -> String {
    format!(
        "{out} は読み込むファイルの一つで、書き出すと失われます。--out で別のファイル名を指定してください"
    )
}

pub fn output_is_same_as(out: &str, read: &str) -> String {
    format!(
        "{out} は読み込むファイルの一つ {read} と同じもので、書き出すと失われます。--out で別のファイル名を指定してください"
    )
}

pub fn same_file(one: &str, two: &str) -> String {
    format!(
        "{one} と {two} は同じファイルで、一方がもう一方を上書きします。別々のファイル名を指定してください"
    )
}

pub fn the_output() -> &'static str {
    "標準出力の先"
}

pub fn output_closed() -> &'static str {
    "出力に書き込めません: 閉じられています"
}

pub fn output_fails(error: &io::Error) -> String {
    format!("出力に書き込めません: {}", cause(error))
}

pub fn wrote(name: &str) -> String {
    format!("{name} を書き出しました")
}

pub fn ending_unknown(name: &str, known: &str) -> String {
    format!(
        "{name} の拡張子からは形式が分かりません。{known} のいずれかにするか、--format で指定してください"
    )
}

pub fn folder_fails(name: &str, error: &io::Error) -> String {
    format!("フォルダー {name} を作れません: {}", cause(error))
}

pub fn writing_fails(name: &str, error: &io::Error) -> String {
    format!("{name} に書き込めません: {}", cause(error))
}

pub fn more_files(more: usize) -> String {
    format!("ほか {more} 件")
}

pub fn one_would_be_lost(names: &str) -> String {
    format!(
        "{names} はすでにあり内容も異なるため、上書きしません。何も書き出していません。--out で別の出力先を指定するか、上書きしてよければ --force を付けてください"
    )
}

pub fn would_be_lost(count: usize, names: &str) -> String {
    format!(
        "{count} 個のファイルがすでにあり内容も異なるため、上書きしません。何も書き出していません: {names}。--out で別の出力先を指定するか、上書きしてよければ --force を付けてください"
    )
}

pub fn input_closed() -> &'static str {
    "<stdin> を読み込めません: 閉じられています"
}

pub fn reading_fails(name: &str, error: &io::Error) -> String {
    format!("{name} を読み込めません: {}", cause(error))
}

pub fn list(names: &[String]) -> String {
    names.join("、")
}

/// Why a file cannot be read or written; rare causes as the system says them.
fn cause(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let said = match error.kind() {
        Kind::NotFound => "ファイルが見つかりません",
        Kind::PermissionDenied => "権限がありません",
        Kind::AlreadyExists => "同じ名前のものがすでにあります",
        Kind::IsADirectory => "ファイルではなくフォルダーです",
        Kind::NotADirectory => "途中の名前がフォルダーではありません",
        Kind::DirectoryNotEmpty => "フォルダーが空ではありません",
        Kind::ReadOnlyFilesystem => "書き込めない場所です",
        Kind::StorageFull => "空き容量がありません",
        Kind::QuotaExceeded => "使える容量を超えました",
        Kind::FileTooLarge => "ファイルが大きすぎます",
        Kind::InvalidFilename => "使えないファイル名です",
        Kind::BrokenPipe => "受け取る側が閉じました",
        Kind::UnexpectedEof => "途中で終わっています",
        Kind::InvalidData => "内容が正しくありません",
        Kind::TimedOut => "時間内に終わりませんでした",
        Kind::OutOfMemory => "メモリーが足りません",
        _ => return error.to_string(),
    };
    said.to_owned()
}
