//! Any bytes, read as text, Markdown and a web page: no panic, and every part and sentence in place.

#![no_main]

use crosscheck::analysis::sentences;
use crosscheck::import::import;
use crosscheck::model::ArticleId;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.txt", "a.md", "a.html"] {
        let Ok(imported) = import(bytes, name, ArticleId(1)) else { continue };
        let article = imported.article;
        let mut end = 0;
        for part in &article.parts {
            let text = part.span.of(&article.text).expect("a part stands on character boundaries");
            assert!(part.span.start() >= end && !text.is_empty() && text == text.trim());
            end = part.span.end();
        }
        let mut end = 0;
        for sentence in sentences(&article) {
            let text = sentence.span.of(&article.text).expect("a sentence stands on character boundaries");
            assert!(sentence.span.start() >= end && !text.is_empty() && text == text.trim());
            end = sentence.span.end();
        }
    }
});
