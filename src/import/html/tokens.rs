//! HTML → tags and texts, in one pass over the bytes.
//!
//! The tokens of the HTML standard, less what extraction has no use for: comments, doctypes and the
//! contents of styles fall out. Linear on any input, which tree builders of browsers are not.

use std::borrow::Cow;

/// A piece of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Token<'h> {
    /// A start tag; its name in lower case.
    Open(String, Attributes<'h>),
    /// An end tag; its name in lower case.
    Close(String),
    /// Text with its entities resolved.
    Text(Cow<'h, str>),
    /// What stands in a `script`, as it is.
    Script(&'h str),
}

/// The attributes of a tag: names as written, values with their entities.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Attributes<'h>(Vec<(&'h str, &'h str)>);

impl Attributes<'_> {
    /// The value of the first attribute of that name, entities resolved.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let (_, value) = self.0.iter().find(|(own, _)| own.eq_ignore_ascii_case(name))?;
        Some(htmlize::unescape_attribute(*value))
    }
}

/// The tokens of a page.
pub(super) struct Tokens<'h> {
    html: &'h str,
    at: usize,
    /// The element whose contents are no markup, while inside one.
    raw: Option<&'static str>,
}

/// Elements whose contents are no markup.
const RAW: [&str; 7] = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed"];

/// No element of use has more; what has is hostile.
const MOST_ATTRIBUTES: usize = 100;

impl<'h> Tokens<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Self { html, at: 0, raw: None }
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or_default()
    }

    /// The contents of a raw element, up to its end tag.
    fn raw_text(&mut self, name: &'static str) -> Option<Token<'h>> {
        self.raw = None;
        let rest = self.rest();
        let length = end_of_raw(rest, name);
        self.at += length;
        let text = rest.get(..length)?;
        match name {
            "script" => Some(Token::Script(text)),
            "title" | "textarea" => Some(Token::Text(htmlize::unescape(text))),
            _ => None,
        }
    }

    fn text(&mut self) -> Token<'h> {
        let rest = self.rest();
        // A `<` that opens no tag is text.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length =
            rest.get(first..).and_then(|rest| rest.find('<')).map_or(rest.len(), |at| at + first);
        self.at += length;
        Token::Text(htmlize::unescape(rest.get(..length).unwrap_or_default()))
    }

    /// What a `<` opens; `None` for what falls out.
    fn markup(&mut self) -> Option<Token<'h>> {
        let rest = self.rest();
        let second = rest.as_bytes().get(1).copied().unwrap_or_default();
        match second {
            b'a'..=b'z' | b'A'..=b'Z' => self.open(),
            b'/' if rest.as_bytes().get(2).is_some_and(u8::is_ascii_alphabetic) => self.close(),
            b'!' if rest.starts_with("<!--") => self.skip_past("-->", 4),
            b'!' if rest.starts_with("<![CDATA[") => self.skip_past("]]>", 9),
            b'!' | b'?' | b'/' => self.skip_past(">", 2),
            _ => Some(self.text()),
        }
    }

    fn skip_past(&mut self, end: &str, from: usize) -> Option<Token<'h>> {
        let rest = self.rest();
        let found = rest.get(from.min(rest.len())..).and_then(|inner| inner.find(end));
        self.at += found.map_or(rest.len(), |at| from + at + end.len());
        None
    }

    fn open(&mut self) -> Option<Token<'h>> {
        self.at += 1;
        let name = self
            .take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>'))
            .to_ascii_lowercase();
        let attributes = self.attributes();
        self.raw = RAW.into_iter().find(|raw| *raw == name);
        Some(Token::Open(name, attributes))
    }

    fn close(&mut self) -> Option<Token<'h>> {
        self.at += 2;
        let name = self
            .take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>'))
            .to_ascii_lowercase();
        self.attributes();
        Some(Token::Close(name))
    }

    /// Reads up to and with the `>` of a tag.
    fn attributes(&mut self) -> Attributes<'h> {
        let mut attributes = Vec::new();
        loop {
            self.take_while(|byte| byte.is_ascii_whitespace() || byte == b'/');
            match self.rest().as_bytes().first() {
                None => break,
                Some(b'>') => {
                    self.at += 1;
                    break;
                }
                Some(_) => {}
            }
            let before = self.at;
            let name = self.take_while(|byte| {
                !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'>' | b'/')
            });
            self.take_while(|byte| byte.is_ascii_whitespace());
            let value = if self.rest().starts_with('=') { self.value() } else { "" };
            if self.at == before {
                break;
            }
            if attributes.len() < MOST_ATTRIBUTES {
                attributes.push((name, value));
            }
        }
        Attributes(attributes)
    }

    /// The value behind a `=`.
    fn value(&mut self) -> &'h str {
        self.at += 1;
        self.take_while(|byte| byte.is_ascii_whitespace());
        let quote =
            self.rest().as_bytes().first().copied().filter(|byte| matches!(byte, b'"' | b'\''));
        let Some(quote) = quote else {
            return self.take_while(|byte| !byte.is_ascii_whitespace() && byte != b'>');
        };
        self.at += 1;
        let value = self.take_while(|byte| byte != quote);
        self.at = (self.at + 1).min(self.html.len());
        value
    }

    /// Reads on as long as the bytes are such; `which` must hold for all bytes beyond ASCII or none.
    fn take_while(&mut self, which: impl Fn(u8) -> bool) -> &'h str {
        let rest = self.rest();
        let length = rest.bytes().position(|byte| !which(byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        while self.at < self.html.len() {
            let found = match self.raw {
                Some(name) => self.raw_text(name),
                None if self.rest().starts_with('<') => self.markup(),
                None => Some(self.text()),
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// How far it is to the end tag of a raw element.
fn end_of_raw(rest: &str, name: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|rest| rest.find("</")).map(|at| at + from) {
        let tag = bytes.get(at + 2..at + 2 + name.len());
        if tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes())) {
            return at;
        }
        from = at + 2;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        let found: Vec<String> = Tokens::new(html)
            .map(|token| match token {
                Token::Open(name, attributes) => match attributes.get("class") {
                    Some(class) => format!("<{name} {class}>"),
                    None => format!("<{name}>"),
                },
                Token::Close(name) => format!("</{name}>"),
                Token::Text(text) => text.into_owned(),
                Token::Script(text) => format!("script {text}"),
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn tags_and_texts_are_told_apart() {
        check("<P class='a b' x=1 y>1 &lt; 2 &amp; 3</P>", &["<p a b>", "1 < 2 & 3", "</p>"]);
        check("a < b <!-- <p> --> c", &["a ", "< b ", " c"]);
        check("<br/><img alt=\">\">", &["<br>", "<img>"]);
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
            let _: Vec<_> = Tokens::new(html).collect();
        }
    }
}
