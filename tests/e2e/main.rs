//! Journeys of a visitor on the built site, by WebDriver, in each browser that `DOJO_BROWSERS` names. One file a
//! journey; `./dev test e2e` builds the site and says where it and the browsers are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod page;
mod stage;
mod watch;

mod deep_links;
mod delete_restore;
mod fidelity;
#[path = "../common/fidelity.rs"]
mod fidelity_scripts;
mod first_run;
mod import_export;
mod kill;
mod own_csv;
mod python;
mod rest_of_engine;
mod second_file;
mod second_tab;
mod stale_engine;
mod stop;
mod sub_path;
