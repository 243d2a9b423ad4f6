//! Reads lines `{"id","a","b"}` and prints lines `{"id","score","tag","reasons"}` for two sentences
//! taken alone.

use std::io::Write as _;
use std::process::ExitCode;

use crosscheck::analysis::{PairVerdict, compare_pair};
use crosscheck::text::ScalarIndex;
use serde_json::{Value, json};

fn main() -> ExitCode {
    match score(std::io::stdin().lock(), std::io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            writeln!(std::io::stderr(), "{error}").ok();
            ExitCode::FAILURE
        }
    }
}

fn score(input: impl std::io::BufRead, mut output: impl std::io::Write) -> std::io::Result<()> {
    for line in input.lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let row: Value = serde_json::from_str(&line)?;
        let text = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default();
        let (a, b) = (text("a"), text("b"));
        let answer = answer(row.get("id"), [a, b], &compare_pair(a, b));
        writeln!(output, "{answer}")?;
    }
    output.flush()
}

fn answer(id: Option<&Value>, texts: [&str; 2], verdict: &PairVerdict) -> Value {
    let indices = texts.map(|text| ScalarIndex::new(text, &[]));
    let reasons: Vec<Value> = verdict
        .reasons
        .iter()
        .map(|reason| {
            let spans = reason.places.iter().filter_map(|place| {
                let article = place.article.0.checked_sub(1)? as usize;
                let index = indices.get(article)?;
                let (start, end) = (place.span.start(), place.span.end());
                Some(json!({
                    "article": article,
                    "start": index.scalar_from_byte(start),
                    "end": index.scalar_from_byte(end),
                }))
            });
            json!({
                "kind": reason.kind.word(),
                "detail": reason.detail,
                "spans": spans.collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({ "id": id, "score": verdict.score, "tag": verdict.tag.word(), "reasons": reasons })
}
