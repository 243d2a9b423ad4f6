//! Text as RON writes it, for people to read.

use std::fmt::Write as _;

/// Appends `text` as a RON string: plain where that is the same to the letter; raw, with its line
/// breaks as they are, where it holds line breaks, quotation marks or backslashes; and with escapes
/// where it holds characters that an editor would not show or would change, such as CR and NUL.
pub(super) fn push_text(out: &mut String, text: &str) {
    if text.contains(is_unfit_for_raw) {
        push_escaped(out, text);
    } else if text.contains(['"', '\\', '\n']) {
        push_raw(out, text);
    } else {
        out.extend(["\"", text, "\""]);
    }
}

/// Control characters other than line feed and tab.
fn is_unfit_for_raw(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
}

fn push_raw(out: &mut String, text: &str) {
    let hashes = "#".repeat(hashes_needed(text));
    out.extend(["r", &hashes, "\"", text, "\"", &hashes]);
}

/// One more than the longest run of `#` after a quotation mark, and one at least.
fn hashes_needed(text: &str) -> usize {
    let runs = text.split('"').skip(1);
    runs.map(|rest| rest.bytes().take_while(|byte| *byte == b'#').count()).max().unwrap_or(0) + 1
}

/// Line breaks stay as they are: a long text with one odd character in it still diffs by line.
fn push_escaped(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\r' => out.push_str("\\r"),
            // Writing to a string does not fail.
            c if is_unfit_for_raw(c) => drop(write!(out, "\\u{{{:x}}}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::push_text;

    fn written(text: &str) -> String {
        let mut out = String::new();
        push_text(&mut out, text);
        out
    }

    #[test]
    fn text_is_written_in_the_plainest_form_that_holds_it() {
        let check = |text: &str, expected: &str| {
            assert_eq!(written(text), expected);
            assert_eq!(ron::from_str::<String>(expected).expect("a string"), text);
        };
        check("The mayor’s 🚢", "\"The mayor’s 🚢\"");
        check("“a”\n\n\"b\"", "r#\"“a”\n\n\"b\"\"#");
        check("C:\\x", "r#\"C:\\x\"#");
        check("\"#\"###", "r####\"\"#\"###\"####");
        check("a\rb\0\n\"\\", "\"a\\rb\\u{0}\n\\\"\\\\\"");
        check("\\\n  x\u{1b}", "\"\\\\\n  x\\u{1b}\"");
    }

    proptest! {
        #[test]
        fn every_text_is_read_as_it_was_written(text in "(\\PC|[\"#\\\\\r\n\t\0]){0,40}|\\PC{0,40}") {
            prop_assert_eq!(ron::from_str::<String>(&written(&text)).expect("a string"), text);
        }
    }
}
