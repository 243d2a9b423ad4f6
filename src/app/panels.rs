//! The window while a review is open: what stands where.

use eframe::egui::{CentralPanel, Context, Frame, Key, Margin, Panel, Popup, Ui};

use super::action::Action;
use super::articles::board_input;
use super::room::{Side, Sides};
use super::theme::{PANEL_MARGIN, Theme};
use super::workbench::Workbench;
use super::{
    articles, claims, inspector, matrix, menu, overview, status, toolbar, unchecked, walking, words,
};
use crate::storage::settings::MainView;

/// Draws all panels. How wide they are is remembered.
pub(crate) fn panels_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    bench.refresh_listing();
    let bare = bare(ui);
    let padded = bare.inner_margin(Margin::symmetric(PANEL_MARGIN, 6));
    let low = |margin| padded.inner_margin(Margin::symmetric(PANEL_MARGIN, margin));
    Panel::top("menu").frame(low(3)).show(ui, |ui| menu::menu_bar_ui(ui, bench, actions));
    Panel::top("toolbar").frame(padded).show(ui, |ui| toolbar::toolbar_ui(ui, bench, actions));
    Panel::bottom("status").frame(low(4)).show(ui, |ui| status::status_ui(ui, bench, actions));
    let view = bench.main_view();
    walking::begin(ui.ctx());
    let sides = bench.sides(ui.ctx());
    if sides.claims {
        claims_panel_ui(ui, bench, actions);
    }
    if sides.inspector {
        inspector_panel_ui(ui, bench, actions);
    }
    CentralPanel::default().frame(bare).show(ui, |ui| {
        anchored_ui(ui, "middle", toolbar::view_name(view), |ui| match view {
            MainView::Articles => articles_ui(ui, bench, actions),
            MainView::Matrix => matrix::matrix_ui(ui, bench, actions),
            MainView::Overview => overview::overview_ui(ui, bench, actions),
            MainView::Unchecked => unchecked::unchecked_ui(ui, bench, actions),
        });
    });
    leave(ui.ctx(), bench, actions);
}

/// No side panel takes more of the window than that, so that something is left for what it stands beside.
const CLAIMS_SHARE: f32 = 0.3;
const INSPECTOR_SHARE: f32 = 0.36;

/// Widths of the side panels where they were never moved, and their least.
const CLAIMS_WIDTH: f32 = 310.0;
const CLAIMS_LEAST: f32 = 220.0;
const INSPECTOR_WIDTH: f32 = 340.0;
const INSPECTOR_LEAST: f32 = 260.0;

fn most(ctx: &Context, share: f32, least: f32) -> f32 {
    (ctx.content_rect().width() * share).round().min(560.0).max(least)
}

impl Workbench {
    /// The side panels that are shown: those that are wished for, as far as there is room.
    pub(crate) fn sides(&self, ctx: &Context) -> Sides {
        let layout = &self.settings.layout;
        let wished = Sides {
            claims: layout.shows_claims && self.main_view() == MainView::Articles,
            inspector: layout.shows_inspector && self.shows_claims(),
        };
        let claims = layout.claims_width.unwrap_or(CLAIMS_WIDTH);
        let inspector = layout.inspector_width.unwrap_or(INSPECTOR_WIDTH);
        let middle = ctx.content_rect().width()
            - claims.min(most(ctx, CLAIMS_SHARE, CLAIMS_LEAST))
            - inspector.min(most(ctx, INSPECTOR_SHARE, INSPECTOR_LEAST));
        wished.with_room(middle, self.first_side)
    }

    /// Shows a side panel; where there is no room for both, the other one gives way.
    pub(crate) fn show_side(&mut self, side: Side) {
        self.first_side = side;
        *self.is_wished(side) = true;
    }

    /// Folds a side panel away, or shows it.
    pub(crate) fn fold_side(&mut self, ctx: &Context, side: Side) {
        if self.sides(ctx).shows(side) {
            *self.is_wished(side) = false;
        } else {
            self.show_side(side);
        }
        self.change_settings(|_| {});
    }

    fn is_wished(&mut self, side: Side) -> &mut bool {
        match side {
            Side::Claims => &mut self.settings.layout.shows_claims,
            Side::Inspector => &mut self.settings.layout.shows_inspector,
        }
    }
}

fn claims_panel_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let width = bench.settings.layout.claims_width.unwrap_or(CLAIMS_WIDTH);
    let most = most(ui.ctx(), CLAIMS_SHARE, CLAIMS_LEAST);
    let panel = Panel::left("claims").default_size(width).size_range(CLAIMS_LEAST..=most);
    let shown = panel.frame(bare(ui)).show(ui, |ui| {
        anchored_ui(ui, "claims", words::views().claims_panel, |ui| {
            claims::claims_ui(ui, bench, actions);
        });
    });
    let width = shown.response.rect.width();
    // What a small window takes away was not the reader's choice.
    if width < most {
        bench.settings.layout.claims_width = Some(width);
    }
}

fn inspector_panel_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let width = bench.settings.layout.inspector_width.unwrap_or(INSPECTOR_WIDTH);
    let most = most(ui.ctx(), INSPECTOR_SHARE, INSPECTOR_LEAST);
    let panel = Panel::right("inspector").default_size(width).size_range(INSPECTOR_LEAST..=most);
    let shown = panel.frame(bare(ui)).show(ui, |ui| {
        anchored_ui(ui, "inspector", words::views().claim_panel, |ui| {
            inspector::inspector_ui(ui, bench, actions);
        });
    });
    let width = shown.response.rect.width();
    if width < most {
        bench.settings.layout.inspector_width = Some(width);
    }
}

/// The frame of a panel without margins.
fn bare(ui: &Ui) -> Frame {
    Frame::new().fill(Theme::of(ui.ctx()).panel)
}

/// A panel that can be walked to.
fn anchored_ui(ui: &mut Ui, salt: &str, name: &str, add: impl FnOnce(&mut Ui)) {
    let place = ui.max_rect();
    walking::anchor_ui(ui, place, salt, name);
    add(ui);
    walking::focus_ui(ui, place, salt);
}

/// `Esc` leads back to the articles, unless something else had the keyboard or stands in front.
fn leave(ctx: &Context, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let has_focus = ctx.memory(|memory| memory.focused().is_some()) || Popup::is_any_open(ctx);
    let had_focus = std::mem::replace(&mut bench.had_focus, has_focus);
    let is_covered = bench.dialog.is_some() || bench.overlay.is_some();
    let is_pressed = ctx.input(|input| input.key_pressed(Key::Escape));
    if is_pressed
        && !has_focus
        && !had_focus
        && !is_covered
        && bench.main_view() != MainView::Articles
    {
        actions.push(Action::Show(MainView::Articles));
    }
}

fn articles_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let Workbench { session: Some(session), view, board, families, settings, .. } = bench else {
        return;
    };
    let input = board_input(session, view, families, settings);
    articles::board_ui(ui, board, &input, actions);
}
