//! The letter to the provider: each change that is asked for, with a clause that settles it.

use super::subject::{Subject, small};
use super::wording::clause;
use crate::format;
use crate::model::papers::Paper;
use crate::model::plan;
use crate::model::view::brand::from_brand;
use crate::text::{report as text, results as mail};
use engine::assessment::AskState;
use engine::report::document::{
    Block, Document, Heading, List, Paragraph, RunningLine, Signature, Span, Style,
};
use engine::rubric::Protection;
use engine::scoring::Gap;

pub(super) fn paper(of: &Subject) -> Document {
    let words = of.words;
    let provider = of.record.agreement.provider.trim();
    let named = if provider.is_empty() {
        of.say(text::LETTER_PROVIDER)
    } else {
        provider
    };
    let title = words.fill(text::LETTER_TITLE, &[("provider", &format::apart(named))]);
    let mut document = of.start(Paper::Letter, title);
    document.title_shown = false;
    // What the reader should know of other papers is not said to the other side.
    document.footer = RunningLine::default().with_page(of.say(text::HEAD_PAGE));
    head(of, &mut document, provider);
    let all = of.requests(of.model.papers.reach);
    let (agreed, asked): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|(gap, _)| of.entry(gap.id).ask.state == AskState::Agreed);
    lead(of, &mut document, asked.len());
    for (gap, protection) in asked {
        request(of, &mut document, gap, protection);
    }
    let agreed: Vec<String> = agreed.iter().map(|(_, of)| of.title.clone()).collect();
    let refused = settled(of, AskState::Refused);
    for (title, list) in [(mail::MAIL_AGREED, agreed), (mail::MAIL_REFUSED, refused)] {
        if !list.is_empty() {
            document.heading(1, of.say(title));
            document.push(List::bullets(list));
        }
    }
    foot(of, &mut document);
    document
}

fn head(of: &Subject, document: &mut Document, provider: &str) {
    let name = &of.model.open.client.name;
    document.paragraph(of.blank_or(name, text::LETTER_FROM));
    document.paragraph(of.today());
    document.paragraph(of.blank_or(provider, text::LETTER_TO));
    let agreement = of.record.agreement.name.trim();
    let subject = if agreement.is_empty() {
        of.say(mail::MAIL_SUBJECT_UNNAMED).to_owned()
    } else {
        of.words.fill(
            mail::MAIL_SUBJECT,
            &[("agreement", &format::apart(agreement))],
        )
    };
    document.paragraph(Span::strong(subject));
    let dear = of.say(text::LETTER_DEAR);
    let mut spans = Vec::new();
    if let Some((before, after)) = dear.split_once("{name}") {
        spans.extend([
            Span::text(before),
            Span::placeholder(of.say(text::LETTER_RECIPIENT)),
            Span::text(after),
        ]);
    }
    document.paragraph(spans);
}

fn lead(of: &Subject, document: &mut Document, asked: usize) {
    if asked == 0 {
        document.paragraph(of.say(text::LETTER_NONE));
        return;
    }
    let words = of.words;
    document.paragraph(words.count(asked as u64, text::LETTER_ONE, text::LETTER_MANY));
    document.paragraph([
        Span::text([of.say(text::LETTER_BY), " "].concat()),
        Span::placeholder(of.say(text::LETTER_BY_DATE)),
        Span::text("."),
    ]);
    let dates = of.record.agreement.term.dates(of.model.today);
    if let Some(notice) = dates.and_then(|dates| dates.notice_by)
        && notice >= of.model.today
    {
        let values = [("date", &*format::day(words, notice))];
        document.paragraph(words.fill(text::LETTER_NOTICE, &values));
    }
}

fn request(of: &Subject, document: &mut Document, gap: &Gap, protection: &Protection) {
    let words = of.words;
    document.push(Heading::new(1, protection.title.as_str()).numbered());
    let stands = plan::stands(of.words, of.found, gap, protection);
    document.paragraph(stands.join(" "));
    if let Some(benchmark) = protection.benchmarks.iter().find(|of| of.source.is_some()) {
        let values = [("text", &*benchmark.text)];
        document.push(small(words.fill(mail::MAIL_BENCHMARK, &values)));
    }
    document.push(Paragraph::new(Span::strong(
        [of.say(text::LETTER_WORDING), ":"].concat(),
    )));
    document.push(Paragraph::styled(Style::Quote, clause(&protection.clause)));
    let template = protection.schedule.as_deref();
    if let Some(schedule) = template.and_then(|id| of.catalogue.schedule(id)) {
        let values = [("title", &*schedule.title)];
        document.push(small(words.fill(text::LETTER_TEMPLATE, &values)));
    }
    for line in plan::so_far(of.words, &of.entry(gap.id).ask) {
        document.paragraph(line);
    }
}

/// Requests that came to an end, in the catalogue's order.
fn settled(of: &Subject, state: AskState) -> Vec<String> {
    let all = of.assessment.answers.iter();
    let ended = all.filter(|(_, entry)| entry.ask.state == state);
    ended.map(|(id, _)| of.title(id)).collect()
}

fn foot(of: &Subject, document: &mut Document) {
    document.paragraph([
        Span::text(
            [
                of.say(text::LETTER_MEET),
                " ",
                of.say(text::LETTER_MEET_PROPOSE),
                " ",
            ]
            .concat(),
        ),
        Span::placeholder(of.say(text::LETTER_MEET_ON)),
        Span::text("."),
    ]);
    document.paragraph(of.say(text::LETTER_REGARDS));
    let labels = [text::LETTER_SIGNATURE, text::LETTER_NAME, text::LETTER_ROLE];
    document.push(Block::Signatures(vec![Signature::new(
        of.model.open.client.name.trim(),
        labels.map(|label| of.say(label)),
    )]));
    document.push(small(of.say(text::LETTER_ENCLOSED)));
    if let Some(says) = from_brand(of.model) {
        document.push(small(says));
    }
}
