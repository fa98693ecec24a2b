//! Calendar files: the headline and the agenda of a meeting.

use keyperson::fact::Layer;

pub(crate) fn meeting_title(layer: Layer, name: &str, partner: &str) -> String {
    let of = match layer {
        Layer::Weekly => "週次ミーティング",
        Layer::Monthly => "月次の振り返り",
        Layer::Quarterly => "四半期レビュー",
    };
    format!("{of}：{name}さん（{partner}）")
}

pub(crate) fn agenda_as_of(as_of: &str) -> String {
    format!("議題（{as_of}時点）")
}

pub(crate) fn agenda_is_empty(as_of: &str) -> String {
    format!("{as_of}の時点で、議題になる気づきはありません。")
}

pub(crate) fn agenda_topic(title: &str, change: &str) -> String {
    format!("・{title}：{change}")
}

pub(crate) fn agenda_bottleneck(from: &str, to: &str, reached: i64, deals: i64) -> String {
    format!("・ボトルネック：{from}→{to}（{deals}件中{reached}件）")
}

pub(crate) const fn agenda_executives() -> &'static str {
    "経営層の参加をお願いします。"
}
