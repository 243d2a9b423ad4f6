//! Which articles share an origin.
//!
//! Articles that copy or rewrite one wire story are one source, however many they are. What gives them
//! away is runs of five equal words; a credit to the same agency makes a small overlap tell more. Runs
//! inside quotation marks are anybody's: they join nothing by themselves.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher as _, BuildHasherDefault, Hasher as _};
use std::iter::successors;
use std::ops::ControlFlow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::{Cancelled, Progress, Watch, parallel};
use crate::analysis::words::tokens::{TokenKind, known_form, raw_tokens};
use crate::model::{Article, ArticleId, PartKind};

/// The families of a set of articles, numbered from 1 in the order of their first article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Families {
    numbers: BTreeMap<ArticleId, usize>,
    /// Pairs that are not independent, the lesser id first.
    degrees: BTreeMap<(ArticleId, ArticleId), Degree>,
}

/// How much of one article stands in another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Degree {
    /// Nothing but what any two articles on one story have in common.
    Independent,
    /// Sentences that are quotations for the most part.
    SharesQuotations,
    /// Some of its sentences, word for word or nearly.
    Rewrite,
    /// Most of it, word for word.
    Copy,
}

/// Words of a run.
const RUN: usize = 5;
/// Share of the shorter article's runs that makes a copy. Reposts of the visible stories have 0.79 to
/// 0.90, everything else at most 0.20.
const COPY: f64 = 0.5;
/// The same for a rewrite; unrelated articles of the visible stories have at most 0.06.
const REWRITE: f64 = 0.12;
/// The same where both credit one agency.
const CREDITED_REWRITE: f64 = 0.03;
/// The same for sharing quotations.
const QUOTATIONS: f64 = 0.02;
/// An article is compared with at most so many others through one run, and with at most twice as many in
/// all: copies of copies join in a chain.
const PARTNERS: usize = 12;

impl Families {
    /// The number of the family that `article` belongs to; `None` for an article that was not asked about.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> Option<usize> {
        self.numbers.get(&article).copied()
    }

    /// How many families `articles` come from.
    pub fn count(&self, articles: impl IntoIterator<Item = ArticleId>) -> usize {
        let numbers: BTreeSet<_> = articles.into_iter().filter_map(|id| self.of(id)).collect();
        numbers.len()
    }

    /// How much of one article stands in the other, whichever is the shorter.
    #[must_use]
    pub fn degree(&self, a: ArticleId, b: ArticleId) -> Degree {
        if a == b {
            return Degree::Copy;
        }
        self.degrees.get(&(a.min(b), a.max(b))).copied().unwrap_or(Degree::Independent)
    }
}

/// Groups `articles` by origin.
#[must_use]
pub fn families(articles: &[&Article]) -> Families {
    let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
    found(articles, &mut Progress::new(watch)).unwrap_or_default()
}

/// Groups `articles` by origin, as long as nobody cancels.
pub(super) fn found(
    articles: &[&Article],
    progress: &mut Progress<'_, '_>,
) -> Result<Families, Cancelled> {
    let prints = prints(articles, progress)?;
    let mut degrees = BTreeMap::new();
    let mut roots: Vec<usize> = (0..articles.len()).collect();
    let partners: Vec<(usize, usize)> = partners(&prints, progress)?.into_iter().collect();
    let degree = |(): &mut (), (a, b): &(usize, usize)| degree(&prints[*a], &prints[*b]);
    let degrees_found = parallel::map(&partners, progress, || (), degree)?;
    for ((a, b), degree) in partners.into_iter().zip(degrees_found) {
        if degree >= Degree::Rewrite {
            join(&mut roots, a, b);
        }
        if degree > Degree::Independent {
            let ids = [articles[a].id, articles[b].id];
            degrees.insert((ids[0].min(ids[1]), ids[0].max(ids[1])), degree);
        }
    }
    let mut order: BTreeMap<usize, usize> = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        let root = root(&mut roots, index);
        let next = order.len() + 1;
        numbers.insert(article.id, *order.entry(root).or_insert(next));
    }
    Ok(Families { numbers, degrees })
}

