//! What stands above a column: title, outlet, date, family, words, and how much of it claims cover.
//!
//! A press brings the article to the front, a drag moves its column.

use std::collections::BTreeMap;

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, FontId, Id, Rect, Response, RichText, Role, Sense, Shape,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, text, vec2,
};

use super::arrangement::Arrangement;
use super::column::Size;
use super::highlight::Highlights;
use super::place::Place;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::menu::lay_out_menu;
use crate::app::theme::{SIZE_BODY, SIZE_SMALL, Theme, plain, strong};
use crate::app::words;
use crate::model::{Article, ArticleId, Tag};

/// How high the header is.
pub(super) const HEIGHT: f32 = 68.0;
/// No coverage bar is narrower for the sake of words beside it.
const LEAST_BAR: f32 = 48.0;
/// The side of the button for the menu.
const MENU: f32 = 22.0;

/// The name of an article's header to the pointer.
pub(super) fn id(article: ArticleId) -> Id {
    Id::unique(("header of article", article.0))
}

/// What a header shows.
#[derive(Clone, Copy)]
pub(super) struct HeaderInput<'a> {
    pub(super) article: &'a Article,
    pub(super) families: &'a BTreeMap<ArticleId, usize>,
    pub(super) highlights: &'a Highlights,
    pub(super) size: Size,
    pub(super) arrangement: &'a Arrangement,
    /// Whether keys are for this article.
    pub(super) is_front: bool,
}

/// Draws a header and returns how the pointer stands to it.
pub(super) fn header_ui(
    ui: &mut Ui,
    place: &Place,
    input: &HeaderInput<'_>,
    actions: &mut Vec<Action>,
) -> Response {
    let theme = Theme::of(ui.ctx());
    let (article, rect) = (input.article, place.header);
    let all = place.whole.with_max_y(rect.bottom());
    let response = ui.interact(all, id(article.id), Sense::click_and_drag());
    let line = second_line(article);
    let family = family_line(article.id, input.families);
    let number = place.slot.number;
    response.widget_info(|| {
        let values: [&dyn std::fmt::Display; 4] = [&number, &article.headline(), &line, &family];
        let name = words::fill(words::articles().header, &values);
        WidgetInfo::labeled(Role::Heading, true, name)
    });
    number_ui(ui, rect, number, input.is_front, &theme);
    let right = if input.arrangement.is_pinned(article.id) { MENU + 16.0 } else { MENU };
    let width = rect.width() - 24.0 - right;
    let y = rect.top() + 11.0;
    let title = put_line(
        ui,
        (rect.left() + 24.0, y),
        width,
        article.headline(),
        strong(SIZE_BODY),
        theme.ink,
    );
    if input.arrangement.is_pinned(article.id) {
        pin(ui, pos2(rect.right() - MENU - 8.0, title.center().y), theme.accent);
    }
    let at = (rect.left(), y + 20.0);
    put_line(ui, at, rect.width(), &line, plain(SIZE_SMALL), theme.muted);
    let y = y + 45.0;
    let right = family_ui(ui, rect, y, (article.id, input.families), &theme);
    coverage_ui(ui, rect.with_max_x(right), y, input, &theme);
    menu_button_ui(ui, rect, number, input, actions);
    if response.has_focus() {
        let stroke = Stroke::new(1.5, theme.accent);
        ui.painter().rect_stroke(
            all.shrink(2.0),
            CornerRadius::same(6),
            stroke,
            StrokeKind::Inside,
        );
    }
    response.context_menu(|ui| menu_ui(ui, number, input, actions));
    if response.clicked() {
        actions.push(Action::ShowArticle(article.id));
    }
    let words = words_line(input.size.words);
    let more = [article.headline(), &line, &words, &family, &article.source.name];
    let more: Vec<_> = more.into_iter().filter(|line| !line.is_empty()).collect();
    response.on_hover_cursor(CursorIcon::Grab).on_hover_text(more.join("\n"))
}

