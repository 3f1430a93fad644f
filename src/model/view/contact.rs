//! The firm that offers the tool, and the summary that a person sends to it.

use super::results::{self, ScoreView, Stage};
use crate::format;
use crate::model::Model;
use crate::text::contact as text;
use crate::words::Words;
use engine::brand::{ContactLink, Localized};
use engine::report::mailto::mailto;
use engine::rubric::Catalogue;
use engine::scoring::Gap;

/// As many gaps stand in the summary.
const GAPS: usize = 5;

/// The part of the page.
pub struct ContactView {
    /// Its title.
    pub title: String,
    /// What happens here.
    pub lead: String,
    /// The summary.
    pub summary: String,
    /// About the file.
    pub file: String,
    /// How the firm is reached.
    pub way: Way,
}

/// How the firm is reached. Nothing but these three kinds of link can be made.
pub enum Way {
    /// By e-mail: the link, and what of the summary did not fit, in words; empty = all of it fits.
    Mail(String, String),
    /// By its own page.
    Page(String),
    /// By telephone: the link, and the label with the number.
    Phone(String, String),
}

/// The part of the page, once there is somebody to reach and a result to talk about.
pub fn view(model: &Model) -> Option<ContactView> {
    let words = model.words;
    let contact = model.contact_now()?;
    let name = [("name", &*model.brand.name)];
    let texts = &model.brand.texts;
    let said = |own: &Option<Localized>| {
        let own = own.as_ref()?;
        Some(own.in_language(words.language().code()).to_owned())
    };
    let summary = model.summary();
    let way = match contact {
        ContactLink::Mail(address) => {
            let mail = mailto(address, words.get(text::SUBJECT), &summary);
            let cut = match mail.left_out as u64 {
                0 => String::new(),
                n => words.count(n, text::MAIL_CUT_ONE, text::MAIL_CUT_MANY),
            };
            Way::Mail(mail.href, cut)
        }
        ContactLink::Web(address) => Way::Page(web(address)?.to_owned()),
        ContactLink::Phone(number) => {
            let digits: String = number
                .chars()
                .filter(|c| "+0123456789".contains(*c))
                .collect();
            let label = words.fill(text::PHONE, &[("number", number)]);
            Way::Phone(["tel:", &digits].concat(), label)
        }
    };
    Some(ContactView {
        title: said(&texts.contact_title).unwrap_or_else(|| words.fill(text::TITLE, &name)),
        // What happens to the answers is said whatever the firm says.
        lead: match said(&texts.contact_text) {
            Some(own) => [&own, " ", &*words.fill(text::LEAD, &name)].concat(),
            None => words.fill(text::LEAD, &name),
        },
        file: words.fill(text::FILE_HINT, &name),
        summary,
        way,
    })
}

/// An address of the web and nothing else.
fn web(address: &str) -> Option<&str> {
    address.starts_with("https://").then_some(address)
}

/// What leads there from the quick check; `None` before all four questions are answered.
pub fn invitation(model: &Model) -> Option<String> {
    model.contact_now()?;
    let name = [("name", &*model.brand.name)];
    Some(model.words.fill(text::TO_CONTACT, &name))
}

/// The summary as it is made of the results: no notes, and the name only if it was ticked.
pub fn written(model: &Model) -> String {
    let Stage::Ready(catalogue, found) = results::stage(model) else {
        return String::new();
    };
    let words = model.words;
    let client = &model.open.client;
    let date = format::day(words, model.today);
    let lead = [("tool", &*model.brand.name), ("date", &*date)];
    let mut lines = vec![words.fill(text::TEXT_LEAD, &lead)];
    let name = client.name.trim();
    if model.sharing.with.names && !name.is_empty() {
        lines.push(words.fill(text::TEXT_NAME, &[("name", name)]));
    }
    if let Some(count) = client.organization.locations.count() {
        let n = format::whole(words, count.into());
        lines.push(words.fill(text::TEXT_LOCATIONS, &[("n", &n)]));
    }
    lines.extend([String::new(), words.get(text::TEXT_RESULTS).to_owned()]);
    lines.push(result(words, &results::four(model, catalogue, found)));
    let scores = results::scores(model, catalogue, found);
    lines.extend(scores.iter().map(|score| result(words, score)));
    let gaps = found.gaps.iter().take(GAPS).enumerate();
    let gaps: Vec<String> = gaps
        .filter_map(|(at, of)| gap(words, catalogue, at + 1, of))
        .collect();
    if !gaps.is_empty() {
        lines.extend([String::new(), words.get(text::TEXT_GAPS).to_owned()]);
        lines.extend(gaps);
        lines.extend([String::new(), words.get(text::TEXT_END).to_owned()]);
    }
    lines.join("\n")
}

fn result(words: Words, score: &ScoreView) -> String {
    let mut values = vec![("label", score.label), ("figure", &*score.figure)];
    let pattern = match score.verdict {
        Some((verdict, ..)) => {
            values.push(("verdict", verdict));
            text::TEXT_VERDICT
        }
        None => text::TEXT_RESULT,
    };
    words.fill(pattern, &values)
}

fn gap(words: Words, catalogue: &Catalogue, at: usize, gap: &Gap) -> Option<String> {
    let protection = catalogue.protection(gap.id)?;
    let values = [
        ("n", &*at.to_string()),
        ("title", &*protection.title),
        ("ask", &*protection.ask),
    ];
    Some(words.fill(text::TEXT_GAP, &values))
}
