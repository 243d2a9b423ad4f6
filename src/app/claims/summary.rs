//! The line between filters and list: how many claims are listed, in which order, how many picked.

use eframe::egui::{Align, Button, Layout, RichText, Ui};

use super::chips::chip_ui;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::menu::lay_out_menu;
use crate::app::theme::{SIZE_SMALL, Theme};
use crate::app::view::ClaimOrder;
use crate::app::words;
use crate::app::workbench::Workbench;
use crate::model::Tag;

/// Draws the line.
pub(super) fn summary_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    ui.add_space(2.0);
    ui.spacing_mut().interact_size.y = 22.0;
    if bench.view.picked.is_empty() {
        ui.horizontal(|ui| listed_ui(ui, bench, actions));
    } else {
        ui.horizontal_wrapped(|ui| picked_ui(ui, bench, actions));
    }
}

fn listed_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let (words, theme) = (words::list(), Theme::of(ui.ctx()));
    let (listed, all) = (bench.listing.claims().len(), bench.listing.facets().all);
    let count = if listed == all {
        words::counted(all, words.one_claim, words.many_claims)
    } else {
        words::fill(words.listed_of, &[&words::number(listed), &words::number(all)])
    };
    ui.label(RichText::new(count).size(SIZE_SMALL).color(theme.muted));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let name = RichText::new(format!("{} ▼", order_name(bench.view.order)));
        let button = Button::new(name.size(SIZE_SMALL).color(theme.muted)).frame(false);
        let (response, _) =
            eframe::egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
                lay_out_menu(ui);
                for order in ClaimOrder::ALL {
                    if ui.selectable_label(bench.view.order == order, order_name(order)).clicked() {
                        actions.push(Action::OrderClaims(order));
                        ui.close();
                    }
                }
            });
        response.on_hover_text(words.order_hint);
    });
}

/// What an order is called.
fn order_name(order: ClaimOrder) -> &'static str {
    let words = words::list();
    match order {
        ClaimOrder::Reading => words.reading_order,
        ClaimOrder::Surest => words.surest_first,
        ClaimOrder::LeastSure => words.least_sure_first,
        ClaimOrder::Tag => words.by_tag,
    }
}

/// What can be done with the picked claims.
fn picked_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 6.0;
    let (words, count) = (words::list(), bench.view.picked.len());
    let theme = Theme::of(ui.ctx());
    let text = words::counted(count, words.one_picked, words.many_picked);
    ui.label(RichText::new(text).size(SIZE_SMALL).color(theme.accent));
    for tag in Tag::ALL {
        let name = words::fill(words.tag_picked, &[&words::tag_word(tag)]);
        if chip_ui(ui, words::tag_title(Some(tag)), Some(tag), false).on_hover_text(name).clicked()
        {
            actions.push(Action::Command(Command::of_tag(tag)));
        }
    }
    if count > 1 && chip_ui(ui, words.merge, None, false).clicked() {
        actions.push(Action::Command(Command::MergeClaims));
    }
    if chip_ui(ui, words.unpick, None, false).clicked() {
        actions.push(Action::Command(Command::PickNone));
    }
}
