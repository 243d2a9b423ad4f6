//! A sentence cut into clauses: the smallest stretches that may state a claim of their own.
//!
//! No grammar, only the marks and words that part clauses in news. What is too short to state anything
//! stays with the clause before it.

mod joining;
mod listing;
mod sources;
mod subject;

use std::ops::Range;

pub(in crate::analysis) use sources::without_attribution;

use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::tokens::TokenKind;
use crate::analysis::words::vocabulary::Word;

/// A clause with fewer words of content than this stays with its neighbour.
const LEAST_CONTENT: usize = 2;

/// The clauses of a sentence as runs of its tokens, in order, without a gap.
pub(in crate::analysis) fn clauses(reader: Reader<'_>) -> Vec<Range<usize>> {
    let count = reader.tokens.len();
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut is_quoted = count > 0 && is_quoted_after(reader, 0, false);
    for at in 1..count {
        is_quoted = is_quoted_after(reader, at, is_quoted);
        // Who quotes leaves the words together: `“It stays shut until the board has met,” she said.`
        if is_quoted && reader.has(at, Traits::FREE_OPENER) {
            continue;
        }
        if (begins_clause(reader, at) && is_free_of(reader, start, at))
            || listing::begins_next(reader, start, at)
            || subject::resumes_at(reader, start, at)
        {
            pieces.push(start..at);
            start = at;
        }
    }
    pieces.push(start..count);
    joining::joined(reader, pieces.into_iter())
}

/// Whether the words behind a token are a quotation, if those before it are or are not.
fn is_quoted_after(reader: Reader<'_>, at: usize, is_quoted: bool) -> bool {
    match reader.form(at).filter(|_| is_mark(reader, at)) {
        Some("”") => false,
        // These open in one language and close in another.
        Some("\"" | "“" | "„" | "«" | "»") => !is_quoted,
        _ => is_quoted,
    }
}

/// Whether what stands from `start` up to `at` can do without what follows: a subject can not do
/// without its verb, be it that another subject or a remark about it comes between.
fn is_free_of(reader: Reader<'_>, start: usize, at: usize) -> bool {
    let has_verb = || has_finite_verb(reader, &(start..at));
    if reader.has(at, Traits::CONJUNCTION) {
        // Participles stand beside one another (`killing nine and injuring four`), as verbs do.
        let of = |at: usize| is_participle(reader, at);
        return if of(at + 1) { of(start) } else { has_verb() };
    }
    if begins_apposition(reader, at) {
        return has_verb();
    }
    !opens_remark(reader, at) || !resumes(reader, at) || has_verb()
}

/// Whether a remark on what was before may begin at `at`: `which`, or after a comma `que`.
fn opens_remark(reader: Reader<'_>, at: usize) -> bool {
    let is_after_comma = || reader.is(at - 1, ",") && reader.has(at, Traits::COMPLEMENTISER);
    reader.has(at, Traits::RELATIVE) || is_after_comma()
}

/// Whether after a remark that begins at `at` the verb of what was before it follows.
fn resumes(reader: Reader<'_>, at: usize) -> bool {
    (at..reader.tokens.len()).any(|mark| {
        reader.is(mark, ",")
            && (is_finite(reader, mark + 1) || reader.has(mark + 1, Traits::REPORT))
    })
}

/// How many words of content and numerals stand in a run of tokens.
pub(in crate::analysis) fn content(reader: Reader<'_>, tokens: &Range<usize>) -> usize {
    let counts = |at: usize| reader.is_digits(at) || reader.word(at).is_some_and(Word::is_content);
    tokens.clone().filter(|at| counts(*at)).count()
}

fn begins_clause(reader: Reader<'_>, at: usize) -> bool {
    let before = at - 1;
    after_hard_mark(reader, at)
        || (reader.is(before, ",") && after_comma(reader, at))
        || (reader.has(at, Traits::CONJUNCTION)
            && !reader.is(before, ",")
            && (finite_within(reader, at + 1, 5) || is_participle(reader, at + 1)))
        || (reader.has(at, Traits::FREE_OPENER) && finite_within(reader, at + 1, 7))
        || (reader.has(at, Traits::RELATIVE)
            && !reader.has(before, Traits::PLACE_PREPOSITION.or(Traits::OUT_OF)))
        || (reader.has(before, Traits::COMPLEMENTISER) && follows_report(reader, before))
        || is_said(reader, at)
}

