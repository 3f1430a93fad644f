//! American spelling.

use crate::files::{Content, Failures};

/// Words in `-ise` and its forms that are spelled so everywhere.
const ALWAYS_ISE: [&str; 26] = [
    "advert", "adv", "ar", "comprom", "compr", "conc", "dev", "disgu", "enterpr", "exerc",
    "expert", "franch", "improv", "likew", "no", "otherw", "pra", "prec", "prem", "prom", "ra",
    "rev", "r", "superv", "surpr", "w",
];
const ISE: [&str; 5] = ["ise", "ises", "ised", "ising", "isation"];

/// British beginnings of words; `=` marks a whole word.
const BRITISH: [&str; 51] = [
    "=analyse",
    "=analysed",
    "=analysing",
    "=paralysed",
    "=amongst",
    "=armour",
    "behaviour",
    "=cancelled",
    "=cancelling",
    "catalogue",
    "=centre",
    "=centres",
    "=cheque",
    "=cheques",
    "colour",
    "=defence",
    "=dialled",
    "endeavour",
    "=enrol",
    "=enrols",
    "=favour",
    "favourab",
    "favourite",
    "=favours",
    "=fulfil",
    "=fulfils",
    "=fulfilment",
    "=grey",
    "harbour",
    "honour",
    "=instalment",
    "=instalments",
    "=judgement",
    "=judgements",
    "=labelled",
    "labour",
    "=learnt",
    "=licence",
    "=licences",
    "=metre",
    "=modelled",
    "neighbour",
    "=offence",
    "=practise",
    "=practised",
    "=programme",
    "=programmes",
    "=sceptical",
    "=travelled",
    "=towards",
    "=whilst",
];

pub fn check(content: &Content, failures: &mut Failures) {
    for text in content.texts() {
        for word in text
            .words
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| is_british(word))
        {
            text.fail(failures, &format!("`{word}` is not American spelling"));
        }
    }
}

fn is_british(word: &str) -> bool {
    let word = word.to_lowercase();
    let listed = BRITISH
        .iter()
        .any(|british| match british.strip_prefix('=') {
            Some(whole) => word == whole,
            None => word.starts_with(british),
        });
    let ise = ISE.iter().any(|ending| {
        let stem = word.strip_suffix(ending);
        stem.is_some_and(|stem| {
            stem.len() > 1
                && !ALWAYS_ISE
                    .iter()
                    .any(|always| stem.ends_with(always) && stem_fits(stem, always))
        })
    });
    listed || ise
}

/// "prom-ise" and "comprom-ise" are words of their own; "summar-ise" merely ends like "ar-ise".
fn stem_fits(stem: &str, always: &str) -> bool {
    stem == always || (always.len() > 3 && stem.len() <= always.len() + 2)
}

#[test]
fn british_forms_are_told_from_american_ones() {
    for word in [
        "organisation",
        "Organisations",
        "prioritise",
        "summarised",
        "colours",
        "licence",
        "judgement",
        "analysed",
    ] {
        assert!(is_british(word.trim_end_matches('s')), "{word}");
    }
    for word in [
        "organization",
        "otherwise",
        "promises",
        "raised",
        "precise",
        "exercising",
        "enterprise",
        "license",
        "analysis",
        "rising",
        "advised",
        "premises",
        "this",
    ] {
        assert!(!is_british(word), "{word}");
    }
}
