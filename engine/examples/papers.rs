//! Writes a sample of every kind of file to a folder, to be looked at: `cargo run -p sla-gap-engine --example papers FOLDER`.

use engine::calendar::{Instant, WallTime, days_before, parse_day};
use engine::report::csv::{Cell, Format, Number};
use engine::report::document::{
    Align, Block, Callout, Direction, Document, Fact, Heading, Item, List, Mark, PageSize,
    Paragraph, Row, RunningLine, Signature, Span, Style, Table, Tone,
};
use engine::report::ics::{Calendar, Event, Reminder, uid};
use engine::report::{csv, docx, ics, markdown};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder to write to")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    for (name, document) in [
        ("report", report()?),
        ("schedule", schedule()),
        ("hebrew", hebrew()),
    ] {
        fs::write(folder.join(format!("{name}.docx")), docx::write(&document))?;
        fs::write(
            folder.join(format!("{name}.md")),
            markdown::write(&document),
        )?;
    }
    fs::write(folder.join("table.csv"), table())?;
    fs::write(folder.join("dates.ics"), ics::write(&dates()?))?;
    Ok(())
}

const SENTENCE: &str = "The provider answers within thirty minutes during opening hours, and nobody answers at night. ";

fn report() -> Result<Document, Box<dyn Error>> {
    let mut document = Document::new(
        "What the agreement protects, and what it leaves open",
        "en-US",
    );
    document.subtitle = "Maple & Pine Dental, 14 locations — as of March 8, 2026".into();
    document.meta.author = "R. Example".into();
    document.meta.subject = "Managed IT agreement".into();
    document.meta.program = "SLA Gap".into();
    document.meta.date = Some(parse_day("2026-03-08")?);
    document.header = RunningLine::text("Maple & Pine Dental").with_page("Agreement review");
    document.footer =
        RunningLine::text("Prepared by R. Example").with_page("Page {page} of {pages}");
    document.push(Paragraph::styled(Style::Lead, "Eleven of forty protections are missing, and three of them would stop every location at once."));
    document.push(Block::facts([
        Fact::new("Provider", "Northwind Managed Services, Inc."),
        Fact::new("Term", "January 1, 2026 to December 31, 2028"),
        Fact::new(
            "Read",
            vec![
                Span::text("the master agreement and "),
                Span::link("its schedule", "https://example.org/schedule?a=1&b=2"),
            ],
        ),
    ]));
    document.heading(1, "The result");
    document.paragraph(vec![
        Span::text(SENTENCE),
        Span::strong("That is the largest gap. "),
        Span::emphasis("Ask first. "),
        Span::text("The clause says "),
        Span::code("24x7x365"),
        Span::text(" but the schedule says "),
        Span::placeholder("hours to be confirmed"),
        Span::text("."),
    ]);
    document.push(
        Callout::new(
            Tone::Bad,
            "Gap",
            "No credit is due however long an outage lasts.",
        )
        .with(SENTENCE.repeat(2)),
    );
    document.push(Callout::new(
        Tone::Attention,
        "Unclear",
        "Two clauses contradict each other.",
    ));
    document.push(Callout::new(
        Tone::Good,
        "Protected",
        "Data is handed back within 30 days.",
    ));
    document.push(Callout::new(
        Tone::Neutral,
        "Note",
        "This is no legal advice.",
    ));
    document.heading(2, "What to ask for");
    document.push(List::ordered([
        Item::with(
            "A response within 15 minutes",
            List::bullets(["by a person", "at any hour"]),
        ),
        Item::with(
            "A credit",
            List::ordered(["of 5 %".to_owned(), SENTENCE.repeat(2)]),
        ),
        "An exit plan".into(),
    ]));
    document.push(List::bullets([SENTENCE.repeat(2), "Short".to_owned()]));
    document.heading(3, "All protections");
    document.push(protections());
    document.heading(4, "Where this comes from");
    document.push(Paragraph::styled(Style::Quote, SENTENCE.repeat(3)));
    document.push(Block::Rule);
    document.push(Paragraph::styled(
        Style::Small,
        "Sources: the agreement as signed.",
    ));
    document.paragraph("A word in another script: שלום עולם (12), مرحبا بالعالم, 漢字 and 😀.");
    document.paragraph("w".repeat(300));
    Ok(document)
}

