//! Rust source → the tokens that can be part of a path. Comments and literals are left out, so that
//! a word in a sentence is no use of a crate.

/// A word, `::`, or one other sign, and the line it stands on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// The tokens of `source` in order.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let signs: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(rest) = signs.get(at..).filter(|rest| !rest.is_empty()) {
        let length = token_length(rest);
        if is_kept(rest) {
            found.push(Token { text: rest[..length].iter().collect(), line });
        }
        line += rest[..length].iter().filter(|sign| **sign == '\n').count();
        at += length;
    }
    found
}

fn is_kept(rest: &[char]) -> bool {
    let is_literal = string_length(rest).is_some() || matches!(rest[0], '"' | '\'' | '0'..='9');
    !(is_literal || rest[0].is_whitespace() || starts(rest, "//") || starts(rest, "/*"))
}

fn token_length(rest: &[char]) -> usize {
    if starts(rest, "//") {
        return count_while(rest, |sign| sign != '\n');
    }
    if starts(rest, "/*") {
        return block_comment_length(rest);
    }
    if let Some(length) = string_length(rest) {
        return length;
    }
    match rest[0] {
        '\'' => char_or_lifetime_length(rest),
        ':' if starts(rest, "::") => 2,
        sign if is_word(sign) => count_while(rest, is_word),
        _ => 1,
    }
}

fn block_comment_length(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if starts(&rest[at..], "/*") {
            depth += 1;
            at += 2;
        } else if starts(&rest[at..], "*/") {
            depth -= 1;
            at += 2;
        } else {
            at += 1;
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of the string literal `rest` begins with, be it plain, of bytes, or raw.
fn string_length(rest: &[char]) -> Option<usize> {
    let prefix = count_while(rest, |sign| matches!(sign, 'b' | 'c' | 'r'));
    let is_raw = rest[..prefix].contains(&'r');
    let hashes = if is_raw { count_while(&rest[prefix..], |sign| sign == '#') } else { 0 };
    let open = prefix + hashes;
    if prefix > 2 || rest.get(open) != Some(&'"') {
        return None;
    }
    let mut at = open + 1;
    while at < rest.len() {
        let closing = rest[at] == '"' && count_while(&rest[at + 1..], |sign| sign == '#') >= hashes;
        if closing {
            return Some(at + 1 + hashes);
        }
        at += if rest[at] == '\\' && !is_raw { 2 } else { 1 };
    }
    Some(rest.len())
}

fn char_or_lifetime_length(rest: &[char]) -> usize {
    match rest {
        [_, '\\', _, tail @ ..] => 4 + count_while(tail, |sign| sign != '\''),
        [_, _, '\'', ..] => 3,
        [_, tail @ ..] => 1 + count_while(tail, is_word),
        [] => 0,
    }
    .min(rest.len())
}

fn starts(rest: &[char], with: &str) -> bool {
    with.chars().enumerate().all(|(at, sign)| rest.get(at) == Some(&sign))
}

fn count_while(signs: &[char], is_in: impl Fn(char) -> bool) -> usize {
    signs.iter().take_while(|sign| is_in(**sign)).count()
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

#[test]
fn words_and_path_signs_are_tokens_and_nothing_else_is() {
    let check = |source: &str, expected: &[&str]| {
        let found: Vec<String> = tokens(source).into_iter().map(|token| token.text).collect();
        assert_eq!(found, expected, "{source}");
    };
    check("use a::b;", &["use", "a", "::", "b", ";"]);
    check("x // egui::Ui\ny", &["x", "y"]);
    check("x /* a /* b */ egui */ y", &["x", "y"]);
    check(r##"x("egui \" ::", r#"a " b"#, b"c", y)"##, &["x", "(", ",", ",", ",", "y", ")"]);
    check(
        r"f::<'a>('\'', '\u{1F}', 'x', 1.0)",
        &["f", "::", "<", ">", "(", ",", ",", ",", ".", ")"],
    );
}

#[test]
fn a_token_knows_its_line() {
    let lines: Vec<usize> = tokens("a\n\"x\ny\"\n/*\n*/b").iter().map(|token| token.line).collect();
    assert_eq!(lines, [1, 5]);
}
