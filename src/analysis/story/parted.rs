//! Verbs whose particle stands last in the clause: `Der Strom fiel am Abend aus` tells of an `Ausfall`.

use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::tokens::TokenKind;

/// Tokens between a verb and its particle at most.
const LONGEST_CLAUSE: usize = 25;
/// Marks that do not end a clause.
const QUOTES: [&str; 9] = ["\"", "“", "”", "„", "«", "»", "‘", "›", "‹"];

/// The verbs of a sentence that are parted: where each stands, and the verb as one word.
pub(super) fn parted_verbs(reader: Reader<'_>) -> Vec<(usize, String)> {
    if !reader.lexicon.parts_verbs() {
        return Vec::new();
    }
    let particles = (1..reader.tokens.len()).filter(|at| ends_clause(reader, at + 1));
    particles.filter_map(|at| verb_of(reader, at)).collect()
}

/// The verb that the word at `particle` belongs to: the first before it in its clause that takes it.
fn verb_of(reader: Reader<'_>, particle: usize) -> Option<(usize, String)> {
    let is_small = |at: usize| reader.token(at).is_some_and(|token| !token.capital);
    let form = reader.form(particle).filter(|_| is_small(particle))?;
    let earliest = particle.saturating_sub(LONGEST_CLAUSE);
    let start = (earliest..particle).rev().find(|at| ends_clause(reader, *at));
    let inside = start.map_or(earliest, |mark| mark + 1)..particle;
    inside
        .filter(|at| is_small(*at) && !reader.has(*at, Traits::STOP))
        .find_map(|at| Some((at, reader.lexicon.parted_verb(reader.form(at)?, form)?)))
}

/// Whether a clause ends before the token at `at`.
fn ends_clause(reader: Reader<'_>, at: usize) -> bool {
    let is_mark = |at| reader.token(at).is_none_or(|token| token.kind == TokenKind::Mark);
    let is_quote = reader.form(at).is_some_and(|form| QUOTES.contains(&form));
    is_mark(at) && !is_quote || reader.has(at, Traits::CONJUNCTION)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn check(language: &'static str, text: &str, expected: &[&str]) {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let lexicon = Lexicon::of(language);
        let reader = Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon };
        let verbs: Vec<String> = parted_verbs(reader).into_iter().map(|(_, verb)| verb).collect();
        assert_eq!(verbs, expected, "{text}");
    }

    #[test]
    fn a_particle_at_the_end_of_its_clause_belongs_to_the_verb() {
        check("de", "Am Abend fiel im Tal der Strom aus, sagte sie.", &["ausfiel"]);
        check("de", "Er kündigte „harte Schritte“ an und schwieg.", &["ankündigen"]);
        check("de", "Sie fiel aus dem Boot.", &[]);
        check("de", "Es stimmt, der Strom war aus.", &[]);
        check("en", "They fell out.", &[]);
    }
}
