//! Colours, type and space: everything that is a matter of taste stands here.

mod emoji;

use std::sync::Arc;

use eframe::egui::{
    self, Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Id,
    Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2,
};

use crate::model::Tag;
pub(crate) use crate::storage::settings::{Contrast, Motion};

/// The colours of one mode, light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Theme {
    pub(crate) background: Color32,
    pub(crate) panel: Color32,
    pub(crate) ink: Color32,
    pub(crate) muted: Color32,
    pub(crate) hairline: Color32,
    pub(crate) accent: Color32,
    pub(crate) on_accent: Color32,
    pub(crate) chosen: Color32,
    pub(crate) differing: Color32,
    /// Behind words that were looked for.
    pub(crate) found: Color32,
    pub(crate) agreed: TagColours,
    pub(crate) disputed: TagColours,
    pub(crate) unique: TagColours,
    pub(crate) untagged: TagColours,
}

/// The two colours of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TagColours {
    /// Marks, lines and words.
    pub(crate) mark: Color32,
    /// Behind text.
    pub(crate) tint: Color32,
}

#[expect(clippy::disallowed_methods, reason = "this is the theme")]
const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn tag_colours(mark: u32, tint: u32) -> TagColours {
    TagColours { mark: rgb(mark), tint: rgb(tint) }
}

const LIGHT: Theme = Theme {
    background: rgb(0xf4f4f1),
    panel: rgb(0xffffff),
    ink: rgb(0x1d1f23),
    muted: rgb(0x63686f),
    hairline: rgb(0xe2e2dc),
    accent: rgb(0x2a5bd7),
    on_accent: rgb(0xffffff),
    chosen: rgb(0xeaf0fe),
    differing: rgb(0xffd9a8),
    found: rgb(0xfff1a3),
    agreed: tag_colours(0x0b7a5e, 0xe3f3ee),
    disputed: tag_colours(0xb8430d, 0xfdebe1),
    unique: tag_colours(0x6a4bc0, 0xeee9fb),
    untagged: tag_colours(0x7b8089, 0xeeeeec),
};

const DARK: Theme = Theme {
    background: rgb(0x17181b),
    panel: rgb(0x1e2024),
    ink: rgb(0xe6e7ea),
    muted: rgb(0x9aa0aa),
    hairline: rgb(0x31343a),
    accent: rgb(0x7aa2ff),
    on_accent: rgb(0x14161a),
    chosen: rgb(0x26334f),
    differing: rgb(0x6a431c),
    found: rgb(0x4d4a16),
    agreed: tag_colours(0x4fc3a1, 0x17352d),
    disputed: tag_colours(0xff9a62, 0x41271a),
    unique: tag_colours(0xb49cff, 0x2d2647),
    untagged: tag_colours(0x8b9099, 0x2a2c31),
};

const LIGHT_STRONG: Theme = Theme {
    ink: rgb(0x000000),
    muted: rgb(0x43474d),
    hairline: rgb(0x85888e),
    accent: rgb(0x1740a6),
    chosen: rgb(0xdfe8ff),
    differing: rgb(0xffdcae),
    found: rgb(0xfff3ad),
    agreed: tag_colours(0x005a42, 0xe2f6ef),
    disputed: tag_colours(0x952400, 0xffece3),
    unique: tag_colours(0x5522d0, 0xefeaff),
    untagged: tag_colours(0x484c53, 0xececea),
    ..LIGHT
};

const DARK_STRONG: Theme = Theme {
    background: rgb(0x000000),
    panel: rgb(0x0b0c0e),
    ink: rgb(0xffffff),
    muted: rgb(0xc6cbd3),
    hairline: rgb(0x6d727b),
    accent: rgb(0xa9c4ff),
    on_accent: rgb(0x000000),
    chosen: rgb(0x1b2a4d),
    differing: rgb(0x553000),
    found: rgb(0x3d3a08),
    agreed: tag_colours(0x74f0c8, 0x0a2b22),
    disputed: tag_colours(0xff9f63, 0x33170a),
    unique: tag_colours(0xc5b0ff, 0x221a42),
    untagged: tag_colours(0xb3b8c0, 0x1d1f23),
};

impl Theme {
    /// The colours of the mode and the contrast the window is in.
    pub(crate) fn of(ctx: &Context) -> Self {
        Self::new(ctx.theme(), contrast(ctx))
    }

    /// The colours of a mode in a contrast.
    pub(crate) const fn new(mode: egui::Theme, contrast: Contrast) -> Self {
        match (mode, contrast) {
            (egui::Theme::Light, Contrast::Usual) => LIGHT,
            (egui::Theme::Dark, Contrast::Usual) => DARK,
            (egui::Theme::Light, Contrast::High) => LIGHT_STRONG,
            (egui::Theme::Dark, Contrast::High) => DARK_STRONG,
        }
    }

    /// The colours of a tag, or of none.
    pub(crate) const fn tag(&self, tag: Option<Tag>) -> TagColours {
        match tag {
            Some(Tag::Agreed) => self.agreed,
            Some(Tag::Disputed) => self.disputed,
            Some(Tag::Unique) => self.unique,
            None => self.untagged,
        }
    }
}

fn contrast_key() -> Id {
    Id::unique("contrast of the theme")
}

fn contrast(ctx: &Context) -> Contrast {
    ctx.data(|data| data.get_temp(contrast_key())).unwrap_or_default()
}

/// Sets the contrast of both modes.
pub(crate) fn set_contrast(ctx: &Context, contrast: Contrast) {
    let motion = motion(ctx);
    ctx.data_mut(|data| data.insert_temp(contrast_key(), contrast));
    for (mode, visuals) in
        [(egui::Theme::Light, Visuals::light()), (egui::Theme::Dark, Visuals::dark())]
    {
        ctx.set_style_of(mode, style(&Theme::new(mode, contrast), visuals));
    }
    set_motion(ctx, motion);
}

