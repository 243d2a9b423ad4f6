//! The words of a reason: who says what, articles by their numbers from 1.

use std::collections::BTreeSet;

use crate::text::collapse_white_space;

/// Characters of a quoted passage in a reason's sentence.
const LONGEST_QUOTE: usize = 80;

/// "1 says “x”, 2 and 3 say “y”", the side of more articles first; an article on both sides is said to
/// say both, unless others on each side say only that.
pub(in crate::analysis) fn says(saying: &[BTreeSet<usize>], quotes: &[String]) -> String {
    let apart = told_apart(saying);
    let who = |at: usize| doing(&apart[at], ["says", "say"]);
    let one = |at: usize| format!("{} “{}”", who(at), quotes[at]);
    let both = |at: usize| format!("{} “{}” and “{}”", who(at), quotes[1 - at], quotes[at]);
    let says_both = |at: usize| saying[at].is_subset(&saying[1 - at]);
    let first = match (says_both(0), says_both(1)) {
        (true, true) => both(1),
        (true, false) => format!("{}, {}", one(1), both(0)),
        (false, true) => format!("{}, {}", one(0), both(1)),
        (false, false) if apart[0].len() > apart[1].len() => format!("{}, {}", one(0), one(1)),
        (false, false) => format!("{}, {}", one(1), one(0)),
    };
    let more = (2..saying.len()).filter(|at| !apart[*at].is_empty());
    more.fold(first, |told, at| format!("{told}, {}", one(at)))
}

/// "1 says “x”, 2 and 3 do not", where `at` is the side that says something.
pub(super) fn alone_says(saying: &[BTreeSet<usize>], quotes: &[String], at: usize) -> String {
    let apart = told_apart(saying);
    let (says, lacks) = (["says", "say"], ["does not", "do not"]);
    format!("{} “{}”, {}", doing(&apart[at], says), quotes[at], doing(&apart[1 - at], lacks))
}

/// "2 and 3 give it to “x”, 1 to “y”", the side of more articles first.
pub(in crate::analysis) fn gives(saying: &[BTreeSet<usize>], quotes: &[String]) -> String {
    let apart = told_apart(saying);
    let (x, y) = if apart[0].len() > apart[1].len() { (0, 1) } else { (1, 0) };
    let (who, others) = (doing(&apart[x], ["gives", "give"]), numbered(&apart[y]));
    format!("{who} it to “{}”, {others} to “{}”", quotes[x], quotes[y])
}

/// Articles by their numbers, and what they do: the verb for one and for several.
fn doing(articles: &BTreeSet<usize>, [one, several]: [&str; 2]) -> String {
    format!("{} {}", numbered(articles), if articles.len() == 1 { one } else { several })
}

/// Of the articles on each of the first two sides those that are not on the other, too, or all where
/// each one is; of the articles on any further side those that are on none before it.
fn told_apart(saying: &[BTreeSet<usize>]) -> Vec<BTreeSet<usize>> {
    let apart = |(at, own): (usize, &BTreeSet<usize>)| {
        let others = if at == 0 { saying.get(1..2) } else { saying.get(..at) };
        let others: BTreeSet<usize> =
            others.unwrap_or_default().iter().flatten().copied().collect();
        let only: BTreeSet<usize> = own - &others;
        if only.is_empty() && at < 2 { own.clone() } else { only }
    };
    saying.iter().enumerate().map(apart).collect()
}

/// Articles named one by one before the rest is only counted.
const NAMED: usize = 5;

/// `1`, `1 and 2`, `1, 2 and 4`.
fn numbered(numbers: &BTreeSet<usize>) -> String {
    let mut words: Vec<String> = numbers.iter().take(NAMED).map(ToString::to_string).collect();
    if numbers.len() > NAMED {
        words.push(format!("{} more", numbers.len() - NAMED));
    }
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => words.concat(),
    }
}

/// A quote on one line, cut where it is long.
pub(super) fn shortened(quote: &str) -> String {
    let line = collapse_white_space(quote);
    if line.chars().count() <= LONGEST_QUOTE {
        return line;
    }
    line.chars().take(LONGEST_QUOTE - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(saying: &[&[usize]], expected: &str) {
        let saying: Vec<BTreeSet<usize>> =
            saying.iter().map(|numbers| numbers.iter().copied().collect()).collect();
        let quotes = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(says(&saying, &quotes), expected);
    }

    #[test]
    fn each_side_names_the_articles_that_say_only_that() {
        check(&[&[1], &[2, 3]], "2 and 3 say “b”, 1 says “a”");
        check(&[&[1, 2, 3], &[3, 4]], "1 and 2 say “a”, 4 says “b”");
        check(&[&[1], &[2], &[3]], "2 says “b”, 1 says “a”, 3 says “c”");
    }

    #[test]
    fn what_only_articles_say_that_were_named_before_is_left_out() {
        check(&[&[1, 2, 3], &[4], &[2, 3]], "1, 2 and 3 say “a”, 4 says “b”");
        check(&[&[1, 2], &[4], &[2, 3]], "1 and 2 say “a”, 4 says “b”, 3 says “c”");
    }

    #[test]
    fn where_all_of_a_side_say_both_it_is_told_so() {
        check(&[&[1, 2, 3, 4], &[2, 3, 4]], "1 says “a”, 2, 3 and 4 say “a” and “b”");
        check(&[&[2], &[1, 2]], "1 says “b”, 2 says “b” and “a”");
        check(&[&[1, 2], &[1, 2]], "1 and 2 say “a” and “b”");
    }
}
