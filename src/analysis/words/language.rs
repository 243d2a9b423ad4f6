//! The language of an article.

use super::lexicon::languages;
use crate::model::Article;

/// How much of an article is looked at; enough to be sure, and bounded.
const LOOKED_AT: usize = 4000;

/// The code of the lexicon that `article` is read with: the one it was set to, else the detected one;
/// empty for the fallback.
pub(in crate::analysis) fn language_of(article: &Article) -> &'static str {
    match article.metadata.language.as_deref() {
        Some(set) if !set.trim().is_empty() => known(set),
        _ => detected(&article.text),
    }
}

/// The code of the lexicon that `text` is read with.
pub(in crate::analysis) fn detected(text: &str) -> &'static str {
    let sample = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or_default();
    let Some(info) = whatlang::detect(sample) else { return "" };
    let code = match info.lang() {
        whatlang::Lang::Eng => "en",
        whatlang::Lang::Deu => "de",
        whatlang::Lang::Spa => "es",
        whatlang::Lang::Fra => "fr",
        _ => "",
    };
    // Short or odd Latin text is more often English than what a guess of little confidence says.
    let is_short = sample.len() < 200 && !info.is_reliable();
    if is_short && info.script() == whatlang::Script::Latin { "en" } else { known(code) }
}

fn known(code: &str) -> &'static str {
    let code = code.split(['-', '_']).next().unwrap_or_default();
    languages().find(|known| known.eq_ignore_ascii_case(code)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::testing::article;
    use crate::analysis::{FoundClaim, find_claims};
    use crate::model::{ReasonKind, Tag};

    fn unset(id: u32, text: &str) -> Article {
        let mut article = article(id, text);
        article.metadata.language = None;
        article
    }

    #[test]
    fn the_language_is_detected_unless_it_was_set() {
        let text =
            "Die Fähre sank am Montag vor der Küste, und neun Menschen kamen dabei ums Leben.";
        assert_eq!(language_of(&unset(1, text)), "de");
        assert_eq!(language_of(&article(1, text)), "en");
        let spanish =
            "El transbordador se hundió el lunes frente a la costa y murieron nueve personas.";
        assert_eq!(language_of(&unset(1, spanish)), "es");
        let french =
            "Le ferry a coulé lundi au large de la côte et neuf personnes ont trouvé la mort.";
        assert_eq!(language_of(&unset(1, french)), "fr");
        assert_eq!(language_of(&unset(1, "Паром затонул в понедельник у берега.")), "");
        assert_eq!(language_of(&unset(1, "渡轮星期一在海岸附近沉没。")), "");
    }

    /// The claim of two articles without a set language that has these words.
    fn claim(texts: [&str; 2], words: &str) -> FoundClaim {
        let articles = [unset(1, texts[0]), unset(2, texts[1])];
        let refs: Vec<&Article> = articles.iter().collect();
        let found = find_claims(&refs, &mut |_| ControlFlow::Continue(())).expect("nobody cancels");
        let has = |claim: &FoundClaim| claim.passages.iter().any(|one| one.quote.contains(words));
        found.claims.into_iter().find(has).expect("a claim has these words")
    }

    #[test]
    fn chinese_sentences_are_compared_by_their_characters() {
        let texts = [
            "渡轮星期一清晨在北港附近沉没，造成9人死亡。市长计划明年修建一座新的灯塔。",
            "造成12人死亡的渡轮星期一在北港附近沉没。合唱团晚上在教堂唱歌。",
        ];
        let sunk = claim(texts, "9人死亡");
        assert_eq!(sunk.passages.len(), 2, "{:?}", sunk.passages);
        assert_eq!(sunk.suggestion.tag, Tag::Disputed);
        assert_eq!(sunk.suggestion.reasons[0].kind, ReasonKind::Number);
        assert_eq!(claim(texts, "灯塔").suggestion.tag, Tag::Unique);
    }

    #[test]
    fn japanese_sentences_are_compared_by_their_characters() {
        let texts = [
            "フェリーは月曜日に北港の近くで沈没し、乗客40人が救助された。市長は灯台を建てる。",
            "月曜日に北港の近くで沈没したフェリーから、乗客40人が救助された。教会で歌声が響いた。",
        ];
        let sunk = claim(texts, "フェリー");
        assert_eq!((sunk.passages.len(), sunk.suggestion.tag), (2, Tag::Agreed));
        assert_eq!(claim(texts, "歌声").suggestion.tag, Tag::Unique);
    }

    #[test]
    fn a_language_without_a_lexicon_is_compared_by_words_and_digits() {
        let texts = [
            "Паром «Алма» затонул в понедельник у северного порта, погибли 9 человек.",
            "В понедельник у северного порта затонул паром «Алма», погибли 12 человек.",
        ];
        let sunk = claim(texts, "9 человек");
        assert_eq!((sunk.passages.len(), sunk.suggestion.tag), (2, Tag::Disputed));
    }
}
