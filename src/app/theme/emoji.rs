//! Emoji that no font of the system has are left away.
//!
//! A box in their place would say nothing. The text keeps its characters, so every place in it stays
//! the same.

use eframe::egui::{
    Color32, ColorImage, Context, GlyphBitmap, GlyphRasterizer, RasterizedGlyph, Vec2,
    has_emoji_presentation,
};

/// Leaves away what would be a box, from here on.
pub(super) fn leave_away_missing(ctx: &Context) {
    ctx.add_glyph_rasterizer(GlyphRasterizer::new("crosscheck emoji", |request| {
        has_emoji_presentation(request.cluster).then(nothing)
    }));
}

/// A glyph that takes no room.
fn nothing() -> RasterizedGlyph {
    let image = ColorImage::filled([1, 1], Color32::TRANSPARENT);
    let bitmap = GlyphBitmap { image, offset_px: Vec2::ZERO, is_color: true };
    RasterizedGlyph { bitmap, advance_px: 0.0 }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, RawInput};

    use super::super::{install, plain};

    /// Width of `text`, and how many characters the layout counts in it.
    fn measured(text: &str) -> (f32, usize) {
        let ctx = Context::default();
        install(&ctx);
        let mut measured = (0.0, 0);
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let colour = ui.visuals().text_color();
            let galley = ui.painter().layout_no_wrap(text.to_owned(), plain(14.0), colour);
            measured = (galley.size().x, galley.end().index.0);
        });
        output.textures_delta.clear();
        measured
    }

    #[test]
    fn an_emoji_without_a_font_takes_no_room_and_keeps_its_place() {
        for emoji in ["🚢", "🇩🇪", "👩🏽‍🚒"] {
            let text = format!("A{emoji}B");
            let (width, count) = measured(&text);
            assert!((width - measured("AB").0).abs() < 1.5, "{text} is {width} wide");
            assert_eq!(count, text.chars().count(), "{text}");
        }
    }
}
