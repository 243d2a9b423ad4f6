//! How long the window takes for a frame, layout and tessellation included, without a display.
//!
//! Use: `cargo bench --bench window [A] [B] [NAME…]`; without letters and names both scenes, with the
//! name of a measurement (`A-tag`) that one alone.
//! Prints `name median_ms worst_ms` a line; between runs of one kind the window settles.
//!
//! Scene A is 8 articles of 20,000 words with 2,000 claims and 6,000 passages, scene B 12 articles with
//! 10,000 claims. The words are made up, the same on every machine.

mod generator {
    pub(crate) mod dice;
    pub(crate) mod review;
}

use std::hint::black_box;
use std::io::Write as _;
use std::time::Instant;

use crosscheck::app::headless::Headless;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, pos2,
    vec2,
};
use generator::review::review;

const WIDTH: f32 = 1600.0;
const HEIGHT: f32 = 1000.0;
/// Where the claims list ends.
const LIST: f32 = 310.0;
/// Frames measured of each kind.
const FRAMES: usize = 60;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::io::Result<()> {
    let words = std::env::args().skip(1).filter(|word| !word.starts_with('-'));
    let wanted = Wanted(words.collect());
    if wanted.has_scene("A") {
        scene_a(&wanted)?;
    }
    if wanted.has_scene("B") {
        scene_b(&wanted)?;
    }
    Ok(())
}

/// The scenes and measurements that were asked for; all of them where none was.
struct Wanted(Vec<String>);

impl Wanted {
    fn has_scene(&self, scene: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|word| word.starts_with(scene))
    }

    fn has(&self, name: &str) -> bool {
        let scene = name.split('-').next();
        self.0.is_empty() || self.0.iter().any(|word| word == name || Some(word.as_str()) == scene)
    }

    /// Measures what was asked for.
    fn measure(&self, name: &str, times: impl FnOnce() -> Vec<f64>) -> std::io::Result<()> {
        if self.has(name) { tell(name, times()) } else { Ok(()) }
    }
}

fn tell(name: &str, mut times: Vec<f64>) -> std::io::Result<()> {
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    let worst = times.last().copied().unwrap_or_default();
    writeln!(std::io::stdout(), "{name} {median:.2} {worst:.2}")
}

fn scene_a(wanted: &Wanted) -> std::io::Result<()> {
    let project = review(8, 20_000, 2_000, 3);
    let begun = Instant::now();
    let window = &mut Headless::new(project, WIDTH, HEIGHT);
    let middle = pos2(WIDTH * 0.45, HEIGHT * 0.6);
    black_box(window.frame(Vec::new()));
    wanted.measure("A-open", || vec![millis(begun)])?;
    settle(window, middle);
    wanted.measure("A-still", || repeat(window, |_| Vec::new()))?;
    wanted.measure("A-scroll", || repeat(window, |index| wheel(index, 300.0)))?;
    settle(window, middle);
    wanted.measure("A-page-down", || repeat(window, |_| press(Key::PageDown, Modifiers::NONE)))?;
    wanted.measure("A-jump", || alternate(window, |_| press(Key::J, Modifiers::SHIFT)))?;
    wanted.measure("A-tag", || {
        alternate(window, |index| {
            press(if index % 2 == 0 { Key::D } else { Key::A }, Modifiers::NONE)
        })
    })?;
    wanted.measure("A-undo", || alternate(window, |_| press(Key::Z, Modifiers::COMMAND)))?;
    wanted.measure("A-splitter", || drag(window, LIST))?;
    wanted.measure("A-divider", || drag(window, LIST + 210.0))?;
    settle(window, middle);
    wanted.measure("A-find", || type_words(window, press(Key::F, Modifiers::COMMAND), "correl"))
}

