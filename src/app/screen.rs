//! The window's place on the screen, remembered from one time to the next.

use eframe::CreationContext;
use eframe::egui::{
    Context, Pos2, Rect, ViewportBuilder, ViewportCommand, ViewportInfo, pos2, vec2,
};

use crate::storage::settings::{Layout, WindowPlace};

/// Height of a title bar, and how much of its width can be taken hold of.
const TITLE_BAR: f32 = 32.0;
const GRIP: f32 = 96.0;

/// The window where it stood when it was shut; as it was, where it was never moved.
pub(crate) fn placed(builder: ViewportBuilder, place: Option<WindowPlace>) -> ViewportBuilder {
    let Some(WindowPlace { position, size, is_maximized }) = place else { return builder };
    builder.with_position(position).with_inner_size(size).with_maximized(is_maximized)
}

/// Brings a window back that was shut on a screen which is gone.
pub(crate) fn bring_into_view(
    creation: &CreationContext<'_>,
    place: Option<WindowPlace>,
    zoom: f32,
) {
    let (Some(window), Some(place)) = (creation.winit_window(), place) else { return };
    let scale = window.scale_factor() as f32;
    let screens = window.available_monitors().map(|screen| {
        let (corner, size) = (screen.position(), screen.size());
        let corner = pos2(corner.x as f32, corner.y as f32);
        Rect::from_min_size(corner, vec2(size.width as f32, size.height as f32)) / scale
    });
    if let Some(position) = position_in_view(&place, &screens.collect::<Vec<_>>()) {
        // By then the window is drawn in the size that the settings say.
        creation.egui_ctx.send_viewport_cmd(ViewportCommand::OuterPosition(position / zoom));
    }
}

/// Where a window goes of whose title bar too little is on any screen to take hold of it; `None`
/// where it can stay.
fn position_in_view(place: &WindowPlace, screens: &[Rect]) -> Option<Pos2> {
    let corner = Pos2::from(place.position);
    let title_bar = Rect::from_min_size(corner, vec2(place.size.0, TITLE_BAR));
    let is_held = |screen: &Rect| {
        let seen = screen.intersect(title_bar);
        seen.width() >= GRIP && seen.height() >= TITLE_BAR / 2.0
    };
    let first = screens.first()?;
    (!screens.iter().any(is_held)).then(|| first.min + vec2(TITLE_BAR, TITLE_BAR))
}

/// Takes over where the window stands now.
pub(crate) fn remember(ctx: &Context, layout: &mut Layout) {
    let zoom = ctx.zoom_factor();
    layout.window = ctx.input(|input| place(&unzoomed(input.viewport(), zoom), layout.window));
}

/// The same in points of the usual interface size, in which a window is opened.
fn unzoomed(viewport: &ViewportInfo, zoom: f32) -> ViewportInfo {
    let unzoomed = |rect: Rect| rect * zoom;
    ViewportInfo {
        outer_rect: viewport.outer_rect.map(unzoomed),
        inner_rect: viewport.inner_rect.map(unzoomed),
        ..viewport.clone()
    }
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
    fn a_window_on_a_screen_that_is_gone_comes_back() {
        let screen = |left| Rect::from_min_size(pos2(left, 0.0), vec2(1920.0, 1080.0));
        let at = |x, y| WindowPlace { position: (x, y), size: (900.0, 600.0), is_maximized: false };
        let both = [screen(0.0), screen(1920.0)];
        for (x, y) in [(2_000.0, 100.0), (-700.0, 0.0), (1_800.0, 1_040.0)] {
            assert_eq!(position_in_view(&at(x, y), &both), None, "{x}, {y}");
        }
        for (x, y) in [(2_000.0, 100.0), (-880.0, 0.0), (40.0, 1_080.0), (40.0, -400.0)] {
            let back = position_in_view(&at(x, y), &both[..1]);
            assert_eq!(back, Some(pos2(32.0, 32.0)), "{x}, {y}");
        }
        assert_eq!(position_in_view(&at(-5_000.0, 0.0), &[]), None, "no screen is known");
    }

    #[test]
    fn a_window_is_no_larger_the_next_time_for_being_drawn_larger() {
        let drawn_larger = unzoomed(&viewport(40.0, 450.0, false), 2.0);
        let place = place(&drawn_larger, None).expect("it has a place");
        assert_eq!((place.position, place.size), ((80.0, 40.0), (900.0, 1_200.0)));
    }

    #[test]
    fn a_window_in_the_dock_has_no_place_of_its_own() {
        let before = place(&viewport(40.0, 900.0, false), None);
        let hidden = ViewportInfo { minimized: Some(true), ..viewport(-9_000.0, 10.0, false) };
        assert_eq!(place(&hidden, before), before);
    }
}
