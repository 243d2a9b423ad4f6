//! Verbs that take something in (`einzustürzen`, `eingestürzt`): what is left without it.

use super::data::Data;

/// Least letters of a verb's stem.
const LEAST: usize = 4;

/// How a language builds the participle and the infinitive with a particle, and the prefixes that
/// stand before either.
pub(super) struct Verbs {
    prefixes: Vec<String>,
    participle: (String, String),
    particle: String,
}

impl Verbs {
    pub(super) fn of(data: &Data) -> Self {
        Self {
            prefixes: data.separable.split_whitespace().map(str::to_owned).collect(),
            participle: data.participle.clone(),
            particle: data.infinitive_particle.clone(),
        }
    }

    /// The stem of the plain verb behind a stem; `None` where there is none.
    pub(super) fn behind(&self, stem: &str) -> Option<String> {
        let of_prefix = |prefix: &String| {
            let rest = stem.strip_prefix(prefix.as_str())?;
            let particle = Some(&*self.particle).filter(|particle| !particle.is_empty());
            let inner = particle.and_then(|particle| rest.strip_prefix(particle));
            let inner = inner.filter(|inner| inner.len() >= LEAST);
            Some(format!("{prefix}{}", inner.or_else(|| self.of_participle(rest))?))
        };
        self.prefixes
            .iter()
            .find_map(of_prefix)
            .or_else(|| Some(self.of_participle(stem)?.to_owned()))
    }

    /// Whether a word is one of those that verbs take before them.
    pub(super) fn takes(&self, word: &str) -> bool {
        let folded = word.replace('ä', "a").replace('ö', "o").replace('ü', "u");
        self.prefixes.contains(&folded)
    }

    fn of_participle<'w>(&self, word: &'w str) -> Option<&'w str> {
        let (before, after) = &self.participle;
        if before.is_empty() {
            return None;
        }
        let inner = word.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
        (inner.len() >= LEAST).then_some(inner)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;

    #[test]
    fn a_participle_and_an_infinitive_with_zu_lead_to_the_verb() {
        let german = Lexicon::of("de");
        for (form, plain) in [
            ("gewarnt", Some("warn")),
            ("eingestürzt", Some("einsturz")),
            ("einzustürzen", Some("einsturz")),
            ("abzulehnen", Some("ablehn")),
            ("Garten", None),
        ] {
            let stem = german.stem(&form.to_lowercase());
            assert_eq!(german.verb_behind(&stem).as_deref(), plain, "{form}");
        }
        assert_eq!(Lexicon::of("en").verb_behind("get"), None);
    }
}
