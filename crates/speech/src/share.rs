//! A whole in whole parts: minutes among sections, percents among sources.

/// A whole number in whole parts that stand to each other as the lengths do: rounded down,
/// and what is left goes to those that lost most by it. Of lengths that are all 0, all 0.
pub(crate) fn shares(lengths: &[usize], whole: u32) -> Vec<u32> {
    let sum = lengths.iter().map(|length| *length as u64).sum::<u64>();
    if sum == 0 {
        return vec![0; lengths.len()];
    }
    let scaled = |length: &usize| *length as u64 * u64::from(whole);
    let mut shares: Vec<u32> = lengths.iter().map(|length| (scaled(length) / sum) as u32).collect();
    let mut by_loss: Vec<usize> = (0..lengths.len()).collect();
    by_loss.sort_by_key(|idx| u64::MAX - scaled(&lengths[*idx]) % sum);
    let n_left = whole.saturating_sub(shares.iter().sum());
    for idx in by_loss.into_iter().take(n_left as usize) {
        shares[idx] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_make_up_the_whole() {
        assert_eq!(shares(&[100, 100, 100], 100), [34, 33, 33]);
        assert_eq!(shares(&[1, 2, 7], 100), [10, 20, 70]);
        assert_eq!(shares(&[736, 264], 100), [74, 26]);
        assert_eq!(shares(&[0, 0], 100), [0, 0]);
        assert_eq!(shares(&[], 100), [0; 0]);
    }
}