fn protections() -> Table {
    let mut table = Table::new("Table 1. Protections by weight")
        .column("Protection", Align::Start, 5)
        .column("Answer", Align::Center, 2)
        .column("Weight", Align::End, 1);
    for group in ["Availability", "Security"] {
        table = table.row(Row::group(group));
        for number in 1..14 {
            let name = format!(
                "Protection {number}: {}",
                if number % 4 == 0 { SENTENCE } else { "" }
            );
            let mut row = Row::new([name, "Yes".to_owned(), number.to_string()]);
            row = match number % 5 {
                1 => row.marked(Mark::new(Tone::Bad, "Gap")),
                2 => row.marked(Mark::new(Tone::Attention, "Unclear")),
                3 => row.marked(Mark::new(Tone::Good, "Protected")),
                _ => row,
            };
            table = table.row(row);
        }
    }
    table.row(Row::new(["Total", "", "182"]).total())
}

fn schedule() -> Document {
    let mut document = Document::new("Schedule C: service levels", "en-US");
    document.page = PageSize::A4;
    document.footer = RunningLine::text("Draft").with_page("{page}/{pages}");
    for title in ["Definitions", "Response", "Credits"] {
        document.push(Heading::new(1, title).numbered());
        for _ in 0..3 {
            document.push(Paragraph::numbered_clause(vec![
                Span::text(SENTENCE),
                Span::text("Within "),
                Span::placeholder("number"),
                Span::text(" minutes."),
            ]));
        }
        document.push(Heading::new(2, "In particular").numbered());
        document.push(Paragraph::numbered_clause(SENTENCE.repeat(3)));
    }
    document.push(Block::PageBreak);
    document.heading(1, "Signatures");
    document.push(Block::blanks(["Effective date", "Place"]));
    document.push(Block::Signatures(vec![
        Signature::new(
            "Maple & Pine Dental",
            ["Signature", "Name and title", "Date"],
        ),
        Signature::new(
            "Northwind Managed Services, Inc.",
            ["Signature", "Name and title", "Date"],
        ),
        Signature::new("Guarantor", ["Signature", "Date"]),
    ]));
    document
}

fn hebrew() -> Document {
    let mut document = Document::new("מה ההסכם מגן", "he-IL");
    document.direction = Direction::RightToLeft;
    document.header = RunningLine::text("סקירה").with_page("Maple & Pine");
    document.footer = RunningLine::text("טיוטה").with_page("{page} / {pages}");
    document.push(Heading::new(1, "תוצאה").numbered());
    document.paragraph("הספק (Northwind, Inc.) עונה תוך 30 דקות.");
    document.push(List::bullets(["ראשון", "שני"]));
    document.push(List::ordered(["ראשון", "Second (2)"]));
    document.push(Callout::new(Tone::Bad, "פער", "אין זיכוי."));
    document.push(
        Table::new("טבלה")
            .column("הגנה", Align::Start, 3)
            .column("סכום", Align::End, 1)
            .row(["זמינות", "99.9 %"])
            .row(["Backup", "12"]),
    );
    document
}

fn table() -> String {
    let rows = [
        vec![Cell::text("Name"), Cell::text("Amount")],
        vec![
            Cell::text("=HYPERLINK(\"https://a\")"),
            Number::parse("-12.50").map_or_else(|| Cell::text(""), Cell::from),
        ],
    ];
    csv::write(
        &rows,
        Format {
            byte_order_mark: true,
            ..Format::default()
        },
    )
}

fn dates() -> Result<Calendar, Box<dyn Error>> {
    let day = parse_day("2028-12-31")?;
    let at = WallTime::parse("09:00")?;
    Ok(Calendar {
        program: "-//SLA Gap//SLA Gap//EN".to_owned(),
        name: "Maple & Pine Dental".to_owned(),
        written: Instant::parse("2026-03-08T07:00:00Z")?,
        today: parse_day("2026-03-08")?,
        events: vec![Event {
            uid: uid(&["client-1", "agreement-1", "notice"], "sla-gap.example"),
            day: days_before(day, 90).ok_or("too early")?,
            summary: "Last day to give notice".to_owned(),
            description: SENTENCE.repeat(3),
            reminders: vec![
                Reminder {
                    days_before: 30,
                    at,
                },
                Reminder { days_before: 7, at },
            ],
        }],
    })
}
