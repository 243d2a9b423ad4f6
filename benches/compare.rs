//! How long it takes to find the claims of a story of N articles of 2,000 words, and of hostile stories.
//!
//! Use: `cargo bench --bench compare [N…] [NAME…] [--write FOLDER]`; without any, 5, 100 and 1,000 and
//! every scene. Prints a line each: name, sentences, claims, the median and the worst of the runs in
//! milliseconds (five runs, one from 500 articles on), the longest the work went on without asking
//! whether to stop, and how far it had come then. Then the most memory the process had. `--write` writes
//! the articles of the sizes as files, for other programs to be measured with.

mod generator {
    pub(crate) mod dice;
    pub(crate) mod facts;
}

use std::hint::black_box;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use crosscheck::analysis::{find_claims, sentences};
use crosscheck::model::{Article, ArticleId};
use generator::dice::Dice;
use generator::facts::{article, story, texts};

/// What makes the articles of a story.
type Scene = fn() -> Vec<Article>;

/// Stories that nobody wrote, by name.
const SCENES: [(&str, Scene); 5] = [
    ("copies", copies),
    ("near-copies", near_copies),
    ("one-word", one_word),
    ("one-sentence", one_sentence),
    ("headlines", headlines),
];

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let folder = words.iter().position(|word| word == "--write").and_then(|at| words.get(at + 1));
    let mut sizes: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    if let Some(folder) = folder {
        return sizes.into_iter().try_for_each(|size| write(Path::new(folder), size));
    }
    if words.is_empty() {
        sizes = vec![5, 100, 1_000];
    }
    for size in sizes {
        measure(&size.to_string(), &story(size))?;
    }
    for (name, scene) in SCENES {
        if words.is_empty() || words.iter().any(|word| word == name) {
            measure(name, &scene())?;
        }
    }
    writeln!(std::io::stdout(), "most memory: {}", most_memory())
}

fn measure(name: &str, articles: &[Article]) -> std::io::Result<()> {
    let all: Vec<_> = articles.iter().collect();
    let count: usize = all.iter().map(|article| sentences(article).len()).sum();
    let runs = if all.len() < 500 { 5 } else { 1 };
    let (mut claims, mut pause) = (0, (Duration::ZERO, 0.0));
    let mut times: Vec<_> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            let mut asked = begun;
            let analysis = find_claims(black_box(&all), &mut |share| {
                if asked.elapsed() > pause.0 {
                    pause = (asked.elapsed(), share);
                }
                asked = Instant::now();
                ControlFlow::Continue(())
            });
            claims = analysis.map_or(0, |analysis| analysis.claims.len());
            begun.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let (median, worst) = (times.get(times.len() / 2), times.last());
    let (median, worst) = (median.unwrap_or(&0.0), worst.unwrap_or(&0.0));
    let (pause, share) = (pause.0.as_secs_f64() * 1_000.0, pause.1 * 100.0);
    writeln!(
        std::io::stdout(),
        "{name}: {} articles, {count} sentences, {claims} claims: {median:.1} ms {worst:.1} ms, \
         longest pause {pause:.1} ms before {share:.1} %",
        all.len()
    )
}

/// The most memory this process had at once, where the system tells.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not told by this system".to_owned(), |line| line.trim().to_owned())
}

/// Writes the articles of a size as text files.
fn write(folder: &Path, size: usize) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (index, text) in texts(size).into_iter().enumerate() {
        let name = folder.join(format!("{index:04}.txt"));
        std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(name)?
            .write_all(text.as_bytes())?;
    }
    Ok(())
}

/// A thousand copies of one article.
fn copies() -> Vec<Article> {
    let text = texts(1).concat();
    let one = article(0, &text);
    (1..=1_000).map(|id| Article { id: ArticleId(id), ..one.clone() }).collect()
}

/// A thousand articles that differ in their last sentence.
fn near_copies() -> Vec<Article> {
    let text = texts(1).concat();
    (0..1_000)
        .map(|index| article(index, &format!("{text} Editor {index} had nothing to add.")))
        .collect()
}

/// Two articles of one word, a million times.
fn one_word() -> Vec<Article> {
    (0..2).map(|index| article(index, &"word ".repeat(1_000_000))).collect()
}

/// Two articles of one sentence of 200,000 words each.
fn one_sentence() -> Vec<Article> {
    let text = |seed: u64| {
        let mut dice = Dice(seed);
        (0..200_000).map(|_| dice.word(2..5)).collect::<Vec<_>>().join(" ")
    };
    (0..2).map(|index| article(index, &text(u64::from(index)))).collect()
}

/// Two thousand articles that are a headline each.
fn headlines() -> Vec<Article> {
    let text = texts(1).concat();
    let lines: Vec<&str> = text.split(['.', '\n']).filter(|line| line.len() > 20).collect();
    (0..2_000).zip(lines.iter().cycle()).map(|(index, line)| article(index, line.trim())).collect()
}
