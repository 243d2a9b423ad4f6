//! What is read from the articles alone: their sentences and figures.
//!
//! Read once for each set of articles, beside the window; what the views derive from it is then
//! cheap, however often claims change. Until it is read, or while it is read anew, what was known
//! before stays.

use std::collections::BTreeMap;
use std::hash::{Hash as _, Hasher as _};

use eframe::egui::Context;
use rustc_hash::FxHasher;

use crate::analysis::{Figures, Sentence, figures, sentences};
use crate::model::{Article, ArticleId};
use crate::session::{Job, JobEnd, Session};

/// What is known of the articles.
#[derive(Default)]
pub(crate) struct Known {
    /// The sentences of each article, in order.
    pub(crate) sentences: BTreeMap<ArticleId, Vec<Sentence>>,
    /// The figures of all articles.
    pub(crate) figures: Figures,
    /// How often it was read: another number, other knowledge. 0 before anything was read.
    pub(crate) version: u64,
    /// The state of the session that was looked at last.
    state: Option<u64>,
    /// What the articles were like that were read, or are being read.
    read: Option<u64>,
    job: Option<Job<Read>>,
}

/// What is read of the articles: the sentences of each, and the figures of all.
type Read = (BTreeMap<ArticleId, Vec<Sentence>>, Figures);

impl Known {
    /// Takes what was read, and reads again where the articles of `session` are others.
    pub(crate) fn follow(&mut self, ctx: &Context, session: &Session, label: &str) {
        if let Some(end) = self.job.as_ref().and_then(Job::end) {
            self.job = None;
            if let JobEnd::Done((sentences, figures)) = end {
                (self.sentences, self.figures) = (sentences, figures);
                self.version += 1;
            }
        }
        if self.state == Some(session.state()) || self.job.is_some() {
            return;
        }
        self.state = Some(session.state());
        let articles = &session.project().articles;
        let print = print(articles);
        if self.read != Some(print) {
            self.read = Some(print);
            let (articles, ctx) = (articles.clone(), ctx.clone());
            self.job =
                Some(Job::compute(label, move || ctx.request_repaint(), move |_| read(&articles)));
        }
    }

    /// Whether the articles are being read.
    #[cfg(test)]
    pub(crate) const fn is_reading(&self) -> bool {
        self.job.is_some()
    }
}

fn read(articles: &[Article]) -> Read {
    let of_each = articles.iter().map(|article| (article.id, sentences(article))).collect();
    (of_each, figures(&articles.iter().collect::<Vec<_>>()))
}

/// A number that is another where an article's sentences or figures may be others. An article's text
/// never changes, so its bytes need not be looked at.
fn print(articles: &[Article]) -> u64 {
    let mut hasher = FxHasher::default();
    for article in articles {
        article.id.hash(&mut hasher);
        article.text.len().hash(&mut hasher);
        article.source.sha256.hash(&mut hasher);
        article.metadata.language.hash(&mut hasher);
        article.metadata.published.hash(&mut hasher);
        for part in &article.parts {
            (part.span, part.kind).hash(&mut hasher);
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PartKind;
    use crate::review::actions::tests::project;

    #[test]
    fn articles_are_others_when_a_part_is_of_another_kind() {
        let mut project = project();
        let before = print(&project.articles);
        assert_eq!(print(&project.articles), before);
        project.articles[0].parts[0].kind = PartKind::Boilerplate;
        assert_ne!(print(&project.articles), before);
    }

    #[test]
    fn sentences_and_figures_are_read_from_every_article() {
        let (sentences, _) = read(&project().articles);
        let counts: Vec<_> = sentences.values().map(Vec::len).collect();
        assert_eq!(counts, [2, 2]);
    }
}
