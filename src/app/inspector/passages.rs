//! The claim's passages, one under the other, with the words that differ.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Button, Context, Frame, Label, Layout, Margin, Popup, Response, RichText, Role, Sense,
    Stroke, TextFormat, Ui, WidgetInfo, vec2,
};

use super::{Inspected, compare};
use crate::app::action::Action;
use crate::app::claims::heading;
use crate::app::menu::lay_out_menu;
use crate::app::theme::{CORNER_MARK, SIZE_SMALL, Theme, serif, serif_bold};
use crate::app::view::place_of;
use crate::app::words;
use crate::model::{Claim, Origin, Passage, Place, Stance};
use crate::text::{Span, collapse_white_space};

/// Size of the passages' type.
const SIZE: f32 = 14.5;

/// Draws the passages; the words at `pointed` stand out.
pub(super) fn passages_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    pointed: &[Place],
    actions: &mut Vec<Action>,
) {
    ui.add_space(2.0);
    ui.label(heading(words::inspector().passages, &it.theme));
    for (index, passage) in it.claim.passages.iter().enumerate() {
        let response = passage_ui(ui, it, index, passage, pointed, actions);
        if response.clicked() {
            actions.push(Action::LookAt(place_of(passage)));
        }
        if it.passage_to_show == Some(index) {
            response.scroll_to_me(None);
        }
        response.context_menu(|ui| menu_ui(ui, it, index, actions));
    }
}

fn passage_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    index: usize,
    passage: &Passage,
    pointed: &[Place],
    actions: &mut Vec<Action>,
) -> Response {
    let theme = &it.theme;
    let is_looked_at = it.passage == Some(index);
    let id = ui.scope_id().with(("passage", it.claim.id, index));
    // The whole passage is pressed; what is drawn later, its menus, lies above it.
    let place = ui.data(|data| data.get_temp(id)).unwrap_or(eframe::egui::Rect::NOTHING);
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListItem, true, is_looked_at, passage.quote.clone())
    });
    let behind = if is_looked_at || response.hovered() { theme.background } else { theme.panel };
    let margin = Margin { left: 10, right: 0, top: 2, bottom: 4 };
    let frame = Frame::new().fill(behind).corner_radius(CORNER_MARK).inner_margin(margin);
    let shown = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 18.0;
        source_ui(ui, it, index, passage, actions);
        let marks = marks(ui.ctx(), it, index, passage, pointed);
        let job = marked(&passage.quote, passage.span, &marks, theme);
        ui.add(Label::new(job).wrap().selectable(false));
    });
    let rect = shown.response.rect;
    ui.data_mut(|data| data.insert_temp(id, rect));
    if rect != place {
        ui.ctx().request_repaint();
    }
    let line = if is_looked_at {
        Stroke::new(3.0, theme.accent)
    } else {
        Stroke::new(2.0, theme.hairline)
    };
    ui.painter().vline(rect.left(), rect.y_range(), line);
    response
}

/// Where the passage stands, its stance, and what can be done with it.
fn source_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    index: usize,
    passage: &Passage,
    actions: &mut Vec<Action>,
) {
    let (words, theme) = (words::inspector(), &it.theme);
    let small = |text: &str| RichText::new(text).size(SIZE_SMALL).color(theme.muted);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let more = dots_ui(ui, &words::fill(words.passage_menu, &[&(index + 1)]), theme);
            Popup::menu(&more).show(|ui| menu_ui(ui, it, index, actions));
            stance_ui(ui, it, index, passage, actions);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let label = Label::new(small(&source_line(it, index, passage))).truncate();
                let label = ui.add(label);
                if is_reference(it, index) {
                    label.on_hover_text(words.reference_hint);
                }
            });
        });
    });
}

