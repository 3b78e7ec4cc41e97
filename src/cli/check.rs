//! The command `check`: how much of what introductory tutorials use is carried.

use super::{Arguments, Failure, program};
use std::collections::BTreeMap;

const SURFACE: &str = include_str!("../python/surface.txt");
const PROGRAM: &str = include_str!("../python/surface.py");

/// `dojo check`: prints the coverage of the Python surface by package, and the names that are missing.
pub fn check(arguments: &[String]) -> Result<(), Failure> {
    Arguments::parse(arguments, &[], &[])?;
    let ran = program::run(PROGRAM, &[("surface.txt", SURFACE)])?;
    if ran.outcome.exit_code != 0 {
        return Err(Failure::Failed(ran.stderr));
    }
    let mut packages: BTreeMap<&str, (usize, Vec<&str>)> = BTreeMap::new();
    for line in ran.stdout.lines() {
        let Some((found, name)) = line.split_once(' ') else { continue };
        let (carried, missing) = packages.entry(name.split('.').next().unwrap_or(name)).or_default();
        if found == "+" {
            *carried += 1;
        } else {
            missing.push(name);
        }
    }
    println!("Names of introductory tutorials that are carried:");
    for (package, (carried, missing)) in &packages {
        println!("  {package:<12} {carried:>3} of {:>3}", carried + missing.len());
        for name in missing {
            println!("    not yet: {name}");
        }
    }
    Ok(())
}
