//! How long it takes to find the claims of a story of N articles of 2,000 words.
//!
//! Use: `cargo bench --bench compare [N…]`; without numbers 5, 100 and 1,000. Prints a line a size:
//! articles, sentences, claims, the median and the worst of five runs in milliseconds (one run from
//! 500 articles on).
//!
//! The articles of a story tell of the same facts: each takes some of them, in their order, words
//! each in one of three ways, and gets one number in ten wrong.

use std::hint::black_box;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::time::Instant;

use crosscheck::analysis::{find_claims, sentences};
use crosscheck::import::import;
use crosscheck::model::{Article, ArticleId};

const FACTS: usize = 400;
const WORDS: usize = 2_000;

fn main() -> std::io::Result<()> {
    let sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![5, 100, 1_000] } else { sizes };
    let mut out = std::io::stdout();
    for size in sizes {
        let articles = story(size);
        let all: Vec<_> = articles.iter().collect();
        let count: usize = all.iter().map(|article| sentences(article).len()).sum();
        let runs = if size < 500 { 5 } else { 1 };
        let mut claims = 0;
        let mut times: Vec<_> = (0..runs)
            .map(|_| {
                let begun = Instant::now();
                let analysis = find_claims(black_box(&all), &mut |_| ControlFlow::Continue(()));
                claims = analysis.map_or(0, |analysis| analysis.claims.len());
                begun.elapsed().as_secs_f64() * 1_000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let (median, worst) = (times.get(times.len() / 2), times.last());
        let (median, worst) = (median.unwrap_or(&0.0), worst.unwrap_or(&0.0));
        writeln!(
            out,
            "{size} articles, {count} sentences, {claims} claims: {median:.1} ms {worst:.1} ms"
        )?;
    }
    Ok(())
}

/// The articles of one story.
fn story(size: usize) -> Vec<Article> {
    let mut dice = Dice(7);
    let names: Vec<String> = (0..600).map(|_| dice.word()).collect();
    let facts: Vec<Fact> = (0..FACTS).map(|_| Fact::new(&mut dice, &names)).collect();
    (0..size).map(|index| article(index, &facts, &mut dice)).collect()
}

fn article(index: usize, facts: &[Fact], dice: &mut Dice) -> Article {
    let mut text = format!("Report {index} on the story\n\n");
    let mut words = 0;
    for fact in facts {
        if words < WORDS && dice.below(10) < 4 {
            let sentence = fact.told(dice);
            words += sentence.split(' ').count();
            text.push_str(&sentence);
            text.push_str(if dice.below(3) == 0 { "\n\n" } else { " " });
        }
    }
    let id = ArticleId(index as u32 + 1);
    import(text.as_bytes(), &format!("{index}.txt"), id).expect("a story is text").article
}

/// Who did what, where, to how many.
struct Fact {
    who: String,
    what: String,
    place: String,
    thing: String,
    number: usize,
}

impl Fact {
    fn new(dice: &mut Dice, names: &[String]) -> Self {
        let pick =
            |dice: &mut Dice| names.get(dice.below(names.len())).cloned().unwrap_or_default();
        let name = pick(dice);
        let capital = name.get(..1).unwrap_or_default().to_uppercase();
        let who = format!("{capital}{}", name.get(1..).unwrap_or_default());
        let (what, place, thing) = (pick(dice), pick(dice), pick(dice));
        Self { who, what, place, thing, number: 2 + dice.below(5_000) }
    }

    fn told(&self, dice: &mut Dice) -> String {
        let number =
            if dice.below(10) == 0 { self.number + 1 + dice.below(90) } else { self.number };
        let Self { who, what, place, thing, .. } = self;
        match dice.below(3) {
            0 => format!(
                "{who} said that {number} {thing} were found at the {what} near the {place}."
            ),
            1 => format!(
                "According to {who}, the {what} near the {place} held about {number} {thing}."
            ),
            _ => format!(
                "At the {place}, {number} {thing} of the {what} were counted, {who} told reporters."
            ),
        }
    }
}

/// Chance that is the same on every machine: a linear congruential generator with Knuth's constants.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }

    /// A word of two to four syllables.
    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 20] = [
            "ba", "cor", "dan", "el", "fim", "gor", "hul", "ist", "jan", "kel", "lum", "mer",
            "nor", "os", "pal", "quin", "rem", "sol", "tar", "ven",
        ];
        let count = 2 + self.below(3);
        (0..count)
            .map(|_| SYLLABLES.get(self.below(SYLLABLES.len())).copied().unwrap_or_default())
            .collect()
    }
}
