//! The format number, found without reading the rest.

/// The number after `format:` at the very start of a project file; `None` if it does not start so.
/// A number too large to hold is the largest one.
pub(in crate::storage) fn format_number(text: &str) -> Option<u32> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rest = skip_blank(text);
    while let Some(attribute) = rest.strip_prefix("#!") {
        rest = skip_blank(attribute.split_once(']')?.1);
    }
    let rest = rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
    let rest = skip_blank(skip_blank(rest).strip_prefix('(')?);
    let rest = skip_blank(skip_blank(rest.strip_prefix("format")?).strip_prefix(':')?);
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let digits = rest.get(..digits).filter(|digits| !digits.is_empty())?;
    Some(digits.parse().unwrap_or(u32::MAX))
}

/// `text` without the white space and comments before its first word.
fn skip_blank(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if let Some(line) = rest.strip_prefix("//") {
            rest = line.split_once('\n').map_or("", |(_, next)| next);
        } else if let Some(block) = rest.strip_prefix("/*") {
            rest = after_block_comment(block);
        } else {
            return rest;
        }
    }
}

/// What stands after the end of a block comment, which may hold others.
fn after_block_comment(text: &str) -> &str {
    let (mut level, mut rest) = (1_usize, text);
    while let Some(at) = rest.find(['/', '*']) {
        rest = rest.get(at..).unwrap_or_default();
        if let Some(inner) = rest.strip_prefix("/*") {
            (level, rest) = (level + 1, inner);
        } else if let Some(outer) = rest.strip_prefix("*/") {
            (level, rest) = (level - 1, outer);
            if level == 0 {
                return rest;
            }
        } else {
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::format_number;

    #[test]
    fn the_number_is_found_at_the_start_alone() {
        let check = |text: &str, expected| assert_eq!(format_number(text), expected, "{text}");
        check("(format: 1, title: \"x\")", Some(1));
        check("(\n    format: 99,", Some(99));
        check("#![enable(implicit_some)]\nProject(format:2)", Some(2));
        check("// ours\n/* a /* b */ c / */ ( // here\n format /**/ : 3", Some(3));
        check("\u{feff}(format: 99999999999999)", Some(u32::MAX));
        check("(title: \"format: 1\")", None);
        check("(format: x)", None);
        check("/* open", None);
        check("", None);
    }
}
