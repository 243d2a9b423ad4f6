//! Which claim it is, and what it says.

use eframe::egui::{
    Frame, Id, Margin, Response, RichText, Role, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

use super::Inspected;
use crate::app::action::Action;
use crate::app::claims::heading;
use crate::app::theme::{CORNER_CONTROL, SIZE_HEADING, strong};
use crate::app::words;
use crate::app::workbench::SummaryField;

/// A summary of more characters is set smaller, so that the passages stay in view.
const LONG: usize = 80;
const SIZE_LONG: f32 = 15.0;

/// Draws the claim's number, its summary, which can be edited, and how many state it.
pub(super) fn head_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    field: &mut SummaryField,
    actions: &mut Vec<Action>,
) {
    let (words, claim) = (words::inspector(), it.claim);
    let number = it.project.claim_index(claim.id).map_or(0, |index| index + 1);
    let place = words::fill(words.claim_of, &[&number, &it.project.claims.len()]);
    ui.label(heading(&place, &it.theme));
    let mut summary = claim.summary.clone();
    let id = Id::unique(("summary", claim.id));
    if let Some(typed) = ui.data(|data| data.get_temp::<String>(id)) {
        summary = typed;
    }
    let is_long = summary.chars().count() > LONG;
    let size = if is_long { SIZE_LONG } else { SIZE_HEADING };
    let edit = TextEdit::multiline(&mut summary)
        .id(id)
        .font(strong(size))
        .desired_rows(1)
        .desired_width(f32::INFINITY)
        .margin(Margin::ZERO)
        .frame(Frame::NONE)
        .return_key(None);
    let response = ui.add(edit).on_hover_text(words.edit_summary);
    frame_ui(ui, &response, it);
    if std::mem::take(&mut field.takes_focus) {
        response.request_focus();
    }
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, words.summary));
    keep_typed(ui, &response, id, summary, &claim.summary, |typed| {
        actions.push(Action::SetSummary(claim.id, typed));
    });
    ui.label(RichText::new(counts(it)).color(it.theme.muted));
}

/// A frame around the summary while it is pointed at or written in: it looks like a heading otherwise.
fn frame_ui(ui: &Ui, response: &Response, it: &Inspected<'_>) {
    let colour = match (response.has_focus(), response.hovered()) {
        (true, _) => it.theme.accent,
        (false, true) => it.theme.hairline,
        (false, false) => return,
    };
    let around = response.rect.expand2(vec2(6.0, 4.0));
    ui.painter().rect_stroke(around, CORNER_CONTROL, Stroke::new(1.0, colour), StrokeKind::Inside);
}

/// Keeps what is typed into a field until it is left, and hands it over then.
fn keep_typed(
    ui: &Ui,
    response: &Response,
    id: Id,
    typed: String,
    before: &str,
    hand_over: impl FnOnce(String),
) {
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, typed.clone()));
    }
    if response.lost_focus() {
        ui.data_mut(|data| data.remove::<String>(id));
        if typed.trim() != before && !typed.trim().is_empty() {
            hand_over(typed);
        }
    }
}

/// "4 articles · 2 independent families".
fn counts(it: &Inspected<'_>) -> String {
    let (list, words) = (words::list(), words::inspector());
    let articles = it.claim.articles();
    let mut families: Vec<_> = articles.iter().filter_map(|id| it.families.get(id)).collect();
    families.sort_unstable();
    families.dedup();
    let counted = words::counted(articles.len(), list.one_article, list.many_articles);
    match families.len() {
        0 => counted,
        _ if articles.len() == 1 => counted,
        count => {
            let families = words::counted(count, words.one_independent, words.many_independent);
            format!("{counted} · {families}")
        }
    }
}