/// The prints of all articles; those that read the same are read once.
fn prints(articles: &[&Article], progress: &mut Progress<'_, '_>) -> Result<Vec<Print>, Cancelled> {
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let first: Vec<usize> = articles
        .iter()
        .enumerate()
        .map(|(index, article)| {
            let first = *places.entry(&article.text).or_insert(index);
            if articles[first].parts == article.parts { first } else { index }
        })
        .collect();
    let read: Vec<usize> = (0..articles.len()).filter(|index| first[*index] == *index).collect();
    let of_read =
        parallel::map(&read, progress, || (), |(), index| Arc::new(Runs::of(articles[*index])))?;
    let of_read: BTreeMap<usize, Arc<Runs>> = read.into_iter().zip(of_read).collect();
    let print = |(first, article): (&usize, &&Article)| {
        Some(Print { runs: Arc::clone(of_read.get(first)?), credits: credits(article) })
    };
    Ok(first.iter().zip(articles).filter_map(print).collect())
}

/// What an article is known by.
struct Print {
    /// Shared by articles that read the same.
    runs: Arc<Runs>,
    /// The agencies it credits.
    credits: BTreeSet<&'static str>,
}

/// The runs of words of a text.
struct Runs {
    /// Their hashes, ascending, each once.
    all: Vec<u64>,
    /// The same of those that lie inside quotation marks.
    quoted: Vec<u64>,
}

impl Runs {
    fn of(article: &Article) -> Self {
        let (mut all, mut quoted) = (Vec::new(), Vec::new());
        for part in article.parts.iter().filter(|part| part.kind == PartKind::Paragraph) {
            collect_runs(article.quote(part.span), &mut all, &mut quoted);
        }
        for list in [&mut all, &mut quoted] {
            list.sort_unstable();
            list.dedup();
        }
        Self { all, quoted }
    }
}

fn collect_runs(text: &str, runs: &mut Vec<u64>, quoted: &mut Vec<u64>) {
    let mut words: Vec<(u64, bool)> = Vec::new();
    let mut is_open = false;
    let mut desk = String::new();
    for token in raw_tokens(text) {
        let slice = token.span.of_or_empty(text);
        match (token.kind, slice) {
            (TokenKind::Mark, "“" | "„" | "«") => is_open = true,
            (TokenKind::Mark, "”" | "»") => is_open = false,
            (TokenKind::Mark, "\"") => is_open = !is_open,
            (TokenKind::Mark, _) => {}
            _ => words.push((hash(known_form(slice, &mut desk)), is_open)),
        }
    }
    for run in words.windows(RUN) {
        let key = hash_of_run(run.iter().map(|(word, _)| *word));
        runs.push(key);
        if run.iter().all(|(_, is_quoted)| *is_quoted) {
            quoted.push(key);
        }
    }
}

/// A hash without a key of its own: the same in every run.
fn hash(word: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(word)
}

fn hash_of_run(words: impl Iterator<Item = u64>) -> u64 {
    let mut hasher = FxHasher::default();
    words.for_each(|word| hasher.write_u64(word));
    hasher.finish()
}

/// Agencies by their marks in credit lines.
const AGENCIES: [(&str, &[&str]); 12] = [
    ("ap", &["(ap)", "associated press"]),
    ("reuters", &["(reuters)", "reuters"]),
    ("afp", &["(afp)", "agence france-presse", "afp"]),
    ("dpa", &["(dpa)", "dpa"]),
    ("upi", &["(upi)", "united press international"]),
    ("pa", &["(pa)", "pa media", "press association"]),
    ("efe", &["(efe)", "agencia efe"]),
    ("ansa", &["(ansa)"]),
    ("kyodo", &["kyodo"]),
    ("xinhua", &["xinhua"]),
    ("tass", &["(tass)", "itar-tass"]),
    ("apa", &["(apa)"]),
];

/// Paragraphs at the beginning of an article in which `Reuters reported` credits all of it.
const LEAD: usize = 3;

