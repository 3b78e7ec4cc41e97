//! A tree of nodes as YAML text, laid out as PyYAML does: indents, quotes, folded lines and all.

use super::resolve;
use super::scalar::{Styles, styles};
use super::write::Writer;

/// A node of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The name by which aliases refer to it.
    pub anchor: Option<String>,
    /// Its tag in full.
    pub tag: String,
    /// What it is.
    pub body: Body,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A text, in the style that is asked for: `'`, `"`, `|` or `>`.
    Scalar(String, Option<char>),
    /// Nodes in order; whether within brackets.
    Sequence(Vec<Node>, bool),
    /// Pairs of nodes; whether within braces.
    Mapping(Vec<(Node, Node)>, bool),
    /// Another node by its anchor.
    Alias,
}

/// How documents are laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Columns a level.
    pub indent: usize,
    /// Where lines are folded.
    pub width: f64,
    /// Whether characters beyond ASCII are written as they are.
    pub allow_unicode: bool,
    /// What ends a line.
    pub line_break: String,
    /// Whether the first document begins with `---` too.
    pub explicit_start: bool,
    /// Whether documents end with `...`.
    pub explicit_end: bool,
}

/// Where a node stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Root,
    Item,
    SimpleKey,
    /// A key that is not simple, or a value.
    Entry,
}

/// The tags that need not be written.
const PREFIX: &str = "tag:yaml.org,2002:";
/// Longer keys are written after a question mark.
const KEY_CHARS: usize = 128;

/// Writes documents.
pub fn emit(documents: &[Node], layout: &Layout) -> String {
    let mut emitter = Emitter { out: Writer::new(layout), layout };
    for (number, document) in documents.iter().enumerate() {
        if number > 0 || layout.explicit_start {
            emitter.out.indent();
            emitter.out.indicator("---", true);
        }
        emitter.node(document, Place::Root);
        emitter.out.indent();
        if layout.explicit_end {
            emitter.out.indicator("...", true);
            emitter.out.indent();
        }
    }
    emitter.out.end_stream()
}

struct Emitter<'a> {
    out: Writer,
    layout: &'a Layout,
}

