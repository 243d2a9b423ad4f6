//! What stands over or beside the text and states nothing: the name of a chapter, a question that the
//! text answers, a picture that is described without a verb.

use super::clauses::{content, has_finite_verb};
use crate::analysis::values::reader::Reader;
use crate::model::PartKind;

/// A subhead with fewer words of content and no verb is the name of a chapter.
const LEAST_IN_SUBHEAD: usize = 3;

/// Whether a sentence of a part of that kind states nothing.
pub(super) fn states_nothing(reader: Reader<'_>, kind: PartKind) -> bool {
    let all = 0..reader.tokens.len();
    match kind {
        PartKind::Subhead => {
            asks(reader)
                || (content(reader, &all) < LEAST_IN_SUBHEAD && !has_finite_verb(reader, &all))
        }
        PartKind::Caption => reader.lexicon.knows_verbs() && !has_finite_verb(reader, &all),
        _ => false,
    }
}

fn asks(reader: Reader<'_>) -> bool {
    let last = reader.tokens.len().checked_sub(1);
    last.is_some_and(|last| reader.is(last, "?") || reader.is(last, "？"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn check(language: &'static str, kind: PartKind, text: &str, expected: bool) {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let lexicon = Lexicon::of(language);
        let reader = Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon };
        assert_eq!(states_nothing(reader, kind), expected, "{text}");
    }

    #[test]
    fn a_picture_without_a_verb_states_nothing() {
        check("en", PartKind::Caption, "Divers at the Harwick pier on Monday.", true);
        check("en", PartKind::Caption, "Divers have searched the Harwick pier.", false);
        check("en", PartKind::Paragraph, "Divers at the Harwick pier on Monday.", false);
        check("de", PartKind::Caption, "Taucher am Montag an der Mole.", true);
        check("nl", PartKind::Caption, "Duikers maandag bij de pier.", false);
    }

    #[test]
    fn a_subhead_that_asks_or_names_a_chapter_states_nothing() {
        check("en", PartKind::Subhead, "Why did the old pier give way?", true);
        check("en", PartKind::Subhead, "The bill", true);
        check("en", PartKind::Subhead, "The old pier gave way at noon", false);
        check("en", PartKind::Headline, "Why did the old pier give way?", false);
    }
}
