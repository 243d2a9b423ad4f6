//! Words looked for in all articles.
//!
//! Matching does not look at case, at kinds of quotation marks, dashes and spaces, nor at line breaks:
//! what reads the same is found. [`Search`] is what the bar above the columns holds; matches are looked
//! for again only when other words are typed or other articles are there.

use std::collections::BTreeMap;

use crate::model::{Article, ArticleId, Project};
use crate::text::{Span, collapse_white_space};

/// A search and what it found.
#[derive(Default)]
pub(crate) struct Search {
    /// What is looked for, as it is typed.
    pub(super) text: String,
    /// Whether the bar is there.
    pub(super) is_open: bool,
    /// Whether the field is to get the keyboard.
    pub(super) takes_focus: bool,
    /// What `matches` were found for.
    made_of: (String, Vec<ArticleId>),
    /// The matches of each article, in the order of the project.
    matches: Vec<(ArticleId, Vec<Span>)>,
    /// Another number whenever the matches are others.
    state: u64,
    /// Which match of all is the current one.
    current: Option<usize>,
    folded: BTreeMap<ArticleId, Folded>,
}

/// What was found in one article.
#[derive(Clone, Copy, Default)]
pub(super) struct Found<'a> {
    /// All matches, ascending.
    pub(super) all: &'a [Span],
    /// The current one, if it is here.
    pub(super) now: Option<Span>,
}

impl Found<'_> {
    /// The matches that reach into `span`.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = Span> {
        let from = self.all.partition_point(|found| found.end() <= span.start());
        let rest = self.all.get(from..).unwrap_or_default();
        rest.iter().copied().take_while(move |found| found.start() < span.end())
    }
}

impl Search {
    /// Opens the bar, with `text` in it if there is any.
    pub(crate) fn open(&mut self, text: Option<&str>) {
        self.is_open = true;
        self.takes_focus = true;
        if let Some(text) = text {
            self.text = collapse_white_space(text);
        }
    }

    /// Opens the bar with what was last looked for.
    pub(crate) fn open_if_shut(&mut self) {
        if !self.is_open {
            self.open(None);
        }
    }

    /// Whether there is nothing to look for.
    pub(super) const fn is_empty(&self) -> bool {
        self.made_of.0.is_empty()
    }

    /// Shuts the bar; what was found is no longer marked.
    pub(crate) fn close(&mut self) {
        self.is_open = false;
        self.refresh_with(Vec::new(), String::new());
    }

    /// Looks again where the words or the articles are others; whether that was so.
    pub(super) fn refresh(&mut self, project: &Project) -> bool {
        let wanted = if self.is_open { fold(&self.text) } else { String::new() };
        let is_same = wanted == self.made_of.0
            && project.articles.iter().map(|article| article.id).eq(self.made_of.1.iter().copied());
        if is_same {
            return false;
        }
        let mut matches = Vec::new();
        if !wanted.is_empty() {
            for article in &project.articles {
                let folded = self.folded.entry(article.id).or_insert_with(|| Folded::new(article));
                matches.push((article.id, folded.find(&wanted)));
            }
        }
        self.made_of.1 = project.articles.iter().map(|article| article.id).collect();
        self.refresh_with(matches, wanted);
        true
    }

    fn refresh_with(&mut self, matches: Vec<(ArticleId, Vec<Span>)>, wanted: String) {
        self.matches = matches;
        self.state += 1;
        self.made_of.0 = wanted;
        self.current = None;
    }

    /// What was found in `article`.
    pub(super) fn found(&self, article: ArticleId) -> Found<'_> {
        let here = self.matches.iter().find(|(id, _)| *id == article);
        let all = here.map(|(_, spans)| spans.as_slice()).unwrap_or_default();
        let now = self.current_match().filter(|(id, _)| *id == article).map(|(_, span)| span);
        Found { all, now }
    }

    /// Another number whenever the matches are others.
    pub(super) const fn state(&self) -> u64 {
        self.state
    }

    /// How many matches there are.
    pub(super) fn count(&self) -> usize {
        self.matches.iter().map(|(_, spans)| spans.len()).sum()
    }

    /// The number of the current match, from 1.
    pub(super) fn number(&self) -> Option<usize> {
        self.current.map(|index| index + 1)
    }

    fn current_match(&self) -> Option<(ArticleId, Span)> {
        let mut all =
            self.matches.iter().flat_map(|(id, spans)| spans.iter().map(|span| (*id, *span)));
        all.nth(self.current?)
    }

    /// Goes `steps` matches on, around the ends, and tells where that is. The first step leads to the
    /// first match of `front`, or of the articles after it.
    pub(crate) fn step(
        &mut self,
        steps: isize,
        front: Option<ArticleId>,
    ) -> Option<(ArticleId, Span)> {
        let count = self.count();
        let next = match self.current {
            Some(current) => current.checked_add_signed(steps),
            None if steps < 0 => None,
            None => Some(self.before(front)),
        };
        let last = count.checked_sub(1)?;
        self.current = Some(next.map_or(last, |next| if next > last { 0 } else { next }));
        self.current_match()
    }

    /// How many matches stand before the article `front`.
    fn before(&self, front: Option<ArticleId>) -> usize {
        let before = self.matches.iter().take_while(|(id, _)| Some(*id) != front);
        let count = before.map(|(_, spans)| spans.len()).sum();
        if count < self.count() { count } else { 0 }
    }

    /// The first match of each article.
    pub(super) fn firsts(&self) -> impl Iterator<Item = (ArticleId, Span)> {
        self.matches.iter().filter_map(|(id, spans)| Some((*id, *spans.first()?)))
    }
}

