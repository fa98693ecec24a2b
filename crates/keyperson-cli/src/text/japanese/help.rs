//! The help of the command in Japanese.

use clap::{Arg, ArgAction, Command};

/// By command: what it does under the empty name, and what each of its arguments is. What several commands have in
/// common stands under `*`.
const TEXTS: &[(&str, &[(&str, &str)])] = &[
    (
        "keyperson",
        &[
            ("", "誰がキーマンとして動けるか、どれくらい確かか、今週何をするとよいかを答えます"),
            (
                "lang",
                "メッセージとページの言語（ja、en）［既定: LC_ALL、LC_MESSAGES、LANG による。なければ en］",
            ),
            ("version", "バージョンを表示します"),
        ],
    ),
    (
        "demo",
        &[
            ("", "架空のポートフォリオを作り、何が分かるかを見せます"),
            ("out", "デモのファイルを書き出すフォルダー［既定: keyperson-demo］"),
            ("force", "同じ名前で内容の異なるファイルがあっても上書きします"),
        ],
    ),
    (
        "import",
        &[
            ("", "エクスポート（CSV か Parquet）を記録にします"),
            ("export", "読み込むエクスポート（CSV か Parquet）。`-` は標準入力の CSV"),
            ("mapping", "同梱マッピングの名前か、マッピングのファイル（.toml）"),
            (
                "lookup",
                "マッピングが参照する表［既定: マッピングに書かれたファイル（エクスポートと同じ場所）］",
            ),
            (
                "out",
                "記録を書き出すファイル。`-` は標準出力。名前が .parquet か .arrow で終われば表として書きます［既定: facts.jsonl（まだない場合）］",
            ),
            ("force", "--out を指定せず、内容の異なる facts.jsonl があっても上書きします"),
            ("preview", "最初の記録と、読めない行をすべて表示します。何も書き出しません［既定: 5 件］"),
            ("keep_good_rows", "読めない行があっても、読めた行の記録を書き出します"),
            ("list_mappings", "同梱マッピングの名前を表示します"),
            ("show_mapping", "同梱マッピングの内容を表示します。自作するときの手本になります"),
        ],
    ),
    (
        "brief",
        &[
            ("", "一人を一枚のページで見ます"),
            ("person", "対象者の id"),
            ("all", "離任していない全員。一人一枚を --out のフォルダーに書き出します"),
            ("since", "この日からの変化と、その理由を示します［既定: ブリーフを共有した前回の定例から］"),
            ("format", "形式（text、json、markdown、html）［既定: text、または --out の拡張子による］"),
            ("out", "ページを書き出すファイル（--all ではフォルダー）。`-` は標準出力"),
            ("force", "--all のページで、内容の異なるものがあっても上書きします"),
        ],
    ),
    (
        "portfolio",
        &[
            ("", "全員を一つの表で見ます"),
            ("format", "形式（text、json、markdown、html、csv）［既定: text、または --out の拡張子による］"),
            ("out", "表を書き出すファイル。`-` は標準出力"),
        ],
    ),
    (
        "trail",
        &[
            ("", "ブリーフの数字の根拠となる記録と、記録が動かした数字をたどります"),
            ("person", "どなたのブリーフか（id）"),
            (
                "of",
                "ブリーフの中の位置（JSON ポインター、例: /fit/score）。その数字か、その下のすべて［既定: 概要］",
            ),
            ("fact", "この id の記録"),
            ("format", "形式（text、json）［既定: text、または --out の拡張子による］"),
        ],
    ),
    (
        "ask",
        &[
            ("", "JSON で質問します（rank、what_if、fit、business_day など、すべての質問）"),
            (
                "question",
                "質問の JSON。例: `{\"do\":\"rank\",\"partner\":\"acme\",\"as_of\":\"2026-04-30\"}`",
            ),
            ("facts", "記録のファイル（1 行に 1 つの JSON）。`-` は標準入力。記録の要らない質問では省きます"),
        ],
    ),
    ("draft", &[("", "記録だけから、文章の下書きを作ります")]),
    (
        "case-study",
        &[
            ("", "受注した案件の事例記事（Markdown）。記録から分からないところは空欄にします"),
            ("deal", "受注した案件の id"),
            ("partner", "パートナーの id（同じ id の案件が複数のパートナーにある場合）"),
        ],
    ),
    (
        "announcement",
        &[
            ("", "推進役を社内に知らせる、経営層からのメッセージ。記録から分からないところは空欄にします"),
            ("person", "推進役の id"),
        ],
    ),
    (
        "calendar",
        &[("", "これからの定例をカレンダーファイル（.ics）にします"), ("person", "どなたの定例か（id）")],
    ),
    ("policy", &[("", "ポリシーを作り、確かめ、説明します")]),
    (
        "init",
        &[
            ("", "既定のポリシーを、すべての設定の説明つきで書き出します"),
            ("out", "書き出すファイル。`-` は標準出力。すでにあれば上書きしません［既定: policy.toml］"),
            ("force", "すでにあっても上書きします"),
        ],
    ),
    (
        "check",
        &[("", "ポリシーの誤りをすべて示します"), ("file", "ポリシーのファイル。`-` は標準入力の TOML")],
    ),
    (
        "explain",
        &[
            ("", "設定の意味と値を示します"),
            ("path", "設定の名前（例: fit.rho、ladder、traits.drive.floor）。省くと概要"),
            ("policy", "既定と比べるポリシー"),
        ],
    ),
    (
        "schema",
        &[
            ("", "文書の JSON Schema を表示します"),
            ("of", "文書の種類（fact、policy、brief、change、portfolio、trail、mapping）"),
        ],
    ),
    (
        "simulate",
        &[
            ("", "真の値が分かっている架空のポートフォリオを作ります"),
            ("partners", "パートナー企業の数［既定: 12］"),
            ("seed", "乱数の種［既定: 20260105］"),
            ("start", "記録の最初の日［既定: 2026-01-05］"),
            ("as_of", "記録の最後の日［既定: 2026-04-30］"),
            (
                "out",
                "記録を書き出すファイル。`-` は標準出力。名前が .parquet か .arrow で終われば表として書きます［既定: -］",
            ),
            ("truth", "各人の真の値を書き出すファイル"),
        ],
    ),
    ("help", &[("", "このメッセージか、指定したコマンドのヘルプを表示します")]),
    (
        "*",
        &[
            ("facts", "記録のファイル（1 行に 1 つの JSON）。`-` は標準入力"),
            ("as_of", "いつの時点で問うか。日付（ポリシーのタイムゾーンでその日の終わり）か日時［既定: 今］"),
            ("policy", "ポリシーのファイル（TOML。.json で終わるものは JSON）［既定: 既定のポリシー］"),
            ("out", "書き出すファイル。`-` は標準出力"),
            ("help", "ヘルプを表示します"),
        ],
    ),
];

