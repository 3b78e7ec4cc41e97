//! A filter as a list of comparisons, all of which must hold.

use super::error::SearchError;
use super::group::{self, Node, Shape};
use super::identifier::{self, Attribute, Entity};
use super::list;
use super::tokens::{Kind, Token, tokens};

/// Longer filters are not looked at, as MLflow's parser refuses them.
const MAX_TOKENS: usize = 10_000;

/// One comparison as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What kind of thing is compared.
    pub entity: Entity,
    /// Which one.
    pub key: String,
    /// How, as it was written: `>=`, `like`.
    pub comparator: String,
    /// With what.
    pub value: Value,
}

/// What something is compared with.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing: `IS NULL`.
    None,
    /// A number as it was written.
    Number(String),
    /// A text without its quotes.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

/// Reads a filter.
///
/// # Errors
/// Says what is not understood.
pub fn parse_filter(filter: &str) -> Result<Vec<Comparison>, SearchError> {
    if filter.is_empty() {
        return Ok(Vec::new());
    }
    let tokens = tokens(filter);
    if tokens.len() > MAX_TOKENS {
        return Err(SearchError::Long(filter.into()));
    }
    match count_statements(filter, &tokens) {
        0 => return Err(SearchError::Blank(filter.into())),
        1 => {}
        _ => return Err(SearchError::Several(filter.into())),
    }
    let clauses = listed(group::group(filter, &tokens));
    let is_valid = |clause: &&Clause| match clause {
        Clause::Test(_) => true,
        Clause::Part(node) => node.shape == Shape::Comparison || node.is_keyword("AND"),
    };
    let wrong: Vec<_> = clauses.iter().filter(|clause| !is_valid(clause)).map(Clause::text).collect();
    if !wrong.is_empty() {
        return Err(SearchError::Clauses(wrong));
    }
    clauses.iter().filter_map(Clause::comparison).collect()
}

/// How many statements the tokens are: a semicolon outside parentheses ends one.
pub(super) fn count_statements(source: &str, tokens: &[Token]) -> usize {
    let (mut count, mut depth, mut ended, mut empty) = (0, 0_i64, false, true);
    for token in tokens {
        let text = &source[token.start..token.end];
        let line_end = text.starts_with(['\r', '\n']);
        let trails = matches!(token.kind, Kind::Space | Kind::Comment) && !line_end;
        if ended && !trails {
            (count, ended, empty) = (count + 1, false, true);
        }
        empty &= token.kind == Kind::Space;
        match text {
            "(" => depth += 1,
            ")" => depth -= 1,
            ";" if depth <= 0 && token.kind == Kind::Punctuation => ended = true,
            _ => {}
        }
    }
    count + usize::from(!empty)
}

/// A part of a filter between its white space.
enum Clause<'a> {
    /// A group or a token.
    Part(Node<'a>),
    /// A comparison that SQL's grouping does not make: with a list, or with NULL.
    Test(Test<'a>),
}

struct Test<'a> {
    left: &'a str,
    comparator: &'a str,
    list: Option<&'a str>,
}

