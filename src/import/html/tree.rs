//! Tags and texts → a tree.
//!
//! Not the tree a browser makes of broken markup, but one in which the same text stands in the same
//! paragraphs. Depth is bounded: what is nested deeper stands beside its parent.

use super::tokens::{self, Tag, Take};

/// A page as a tree; node 0 is its root.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// The place of a node in its tree.
pub(super) type NodeId = usize;

/// An element or a text.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) content: Content,
    pub(super) children: Vec<NodeId>,
    pub(super) parent: NodeId,
}

#[derive(Debug)]
pub(super) enum Content {
    Text(String),
    Element(Element),
}

/// What an element says of itself.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: Box<str>,
    /// `id`, `class`, `role`, `itemprop` and the like in lower case, parted by spaces.
    pub(super) hints: Box<str>,
    pub(super) is_hidden: bool,
    pub(super) is_article_body: bool,
}

/// A page's tree and the scripts that hold linked data.
pub(super) struct Page {
    pub(super) tree: Tree,
    pub(super) linked_data: Vec<String>,
    pub(super) title: Option<String>,
    /// `name` or `property` in lower case and `content` of each `meta`.
    pub(super) metas: Vec<(String, String)>,
    pub(super) language: Option<String>,
    pub(super) canonical: Option<String>,
}

/// Deeper than any page is written by hand or program.
const DEEPEST: usize = 200;
/// The largest pages have some ten thousand; what comes later goes to the element that is open.
const MOST_NODES: usize = 1 << 20;
/// How far up the open elements an end tag looks for its own.
const FAR: usize = 64;

/// Reads a page.
pub(super) fn read(html: &str) -> Page {
    let mut builder = Builder::new();
    tokens::read(html, &mut builder);
    builder.page
}

struct Builder {
    page: Page,
    /// Names of the open elements and the node their contents go to.
    open: Vec<(String, NodeId)>,
    in_title: bool,
    in_linked_data: bool,
}

impl Builder {
    fn new() -> Self {
        let root =
            Node { content: Content::Element(Element::default()), children: Vec::new(), parent: 0 };
        let tree = Tree { nodes: vec![root] };
        let page = Page {
            tree,
            linked_data: Vec::new(),
            title: None,
            metas: Vec::new(),
            language: None,
            canonical: None,
        };
        Self { page, open: Vec::new(), in_title: false, in_linked_data: false }
    }

    /// Remembers what the head of the page says.
    fn note(&mut self, tag: &Tag) {
        let get =
            |name: &str| tag.get(name).map(|value| value.trim().to_owned()).unwrap_or_default();
        match tag.name.as_str() {
            "title" => {
                let mut near = self.open.iter().rev().take(FAR);
                self.in_title = self.page.title.is_none() && !near.any(|(name, _)| name == "svg");
            }
            "script" => {
                self.in_linked_data = get("type").eq_ignore_ascii_case("application/ld+json");
            }
            "html" => {
                self.page.language = Some(get("lang")).filter(|language| !language.is_empty());
            }
            "link" if get("rel").eq_ignore_ascii_case("canonical") => {
                self.page.canonical = Some(get("href"));
            }
            "meta" => {
                let keys = ["property", "name", "itemprop", "http-equiv"].map(get);
                if let Some(key) = keys.into_iter().find(|key| !key.is_empty()) {
                    self.page.metas.push((key.to_lowercase(), get("content")));
                }
            }
            _ => {}
        }
    }

    /// Closes what ends where `name` opens: a paragraph before a block, an item before an item.
    fn close_implied(&mut self, name: &str) {
        let ends: &[&str] = match name {
            "li" => &["li"],
            "dt" | "dd" => &["dt", "dd"],
            "tr" => &["tr"],
            "td" | "th" => &["td", "th"],
            "option" => &["option"],
            "body" => &["head"],
            _ if is_block(name) => &["p"],
            _ => return,
        };
        let scope: &[&str] = match name {
            "li" => &["ul", "ol", "menu"],
            "tr" | "td" | "th" => &["table"],
            _ => &[
                "div",
                "section",
                "article",
                "td",
                "li",
                "ul",
                "ol",
                "table",
                "blockquote",
                "figure",
                "button",
                "aside",
                "dl",
            ],
        };
        for (up, (open, _)) in self.open.iter().rev().take(FAR).enumerate() {
            if ends.contains(&open.as_str()) {
                self.open.truncate(self.open.len() - up - 1);
                return;
            }
            if scope.contains(&open.as_str()) {
                return;
            }
        }
    }

    /// Adds a text, to the last node where that is a text too.
    fn add_text(&mut self, text: &str) {
        let parent = self.current();
        let nodes = &mut self.page.tree.nodes;
        let last = nodes.get(parent).and_then(|node| node.children.last().copied());
        match last.and_then(|last| nodes.get_mut(last)).map(|node| &mut node.content) {
            Some(Content::Text(before)) => before.push_str(text),
            _ => {
                self.add(Content::Text(text.into()));
            }
        }
    }

