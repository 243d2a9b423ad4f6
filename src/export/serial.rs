//! The model's words in JSON.

#![expect(
    clippy::trivially_copy_pass_by_ref,
    clippy::ref_option,
    reason = "serde asks for them so"
)]

use serde::{Serialize as _, Serializer};

use crate::model::{Bearing, ReasonKind, Stance, Tag, Timestamp};

pub(super) fn moment<S: Serializer>(at: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(at)
}

pub(super) fn tag<S: Serializer>(tag: &Tag, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(tag.word())
}

pub(super) fn some_tag<S: Serializer>(tag: &Option<Tag>, to: S) -> Result<S::Ok, S::Error> {
    tag.map(Tag::word).serialize(to)
}

pub(super) fn kind<S: Serializer>(kind: &ReasonKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind.word())
}

pub(super) fn bearing<S: Serializer>(bearing: &Bearing, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(bearing.word())
}

pub(super) fn stance<S: Serializer>(stance: &Stance, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(stance.word())
}
