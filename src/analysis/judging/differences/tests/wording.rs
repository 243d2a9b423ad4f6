//! Quotations, contrasts, and who did what.

use super::check;
use crate::model::ReasonKind;

#[test]
fn wordings() {
    check(
        "en",
        ReasonKind::Wording,
        "
        “You should expect a long walk on {soft|icy} ground,” the guide said.
        The {northern|southern} gate was blown open.
        “We will never {sell|close} this harbour to anyone,” the mayor said.
        “The state has {failed|helped} every child in this town,” she said.
        “It was the {worst|strangest} night of my life,” the sailor said.
        “I saw two men {run|climb} out of the back door,” he told police.
        {Ruiz beat Lopez|Lopez beat Ruiz} in the final at Lyon, and Ruiz was booed.
        “The valley has waited {long enough|far too long} for a ferry,” the farmer said.
        “Whoever keeps a dog answers for what it does, and he {took no care at all|ran a reckless risk},” the judge said.
        The {left|right} engine of the jet caught fire.
        His {brother|father} owned the boat.
        The thief took a {gold|silver} medal.
        Police found a {red|white} van near the bank.
        The {annual|monthly} fee is due in June.
        The prize went to the {youngest|oldest} rower of the club.
        “This is a {victory|disaster} for the whole valley,” the farmer said.
        “Our pilots were {tired|drunk} before they even took off,” he wrote.
        The town lies on the {eastern|western} shore of the lake.
        The {upper|lower} deck of the ferry burned.
        The {largest|smallest} of the dams is to be rebuilt.
        The {morning|evening} train to the coast was full.
        The novel was written by the actor's {sister|daughter}.
        “The river took {everything|nothing} that we had,” she said.
        “They promised us a bridge and gave us a {ferry|plank},” she said.
        Mark Lane, the head of the port, {has resigned|was sacked}.
        The concert in the park was {postponed|cancelled}.
        ",
        "
        “You should expect a long walk on soft ground,” {the guide said.|said the guide.}
        “The {colour of the harbour|color of the harbor} water was odd,” he said.
        “We will never sell this harbour to anyone{,” the mayor said.|, not now,” the mayor said.}
        “We will never sell this {harbour to anyone at all|harbour}” the mayor said.
        The {big|large} gate was blown open.
        {Ruiz beat Lopez|Lopez was beaten by Ruiz} in the final at Lyon.
        The left engine of the {jet|plane} caught fire.
        “{It is|It’s} time to rebuild this town,” she said.
        The red van {near|close to} the bank was empty.
        “It's the {worst|worst, worst} night of my life,” the sailor said.
        The gate on the {north|northern} side was blown open.
        “I {didn't|did not} see the second car at all,” he said.
        A red {van and a white car|van} stood at the bank.
        The {firm sold|sale by the firm of} the harbour was a shock.
        His brother {and his father owned|owned} the boat.
        “You {should|must} leave the house at once,” the crew told them.
        The mayor {spoke first|was first to speak}.
        Prices {went up|rose} in the east and the west.
        “The organisation {recognised|recognized} the problem early,” she said.
        The {teacher's|teachers'} pay talks go on.
        Mark Lane {has resigned|stepped down} as head of the port.
        Mark Lane ignored all calls to {resign|quit}.
        “It is the {eleventh|11th} hour of this dispute,” she said.
        The {South Island|northern island} is green.
        ",
    );
}

#[test]
fn wordings_in_german_spanish_and_french() {
    check(
        "de",
        ReasonKind::Wording,
        "
        „Wir werden diesen Hafen niemals {verkaufen|schließen} lassen“, sagte sie.
        Das {linke|rechte} Triebwerk fing Feuer.
        ",
        "
        „Wir werden diesen Hafen niemals verkaufen“, {sagte sie.|erklärte sie.}
        ",
    );
    check(
        "es",
        ReasonKind::Wording,
        "
        «Nunca vamos a {vender|cerrar} este puerto», dijo la alcaldesa.
        ",
        "
        «Nunca vamos a vender este puerto», {dijo|aseguró} la alcaldesa.
        ",
    );
    check(
        "fr",
        ReasonKind::Wording,
        "
        « Nous n'allons jamais {vendre|fermer} ce grand port », a dit la maire.
        ",
        "
        « Nous n'allons jamais vendre ce port », {a dit|a expliqué} la maire.
        ",
    );
}
