//! Papers: what stands in each, what is left out of each, and the files that they become.

use crate::support::html::parse;
use crate::support::{answered, blank, catalogue, ready, render, sample};
use crate::{answer, id, name};
use engine::assessment::{Answer, AskState, ProtectionId};
use engine::report::csv::Number;
use engine::report::document::{Block, Document, PageSize, Span};
use engine::report::markdown;
use engine::rubric::Weight;
use sla_gap::model::papers::{Paper, PaperEvent, Reach, Take};
use sla_gap::model::view::report::paper;
use sla_gap::model::{Content, Download, Edit, Effect, Event, Model, update};

fn say(model: &mut Model, event: PaperEvent) -> Vec<Effect> {
    update(model, Event::Paper(event))
}

fn edit(model: &mut Model, edit: Edit) {
    update(model, Event::Edited(edit));
}

fn taken(model: &mut Model, what: Take) -> Download {
    let effects = say(model, PaperEvent::Take(what));
    let [Effect::Download(file), Effect::Announce(said)] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(said.contains(&file.name), "{said}");
    file.clone()
}

fn text(model: &Model, of: Paper) -> String {
    markdown::write(&paper(model, of).unwrap())
}

fn clauses(document: &Document) -> usize {
    let numbered = |block: &&Block| matches!(block, Block::Paragraph(of) if of.numbered);
    document.blocks.iter().filter(numbered).count()
}

#[test]
fn the_address_names_the_paper() {
    let mut model = sample("#/report");
    assert_eq!(model.paper(), Paper::Summary);
    for of in Paper::ALL {
        let effects = say(&mut model, PaperEvent::Choose(of));
        let [Effect::GoToPlace(address)] = &effects[..] else {
            panic!("{effects:?}")
        };
        let effects = update(&mut model, Event::RouteChanged(address.clone()));
        assert_eq!(model.paper(), of);
        // The focus stays at the choice.
        assert!(!effects.iter().any(|of| matches!(of, Effect::Focus(_))));
    }
    update(&mut model, Event::RouteChanged("#/report/odd".to_owned()));
    assert_eq!(model.paper(), Paper::Summary);
}

#[test]
fn every_paper_is_made_of_nothing_of_much_and_of_markup() {
    for model in [ready("#/report"), sample("#/report"), answered("#/report")] {
        for of in Paper::ALL {
            let document = paper(&model, of).unwrap();
            assert!(!document.blocks.is_empty(), "{of:?}");
            let text = markdown::write(&document);
            // No place of a pattern stays open but where somebody typed it.
            let open = text.lines().filter(|line| line.contains('{'));
            assert!(
                open.clone().all(|line| line.contains("no\\</i\\> {n}")),
                "{of:?}: {text}"
            );
            let bare = text.replace("\\<", "");
            for tag in ["<img", "<script", "<b>"] {
                assert!(!bare.contains(tag), "{of:?}: {text}");
            }
        }
    }
    let waiting = blank("#/report");
    assert!(Paper::ALL.iter().all(|of| paper(&waiting, *of).is_none()));
}

