//! The articles side by side.
//!
//! [`block`] tells what a column shows, [`layout`] lays a block out, [`highlight`] tells which
//! stretches bear which tag, [`scroll`] where a column stands, [`column`] draws one, [`board`] all
//! of them and the bands between.

mod block;
mod board;
mod column;
mod header;
mod highlight;
mod layout;
mod minimap;
mod scroll;
mod selection;

pub(crate) use board::{Board, board_ui};
pub(crate) use selection::Selection;
