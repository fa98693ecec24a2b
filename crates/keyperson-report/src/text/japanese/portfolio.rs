//! The page of a portfolio.

pub(crate) fn more_kinds(rest: usize) -> String {
    format!("ほか {rest} 種類")
}

pub(crate) fn more_partners(rest: usize) -> String {
    format!("ほか {rest} 社")
}

pub(crate) fn more_pairs(rest: usize) -> String {
    format!("ほか {rest} 組")
}

pub(crate) fn aim_to_repeat(proposals: i64) -> String {
    format!("横展開：条件の近い見込み客 {proposals} 件")
}

pub(crate) fn aim_to_win(open: i64) -> String {
    format!("最初の勝ち筋：進行中 {open} 件")
}

pub(crate) fn deal_in_table(name: &str, chance: &str) -> String {
    format!("{name}（{chance}）")
}

pub(crate) fn ahead_for(share: &str) -> String {
    format!("重み付けの {share} で先")
}

pub(crate) fn comparison(first: &str, second: &str, verdict: &str) -> String {
    format!("{first} → {second}：{verdict}")
}

pub(crate) fn judgement_and_ranks(policy: &str) -> String {
    format!(
        "重み・しきい値・下限はポリシー「{policy}」による判断値です。パートナー内の並びは記録から言える範囲で示し、差があるとは言えないときは「—」とします。"
    )
}

pub(crate) fn left_out(people: i64) -> String {
    format!("離任 {people} 名は含みません。")
}
