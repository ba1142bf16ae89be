//! Putting things in order, all by two sorts: the standard library's are compiled anew for every
//! type that they sort and every way to compare, several kilobytes of the worker each time. What is
//! sorted here are places, of any things; the things are moved to them at the end.
//!
//! The restoration, which is not in the worker, sorts directly.

use std::cmp::Ordering;

/// Sorts things by a number of each. Equal ones stay as they were. For what there is much of: about
/// as quick as sorting the things themselves.
pub fn by_number<T>(things: &mut [T], number: impl Fn(&T) -> u64) {
    // Hits and the like often come in order.
    if things.is_sorted_by_key(&number) {
        return;
    }
    let mut numbered: Vec<(u64, u32)> =
        things.iter().zip(0..).map(|(thing, i)| (number(thing), i)).collect();
    numbered.sort_unstable();
    arrange(things, &mut numbered.into_iter().map(|(_, i)| i).collect::<Vec<_>>());
}

/// Sorts things by a key of each. Equal ones stay as they were. Several times slower than a direct
/// sort: for what there is little of.
pub fn by_key<T, K: Ord>(things: &mut [T], key: impl Fn(&T) -> K) {
    let mut places = places(things.len(), &|a, b| key(&things[a]).cmp(&key(&things[b])));
    arrange(things, &mut places);
}

/// The least of some things, at most `limit`, in order.
pub fn least<T: Ord>(things: impl IntoIterator<Item = T>, limit: usize) -> Vec<T> {
    let mut least: Vec<T> = Vec::new();
    for thing in things {
        let at = least.partition_point(|other| *other <= thing);
        if at < limit {
            least.truncate(limit - 1);
            least.insert(at, thing);
        }
    }
    least
}

/// The places of so many things, in the order in which those compare that stand there.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count as u32).collect();
    places.sort_by(|&a, &b| compare(a as usize, b as usize));
    places
}

/// Moves to each place what stands where `from` says; `from` has every place once. It is used up.
fn arrange<T>(things: &mut [T], from: &mut [u32]) {
    for start in 0..things.len() {
        // Places that give their things around form rings; each is gone around once.
        let mut at = start;
        loop {
            let next = std::mem::replace(&mut from[at], at as u32) as usize;
            if next == start {
                break;
            }
            things.swap(at, next);
            at = next;
        }
    }
}
