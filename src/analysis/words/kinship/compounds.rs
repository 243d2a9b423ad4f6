//! Words that stand in other words, in languages that write compounds as one.

use super::Kinship;
use crate::analysis::words::terms::{Sort, Term, TermId, Terms};

/// A word that begins or ends another.
const PART: f64 = 0.7;
/// A form of a verb and the verb.
const FORM: f64 = 0.8;
/// Least letters of a word that is looked for inside compounds.
const LEAST: usize = 5;

impl Kinship {
    /// Joins compounds with their parts, and participles and the like with their verbs; `stems` ascend.
    pub(super) fn add_compounds(&mut self, terms: &Terms, stems: &[(&str, TermId)]) {
        let verbs: Vec<(&str, TermId)> = terms.iter().filter_map(verb_of).collect();
        let mut words = [stems, &verbs].concat();
        words.sort_unstable();
        for (verb, id) in &verbs {
            self.join_all(*id, named(&words, verb), FORM);
        }
        for (stem, id) in stems.iter().filter(|(_, id)| builds_compounds(terms, *id)) {
            let cuts = stem.char_indices().map(|(at, _)| at).filter(|at| *at >= LEAST);
            for cut in cuts.take(32) {
                let (head, tail) = stem.split_at(cut);
                self.join_all(*id, named(&words, head), PART);
                if tail.len() >= LEAST {
                    self.join_all(*id, named(&words, tail), PART);
                }
            }
        }
    }

    fn join_all(&mut self, id: TermId, others: &[(&str, TermId)], likeness: f64) {
        for (_, other) in others {
            self.join(id, *other, likeness);
        }
    }
}

/// The plain verb behind a term.
fn verb_of((id, term): (TermId, &Term)) -> Option<(&str, TermId)> {
    match &term.sort {
        Sort::Stem { verb: Some(verb), .. } => Some((verb, id)),
        _ => None,
    }
}

fn builds_compounds(terms: &Terms, id: TermId) -> bool {
    matches!(&terms.get(id).sort, Sort::Stem { compounds: true, .. })
}

/// The entries of an ascending list under `word`.
fn named<'w, 't>(words: &'w [(&'t str, TermId)], word: &str) -> &'w [(&'t str, TermId)] {
    let from = words.partition_point(|(other, _)| *other < word);
    let count = words[from..].partition_point(|(other, _)| *other == word);
    &words[from..from + count]
}
