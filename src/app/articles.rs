//! The articles side by side.
//!
//! [`block`] tells what a column shows, [`layout`] lays a block out, [`highlight`] tells which
//! stretches bear which tag, [`scroll`] where a column stands, [`mod@column`] draws one, [`board`] all
//! of them and the bands between.

mod block;
mod board;
mod column;
mod focus;
mod header;
mod highlight;
mod layout;
mod minimap;
mod scroll;
mod selection;

pub(crate) use board::{Board, board_ui};
pub(crate) use selection::Selection;

use std::collections::BTreeMap;

use super::view::View;
use crate::model::ArticleId;
use crate::session::Session;

/// What the board needs to know of an open review.
pub(crate) fn board_input<'a>(
    session: &'a Session,
    view: &View,
    families: &'a BTreeMap<ArticleId, usize>,
    text_size: f32,
) -> board::BoardInput<'a> {
    let project = session.project();
    board::BoardInput {
        project,
        state: session.state(),
        chosen: view.chosen.and_then(|claim| project.claim(claim)),
        selection: view.selection,
        families,
        text_size,
    }
}
