//! The gates of the selection, and what is said of them.

use keyperson::course::selection::{self, Selection};
use keyperson::finding::FindingValue;
use keyperson::{Finding, FindingCode, Urgency};

use crate::{ask, codes, day, gate, lines, policy};

fn selection_of(facts: &[String], as_of: &str) -> (Selection, Vec<Finding>) {
    let policy = policy();
    ask(facts, &policy, as_of, |view| {
        let room = selection::evaluate(view, &policy);
        let findings = room.findings(view, &policy);
        (room, findings)
    })
}

/// Time and appraisal are known, so that findings about them keep out of the way.
fn known() -> Vec<String> {
    lines(&[
        r#"2026-01-05T09:00:00+09:00 "type":"allocation","hours_per_week":4"#,
        r#"2026-01-05T09:00:00+09:00 "type":"appraisal","criterion":"new business""#,
    ])
}

fn with(facts: &[String]) -> Vec<String> {
    [known(), facts.to_vec()].concat()
}

#[test]
fn gates_in_order_give_no_finding() {
    let facts = with(&[
        gate("2026-01-05", "shortlisted"),
        gate("2026-01-06", "manager_confirmed"),
        gate("2026-01-07", "executive_approved"),
        gate("2026-02-02", "announced"),
        gate("2026-02-02", "appointed"),
    ]);
    let (room, findings) = selection_of(&facts, "2026-02-03");
    assert_eq!(findings, []);
    assert_eq!((room.stage.unwrap().word(), room.next, room.days_at_gate), ("appointed", None, Some(1)));
    assert_eq!(room.approval_lead_days, Some(17));
    let (room, _) = selection_of(&facts, "2026-01-06");
    assert_eq!(room.next.unwrap().word(), "executive_approved");
    let (room, _) = selection_of(&[], "2026-01-06");
    assert_eq!((room.stage, room.next.unwrap().word()), (None, "shortlisted"));
}

#[test]
fn findings_of_the_selection() {
    let approved_first =
        with(&[gate("2026-01-06", "executive_approved"), gate("2026-01-07", "manager_confirmed")]);
    let (room, findings) = selection_of(&approved_first, "2026-01-07");
    assert_eq!(codes(&findings), [FindingCode::GateOutOfOrder]);
    assert_eq!(
        (findings[0].about.as_str(), findings[0].values["before"].clone()),
        ("executive_approved", FindingValue::Names { value: vec!["manager_confirmed".to_owned()] })
    );
    assert_eq!(room.blocked_by, [FindingCode::GateOutOfOrder]);

    let bare = [gate("2026-01-06", "manager_confirmed")];
    let (_, findings) = selection_of(&bare, "2026-01-07");
    assert_eq!(codes(&findings), [FindingCode::ConfirmedWithoutTime, FindingCode::ConfirmedWithoutAppraisal]);
    let less =
        [bare[0].clone(), r#"2026-01-06T10:00:00+09:00 "type":"allocation","hours_per_week":3.9"#.to_owned()];
    let (_, findings) = selection_of(&less, "2026-01-07");
    assert_eq!(findings[0].values["hours"], FindingValue::Hours { value: 3.9 });
    assert_eq!(codes(&selection_of(&with(&bare), "2026-01-07").1), []);

    // 20 business days after Tuesday 6 January, one of them the 12th, a holiday: Wednesday 4 February.
    assert_eq!(codes(&selection_of(&with(&bare), "2026-02-03").1), []);
    let (_, findings) = selection_of(&with(&bare), "2026-02-04");
    assert_eq!(codes(&findings), [FindingCode::SelectionStuck]);
    assert_eq!(findings[0].values["days"], FindingValue::Days { value: 20.0 });

    let gone = [bare[0].clone(), gate("2026-01-07", "stepped_down")];
    let (room, findings) = selection_of(&gone, "2026-06-01");
    assert_eq!((room.stage.unwrap().word(), room.next, findings), ("stepped_down", None, vec![]));
}

#[test]
fn approval_is_late_under_its_lead_and_missing_from_then_on() {
    // Start on Monday 2 February; ten business days before it, Monday 19 January.
    let start =
        r#"2026-01-13T09:00:00+09:00 "type":"gate","gate":"appointed","effective":"2026-02-02""#.to_owned();
    let facts = with(&[gate("2026-01-06", "manager_confirmed"), start]);
    assert_eq!(codes(&selection_of(&facts, "2026-01-18").1), []);
    let (_, findings) = selection_of(&facts, "2026-01-19");
    assert_eq!(codes(&findings), [FindingCode::ApprovalMissing]);
    assert_eq!((findings[0].urgency, findings[0].due), (Urgency::Urgent, day("2026-01-19")));
    let approved = |day: &str| [facts.clone(), vec![gate(day, "executive_approved")]].concat();
    assert_eq!(codes(&selection_of(&approved("2026-01-19"), "2026-01-20").1), []);
    let (room, findings) = selection_of(&approved("2026-01-20"), "2026-01-20");
    assert_eq!((codes(&findings), room.approval_lead_days), (vec![FindingCode::ApprovalLate], Some(9)));
    assert_eq!(findings[0].values["lead_days"], FindingValue::Days { value: 9.0 });
    let (room, findings) = selection_of(&approved("2026-02-03"), "2026-02-02");
    assert!(room.approval_lead_days.is_none() && codes(&findings).contains(&FindingCode::ApprovalMissing));
    assert_eq!(selection_of(&approved("2026-02-03"), "2026-02-03").0.approval_lead_days, Some(-1));
}

#[test]
fn the_company_is_told_within_days() {
    let facts = with(&[
        gate("2026-01-06", "manager_confirmed"),
        gate("2026-01-06", "executive_approved"),
        gate("2026-02-02", "appointed"),
    ]);
    for (as_of, urgency) in [
        ("2026-02-02", Urgency::Important),
        ("2026-02-05", Urgency::Important),
        ("2026-02-06", Urgency::Urgent),
    ] {
        let (room, findings) = selection_of(&facts, as_of);
        assert_eq!(codes(&findings), [FindingCode::NotAnnounced]);
        assert_eq!((findings[0].urgency, findings[0].due), (urgency, day("2026-02-05")), "{as_of}");
        assert_eq!(
            (room.next.unwrap().word(), room.blocked_by),
            ("announced", vec![FindingCode::NotAnnounced])
        );
    }
    let told = [facts, vec![gate("2026-02-05", "announced")]].concat();
    assert_eq!(selection_of(&told, "2026-02-06").1, []);
}