impl Emitter<'_> {
    fn node(&mut self, node: &Node, place: Place) {
        if let Some(anchor) = &node.anchor {
            let mark = if node.body == Body::Alias { '*' } else { '&' };
            self.out.indicator(&format!("{mark}{anchor}"), true);
        }
        match &node.body {
            Body::Alias => {}
            Body::Scalar(text, asked) => self.scalar(text, *asked, &node.tag, place),
            Body::Sequence(items, flow) => {
                self.tag(&node.tag, "seq");
                if *flow || self.out.flow_level > 0 || items.is_empty() {
                    self.flow_sequence(items);
                } else {
                    self.block_sequence(items, place);
                }
            }
            Body::Mapping(pairs, flow) => {
                self.tag(&node.tag, "map");
                if *flow || self.out.flow_level > 0 || pairs.is_empty() {
                    self.flow_mapping(pairs);
                } else {
                    self.block_mapping(pairs);
                }
            }
        }
    }

    fn tag(&mut self, tag: &str, implied: &str) {
        if tag.strip_prefix(PREFIX) != Some(implied) {
            self.out.indicator(&written_tag(tag), true);
        }
    }

    fn scalar(&mut self, text: &str, asked: Option<char>, tag: &str, place: Place) {
        let allowed = styles(text, self.layout.allow_unicode);
        let implied_plain = tag.strip_prefix(PREFIX) == Some(resolve::tag(text));
        let style = self.style(asked, allowed, implied_plain, place);
        let implied = if style.is_none() { implied_plain } else { tag.strip_prefix(PREFIX) == Some("str") };
        if !implied {
            self.out.indicator(&written_tag(tag), true);
        }
        self.out.increase_indent(true, false);
        let split = place != Place::SimpleKey;
        match style {
            Some('"') => self.out.double_quoted(text, split),
            Some('\'') => self.out.single_quoted(text, split),
            Some('>') => self.out.folded(text),
            Some(_) => self.out.literal(text),
            None => self.out.plain(text, split, place == Place::Root),
        }
        self.out.decrease_indent();
    }

    /// The style that is asked for if the text allows it; none is plain.
    fn style(&self, asked: Option<char>, allowed: Styles, implied: bool, place: Place) -> Option<char> {
        let in_flow = self.out.flow_level > 0;
        let key = place == Place::SimpleKey;
        let plain = if in_flow { allowed.flow_plain } else { allowed.block_plain };
        match asked {
            Some('"') => Some('"'),
            None if implied && plain && !(key && (allowed.empty || allowed.multiline)) => None,
            Some(block @ ('|' | '>')) if !in_flow && !key && allowed.block => Some(block),
            None | Some('\'') if allowed.single_quoted && !(key && allowed.multiline) => Some('\''),
            _ => Some('"'),
        }
    }

    fn flow_sequence(&mut self, items: &[Node]) {
        self.out.open_flow("[");
        for (number, item) in items.iter().enumerate() {
            self.out.next_flow_entry(number == 0);
            self.node(item, Place::Item);
        }
        self.out.close_flow("]");
    }

    fn flow_mapping(&mut self, pairs: &[(Node, Node)]) {
        self.out.open_flow("{");
        for (number, (key, value)) in pairs.iter().enumerate() {
            self.out.next_flow_entry(number == 0);
            if self.is_simple_key(key) {
                self.node(key, Place::SimpleKey);
                self.out.indicator(":", false);
            } else {
                self.out.indicator("?", true);
                self.node(key, Place::Entry);
                self.out.indent_if_wide();
                self.out.indicator(":", true);
            }
            self.node(value, Place::Entry);
        }
        self.out.close_flow("}");
    }

    fn block_sequence(&mut self, items: &[Node], place: Place) {
        let in_mapping = matches!(place, Place::Entry | Place::SimpleKey);
        let indentless = in_mapping && !self.out.is_indented();
        self.out.increase_indent(false, indentless);
        for item in items {
            self.out.indent();
            self.out.entry_indicator("-");
            self.node(item, Place::Item);
        }
        self.out.decrease_indent();
    }

    fn block_mapping(&mut self, pairs: &[(Node, Node)]) {
        self.out.increase_indent(false, false);
        for (key, value) in pairs {
            self.out.indent();
            if self.is_simple_key(key) {
                self.node(key, Place::SimpleKey);
                self.out.indicator(":", false);
            } else {
                self.out.entry_indicator("?");
                self.node(key, Place::Entry);
                self.out.indent();
                self.out.entry_indicator(":");
            }
            self.node(value, Place::Entry);
        }
        self.out.decrease_indent();
    }

    fn is_simple_key(&self, key: &Node) -> bool {
        let anchor = key.anchor.as_ref().map_or(0, |anchor| anchor.chars().count());
        let (fits, text) = match &key.body {
            Body::Alias => return anchor < KEY_CHARS,
            Body::Sequence(items, _) => (items.is_empty(), 0),
            Body::Mapping(pairs, _) => (pairs.is_empty(), 0),
            Body::Scalar(text, _) => {
                let allowed = styles(text, self.layout.allow_unicode);
                (!allowed.empty && !allowed.multiline, text.chars().count())
            }
        };
        fits && anchor + text + written_tag(&key.tag).chars().count() < KEY_CHARS
    }
}

/// A tag in its short form.
fn written_tag(tag: &str) -> String {
    let (handle, suffix) = match tag.strip_prefix(PREFIX) {
        Some(suffix) => ("!!", suffix),
        None => match tag.strip_prefix('!') {
            Some(suffix) => ("!", suffix),
            None => ("", tag),
        },
    };
    let mut written = String::new();
    for c in suffix.chars() {
        let plain =
            c.is_ascii_alphanumeric() || "-;/?:@&=+$,_.~*'()[]".contains(c) || (c == '!' && handle != "!");
        if plain {
            written.push(c);
        } else {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes).bytes().for_each(|byte| written.push_str(&format!("%{byte:02X}")));
        }
    }
    if handle.is_empty() { format!("!<{written}>") } else { format!("{handle}{written}") }
}
