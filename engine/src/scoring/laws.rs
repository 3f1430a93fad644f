//! The laws of scoring, tried on random answers.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::assessment::{Answer, Answers, Entry, ProtectionId, Response};
use crate::rubric::{Catalogue, Weight, fixture};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(fixture::catalogue);

/// From the worst to the best.
const LADDER: [Answer; 4] = [Answer::Opposite, Answer::No, Answer::Partly, Answer::Yes];

fn ids() -> Vec<ProtectionId> {
    CATALOGUE
        .protections()
        .iter()
        .map(|protection| protection.id)
        .collect()
}

fn response() -> impl Strategy<Value = Response> {
    prop_oneof![
        3 => Just(Response::Unanswered),
        1 => Just(Response::Answered(Answer::Unknown)),
        8 => prop::sample::select(LADDER.as_slice()).prop_map(Response::Answered),
        1 => Just(Response::NotApplicable { reason: "r".to_owned() }),
    ]
}

fn answers() -> impl Strategy<Value = Answers> {
    prop::collection::vec(response(), ids().len()).prop_map(|responses| {
        let entries = responses.into_iter().map(|response| Entry {
            response,
            ..Entry::default()
        });
        ids().into_iter().zip(entries).collect()
    })
}

fn circumstances() -> impl Strategy<Value = Circumstances> {
    let locations = prop::sample::select(vec![
        None,
        NonZeroU32::new(1),
        NonZeroU32::new(2),
        NonZeroU32::new(500),
    ]);
    let growth = prop::sample::select(vec![Growth::NotPlanned, Growth::Planned]);
    let data = prop::sample::select(vec![Tri::Yes, Tri::No, Tri::NotSaid]);
    (locations, growth, data).prop_map(|(locations, growth, reaches_patient_data)| Circumstances {
        locations,
        growth,
        reaches_patient_data,
    })
}

fn weights() -> impl Strategy<Value = Weights> {
    let changed = prop::collection::btree_map(
        one_id(),
        (1_u8..=5).prop_map(|weight| Weight::new(weight).unwrap()),
        0..5,
    );
    prop_oneof![
        Just(Weights::Standard),
        changed.prop_map(|weights| Weights::Changed {
            name: "n".to_owned(),
            weights
        }),
    ]
}

fn one_id() -> impl Strategy<Value = ProtectionId> {
    prop::sample::select(ids())
}

fn hours() -> impl Strategy<Value = Vec<(ProtectionId, Hours)>> {
    // Few different values, so that ties happen.
    prop::collection::btree_map(one_id(), (0_u64..3).prop_map(Hours::from_seconds), 0..8)
        .prop_map(|hours| hours.into_iter().collect())
}

fn with(answers: &Answers, id: ProtectionId, response: Response) -> Answers {
    let mut answers = answers.clone();
    answers.change(id, |entry| entry.response = response);
    answers
}

fn find(answers: &Answers, circumstances: Circumstances, weights: &Weights) -> Findings {
    score(
        &CATALOGUE,
        answers,
        &BTreeMap::new(),
        &circumstances,
        weights,
    )
}

/// Both scores and every group's.
fn scores(findings: &Findings) -> Vec<&Score> {
    let groups = findings.groups.iter().map(|group| &group.score);
    [&findings.multi_location, &findings.completeness]
        .into_iter()
        .chain(groups)
        .collect()
}

/// Where the four-gap check can still end, tried out answer by answer.
fn reachable_bands(answers: &Answers, circumstances: Circumstances) -> Vec<Band> {
    let findings = find(answers, circumstances, &Weights::Standard);
    let is_open = |id: &ProtectionId| {
        findings
            .item(*id)
            .unwrap()
            .mark()
            .is_some_and(Mark::is_open)
    };
    if let Some(id) = FOUR_GAPS.into_iter().find(is_open) {
        let tried =
            [Answer::No, Answer::Yes].map(|answer| with(answers, id, Response::Answered(answer)));
        return tried
            .iter()
            .flat_map(|answers| reachable_bands(answers, circumstances))
            .collect();
    }
    let states = findings.four_gaps.gates.map(|gate| gate.state);
    let count =
        |test: fn(GateState) -> bool| states.into_iter().filter(|state| test(*state)).count();
    let applicable = count(|state| state != GateState::Leaves);
    let ticks = count(|state| state == GateState::Closed);
    match (applicable, ticks) {
        (0, _) => vec![],
        (4, 4) => vec![Band::All],
        (4 | 3, 2 | 3) | (2 | 1, 1) | (2, 2) => vec![Band::Some],
        _ => vec![Band::MostMissing],
    }
}

