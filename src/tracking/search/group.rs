//! What belongs together in a filter: `metrics`, `.`, `acc` are one identifier; it, `>` and `1` one comparison.
//!
//! The groups are those that MLflow's parser for SQL makes at the top of a statement, in its order: they decide what
//! is understood, and how a refusal quotes what is not.

use super::tokens::{self, Kind};

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Token(Kind),
    Identifier,
    Function,
    Parenthesis,
    Brackets,
    Operation,
    Literal,
    Comparison,
    List,
    Assignment,
    Comment,
    Where,
}

/// A token or a group of them.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) shape: Shape,
    /// All that it covers, white space within too.
    pub(super) text: &'a str,
    /// What a comparison consists of.
    pub(super) parts: Vec<Node<'a>>,
    start: usize,
    end: usize,
}

impl Node<'_> {
    pub(super) fn is_space(&self) -> bool {
        self.shape == Shape::Token(Kind::Space)
    }

    /// Whether it is this keyword, which is given in capitals.
    pub(super) fn is_keyword(&self, word: &str) -> bool {
        self.shape == Shape::Token(Kind::Keyword) && self.text.eq_ignore_ascii_case(word)
    }

    fn is_symbol(&self, kind: Kind, symbol: &str) -> bool {
        self.shape == Shape::Token(kind) && self.text == symbol
    }

    fn kind(&self) -> Option<Kind> {
        match self.shape {
            Shape::Token(kind) => Some(kind),
            _ => None,
        }
    }

    fn is_name(&self) -> bool {
        matches!(self.kind(), Some(Kind::Name | Kind::Double))
    }

    /// A number, a text or what stands for one.
    fn is_value(&self) -> bool {
        use Kind::{Double, Float, Integer, Name, Placeholder, Single};
        matches!(self.kind(), Some(Integer | Float | Single | Double | Name | Placeholder))
    }

    /// What an operator or a comparison may stand between.
    fn is_operand(&self) -> bool {
        use Shape::{Function, Identifier, Literal, Operation, Parenthesis};
        self.is_value() || matches!(self.shape, Identifier | Function | Operation | Parenthesis | Literal)
    }
}

/// The groups of a filter.
pub(super) struct Grouping<'a> {
    source: &'a str,
    nodes: Vec<Node<'a>>,
}

/// Groups a statement's tokens.
pub(super) fn group<'a>(source: &'a str, tokens: &[tokens::Token]) -> Vec<Node<'a>> {
    let node = |token: &tokens::Token| Node {
        shape: Shape::Token(token.kind),
        text: &source[token.start..token.end],
        parts: Vec::new(),
        start: token.start,
        end: token.end,
    };
    let mut all = Grouping { source, nodes: tokens.iter().map(node).collect() };
    all.comments();
    all.enclosed("[", "]", Shape::Brackets);
    all.enclosed("(", ")", Shape::Parenthesis);
    all.functions();
    all.conditions();
    all.points();
    all.indices();
    all.identifiers();
    all.orders();
    all.joined(Shape::Identifier, |n| n.is_symbol(Kind::Punctuation, "::"), |_| true, |_| true);
    all.literals();
    all.operations();
    all.comparisons();
    all.aliases();
    all.joined(Shape::Assignment, |n| n.is_symbol(Kind::Assignment, ":="), not_keyword, not_keyword);
    all.aligned_comments();
    all.lists();
    all.nodes
}

fn not_keyword(node: &Node<'_>) -> bool {
    node.kind() != Some(Kind::Keyword)
}

impl<'a> Grouping<'a> {
    /// Makes one node of those from `first` to `last`.
    fn make(&mut self, shape: Shape, first: usize, last: usize) {
        let parts: Vec<_> = self.nodes.drain(first..=last).collect();
        let (Some(start), Some(end)) = (parts.first().map(|n| n.start), parts.last().map(|n| n.end)) else {
            return;
        };
        let parts = parts.into_iter().filter(|part| !part.is_space()).collect();
        self.nodes.insert(first, Node { shape, text: &self.source[start..end], parts, start, end });
    }

    fn next(&self, after: usize) -> Option<usize> {
        (after + 1..self.nodes.len()).find(|&at| !self.nodes[at].is_space())
    }

    fn previous(&self, before: usize) -> Option<usize> {
        (0..before).rev().find(|&at| !self.nodes[at].is_space())
    }

