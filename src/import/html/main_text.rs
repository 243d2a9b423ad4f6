//! Blocks → those of the article.
//!
//! A readability crate says which blocks it takes for the article ([`super::readability`]). It finds
//! the place well and is corrected in the rest: from the root down, the element is sought that still
//! holds nearly all running text of its choice; inside it, what the markup or the words mark as the
//! page's falls out, and what the crate left out by mistake stays.

use std::collections::BTreeMap;

use super::blocks::{Block, Shape};
use super::readability::candidates;
use super::tree::{Element, NodeId, Tree};
use crate::import::boilerplate::Verdict;

/// Which of a page's blocks belong to the article.
pub(super) struct MainText {
    /// For each block whether it is the article's.
    pub(super) is_kept: Vec<bool>,
    /// The first and one past the last block of the element that holds the article.
    pub(super) inside: std::ops::Range<usize>,
}

/// A child that holds this share of its parent's running text is where the article goes on.
const NEARLY_ALL: f32 = 0.8;
/// An element that holds this share of all running text is not the page's, whatever its name.
const TOO_MUCH: f32 = 0.4;

/// Finds the article among `blocks`.
pub(super) fn main_text(tree: &Tree, blocks: &[Block]) -> MainText {
    let mass = |block: &Block| if block.verdict == Verdict::Unknown { block.mass() } else { 0.0 };
    let masses: Vec<f32> = blocks.iter().map(mass).collect();
    let all = masses_of(tree, blocks, &masses);
    let chrome = chrome_by_node(tree, &all);
    let is_chrome: Vec<bool> = blocks
        .iter()
        .map(|block| tree.path(block.node).any(|id| chrome.get(id) == Some(&true)))
        .collect();
    let own: Vec<f32> = masses
        .iter()
        .zip(&is_chrome)
        .map(|(mass, chrome)| if *chrome { 0.0 } else { *mass })
        .collect();
    let sums = masses_of(tree, blocks, &chosen(tree, blocks, &own));
    let container = container(tree, &sums);
    let holds = |block: &Block| tree.path(block.node).any(|id| id == container);
    let first = blocks.iter().position(holds).unwrap_or(0);
    let last = blocks.iter().rposition(holds).map_or(0, |last| last + 1);
    let mut is_kept: Vec<bool> = blocks
        .iter()
        .zip(&is_chrome)
        .map(|(block, chrome)| !chrome && holds(block) && is_content(block))
        .collect();
    drop_linked_lists(tree, blocks, &mut is_kept);
    drop_sections(blocks, &mut is_kept);
    drop_edges(blocks, &mut is_kept);
    MainText { is_kept, inside: first..last }
}

/// The readability crate errs where its choice holds a smaller share of the running text.
const TOO_LITTLE: f32 = 0.3;

/// The running text of each block that the readability crate takes for the article; of every block
/// where it errs.
fn chosen(tree: &Tree, blocks: &[Block], masses: &[f32]) -> Vec<f32> {
    let Some(candidates) = candidates(tree, blocks) else { return masses.to_vec() };
    let of_candidate = |(mass, chosen): (&f32, &bool)| if *chosen { *mass } else { 0.0 };
    let chosen: Vec<f32> = masses.iter().zip(&candidates).map(of_candidate).collect();
    let is_enough = chosen.iter().sum::<f32>() > masses.iter().sum::<f32>() * TOO_LITTLE;
    if is_enough { chosen } else { masses.to_vec() }
}

/// The running text in each element, by node.
fn masses_of(tree: &Tree, blocks: &[Block], masses: &[f32]) -> Vec<f32> {
    let mut sums = vec![0.0; tree.len()];
    for (block, mass) in blocks.iter().zip(masses).filter(|(_, mass)| **mass > 0.0) {
        for id in tree.path(block.node) {
            if let Some(sum) = sums.get_mut(id) {
                *sum += mass;
            }
        }
    }
    sums
}

