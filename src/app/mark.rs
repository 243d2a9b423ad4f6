//! The mark of a tag: a shape, a letter and a colour, so that none has to be told by hue alone.

use eframe::egui::{
    Align2, Color32, Mesh, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, pos2, vec2,
};

use super::theme::{Theme, strong};
use crate::model::Tag;

/// How wide a mark is in the claims list.
pub(crate) const SIZE: f32 = 20.0;

/// Draws a tag's mark as a widget that screen readers name.
pub(crate) fn mark_ui(ui: &mut Ui, tag: Option<Tag>) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(SIZE, SIZE), Sense::hover());
    paint(ui.painter(), rect.center(), SIZE, tag, &Theme::of(ui.ctx()));
    response
}

/// Paints a tag's mark.
pub(crate) fn paint(painter: &Painter, centre: Pos2, size: f32, tag: Option<Tag>, theme: &Theme) {
    let colour = theme.tag(tag).mark;
    painter.add(shape(centre, size, tag, colour));
    if let Some(tag) = tag {
        painter.text(centre, Align2::CENTER_CENTER, tag.letter(), strong(size * 0.52), theme.panel);
    }
}

/// The outline of a tag's mark, filled: disc, diamond, square; a dashed ring for none.
pub(crate) fn shape(centre: Pos2, size: f32, tag: Option<Tag>, colour: Color32) -> Shape {
    let half = size / 2.0;
    match tag {
        Some(Tag::Agreed) => Shape::circle_filled(centre, half, colour),
        Some(Tag::Disputed) => {
            let points = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)];
            let reach = half * 1.12;
            let points = points.map(|(x, y)| centre + vec2(x, y) * reach);
            Shape::convex_polygon(points.to_vec(), colour, Stroke::NONE)
        }
        Some(Tag::Unique) => {
            let side = vec2(size, size) * 0.88;
            Shape::rect_filled(Rect::from_center_size(centre, side), size * 0.14, colour)
        }
        None => Shape::Vec(ring(centre, half - 1.0, colour)),
    }
}

fn ring(centre: Pos2, radius: f32, colour: Color32) -> Vec<Shape> {
    let points = (0..=32_u8).map(|step| {
        let (sin, cos) = (f32::from(step) / 32.0 * std::f32::consts::TAU).sin_cos();
        pos2(centre.x + radius * cos, centre.y + radius * sin)
    });
    let points: Vec<_> = points.collect();
    Shape::dashed_line(&points, Stroke::new(1.2, colour), 2.5, 2.5)
}

/// Underlines a stretch of text from one end to the other in the manner of a tag: solid, double,
/// dotted; dashed for none.
pub(crate) fn underline(painter: &Painter, ends: [Pos2; 2], tag: Option<Tag>, colour: Color32) {
    match tag {
        Some(Tag::Agreed) => {
            painter.line_segment(ends, Stroke::new(1.6, colour));
        }
        Some(Tag::Disputed) => {
            for shift in [-1.2, 1.2] {
                let line = ends.map(|point| point + vec2(0.0, shift));
                painter.line_segment(line, Stroke::new(1.0, colour));
            }
        }
        Some(Tag::Unique) => {
            painter.add(dashes(ends, (2.0, 2.0), 1.8, colour));
        }
        None => {
            painter.add(dashes(ends, (4.0, 3.0), 1.0, colour));
        }
    }
}

/// A broken level line as one mesh: a long article has thousands of dashes.
fn dashes([from, to]: [Pos2; 2], (dash, gap): (f32, f32), width: f32, colour: Color32) -> Shape {
    let mut mesh = Mesh::default();
    let count = ((to.x - from.x) / (dash + gap)).ceil().max(0.0) as usize;
    mesh.reserve_triangles(2 * count);
    mesh.reserve_vertices(4 * count);
    let mut x = from.x;
    while x < to.x {
        let end = (x + dash).min(to.x);
        let (top, bottom) = (from.y - width / 2.0, from.y + width / 2.0);
        mesh.add_colored_rect(Rect::from_min_max(pos2(x, top), pos2(end, bottom)), colour);
        x += dash + gap;
    }
    Shape::mesh(mesh)
}
