//! Words that a language writes as one: what their last part means, and verbs that are parted.

use super::{Lexicon, Traits};

/// Least bytes of the part that a compound ends with,
const LEAST_HEAD: usize = 5;
/// and of what stands before it.
const LEAST_BEFORE: usize = 3;
/// What finite verbs end in where the infinitive ends in `en`, longest first.
const ENDINGS: [&str; 7] = ["eten", "ten", "ete", "te", "et", "t", "e"];

impl Lexicon {
    /// The synonym groups of the longest word that a compound ends with (`Polizeihubschrauber`); none
    /// where the compound has groups of its own.
    pub(in crate::analysis) fn groups_of_head(&self, stem: &str) -> &[u32] {
        if !self.data.compounds || !self.synonym_groups(stem).is_empty() {
            return &[];
        }
        let cuts = stem.char_indices().map(|(at, _)| at).filter(|at| *at >= LEAST_BEFORE);
        let heads =
            cuts.filter_map(|at| stem.get(at..)).take_while(|head| head.len() >= LEAST_HEAD);
        heads.map(|head| self.synonym_groups(head)).find(|of| !of.is_empty()).unwrap_or_default()
    }

    /// Whether a compound ends with a word that may be some of `traits` (`Vorstandsvorsitzende`).
    pub(super) fn has_head_of(&self, word: &str, traits: Traits) -> bool {
        let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= LEAST_BEFORE);
        let mut heads =
            cuts.filter_map(|at| word.get(at..)).take_while(|head| head.len() >= LEAST_HEAD);
        self.data.compounds
            && heads.any(|head| self.traits.get(head).is_some_and(|own| own.has(traits)))
    }

    /// The verb of a finite form and the particle that stands behind it (`fiel`, `aus`), if the lists
    /// know it.
    pub(in crate::analysis) fn parted_verb(&self, form: &str, particle: &str) -> Option<String> {
        if !self.verbs.takes(particle) {
            return None;
        }
        let roots = ENDINGS.iter().filter_map(|ending| form.strip_suffix(ending));
        let infinitives = roots.map(|root| format!("{particle}{root}en"));
        let mut words = std::iter::once(format!("{particle}{form}")).chain(infinitives);
        words.find(|word| !self.synonym_groups(&self.stem(word)).is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_is_of_the_groups_of_its_last_part() {
        let german = Lexicon::of("de");
        let groups = |word: &str| german.groups_of_head(&german.stem(word)).to_vec();
        assert_eq!(groups("armeehelikopter"), german.synonym_groups(&german.stem("helikopter")));
        assert!(groups("helikopter").is_empty());
        assert!(Lexicon::of("en").groups_of_head("armyhelicopter").is_empty());
    }

    #[test]
    fn a_compound_is_what_its_last_part_is() {
        let is_title =
            |language: &str, word: &str| Lexicon::of(language).traits(word).has(Traits::TITLE);
        assert!(is_title("de", "vorstandsvorsitzende"));
        assert!(!is_title("de", "vorstandsbeschluss"));
        assert!(!is_title("en", "underdirector"));
    }

    #[test]
    fn a_verb_and_its_particle_are_one_verb() {
        let check = |form: &str, particle: &str, verb: Option<&str>| {
            assert_eq!(Lexicon::of("de").parted_verb(form, particle).as_deref(), verb, "{form}");
        };
        check("kündigte", "an", Some("ankündigen"));
        check("fiel", "aus", Some("ausfiel"));
        check("lehnen", "ab", Some("ablehnen"));
        check("ging", "mit", None);
        check("kündigte", "gern", None);
    }
}
