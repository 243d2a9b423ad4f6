//! One row of the claims list.

use std::ops::Range;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, FontId, Frame, Galley, Label, Layout, Margin, RichText, Stroke, TextFormat, Ui,
    UiBuilder, vec2,
};

use super::search::{Words, surroundings};
use super::signs::signs_ui;
use crate::app::mark;
use crate::app::theme::{CLAIM_ROW, CORNER_MARK, SIZE_BODY, SIZE_SMALL, Theme, plain};
use crate::app::view::{Families, has_reason};
use crate::app::words;
use crate::model::{ArticleId, Claim, Project, ReasonKind};

/// How many characters are shown around words that were searched for.
const SURROUNDINGS: usize = 48;

/// A summary has so many lines at most.
const LINES: usize = 2;
/// Height of the line below the summary, and between the two.
const SECOND_LINE: f32 = 16.0;
const BETWEEN: f32 = 3.0;

/// What a row shows.
pub(super) struct Row<'a> {
    pub(super) claim: &'a Claim,
    pub(super) project: &'a Project,
    pub(super) families: &'a Families,
    pub(super) is_chosen: bool,
    pub(super) is_picked: bool,
    /// What was searched for.
    pub(super) words: &'a Words,
    /// Words that set the claim apart from another of the same beginning.
    pub(super) apart: Option<&'a str>,
    /// How much evidence was begun and not added.
    pub(super) begun: usize,
}

/// Draws a row into the whole of `ui`; whether its whole summary, which was cut, is to be shown when it
/// is pointed at.
pub(super) fn row_ui(ui: &mut Ui, row: &Row<'_>, theme: &Theme) -> bool {
    ground(ui, row, theme);
    ui.spacing_mut().item_spacing = vec2(10.0, BETWEEN);
    // What is drawn in a child makes the row no higher than it is.
    let whole = UiBuilder::new().max_rect(ui.max_rect());
    let mut inside = ui.new_child(whole.layout(Layout::left_to_right(Align::Center)));
    inside.add_space(12.0);
    mark::mark_ui(&mut inside, row.claim.tag());
    let text = inside.vertical(|ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        let places = row.words.places_in(&row.claim.summary);
        let mut summary =
            marked(&row.claim.summary, &places, plain(SIZE_BODY), theme.ink, theme.differing);
        summary.wrap.max_width = ui.available_width();
        summary.wrap.max_rows = LINES;
        let summary = ui.painter().layout_job(summary);
        let is_cut = summary.elided;
        let is_found = places.iter().any(|place| shows(&summary, place));
        let used = summary.size().y + BETWEEN + SECOND_LINE;
        ui.add_space(((CLAIM_ROW - used) / 2.0).round());
        ui.add(Label::new(summary).selectable(false));
        ui.spacing_mut().interact_size.y = 0.0;
        let is_told = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            second_line_ui(ui, row, !is_found, theme)
        });
        is_cut && !is_told.inner
    });
    text.inner
}

fn ground(ui: &Ui, row: &Row<'_>, theme: &Theme) {
    let rect = ui.max_rect();
    if row.is_chosen || row.is_picked {
        ui.painter().rect_filled(rect, 0, theme.chosen);
    } else if ui.rect_contains_pointer(rect) {
        ui.painter().rect_filled(rect, 0, theme.background);
    }
    if row.is_chosen {
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0, theme.accent);
    }
    let line = Stroke::new(1.0, theme.hairline);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
    if row.is_picked {
        let at = rect.left_center() + vec2(9.0, 0.0);
        ui.painter().circle_filled(at, 2.5, theme.accent);
    }
}

/// Whether a place of a text is among what is left of it.
fn shows(galley: &Galley, place: &Range<usize>) -> bool {
    let letters: usize = galley.rows.iter().map(|row| row.glyphs.len()).sum();
    let before_end = galley.text().get(..place.end).unwrap_or_default().chars().count();
    // The last letter of what was cut is the ellipsis.
    !galley.elided || before_end < letters
}