/// Words between a verb of saying and the `that` that belongs to it (`told the court that`).
const HEARERS: usize = 4;

/// Whether a verb of saying stands shortly before `at`.
fn follows_report(reader: Reader<'_>, at: usize) -> bool {
    let back = (at.saturating_sub(HEARERS + 1)..at).rev();
    back.take_while(|at| !is_mark(reader, *at)).any(|at| reader.has(at, Traits::REPORT))
}

/// Whether what somebody said begins at `at`, right after the verb and without a `that`.
fn is_said(reader: Reader<'_>, at: usize) -> bool {
    let before = at - 1;
    let is_stop = |at: usize| reader.has(at, Traits::COMPLEMENTISER) || is_mark(reader, at);
    reader.has(before, Traits::REPORT)
        && reader.has(before, Traits::FINITE)
        && begins_subject(reader, at)
        && (at + 1..at + 9).take_while(|at| !is_stop(*at)).any(|at| is_finite(reader, at))
}

fn is_mark(reader: Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| token.kind == TokenKind::Mark)
}

/// Whether a subject that is understood by itself may begin at `at`: no pronoun, no preposition.
fn begins_subject(reader: Reader<'_>, at: usize) -> bool {
    let is_content = reader.word(at).is_some_and(Word::is_content);
    reader.is_digits(at) || is_content || reader.has(at, Traits::ARTICLE)
}

/// After `;`, `:` and dashes, but not inside a time or a range.
fn after_hard_mark(reader: Reader<'_>, at: usize) -> bool {
    let before = at - 1;
    let Some(form) = reader.form(before) else {
        return false;
    };
    match form {
        ";" | "—" | "；" => true,
        ":" | "：" => !reader.is_digits(at) || !reader.is_joined(at),
        "–" | "-" => !(reader.is_joined(at) && reader.is_digits(at)),
        _ => false,
    }
}

fn after_comma(reader: Reader<'_>, at: usize) -> bool {
    reader.has(at, Traits::OPENER)
        || begins_apposition(reader, at)
        || (reader.has(at, Traits::CONJUNCTION) && finite_within(reader, at + 1, 7))
        || is_participle(reader, at)
}

/// Words between the article of an apposition and what tells of it.
const APPOSITION: usize = 4;

/// Whether after a comma a thing is named once more, and more is told of it: `, a drug that has been banned`.
fn begins_apposition(reader: Reader<'_>, at: usize) -> bool {
    let tells = |at: usize| {
        reader.has(at, Traits::RELATIVE.or(Traits::COMPLEMENTISER)) && is_finite(reader, at + 1)
    };
    reader.has(at, Traits::ARTICLE)
        && at.checked_sub(1).is_some_and(|before| reader.is(before, ","))
        && (at + 2..at + 2 + APPOSITION).take_while(|at| !is_mark(reader, *at)).any(tells)
}

fn is_participle(reader: Reader<'_>, at: usize) -> bool {
    let is_small = reader.token(at).is_some_and(|token| !token.capital);
    let ends = reader.form(at).is_some_and(|form| reader.lexicon.data.ends_participle(form));
    is_small && ends && !reader.has(at, Traits::FALSE_PARTICIPLE)
}

fn finite_within(reader: Reader<'_>, from: usize, reach: usize) -> bool {
    (from..from + reach)
        .take_while(|at| reader.token(*at).is_some_and(|token| token.kind != TokenKind::Mark))
        .any(|at| is_finite(reader, at))
}

fn is_finite(reader: Reader<'_>, at: usize) -> bool {
    reader.has(at, Traits::FINITE) || is_past(reader, at) || follows_subject(reader, at)
}

/// Whether the word before is a pronoun at the beginning: `She runs the yard`.
fn follows_subject(reader: Reader<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let begins = before.checked_sub(1).is_none_or(|at| is_mark(reader, at));
    begins && reader.has(before, Traits::SUBJECT) && reader.word(at).is_some_and(Word::is_content)
}

