//! Tables, and what is laid out as one: facts, blanks, signatures.

use super::body::{Body, Shape, marked};
use crate::report::document::{
    Align, Direction, Fact, Mark, Row, RowKind, Signature, Span, Spans, Table, Tone,
};
use crate::report::text::on_one_line;

/// What a cell is like, beside its words.
#[derive(Clone, Copy, Default)]
struct Frame {
    width: u32,
    /// How many columns it takes.
    columns: usize,
    /// The color behind it, as six digits; empty = none.
    shade: &'static str,
    /// Whether there is a line below it, to write on.
    line: bool,
    /// Whether its words stand at its lower edge.
    low: bool,
}

impl Body {
    pub(super) fn table(&mut self, table: &Table) {
        self.turn_page();
        let caption = on_one_line(&table.caption);
        if !caption.is_empty() {
            self.spans_paragraph(&Shape::new("Caption"), &caption.into());
        }
        if table.columns.is_empty() {
            return;
        }
        let shares = table
            .columns
            .iter()
            .map(|column| u32::from(column.share.max(1)));
        let widths = widths(self.width, shares.collect());
        self.open_table("ReportTable", &widths);
        self.row("<w:tblHeader/>", |body| {
            for (column, width) in table.columns.iter().zip(&widths) {
                let shape = Shape {
                    align: alignment(column.align),
                    keep_next: true,
                    ..Shape::new("TableHeading")
                };
                let frame = Frame {
                    width: *width,
                    shade: "E3E8EF",
                    ..Frame::default()
                };
                body.cell(frame, &shape, &column.name.as_str().into());
            }
        });
        for row in &table.rows {
            self.table_row(table, row, &widths);
        }
        self.close_table();
    }

    fn table_row(&mut self, table: &Table, row: &Row, widths: &[u32]) {
        let style = if row.kind == RowKind::Plain {
            "TableText"
        } else {
            "TableHeading"
        };
        let first = match &row.mark {
            Some(mark) => marked(mark, row.cells.first()),
            None => row.cells.first().cloned().unwrap_or_default(),
        };
        let alone = row.kind == RowKind::Group && row.cells.len() <= 1;
        self.row("", |body| {
            for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
                let spans = if at == 0 {
                    Some(&first)
                } else {
                    row.cells.get(at)
                };
                let shape = Shape {
                    align: alignment(column.align),
                    keep_next: row.kind == RowKind::Group,
                    ..Shape::new(style)
                };
                let mut frame = Frame {
                    width: *width,
                    shade: shade_of(row),
                    ..Frame::default()
                };
                if alone {
                    frame.width = widths.iter().sum();
                    frame.columns = widths.len();
                }
                body.cell(frame, &shape, spans.unwrap_or(&Spans::default()));
                if alone {
                    break;
                }
            }
        });
    }

    pub(super) fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        self.turn_page();
        let widths = widths(self.width, vec![3, 7]);
        self.open_table("FactsTable", &widths);
        for fact in facts {
            self.row("", |body| {
                let label = fact.label.as_str().into();
                body.cell(framed(widths[0]), &Shape::new("TableHeading"), &label);
                body.cell(framed(widths[1]), &Shape::new("TableText"), &fact.value);
            });
        }
        self.close_table();
    }

    pub(super) fn blanks(&mut self, labels: &[String]) {
        if labels.is_empty() {
            return;
        }
        self.turn_page();
        let widths = widths(self.width, vec![3, 7]);
        self.open_table("FormTable", &widths);
        for label in labels {
            self.row(TALL, |body| {
                let label = label.as_str().into();
                let frame = Frame {
                    low: true,
                    ..framed(widths[0])
                };
                body.cell(frame, &Shape::new("TableText"), &label);
                body.writing_line(widths[1], true, false);
            });
        }
        self.close_table();
    }

    /// Two parties side by side, and the next two below.
    pub(super) fn signatures(&mut self, signatures: &[Signature]) {
        for pair in signatures.chunks(2) {
            self.turn_page();
            let widths = widths(self.width, vec![47, 6, 47]);
            self.open_table("FormTable", &widths);
            let strong = |party: &str| Spans::from(Span::strong(party));
            self.row(TALL, |body| {
                body.side_by_side(&widths, ("TableText", true), pair, |s| strong(&s.party));
            });
            let lines = pair
                .iter()
                .map(|s| s.labels.len())
                .max()
                .unwrap_or_default();
            for at in 0..lines {
                self.row(TALL, |body| {
                    body.writing_line(widths[0], pair[0].labels.len() > at, true);
                    body.writing_line(widths[1], false, true);
                    let second = pair.get(1).is_some_and(|s| s.labels.len() > at);
                    body.writing_line(widths[2], second, true);
                });
                self.row("", |body| {
                    body.side_by_side(&widths, ("Small", false), pair, |s| {
                        s.labels
                            .get(at)
                            .map(|label| label.as_str().into())
                            .unwrap_or_default()
                    });
                });
            }
            self.close_table();
        }
    }

    fn side_by_side(
        &mut self,
        widths: &[u32],
        (style, low): (&'static str, bool),
        pair: &[Signature],
        words: impl Fn(&Signature) -> Spans,
    ) {
        let shape = Shape {
            keep_next: true,
            ..Shape::new(style)
        };
        let [first, second] = [0, 1].map(|at| pair.get(at).map(&words).unwrap_or_default());
        for (width, spans) in widths.iter().zip([first, Spans::default(), second]) {
            let frame = Frame {
                low,
                ..framed(*width)
            };
            self.cell(frame, &shape, &spans);
        }
    }

    /// An empty cell, with a line to write on if there is something to be written.
    fn writing_line(&mut self, width: u32, line: bool, keep_next: bool) {
        let shape = Shape {
            keep_next,
            ..Shape::new("TableText")
        };
        self.cell(
            Frame {
                line,
                ..framed(width)
            },
            &shape,
            &Spans::default(),
        );
    }

    fn open_table(&mut self, style: &str, widths: &[u32]) {
        let bidi = if self.base == Direction::RightToLeft {
            "<w:bidiVisual/>"
        } else {
            ""
        };
        let total: u32 = widths.iter().sum();
        self.push(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/>{bidi}<w:tblW w:w=\"{total}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>"
        ));
        for width in widths {
            self.push(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.push("</w:tblGrid>");
    }

    /// Tables in a row would be taken for one without a paragraph between.
    fn close_table(&mut self) {
        self.push("</w:tbl>");
        self.spaced("Spacer");
    }

    fn row(&mut self, kind: &str, fill: impl FnOnce(&mut Self)) {
        self.push(&format!("<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>"));
        fill(self);
        self.push("</w:tr>");
    }

    fn cell(&mut self, frame: Frame, shape: &Shape, spans: &Spans) {
        self.push(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>",
            frame.width
        ));
        if frame.columns > 1 {
            self.push(&format!("<w:gridSpan w:val=\"{}\"/>", frame.columns));
        }
        if frame.line {
            self.push("<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"555555\"/></w:tcBorders>");
        }
        if !frame.shade.is_empty() {
            self.push(&format!(
                "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>",
                frame.shade
            ));
        }
        if frame.low {
            self.push("<w:vAlign w:val=\"bottom\"/>");
        }
        self.push("</w:tcPr>");
        // All cells of a column stand on one side, whichever way the words of each run.
        self.paragraph(shape, |body| body.spans(spans));
        self.push("</w:tc>");
    }
}

