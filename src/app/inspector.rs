//! Everything about the chosen claim.

mod passages;
mod suggestion;

use eframe::egui::{self, Frame, Margin, RichText, ScrollArea, Sense, Stroke, TextEdit, Ui, vec2};

use super::action::Action;
use super::claims::heading;
use super::command::Command;
use super::mark;
use super::theme::{CORNER_CONTROL, PANEL_MARGIN, SIZE_HEADING, SIZE_SMALL, Theme, strong};
use super::words;
use super::workbench::{NoteField, Workbench};
use crate::model::{Claim, Evidence, Project, Tag};

/// Draws the inspector.
pub(crate) fn inspector_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let Workbench { session: Some(session), view, note, families, .. } = bench else { return };
    let project = session.project();
    let Some(claim) = view.chosen.and_then(|id| project.claim(id)) else {
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.3);
            ui.label(RichText::new(words::inspector().choose).color(theme.muted));
        });
        return;
    };
    note.follow(claim, session.state());
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(PANEL_MARGIN, 14)).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            head_ui(ui, project, claim, families, &theme, actions);
            suggestion::suggestion_ui(ui, project, claim, actions);
            tags_ui(ui, claim, actions);
            passages::passages_ui(ui, project, claim, families, actions);
            note_ui(ui, claim, note, &theme, actions);
            evidence_ui(ui, claim, &theme);
            decisions_ui(ui, project, claim, &theme);
        });
    });
}

fn head_ui(
    ui: &mut Ui,
    project: &Project,
    claim: &Claim,
    families: &std::collections::BTreeMap<crate::model::ArticleId, usize>,
    theme: &Theme,
    actions: &mut Vec<Action>,
) {
    let words = words::inspector();
    let number = project.claim_index(claim.id).map_or(0, |index| index + 1);
    ui.label(heading(&words::fill(words.claim_of, &[&number, &project.claims.len()]), theme));
    let mut summary = claim.summary.clone();
    let id = egui::Id::unique(("summary", claim.id));
    if let Some(typed) = ui.data(|data| data.get_temp::<String>(id)) {
        summary = typed;
    }
    let field = TextEdit::multiline(&mut summary)
        .id(id)
        .font(strong(SIZE_HEADING))
        .desired_rows(1)
        .desired_width(f32::INFINITY)
        .margin(Margin::ZERO)
        .frame(Frame::NONE)
        .return_key(None);
    let response = ui.add(field).on_hover_text(words.edit_summary);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, words.summary));
    keep_typed(ui, &response, id, summary, &claim.summary, |typed| {
        actions.push(Action::SetSummary(claim.id, typed));
    });
    ui.label(RichText::new(counts(claim, families)).color(theme.muted));
}

/// Keeps what is typed into a field until it is left, and hands it over then.
fn keep_typed(
    ui: &Ui,
    response: &egui::Response,
    id: egui::Id,
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

fn counts(
    claim: &Claim,
    families: &std::collections::BTreeMap<crate::model::ArticleId, usize>,
) -> String {
    let articles = claim.articles();
    let mut numbers: Vec<_> = articles.iter().filter_map(|id| families.get(id)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let (list, words) = (words::list(), words::inspector());
    let articles = words::counted(articles.len(), list.one_article, list.many_articles);
    match numbers.len() {
        0 => articles,
        count => {
            let families = words::counted(count, words.one_independent, words.many_independent);
            format!("{articles} · {families}")
        }
    }
}

fn tags_ui(ui: &mut Ui, claim: &Claim, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let width = (ui.available_width() - 12.0) / 3.0;
        for tag in Tag::ALL {
            let is_on = claim.tag() == Some(tag);
            if tag_button_ui(ui, tag, is_on, width) {
                actions.push(Action::Command(if is_on {
                    Command::ClearTag
                } else {
                    Command::of_tag(tag)
                }));
            }
        }
    });
}

