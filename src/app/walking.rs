//! Going from panel to panel by keys.
//!
//! Each panel begins with an anchor: something that can have the keyboard, shows that it has it by a
//! line around the panel, and does nothing else. From there `Tab` goes on into the panel, and all
//! keys of the claims go on working.

use eframe::egui::{Context, Id, Memory, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::theme::Theme;

/// The panels that were drawn in a frame, in the order they are walked.
#[derive(Clone, Default)]
struct Panels(Vec<Id>);

fn key() -> Id {
    Id::unique("panels that can be walked")
}

/// Forgets the panels of the last frame.
pub(crate) fn begin(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(key(), Panels::default()));
}

/// The anchor of a panel at `place`; to be called before what the panel holds.
pub(crate) fn anchor_ui(ui: &Ui, place: Rect, salt: &str, name: &str) {
    let id = id_of(salt);
    let response = ui.interact(place, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    ui.data_mut(|data| data.get_temp_mut_or_default::<Panels>(key()).0.push(id));
}

/// The line around the panel that has the keyboard; to be called after what the panel holds.
pub(crate) fn focus_ui(ui: &Ui, place: Rect, salt: &str) {
    if ui.memory(|memory| memory.has_focus(id_of(salt))) {
        let stroke = Stroke::new(2.0, Theme::of(ui.ctx()).accent);
        ui.painter().rect_stroke(place, 0, stroke, StrokeKind::Inside);
    }
}

fn id_of(salt: &str) -> Id {
    Id::unique(("panel anchor", salt))
}

/// Whether what has the keyboard is a panel, and not something in it.
pub(crate) fn is_panel(ctx: &Context, id: Id) -> bool {
    ctx.data(|data| data.get_temp::<Panels>(key())).is_some_and(|panels| panels.0.contains(&id))
}

/// Gives the keyboard to the next panel, or to the one before; to the first, or the last, where no
/// panel has it.
pub(crate) fn walk(ctx: &Context, way: Way) {
    let panels = ctx.data(|data| data.get_temp::<Panels>(key())).unwrap_or_default().0;
    let focused = ctx.memory(Memory::focused);
    let at = focused.and_then(|id| panels.iter().position(|panel| *panel == id));
    if let Some(panel) = next(at, panels.len(), way).and_then(|to| panels.get(to)) {
        ctx.memory_mut(|memory| memory.request_focus(*panel));
    }
}

/// Which way panels are walked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Way {
    On,
    Back,
}

fn next(at: Option<usize>, count: usize, way: Way) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (at, way) {
        (None, Way::On) => 0,
        (None | Some(0), Way::Back) => last,
        (Some(at), Way::On) => (at + 1) % count,
        (Some(at), Way::Back) => at - 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_are_walked_in_a_circle() {
        let on: Vec<_> = [None, Some(0), Some(2)].map(|at| next(at, 3, Way::On)).into();
        assert_eq!(on, [Some(0), Some(1), Some(0)]);
        let back: Vec<_> = [None, Some(0), Some(2)].map(|at| next(at, 3, Way::Back)).into();
        assert_eq!(back, [Some(2), Some(2), Some(1)]);
        assert_eq!(next(None, 0, Way::On), None);
    }
}
