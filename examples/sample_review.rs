//! Makes `projects/sample.ron` anew: the sample articles, the claims found in them, and the half-done
//! work of an invented reviewer.
//!
//! Run it in the project's folder after the engine got better: `cargo run --example sample_review`.

use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;

use crosscheck::import::import;
use crosscheck::model::{
    Article, ArticleId, Bearing, Claim, Date, Decision, Evidence, Origin, Passage, Project,
    Reviewer, ReviewerId, Stance, Tag, Timestamp,
};
use crosscheck::session::project_from;
use crosscheck::storage;
use crosscheck::text::collapse_white_space;

const ARTICLES: [&str; 5] = [
    "assets/sample/1-wire.txt",
    "assets/sample/2-repost.html",
    "assets/sample/3-rewrite.md",
    "assets/sample/4-brief.txt",
    "assets/sample/5-inquiry.html",
];
/// Outlets that the reviewer wrote in, since the articles do not name them where one looks.
const OUTLETS: [(&str, &str); 2] = [("1-wire.txt", "Halden Press"), ("4-brief.txt", "Sound FM")];
const PROJECT: &str = "projects/sample.ron";
const REVIEWER: ReviewerId = ReviewerId(1);
/// When the reviewer began; every decision takes four minutes.
const BEGIN: &str = "2026-06-15T08:40:00Z";
const MINUTES_EACH: i64 = 4;

/// What the reviewer did with one claim.
struct Work {
    /// Words of the passage by which the claim is found.
    words: &'static str,
    /// Words of passages of other claims that the reviewer moved into this one.
    moves: &'static [&'static str],
    tag: Option<Tag>,
    note: &'static str,
    labels: &'static [&'static str],
    evidence: Option<Found>,
}

/// What the reviewer found outside the articles.
struct Found {
    citation: &'static str,
    quote: &'static str,
    bearing: Bearing,
}

const PLAIN: Work =
    Work { words: "", moves: &[], tag: None, note: "", labels: &[], evidence: None };

const WORK: &[Work] = &[
    Work {
        words: "injuring 11 people",
        moves: &["At least 14 people were injured"],
        tag: Some(Tag::Disputed),
        note: "The brief went out at seven in the morning, before the board had counted.\n\
               Ask Sound FM where the 14 comes from.",
        labels: &["figures"],
        evidence: Some(Found {
            citation: "Port Ellery General Hospital, duty desk, by telephone, June 15",
            quote: "Eleven came in that night. We never had fourteen.",
            bearing: Bearing::Supports,
        }),
    },
    Work {
        words: "241 passengers",
        tag: Some(Tag::Disputed),
        note: "Two digits changed places? Norsund’s passenger list would settle it; asked for it.",
        labels: &["figures", "ask Norsund"],
        ..PLAIN
    },
    Work {
        words: "struck the rocks at 9:17 p.m.",
        tag: Some(Tag::Agreed),
        note: "“About a quarter past nine” is the same time, rounded.",
        ..PLAIN
    },
    Work {
        words: "travelling at 17 knots",
        moves: &["The ship was doing 19 knots"],
        tag: Some(Tag::Disputed),
        note: "A fact in the wire copy, “may have been” in the rewrite, 19 knots from an unnamed \
               officer.\nStays disputed until the recorder’s data is out.",
        labels: &["speed"],
        ..PLAIN
    },
    Work {
        words: "limited to 10 knots after dark",
        tag: Some(Tag::Disputed),
        note: "The brief makes it every vessel, by day and by night.",
        labels: &["speed"],
        evidence: Some(Found {
            citation: "Skellan Notices to Mariners 14/2019, Orrin channel",
            quote: "Vessels exceeding 500 tonnes shall not exceed 10 knots between sunset and \
                    sunrise.",
            bearing: Bearing::Supports,
        }),
        ..PLAIN
    },
    Work {
        words: "Harbour controllers called the ferry twice",
        tag: Some(Tag::Disputed),
        note: "Norsund denies the calls, and so does a second officer. The harbour keeps tapes.",
        labels: &["ask harbour office"],
        ..PLAIN
    },
    Work {
        words: "We do not know yet why",
        tag: Some(Tag::Agreed),
        note: "The rewrite leaves out “at that speed”.",
        ..PLAIN
    },
    decided("All four of the ferry’s lifeboats", Tag::Disputed),
    decided("the last passengers were ashore by 1:30 a.m.", Tag::Agreed),
    decided("The fourth jammed in its davits", Tag::Agreed),
    Work {
        words: "about 14 metres long",
        tag: Some(Tag::Agreed),
        note: "46 feet are 14.0 metres.",
        ..PLAIN
    },
    Work {
        words: "Jonas Hallam, 53",
        tag: Some(Tag::Disputed),
        note: "Jonas, not Joran.",
        labels: &["names"],
        evidence: Some(Found {
            citation: "Skellan Maritime Safety Board, register of masters, entry 1187",
            quote: "Hallam, Jonas. Ferries, unlimited. Since 2017.",
            bearing: Bearing::Supports,
        }),
        ..PLAIN
    },
    Work {
        words: "a new lamp had been ordered",
        tag: Some(Tag::Disputed),
        note: "May 28 in the rewrite looks like a slip. The fishermen’s April is another matter.",
        labels: &["ask harbour office"],
        ..PLAIN
    },
    Work {
        words: "Our crew followed every procedure",
        moves: &["Our crew followed every procedure", "Our crew followed the procedures"],
        tag: Some(Tag::Disputed),
        note: "One statement, two wordings in quotation marks. Ask Norsund for it as it was sent.",
        labels: &["ask Norsund"],
        ..PLAIN
    },
    decided("was questioned for four hours", Tag::Agreed),
    decided("said it was cooperating with the board", Tag::Agreed),
    Work {
        words: "all sailings of its six ferries",
        moves: &["ferries built before 2000"],
        tag: Some(Tag::Disputed),
        note: "All six, or those built before 2000? Their timetable page says all.",
        labels: &["ask Norsund"],
        ..PLAIN
    },
    Work {
        words: "passed its last inspection in March",
        tag: Some(Tag::Agreed),
        note: "True, as far as it goes: The Slack Tide says what was inspected.",
        ..PLAIN
    },
    decided("first findings within 30 days", Tag::Agreed),
    decided("She promised $4.2 million", Tag::Agreed),
    decided("Two tugs were expected", Tag::Unique),
    decided("hung crooked for what felt like an hour", Tag::Unique),
    Work {
        words: "had never received a warning",
        tag: Some(Tag::Unique),
        note: "Only The Slack Tide has the letter. Ask the union for a copy.",
        evidence: Some(Found {
            citation: "Seafarers’ union, minutes of the branch meeting of February 10",
            quote: "The secretary reported that the letter to Norsund had gone out.",
            bearing: Bearing::Context,
        }),
        ..PLAIN
    },
    decided("school on Tarrow will stay closed", Tag::Unique),
    decided("He was on the bridge at the time", Tag::Unique),
    decided("it will pay your money back", Tag::Unique),
    decided("light wind from the south-west", Tag::Unique),
    decided("Papers seen by The Slack Tide", Tag::Unique),
    decided("covered only the engine room", Tag::Unique),
    decided("did not answer our letters", Tag::Unique),
    Work {
        words: "$2.6 million was already",
        tag: Some(Tag::Unique),
        note: "Last year’s budget is public: look it up.",
        ..PLAIN
    },
    Work {
        words: "The captain has been arrested",
        note: "Call the police before anything is said about this.",
        ..PLAIN
    },
];

