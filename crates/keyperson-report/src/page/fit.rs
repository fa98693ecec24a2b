//! What the page says of the fit: the score, the six traits with their intervals, and how their contributions sum.

use keyperson::Brief;
use keyperson::person::estimate::TraitEstimate;
use keyperson::text::{self, Language};

use super::{FitLine, TraitRow, share};
use crate::label::Labels;
use crate::svg::{self, Fall, Scale};

pub(super) fn fit(brief: &Brief, language: Language) -> FitLine {
    let fit = &brief.fit;
    let score = share(fit.score.get(), language);
    let l = Labels::of(language);
    let sum = fit.reference.zip(fit.score.get());
    let total = |label: &str, at: f64, mark: Option<f64>| {
        let mut title = format!("{label} {}", text::percent(at));
        if let Some(mark) = mark {
            title.push_str(&format!(", {} {}", l.bar, text::percent(mark)));
        }
        svg::fall(Fall::Total { at, mark }, scale(brief), &title)
    };
    FitLine {
        interval: text::range(fit.interval_lower, fit.interval_upper),
        coverage: text::percent(fit.coverage),
        bar: text::percent(fit.bar),
        reference: fit.reference.map_or_else(String::new, text::percent),
        reference_svg: sum.map_or_else(String::new, |(from, _)| total(l.reference, from, None)),
        total_svg: sum.map_or_else(String::new, |(_, score)| total(l.fit, score, Some(fit.bar))),
        svg: svg::bar(
            svg::Bar {
                lower: fit.interval_lower,
                upper: fit.interval_upper,
                mean: fit.score.get(),
                mark: Some(fit.bar),
            },
            &format!("{} {score}, {} {}", l.fit, l.bar, text::percent(fit.bar)),
        ),
        score,
        next_question: fit.next_question.map(|question| {
            let (name, ask) = (text::trait_name(question.of, language), text::ask(question.of, language));
            match language {
                Language::Japanese => format!("{name}：{ask}。"),
                Language::English => format!("{name}: {ask}."),
            }
        }),
    }
}

/// The scale of the waterfall: from the reference over every step to the score, and the bar.
fn scale(brief: &Brief) -> Scale {
    let fit = &brief.fit;
    let mut at = fit.reference.unwrap_or(fit.bar);
    let steps = fit.contributions.iter().map(|contribution| {
        at += contribution.points;
        at
    });
    Scale::of(steps.chain(fit.reference).chain(fit.score.get()).chain([fit.bar]))
}

/// The traits in their order; the contributions lead from the reference to the fit.
pub(super) fn traits(brief: &Brief, language: Language) -> Vec<TraitRow> {
    let mut at = brief.fit.reference;
    let row = |estimate: &TraitEstimate| {
        let contribution = brief.fit.contributions.iter().find(|c| c.of == estimate.of);
        let step = contribution.zip(at).map(|(c, from)| (from, from + c.points));
        at = step.map(|(_, to)| to).or(at);
        trait_row(estimate, brief, step, language)
    };
    brief.traits.iter().map(row).collect()
}

fn trait_row(
    estimate: &TraitEstimate,
    brief: &Brief,
    step: Option<(f64, f64)>,
    language: Language,
) -> TraitRow {
    let (name, mean) = (text::trait_name(estimate.of, language), share(estimate.mean, language));
    let interval = text::range(estimate.lower, estimate.upper);
    let under = brief.fit.under_floor.iter().find(|low| low.of == estimate.of);
    let bar = svg::Bar {
        lower: estimate.lower,
        upper: estimate.upper,
        mean: estimate.mean,
        mark: under.map(|low| low.floor),
    };
    let contribution = step.map_or_else(|| "—".to_owned(), |(from, to)| text::points(to - from));
    TraitRow {
        svg: svg::bar(bar, &format!("{name} {mean}, {interval}")),
        fall: step.map_or_else(String::new, |(from, to)| {
            svg::fall(Fall::Step { from, to }, scale(brief), &format!("{name} {contribution}"))
        }),
        name,
        known: estimate.mean.is_some(),
        mean,
        interval,
        weight: text::number(estimate.evidence_weight),
        contribution,
        remark: remarks(estimate, brief, language).join(match language {
            Language::Japanese => "・",
            Language::English => ", ",
        }),
    }
}

fn remarks(estimate: &TraitEstimate, brief: &Brief, language: Language) -> Vec<String> {
    let mut remarks = Vec::new();
    let mut say = |japanese: &str, english: &str| {
        remarks.push(match language {
            Language::Japanese => japanese.to_owned(),
            Language::English => english.to_owned(),
        });
    };
    if let Some(low) = brief.fit.under_floor.iter().find(|low| low.of == estimate.of) {
        let floor = text::percent(low.floor);
        say(&format!("▼下限 {floor} 未満"), &format!("▼ under floor {floor}"));
    }
    if estimate.overridden.is_some() {
        say("†人の判断", "† set by somebody");
    }
    if estimate.rising.is_some() {
        say("↗上昇中", "↗ rising");
    }
    if estimate.evidence.iter().any(|evidence| evidence.contested) {
        say("異議あり", "disputed");
    }
    if brief.fit.unknown.contains(&estimate.of) {
        say("まず確認", "ask first");
    }
    remarks
}