    /// Joins what stands on both sides of a middle with it, from left to right. What can be on the left of a second
    /// middle is decided by the node that stands there, not by the group that it has become part of: so MLflow's
    /// parser does, and `a = b = c` is one comparison.
    fn joined(
        &mut self,
        shape: Shape,
        middle: impl Fn(&Node<'a>) -> bool,
        left: impl Fn(&Node<'a>) -> bool,
        right: impl Fn(&Node<'a>) -> bool,
    ) {
        let (mut at, mut group) = (0, None);
        while at < self.nodes.len() {
            let from = self.previous(at).filter(|&from| match group {
                Some((place, fits)) if place == from => fits,
                _ => left(&self.nodes[from]),
            });
            let sides = from.zip(self.next(at)).filter(|(_, to)| right(&self.nodes[*to]));
            let Some((from, mut to)) = sides.filter(|_| middle(&self.nodes[at])) else {
                at += 1;
                continue;
            };
            // What was taken as the right side may be a middle itself.
            loop {
                group = Some((from, left(&self.nodes[to])));
                let again = middle(&self.nodes[to]);
                self.make(shape, from, to);
                match self.next(from).filter(|&next| again && right(&self.nodes[next])) {
                    Some(next) if left(&self.nodes[from]) => to = next,
                    _ => break,
                }
            }
            at = from + 1;
        }
    }

    fn comments(&mut self) {
        let is_comment = |node: &Node<'a>| node.shape == Shape::Token(Kind::Comment);
        let line_end = |node: &Node<'a>| node.is_space() && node.text.contains(['\n', '\r']);
        let mut at = 0;
        while at < self.nodes.len() {
            if is_comment(&self.nodes[at]) {
                let rest = at..self.nodes.len();
                let end = rest.clone().find(|&i| !is_comment(&self.nodes[i]) && !line_end(&self.nodes[i]));
                let Some(end) = end else { return };
                self.make(Shape::Comment, at, end - 1);
            }
            at += 1;
        }
    }

    /// A comment belongs to the group before it.
    fn aligned_comments(&mut self) {
        let mut at = 0;
        while at < self.nodes.len() {
            let group = self.previous(at).filter(|&before| self.nodes[before].kind().is_none());
            match group {
                Some(before) if self.nodes[at].shape == Shape::Comment => {
                    let shape = self.nodes[before].shape;
                    let mut parts = std::mem::take(&mut self.nodes[before].parts);
                    parts.push(self.nodes[at].clone());
                    self.make(shape, before, at);
                    self.nodes[before].parts = parts;
                    at = before + 1;
                }
                _ => at += 1,
            }
        }
    }

    fn enclosed(&mut self, open: &str, close: &str, shape: Shape) {
        let (mut opened, mut at) = (Vec::new(), 0);
        while at < self.nodes.len() {
            if self.nodes[at].is_symbol(Kind::Punctuation, open) {
                opened.push(at);
            } else if self.nodes[at].is_symbol(Kind::Punctuation, close)
                && let Some(from) = opened.pop()
            {
                self.make(shape, from, at);
                at = from;
            }
            at += 1;
        }
    }

    fn functions(&mut self) {
        for at in 0.. {
            let Some(node) = self.nodes.get(at) else { return };
            let named = matches!(node.kind(), Some(Kind::Name | Kind::Builtin | Kind::Placeholder));
            if let Some(next) = self.next(at)
                && named
                && self.nodes[next].shape == Shape::Parenthesis
            {
                self.make(Shape::Function, at, next);
            }
        }
    }

    /// `WHERE` and all behind it, up to what ends it in SQL.
    fn conditions(&mut self) {
        let ends = ["ORDER BY", "GROUP BY", "LIMIT", "UNION", "UNION ALL", "EXCEPT", "INTERSECT", "HAVING"];
        for at in 0.. {
            let Some(node) = self.nodes.get(at) else { return };
            if node.is_keyword("WHERE") {
                let ending = |i: &usize| ends.iter().any(|end| self.nodes[*i].is_keyword(end));
                let end = (at + 1..self.nodes.len()).find(ending).unwrap_or(self.nodes.len());
                self.make(Shape::Where, at, end - 1);
            }
        }
    }

    /// `a.b`; what cannot be a name behind a point is left out of it.
    fn points(&mut self) {
        let is_point = |n: &Node<'a>| {
            n.is_symbol(Kind::Punctuation, ".")
                || n.is_symbol(Kind::Operator, "->")
                || n.is_symbol(Kind::Operator, "->>")
        };
        let named = |n: &Node<'a>| n.is_name() || matches!(n.shape, Shape::Brackets | Shape::Identifier);
        let member = |n: &Node<'a>| {
            let kind = matches!(n.kind(), Some(Kind::Wildcard | Kind::Single));
            kind || n.is_name() || matches!(n.shape, Shape::Brackets | Shape::Function)
        };
        let (mut at, mut group) = (0, None);
        while at < self.nodes.len() {
            let from = self.previous(at).filter(|&from| match group {
                Some((place, fits)) if place == from => fits,
                _ => named(&self.nodes[from]),
            });
            let Some(from) = from.filter(|_| is_point(&self.nodes[at])) else {
                at += 1;
                continue;
            };
            let to = self.next(at).filter(|&next| member(&self.nodes[next]));
            group = to.map(|to| (from, named(&self.nodes[to])));
            self.make(Shape::Identifier, from, to.unwrap_or(at));
            at = from + 1;
        }
    }

    /// `a[0]`
    fn indices(&mut self) {
        let mut at = 0;
        while at < self.nodes.len() {
            let indexed = |n: &Node<'a>| {
                n.is_name() || matches!(n.shape, Shape::Brackets | Shape::Identifier | Shape::Function)
            };
            match self.previous(at).filter(|&from| indexed(&self.nodes[from])) {
                Some(from) if self.nodes[at].shape == Shape::Brackets => {
                    self.make(Shape::Identifier, from, at);
                    at = from + 1;
                }
                _ => at += 1,
            }
        }
    }

