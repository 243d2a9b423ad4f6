//! The articles side by side.
//!
//! [`block`] tells what a column shows, [`layout`] lays a block out, [`highlight`] tells which
//! stretches bear which tag, [`scroll`] where a column stands; [`mod@column`] keeps all that for one
//! article. [`arrangement`] tells which columns there are, [`board`] keeps them; [`columns`] draws them
//! with [`header`], [`paint`] and [`minimap`], and the [`bands`] between. [`search`] finds words in all.

mod arrangement;
mod bands;
mod block;
mod board;
mod bubble;
mod column;
mod columns;
mod commands;
mod differing;
mod edge;
mod focus;
mod fold;
mod header;
mod highlight;
mod layout;
mod minimap;
mod paint;
mod place;
mod places;
mod pointer;
mod scroll;
mod search;
mod search_bar;
mod selection;
mod sideways;

pub(crate) use board::{Board, board_ui};
pub(crate) use commands::Spacing;
pub(crate) use selection::Selection;

use std::collections::BTreeMap;

use super::view::View;
use crate::model::ArticleId;
use crate::session::Session;
use crate::storage::settings::Settings;

/// What the board needs to know of an open review.
pub(crate) fn board_input<'a>(
    session: &'a Session,
    view: &'a View,
    families: &'a BTreeMap<ArticleId, usize>,
    settings: &Settings,
) -> board::BoardInput<'a> {
    let project = session.project();
    board::BoardInput {
        project,
        state: session.state(),
        chosen: view.chosen.and_then(|claim| project.claim(claim)),
        selection: view.selection,
        looked_at: view.passage,
        pointed: &view.pointed,
        families,
        text_size: settings.text_size,
        line_spacing: settings.line_spacing,
    }
}