const EXIT_CODES: &str = "終了コード:
  0  正常に終わりました
  1  入力に問題があります（すべて表示しました）
  2  コマンドの使い方が違います
  3  ファイルを読み書きできませんでした";

const TEMPLATE: &str = "{about-with-newline}\n使い方: {usage}\n\n{all-args}{after-help}";

/// What an argument of a command is, or what the command does; absent where nothing is written here.
fn text(command: &str, argument: &str) -> Option<&'static str> {
    [command, "*"].into_iter().find_map(|name| {
        let (_, texts) = TEXTS.iter().find(|(of, _)| *of == name)?;
        texts.iter().find(|(of, _)| *of == argument).map(|(_, text)| *text)
    })
}

fn argument(command: &str, argument: Arg) -> Arg {
    let heading = if argument.is_positional() { "引数" } else { "オプション" };
    let said = text(command, argument.get_id().as_str());
    let takes_values = argument.get_action().takes_values();
    let argument =
        argument.help_heading(heading).hide_possible_values(takes_values).hide_default_value(takes_values);
    match said {
        Some(said) => argument.help(said),
        None => argument,
    }
}

fn translated(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let flag = |id: &'static str, short: char, action: ArgAction| {
        argument(&name, Arg::new(id).short(short).long(id).action(action))
    };
    let mut command = command
        .mut_args(|of| argument(&name, of))
        .mut_subcommands(translated)
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help))
        .help_template(TEMPLATE)
        .subcommand_help_heading("コマンド");
    if name == "keyperson" {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version));
    }
    match text(&name, "") {
        Some(about) => command.about(about),
        None => command,
    }
}

/// The help of help, which is there once the command is built.
fn with_help(command: Command) -> Command {
    let command = command.mut_subcommands(with_help);
    match (command.get_name(), text("help", "")) {
        ("help", Some(about)) => command.about(about),
        _ => command,
    }
}

pub fn command(of: Command) -> Command {
    let mut command = translated(of).after_help(EXIT_CODES);
    command.build();
    with_help(command)
}
