//! What the page says of the fit: the score, the six traits with their intervals, and how their contributions sum.

use keyperson::Brief;
use keyperson::person::estimate::TraitEstimate;
use keyperson::text::{self, Language};

use super::{FitLine, TraitRow, share};
use crate::svg::{self, Fall, Scale};
use crate::text as say;

pub(super) fn fit(brief: &Brief, language: Language) -> FitLine {
    let fit = &brief.fit;
    let score = share(fit.score.get(), language);
    let l = say::labels(language);
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
            say::question_about(name, ask, language)
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
        remark: remarks(estimate, brief, language),
    }
}

fn remarks(estimate: &TraitEstimate, brief: &Brief, language: Language) -> String {
    let l = say::labels(language);
    let low = brief.fit.under_floor.iter().find(|low| low.of == estimate.of);
    let low = low.map(|low| say::under_floor(&text::percent(low.floor), language));
    let others = [
        (estimate.overridden.is_some(), l.stated_trait),
        (estimate.rising.is_some(), l.rising),
        (estimate.evidence.iter().any(|evidence| evidence.contested), l.disputed),
        (brief.fit.unknown.contains(&estimate.of), l.ask_first),
    ];
    let others = others.into_iter().filter_map(|(holds, remark)| holds.then_some(remark));
    say::names(&low.as_deref().into_iter().chain(others).collect::<Vec<_>>(), language)
}
