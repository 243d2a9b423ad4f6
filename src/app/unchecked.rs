//! Sentences in no claim: each becomes a claim, or is set aside, with one key.

mod context;
mod list;
mod rows;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, RichText, Ui};

use super::action::Action;
use super::command::Command;
use super::known::Known;
use super::theme::{PANEL_MARGIN, SIZE_SMALL, Theme, strong};
use super::words;
use super::workbench::Workbench;
use crate::model::Place;
use crate::session::Session;

/// What the view of unchecked sentences remembers.
#[derive(Default)]
pub(crate) struct Unchecked {
    /// The sentences in no claim.
    left: Vec<Place>,
    /// The sentence that is looked at.
    chosen: Option<Place>,
    /// Whether the sentences that were set aside are shown in the place of the others.
    shows_aside: bool,
    /// Whether the chosen sentence is to be brought into view.
    scrolls: bool,
    /// The state of the session and the version of what is known that `left` is true of.
    made_of: Option<(u64, u64)>,
    /// What `left` was made of, as a number that is another where the passages, the sentences set
    /// aside or the articles are others.
    print: Option<u64>,
}

impl Unchecked {
    /// Brings the list up to date.
    pub(crate) fn refresh(&mut self, session: &Session, known: &Known) {
        let now = (session.state(), known.version);
        if known.version > 0 && self.made_of != Some(now) {
            self.made_of = Some(now);
            let print = list::print(session.project(), known.version);
            if self.print != Some(print) {
                self.print = Some(print);
                self.left = list::unchecked(session.project(), &known.sentences);
            }
        }
    }

    /// How many sentences are in no claim; `None` until the articles are read.
    pub(crate) fn count(&self) -> Option<usize> {
        self.made_of.map(|_| self.left.len())
    }

    /// The sentence that is looked at, as long as it is in the list that is shown.
    pub(crate) fn chosen(&self, session: &Session) -> Option<Place> {
        self.chosen.filter(|place| self.shown(session).contains(place))
    }

    /// Looks at a sentence.
    pub(crate) fn choose(&mut self, place: Option<Place>) {
        self.chosen = place;
        self.scrolls = true;
    }

    /// Shows the sentences that were set aside, or the others.
    pub(crate) fn show_aside(&mut self, shows_aside: bool) {
        self.shows_aside = shows_aside;
        self.chosen = None;
    }

    /// The sentence `steps` further down than the chosen one; the first where none is chosen.
    pub(crate) fn neighbour(&self, session: &Session, steps: isize) -> Option<Place> {
        let shown = self.shown(session);
        let last = shown.len().checked_sub(1)?;
        let at = self.chosen.and_then(|chosen| shown.iter().position(|place| *place == chosen));
        let to = at.map_or(0, |at| at.saturating_add_signed(steps).min(last));
        shown.get(to).copied()
    }

    /// The sentence that comes up once the chosen one has gone from the list.
    pub(crate) fn after_chosen(&self, session: &Session) -> Option<Place> {
        let next = self.neighbour(session, 1).filter(|next| Some(*next) != self.chosen);
        next.or_else(|| self.neighbour(session, -1).filter(|before| Some(*before) != self.chosen))
    }

    fn shown<'a>(&'a self, session: &'a Session) -> &'a [Place] {
        if self.shows_aside { &session.project().set_aside } else { &self.left }
    }
}

/// Draws the list of sentences, and the chosen one in its place.
pub(crate) fn unchecked_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let Workbench { session: Some(session), unchecked, known, settings, .. } = bench else {
        return;
    };
    let bare = Frame::new().fill(theme.panel);
    if !unchecked.shown(session).is_empty() {
        let panel = Panel::right("sentence").default_size(420.0).size_range(280.0..=720.0);
        panel.frame(bare).show(ui, |ui| {
            context::context_ui(ui, session, unchecked, settings.text_size, actions);
        });
    }
    CentralPanel::default().frame(bare).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(PANEL_MARGIN, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            head_ui(ui, session, unchecked, actions);
        });
        if known.version == 0 && !session.project().articles.is_empty() {
            return empty_ui(ui, words::unchecked().reading, &theme);
        }
        match empty(session, unchecked) {
            Some(words) => empty_ui(ui, words, &theme),
            None => rows::rows_ui(ui, session, unchecked, actions),
        }
    });
}

fn head_ui(ui: &mut Ui, session: &Session, unchecked: &Unchecked, actions: &mut Vec<Action>) {
    let words = words::unchecked();
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.title).font(strong(15.0)));
        ui.add_space(8.0);
        for (shows_aside, text, count) in [
            (false, words.left, unchecked.left.len()),
            (true, words.aside, session.project().set_aside.len()),
        ] {
            let text = RichText::new(words::fill(text, &[&words::number(count)])).size(SIZE_SMALL);
            if ui.selectable_label(unchecked.shows_aside == shows_aside, text).clicked() {
                actions.push(Action::ShowAside(shows_aside));
            }
        }
    });
}

/// What is said where there is no sentence to show.
fn empty(session: &Session, unchecked: &Unchecked) -> Option<&'static str> {
    let words = words::unchecked();
    match () {
        () if !unchecked.shown(session).is_empty() => None,
        () if session.project().articles.is_empty() => Some(words.no_articles),
        () if unchecked.shows_aside => Some(words.none_aside),
        () => Some(words.all_checked),
    }
}

fn empty_ui(ui: &mut Ui, words: &str, theme: &Theme) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(RichText::new(words).color(theme.muted));
    });
}

/// What can be done with a sentence of the list that is shown: names and commands.
fn choices(unchecked: &Unchecked) -> Vec<(&'static str, Command)> {
    let words = words::unchecked();
    if unchecked.shows_aside {
        vec![(words.take_back, Command::SetAside)]
    } else {
        vec![(words.make_claim, Command::NewClaim), (words.set_aside, Command::SetAside)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Project};
    use crate::review::actions::tests::article;
    use crate::text::Span;

    fn place(start: usize) -> Place {
        Place { article: ArticleId(1), span: Span::new(start, start + 5) }
    }

    fn three() -> (Session, Unchecked) {
        let project = Project { articles: vec![article(1, "A.")], ..Project::default() };
        let left = vec![place(0), place(10), place(20)];
        (Session::unsaved(project), Unchecked { left, ..Unchecked::default() })
    }

    #[test]
    fn stepping_stops_at_both_ends() {
        let (session, mut list) = three();
        assert_eq!(list.neighbour(&session, 1), Some(place(0)), "the first comes first");
        list.choose(Some(place(20)));
        assert_eq!(list.neighbour(&session, 1), Some(place(20)));
        assert_eq!(list.neighbour(&session, -1), Some(place(10)));
    }

    #[test]
    fn the_next_sentence_comes_up_else_the_one_before() {
        let (session, mut list) = three();
        list.choose(Some(place(10)));
        assert_eq!(list.after_chosen(&session), Some(place(20)));
        list.choose(Some(place(20)));
        assert_eq!(list.after_chosen(&session), Some(place(10)));
        list.left = vec![place(20)];
        assert_eq!(list.after_chosen(&session), None);
    }

    #[test]
    fn a_sentence_that_went_is_chosen_no_more() {
        let (session, mut list) = three();
        list.choose(Some(place(10)));
        list.left.remove(1);
        assert_eq!(list.chosen(&session), None);
    }
}
