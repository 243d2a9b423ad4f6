//! Abbreviations, by language.
//!
//! Each is known by what may follow it. Written without the last dot and in lower case, as they are
//! looked up. English and the writer's language are looked up together: names and firms keep theirs.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// What may follow an abbreviation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Abbreviation {
    /// It is none.
    None,
    /// A name follows always: `Gov.`, `e.g.`.
    Title,
    /// The initial of a name.
    Initial,
    /// A number follows, or it ends the sentence: `No.`, `Nov.`.
    BeforeNumber,
    /// Letters with dots, which names follow as often as sentences: `U.S.`.
    Acronym,
    /// It follows a name or number and may end the sentence: `Inc.`, `etc.`.
    Suffix,
    /// Half of the day; zones and days may follow: `p.m.`.
    Time,
}

/// What kind of abbreviation `word`, which stands before a dot, is.
pub(super) fn kind(word: &str, language: Option<&str>) -> Abbreviation {
    let lower = word.to_lowercase();
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    if matches!(lower, "a.m" | "p.m" | "am" | "pm") {
        return Abbreviation::Time;
    }
    // The own language first: `Sr.` is one thing in English and another in Spanish.
    let tables = [table(language), Some(&ENGLISH)];
    for table in tables.into_iter().flatten() {
        if let Some(kind) = table.kind(lower) {
            return kind;
        }
    }
    let letters: Vec<&str> = word.split('.').collect();
    let is_high = word.chars().next().is_some_and(char::is_uppercase);
    match letters.as_slice() {
        [one] if one.chars().count() == 1 && is_high => Abbreviation::Initial,
        [_, _, ..]
            if letters.iter().all(|part| {
                (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
            }) =>
        {
            Abbreviation::Acronym
        }
        _ => Abbreviation::None,
    }
}

/// Whether `word` opens sentences and hardly ever names, so that an abbreviation before it ends one.
pub(super) fn is_starter(word: &str, language: Option<&str>) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    let stem = lower.split('\'').next().unwrap_or_default();
    table(language).unwrap_or(&ENGLISH).has(stem, STARTERS | PREPOSITIONS)
}

/// Whether `word`, behind `Inc.` or `p.m.`, goes on with the sentence although it opens high.
pub(super) fn goes_on(word: &str, language: Option<&str>) -> bool {
    let lower = word.to_lowercase();
    let holds = |table: &Table| table.has(&lower, SUFFIXES | TITLES | OFFICES);
    holds(&ENGLISH) || table(language).is_some_and(holds)
}

/// Whether `word` may stand behind `p.m.`: a zone, a day, a month.
pub(super) fn is_time_word(word: &str) -> bool {
    const WORDS: &str = "edt est et ct mt pt cdt cst pdt pst mdt mst gmt utc bst cet eastern pacific \
        central mountain monday tuesday wednesday thursday friday saturday sunday \
        january february march april june july august september october november \
        december";
    let lower = word.to_lowercase();
    WORDS.split(' ').any(|own| own == lower)
}

/// Whether `word` is a preposition that opens a phrase of time or place.
pub(super) fn is_preposition(word: &str, language: Option<&str>) -> bool {
    let lower = word.to_lowercase();
    table(language).unwrap_or(&ENGLISH).has(&lower, PREPOSITIONS)
}

/// Whether a dot behind a number makes it an ordinal.
pub(super) fn has_dotted_ordinals(language: Option<&str>) -> bool {
    matches!(
        language,
        Some(
            "de" | "da"
                | "nb"
                | "nn"
                | "no"
                | "fi"
                | "cs"
                | "sk"
                | "hu"
                | "pl"
                | "sl"
                | "hr"
                | "sr"
                | "et"
                | "lv"
                | "is"
                | "tr"
        )
    )
}

/// The lists of a table, as a set.
type Lists = u8;
const TITLES: Lists = 1;
const BEFORE_NUMBERS: Lists = 2;
const SUFFIXES: Lists = 4;
const OFFICES: Lists = 8;
const STARTERS: Lists = 16;
const PREPOSITIONS: Lists = 32;

/// The words of one language; each list is parted by spaces.
struct Table {
    /// The lists that each word stands in, put together when one is first looked up.
    lists: OnceLock<FxHashMap<&'static str, Lists>>,
    titles: &'static str,
    before_numbers: &'static str,
    suffixes: &'static str,
    offices: &'static str,
    starters: &'static str,
    prepositions: &'static str,
}

