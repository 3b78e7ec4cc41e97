//! Why a search is refused, in MLflow's words.

use super::identifier::Entity;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is wrong with a search. The texts are those of MLflow 3.17, which programs print and look for; where it
/// prints a set, whose order changes from run to run there, ours is fixed.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum SearchError {
    /// Parts that are no comparison.
    #[error("Invalid clause(s) in filter string: {}", quoted(.0))]
    Clauses(Vec<String>),
    /// More than one statement; holds the filter.
    #[error("Search filter contained multiple expression {}. Provide AND-ed expression list.", super::list::repr(.0))]
    Several(String),
    /// Nothing but white space; holds the filter.
    #[error("Invalid filter '{0}'. Could not be parsed.")]
    Blank(String),
    /// Too long to be looked at; holds the filter.
    #[error("Error on parsing filter '{0}'")]
    Long(String),
    /// No identifier on the left of a comparison.
    #[error("Invalid comparison clause. Expected 'Identifier' found '{0}'")]
    NotIdentifier(String),
    /// A comparison with a comment in it.
    #[error("Invalid comparison clause. Expected 3 tokens found {0}")]
    Parts(usize),
    /// No such kind of thing before the point.
    #[error(
        "Invalid entity type '{0}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']"
    )]
    Entity(String),
    /// No such attribute to filter by.
    #[error(
        "Invalid attribute key '{0}' specified. Valid keys are '{{'run_id', 'run_name', 'run name', 'Run name', \
             'Run Name', 'user_id', 'status', 'start_time', 'end_time', 'created', 'Created', 'artifact_uri'}}'"
    )]
    Attribute(String),
    /// No such attribute to order by.
    #[error(
        "Invalid attribute key '{0}' specified. Valid keys are '{{'run_id', 'run_name', 'user_id', 'status', \
             'start_time', 'end_time', 'created', 'Created', 'artifact_uri'}}'"
    )]
    OrderAttribute(String),
    /// No such property of a data set.
    #[error("Invalid dataset key '{0}' specified. Valid keys are '{{'name', 'digest', 'context'}}'")]
    DatasetKey(String),
    /// A metric compared with what is no number.
    #[error("Expected numeric value type for metric. Found {0}")]
    MetricValue(String),
    /// A time compared with what is no number.
    #[error("Expected numeric value type for numeric attribute: {key}. Found {found}")]
    TimeValue {
        /// The attribute.
        key: String,
        /// What it is compared with.
        found: String,
    },
    /// A parameter or a tag compared with what is no text.
    #[error("Expected a quoted string value for {entity} (e.g. 'my-value'). Got value {found}")]
    TextValue {
        /// Which of the two.
        entity: Entity,
        /// What it is compared with.
        found: String,
    },
    /// An attribute compared with what is no text.
    #[error("Expected a quoted string value for attributes. Got value {0}")]
    AttributeValue(String),
    /// A property of a data set compared with what is no text.
    #[error("Expected a quoted string value for dataset attributes. Got value {0}")]
    DatasetValue(String),
    /// A text without quotes.
    #[error(
        "Parameter value is either not quoted or unidentified quote types used for string value {0}. Use either \
             single or double quotes."
    )]
    Unquoted(String),
    /// A list for an attribute other than the run's id.
    #[error("Only ['run_id'] attributes support comparison with a list of quoted string values.")]
    NoList,
    /// A list without members.
    #[error(
        "While parsing a list in the query, expected a non-empty list of string values, but got empty list"
    )]
    EmptyList,
    /// A list with members that are no texts; holds it as Python prints it.
    #[error(
        "While parsing a list in the query, expected string value, punctuation, or whitespace, but got different \
             type in list: {0}"
    )]
    ListMember(String),
    /// A list that cannot be read.
    #[error(
        "While parsing a list in the query, expected a non-empty list of string values, but got ill-formed list."
    )]
    BadList,
    /// `IS NULL` for what is neither parameter nor tag.
    #[error("IS NULL / IS NOT NULL is only supported for tags and params, not for '{entity}' '{key}'")]
    NullTest {
        /// What it is.
        entity: Entity,
        /// Its key.
        key: String,
    },
    /// A comparison that this kind of thing does not have; `allowed` as MLflow prints it.
    #[error("Invalid comparator '{found}' not one of '{allowed}")]
    Comparator {
        /// What was written, in capitals.
        found: String,
        /// What could be.
        allowed: String,
    },
    /// A key to order by that cannot be read.
    #[error("Invalid order_by clause '{0}'. Could not be parsed.")]
    Order(String),
    /// A direction other than ASC and DESC.
    #[error("Invalid ordering key in order_by clause '{0}'.")]
    Direction(String),
    /// What runs cannot be ordered by.
    #[error("Invalid identifier type '{0}'")]
    OrderEntity(Entity),
    /// The same key to order by twice; holds all of them.
    #[error("`order_by` contains duplicate fields: {}", super::list::repr_list(.0))]
    Duplicate(Vec<String>),
    /// None or fewer runs asked for.
    #[error("Invalid value {0} for parameter 'max_results' supplied. It must be a positive integer")]
    TooFew(i64),
    /// More runs asked for than are ever given.
    #[error("Invalid value {found} for parameter 'max_results' supplied. It must be at most {most}", most = super::MAX_RESULTS)]
    TooMany {
        /// How many.
        found: i64,
    },
}

impl SearchError {
    /// MLflow's code for it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Duplicate(_) => "INTERNAL_ERROR",
            _ => "INVALID_PARAMETER_VALUE",
        }
    }
}

fn quoted(clauses: &[String]) -> String {
    clauses.iter().map(|clause| format!("'{clause}'")).collect::<Vec<_>>().join(", ")
}