/// A text as it is compared, with the way back to the text as it is.
struct Folded {
    text: String,
    /// Where each byte of the folded text stands in the article; one more for the end.
    places: Vec<u32>,
}

impl Folded {
    fn new(article: &Article) -> Self {
        let mut folded =
            Self { text: String::with_capacity(article.text.len()), places: Vec::new() };
        for (at, c) in article.text.char_indices() {
            let before = folded.text.len();
            fold_char(c, &mut folded.text);
            folded.places.resize(folded.places.len() + folded.text.len() - before, at as u32);
        }
        folded.places.push(article.text.len() as u32);
        folded
    }

    fn find(&self, wanted: &str) -> Vec<Span> {
        let place = |at: usize| self.places.get(at).map_or(0, |place| *place as usize);
        self.text
            .match_indices(wanted)
            .map(|(at, found)| Span::new(place(at), place(at + found.len())))
            .filter(|span| !span.is_empty())
            .collect()
    }
}

fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    collapse_white_space(text).chars().for_each(|c| fold_char(c, &mut folded));
    folded
}

/// Adds what `c` is compared as. White space after white space is nothing.
fn fold_char(c: char, folded: &mut String) {
    match c {
        '‘' | '’' | '‚' | '‛' => folded.push('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' => folded.push('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '−' => folded.push('-'),
        c if c.is_whitespace() => {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        c => folded.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::article;

    fn project(texts: &[&str]) -> Project {
        let articles = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        Project { articles, ..Project::default() }
    }

    fn search(project: &Project, text: &str) -> Search {
        let mut search = Search::default();
        search.open(Some(text));
        assert!(search.refresh(project));
        assert!(!search.refresh(project), "nothing changed");
        search
    }

    fn check(text: &str, wanted: &str, expected: &[&str]) {
        let project = project(&[text]);
        let search = search(&project, wanted);
        let found = search.found(ArticleId(1)).all.iter();
        let found: Vec<_> = found.filter_map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{wanted}");
    }

    #[test]
    fn what_reads_the_same_is_found() {
        check(
            "The Bridge\n  was shut. THE BRIDGE WAS SHUT.",
            "the bridge was",
            &["The Bridge\n  was", "THE BRIDGE WAS"],
        );
        check("the mayor’s “plan”—new", "mayor's \"plan\"-", &["mayor’s “plan”—"]);
        check("İstanbul, Ümit", "ümit", &["Ümit"]);
        check("a ferry", " ferry ", &["ferry"]);
        check("a ferry", "", &[]);
    }

    #[test]
    fn steps_go_through_all_articles_and_around_the_ends() {
        let project = project(&["ferry, ferry", "none", "a ferry"]);
        let mut search = search(&project, "ferry");
        let mut go =
            |steps| search.step(steps, Some(ArticleId(3))).map(|(id, span)| (id.0, span.start()));
        assert_eq!(go(1), Some((3, 2)), "the article in front is looked at first");
        assert_eq!(go(1), Some((1, 0)));
        assert_eq!(go(1), Some((1, 7)));
        assert_eq!(go(-1), Some((1, 0)));
        assert_eq!(go(-1), Some((3, 2)));
        assert_eq!(search.number(), Some(3));
    }

    #[test]
    fn nothing_found_leads_nowhere() {
        let project = project(&["a ferry"]);
        let mut search = search(&project, "bridge");
        assert_eq!((search.count(), search.step(1, None), search.step(-1, None)), (0, None, None));
        search.close();
        assert!(search.found(ArticleId(1)).all.is_empty());
    }
}