#[test]
fn the_board_page_names_results_the_worst_day_requests_and_owners() {
    let mut model = sample("#/report/board");
    let first = model.findings.as_ref().unwrap().gaps[0].id;
    edit(&mut model, Edit::AskOwner(first, "Dana".to_owned()));
    edit(&mut model, Edit::AskState(first, AskState::Asked));
    let text = text(&model, Paper::Board);
    for part in [
        "Three results",
        "The worst day",
        "What we ask for",
        "Dana",
        "Asked",
        "Dates",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    // Whoever owns nothing yet is a blank, not a guess.
    assert!(
        text.contains("[name]") || text.contains("\\[name\\]"),
        "{text}"
    );
    // What was refused is asked for no more.
    let title = catalogue().protection(first).unwrap().title.clone();
    assert!(text.contains(&title));
    edit(&mut model, Edit::AskState(first, AskState::Refused));
    let request = |text: &str| {
        text.lines()
            .any(|line| line.contains(&title) && line.contains("Dana"))
    };
    assert!(!request(&self::text(&model, Paper::Board)));
}

#[test]
fn notes_leave_only_when_somebody_says_so() {
    let mut model = sample("#/report/full");
    let gap = model.findings.as_ref().unwrap().gaps[0].id;
    edit(&mut model, Edit::Note(gap, "they are weak here".to_owned()));
    edit(&mut model, Edit::Quote(gap, "as the law allows".to_owned()));
    let private = ["they are weak here", "as the law allows"];
    let told = |model: &mut Model| {
        let mut all: Vec<String> = Paper::ALL.iter().map(|of| text(model, *of)).collect();
        for what in [Take::Answers, Take::Figures, Take::Json] {
            all.push(taken(model, what).words().to_owned());
        }
        let all = all.concat();
        private.map(|words| all.contains(words))
    };
    // What the agreement says stands beside a score where it decides one; the note never does.
    assert!(!told(&mut model)[0]);
    say(&mut model, PaperEvent::Notes(true));
    assert_eq!(told(&mut model), [true, true]);
    let letter = text(&model, Paper::Letter) + &text(&model, Paper::Schedule);
    assert!(private.iter().all(|words| !letter.contains(words)));
}

#[test]
fn the_full_report_has_every_answer_and_every_gap() {
    let model = sample("#/report/full");
    let text = text(&model, Paper::Full);
    for protection in catalogue().protections() {
        assert!(
            text.contains(&protection.id.to_string()),
            "{}",
            protection.id
        );
    }
    for (at, gap) in model.findings.as_ref().unwrap().gaps.iter().enumerate() {
        let title = catalogue().protection(gap.id).unwrap().title.clone();
        let head = format!("{}. {title} ({})", at + 1, gap.id).replace('-', "\\-");
        let text = text.replace('\\', "");
        assert!(text.contains(&head.replace('\\', "")), "{head}");
    }
    // The allowance of the promise stands in it with its formula.
    assert!(text.contains("3 h 21 min 36 s"), "{text}");
}

fn must_haves(model: &Model) -> Vec<ProtectionId> {
    let found = model.findings.as_ref().unwrap();
    let must = |id: &ProtectionId| {
        let catalogue = catalogue();
        found
            .findings
            .weights
            .of(catalogue.protection(*id).unwrap())
            == Weight::MUST_HAVE
    };
    found.gaps.iter().map(|gap| gap.id).filter(must).collect()
}

#[test]
fn letter_and_schedule_reach_as_far_as_wanted() {
    let mut model = sample("#/report/schedule");
    let gaps = model.findings.as_ref().unwrap().gaps.len();
    assert!(gaps > 10);
    let count = |model: &Model| clauses(&paper(model, Paper::Schedule).unwrap()) - 3;
    assert_eq!(count(&model), 10);
    say(&mut model, PaperEvent::Reach(Reach::All));
    let entries = model.answers().iter();
    let refused = entries
        .filter(|(_, entry)| entry.ask.state == AskState::Refused)
        .count();
    assert!(refused > 0);
    assert_eq!(count(&model), gaps - refused);
    say(&mut model, PaperEvent::Reach(Reach::MustHaves));
    assert!(count(&model) < gaps);
    let letter = text(&model, Paper::Letter);
    let asked = letter.matches("Proposed wording:").count();
    // What is agreed already is signed with the schedule, and asked for no more.
    let ids: Vec<_> = must_haves(&model);
    let agreed = ids
        .iter()
        .filter(|id| model.answers().get(**id).ask.state == AskState::Agreed);
    assert_eq!(asked + agreed.count(), count(&model));
    // "You" is the provider in a letter to the provider: the catalogue's advice to the customer stays out of it.
    for advice in ["Ask for", "Ask that", "your locations"] {
        assert!(!letter.contains(advice), "{advice}: {letter}");
    }
}

#[test]
fn what_was_agreed_is_the_clause() {
    let mut model = sample("#/report/schedule");
    let gap = model.findings.as_ref().unwrap().gaps[0].id;
    edit(
        &mut model,
        Edit::AskCounter(gap, "The parties shall meet on Mondays.".to_owned()),
    );
    edit(&mut model, Edit::AskState(gap, AskState::Offered));
    let offered = text(&model, Paper::Schedule);
    assert!(offered.contains("the Provider has offered instead"));
    let clause = |text: &str| {
        let lines = text.lines();
        lines
            .filter(|line| line.contains("meet on Mondays"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert!(
        clause(&offered)[0].starts_with('>'),
        "{:?}",
        clause(&offered)
    );
    edit(&mut model, Edit::AskState(gap, AskState::Agreed));
    let agreed = text(&model, Paper::Schedule);
    let title = catalogue().protection(gap).unwrap().title.clone();
    assert!(clause(&agreed)[0].contains(&title), "{:?}", clause(&agreed));
    let letter = text(&model, Paper::Letter);
    assert!(letter.contains("Already agreed"));
}

#[test]
fn papers_of_our_own_bear_the_brand_and_those_to_the_provider_do_not() {
    let model = sample("#/report");
    for of in Paper::ALL {
        let document = paper(&model, of).unwrap();
        let head = format!("{:?}", document.header);
        assert!(head.contains("Cedar Ridge Dental Group"), "{head}");
        let own = !matches!(of, Paper::Letter | Paper::Schedule);
        assert_eq!(head.contains("SLA Gap"), own, "{of:?}");
        assert!(
            format!("{:?}", document.footer).contains("PageCount"),
            "{of:?}"
        );
    }
}

#[test]
fn blanks_of_a_clause_are_blanks() {
    let document = paper(&sample("#/report"), Paper::Schedule).unwrap();
    let mut blanks = 0;
    for block in &document.blocks {
        if let Block::Paragraph(of) = block {
            for span in &of.spans.0 {
                blanks += usize::from(matches!(span, Span::Placeholder(_)));
                assert!(
                    !matches!(span, Span::Text(text) if text.contains('[')),
                    "{span:?}"
                );
            }
        }
    }
    assert!(blanks > 5);
}

#[test]
fn definitions_and_templates_are_attached() {
    let text = text(&sample("#/report"), Paper::Schedule);
    assert!(text.contains("Annex 1: Definitions"));
    let named = catalogue();
    let used = named
        .schedules()
        .iter()
        .filter(|of| text.contains(&format!("{} (Schedule)", of.title)));
    for schedule in used {
        assert!(
            text.contains(&format!(": {}", schedule.title)),
            "{}",
            schedule.title
        );
    }
}

#[test]
fn a_name_turns_no_words_but_its_own() {
    let mut model = sample("#/report");
    name(&mut model, "abc\u{202E}fdp");
    for of in Paper::ALL {
        let document = paper(&model, of).unwrap();
        let whole = format!("{document:?}");
        // In its own paragraph or cell a mark ends with it; within a sentence it is enclosed.
        for sentence in [&document.title, &document.subtitle] {
            let turned = sentence.find('\u{202E}');
            assert!(
                turned.is_none_or(|at| sentence[..at].contains('\u{2068}')),
                "{whole}"
            );
        }
        assert!(
            format!("{:?}", document.header).contains("\\u{2068}"),
            "{of:?}"
        );
    }
}

#[test]
fn files_are_what_their_names_say() {
    let mut model = sample("#/report/full");
    let word = taken(&mut model, Take::Word);
    assert_eq!(
        word.name,
        "cedar-ridge-dental-group-full-report-2026-11-23.docx"
    );
    assert!(matches!(&word.content, Content::Bytes(bytes) if bytes.starts_with(b"PK\x03\x04")));
    // The same state, the same bytes.
    assert_eq!(taken(&mut model, Take::Word), word);
    say(&mut model, PaperEvent::Size(PageSize::A4));
    assert_ne!(taken(&mut model, Take::Word), word);
    let plain = taken(&mut model, Take::Markdown);
    assert!(plain.name.rsplit('.').next() == Some("md") && plain.words().starts_with("# "));
    let json: serde_json::Value =
        serde_json::from_str(taken(&mut model, Take::Json).words()).unwrap();
    assert_eq!(json["kind"], "sla-gap-results");
    assert_eq!(json["client"], "Cedar Ridge Dental Group");
    let gaps = &model.findings.as_ref().unwrap().gaps;
    assert_eq!(json["gaps"].as_array().unwrap().len(), gaps.len());
    assert_eq!(json["answers"].as_array().unwrap().len(), 117);
    let allowance = json["figures"].as_array().unwrap().iter();
    let mut exact = allowance.filter(|of| of["shown"] == "3 h 21 min 36 s");
    assert_eq!(exact.next().unwrap()["number"], "12096");
}

#[test]
fn tables_are_harmless_and_whole() {
    let mut model = ready("#/report");
    answer(&mut model, "SC-01", Answer::No);
    name(&mut model, "=HYPERLINK(\"https://evil.example\")");
    edit(
        &mut model,
        Edit::AskOwner(id("SC-01"), "@SUM(A1:A9)".to_owned()),
    );
    edit(
        &mut model,
        Edit::AskCounter(id("SC-01"), "-2+3\n=cmd".to_owned()),
    );
    for what in [Take::Answers, Take::Figures] {
        let file = taken(&mut model, what);
        assert!(file.words().starts_with('\u{feff}'));
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(file.words().trim_start_matches('\u{feff}').as_bytes());
        for row in reader.records() {
            for cell in &row.unwrap() {
                let number = Number::parse(cell).is_some();
                let formula = cell.starts_with(['=', '@', '+', '-', '\t', '\r']);
                assert!(number || !formula, "{cell:?}");
            }
        }
    }
    let answers = taken(&mut model, Take::Answers);
    let mut reader = csv::Reader::from_reader(answers.words().as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 117);
    let severity = rows.iter().find(|row| &row[0] == "SC-01").unwrap();
    assert_eq!(&severity[11], "'@SUM(A1:A9)");
    assert_eq!(&severity[12], "'-2+3\n=cmd");
}

#[tokio::test]
async fn the_page_shows_the_paper_and_offers_its_files() {
    for of in Paper::ALL {
        let page = render(sample(&["#/report/", of.key()].concat())).await;
        for label in [
            "Print or save as PDF",
            "Word file (.docx)",
            "Answers (.csv)",
            "Preview",
        ] {
            assert!(page.contains(label), "{of:?}: {label}");
        }
        let chosen = parse(&page)
            .into_iter()
            .filter(|element| element.get("name") == Some("paper"))
            .filter(|element| element.get("checked").is_some());
        let keys: Vec<_> = chosen
            .map(|of| of.get("value").unwrap().to_owned())
            .collect();
        assert_eq!(keys, [of.key()]);
    }
}