impl Table {
    /// The kind of an abbreviation that is listed.
    fn kind(&self, word: &str) -> Option<Abbreviation> {
        let kinds = [
            (TITLES, Abbreviation::Title),
            (BEFORE_NUMBERS, Abbreviation::BeforeNumber),
            (SUFFIXES, Abbreviation::Suffix),
        ];
        let lists = self.lists_of(word);
        kinds.into_iter().find(|(list, _)| lists & list != 0).map(|(_, kind)| kind)
    }

    /// Whether any of `lists` holds `word`.
    fn has(&self, word: &str, lists: Lists) -> bool {
        self.lists_of(word) & lists != 0
    }

    fn lists_of(&self, word: &str) -> Lists {
        let lists = self.lists.get_or_init(|| self.lists());
        lists.get(word).copied().unwrap_or_default()
    }

    fn lists(&self) -> FxHashMap<&'static str, Lists> {
        let mut lists: FxHashMap<&str, Lists> = FxHashMap::default();
        for (words, list) in [
            (self.titles, TITLES),
            (self.before_numbers, BEFORE_NUMBERS),
            (self.suffixes, SUFFIXES),
            (self.offices, OFFICES),
            (self.starters, STARTERS),
            (self.prepositions, PREPOSITIONS),
        ] {
            for word in words.split(' ') {
                *lists.entry(word).or_default() |= list;
            }
        }
        lists
    }
}

fn table(language: Option<&str>) -> Option<&'static Table> {
    match language {
        Some("en") => Some(&ENGLISH),
        Some("de") => Some(&GERMAN),
        Some("es") => Some(&SPANISH),
        Some("fr") => Some(&FRENCH),
        _ => None,
    }
}

static ENGLISH: Table = Table {
    lists: OnceLock::new(),
    titles: "mr mrs ms mx dr prof gov sen rep gen lt col maj capt cpt cmdr sgt cpl pvt adm brig rev fr \
        hon st ste mt ft det insp supt dir pres amb atty messrs mme mlle mgr msgr lieut comdr asst \
        assoc dep sec treas vs v e.g i.e eg ie cf viz ca approx al. f.e resp incl med nat natl int \
        intl univ sr. ald rt cllr mp. spc pfc ofc const lt.col lt.gen maj.gen brig.gen esp hr pte pt \
        p.o coun cst supt sens govs drs atty.gen commr sfc msgt ssgt tsgt",
    before_numbers: "no nos nr n° p pp pg art arts fig figs vol vols ch chap par para sect app ex eq op ver rs \
        tel ext jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri \
        sat sun",
    suffixes: "co cos corp inc ltd llc plc bros jr sr esq a.m p.m am pm etc al ave blvd rd hwy dept est \
        govt min max mins sec. lb lbs oz ft. kg km ed eds gmbh ag ph.d m.d b.a m.a d.d.s bldg apt \
        ariz ala ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev \
        okla ore pa tenn tex va vt wash wis wyo w.va n.y n.j n.c s.c n.d s.d n.h n.m d.c r.i b.c a.d \
        b.c.e c.e",
    offices: "chairman chairwoman chair president vice chief ceo cfo coo director executive founder kg \
        spokesman spokeswoman spokesperson senator secretary minister general group holdings kgaa \
        edt est et pt cdt cst pdt pst mdt mst gmt utc bst eastern pacific central monday tuesday \
        wednesday thursday friday saturday sunday january february march april may june july august \
        september october november december",
    starters: "the a an this that these those he she it they we you i his her its their our your my there \
        here who what when where why how which whose if but and or so yet nor then as while although \
        though because since until unless once before after however meanwhile moreover also still \
        now today yesterday tomorrow some many most all both each every few several no none not \
        nobody nothing everyone everybody someone another other others one two three four five six \
        seven eight nine ten dozens hundreds thousands millions billions more less even only just \
        did do does is are was were has have had can could will would should may might must let \
        please yes well instead later earlier officials police authorities residents witnesses \
        according asked despite during whether such it's much neither either rather perhaps maybe \
        indeed finally first second last next said",
    prepositions: "at on in by from to with under about around for before after until since near between during \
        over through of",
};