fn scene_b(wanted: &Wanted) -> std::io::Result<()> {
    let project = review(12, 40_000, 10_000, 3);
    let begun = Instant::now();
    let window = &mut Headless::new(project, WIDTH, HEIGHT);
    let list = pos2(150.0, HEIGHT * 0.6);
    black_box(window.frame(Vec::new()));
    wanted.measure("B-open", || vec![millis(begun)])?;
    settle(window, list);
    wanted.measure("B-list-scroll", || repeat(window, |index| wheel(index, 300.0)))?;
    wanted.measure("B-next", || alternate(window, |_| press(Key::J, Modifiers::NONE)))?;
    wanted.measure("B-tag", || alternate(window, |_| press(Key::D, Modifiers::NONE)))?;
    wanted
        .measure("B-search", || type_words(window, press(Key::Slash, Modifiers::NONE), "correl"))?;
    window.frame(press(Key::Escape, Modifiers::NONE));
    window.frame(press(Key::Num2, Modifiers::COMMAND));
    settle(window, pos2(WIDTH * 0.4, HEIGHT * 0.6));
    wanted.measure("B-matrix-scroll", || repeat(window, |index| wheel(index, 300.0)))?;
    wanted.measure("B-matrix-next", || alternate(window, |_| press(Key::J, Modifiers::NONE)))?;
    wanted.measure("B-overview", || {
        alternate(window, |index| {
            press(if index % 2 == 0 { Key::Num3 } else { Key::Num2 }, Modifiers::COMMAND)
        })
    })
}

fn millis(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1_000.0
}

/// Frames until nothing moves any more, with the pointer at `pointer`.
fn settle(window: &mut Headless, pointer: Pos2) {
    window.frame(vec![Event::PointerMoved(pointer)]);
    for _ in 0..40 {
        black_box(window.frame(Vec::new()));
    }
}

fn timed(window: &mut Headless, events: Vec<Event>) -> f64 {
    let begun = Instant::now();
    black_box(window.frame(events));
    millis(begun)
}

/// Frame after frame, each with the events of `events`.
fn repeat(window: &mut Headless, mut events: impl FnMut(usize) -> Vec<Event>) -> Vec<f64> {
    (0..FRAMES).map(|index| timed(window, events(index))).collect()
}

/// What the events lead to, which is done after the frame they come in, counts with that frame and the
/// next, the one that shows it. Between two such pairs the window settles.
fn alternate(window: &mut Headless, mut events: impl FnMut(usize) -> Vec<Event>) -> Vec<f64> {
    let pair = |index| {
        let first = timed(window, events(index));
        let second = timed(window, Vec::new());
        for _ in 0..3 {
            black_box(window.frame(Vec::new()));
        }
        first.max(second)
    };
    (0..FRAMES).map(pair).collect()
}

fn wheel(index: usize, by: f32) -> Vec<Event> {
    let by = if index < FRAMES / 2 { -by } else { by };
    vec![Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }]
}

fn press(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}

/// Drags what lies at `from` across the window, to and fro: the edge of the claims list, or that of the
/// first column, whose text is laid out anew for each width.
fn drag(window: &mut Headless, from: f32) -> Vec<f64> {
    let at = |x| pos2(x, HEIGHT * 0.5);
    let button = |pressed, x| Event::PointerButton {
        pos: at(x),
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    settle(window, at(from));
    window.frame(vec![button(true, from)]);
    let times = repeat(window, |index| {
        let way = (index as f32 * 0.2).sin() * 60.0;
        vec![Event::PointerMoved(at(from + 20.0 + way))]
    });
    window.frame(vec![Event::PointerMoved(at(from)), button(false, from)]);
    times
}

/// Opens a field with `keys` and types `word` into it, letter by letter, some times over.
fn type_words(window: &mut Headless, keys: Vec<Event>, word: &str) -> Vec<f64> {
    let mut times = Vec::new();
    window.frame(keys);
    for _ in 0..6 {
        black_box(window.frame(Vec::new()));
    }
    for _ in 0..5 {
        for letter in word.chars() {
            let first = timed(window, vec![Event::Text(letter.to_string())]);
            times.push(first.max(timed(window, Vec::new())));
        }
        for _ in word.chars() {
            window.frame(press(Key::Backspace, Modifiers::NONE));
        }
    }
    times
}