/// The article's number, which is its key; filled where keys are for it.
fn number_ui(ui: &Ui, header: Rect, number: usize, is_front: bool, theme: &Theme) {
    let rect = Rect::from_min_size(pos2(header.left(), header.top() + 11.0), vec2(17.0, 17.0));
    let (fill, ink) =
        if is_front { (theme.accent, theme.on_accent) } else { (theme.background, theme.muted) };
    ui.painter().rect(
        rect,
        CornerRadius::same(4),
        fill,
        Stroke::new(1.0, if is_front { theme.accent } else { theme.hairline }),
        StrokeKind::Inside,
    );
    let align = eframe::egui::Align2::CENTER_CENTER;
    ui.painter().text(rect.center(), align, number.to_string(), strong(11.0), ink);
}

/// Outlet and date, as far as they are known; else the file, where that is not the title already.
fn second_line(article: &Article) -> String {
    let (outlet, file) = (article.metadata.outlet.as_deref(), article.source.name.as_str());
    let name = outlet.filter(|outlet| !outlet.is_empty()).or(Some(file));
    let name = name.filter(|name| *name != article.headline()).map(str::to_owned);
    let date = article.metadata.published.map(words::date);
    let line = [name, date].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if line.is_empty() { words::articles().unknown_outlet.to_owned() } else { line }
}

/// The articles that share their origin with this one, in words; empty where that is not known.
fn family_line(article: ArticleId, families: &BTreeMap<ArticleId, usize>) -> String {
    let Some(own) = families.get(&article) else { return String::new() };
    match families.values().filter(|family| *family == own).count() {
        1 => words::fill(words::articles().own_origin, &[own]),
        count => words::fill(words::articles().shared_origin, &[own, &count]),
    }
}

fn words_line(count: usize) -> String {
    let words = words::articles();
    words::counted(count, words.one_word, words.many_words)
}

/// The family as a mark at the right end of the line at `y`, filled where other articles belong to it
/// too; returns where it begins.
fn family_ui(
    ui: &Ui,
    header: Rect,
    y: f32,
    (article, families): (ArticleId, &BTreeMap<ArticleId, usize>),
    theme: &Theme,
) -> f32 {
    let Some(own) = families.get(&article) else { return header.right() };
    let is_shared = families.values().filter(|family| *family == own).count() > 1;
    let word = words::fill(words::articles().family, &[own]);
    let galley = ui.painter().layout_no_wrap(word, plain(11.0), theme.muted);
    let size = galley.size() + vec2(12.0, 2.0);
    let rect = Rect::from_center_size(pos2(header.right() - size.x / 2.0, y), size);
    let fill = if is_shared { theme.chosen } else { theme.panel };
    let stroke = Stroke::new(1.0, if is_shared { theme.muted } else { theme.hairline });
    ui.painter().rect(rect, CornerRadius::same(8), fill, stroke, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, theme.muted);
    rect.left() - 8.0
}

fn put_line(
    ui: &Ui,
    (x, y): (f32, f32),
    width: f32,
    line: &str,
    font: FontId,
    colour: Color32,
) -> Rect {
    let mut job = text::LayoutJob::simple_singleline(line.to_owned(), font, colour);
    job.wrap = text::TextWrapping::truncate_at_width(width.max(20.0));
    let galley = ui.painter().layout_job(job);
    let rect = Rect::from_min_size(pos2(x, y), galley.size());
    ui.painter().galley(rect.min, galley, colour);
    rect
}

/// How much of the article lies in claims, and how long it is where there is room for that.
fn coverage_ui(ui: &Ui, room: Rect, y: f32, input: &HeaderInput<'_>, theme: &Theme) {
    let words = words_line(input.size.words);
    let galley = ui.painter().layout_no_wrap(words, plain(11.0), theme.muted);
    let mut right = room.right();
    if room.width() > galley.size().x + LEAST_BAR {
        right -= galley.size().x;
        ui.painter().galley(pos2(right, y - galley.size().y / 2.0), galley, theme.muted);
        right -= 8.0;
    }
    let bar = Rect::from_min_max(pos2(room.left(), y - 2.0), pos2(right, y + 2.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), theme.untagged.tint);
    let whole = input.size.bytes.max(1) as f32;
    let mut x = bar.left();
    let tags = [Some(Tag::Agreed), Some(Tag::Disputed), Some(Tag::Unique), None];
    for (tag, bytes) in tags.into_iter().zip(input.highlights.coverage()) {
        let width = (bytes as f32 / whole * bar.width()).min(bar.right() - x).max(0.0);
        let piece = Rect::from_min_size(pos2(x, bar.top()), vec2(width, bar.height()));
        let colour = if tag.is_some() { theme.tag(tag).mark } else { theme.hairline };
        ui.painter().rect_filled(piece, CornerRadius::ZERO, colour);
        x += width;
    }
}

