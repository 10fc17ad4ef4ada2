//! Which line of one text is which of another: those that are the same first, then those between
//! them that are alike, then those that stand elsewhere.

use crate::text::length;
use std::collections::{HashMap, HashSet};

/// How much two lines that stand in the same place must share, of all their pairs of
/// neighbours, to be one line with other words.
const ALIKE: f64 = 0.3;

/// As much, where they stand in different places.
const ALIKE_ELSEWHERE: f64 = 0.6;

/// Shorter lines than that, in characters, are not looked for elsewhere unless they are the same.
const SHORT: usize = 8;

/// More comparisons than that are not made at once: then only lines are found that are the same.
const MOST: usize = 4_000_000;

/// For each line of the first text its line in the second; each is given once.
pub(super) fn align(first: &[&str], second: &[&str]) -> Vec<Option<usize>> {
    let mut to: Vec<Option<usize>> = vec![None; first.len()];
    let mut anchors = same_in_order(first, second);
    for (a, b) in &anchors {
        to[*a] = Some(*b);
    }
    anchors.push((first.len(), second.len()));
    let pairs_of_first: Vec<Pairs> = first.iter().map(|line| pairs(line)).collect();
    let pairs_of_second: Vec<Pairs> = second.iter().map(|line| pairs(line)).collect();
    let (mut a, mut b) = (0, 0);
    for (next_a, next_b) in anchors {
        for (x, y) in alike_in_order(&pairs_of_first[a..next_a], &pairs_of_second[b..next_b]) {
            to[a + x] = Some(b + y);
        }
        (a, b) = (next_a + 1, next_b + 1);
    }
    elsewhere(first, second, &pairs_of_first, &pairs_of_second, &mut to);
    to
}

/// The pairs of lines that are the same and follow one another in both texts, as many
/// characters of them as there can be.
fn same_in_order(first: &[&str], second: &[&str]) -> Vec<(usize, usize)> {
    let n_before = first.iter().zip(second).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (&first[n_before..], &second[n_before..]);
    let n_after = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (mid_a, mid_b) = (&rest_a[..rest_a.len() - n_after], &rest_b[..rest_b.len() - n_after]);
    let mut found: Vec<(usize, usize)> = (0..n_before).map(|idx| (idx, idx)).collect();
    if mid_a.len() * mid_b.len() <= MOST {
        let weight =
            |a: usize, b: usize| if mid_a[a] == mid_b[b] { 1.0 + length(mid_a[a]) as f64 } else { 0.0 };
        found.extend(best_row(mid_a.len(), mid_b.len(), weight).map(|(a, b)| (n_before + a, n_before + b)));
    }
    found.extend((0..n_after).rev().map(|idx| (first.len() - 1 - idx, second.len() - 1 - idx)));
    found
}

/// The pairs of lines that share enough and follow one another in both texts.
fn alike_in_order(first: &[Pairs], second: &[Pairs]) -> Vec<(usize, usize)> {
    if first.len() * second.len() > MOST / 100 {
        return Vec::new();
    }
    let weight = |a: usize, b: usize| Some(shared(&first[a], &second[b])).filter(|share| *share >= ALIKE);
    best_row(first.len(), second.len(), |a, b| weight(a, b).unwrap_or(0.0)).collect()
}

/// Of all pairs with a weight those that follow one another and weigh most together.
fn best_row(
    n_first: usize,
    n_second: usize,
    weight: impl Fn(usize, usize) -> f64,
) -> impl Iterator<Item = (usize, usize)> {
    let n_columns = n_second + 1;
    let mut best = vec![0.0_f64; (n_first + 1) * n_columns];
    let mut pair = vec![0.0_f64; n_first * n_second];
    for a in (0..n_first).rev() {
        for b in (0..n_second).rev() {
            let weight = weight(a, b);
            pair[a * n_second + b] = weight;
            let with = if weight > 0.0 { weight + best[(a + 1) * n_columns + b + 1] } else { 0.0 };
            best[a * n_columns + b] =
                with.max(best[(a + 1) * n_columns + b]).max(best[a * n_columns + b + 1]);
        }
    }
    let mut row = Vec::new();
    let (mut a, mut b) = (0, 0);
    while a < n_first && b < n_second {
        let here = best[a * n_columns + b];
        let weight = pair[a * n_second + b];
        if weight > 0.0 && here <= weight + best[(a + 1) * n_columns + b + 1] {
            row.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if here <= best[(a + 1) * n_columns + b] {
            a += 1;
        } else {
            b += 1;
        }
    }
    row.into_iter()
}

/// Lines that stand in another place: the same ones, then long ones that share most.
fn elsewhere(
    first: &[&str],
    second: &[&str],
    pairs_of_first: &[Pairs],
    pairs_of_second: &[Pairs],
    to: &mut [Option<usize>],
) {
    let taken: HashSet<usize> = to.iter().flatten().copied().collect();
    let mut free: Vec<usize> = (0..second.len()).filter(|idx| !taken.contains(idx)).collect();
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    for idx in free.iter().rev() {
        same.entry(second[*idx]).or_default().push(*idx);
    }
    for a in 0..first.len() {
        if to[a].is_none() {
            to[a] = same.get_mut(first[a]).and_then(Vec::pop);
        }
    }
    free.retain(|idx| !to.contains(&Some(*idx)));
    let lost: Vec<usize> =
        (0..first.len()).filter(|a| to[*a].is_none() && length(first[*a]) >= SHORT).collect();
    if lost.len() * free.len() > MOST / 100 {
        return;
    }
    let mut shares: Vec<(f64, usize, usize)> = Vec::new();
    for a in lost {
        for b in &free {
            shares.push((shared(&pairs_of_first[a], &pairs_of_second[*b]), a, *b));
        }
    }
    shares.retain(|(share, ..)| *share >= ALIKE_ELSEWHERE);
    shares.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    for (_, a, b) in shares {
        if to[a].is_none() && !to.contains(&Some(b)) {
            to[a] = Some(b);
        }
    }
}

/// The pairs of neighbours of a line, sorted; of one character that alone.
pub(super) type Pairs = Vec<(char, char)>;

/// See [`Pairs`].
pub(super) fn pairs(line: &str) -> Pairs {
    let mut pairs: Pairs = line.chars().zip(line.chars().skip(1).chain(['\0'])).collect();
    if pairs.len() > 1 {
        pairs.pop();
    }
    pairs.sort_unstable();
    pairs
}

/// What two lines share, of 1.
fn shared(a: &Pairs, b: &Pairs) -> f64 {
    2.0 * n_shared(a, b) as f64 / (a.len() + b.len()).max(1) as f64
}

/// How many pairs both have.
pub(super) fn n_shared(a: &Pairs, b: &Pairs) -> usize {
    let (mut at_a, mut at_b, mut n) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(at_a), b.get(at_b)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => at_a += 1,
            std::cmp::Ordering::Greater => at_b += 1,
            std::cmp::Ordering::Equal => {
                (at_a, at_b, n) = (at_a + 1, at_b + 1, n + 1);
            }
        }
    }
    n
}
