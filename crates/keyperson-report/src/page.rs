//! A brief in words: every line of the page, in one language, ready to be laid out.

use std::collections::BTreeSet;

use keyperson::estimate::TraitEstimate;
use keyperson::finding::{Finding, FindingCode, Urgency};
use keyperson::ladder::{Pace, Rung, RungStatus};
use keyperson::mismatch::{Mismatch, MismatchState};
use keyperson::remedy::Remedy;
use keyperson::text::{self, Language};
use keyperson::{Brief, FactId};

use crate::label::Labels;
use crate::svg;

/// How many findings are shown; the rest is counted.
const MOST_FINDINGS: usize = 6;
/// How many remedies are shown.
const MOST_REMEDIES: usize = 4;
/// How many things to celebrate are shown.
const MOST_CELEBRATED: usize = 3;
/// How many ids of facts are shown in a note.
const MOST_IDS: usize = 5;

/// Everything that the page of one person says.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) lang: &'static str,
    pub(crate) l: Labels,
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) partner: String,
    pub(crate) as_of: String,
    pub(crate) policy: String,
    pub(crate) facts: i64,
    /// The word of the readiness, for the style.
    pub(crate) readiness_code: &'static str,
    pub(crate) readiness: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) celebrate: Vec<Item>,
    pub(crate) week: Vec<Item>,
    /// How many findings are not shown.
    pub(crate) more: Option<String>,
    pub(crate) fit: FitLine,
    pub(crate) traits: Vec<TraitRow>,
    pub(crate) mismatches: Vec<MismatchRow>,
    /// The patterns that are absent, in one line.
    pub(crate) absent: Option<String>,
    pub(crate) remedies: Vec<RemedyRow>,
    pub(crate) start: String,
    pub(crate) timeline: String,
    pub(crate) rungs: Vec<RungRow>,
    pub(crate) gates: Vec<GateCell>,
    pub(crate) next: Option<&'static str>,
    pub(crate) blocked: Vec<String>,
    pub(crate) conversions: Vec<String>,
    pub(crate) lead_time: String,
    pub(crate) season: String,
    pub(crate) notes: Vec<String>,
}

/// One finding.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) urgency: &'static str,
    pub(crate) urgency_code: &'static str,
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) change: String,
    pub(crate) due: Option<String>,
}

/// The fit, in words and as a bar.
#[derive(Debug, Clone)]
pub(crate) struct FitLine {
    pub(crate) score: String,
    pub(crate) interval: String,
    pub(crate) coverage: String,
    pub(crate) bar: String,
    pub(crate) svg: String,
    pub(crate) contributions: String,
    pub(crate) next_question: Option<String>,
}

/// One trait.
#[derive(Debug, Clone)]
pub(crate) struct TraitRow {
    pub(crate) name: &'static str,
    pub(crate) known: bool,
    pub(crate) mean: String,
    pub(crate) interval: String,
    pub(crate) weight: String,
    pub(crate) contribution: String,
    pub(crate) remark: String,
    pub(crate) svg: String,
}

/// One mismatch that is not absent.
#[derive(Debug, Clone)]
pub(crate) struct MismatchRow {
    pub(crate) name: String,
    pub(crate) state: String,
    pub(crate) stands: bool,
    pub(crate) probability: String,
    pub(crate) clears: String,
}

/// One remedy.
#[derive(Debug, Clone)]
pub(crate) struct RemedyRow {
    pub(crate) name: String,
    pub(crate) action: &'static str,
    pub(crate) effect: String,
    pub(crate) members: Vec<String>,
}

/// One rung.
#[derive(Debug, Clone)]
pub(crate) struct RungRow {
    pub(crate) name: String,
    pub(crate) status: &'static str,
    pub(crate) attention: bool,
    pub(crate) count: String,
    pub(crate) pace: String,
    pub(crate) odds: String,
    pub(crate) expected: String,
    pub(crate) deadline: String,
}

/// One gate.
#[derive(Debug, Clone)]
pub(crate) struct GateCell {
    pub(crate) name: &'static str,
    pub(crate) passed: bool,
    pub(crate) day: String,
}