/// A button with a tag's shape, name and key; whether it was pressed.
fn tag_button_ui(ui: &mut Ui, tag: Tag, is_on: bool, width: f32) -> bool {
    let theme = Theme::of(ui.ctx());
    let colours = theme.tag(Some(tag));
    let (rect, response) = ui.allocate_exact_size(vec2(width, 34.0), Sense::click());
    let name = words::fill(words::inspector().tag_as, &[&words::tag_word(tag)]);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, &name));
    let fill = if is_on {
        colours.tint
    } else if response.hovered() {
        theme.background
    } else {
        theme.panel
    };
    let line = if is_on || response.has_focus() { colours.mark } else { theme.hairline };
    let painter = ui.painter();
    painter.rect(
        rect,
        CORNER_CONTROL,
        fill,
        Stroke::new(if is_on { 1.5 } else { 1.0 }, line),
        egui::StrokeKind::Inside,
    );
    let word =
        painter.layout_no_wrap(words::tag_title(Some(tag)).to_owned(), strong(13.0), colours.mark);
    let key = painter.layout_no_wrap(tag.letter().to_string(), strong(11.0), theme.muted);
    let total = 16.0 + word.size().x + 8.0 + key.size().x;
    let left = rect.center().x - total / 2.0;
    let y = rect.center().y;
    painter.add(mark::shape(egui::pos2(left + 5.0, y), 9.0, Some(tag), colours.mark));
    let (word_width, word_height) = (word.size().x, word.size().y);
    painter.galley(egui::pos2(left + 16.0, y - word_height / 2.0), word, colours.mark);
    painter.galley(egui::pos2(left + 24.0 + word_width, y - key.size().y / 2.0), key, theme.muted);
    response.on_hover_text(format!("{name} ({})", tag.letter())).clicked()
}

fn note_ui(
    ui: &mut Ui,
    claim: &Claim,
    note: &mut NoteField,
    theme: &Theme,
    actions: &mut Vec<Action>,
) {
    let label = ui.label(heading(words::inspector().note, theme));
    let field = TextEdit::multiline(&mut note.text)
        .desired_rows(3)
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(10, 8))
        .hint_text(words::inspector().note_hint);
    let response = ui.add(field).labelled_by(label.id);
    if std::mem::take(&mut note.takes_focus) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        response.surrender_focus();
    }
    if response.lost_focus() && note.text != claim.note {
        actions.push(Action::SetNote(claim.id, note.text.clone()));
    }
}

impl NoteField {
    /// Shows the note of `claim`, unless its words are being typed.
    fn follow(&mut self, claim: &Claim, state: u64) {
        if self.claim != Some(claim.id) || self.state != state {
            *self = Self {
                claim: Some(claim.id),
                state,
                text: claim.note.clone(),
                takes_focus: self.takes_focus,
            };
        }
    }

    /// What was typed and not handed over yet, with its claim.
    pub(crate) fn pending(&self, claim: Option<&Claim>) -> Option<(crate::model::ClaimId, String)> {
        let claim =
            claim.filter(|claim| self.claim == Some(claim.id) && self.text != claim.note)?;
        Some((claim.id, self.text.clone()))
    }
}

fn evidence_ui(ui: &mut Ui, claim: &Claim, theme: &Theme) {
    if claim.evidence.is_empty() {
        return;
    }
    ui.label(heading(words::inspector().evidence, theme));
    for evidence in &claim.evidence {
        let frame = Frame::new().fill(theme.background).corner_radius(CORNER_CONTROL);
        frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(evidence_line(evidence));
            if !evidence.quote.is_empty() {
                ui.label(
                    RichText::new(format!("“{}”", evidence.quote)).font(super::theme::serif(14.0)),
                );
            }
        });
    }
}

fn evidence_line(evidence: &Evidence) -> String {
    let seen = evidence
        .seen
        .map(|date| words::fill(words::inspector().seen, &[&words::date(date)]))
        .map(|seen| format!(" · {seen}"))
        .unwrap_or_default();
    format!("{} · {}{seen}", evidence.citation, words::bearing(evidence.bearing))
}

fn decisions_ui(ui: &mut Ui, project: &Project, claim: &Claim, theme: &Theme) {
    let words = words::inspector();
    for decision in claim.decisions.iter().rev() {
        let who = project
            .reviewer(decision.reviewer)
            .map_or(words.somebody, |reviewer| reviewer.name.as_str());
        let when = words::date_and_time(decision.at);
        let line = match decision.tag {
            Some(tag) => words::fill(words.tagged_by, &[&words::tag_word(tag), &who, &when]),
            None => words::fill(words.taken_back_by, &[&who, &when]),
        };
        ui.label(RichText::new(line).size(SIZE_SMALL).color(theme.muted));
    }
}
