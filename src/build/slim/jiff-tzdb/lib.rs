//! No time zones: the virtual clock runs in UTC.

/// There is no data base, and so no version.
pub static VERSION: Option<&str> = None;

/// The zone `name`: none is here.
pub fn get(_name: &str) -> Option<(&'static str, &'static [u8])> {
    None
}

/// The names of all zones.
pub fn available() -> TimeZoneNameIter {
    TimeZoneNameIter(core::iter::empty())
}

/// No names.
#[derive(Clone, Debug)]
pub struct TimeZoneNameIter(core::iter::Empty<&'static str>);

impl Iterator for TimeZoneNameIter {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        self.0.next()
    }
}
