//! Stories to measure with: N articles of 2,000 words that share, rewrite and contradict.
//!
//! The articles of a story tell of the same facts: each takes some of them, in their order, words each
//! in one of three ways, and gets one number in ten wrong.

use crosscheck::import::import;
use crosscheck::model::{Article, ArticleId};

use super::dice::Dice;

const FACTS: usize = 400;
const WORDS: usize = 2_000;

/// The articles of one story.
pub(crate) fn story(size: usize) -> Vec<Article> {
    (0..).zip(texts(size)).map(|(index, text)| article(index, &text)).collect()
}

/// The texts of one story.
pub(crate) fn texts(size: usize) -> Vec<String> {
    let mut dice = Dice(7);
    let facts: Vec<Fact> = (0..FACTS).map(|_| Fact::new(&mut dice)).collect();
    (0..size).map(|index| text(index, &facts, &mut dice)).collect()
}

/// An article of that text.
pub(crate) fn article(index: u32, text: &str) -> Article {
    let name = format!("{index}.txt");
    import(text.as_bytes(), &name, ArticleId(index + 1)).expect("a story is text").article
}

fn text(index: usize, facts: &[Fact], dice: &mut Dice) -> String {
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
    text
}

/// Who did what, where, to how many.
struct Fact {
    who: String,
    what: &'static str,
    place: String,
    thing: String,
    number: usize,
}

impl Fact {
    fn new(dice: &mut Dice) -> Self {
        let who = surname(dice);
        let what = dice.pick(&BUILDINGS);
        let place = format!("{} {}", dice.pick(&KINDS), dice.pick(&PLACES));
        let thing = format!("{} {}", dice.pick(&KINDS), dice.pick(&THINGS));
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

fn surname(dice: &mut Dice) -> String {
    let word = dice.word(2..5);
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

const KINDS: [&str; 24] = [
    "old", "new", "northern", "southern", "small", "great", "empty", "broken", "public", "private",
    "wooden", "stone", "green", "red", "white", "heavy", "foreign", "local", "rural", "coastal",
    "upper", "lower", "western", "eastern",
];
const BUILDINGS: [&str; 24] = [
    "factory",
    "school",
    "hospital",
    "station",
    "warehouse",
    "market",
    "library",
    "prison",
    "court",
    "museum",
    "theatre",
    "hotel",
    "farm",
    "mill",
    "church",
    "tower",
    "garage",
    "office",
    "bank",
    "depot",
    "brewery",
    "laboratory",
    "stadium",
    "chapel",
];
const PLACES: [&str; 24] = [
    "river", "harbour", "bridge", "forest", "valley", "hill", "square", "road", "lake", "island",
    "beach", "canal", "park", "border", "village", "quarter", "garden", "field", "cliff", "port",
    "crossing", "street", "dam", "railway",
];
const THINGS: [&str; 24] = [
    "barrels",
    "boxes",
    "rifles",
    "cars",
    "letters",
    "horses",
    "bottles",
    "coins",
    "paintings",
    "machines",
    "windows",
    "sacks",
    "tools",
    "books",
    "boats",
    "chairs",
    "engines",
    "pipes",
    "lamps",
    "wheels",
    "bricks",
    "blankets",
    "radios",
    "trees",
];
