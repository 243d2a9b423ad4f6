//! What a page says of its article: meta tags and linked data.

use serde_json::Value;

use super::tokens;
use super::tree::Page;
use crate::import::dates;
use crate::model::{Date, Metadata};
use crate::text::collapse_white_space;

/// What the head of `page` tells; linked data first, since it tells most exactly.
pub(super) fn metadata(page: &Page) -> Metadata {
    let article = page.linked_data.iter().find_map(|script| article(script)).unwrap_or_default();
    let meta = |keys: &[&str]| {
        keys.iter()
            .find_map(|key| {
                page.metas.iter().find(|(own, value)| own == key && !value.trim().is_empty())
            })
            .map(|(_, value)| value.clone())
    };
    let title = meta(&["og:title", "twitter:title", "title", "dc.title", "headline"]);
    let outlet = article
        .outlet
        .or_else(|| meta(&["og:site_name", "application-name", "dc.publisher", "publisher"]));
    let published = article.published.or_else(|| {
        meta(&[
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "parsely-pub-date",
            "sailthru.date",
            "publish-date",
            "pubdate",
            "cxenseparse:recs:publishtime",
        ])
        .and_then(|value| dates::first_date(&value))
    });
    let author = article
        .author
        .or_else(|| {
            meta(&[
                "author",
                "article:author",
                "byl",
                "dc.creator",
                "parsely-author",
                "sailthru.author",
            ])
        })
        .filter(|author| !author.starts_with("http"));
    let title = article
        .title
        .or(title)
        .or_else(|| page.title.clone())
        .map(|title| clean(&title))
        .filter(|title| !title.is_empty());
    let title = title.map(|title| without_outlet(&title, outlet.as_deref()));
    let language = page
        .language
        .clone()
        .or_else(|| meta(&["og:locale", "content-language"]))
        .and_then(|tag| language(&tag));
    let url =
        page.canonical.clone().or_else(|| meta(&["og:url"])).filter(|url| url.starts_with("http"));
    Metadata {
        title,
        outlet: outlet.map(|outlet| clean(&outlet)),
        author: author.map(|author| clean(&author)),
        published,
        language,
        url,
    }
}

fn clean(value: &str) -> String {
    collapse_white_space(&tokens::plain_text(value))
}

/// `Bridge closed | Harbour Gazette` without the outlet; also where the outlet is not known.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    for sign in [" | ", " - ", " – ", " — ", " :: ", " » "] {
        if let Some((head, tail)) = title.rsplit_once(sign) {
            let is_outlet = outlet.is_some_and(|outlet| tail.eq_ignore_ascii_case(outlet));
            let is_short = sign == " | " && tail.split(' ').count() <= 4;
            if (is_outlet || is_short) && head.split(' ').count() >= 3 {
                return head.trim().to_owned();
            }
        }
    }
    title.to_owned()
}

/// `en` of `en-GB`.
fn language(tag: &str) -> Option<String> {
    let code = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
    ((2..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_lowercase())).then_some(code)
}

/// What linked data tells of an article.
#[derive(Default)]
struct Linked {
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    published: Option<Date>,
}

/// The article of a script of linked data. A script that is no JSON, or nested deeper than the
/// reader allows, tells nothing.
fn article(script: &str) -> Option<Linked> {
    let value: Value = serde_json::from_str(script.trim()).ok()?;
    let article = find_article(&value, 6)?;
    let text = |key: &str| {
        article
            .get(key)
            .and_then(Value::as_str)
            .map(str::to_owned)
            .filter(|text| !text.trim().is_empty())
    };
    Some(Linked {
        title: text("headline"),
        outlet: article.get("publisher").and_then(name),
        author: article.get("author").and_then(names),
        published: text("datePublished")
            .or_else(|| text("dateCreated"))
            .and_then(|date| dates::first_date(&date)),
    })
}

/// The first object whose type names an article.
fn find_article(value: &Value, depth: usize) -> Option<&Value> {
    let is_type = |value: &Value| {
        value.as_str().is_some_and(|name| {
            name.contains("Article") || name.contains("Posting") || name == "Report"
        })
    };
    match value {
        _ if depth == 0 => None,
        Value::Array(values) => values.iter().find_map(|value| find_article(value, depth - 1)),
        Value::Object(fields) => {
            let is_article = fields.get("@type").is_some_and(|types| {
                is_type(types) || types.as_array().is_some_and(|types| types.iter().any(is_type))
            });
            if is_article {
                return Some(value);
            }
            ["@graph", "mainEntity", "mainEntityOfPage"]
                .iter()
                .filter_map(|key| fields.get(*key))
                .find_map(|value| find_article(value, depth - 1))
        }
        _ => None,
    }
}

/// The name of a person or organisation.
fn name(value: &Value) -> Option<String> {
    let name = value.as_str().or_else(|| value.get("name").and_then(Value::as_str))?;
    (!name.trim().is_empty()).then(|| name.trim().to_owned())
}

/// The names of one or several persons.
fn names(value: &Value) -> Option<String> {
    match value {
        Value::Array(values) => {
            let names: Vec<String> = values.iter().filter_map(name).take(8).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        value => name(value),
    }
}