/// The deepest element that holds nearly all of the running text.
fn container(tree: &Tree, sums: &[f32]) -> NodeId {
    let sum = |id: NodeId| sums.get(id).copied().unwrap_or_default();
    let is_body = |id: &NodeId| tree.element(*id).is_some_and(|element| element.is_article_body);
    let declared = (0..tree.len()).filter(is_body).max_by(|a, b| sum(*a).total_cmp(&sum(*b)));
    if let Some(declared) = declared.filter(|id| sum(*id) >= sum(0) * 0.5 && sum(*id) > 0.0) {
        return declared;
    }
    let mut at = 0;
    while let Some(node) = tree.node(at) {
        let best = node.children.iter().copied().max_by(|a, b| sum(*a).total_cmp(&sum(*b)));
        match best.filter(|best| sum(*best) > 0.0 && sum(*best) >= sum(at) * NEARLY_ALL) {
            Some(best)
                if tree.node(best).is_some_and(|node| !node.children.is_empty())
                    && !is_paragraph(tree, best) =>
            {
                at = best;
            }
            _ => break,
        }
    }
    at
}

fn is_paragraph(tree: &Tree, id: NodeId) -> bool {
    tree.element(id).is_none_or(|element| {
        matches!(&*element.name, "p" | "li" | "blockquote" | "ul" | "ol" | "pre")
    })
}

/// For each node whether its markup says that it is the page's. Elements that hold much of all
/// running text, or what is named as the article's body, are not: on some pages the whole body has
/// a class of that kind.
fn chrome_by_node(tree: &Tree, sums: &[f32]) -> Vec<bool> {
    let total = sums.first().copied().unwrap_or_default().max(1.0);
    let holders = holders(tree, sums);
    // Pages repeat their classes a thousand times.
    let mut known: BTreeMap<&str, Chrome> = BTreeMap::new();
    let is_chrome = |(id, sum): (NodeId, &f32)| {
        let Some(element) = tree.element(id) else { return false };
        let by_hints = *known.entry(&element.hints).or_insert_with(|| by_hints(&element.hints));
        match by_hints.max(by_name(&element.name)) {
            Chrome::No => false,
            Chrome::Likely => sum / total <= too_much(tree, id) && holders.get(id) != Some(&true),
            Chrome::Surely => sum / total <= NEARLY_ALL,
        }
    };
    sums.iter().enumerate().map(is_chrome).collect()
}

/// An `article` is the page's own only where it is one of many.
fn too_much(tree: &Tree, id: NodeId) -> f32 {
    let is_article = |element: &Element| matches!(&*element.name, "article" | "main");
    if tree.element(id).is_some_and(is_article) { TOO_MUCH / 2.0 } else { TOO_MUCH }
}

/// For each node whether it holds an element that is named as an article's body and is no small one.
fn holders(tree: &Tree, sums: &[f32]) -> Vec<bool> {
    const LEAST: f32 = 0.2;
    let total = sums.first().copied().unwrap_or_default();
    let mut holders = vec![false; sums.len()];
    for (id, _) in sums.iter().enumerate().filter(|(_, sum)| **sum > 0.0 && **sum >= total * LEAST)
    {
        let is_body =
            |element: &Element| BODIES.split_whitespace().any(|body| element.hints.contains(body));
        if tree.element(id).is_some_and(is_body) {
            for around in tree.path(id) {
                if let Some(holder) = holders.get_mut(around) {
                    *holder = true;
                }
            }
        }
    }
    holders
}

/// What content systems call the element that holds an article's text.
const BODIES: &str = "post-body entry-content article-body articlebody article__body article_body story-body \
    storybody story__body post-content article-content articlecontent entry-body field-name-body story-text";

/// How surely an element is the page's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Chrome {
    No,
    Likely,
    Surely,
}

fn by_name(name: &str) -> Chrome {
    match name {
        "nav" | "footer" | "dialog" | "menu" => Chrome::Surely,
        "aside" | "form" | "label" | "fieldset" => Chrome::Likely,
        _ => Chrome::No,
    }
}

fn by_hints(hints: &str) -> Chrome {
    hints.split(' ').map(hinted).max().unwrap_or(Chrome::No)
}

/// What a class or id tells: pages have names of their own for what stands around articles.
fn hinted(hint: &str) -> Chrome {
    let any = |list: &str| list.split_whitespace().any(|part| hint.contains(part));
    let words = |list: &str| {
        hint.split(|c: char| !c.is_ascii_alphabetic())
            .any(|word| list.split_whitespace().any(|own| own == word))
    };
    if any(EMBEDDED) {
        Chrome::No
    } else if any(SURELY) {
        Chrome::Surely
    } else if any(LIKELY) || words(LIKELY_WORDS) {
        Chrome::Likely
    } else {
        Chrome::No
    }
}

