//! Tables to attach to an agreement, as text.

use engine::rubric::Schedule;

/// A table as tab-separated text, which spreadsheets and word processors paste as a table: its title, its rows, its notes.
pub fn as_table(schedule: &Schedule) -> String {
    let title = std::slice::from_ref(&schedule.title);
    let notes = schedule.notes.iter().map(std::slice::from_ref);
    let rows = std::iter::once(title)
        .chain(std::iter::once(&*schedule.columns))
        .chain(schedule.rows.iter().map(Vec::as_slice))
        .chain(notes);
    let mut text = String::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            // A tab or a line end inside a cell would tear the row apart.
            text.extend(
                cell.chars()
                    .map(|letter| if letter.is_control() { ' ' } else { letter }),
            );
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_table_keeps_its_rows_and_columns() {
        let text = |list: &[&str]| list.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        let schedule = Schedule {
            id: String::new(),
            title: "Levels".to_owned(),
            purpose: String::new(),
            columns: text(&["Level", "Name"]),
            rows: vec![text(&["1", ""]), text(&["tab\there", "line\nend"])],
            notes: text(&["One note", "and\tanother"]),
        };
        assert_eq!(
            as_table(&schedule),
            "Levels\nLevel\tName\n1\t\ntab here\tline end\nOne note\nand another\n"
        );
    }
}
