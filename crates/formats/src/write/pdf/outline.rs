//! The headings, for the pane beside the page.

use crate::page::{Line, Role};
use crate::typeset::{Layout, Row};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

/// The headings of the lines, each below the one that it belongs to.
pub(super) fn outline(lines: &[Line], layout: &Layout) -> Outline {
    let mut outline = Outline::new();
    // The headings that are open, from the outermost; a level that is left out does no harm.
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let mut seen = None;
    for (page_idx, row) in
        layout.pages.iter().enumerate().flat_map(|(idx, sheet)| sheet.rows.iter().map(move |row| (idx, row)))
    {
        let line = &lines[row.line_idx];
        let Role::Heading(level) = line.role else { continue };
        if seen.replace(row.line_idx) == Some(row.line_idx) {
            continue;
        }
        close(&mut outline, &mut open, level);
        open.push((level, node(line, page_idx, row)));
    }
    close(&mut outline, &mut open, 0);
    outline
}

/// Closes the headings that one of that level ends.
fn close(outline: &mut Outline, open: &mut Vec<(u8, OutlineNode)>, level: u8) {
    while let Some((_, node)) = open.pop_if(|(last, _)| *last >= level) {
        match open.last_mut() {
            Some((_, above)) => above.push_child(node),
            None => outline.push_child(node),
        }
    }
}

fn node(line: &Line, page_idx: usize, row: &Row) -> OutlineNode {
    let heading = line.runs.iter().filter(|run| run.role == line.role).map(|run| run.text.as_str());
    let left = row.characters.first().map_or(0.0, |first| first.x);
    let top = Point::from_xy(left as f32, row.top as f32);
    OutlineNode::new(heading.collect(), XyzDestination::new(page_idx, top))
}
