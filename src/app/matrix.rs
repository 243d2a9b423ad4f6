//! Claims × articles, with the value itself in each cell.
//!
//! [`mod@cell`] tells what a cell says, [`place`] where it stands; [`table`] draws what is in view and
//! nothing else, so that ten thousand claims cost as much as ten.

mod cell;
mod header;
mod legend;
mod place;
mod row;
mod table;

use std::collections::BTreeMap;

use eframe::egui::{Frame, Margin, RichText, Ui};

use self::cell::{Cell, cell};
use super::action::Action;
use super::claims;
use super::command::Command;
use super::known::Known;
use super::theme::{PANEL_MARGIN, SIZE_HEADING, Theme, strong};
use super::words;
use super::workbench::Workbench;
use crate::model::{ArticleId, Claim, ClaimId};
use crate::session::Session;

/// What the matrix remembers.
#[derive(Default)]
pub(crate) struct Matrix {
    /// The cells of the claims that were in view, made of the state and the knowledge in `made_of`.
    cells: BTreeMap<ClaimId, Vec<Option<Cell>>>,
    made_of: Option<(u64, u64)>,
    /// How far everything is scrolled, to the right and down.
    offset: (f32, f32),
    /// The article whose column is worked on.
    column: Option<ArticleId>,
}

/// So many rows are kept beyond those in view.
const KEPT: usize = 400;

impl Matrix {
    /// Forgets cells that are no longer true.
    fn refresh(&mut self, session: &Session, known: &Known) {
        let now = (session.state(), known.version);
        if self.made_of != Some(now) || self.cells.len() > KEPT {
            self.made_of = Some(now);
            self.cells.clear();
        }
    }

    /// What the articles say of a claim, in the order of the columns.
    fn cells(&mut self, claim: &Claim, session: &Session, known: &Known) -> &[Option<Cell>] {
        self.cells.entry(claim.id).or_insert_with(|| {
            let articles = session.project().articles.iter();
            articles.map(|article| cell(claim, article, &known.figures)).collect()
        })
    }

    /// The article whose column is worked on.
    pub(crate) const fn column(&self) -> Option<ArticleId> {
        self.column
    }

    /// Works on the column of an article.
    pub(crate) const fn choose_column(&mut self, article: ArticleId) {
        self.column = Some(article);
    }
}

/// Draws the filters and the matrix.
pub(crate) fn matrix_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let is_empty = bench.session.as_ref().is_none_or(|session| session.project().claims.is_empty());
    if is_empty {
        return empty_ui(ui, actions);
    }
    Frame::new().inner_margin(Margin::symmetric(PANEL_MARGIN, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        claims::chips_ui(ui, bench, actions);
    });
    legend::legend_ui(ui);
    let scroll_to = bench.list.scroll_to.take();
    if bench.listing.claims().is_empty() {
        return nothing_fits_ui(ui, actions);
    }
    table::table_ui(ui, bench, scroll_to, actions);
}

fn empty_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let words = words::matrix();
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(RichText::new(words.no_claims).font(strong(SIZE_HEADING)));
        ui.label(RichText::new(words.no_claims_hint).color(Theme::of(ui.ctx()).muted));
        ui.add_space(8.0);
        if ui.button(Command::FindClaims.entry().name()).clicked() {
            actions.push(Action::Command(Command::FindClaims));
        }
    });
}

fn nothing_fits_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let words = words::matrix();
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(RichText::new(words.nothing_fits).color(Theme::of(ui.ctx()).muted));
        if ui.button(words.show_all).clicked() {
            actions.push(Action::ShowAllClaims);
        }
    });
}
