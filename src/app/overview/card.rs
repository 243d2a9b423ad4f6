//! The frame of a piece of the overview, and what stands in several of them.

use eframe::egui::{
    AsIdSalt, Frame, Margin, Painter, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, vec2,
};

use crate::app::theme::{CORNER_CARD, Theme, plain, strong};
use crate::model::Article;

/// Size of a card's title.
pub(super) const TITLE: f32 = 13.0;

/// Paints the card at `place`.
pub(super) fn frame_ui(ui: &Ui, place: Rect, theme: &Theme) {
    let stroke = Stroke::new(1.0, theme.hairline);
    ui.painter().rect(place, CORNER_CARD, theme.panel, stroke, StrokeKind::Inside);
}

/// What stands in a card, scrolled where it is higher.
pub(super) fn card_ui(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 6.0);
        add(ui);
    });
}

/// A card as high as what stands in it, with room below.
pub(super) fn stacked_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    let line = Stroke::new(1.0, theme.hairline);
    let frame = Frame::new().fill(theme.panel).stroke(line).corner_radius(CORNER_CARD);
    frame.inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui);
    });
    ui.add_space(8.0);
}

/// The title of a piece.
pub(super) fn title_ui(ui: &mut Ui, text: &str) {
    ui.label(eframe::egui::RichText::new(text).font(strong(TITLE)));
    ui.add_space(4.0);
}

/// "2  Daily Echo": an article by the number of its column and its name.
pub(super) fn numbered(index: usize, article: &Article) -> String {
    format!("{}  {}", index + 1, article.short_name())
}

/// A piece of the overview that leads to claims.
pub(super) fn link(ui: &mut Ui, size: Vec2, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    named(ui, response, rect, name)
}

/// The same at a place of its own.
pub(super) fn link_at(ui: &Ui, place: Rect, id: impl AsIdSalt, name: &str) -> Response {
    let response = ui.interact(place, ui.scope_id().with(id), Sense::click());
    named(ui, response, place, name)
}

fn named(ui: &Ui, response: Response, place: Rect, name: &str) -> Response {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.has_focus() {
        let stroke = Stroke::new(1.5, Theme::of(ui.ctx()).accent);
        ui.painter().rect_stroke(place.expand(2.0), 4, stroke, StrokeKind::Outside);
    }
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}

/// A line of text cut to `width`, painted with its left end at `at`; how wide it came out.
pub(super) fn line(
    painter: &Painter,
    at: eframe::egui::Pos2,
    text: &str,
    colour: eframe::egui::Color32,
    width: f32,
) -> f32 {
    use eframe::egui::text::{LayoutJob, TextWrapping};
    let mut job = LayoutJob::simple_singleline(text.to_owned(), plain(TITLE), colour);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    let galley = painter.layout_job(job);
    let size = galley.size();
    painter.galley(at - vec2(0.0, size.y / 2.0), galley, colour);
    size.x
}
