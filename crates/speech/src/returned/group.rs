//! Which lines became which, also where a paragraph was parted or two were joined.

use super::align::{align, n_shared, pairs};

/// Lines of what went out that became lines of what came back: as a rule one and one; two where
/// a paragraph was parted, or two were joined.
pub(super) struct Group {
    pub(super) sent: Vec<usize>,
    pub(super) came: Vec<usize>,
}

/// What became of what, in the order of what came back: each line that came with the line that
/// it was, with its neighbours where a paragraph was parted or joined.
pub(super) fn groups(sent: &[&str], came: &[&str]) -> Vec<Group> {
    let to = align(sent, came);
    let mut groups: Vec<Group> = (0..came.len())
        .map(|idx| Group {
            sent: to.iter().position(|to| *to == Some(idx)).into_iter().collect(),
            came: vec![idx],
        })
        .collect();
    // A line that came and was no line before may be a part of the one beside it.
    let part_of = |part: &str, whole: &str, rest: &str| {
        let (part, whole, rest) = (pairs(part), pairs(whole), pairs(rest));
        part.len() >= 3
            && n_shared(&part, &whole) * 10 >= part.len() * 7
            && n_shared(&part, &rest) * 10 < part.len() * 5
    };
    let mut idx = 0;
    while idx < groups.len() {
        let joins = |with: &Group| {
            let [was] = with.sent[..] else { return false };
            let rest = with.came.iter().map(|came_idx| came[*came_idx]).collect::<String>();
            part_of(came[groups[idx].came[0]], sent[was], &rest)
        };
        if !groups[idx].sent.is_empty() {
            idx += 1;
        } else if idx > 0 && joins(&groups[idx - 1]) {
            let part = groups.remove(idx);
            groups[idx - 1].came.extend(part.came);
        } else if idx + 1 < groups.len() && joins(&groups[idx + 1]) {
            let part = groups.remove(idx);
            groups[idx].came.splice(0..0, part.came);
        } else {
            idx += 1;
        }
    }
    // A line that went may be a part of the one beside it now.
    let lost: Vec<usize> = (0..sent.len()).filter(|idx| to[*idx].is_none()).collect();
    for lost in lost {
        let place = |beside: Option<usize>, groups: &[Group]| {
            let beside = beside?;
            let at = groups.iter().position(|group| group.sent.contains(&beside))?;
            let [now] = groups[at].came[..] else { return None };
            let rest = groups[at].sent.iter().map(|idx| sent[*idx]).collect::<String>();
            part_of(sent[lost], came[now], &rest).then_some(at)
        };
        if let Some(at) = place(lost.checked_sub(1), &groups) {
            groups[at].sent.push(lost);
        } else if let Some(at) = place(Some(lost + 1), &groups) {
            groups[at].sent.insert(0, lost);
        }
    }
    groups
}

/// For each group whether it stands where it stood beside the others: as many as there can be do.
pub(super) fn in_order(groups: &[Group]) -> Vec<bool> {
    let places: Vec<Option<usize>> = groups.iter().map(|group| group.sent.first().copied()).collect();
    let mut best: Vec<usize> = vec![0; groups.len()];
    let mut previous: Vec<Option<usize>> = vec![None; groups.len()];
    let mut last: Option<usize> = None;
    for (idx, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let before = (0..idx).filter(|one| places[*one].is_some_and(|one| one < *place));
        previous[idx] = before.max_by_key(|one| (best[*one], usize::MAX - one));
        best[idx] = 1 + previous[idx].map_or(0, |one| best[one]);
        if last.is_none_or(|last| best[idx] > best[last]) {
            last = Some(idx);
        }
    }
    let mut stays: Vec<bool> = places.iter().map(Option::is_none).collect();
    while let Some(idx) = last {
        stays[idx] = true;
        last = previous[idx];
    }
    stays
}
