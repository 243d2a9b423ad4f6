//! Parts and wholes.

use super::check;
use crate::model::ReasonKind;

#[test]
fn scopes() {
    check(
        "en",
        ReasonKind::Scope,
        "
        He was found guilty on {nine of the 14|all 14} counts.
        About 80% of the island's {fuel|fuel imports} comes by ship.
        {All|Some} of the tenants have left the tower.
        {Every pupil|Most pupils} passed the test.
        {All flights|Most flights} from the airport were cancelled.
        {None|Some} of the crew could swim.
        {Both|One of the} pilots survived the crash.
        {The entire|Part of the} roof fell in during the storm.
        {The whole|Half of the} village was flooded.
        {Most|A few} of the shops in the square have reopened.
        {Seven of the ten bridges were|All ten bridges were} repaired.
        Turnout was highest among 60% of {voters|young voters}.
        {Many|Few} voters stayed at home.
        The gate is {always|sometimes} locked at night.
        The bus calls at {every|some} stop on the route.
        The hall was {completely|partly} destroyed by the fire.
        Nearly 90% of the {chips|chip exports} go to Asia.
        {Everyone|Someone} in the hall stood up.
        {All|Several} rooms of the hotel were searched.
        {Five schools of the town|All schools of the district} stay closed until Friday.
        The blackout hit {the whole of|parts of} the coast.
        The two firms sell 58% of the beds {in Wales|in all of Britain}.
        {About 900 people|About 900 households} were told to leave the valley.
        The fund pays {£500 to each household|£500 to every adult}.
        ",
        "
        {About 900 people|About 900 residents} were told to leave the valley.
        The fund pays {£500 to each family|£500 to every flooded family}.
        He was found guilty on {nine of the 14|nine of 14} counts.
        80% of {the island's fuel comes|fuel on the island comes} by ship.
        {All 300 staff|The 300 staff} were laid off.
        {All 300|All of the 300} staff were laid off.
        {All|Every one} of the boats came home.
        {Most|The majority} of the shops reopened.
        {Some|Several} of the tenants have left.
        {All of the|The} tenants have left the tower.
        {Both pilots|The two pilots} survived the crash.
        {Many|Lots of} voters stayed at home.
        The hall was {completely|wholly} destroyed by the fire.
        The {entire|whole} roof fell in.
        {Some 300|About 300} staff were laid off.
        All the same, the {shops|stores} reopened on Monday.
        60% of {British voters|voters in Britain} want a new vote.
        {Not all|Some} of the boats came home.
        {Hardly any|Few} voters stayed at home.
        The gate is {always|at all times} locked at night.
        After all, {some of the|the} tenants have left.
        {None of|Not one of} the crew could swim.
        The mayor met {all sides|both sides} in the dispute.
        The two firms sell 58% of the beds {in Wales|in northern Wales}.
        ",
    );
}

#[test]
fn scopes_in_german_spanish_and_french() {
    check(
        "de",
        ReasonKind::Scope,
        "
        {Alle|Einige} Mieter haben das Haus verlassen.
        {Neun der 14|Alle 14} Brücken sind saniert.
        Die Halle wurde {vollständig|teilweise} zerstört.
        ",
        "
        {Alle|Sämtliche} Mieter haben das Haus verlassen.
        {Die meisten|Ein Großteil der} Läden sind wieder offen.
        ",
    );
    check(
        "es",
        ReasonKind::Scope,
        "
        {Todos los|Algunos} vecinos dejaron la torre.
        El techo quedó {totalmente|parcialmente} destruido.
        {Nueve de los 14|Todos los 14} botes volvieron a puerto.
        ",
        "
        {Todos los|La totalidad de los} vecinos dejaron la torre.
        {Algunos|Varios} vecinos dejaron la torre.
        {Casi todos|La mayoría de} los vecinos dejaron la torre.
        ",
    );
    check(
        "fr",
        ReasonKind::Scope,
        "
        {Tous les|Certains} locataires ont quitté la tour.
        La salle a été {entièrement|partiellement} détruite.
        ",
        "
        {Tous les|L'ensemble des} locataires ont quitté la tour.
        {Certains|Plusieurs} locataires ont quitté la tour.
        {Presque tous les|La plupart des} locataires ont quitté la tour.
        ",
    );
}
