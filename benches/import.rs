//! How long it takes to read 100 web pages of 100 kB from the disk, as the program does.
//!
//! Use: `cargo bench --bench import [FILES…]`; without files pages are made. Prints how many pages
//! and kilobytes were read, and the median and the worst of five runs in milliseconds.
//!
//! A made page is built as those of newspapers are: a head with scripts, styles and linked data;
//! menus; an article among wrappers with long class names; lists of other articles; comments.

mod generator {
    pub(crate) mod dice;
}

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Instant;

use crosscheck::session::{Job, JobEnd, read_articles};
use generator::dice::Dice;

const PAGES: usize = 100;
const BYTES: usize = 100_000;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::io::Result<()> {
    let mut files: Vec<PathBuf> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).map(PathBuf::from).collect();
    let folder = tempfile::tempdir()?;
    if files.is_empty() {
        files = (0..PAGES).map(|index| write(folder.path(), index)).collect::<Result<_, _>>()?;
    }
    let bytes = files.iter().map(|file| Ok(std::fs::metadata(file)?.len()));
    let kilobytes = bytes.sum::<std::io::Result<u64>>()? / 1_000;
    let mut parts = 0;
    let mut times: Vec<_> = (0..5)
        .map(|_| {
            let begun = Instant::now();
            parts = read(black_box(&files));
            begun.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let (median, worst) = (times.get(times.len() / 2), times.last());
    let (median, worst) = (median.unwrap_or(&0.0), worst.unwrap_or(&0.0));
    let count = files.len();
    writeln!(
        std::io::stdout(),
        "{count} pages, {kilobytes} kB, {parts} parts: {median:.1} ms {worst:.1} ms"
    )
}

/// The number of parts of all articles; a page without text has none.
fn read(files: &[PathBuf]) -> usize {
    let (wake, woken) = mpsc::channel();
    let files = files.to_vec();
    let wake = move || {
        wake.send(()).ok();
    };
    let job = Job::start("", wake, move |progress| read_articles(&files, &[], progress));
    while woken.recv().is_ok() {
        if let Some(JobEnd::Done(reading)) = job.end() {
            return reading.articles.iter().map(|read| read.article.parts.len()).sum();
        }
    }
    0
}

fn write(folder: &Path, index: usize) -> std::io::Result<PathBuf> {
    let path = folder.join(format!("{index}.html"));
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)?
        .write_all(page(index).as_bytes())?;
    Ok(path)
}

fn page(index: usize) -> String {
    let mut dice = Dice(index as u64 + 1);
    let mut page = head(&mut dice);
    for _ in 0..3 {
        menu(&mut page, &mut dice);
    }
    article(&mut page, &mut dice);
    while page.len() < BYTES {
        match dice.below(3) {
            0 => teasers(&mut page, &mut dice),
            1 => comments(&mut page, &mut dice),
            _ => script(&mut page, &mut dice),
        }
    }
    page.push_str("<footer class=\"site-footer\"><p>© 2024 Example</p></footer></body></html>");
    page
}

fn head(dice: &mut Dice) -> String {
    let title = words(dice, 8);
    let mut head = format!(
        r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Example</title>
<meta property="og:title" content="{title}"><meta name="author" content="Jo Doe">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{title}",
"datePublished":"2024-05-03T08:00:00Z","author":{{"name":"Jo Doe"}}}}</script><style>"#
    );
    for _ in 0..200 {
        let (one, other, third) = (word(dice), word(dice), word(dice));
        writeln!(head, ".{one}-{other} > .{third} {{ margin: 0 auto; }}").ok();
    }
    head.push_str(r#"</style></head><body class="page template-article is-loaded">"#);
    head
}

fn script(page: &mut String, dice: &mut Dice) {
    page.push_str("<script>window.data = window.data || [];");
    for _ in 0..40 {
        let (number, word) = (dice.below(90), word(dice));
        writeln!(page, r#"if (a < {number}) {{ data.push("<b>{word}</b>"); }}"#).ok();
    }
    page.push_str("</script>");
}

fn menu(page: &mut String, dice: &mut Dice) {
    page.push_str(
        r#"<nav class="nav nav--primary js-nav" role="navigation"><ul class="nav__list">"#,
    );
    for _ in 0..25 {
        let word = word(dice);
        writeln!(
            page,
            r#"<li class="nav__item"><a class="nav__link" href="/{word}" data-track="nav:{word}"><span>{word}</span></a></li>"#
        )
        .ok();
    }
    page.push_str("</ul></nav>");
}

fn article(page: &mut String, dice: &mut Dice) {
    page.push_str(
        r#"<div class="wrap"><div class="grid grid--main"><main><article class="article">"#,
    );
    let headline = words(dice, 8);
    write!(page, r#"<h1 class="headline">{headline}</h1><p class="byline">By Jo Doe</p>"#).ok();
    for at in 0..40 {
        if at % 8 == 7 {
            let (heading, caption) = (words(dice, 4), sentence(dice));
            write!(page, r#"<h2>{heading}</h2><figure><img src="/{at}.jpg" alt=""><figcaption>{caption}</figcaption></figure>"#).ok();
        }
        let sentences = [sentence(dice), sentence(dice), sentence(dice)].join(" ");
        let (address, link, last) = (word(dice), words(dice, 2), sentence(dice));
        writeln!(
            page,
            r#"<div class="block block--text"><p class="paragraph">{sentences} <a href="/{address}">{link}</a>&nbsp;&mdash; {last}</p></div>"#
        )
        .ok();
    }
    page.push_str("</article></main></div></div>");
}

fn teasers(page: &mut String, dice: &mut Dice) {
    page.push_str(r#"<aside class="related related--wide"><h3>Most read</h3><ul>"#);
    for _ in 0..12 {
        let (address, headline) = (word(dice), words(dice, 9));
        writeln!(
            page,
            r#"<li class="teaser teaser--small"><div class="teaser__box"><a href="/{address}" class="teaser__link"><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><h4>{headline}</h4></a></div></li>"#
        )
        .ok();
    }
    page.push_str("</ul></aside>");
}

fn comments(page: &mut String, dice: &mut Dice) {
    page.push_str(r#"<section id="comments" class="comments">"#);
    for _ in 0..8 {
        let (number, name) = (dice.below(9_999), word(dice));
        let (one, other) = (sentence(dice), sentence(dice));
        writeln!(
            page,
            r#"<div class="comment depth-1" id="c{number}"><span class="who">{name}</span><p>{one} {other}</p></div>"#
        )
        .ok();
    }
    page.push_str("</section>");
}

fn word(dice: &mut Dice) -> String {
    dice.word(2..4)
}

fn words(dice: &mut Dice, count: usize) -> String {
    let words: Vec<String> = (0..count).map(|_| word(dice)).collect();
    words.join(" ")
}

fn sentence(dice: &mut Dice) -> String {
    let count = 10 + dice.below(14);
    format!("The {}, they said, {}.", words(dice, count), words(dice, 4))
}