/// The color behind a row.
fn shade_of(row: &Row) -> &'static str {
    match (row.mark.as_ref().map(Mark::tone), row.kind) {
        (Some(Tone::Good), _) => "E6F2EA",
        (Some(Tone::Attention), _) => "FFF3D6",
        (Some(Tone::Bad), _) => "FBE6E3",
        (_, RowKind::Plain) => "",
        (_, RowKind::Group | RowKind::Total) => "F2F4F7",
    }
}

/// The height of a row that a hand writes in.
const TALL: &str = "<w:trHeight w:val=\"560\" w:hRule=\"atLeast\"/>";

fn framed(width: u32) -> Frame {
    Frame {
        width,
        ..Frame::default()
    }
}

/// Where lines stand; left and right are where lines start and end, whichever way they run.
fn alignment(align: Align) -> &'static str {
    match align {
        Align::Start => "",
        Align::Center => "center",
        Align::End => "right",
    }
}

/// The whole width in parts by their shares, without a remainder.
fn widths(whole: u32, shares: Vec<u32>) -> Vec<u32> {
    let total: u64 = shares.iter().copied().map(u64::from).sum();
    let edge = |share: u64| u32::try_from(u64::from(whole) * share / total.max(1)).unwrap_or(whole);
    let mut reached = 0;
    let part = |share: u32| {
        let start = edge(reached);
        reached += u64::from(share);
        edge(reached) - start
    };
    shares.into_iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::widths;

    #[test]
    fn parts_fill_the_whole() {
        assert_eq!(widths(100, vec![1, 1, 1]), [33, 33, 34]);
        assert_eq!(widths(9_640, vec![65_535; 40]).iter().sum::<u32>(), 9_640);
    }
}
