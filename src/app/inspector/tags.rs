//! The three tags, as buttons.

use eframe::egui::{Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::mark;
use crate::app::theme::{CORNER_CONTROL, Theme, strong};
use crate::app::words;
use crate::model::{Claim, Tag};

/// Draws the buttons side by side; the claim's own tag is taken back by its button.
pub(super) fn tags_ui(ui: &mut Ui, claim: &Claim, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let width = (ui.available_width() - 12.0) / 3.0;
        for tag in Tag::ALL {
            let is_on = claim.tag() == Some(tag);
            if tag_button_ui(ui, tag, is_on, width) {
                actions.push(Action::Command(if is_on {
                    Command::ClearTag
                } else {
                    Command::of_tag(tag)
                }));
            }
        }
    });
}

/// A button with a tag's shape, name and key; whether it was pressed.
fn tag_button_ui(ui: &mut Ui, tag: Tag, is_on: bool, width: f32) -> bool {
    let theme = Theme::of(ui.ctx());
    let colours = theme.tag(Some(tag));
    let (rect, response) = ui.allocate_exact_size(vec2(width, 34.0), Sense::click());
    let name = words::fill(words::inspector().tag_as, &[&words::tag_word(tag)]);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &name));
    let fill = if is_on {
        colours.tint
    } else if response.hovered() {
        theme.background
    } else {
        theme.panel
    };
    let line = if is_on || response.has_focus() { colours.mark } else { theme.hairline };
    let painter = ui.painter();
    painter.rect(
        rect,
        CORNER_CONTROL,
        fill,
        Stroke::new(if is_on { 1.5 } else { 1.0 }, line),
        StrokeKind::Inside,
    );
    let word =
        painter.layout_no_wrap(words::tag_title(Some(tag)).to_owned(), strong(13.0), colours.mark);
    let key = painter.layout_no_wrap(tag.letter().to_string(), strong(11.0), theme.muted);
    let total = 16.0 + word.size().x + 8.0 + key.size().x;
    let left = rect.center().x - total / 2.0;
    let y = rect.center().y;
    painter.add(mark::shape(pos2(left + 5.0, y), 9.0, Some(tag), colours.mark));
    let (word_width, word_height) = (word.size().x, word.size().y);
    painter.galley(pos2(left + 16.0, y - word_height / 2.0), word, colours.mark);
    painter.galley(pos2(left + 24.0 + word_width, y - key.size().y / 2.0), key, theme.muted);
    response.on_hover_text(format!("{name} ({})", tag.letter())).clicked()
}