/// Whether a word has the ending of the past and is no adjective (`and armored vehicles`).
fn is_past(reader: Reader<'_>, at: usize) -> bool {
    let ends = reader.form(at).is_some_and(|form| reader.lexicon.data.ends_past(form));
    if !ends || reader.has(at, Traits::FALSE_PARTICIPLE) {
        return false;
    }
    let Some(before) = at.checked_sub(1) else { return true };
    let stands_before_noun = || {
        let is_small = reader.token(at + 1).is_some_and(|token| !token.capital);
        let is_noun = |word: &Word| word.is_content() && word.cardinal.is_none();
        is_small && reader.word(at + 1).is_some_and(is_noun)
    };
    match () {
        () if reader.has(before, Traits::CONJUNCTION) => !stands_before_noun(),
        () => !reader.has(before, Traits::ARTICLE.or(Traits::PLACE_PREPOSITION)),
    }
}

/// Whether a word that is surely a finite verb stands in a run of tokens. Not all are known.
pub(in crate::analysis) fn has_finite_verb(reader: Reader<'_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| is_finite(reader, at) || reader.has(at, Traits::REPORT))
}

/// A run that cannot be read without what stands before it, with the clause that it hangs on.
pub(in crate::analysis) fn readable(reader: Reader<'_>, tokens: &Range<usize>) -> Range<usize> {
    if !hangs(reader, tokens) {
        return tokens.clone();
    }
    let starts = clauses(reader).into_iter().map(|clause| clause.start);
    let mut before = starts.filter(|start| *start < tokens.start);
    let head = before.rfind(|start| !hangs(reader, &(*start..tokens.start)));
    head.unwrap_or(0)..tokens.end
}

/// Whether a run goes on with what stands before it: a remark, a participle, a piece without a verb.
fn hangs(reader: Reader<'_>, tokens: &Range<usize>) -> bool {
    let start = tokens.start;
    start > 0
        && (reader.has(start, Traits::RELATIVE.or(Traits::FINITE))
            || is_participle(reader, start)
            || !has_finite_verb(reader, tokens))
}

/// A run with fewer words of content than this states nothing unless it is a sentence with a verb;
const LEAST_STATED: usize = 3;
/// and part of a sentence without a verb needs this many.
const LEAST_VERBLESS: usize = 5;

/// Whether a run of a sentence's tokens states anything besides who said it.
pub(in crate::analysis) fn states_something(reader: Reader<'_>, tokens: &Range<usize>) -> bool {
    let is_whole = tokens.start == 0 && tokens.end == reader.tokens.len();
    let is_lead_in = !is_whole && tokens.end < reader.tokens.len() && only_leads_in(reader, tokens);
    if is_lead_in || is_credit(reader, tokens) {
        return false;
    }
    let left = without_source(reader, tokens);
    let said = left.iter().map(|run| content(reader, run)).sum::<usize>();
    let has_verb =
        left.iter().any(|run| has_finite_verb(reader, run) || is_participle(reader, run.start));
    match (is_whole, has_verb) {
        (true, true) => said > 0,
        (true, false) | (false, true) => said >= LEAST_STATED,
        (false, false) => said >= LEAST_VERBLESS,
    }
}

/// Whether a run only tells who says what follows: a verb of saying at its end, no other verb before it.
fn only_leads_in(reader: Reader<'_>, tokens: &Range<usize>) -> bool {
    let mut back = tokens.clone().rev().take(HEARERS + 2);
    let report = back.find(|at| reader.has(*at, Traits::REPORT));
    report.is_some_and(|at| {
        let is_helper = |at: &usize| reader.has(*at, Traits::FINITE);
        let verb = (tokens.start..at).rev().take_while(is_helper).last().unwrap_or(at);
        content(reader, &(at + 1..tokens.end)) < LEAST_CONTENT
            && !is_second_verb(reader, tokens, verb)
            && !has_finite_verb(reader, &(tokens.start..verb))
    })
}

