//! Dates and times of day.

use std::ops::ControlFlow;

use super::check;
use crate::analysis::suggestion_for;
use crate::analysis::testing::article;
use crate::model::{Article, Place, ReasonKind};
use crate::text::Span;

#[test]
fn dates_and_times() {
    check(
        "en",
        ReasonKind::Date,
        "
        The bridge opened on {12|14} March 2024.
        The theft was noticed in {2015|2013}.
        The fire broke out at {6:42 a.m.|7:42 a.m.} on the pier.
        The trial opens in {April|June}.
        She was born on {February 2, 2014|February 2, 2013}.
        The ferry sank at {half past ten|noon}.
        The vote is set for {Tuesday|Thursday}.
        The mayor resigned on {Monday|Friday}.
        The contract ends {this year|next year}.
        The ban on nets began in {1998|the 1970s}.
        The lab closed {two years ago|in 2019}.
        The shop opens at {9 a.m.|11 a.m.} on Sundays.
        The concert took place {last week|last month}.
        The war began in {February 2022|March 2022}.
        The law takes effect on {1 July|1 October}.
        The ship sank on {3 May 1941|13 May 1941}.
        The fire started {in the morning|in the evening} in a kitchen.
        The men were arrested {yesterday|last Friday}.
        The strike ends on {2024-05-09|2024-05-19}.
        The king died at {15:10|17:30}.
        The siege lasted from {1992 to 1995|1988 to 1990}.
        The festival was moved to {the summer of 2025|the autumn of 2025}.
        The dam was finished in {late 1956|1958}.
        The envoys met on {April 12|Friday} in the old palace.
        The boiler of the ferry blew up at {04:20|04:50 GMT}.
        The bank sees prices back at its 3% goal {by the middle of 2026|early in 2027}.
        ",
        "
        The bridge opened on {12 March 2024|March 12, 2024}.
        The bridge opened {in 2024|on March 12, 2024}.
        The fire broke out at {6:42 a.m.|eighteen minutes to seven} on the pier.
        The ferry sank {just after 7am|at 7:05 a.m.}
        The shop shut in {the 1980s|1984}.
        The museum was shut by {noon|12 p.m.}
        The mayor resigned {on Tuesday|yesterday}.
        The mayor resigned on {Tuesday|12 March}.
        The mill closed {last year|in 2023}.
        The lab closed {two years ago|in 2022}.
        The shop closed {last month|in February}.
        The fair opens on {Nov. 24|24 November}.
        The storm struck on {Monday morning|Monday}.
        The trial resumed at {3 p.m.|15:00}.
        The bridge opened {in March|on 5 March}.
        The bridge {of 1971 was closed|was closed on Tuesday}.
        The review is due {by Sept. 30|by the end of September}.
        The council put the work off {the following year|in 2022}.
        The signal was lost at {02:17 UTC|03:17 BST}.
        The alarm was raised at {9:15 a.m. EST|2:15 p.m. local time}.
        A fire damaged the mill {at night|in the early morning}.
        The minister {was warned in January|comes on Monday}.
        The vote is {tomorrow|on Thursday}.
        It was {the only cut of the rate this year|the only cut of the rate since May 2020}.
        The band broke up in {the 1990s|1994}.
        The lights went out at {about 8 p.m.|8:10 p.m.}
        The fair runs {from 3 to 7 May|from May 3 to May 7}.
        The firm was founded {a decade ago|in 2014}.
        {Founded in 1902 and rebuilt in 1948|Rebuilt in 1948}, the mill stands empty.
        The train was due {early on Tuesday|on Tuesday}.
        The school opens {at nine|at 9 a.m.} on weekdays.
        The pact was signed {on May 5, 2021|in May 2021}.
        The ship left port {at midnight on Sunday|late on Sunday}.
        ",
    );
}