impl Page {
    pub(crate) fn new(brief: &Brief, language: Language) -> Self {
        let findings = |celebrated: bool| {
            brief.findings.iter().filter(move |f| (f.urgency == Urgency::Celebrate) == celebrated)
        };
        let rest = findings(false).count().saturating_sub(MOST_FINDINGS);
        let item = |finding: &Finding| item(finding, brief, language);
        Self {
            lang: language.word(),
            l: Labels::of(language),
            name: shown(brief.name.as_deref().unwrap_or(brief.person.as_str())),
            title: brief.title.as_deref().map(shown),
            partner: shown(brief.partner_name.as_deref().unwrap_or(brief.partner.as_str())),
            as_of: text::instant(brief.as_of, language),
            policy: shown(&brief.policy),
            facts: brief.facts,
            readiness_code: brief.readiness.word(),
            readiness: text::readiness(brief.readiness, language),
            meaning: text::readiness_meaning(brief.readiness, language),
            celebrate: findings(true).take(MOST_CELEBRATED).map(item).collect(),
            week: findings(false).take(MOST_FINDINGS).map(item).collect(),
            more: (rest > 0).then(|| match language {
                Language::Japanese => format!("ほか {rest} 件"),
                Language::English => format!("{rest} more"),
            }),
            fit: fit(brief, language),
            traits: brief.traits.iter().map(|estimate| trait_row(estimate, brief, language)).collect(),
            mismatches: brief
                .mismatches
                .iter()
                .filter(|mismatch| mismatch.state != MismatchState::Absent)
                .map(|mismatch| mismatch_row(mismatch, language))
                .collect(),
            absent: absent(brief, language),
            remedies: brief.remedies.remedies.iter().take(MOST_REMEDIES).map(|r| remedy_row(r, language)).collect(),
            start: start(brief, language),
            timeline: svg::timeline(brief, language),
            rungs: brief.ladder.rungs.iter().map(|rung| rung_row(rung, language)).collect(),
            gates: gates(brief, language),
            next: brief.selection.next.map(|gate| text::gate(gate, language)),
            blocked: blocked(brief, language),
            conversions: conversions(brief, language),
            lead_time: lead_time(brief, language),
            season: season(brief, language),
            notes: notes(brief, language),
        }
    }
}