const fn decided(words: &'static str, tag: Tag) -> Work {
    Work { words, tag: Some(tag), ..PLAIN }
}

fn main() -> Result<(), Box<dyn Error>> {
    let articles: Result<Vec<Article>, _> = ARTICLES.into_iter().map(read).collect();
    let mut project = project_from(articles?, &mut |_| ControlFlow::Continue(()))
        .map_err(|_cancelled| "nobody cancels this")?;
    "Sable Finch off Orrin Head".clone_into(&mut project.title);
    project.reviewers = vec![Reviewer { id: REVIEWER, name: "Ada Calder".to_owned() }];
    for (name, outlet) in OUTLETS {
        let article = project.articles.iter_mut().find(|article| article.source.name == name);
        article.ok_or(name)?.metadata.outlet = Some(outlet.to_owned());
    }
    let mut at: Timestamp = BEGIN.parse()?;
    for work in WORK {
        at += jiff::SignedDuration::from_mins(MINUTES_EACH);
        do_work(&mut project, work, at)?;
    }
    storage::write_file(Path::new(PROJECT), storage::write(&project).as_bytes())?;
    Ok(())
}

fn read(path: &str) -> Result<Article, Box<dyn Error>> {
    let bytes = storage::read_file(Path::new(path))?;
    let imported =
        import(&bytes, path, ArticleId(1)).map_err(|error| format!("{path}: {error}"))?;
    Ok(imported.article)
}

fn do_work(project: &mut Project, work: &Work, at: Timestamp) -> Result<(), String> {
    let index = unworked_with(project, work.words)?;
    for words in work.moves {
        let stance = if *words == work.words { Stance::Same } else { Stance::Differs };
        move_passages(project, words, index, stance);
    }
    let claim = &mut project.claims[index];
    if let Some(tag) = work.tag {
        claim.decisions.push(Decision { tag: Some(tag), reviewer: REVIEWER, at });
    }
    work.note.clone_into(&mut claim.note);
    claim.labels = work.labels.iter().map(|label| (*label).to_owned()).collect();
    claim.evidence = work.evidence.iter().map(|found| evidence(found, at)).collect();
    project.claims.retain(|claim| !claim.passages.is_empty());
    Ok(())
}

/// The index of the first claim that has a passage with `words` and that nobody worked on.
fn unworked_with(project: &Project, words: &str) -> Result<usize, String> {
    let is_meant = |claim: &Claim| {
        !claim.is_worked_on() && claim.passages.iter().any(|passage| holds(passage, words))
    };
    let index = project.claims.iter().position(is_meant);
    index.ok_or_else(|| format!("no claim has a passage with “{words}”"))
}

/// Moves the passages with `words` from the other claims that nobody worked on into the claim at
/// `index`.
fn move_passages(project: &mut Project, words: &str, index: usize, stance: Stance) {
    let mut moved = Vec::new();
    for (at, claim) in project.claims.iter_mut().enumerate() {
        if at != index && !claim.is_worked_on() {
            moved.extend(claim.passages.extract_if(.., |passage| holds(passage, words)));
        }
    }
    let claim = &mut project.claims[index];
    for passage in moved {
        let overlaps = |there: &Passage| {
            there.article == passage.article && there.span.overlap(passage.span) > 0
        };
        if !claim.passages.iter().any(overlaps) {
            claim.passages.push(Passage { stance, ..passage });
            claim.origin = Origin::Reviewer;
        }
    }
    claim.sort_passages();
}

/// Whether the passage has these words, however its lines are broken.
fn holds(passage: &Passage, words: &str) -> bool {
    collapse_white_space(&passage.quote).contains(words)
}

fn evidence(found: &Found, at: Timestamp) -> Evidence {
    Evidence {
        citation: found.citation.to_owned(),
        quote: found.quote.to_owned(),
        seen: Some(seen_on(at)),
        bearing: found.bearing,
    }
}

fn seen_on(at: Timestamp) -> Date {
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}
