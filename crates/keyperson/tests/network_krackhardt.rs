//! Influence from who turns to whom, on the 21 managers of Krackhardt (1987), where that table lies beside the repository.
//!
//! Executives are the president and the vice-presidents, levels 1 and 2. Besides the estimate the measures that were
//! weighed against it are computed: in-degree, in-degree normalised by out-degree, PageRank.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

use std::path::PathBuf;

use keyperson::person::mismatch::MismatchState;
use keyperson::{Fact, Journal, PersonId, Policy, Trait};
use petgraph::graph::{DiGraph, NodeIndex};

const WITHOUT_AUTHORITY: &str = r#"
[mismatch.patterns.influence_without_authority]
strong = "influence"
weak = "authority"
strong_from = 0.6
weak_to = 0.4
remedies = ["authority_notice", "executive_announcement"]
"#;

/// The rows of a table as numbers; `None`, with a line that says so, where it is absent.
fn table(name: &str) -> Option<Vec<Vec<usize>>> {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/krackhardt_hightech").join(name);
    let Ok(mut reader) = csv::Reader::from_path(&path) else {
        println!("left out: no {name} of krackhardt_hightech beside the repository");
        return None;
    };
    let rows: Vec<Vec<usize>> =
        reader.records().map(|row| row.unwrap().iter().map(|cell| cell.parse().unwrap()).collect()).collect();
    assert!(!rows.is_empty(), "{name} is empty");
    Some(rows)
}

/// Who asks whom.
type Advice = Vec<(usize, usize)>;

/// The level of each of the managers, from 1, and who asks whom.
fn managers() -> Option<(Vec<usize>, Advice)> {
    let levels = table("nodes.csv")?.iter().map(|row| row[3]).collect();
    let advice = table("advice.csv")?.iter().map(|row| (row[0], row[1])).collect();
    Some((levels, advice))
}

fn fact(id: String, person: usize, body: &str) -> Fact {
    let at = "2026-04-01T09:00:00+09:00";
    serde_json::from_str(&format!(
        r#"{{"id":"{id}","at":"{at}","partner":"hightech","person":"m-{person}",{body}}}"#
    ))
    .unwrap()
}

/// Who asks whom as facts; the authority of each manager is rated by the level: 1, ½ and 0.
fn journal(levels: &[usize], advice: &[(usize, usize)]) -> Journal {
    let asked = advice.iter().map(|(from, to)| {
        fact(format!("a-{from}-{to}"), *from, &format!(r#""type":"consulted","whom":"m-{to}""#))
    });
    let rated = levels.iter().enumerate().map(|(index, level)| {
        let value = [1.0, 0.5, 0.0][level - 1];
        let body = format!(r#""type":"rating","trait":"authority","value":{value:?},"by":"org chart""#);
        fact(format!("r-{index}"), index + 1, &body)
    });
    Journal::from_facts(asked.chain(rated)).unwrap()
}

/// How often somebody of the first group has the higher score than somebody of the second, ties counted half.
fn area_under_curve(scores: &[f64], levels: &[usize]) -> f64 {
    let of = |executive: bool| {
        scores
            .iter()
            .zip(levels)
            .filter(move |(_, level)| (**level <= 2) == executive)
            .map(|(score, _)| *score)
    };
    let wins: f64 = of(true)
        .flat_map(|one| {
            of(false)
                .map(move |other| f64::from(u8::from(one > other)) + 0.5 * f64::from(u8::from(one == other)))
        })
        .sum();
    wins / (of(true).count() * of(false).count()) as f64
}

#[test]
fn advice_finds_the_executives() {
    let Some((levels, advice)) = managers() else { return };
    let policy = Policy::default();
    let journal = journal(&levels, &advice);
    let as_of = policy.as_of("2026-04-30").unwrap();
    let influence = |person: usize| {
        let person: PersonId = format!("m-{person}").parse().unwrap();
        let brief = keyperson::brief(&journal, &policy, &person, as_of).unwrap();
        let of = brief.traits.into_iter().find(|of| of.of == Trait::Influence).unwrap();
        assert!(of.evidence.iter().all(|evidence| evidence.signal == "turned_to"));
        of.mean.unwrap()
    };
    let estimated: Vec<f64> = (1..=levels.len()).map(influence).collect();

    let (mut named, mut out) = (vec![0.0; levels.len()], vec![0.0; levels.len()]);
    advice
        .iter()
        .for_each(|(from, to)| (named[to - 1], out[from - 1]) = (named[to - 1] + 1.0, out[from - 1] + 1.0));
    let mut shared = vec![0.0; levels.len()];
    advice.iter().for_each(|(from, to)| shared[to - 1] += 1.0 / out[from - 1]);
    let mut graph = DiGraph::<(), ()>::new();
    let nodes: Vec<NodeIndex> = levels.iter().map(|_| graph.add_node(())).collect();
    graph.extend_with_edges(advice.iter().map(|(from, to)| (nodes[from - 1], nodes[to - 1])));
    let page_rank = petgraph::algo::page_rank(&graph, 0.85_f64, 100);

    let area = |scores: &[f64]| area_under_curve(scores, &levels);
    println!(
        "AUC: estimate {:.4}, in-degree {:.4}, normalised {:.4}, PageRank {:.4}",
        area(&estimated),
        area(&named),
        area(&shared),
        area(&page_rank)
    );
    assert!(area(&estimated) >= 0.95, "{estimated:?}");
    assert!(area(&estimated) >= area(&named));
    // Asking is no influence: the one who asks everybody comes out in the lower half.
    let busiest = (0..out.len()).max_by(|a, b| out[*a].total_cmp(&out[*b])).unwrap();
    assert!(estimated[busiest] < 0.5, "{}", estimated[busiest]);
}

#[test]
fn manager_1_has_influence_without_authority() {
    let Some((levels, advice)) = managers() else { return };
    assert_eq!(levels[0], 3);
    let policy = Policy::from_toml(WITHOUT_AUTHORITY).unwrap();
    let journal = journal(&levels, &advice);
    let as_of = policy.as_of("2026-04-30").unwrap();
    let found: Vec<usize> = (1..=levels.len())
        .filter(|person| {
            let person: PersonId = format!("m-{person}").parse().unwrap();
            let brief = keyperson::brief(&journal, &policy, &person, as_of).unwrap();
            let pattern = |m: &&keyperson::person::mismatch::Mismatch| {
                m.pattern.as_str() == "influence_without_authority"
            };
            let state = brief.mismatches.iter().find(pattern).unwrap().state;
            matches!(state, MismatchState::Likely | MismatchState::Present)
        })
        .collect();
    println!("influence without authority: {found:?}");
    assert!(found.contains(&1));
    // Nobody of the two upper levels is among them.
    assert!(found.iter().all(|person| levels[person - 1] == 3), "{found:?}");
}