/// Whether what stands before a verb of saying is told, too: `The report puts the loss at 3 million and says`.
fn is_second_verb(reader: Reader<'_>, tokens: &Range<usize>, at: usize) -> bool {
    at > tokens.start && reader.has(at - 1, Traits::CONJUNCTION)
}

/// A remark in brackets without a verb, such as the credit of a picture.
pub(super) fn is_credit(reader: Reader<'_>, tokens: &Range<usize>) -> bool {
    reader.is(tokens.start, "(")
        && tokens
            .clone()
            .skip(1)
            .position(|at| reader.is(at, ")"))
            .is_some_and(|at| at + 3 >= tokens.len())
        && !tokens.clone().any(|at| reader.has(at, Traits::FINITE.or(Traits::REPORT)))
}

/// A run without the stretches between marks that only tell who says it: a few words up to a verb of
/// saying, and nothing behind it.
fn without_source(reader: Reader<'_>, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let mut left = Vec::new();
    let mut start = tokens.start;
    for end in tokens.clone().filter(|at| is_mark(reader, *at)).chain([tokens.end]) {
        let piece = start..end;
        start = end + 1;
        let report = piece.clone().find(|at| reader.has(*at, Traits::REPORT));
        let is_source = report.is_some_and(|at| {
            (tokens.len() > piece.len() + 1 || tokens.end < reader.tokens.len())
                && content(reader, &(at + 1..piece.end)) == 0
                && !is_second_verb(reader, &piece, at)
        });
        if !is_source && !piece.is_empty() {
            left.push(piece);
        }
    }
    left
}