fn pin(ui: &Ui, centre: eframe::egui::Pos2, colour: Color32) {
    let head = Rect::from_center_size(centre - vec2(0.0, 3.0), vec2(7.0, 5.0));
    ui.painter().rect_filled(head, CornerRadius::same(2), colour);
    ui.painter().hline(centre.x - 5.0..=centre.x + 5.0, centre.y + 0.5, Stroke::new(1.5, colour));
    ui.painter().vline(centre.x, centre.y..=centre.y + 6.0, Stroke::new(1.2, colour));
}

/// The button that opens the menu without a second mouse button.
fn menu_button_ui(
    ui: &mut Ui,
    header: Rect,
    number: usize,
    input: &HeaderInput<'_>,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let rect =
        Rect::from_min_size(pos2(header.right() - MENU, header.top() + 9.0), vec2(MENU, MENU));
    let response =
        ui.interact(rect, ui.scope_id().with(("menu", input.article.id)), Sense::click());
    let name = words::fill(words::articles().menu_of, &[&number]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), theme.background);
    }
    let dots = [-5.0, 0.0, 5.0]
        .map(|x| Shape::circle_filled(rect.center() + vec2(x, 0.0), 1.4, theme.muted));
    ui.painter().extend(dots);
    eframe::egui::Popup::menu(&response).show(|ui| menu_ui(ui, number, input, actions));
    response.on_hover_text(name);
}

fn menu_ui(ui: &mut Ui, number: usize, input: &HeaderInput<'_>, actions: &mut Vec<Action>) {
    let (article, arrangement, words) = (input.article.id, input.arrangement, words::articles());
    let pin = if arrangement.is_pinned(article) { words.unpin } else { words.pin };
    let alone = if arrangement.is_solo(article) { words.not_alone } else { words.alone };
    let of_column = [
        (pin, Command::PinArticle),
        (words.hide, Command::HideArticle),
        (alone, Command::SoloArticle),
        (words.to_the_left, Command::MoveArticleLeft),
        (words.to_the_right, Command::MoveArticleRight),
        (words.even, Command::EvenWidths),
    ];
    lay_out_menu(ui);
    for (name, command) in of_column {
        let button = eframe::egui::Button::new(name).shortcut_text(command.keys_text());
        if ui.add(button).clicked() {
            // Commands are for the article in front.
            actions.push(Action::ShowArticle(article));
            actions.push(Action::Command(command));
        }
    }
    ui.separator();
    let edit =
        eframe::egui::Button::new(words.edit).shortcut_text(Command::EditArticle.keys_text());
    if ui.add(edit).clicked() {
        actions.push(Action::EditMetadata(article));
    }
    if ui.button(words.take_out).clicked() {
        actions.push(Action::RemoveArticle(article));
    }
    ui.separator();
    let file = words::fill(words.number_and_file, &[&number, &input.article.source.name]);
    ui.label(RichText::new(file).size(SIZE_SMALL).color(Theme::of(ui.ctx()).muted));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_the_title_is_not_told_twice() {
        let mut article = crate::review::actions::tests::article(1, "A ferry runs.");
        assert_eq!(second_line(&article), "Outlet and date not known");
        article.metadata.published = Some(crate::model::Date::constant(2024, 3, 6));
        assert_eq!(second_line(&article), "6 Mar 2024");
        article.metadata.title = Some("Ferry".into());
        assert_eq!(second_line(&article), "1.txt · 6 Mar 2024");
        article.metadata.outlet = Some("Wire".into());
        assert_eq!(second_line(&article), "Wire · 6 Mar 2024");
    }

    #[test]
    fn an_article_of_its_own_origin_is_told_from_a_copy() {
        let families = [(ArticleId(1), 1), (ArticleId(2), 1), (ArticleId(3), 2)].into();
        assert_eq!(family_line(ArticleId(1), &families), "family 1, 2 articles of one origin");
        assert_eq!(family_line(ArticleId(3), &families), "family 2, of its own origin");
        assert_eq!(family_line(ArticleId(9), &families), "");
    }
}