/// What is quoted from elsewhere belongs to the article.
const EMBEDDED: &str = "embed tweet pullquote";
const SURELY: &str =
    "cookie consent gdpr comment disqus newsletter outbrain taboola breadcrumb footer modal";
const LIKELY: &str = "sidebar advert sponsor recommend popular trending subscri signup sign-up paywall \
    popup social sharing masthead copyright disclaimer pagination most-read mostread related recirc promo teaser \
    read-more readmore byline author gallery toolbar navigation navbar carousel";
const LIKELY_WORDS: &str = "ad ads nav menu share rail tags tag banner widget widgets rating ratings login search more \
    foot hidden print tools bio meta skip dialog contentinfo complementary kicker";

/// Whether the block's own words and links let it be the article's.
fn is_content(block: &Block) -> bool {
    match block.shape {
        Shape::Date => false,
        _ if block.linked > 0.7 && !block.is_prose => false,
        _ => block.verdict == Verdict::Unknown,
    }
}

/// What a list's blocks tell of it.
#[derive(Clone, Copy, Default)]
struct ListSums {
    linked: f32,
    all: f32,
    linked_headings: usize,
}

impl ListSums {
    /// Lists most of which are links are menus; those with linked headings are of other articles.
    fn is_of_page(self) -> bool {
        self.linked * 2.0 > self.all || self.linked_headings >= 2
    }
}

/// Drops the lists and tables that are the page's.
fn drop_linked_lists(tree: &Tree, blocks: &[Block], is_kept: &mut [bool]) {
    let is_list = |id: &NodeId| {
        tree.element(*id)
            .is_some_and(|element| matches!(&*element.name, "ul" | "ol" | "dl" | "table"))
    };
    let lists: Vec<Option<NodeId>> =
        blocks.iter().map(|block| tree.path(block.node).find(is_list)).collect();
    let mut sums: BTreeMap<NodeId, ListSums> = BTreeMap::new();
    for (block, list) in blocks.iter().zip(&lists) {
        let Some(list) = list else { continue };
        let sum = sums.entry(*list).or_default();
        sum.linked += block.linked * block.text.len() as f32;
        sum.all += block.text.len() as f32;
        sum.linked_headings +=
            usize::from(matches!(block.shape, Shape::Heading(_)) && block.linked > 0.7);
    }
    for (kept, list) in is_kept.iter_mut().zip(&lists) {
        let sum = list.and_then(|list| sums.get(&list));
        *kept &= !sum.is_some_and(|sum| sum.is_of_page());
    }
}

/// Drops what stands under headings such as "Most read" up to the next running text.
fn drop_sections(blocks: &[Block], is_kept: &mut [bool]) {
    let mut under = false;
    for (block, kept) in blocks.iter().zip(is_kept.iter_mut()) {
        match block.verdict {
            Verdict::Heading => under = true,
            _ if block.is_prose && block.linked < 0.3 && block.shape == Shape::Paragraph => {
                under = false;
            }
            _ => {}
        }
        *kept &= !under;
    }
}

/// Drops what stands before the first and behind the last running text.
fn drop_edges(blocks: &[Block], is_kept: &mut [bool]) {
    let is_solid = |(block, kept): &(&Block, &bool)| {
        let is_running =
            block.is_prose || block.words >= 20 || block.words >= 12 && block.linked < 0.1;
        **kept && is_running && !matches!(block.shape, Shape::Heading(_))
    };
    let first = blocks.iter().zip(is_kept.iter()).position(|pair| is_solid(&pair));
    let last = blocks.iter().zip(is_kept.iter()).collect::<Vec<_>>().iter().rposition(is_solid);
    let (Some(first), Some(last)) = (first, last) else { return };
    let below = blocks.iter().zip(is_kept.iter()).skip(last + 1);
    let items_after =
        last + below.take_while(|(block, kept)| **kept && block.shape == Shape::Item).count();
    for (at, kept) in is_kept.iter_mut().enumerate() {
        let shape = blocks.get(at).map(|block| block.shape);
        let is_item = shape == Some(Shape::Item) && at <= items_after.max(first);
        *kept &= (first..=last).contains(&at) || is_item || shape == Some(Shape::Caption);
    }
}