/// Three dots, one above the other, that open a menu.
fn dots_ui(ui: &mut Ui, name: &str, theme: &Theme) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let is_marked = response.hovered() || response.has_focus();
    let colour = if is_marked { theme.ink } else { theme.muted };
    for step in [-5.0, 0.0, 5.0] {
        ui.painter().circle_filled(rect.center() + vec2(0.0, step), 1.3, colour);
    }
    response.on_hover_text(name)
}

fn stance_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    index: usize,
    passage: &Passage,
    actions: &mut Vec<Action>,
) {
    let theme = &it.theme;
    let is_same = passage.stance == Stance::Same;
    let colour = if is_same { theme.muted } else { theme.ink };
    let name = if is_compared(it.claim, passage) {
        words::stance(passage.stance)
    } else {
        words::inspector().not_compared
    };
    let button = Button::new(RichText::new(name).size(SIZE_SMALL).color(colour)).frame(false);
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        lay_out_menu(ui);
        for stance in Stance::ALL {
            if ui.selectable_label(passage.stance == stance, words::stance(stance)).clicked() {
                actions.push(Action::SetStance(it.claim.id, index, stance));
                ui.close();
            }
        }
    });
    let hint = words::fill(words::inspector().stance_of, &[&(index + 1), &name]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &hint));
    response.on_hover_text(words::inspector().stance_hint);
}

/// Whether the program or a reviewer said how a passage stands to its claim.
fn is_compared(claim: &Claim, passage: &Passage) -> bool {
    claim.origin == Origin::Program || claim.suggestion.is_some() || passage.stance != Stance::Same
}

/// What can be done with a passage.
fn menu_ui(ui: &mut Ui, it: &Inspected<'_>, index: usize, actions: &mut Vec<Action>) {
    lay_out_menu(ui);
    let (words, claim) = (words::inspector(), it.claim.id);
    let has_others = it.claim.passages.len() > 1;
    let mut item_ui = |name: &str, is_possible: bool, action: Action| {
        if ui.add_enabled(is_possible, Button::new(name)).clicked() {
            actions.push(action);
            ui.close();
        }
    };
    let is_other = it.reference != index;
    item_ui(words.compare_with, has_others && is_other, Action::SetReference(claim, index));
    item_ui(words.split_off, has_others, Action::SplitOff(claim, index));
    item_ui(words.move_to, true, Action::AskMove(claim, index));
    item_ui(words.take_out, has_others, Action::RemovePassage(claim, index));
}

/// "2  reference · Daily Echo · 3 Mar 2024 · family 1".
fn source_line(it: &Inspected<'_>, index: usize, passage: &Passage) -> String {
    let words = words::inspector();
    let Some(article) = it.project.article(passage.article) else { return String::new() };
    let number = it.project.article_index(passage.article).map_or(0, |index| index + 1);
    let date = article.metadata.published.map(words::date);
    let family = it.families.get(&passage.article);
    let family = family.map(|family| words::fill(words.family, &[family]));
    let reference = is_reference(it, index).then(|| words.reference.to_owned());
    // What is cut where there is no room comes last.
    let name = Some(article.short_name().to_owned());
    let told =
        [reference, name, date, family].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    format!("{number}  {told}")
}

/// Whether the other passages are compared with that one.
fn is_reference(it: &Inspected<'_>, index: usize) -> bool {
    it.reference == index && it.claim.passages.len() > 1
}

/// How much words of a passage stand out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Mark {
    /// The passage it is compared with has other words there.
    Unlike,
    /// They are a reason for the suggestion.
    Reason,
    /// They are the reason that is pointed at.
    Pointed,
}

