//! Where things stand on this machine's screen.
//!
//! Kept with the settings and never with a project: another reviewer has another screen.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// Widths a side panel may have.
const PANEL_WIDTHS: RangeInclusive<f32> = 120.0..=1_200.0;
/// Sizes a window may have; what is outside was written by no window.
const WINDOW_SIZES: RangeInclusive<f32> = 200.0..=20_000.0;
/// Places of a window's corner on any set of screens.
const PLACES: RangeInclusive<f32> = -20_000.0..=20_000.0;

/// Where things stood when the window was last shut. `None` where nothing was ever moved.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// The window on the screen.
    pub window: Option<WindowPlace>,
    /// Width of the claims list.
    pub claims_width: Option<f32>,
    /// Whether the claims list stands beside the articles.
    pub shows_claims: bool,
    /// Width of the inspector.
    pub inspector_width: Option<f32>,
    /// Whether the inspector stands beside the articles and the matrix.
    pub shows_inspector: bool,
    /// What the middle of the window shows.
    pub main_view: MainView,
}

/// A window's place on the screen, in points.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Its left upper corner, decorations included.
    pub position: (f32, f32),
    /// Width and height of what is inside its decorations.
    pub size: (f32, f32),
    /// Whether it fills the screen.
    pub is_maximized: bool,
}

/// What the middle of the window shows.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
pub enum MainView {
    /// The articles side by side.
    #[default]
    Articles,
    /// Claims by articles.
    Matrix,
    /// The whole review at a glance.
    Overview,
    /// Sentences in no claim.
    Unchecked,
}

impl MainView {
    /// All views, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Articles, Self::Matrix, Self::Overview, Self::Unchecked];
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            window: None,
            claims_width: None,
            shows_claims: true,
            inspector_width: None,
            shows_inspector: true,
            main_view: MainView::default(),
        }
    }
}

impl Layout {
    /// The layout without what no screen has.
    pub(super) fn sound(self) -> Self {
        let width = |width: &f32| PANEL_WIDTHS.contains(width);
        let is_window = |place: &WindowPlace| {
            let ((x, y), (width, height)) = (place.position, place.size);
            [x, y].iter().all(|at| PLACES.contains(at))
                && [width, height].iter().all(|size| WINDOW_SIZES.contains(size))
        };
        Self {
            window: self.window.filter(is_window),
            claims_width: self.claims_width.filter(width),
            inspector_width: self.inspector_width.filter(width),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_screen_has_is_left_out() {
        let window =
            WindowPlace { position: (0.0, f32::NAN), size: (800.0, 600.0), is_maximized: false };
        let layout = Layout {
            window: Some(window),
            claims_width: Some(310.0),
            inspector_width: Some(f32::INFINITY),
            main_view: MainView::Overview,
            ..Layout::default()
        };
        let expected = Layout { window: None, inspector_width: None, ..layout };
        assert_eq!(layout.sound(), expected);
        let small = WindowPlace { position: (0.0, 0.0), size: (800.0, 1.0), is_maximized: false };
        assert_eq!(Layout { window: Some(small), ..Layout::default() }.sound(), Layout::default());
    }
}