/// The agencies that an article credits: in bylines and datelines, as author or outlet, or where its
/// first or last paragraphs say that an agency reported it.
fn credits(article: &Article) -> BTreeSet<&'static str> {
    let quotes = |is_meant: fn(PartKind) -> bool| {
        let parts = article.parts.iter().filter(move |part| is_meant(part.kind));
        parts.map(|part| article.quote(part.span).to_lowercase())
    };
    let mut lines: Vec<String> =
        quotes(|kind| matches!(kind, PartKind::Byline | PartKind::Dateline)).collect();
    lines.extend(article.metadata.author.iter().map(|author| author.to_lowercase()));
    lines.extend(article.metadata.outlet.iter().map(|outlet| outlet.to_lowercase()));
    let mut leads: Vec<String> = quotes(|kind| kind == PartKind::Paragraph).take(LEAD).collect();
    let last = article.parts.iter().rev().find(|part| part.kind == PartKind::Paragraph);
    leads.extend(last.map(|part| article.quote(part.span).to_lowercase()));
    let is_credited = |mark: &str| {
        lines.iter().any(|line| line.contains(mark)) || leads.iter().any(|lead| reports(lead, mark))
    };
    AGENCIES
        .iter()
        .filter(|(_, marks)| marks.iter().any(|mark| is_credited(mark)))
        .map(|(name, _)| *name)
        .collect()
}

/// Whether a paragraph in lower case says that what it tells is from an agency: `(AP)`, `Reuters reported`.
fn reports(paragraph: &str, mark: &str) -> bool {
    if mark.starts_with('(') {
        return paragraph.contains(mark);
    }
    paragraph.match_indices(mark).any(|(at, _)| {
        let before = paragraph.get(..at).unwrap_or_default().trim_end();
        let after = paragraph.get(at + mark.len()..).unwrap_or_default().trim_start();
        after.starts_with("report") || before.ends_with("reported by")
    })
}

/// The pairs of articles that may be akin, ascending: each article with those before it that it shares
/// most runs with. Through one run only near neighbours in the order of the articles count, so that a
/// thousand copies make no million pairs.
fn partners(
    prints: &[Print],
    progress: &mut Progress<'_, '_>,
) -> Result<BTreeSet<(usize, usize)>, Cancelled> {
    let mut holders = Holders::default();
    let mut pairs = BTreeSet::new();
    // How many runs the article at hand was found to share with each.
    let mut shared: Vec<u32> = vec![0; prints.len()];
    for (index, print) in prints.iter().enumerate() {
        progress.still()?;
        let mut met: Vec<u32> = Vec::new();
        for run in &print.runs.all {
            for other in holders.before(*run, index as u32).take(PARTNERS) {
                let shared = &mut shared[other as usize];
                if *shared == 0 {
                    met.push(other);
                }
                *shared += 1;
            }
        }
        met.sort_by_key(|other| (Reverse(shared[*other as usize]), Reverse(*other)));
        pairs.extend(met.iter().take(2 * PARTNERS).map(|other| (*other as usize, index)));
        for other in met {
            shared[other as usize] = 0;
        }
    }
    Ok(pairs)
}

/// The articles that hold each run, as chains from the last to the first. There is a run for nearly every
/// word of all articles, and most are held by one.
#[derive(Default)]
struct Holders {
    /// The links of all chains.
    links: Vec<Link>,
    /// The last link of each run's chain.
    ends: FxHashMap<u64, u32>,
}

/// An article that holds a run.
struct Link {
    article: u32,
    /// The link before; `None` for the first article that holds the run.
    before: Option<u32>,
}

impl Holders {
    /// The articles that hold `run`, the last first. From now on `article` is the last.
    fn before(&mut self, run: u64, article: u32) -> impl Iterator<Item = u32> {
        let before = self.ends.insert(run, self.links.len() as u32);
        self.links.push(Link { article, before });
        let link = |index: u32| self.links.get(index as usize);
        let first = before.and_then(link);
        successors(first, move |last| last.before.and_then(link)).map(|link| link.article)
    }
}

