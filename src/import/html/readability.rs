//! What a readability crate takes for the article.
//!
//! It is shown the page as it was read here: no deeper than [`super::tree`] lets it grow, every tag
//! closed, without what shows no text, and with the number of its block on each element.

use std::fmt::Write as _;

use dom_smoothie::{Config, ParsePolicy, Readability};

use super::blocks::{Block, is_silent};
use super::tree::{Content, NodeId, Tree, is_block};

/// The attribute that tells an element's number.
const MARK: &str = "data-block";
/// Pages of more elements are no articles, and would take long.
const MOST_ELEMENTS: usize = 30_000;

/// For each of `blocks` whether it stands in what is taken for the article; `None` where nothing is.
pub(super) fn candidates(tree: &Tree, blocks: &[Block]) -> Option<Vec<bool>> {
    if tree.len() > MOST_ELEMENTS {
        return None;
    }
    let config = Config { disable_json_ld: true, ..Config::default() };
    let mut reader = Readability::new(written(tree, blocks), None, Some(config)).ok()?;
    let article = reader.parse_with_policy(ParsePolicy::Strict).ok()?;
    let marked = marks(&article.content, tree.len());
    let is_marked = |block: &Block| marked.get(block.node) == Some(&true);
    Some(blocks.iter().map(is_marked).collect())
}

/// The page as markup.
fn written(tree: &Tree, blocks: &[Block]) -> String {
    let mut holds_block = vec![false; tree.len()];
    for block in blocks {
        if let Some(holds) = holds_block.get_mut(block.node) {
            *holds = true;
        }
    }
    let mut writer = Writer { tree, holds_block, html: String::from("<html><body>") };
    writer.run();
    writer.html
}

struct Writer<'t> {
    tree: &'t Tree,
    holds_block: Vec<bool>,
    html: String,
}

enum Step {
    Enter(NodeId),
    Leave(NodeId),
}

impl Writer<'_> {
    fn run(&mut self) {
        let mut steps = vec![Step::Enter(0)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(id) => self.enter(id, &mut steps),
                Step::Leave(id) => self.leave(id),
            }
        }
    }

    fn enter(&mut self, id: NodeId, steps: &mut Vec<Step>) {
        let Some(node) = self.tree.node(id) else { return };
        let element = match &node.content {
            Content::Text(text) => return self.text(text),
            Content::Element(element) if is_silent(element) => return,
            Content::Element(element) => element,
        };
        self.html.push('<');
        self.html.push_str(name(&element.name));
        if self.holds_block.get(id) == Some(&true) {
            write!(self.html, " {MARK}=\"{id}\"").ok();
        }
        if !element.hints.is_empty() {
            self.html.push_str(" class=\"");
            self.text(&element.hints);
            self.html.push('"');
        }
        self.html.push('>');
        if &*element.name != "br" {
            steps.push(Step::Leave(id));
            steps.extend(node.children.iter().rev().map(|child| Step::Enter(*child)));
        }
    }

    fn leave(&mut self, id: NodeId) {
        if let Some(element) = self.tree.element(id) {
            self.html.push_str("</");
            self.html.push_str(name(&element.name));
            self.html.push('>');
        }
    }

    /// What would have to be escaped is blotted out: only the lengths of texts and their commas tell
    /// anything, and a page of a million `&amp;` takes the crate's parser minutes.
    fn text(&mut self, text: &str) {
        for (at, part) in text.split(['<', '&', '"']).enumerate() {
            self.html.push_str(if at == 0 { "" } else { "_" });
            self.html.push_str(part);
        }
    }
}

/// The name an element is shown by: a page has one body, and what is no block is nothing but text,
/// so that no tag is read other than it was meant.
fn name(name: &str) -> &str {
    match name {
        "" | "html" | "body" => "div",
        "a" | "br" | "time" => name,
        name if is_block(name) => name,
        _ => "span",
    }
}

/// Which of `count` numbers stand as marks in `html`.
fn marks(html: &str, count: usize) -> Vec<bool> {
    let mut marked = vec![false; count];
    for (at, found) in html.match_indices(MARK) {
        let rest = html.get(at + found.len() + 2..).unwrap_or_default();
        let digits = rest.split('"').next().unwrap_or_default();
        if let Some(mark) = digits.parse::<usize>().ok().and_then(|id| marked.get_mut(id)) {
            *mark = true;
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::html::{blocks, tree};

    /// The blocks that are chosen.
    fn check(html: &str, expected: &[&str]) {
        let page = tree::read(html);
        let blocks = blocks::blocks(&page.tree);
        let chosen = candidates(&page.tree, &blocks).unwrap_or_default();
        let chosen = blocks.iter().zip(chosen).filter(|(_, chosen)| *chosen);
        let texts: Vec<&str> = chosen.map(|(block, _)| block.text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    const FIRST: &str = "The council closed the old bridge on Monday, the mayor said, \
        because its northern pier has sunk by nine centimetres since May, far more than allowed.";
    const SECOND: &str = "Lorries have been kept off the bridge for two years, and the town's \
        engineers asked in vain for money, first in spring, then again in the autumn.";

    #[test]
    fn the_article_is_chosen_and_the_menu_is_not() {
        check(
            &format!(
                "<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>\
                 <div class=main><p>{FIRST}</p><p>{SECOND}</p></div><footer>Imprint</footer>"
            ),
            &[FIRST, SECOND],
        );
    }

    #[test]
    fn texts_with_signs_of_markup_are_shown_without_them() {
        let first = FIRST.replace("Monday", "&lt;p&gt; &amp; \"Monday\"");
        let shown = FIRST.replace("Monday", "<p> & \"Monday\"");
        check(&format!("<div><p>{first}</p><p>{SECOND}</p></div>"), &[&shown, SECOND]);
    }

    #[test]
    fn a_page_without_text_has_no_candidates() {
        let page = tree::read("<p>");
        assert_eq!(candidates(&page.tree, &[]), None);
    }
}
