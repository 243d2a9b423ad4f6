//! The keys that are of most use in the view that is open.

use eframe::egui::{
    Align2, Key, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::command::Command;
use crate::app::theme::{CORNER_MARK, SIZE_SMALL, Theme, plain};
use crate::app::words;
use crate::storage::settings::MainView;

/// Size of the letters on the keys.
const SIZE: f32 = 11.0;
/// Height of a key.
const KEY: f32 = 18.0;
/// Between one hint and the next.
const GAP: f32 = 16.0;

/// What the keys are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Doing {
    /// A field has them.
    Writing,
    /// They are for the claims that are picked.
    Picking,
    /// They are for what that view shows.
    Looking(MainView),
}

/// Draws the hints from the right, as far as there is room; the rarer ones go first.
pub(super) fn hints_ui(ui: &mut Ui, doing: Doing) {
    ui.spacing_mut().item_spacing.x = GAP;
    if doing == Doing::Writing {
        let leave = words::key(Key::Escape).to_owned();
        return hint_ui(ui, &[leave], words::views().hint_leave);
    }
    for (commands, word) in hints(doing).into_iter().rev() {
        let keys: Vec<String> = commands.iter().map(|command| command.keys_text()).collect();
        let keys: Vec<String> = keys.into_iter().filter(|keys| !keys.is_empty()).collect();
        if !keys.is_empty() {
            hint_ui(ui, &keys, word);
        }
    }
}

/// Commands with what they do, the most useful first.
fn hints(doing: Doing) -> Vec<(Vec<Command>, &'static str)> {
    use Command as C;
    let words = words::views();
    let step = (vec![C::NextClaim, C::PreviousClaim], words.hint_step);
    let tag = (vec![C::TagAgreed, C::TagDisputed, C::TagUnique], words.hint_tag);
    let mut hints = match doing {
        Doing::Picking => vec![tag, (vec![C::MergeClaims], words.hint_merge)],
        Doing::Looking(MainView::Articles | MainView::Matrix) => {
            vec![step, tag, (vec![C::AcceptSuggestion], words.hint_accept)]
        }
        Doing::Looking(MainView::Unchecked) => {
            vec![step, (vec![C::NewClaim], words.hint_claim), (vec![C::SetAside], words.hint_aside)]
        }
        Doing::Looking(MainView::Overview) | Doing::Writing => Vec::new(),
    };
    hints.push((vec![C::ShowPalette], words.hint_commands));
    hints.push((vec![C::ShowKeys], words.hint_keys));
    hints
}

fn hint_ui(ui: &mut Ui, keys: &[String], word: &str) {
    let theme = Theme::of(ui.ctx());
    let painter = ui.painter();
    let layout =
        |text: &str, size| painter.layout_no_wrap(text.to_owned(), plain(size), theme.muted);
    let caps: Vec<_> = keys.iter().map(|keys| layout(keys, SIZE)).collect();
    let word_galley = layout(word, SIZE_SMALL);
    let cap_width = |width: f32| (width + 10.0).max(KEY);
    let all: f32 = caps.iter().map(|cap| cap_width(cap.size().x) + 3.0).sum();
    let size = vec2(all + 4.0 + word_galley.size().x, KEY);
    if size.x > ui.available_width() {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let spoken = format!("{} {word}", keys.join(" "));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let mut left = rect.left();
    for (cap, keys) in caps.iter().zip(keys) {
        let frame = Rect::from_min_size(pos2(left, rect.top()), vec2(cap_width(cap.size().x), KEY));
        let line = Stroke::new(1.0, theme.hairline);
        ui.painter().rect(frame, CORNER_MARK, theme.background, line, StrokeKind::Inside);
        let font = plain(SIZE);
        ui.painter().text(frame.center(), Align2::CENTER_CENTER, keys, font, theme.muted);
        left = frame.right() + 3.0;
    }
    let at = pos2(left + 4.0, rect.center().y - word_galley.size().y / 2.0);
    ui.painter().galley(at, word_galley, theme.muted);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_tells_how_to_find_everything_else() {
        for view in MainView::ALL {
            let hints = hints(Doing::Looking(view));
            let commands: Vec<_> = hints.into_iter().flat_map(|(all, _)| all).collect();
            assert!(commands.ends_with(&[Command::ShowPalette, Command::ShowKeys]), "{view:?}");
        }
    }
}