/// Sets whether things move.
pub(crate) fn set_motion(ctx: &Context, motion: Motion) {
    ctx.all_styles_mut(|style| {
        let usual = Style::default();
        (style.animation_time, style.scroll_animation) = match motion {
            Motion::Usual => (usual.animation_time, usual.scroll_animation),
            Motion::Reduced => (0.0, egui::style::ScrollAnimation::none()),
        };
    });
}

/// Whether things move.
pub(crate) fn motion(ctx: &Context) -> Motion {
    if ctx.global_style().animation_time > 0.0 { Motion::Usual } else { Motion::Reduced }
}

/// The unit of space; every distance is a multiple of it.
pub(crate) const GRID: f32 = 4.0;
/// Between a panel's edge and what stands in it.
pub(crate) const PANEL_MARGIN: i8 = 14;
/// Corners of marks, controls and cards.
pub(crate) const CORNER_MARK: u8 = 4;
pub(crate) const CORNER_CONTROL: u8 = 6;
pub(crate) const CORNER_CARD: u8 = 8;
/// Height of a row of the claims list.
pub(crate) const CLAIM_ROW: f32 = 72.0;
/// Size of the interface's type, of its small print and of its headings.
pub(crate) const SIZE_BODY: f32 = 13.0;
pub(crate) const SIZE_SMALL: f32 = 12.0;
pub(crate) const SIZE_HEADING: f32 = 17.0;

/// The interface's strong face.
pub(crate) fn strong(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("strong".into()))
}

/// The interface's plain face.
pub(crate) const fn plain(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The articles' face.
pub(crate) fn serif(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif".into()))
}

/// The articles' bold face.
pub(crate) fn serif_bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif bold".into()))
}

/// The articles' italic face.
pub(crate) fn serif_italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif italic".into()))
}

/// Gives a window its fonts and both its modes.
pub(crate) fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    emoji::leave_away_missing(ctx);
    // The size of the interface is a setting, which keys of our own change.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    set_contrast(ctx, Contrast::default());
}

fn fonts() -> FontDefinitions {
    let faces: [(&str, &'static [u8]); 5] = [
        ("plain", include_bytes!("../../assets/fonts/Inter-Regular.ttf")),
        ("strong", include_bytes!("../../assets/fonts/Inter-SemiBold.ttf")),
        ("serif", include_bytes!("../../assets/fonts/GentiumPlus-Regular.ttf")),
        ("serif bold", include_bytes!("../../assets/fonts/GentiumPlus-Bold.ttf")),
        ("serif italic", include_bytes!("../../assets/fonts/GentiumPlus-Italic.ttf")),
    ];
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let family =
            if name == "plain" { FontFamily::Proportional } else { FontFamily::Name(name.into()) };
        let faces = std::iter::once(name.to_owned()).chain(fallback.iter().cloned());
        fonts.families.insert(family, faces.collect());
    }
    fonts
}

fn style(theme: &Theme, visuals: Visuals) -> Style {
    let mut style = Style { visuals: coloured(theme, visuals), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, plain(SIZE_SMALL)),
        (TextStyle::Body, plain(SIZE_BODY)),
        (TextStyle::Button, plain(SIZE_BODY)),
        (TextStyle::Heading, strong(SIZE_HEADING)),
        (TextStyle::Monospace, FontId::monospace(SIZE_SMALL)),
    ]
    .into();
    style.spacing.item_spacing = vec2(2.0 * GRID, 2.0 * GRID);
    style.spacing.button_padding = vec2(10.0, 5.0);
    style.spacing.interact_size = vec2(28.0, 28.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.tooltip_delay = 0.4;
    style
}

fn coloured(theme: &Theme, mut visuals: Visuals) -> Visuals {
    let hairline = Stroke::new(1.0, theme.hairline);
    visuals.panel_fill = theme.panel;
    visuals.window_fill = theme.panel;
    visuals.extreme_bg_color = theme.background;
    visuals.faint_bg_color = theme.background;
    visuals.text_edit_bg_color = Some(theme.background);
    visuals.window_stroke = hairline;
    visuals.window_corner_radius = CornerRadius::same(CORNER_CARD);
    visuals.menu_corner_radius = CornerRadius::same(CORNER_CONTROL);
    let shade =
        Shadow { offset: [0, 6], blur: 20, spread: 0, color: Color32::from_black_alpha(50) };
    visuals.window_shadow = shade;
    visuals.popup_shadow = shade;
    visuals.selection.bg_fill = theme.chosen;
    visuals.selection.stroke = Stroke::new(1.0, theme.accent);
    visuals.hyperlink_color = theme.accent;
    visuals.weak_text_color = Some(theme.muted);
    let control = |widget: &mut egui::style::WidgetVisuals, fill: Color32, line: Color32| {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, line);
        widget.fg_stroke = Stroke::new(1.0, theme.ink);
        widget.corner_radius = CornerRadius::same(CORNER_CONTROL);
        widget.expansion = 0.0;
    };
    let widgets = &mut visuals.widgets;
    control(&mut widgets.noninteractive, theme.panel, theme.hairline);
    control(&mut widgets.inactive, theme.panel, theme.hairline);
    control(&mut widgets.hovered, theme.background, theme.muted);
    control(&mut widgets.active, theme.chosen, theme.accent);
    control(&mut widgets.open, theme.background, theme.hairline);
    visuals
}

#[cfg(test)]
mod tests;
