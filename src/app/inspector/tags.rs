//! The three tags, as buttons.

use std::sync::Arc;

use eframe::egui::{Galley, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::mark;
use crate::app::theme::{CORNER_CONTROL, Theme, strong};
use crate::app::words;
use crate::model::{Claim, Tag};

/// Draws the buttons side by side; the claim's own tag is taken back by its button.
pub(super) fn tags_ui(ui: &mut Ui, claim: &Claim, actions: &mut Vec<Action>) {
    let faces = faces(ui);
    let natural: f32 = faces.iter().map(Face::width).sum();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        // Longer words get more of the room; what is left is shared.
        let rest = (ui.available_width() - natural - 2.0 * GAP) / 3.0;
        for face in faces {
            let is_on = claim.tag() == Some(face.tag);
            let tag = Command::of_tag(face.tag);
            if tag_button_ui(ui, face, is_on, rest) {
                actions.push(Action::Command(if is_on { Command::ClearTag } else { tag }));
            }
        }
    });
}

/// What stands on the buttons; no keys where they would stand at the very edge.
fn faces(ui: &Ui) -> [Face; 3] {
    let with_keys = Tag::ALL.map(|tag| Face::new(ui, tag, &Command::of_tag(tag).keys_text()));
    let natural: f32 = with_keys.iter().map(Face::width).sum();
    if ui.available_width() - natural - 2.0 * GAP >= 3.0 * LEAST_REST {
        return with_keys;
    }
    Tag::ALL.map(|tag| Face::new(ui, tag, ""))
}

/// The least that a button is wider than what stands on it.
const LEAST_REST: f32 = 10.0;
/// Between the buttons.
const GAP: f32 = 6.0;
/// The mark before the word, and the gap between word and key.
const MARK: f32 = 16.0;
const KEY_GAP: f32 = 8.0;

/// What stands on a tag's button.
struct Face {
    tag: Tag,
    word: Arc<Galley>,
    key: Arc<Galley>,
}

impl Face {
    fn new(ui: &Ui, tag: Tag, key: &str) -> Self {
        let theme = Theme::of(ui.ctx());
        let lay =
            |text: String, size, colour| ui.painter().layout_no_wrap(text, strong(size), colour);
        let colour = theme.tag(Some(tag)).mark;
        Self {
            tag,
            word: lay(words::tag_title(Some(tag)).to_owned(), 13.0, colour),
            key: lay(key.to_owned(), 11.0, theme.muted),
        }
    }

    fn width(&self) -> f32 {
        let gap = if self.key.text().is_empty() { 0.0 } else { KEY_GAP };
        MARK + self.word.size().x + gap + self.key.size().x
    }
}

/// A button with a tag's shape, name and key, as wide as they and `room`; whether it was pressed.
fn tag_button_ui(ui: &mut Ui, face: Face, is_on: bool, room: f32) -> bool {
    let theme = Theme::of(ui.ctx());
    let colours = theme.tag(Some(face.tag));
    let width = face.width();
    let (rect, response) = ui.allocate_exact_size(vec2(width + room, 34.0), Sense::click());
    let name = words::fill(words::inspector().tag_as, &[&words::tag_word(face.tag)]);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &name));
    let fill = if is_on {
        colours.tint
    } else if response.hovered() {
        theme.background
    } else {
        theme.panel
    };
    let line = if is_on || response.has_focus() { colours.mark } else { theme.hairline };
    let stroke = Stroke::new(if is_on { 1.5 } else { 1.0 }, line);
    let painter = ui.painter();
    painter.rect(rect, CORNER_CONTROL, fill, stroke, StrokeKind::Inside);
    let (left, y) = (rect.center().x - width / 2.0, rect.center().y);
    painter.add(mark::shape(pos2(left + 5.0, y), 9.0, Some(face.tag), colours.mark));
    let key = pos2(left + width - face.key.size().x, y - face.key.size().y / 2.0);
    let word = pos2(left + MARK, y - face.word.size().y / 2.0);
    let hint = format!("{name} ({})", Command::of_tag(face.tag).keys_text());
    painter.galley(word, face.word, colours.mark);
    painter.galley(key, face.key, theme.muted);
    response.on_hover_text(hint).clicked()
}
