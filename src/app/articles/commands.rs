//! Commands about the articles and their columns.

use super::arrangement::WIDTH_STEP;
use super::selection::Selection;
use crate::analysis::sentences;
use crate::app::command::Command;
use crate::app::words;
use crate::app::workbench::Workbench;
use crate::model::{Article, ArticleId, PartKind};
use crate::review::Edit;
use crate::storage::settings::Settings;
use crate::text::Span;

/// How much of what is in view a press of a page key scrolls.
const PAGE: f32 = 0.85;
/// What one press makes lines looser, and how loose they may be, as multiples of the text's size.
const SPACING_STEP: f32 = 0.1;
const SPACINGS: std::ops::RangeInclusive<f32> = 1.2..=2.2;

impl Workbench {
    /// Does a command about the articles.
    pub(crate) fn article_command(&mut self, command: Command) {
        let Some(session) = &self.session else { return };
        let project = session.project();
        let ids: Vec<_> = project.articles.iter().map(|article| article.id).collect();
        let Some(front) = self.board.arrangement.front(&ids) else { return };
        let index = ids.iter().position(|id| *id == front).unwrap_or(0);
        let board = &mut self.board;
        match command {
            Command::FindInArticles => {
                board.search.open(None);
                self.typing.begin();
            }
            Command::FindNext => board.step_match(project, 1),
            Command::FindPrevious => board.step_match(project, -1),
            Command::FindSelection => self.find_selection(),
            Command::NextArticle => self.show_number(&ids, index + 2),
            Command::PreviousArticle => self.show_number(&ids, index),
            Command::MoveArticleLeft if index > 0 => self.move_article(front, index - 1),
            Command::MoveArticleRight => self.move_article(front, index + 1),
            Command::PinArticle => board.arrangement.toggle_pin(front),
            Command::HideArticle => board.arrangement.toggle_hide(front, &ids),
            Command::SoloArticle => board.arrangement.toggle_solo(front),
            Command::ShowAllArticles => board.arrangement.show_all(),
            Command::WiderArticle => board.widen(front, WIDTH_STEP),
            Command::NarrowerArticle => board.widen(front, -WIDTH_STEP),
            Command::EvenWidths => board.arrangement.even_out(),
            Command::PageDown => board.turn_page(front, PAGE),
            Command::PageUp => board.turn_page(front, -PAGE),
            Command::ArticleStart => board.go_to_end(front, 0.0),
            Command::ArticleEnd => board.go_to_end(front, 1.0),
            Command::SelectNext => self.select_sentence(front, Step::Next),
            Command::SelectPrevious => self.select_sentence(front, Step::Previous),
            Command::SelectFurther => self.select_sentence(front, Step::Further),
            Command::TogglePart => self.toggle_part(),
            Command::EditArticle => self.ask_metadata(front),
            Command::RemoveArticle => self.remove_article(front),
            other => {
                if let Some(number) = other.article_number() {
                    self.show_number(&ids, number);
                }
            }
        }
    }

    fn show_number(&mut self, ids: &[ArticleId], number: usize) {
        if let Some(id) = number.checked_sub(1).and_then(|index| ids.get(index)) {
            self.board.show_article(*id);
        }
    }

    fn move_article(&mut self, article: ArticleId, to: usize) {
        self.edit(words::steps().move_article, None, |_| Ok(Edit::MoveArticle(article, to)));
        self.board.show_article(article);
    }

    fn find_selection(&mut self) {
        let Some((article, span)) = self.selected() else { return };
        let article = self.session.as_ref().and_then(|session| session.project().article(article));
        if let Some(words) = article.map(|article| article.quote(span).to_owned()) {
            self.board.search_for(&words);
        }
    }

    /// Selects a sentence of an article: the one after or before what is selected, or one more.
    fn select_sentence(&mut self, article: ArticleId, step: Step) {
        let Some(article) = self.session.as_ref().and_then(|s| s.project().article(article)) else {
            return;
        };
        let now = self.view.selection.filter(|selection| selection.article == article.id);
        let now = now.map(|selection| selection.span(article));
        let from = now.unwrap_or_else(|| {
            let byte = self.board.first_in_view(article.id).unwrap_or(0);
            Span::new(byte, byte)
        });
        let Some(next) = sentence(article, from, step) else { return };
        let span = if step == Step::Further { from.join(next) } else { next };
        self.view.selection = Some(Selection::of(article.id, span));
        if !self.board.is_in_view(article, next) {
            let id = article.id;
            self.board.show_place(id, next.start());
        }
    }

    /// Takes the selected parts out of the article, or back into it.
    fn toggle_part(&mut self) {
        let Some((id, span)) = self.selected() else { return };
        self.edit(words::steps().mark_part, None, |project| {
            let parts = project.article(id).map(|article| article.parts.as_slice());
            let touched = (0..).zip(parts.unwrap_or_default()).filter(|(_, part)| {
                part.span.overlap(span) > 0 || part.span.contains_offset(span.start())
            });
            let touched: Vec<_> = touched.collect();
            let is_page = touched.iter().all(|(_, part)| part.kind == PartKind::Boilerplate);
            let kind = if is_page { PartKind::Paragraph } else { PartKind::Boilerplate };
            let edits = touched.iter().map(|(index, _)| Edit::SetPartKind(id, *index, kind));
            Ok(Edit::Batch(edits.collect()))
        });
    }

    /// Sets the articles' lines further apart, or closer.
    pub(crate) fn set_spacing(&mut self, spacing: Spacing) {
        let now = self.settings.line_spacing;
        let spacing = match spacing {
            Spacing::Looser => now + SPACING_STEP,
            Spacing::Tighter => now - SPACING_STEP,
            Spacing::Usual => Settings::default().line_spacing,
        };
        let spacing = spacing.clamp(*SPACINGS.start(), *SPACINGS.end());
        self.change_settings(|settings| settings.line_spacing = spacing);
    }
}

/// How far apart lines are set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spacing {
    Looser,
    Tighter,
    Usual,
}

/// Which sentence is selected next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    Next,
    Previous,
    Further,
}

/// The sentence that follows `from`, or stands before it.
fn sentence(article: &Article, from: Span, step: Step) -> Option<Span> {
    let spans: Vec<_> = sentences(article).into_iter().map(|sentence| sentence.span).collect();
    match step {
        Step::Previous => spans.into_iter().rev().find(|span| span.end() <= from.start()),
        _ => spans.into_iter().find(|span| span.start() >= from.end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::article;

    #[test]
    fn sentences_are_stepped_through_to_either_side() {
        let article = article(1, "One is here. Two is there. Three is gone.");
        let check = |from: (usize, usize), step, expected: Option<&str>| {
            let found = sentence(&article, Span::new(from.0, from.1), step);
            assert_eq!(found.map(|span| article.quote(span)), expected);
        };
        check((0, 0), Step::Next, Some("One is here."));
        check((0, 12), Step::Next, Some("Two is there."));
        check((13, 26), Step::Previous, Some("One is here."));
        check((0, 26), Step::Further, Some("Three is gone."));
        check((27, 41), Step::Next, None);
    }
}
