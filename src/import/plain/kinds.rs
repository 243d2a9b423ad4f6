//! Units → what each of them is.
//!
//! The article's sentences part the head of a text from its body. What stands among and below them
//! without being one is judged by what it stands among: a sentence of the article is never dropped
//! for the sake of a doubtful word.

use super::page::Article;
use super::sight::{Sight, sights};
use super::{Unit, body, head, page};
use crate::import::boilerplate::Verdict;
use crate::model::PartKind;

/// The kind of each of `units`.
pub(super) fn kinds(text: &str, units: &[Unit]) -> Vec<PartKind> {
    let sights = sights(text, units);
    let is_body = body::body(&sights);
    let paragraph =
        is_body.iter().zip(&sights).position(|(body, sight)| *body && !sight.unit.has_bullet);
    let (Some(first), Some(last)) = (paragraph, is_body.iter().rposition(|body| *body)) else {
        return sights.iter().map(kind_without_body).collect();
    };
    let headline = head::headline(&sights, first);
    let mut kinds: Vec<PartKind> = (0..sights.len())
        .map(|at| {
            if at < first {
                head::kind(&sights, at, headline, first)
            } else {
                body_kind(&sights, at, headline, &is_body)
            }
        })
        .collect();
    page::mark(&sights, &mut kinds, &Article { is_body: &is_body, body: first..last + 1 });
    kinds
}

/// The kind of a unit of a text that has no sentence.
fn kind_without_body(sight: &Sight) -> PartKind {
    match sight.verdict {
        Verdict::Unknown if sight.unit.has_bullet => PartKind::ListItem,
        Verdict::Unknown => PartKind::Paragraph,
        _ => PartKind::Boilerplate,
    }
}

/// The kind of the unit at `at`, from the first sentence on.
fn body_kind(sights: &[Sight], at: usize, headline: Option<usize>, is_body: &[bool]) -> PartKind {
    let Some(sight) = sights.get(at) else { return PartKind::Boilerplate };
    if is_body.get(at) == Some(&true) {
        let is_item = sight.unit.has_bullet;
        return if is_item { PartKind::ListItem } else { PartKind::Paragraph };
    }
    if let Some(kind) = sight.plain_kind() {
        return kind;
    }
    let repeats =
        headline.and_then(|at| sights.get(at)).is_some_and(|headline| headline.text == sight.text);
    match () {
        () if repeats => PartKind::Headline,
        () if sight.is_prose => PartKind::Boilerplate,
        () if is_subhead(sights, at) => PartKind::Subhead,
        () => PartKind::Paragraph,
    }
}

