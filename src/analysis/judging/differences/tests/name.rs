//! People, organisations and places.

use super::check;
use crate::model::ReasonKind;

#[test]
fn names() {
    check(
        "en",
        ReasonKind::Name,
        "
        Inspector {Sunil|Anita} Rao led the search.
        The prize went to {Maria|Marta} Lopez.
        The driver was Peter {Hanssen|Jansen}.
        The flight was diverted to {Lisbon|Porto} after the alarm.
        The painting was sold to {Helen Marsh|Brigitte Vogel} for a record sum.
        {A picket, Tom|Postman Ben} Marlow, 44, {was hit by a van|lost a leg in June}.
        The jury was sent home by Judge {Ellison|Marlowe} on Monday.
        The ferry was built in {Gdansk|Hamburg}.
        The dam was opened by Minister {Okoro|Adeyemi}.
        The deal was signed by Thomas {Reiter|Ritter}.
        The pilot of the tug was Nils {Halvik|Halvig}.
        The choir is led by Clara {Osterfeld|Osterkamp}.
        The clinic is run by Dr. Lena {Brandt|Vollmer}.
        The award is named after {Ada Lovelace|Grace Hopper}.
        The suspect was arrested in {Kansas|Nevada} on Friday.
        She was replaced by {Omar Haddad|Yusuf Demir} as head of the bank.
        The drugmaker {Bayer|Merck} withdrew the cream from shops.
        The match between Ajax and {Porto|Benfica} was called off.
        The film stars Emma {Stone|Watson} as a nurse.
        The truck was stopped near {Calais|Dunkirk} at dawn.
        The mine belongs to {Anglo Metals|Norsk Copper}.
        Firefighters from {Leeds|Bradford} reached the mill first.
        The letter was written by {Charles|Edward} Dunmore in prison.
        The pipes were made by {Harland Steel|Corby Tubes} in the nineties.
        ",
        "
        {President Joan Birk|Birk} signed the law.
        {Bill|William} Carter runs the mill.
        The song is by {Zoë|Zoe} Braun.
        {Chinese firms|Firms in China} sold the parts.
        The hall is named after {Anna Maria Holt|Anna Holt}.
        {Beijing|China} has rejected the plan.
        {U.S.|American} troops left the base.
        {The European Union|The EU} fined the firm.
        The train stopped in {Kiev|Kyiv} at noon.
        {Mr Osgood|Martin Osgood} owns the hotel.
        {The prime minister, Ken Ito,|Prime Minister Ito} left for Rome.
        The {BBC|British Broadcasting Corporation} dropped the show.
        The tram runs through {Saint|St.} Petersburg.
        The mayor is {Robert F. Hale|Robert Hale}.
        The trainer, {Jürgen Müller|Juergen Mueller}, stayed.
        She moved to {New York City|New York}.
        The country was ruled by {Colonel Gaddafi|Colonel Qaddafi} for decades.
        The shop opened in {the city of Leeds|Leeds}.
        {Smith's brother|The brother of Smith} owns the farm.
        The plant of {Hollis Foods Ltd|Hollis Foods} is shut.
        The rescue was led by {Captain Mary O’Brien|Mary O'Brien}.
        The case was heard in {the north of Wales|Wales}.
        The house of {Abd al-Rahman|Abdulrahman} Saleh was searched.
        ",
    );
}

#[test]
fn names_in_german_spanish_and_french() {
    check(
        "de",
        ReasonKind::Name,
        "
        Die Suche leitete Kommissarin {Anna|Sabine} Reuter.
        Der Preis ging an Maria {Lindner|Landner}.
        Nach Angaben von Sprecherin Petra {Hellwig|Hellweg} ist die Straße frei.
        Ober-Prüfer {Henning|Henrik} Adler wacht mit vier Leuten über die Kasse.
        ",
        "
        Das Gesetz unterschrieb {Präsidentin Johanna Birk|Birk}.
        Den Notruf wählte {Schichtleiterin|Kollegin} Sabine Noll.
        Die Stadt kaufte das {Haus|Gebäude} von Peter Lang.
        Sechs Verletzte kamen in {die Universitätsklinik Lahn|das Universitätsspital Lahn}.
        ",
    );
    check(
        "es",
        ReasonKind::Name,
        "
        La búsqueda la dirigió el inspector {Luis|Jorge} Marín.
        El barco se construyó en {Vigo|Gijón}.
        La carta la firmó el alcalde {Pedro|Mario} Solís.
        ",
        "
        La ley la firmó {la presidenta Juana Ríos|Ríos}.
        El cuadro es de {José|Jose} Luna.
        La carta la firmó {el Dr. Pedro Solís|Solís}.
        ",
    );
    check(
        "fr",
        ReasonKind::Name,
        "
        L'enquête est menée par la juge {Anne|Claire} Fontaine.
        Le navire a été construit à {Brest|Lorient}.
        La lettre est signée du maire {Pierre|Marc} Sorel.
        L'accord d'{Arles|Nîmes} tient bon.
        ",
        "
        La loi a été signée par {le président Jean Roche|Roche}.
        Le tableau est de {Zoë|Zoé} Martin.
        La lettre est signée {du Dr Pierre Sorel|de Sorel}.
        ",
    );
}
