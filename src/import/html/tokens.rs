//! HTML → tags and texts.
//!
//! `html5gum` tells the tokens of the HTML standard, on any input in one pass; here they become
//! calls with whole tags, less what extraction has no use for: comments, doctypes, the contents of
//! styles, and most attributes.

use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// Takes the pieces of a page in their order.
pub(super) trait Take {
    /// A start tag.
    fn open(&mut self, tag: &Tag);
    /// An end tag; its name in lower case.
    fn close(&mut self, name: &str);
    /// Text with its entities resolved.
    fn text(&mut self, text: &str);
    /// What stands in a `script`, as it is.
    fn script(&mut self, text: &str);
}

/// A start tag.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    /// Those of [`USED`], with their entities resolved.
    attributes: Vec<(&'static str, String)>,
}

impl Tag {
    /// The value of the first attribute of that name, which must be one of [`USED`].
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
    }
}

/// The attributes that tell something of an article.
const USED: [&str; 18] = [
    "id",
    "class",
    "role",
    "itemprop",
    "data-component",
    "data-testid",
    "aria-label",
    "aria-hidden",
    "hidden",
    "style",
    "type",
    "lang",
    "rel",
    "href",
    "property",
    "name",
    "http-equiv",
    "content",
];

/// Hands the tokens of `html` to `taker`.
pub(super) fn read(html: &str, taker: &mut impl Take) {
    let mut emitter =
        CallbackEmitter::new(Reader { taker, tag: Tag::default(), reads: false, inside: None });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
}

/// The text of `markup`, its entities resolved.
pub(super) fn plain_text(markup: &str) -> String {
    struct Text(String);
    impl Take for Text {
        fn open(&mut self, _: &Tag) {}
        fn close(&mut self, _: &str) {}
        fn text(&mut self, text: &str) {
            self.0.push_str(text);
        }
        fn script(&mut self, _: &str) {}
    }
    let mut text = Text(String::new());
    read(markup, &mut text);
    text.0
}

struct Reader<'t, T> {
    taker: &'t mut T,
    /// The start tag that is being read.
    tag: Tag,
    /// Whether the value of its last attribute is of use.
    reads: bool,
    /// The element whose contents are no markup, while inside one.
    inside: Option<Inside>,
}

/// What becomes of contents that are no markup.
#[derive(Clone, Copy)]
enum Inside {
    Script,
    Text,
    Nothing,
}

impl Inside {
    fn of(name: &str) -> Option<Self> {
        match name {
            "script" => Some(Self::Script),
            "title" | "textarea" => Some(Self::Text),
            "style" | "xmp" | "iframe" | "noembed" | "noframe" | "noscript" => Some(Self::Nothing),
            _ => None,
        }
    }
}

impl<T: Take> Callback<Infallible, ()> for Reader<'_, T> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag.name.clear();
                self.tag.name.push_str(&String::from_utf8_lossy(name));
                self.tag.attributes.clear();
                self.reads = false;
            }
            CallbackEvent::AttributeName { name } => self.attribute(name),
            CallbackEvent::AttributeValue { value } => {
                let last = self.tag.attributes.last_mut().filter(|_| self.reads);
                if let Some((_, own)) = last {
                    own.push_str(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                self.inside = Inside::of(&self.tag.name);
                self.taker.open(&self.tag);
            }
            CallbackEvent::EndTag { name } => {
                self.inside = None;
                self.taker.close(&String::from_utf8_lossy(name));
            }
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
        None
    }
}

impl<T: Take> Reader<'_, T> {
    fn attribute(&mut self, name: &[u8]) {
        let used = USED.iter().find(|used| used.as_bytes() == name);
        // The first of that name holds.
        let used = used.filter(|used| self.tag.get(used).is_none());
        self.tag.attributes.extend(used.map(|used| (*used, String::new())));
        self.reads = used.is_some();
    }

    fn text(&mut self, text: &str) {
        match self.inside {
            None | Some(Inside::Text) => self.taker.text(text),
            Some(Inside::Script) => self.taker.script(text),
            Some(Inside::Nothing) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes down what it is handed.
    impl Take for Vec<String> {
        fn open(&mut self, tag: &Tag) {
            let class = tag.get("class").map(|class| format!(" {class}")).unwrap_or_default();
            self.push(format!("<{}{class}>", tag.name));
        }

        fn close(&mut self, name: &str) {
            self.push(format!("</{name}>"));
        }

        fn text(&mut self, text: &str) {
            self.push(text.to_owned());
        }

        fn script(&mut self, text: &str) {
            self.push(format!("script {text}"));
        }
    }

    fn check(html: &str, expected: &[&str]) {
        let mut found: Vec<String> = Vec::new();
        read(html, &mut found);
        assert_eq!(found, expected);
    }

    #[test]
    fn tags_and_texts_are_told_apart() {
        check("<P class='a b' x=1 y>1 &lt; 2 &amp; 3</P>", &["<p a b>", "1 < 2 & 3", "</p>"]);
        check("a < b <!-- <p> --> c", &["a < b ", " c"]);
        check("<br/><img alt=\">\">", &["<br>", "<img>"]);
    }

    #[test]
    fn the_first_of_two_like_attributes_holds() {
        check("<p class=a href=x class=b>", &["<p a>"]);
    }

    #[test]
    fn scripts_are_no_markup() {
        check(
            "<script>if (a < b) '<p>'</SCRIPT><p>x",
            &["<script>", "script if (a < b) '<p>'", "</script>", "<p>", "x"],
        );
        check("<style>p{}</style>y", &["<style>", "</style>", "y"]);
        check("<title>A &amp; B</title>", &["<title>", "A & B", "</title>"]);
    }

    #[test]
    fn what_is_cut_off_ends_quietly() {
        for html in [
            "<",
            "</",
            "<p",
            "<p a",
            "<p a=",
            "<p a='",
            "<!--",
            "<!",
            "<script>",
            "&",
            "&#",
            "&#x110000;",
        ] {
            let mut found: Vec<String> = Vec::new();
            read(html, &mut found);
        }
    }
}
