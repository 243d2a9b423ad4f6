//! Pairs of sentences from life, by kind: half of them differ, half only seem to.

use crate::analysis::compare_pair;
use crate::model::ReasonKind;

/// `Ok` cases must give a reason of `kind`, `No` cases none at all.
fn check(kind: ReasonKind, differ: &[(&str, &str)], seem: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (a, b) in differ {
        let reasons = compare_pair(a, b).reasons;
        if !reasons.iter().any(|reason| reason.kind == kind) {
            wrong.push(format!("no {} in {a} / {b}: {reasons:?}", kind.word()));
        }
    }
    for (a, b) in seem {
        let reasons = compare_pair(a, b).reasons;
        if !reasons.is_empty() {
            wrong.push(format!("no difference in {a} / {b}: {reasons:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers() {
    check(
        ReasonKind::Number,
        &[
            ("The ferry carried 40 passengers.", "The ferry carried 60 passengers."),
            (
                "Nine workers were hurt in the collapse.",
                "Fourteen workers were injured in the collapse.",
            ),
            ("The bridge cost 12 million euros.", "The bridge cost €19 million."),
            ("Turnout was 61% in the town.", "Turnout was 74 percent in the town."),
            ("The river rose four metres overnight.", "The river rose seven metres overnight."),
            ("The trial lasted 11 weeks.", "The trial lasted 15 weeks."),
            ("Ana Ruiz, 31, won the race.", "Ana Ruiz, 37, won the race."),
            ("At least five people died in the flood.", "Three people died in the flood."),
            ("More than 400 homes lost power.", "About 250 homes lost power."),
            ("The fund bought 3,000 tonnes of grain.", "The fund bought 8,000 tonnes of grain."),
        ],
        &[
            ("The plan costs $1.2 billion.", "The plan costs 1,198 million dollars."),
            ("Seven in ten voters backed the plan.", "70% of voters backed the plan."),
            ("Fifty-one people were on the ferry.", "51 people were on the ferry."),
            ("Nearly 70 people came to the meeting.", "About 69 people came to the meeting."),
            ("The walk is five miles long.", "The walk is eight kilometres long."),
            ("More than 400 homes lost power.", "Some 430 homes lost power."),
            ("The club has two dozen members.", "The club has 24 members."),
            ("The fire at building No. 4 was put out.", "The fire at building No. 7 was put out."),
            ("Half of the members left.", "50 percent of the members left."),
            ("The vote took 90 minutes.", "The vote took an hour and a half."),
        ],
    );
}

#[test]
fn dates_and_times() {
    check(
        ReasonKind::Date,
        &[
            ("The bridge opened on 12 March 2024.", "The bridge opened on 14 March 2024."),
            ("The theft was noticed in 2015.", "The theft was noticed in 2013."),
            (
                "The fire broke out at 6:42 a.m. on the pier.",
                "The fire broke out at 7:42 a.m. on the pier.",
            ),
            ("The trial opens in April.", "The trial opens in June."),
            ("She was born on February 2, 2014.", "She was born on February 2, 2013."),
            ("The ferry sank at half past ten.", "The ferry sank at noon."),
        ],
        &[
            ("The bridge opened on 12 March 2024.", "The bridge opened on March 12, 2024."),
            ("The bridge opened in 2024.", "The bridge opened on March 12, 2024."),
            (
                "The fire broke out at 6:42 a.m. on the pier.",
                "The fire broke out at eighteen minutes to seven on the pier.",
            ),
            ("The ferry sank just after 7am.", "The ferry sank at 7:05 a.m."),
            ("The shop shut in the 1980s.", "The shop shut in 1984."),
            ("The museum was shut by noon.", "The museum was shut by 12 p.m."),
        ],
    );
}

#[test]
fn names() {
    check(
        ReasonKind::Name,
        &[
            ("Inspector Sunil Rao led the search.", "Inspector Anita Rao led the search."),
            ("The prize went to Maria Lopez.", "The prize went to Marta Lopez."),
            ("The driver was Peter Hanssen.", "The driver was Peter Jansen."),
        ],
        &[
            ("President Joan Birk signed the law.", "Birk signed the law."),
            ("Bill Carter runs the mill.", "William Carter runs the mill."),
            ("The song is by Zoë Braun.", "The song is by Zoe Braun."),
            ("Chinese firms sold the parts.", "Firms in China sold the parts."),
            ("The hall is named after Anna Maria Holt.", "The hall is named after Anna Holt."),
        ],
    );
}

#[test]
fn scope() {
    check(
        ReasonKind::Scope,
        &[
            (
                "He was found guilty on nine of the 14 counts.",
                "He was found guilty on all 14 counts.",
            ),
            (
                "About 80% of the island's fuel comes by ship.",
                "About 80% of the island's fuel imports comes by ship.",
            ),
        ],
        &[
            (
                "He was found guilty on nine of the 14 counts.",
                "He was found guilty on nine of 14 counts.",
            ),
            (
                "80% of the island's fuel comes by ship.",
                "80 percent of fuel on the island comes by ship.",
            ),
        ],
    );
}

#[test]
fn certainty() {
    check(
        ReasonKind::Hedging,
        &[
            (
                "The spill may have killed the fish in the lake.",
                "The spill killed the fish in the lake.",
            ),
            ("The mayor will reportedly sell the harbour.", "The mayor will sell the harbour."),
            (
                "Dust probably caused the fire in the mill.",
                "Dust caused the fire in the mill, the inquiry concluded.",
            ),
            (
                "The firm is possibly moving its plant to Lyon.",
                "The firm is moving its plant to Lyon.",
            ),
            (
                "The strike could delay the ferry by weeks.",
                "The strike will delay the ferry by weeks.",
            ),
        ],
        &[
            ("The spill killed the fish in May.", "The spill killed the fish in May this year."),
            ("The firm could not sell the plant.", "The firm was unable to sell the plant."),
            ("The mayor might sell the harbour.", "The mayor may sell the harbour."),
            ("Leave the pan as long as possible on the fire.", "Leave the pan long on the fire."),
        ],
    );
}

#[test]
fn negation() {
    check(
        ReasonKind::Negation,
        &[
            ("The court found her guilty of theft.", "The court found her not guilty of theft."),
            ("The council approved the new bridge.", "The council rejected the new bridge."),
            (
                "The company paid the workers for June.",
                "The company did not pay the workers for June.",
            ),
            (
                "The climbers are still missing on the mountain.",
                "The climbers on the mountain were found.",
            ),
            ("The road to the coast is open again.", "The road to the coast is closed."),
            ("The photo of the crab in the bay is a hoax.", "The photo shows a crab in the bay."),
        ],
        &[
            ("Not only the mayor came to the feast.", "The mayor came to the feast."),
            ("No fewer than nine boats sank.", "Nine boats sank."),
            ("The council did not approve the bridge.", "The council rejected the bridge."),
            ("The men did not return to the hut.", "The men never returned to the hut."),
        ],
    );
}

#[test]
fn attribution() {
    check(
        ReasonKind::Attribution,
        &[(
            "“Our first thought is with the crew,” captain Gail Prewitt said.",
            "“Our first thought is with the crew,” owner Martin Osgood said.",
        )],
        &[
            ("The storm will pass by noon, the office said.", "The storm will pass by noon."),
            ("“We are sorry,” Ms Prewitt said.", "“We are sorry,” said Gail Prewitt."),
        ],
    );
}

#[test]
fn wording() {
    check(
        ReasonKind::Wording,
        &[
            (
                "“You should expect a long walk on soft ground,” the guide said.",
                "“You should expect a long walk on icy ground,” the guide said.",
            ),
            ("The northern gate was blown open.", "The southern gate was blown open."),
        ],
        &[
            (
                "“You should expect a long walk on soft ground,” the guide said.",
                "“You should expect a long walk on soft ground,” said the guide.",
            ),
            (
                "“The colour of the harbour water was odd,” he said.",
                "“The color of the harbor water was odd,” he said.",
            ),
        ],
    );
}

#[test]
fn a_reason_names_the_words_and_the_articles() {
    let verdict =
        compare_pair("The ferry carried about 40 passengers.", "The ferry carried 60 passengers.");
    let reason = verdict.reasons.first().expect("the numbers differ");
    assert_eq!(reason.detail, "2 says “60”, 1 says “about 40”");
    assert_eq!(reason.places.len(), 2);
}
