//! Counting crossings between two ranks.

/// How many links cross, given the place of each link's end in the one rank, in the order of the links' starts in the
/// other; links with one start in the order of their ends.
///
/// Barth, Jünger & Mutzel, "Simple and efficient bilayer cross counting", 2002: each link crosses those before it that
/// end further on, which an accumulator tree sums in O(log n).
pub(super) fn crossings(ends: &[usize], tree: &mut Vec<usize>) -> usize {
    let places = ends.iter().map(|end| end + 1).max().unwrap_or(0).next_power_of_two();
    tree.clear();
    tree.resize(2 * places, 0);
    let mut count = 0;
    for end in ends {
        let mut at = end + places;
        tree[at] += 1;
        while at > 1 {
            if at % 2 == 0 {
                count += tree[at + 1];
            }
            at /= 2;
            tree[at] += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::crossings;

    #[test]
    fn links_whose_ends_are_out_of_order_cross() {
        for (ends, expected) in
            [(&[][..], 0), (&[0, 1], 0), (&[1, 0], 1), (&[0, 1, 0, 1], 1), (&[2, 1, 0], 3), (&[0, 0, 0], 0)]
        {
            assert_eq!(crossings(ends, &mut Vec::new()), expected, "{ends:?}");
        }
    }
}
