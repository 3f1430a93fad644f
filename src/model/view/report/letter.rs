//! The letter to the provider: each change that is asked for, with a clause that settles it.

use super::subject::{Subject, small};
use super::wording::clause;
use crate::format;
use crate::model::papers::Paper;
use crate::text::{report as text, results as mail};
use engine::assessment::AskState;
use engine::quantity::Seconds;
use engine::report::document::{
    Block, Document, Heading, List, Paragraph, RunningLine, Signature, Span, Style,
};
use engine::rubric::{Protection, Weight};
use engine::scoring::{Coverage, Gap, Reason};

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

fn blank_or(said: &str, blank: &'static str) -> Span {
    if said.trim().is_empty() {
        Span::placeholder(blank)
    } else {
        Span::text(said.trim())
    }
}

fn head(of: &Subject, document: &mut Document, provider: &str) {
    let name = &of.model.open.client.name;
    document.paragraph(blank_or(name, of.say(text::LETTER_FROM)));
    document.paragraph(of.today());
    document.paragraph(blank_or(provider, of.say(text::LETTER_TO)));
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
    document.paragraph(today(of, gap, protection));
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
    so_far(of, document, gap);
}

/// Where the agreement stands on it, and what that can mean.
fn today(of: &Subject, gap: &Gap, protection: &Protection) -> String {
    let words = of.words;
    let coverage = match gap.coverage {
        Coverage::Opposite => mail::MAIL_TODAY_OPPOSITE,
        Coverage::Missing => mail::MAIL_TODAY_MISSING,
        Coverage::Partly => mail::MAIL_TODAY_PARTLY,
    };
    let mut says = words.fill(mail::MAIL_TODAY, &[("coverage", of.say(coverage))]);
    for reason in &gap.reasons {
        if let Reason::Hours(time) = reason {
            let time = format::in_hours(words, Seconds::new(time.seconds()));
            says.push(' ');
            says.push_str(&words.fill(mail::MAIL_HOURS, &[("time", &time)]));
        }
    }
    if of.found.findings.weights.of(protection) == Weight::MUST_HAVE {
        says.push(' ');
        says.push_str(of.say(mail::MAIL_MUST_HAVE));
    }
    says
}

fn so_far(of: &Subject, document: &mut Document, gap: &Gap) {
    let ask = &of.entry(gap.id).ask;
    let since = match ask.state {
        AskState::Asked => Some(mail::MAIL_ASKED),
        AskState::Offered => Some(mail::MAIL_OFFERED),
        AskState::Open | AskState::Agreed | AskState::Refused => None,
    };
    if let Some((pattern, on)) = since.zip(ask.on) {
        let values = [("date", &*format::day(of.words, on))];
        document.paragraph(of.words.fill(pattern, &values));
    }
    let counter = ask.counter_wording.trim();
    if !counter.is_empty() {
        let values = [("wording", &*format::apart(counter))];
        document.paragraph(of.words.fill(mail::MAIL_OFFERED_WORDING, &values));
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
}
