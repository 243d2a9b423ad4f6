//! Quantities.

use super::{Case, check};
use crate::model::ReasonKind;

#[test]
fn numbers() {
    check(
        "en",
        ReasonKind::Number,
        "
        The ferry carried {40|60} passengers.
        {Nine workers were hurt|Fourteen workers were injured} in the collapse of the scaffold.
        The bridge cost {12 million euros|€19 million}.
        Turnout was {61%|74 percent} in the town.
        The river rose {four|seven} metres overnight.
        The trial lasted {11|15} weeks.
        Ana Ruiz, {31|37}, won the race.
        {At least five|Three} people died in the flood.
        {More than 400|About 250} homes lost power.
        The fund bought {3,000|8,000} tonnes of grain.
        The plan costs {$1.2 billion|$1.5 billion}.
        The firm owes its suppliers {£2m|€2m}.
        Inflation fell by {three percent|three percentage points} last year.
        The stall sold {two dozen|40} lamps that day.
        {A third|A quarter} of the pupils were absent.
        She finished {third|fifth} in the race in Oslo.
        The {54|45}-year-old driver was taken to hospital.
        The council voted {7-2|6-3} to sell the hall.
        The board {split 5-2 on the merger|backed the merger by four votes to three}.
        The visitors won {3-1|2-1} on Saturday.
        The tower is {120 metres|320 feet} tall.
        The mine employs {900|1,400} people.
        The bomb weighed {250|500} kilograms.
        The school has {312|231} pupils.
        {Seven in ten|Four in ten} residents want a ferry.
        The film took {half a million|two million} dollars in a week.
        The car was doing {90mph|60mph} when it hit the wall.
        The quake in the strait had a magnitude of {6.1|6.9}.
        Between {10 and 15|30 and 40} boats were lost in the storm.
        {Hundreds|Dozens} of homes burned down.
        {No one was|Two people were} killed in the blast at the mill.
        Temperatures reached {41°C|35°C} in the valley.
        The fine was {£5,000|£50,000}.
        The flight was {three hours|forty minutes} late.
        The strike enters its {second|fourth} week.
        The prize is shared by {four|six} chemists.
        {Police counted 300 marchers|Police counted 300 marchers, the organisers put it at 500 marchers} on the square.
        At least {640|790} children fell ill.
        {Up to 640 posts|About 840 jobs} are to go at the airline.
        The strike costs the port {2 million euros a day|2 million euros a week}.
        {More than 60|At least 85} sheep were stolen.
        The crack is {40 centimetres|40 millimetres} long.
        {Weekly|Monthly} sales of 300 boats are expected.
        ",
        "
        The board backed the merger {5-2|by five votes to two}.
        The yard cut the crew {from nine to six|to six}.
        The plan costs {$1.2 billion|1,198 million dollars}.
        {Seven in ten|70% of} voters backed the plan.
        {Fifty-one|51} people were on the ferry.
        {Nearly 70|About 69} people came to the meeting.
        The walk is {five miles|eight kilometres} long.
        {More than 400|Some 430} homes lost power.
        The club has {two dozen|24} members.
        The fire at building No. {4|7} was put out.
        {Half|50 percent} of the members left.
        The vote took {90 minutes|an hour and a half}.
        {About 3,000|2,950} people marched through the town.
        {Hundreds of|Some 400} people marched through the town.
        {At least nine|Nine} sailors drowned.
        Nine people died in the fire{.|, two of them children.}
        The visitors won {3-1|3–1} on Saturday.
        {A 54-year-old man|A man aged 54} was held.
        The ticket costs {$500|500 dollars}.
        The town has {thirty-five thousand|35,000} residents.
        The ceasefire lasts {48 hours|two days}.
        The course takes {six months|half a year}.
        {More than 1.3 million|1.34 million} people voted.
        Police seized {three guns and 400 rounds|400 rounds and three guns}.
        {One of the men|One man} was armed.
        The hall seats {up to 800|750} people.
        The tank holds {20 litres|0.02 cubic metres} of fuel.
        Prices rose by {2.5|2.48} percent.
        The bus hit a tree at {about 50 mph|80 km/h}.
        The farm covers {100 acres|40 hectares}.
        {A dozen|Twelve} sheep were lost.
        Some {5,000 of the 12,000|5,000} members have left.
        The station is {half a mile|800 metres} from the port.
        The firm made {a profit of $3.1bn|a $3.1 billion profit}.
        She is {the third|the 3rd} woman to lead the party.
        The crew of {five|5} are safe.
        Her {third book|book, her third,} came out in spring.
        {Nine people were hurt|Police said nine people were hurt and 14 sheep were killed} in the crash.
        The list has {21 lakh|2.1 million} new voters.
        The road cost {Rs 3 crore|30 million rupees}.
        The mill earns {£2m a month|£24m a year}.
        The appeal raised {over 60,000|62,000} euros.
        {One of the five judges|A judge} was ill.
        Output rose by {14|14.2} percent.
        The module grew hotter by {108 degrees Fahrenheit|60 degrees Celsius}.
        The trip took {less than four days|three and a half days}.
        The voyage took {a little over three days|83 hours}.
        The storm lasted for {a week|seven days}.
        {Nine of the 14 posts at the mill are vacant|Five posts at the mill are filled}.
        ",
    );
}