/// Finds `IN`, `NOT IN`, `IS NULL` and `IS NOT NULL` among the nodes. An identifier that begins none of them takes
/// the three nodes behind it along, whatever they are: so MLflow reads.
fn listed(nodes: Vec<Node<'_>>) -> Vec<Clause<'_>> {
    let nodes: Vec<_> = nodes.into_iter().filter(|node| !node.is_space()).collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(rest) = nodes.get(at..).filter(|rest| !rest.is_empty()) {
        let looked_at = match test(rest) {
            Some((test, length)) => {
                found.push(Clause::Test(test));
                at += length;
                continue;
            }
            None if rest.len() < 3 => rest.len(),
            None if rest[0].shape != Shape::Identifier => 1,
            None => rest.len().min(4),
        };
        found.extend(rest[..looked_at].iter().cloned().map(Clause::Part));
        at += looked_at;
    }
    found
}

/// The test that the nodes begin with, and how many nodes it takes.
fn test<'a>(nodes: &[Node<'a>]) -> Option<(Test<'a>, usize)> {
    let [first, second, third, behind @ ..] = nodes else { return None };
    if first.shape != Shape::Identifier {
        return None;
    }
    let left = first.text;
    let listed = |node: &Node<'a>| (node.shape == Shape::Parenthesis).then_some(node.text);
    if let (true, Some(list)) = (second.is_keyword("IN"), listed(third)) {
        return Some((Test { left, comparator: second.text, list: Some(list) }, 3));
    }
    if second.is_keyword("IS") && third.is_keyword("NULL") {
        return Some((Test { left, comparator: "IS NULL", list: None }, 3));
    }
    if second.is_keyword("IS") && third.is_keyword("NOT NULL") {
        return Some((Test { left, comparator: "IS NOT NULL", list: None }, 3));
    }
    let list = behind.first().and_then(listed)?;
    let negated = second.is_keyword("NOT") && third.is_keyword("IN");
    negated.then_some((Test { left, comparator: "NOT IN", list: Some(list) }, 4))
}

impl Clause<'_> {
    fn text(&self) -> String {
        match self {
            Self::Part(node) => node.text.to_owned(),
            Self::Test(test) => test.left.to_owned(),
        }
    }

    /// The comparison that it is, if it is one.
    fn comparison(&self) -> Option<Result<Comparison, SearchError>> {
        match self {
            Self::Test(test) => Some(test.comparison()),
            Self::Part(node) => (node.shape == Shape::Comparison).then(|| comparison(node)),
        }
    }
}

impl Test<'_> {
    fn comparison(&self) -> Result<Comparison, SearchError> {
        let (entity, key) = identifier::in_filter(self.left)?;
        let value = match self.list {
            Some(list) => value(entity, &key, Shape::Parenthesis, list)?,
            None if matches!(entity, Entity::Tag | Entity::Parameter) => Value::None,
            None => return Err(SearchError::NullTest { entity, key }),
        };
        Ok(Comparison { entity, key, comparator: self.comparator.to_owned(), value })
    }
}

fn comparison(node: &Node<'_>) -> Result<Comparison, SearchError> {
    let [left, comparator, right] = node.parts.as_slice() else {
        return Err(SearchError::Parts(node.parts.len()));
    };
    if left.shape != Shape::Identifier {
        return Err(SearchError::NotIdentifier(left.text.into()));
    }
    let (entity, key) = identifier::in_filter(left.text)?;
    let value = value(entity, &key, right.shape, right.text)?;
    Ok(Comparison { entity, key, comparator: comparator.text.to_owned(), value })
}

/// What stands on the right, which must be what `entity` can be compared with.
fn value(entity: Entity, key: &str, shape: Shape, text: &str) -> Result<Value, SearchError> {
    let is_number = matches!(shape, Shape::Token(Kind::Integer | Kind::Float));
    let is_text = matches!(shape, Shape::Token(Kind::Single) | Shape::Identifier);
    let time = entity == Entity::Attribute && Attribute::named(key).is_some_and(Attribute::is_time);
    let found = text.to_owned();
    match entity {
        Entity::Metric if is_number => Ok(Value::Number(found)),
        Entity::Metric => Err(SearchError::MetricValue(found)),
        Entity::Attribute if time && is_number => Ok(Value::Number(found)),
        Entity::Attribute if time => Err(SearchError::TimeValue { key: key.into(), found }),
        _ if is_text => match identifier::text_in_quotes(text) {
            Some(inner) => Ok(Value::Text(inner.to_owned())),
            None => Err(SearchError::Unquoted(found)),
        },
        Entity::Parameter | Entity::Tag => Err(SearchError::TextValue { entity, found }),
        Entity::Attribute if shape == Shape::Parenthesis && key != "run_id" => Err(SearchError::NoList),
        _ if shape == Shape::Parenthesis => list::read(text).map(Value::List),
        Entity::Attribute => Err(SearchError::AttributeValue(found)),
        Entity::Dataset => Err(SearchError::DatasetValue(found)),
    }
}
