//! The signs of the stances, and what they mean.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Frame, Label, Margin, Panel, TextFormat, Ui, vec2};

use crate::app::theme::{PANEL_MARGIN, SIZE_SMALL, Theme, plain, strong};
use crate::app::words;
use crate::model::Stance;

/// The sign of a stance, so that none has to be told by colour.
pub(super) const fn sign(stance: Stance) -> &'static str {
    match stance {
        Stance::Same => "",
        Stance::Differs => "≠",
        Stance::Hedged => "~",
        Stance::Stronger => "+",
        Stance::Narrower => "<",
        Stance::Broader => ">",
    }
}

/// Draws a line at the foot of the matrix that tells what its signs mean.
pub(super) fn legend_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(PANEL_MARGIN, 4));
    Panel::bottom("signs of the matrix").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 18.0;
            ui.spacing_mut().item_spacing = vec2(16.0, 2.0);
            for (sign, word) in signs() {
                // Sign and word stay together where a second line begins.
                let mut job = LayoutJob::default();
                let ink = TextFormat::simple(strong(SIZE_SMALL), theme.ink);
                job.append(sign, 0.0, ink);
                job.append(word, 6.0, TextFormat::simple(plain(SIZE_SMALL), theme.muted));
                ui.add(Label::new(job).extend());
            }
        });
    });
}

fn signs() -> Vec<(&'static str, &'static str)> {
    let stances = Stance::ALL.into_iter().filter(|stance| *stance != Stance::Same);
    let stances = stances.map(|stance| (sign(stance), words::stance(stance)));
    stances.chain([("—", words::matrix().is_silent)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_stances_share_a_sign() {
        let mut all: Vec<_> = signs().into_iter().map(|(sign, _)| sign).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(
            all.len(),
            Stance::ALL.len(),
            "one for each stance but the same, and one for silence"
        );
    }
}
