//! The window's place on the screen, remembered from one time to the next.

use eframe::egui::{Context, ViewportBuilder, ViewportInfo};

use crate::storage::settings::{Layout, WindowPlace};

/// The window where it stood when it was shut; as it was, where it was never moved.
pub(crate) fn placed(builder: ViewportBuilder, place: Option<WindowPlace>) -> ViewportBuilder {
    let Some(WindowPlace { position, size, is_maximized }) = place else { return builder };
    builder.with_position(position).with_inner_size(size).with_maximized(is_maximized)
}

/// Takes over where the window stands now.
pub(crate) fn remember(ctx: &Context, layout: &mut Layout) {
    layout.window = ctx.input(|input| place(input.viewport(), layout.window));
}

/// Where a window stands; a window that fills the screen, or is no window now, keeps the place it
/// will come back to.
fn place(viewport: &ViewportInfo, before: Option<WindowPlace>) -> Option<WindowPlace> {
    let is = |state: Option<bool>| state == Some(true);
    if is(viewport.minimized) || is(viewport.fullscreen) {
        return before;
    }
    let is_maximized = is(viewport.maximized);
    let (Some(outer), Some(inner)) = (viewport.outer_rect, viewport.inner_rect) else {
        return before;
    };
    match before {
        Some(before) if is_maximized => Some(WindowPlace { is_maximized, ..before }),
        _ => Some(WindowPlace {
            position: (outer.left(), outer.top()),
            size: (inner.width(), inner.height()),
            is_maximized,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Rect, pos2, vec2};

    fn viewport(x: f32, width: f32, is_maximized: bool) -> ViewportInfo {
        let inner = Rect::from_min_size(pos2(x + 1.0, 21.0), vec2(width, 600.0));
        ViewportInfo {
            outer_rect: Some(inner.expand(1.0)),
            inner_rect: Some(inner),
            maximized: Some(is_maximized),
            ..ViewportInfo::default()
        }
    }

    #[test]
    fn a_window_that_fills_the_screen_comes_back_to_its_place() {
        let before = place(&viewport(40.0, 900.0, false), None);
        let full = place(&viewport(0.0, 1920.0, true), before).expect("it has a place");
        assert!(full.is_maximized);
        assert_eq!((full.position, full.size), ((40.0, 20.0), (900.0, 600.0)));
        let back = place(&viewport(40.0, 900.0, false), Some(full));
        assert_eq!(back, before);
    }

    #[test]
    fn a_window_is_opened_where_it_was_shut() {
        let before = place(&viewport(40.0, 900.0, false), None);
        let builder = placed(ViewportBuilder::default(), before);
        assert_eq!(builder.position, Some(pos2(40.0, 20.0)));
        assert_eq!(builder.inner_size, Some(vec2(900.0, 600.0)));
        assert_eq!(placed(ViewportBuilder::default(), None), ViewportBuilder::default());
    }

    #[test]
    fn a_window_in_the_dock_has_no_place_of_its_own() {
        let before = place(&viewport(40.0, 900.0, false), None);
        let hidden = ViewportInfo { minimized: Some(true), ..viewport(-9_000.0, 10.0, false) };
        assert_eq!(place(&hidden, before), before);
    }
}
