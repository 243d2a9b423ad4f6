//! How many claims bear which tag, as large numbers.

use eframe::egui::{Color32, Ui, pos2, vec2};

use super::View;
use super::card::{link, title_ui};
use crate::app::action::Action;
use crate::app::mark;
use crate::app::theme::{SIZE_SMALL, Theme, plain, strong};
use crate::app::view::{ClaimFilter, Facet, TagFilter};
use crate::app::words;
use crate::model::Tag;
use crate::storage::settings::MainView;

/// Size of the numbers.
const SIZE: f32 = 24.0;

/// Where there is less room, what is said of the numbers is short.
const NARROW: f32 = 580.0;

/// A number with what it counts and where it leads.
struct Count {
    number: usize,
    words: String,
    /// The mark that stands before it.
    mark: Mark,
    leads_to: Action,
}

/// What stands before a number.
#[derive(Clone, Copy)]
enum Mark {
    /// Nothing: it counts more than claims of one tag.
    Nothing,
    /// The mark of a tag, or of none.
    Of(Option<Tag>),
}

/// Draws the numbers.
pub(super) fn counts_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    title_ui(ui, words::overview().review);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        let room = ui.available_width();
        if room < NARROW {
            ui.spacing_mut().item_spacing.x = 16.0;
        }
        for count in counts(view, room) {
            count_ui(ui, count, actions);
        }
    });
}

fn counts(view: &View<'_>, room: f32) -> Vec<Count> {
    let words = words::overview();
    let all = Count {
        number: view.facets.all,
        words: words.claims.to_owned(),
        mark: Mark::Nothing,
        leads_to: Action::ShowClaims(Box::default()),
    };
    let alone = view.values.agreed_alone;
    let agreed = if alone > 0 && room >= NARROW {
        words::fill(words.agreed_alone, &[&words::number(alone)])
    } else {
        words.agreed.to_owned()
    };
    let of_tag = |tag: Option<Tag>, words: String| Count {
        number: view.facets.count(&Facet::Tag(tag)),
        words,
        mark: Mark::Of(tag),
        leads_to: Action::ShowClaims(Box::new(ClaimFilter {
            tag: TagFilter::Only(tag),
            ..ClaimFilter::default()
        })),
    };
    let mut counts = vec![
        all,
        of_tag(Some(Tag::Agreed), agreed),
        of_tag(Some(Tag::Disputed), words.disputed.to_owned()),
        of_tag(Some(Tag::Unique), words.unique.to_owned()),
        of_tag(None, words.untagged.to_owned()),
    ];
    counts.extend(view.unchecked.map(|number| Count {
        number,
        words: if room < NARROW { words.legend_none } else { words.unchecked }.to_owned(),
        mark: Mark::Nothing,
        leads_to: Action::Show(MainView::Unchecked),
    }));
    counts
}

fn count_ui(ui: &mut Ui, count: Count, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let colour: Color32 = match count.mark {
        Mark::Nothing => theme.ink,
        Mark::Of(tag) => theme.tag(tag).mark,
    };
    let number = words::number(count.number);
    let name = format!("{number} {}", count.words);
    let number = ui.painter().layout_no_wrap(number, strong(SIZE), colour);
    let below = ui.painter().layout_no_wrap(count.words, plain(SIZE_SMALL), theme.muted);
    let indent = if matches!(count.mark, Mark::Of(_)) { 26.0 } else { 0.0 };
    let width = (indent + number.size().x).max(below.size().x);
    let response = link(ui, vec2(width, 50.0), &name);
    let rect = response.rect;
    let middle = rect.top() + 15.0;
    if let Mark::Of(tag) = count.mark {
        let centre = pos2(rect.left() + 9.0, middle);
        ui.painter().add(mark::shape(centre, 17.0, tag, colour));
    }
    let top = middle - number.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + indent, top), number, colour);
    let below_colour = if response.hovered() { theme.accent } else { theme.muted };
    ui.painter().galley_with_override_text_color(
        pos2(rect.left(), rect.top() + 33.0),
        below,
        below_colour,
    );
    if response.clicked() {
        actions.push(count.leads_to);
    }
}
