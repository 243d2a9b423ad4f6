//! Certainty.

use std::ops::ControlFlow;

use super::check;
use crate::analysis::judged;
use crate::analysis::testing::article;
use crate::model::{Article, Place, ReasonKind, Stance, Tag};
use crate::text::Span;

#[test]
fn certainty() {
    check(
        "en",
        ReasonKind::Hedging,
        "
        The spill {may have killed|killed} the fish in the lake.
        The mayor will {reportedly|} sell the harbour.
        Dust {probably caused the fire in the mill.|caused the fire in the mill, the inquiry concluded.}
        The firm is {possibly|} moving its plant to Lyon.
        The strike {could|will} delay the ferry by weeks.
        The pilot {allegedly|} stole fuel from the airline.
        The study {suggests|proves} that the drug works in children.
        The sailor is {thought to have|known to have} drowned in the bay.
        The minister {might|will} face trial over the loans.
        The watchman {apparently|} fell asleep at his post.
        The singer is {rumoured to be|} leaving the band.
        The cause {is believed to be|was} a gas leak in the cellar.
        Rain is {likely|certain} to fall on the final.
        The firm is {considering closing|closing} the mill in Hull.
        The fire {seems to have|has been confirmed to have} started in the kitchen.
        The deaths were {linked to|caused by} water from the well.
        It is {unclear whether|certain that} the pilot slept at the controls.
        The bank {is expected to|will} cut its rate in June.
        The letter {could be|is} a forgery, the archive says.
        {Perhaps|} nine sailors were trapped below deck.
        Two tankers were {presumably|} hit by the same mine.
        The virus {potentially|} spread from the market.
        Six ferry routes are {under review|to be axed}.
        The mill said lay-offs {could not be ruled out|would begin in May}.
        An attack on the dam {cannot be ruled out|is certain}.
        Foxes are the {likeliest|} cause of the damage, the farmer said.
        ",
        "
        The spill killed the fish in May{.| this year.}
        The firm {could not|was unable to} sell the plant.
        The mayor {might|may} sell the harbour.
        Leave the pan {as long as possible|long} on the fire.
        Rain {is likely to|will probably} fall on the final.
        The singer is {reportedly|rumoured to be} leaving the band.
        {Mayor May|The mayor, Ann May,} opened the fair.
        The smoke {could be|was} seen for miles.
        Visitors {may|are allowed to} take photographs in the hall.
        {Police suspect arson in the mill.|Arson in the mill is suspected.}
        The council will decide {whether to sell|on the sale of} the harbour.
        The ship sank{, the ministry confirmed.| on Monday, the ministry said.}
        The ferry sank on Monday{ and may be raised next month.|.}
        The bank {believes in|backs} the plan.
        The captain was determined to {win|take} the race.
        The strike {could|might} delay the ferry by weeks.
        Call the number {as soon as possible|at once} if you saw the car.
        The cellar {was believed to be|was thought to be} empty.
        He {estimated|put} the damage at $3 million.
        The drug {may or may not|may} work in children.
        The team {could hardly|hardly} believe its luck.
        She {may well|may} run again.
        The rain stopped. {The fund is likely to vote against the sale on Friday.|The vote on the sale is on Friday.}
        The rain stopped. {Trade with the isles appears to be growing amid their isolation.|The isles live on trade amid growing isolation.}
        Engineers {warned that the dam could burst|saw the dam in danger of bursting}.
        The bay is shallow. {Could the crab be real?|The crab is real.}
        The well is deep. {The court asked whether the well could be drained.|The well was drained, the court heard.}
        ",
    );
}

#[test]
fn certainty_in_german_spanish_and_french() {
    check(
        "de",
        ReasonKind::Hedging,
        "
        Der Defekt hat den Brand {möglicherweise|} ausgelöst.
        Der Fahrer ist {vermutlich|nachweislich} am Steuer eingeschlafen.
        Die Firma {soll angeblich|will} das Werk schließen.
        {Ein Einsturz der Brücke ist nicht auszuschließen.|Der Einsturz der Brücke ist sicher.}
        ",
        "
        Der Fahrer ist {wahrscheinlich|vermutlich} am Steuer eingeschlafen.
        Die Firma {könnte|dürfte} das Werk schließen.
        Der Fund ist {nicht sicher|unsicher}.
        Der Mann {soll Geld gestohlen haben|hat angeblich Geld gestohlen}.
        Der Schaden wird auf {3 Millionen Euro geschätzt.|3 Millionen Euro beziffert.}
        ",
    );
    check(
        "es",
        ReasonKind::Hedging,
        "
        El vertido {podría haber matado|mató} a los peces del lago.
        El piloto {supuestamente|} robó combustible.
        El vertido {pudo haber matado|mató} a los peces del lago.
        La chispa {posiblemente|} prendió el granero.
        El ladrón {al parecer|} huyó en un bote.
        ",
        "
        El vertido {podría|quizá} matar a los peces del lago.
        La chispa {quizá|tal vez} prendió el granero.
        ",
    );
    check(
        "fr",
        ReasonKind::Hedging,
        "
        La fuite {aurait tué|a tué} les poissons du lac.
        Le pilote a {peut-être|} volé du carburant.
        L'étincelle {pourrait avoir mis|a mis} le feu à la grange.
        Le voleur {se serait enfui|s'est enfui} en barque.
        ",
        "
        Le pilote a {probablement|vraisemblablement} volé du carburant.
        L'étincelle a {peut-être|éventuellement} mis le feu à la grange.
        ",
    );
}

/// The tag of a claim that each of `texts` states, an article each.
fn tag_of(texts: &[&str]) -> Tag {
    judge(texts).0
}

/// The same with how each stands to the claim.
fn judge(texts: &[&str]) -> (Tag, Vec<Stance>) {
    let articles: Vec<Article> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
    let refs: Vec<&Article> = articles.iter().collect();
    let place = |of: &Article| Place { article: of.id, span: Span::whole(&of.text) };
    let places: Vec<Place> = articles.iter().map(place).collect();
    let watch = &mut |_| ControlFlow::Continue(());
    let (suggestion, stances) = judged(&refs, &places, watch).expect("nobody cancels");
    (suggestion.tag, stances)
}

#[test]
fn every_passage_that_hedges_is_hedged() {
    let texts = [
        "The yard will probably sell the ferry to Oslo in May.",
        "The yard may sell the ferry to Oslo in May.",
        "The yard sells the ferry to Oslo in May.",
    ];
    let expected = vec![Stance::Hedged, Stance::Hedged, Stance::Stronger];
    assert_eq!(judge(&texts), (Tag::Disputed, expected));
}

#[test]
fn who_leaves_out_the_hedge_of_most_articles_differs_whatever_the_words() {
    let (likely, may) = (
        "Norwegian yards are likely selling cable to Cuba.",
        "Norwegian yards may also be selling Cuba the cable.",
    );
    let plain = "The pact extends to cable from Norwegian yards.";
    assert_eq!(tag_of(&[likely, may, plain]), Tag::Disputed);
    assert_eq!(tag_of(&[likely, may]), Tag::Agreed);
    let also_plain = "Cable from Norwegian yards is part of the pact.";
    assert_eq!(tag_of(&[likely, plain, also_plain]), Tag::Agreed);
}
