//! Putting lists in order.

use std::cmp::Ordering;

/// The entries in the order of `compare`; equal ones stay as they stand.
///
/// Every list is sorted by one and the same routine, over positions: a routine of its own for each type of entry weighs
/// three kilobytes in the browser.
pub fn in_order<T>(entries: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = positions(entries.len(), &|a, b| compare(&entries[a], &entries[b]));
    let mut entries: Vec<Option<T>> = entries.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(entries.len());
    sorted.extend(order.into_iter().filter_map(|at| entries[at].take()));
    sorted
}

/// The order of two names. Capital and small letters from A to Z count alike.
pub fn by_name(a: &str, b: &str) -> Ordering {
    a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase())
}

fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_a_stable_sort(entries: Vec<(u8, u32)>) {
            let mut sorted = entries.clone();
            sorted.sort_by_key(|entry| entry.0);
            prop_assert_eq!(in_order(entries, |a, b| a.0.cmp(&b.0)), sorted);
        }
    }
}
