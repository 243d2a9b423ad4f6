//! The language of an article.

use super::lexicon::languages;
use crate::model::Article;

/// How much of an article is looked at; enough to be sure, and bounded.
const LOOKED_AT: usize = 4000;

/// The code of the lexicon that `article` is read with: the one it was set to, else the detected one;
/// empty for the fallback.
pub(super) fn language_of(article: &Article) -> &'static str {
    match article.metadata.language.as_deref() {
        Some(set) if !set.trim().is_empty() => known(set),
        _ => detected(&article.text),
    }
}

/// The code of the lexicon that `text` is read with.
pub(super) fn detected(text: &str) -> &'static str {
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
