//! A choice among a few, each with a ring that stands out from what is behind it.

use eframe::egui::{Response, RichText, Stroke, StrokeKind, Ui, vec2};

use super::theme::{CORNER_CONTROL, Theme};

/// Draws one of several values; `is_on` for the one that is chosen.
pub(crate) fn radio_ui(ui: &mut Ui, is_on: bool, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.scope(|ui| {
        ui.spacing_mut().icon_spacing = 7.0;
        let widgets = &mut ui.visuals_mut().widgets;
        for widget in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            widget.bg_fill = theme.panel;
            widget.bg_stroke = Stroke::new(1.2, if is_on { theme.accent } else { theme.muted });
            // The dot; the words have their own colour.
            widget.fg_stroke.color = theme.accent;
        }
        ui.radio(is_on, RichText::new(name).color(theme.ink))
    });
    let response = response.inner;
    if response.has_focus() {
        let stroke = Stroke::new(1.5, theme.accent);
        let around = response.rect.expand2(vec2(4.0, 0.0));
        ui.painter().rect_stroke(around, CORNER_CONTROL, stroke, StrokeKind::Inside);
    }
    response
}
