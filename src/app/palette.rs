//! The command palette: everything that can be done, every claim and every article, by its letters.

mod entries;
mod fuzzy;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Area, Context, Frame, Id, Key, Margin, Modal, Modifiers, Rect, Role, ScrollArea, Sense,
    TextEdit, TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use self::entries::{Offer, Target, offers};
use super::action::Action;
use super::command::{Command, Situation, keys_text};
use super::theme::{SIZE_BODY, SIZE_SMALL, Theme, plain};
use super::{keymap, mark, words};
use crate::model::Project;

/// Height of a row; how many there are, where there is room for them.
const ROW: f32 = 34.0;
const ROWS: f32 = 11.0;
const WIDTH: f32 = 600.0;
/// What is above the palette in a high window, and as a share of a low one.
const ABOVE: f32 = 96.0;
const SHARE_ABOVE: f32 = 0.12;
/// Height of the field, with what is left below the list.
const AROUND: f32 = 84.0;

/// The palette while it is open.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Palette {
    typed: String,
    /// The row that Enter takes.
    at: usize,
    /// Whether the row is to be brought into view.
    scrolls: bool,
}

/// What the palette draws from.
pub(crate) struct PaletteInput<'a> {
    pub(crate) project: Option<&'a Project>,
    pub(crate) situation: Situation,
    /// Commands that were taken from the palette, the latest last.
    pub(crate) recent: &'a [Command],
}

/// Draws the palette over the window.
pub(crate) fn palette_ui(
    ctx: &Context,
    palette: &mut Palette,
    input: &PaletteInput<'_>,
    actions: &mut Vec<Action>,
) {
    let frame = Frame::popup(&ctx.global_style()).inner_margin(0);
    let window = ctx.content_rect().size();
    let above = (window.y * SHARE_ABOVE).min(ABOVE).round();
    let area: Area =
        Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, [0.0, above]);
    let response = Modal::new(Id::unique("palette")).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(WIDTH.min(window.x - 32.0));
        ui.spacing_mut().item_spacing.y = 0.0;
        palette.take_keys(ui);
        field_ui(ui, palette);
        let found = offers(&palette.typed, input.project, &input.situation, input.recent);
        palette.at = palette.at.min(found.len().saturating_sub(1));
        let is_taken = ui.input(|input| input.key_pressed(Key::Enter));
        list_ui(ui, palette, &found, actions);
        if is_taken && let Some(offer) = found.get(palette.at) {
            take(offer, actions);
        }
    });
    if response.should_close() {
        actions.push(Action::CloseOverlay);
    }
}

impl Palette {
    /// Arrows move through the list although the field has the keyboard.
    fn take_keys(&mut self, ui: &Ui) {
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let page = ROWS as usize;
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let (pages_down, pages_up) = (pressed(Key::PageDown), pressed(Key::PageUp));
        let further = down + page * pages_down;
        let back = up + page * pages_up;
        if further + back > 0 {
            self.at = (self.at + further).saturating_sub(back);
            self.scrolls = true;
        }
    }
}

fn field_ui(ui: &mut Ui, palette: &mut Palette) {
    Frame::new().inner_margin(Margin::same(10)).show(ui, |ui| {
        let field = TextEdit::singleline(&mut palette.typed)
            .hint_text(words::palette().hint)
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(10, 8));
        let response = ui.add(field);
        response
            .widget_info(|| WidgetInfo::labeled(Role::SearchInput, true, words::palette().title));
        if response.changed() {
            palette.at = 0;
            palette.scrolls = true;
        }
        if !response.has_focus() {
            response.request_focus();
        }
    });
}

