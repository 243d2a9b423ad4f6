//! Text that HTML takes for text.

use std::fmt::Display;

/// A page as it grows, line by line.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    pub(super) fn line(&mut self, line: impl Display) {
        self.0.push_str(&line.to_string());
        self.0.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// `raw` as the content of an element. Control characters, which a page may not hold, are shown as
/// the sign for what cannot be shown.
pub(super) fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len() + 8);
    for c in raw.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => out.push('\n'),
            c if c.is_control() && c != '\n' && c != '\t' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// `raw` as the value of an attribute within quotation marks.
pub(super) fn attribute(raw: &str) -> String {
    text(raw)
}

/// `raw` as a link where it is an address of the web, and nothing but text where it is anything
/// else: other schemes can run code.
pub(super) fn link_or_text(raw: &str) -> String {
    let address = raw.trim();
    let lower = address.to_ascii_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    if is_web && !address.contains(|c: char| c.is_whitespace() || c.is_control()) {
        let address = attribute(address);
        format!("<a href=\"{address}\" rel=\"noopener noreferrer\">{address}</a>")
    } else {
        format!("<bdi>{}</bdi>", text(raw))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_an_element() {
        assert_eq!(
            text("<b a='1' c=\"2\">&amp;\u{0}"),
            "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;\u{fffd}"
        );
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(
            link_or_text("https://example.org/?a=1&b=\"")
                .starts_with("<a href=\"https://example.org/?a=1&amp;b=&quot;\"")
        );
        for other in ["javascript:alert(1)", " data:text/html,x", "Letter of 3 May", "https://a b"]
        {
            assert!(link_or_text(other).starts_with("<bdi>"), "{other}");
        }
    }
}