#[test]
fn figures_of_different_things() {
    check(
        "en",
        ReasonKind::Number,
        "The show cost {a quarter of a million|half a million} crowns.",
        "
        The milk {has to be kept below five|was kept at nine} degrees in the shed.
        {The ban lasts seven days.|The walk took five days.}
        The show cost {a quarter of a million|250,000} crowns.
        ",
    );
}

#[test]
fn numbers_in_german() {
    check(
        "de",
        ReasonKind::Number,
        "
        Bei dem Brand wurden {neun|vierzehn} Menschen verletzt.
        Die Brücke kostet {1,2 Millionen|3,4 Millionen} Euro.
        Der Fluss stieg um {zwei|vier} Meter.
        Rund {40|70} Prozent der Wähler stimmten dafür.
        {Hunderte|Dutzende} Häuser wurden zerstört.
        Der Stau kostet die Stadt {zwei Millionen Euro pro Tag|zwei Millionen Euro pro Woche}.
        Der Spalt ist {30 Zentimeter|30 Millimeter} breit.
        Bei dem Überfall wurden {drei|vier} Täter gesehen.
        ",
        "
        An Bord waren {einundfünfzig|51} Menschen.
        Der Bau kostet {1.200 Euro|1200 Euro}.
        Der Schaden liegt bei {4,5 Millionen Euro|rund 4,5 Mio. Euro}.
        {Gut 400|Etwa 420} Menschen kamen zum Fest.
        Die {Hälfte|50 Prozent} der Mitglieder ging.
        Die Reise dauerte {anderthalb Stunden|90 Minuten}.
        Die Fähre bringt {zwei Millionen Euro im Monat|zwei Millionen Euro monatlich} ein.
        ",
    );
}

#[test]
fn numbers_in_spanish() {
    check(
        "es",
        ReasonKind::Number,
        "
        En el incendio murieron {nueve|catorce} personas.
        El puente costó {12 millones|19 millones} de euros.
        El río subió {cuatro|siete} metros.
        El {40|70} por ciento de los vecinos votó a favor.
        El atasco cuesta dos millones de euros {por semana|por mes}.
        La avería dejó sin luz a {1.340|2.340} hogares.
        El robo ascendió a {3,5|4,5} millones de pesos.
        {Una treintena|Una decena} de alumnos faltó a clase.
        El tren llegó con {dos horas|cinco horas} de retraso.
        ",
        "
        A bordo iban {cincuenta y una|51} personas.
        {Más de 400|Unas 430} casas quedaron sin luz.
        La {mitad|50% } de los socios se fue.
        El billete cuesta {1.200|1200} euros.
        La avería dejó sin luz a {1.340|1,340} hogares.
        El puente costó {86,4 millones|86.4 millones} de euros.
        En el autobús viajaban {treinta y dos|32} niños.
        El temblor causó {doce|una docena de} heridos.
        El temblor causó {31|una treintena de} heridos.
        La presa mide {238 milímetros|23,8 centímetros}.
        Casi {la mitad|el 49 %} de los barcos volvió a puerto.
        ",
    );
}

#[test]
fn numbers_in_french() {
    check(
        "fr",
        ReasonKind::Number,
        "
        L'incendie a fait {neuf|quatorze} blessés.
        Le pont a coûté {12|19} millions d'euros.
        Le fleuve est monté de {quatre|sept} mètres.
        {40|70} % des habitants ont voté pour.
        La grève coûte deux millions d'euros {par jour|par semaine}.
        La panne a privé de courant {1 340|2 340} foyers.
        Le vol porte sur {3,5|4,5} millions de francs.
        {Une trentaine|Une dizaine} d'élèves étaient absents.
        Le train avait {deux heures|cinq heures} de retard.
        ",
        "
        Il y avait {cinquante et une|51} personnes à bord.
        {Plus de 400|Quelque 430} maisons sont sans courant.
        La {moitié|50 %} des membres est partie.
        La ville compte {soixante-dix mille|70 000} habitants.
        La facture s'élève à {4,7 millions d'euros|4,7 M€}.
        Le terrain a coûté {9 800|9’800} francs.
        Le car transportait {trente-deux|32} enfants.
        La ville compte {nonante-trois|quatre-vingt-treize} rues.
        Près de {la moitié|49 %} des bateaux sont rentrés au port.
        ",
    );
}

#[test]
fn an_article_without_a_date_tells_of_the_same_time() {
    let line = "The bridge, built in 1871, has been struck {17|71} times since 2010.";
    let mut case = Case::read("en", line);
    case.articles[0].metadata.published = None;
    assert_eq!(case.told(), ["number: 2 says “71”, 1 says “17”"]);
}

#[test]
fn figures_that_are_told_alike_are_of_one_thing() {
    let more = ["The band played on.", "Nobody came."];
    let told = |line: &str| Case::with_more("en", line, more).told();
    let turned = "{A new roof would cost|Tiles are priced at} {$23 million|$32 million}.";
    assert_eq!(told(turned), ["number: 2 says “$32 million”, 1 says “$23 million”"]);
    let other = "{A new roof would cost|Tiles are priced at} {$23 million|$31 million}.";
    assert!(told(other).is_empty());
    let beside = "The firm's {shares rose|stock rocketed} {7|17} percent to $46.12{, while bonds slipped 3 percent|}.";
    assert_eq!(told(beside), ["number: 2 says “17 percent”, 1 says “7 percent”"]);
}