#[test]
fn dates_in_german() {
    check(
        "de",
        ReasonKind::Date,
        "
        Die Brücke wurde am {12.|14.} März eröffnet.
        Das Feuer brach um {6.42 Uhr|8.15 Uhr} aus.
        Der Prozess beginnt im {April|Juni}.
        Der Bürgermeister trat am {Montag|Freitag} zurück.
        ",
        "
        Die Brücke wurde am {12. März 2024|12.03.2024} eröffnet.
        Das Feuer brach um {halb sieben|6.30 Uhr} aus.
        Das Werk schloss {vor zwei Jahren|2022}.
        Der Bürgermeister trat {gestern|am Dienstag} zurück.
        ",
    );
}

#[test]
fn dates_in_spanish_and_french() {
    check(
        "es",
        ReasonKind::Date,
        "
        El puente se abrió el {12|14} de marzo.
        El juicio empieza en {abril|junio}.
        El mercado abrió a las {6.42|8.15} horas.
        El tren salió a {las cuatro y media|las siete menos cuarto}.
        La feria termina {el lunes|el jueves} que viene.
        La riña empezó a {las nueve de la noche|las nueve de la mañana}.
        ",
        "
        El puente se abrió el {12 de marzo de 2024|12/03/2024}.
        El alcalde dimitió {ayer|el martes}.
        La fábrica cerró {hace dos años|en 2022}.
        El mercado abrió a las {16.30 horas|4:30 p. m.}.
        El tren salió a {las cuatro y media|las 4.30 horas}.
        La sirena sonó {cuando faltaban diez minutos para las seis|a las 5.50 horas}.
        La fábrica cerró {el año pasado|en 2023}.
        La regata será {el lunes 18|el 18 de marzo}.
        ",
    );
    check(
        "fr",
        ReasonKind::Date,
        "
        Le pont a ouvert le {12|14} mars.
        Le procès commence en {avril|juin}.
        Le feu a pris à {6 h 42|8 h 15}.
        Le marché a ouvert à {6 h 42|8 h 15}.
        Le train est parti à {sept heures et demie|neuf heures}.
        La foire se termine {lundi|jeudi} prochain.
        La rixe a éclaté à {neuf heures du soir|neuf heures du matin}.
        ",
        "
        Le pont a ouvert le {12 mars 2024|12/03/2024}.
        Le maire a démissionné {hier|mardi}.
        L'usine a fermé {il y a deux ans|en 2022}.
        Le marché a ouvert à {16h30|16 h 30}.
        Le train est parti à {sept heures et demie|7 h 30}.
        La sirène a retenti à {six heures moins dix|5 h 50}.
        L'usine a fermé {l'an dernier|en 2023}.
        L'école ouvre le {1er sept.|1er septembre}.
        ",
    );
}

/// Whether three articles that tell one thing differ in its date.
fn differ(texts: [&str; 3]) -> bool {
    let articles = [1, 2, 3].map(|id: u32| article(id, texts[id as usize - 1]));
    let refs: Vec<&Article> = articles.iter().collect();
    let places =
        articles.each_ref().map(|of| Place { article: of.id, span: Span::whole(&of.text) });
    let found = suggestion_for(&refs, &places, &mut |_| ControlFlow::Continue(()));
    found.expect("nobody cancels").reasons.iter().any(|reason| reason.kind == ReasonKind::Date)
}

#[test]
fn what_every_article_dates_is_dated_by_all() {
    let first =
        "On 2 May, while the whole village was at a feast, masked thieves got into the mill shop.";
    let second =
        "On 2 May, as the mayor recalls with a shudder, strangers slipped into the mill shop.";
    let undated = "As the mayor recalls with a shudder, strangers slipped into the mill shop.";
    let third =
        "The break at the mill shop, as police told a crowded town hall, dates from {} May.";
    let third = |day: &str| third.replace("{}", day);
    assert!(differ([first, second, &third("9")]));
    assert!(!differ([first, second, &third("2")]));
    assert!(!differ([first, undated, &third("9")]));
    let strange = "The whole theft dates from 9 May.";
    assert!(differ(["Thieves got in on 2 May.", "Strangers slipped in on 2 May.", strange]));
    assert!(!differ(["Thieves got in on 2 May.", "Strangers slipped in.", strange]));
}
