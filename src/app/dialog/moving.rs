//! Which claim a passage moves to.

use eframe::egui::{self, Button, Key, Label, RichText, ScrollArea, Ui, vec2};

use super::{buttons_ui, cancel_ui, field_ui, title_ui};
use crate::app::action::Action;
use crate::app::claims::Words;
use crate::app::theme::Theme;
use crate::app::words;
use crate::model::{Claim, ClaimId, Project};

/// How many claims are offered at once.
const OFFERED: usize = 8;

/// The passage that moves, and what was typed to find its new claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct MoveForm {
    claim: ClaimId,
    index: usize,
    typed: String,
    /// The row that `Enter` takes.
    row: usize,
}

impl MoveForm {
    /// A form for the passage of that index.
    pub(crate) const fn new(claim: ClaimId, index: usize) -> Self {
        Self { claim, index, typed: String::new(), row: 0 }
    }

    /// The claims that fit what was typed, in reading order, but not the passage's own.
    fn offered<'a>(&self, project: &'a Project) -> Vec<&'a Claim> {
        let words = Words::new(&self.typed);
        let others = project.claims.iter().filter(|claim| claim.id != self.claim);
        others.filter(|claim| words.are_within(&claim.summary)).take(OFFERED).collect()
    }
}

/// Draws the form.
pub(super) fn move_ui(
    ui: &mut Ui,
    form: &mut MoveForm,
    project: Option<&Project>,
    actions: &mut Vec<Action>,
) {
    let words = words::dialogs();
    title_ui(ui, words.move_passage);
    let before = form.typed.clone();
    let is_done = field_ui(ui, words.find_claim, &mut form.typed);
    let Some(project) = project else { return };
    let offered = form.offered(project);
    let steps = ui.input(|input| {
        input.num_presses(Key::ArrowDown).cast_signed()
            - input.num_presses(Key::ArrowUp).cast_signed()
    });
    let last = offered.len().saturating_sub(1);
    form.row =
        if form.typed == before { form.row.saturating_add_signed(steps).min(last) } else { 0 };
    let mut taken = offered.get(form.row).filter(|_| is_done).map(|claim| claim.id);
    ScrollArea::vertical().max_height(260.0).min_scrolled_height(260.0).show(ui, |ui| {
        for (row, claim) in offered.iter().enumerate() {
            let is_at = row == form.row;
            let whole = vec2(ui.available_width() - 8.0, 0.0);
            // What stands at the right keeps the words at the left.
            let item = Button::selectable(is_at, &claim.summary).right_text("").min_size(whole);
            let item = ui.add(item.wrap());
            if is_at && steps != 0 {
                item.scroll_to_me(None);
            }
            if item.clicked() {
                taken = Some(claim.id);
            }
        }
        if offered.is_empty() {
            let theme = Theme::of(ui.ctx());
            ui.add(Label::new(RichText::new(words.no_such_claim).color(theme.muted)));
        }
    });
    if let Some(to) = taken {
        actions.push(Action::MovePassage(form.claim, form.index, to));
    }
    buttons_ui(ui, |ui: &mut egui::Ui| cancel_ui(ui, actions));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;

    #[test]
    fn the_other_claims_that_fit_are_offered() {
        let project = project();
        let mut form = MoveForm::new(ClaimId(1), 0);
        let ids = |form: &MoveForm| -> Vec<_> {
            form.offered(&project).iter().map(|claim| claim.id).collect()
        };
        assert_eq!(ids(&form), [ClaimId(2)]);
        form.typed = "FERRY".into();
        assert_eq!(ids(&form), [ClaimId(2)]);
        form.typed = "bridge".into();
        assert_eq!(ids(&form), []);
    }
}
