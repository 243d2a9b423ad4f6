//! Questions and messages in front of the window.

mod details;
mod evidence;
mod moving;
mod path;
mod sheet;

use eframe::egui::text::CCursorRange;
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{self, Context, Frame, Id, Modal, Response, RichText, TextEdit, Ui};

pub(crate) use self::details::{DetailsForm, Then};
pub(crate) use self::evidence::EvidenceForm;
use self::moving::MoveForm;
pub(crate) use self::path::{PathForm, Trouble};
use super::action::Action;
use super::command::Command;
use super::theme::{SIZE_HEADING, Theme, strong};
use super::words;
use crate::model::{ArticleId, ClaimId, Date, Metadata, Project};

/// What stands in front of the window.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Dialog {
    /// Something to read, with buttons that do something about it.
    Message {
        /// What happened.
        title: String,
        /// More of it; one paragraph a line.
        lines: Vec<String>,
        /// Buttons and what they do, the first one for `Enter`.
        choices: Vec<(&'static str, Action)>,
    },
    /// A path to type, where the system has no dialog.
    TypedPath(PathForm),
    /// What the review is called, and the reviewer.
    Details(Box<DetailsForm>),
    /// What an article says of itself.
    Metadata(ArticleId, Box<MetadataForm>),
    /// A piece of evidence.
    Evidence(Box<EvidenceForm>),
    /// Where a passage moves to.
    MovePassage(Box<MoveForm>),
    /// The sheet of keys.
    Keys,
}

/// An article's metadata as it is typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct MetadataForm {
    title: String,
    outlet: String,
    author: String,
    published: String,
    rest: Metadata,
}

impl MetadataForm {
    /// A form that holds `metadata`.
    pub(crate) fn new(metadata: &Metadata) -> Self {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        Self {
            title: text(&metadata.title),
            outlet: text(&metadata.outlet),
            author: text(&metadata.author),
            published: metadata.published.map(|date| date.to_string()).unwrap_or_default(),
            rest: metadata.clone(),
        }
    }

    /// What was typed; `None` while the date is no date.
    fn metadata(&self) -> Option<Metadata> {
        let text = |field: &str| Some(field.trim().to_owned()).filter(|field| !field.is_empty());
        let published = match self.published.trim() {
            "" => None,
            date => Some(date.parse::<Date>().ok()?),
        };
        Some(Metadata {
            title: text(&self.title),
            outlet: text(&self.outlet),
            author: text(&self.author),
            published,
            ..self.rest.clone()
        })
    }
}

impl Dialog {
    /// Asks where the passage of that index moves to.
    pub(crate) fn move_passage(claim: ClaimId, index: usize) -> Self {
        Self::MovePassage(Box::new(MoveForm::new(claim, index)))
    }

    /// Whether nothing is lost or left undecided when it is shut by a click beside it.
    fn may_be_passed_over(&self) -> bool {
        match self {
            Self::Message { choices, .. } => choices.len() < 2,
            Self::Keys => true,
            _ => false,
        }
    }

    /// A message with nothing to decide.
    pub(crate) fn message(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self::Message {
            title: title.into(),
            lines,
            choices: vec![(words::dialogs().ok, Action::CloseDialog)],
        }
    }
}

/// Draws the dialog in front of everything.
pub(crate) fn dialog_ui(
    ctx: &Context,
    dialog: &mut Dialog,
    project: Option<&Project>,
    actions: &mut Vec<Action>,
) {
    let frame = Frame::popup(&ctx.global_style()).inner_margin(20);
    // Each kind has a size of its own, which the window remembers.
    let id = Id::unique(("dialog", std::mem::discriminant(dialog)));
    let response = Modal::new(id).frame(frame).show(ctx, |ui| {
        let window = ctx.content_rect().width();
        let usual = 460.0_f32.min(window - 64.0);
        ui.set_width(if *dialog == Dialog::Keys { sheet::width(window) } else { usual });
        match dialog {
            Dialog::Message { title, lines, choices } => {
                message_ui(ui, title, lines, choices, actions);
            }
            Dialog::TypedPath(form) => path::path_ui(ui, form, actions),
            Dialog::Details(form) => details::details_ui(ui, form, actions),
            Dialog::Metadata(article, form) => metadata_ui(ui, *article, form, actions),
            Dialog::Evidence(form) => evidence::evidence_ui(ui, form, actions),
            Dialog::MovePassage(form) => moving::move_ui(ui, form, project, actions),
            Dialog::Keys => sheet::sheet_ui(ui, actions),
        }
    });
    // A click beside a question, or beside a form that is half written, is no answer.
    let is_beside = response.backdrop_response.clicked();
    if response.should_close() && (!is_beside || dialog.may_be_passed_over()) {
        actions.push(Action::CloseDialog);
    }
}

fn title_ui(ui: &mut Ui, title: &str) {
    ui.label(RichText::new(title).font(strong(SIZE_HEADING)));
    ui.add_space(4.0);
}

