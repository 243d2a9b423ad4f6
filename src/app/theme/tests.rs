//! What eyes can tell apart, by measure.

use super::*;

const ALL: [(Theme, Contrast); 4] = [
    (LIGHT, Contrast::Usual),
    (DARK, Contrast::Usual),
    (LIGHT_STRONG, Contrast::High),
    (DARK_STRONG, Contrast::High),
];

/// Red, green and blue from 0 to 1, in proportion to light.
fn linear(colour: Color32) -> [f32; 3] {
    [colour.r(), colour.g(), colour.b()].map(|value| {
        let value = f32::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

/// Contrast of two colours after WCAG 2.2, from 1 to 21.
fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |colour| {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Every colour of words with every colour that is behind it somewhere in the window.
fn words(theme: &Theme) -> Vec<(&'static str, Color32, Color32)> {
    let mut pairs = vec![
        ("ink on panel", theme.ink, theme.panel),
        ("ink on background", theme.ink, theme.background),
        ("ink on chosen", theme.ink, theme.chosen),
        ("ink on differing", theme.ink, theme.differing),
        ("ink on found", theme.ink, theme.found),
        ("muted on panel", theme.muted, theme.panel),
        ("muted on background", theme.muted, theme.background),
        ("muted on chosen", theme.muted, theme.chosen),
        ("accent on panel", theme.accent, theme.panel),
        ("accent on background", theme.accent, theme.background),
        ("accent on chosen", theme.accent, theme.chosen),
        ("on accent", theme.on_accent, theme.accent),
    ];
    for tag in Tag::ALL {
        let colours = theme.tag(Some(tag));
        pairs.push(("a tag's word on panel", colours.mark, theme.panel));
        pairs.push(("a tag's word on background", colours.mark, theme.background));
        pairs.push(("a tag's word on its tint", colours.mark, colours.tint));
        pairs.push(("a letter in its mark", theme.panel, colours.mark));
    }
    for tag in Tag::ALL.into_iter().map(Some).chain([None]) {
        pairs.push(("ink on a tint", theme.ink, theme.tag(tag).tint));
        pairs.push(("a caption on a tint", theme.muted, theme.tag(tag).tint));
    }
    pairs
}

#[test]
fn words_stand_out_from_what_is_behind_them() {
    for (theme, of) in ALL {
        let least = if of == Contrast::High { 7.0 } else { 4.5 };
        for (what, front, behind) in words(&theme) {
            let found = contrast(front, behind);
            assert!(found >= least, "{what}: {found:.2} is less than {least}");
        }
    }
}

#[test]
fn marks_and_lines_stand_out_from_what_is_behind_them() {
    for (theme, _) in ALL {
        for tag in Tag::ALL.into_iter().map(Some).chain([None]) {
            let colours = theme.tag(tag);
            for behind in [theme.panel, theme.background, theme.chosen, colours.tint] {
                let found = contrast(colours.mark, behind);
                assert!(found >= 3.0, "{tag:?}: {found:.2} is less than WCAG's 3 for marks");
            }
        }
    }
}

/// How light turns into what an eye without one kind of cone tells apart: the matrices for full
/// severity of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
/// Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009),
/// <https://doi.org/10.1109/TVCG.2009.113>.
const EYES: [(&str, [[f32; 3]; 3]); 4] = [
    ("usual", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopic",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopic",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopic",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// A colour as an eye sees it, in CIE L*a*b*, where distance is difference.
fn seen(colour: Color32, eye: &[[f32; 3]; 3]) -> [f32; 3] {
    let light = linear(colour);
    let dot = |row: &[f32; 3], of: [f32; 3]| row.iter().zip(of).map(|(a, b)| a * b).sum::<f32>();
    let [red, green, blue] = eye.each_ref().map(|row| dot(row, light).clamp(0.0, 1.0));
    let lab = |t: f32| if t > 0.008_856 { t.cbrt() } else { t.mul_add(7.787, 16.0 / 116.0) };
    let light = [red, green, blue];
    let x = lab(dot(&[0.412_456, 0.357_576, 0.180_438], light) / 0.950_47);
    let y = lab(dot(&[0.212_673, 0.715_152, 0.072_175], light));
    let z = lab(dot(&[0.019_334, 0.119_192, 0.950_304], light) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn difference(a: Color32, b: Color32, eye: &[[f32; 3]; 3]) -> f32 {
    let (a, b) = (seen(a, eye), seen(b, eye));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

#[test]
fn every_eye_tells_the_tags_apart_by_colour_alone() {
    for (theme, _) in ALL {
        for (name, eye) in &EYES {
            for [a, b] in [
                [Tag::Agreed, Tag::Disputed],
                [Tag::Agreed, Tag::Unique],
                [Tag::Disputed, Tag::Unique],
            ] {
                let found = difference(theme.tag(Some(a)).mark, theme.tag(Some(b)).mark, eye);
                // A difference of 2.3 is just noticed; marks are small and far from one another.
                assert!(found >= 20.0, "{a:?} and {b:?} to {name} eyes: {found:.1}");
            }
        }
    }
}

#[test]
fn a_simulated_eye_mixes_up_what_it_should() {
    let (red, green) = (rgb(0xc0392b), rgb(0x6b6b00));
    let [usual, _, deuteranopic, _] = &EYES;
    let (full, less) = (difference(red, green, &usual.1), difference(red, green, &deuteranopic.1));
    assert!(less < full / 2.0, "{less:.1} of {full:.1}");
}

#[test]
fn a_window_takes_contrast_and_motion() {
    let ctx = Context::default();
    install(&ctx);
    set_motion(&ctx, Motion::Reduced);
    set_contrast(&ctx, Contrast::High);
    ctx.set_theme(egui::Theme::Dark);
    assert_eq!(Theme::of(&ctx), DARK_STRONG);
    assert_eq!(motion(&ctx), Motion::Reduced, "another contrast leaves the motion as it is");
    set_motion(&ctx, Motion::Usual);
    assert_eq!(motion(&ctx), Motion::Usual);
}