/// The words of a passage that stand out, in the order of their places; where marks overlap, the
/// stronger comes later.
fn marks(
    ctx: &Context,
    it: &Inspected<'_>,
    index: usize,
    passage: &Passage,
    pointed: &[Place],
) -> Vec<(Span, Mark)> {
    let within = |place: &Place| {
        let is_here = place.article == passage.article;
        is_here.then(|| place.span.intersection(passage.span)).flatten()
    };
    let reasons = it.claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    let places = reasons.flat_map(|reason| &reason.places).filter_map(within);
    let mut marks: Vec<_> = places.map(|span| (span, Mark::Reason)).collect();
    marks.extend(pointed.iter().filter_map(within).map(|span| (span, Mark::Pointed)));
    let reference = it.claim.passages.get(it.reference).filter(|_| it.reference != index);
    if let Some(reference) = reference {
        let start = passage.span.start();
        let unlike = compare::kept_unlike(ctx, &reference.quote, &passage.quote).into_iter();
        let unlike = unlike.map(|range| Span::new(start + range.start, start + range.end));
        marks.extend(unlike.map(|span| (span, Mark::Unlike)));
    }
    marks
}

/// The stretches of `place` between the ends of all marks, each with the strongest mark on it.
fn stretches(place: Span, marks: &[(Span, Mark)]) -> Vec<(Span, Option<Mark>)> {
    let mut cuts: Vec<_> = marks.iter().flat_map(|(span, _)| [span.start(), span.end()]).collect();
    cuts.extend([place.start(), place.end()]);
    cuts.sort_unstable();
    cuts.dedup();
    let pairs = cuts.windows(2).filter_map(|pair| match pair {
        [from, to] => Span::new(*from, *to).intersection(place),
        _ => None,
    });
    let strongest = |stretch: Span| {
        let over = marks.iter().filter(|(span, _)| span.overlap(stretch) > 0);
        over.map(|(_, mark)| *mark).max()
    };
    pairs.map(|stretch| (stretch, strongest(stretch))).collect()
}

/// A quote with the words that stand out.
fn marked(quote: &str, place: Span, marks: &[(Span, Mark)], theme: &Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (stretch, mark) in stretches(place, marks) {
        let range = stretch.start() - place.start()..stretch.end() - place.start();
        let piece = quote.get(range).unwrap_or_default();
        if !piece.is_empty() {
            job.append(&keep_ends(piece), 0.0, format(mark, theme));
        }
    }
    job
}

fn format(mark: Option<Mark>, theme: &Theme) -> TextFormat {
    let plain = TextFormat::simple(serif(SIZE), theme.ink);
    let bold = TextFormat {
        background: theme.differing,
        ..TextFormat::simple(serif_bold(SIZE), theme.ink)
    };
    match mark {
        None => plain,
        Some(Mark::Unlike) => TextFormat { underline: Stroke::new(1.0, theme.muted), ..plain },
        Some(Mark::Reason) => bold,
        Some(Mark::Pointed) => TextFormat { underline: Stroke::new(2.0, theme.accent), ..bold },
    }
}

/// Text on one line, with a space at either end where there was white space.
fn keep_ends(piece: &str) -> String {
    let line = collapse_white_space(piece);
    let has_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let before = if has_space(piece.chars().next()) { " " } else { "" };
    let after = if has_space(piece.chars().next_back()) && !line.is_empty() { " " } else { "" };
    format!("{before}{line}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_marks_overlap_the_stronger_shows() {
        let span = Span::new;
        let marks = [(span(12, 18), Mark::Unlike), (span(14, 20), Mark::Reason)];
        let expected = [
            (span(10, 12), None),
            (span(12, 14), Some(Mark::Unlike)),
            (span(14, 18), Some(Mark::Reason)),
            (span(18, 20), Some(Mark::Reason)),
            (span(20, 24), None),
        ];
        assert_eq!(stretches(span(10, 24), &marks), expected);
        assert_eq!(stretches(span(10, 12), &[]), [(span(10, 12), None)]);
    }

    #[test]
    fn a_marked_piece_keeps_the_space_around_it() {
        assert_eq!(keep_ends(" a\n b "), " a b ");
        assert_eq!(keep_ends("a"), "a");
        assert_eq!(keep_ends(" "), " ");
    }
}