fn message_ui(
    ui: &mut Ui,
    title: &str,
    lines: &[String],
    choices: &[(&'static str, Action)],
    actions: &mut Vec<Action>,
) {
    title_ui(ui, title);
    egui::ScrollArea::vertical().max_height(280.0).min_scrolled_height(280.0).show(ui, |ui| {
        for line in lines {
            ui.label(line);
        }
    });
    let is_enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
    buttons_ui(ui, |ui| {
        for (index, (label, action)) in choices.iter().enumerate() {
            let button = if index == 0 { primary(ui, label) } else { egui::Button::new(*label) };
            if ui.add(button).clicked() || (index == 0 && is_enter) {
                actions.push(action.clone());
            }
        }
    });
}

fn metadata_ui(
    ui: &mut Ui,
    article: ArticleId,
    form: &mut MetadataForm,
    actions: &mut Vec<Action>,
) {
    let words = words::dialogs();
    title_ui(ui, words.metadata);
    let fields = [
        (words.title, &mut form.title),
        (words.outlet, &mut form.outlet),
        (words.author, &mut form.author),
        (words.published, &mut form.published),
    ];
    let ended = fields.map(|(label, text)| field_ui(ui, label, text));
    let metadata = form.metadata();
    if metadata.is_none() {
        let theme = Theme::of(ui.ctx());
        ui.label(RichText::new(words.date_hint).color(theme.disputed.mark));
    }
    buttons_ui(ui, |ui| {
        let keep = ui.add_enabled(metadata.is_some(), primary(ui, words.keep));
        if let Some(metadata) = metadata.filter(|_| keep.clicked() || ended.contains(&true)) {
            actions.push(Action::CloseDialog);
            actions.push(Action::SetMetadata(article, Box::new(metadata)));
        }
        cancel_ui(ui, actions);
    });
}

/// A field under its name; whether `Enter` ended it.
fn field_ui(ui: &mut Ui, label: &str, text: &mut String) -> bool {
    let field = text_ui(ui, label, text);
    ends(ui, &field)
}

/// A field under its name, which has the keyboard where nothing else has.
fn text_ui(ui: &mut Ui, label: &str, text: &mut String) -> Response {
    let label = ui.label(label);
    let is_first = ui.memory(|memory| memory.focused().is_none());
    let field =
        ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY)).labelled_by(label.id);
    if is_first {
        field.request_focus();
        select_all(ui, field.id, text);
    }
    field
}

/// Whether `Enter` ends what is typed into a field.
fn ends(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
}

/// Whether a form with a field of several lines, where `Enter` begins a line, is kept by the keyboard.
fn is_kept(ui: &Ui) -> bool {
    ui.input(|input| input.modifiers.command && input.key_pressed(egui::Key::Enter))
}

/// Selects what stands in a field, so that typing takes its place.
fn select_all(ui: &Ui, field: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::select_all_str(text)));
    state.store(ui.ctx(), field);
}

/// The row of buttons at the foot, the first one at the right.
pub(crate) fn buttons_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.add_space(8.0);
    let size = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), add);
}

fn cancel_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    if ui.button(words::dialogs().cancel).clicked() {
        actions.push(Action::CloseDialog);
    }
}

/// The button that goes on.
pub(crate) fn primary<'a>(ui: &Ui, label: &'a str) -> egui::Button<'a> {
    let theme = Theme::of(ui.ctx());
    egui::Button::new(RichText::new(label).color(theme.on_accent))
        .fill(theme.accent)
        .stroke(egui::Stroke::NONE)
}

/// What is asked before unsaved work would be lost.
pub(crate) fn unsaved(title: &str, then: Action) -> Dialog {
    let words = words::dialogs();
    Dialog::Message {
        title: words::fill(words.save_changes, &[&title]),
        lines: vec![words.lost_unless_saved.into()],
        choices: vec![
            (words.save, Action::SaveThen(Box::new(then.clone()))),
            (words.go_on_unsaved, Action::Discard(Box::new(then))),
            (words.cancel, Action::CloseDialog),
        ],
    }
}

/// What is asked before evidence that was begun would be lost: the draft of that number, on the claim
/// of that summary.
pub(crate) fn unfinished(number: usize, summary: &str, then: Action) -> Dialog {
    let words = words::dialogs();
    Dialog::Message {
        title: words.evidence_begun.into(),
        lines: vec![summary.to_owned()],
        choices: vec![
            (words.go_on_with_it, Action::ResumeEvidence(number)),
            (words.throw_away, Action::DropDrafts(Box::new(then))),
            (words.cancel, Action::CloseDialog),
        ],
    }
}

/// What is said when another program changed the file.
pub(crate) fn changed_outside(reason: String) -> Dialog {
    let words = words::dialogs();
    Dialog::Message {
        title: words.changed_outside.into(),
        lines: vec![reason, words.would_undo.into()],
        choices: vec![
            (words.save_as, Action::Command(Command::SaveAs)),
            (words.save_anyway, Action::SaveAnyway),
            (words.cancel, Action::CloseDialog),
        ],
    }
}