/// A text in one line, without characters that turn the direction of what follows.
pub(crate) fn shown(text: &str) -> String {
    const TURNING: &[char] = &[
        '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}',
        '\u{2067}', '\u{2068}', '\u{2069}',
    ];
    text.chars().filter(|c| !TURNING.contains(c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn item(finding: &Finding, brief: &Brief, language: Language) -> Item {
    let text = text::finding(finding, language);
    let l = Labels::of(language);
    let over = |day| text::local_day(brief.as_of).is_some_and(|today| day < today);
    Item {
        urgency: text::urgency(finding.urgency, language),
        urgency_code: finding.urgency.word(),
        title: shown(&text.title),
        what: shown(&text.what),
        change: shown(&text.change),
        due: finding.due.map(|day| {
            format!("{} {}", if over(day) { l.overdue } else { l.due }, text::day(day, language))
        }),
    }
}

fn share(value: Option<f64>, language: Language) -> String {
    value.map_or_else(|| text::unknown(language).to_owned(), text::percent)
}

fn fit(brief: &Brief, language: Language) -> FitLine {
    let fit = &brief.fit;
    let l = Labels::of(language);
    let (score, interval) = (share(fit.score.get(), language), text::range(fit.lower, fit.upper));
    let bar = svg::Bar { lower: fit.lower, upper: fit.upper, mean: fit.score.get(), mark: Some(fit.bar) };
    let label = format!("{} {score}, {} {interval}, {} {}", l.fit, l.interval, l.bar, text::percent(fit.bar));
    let mut parts: Vec<_> = fit.contributions.iter().collect();
    parts.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    let parts: Vec<String> =
        parts.iter().map(|c| format!("{} {}", text::trait_name(c.of, language), text::points(c.points))).collect();
    let contributions = match (fit.reference, language) {
        (Some(from), Language::Japanese) => {
            format!("基準像 {} からの差の内訳（点）：{}", text::percent(from), parts.join("、"))
        }
        (Some(from), Language::English) => {
            format!("What makes the difference from the reference of {}, in points: {}", text::percent(from), parts.join(", "))
        }
        (None, _) => String::new(),
    };
    FitLine {
        svg: svg::bar(bar, &label),
        score,
        interval,
        coverage: text::percent(fit.coverage),
        bar: text::percent(fit.bar),
        contributions,
        next_question: fit.next_question.map(|question| {
            let (name, ask) = (text::trait_name(question.of, language), text::ask(question.of, language));
            match language {
                Language::Japanese => format!("{name}：{ask}。"),
                Language::English => format!("{name}: {ask}."),
            }
        }),
    }
}

fn trait_row(estimate: &TraitEstimate, brief: &Brief, language: Language) -> TraitRow {
    let (name, mean) = (text::trait_name(estimate.of, language), share(estimate.mean, language));
    let interval = text::range(estimate.lower, estimate.upper);
    let under = brief.fit.under_floor.iter().find(|low| low.of == estimate.of);
    let mut remarks = Vec::new();
    if let Some(low) = under {
        remarks.push(match language {
            Language::Japanese => format!("下限 {} 未満", text::percent(low.floor)),
            Language::English => format!("under the floor of {}", text::percent(low.floor)),
        });
    }
    if estimate.rising.is_some() {
        remarks.push(match language {
            Language::Japanese => "上昇中".to_owned(),
            Language::English => "rising".to_owned(),
        });
    }
    if estimate.evidence.iter().any(|evidence| evidence.contested) {
        remarks.push(match language {
            Language::Japanese => "異議あり".to_owned(),
            Language::English => "disputed".to_owned(),
        });
    }
    if brief.fit.unknown.contains(&estimate.of) {
        remarks.push(match language {
            Language::Japanese => "まず確認".to_owned(),
            Language::English => "ask first".to_owned(),
        });
    }
    let bar = svg::Bar {
        lower: estimate.lower,
        upper: estimate.upper,
        mean: estimate.mean,
        mark: under.map(|low| low.floor),
    };
    let contribution = brief.fit.contributions.iter().find(|c| c.of == estimate.of);
    TraitRow {
        svg: svg::bar(bar, &format!("{name} {mean}, {interval}")),
        name,
        known: estimate.mean.is_some(),
        mean,
        interval,
        weight: text::number(estimate.evidence_weight),
        contribution: contribution.map_or_else(|| "—".to_owned(), |c| text::points(c.points)),
        remark: remarks.join(match language {
            Language::Japanese => "・",
            Language::English => ", ",
        }),
    }
}

fn mismatch_row(mismatch: &Mismatch, language: Language) -> MismatchRow {
    let state = text::mismatch_state(mismatch.state, language);
    MismatchRow {
        name: shown(text::pattern(mismatch.pattern.as_str(), language)),
        state: match (mismatch.severity, language) {
            (Some(depth), Language::Japanese) => format!("{state}（{}）", text::severity(depth, language)),
            (Some(depth), Language::English) => format!("{state}, {}", text::severity(depth, language)),
            (None, _) => state.to_owned(),
        },
        stands: mismatch.stands(),
        probability: share(mismatch.probability, language),
        clears: mismatch.clears.map_or_else(
            || "—".to_owned(),
            |clearing| {
                let (weak, mean) = (text::trait_name(mismatch.weak, language), text::percent(clearing.mean));
                let by = text::points(clearing.by);
                match language {
                    Language::Japanese => format!("{weak}が {mean} に（{by} 点）"),
                    Language::English => format!("{weak} at {mean} ({by} points)"),
                }
            },
        ),
    }
}

fn absent(brief: &Brief, language: Language) -> Option<String> {
    let names: Vec<String> = brief
        .mismatches
        .iter()
        .filter(|mismatch| mismatch.state == MismatchState::Absent)
        .map(|mismatch| shown(text::pattern(mismatch.pattern.as_str(), language)))
        .collect();
    let state = text::mismatch_state(MismatchState::Absent, language);
    (!names.is_empty()).then(|| match language {
        Language::Japanese => format!("{state}：{}", names.join("、")),
        Language::English => format!("{state}: {}", names.join(", ")),
    })
}

fn remedy_row(remedy: &Remedy, language: Language) -> RemedyRow {
    let cleared: Vec<String> = remedy.clears.iter().map(|code| shown(&text::shortfall(code.as_str(), language))).collect();
    let changes: Vec<String> = remedy
        .changes
        .iter()
        .map(|change| {
            let name = text::trait_name(change.of, language);
            format!("{name} {} → {}", share(change.before, language), text::percent(change.after))
        })
        .collect();
    let odds: Vec<String> = remedy
        .odds
        .iter()
        .map(|change| {
            let name = shown(text::rung(change.rung.as_str(), language));
            format!("{name} {} → {}", text::percent(change.before), text::percent(change.after))
        })
        .collect();
    let (comma, colon, full) = match language {
        Language::Japanese => ("、", "：", "。"),
        Language::English => (", ", ": ", ". "),
    };
    let l = Labels::of(language);
    let mut effect = String::new();
    let mut say = |label: &str, parts: &[String]| {
        if !parts.is_empty() {
            effect.push_str(&format!("{label}{colon}{}{full}", parts.join(comma)));
        }
    };
    match language {
        Language::Japanese => say("解消", &cleared),
        Language::English => say("Clears", &cleared),
    }
    if let Some(gain) = remedy.fit_gain.filter(|gain| gain.abs() >= 0.005) {
        say(l.fit, &[match language {
            Language::Japanese => format!("{} 点", text::points(gain)),
            Language::English => format!("{} points", text::points(gain)),
        }]);
    }
    match language {
        Language::Japanese => say("変化", &changes),
        Language::English => say("Moves", &changes),
    }
    say(l.odds, &odds);
    let members = remedy.unit.as_ref().map(|unit| {
        unit.members
            .iter()
            .map(|member| {
                let covers = unit.covers.iter().filter(|cover| cover.member == *member);
                let traits: Vec<&str> = covers.map(|cover| text::trait_name(cover.of, language)).collect();
                match language {
                    Language::Japanese => format!("{}（{}を補う）", shown(member.as_str()), traits.join("・")),
                    Language::English => format!("{} (covers {})", shown(member.as_str()), traits.join(", ")),
                }
            })
            .collect()
    });
    RemedyRow {
        name: shown(text::remedy(remedy.code.as_str(), language)),
        action: text::remedy_action(remedy.code.as_str(), language),
        effect: effect.trim_end().to_owned(),
        members: members.unwrap_or_default(),
    }
}

fn start(brief: &Brief, language: Language) -> String {
    match (brief.ladder.start, language) {
        (Some(day), Language::Japanese) => format!("開始日 {}", text::day(day, language)),
        (Some(day), Language::English) => format!("Start {}", text::day(day, language)),
        (None, Language::Japanese) => "まだ任命されていないため、期限と達成確率はありません。".to_owned(),
        (None, Language::English) => "Not appointed yet, so there are no deadlines and no odds.".to_owned(),
    }
}

fn rung_row(rung: &Rung, language: Language) -> RungRow {
    let unknown = || text::unknown(language).to_owned();
    let open = rung.status == RungStatus::NotStarted && rung.deadline.is_none();
    let dash = || if open { "—".to_owned() } else { unknown() };
    let expected = match (rung.achieved_on, rung.reached_late_on, rung.expected) {
        (Some(day), ..) => match (rung.achieved_in_days, language) {
            (Some(n), Language::Japanese) => format!("{}に達成（{n}日目）", text::day(day, language)),
            (Some(n), Language::English) => format!("made {} (day {n})", text::day(day, language)),
            (None, _) => text::day(day, language),
        },
        (None, Some(day), _) => match language {
            Language::Japanese => format!("{}に到達", text::day(day, language)),
            Language::English => format!("reached {}", text::day(day, language)),
        },
        (None, None, Some(expected)) => expected.median.map_or_else(
            || match language {
                Language::Japanese => "見通せません".to_owned(),
                Language::English => "not in sight".to_owned(),
            },
            |day| text::day(day, language),
        ),
        (None, None, None) => dash(),
    };
    let pace = |pace: Pace| match pace.days_ahead {
        days if days >= 0.05 => format!("+{}", text::number(days)),
        days if days <= -0.05 => format!("−{}", text::number(-days)),
        _ => "±0".to_owned(),
    };
    RungRow {
        name: shown(text::rung(rung.code.as_str(), language)),
        status: text::rung_status(rung.status, language),
        attention: matches!(rung.status, RungStatus::AtRisk | RungStatus::Behind | RungStatus::Missed),
        count: format!("{} / {}", rung.count.map_or_else(dash, |count| count.to_string()), rung.target),
        pace: rung.pace.map_or_else(dash, pace),
        odds: rung.odds.map_or_else(dash, text::percent),
        expected,
        deadline: rung.deadline.map_or_else(|| "—".to_owned(), |day| text::day(day, language)),
    }
}

fn gates(brief: &Brief, language: Language) -> Vec<GateCell> {
    use keyperson::fact::GateStep;
    GateStep::ALL
        .iter()
        .filter_map(|gate| {
            let passed = brief.selection.passed.iter().find(|passed| passed.gate == *gate);
            (*gate != GateStep::SteppedDown || passed.is_some()).then(|| GateCell {
                name: text::gate(*gate, language),
                passed: passed.is_some(),
                day: passed.map_or_else(|| "—".to_owned(), |passed| text::day(passed.day, language)),
            })
        })
        .collect()
}

fn blocked(brief: &Brief, language: Language) -> Vec<String> {
    let finding = |code: &FindingCode| brief.findings.iter().find(|finding| finding.code == *code);
    brief.selection.blocked_by.iter().filter_map(finding).map(|f| shown(&text::finding(f, language).title)).collect()
}

fn conversions(brief: &Brief, language: Language) -> Vec<String> {
    let known = brief.lead_time.conversions.iter().filter(|conversion| conversion.deals > 0);
    known
        .map(|c| {
            let (from, to) = (text::metric(c.from.as_str(), language), text::metric(c.to.as_str(), language));
            let range = c.lower.zip(c.upper).map_or_else(String::new, |(lower, upper)| text::range(lower, upper));
            let (share, from, to) = (share(c.share, language), shown(from), shown(to));
            match language {
                Language::Japanese => format!("{from} → {to}：{}／{}（{share}、区間 {range}）", c.reached, c.deals),
                Language::English => format!("{from} → {to}: {} of {} ({share}, interval {range})", c.reached, c.deals),
            }
        })
        .collect()
}

fn lead_time(brief: &Brief, language: Language) -> String {
    let Some(order) = &brief.lead_time.to_order else {
        return match language {
            Language::Japanese => "発掘から受注までの日数：案件の記録がなく、不明です。".to_owned(),
            Language::English => "Days from prospect to order: no deals recorded, unknown.".to_owned(),
        };
    };
    let (won, lost, open) = (order.won, order.lost, order.open);
    match (order.median_days, language) {
        (Some(days), Language::Japanese) => {
            format!("発掘から受注まで：中央値 {} 日（受注 {won}・失注 {lost}・進行中 {open}）", text::number(days))
        }
        (Some(days), Language::English) => {
            format!("Prospect to order: median {} days (won {won}, lost {lost}, open {open})", text::number(days))
        }
        (None, Language::Japanese) => {
            format!("発掘から受注まで：中央値はまだ出せません（受注 {won}・失注 {lost}・進行中 {open}）")
        }
        (None, Language::English) => {
            format!("Prospect to order: no median yet (won {won}, lost {lost}, open {open})")
        }
    }
}

fn season(brief: &Brief, language: Language) -> String {
    let winter = &brief.winter;
    let name = text::season(winter.season, language);
    let Some(((days, window), observed)) = winter.days_without.zip(winter.window_days).zip(winter.observed) else {
        return name.to_owned();
    };
    match language {
        Language::Japanese => format!("{name}（受注のない期間 {days} 日、直近 {window} 日の中間成果 {observed} 件）"),
        Language::English => {
            format!("{name} ({days} days without an order, {observed} intermediate results in the last {window})")
        }
    }
}

fn notes(brief: &Brief, language: Language) -> Vec<String> {
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
                shown(&brief.policy)
            ),
            false => format!(
                "Weights, thresholds and floors are judgement, set by the policy “{}”; probabilities hold under its assumptions.",
                shown(&brief.policy)
            ),
        },
    ];
    let evidence = brief.traits.iter().flat_map(|estimate| &estimate.evidence);
    let mut contested: BTreeSet<&FactId> = evidence.filter(|e| e.contested).map(|e| &e.fact).collect();
    contested.extend(brief.ladder.rungs.iter().flat_map(|rung| &rung.contested));
    if !contested.is_empty() {
        let ids = ids(contested.into_iter());
        notes.push(if japanese { format!("異議の出ている事実：{ids}") } else { format!("Disputed facts: {ids}") });
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
    let mut list: Vec<String> = ids.take(MOST_IDS).map(|id| shown(id.as_str())).collect();
    if rest > 0 {
        list.push(format!("+{rest}"));
    }
    list.join(", ")
}