fn list_ui(ui: &mut Ui, palette: &mut Palette, found: &[Offer], actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    if found.is_empty() {
        ui.vertical_centered(|ui| {
            ui.add_space(16.0);
            ui.label(eframe::egui::RichText::new(words::palette().nothing).color(theme.muted));
            ui.add_space(16.0);
        });
        return;
    }
    let height = ROW * rows(ui.ctx()).min(found.len() as f32);
    let area =
        ScrollArea::vertical().animated(false).max_height(height).min_scrolled_height(height);
    let area = area.auto_shrink(false);
    area.show_viewport(ui, |ui, viewport| {
        let size = vec2(ui.available_width(), ROW * found.len() as f32);
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let row = |index: usize| {
            let top = whole.top() + ROW * index as f32;
            Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), ROW))
        };
        if std::mem::take(&mut palette.scrolls) {
            ui.scroll_to_rect(row(palette.at), None);
        }
        let first = (viewport.top() / ROW).floor().max(0.0) as usize;
        for (index, offer) in found.iter().enumerate().skip(first).take(ROWS as usize + 2) {
            offer_ui(ui, row(index), offer, index == palette.at, actions);
        }
    });
    ui.add_space(6.0);
}

/// How many rows have room in the window.
fn rows(ctx: &Context) -> f32 {
    let height = ctx.content_rect().height();
    let above = (height * SHARE_ABOVE).min(ABOVE);
    ((height - above - AROUND) / ROW).floor().clamp(3.0, ROWS)
}

fn offer_ui(ui: &Ui, place: Rect, offer: &Offer, is_at: bool, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let id = ui.scope_id().with(("offer", offer.name.as_str(), place.top().to_bits()));
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, offer.is_enabled, is_at, &offer.name)
    });
    let row = place.shrink2(vec2(6.0, 0.0));
    if is_at {
        ui.painter().rect_filled(row, 6, theme.chosen);
    } else if response.hovered() && offer.is_enabled {
        ui.painter().rect_filled(row, 6, theme.background);
    }
    let right = beside(ui, row, offer, &theme);
    let left = lead(ui, row, offer, &theme);
    let colour = if offer.is_enabled { theme.ink } else { theme.muted };
    let mut job = LayoutJob::default();
    job.append(&offer.name, 0.0, TextFormat::simple(plain(SIZE_BODY), colour));
    job.wrap = TextWrapping::truncate_at_width((right - 12.0 - left).max(0.0));
    let galley = ui.painter().layout_job(job);
    let top = row.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(left, top), galley, colour);
    if response.clicked() {
        take(offer, actions);
    }
}

/// The mark of a claim before its name; where the name begins.
fn lead(ui: &Ui, row: Rect, offer: &Offer, theme: &Theme) -> f32 {
    let left = row.left() + 10.0;
    match offer.target {
        Target::Claim(_, tag) => {
            mark::paint(ui.painter(), pos2(left + 8.0, row.center().y), 15.0, tag, theme);
            left + 26.0
        }
        Target::Command(_) | Target::Article(_) => left,
    }
}

/// The keys of a command, or what else is said at the right; where that begins.
fn beside(ui: &Ui, row: Rect, offer: &Offer, theme: &Theme) -> f32 {
    let text = match offer.target {
        Target::Command(_) if !offer.is_enabled => words::palette().not_now.to_owned(),
        Target::Command(command) => {
            let keymap = keymap::current();
            let keys = keymap.keys(command).iter().copied().map(keys_text);
            keys.collect::<Vec<_>>().join("   ")
        }
        Target::Claim(_, tag) => words::tag_title(tag).to_owned(),
        Target::Article(_) => String::new(),
    };
    let at = pos2(row.right() - 10.0, row.center().y);
    let font = plain(SIZE_SMALL);
    ui.painter().text(at, Align2::RIGHT_CENTER, text, font, theme.muted).left()
}

fn take(offer: &Offer, actions: &mut Vec<Action>) {
    if !offer.is_enabled {
        return;
    }
    actions.push(Action::CloseOverlay);
    actions.push(match offer.target {
        Target::Command(command) => Action::Offered(command),
        Target::Claim(claim, _) => Action::FoundClaim(claim),
        Target::Article(article) => Action::ReadArticle(article),
    });
}
