//! Rows and columns.

use super::{Mark, Spans};

/// Rows under named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows; empty = not said.
    pub caption: String,
    /// Its columns, from the start of the line.
    pub columns: Vec<Column>,
    /// Its rows. A row of fewer cells is filled up; what is beyond the columns is left out.
    pub rows: Vec<Row>,
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Where its cells stand.
    pub align: Align,
    /// Its part of the width, beside the parts of the others; 0 counts as 1.
    pub share: u16,
}

/// Where the words of a cell stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Where lines start.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where lines end: figures.
    End,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Spans>,
    /// What kind of row it is.
    pub kind: RowKind,
    /// A judgment of the whole row; it stands before the words of the first cell.
    pub mark: Option<Mark>,
}

/// What kind of row it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// One of many.
    #[default]
    Plain,
    /// The name of the rows below it, in its first cell.
    Group,
    /// The sum of the rows above it.
    Total,
}

impl Table {
    /// A table without columns and rows.
    pub fn new(caption: impl Into<String>) -> Self {
        Self {
            caption: caption.into(),
            ..Self::default()
        }
    }

    /// The same table with one more column.
    #[must_use]
    pub fn column(mut self, name: impl Into<String>, align: Align, share: u16) -> Self {
        self.columns.push(Column {
            name: name.into(),
            align,
            share,
        });
        self
    }

    /// The same table with one more row.
    #[must_use]
    pub fn row(mut self, row: impl Into<Row>) -> Self {
        self.rows.push(row.into());
        self
    }
}

impl Row {
    /// A row of cells.
    pub fn new<T: Into<Spans>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self {
            cells: cells.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// The name of the rows below it.
    pub fn group(name: impl Into<Spans>) -> Self {
        Self {
            cells: vec![name.into()],
            kind: RowKind::Group,
            mark: None,
        }
    }

    /// The same row as the sum of those above it.
    #[must_use]
    pub fn total(mut self) -> Self {
        self.kind = RowKind::Total;
        self
    }

    /// The same row with a judgment.
    #[must_use]
    pub fn marked(mut self, mark: Mark) -> Self {
        self.mark = Some(mark);
        self
    }
}

impl<T: Into<Spans>, const N: usize> From<[T; N]> for Row {
    fn from(cells: [T; N]) -> Self {
        Self::new(cells)
    }
}
