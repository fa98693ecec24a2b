//! The notes at the foot of the page: what it is not, whose judgement it holds, what is disputed.

use std::collections::BTreeSet;

use keyperson::text::{self, Language};
use keyperson::{Brief, FactId};

use super::{Line, MOST_NAME, cut, line, share};

/// How many ids of facts are shown in a note.
const MOST_IDS: usize = 5;

/// That somebody set values, and what the evidence alone says; absent where nobody did.
pub(super) fn stated(brief: &Brief, language: Language) -> Option<Line> {
    let alone = brief.by_evidence.as_ref()?;
    let count = brief.overrides.iter().filter(|set| set.holds()).count();
    let score = share(alone.score.get(), language);
    let range = text::range(alone.interval_lower, alone.interval_upper);
    let readiness = text::readiness(alone.readiness, language);
    Some(match language {
        Language::Japanese => line(
            "人の判断による指定",
            format!(
                "{count}件（†）。記録だけによる適合度は {score}（区間 {range}）、準備状況は「{readiness}」"
            ),
        ),
        Language::English => line(
            "Set by somebody",
            format!(
                "{count} (†); by the evidence alone fit {score} (interval {range}), readiness “{readiness}”"
            ),
        ),
    })
}

pub(super) fn notes(brief: &Brief, language: Language) -> Vec<String> {
    let japanese = language == Language::Japanese;
    let mut notes = vec![
        match japanese {
            true => "これは役割と環境の組み合わせについての資料であり、人物を評価するものではありません。",
            false => "This page is about how role and environment fit; it is not a judgement of the person.",
        }
        .to_owned(),
        match japanese {
            true => format!(
                "重み・しきい値・下限はポリシー「{}」による判断値です。確率は記録と前提にもとづく試算です。",
                cut(&brief.policy, MOST_NAME)
            ),
            false => format!(
                "Weights, thresholds and floors are judgement, set by the policy “{}”; probabilities hold under its assumptions.",
                cut(&brief.policy, MOST_NAME)
            ),
        },
    ];
    let evidence = brief.traits.iter().flat_map(|estimate| &estimate.evidence);
    let mut contested: BTreeSet<&FactId> = evidence.filter(|e| e.contested).map(|e| &e.fact).collect();
    contested.extend(brief.ladder.rungs.iter().flat_map(|rung| &rung.contested));
    if !contested.is_empty() {
        let ids = ids(contested.into_iter());
        notes.push(if japanese {
            format!("異議の出ている事実：{ids}")
        } else {
            format!("Disputed facts: {ids}")
        });
    }
    if !brief.withdrawn.is_empty() {
        let ids = ids(brief.withdrawn.iter());
        notes.push(if japanese {
            format!("異議が認められ、数えていない事実：{ids}")
        } else {
            format!("Facts that do not count, their dispute upheld: {ids}")
        });
    }
    if brief.provisional_calendar {
        notes.push(
            match japanese {
                true => "公式に定まっていない年の祝日を含むため、営業日は暫定です。",
                false => "Business days are provisional: a date lies past the last official year of the holiday table.",
            }
            .to_owned(),
        );
    }
    notes
}

fn ids<'a>(ids: impl ExactSizeIterator<Item = &'a FactId>) -> String {
    let rest = ids.len().saturating_sub(MOST_IDS);
    let mut list: Vec<String> = ids.take(MOST_IDS).map(|id| cut(id.as_str(), 24)).collect();
    if rest > 0 {
        list.push(format!("+{rest}"));
    }
    list.join(", ")
}
