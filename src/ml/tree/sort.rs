//! Sorts values with their rows in the order in which scikit-learn leaves equal values. Knows no tree.
//!
//! Sums of numbers depend on their order in the last digit, and ties between splits are broken by that digit:
//! only the same unstable sort grows the same trees.

/// Parts up to this size are sorted by insertion.
const SMALL: usize = 15;

/// Sorts keys by their upper halves: quicksort in three parts, by insertion where few are left.
pub fn sort_by_value(keys: &mut [u64]) {
    let depth = 2 * keys.len().checked_ilog2().unwrap_or(0);
    quicksort(keys, depth);
}

fn value(key: u64) -> u32 {
    (key >> 32) as u32
}

fn quicksort(mut keys: &mut [u64], mut depth: u32) {
    while keys.len() > SMALL {
        if depth == 0 {
            heapsort(keys);
            return;
        }
        depth -= 1;
        let (less, greater) = part(keys);
        let (left, rest) = keys.split_at_mut(less);
        quicksort(left, depth);
        keys = &mut rest[greater - less..];
    }
    insert(keys);
}

/// Moves what is below the pivot to the front and what is above to the back; returns where the middle begins and
/// ends.
fn part(keys: &mut [u64]) -> (usize, usize) {
    let pivot = median(value(keys[0]), value(keys[keys.len() / 2]), value(keys[keys.len() - 1]));
    let (mut at, mut less, mut greater) = (0, 0, keys.len());
    while at < greater {
        let own = value(keys[at]);
        if own < pivot {
            keys.swap(at, less);
            at += 1;
            less += 1;
        } else if own > pivot {
            greater -= 1;
            keys.swap(at, greater);
        } else {
            at += 1;
        }
    }
    (less, greater)
}

fn median(a: u32, b: u32, c: u32) -> u32 {
    a.max(b).min(a.min(b).max(c))
}

fn insert(keys: &mut [u64]) {
    for at in 1..keys.len() {
        let key = keys[at];
        let mut to = at;
        while to > 0 && value(keys[to - 1]) > value(key) {
            keys[to] = keys[to - 1];
            to -= 1;
        }
        keys[to] = key;
    }
}

fn heapsort(keys: &mut [u64]) {
    for root in (0..keys.len() / 2).rev() {
        sift(keys, root);
    }
    for end in (1..keys.len()).rev() {
        keys.swap(0, end);
        sift(&mut keys[..end], 0);
    }
}

/// Moves the key at `root` down to its place in the heap.
fn sift(keys: &mut [u64], mut root: usize) {
    loop {
        let mut most = root;
        for child in [2 * root + 1, 2 * root + 2] {
            if child < keys.len() && value(keys[most]) < value(keys[child]) {
                most = child;
            }
        }
        if most == root {
            return;
        }
        keys.swap(root, most);
        root = most;
    }
}
