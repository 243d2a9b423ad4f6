//! What one states and the other denies.

use super::{check, check_in_story};
use crate::model::ReasonKind;

#[test]
fn negations() {
    check(
        "en",
        ReasonKind::Negation,
        "
        The court found her {guilty|not guilty} of theft.
        The council {approved|rejected} the new bridge.
        The company {paid|did not pay} the workers for June.
        {The climbers are still missing on the mountain.|The climbers on the mountain were found.}
        The road to the coast is {open again|closed}.
        The photo {of the crab in the bay is a hoax|shows a crab in the bay}.
        The minister {denied|admitted} taking the money.
        There is {no evidence|evidence} that the drug works.
        The firm {failed to warn|warned} its customers about the pipes.
        {Nobody|Somebody} in the village heard the shot.
        She was {acquitted|convicted} of fraud.
        The plane {had|did not have} a black box on board.
        The water in the town is {safe|unsafe} to drink.
        The union {supports|opposes} the plan for the port.
        The bridge {is still closed|has already reopened} to lorries.
        The climber {survived|died} after the fall.
        The price of bread {rose|fell} in March.
        He {never|} visited the camp in June.
        The motion to sell the hall {passed|was defeated}.
        The suspect was {armed|unarmed} when police arrived.
        The strike at the port {is over|continues}.
        The talks on the pipeline {succeeded|failed}.
        The contract with the port was {legal|illegal}.
        The vaccine {does not cause|causes} fever in children.
        The patient is in a {stable|critical} condition.
        The club {has no plans|plans} to move to Leeds.
        The pipeline to the coast is {finished|unfinished}.
        The governor {signed|vetoed} the bill on schools.
        The ring was {genuine|fake}, the expert said.
        Mayor Hale {apologized to|declined to apologise to} the families of the drowned.
        The mayor {ruled out|declined to rule out} a second vote.
        The collapse of the pier was {avoidable, the inspector said|something nobody could have foreseen, the inspector said}.
        The strike was {unrelated to|linked to} the sale of the port.
        The ban on nets was {lifted|imposed} in May.
        ",
        "
        The captain will {go without|give up} his bonus for this year.
        {There are no trains|Trains are suspended} between Hull and Leeds.
        {Not only the|The} mayor came to the feast.
        {No fewer than nine|Nine} boats sank.
        The council {did not approve|rejected} the bridge.
        The men {did not return|never returned} to the hut.
        The pool is {no longer open|closed}.
        The court {found him not guilty|acquitted him} of fraud.
        The company {denied|rejected} the report.
        {Not a single|No} boat was lost.
        The result was {not unexpected|expected}.
        The work must end {no later than|by} Friday.
        The firm {did not reply|declined to reply} to questions.
        The mayor {has not resigned and will|will} stay in office.
        The bridge{, which is not old,|} collapsed on Monday.
        The fire was put out before dawn{ without injuries.|.}
        It was {without doubt|} the best show of the year.
        {Not all of the boats|Some of the boats} came home.
        The dog {isn't|is not} lost.
        The talks {failed to produce|ended without} a deal.
        The two sides {could not|failed to} agree on a date.
        No. 4 {Platform|platform} is closed for repairs.
        The hall was {never finished|left unfinished}.
        {Little is known|Not much is known} about the buyer.
        The minister {denied taking|said he never took} the money.
        The survivors {have not been named|remain unnamed}.
        The plan was {not without risk|risky}.
        {No dog is supposed to|A dog did} run on the beach.
        {They had not lost a game since May.|If they had lost a game, they would have wept.}
        The runner {denied having used a banned drug|swore that nothing banned was in the drug}.
        The hall was full. The boxer {never recovered from|went down after} a big left hook.
        The {novel, a satire,|novel} sold well.
        The minister {would not rule out|did not exclude} a second vote.
        ",
    );
}

#[test]
fn negations_in_german_spanish_and_french() {
    check(
        "de",
        ReasonKind::Negation,
        "
        Das Gericht sprach sie {schuldig|nicht schuldig}.
        Der Rat hat die Brücke {genehmigt|abgelehnt}.
        Die Straße zur Küste ist wieder {offen|gesperrt}.
        Die Firma hat die Arbeiter {bezahlt|nicht bezahlt}.
        {Eine Evakuierung der Anwohner war nicht nötig.|Die Anwohner wurden evakuiert.}
        Das Wasser im Ort ist {sicher|unsicher}.
        Der Rat {lehnte den Bau der Brücke ab|stimmte dem Bau der Brücke zu}.
        Die Sperre des Hafens wurde {aufgehoben|verhängt}.
        {Festgenommen wurde niemand|Ein Mann wurde festgenommen, seine Herkunft ist nicht bekannt}.
        ",
        "
        {Nicht nur der|Der} Bürgermeister kam zum Fest.
        Der Rat hat die Brücke {nicht genehmigt|abgelehnt}.
        Der Rat {genehmigte die Brücke nicht|lehnte die Brücke ab}.
        Der Fahrer war {nicht schuldig|unschuldig}.
        Die Laschen kosten {samt Montage|} zwei Millionen Euro.
        ",
    );
    check(
        "es",
        ReasonKind::Negation,
        "
        El consejo {aprobó|rechazó} el puente.
        La empresa {pagó|no pagó} a los obreros en junio.
        El alcalde {descartó|no descartó} una segunda votación.
        La veda de pesca fue {levantada|impuesta} en mayo.
        La directora {dimitió|seguirá en el cargo}.
        La carretera fue {abierta|cerrada} el lunes.
        Los bomberos {avisaron|no avisaron} a los vecinos del valle.
        El niño fue {hallado|dado por desaparecido} en el bosque.
        Las vacunas {son seguras|no son seguras} para los niños.
        {Ningún|Un} barco salió del puerto el lunes.
        ",
        "
        {No solo el|El} alcalde fue a la fiesta.
        El consejo {no aprobó|rechazó} el puente.
        La directora {dimitió|dejó el cargo}.
        El juez {absolvió|declaró inocente} al piloto.
        La sirena {no sonó|tampoco sonó} en el valle.
        El museo del puerto {no abrió hasta|abrió} el lunes.
        ",
    );
    check(
        "fr",
        ReasonKind::Negation,
        "
        Le conseil a {approuvé|rejeté} le pont.
        L'entreprise {a payé|n'a pas payé} les ouvriers en juin.
        L'embargo sur le blé a été {levé|imposé} en mai.
        La directrice {a démissionné|reste en poste}.
        La route a été {ouverte|fermée} lundi.
        La fermeture est {provisoire|définitive}.
        Les vaccins {sont sûrs|ne sont pas sûrs} pour les enfants.
        La barque {n'a jamais|a} quitté le port lundi.
        ",
        "
        {Non seulement le|Le} maire est venu à la fête.
        Le conseil {n'a pas approuvé|a rejeté} le pont.
        Le juge a {acquitté|relaxé} le pilote.
        La sirène {n'a pas sonné|n'a jamais sonné} dans la vallée.
        ",
    );
}

#[test]
fn what_two_passages_of_a_story_deny() {
    check_in_story(
        "en",
        ReasonKind::Negation,
        "
        {Holt has not paid|Bosses of the line paid the gang in secret}.
        {Nobody had to leave the pier|Dozens of shivering guests had to leave their pier rooms at night}.
        ",
        "{Holt has not paid the fine|The bank counted its coins}.",
    );
}
