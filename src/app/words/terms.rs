//! What tags, differences and the like are called on screen.

use super::language::{Language, language};
use super::words;
use crate::app::command::Menu;
use crate::model::{Bearing, ReasonKind, Stance, Tag};

words! {
    agreed: "Agreed" / "Einig",
    disputed: "Disputed" / "Strittig",
    unique: "Unique" / "Einzeln",
    untagged: "Untagged" / "Offen",
    agreed_word: "agreed" / "einig",
    disputed_word: "disputed" / "strittig",
    unique_word: "unique" / "einzeln",
    number: "Number" / "Zahl",
    date: "Date" / "Datum",
    name: "Name" / "Name",
    scope: "Scope" / "Umfang",
    certainty: "Certainty" / "Gewissheit",
    negation: "Negation" / "Verneinung",
    attribution: "Attribution" / "Quelle",
    wording: "Wording" / "Wortlaut",
    same: "same" / "gleich",
    differs: "differs" / "abweichend",
    hedged: "hedged" / "vorsichtiger",
    stronger: "stronger" / "stärker",
    narrower: "narrower" / "enger",
    broader: "broader" / "weiter",
    supports: "supports" / "spricht dafür",
    refutes: "refutes" / "spricht dagegen",
    context: "context" / "Hintergrund",
    file: "File" / "Datei",
    edit: "Edit" / "Bearbeiten",
    review: "Review" / "Prüfung",
    claim: "Claim" / "Aussage",
    article: "Article" / "Artikel",
    view: "View" / "Ansicht",
    help: "Help" / "Hilfe",
}

/// A tag as a title.
pub(crate) fn tag_title(tag: Option<Tag>) -> &'static str {
    let words = super::terms();
    match tag {
        Some(Tag::Agreed) => words.agreed,
        Some(Tag::Disputed) => words.disputed,
        Some(Tag::Unique) => words.unique,
        None => words.untagged,
    }
}

/// A tag within a sentence.
pub(crate) fn tag_word(tag: Tag) -> &'static str {
    let words = super::terms();
    match tag {
        Tag::Agreed => words.agreed_word,
        Tag::Disputed => words.disputed_word,
        Tag::Unique => words.unique_word,
    }
}

/// A kind of difference.
pub(crate) fn reason(kind: ReasonKind) -> &'static str {
    let words = super::terms();
    match kind {
        ReasonKind::Number => words.number,
        ReasonKind::Date => words.date,
        ReasonKind::Name => words.name,
        ReasonKind::Scope => words.scope,
        ReasonKind::Hedging => words.certainty,
        ReasonKind::Negation => words.negation,
        ReasonKind::Attribution => words.attribution,
        ReasonKind::Wording => words.wording,
    }
}

/// A kind of difference within a sentence.
pub(crate) fn reason_word(kind: ReasonKind) -> String {
    match language() {
        Language::English => reason(kind).to_lowercase(),
        Language::German => reason(kind).to_owned(),
    }
}

/// How a passage stands to its claim.
pub(crate) fn stance(stance: Stance) -> &'static str {
    let words = super::terms();
    match stance {
        Stance::Same => words.same,
        Stance::Differs => words.differs,
        Stance::Hedged => words.hedged,
        Stance::Stronger => words.stronger,
        Stance::Narrower => words.narrower,
        Stance::Broader => words.broader,
    }
}

/// What a piece of evidence does to a claim.
pub(crate) fn bearing(bearing: Bearing) -> &'static str {
    let words = super::terms();
    match bearing {
        Bearing::Supports => words.supports,
        Bearing::Refutes => words.refutes,
        Bearing::Context => words.context,
    }
}

/// The title of a menu.
pub(crate) fn menu(menu: Menu) -> &'static str {
    let words = super::terms();
    match menu {
        Menu::File => words.file,
        Menu::Edit => words.edit,
        Menu::Review => words.review,
        Menu::Claim => words.claim,
        Menu::Article => words.article,
        Menu::View => words.view,
        Menu::Help => words.help,
    }
}
