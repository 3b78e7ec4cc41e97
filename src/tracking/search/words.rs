//! Which words SQL keeps to itself: they are no names unless they stand beside a point or in quotes.

use super::tokens::Kind;

/// What is a keyword before anything else is tried.
pub(super) const ALWAYS: &[(&[&str], Kind)] = &[
    (&["CASE"], Kind::Keyword),
    (&["IN"], Kind::Keyword),
    (&["VALUES"], Kind::Keyword),
    (&["USING"], Kind::Keyword),
    (&["FROM"], Kind::Keyword),
    (&["AS"], Kind::Keyword),
];

/// What is one token though it is several words.
pub(super) const PHRASES: &[(&[&str], Kind)] = &[
    (&["NOT", "NULL"], Kind::Keyword),
    (&["ASC", "NULLS", "FIRST"], Kind::Order),
    (&["ASC", "NULLS", "LAST"], Kind::Order),
    (&["DESC", "NULLS", "FIRST"], Kind::Order),
    (&["DESC", "NULLS", "LAST"], Kind::Order),
    (&["ASC"], Kind::Order),
    (&["DESC"], Kind::Order),
    (&["NULLS", "FIRST"], Kind::Order),
    (&["NULLS", "LAST"], Kind::Order),
    (&["UNION", "ALL"], Kind::Keyword),
    (&["DOUBLE", "PRECISION"], Kind::Builtin),
    (&["GROUP", "BY"], Kind::Keyword),
    (&["ORDER", "BY"], Kind::Keyword),
    (&["PRIMARY", "KEY"], Kind::Keyword),
];

/// The names of SQL's types.
const TYPES: &str = "array bigint bignumeric binary bit blob boolean char date dec decimal file_type float int int8 \
    integer interval long map naturaln number numeric nvarchar pls_integer positive positiven real rowid rowlabel \
    rownum serial serial8 signed signtype simple_double simple_float simple_integer smallint string struct \
    sys_refcursor text timestamp tinyint unsigned urowid utl_file varchar varchar2 variant varying";

/// What begins a statement.
const STATEMENTS: &str = "select insert delete update upsert replace merge commit rollback start with drop create \
    alter truncate grant revoke";

/// All other words.
const KEYWORDS: &str = include_str!("words.txt");

/// What a word is that stands alone.
pub(super) fn kind(word: &str) -> Kind {
    let word = word.to_lowercase();
    let lists = [
        ("div", Kind::Operator),
        (TYPES, Kind::Builtin),
        (STATEMENTS, Kind::Statement),
        (KEYWORDS, Kind::Keyword),
    ];
    let known = lists.into_iter().find(|(list, _)| list.split_whitespace().any(|known| known == word));
    known.map_or(Kind::Name, |(_, kind)| kind)
}
