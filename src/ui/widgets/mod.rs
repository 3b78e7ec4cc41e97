//! Small parts that several pages use.

mod confirm;
mod file_button;
mod icon;
mod meter;
mod notices;
mod virtual_rows;

pub(super) use confirm::Confirm;
pub(super) use file_button::FileButton;
pub(super) use icon::Icon;
pub(super) use meter::Meter;
pub(super) use notices::{StatusLine, ToastLine, Troubles};
pub(super) use virtual_rows::VirtualRows;