/// Whether the line at `at` heads the sentences or the list below it.
fn is_subhead(sights: &[Sight], at: usize) -> bool {
    const LONGEST: usize = 14;
    let Some(sight) = sights.get(at) else { return false };
    let below = sights.get(at + 1..).unwrap_or_default();
    let heads = below
        .iter()
        .find(|below| below.is_free())
        .is_some_and(|below| below.is_prose || below.unit.has_bullet);
    sight.words <= LONGEST && heads && !sight.text.ends_with([',', ';', ':', '-', '—'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::plain::units;

    /// Each line opens with the letter of its kind: `h` headline, `s` subhead, `y` byline, `d`
    /// dateline, `c` caption, `i` item, `p` paragraph, `-` boilerplate.
    fn check(marked: &str) {
        let lines: Vec<&str> = marked.lines().map(str::trim).collect();
        let text: Vec<&str> = lines.iter().map(|line| line.get(2..).unwrap_or_default()).collect();
        let text = text.join("\n");
        let units = units(&text);
        let found: Vec<String> = kinds(&text, &units)
            .into_iter()
            .zip(&units)
            .map(|(kind, unit)| format!("{} {}", letter(kind), unit.span.of_or_empty(&text)))
            .collect();
        let wanted: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(found, wanted);
    }

    fn letter(kind: PartKind) -> char {
        match kind {
            PartKind::Headline => 'h',
            PartKind::Subhead => 's',
            PartKind::Byline => 'y',
            PartKind::Dateline => 'd',
            PartKind::Caption => 'c',
            PartKind::ListItem => 'i',
            PartKind::Paragraph => 'p',
            PartKind::Boilerplate => '-',
        }
    }

    #[test]
    fn a_headline_stands_above_lines_with_more_of_the_articles_words() {
        check(
            "- Harbour News
             h Old bridge is shut for good
             s The council says repairs of its cracked pillars would cost four million euros
             y Jo Doe in Gullport
             p The council closed the bridge on Friday after a report on its cracked pillars.
             p Repairs of the pillars would cost four million euros, the council said.",
        );
    }

    #[test]
    fn a_share_bar_below_the_headline_is_no_subhead() {
        check(
            "h Council closes old bridge after report
             y By Jo Doe
             - 41
             - Share
             - Listen to this article (4 min)
             - Updated: 2 hours ago
             p The council closed the old bridge on Friday after a second report.
             p Repairs of the bridge will take two years, the mayor said.",
        );
    }

    #[test]
    fn a_notice_before_the_headline_does_not_open_the_article() {
        check(
            "- Parking is dear this week.
             - Home
             - News
             h Council closes old bridge after report
             p The council closed the old bridge on Friday after a second report.
             p Repairs of the bridge will take two years, the council said.",
        );
    }

    #[test]
    fn a_box_about_the_writer_ends_the_article() {
        check(
            "h Council closes old bridge after report
             y By Jo Doe
             p The council closed the old bridge on Friday after a second report.
             p Repairs of the bridge will take two years.
             - Jo Doe
             - Jo Doe covers the harbour and has won two prizes.
             - Pool opens after repairs",
        );
    }

    #[test]
    fn the_article_goes_on_behind_a_box_of_other_headlines() {
        check(
            "h Rat schließt die alte Brücke
             p Der Rat hat die alte Brücke am Freitag geschlossen.
             - Lesen Sie auch
             - Hallenbad öffnet wieder
             - Lehrer fordern kleinere Klassen
             p Ein Gutachter fand Risse in zwei Pfeilern.
             p Zwei Jahre soll die Reparatur dauern.
             p Niemand wurde gefragt.",
        );
    }

    #[test]
    fn a_line_apart_from_the_box_is_a_subhead() {
        check(
            "h Rat schließt die alte Brücke
             p Der Rat hat die alte Brücke am Freitag geschlossen.

             - Mehr zum Thema
             - Hallenbad öffnet wieder

             s Zwei Jahre Umweg
             p Die Reparatur der Brücke soll zwei Jahre dauern.",
        );
    }

    #[test]
    fn the_page_speaks_to_its_reader_and_the_article_does_not() {
        check(
            "h Un pont fermé après un rapport
             p La mairie a fermé le pont vendredi après un second rapport.
             - Vous avez repéré une erreur dans cet article ?
             p La réparation du pont durera deux ans, selon la mairie.
             - Vous pouvez vous désinscrire de la newsletter à tout moment.",
        );
    }

    #[test]
    fn a_list_that_the_last_sentence_opens_is_the_articles() {
        check(
            "h Cierran el puente viejo tras un informe
             p El ayuntamiento cerró el puente el viernes tras un informe.
             p Quedan abiertos tres puentes:
             p El del puerto
             p El de la estación
             p El nuevo",
        );
    }

    #[test]
    fn the_first_of_several_chapters_has_a_subhead_too() {
        check(
            "h What the town council decided about the bridge

             d 3 May 2024

             s The ruling

             p The council closed the old bridge on Friday after a second report.

             s Costs

             p Repairs will take two years and cost four million euros, the mayor said.

             s Outlook

             p Ferries will cross the river every ten minutes until the bridge is open again.",
        );
    }

    #[test]
    fn a_writers_post_letters_and_day_belong_to_the_head() {
        check(
            "h Council closes old bridge after report
             y By Jo Doe
             y Harbour correspondent
             p The council closed the old bridge on Friday after a second report.
             p Repairs of the bridge will take two years, the mayor said.",
        );
        check(
            "h Rat schließt die alte Brücke

             y (abc)

             p Der Rat hat die alte Brücke am Freitag geschlossen.
             p Die Reparatur der Brücke soll zwei Jahre dauern.",
        );
        check(
            "h Council closes old bridge after report
             d Jo Doe | 3 May 2024 | 4 min read
             p The council closed the old bridge on Friday after a second report.",
        );
    }

    #[test]
    fn what_heads_a_list_is_a_subhead() {
        let text = "Rat schließt die alte Brücke\n3. Mai 2024, 14:05 Uhr\nAlles Nötige in Kürze\n\
            • Brücke seit Freitag zu\n• Reparatur dauert zwei Jahre\n\
            Der Rat hat die alte Brücke am Freitag geschlossen.\n\
            Die Reparatur der Brücke soll zwei Jahre dauern.";
        let letters: String = kinds(text, &units(text)).into_iter().map(letter).collect();
        assert_eq!(letters, "hdsiipp");
    }

    #[test]
    fn a_question_among_other_headlines_is_one_of_them() {
        check(
            "h Council closes old bridge after report
             p The council closed the old bridge on Friday after a second report.
             p Repairs of the bridge will take two years, the mayor said.

             - More on this story
             - Which of the old bridges will the council close next?
             - How ferries cross the river
             - © 2024 Harbour News",
        );
    }

    #[test]
    fn a_block_with_lines_of_the_page_is_the_pages() {
        let paragraphs = "h Council closes old bridge after report

             p The council closed the old bridge on Friday after a second report.

             p Repairs of the bridge will take two years, the mayor said.

             p Ferries cross the river every ten minutes in the meantime.

             p The second report found cracks in two pillars of the bridge.

             ";
        check(&format!(
            "{paragraphs}- Quay & Crane is what dockers read.
             - Imprint | Privacy | Contact
             - It may not be passed on."
        ));
        check(&format!("{paragraphs}p Nobody else was asked.\n\n - Imprint | Privacy | Contact"));
    }

    #[test]
    fn lines_below_the_last_sentence_are_the_pages() {
        check(
            "h Council closes old bridge after report
             y By Jo Doe
             p The council closed the old bridge on Friday after a second report.
             p Repairs of the bridge will take two years, the mayor said.
             - Seen a crack? Ring the desk now
             - NEXT: Pool opens after repairs
             - Additional reporting by Al Roe",
        );
    }

    #[test]
    fn who_is_named_in_the_head_is_known_below_by_a_post() {
        check(
            "h Council closes old bridge after report
             y Clara Lund in Gullport
             p The council closed the old bridge on Friday after a second report.
             p Repairs of the bridge will take two years, the mayor said.
             - Clara Lund is the harbour correspondent of this paper.",
        );
    }
}
