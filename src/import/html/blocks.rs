//! A tree → its blocks: the paragraphs, headings, items and captions, each with its text.

use super::tree::{Content, Element, NodeId, Tree, is_block};
use crate::import::boilerplate::{self, Verdict};
use crate::import::signs;

/// A stretch of text between the bounds of block elements.
#[derive(Debug)]
pub(super) struct Block {
    /// The element it stands in.
    pub(super) node: NodeId,
    pub(super) shape: Shape,
    /// On one line.
    pub(super) text: String,
    pub(super) words: usize,
    /// Share of the text that stands in links.
    pub(super) linked: f32,
    pub(super) is_prose: bool,
    /// What its words tell.
    pub(super) verdict: Verdict,
}

/// What the elements around a block make of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Heading(u8),
    Paragraph,
    Item,
    Caption,
    Cell,
    Date,
}

impl Block {
    /// How much running text it holds, in characters.
    pub(super) fn mass(&self) -> f32 {
        let is_running = self.is_prose || self.words >= 20;
        let takes = matches!(self.shape, Shape::Paragraph | Shape::Item | Shape::Cell);
        if is_running && takes && self.linked < 0.5 {
            self.text.len() as f32 * (1.0 - self.linked)
        } else {
            0.0
        }
    }
}

/// No article has more text; what follows is let go.
const MOST_TEXT: usize = 16 << 20;

/// The blocks of `tree` in reading order.
pub(super) fn blocks(tree: &Tree) -> Vec<Block> {
    let mut walk = Walk {
        tree,
        blocks: Vec::new(),
        text: String::new(),
        linked: 0,
        in_link: 0,
        total: 0,
        after_break: false,
    };
    walk.run();
    walk.blocks
}

struct Walk<'t> {
    tree: &'t Tree,
    blocks: Vec<Block>,
    text: String,
    linked: usize,
    in_link: usize,
    total: usize,
    after_break: bool,
}

enum Step {
    Enter(NodeId),
    Leave(NodeId),
}

impl Walk<'_> {
    fn run(&mut self) {
        let mut steps = vec![Step::Enter(0)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(id) if self.total < MOST_TEXT => self.enter(id, &mut steps),
                Step::Enter(_) => {}
                Step::Leave(id) => self.leave(id),
            }
        }
    }

    fn enter(&mut self, id: NodeId, steps: &mut Vec<Step>) {
        let Some(node) = self.tree.node(id) else { return };
        let element = match &node.content {
            Content::Text(text) => return self.add(text),
            Content::Element(element) => element,
        };
        if is_silent(element) {
            return;
        }
        if &*element.name == "br" {
            return self.line_break(node.parent);
        }
        if matches!(&*element.name, "td" | "th") {
            self.space();
        } else if is_block(&element.name) {
            self.flush(node.parent);
        }
        self.in_link += usize::from(&*element.name == "a");
        steps.push(Step::Leave(id));
        steps.extend(node.children.iter().rev().map(|child| Step::Enter(*child)));
    }

    fn leave(&mut self, id: NodeId) {
        let Some(element) = self.tree.element(id) else { return };
        let is_cell = matches!(&*element.name, "td" | "th");
        if is_block(&element.name) && !is_cell || id == 0 {
            self.flush(id);
        }
        self.in_link -= usize::from(&*element.name == "a" && self.in_link > 0);
    }

    /// Adds `text` with its white space as single spaces.
    fn add(&mut self, text: &str) {
        let before = self.text.len();
        if text.starts_with(char::is_whitespace) {
            self.space();
        }
        for word in text.split_whitespace() {
            self.text.push_str(word);
            self.text.push(' ');
        }
        if !text.ends_with(char::is_whitespace) {
            self.text.pop();
        }
        let added = self.text.len().saturating_sub(before);
        self.total += added;
        if self.in_link > 0 {
            self.linked += added;
        }
        if text.chars().any(|c| !c.is_whitespace()) {
            self.after_break = false;
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    /// Two breaks part paragraphs, and so does one behind the end of a sentence.
    fn line_break(&mut self, parent: NodeId) {
        if self.after_break || signs::ends_sentence(&self.text) {
            self.flush(parent);
        }
        self.after_break = true;
        self.space();
    }

    /// Ends the block that stands in `node`.
    fn flush(&mut self, node: NodeId) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let text = text.trim();
        if text.chars().any(char::is_alphanumeric) {
            let words = signs::words(text);
            let is_prose = signs::is_prose(text, words);
            let block = Block {
                node,
                shape: shape(self.tree, node),
                text: text.to_owned(),
                words,
                linked: (linked as f32 / text.len() as f32).min(1.0),
                is_prose,
                verdict: boilerplate::verdict(text, is_prose),
            };
            self.blocks.push(block);
        }
    }
}

/// Whether an element shows no text, or none of the article's.
pub(super) fn is_silent(element: &Element) -> bool {
    element.is_hidden
        || matches!(
            &*element.name,
            "head"
                | "script"
                | "style"
                | "noscript"
                | "template"
                | "svg"
                | "math"
                | "iframe"
                | "object"
                | "video"
                | "audio"
                | "canvas"
                | "select"
                | "option"
                | "button"
                | "textarea"
                | "input"
                | "map"
                | "datalist"
                | "xmp"
                | "noembed"
                | "rt"
                | "rp"
        )
}

fn shape(tree: &Tree, node: NodeId) -> Shape {
    const AROUND: usize = 4;
    for id in tree.path(node).take(AROUND) {
        let Some(element) = tree.element(id) else { continue };
        match &*element.name {
            "h1" => return Shape::Heading(1),
            "h2" => return Shape::Heading(2),
            "h3" | "h4" | "h5" | "h6" => return Shape::Heading(3),
            "figcaption" | "caption" | "figure" => return Shape::Caption,
            "li" | "dd" | "dt" => return Shape::Item,
            "td" | "th" | "tr" => return Shape::Cell,
            "time" => return Shape::Date,
            "p" | "article" | "section" | "main" | "body" => return Shape::Paragraph,
            _ if has_hint(element, &["caption", "wp-caption-text", "credit"]) => {
                return Shape::Caption;
            }
            _ => {}
        }
    }
    Shape::Paragraph
}

/// Whether one of the words of the element's hints is one of `words`.
fn has_hint(element: &Element, words: &[&str]) -> bool {
    element.hints.split(' ').any(|hint| words.contains(&hint))
}
