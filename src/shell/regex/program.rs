//! From a tree to a program: steps, of which some have two ways to go on.

use super::parse::Node;
use crate::shell::pattern::Member;

/// The longest program: a few nested counts would make an endless one.
const LONGEST: usize = 50_000;

#[derive(Clone, Debug)]
pub(super) enum Step {
    Character(char),
    Any,
    Set {
        members: Vec<Member>,
        without: bool,
    },
    Start,
    End,
    WordStart,
    WordEnd,
    WordEdge,
    NotWordEdge,
    /// Notes the place in a slot.
    Save(usize),
    /// Goes on only when the place is another than that in the slot: an empty round is no round.
    Moved(usize),
    /// Tries the first way, then the second.
    Split(usize, usize),
    Jump(usize),
    /// What a group took, once more.
    Again(usize),
    Match,
}

#[derive(Debug)]
pub(super) struct Program {
    pub steps: Vec<Step>,
    /// Slots: two for each group, then those of loops.
    pub slots: usize,
    pub groups: usize,
    pub any_case: bool,
    /// Whether a step looks at what was taken before, so that a place can matter twice.
    pub looks_back: bool,
    /// Whether the first way counts, as in Perl, and not the longest.
    pub first_wins: bool,
    /// Every match begins with these bytes.
    pub prefix: Vec<u8>,
    /// The prefix is all there is.
    pub literal: bool,
    /// A match can only begin at the beginning of the text.
    pub anchored: bool,
}

impl Program {
    pub fn new(node: &Node, groups: usize, any_case: bool, first_wins: bool) -> Result<Self, String> {
        let mut writing = Writing { steps: Vec::new(), slots: 2 * (groups + 1), looks_back: false };
        writing.steps.push(Step::Save(0));
        writing.node(node)?;
        writing.steps.push(Step::Save(1));
        writing.steps.push(Step::Match);
        let (prefix, literal) = if any_case { (Vec::new(), false) } else { prefix(&writing.steps) };
        let anchored = matches!(writing.steps.get(1), Some(Step::Start));
        Ok(Self {
            steps: writing.steps,
            slots: writing.slots,
            groups,
            any_case,
            looks_back: writing.looks_back,
            first_wins,
            prefix,
            literal,
            anchored,
        })
    }
}

/// The characters that a program begins with, and whether it is nothing else.
fn prefix(steps: &[Step]) -> (Vec<u8>, bool) {
    let mut bytes = Vec::new();
    for step in &steps[1..] {
        match step {
            Step::Character(character) => {
                bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            Step::Save(1) => return (bytes, true),
            Step::Save(_) => {}
            _ => break,
        }
    }
    (bytes, false)
}

struct Writing {
    steps: Vec<Step>,
    slots: usize,
    looks_back: bool,
}

impl Writing {
    fn node(&mut self, node: &Node) -> Result<(), String> {
        if self.steps.len() > LONGEST {
            return Err("Regular expression too big".into());
        }
        let step = match node {
            Node::Empty => return Ok(()),
            Node::Character(character) => Step::Character(*character),
            Node::Any => Step::Any,
            Node::Set { members, without } => Step::Set { members: members.clone(), without: *without },
            Node::Start => Step::Start,
            Node::End => Step::End,
            Node::WordStart => Step::WordStart,
            Node::WordEnd => Step::WordEnd,
            Node::WordEdge => Step::WordEdge,
            Node::NotWordEdge => Step::NotWordEdge,
            Node::Again(group) => {
                self.looks_back = true;
                Step::Again(*group)
            }
            Node::Group(inner, number) => {
                self.steps.push(Step::Save(2 * number));
                self.node(inner)?;
                Step::Save(2 * number + 1)
            }
            Node::Sequence(nodes) => return nodes.iter().try_for_each(|node| self.node(node)),
            Node::Either(choices) => return self.either(choices),
            Node::Repeat { node, least, most, lazy } => return self.repeat(node, *least, *most, *lazy),
        };
        self.steps.push(step);
        Ok(())
    }

    fn either(&mut self, choices: &[Node]) -> Result<(), String> {
        let Some((last, before)) = choices.split_last() else { return Ok(()) };
        let mut jumps = Vec::new();
        for choice in before {
            let split = self.hole();
            self.node(choice)?;
            jumps.push(self.hole());
            self.steps[split] = Step::Split(split + 1, self.steps.len());
        }
        self.node(last)?;
        for jump in jumps {
            self.steps[jump] = Step::Jump(self.steps.len());
        }
        Ok(())
    }

    fn repeat(&mut self, node: &Node, least: u32, most: Option<u32>, lazy: bool) -> Result<(), String> {
        let split = |there, on| if lazy { Step::Split(on, there) } else { Step::Split(there, on) };
        for _ in 0..least {
            self.node(node)?;
        }
        match most {
            Some(most) => {
                let mut holes = Vec::new();
                for _ in least..most {
                    holes.push(self.hole());
                    self.node(node)?;
                }
                let end = self.steps.len();
                for hole in holes {
                    self.steps[hole] = split(hole + 1, end);
                }
            }
            None => {
                let hole = self.hole();
                let guard = can_be_empty(node).then(|| {
                    self.slots += 1;
                    self.slots - 1
                });
                self.steps.extend(guard.map(Step::Save));
                self.node(node)?;
                self.steps.extend(guard.map(Step::Moved));
                self.steps.push(Step::Jump(hole));
                self.steps[hole] = split(hole + 1, self.steps.len());
            }
        }
        Ok(())
    }

    /// A step whose ways are known later.
    fn hole(&mut self) -> usize {
        self.steps.push(Step::Jump(0));
        self.steps.len() - 1
    }
}

fn can_be_empty(node: &Node) -> bool {
    match node {
        Node::Character(_) | Node::Any | Node::Set { .. } => false,
        Node::Group(inner, _) => can_be_empty(inner),
        Node::Sequence(nodes) => nodes.iter().all(can_be_empty),
        Node::Either(choices) => choices.iter().any(can_be_empty),
        Node::Repeat { node, least, .. } => *least == 0 || can_be_empty(node),
        _ => true,
    }
}