/// A run of tokens without the marks and joining words at its ends, so that it reads alone.
pub(in crate::analysis) fn trimmed(reader: Reader<'_>, tokens: &Range<usize>) -> Range<usize> {
    let is_mark = |at: usize, marks: &str| {
        reader.form(at).is_some_and(|form| form.is_empty() || marks.contains(form))
            && self::is_mark(reader, at)
    };
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end
        && (is_mark(start, ",;:–—-") || (start > 0 && reader.has(start, Traits::CONJUNCTION)))
    {
        start += 1;
    }
    while end > start
        && end < reader.tokens.len()
        && (is_mark(end - 1, ",;:–—-") || reader.has(end - 1, Traits::CONJUNCTION))
    {
        end -= 1;
    }
    if start < end { start..end } else { tokens.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    /// `marked` has a bar between the clauses.
    pub(super) fn check(marked: &str) {
        check_in("en", marked);
    }

    fn check_in(language: &'static str, marked: &str) {
        let text = marked.replace(" | ", " ");
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(&text, Span::whole(&text), language, &mut Terms::default());
        let lexicon = Lexicon::of(language);
        let reader = Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon };
        let found: Vec<_> = clauses(reader)
            .into_iter()
            .map(|run| {
                tokens[run.start].span.join(tokens[run.end - 1].span).of_or_empty(&text).to_owned()
            })
            .collect();
        assert_eq!(found.join(" | "), marked);
    }

    #[test]
    fn clauses_part_at_their_openers() {
        check("The bridge opened in 1932, | which made the ferry useless.");
        check("The mayor resigned on Monday | and the council elected a successor.");
        check("Crews closed the road, | leaving drivers stranded overnight.");
        check("The storm broke windows, | killing nine cows | and injuring four sheep.");
        check("The dam held; | the lower town was dry.");
        check("The nurses left the village | where the old school had closed.");
        check("It owns a mill near Leeds | and was bought by farmers in May.");
        check("Crews sealed the old mill | and recovered seven of the lamps.");
        check("The jar contained zinc, | a dull metal that has been banned from toys.");
    }

    #[test]
    fn spanish_clauses_part() {
        check_in("es", "El puente se abrió en 1932 | y la barca dejó de pasar.");
        check_in("es", "La alcaldesa de Vigo dijo que el puente viejo cerraría en mayo.");
        check_in("es", "Los bomberos cortaron la carretera, | dejando a treinta coches parados.");
        check_in("es", "El granjero Luis Mora, que guarda ovejas, vendió el molino viejo.");
        check_in("es", "La presa aguantó; | el pueblo bajo quedó seco.");
    }

    #[test]
    fn french_clauses_part() {
        check_in("fr", "Le pont a ouvert en 1932 | et le vieux bac ne passait plus.");
        check_in("fr", "La maire d'Arles a dit que l'école fermerait en juin.");
        check_in("fr", "Les pompiers ont coupé la route, | laissant trente voitures bloquées.");
        check_in("fr", "Le barrage a tenu; | la ville basse est restée sèche.");
    }

    #[test]
    fn who_says_so_stays_with_what_is_said() {
        check("The school board said that the school closes in June.");
        check("The school board would say only that the old school closed in June.");
        check("The lawyer told the old court that | the school closed in June.");
    }

    #[test]
    fn what_is_open_about_a_doubt_stays_with_it() {
        check("The fire was probably set, but by whom has not been established.");
        check("The mill may close, adding that no decision had been taken.");
        check("The fire was probably set, | but two sheds were saved.");
        check("The old fire station was set alight, | but the owner was not at home.");
    }

    #[test]
    fn a_quotation_is_left_whole() {
        check("“The pier stays shut until the board has met,” the mayor said.");
        check("The pier stays shut | until the board has met.");
        check("“The pier stays shut” | until the board has met.");
    }

    #[test]
    fn a_subject_stays_with_its_verb() {
        check("Holt Mills, Dunn Foods and Ferris are building a mill.");
        check("Two members, who asked not to be named, told the paper.");
        check("Crews sent tents, blankets and heated cabins to the valley.");
        check("The board met on Friday | and raised the fee.");
        check("Crews sealed off the old mill | and rescued seven of the cats.");
    }

    #[test]
    fn what_hangs_on_another_clause_is_read_with_it() {
        for (clause, expected) in [(1, 0), (0, 0), (2, 0)] {
            let text = "The firm was sold in May, making Holt the owner, which pleased nobody.";
            let mut vocabulary = Vocabulary::default();
            let tokens = vocabulary.tokens(text, Span::whole(text), "en", &mut Terms::default());
            let reader =
                Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of("en") };
            let runs = clauses(reader);
            assert_eq!(readable(reader, &runs[clause]).start, runs[expected].start, "{clause}");
            assert_eq!(readable(reader, &runs[clause]).end, runs[clause].end);
        }
    }

    #[test]
    fn a_list_and_a_time_are_one_clause() {
        check("The train left Leeds, York and Durham at 10:30 with 40 passengers.");
    }

    #[test]
    fn what_is_too_short_stays_with_its_neighbour() {
        check("The road, he said, remains closed to lorries.");
    }

    /// The part of `text` between the bars; all of it where there are none.
    fn states(text: &str) -> bool {
        let plain = text.replace('|', "");
        let start = text.find('|').unwrap_or(0);
        let end = text.rfind('|').map_or(plain.len(), |at| at.saturating_sub(1).max(start));
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(&plain, Span::whole(&plain), "en", &mut Terms::default());
        let inside =
            |at: &usize| tokens[*at].span.start() >= start && tokens[*at].span.end() <= end;
        let run: Vec<usize> = (0..tokens.len()).filter(inside).collect();
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of("en") };
        states_something(reader, &(run[0]..run[run.len() - 1] + 1))
    }

    #[test]
    fn a_source_a_greeting_or_a_credit_states_nothing() {
        for text in [
            "|The ferry line said that| the pier was closed.",
            "|Anna Holt, defending, told the court that| the pier was closed.",
            "The mayor asked twice, |got no answer, the council said.|",
            "(Writing by Ana Ruiz; editing by Tom Bell)",
            "(Ana Ruiz/Harbour Post)",
            "Back at ten.",
            "Good evening.",
        ] {
            assert!(!states(text), "{text}");
        }
    }

    #[test]
    fn a_short_sentence_with_a_verb_states_something() {
        for text in [
            "The pier was closed.",
            "The pier collapsed, the council said.",
            "The council said the pier had collapsed.",
            "The storm came at night, |tearing roofs off the sheds.|",
            "|The report puts the loss at three million and says| the yard will close.",
            "|She runs the yard.|",
            "Crews rescued six sailors from the wreck.",
        ] {
            assert!(states(text), "{text}");
        }
    }
}
