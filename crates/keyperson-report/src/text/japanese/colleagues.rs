//! The people around the person: spread, load, succession and support.

pub(crate) fn loop_turns(completed: i64, next: &str) -> String {
    match completed {
        0 => format!("まだ一巡していません。次は「{next}」"),
        _ => format!("{completed}回目が一巡しました。次は「{next}」"),
    }
}

pub(crate) fn spread(colleagues: i64, active: usize, newly: usize) -> String {
    format!("同僚 {colleagues} 名のうち {active} 名が活動（うち新たに {newly} 名）")
}

pub(crate) fn own_load(things: i64, own: &str, half: usize) -> String {
    format!("直近の活動 {things} 件の {own} を本人が担当（{half} 名で半分を担当）")
}

pub(crate) fn best_successor(who: &str, fit: &str, range: &str) -> String {
    format!("（{who}、適合度 {fit}、区間 {range}）")
}

pub(crate) fn rests_on_person(open: i64, alone: usize) -> String {
    format!("。進行中 {open} 件のうち {alone} 件は本人だけが担当")
}

pub(crate) fn wheel_turned(state: &str, last: &str) -> String {
    format!("{state}（最終 {last}）")
}

pub(crate) fn wheels(vendor: &str, partner: &str) -> String {
    format!("ベンダーの育成支援：{vendor}、パートナー社内の協力体制：{partner}")
}