static GERMAN: Table = Table {
    lists: OnceLock::new(),
    titles: "dr prof hr fr hrn st z d u z.b d.h u.a s i v bzw ca vgl bspw evtl ggf inkl exkl einschl ing \
        dipl mag rd gen gez geb gest verh sog b h mio mrd tsd rund. ltd. ev kath frhr graf. min. \
        allg bes vorm ehem stellv insb jew abzgl zzgl o m e a o.g u.u i.d.r m.e v.a s.o s.u österr \
        dt frz engl amerik südl nördl westl östl lfd obb od bay",
    before_numbers: "nr nrn abs art bd kap abb tab tel anm aufl ziff jan jän feb febr mrz apr jun jul aug sep \
        sept okt nov dez mo di mi do fr. sa so.",
    suffixes: "usw etc uhr. jh jhdt str pl co inc gmbh ag e.v u.s.w usf jr sen jun. n.chr v.chr chr bhf hbf \
        std sek km kg",
    offices: "kg ohg uhr euro dollar chef vorsitzender",
    starters: "der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich du man sein \
        seine ihre unser dieser diese dieses jener wer was wo wann wie warum welche und aber oder \
        denn doch sondern als wenn weil da dass ob obwohl während nachdem bevor seit damit dabei \
        dann dort hier jetzt heute gestern morgen auch noch nur schon so nun zudem außerdem jedoch \
        allerdings inzwischen unterdessen danach zuvor später alle viele einige mehrere keine kein \
        niemand nichts beide jeder ist sind war waren hat haben hatte wird wurde kann soll zwei drei \
        vier fünf sechs sieben acht neun zehn polizei feuerwehr laut dies damals dazu daher deshalb \
        trotz insgesamt",
    prepositions: "um am an im in auf bei mit von vom zu zum zur nach vor seit ab bis aus für gegen über unter \
        durch ohne zwischen",
};

static SPANISH: Table = Table {
    lists: OnceLock::new(),
    titles: "sr sra srta sres dr dra d dña dª lic ing arq prof profa gral cnel cap tte sgto mons fr sto \
        sta p ej p.ej av avda c aprox excmo ilmo ee jj gob dip sen pdte",
    before_numbers: "núm num no nro n.º art arts pág págs pag cap vol fig tel tfno ene feb mar abr may jun jul \
        ago sep sept oct nov dic km",
    suffixes: "etc cía cia s.a s.l a.m p.m m uu hh ff aa a.c d.c jr",
    offices: "",
    starters: "el la los las lo un una unos unas este esta estos estas ese esa eso esto él ella ellos ellas \
        nosotros yo su sus nuestro mi quien qué cuando cómo donde dónde por y o pero sino aunque \
        porque si como mientras según también además sin tras después antes luego entonces ahora hoy \
        ayer allí aquí no nadie nada todo todos muchos algunos varios otros otro dos tres cuatro \
        cinco seis siete ocho nueve diez es son fue era ha han había hay está se le les ya cada \
        ambos así más cientos miles millones policía autoridades",
    prepositions: "a en de desde hasta con para por sobre entre hacia al del durante ante bajo contra",
};

static FRENCH: Table = Table {
    lists: OnceLock::new(),
    titles: "m mm mme mmes mlle mlles me dr pr prof st ste mgr gén col cap lt p ex p.ex c.-à-d cf av bd \
        env j.-c j.-m j.-p j.-l éd",
    before_numbers: "n° no nos art p pp vol fig chap tél janv févr fév avr juil sept oct nov déc",
    suffixes: "etc cie s.a s.a.r.l jr apr arr hab min",
    offices: "",
    starters: "le la les l un une des ce cet cette ces c il elle ils elles on nous vous je j tu son sa ses \
        leur leurs notre nos mon qui que qu quoi quand comment où pourquoi et ou mais or donc car ni \
        si s comme alors puis ensuite cependant toutefois pourtant ainsi aussi même déjà encore tout \
        tous toutes plusieurs certains beaucoup aucun personne rien chaque autre autres deux trois \
        quatre cinq six sept huit neuf dix est sont était a ont avait y n ne d selon depuis pendant \
        après avant lors lorsque puisque parce hier aujourd demain ici là quelque quelques police",
    prepositions: "à au aux en dans de du dès vers pour par sur sous avec sans chez entre contre jusqu",
};
