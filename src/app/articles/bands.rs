//! The soft bands that join the chosen claim's passages across the columns.

use eframe::egui::{self, Color32, Mesh, Pos2, Rect, Shape, pos2};

use super::place::Place;

/// How strong a band is between neighbours, and where it passes an article that lacks the claim.
const STRENGTH: f32 = 0.22;
const STRENGTH_PASSING: f32 = 0.07;

/// Bands between the passages of columns, `places` from left to right; `None` in `chosen` for a column
/// without one in view.
pub(super) fn bands(places: &[(Place, Rect)], chosen: &[Option<Rect>], colour: Color32) -> Shape {
    let ends: Vec<_> = places
        .iter()
        .zip(chosen)
        .enumerate()
        .filter_map(|(index, ((place, text), rect))| {
            let rect = (*rect)?.intersect(*text).intersect(place.clip);
            (rect.height() > 0.0).then_some((index, *text, rect, place.clip))
        })
        .collect();
    let shapes = ends.windows(2).filter_map(|pair| {
        let [(left_index, left_text, left, _), (right_index, right_text, right, clip)] = pair
        else {
            return None;
        };
        let from = left_text.right().max(left.right()) + 2.0;
        let to = (right_text.left() - 3.0).max(clip.left());
        let is_near = left_index + 1 == *right_index;
        let strength = if is_near { STRENGTH } else { STRENGTH_PASSING };
        (from < to).then(|| {
            band(
                [pos2(from, left.top()), pos2(from, left.bottom())],
                [pos2(to, right.top()), pos2(to, right.bottom())],
                colour.gamma_multiply(strength),
            )
        })
    });
    Shape::Vec(shapes.collect())
}

/// A band between two upright edges, curved so that it leaves both at a right angle.
fn band(from: [Pos2; 2], to: [Pos2; 2], colour: Color32) -> Shape {
    const STEPS: u8 = 16;
    let mut mesh = Mesh::default();
    for step in 0..=STEPS {
        let share = f32::from(step) / f32::from(STEPS);
        let eased = share * share * 2.0f32.mul_add(-share, 3.0);
        for (a, b) in from.into_iter().zip(to) {
            let x = egui::lerp(a.x..=b.x, share);
            mesh.colored_vertex(pos2(x, egui::lerp(a.y..=b.y, eased)), colour);
        }
    }
    for step in 0..u32::from(STEPS) {
        let at = step * 2;
        mesh.add_triangle(at, at + 1, at + 2);
        mesh.add_triangle(at + 1, at + 2, at + 3);
    }
    Shape::mesh(mesh)
}