    fn current(&self) -> NodeId {
        self.open.last().map_or(0, |(_, node)| *node)
    }

    fn add(&mut self, content: Content) -> NodeId {
        let parent = self.current();
        let id = self.page.tree.nodes.len();
        self.page.tree.nodes.push(Node { content, children: Vec::new(), parent });
        if let Some(parent) = self.page.tree.nodes.get_mut(parent) {
            parent.children.push(id);
        }
        id
    }
}

impl Take for Builder {
    fn open(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        self.note(tag);
        if matches!(name, "title" | "script" | "style" | "meta" | "link" | "base") {
            return;
        }
        self.close_implied(name);
        let has_room = self.open.len() < DEEPEST && self.page.tree.nodes.len() < MOST_NODES;
        let node = if has_room { self.add(Content::Element(element(tag))) } else { self.current() };
        if !is_void(name) {
            self.open.push((name.to_owned(), node));
        }
    }

    fn close(&mut self, name: &str) {
        (self.in_title, self.in_linked_data) = (false, false);
        if name == "br" {
            self.add(Content::Element(Element { name: "br".into(), ..Element::default() }));
            return;
        }
        let barrier = |open: &str| {
            if is_block(name) {
                matches!(open, "table" | "td" | "th")
                    && !matches!(name, "table" | "tr" | "tbody" | "td" | "th")
            } else {
                is_block(open)
            }
        };
        for (up, (open, _)) in self.open.iter().rev().take(FAR).enumerate() {
            if open == name {
                self.open.truncate(self.open.len() - up - 1);
                return;
            }
            if barrier(open) {
                return;
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_title {
            self.page.title.get_or_insert_with(|| text.to_owned());
        } else {
            self.add_text(text);
        }
    }

    fn script(&mut self, text: &str) {
        if self.in_linked_data {
            self.page.linked_data.push(text.to_owned());
        }
    }
}

fn element(tag: &Tag) -> Element {
    let get = |name: &str| tag.get(name).unwrap_or_default();
    let mut hints = String::new();
    for key in ["id", "class", "role", "itemprop", "data-component", "data-testid", "aria-label"] {
        let value = get(key);
        if !value.is_empty() {
            hints.push_str(&value.to_lowercase());
            hints.push(' ');
        }
    }
    let style = tag.get("style").map(|style| style.to_lowercase().replace(' ', ""));
    let hides =
        |style: String| style.contains("display:none") || style.contains("visibility:hidden");
    let is_hidden = tag.get("hidden").is_some()
        || get("aria-hidden") == "true" && !matches!(tag.name.as_str(), "div" | "section")
        || style.is_some_and(hides);
    let is_article_body = get("itemprop").to_lowercase().contains("articlebody");
    Element { name: tag.name.as_str().into(), hints: hints.into(), is_hidden, is_article_body }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "frame"
    )
}

/// Whether an element of that name stands on lines of its own.
pub(in crate::import) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "caption"
    )
}

impl Tree {
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// The element at `id`; `None` for a text.
    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.node(id)?.content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// `id` and what it stands in, up to the root.
    pub(super) fn path(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(id), move |at| {
            self.node(*at).filter(|_| *at != 0).map(|node| node.parent)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as text: elements with their contents in brackets.
    fn written(tree: &Tree, id: NodeId) -> String {
        let Some(node) = tree.node(id) else { return String::new() };
        match &node.content {
            Content::Text(text) => text.clone(),
            Content::Element(element) => {
                let inner: String =
                    node.children.iter().map(|child| written(tree, *child)).collect();
                format!("{}({inner})", element.name)
            }
        }
    }

    fn check(html: &str, expected: &str) {
        assert_eq!(written(&read(html).tree, 0), format!("({expected})"));
    }

    #[test]
    fn paragraphs_and_items_end_where_the_next_opens() {
        check("<p>a<p>b<ul><li>c<li>d</ul>e", "p(a)p(b)ul(li(c)li(d))e");
        check("<div><p>a</div>b", "div(p(a))b");
        check("<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td(a)td(b))tr(td(c)))");
    }

    #[test]
    fn end_tags_without_their_own_are_ignored() {
        check("<p>a</b>b</p>", "p(ab)");
        check("<div></span>a</div></div>b", "div(a)b");
        check("<b><p>a</b>b</p>c", "b(p(ab)c)");
    }

    #[test]
    fn depth_is_bounded_and_the_text_remains() {
        let page = read(&format!("{}x", "<div>".repeat(50_000)));
        assert!(page.tree.len() < 1000);
        assert!(written(&page.tree, 0).contains('x'));
    }
}