/// Where the claim is stated, what a reviewer wrote to it and what differs; what was found, where it is
/// not in what the summary shows; what sets the claim apart, where the summary does not. Whether a sign
/// is pointed at, which tells something else.
fn second_line_ui(ui: &mut Ui, row: &Row<'_>, is_found_below: bool, theme: &Theme) -> bool {
    let found = if row.words.is_empty() || !is_found_below { None } else { found_in(row) };
    let apart = row.apart.map(|words| (words.to_owned(), 0..0));
    if let Some((line, place)) = found.or(apart) {
        let is_pointed_at = signs_ui(ui, row.claim, row.begun, theme);
        let line = marked(&line, &[place], plain(SIZE_SMALL), theme.muted, theme.differing);
        ui.add(Label::new(line).truncate().selectable(false));
        return is_pointed_at;
    }
    let place = where_stated(row.claim, row.project, row.families);
    let place = RichText::new(place).size(SIZE_SMALL).color(theme.muted);
    ui.add(Label::new(place).truncate().selectable(false));
    let is_pointed_at = signs_ui(ui, row.claim, row.begun, theme);
    let mut reasons = ReasonKind::ALL.into_iter().filter(|kind| has_reason(row.claim, *kind));
    reasons.all(|kind| small_mark_ui(ui, &words::reason_word(kind), theme));
    is_pointed_at
}

/// Words in a small frame, where there is room for them; whether there was.
fn small_mark_ui(ui: &mut Ui, text: &str, theme: &Theme) -> bool {
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, theme.hairline))
        .corner_radius(CORNER_MARK)
        .inner_margin(Margin::symmetric(5, 0));
    let width = ui.painter().layout_no_wrap(text.to_owned(), plain(11.0), theme.muted).size().x;
    let has_room = width + frame.total_margin().sum().x <= ui.available_width();
    if has_room {
        frame.show(ui, |ui| {
            let text = RichText::new(text).size(11.0).color(theme.muted);
            ui.add(Label::new(text).extend().selectable(false));
        });
    }
    has_room
}

/// The first of summary, passages and note that holds what was searched for, around it.
fn found_in(row: &Row<'_>) -> Option<(String, Range<usize>)> {
    let quotes = row.claim.passages.iter().map(|passage| passage.quote.as_str());
    let texts = [row.claim.summary.as_str()].into_iter().chain(quotes);
    texts.chain([row.claim.note.as_str()]).find_map(|text| {
        let places = row.words.places_in(text);
        places.first().map(|place| surroundings(text, place, SURROUNDINGS))
    })
}

/// `text` with `places` marked.
fn marked(
    text: &str,
    places: &[Range<usize>],
    font: FontId,
    colour: Color32,
    behind: Color32,
) -> LayoutJob {
    let plain = TextFormat::simple(font, colour);
    let found = TextFormat { background: behind, ..plain.clone() };
    let mut job = LayoutJob::default();
    let mut at = 0;
    for place in places {
        job.append(text.get(at..place.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(text.get(place.clone()).unwrap_or_default(), 0.0, found.clone());
        at = place.end;
    }
    job.append(text.get(at..).unwrap_or_default(), 0.0, plain);
    job
}

/// "4 articles · 2 families", or the one article by name.
fn where_stated(claim: &Claim, project: &Project, families: &Families) -> String {
    let words = words::list();
    let articles: Vec<ArticleId> = claim.articles().into_iter().collect();
    match articles.as_slice() {
        [] => words.no_passage.to_owned(),
        [only] => {
            let article = project.article(*only);
            article.map(|article| article.short_name().to_owned()).unwrap_or_default()
        }
        many => {
            let articles = words::counted(many.len(), words.one_article, words.many_articles);
            let mut numbers: Vec<_> = many.iter().filter_map(|id| families.get(id)).collect();
            numbers.sort_unstable();
            numbers.dedup();
            match numbers.len() {
                0 => articles,
                count => {
                    let families = words::counted(count, words.one_family, words.many_families);
                    format!("{articles} · {families}")
                }
            }
        }
    }
}
