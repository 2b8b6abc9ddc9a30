//! One sort for every room: each instance of the library's costs kilobytes in the page.

use std::cmp::Ordering;

/// Sorts a list of indices; equal ones keep their order. Merge sort over short runs sorted by insertion.
///
/// Total even if `compare` is not an order.
pub fn sort(list: &mut Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) {
    const RUN: usize = 8;
    for run in list.chunks_mut(RUN) {
        for end in 1..run.len() {
            let mut at = end;
            while at > 0 && compare(run[at - 1], run[at]).is_gt() {
                run.swap(at - 1, at);
                at -= 1;
            }
        }
    }
    let mut width = RUN;
    let mut merged = Vec::with_capacity(list.len());
    while width < list.len() {
        merged.clear();
        for pair in list.chunks(2 * width) {
            let (mut a, mut b) = pair.split_at(width.min(pair.len()));
            while let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) {
                if compare(*x, *y).is_gt() {
                    merged.push(*y);
                    b = rest_b;
                } else {
                    merged.push(*x);
                    a = rest_a;
                }
            }
            merged.extend_from_slice(a);
            merged.extend_from_slice(b);
        }
        std::mem::swap(list, &mut merged);
        width *= 2;
    }
}

/// The indices below `count`, sorted.
pub fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut list = (0..count).collect();
    sort(&mut list, compare);
    list
}

// Property tests run natively only: so does the crate that drives them.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::sorted;

    proptest! {
        #[test]
        fn sorts_as_the_library_does(keys in prop::collection::vec(0..9u8, 0..70)) {
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by_key(|&i| keys[i]);
            prop_assert_eq!(sorted(keys.len(), &|a, b| keys[a].cmp(&keys[b])), expected);
        }
    }
}
