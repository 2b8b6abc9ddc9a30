//! Counting crossings between two ranks.

/// How many of the links cross, given as pairs of places in the one and the other rank.
///
/// Barth, Jünger & Mutzel, "Simple and efficient bilayer cross counting", 2002: with the links in order of the first
/// places, each crosses those before it that end further on, which an accumulator tree sums in O(log n).
pub(super) fn crossings(links: &mut [(usize, usize)], tree: &mut Vec<usize>) -> usize {
    links.sort_unstable();
    let places = links.iter().map(|l| l.1 + 1).max().unwrap_or(0).next_power_of_two();
    tree.clear();
    tree.resize(2 * places, 0);
    let mut count = 0;
    for &(_, place) in &*links {
        let mut at = place + places;
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
    fn pairs_in_opposite_order_cross() {
        for (links, expected) in [
            (vec![], 0),
            (vec![(0, 0), (1, 1)], 0),
            (vec![(0, 1), (1, 0)], 1),
            (vec![(0, 0), (0, 1), (1, 0), (1, 1)], 1),
            (vec![(0, 2), (1, 1), (2, 0)], 3),
            (vec![(0, 0), (0, 0), (1, 0)], 0),
        ] {
            let mut given = links.clone();
            assert_eq!(crossings(&mut given, &mut Vec::new()), expected, "{links:?}");
        }
    }
}
