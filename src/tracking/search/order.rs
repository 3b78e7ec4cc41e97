//! The order of the runs found.

use super::error::SearchError;
use super::filter::{attribute_of, tag_of, time_of};
use super::group::{self, Shape};
use super::identifier::{self, Attribute, Entity};
use super::parse::count_statements;
use super::tokens::{Kind, tokens};
use crate::tracking::Run;
use std::borrow::Cow;
use std::cmp::Ordering;

/// One key to order by.
#[derive(Debug)]
struct Key {
    entity: Entity,
    key: String,
    descending: bool,
}

/// What a run is ordered by. Values come first, whatever the direction, then NaN, then runs without one.
#[derive(Debug)]
enum Rank<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    NaN,
    Missing,
}

/// The keys to order by; behind them the latest run comes first, and equal ones follow by their ids.
#[derive(Debug)]
pub(super) struct Keys(Vec<Key>);

impl Keys {
    /// Reads the keys, one a text.
    pub(super) fn new(order_by: &[String]) -> Result<Self, SearchError> {
        let mut keys: Vec<Key> = Vec::new();
        for clause in order_by {
            let key = Key::read(clause)?;
            if keys.iter().any(|known| known.is_about(&key)) {
                return Err(SearchError::Duplicate(order_by.to_vec()));
            }
            keys.push(key);
        }
        Ok(Self(keys))
    }

    /// Puts runs in order.
    pub(super) fn sort(&self, runs: &mut [&Run]) {
        runs.sort_by(|a, b| self.compare(a, b));
    }

    fn compare(&self, a: &Run, b: &Run) -> Ordering {
        let by_keys = self.0.iter().map(|key| key.compare(a, b)).find(|order| order.is_ne());
        by_keys.unwrap_or_else(|| b.started.cmp(&a.started).then_with(|| a.id.cmp(&b.id)))
    }
}

impl Key {
    fn read(clause: &str) -> Result<Self, SearchError> {
        let (name, descending) = split(clause)?;
        let (entity, key) = identifier::in_order(name.trim())?;
        if entity == Entity::Dataset {
            return Err(SearchError::OrderEntity(entity));
        }
        Ok(Self { entity, key, descending })
    }

    fn is_about(&self, other: &Self) -> bool {
        let same = match self.entity {
            Entity::Attribute => Attribute::named(&self.key) == Attribute::named(&other.key),
            _ => self.key == other.key,
        };
        self.entity == other.entity && same
    }

    fn compare(&self, a: &Run, b: &Run) -> Ordering {
        let (a, b) = (self.rank(a), self.rank(b));
        a.class().cmp(&b.class()).then_with(|| {
            let order = a.compare(&b);
            if self.descending { order.reverse() } else { order }
        })
    }

    fn rank<'a>(&self, run: &'a Run) -> Rank<'a> {
        let text =
            |found: Option<&'a str>| found.map_or(Rank::Missing, |text| Rank::Text(Cow::Borrowed(text)));
        match (self.entity, Attribute::named(&self.key)) {
            (Entity::Metric, _) => match run.latest(&self.key) {
                Some(value) if value.is_nan() => Rank::NaN,
                Some(value) => Rank::Number(value),
                None => Rank::Missing,
            },
            (Entity::Parameter, _) => text(run.params.get(&self.key).map(String::as_str)),
            (Entity::Tag, _) => text(tag_of(run, &self.key)),
            (Entity::Attribute, Some(time)) if time.is_time() => {
                time_of(run, time).map_or(Rank::Missing, Rank::Number)
            }
            (Entity::Attribute, Some(attribute)) => Rank::Text(attribute_of(run, attribute)),
            (Entity::Attribute | Entity::Dataset, _) => Rank::Missing,
        }
    }
}

impl Rank<'_> {
    fn class(&self) -> u8 {
        match self {
            Self::Text(_) | Self::Number(_) => 0,
            Self::NaN => 1,
            Self::Missing => 2,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
            _ => Ordering::Equal,
        }
    }
}

/// The identifier and whether it counts down.
fn split(clause: &str) -> Result<(String, bool), SearchError> {
    let unreadable = || SearchError::Order(clause.to_owned());
    let tokens = tokens(clause);
    if count_statements(clause, &tokens) != 1 {
        return Err(unreadable());
    }
    let nodes = group::group(clause, &tokens);
    let text = match nodes.as_slice() {
        [only] if only.shape == Shape::Identifier => only.text,
        // The one name of a type that is let pass, only to be refused as an attribute.
        [only] if only.shape == Shape::Token(Kind::Builtin) && only.text == "timestamp" => only.text,
        [first, space @ .., last]
            if first.text == "timestamp"
                && space.iter().all(|node| node.is_space())
                && last.shape == Shape::Token(Kind::Order) =>
        {
            clause
        }
        _ => return Err(unreadable()),
    };
    let words = words(&text.replace('`', "\"")).ok_or_else(unreadable)?;
    match words.as_slice() {
        [name, direction] => match direction.to_lowercase().as_str() {
            "asc" => Ok((name.clone(), false)),
            "desc" => Ok((name.clone(), true)),
            _ => Err(SearchError::Direction(clause.to_owned())),
        },
        [] | [_] => Ok((text.to_owned(), false)),
        _ => Err(unreadable()),
    }
}

/// Cuts at white space as a shell does: what is quoted holds together and loses its quotes.
fn words(text: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in text.chars() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}