    fn identifiers(&mut self) {
        for node in self.nodes.iter_mut().filter(|node| node.is_name()) {
            node.shape = Shape::Identifier;
        }
    }

    /// `a DESC`
    fn orders(&mut self) {
        let mut at = 0;
        while at < self.nodes.len() {
            let ordered = |n: &Node<'a>| n.shape == Shape::Identifier || is_number(n);
            match self.previous(at).filter(|&from| ordered(&self.nodes[from])) {
                Some(from) if self.nodes[at].shape == Shape::Token(Kind::Order) => {
                    self.make(Shape::Identifier, from, at);
                    at = from + 1;
                }
                _ => at += 1,
            }
        }
    }

    /// `date '2026-01-01'`, but not at the very beginning.
    fn literals(&mut self) {
        for at in 1.. {
            let Some(node) = self.nodes.get(at) else { return };
            let typed = node.kind() == Some(Kind::Builtin) && self.previous(at).is_some();
            if let Some(next) = self.next(at)
                && typed
                && self.nodes[next].kind() == Some(Kind::Single)
            {
                self.make(Shape::Literal, at, next);
            }
        }
    }

    fn operations(&mut self) {
        let operator = |n: &Node<'a>| matches!(n.kind(), Some(Kind::Operator | Kind::Wildcard));
        let operand = |n: &Node<'a>| n.is_operand() || n.shape == Shape::Brackets;
        self.joined(Shape::Operation, operator, operand, operand);
    }

    fn comparisons(&mut self) {
        let operand = |n: &Node<'a>| n.is_operand() || n.is_keyword("NULL");
        self.joined(Shape::Comparison, |n| n.kind() == Some(Kind::Comparison), operand, operand);
        let named = |n: &Node<'a>| n.is_keyword("NULL") || not_keyword(n);
        let plain = |n: &Node<'a>| n.kind() != Some(Kind::Statement);
        self.joined(Shape::Identifier, |n| n.is_keyword("AS"), named, plain);
    }

    /// `a b`, where b would be another name for a.
    fn aliases(&mut self) {
        use Shape::{Comparison, Function, Identifier, Operation, Parenthesis};
        for at in 0.. {
            let Some(node) = self.nodes.get(at) else { return };
            let shape = matches!(node.shape, Parenthesis | Function | Identifier | Operation | Comparison);
            if let Some(next) = self.next(at)
                && (shape || is_number(node))
                && self.nodes[next].shape == Identifier
            {
                self.make(Identifier, at, next);
            }
        }
    }

    fn lists(&mut self) {
        use Shape::{Comparison, Function, Identifier, List, Operation};
        let item = |n: &Node<'a>| {
            let kind = matches!(n.kind(), Some(Kind::Keyword | Kind::Comment | Kind::Wildcard));
            let shape = matches!(n.shape, Function | Identifier | Comparison | List | Operation);
            kind || shape || n.is_value()
        };
        self.joined(List, |n| n.is_symbol(Kind::Punctuation, ","), item, item);
    }
}

fn is_number(node: &Node<'_>) -> bool {
    matches!(node.kind(), Some(Kind::Integer | Kind::Float | Kind::Hexadecimal))
}
