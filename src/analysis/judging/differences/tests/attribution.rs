//! Who says so.

use super::{Case, check};
use crate::model::ReasonKind;

#[test]
fn attributions() {
    check(
        "en",
        ReasonKind::Attribution,
        "
        “Our first thought is with the crew,” {captain Gail Prewitt|owner Martin Osgood} said.
        “The dam is no danger to the town,” said {Loren Hale|Agnes Moren}.
        “We had no warning of the wave,” {Carla Ruiz|Tom Baker} told reporters.
        The bridge is unsafe for lorries, {engineer Ravi Menon|councillor Petra Falk} said.
        According to {police|the union}, the march drew a large crowd to the square.
        {Witnesses|Police} said the car ran a red light at the bridge.
        The company {insists|} the pipes under the town are safe.
        {The hospital|The family} said the boy was awake and talking.
        {Prosecutors|Defence lawyers} said the tape of the call was cut.
        The ferry was overloaded with trucks, {survivors|the owner} said.
        {Scientists|Farmers} said the lake had lost half of its fish.
        The gunman acted alone, {the sheriff|a witness} said.
        {Union leaders|The ministry} said the port would stay shut all week.
        The tunnel will open in spring, {Mayor Ida Kern|contractor Leo Voss} announced.
        The order came from the palace, {General Amar Singh|Colonel Reza Moradi} told the court.
        The plant leaked for days, {a whistleblower|the company} said.
        {A neighbour|The landlord} said the boiler had been broken for weeks.
        The rebels fired first, {the army|residents} said.
        The mayor {claims|} he never met the builder of the tower.
        According to {the opposition|the government}, the vote in the north was fair.
        The bank {denies|} that it hid the losses from its clients.
        “The pier will never be sold,” {spokesman Tom Reed told the club|the mayor told the club}.
        “The dam is old and weak,” {Chairman Dr. T. Vale told|engineer Ravi Menon told} the town.
        “The pier will never be sold,” said {Mr. Reed|Ann Moss}.
        “Nobody told us that the dam was weak,” {raged farmer Tom Reed|said councillor Ann Moss}.
        ",
        "
        The storm will pass by noon{, the office said.|.}
        “We are sorry,” {Ms Prewitt said.|said Gail Prewitt.}
        “The pier will never be sold,” {Mayor Tom Reed told the club|the mayor told the club}.
        {Police|Officers} said the car ran a red light at the bridge.
        The hospital{ said the boy was awake.|'s spokeswoman said the boy was awake.}
        {The ministry|The minister} said the port would stay shut.
        The pipes are safe, {the company|the firm} said.
        {He|Mr Voss} said the tunnel would open in spring.
        {According to the report, the|The report said the} dam was unsafe.
        The gunman acted alone, {police said on Monday|the police chief said}.
        “The dam is safe,” said {engineer Ravi Menon|Ravi Menon, an engineer}.
        The crash claimed {nine lives|the lives of nine people}.
        A group {claimed responsibility|took responsibility} for the bomb.
        The judge denied {him bail|bail to him}.
        {Prosecutors|The prosecution} said the tape was cut.
        The lake had lost half of its fish, {a study found|scientists said}.
        {The fire service|Firefighters} said the blaze began in the kitchen.
        The army {said the|reported that} rebels fired first.
        {The court heard that the|The} boiler had been broken for weeks.
        She {told the BBC|said} the show would go on.
        The union {claims|claims that} the port is unsafe.
        The {ministry told reporters|ministry said} the port would stay shut.
        ",
    );
}

#[test]
fn attributions_in_german_spanish_and_french() {
    check(
        "de",
        ReasonKind::Attribution,
        "
        Laut {Polizei|Gewerkschaft} kamen viele Menschen zu dem Marsch auf den Platz.
        Die Fähre war überladen, sagten {Augenzeugen|die Ermittler der Polizei}.
        „Wir trauern um unsere Kollegen“, sagte {Werksleiter Tom Rieck|Betriebsratschef Jörg Hamann}.
        „Wir sind nicht euer Rastplatz“, {wiederholte Bürgermeisterin Karin Ostmann|sagte Landrat Bernd Tiller}.
        „Das Meer kennt keinen Fahrplan“, sagte {die Vorstandsvorsitzende Ida Kern|Betriebsvorstand Dr. Leo Voss}.
        ",
        "
        Der Sturm zieht bis Mittag ab{, teilte das Amt mit.|.}
        Laut {Polizei|einem Polizeisprecher} kamen viele Menschen.
        ",
    );
    check(
        "es",
        ReasonKind::Attribution,
        "
        Según {la policía|el sindicato}, la marcha reunió a mucha gente en la plaza.
        «El muelle resistirá otro invierno», dijo {Ana Ruiz|Luis Mora}, vecina del puerto.
        Según {los bomberos|el sindicato}, el humo salió del sótano de la escuela.
        ",
        "
        La tormenta pasará antes del mediodía{, dijo la agencia.|.}
        «El muelle resistirá otro invierno», {dijo|señaló} Ana Ruiz.
        ",
    );
    check(
        "fr",
        ReasonKind::Attribution,
        "
        Selon {la police|le syndicat}, la marche a réuni beaucoup de monde sur la place.
        « Le quai tiendra un hiver de plus », a dit {Anne Roux|Luc Morel}.
        D'après {les pompiers|le syndicat}, la fumée venait de la cave de l'école.
        ",
        "
        La tempête passera avant midi{, a dit l'agence.|.}
        « Le quai tiendra un hiver de plus », a {dit|précisé} Anne Roux.
        ",
    );
}

#[test]
fn who_is_named_in_full_elsewhere_is_known_by_the_surname() {
    let line = "“We fought this sale and we lost,” {Vale|chairman Tom Reed} told the staff.";
    let named = ["Lydia Vale left at noon.", "The band played on."];
    let case = Case::with_more("en", line, named);
    assert_eq!(case.told(), ["attribution: 2 gives it to “Tom Reed”, 1 to “Vale”"]);
    let case = Case::with_more("en", line, [named[1]; 2]);
    assert!(case.reasons().iter().all(|reason| reason.kind != ReasonKind::Attribution));
}
