//! What to say of a command that is not here: what comes close, and what exists.

use super::state::Shell;
use super::system::System;
use super::{builtins, commands};

/// The most changes between two names that come close.
const CLOSE: usize = 2;

/// The message for a name that nobody has.
pub fn not_found(shell: &Shell, name: &str, system: &System<'_>) -> String {
    let mut message = format!("{name}: command not found");
    if !shell.interactive {
        return message;
    }
    let known = all(shell, system);
    let close: Vec<&str> = {
        let mut found: Vec<(usize, &str)> = known
            .iter()
            .map(|one| (distance(name, one), one.as_str()))
            .filter(|(changes, one)| *changes <= CLOSE && *changes < one.len())
            .collect();
        found.sort_unstable();
        let nearest = found.first().map_or(0, |(changes, _)| *changes);
        found.into_iter().take_while(|(changes, _)| *changes == nearest).take(3).map(|(_, one)| one).collect()
    };
    if close.is_empty() {
        message.push_str(&format!("\nHere are: {}", known.join(" ")));
    } else {
        message.push_str(&format!("\nDid you mean: {}?", close.join(", ")));
    }
    message
}

/// The names of everything that can be run, sorted.
pub fn all(shell: &Shell, system: &System<'_>) -> Vec<String> {
    let own =
        builtins::NAMES.iter().copied().filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
    let mut names: Vec<String> = own
        .chain(commands::names())
        .chain(system.host.programs().iter().copied())
        .map(str::to_owned)
        .chain(shell.functions.keys().cloned())
        .collect();
    names.sort();
    names.dedup();
    names
}

/// How many letters must be changed, added, left out or swapped.
fn distance(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=right.len()).collect()];
    for (row, one) in left.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, other) in right.iter().enumerate() {
            let changed = rows[row][column] + usize::from(one != other);
            let mut least = changed.min(rows[row][column + 1] + 1).min(next[column] + 1);
            let swapped = row > 0 && column > 0 && *one == right[column - 1] && left[row - 1] == *other;
            if swapped {
                least = least.min(rows[row - 1][column - 1] + 1);
            }
            next.push(least);
        }
        rows.push(next);
    }
    rows[left.len()][right.len()]
}