fn degree(a: &Print, b: &Print) -> Degree {
    let least = a.runs.all.len().min(b.runs.all.len()).max(1) as f64;
    let common = common(&a.runs.all, &b.runs.all);
    let quoted = self::common(&a.runs.quoted, &b.runs.quoted);
    let (share, own) = (common as f64 / least, (common - quoted.min(common)) as f64 / least);
    let is_credited = !a.credits.is_disjoint(&b.credits);
    match () {
        () if share >= COPY => Degree::Copy,
        () if own >= REWRITE || (is_credited && own >= CREDITED_REWRITE) => Degree::Rewrite,
        () if share >= QUOTATIONS && quoted * 2 >= common => Degree::SharesQuotations,
        () => Degree::Independent,
    }
}

fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut x, mut y, mut count) = (0, 0, 0);
    while let (Some(p), Some(q)) = (a.get(x), b.get(y)) {
        count += usize::from(p == q);
        x += usize::from(p <= q);
        y += usize::from(q <= p);
    }
    count
}

fn root(roots: &mut [usize], mut of: usize) -> usize {
    while roots[of] != of {
        roots[of] = roots[roots[of]];
        of = roots[of];
    }
    of
}

fn join(roots: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(roots, a), root(roots, b));
    roots[a.max(b)] = a.min(b);
}

#[cfg(test)]
mod tests {
    use super::super::testing::article;
    use super::*;

    const WIRE: &str = "The old ferry across the bay sank in calm weather on Monday after its hull \
        struck a sand bank that no chart shows, the harbour master of the town said in the evening. \
        All of the forty people on board were brought to the quay by two fishing boats that had heard the call.";

    fn numbers(texts: &[&str]) -> Vec<Option<usize>> {
        let articles: Vec<Article> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        let refs: Vec<&Article> = articles.iter().collect();
        let families = families(&refs);
        articles.iter().map(|article| families.of(article.id)).collect()
    }

    #[test]
    fn a_repost_is_of_the_family_and_an_own_report_is_not() {
        let repost = format!("{WIRE} The ferry was built long ago.");
        let own = "A boat went down near the town. Everybody on it was saved by men who fish there for a living.";
        assert_eq!(numbers(&[WIRE, own, &repost]), [Some(1), Some(2), Some(1)]);
    }

    #[test]
    fn a_shared_quotation_joins_nobody() {
        let one = "“We heard a crack and then the water came in over the deck,” the cook said. She had been cutting bread for the noon meal when it happened.";
        let two = "The cook of the boat told us her story. “We heard a crack and then the water came in over the deck.” Nobody else wished to talk to this paper.";
        assert_eq!(numbers(&[one, two]), [Some(1), Some(2)]);
    }

    #[test]
    fn a_credit_makes_a_small_overlap_a_rewrite() {
        let own = "Fog lay over the water when divers went out to the wreck. Nobody had thought of the \
            lamps. The harbour master of the town said that it was too early to tell. \
            Later a priest came, and after him the men from the insurance with their papers and pens. \
            A second search is to begin on Thursday at dawn if the wind does not turn to the north by then.";
        let credited = |text: &str, credit: &str| format!("{credit}{text}");
        assert_eq!(numbers(&[WIRE, own]), [Some(1), Some(2)]);
        let two = [
            credited(WIRE, "BAY TOWN (AP) — "),
            credited(own, "As the Associated Press reported, "),
        ];
        assert_eq!(numbers(&[&two[0], &two[1]]), [Some(1), Some(1)]);
        let others = [credited(WIRE, "BAY TOWN (AP) — "), credited(own, "As Reuters reported, ")];
        assert_eq!(numbers(&[&others[0], &others[1]]), [Some(1), Some(2)]);
    }

    #[test]
    fn a_thousand_copies_are_one_family_and_soon_found() {
        let texts = vec![WIRE; 1000];
        assert!(numbers(&texts).iter().all(|number| *number == Some(1)));
    }
}
