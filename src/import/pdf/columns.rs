//! The order in which the runs of a page are read. Where there is a clear gutter, all that stands left
//! of it comes before what stands right of it; else they stay in the order in which they were drawn, as
//! that is mostly the order of reading.

use super::runs::Run;

/// How often columns are looked for within columns.
const DEPTH: usize = 6;

/// A column has at least so many lines.
const LINES: usize = 4;

/// The runs in the order of reading. A run that does not go on where the one before it ends, though it
/// comes next, begins a part: these are split.
pub fn parts(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut parts = Vec::new();
    sort(runs, 0, &mut parts);
    parts
}

fn sort(runs: Vec<Run>, depth: usize, parts: &mut Vec<Vec<Run>>) {
    let gutter = if depth < DEPTH { gutter(&runs) } else { None };
    let Some((left, right)) = gutter else {
        if !runs.is_empty() {
            parts.push(as_drawn(runs));
        }
        return;
    };
    let middle = (left + right) / 2.0;
    let (mut across, beside): (Vec<Run>, Vec<Run>) =
        runs.into_iter().partition(|run| run.from < middle && run.to > middle);
    across.sort_by(|a, b| a.at.total_cmp(&b.at));
    // What goes across both columns divides them: each part of the page is read for itself.
    let bounds: Vec<f64> = across.iter().map(|run| run.at).collect();
    let mut bands: Vec<(Vec<Run>, Vec<Run>)> = Vec::new();
    bands.resize_with(bounds.len() + 1, Default::default);
    for run in beside {
        let band = bounds.partition_point(|&bound| bound < run.at);
        let side = if run.from < middle { &mut bands[band].0 } else { &mut bands[band].1 };
        side.push(run);
    }
    let mut across = across.into_iter().peekable();
    for (left, right) in bands {
        sort(left, depth + 1, parts);
        sort(right, depth + 1, parts);
        // Lines across that follow each other are one part.
        if let Some(run) = across.next() {
            match parts.last_mut() {
                Some(part) if part.len() == 1 && part[0].from < middle && part[0].to > middle => {
                    part.push(run)
                }
                _ => parts.push(vec![run]),
            }
        }
    }
}

/// The gutter of two columns: a stretch that few lines cross, with lines of running text on both sides.
/// Lines of running text fill their column, those of a table do not.
fn gutter(runs: &[Run]) -> Option<(f64, f64)> {
    if runs.len() < 2 * LINES {
        return None;
    }
    let em = median(runs.iter().map(|run| run.size))?;
    // How many lines lie over each stretch between two ends.
    let mut ends: Vec<(f64, i32)> =
        runs.iter().flat_map(|run| [(run.from, 1), (run.to, -1)]).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let most = (runs.len() / 8) as i32;
    let mut found: Option<(f64, f64)> = None;
    let (mut over, mut begun) = (0, None);
    for &(place, change) in &ends {
        let before = over;
        over += change;
        if before > most && over <= most {
            begun = Some(place);
        } else if before <= most && over > most {
            let Some(from) = begun.take() else { continue };
            let is_wider = found.is_none_or(|(left, right)| place - from > right - left);
            if place - from > 0.7 * em && is_wider && is_clear(runs, from, place, em) {
                found = Some((from, place));
            }
        }
    }
    found
}

/// Whether there is running text on both sides of a gutter, beside each other.
fn is_clear(runs: &[Run], left: f64, right: f64, em: f64) -> bool {
    let middle = (left + right) / 2.0;
    let beside = |is_left: bool| {
        let side = runs
            .iter()
            .filter(move |run| if is_left { run.to <= middle } else { run.from >= middle });
        side.filter(|run| run.to - run.from > 3.0 * em).collect::<Vec<_>>()
    };
    let (before, after) = (beside(true), beside(false));
    if before.len() < LINES || after.len() < LINES {
        return false;
    }
    let reach = |side: &[&Run]| {
        let first = side.iter().map(|run| run.at).fold(f64::INFINITY, f64::min);
        let last = side.iter().map(|run| run.at).fold(f64::NEG_INFINITY, f64::max);
        (first, last)
    };
    let ((first, last), (other_first, other_last)) = (reach(&before), reach(&after));
    let (first, last) = (first.max(other_first), last.min(other_last));
    let is_within = |run: &&&Run| run.at >= first - em && run.at <= last + em;
    if before.iter().filter(is_within).count() < LINES
        || after.iter().filter(is_within).count() < LINES
    {
        return false;
    }
    let filling = before.iter().filter(|run| left - run.to < 1.5 * em).count();
    let begun = after.iter().filter(|run| run.from - right < 2.5 * em).count();
    filling * 2 >= before.len() && begun * 2 >= after.len()
}

/// In the order of drawing, unless that jumps about: then from top to bottom.
fn as_drawn(mut runs: Vec<Run>) -> Vec<Run> {
    let jumps = runs.windows(2).filter(|pair| {
        let (run, next) = (&pair[0], &pair[1]);
        let is_next = if run.is_beside(next) { next.from > run.from } else { next.at > run.at };
        !is_next
    });
    if jumps.count() * 3 > runs.len() {
        runs.sort_by(|a, b| a.at.total_cmp(&b.at));
        // Those on one line from its beginning, a little higher or lower as they may stand.
        let mut first = 0;
        while first < runs.len() {
            let beside =
                runs[first..].iter().take_while(|run| runs[first].is_beside(run)).count().max(1);
            runs[first..first + beside].sort_by(|a, b| a.from.total_cmp(&b.from));
            first += beside;
        }
    }
    runs
}

/// The value in the middle; `None` of none.
pub fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