proptest! {
    #[test]
    fn a_better_answer_never_lowers_a_score(
        answers in answers(), circumstances in circumstances(), weights in weights(), id in one_id(),
    ) {
        let rungs = LADDER.map(|answer| find(&with(&answers, id, Response::Answered(answer)), circumstances, &weights));
        for pair in rungs.windows(2) {
            let (worse, better) = (&pair[0], &pair[1]);
            for (worse, better) in scores(worse).iter().zip(scores(better)) {
                prop_assert!(worse.low() <= better.low() && worse.high() <= better.high());
                prop_assert!(worse.standard.map(|s| s.low) <= better.standard.map(|s| s.low));
            }
            prop_assert!(worse.four_gaps.low <= better.four_gaps.low && worse.four_gaps.high <= better.four_gaps.high);
            prop_assert!(worse.four_gaps.verdict.is_none() || worse.four_gaps.verdict <= better.four_gaps.verdict
                || better.four_gaps.verdict.is_none());
        }
    }

    #[test]
    fn learning_an_answer_never_widens_an_interval(
        answers in answers(), circumstances in circumstances(), weights in weights(), id in one_id(),
        learned in prop::sample::select(LADDER.as_slice()),
    ) {
        let open = with(&answers, id, Response::Unanswered);
        let before = find(&open, circumstances, &weights);
        let after = find(&with(&open, id, Response::Answered(learned)), circumstances, &weights);
        for (before, after) in scores(&before).iter().zip(scores(&after)) {
            prop_assert!(before.low() <= after.low() && after.high() <= before.high());
        }
        prop_assert!(before.four_gaps.low <= after.four_gaps.low && after.four_gaps.high <= before.four_gaps.high);
        if before.four_gaps.verdict.is_some() {
            prop_assert_eq!(before.four_gaps.verdict, after.four_gaps.verdict);
        }
    }

    #[test]
    fn do_not_know_is_worth_what_no_answer_is_worth(
        answers in answers(), circumstances in circumstances(), weights in weights(), id in one_id(),
    ) {
        let silent = find(&with(&answers, id, Response::Unanswered), circumstances, &weights);
        let unknown = find(&with(&answers, id, Response::Answered(Answer::Unknown)), circumstances, &weights);
        for (silent, unknown) in scores(&silent).iter().zip(scores(&unknown)) {
            prop_assert_eq!(silent.interval(), unknown.interval());
        }
    }

    #[test]
    fn low_is_never_above_high_and_only_the_open_keeps_them_apart(
        answers in answers(), circumstances in circumstances(), weights in weights(),
    ) {
        let findings = find(&answers, circumstances, &weights);
        for score in scores(&findings) {
            prop_assert!(score.low() <= score.high());
            let open = score.open();
            prop_assert_eq!(score.low() == score.high(), open.unknown + open.unanswered == 0);
            prop_assert_eq!(score.standard.is_some(), weights.differ(&CATALOGUE) && !score.lines.is_empty());
        }
        prop_assert!(findings.four_gaps.low <= findings.four_gaps.high);
        prop_assert!(findings.four_gaps.high <= findings.four_gaps.applicable);
    }

    #[test]
    fn what_does_not_apply_leaves_and_changes_nothing_else(
        answers in answers(), circumstances in circumstances(), weights in weights(), id in one_id(),
    ) {
        let before = find(&answers, circumstances, &weights);
        let out = Response::NotApplicable { reason: "r".to_owned() };
        let after = find(&with(&answers, id, out), circumstances, &weights);
        for (before, after) in scores(&before).iter().zip(scores(&after)) {
            let others: Vec<Line> = before.lines.iter().filter(|line| line.id != id).copied().collect();
            prop_assert_eq!(&others, &after.lines);
        }
        let others = |findings: &Findings| -> Vec<Item> {
            findings.items.iter().filter(|item| item.id != id).cloned().collect()
        };
        prop_assert_eq!(others(&before), others(&after));
    }

    #[test]
    fn the_verdict_appears_exactly_when_it_is_decided(answers in answers(), circumstances in circumstances()) {
        let verdict = find(&answers, circumstances, &Weights::Standard).four_gaps.verdict;
        let mut bands = reachable_bands(&answers, circumstances);
        bands.dedup();
        let several = circumstances.several_locations();
        let decided = if several && bands.len() == 1 { bands.first().copied() } else { None };
        prop_assert_eq!(verdict, decided);
    }

    #[test]
    fn the_ranking_is_a_total_order_that_does_not_depend_on_the_order_of_what_comes_in(
        answers in answers(), circumstances in circumstances(), weights in weights(), hours in hours(),
        shuffled in Just(fixture::pack()["structure"].as_array().unwrap().clone()).prop_shuffle(),
    ) {
        let findings = find(&answers, circumstances, &weights);
        let gaps = rank(&CATALOGUE, &findings, &hours);
        let mut pack = fixture::pack();
        pack["structure"] = shuffled.into();
        let other = Catalogue::parse(&pack.to_string()).unwrap();
        let backward: Answers = {
            let mut entries: Vec<_> = answers.iter().map(|(id, entry)| (id, entry.clone())).collect();
            entries.reverse();
            entries.into_iter().collect()
        };
        let again = score(&other, &backward, &BTreeMap::new(), &circumstances, &weights);
        prop_assert_eq!(&rank(&other, &again, &hours), &gaps);
        // Taking one gap away leaves the others as they were.
        if let Some(first) = gaps.first() {
            let closed = with(&answers, first.id, Response::Answered(Answer::Yes));
            let rest = rank(&CATALOGUE, &find(&closed, circumstances, &weights), &hours);
            prop_assert_eq!(&rest[..], &gaps[1..]);
        }
    }

    #[test]
    fn everything_that_counts_is_fine_or_a_gap_or_to_be_found_out(
        answers in answers(), circumstances in circumstances(), weights in weights(),
    ) {
        let findings = find(&answers, circumstances, &weights);
        let gaps: Vec<_> = rank(&CATALOGUE, &findings, &[]).iter().map(|gap| gap.id).collect();
        let open: Vec<_> = to_find_out(&CATALOGUE, &findings).iter().map(|entry| entry.id).collect();
        for item in &findings.items {
            let places = usize::from(gaps.contains(&item.id)) + usize::from(open.contains(&item.id));
            let fine = item.mark().is_none_or(|mark| mark == Mark::Answered(Answer::Yes));
            prop_assert_eq!(places, usize::from(!fine));
        }
        let (applicable, full) = (findings.items.iter().filter(|item| item.mark().is_some()).count(), findings.by_depth[3].1);
        prop_assert_eq!(applicable, full.applicable);
        let flags: Vec<_> = gaps.iter().take(findings.red_flags.len()).copied().collect();
        prop_assert!(findings.red_flags.iter().all(|id| flags.contains(id)));
    }
}
