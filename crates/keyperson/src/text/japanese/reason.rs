//! Why values contradict one another, and what to do about it, in Japanese.

/// Why values contradict one another: the English words, what they are in Japanese, and what to do about it.
pub(crate) const REASONS: &[(&str, &str, &str)] = &[
    // Facts.
    (
        "an override sets a trait or the readiness, not both",
        "一つの指定で、特性と準備状況の両方は決められません",
        "特性の指定と準備状況の指定を、別々に記録してください",
    ),
    (
        "a readiness is a word and has no `value`",
        "準備状況の指定に `value` は使えません",
        "`value` を消してください",
    ),
    // Questions.
    (
        "`since` is `{}`, after the as-of `{}`",
        "`since` の `{}` が基準日 `{}` より後です",
        "`since` を基準日より前にしてください",
    ),
    (
        "a trail is asked for by `pointer` or by `fact`, not by both",
        "`pointer` と `fact` は同時に指定できません",
        "どちらか一方にしてください",
    ),
    (
        "several partners have a deal `{}`, say which `partner`: `{}`",
        "案件 `{}` は複数のパートナー（`{}`）にあります",
        "`partner` でどのパートナーかを指定してください",
    ),
    (
        "the deal `{}` is not won, and a case study tells of a win",
        "案件 `{}` はまだ受注していません",
        "受注を記録してから作成してください",
    ),
    // The policy.
    (
        "every voice of a network is heard, not only the latest",
        "社内の人のつながりから求めるシグナルでは、最新の声だけを使う設定はできません",
        "`reading` を `each` にしてください",
    ),
    (
        "a deal that has ended is owed no review",
        "終了した案件にレビューの予定は立てられません",
        "進行中の段階を指定してください",
    ),
    ("two rungs have the same code", "同じコードの目標が二つあります", "どちらかのコードを変えてください"),
    ("a ladder has at most 1000 rungs", "段階的な目標は 1000 個までです", "目標の数を減らしてください"),
    (
        "at 0 no deal could ever say anything about another",
        "0 では、どの案件もほかの案件の参考になりません",
        "0 より大きい数にしてください",
    ),
    (
        "fewer deals are looked at than must be there",
        "調べる案件の数の上限が、必要な件数より小さくなっています",
        "`most_closed` を `least_closed` 以上にしてください",
    ),
    (
        "the prospects of a narrow scope must be among those shown",
        "絞り込む案件の数が、表示する件数を超えています",
        "`focus_deals` を `most_shown` 以下にしてください",
    ),
    (
        "`from` and `to` of a linear curve are equal",
        "直線の `from` と `to` が同じ値です",
        "どちらかを変えてください",
    ),
    (
        "a cohort has 1 to 1000 measures",
        "比較対象の測定値は 1 個から 1000 個までです",
        "測定値の数を変えてください",
    ),
    (
        "`possible`, `likely` and `present` must not fall in this order",
        "`possible`、`likely`、`present` がこの順に小さくなっています",
        "`possible` ≦ `likely` ≦ `present` となるようにしてください",
    ),
    (
        "at 0 no mismatch could ever be absent",
        "0 では、ミスマッチが「なし」になることがありません",
        "0 より大きい数にしてください",
    ),
    (
        "a code with `floor_` before it names a floor",
        "`floor_` で始まるコードは下限の名前です",
        "別のコードにしてください",
    ),
    (
        "a trait cannot be strong and weak at once",
        "同じ特性が、強い側と弱い側の両方に入っています",
        "どちらかから外してください",
    ),
    (
        "a remedy must change something",
        "この打ち手は何も変えません",
        "`adds`、`unit`、`extend_days` のどれかを書いてください",
    ),
    (
        "a contested fact must count less than an undisputed one",
        "異議の出ている記録の重みは、異議のない記録より小さくなければなりません",
        "1 より小さい数にしてください",
    ),
    (
        "a question is asked for at its limit at the latest",
        "期限が近いと知らせる時間が、期限より後になっています",
        "`near_hours` を `limit_hours` 以下にしてください",
    ),
    // Mappings.
    (
        "another fact template has the same id, so the facts of a row would conflict",
        "一つの行から同じ id の記録が二つできます",
        "どちらかの `id` を変えてください",
    ),
    (
        "a field has exactly one of `column`, `template` and `value`",
        "項目には `column`、`template`、`value` のうち一つだけが必要です",
        "一つだけを書いてください",
    ),
    (
        "`{}` is not a number, so it cannot be divided",
        "`{}` は数の項目ではないため、割り算できません",
        "`divide` を消してください",
    ),
    (
        "`{}` is both the decimal and the thousands separator",
        "`{}` が小数点と桁区切りの両方に指定されています",
        "どちらかを変えてください",
    ),
    (
        "a condition has exactly one of `is`, `is_not` and `blank`",
        "条件には `is`、`is_not`、`blank` のうち一つだけが必要です",
        "一つだけを書いてください",
    ),
];
