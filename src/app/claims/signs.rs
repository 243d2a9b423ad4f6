//! Small signs of what a reviewer wrote to a claim: note, labels, evidence.

use eframe::egui::{
    Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::theme::Theme;
use crate::app::words;
use crate::model::Claim;

/// What a sign tells of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sign {
    Note,
    Labels,
    Evidence,
    /// Evidence that was begun and not added.
    Begun,
}

const SIZE: Vec2 = vec2(12.0, 14.0);

/// Draws the signs of a claim with so much evidence begun; whether one of them is pointed at.
pub(super) fn signs_ui(ui: &mut Ui, claim: &Claim, begun: usize, theme: &Theme) -> bool {
    let mut is_pointed_at = false;
    for (sign, name) in signs(claim, begun) {
        if ui.available_width() < SIZE.x {
            break;
        }
        let (rect, response) = ui.allocate_exact_size(SIZE, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let colour = if sign == Sign::Begun { theme.accent } else { theme.muted };
        let stroke = Stroke::new(1.1, colour);
        ui.painter().extend(drawn(sign, rect.center(), stroke));
        is_pointed_at |= response.on_hover_text(name).hovered();
    }
    is_pointed_at
}

/// The signs of a claim, each with what it says.
fn signs(claim: &Claim, begun: usize) -> Vec<(Sign, String)> {
    let words = words::list();
    let mut signs = Vec::new();
    if !claim.note.is_empty() {
        signs.push((Sign::Note, words.has_note.to_owned()));
    }
    if !claim.labels.is_empty() {
        let labels: Vec<_> = claim.labels.iter().map(String::as_str).collect();
        signs.push((Sign::Labels, words::fill(words.has_labels, &[&labels.join(", ")])));
    }
    if !claim.evidence.is_empty() {
        let count = claim.evidence.len();
        signs.push((
            Sign::Evidence,
            words::counted(count, words.one_piece_of_evidence, words.many_pieces_of_evidence),
        ));
    }
    if begun > 0 {
        signs.push((Sign::Begun, words.evidence_begun.to_owned()));
    }
    signs
}

fn drawn(sign: Sign, centre: Pos2, stroke: Stroke) -> Vec<Shape> {
    let at = |x: f32, y: f32| centre + vec2(x, y);
    match sign {
        Sign::Note => {
            let page = Rect::from_center_size(centre, vec2(9.0, 11.0));
            let line = |y, to| Shape::line_segment([at(-2.2, y), at(to, y)], stroke);
            vec![
                Shape::rect_stroke(page, 1, stroke, StrokeKind::Middle),
                line(-2.0, 2.2),
                line(0.5, 2.2),
                line(3.0, 0.5),
            ]
        }
        Sign::Labels => {
            let outline = [(-5.0, -4.0), (1.0, -4.0), (5.5, 0.0), (1.0, 4.0), (-5.0, 4.0)];
            let outline = outline.map(|(x, y)| at(x, y)).to_vec();
            vec![
                Shape::closed_line(outline, stroke),
                Shape::circle_filled(at(1.0, 0.0), 1.1, stroke.color),
            ]
        }
        Sign::Evidence | Sign::Begun => vec![Shape::line(clip(centre), stroke)],
    }
}

/// The wire of a paper clip, from its inner end to its outer one.
fn clip(centre: Pos2) -> Vec<Pos2> {
    let half_turn = |middle: Pos2, radius: f32, way: f32| {
        (0..=8_u8).map(move |step| {
            let (sin, cos) = (std::f32::consts::PI * f32::from(step) / 8.0).sin_cos();
            pos2(middle.x + radius * cos * way, middle.y + radius * sin * way)
        })
    };
    let at = |x: f32, y: f32| centre + vec2(x, y);
    let mut wire = vec![at(1.4, -2.0)];
    wire.extend(half_turn(at(0.0, 2.0), 1.4, 1.0));
    wire.extend(half_turn(at(0.7, -3.0), 2.1, -1.0));
    wire.extend(half_turn(at(-0.35, 2.6), 3.15, 1.0));
    wire.push(at(-3.5, -2.0));
    wire
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;

    #[test]
    fn each_sign_stands_for_something_that_is_there() {
        let mut claim = project().claims.remove(0);
        assert!(signs(&claim, 0).is_empty());
        claim.note = "Asked".into();
        claim.labels = ["bridges".to_owned(), "traffic".to_owned()].into();
        let names: Vec<_> = signs(&claim, 1).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["with a note", "Labels: bridges, traffic", "evidence begun, not added"]);
    }
}
