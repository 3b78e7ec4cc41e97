//! The commands over a built site: `split`, `cut`, `finish`, `rebase`, `sizes`, `serve`.

use super::{Arguments, Failure, rehearsal};
use crate::python::library;
use crate::site::{
    answer::Site,
    budgets::{self, Budgets, Use},
    engine, finish, rebase, serve, sizes, split,
};
use std::path::Path;

/// `dojo split DIR --page FILE`: puts the page, cut in two, into Trunk's output.
pub fn split(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &["--page"], &[])?;
    let site = Path::new(arguments.positional("DIR")?);
    let page = arguments.option("--page").ok_or_else(|| Failure::Usage("--page is missing".into()))?;
    Ok(split::split(Path::new(page), site)?)
}

/// `dojo cut DIR`: prepares the worker and cuts it in two.
pub fn cut(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &[], &[])?;
    let site = Path::new(arguments.positional("DIR")?);
    let messages = serde_json::to_string(&rehearsal::messages(site)?)?;
    println!("{}", engine::cut(site, &engine::Rehearsal { messages: &messages, packages: &packages() })?);
    Ok(())
}

/// What Python imports beside the worker, by name.
fn packages() -> Vec<(&'static str, Vec<u8>)> {
    library::fetched_names().filter_map(|name| Some((name, library::carried_package(name)?))).collect()
}

/// `dojo finish DIR`: finishes the site, prints what it weighs and fails when it is over budget.
pub fn finish(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &["--budgets"], &[])?;
    let site = Path::new(arguments.positional("DIR")?);
    let budgets = Budgets::read(Path::new(arguments.option("--budgets").unwrap_or("budgets.toml")))?;
    let finished = finish::finish(site, &budgets, &packages())?;
    print!("{}", sizes::table(&finished.sizes));
    for Use { name, budget, used } in &finished.uses {
        println!("{name}: {used} of {budget} bytes brotli");
    }
    Ok(budgets::keep(&finished.uses)?)
}

/// `dojo rebase DIR --public-url PATH`: rewrites a finished site for another path.
pub fn rebase(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &["--public-url"], &[])?;
    let missing = || Failure::Usage("--public-url is missing".into());
    let base = arguments.option("--public-url").ok_or_else(missing)?;
    Ok(rebase::rebase(Path::new(arguments.positional("DIR")?), base)?)
}

/// `dojo sizes DIR [--json]`: prints the size of every file shipped.
pub fn sizes(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &[], &["--json"])?;
    let sizes = sizes::measure(Path::new(arguments.positional("DIR")?))?;
    if arguments.flag("--json") {
        println!("{}", serde_json::to_string(&sizes)?);
    } else {
        print!("{}", sizes::table(&sizes));
    }
    Ok(())
}

/// `dojo serve DIR`: serves a built site until it is stopped.
pub fn serve(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &["--port", "--public-url"], &["--quiet"])?;
    let folder = arguments.positional("DIR")?;
    let port = match arguments.option("--port").unwrap_or("8080").parse::<u16>() {
        Ok(port) => port,
        Err(_) => return Err(Failure::Usage("--port takes a number from 0 to 65535".into())),
    };
    let site = Site::open(Path::new(folder), arguments.option("--public-url"))?;
    let serving = serve::start(site, port)?;
    if arguments.flag("--quiet") {
        println!("{}", serving.url);
    } else {
        println!("{folder} is served at {} (stop with Ctrl-C)", serving.url);
    }
    serving.wait();
    Ok(())
}
