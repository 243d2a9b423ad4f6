//! What the palette offers, best first.

use super::fuzzy::fit;
use crate::app::command::{Command, Situation, entries};
use crate::app::words;
use crate::model::{ArticleId, ClaimId, Project, Tag};

/// Something the palette offers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Offer {
    /// What it does when it is taken.
    pub(crate) target: Target,
    /// What it is called.
    pub(crate) name: String,
    /// Whether it can be done now.
    pub(crate) is_enabled: bool,
}

/// Where an offer leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    Command(Command),
    /// A claim with its tag.
    Claim(ClaimId, Option<Tag>),
    Article(ArticleId),
}

/// So many claims are offered: more words lead further than a longer list.
const CLAIMS: usize = 30;

/// What fits `typed`: what can be done before what cannot, what was used before the rest while
/// nothing is typed, else by how well it fits. Claims and articles come with the first letter.
pub(crate) fn offers(
    typed: &str,
    project: Option<&Project>,
    situation: &Situation,
    recent: &[Command],
) -> Vec<Offer> {
    let typed = typed.trim();
    let mut found: Vec<(i32, Offer)> = commands(typed, situation, recent);
    if let Some(project) = project.filter(|_| !typed.is_empty()) {
        found.extend(articles(typed, project));
        found.extend(claims(typed, project));
    }
    found.sort_by_key(|(points, offer)| (!offer.is_enabled, std::cmp::Reverse(*points)));
    found.into_iter().map(|(_, offer)| offer).collect()
}

fn commands(typed: &str, situation: &Situation, recent: &[Command]) -> Vec<(i32, Offer)> {
    let offer = |command: Command, name: &str, is_enabled: bool| {
        let points = fit(typed, name)?;
        let used = recent.iter().rev().position(|used| *used == command);
        // Nearer uses count more, and any use a little, so that what one does often is at hand.
        let bonus = used.map_or(0, |ago| {
            let ago = i32::try_from(ago).unwrap_or(i32::MAX);
            if typed.is_empty() { 1_000 - ago } else { (24 - ago).max(0) }
        });
        let offer = Offer { target: Target::Command(command), name: name.to_owned(), is_enabled };
        Some((points + bonus, offer))
    };
    entries()
        .filter(|entry| entry.command != Command::ShowPalette)
        .filter_map(|entry| offer(entry.command, entry.plain_name(), situation.meets(entry.needs)))
        .collect()
}

fn articles(typed: &str, project: &Project) -> Vec<(i32, Offer)> {
    let offer = |(index, article): (usize, &crate::model::Article)| {
        let short = article.short_name();
        let name = if short == article.headline() {
            short.to_owned()
        } else {
            format!("{short} · {}", article.headline())
        };
        if !holds(&name, typed) {
            return None;
        }
        let points = fit(typed, short).or(fit(typed, &name)).unwrap_or(0);
        let offer = Offer {
            target: Target::Article(article.id),
            name: words::fill(words::palette().article, &[&(index + 1)]) + " · " + &name,
            is_enabled: true,
        };
        Some((points, offer))
    };
    project.articles.iter().enumerate().filter_map(offer).collect()
}

/// Whether all words of `typed` are in `text`: for long texts, that tells more than scattered
/// letters.
fn holds(text: &str, typed: &str) -> bool {
    let text = text.to_lowercase();
    typed.split_whitespace().all(|word| text.contains(&word.to_lowercase()))
}

fn claims(typed: &str, project: &Project) -> Vec<(i32, Offer)> {
    let mut found: Vec<(i32, Offer)> = Vec::new();
    for claim in &project.claims {
        if !holds(&claim.summary, typed) {
            continue;
        }
        let points = fit(typed, &claim.summary).unwrap_or(0);
        let offer = Offer {
            target: Target::Claim(claim.id, claim.tag()),
            name: claim.summary.clone(),
            is_enabled: true,
        };
        found.push((points, offer));
    }
    found.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    found.truncate(CLAIMS);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Needs;
    use crate::review::actions::tests::project;

    fn names(typed: &str, recent: &[Command]) -> Vec<String> {
        let situation: Situation =
            [(Needs::Review, true), (Needs::Claim, true)].into_iter().collect();
        let found = offers(typed, Some(&project()), &situation, recent);
        found.into_iter().map(|offer| offer.name).collect()
    }

    #[test]
    fn what_fits_best_comes_first() {
        assert_eq!(names("tagdis", &[]).first().map(String::as_str), Some("Tag disputed"));
        assert_eq!(names("save", &[]).first().map(String::as_str), Some("Save"));
    }

    #[test]
    fn what_was_used_last_comes_first_while_nothing_is_typed() {
        let found = names("", &[Command::Save, Command::TagUnique]);
        assert_eq!(found[..2], ["Tag unique", "Save"]);
    }

    #[test]
    fn claims_and_articles_are_found_by_their_words() {
        assert!(names("ferry runs", &[]).contains(&"A ferry runs.".to_owned()));
        assert!(names("2.txt", &[]).iter().any(|name| name.contains("2.txt")));
        assert!(!names("", &[]).contains(&"A ferry runs.".to_owned()));
    }

    #[test]
    fn what_cannot_be_done_stands_last() {
        let situation = Situation::default();
        let found = offers("undo", None, &situation, &[]);
        let first_disabled = found.iter().position(|offer| !offer.is_enabled).expect("undo");
        assert!(found.iter().skip(first_disabled).all(|offer| !offer.is_enabled));
    }
}
